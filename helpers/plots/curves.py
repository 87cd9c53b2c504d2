"""Figures of something that goes on step by step: costs, scores, sizes of a signal."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import MaxNLocator

from helpers.plots.style import MARKERS, STYLE, show


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
