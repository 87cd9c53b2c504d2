"""Figures of dropout: networks without some of their units, and what reaches the units that are left."""

import matplotlib.pyplot as plt
import numpy as np
import scipy

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, STYLE, show

WIDEST = 3.6  # an input of 1 that is kept with probability 0.3 becomes 1 / 0.3


def thinned(kept, layers_dims, alt):
    """Draw one network for each of several examples, with the hidden units that the example's mask keeps.

    Arguments:
        kept: whether a hidden unit is kept, (examples, hidden units)
        layers_dims: units per layer, [n_0, n_1, ..., n_L]; n_1 to n_(L-1) are hidden
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        columns = 4
        rows = -(-len(kept) // columns)
        figure, grid = plt.subplots(rows, columns, figsize=(2.5 * columns, 2.8 * rows))
        for number, (axes, mask) in enumerate(zip(grid.flat, kept, strict=True), start=1):
            network_on(axes, mask, layers_dims)
            axes.set_title(f"example {number}", fontsize=12)
        figure.get_layout_engine().set(hspace=0.08)
        show(figure, alt)


def network_on(axes, mask, layers_dims):
    """Draw a network: units that are kept, their connections, and units that are dropped as crosses."""
    hidden = np.split(np.asarray(mask, bool), np.cumsum(layers_dims[1:-1])[:-1])
    masks = [np.ones(layers_dims[0], bool), *hidden, np.ones(layers_dims[-1], bool)]
    places = [np.arange(n) - (n - 1) / 2 for n in layers_dims]
    for l in range(len(masks) - 1):
        for low in places[l][masks[l]]:
            for high in places[l + 1][masks[l + 1]]:
                axes.plot([l, l + 1], [low, high], color=COLORS[0], linewidth=0.7, alpha=0.6, zorder=1)
    for l, (place, on) in enumerate(zip(places, masks, strict=True)):
        axes.plot(np.full(on.sum(), l), place[on], "o", color=COLORS[0], markersize=8, zorder=2)
        axes.plot(np.full((~on).sum(), l), place[~on], "x", color="0.6", markersize=6, zorder=2)
    axes.set(xlim=(-0.3, len(masks) - 0.7))
    axes.axis("off")


def unit_inputs(settings, alt):
    """Draw, below one another, what may reach a unit whose inputs are dropped at random.

    Arguments:
        settings: list of (keep_prob, inputs)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, column = plt.subplots(len(settings), 1, figsize=(7.5, 1.9 * len(settings)), sharex=True)
        for axes, (keep_prob, inputs) in zip(column, settings, strict=True):
            axes.set_title(spread_on(axes, keep_prob, inputs), fontsize=12)
            axes.label_outer()
        show(figure, alt)


def spread_on(axes, keep_prob, inputs):
    """Draw the distribution of a unit's input around 1, its mean and spread; return a title."""
    count = np.arange(inputs + 1)
    chance = scipy.stats.binom.pmf(count, inputs, keep_prob)
    values = count / (inputs * keep_prob)  # each input brings 1 / inputs, or nothing
    spread = np.sqrt((1 - keep_prob) / keep_prob / inputs)
    axes.vlines(values, 0, chance / chance.max(), color=COLORS[0], linewidth=4)
    axes.axvline(1, color="black", linestyle="--", linewidth=1, zorder=0)
    axes.plot([1 - spread, 1 + spread], [1.12, 1.12], "|-", color=COLORS[1], linewidth=3, markersize=12)
    axes.set(xlim=(-0.7, WIDEST), ylim=(0, 1.25), yticks=[])
    axes.set(xlabel="what reaches the unit", ylabel="how often")
    return f"keep_prob {keep_prob:g}, {numbered(inputs)}: mean 1, standard deviation {spread:.3f}"


def numbered(inputs):
    """Return a number of inputs in words."""
    return f"{inputs} input" + "s" * (inputs != 1)


def unit_input(keep_prob, inputs):
    """Draw what may reach a unit for a panel, and return the figure and what it shows in words."""
    with plt.rc_context(FIXED):
        figure, axes = plt.subplots(figsize=(7.5, 3.4))
        figure.subplots_adjust(0.07, 0.18, 0.97, 0.88)
        found = spread_on(axes, keep_prob, inputs)
        axes.set_title(found, fontsize=12)
    return figure, f"Bars that show what may reach a unit, and how often, around a dashed line at 1; {found}."


def walks(panels, alt):
    """Draw walks of two weights side by side, and the points that they may end at.

    Arguments:
        panels: dict of title -> the walk (steps + 1, 2), its goals without and with a penalty, (2,)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        size = (4.4 * len(panels), 4.3)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharex=True, sharey=True)
        for axes, (title, (path, plain, star)) in zip(row, panels.items(), strict=True):
            axes.plot(*np.transpose(path), color=COLORS[0], linewidth=0.8, alpha=0.7)
            bare = {"linestyle": "none", "zorder": 4}
            axes.plot(*path[0], "s", color=COLORS[0], markersize=8, label="start", **bare)
            axes.plot(*plain, "D", color="black", markersize=8, label="least squares", **bare)
            look = {"color": COLORS[1], "markeredgecolor": "black", "markersize": 14}
            axes.plot(*star, "*", label="least squares with a penalty", **look, **bare)
            axes.set(title=title, xlabel="$w_1$", ylabel="$w_2$")
            axes.label_outer()
        figure.legend(*axes.get_legend_handles_labels(), loc="outside lower center", ncols=3)
        show(figure, alt)


def committees(sizes, rows, alt):
    """Draw accuracies run by run: without dropout, of committees of thinned networks, of the plain pass.

    Arguments:
        sizes: how many thinned networks a committee has, (sizes,)
        rows: accuracies, (runs, 1 + sizes + 1)
        alt: the figure in words
    """
    labels = ["trained without\ndropout", *map(str, sizes), "plain pass"]
    places = np.array([0, *range(2, len(sizes) + 2), len(sizes) + 3])
    groups = [slice(0, 1), slice(1, -1), slice(-1, None)]
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8.5, 4.3))
        for part, color, marker in zip(groups, (COLORS[4], COLORS[0], COLORS[1]), "^os", strict=True):
            x, values = places[part], np.array(rows)[:, part]
            axes.plot(x, values.T, color=color, marker=marker, markersize=6, linewidth=0.7, alpha=0.5)
            middle = np.median(values, axis=0)
            axes.plot(x, middle, color=color, linewidth=2.5)
            axes.hlines(middle, x - 0.3, x + 0.3, color=color, linewidth=2.5)
        axes.set_xticks(places, labels)
        axes.set(xlabel="thinned networks in the committee", ylabel="accuracy on new digits")
        show(figure, alt)
