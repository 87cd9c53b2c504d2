"""Figures of trials and of the shadows that they cast on the axis that matters; rulers of ten decades."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, STYLE, show

WIDTH = 0.1  # the share of an axis on which a trial does well
MATTERS = ("only A", "A and B")


def throw(kind, trials, seed=0):
    """Return trials on a square of side 1, (trials, 2): a grid of them, or random ones."""
    if kind == "random":
        return np.random.default_rng(seed).random((trials, 2))
    side = round(trials**0.5)
    places = (np.arange(side) + 0.5) / side
    return np.stack(np.meshgrid(places, places), axis=-1).reshape(-1, 2)


def shadows(panels, start, alt):
    """Draw trials on squares, and below each square their shadows on the axis that matters.

    Arguments:
        panels: dict of title -> trials, (n, 2)
        start: where the good values of A begin
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, len(panels), figsize=(4.2 * len(panels), 4.8), sharey=True)
        for axes, (title, trials) in zip(row, panels.items(), strict=True):
            found = shadows_on(axes, trials, (start, -1), "only A")[0]
            axes.set_title(f"{title}: {found} values of A")
            axes.label_outer()
        show(figure, alt)


def shadows_on(axes, trials, corner, matters):
    """Draw a square with its good region, its trials and their shadows.

    Returns:
        values: how many values of A were tried
        hits: how many trials do well
    """
    good = (trials[:, 0] > corner[0]) & (trials[:, 0] < corner[0] + WIDTH)
    bottom, height = 0, 1
    if matters != "only A":
        good &= (trials[:, 1] > corner[1]) & (trials[:, 1] < corner[1] + WIDTH)
        bottom, height = corner[1], WIDTH
    axes.add_patch(plt.Rectangle((corner[0], bottom), WIDTH, height, color=COLORS[4], alpha=0.35, lw=0))
    axes.vlines(trials[:, 0], -0.14, trials[:, 1], color="0.75", linewidth=1, zorder=1)
    axes.add_patch(plt.Rectangle((0, -0.16), 1, 0.06, color="0.93", zorder=0))
    for chosen, marker, color, size in ((~good, "o", COLORS[0], 8), (good, "*", COLORS[1], 17)):
        axes.plot(*trials[chosen].T, marker, color=color, markersize=size, markeredgecolor="white")
        axes.plot(trials[chosen, 0], np.full(chosen.sum(), -0.13), "|", color=color, markersize=14, mew=3)
    axes.add_patch(plt.Rectangle((0, 0), 1, 1, fill=False, color="0.5"))
    axes.set(xlim=(-0.02, 1.02), ylim=(-0.18, 1.02), xlabel="A", ylabel="B", xticks=[], yticks=[])
    axes.set_aspect("equal")
    axes.spines[:].set_visible(False)
    return len(np.unique(trials[:, 0].round(9))), good.sum()


def thrown(kind, trials, valley, matters):
    """Draw one throw for a panel, and return the figure and what it shows in words.

    Arguments:
        kind: "grid" or "random"
        trials: their number, a square
        valley: which one, 1, 2, ...; it decides where the good region lies, and the random trials
        matters: one of `MATTERS`
    """
    corner = np.random.default_rng([valley, 3]).uniform(0, 1 - WIDTH, 2)
    tried = throw(kind, trials, valley)
    best = error(tried, corner, matters).min()
    with plt.rc_context(FIXED):
        figure, axes = plt.subplots(figsize=(5.2, 5.9))
        figure.subplots_adjust(0.08, 0.06, 0.98, 0.9)
        values, hits = shadows_on(axes, tried, corner, matters)
        axes.set_title(f"{kind}: {values} values of A, {hits} in the valley\nlowest error {best:.0%}")
    where = "a strip" if matters == "only A" else "a small square"
    return figure, (
        f"A square with {trials} trials, {kind}, and {where} in which trials do well. Their shadows: "
        f"{values} values of A. {hits} of the trials do well; the lowest error is {best:.0%}."
    )


def error(trials, corner, matters):
    """Return the made-up error of trials (n, 2): 5 % in the middle of the valley, 90 % far from it."""
    away = trials - np.array(corner) - WIDTH / 2
    squares = away[:, 0] ** 2 if matters == "only A" else (away**2).sum(axis=1)
    return 0.9 - 0.85 * np.exp(-squares / WIDTH**2)


def shares(names, series, alt, chances):
    """Draw how much each hyperparameter explains: a row for each, a dot for each seed, a bar at the median.

    Arguments:
        names: of the hyperparameters, from top to bottom
        series: dict of title -> shares, (seeds, names)
        alt: the figure in words
        chances: the share that a meaningless number explains, for each title
    """
    places = np.arange(len(names))
    with plt.rc_context(STYLE):
        size = {"figsize": (4 * len(series), 3.8), "sharex": True, "sharey": True}
        figure, row = plt.subplots(1, len(series), **size)
        for index, (axes, (title, found)) in enumerate(zip(row, series.items(), strict=True)):
            found = np.asarray(found)
            axes.barh(places, np.median(found, axis=0), color=COLORS[index], alpha=0.5, height=0.6)
            axes.plot(found.T, places, "o", color=COLORS[index], markersize=6, markeredgecolor="white")
            axes.axvline(chances[index], color="black", linestyle="--", linewidth=1)
            axes.set(title=title, xlabel="share explained", xlim=(0, 0.7), yticks=places, yticklabels=names)
        row[0].invert_yaxis()
        show(figure, alt)


def rulers(draws, alt, count=4):
    """Draw rulers below each other, each a magnified tenth of the one above, with draws as marks.

    Arguments:
        draws: numbers from 0 to 1, (n,)
        alt: the figure in words
        count: how many rulers there are
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(9, 1.25 * count))
        for index in range(count):
            top, end = -2.2 * index, 10.0**-index
            axes.add_patch(plt.Rectangle((0, top - 1), 1, 1, facecolor="0.95", edgecolor="0.4"))
            axes.add_patch(plt.Rectangle((0, top - 1), 0.1, 1, color=COLORS[4], alpha=0.4, lw=0))
            marks = draws[draws < end] / end
            axes.vlines(marks[marks >= 0.1], top - 1, top, color=COLORS[0], linewidth=1)
            axes.vlines(marks[marks < 0.1], top - 1, top, color=COLORS[1], linewidth=1)
            label = f"{end / 10:g} to {end:g}:\n{np.sum(marks >= 0.1)} draws"
            axes.text(1.02, top - 0.5, label, va="center")
            if index < count - 1:
                axes.plot([0, 0], [top - 1, top - 2.2], color="0.6", linewidth=1)
                axes.plot([0.1, 1], [top - 1, top - 2.2], color="0.6", linewidth=1)
        axes.set(xlim=(-0.01, 1.22), ylim=(-2.2 * count + 1.1, 0.1))
        axes.axis("off")
        show(figure, alt)
