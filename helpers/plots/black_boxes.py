"""A figure of what black boxes have answered while their costs were lowered."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.style import COLORS, STYLE, show


def answers(runs, boxes, alt, together=20):
    """Draw the measured costs of some boxes, a panel for each box and a line for each method.

    The costs are divided by the first one, and averaged over some measurements.

    Arguments:
        runs: dict of method -> list of measured costs for each box, each (measurements,)
        boxes: the numbers of those to draw
        alt: the figure in words
        together: how many measurements are averaged
    """
    with plt.rc_context(STYLE):
        rows = -(-len(boxes) // 4)
        figure, grid = plt.subplots(rows, 4, figsize=(10, 2.3 * rows + 0.5), sharex=True, sharey=True)
        for number, axes in zip(boxes, grid.flat, strict=False):
            for (label, costs), color in zip(runs.items(), COLORS, strict=False):
                means = averaged(costs[number], together)
                steps = together * (np.arange(means.size) + 0.5)
                height = np.minimum(means / costs[number][0], 9)  # what diverges leaves the axes
                axes.plot(steps, height, color=color, label=label, linewidth=2)
            axes.set(title=f"box {number}", yscale="log", ylim=(0.15, 4))
            axes.axhline(1, color="black", linestyle="--", linewidth=1)
        axes.set_yticks([0.2, 0.5, 1, 2], ["0.2", "0.5", "1", "2"])
        axes.minorticks_off()
        figure.supxlabel("measurement", fontsize=12)
        figure.supylabel("cost, relative to the first one", fontsize=12)
        figure.legend(*axes.get_legend_handles_labels(), loc="outside upper center", ncols=len(runs))
        show(figure, alt)


def averaged(costs, together):
    """Return the means of so many costs at a time; what is no number counts as infinite."""
    whole = np.asarray(costs, float)[: len(costs) // together * together]
    means = whole.reshape(-1, together).mean(axis=1)
    return np.where(np.isfinite(means), means, np.inf)
