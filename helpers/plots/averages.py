"""Figures of running averages: what they remember, and their noise against their delay."""

import matplotlib.pyplot as plt
import numpy as np

from helpers import data
from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, MARKERS, STYLE, show

DAYS = 60


def remembered(panels, alt, beta=0.9, past=26):
    """Draw how much weight lies on each day, and on the start: as if every day before had been like it.

    Arguments:
        panels: dict of title -> (weight of the start, weights of the days, oldest first)
        alt: the figure in words
        beta: of the average
        past: how many days before the first one are drawn
    """
    longest = max(len(weights) for _, weights in panels.values())
    with plt.rc_context(STYLE):
        size = {"figsize": (9, 1.8 * len(panels) + 0.4)}
        figure, column = plt.subplots(len(panels), 1, sharex=True, sharey=True, **size)
        for axes, (title, (start, weights)) in zip(column, panels.items(), strict=True):
            before = start * (1 - beta) * beta ** np.arange(past)  # yesterday's first
            edge = {"edgecolor": "white", "linewidth": 0.6, "width": 1.0}
            axes.bar(range(1, len(weights) + 1), weights, color=COLORS[0], **edge)
            axes.bar(-np.arange(past), before, color=COLORS[4], hatch="///", **edge)
            age = np.linspace(0, len(weights) + past - 1, 200)
            axes.plot(len(weights) - age, (1 - beta) * beta**age, color="black", linewidth=1)
            axes.axvline(0.5, color="0.5", linestyle="--", linewidth=1)
            axes.text(-past + 1, 0.07, f"{title}:\n{start:.0%} on the start")
            style = {"color": COLORS[0], "va": "center", "weight": "bold"}
            axes.text(len(weights) + 0.9, 0.05, f"{np.sum(weights):.0%} on the days", **style)
        axes.set(xlabel="day (hatched: as if all days before had been 0)", ylim=(0, 0.112))
        axes.set(xlim=(-past, longest + 15), xticks=[-20, -10, 1, 10, 20, 30])
        column[len(panels) // 2].set_ylabel("weight")
        show(figure, alt)


def noise_against_delay(betas, running, plain, named, alt):
    """Draw the noise that is left in averages against how far they lag behind.

    Arguments:
        betas: of running averages, (k,)
        running: their delay and noise, each (k,)
        plain: dict of n -> delay and noise of the plain average of the last n values
        named: the betas to be written beside their dots
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.6))
        delay = np.linspace(0, 50, 300)
        axes.plot(delay, 1 / np.sqrt(1 + 2 * delay), color="0.6", linewidth=1)
        axes.plot(*running, "o", color=COLORS[0], markersize=8, label=r"running average, with $\beta$")
        label = "plain average of the last $n$"
        style = {"color": COLORS[1], "markersize": 13, "fillstyle": "none", "markeredgewidth": 1.8}
        axes.plot(*zip(*plain.values(), strict=True), "^", label=label, **style)
        for beta, x, y in zip(betas, *running, strict=True):
            if beta in named:
                axes.annotate(rf"$\beta={beta:g}$", (x, y), (4, 12), textcoords="offset points")
        for n, (x, y) in plain.items():
            above = {"textcoords": "offset points", "ha": "right", "color": COLORS[1]}
            axes.annotate(f"$n={n}$", (x, y), (-2, -22), **above)
        axes.set(xlim=(-3, 53), ylim=(0, 1.08))
        axes.set(xlabel="delay, in steps", ylabel="noise, 1 in a single value")
        axes.legend(loc="upper right")
        show(figure, alt)


def noise_and_delay(betas, panels, alt):
    """Draw how far averaged gradients are off: by noise, by delay, and in all.

    Arguments:
        betas: of the averages, (k,)
        panels: dict of title -> distances, (runs, 3, k): noise, delay and both together
        alt: the figure in words
    """
    reach = 1 / (1 - np.asarray(betas))
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, len(panels), figsize=(11, 4.6), sharey=True)
        for axes, (title, found) in zip(row, panels.items(), strict=True):
            for index, label in enumerate(["noise", "delay", "both together"]):
                color = [COLORS[5], COLORS[1], "black"][index]
                style = {"color": color, "marker": MARKERS[index], "linewidth": 2, "label": label}
                axes.plot(reach, np.median(found[:, index], axis=0), **style)
                low, high = found[:, index].min(axis=0), found[:, index].max(axis=0)  # (k,)
                axes.fill_between(reach, low, high, color=color, alpha=0.2)
            axes.set(title=title, xscale="log", xlabel=r"$\beta$")
            axes.set_xticks(reach, [f"{beta:.2g}" if beta < 0.99 else f"{beta:.3f}" for beta in betas])
            axes.minorticks_off()
        row[0].set(ylim=(0, None), ylabel="distance, relative\nto the exact gradient")
        figure.legend(*row[0].get_legend_handles_labels(), loc="outside upper center", ncols=3)
        show(figure, alt)


def shares(beta, days=DAYS):
    """Return the weight of each day (a column) in the corrected average on each day (a row)."""
    age = np.subtract.outer(np.arange(days), np.arange(days))  # (days, days)
    weights = np.where(age < 0, 0, beta ** np.maximum(age, 0).astype(float))
    return weights / weights.sum(axis=1, keepdims=True)


def echo(beta, day, error):
    """Draw a running average of temperatures, and what a false reading of one day does to it.

    Arguments:
        beta: of the average
        day, error: which reading is false, and by how many degrees

    Returns:
        figure, alt
    """
    days, true = np.arange(1, DAYS + 1), data.temperatures()[:DAYS]
    average = shares(beta) @ true
    left = error * shares(beta)[:, day - 1]  # (days,)
    with plt.rc_context(FIXED):
        figure, axes = plt.subplots(figsize=(8, 5))
        figure.subplots_adjust(0.09, 0.12, 0.98, 0.92)
        axes.plot(days, true, ".", color="0.65", label="readings")
        axes.plot(day, true[day - 1] + error, "^", color=COLORS[1], markersize=11, label="the false one")
        axes.fill_between(days, average, average + left, color=COLORS[1], alpha=0.35, label="its echo")
        axes.plot(days, average + left, color=COLORS[1], linewidth=1.5)
        axes.plot(days, average, color=COLORS[0], linewidth=2, label="average without it")
        axes.set(xlim=(0, DAYS + 1), ylim=(-19, 33), xlabel="day", ylabel="degrees")
        axes.legend(loc="upper right", ncols=2)
        long = int(np.sum(np.abs(left) > 0.5))
        found = (
            f"echo {left[day - 1]:+.1f} on day {day}; above half a degree for {long} day{'s' * (long != 1)}"
        )
        axes.set_title(rf"$\beta$ = {beta:g}: {found}")
    said = f"Sixty readings, the one of day {day} off by {error:+d} degrees, and their running average"
    return figure, f"{said}, beta {beta:g}; {found}."
