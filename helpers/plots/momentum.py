"""Figures of descent with momentum: three ways to walk, two roots, and the price of a long valley.

A stride is the learning rate times the curvature.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, MARKERS, STYLE, show

KINDS = ["goes straight to the minimum", "swings to the minimum", "diverges"]
TINTS = [COLORS[5], COLORS[4], "0.35"]


def meeting(beta):
    """Return the stride at which the two roots meet, and walks begin to swing."""
    return (1 - np.sqrt(beta)) ** 2 / (1 - beta)


def limit(beta):
    """Return the stride beyond which walks diverge."""
    return 2 * (1 + beta) / (1 - beta)


def regimes(strides, betas, kinds, walks, alt):
    """Draw which walks go straight, swing or diverge, as a map; and a few of the walks.

    Arguments:
        strides, betas: what was tried, (n,) and (k,)
        kinds: 0, 1 or 2 for each, as in KINDS, (k, n)
        walks: dict of (stride, beta) -> the walk, (steps + 1,); as many as there are kinds
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure = plt.figure(figsize=(11, 5))
        grid = figure.add_gridspec(3, 2, width_ratios=(2.1, 1))
        axes = figure.add_subplot(grid[:, 0])
        axes.pcolormesh(strides, betas, kinds, cmap=ListedColormap(TINTS), vmin=0, vmax=2, alpha=0.75)
        for border in (meeting, limit):
            axes.plot(border(betas), betas, "--", color="black", linewidth=1.5)
        label = {"weight": "bold", "ha": "center"}
        axes.text(0.03, 0.35, "goes straight", **label)
        axes.text(1.1, 0.63, "swings", **label)
        axes.text(22, 0.3, "diverges", color="white", **label)
        axes.set(xscale="log", xlim=strides[[0, -1]], ylim=betas[[0, -1]])
        axes.set(xlabel=r"stride: learning rate $\times$ curvature", ylabel=r"$\beta$")
        for row, ((stride, beta), walk) in enumerate(walks.items()):
            axes.plot(stride, beta, "o", color="black", markeredgecolor="white", markersize=17)
            axes.text(stride, beta, "ABC"[row], color="white", ha="center", va="center", weight="bold")
            small = figure.add_subplot(grid[row, 1])
            small.axhline(0, color="0.7", linewidth=1)
            small.plot(walk, ".-", color="black", linewidth=1)
            small.set(ylim=(-3.2, 3.2), yticks=[0, 1], xlim=(-1, 51))
            small.set_title(f"{'ABC'[row]}: stride {stride:g}, $\\beta$ {beta:g}", loc="left", fontsize=11)
        small.set_xlabel("steps taken")
        show(figure, alt)


def against_condition(conditions, series, alt):
    """Draw how many steps it takes, for how long a valley, on two logarithmic axes.

    Arguments:
        conditions: the ratios of the two curvatures, (n,)
        series: dict of label -> steps, (n,)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.6))
        for index, (label, steps) in enumerate(series.items()):
            axes.loglog(conditions, steps, color=COLORS[1 - index], marker=MARKERS[index], markersize=8)
            rise = np.log(steps[-1] / steps[0]) / np.log(conditions[-1] / conditions[0])
            place = {"color": COLORS[1 - index], "va": "center"}
            axes.text(conditions[-1] * 1.12, steps[-1], f"{label}:\nslope {rise:.2f}", **place)
        axes.set(xlim=(conditions[0] * 0.8, conditions[-1] * 9), ylim=(5, 1.3 * np.max([*series.values()])))
        axes.set(xlabel="condition number: steepest / flattest", ylabel="steps to 1 % of the distance")
        axes.set_xticks(conditions, [str(k) for k in conditions])
        axes.minorticks_off()
        show(figure, alt)


def leaps(rates, highest, limits, alt):
    """Draw how high the cost of a network rises at each rate, and the limit that its curvature gives.

    Arguments:
        rates: learning rates, (n,)
        highest: dict of beta -> the highest cost on the way, 1 at the start, (n,)
        limits: dict of beta -> learning rate
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8.5, 4.4))
        for index, (beta, values) in enumerate(highest.items()):
            style = {"color": COLORS[index], "marker": MARKERS[index]}
            axes.loglog(rates, values, label=rf"$\beta={beta:g}$", **style)
            axes.axvline(limits[beta], color=COLORS[index], linestyle="--", linewidth=1.5)
        axes.plot([], [], "--", color="0.4", label="limit from the curvature")
        axes.set(xlabel="learning rate", ylabel="highest cost on the way,\nrelative to the start")
        axes.set(ylim=(0.8, 400), yticks=[1, 10, 100], yticklabels=["1", "10", "100"])
        axes.set_xticks([0.05, 0.1, 0.2, 0.5, 1, 2, 5], ["0.05", "0.1", "0.2", "0.5", "1", "2", "5"])
        axes.minorticks_off()
        figure.legend(loc="outside upper center", ncols=4)
        show(figure, alt)


def roots(stride, beta):
    """Draw the two roots of a walk in the complex plane, and the walk itself, for a panel.

    Arguments:
        stride: learning rate times curvature
        beta: of the running average

    Returns:
        figure, alt
    """
    pair = np.roots([1, -(1 + beta - (1 - beta) * stride), beta]).astype(complex)  # (2,)
    walk, v = [1.0], 0.0
    for _ in range(50):
        v += (1 - beta) * (walk[-1] - v)
        walk.append(np.clip(walk[-1] - stride * v, -1e6, 1e6))
    size = np.abs(pair).max()
    kind = KINDS[2 if size > 1 else int(np.abs(pair.imag).max() > 1e-9 or pair.real.min() < 0)]
    with plt.rc_context(FIXED):
        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.6))
        figure.subplots_adjust(0.07, 0.13, 0.98, 0.9, wspace=0.2)
        turn = np.exp(2j * np.pi * np.linspace(0, 1, 200))
        for radius, line in ((1, "-"), (np.sqrt(beta), ":")):
            left.plot(radius * turn.real, radius * turn.imag, line, color="0.5", linewidth=1.2)
        shown = np.clip(pair.real, -1.55, 1.55)  # what lies farther out is drawn at the edge
        left.plot(shown, pair.imag, "o", color=COLORS[1], markersize=12)
        left.set(xlim=(-1.65, 1.65), ylim=(-1.25, 1.25), aspect="equal")
        left.set(xlabel="real part", ylabel="imaginary part", title=f"the larger root has size {size:.2f}")
        right.axhline(0, color="0.7", linewidth=1)
        right.plot(walk, ".-", color=COLORS[0], linewidth=1)
        right.set(xlim=(-1, 51), ylim=(-2, 2), xlabel="steps taken", title=kind)
        right.set_ylabel(r"$\theta$", rotation=0)
    said = f"Two roots in the complex plane, and a walk of 50 steps: stride {stride:g}, beta {beta:g}"
    return figure, f"{said}; the larger root has size {size:.2f}, and the walk {kind}."
