"""Figures of how two nearly equal costs lose their digits, and of what bugs do to training and to a check."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.style import COLORS, MARKERS, STYLE, show

POWERS = range(0, -16, -1)  # of ten: the steps that a panel shows


def slope_errors(steps):
    """Return by how much the two-sided slopes of exp at 1 are off, for an array of steps."""
    return np.abs((np.exp(1 + steps) - np.exp(1 - steps)) / (2 * steps) - np.e)


def digits(power):
    """Draw the digits of exp(1 + step) and exp(1 - step), and what is left of the slope.

    Arguments:
        power: the step is ten to this power

    Returns:
        figure, alt
    """
    step = 10.0**power
    above, below = (f"{np.exp(1 + sign * step):.16f}" for sign in (1, -1))
    pairs = zip(above, below, strict=True)
    common = next((n for n, pair in enumerate(pairs) if pair[0] != pair[1]), len(above))
    error = slope_errors(step)
    with plt.rc_context({**STYLE, "figure.constrained_layout.use": False}):
        figure, (top, axes) = plt.subplots(2, 1, figsize=(8, 5), height_ratios=(1, 2.4))
        figure.subplots_adjust(0.13, 0.13, 0.97, 0.97, hspace=0.12)
        top.set_axis_off()
        for height, name, number in [(0.72, "J(1 + step)", above), (0.22, "J(1 - step)", below)]:
            spelled(top, height, name, number, common)
        steps = 10.0 ** np.array(POWERS)
        axes.loglog(steps, slope_errors(steps), "o-", color=COLORS[0], markersize=4)
        axes.plot(step, error, "*", color=COLORS[1], markersize=18, zorder=4)
        axes.set(xlim=(3e-16, 3), ylim=(1e-13, 10), xlabel="step", ylabel="error of the slope")
    agree = len(above[:common].replace(".", ""))
    found = f"step 1e{power}: {agree} leading digits agree, the slope is off by {error:.0e}"
    return figure, f"Two numbers of 17 digits, and the error of the slope against the step; {found}."


def spelled(axes, height, name, number, common):
    """Write a number with its name; the digits that it shares with the other one are grey."""
    style = {"family": "monospace", "fontsize": 17, "transform": axes.transAxes, "va": "center"}
    axes.text(0, height, name, **style)
    for place, digit in enumerate(number):
        color = "0.7" if place < common else COLORS[1]
        axes.text(0.3 + 0.037 * place, height, digit, color=color, **style)


def bugs(names, costs, differences, alt):
    """Draw, one row a bug, the cost after training with it and what a check of the gradient says.

    Arguments:
        names: the bugs; the first row is the right gradient
        costs: final costs, (bugs, runs)
        differences: relative differences of the check, (bugs, runs)
        alt: the figure in words
    """
    rows = np.arange(len(names))
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(1, 2, figsize=(11, 0.42 * len(names) + 1.6), sharey=True)
        for index, (side, values) in enumerate(zip(axes, (costs, differences), strict=True)):
            low, middle, high = np.quantile(values, (0, 0.5, 1), axis=1)
            side.hlines(rows, low, high, color=COLORS[index], linewidth=5, alpha=0.35)
            side.plot(middle, rows, MARKERS[index], color=COLORS[index])
            side.axvspan(low[0], high[0], color="0.9", zorder=0)
            side.set(xscale="log")
        axes[0].set(xlabel="cost after training", yticks=rows, yticklabels=names)
        axes[0].invert_yaxis()
        axes[1].set_xlabel("relative difference of the check")
        show(figure, alt)
