"""Figures of what the end of a loss curve shows."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.style import COLORS, STYLE, show


def verdicts(curves, window, ylabel, alt):
    """Draw loss curves in panels, with their last two windows shaded and what was found in them.

    Arguments:
        curves: dict of title -> (losses, verdict), the losses (epochs,) from before the first one on
        window: number of losses in a window
        ylabel: what the losses are
        alt: the figure in words
    """
    rows = -(-len(curves) // 2)
    with plt.rc_context(STYLE):
        figure, grid = plt.subplots(rows, 2, figsize=(10, 2.7 * rows), squeeze=False)
        for axes, (title, (losses, verdict)) in zip(grid.flat, curves.items(), strict=False):
            end = len(losses) - 0.5
            axes.axvspan(end - 2 * window, end - window, color=COLORS[4], alpha=0.35, linewidth=0)
            axes.axvspan(end - window, end, color=COLORS[5], alpha=0.5, linewidth=0)
            axes.plot(np.arange(len(losses)), losses, color=COLORS[0])
            axes.set(title=f"{title}\n{verdict}", xlabel="epoch", ylabel=ylabel)
            axes.set_ylim(0, 1.1 * np.max(losses))
        for axes in grid.flat[len(curves) :]:
            axes.remove()
        show(figure, alt)
