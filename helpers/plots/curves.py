"""Figures of something that goes on step by step: costs, scores, sizes of a signal."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import MaxNLocator

from helpers.plots.style import COLORS, MARKERS, STYLE, show


def bands(series, xlabel, ylabel, alt, log=False, reference=None, first=0, x=None):
    """Draw one line per series: the median over seeds, in a band from the smallest to the largest.

    Arguments:
        series: dict of label -> values, (seeds, steps)
        xlabel, ylabel: what the axes show
        alt: the figure in words
        log: whether the vertical axis is logarithmic
        reference: (label, value) of a dashed horizontal line
        first: the number of the first step
        x: where the steps stand on a logarithmic axis, (steps,); in place of their numbers
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.5))
        for index, (label, values) in enumerate(series.items()):
            values = np.atleast_2d(values)  # (seeds, steps)
            steps = first + np.arange(values.shape[1]) if x is None else np.asarray(x)
            style = {"marker": MARKERS[index % len(MARKERS)], "markevery": max(1, len(steps) // 10)}
            axes.plot(steps, np.median(values, axis=0), label=label, **style)
            axes.fill_between(steps, values.min(axis=0), values.max(axis=0), alpha=0.2)
        if reference:
            label, value = reference
            axes.axhline(value, color="black", linestyle="--", linewidth=1, label=label)
        axes.set(xlabel=xlabel, ylabel=ylabel, yscale="log" if log else "linear")
        if x is None:
            axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        else:
            axes.set_xscale("log")
        figure.legend(loc="outside right upper")
        show(figure, alt)


def smoothed(values, lines, xlabel, ylabel, alt, first=1):
    """Draw single measurements as grey dots, and lines that run through them.

    Arguments:
        values: the measurements, (steps,)
        lines: dict of label -> values, (steps,)
        xlabel, ylabel: what the axes show
        alt: the figure in words
        first: the number of the first step
    """
    steps = first + np.arange(len(values))
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.5))
        axes.plot(steps, values, ".", color="0.7", label="measured")
        for index, (label, line) in enumerate(lines.items()):
            style = {"marker": MARKERS[index % len(MARKERS)], "markevery": max(1, len(steps) // 10)}
            axes.plot(steps, line, label=label, linewidth=2, **style)
        axes.set(xlabel=xlabel, ylabel=ylabel)
        figure.legend(loc="outside right upper")
        show(figure, alt)


def by_setting(settings, series, xlabel, ylabel, alt, reference=None):
    """Draw scores for a few settings, side by side: the median over seeds and all values around it.

    Arguments:
        settings: what was tried, in order
        series: dict of label -> values, (seeds, settings)
        xlabel, ylabel: what the axes show
        alt: the figure in words
        reference: (label, value) of a dashed horizontal line
    """
    places = np.arange(len(settings))
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.5))
        for index, (label, values) in enumerate(series.items()):
            values, shift = np.asarray(values), 0.08 * (index - (len(series) - 1) / 2)
            style = {"color": COLORS[index], "marker": MARKERS[index]}
            axes.plot(places + shift, np.median(values, axis=0), label=label, markersize=9, **style)
            x = np.broadcast_to(places + shift, values.shape)
            axes.plot(x, values, linestyle="none", markersize=4, alpha=0.5, **style)
        if reference:
            label, value = reference
            axes.axhline(value, color="black", linestyle="--", linewidth=1, label=label)
        axes.set(xlabel=xlabel, ylabel=ylabel)
        axes.set_xticks(places, [str(setting) for setting in settings])
        figure.legend(loc="outside right upper")
        show(figure, alt)


def stopping(steps, losses, watched, best, stop, xlabel, ylabel, alt):
    """Draw losses during training, the best of the one that is watched, and where training stops.

    What is larger than four times the best is cut off.

    Arguments:
        steps: when the losses were measured, (measurements,)
        losses: dict of label -> values, (measurements,)
        watched: the label of the one that decides
        best, stop: indices of two measurements
        xlabel, ylabel: what the axes show
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.5))
        for index, (label, values) in enumerate(losses.items()):
            style = {"marker": MARKERS[index % len(MARKERS)], "markevery": max(1, len(steps) // 10)}
            axes.plot(steps, values, label=label, **style)
        axes.axvspan(steps[stop], steps[-1], color="0.92", label="not trained any more")
        axes.axvline(steps[stop], color="black", linestyle="--", linewidth=1)
        star = {"marker": "*", "markersize": 20, "color": "black", "linestyle": "none", "zorder": 4}
        axes.plot(steps[best], losses[watched][best], label="kept", **star)
        axes.set(xlabel=xlabel, ylabel=ylabel, ylim=(0, 4 * losses[watched][best]))
        figure.legend(loc="outside right upper")
        show(figure, alt)
