"""Figures of what a start leads to: for the units, for the first cost, for the training."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.patches import Patch
from matplotlib.ticker import NullFormatter

from helpers.plots.style import COLORS, MARKERS, STYLE, show


def units_on(panels, alt):
    """Draw, side by side, which units each example turns on: a row for a unit, a column for an example.

    Rows of units that no example turns on are orange, so that they can be told from the white of "off".

    Arguments:
        panels: dict of title -> whether a unit is on, (units, examples)
        alt: the figure in words
    """
    kinds = {"on": COLORS[0], "off": "white", "dead": COLORS[1]}
    with plt.rc_context(STYLE):
        size = (3.7 * len(panels), 3.9)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharey=True, squeeze=False)
        for axes, (title, on) in zip(row[0], panels.items(), strict=True):
            kind = np.where(on, 0, np.where(on.any(axis=1, keepdims=True), 1, 2))  # (units, examples)
            colors = ListedColormap(list(kinds.values()))
            axes.imshow(kind, cmap=colors, vmin=0, vmax=2, aspect="auto", interpolation="nearest")
            axes.set(title=title, xlabel="image", xticks=[], yticks=[])
        row[0, 0].set_ylabel("unit")
        patches = [Patch(facecolor=color, edgecolor="black", label=kind) for kind, color in kinds.items()]
        figure.legend(handles=patches, loc="outside lower center", ncols=len(kinds))
        show(figure, alt)


def band(axes, x, values, index=0, label=None):
    """Put values (seeds, n) into axes: their median, in a band from the smallest to the largest."""
    axes.plot(x, np.median(values, axis=0), color=COLORS[index], marker=MARKERS[index], label=label)
    low, high = values.min(axis=0), values.max(axis=0)
    axes.fill_between(x, low, high, color=COLORS[index], alpha=0.25, linewidth=0)


def at(axes, values, form=".3g"):
    """Give axes a logarithmic horizontal axis that is marked at these values, and nowhere else."""
    axes.set_xscale("log")
    axes.set_xticks(values, [format(value, form) for value in values])
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.tick_params(which="minor", bottom=False)


def against_scale(scales, series, ylabel, alt, log=False, reference=None):
    """Draw values against the scale of a start: medians over seeds, in bands from least to most.

    A dotted line marks the scale √2, which ReLU layers need.

    Arguments:
        scales: the scales, (n,)
        series: dict of label -> values, (seeds, n)
        ylabel: what the vertical axis shows
        alt: the figure in words
        log: whether the vertical axis is logarithmic
        reference: (label, value) of a dashed horizontal line
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.2))
        for index, (label, values) in enumerate(series.items()):
            band(axes, scales, values, index, label)
        if reference:
            label, value = reference
            axes.axhline(value, color="black", linestyle="--", linewidth=1, label=label)
        axes.axvline(np.sqrt(2), color="black", linestyle=":", linewidth=1, zorder=0)
        at(axes, scales, ".2f")
        axes.set(xlabel="scale", ylabel=ylabel, yscale="log" if log else "linear")
        figure.legend(loc="outside right upper")
        show(figure, alt)
