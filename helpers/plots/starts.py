"""Figures of what a start leads to: for the units, for the first cost, for the training."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import NullFormatter, PercentFormatter

from helpers.plots.style import COLORS, MARKERS, STYLE, show


def unit_paths(panels, alt):
    """Draw, side by side, the path of every unit's two weights through the plane during training.

    A path leads from an open dot to a filled one. If several units end together, their number is given.

    Arguments:
        panels: dict of title -> weights, (steps, units, 2)
        alt: the figure in words
    """
    reach = 1.15 * max(np.abs(weights).max() for weights in panels.values())
    with plt.rc_context(STYLE):
        size = (4.2 * len(panels), 4.8)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharey=True)
        for axes, (title, weights) in zip(row, panels.items(), strict=True):
            axes.plot(*weights.T.swapaxes(1, 2), color=COLORS[0], linewidth=1.5)
            dots = {"s": 70, "edgecolors": COLORS[0], "zorder": 3}
            axes.scatter(*weights[0].T, facecolors="white", **dots)
            axes.scatter(*weights[-1].T, facecolors=COLORS[0], **dots)
            ends, counts = np.unique(weights[-1].round(6), axis=0, return_counts=True)
            for end, count in zip(ends[counts > 1], counts[counts > 1], strict=True):
                axes.annotate(f"{count} units", end, (10, -14), textcoords="offset points")
            axes.set(title=title, xlabel="first weight", xlim=(-reach, reach), ylim=(-reach, reach))
            axes.set_box_aspect(1)
        row[0].set_ylabel("second weight")
        show(figure, alt)


def needed_variance(inputs, series, alt):
    """Draw the variance that keeps a signal's size, as measured and as given by a formula.

    Arguments:
        inputs: numbers of inputs of a layer, (sizes,)
        series: dict of label -> (variances, (seeds, sizes), label of the formula, its values (sizes,))
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.5))
        for index, (label, (measured, formula, values)) in enumerate(series.items()):
            color = COLORS[index]
            axes.plot(inputs, values, color=color, label=formula)
            middle = np.median(measured, axis=0)
            reach = np.abs([measured.min(axis=0) - middle, measured.max(axis=0) - middle])
            style = {"fmt": MARKERS[index], "color": color, "markersize": 9, "capsize": 5}
            axes.errorbar(inputs, middle, reach, label=label, **style)
        axes.set(yscale="log", xlabel="inputs of a unit", ylabel="variance needed")
        at(axes, inputs, "d")
        figure.legend(loc="outside right upper")
        show(figure, alt)


def shares(panels, ylabel, alt):
    """Draw shares against several causes, side by side: medians over seeds, in bands from least to most.

    Arguments:
        panels: dict of label of the cause -> (its values, (n,), shares, (seeds, n))
        ylabel: what has these shares
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        size = (3.7 * len(panels), 3.9)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharey=True)
        for index, (axes, (cause, (x, values))) in enumerate(zip(row, panels.items(), strict=True)):
            band(axes, x, values, index)
            at(axes, x)
            axes.set_xlabel(cause)
            axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        row[0].set(ylabel=ylabel, ylim=(0, None))
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
