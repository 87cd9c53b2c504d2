"""Every figure of the course: colours that the colour-blind can tell apart, and alt text.

Each function draws one figure and shows it. `alt` says in words what there is to see.
"""

import base64
import html
import io

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import display
from matplotlib.ticker import MaxNLocator

from helpers import network

# Okabe and Ito (2008): the order in which lines and classes are coloured.
COLORS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"]
MARKERS = ["o", "^", "s", "D", "v", "P"]
STYLE = {
    "font.size": 12,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.prop_cycle": plt.cycler(color=COLORS),
    "figure.constrained_layout.use": True,
}


def show(figure, alt):
    """Show a figure as an image with alt text, and close it."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=144)
    plt.close(figure)
    image = base64.b64encode(buffer.getvalue()).decode()
    width = round(figure.get_figwidth() * 72)
    tag = (
        f'<img alt="{html.escape(alt)}" width="{width}" style="max-width: 100%" '
        f'src="data:image/png;base64,{image}">'
    )
    display({"text/html": tag, "text/plain": alt}, raw=True)


def points(X, Y, alt):
    """Draw two classes in the plane: X (2, m), Y (1, m)."""
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(5, 4.5))
        scatter(axes, X, Y)
        axes.legend(loc="upper right")
        show(figure, alt)


def scatter(axes, X, Y):
    """Put the points of two classes into axes, with a colour and a marker for each class."""
    for label in (0, 1):
        x1, x2 = X[:, Y[0] == label]
        style = {"color": COLORS[label], "marker": MARKERS[label], "edgecolors": "white"}
        axes.scatter(x1, x2, s=36, linewidths=0.5, label=f"class {label}", **style)
    axes.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")


def boundaries(X, Y, networks, alt):
    """Draw, side by side, which class each network predicts where.

    Arguments:
        X, Y: the examples to draw on top, (2, m) and (1, m)
        networks: dict of title -> parameters
        alt: the figure in words
    """
    grid = np.linspace(-1.6, 1.6, 201)
    x1, x2 = np.meshgrid(grid, grid)  # (201, 201)
    plane = np.stack([x1.ravel(), x2.ravel()])  # (2, 201 * 201)
    with plt.rc_context(STYLE):
        size = (4 * len(networks), 4.8)
        figure, panels = plt.subplots(1, len(networks), figsize=size, sharey=True, squeeze=False)
        for axes, (title, parameters) in zip(panels[0], networks.items(), strict=True):
            predicted = network.predict(plane, parameters).reshape(x1.shape)
            axes.contourf(x1, x2, predicted, levels=[-0.5, 0.5, 1.5], colors=COLORS[:2], alpha=0.25)
            scatter(axes, X, Y)
            axes.set_title(title)
            axes.label_outer()
        show(figure, alt)


def bands(series, xlabel, ylabel, alt, log=False, reference=None, first=0):
    """Draw one line per series: the median over seeds, in a band from the smallest to the largest.

    Arguments:
        series: dict of label -> values, (seeds, steps)
        xlabel, ylabel: what the axes show
        alt: the figure in words
        log: whether the vertical axis is logarithmic
        reference: (label, value) of a dashed horizontal line
        first: the number of the first step
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.5))
        for index, (label, values) in enumerate(series.items()):
            values = np.atleast_2d(values)  # (seeds, steps)
            steps = first + np.arange(values.shape[1])
            style = {"marker": MARKERS[index % len(MARKERS)], "markevery": max(1, len(steps) // 10)}
            axes.plot(steps, np.median(values, axis=0), label=label, **style)
            axes.fill_between(steps, values.min(axis=0), values.max(axis=0), alpha=0.2)
        if reference:
            label, value = reference
            axes.axhline(value, color="black", linestyle="--", linewidth=1, label=label)
        axes.set(xlabel=xlabel, ylabel=ylabel, yscale="log" if log else "linear")
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        figure.legend(loc="outside right upper")
        show(figure, alt)
