"""Figures of the plane: two classes of points, and what networks make of them."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.lines import Line2D

from helpers import network
from helpers.plots.style import COLORS, MARKERS, STYLE, show


def points(X, Y, alt, outside=False):
    """Draw two classes in the plane: X (2, m), Y (1, m); the legend outside, if there is no room inside."""
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(6.2 if outside else 5, 4.5))
        scatter(axes, X, Y)
        figure.legend(loc="outside right upper") if outside else axes.legend(loc="upper right")
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


def many_boundaries(X, Y, networks, best, alt):
    """Draw, side by side, the decision boundaries of several networks each, and the best possible one.

    Arguments:
        X, Y: a sample to draw underneath, (2, m) and (1, m)
        networks: dict of title -> list of parameters
        best: the best classifier, points (2, m) -> labels (1, m); its boundary is dashed
        alt: the figure in words
    """
    low, high = X.min(axis=1) - 0.2, X.max(axis=1) + 0.2
    x1, x2 = np.meshgrid(np.linspace(low[0], high[0], 301), np.linspace(low[1], high[1], 301))
    plane = np.stack([x1.ravel(), x2.ravel()])  # (2, 301 * 301)
    with plt.rc_context(STYLE):
        size = (4 * len(networks), 4)
        figure, panels = plt.subplots(1, len(networks), figsize=size, sharey=True, squeeze=False)
        for axes, (title, group) in zip(panels[0], networks.items(), strict=True):
            scatter(axes, X, Y)
            for dots in axes.collections:
                dots.set_alpha(0.3)
            for parameters in group:
                predicted = network.predict(plane, parameters).reshape(x1.shape)
                axes.contour(x1, x2, predicted, levels=[0.5], colors=COLORS[3], linewidths=1.2)
            optimum = {"levels": [0.5], "colors": "black", "linewidths": 2, "linestyles": "dashed"}
            axes.contour(x1, x2, best(plane).reshape(x1.shape), **optimum)
            axes.set_title(title)
            axes.label_outer()
        handles, labels = axes.get_legend_handles_labels()
        handles += [Line2D([], [], color=COLORS[3]), Line2D([], [], color="black", linestyle="--")]
        labels += ["one network each", "best possible"]
        figure.legend(handles, labels, loc="outside lower center", ncols=4)
        show(figure, alt)
