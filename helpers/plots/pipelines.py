"""Figures of what flows into a training, and in which order."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import MaxNLocator

from helpers.plots.style import STYLE, show


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
