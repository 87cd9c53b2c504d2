"""Figures of the paths that optimizers take over a landscape."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.style import COLORS, MARKERS, STYLE, show


def paths(panels, alt, every=1, window=(-4.6, 1.6, -1.7, 1.7), width=3.8):
    """Draw, side by side, landscapes as lines of equal cost, and paths over them.

    Arguments:
        panels: dict of title -> (landscape, walks), where walks is a dict of
            label -> the points visited, w and b, (steps + 1, 2)
        alt: the figure in words
        every: number of points from one marker to the next
        window: the part of the plane to show: w from, w to, b from, b to
        width: of a panel, in inches
    """
    with plt.rc_context(STYLE):
        size = (width * len(panels), 0.8 * width + 0.6)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharey=True, squeeze=False)
        handles = {}
        for axes, (title, (landscape, walks)) in zip(row[0], panels.items(), strict=True):
            contours(axes, landscape, window)
            for index, (label, path) in enumerate(walks.items()):
                style = {"color": COLORS[index], "marker": MARKERS[index], "markevery": every}
                handles[label] = axes.plot(*path.T, markersize=5, zorder=3, **style)[0]
            axes.set(title=title, xlabel="$w$", ylabel="$b$", xlim=window[:2], ylim=window[2:])
            axes.label_outer()
        if len(handles) > 1:
            figure.legend(handles.values(), handles, loc="outside lower center", ncols=len(handles))
        show(figure, alt)


def contours(axes, landscape, window):
    """Draw lines of equal cost, closer to each other in height near the minima, and the minima."""
    w, b = np.meshgrid(np.linspace(*window[:2], 241), np.linspace(*window[2:], 241))
    heights = landscape.cost(w, b)  # (241, 241)
    lowest = min(landscape.cost(*point) for point in landscape.minima)
    levels = lowest + (heights.max() - lowest) * np.linspace(0.03, 1, 12) ** 2
    axes.contour(w, b, heights, levels=levels, cmap="cividis", linewidths=0.8, alpha=0.7)
    axes.plot(*zip(*landscape.minima, strict=True), "*", color="black", markersize=12, zorder=4)
