"""Figures of searches that narrow: boxes and rungs, and what a short look at a training shows."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, MARKERS, STYLE, show

STEPS = 2 ** np.arange(8)  # after which losses are measured: 1, 2, 4, ..., 128


def narrowing(x, values, xlabel, alt, reference=None):
    """Draw means with their standard errors against how narrow a search is.

    Arguments:
        x: of each mean, on a logarithmic axis, (n,)
        values: of each repeat, (repeats, n)
        xlabel: what x is
        alt: the figure in words
        reference: (label, mean) of a dashed line
    """
    errors = values.std(axis=0, ddof=1) / np.sqrt(len(values))
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(7.5, 4))
        style = {"color": COLORS[0], "marker": MARKERS[0], "markersize": 9, "capsize": 4}
        axes.errorbar(x, values.mean(axis=0), errors, **style)
        if reference:
            axes.axhline(reference[1], color="black", linestyle="--", linewidth=1)
            place = (0.99, reference[1])
            where = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points"}
            axes.annotate(reference[0], place, (0, 5), ha="right", **where)
        axes.set(xscale="log", xlabel=xlabel, ylabel="loss of the rate it chooses")
        axes.set_xticks(x, [f"{value:g}" for value in x])
        axes.minorticks_off()
        show(figure, alt)


def glimpses(rates, curves, columns, alt):
    """Draw the loss against the learning rate after some numbers of steps, and where the best ones lie.

    Arguments:
        rates: (seeds, candidates)
        curves: loss after `STEPS`, (seeds, candidates, 8)
        columns: which of them to draw
        alt: the figure in words
    """
    edges = np.arange(-5, 0.01, 0.25)
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.6))
        for index, column in enumerate(columns):
            place = np.digitize(np.log10(rates), edges)
            found = [np.median(curves[..., column][place == k]) for k in range(1, len(edges))]
            middle, best = 10 ** (edges[:-1] + 0.125), int(np.argmin(found))
            label = f"after {STEPS[column]} steps"
            axes.loglog(middle, found, color=COLORS[index], linewidth=2)
            axes.plot(middle[best], found[best], "*", color=COLORS[index], markersize=18)
            at = {"textcoords": "offset points", "ha": "right", "va": "top", "color": COLORS[index]}
            axes.annotate(label, (middle[best], found[best]), (8, -12), **at)
        axes.set(xlabel="learning rate", ylabel="dev loss", yticks=[0.2, 0.5, 1, 2, 5], ylim=(0.17, 10))
        axes.set_yticklabels(["0.2", "0.5", "1", "2", "5"])
        axes.minorticks_off()
        show(figure, alt)


def brackets(rates, curves, panels, alt):
    """Draw brackets side by side: which candidates are dropped at which rung, and which one is chosen.

    Arguments:
        rates: learning rates, (candidates,)
        curves: loss after `STEPS`, (candidates, 8)
        panels: dict of title -> (number of the first rung, the candidates that take part in each rung)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, len(panels), figsize=(5.6 * len(panels), 5), sharey=True)
        for axes, (title, (first, groups)) in zip(row, panels.items(), strict=True):
            bracket_on(axes, rates, curves, first, groups)
            axes.set_title(title, pad=24)
            axes.label_outer()
        show(figure, alt)


def bracket_on(axes, rates, curves, first, groups):
    """Draw one bracket; return the losses at the end of the chosen candidate and of the best one."""
    end = curves[:, -1]
    for rung, group in enumerate(groups, start=first):
        stays = groups[rung - first + 1] if rung - first + 1 < len(groups) else group
        dropped = np.setdiff1d(group, stays)
        axes.hlines(rates[group], STEPS[first] / 1.35, STEPS[rung], color=COLORS[0], linewidth=0.9, alpha=0.5)
        axes.plot(np.full(len(dropped), STEPS[rung]), rates[dropped], "x", color="0.45", markersize=5)
        axes.plot(np.full(len(stays), STEPS[rung]), rates[stays], "o", color=COLORS[0], markersize=4)
        axes.text(STEPS[rung], 1.5, str(len(group)), ha="center", va="bottom", fontsize=11)
    chosen, best = (group[np.argmin(end[group])] for group in (groups[-1], groups[0]))
    line = (STEPS[first] / 1.35, STEPS[-1])
    axes.plot(line, [rates[chosen]] * 2, color=COLORS[1], linewidth=3, zorder=4)
    axes.plot(line, [rates[best]] * 2, color="black", linestyle=":", linewidth=1.5, zorder=5)
    axes.plot(STEPS[-1], rates[best], "*", color="black", markersize=15, clip_on=False, zorder=6)
    axes.set(xscale="log", yscale="log", xlim=(1.4, 150), ylim=(1e-5, 1.3))
    axes.set(xlabel="steps", ylabel="learning rate")
    axes.set_xticks(STEPS[1:], STEPS[1:])
    axes.minorticks_off()
    return end[chosen], end[best]


def bracket(rates, curves, first, groups):
    """Draw one bracket for a panel.

    Arguments:
        rates: learning rates, (candidates,)
        curves: loss after `STEPS`, (candidates, 8)
        first: number of the first rung
        groups: the candidates that take part in each rung, a list of arrays

    Returns:
        figure, alt
    """
    with plt.rc_context(FIXED):
        figure, axes = plt.subplots(figsize=(8, 5))
        figure.subplots_adjust(0.11, 0.12, 0.97, 0.84)
        chosen, best = bracket_on(axes, rates, curves, first, groups)
        found = f"{len(groups[0])} candidates, first rung {STEPS[first]}: chosen loss {chosen:.3f}, "
        found += "the lowest" if chosen == best else f"lowest {best:.3f}"
        axes.set_title(found, pad=26)
    return figure, f"A bracket of learning rates that are dropped from rung to rung; {found}."
