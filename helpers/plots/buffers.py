"""Figures of what reaches a training step: which examples a shuffle buffer lets through, and when."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, MARKERS, STYLE, show

CLASSES = plt.get_cmap("viridis", 10)


def stream(file, size, labels, errors, best):
    """Draw, for a panel, the batches that a buffer lets through, and the errors of networks trained so.

    Arguments:
        file, size: the file, and the size of the buffer, in words and as a number
        labels: the classes in the order in which they come out of the buffer, (m,)
        errors: on the dev set after each epoch, (seeds, epochs)
        best: the same with a buffer for all examples

    Returns:
        figure, alt
    """
    with plt.rc_context(FIXED):
        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.2), width_ratios=(1.1, 1))
        figure.subplots_adjust(0.07, 0.14, 0.98, 0.9, wspace=0.22)
        batches_on(left, labels)
        left.set_title(f"file {file}, buffer of {size}")
        errors_on(right, {"buffer for all, sorted file": best, "this buffer": errors})
        last = errors[:, -1]
        found = f"{np.median(last):.3f} ({last.min():.3f} to {last.max():.3f})"
        right.set_title(f"after {errors.shape[1]} epochs: {found}")
    return (
        figure,
        f"File {file}, buffer of {size}: error on the dev set after {errors.shape[1]} epochs {found}.",
    )


def errors_on(axes, series):
    """Draw errors (seeds, epochs) by their labels, each as a line through the medians, in a band."""
    for index, (label, runs) in enumerate(series.items()):
        epochs = np.arange(1, runs.shape[1] + 1)
        axes.fill_between(epochs, runs.min(0), runs.max(0), color=COLORS[index], alpha=0.2, linewidth=0)
        style = {"marker": MARKERS[index], "linestyle": ("--", "-")[index], "color": COLORS[index]}
        axes.plot(epochs, np.median(runs, axis=0), label=label, **style)
    axes.set(xlabel="epoch", ylabel="error on the dev set", xlim=(0.7, 10.3), ylim=(0, 1.2))
    axes.set_yticks(np.linspace(0, 1, 6))
    axes.legend(loc="upper right", frameon=False)


def batches_on(axes, labels, size=64):
    """Draw the class of every example of an epoch, a row for each batch."""
    grid = np.full((-(-len(labels) // size), size), np.nan)
    grid.flat[: len(labels)] = labels
    limits = {"vmin": -0.5, "vmax": 9.5}
    picture = axes.imshow(grid, cmap=CLASSES, aspect="auto", interpolation="none", **limits)
    axes.set(xlabel="place in the batch", ylabel="batch", yticks=range(0, len(grid), 4))
    axes.figure.colorbar(picture, ax=axes, ticks=range(10), pad=0.02, label="class")


def timelines(runs, alt):
    """Draw when batches were loaded and when the network was trained on them, one above the other.

    Arguments:
        runs: dict of title -> dict of "load" and "train", each a list of (begin, end) in seconds
        alt: the figure in words
    """
    ends = {title: spans["train"][-1][1] - spans["load"][0][0] for title, spans in runs.items()}
    with plt.rc_context(STYLE):
        size = {"figsize": (10, 1.7 * len(runs) + 0.6), "sharex": True}
        figure, rows = plt.subplots(len(runs), 1, **size, squeeze=False)
        for axes, (title, spans) in zip(rows[:, 0], runs.items(), strict=True):
            start = spans["load"][0][0]
            for height, (kind, colour) in enumerate((("train", COLORS[0]), ("load", COLORS[1]))):
                spans_on(axes, 1000 * (np.array(spans[kind]) - start), height, colour)
            axes.axvline(1000 * ends[title], color="black", linestyle="--", linewidth=1)
            axes.set(yticks=[0, 1], yticklabels=["train", "load"], ylim=(-0.5, 1.5))
            axes.set_title(title, loc="left")
        rows[-1, 0].set(xlabel="milliseconds", xlim=(0, 1040 * max(ends.values())))
        show(figure, alt)


def spans_on(axes, spans, height, colour):
    """Draw spans of time (n, 2) as boxes in a row, each with its number."""
    for number, (begin, end) in enumerate(spans, start=1):
        axes.barh(height, end - begin, 0.8, begin, color=colour, edgecolor="white")
        axes.text(
            (begin + end) / 2, height, f"{number}", color="white", ha="center", va="center", fontsize=10
        )
