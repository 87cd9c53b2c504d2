"""Figures of saddle points: how high they lie, how long it takes to leave one, and what a plateau costs."""

import matplotlib.pyplot as plt
import numpy as np

from helpers import landscapes, optimizers
from helpers.plots.panels import FIXED
from helpers.plots.paths import contours
from helpers.plots.style import COLORS, MARKERS, STYLE, show

WINDOW = (-1.9, 1.9, -1.35, 1.35)
WALKERS = {
    "gradient descent": optimizers.gradient_descent,
    "momentum": optimizers.momentum,
    "Adam": optimizers.adam,
}


def heights(counts, costs, ends, origin, alt):
    """Draw points where the gradient is zero: how high they lie, against their negative curvatures.

    Arguments:
        counts, costs: number of negative curvatures, and cost, of each point, (n,)
        ends: costs at which gradient descent ends, (k,)
        origin: negative curvatures and cost where all weights are zero
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.8))
        axes.scatter(counts, costs, s=60, color=COLORS[0], alpha=0.55, linewidths=0, zorder=3)
        found = {"color": COLORS[1], "marker": MARKERS[1], "s": 60, "zorder": 4}
        axes.scatter(np.full(len(ends), -0.35), ends, **found)
        axes.scatter(*origin, s=160, marker="*", color="black", zorder=4)
        axes.annotate("all weights zero", origin, (-10, -4), textcoords="offset points", ha="right")
        text = "gradient descent\nends here"
        axes.annotate(text, (-0.35, max(ends)), (-6, 14), textcoords="offset points", color=COLORS[1])
        axes.set(xlabel="directions in which the cost bends down", ylabel="cost", xlim=(-0.9, None))
        axes.xaxis.get_major_locator().set_params(integer=True)
        show(figure, alt)


def leaving(scales, costs, lengths, alt):
    """Draw the cost and the length of the gradient step by step, a line for each scale of the start.

    Arguments:
        scales: of the weights at the start, descending, (n,)
        costs, lengths: of one run for each scale, before each step, (steps, n)
        alt: the figure in words
    """
    colors = plt.get_cmap("cividis")(np.linspace(0, 0.85, len(scales)))
    with plt.rc_context(STYLE):
        figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.2))
        for k, (scale, color) in enumerate(zip(scales, colors, strict=True)):
            left.plot(costs[:, k], color=color, linewidth=2, label=f"{scale:g}")
            right.semilogy(lengths[:, k], color=color, linewidth=2)
        left.set(xlabel="step", ylabel="cost")
        right.set(xlabel="step", ylabel="length of the gradient")
        figure.legend(loc="outside right center", title="start weights\ntimes", frameon=False)
        show(figure, alt)


def waits(gradients, series, alt):
    """Draw how many steps it takes to get away, against the size of the first gradient, both logarithmic.

    Arguments:
        gradients: at the start, (n,)
        series: dict of label, which stands at the left end of its line -> steps, (n,)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.2))
        for index, (label, steps) in enumerate(series.items()):
            axes.loglog(gradients, steps, marker=MARKERS[index], color=COLORS[index], markersize=8)
            place = (gradients[-1], steps[-1])
            axes.annotate(label, place, (10, -4), textcoords="offset points", color=COLORS[index])
        axes.set(xlabel="size of the first gradient", ylabel="steps", ylim=(1, None))
        axes.set_xlim(max(gradients) * 2, min(gradients) / 8)
        show(figure, alt)


def ridge(optimizer, distance, noise, rate=0.1, num_steps=300):
    """Draw a ball that is dropped near a ridge, and its distance from the ridge step by step; for a panel.

    Arguments:
        optimizer: a name of `WALKERS`
        distance: from the ridge, where the ball is dropped
        noise: standard deviation of what is added to both derivatives in each step
        rate: learning rate
        num_steps: number of steps

    Returns:
        figure, alt
    """

    def step(parameters, grads, memory, t):
        return WALKERS[optimizer](parameters, grads, memory, rate, t)

    saddle = landscapes.saddle()
    path = landscapes.walk(saddle, (-1.6, distance), step, num_steps, noise)
    away = np.abs(path[:, 1])  # (num_steps + 1,)
    left = away > 0.5
    found = f"leaves in {left.argmax()} steps" if left.any() else f"on the ridge after {num_steps} steps"
    with plt.rc_context(FIXED):
        figure, (plane, time) = plt.subplots(1, 2, figsize=(10, 4.4), width_ratios=(1.15, 1))
        figure.subplots_adjust(0.07, 0.13, 0.98, 0.9, wspace=0.25)
        walked(plane, saddle, path, optimizer)
        time.semilogy(np.maximum(away, 1e-30), color=COLORS[0], linewidth=2)
        time.axhline(0.5, color="black", linestyle="--", linewidth=1)
        time.set(xlim=(0, num_steps), ylim=(1e-10, 5), xlabel="step", ylabel="distance from the ridge")
        time.set_title(found)
    said = f"A ball dropped {distance:g} beside a ridge, noise {noise:g}, {optimizer}: {found}."
    return figure, f"{said} Left the path in the plane, right the distance from the ridge."


def walked(axes, landscape, path, title):
    """Draw a path over a saddle, its ridge as a dashed line, and the ball where the path ends."""
    contours(axes, landscape, WINDOW)
    axes.axhline(0, color="0.5", linestyle="--", linewidth=1)
    axes.plot(*path.T, color=COLORS[1], linewidth=1.5, zorder=5)
    axes.plot(*path[0], "o", color="white", markeredgecolor=COLORS[1], markersize=9, zorder=6)
    axes.plot(*path[-1], "o", color=COLORS[1], markersize=11, zorder=6)
    axes.set(xlim=WINDOW[:2], ylim=WINDOW[2:], xlabel="$w$", title=title)
    axes.set_ylabel("$b$", rotation=0)
