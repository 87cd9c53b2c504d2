"""Figures of errors: how sure they are, and what they are made of."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import NullFormatter, PercentFormatter

from helpers.plots.style import COLORS, MARKERS, STYLE, show


def funnel(sizes, accuracies, expected, alt):
    """Draw a classifier's accuracies on many test sets, and two standard errors around the expected one.

    Arguments:
        sizes: numbers of test examples, (sizes,)
        accuracies: what was measured, (sizes, test sets)
        expected: the accuracy on infinitely many examples
        alt: the figure in words
    """
    m = np.geomspace(min(sizes), max(sizes), 200)
    two_errors = 2 * np.sqrt(expected * (1 - expected) / m)
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.5))
        shift = np.random.default_rng(0).uniform(0.88, 1.14, np.shape(accuracies))
        x = np.reshape(sizes, (-1, 1)) * shift  # side by side, so that each can be seen
        axes.plot(x.ravel(), np.ravel(accuracies), ".", color=COLORS[0], alpha=0.35, markersize=4)
        for sign in (-1, 1):
            curve = np.minimum(1, expected + sign * two_errors)
            axes.plot(m, curve, color=COLORS[1], linewidth=2)
        axes.axhline(expected, color="black", linestyle="--", linewidth=1)
        axes.text(max(sizes), expected + 0.02, "in the long run", ha="right", va="bottom")
        axes.text(m[70], (expected - two_errors)[70] - 0.03, "two standard errors", color=COLORS[1])
        sized(axes, sizes)
        axes.set(xlabel="examples in the test set", ylabel="accuracy on it")
        show(figure, alt)


def gaps(panels, sizes, bayes, alt):
    """Draw training and dev error against the size of the training set, and the gaps between them.

    Lines are medians over seeds, bars go from the smallest to the largest.

    Arguments:
        panels: dict of title -> (training errors, dev errors), each (seeds, sizes)
        sizes: numbers of training examples, (sizes,)
        bayes: the Bayes error
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, len(panels), figsize=(5 * len(panels), 4.8), sharey=True)
        for axes, (title, (train, dev)) in zip(row, panels.items(), strict=True):
            low, high = np.median(train, axis=0), np.median(dev, axis=0)
            avoidable = {"color": COLORS[4], "alpha": 0.45, "label": "avoidable bias"}
            axes.fill_between(sizes, bayes, np.maximum(low, bayes), linewidth=0, **avoidable)
            variance = {"color": COLORS[5], "alpha": 0.45, "label": "variance"}
            axes.fill_between(sizes, low, np.maximum(low, high), linewidth=0, **variance)
            for index, (label, errors) in enumerate({"training": train, "dev": dev}.items()):
                with_bars(axes, sizes, errors, index, f"{label} error")
            axes.axhline(bayes, color="black", linestyle="--", linewidth=1.5, label="Bayes error")
            sized(axes, sizes)
            axes.set(title=title, xlabel="training examples", ylabel="error", ylim=(-0.01, None))
            axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
            axes.label_outer()
        handles = axes.get_legend_handles_labels()
        figure.legend(*handles, loc="outside lower center", ncols=5)
        show(figure, alt)


def with_bars(axes, sizes, errors, index, label):
    """Put a line into axes: the median over seeds, with a bar from the smallest to the largest."""
    middle = np.median(errors, axis=0)
    reach = np.abs([errors.min(axis=0) - middle, errors.max(axis=0) - middle])
    style = {"color": COLORS[index], "marker": MARKERS[index]}
    axes.plot(sizes, middle, label=label, **style)
    beside = np.array(sizes) * (0.97, 1.03)[index]
    axes.errorbar(beside, middle, reach, fmt="none", color=COLORS[index], capsize=4, elinewidth=1)


def sized(axes, sizes):
    """Give axes a logarithmic horizontal axis that is marked at these sizes."""
    axes.set_xscale("log")
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.minorticks_off()
