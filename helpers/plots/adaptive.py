"""Figures of how far each weight moves: over time, pixel by pixel, and in a valley that is turned."""

import matplotlib.pyplot as plt
import numpy as np

from helpers import landscapes
from helpers.plots.panels import FIXED
from helpers.plots.paths import contours
from helpers.plots.style import COLORS, MARKERS, STYLE, show

RATES = np.geomspace(0.01, 5, 24)
WINDOW = (-4.6, 4.6, -4.6, 4.6)


def step_lengths(series, alt, window=10, entries=60):
    """Draw how long the steps of single weights are, in learning rates, a panel for each optimizer.

    Arguments:
        series: dict of optimizer -> steps in learning rates, (steps, entries of the gradient)
        alt: the figure in words
        window: number of steps that are averaged for one point of a line
        entries: number of lines
    """
    chosen = np.random.default_rng(0).permutation(next(iter(series.values())).shape[1])[:entries]
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, len(series), figsize=(2.9 * len(series), 4.2), sharey=True)
        for axes, (name, steps), color in zip(row, series.items(), COLORS, strict=False):
            squares = steps[:, chosen].reshape(-1, window, len(chosen)) ** 2
            lengths = np.sqrt(squares.mean(axis=1))  # (steps / window, entries)
            lengths[lengths == 0] = np.nan
            middle = window * (np.arange(len(lengths)) + 0.5)
            axes.semilogy(middle, lengths, color=color, linewidth=0.8, alpha=0.6)
            axes.axhline(1, color="black", linestyle="--", linewidth=1.2, zorder=3)
            axes.set(title=name, xlabel="step", ylim=(1e-6, 5), xlim=(0, len(steps)))
        row[0].set_ylabel("length / learning rate")
        row[0].set_yticks([1e-6, 1e-4, 0.01, 1], ["0.000001", "0.0001", "0.01", "1"])
        show(figure, alt)


def pixels(pictures, alt):
    """Draw a number for each pixel as a picture; colours end at nine tenths of a picture's pixels.

    Arguments:
        pictures: dict of title -> numbers, (n * n pixels,)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, len(pictures), figsize=(2.3 * len(pictures), 2.7))
        for axes, (title, values) in zip(row, pictures.items(), strict=True):
            side = round(np.sqrt(values.size))
            axes.imshow(values.reshape(side, side), cmap="Greys", vmin=0, vmax=np.quantile(values, 0.9))
            axes.set(xticks=[], yticks=[])
            axes.spines[:].set(visible=True, linewidth=0.8, color="0.6")
            axes.set_title(title, fontsize=12)
        show(figure, alt)


def against_angle(angles, series, alt):
    """Draw how many steps it takes, for each angle by which a valley is turned.

    Arguments:
        angles: in degrees, (n,)
        series: dict of optimizer -> steps, (n,)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.2))
        for index, (name, steps) in enumerate(series.items()):
            style = {"color": COLORS[index], "marker": MARKERS[index], "markersize": 8}
            axes.plot(angles, steps, label=name, **style)
        axes.set(ylim=(0, 70), xticks=angles)
        figure.legend(loc="outside right upper")
        axes.set(xlabel="the valley is turned by (degrees)", ylabel="steps to a tenth of the distance")
        show(figure, alt)


def turned(name, make, angle):
    """Draw a valley that is turned, a walk in it, and how far it moves w and b; for a panel.

    Arguments:
        name: of the optimizer
        make: returns a new optimizer, as for `landscapes.fastest`
        angle: in degrees

    Returns:
        figure, alt
    """
    valley = landscapes.valley(angle=angle)
    needed, rates, paths = landscapes.fastest(make, valley, landscapes.around(angle), RATES)
    path, count = paths[:, :, -2], np.median(needed)  # the walk that starts far out, beside the floor
    found = f"{angle:g} degrees, rate {rates[-2]:.2f}"
    with plt.rc_context(FIXED):
        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.8), width_ratios=(1, 1.15))
        figure.subplots_adjust(0.06, 0.13, 0.98, 0.9, wspace=0.22)
        contours(left, valley, WINDOW)
        left.plot(*path.T, ".-", color=COLORS[1], linewidth=1.2, zorder=3)
        left.set(xlim=WINDOW[:2], ylim=WINDOW[2:], xlabel="$w$", title=f"{name}, {found}")
        left.set_ylabel("$b$", rotation=0)
        lengths = np.clip(np.abs(np.diff(path[:81], axis=0)), 1e-9, None)  # (80, 2)
        for index, entry in enumerate("wb"):
            style = {"color": COLORS[2 * index], "marker": MARKERS[index], "markevery": 10}
            right.semilogy(range(1, 81), lengths[:, index], label=f"${entry}$", **style)
        right.set(ylim=(1e-4, 10), xlim=(0, 81), xlabel="step", ylabel="moved by")
        right.legend(loc="upper right", ncols=2, frameon=False)
        right.set_title(f"median of {len(needed)} starts: {count:g} steps")
    said = f"A walk of {name} to the minimum of a valley, {found}"
    return figure, f"{said}, and how far w and b move in each step; median of 12 starts: {count:g} steps."
