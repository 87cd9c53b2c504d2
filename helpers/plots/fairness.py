"""Figures of comparisons that depend on who makes them: by one shared rate, few trials, or errors."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, MARKERS, STYLE, show

LOWEST, HIGHEST = 0.03, 3


def cuts(rates, costs, marked, alt):
    """Draw costs against the learning rate, with dashed cuts, and below them who wins at each rate.

    Arguments:
        rates: learning rates, ascending, (k,)
        costs: dict of optimizer -> mean costs, (k,)
        marked: rates of the cuts
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(9, 5))
        sweep_on(axes, rates, costs)
        for rate in marked:
            axes.axvline(rate, color="black", linestyle="--", linewidth=1.5)
        figure.legend(*axes.get_legend_handles_labels(), loc="outside lower center", ncols=4)
        show(figure, alt)


def sweep_on(axes, rates, costs):
    """Draw the cost of each optimizer against the rate, and a strip in the colours of the winners."""
    for index, (label, values) in enumerate(costs.items()):
        style = {"color": COLORS[index], "marker": MARKERS[index], "markersize": 5, "linewidth": 2}
        axes.plot(rates, values, label=label, **style)
    best = np.argmin(list(costs.values()), axis=0)  # (k,)
    half = np.sqrt(rates[1] / rates[0])
    for rate, winner in zip(rates, best, strict=True):
        axes.axvspan(rate / half, rate * half, 0, 0.07, color=COLORS[winner], linewidth=0)
    axes.text(rates[0], LOWEST * 1.5, "the winner:", fontsize=11)
    axes.set(xscale="log", yscale="log", ylim=(LOWEST, HIGHEST), xlim=(rates[0] / half, rates[-1] * half))
    axes.set_yticks([0.1, 0.3, 1, 3], ["0.1", "0.3", "1", "3"])
    axes.minorticks_off()
    axes.set(xlabel="learning rate, the same for all", ylabel="cost after training")


def cut(rates, costs, rate):
    """Draw one cut for a panel, and the ranking at this rate.

    Arguments:
        rates, costs: as in `cuts`
        rate: where to cut

    Returns:
        figure, alt
    """
    place = int(np.argmin(np.abs(np.log(rates / rate))))
    names = sorted(costs, key=lambda name: costs[name][place])
    with plt.rc_context(FIXED):
        figure, (left, right) = plt.subplots(1, 2, figsize=(9.5, 4.2), width_ratios=(1.7, 1))
        figure.subplots_adjust(0.08, 0.14, 0.98, 0.9, wspace=0.1)
        sweep_on(left, rates, costs)
        left.axvline(rate, color="black", linestyle="--", linewidth=2)
        for height, name in enumerate(names):
            color = COLORS[list(costs).index(name)]
            right.barh(height, costs[name][place], color=color, height=0.5)
            right.text(0, height - 0.33, f"{height + 1}. {name}: {costs[name][place]:.3f}", fontsize=12)
        right.set(xlim=(0, 2.6), ylim=(3.5, -0.6), yticks=[], xlabel="cost after training")
        figure.suptitle(f"all at the rate {rate:.2g}: {names[0]} wins", x=0.08, ha="left")
    ranking = ", ".join(f"{name} {costs[name][place]:.3f}" for name in names)
    return figure, f"Costs against the learning rate, cut at {rate:.2g}. Ranking: {ranking}."


def budgets(trials, shares, alt):
    """Draw how often each optimizer wins, against the number of trials, in a panel for each range of rates.

    Arguments:
        trials: numbers of trials, (k,)
        shares: dict of title -> dict of optimizer -> share of wins, (k,)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, len(shares), figsize=(3.6 * len(shares), 4), sharey=True)
        for axes, (title, lines) in zip(row, shares.items(), strict=True):
            for index, (label, values) in enumerate(lines.items()):
                axes.plot(trials, values, color=COLORS[index], marker=MARKERS[index], label=label)
            axes.set(title=title, xscale="log", ylim=(-0.03, 1.03))
            axes.set_xticks(trials, trials)
            axes.minorticks_off()
        row[0].set_ylabel("share of wins")
        row[len(row) // 2].set_xlabel("trials for each optimizer")
        figure.legend(*axes.get_legend_handles_labels(), loc="outside lower center", ncols=4)
        show(figure, alt)


def pairs(a, b, labels, alt):
    """Draw two costs for each data set, joined by a line, and their differences with two standard errors.

    Arguments:
        a, b: costs, (sets,)
        labels: names of the two
        alt: the figure in words
    """
    count, differences = len(a), b - a
    apart = np.hypot(np.std(a, ddof=1), np.std(b, ddof=1)) / count**0.5
    together = np.std(differences, ddof=1) / count**0.5
    with plt.rc_context(STYLE):
        figure, (left, right) = plt.subplots(1, 2, figsize=(9.5, 4))
        left.plot([0, 1], [a, b], "o-", color=COLORS[5], linewidth=1.2)
        left.set_xticks([0, 1], labels)
        left.set(xlim=(-0.3, 1.3), ylabel="cost after training", title="a line for each data set")
        for height, error, index in [(1, apart, 1), (0, together, 0)]:
            bar = {"fmt": MARKERS[index], "color": COLORS[index], "capsize": 6, "elinewidth": 3}
            right.errorbar(differences.mean(), height, xerr=2 * error, markersize=9, **bar)
        right.plot(differences, np.full(count, -0.5), "|", color="0.4", markersize=12)
        right.axvline(0, color="black", linestyle="--", linewidth=1)
        right.set_yticks([1, 0, -0.5], ["not paired", "paired", "each set"])
        right.set(ylim=(-0.9, 1.5), xlabel=f"{labels[1]} minus {labels[0]}", title="two standard errors")
        show(figure, alt)
