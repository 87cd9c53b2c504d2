"""Figures of learning rates that change: noise floors, schedules and range tests."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, MARKERS, STYLE, show

RATE, ABOVE = (2e-4, 4), (0.015, 1)  # what the panel shows


def final(above):
    """Return the median over seeds of the mean of the last five costs (seeds, k)."""
    return np.median(above[:, -5:].mean(axis=1))


def floors(curves, levels, alt):
    """Draw mean costs against steps, both axes logarithmic, and dashed floors.

    Arguments:
        curves: dict of label -> mean costs after 0, 1, 2, ... steps, (steps + 1,); the last is drawn black
        levels: dict of label -> predicted floor
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8.5, 4.8))
        for index, (label, costs) in enumerate(curves.items()):
            last = index == len(curves) - 1
            color = "black" if last else COLORS[index]
            steps = np.arange(1, len(costs))
            axes.loglog(steps, costs[1:], color=color, linewidth=2.5 if last else 1.8)
            if label in levels:
                axes.plot([1, steps[-1]], [levels[label]] * 2, "--", color=color, linewidth=1)
            place = {"color": color, "va": "center", "weight": "bold"}
            axes.text(steps[-1] * 1.15, np.mean(costs[-100:]), label, **place)
        axes.set(xlabel="step", ylabel="mean cost", xlim=(1, steps[-1] * 6))
        axes.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1,000"])
        axes.minorticks_off()
        show(figure, alt)


def scheduled(rates, runs, alt):
    """Draw learning rates against steps, and beside them the costs of the runs that used them.

    Arguments:
        rates: dict of label -> learning rate of each step, (n,)
        runs: dict of label -> (steps, costs above the lowest (seeds, k))
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.6), width_ratios=(1, 1.2))
        for index, (label, values) in enumerate(rates.items()):
            color = {"color": COLORS[index], "linewidth": 2}
            left.plot(values, label=label, **color)
            steps, above = runs[label]
            look = {"marker": MARKERS[index], "markevery": (index, 5), "markersize": 6}
            right.semilogy(steps, np.median(above, axis=0), **look, **color)
        left.set(xlabel="step", ylabel="learning rate")
        right.set(xlabel="step", ylabel="cost above the lowest possible", ylim=(0.037, 0.5))
        right.set_yticks([0.05, 0.1, 0.2, 0.4], ["0.05", "0.1", "0.2", "0.4"])
        right.minorticks_off()
        right.locator_params(axis="x", nbins=5)
        figure.legend(loc="outside upper center", ncols=len(rates))
        show(figure, alt)


def range_tests(tests, rates, ends, alt):
    """Draw range tests above, and below them what runs with these learning rates end at.

    Arguments:
        tests: dict of number of steps -> (learning rates, smoothed losses, both (k,), two places to mark)
        rates: learning rates that were tried in full, (n,)
        ends: dict of schedule -> final costs, (n, seeds)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, (upper, lower) = plt.subplots(2, 1, figsize=(8.5, 6.6), sharex=True)
        for index, (steps, (at, losses, marks)) in enumerate(tests.items()):
            color = ["0.7", "0.45", "black"][index]
            upper.semilogx(at, losses, color=color, linewidth=2, label=f"{steps:,} steps")
            upper.plot(at[marks], losses[marks], "o", color=color, markersize=10)
        upper.set(ylabel="loss of a batch", ylim=(0.4, 1.0), title="range tests", xlim=(1.2e-3, 8))
        upper.legend(loc="upper left", fontsize=11)
        for index, (label, values) in enumerate(ends.items()):
            style = {"color": COLORS[index], "marker": MARKERS[index], "markersize": 7}
            middle = np.median(values, axis=1)
            lower.loglog(rates, middle, label=label, **style)
            best = middle.argmin()
            lower.loglog(rates[best], middle[best], "o", markersize=20, markerfacecolor="none", color="black")
        lower.set(xlabel="learning rate", ylabel="cost at the end", title="full runs, by their first rate")
        lower.set_yticks([0.05, 0.1, 0.2, 0.4], ["0.05", "0.1", "0.2", "0.4"])
        lower.set_xticks([0.001, 0.01, 0.1, 1], ["0.001", "0.01", "0.1", "1"])
        lower.minorticks_off()
        lower.legend(loc="upper left", fontsize=11)
        show(figure, alt)


def planned(shape, first, factors, steps, above, reference):
    """Draw one schedule and what a network does with it, for a panel.

    Arguments:
        shape, first: name of the schedule and its highest rate
        factors: what the highest rate is multiplied by in each step, (n,)
        steps, above: when costs were measured, (k,), and how far they are above the lowest, (seeds, k)
        reference: the final cost of the best constant rate

    Returns:
        figure, alt
    """
    middle, end = np.median(above, axis=0), final(above)
    with plt.rc_context(FIXED):
        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.6))
        figure.subplots_adjust(0.08, 0.13, 0.98, 0.9, wspace=0.22)
        left.semilogy(np.maximum(first * factors, RATE[0]), color=COLORS[1], linewidth=2.5)
        left.set(ylim=RATE, xlabel="step", ylabel="learning rate", title=f"{shape}, first rate {first:g}")
        right.semilogy(steps, np.clip(middle, *ABOVE), ".-", color=COLORS[0], linewidth=1.5)
        low, high = np.clip([above.min(axis=0), above.max(axis=0)], *ABOVE)
        right.fill_between(steps, low, high, color=COLORS[0], alpha=0.2)
        right.axhline(reference, color="black", linestyle="--", linewidth=1)
        right.set(ylim=ABOVE, xlabel="step", title=f"ends at {end:.3f}")
        for axes in (left, right):
            axes.locator_params(axis="x", nbins=5)
        right.set_ylabel("cost above the lowest possible", labelpad=2)
        right.set_yticks([0.02, 0.05, 0.1, 0.2, 0.5], ["0.02", "0.05", "0.1", "0.2", "0.5"])
        right.minorticks_off()
    return figure, f"Schedule {shape}, first rate {first:g}: the cost above the lowest ends at {end:.3f}."
