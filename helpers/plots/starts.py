"""Figures of what a start leads to: for the units, for the first cost, for the training."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import NullFormatter

from helpers.plots.style import COLORS, MARKERS, STYLE, show


def unit_paths(panels, alt):
    """Draw, side by side, the way of every unit's two weights through the plane during training.

    Arguments:
        panels: dict of title -> weights, (steps, units, 2)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        size = (4.4 * len(panels), 4.4)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharex=True, sharey=True)
        for axes, (title, weights) in zip(row, panels.items(), strict=True):
            for unit in range(weights.shape[1]):
                w1, w2 = weights[:, unit].T  # each (steps,)
                color = COLORS[unit % len(COLORS)]
                axes.plot(w1, w2, color=color, linewidth=1.5)
                axes.plot(w1[0], w2[0], "o", color="white", markeredgecolor=color, markersize=8)
                axes.plot(w1[-1], w2[-1], "o", color=color, markersize=8)
            axes.axhline(0, color="0.8", linewidth=1, zorder=0)
            axes.axvline(0, color="0.8", linewidth=1, zorder=0)
            axes.set(title=title, xlabel="first weight", ylabel="second weight", aspect="equal")
            axes.label_outer()
        show(figure, alt)


def needed_variance(inputs, series, alt):
    """Draw the variance that keeps a signal's size, as measured, and as a formula has it.

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
        axes.set(xscale="log", yscale="log", xlabel="inputs of a unit", ylabel="variance needed")
        axes.set_xticks(inputs, [str(n) for n in inputs])
        axes.xaxis.set_minor_formatter(NullFormatter())
        axes.tick_params(which="minor", bottom=False)
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
            axes.set(xlabel=cause, ylim=(0, 1))
        row[0].set_ylabel(ylabel)
        show(figure, alt)


def band(axes, x, values, index=0, label=None):
    """Put values (seeds, n) into axes: their median, in a band from the smallest to the largest."""
    axes.plot(x, np.median(values, axis=0), color=COLORS[index], marker=MARKERS[index], label=label)
    low, high = values.min(axis=0), values.max(axis=0)
    axes.fill_between(x, low, high, color=COLORS[index], alpha=0.25, linewidth=0)


def at(axes, values, every=1):
    """Give axes a logarithmic horizontal axis that is marked at these values, or at some of them."""
    axes.set_xscale("log")
    axes.set_xticks(values[::every], [f"{value:.3g}" for value in values[::every]])
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.tick_params(which="minor", bottom=False)


def against_scale(scales, series, ylabel, alt, log=False, reference=None):
    """Draw values against the scale of a start: medians over seeds, in bands from least to most.

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
        at(axes, scales)
        axes.set(xlabel="scale", ylabel=ylabel, yscale="log" if log else "linear")
        figure.legend(loc="outside right upper")
        show(figure, alt)
