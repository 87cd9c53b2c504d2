"""Figures of loss curves whose causes are known, of their gradients, and of bugs that ten images find."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, STYLE, show

GUESSING = np.log(10)  # the loss of a network that calls all ten digits equally likely
LOWEST = 1e-6  # what is smaller is drawn here


def gallery(runs, alt, titles=None):
    """Draw loss curves in three rows of three.

    Arguments:
        runs: dict of letter -> (training losses, dev losses, gradients); dev losses of every tenth step
        alt: the figure in words
        titles: dict of letter -> two lines to write above its curve; None means the letter alone
    """
    with plt.rc_context(STYLE):
        figure, grid = plt.subplots(3, 3, figsize=(10, 7.6), sharex=True, sharey=True)
        for axes, (letter, (training, dev, _)) in zip(grid.flat, runs.items(), strict=True):
            curve_on(axes, training, dev)
            axes.set_title(f"{letter}  {titles[letter] if titles else ''}".strip(), fontsize=11.5)
            axes.label_outer()
        grid[1, 0].set_ylabel("loss")
        grid[2, 1].set_xlabel("step")
        figure.legend(*axes.get_legend_handles_labels(), loc="outside lower center", ncols=4)
        show(figure, alt)


def curve_on(axes, training, dev=None):
    """Draw the loss of each batch, their mean over twenty, the loss on dev images, and that of guessing."""
    smooth = np.convolve(training, np.ones(20) / 20, "valid")  # (steps - 19,)
    axes.plot(training, color=COLORS[5], linewidth=0.6, alpha=0.6, label="each batch")
    axes.plot(19 + np.arange(len(smooth)), smooth, color=COLORS[0], linewidth=2, label="mean of 20 batches")
    if dev is not None:
        steps = np.linspace(0, len(training), len(dev), endpoint=False)
        axes.plot(steps, dev, color=COLORS[1], linewidth=2, label="dev images")
    axes.axhline(GUESSING, color="black", linestyle="--", linewidth=1, label="guessing")
    axes.set(ylim=(0, 3.6), xlim=(0, len(training)))


def level(runs, alt):
    """Draw losses on the left, and on the right the largest entry of each gradient, on a logarithmic axis.

    Arguments:
        runs: dict of label -> (training losses, dev losses, gradients)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.4))
        for index, (label, (training, _, slopes)) in enumerate(runs.items()):
            style = {"color": COLORS[index], "linewidth": 2 if index else 5, "label": label}
            left.plot(np.convolve(training, np.ones(10) / 10, "valid"), **style)
            right.plot(np.maximum(slopes, LOWEST), **style)
        left.axhline(GUESSING, color="black", linestyle="--", linewidth=1)
        left.text(0, GUESSING - 0.22, "guessing", fontsize=11)
        left.set(xlabel="step", ylabel="loss, mean of 10 batches", ylim=(0, 3.6))
        sized(right)
        figure.legend(*left.get_legend_handles_labels(), loc="outside lower center", ncols=3)
        show(figure, alt)


def sized(axes):
    """Give axes the scale of the gradients: logarithmic, with a place for those that are exactly zero."""
    axes.set(yscale="log", ylim=(LOWEST / 2, 10), xlabel="step", ylabel="gradient of layer 1")
    axes.set_yticks([LOWEST, 1e-4, 1e-2, 1], ["0", "0.0001", "0.01", "1"])
    axes.minorticks_off()


def found(on_all, on_ten, alt):
    """Draw final losses for each bug, of five runs on all images and of five on ten images each.

    Arguments:
        on_all, on_ten: dict of bug -> losses, (runs,)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, 2, figsize=(10, 3.9), sharey=True)
        titles = ["trained on all images", "trained on ten images"]
        for axes, losses, title in zip(row, [on_all, on_ten], titles, strict=True):
            for place, values in enumerate(losses.values()):
                values = np.maximum(values, 1e-4)
                color = COLORS[1] if np.median(values) > 0.3 else COLORS[0]
                axes.plot(values, np.full(len(values), place), "o", color=color, alpha=0.7)
            axes.axvline(GUESSING, color="black", linestyle="--", linewidth=1)
            axes.set(title=title, xlabel="final loss", xscale="log", xlim=(5e-5, 200))
            axes.grid(axis="y", alpha=0.4)
            axes.text(GUESSING * 1.2, 0.35, "guessing", fontsize=11)
        row[0].set_yticks(range(len(on_all)), on_all)
        row[0].invert_yaxis()
        show(figure, alt)


def case(number, look, run, cause, sign):
    """Draw a run for a panel: its curve alone, with a second look, or with its cause.

    Arguments:
        number: of the run
        look: 1, 2 or 3
        run: training losses, dev losses, gradients
        cause, sign: what it is, and what to do

    Returns:
        figure, alt
    """
    training, dev, slopes = run
    with plt.rc_context(FIXED):
        figure, (left, right) = plt.subplots(1, 2, figsize=(9, 4.1), width_ratios=(1.4, 1))
        figure.subplots_adjust(0.07, 0.14, 0.98, 0.83, wspace=0.3)
        curve_on(left, training, dev if look > 1 else None)
        left.set(xlabel="step", ylabel="loss")
        left.legend(loc="upper right", fontsize=10)
        sized(right)
        right.set_xlim(0, len(slopes))
        if look > 1:
            right.plot(np.maximum(slopes, LOWEST), color=COLORS[2], linewidth=1)
        told = [f"run {number}" + f": {cause}" * (look > 2), f"what next: {sign}" * (look > 2)]
        figure.suptitle("\n".join(told), x=0.07, ha="left")
    return figure, f"Loss curve of {'; '.join(filter(None, told))}; {in_words(training, dev, slopes, look)}."


def in_words(training, dev, slopes, look):
    """Return what a panel shows of a run in words."""
    ends = [np.mean(training[:5]), *(np.mean(part) for part in np.array_split(training, 4))]
    said = "training loss " + ", ".join(f"{value:.2f}" for value in ends)
    if look > 1:
        said += f"; dev loss at the end {dev[-1]:.2f}, lowest {min(dev):.2f}; gradient of layer 1 at first "
        said += f"{slopes[0]:.0e}, at the end {slopes[-1]:.0e}"
    return said
