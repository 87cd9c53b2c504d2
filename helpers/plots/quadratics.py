"""Figures of a bowl-shaped cost of two weights, and of gradient descent in it."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.style import COLORS, STYLE, show


def descent(spread, correlation=0.0, close=0.01):
    """Walk down the cost of a linear model, at the learning rate that is best for it.

    Arguments:
        spread: standard deviation of the second feature; the first one has 1
        correlation: of the two features, above -1 and below 1
        close: how much of the cost at the start may be left

    Returns:
        curvature: the second derivatives of the cost, (2, 2)
        path: both weights, relative to the best ones, (steps + 1, 2)
    """
    curvature = np.array([[1, correlation * spread], [correlation * spread, spread**2]])
    flat, steep = np.linalg.eigvalsh(curvature)
    point = np.array([-1.0, -0.4 / spread])
    path = [point]
    while path[-1] @ curvature @ path[-1] > close * (point @ curvature @ point):
        path.append(path[-1] - 2 / (flat + steep) * curvature @ path[-1])
    return curvature, np.array(path)


def bowls(panels, alt, names=("w_1", "w_2")):
    """Draw bowls side by side, and gradient descent in each of them.

    Arguments:
        panels: dict of title -> (spread, correlation), as `descent` takes them
        alt: the figure in words
        names: of the two weights
    """
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, len(panels), figsize=(4.2 * len(panels), 3.9), sharey=True)
        for axes, (title, (spread, correlation)) in zip(row, panels.items(), strict=True):
            path = bowl_on(axes, spread, correlation, names)
            axes.set_title(f"{title}: {counted(path)}")
            axes.label_outer()
        show(figure, alt)


def bowl_on(axes, spread, correlation, names=("w_1", "w_2")):
    """Draw one bowl and the path down to its minimum, and return the path."""
    curvature, path = descent(spread, correlation)
    side = np.linspace(-1.3, 1.3, 261)
    points = np.stack(np.meshgrid(side, side), axis=-1)  # (261, 261, 2)
    heights = np.einsum("...i,ij,...j", points, curvature, points) / 2
    levels = heights.max() * np.linspace(0.02, 1, 11) ** 2
    axes.contour(side, side, heights, levels=levels, cmap="cividis", linewidths=0.8, alpha=0.7)
    axes.plot(*path[:150].T, "o-", color=COLORS[1], markersize=3, linewidth=1)
    axes.plot(0, 0, "*", color="black", markersize=12, zorder=4)
    limits = side[[0, -1]]
    xlabel, ylabel = (f"${name}$ minus the best" for name in names)
    axes.set(xlim=limits, ylim=limits, xlabel=xlabel, ylabel=ylabel)
    return path


def counted(path):
    """Return the number of steps of a path in words."""
    return f"{len(path) - 1} step" + "s" * (len(path) != 2)


def bowl(spread, correlation):
    """Draw one bowl for a panel, and return the figure and what it shows in words."""
    with plt.rc_context({**STYLE, "figure.constrained_layout.use": False}):
        figure, axes = plt.subplots(figsize=(6, 5))
        figure.subplots_adjust(0.14, 0.12, 0.97, 0.92)
        path = bowl_on(axes, spread, correlation)
        found = f"spread {spread:g}, correlation {correlation:g}: {counted(path)}"
        axes.set_title(found)
    return figure, f"Lines of equal cost of a bowl, and gradient descent down to its minimum; {found}."
