"""Figures of what flows into a training, and in which order."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import MaxNLocator

from helpers.plots.style import COLORS, STYLE, show


def batch_contents(panels, alt):
    """Draw, side by side, the class of every example of an epoch: a row for each batch.

    Arguments:
        panels: dict of title -> batches, each the classes of its examples, (size,)
        alt: the figure in words
    """
    classes = 1 + max(max(batch) for contents in panels.values() for batch in contents)
    colours = plt.get_cmap("viridis", classes)
    with plt.rc_context(STYLE):
        size = (2.6 * len(panels) + 1, 3.8)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharey=True, squeeze=False)
        for axes, (title, contents) in zip(row[0], panels.items(), strict=True):
            grid = np.full((len(contents), max(map(len, contents))), np.nan)
            for line, batch in zip(grid, contents, strict=True):
                line[: len(batch)] = batch
            limits = {"vmin": -0.5, "vmax": classes - 0.5}
            picture = axes.imshow(grid, cmap=colours, aspect="auto", interpolation="none", **limits)
            axes.set(title=title, xlabel="place in the batch", ylabel="batch")
            axes.yaxis.set_major_locator(MaxNLocator(integer=True))
            axes.label_outer()
        figure.colorbar(picture, ax=row[0], ticks=range(classes), label="class", pad=0.01)
        show(figure, alt)


LEAKS = {  # what stands at which place, in the figure of `leaks`
    "all\nexamples": (0, 1),
    "training set": (1, 2),
    "dev set": (1, 1),
    "test set": (1, 0),
    "fitted: $\\mu$, $\\sigma$,\nchosen features,\nweights": (2.15, 2),
    "score on the\ndev set": (3.2, 1),
    "score on the\ntest set": (3.2, 0),
}


KINDS = {"allowed": (COLORS[0], "-"), "a leak": (COLORS[1], "--")}


def leaks(alt):
    """Draw where what is fitted may come from, and from where it would leak; `alt`: the figure in words."""
    everything, train, dev, test, fitted, dev_score, test_score = LEAKS
    allowed = [(everything, train), (everything, dev), (everything, test), (train, fitted)]
    allowed += [(fitted, dev_score), (fitted, test_score), (dev, dev_score), (test, test_score)]
    leaking = [(everything, fitted), (dev, fitted), (test, fitted)]
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(9, 4.2))
        box = {"boxstyle": "round,pad=0.4", "facecolor": "white", "edgecolor": "0.4"}
        style = {"ha": "center", "va": "center", "bbox": box, "zorder": 3}
        boxes = {name: axes.text(*place, name, **style) for name, place in LEAKS.items()}
        for pairs, (colour, line) in zip((allowed, leaking), KINDS.values(), strict=True):
            for ends in pairs:
                bend = -0.45 if ends == (everything, fitted) else 0
                arrow(axes, *(boxes[end] for end in ends), color=colour, linestyle=line, bend=bend)
        for label, (colour, line) in KINDS.items():
            axes.plot([], [], color=colour, linestyle=line, linewidth=2, label=label)
        axes.set(xlim=(-0.45, 3.7), ylim=(-0.4, 2.9))
        axes.axis("off")
        figure.legend(loc="outside lower center", ncols=2)
        show(figure, alt)


def arrow(axes, start, end, bend=0, **style):
    """Draw an arrow from one text in a box to another; `bend` makes an arc of it."""
    style |= {"arrowstyle": "-|>", "linewidth": 2, "mutation_scale": 16, "shrinkA": 0, "shrinkB": 0}
    style |= {"connectionstyle": f"arc3,rad={bend}", "patchA": start.get_bbox_patch()}
    style |= {"patchB": end.get_bbox_patch()}
    axes.annotate("", end.get_position(), start.get_position(), arrowprops=style, zorder=2)
