"""Figures of searches: where the trials lie, and what they find."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from helpers.plots.style import COLORS, MARKERS, STYLE, show


def decades(panels, alt):
    """Draw, one below the other, draws on logarithmic axes, a row for each way to draw them.

    The share of the draws that lie in a decade stands below it.

    Arguments:
        panels: dict of label of the axis -> dict of label of the row -> draws, (n,)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, column = plt.subplots(len(panels), 1, figsize=(8, 2.6 * len(panels)), squeeze=False)
        for axes, (xlabel, series) in zip(column[:, 0], panels.items(), strict=True):
            exponents = np.log10(np.concatenate(list(series.values())))
            edges = np.arange(np.floor(exponents.min() + 1e-9), np.ceil(exponents.max() - 1e-9) + 1)
            for index, values in enumerate(series.values()):
                scattered(axes, values, index, 0.15, index, markersize=4, alpha=0.5)
                shares = np.histogram(np.log10(values), edges)[0] / len(values)
                for start, share in zip(edges[:-1], shares, strict=True):
                    axes.text(10 ** (start + 0.5), index + 0.4, f"{share:.1%}", ha="center")
            axes.set(xscale="log", xlabel=xlabel, xlim=10 ** edges[[0, -1]], xticks=10**edges)
            axes.set(yticks=range(len(series)), yticklabels=series, ylim=(len(series) - 0.4, -0.4))
            axes.grid(axis="x")
            axes.minorticks_off()
        show(figure, alt)


def scattered(axes, values, height, reach, index, **style):
    """Put dots into axes at a height, shifted up and down by chance so that each can be seen."""
    shifts = np.random.default_rng([len(values), 57]).uniform(-reach, reach, len(values))
    axes.plot(values, height + shifts, MARKERS[index], color=COLORS[index], **style)


def plain_ticks(axis):
    """Give a logarithmic axis ticks at 1, 2, 3 and 5 times the powers of ten, written as plain numbers."""
    axis.set_major_locator(LogLocator(subs=(1, 2, 3, 5)))
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axis.set_minor_locator(NullLocator())


def projections(rates, others, losses, panels, ylabel, alt):
    """Draw trials on a field of losses and, above it, the loss at each of their learning rates.

    Arguments:
        rates: learning rates, (n,)
        others: values of another hyperparameter, (k,)
        losses: the loss for each pair, (k, n)
        panels: dict of title -> trials, (learning rates, values of the other)
        ylabel: what the other hyperparameter is called
        alt: the figure in words
    """
    profile, size = np.median(losses, axis=0), (4.6 * len(panels), 6)  # (n,)
    style = {"color": COLORS[1], "markersize": 9, "markeredgecolor": "white", "clip_on": False}
    with plt.rc_context(STYLE):
        shared = {"sharex": True, "sharey": "row", "squeeze": False}
        figure, grid = plt.subplots(2, len(panels), figsize=size, **shared)
        for (above, below), (title, (x, y)) in zip(grid.T, panels.items(), strict=True):
            seen = np.interp(np.log(x), np.log(rates), profile)
            above.plot(rates, profile, color="0.6", linewidth=2)
            above.vlines(x, 0, seen, color=COLORS[1], linewidth=1, clip_on=False)
            above.plot(x, seen, MARKERS[0], **style)
            field = below.pcolormesh(rates, others, losses, cmap="cividis_r", shading="gouraud")
            below.vlines(x, y, max(others), color=COLORS[1], linewidth=1, clip_on=False)
            below.plot(x, y, MARKERS[0], **style)
            above.set(title=title, xscale="log", ylabel="dev loss", ylim=(0, None))
            below.set(xlabel="learning rate", ylabel=ylabel, yscale="log")
            above.label_outer()
            below.label_outer()
        figure.colorbar(field, ax=grid[1], label="dev loss")
        show(figure, alt)


def repeats(series, xlabel, alt, log=False):
    """Draw a row for each series: a dot for each repeat, and a bar at the median.

    Arguments:
        series: dict of label -> values, (repeats,)
        xlabel: what the values are
        alt: the figure in words
        log: whether the axis is logarithmic
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 0.75 * len(series) + 1))
        for index, values in enumerate(series.values()):
            scattered(axes, values, index, 0.25, index, alpha=0.6)
            axes.vlines(np.median(values), index - 0.38, index + 0.38, color="black", linewidth=3)
        axes.set(xlabel=xlabel, xscale="log" if log else "linear")
        if log:
            plain_ticks(axes.xaxis)
        axes.set(yticks=range(len(series)), yticklabels=series, ylim=(len(series) - 0.5, -0.5))
        show(figure, alt)


def ranges(panels, alt):
    """Draw, side by side, the loss of trials against their learning rate, and the range searched.

    Arguments:
        panels: dict of title -> (low, high, learning rates, losses); the best trial is marked
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        size = (3.6 * len(panels), 3.8)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharex=True, sharey=True)
        for axes, (title, (low, high, rates, losses)) in zip(row, panels.items(), strict=True):
            axes.axvspan(low, high, color=COLORS[5], alpha=0.25, linewidth=0)
            axes.plot(rates, losses, MARKERS[0], color=COLORS[0])
            best = np.argmin(losses)
            axes.plot(rates[best], losses[best], "*", color=COLORS[1], markersize=18)
            axes.set(title=title, xlabel="learning rate", ylabel="dev loss", xscale="log", yscale="log")
            plain_ticks(axes.yaxis)
            axes.label_outer()
        show(figure, alt)


def rungs(steps, curves, kept, alt):
    """Draw learning curves: in colour until a candidate is dropped, in grey what would have come.

    Arguments:
        steps: when the loss was measured, (n,)
        curves: the loss then, (candidates, n)
        kept: number of measurements made of each candidate, from the first on, (candidates,)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 5))
        for curve, count in zip(curves, kept, strict=True):
            axes.plot(steps[count - 1 :], curve[count - 1 :], color="0.75", linestyle=":", zorder=1)
            last = count == max(kept)
            style = {"color": COLORS[1] if last else COLORS[0], "marker": MARKERS[1 if last else 0]}
            axes.plot(steps[:count], curve[:count], zorder=3 if last else 2, markersize=5, **style)
        axes.set(xscale="log", yscale="log", xlabel="steps", ylabel="dev loss")
        plain_ticks(axes.yaxis)
        axes.set_xticks(steps, steps)
        axes.xaxis.set_minor_locator(NullLocator())
        show(figure, alt)
