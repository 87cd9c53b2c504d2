"""Figures of what scores become: a point in the triangle of three probabilities, a cost and a pull."""

import matplotlib.pyplot as plt
import numpy as np
import scipy

from helpers.plots.panels import FIXED, plain
from helpers.plots.style import COLORS, MARKERS, STYLE, show

CORNERS = np.array([[0, 1, 0.5], [0, 0, np.sqrt(0.75)]])  # (2, 3): cat, dog, fox
NAMES = ("cat", "dog", "fox")
# Where the axes of the panel stand: the triangle, the scores, the pulls and the cost.
PLACES = [(0, 0.02, 0.4, 0.9), (0.46, 0.42, 0.25, 0.5), (0.73, 0.42, 0.25, 0.5), (0.46, 0.14, 0.52, 0.1)]
ARROW = {"arrowstyle": "-|>", "color": COLORS[1], "linewidth": 2.5, "shrinkA": 0, "shrinkB": 0}


def place(A):
    """Return where probabilities (3, m) lie in the triangle: the weighted means of its corners, (2, m)."""
    return CORNERS @ A


def triangle_on(axes):
    """Draw the empty triangle, with the name of a class at each corner and a cross in the middle."""
    axes.fill(*CORNERS, facecolor="0.97", edgecolor="black", linewidth=1.2, zorder=0)
    for (x, y), name, (right, up) in zip(CORNERS.T, NAMES, ((-1, -1), (1, -1), (0, 1)), strict=True):
        axes.text(x + 0.05 * right, y + 0.06 * up, name, ha="center", va="center")
    axes.plot(*place(np.full((3, 1), 1 / 3)), "+", color="black", markersize=12, markeredgewidth=1.5)
    axes.set(xlim=(-0.12, 1.12), ylim=(-0.12, 1), aspect="equal")
    axes.axis("off")


def temperatures(rows, alt, marked=(0.5, 1, 2, 5)):
    """Draw the ways of scores through the triangle, as a temperature rises from very low to very high.

    Arguments:
        rows: the scores of the three classes, one tuple for each way
        alt: the figure in words
        marked: temperatures that are marked, and on the first way labelled
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(7, 5.4))
        triangle_on(axes)
        for index, scores in enumerate(rows):
            marks = way_on(axes, np.array(scores)[:, None], np.array(marked), index)
            for T, point in zip(marked, marks.T if index == 0 else (), strict=False):
                where = {"ha": "right", "xytext": (-5, 8)} if T >= 1 else {"ha": "center", "xytext": (0, -18)}
                axes.annotate(f"T = {T}", point, textcoords="offset points", **where)
        axes.text(0.55, 0.29, "equally likely", va="center")
        title = "scores of\n" + ", ".join(NAMES)
        axes.legend(loc="upper left", title=title, frameon=False, bbox_to_anchor=(-0.12, 1))
        show(figure, alt)


def way_on(axes, scores, marked, index):
    """Draw the way of scores (3, 1) through the triangle; return the places of temperatures (k,), (2, k)."""
    way, marks = (
        place(scipy.special.softmax(scores / T, axis=0)) for T in (np.geomspace(0.02, 1000, 400), marked)
    )
    look = {"color": COLORS[index], "marker": MARKERS[index], "markersize": 8}
    axes.plot(*way, color=COLORS[index], linewidth=2)
    axes.plot(*marks, linestyle="none", **look)
    axes.plot(
        [], [], linewidth=2, label=", ".join(f"{score:g}" for score in scores[:, 0]), **look
    )  # for the legend
    return marks


def costs_and_pulls(alt):
    """Draw two costs of one prediction, and how hard each pulls, against the lead of the true class.

    Arguments:
        alt: the figure in words
    """
    lead = np.linspace(-10, 5, 301)
    p, wrong = scipy.special.expit(lead), scipy.special.expit(-lead)
    curves = {r"$-\ln p$": (-np.log(p), wrong), "$(1 - p)^2$": (wrong**2, 2 * p * wrong**2)}
    places = ((-6.2, 7.2), (-9.5, 1.5)), ((-9.5, 1.04), (-9.5, 0.05))  # of the labels
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, 2, figsize=(10, 4.2))
        for number, (axes, title) in enumerate(zip(row, ("what it costs", "how hard it pulls"), strict=True)):
            for index, (label, values) in enumerate(curves.items()):
                look = {"color": COLORS[index], "marker": MARKERS[index], "markevery": (20, 40)}
                axes.plot(lead, values[number], linewidth=2, **look)
                axes.text(*places[number][index], label, color=COLORS[index], fontsize=14)
            axes.axvline(0, color="black", linestyle="--", linewidth=1)
            axes.set(title=title, xlabel="lead of the true class", xlim=(-10, 5))
        row[1].set_ylim(-0.04, 1.18)
        show(figure, alt)


def pulls(cat, dog):
    """Draw a point in the triangle, the pull on each score and the cost, for a panel; the image shows a cat.

    Arguments:
        cat, dog: scores; the fox has 0

    Returns:
        figure, alt
    """
    scores = np.array([cat, dog, 0.0])
    A = scipy.special.softmax(scores)
    pull, cost = np.array([1.0, 0, 0]) - A, -np.log(A[0])  # (3,)
    found = f"p = {plain(A[0]) if A[0] < 0.1 else f'{A[0]:.3f}'}, cost {cost:.2f}"
    with plt.rc_context(FIXED):
        figure = plt.figure(figsize=(10, 4.2))
        left, *rest, lower = (figure.add_axes(area) for area in PLACES)
        step_on(left, A, scipy.special.softmax(scores + pull))
        left.set_title(found)
        arrows_on(*rest, scores, pull)
        lower.barh([0], [cost], color=COLORS[1])
        lower.set(xlim=(0, 10.5), yticks=[0], yticklabels=[r"$-\ln p$"], xlabel="cost")
    told = ", ".join(f"{name} {value:+.2f}" for name, value in zip(NAMES, pull, strict=True))
    return figure, f"Scores {cat} for the cat, {dog} for the dog, 0 for the fox: {found}. The pulls: {told}."


def step_on(axes, before, after):
    """Draw probabilities (3,) before a step into the triangle, and an arrow to those after it."""
    triangle_on(axes)
    start, end = place(np.stack([before, after], axis=1)).T
    axes.plot(*start, "o", color=COLORS[0], markersize=10)
    if np.hypot(*(end - start)) > 0.04:
        axes.annotate("", end, start, arrowprops={**ARROW, "shrinkA": 5})


def arrows_on(left, right, scores, pull):
    """Draw three scores (3,) below one another, and beside them how each is pulled, (3,)."""
    heights = [2, 1, 0]
    left.plot(scores, heights, "o", color=COLORS[0], markersize=10)
    left.set(xlim=(-7, 7), xticks=range(-6, 7, 3), title="score", yticks=heights, yticklabels=NAMES)
    right.set(xlim=(-1.1, 1.1), xticks=(-1, 0, 1), title="pull", yticks=[])
    for height, value in zip(heights, pull, strict=True):
        if abs(value) > 0.04:
            right.annotate("", (value, height), (0, height), arrowprops={**ARROW, "mutation_scale": 18})
        text = f"{abs(value):.2f}" if round(abs(value), 2) == 0 else f"{value:+.2f}"
        right.text(-0.12 * np.sign(value), height, text, va="center", ha="right" if value > 0 else "left")
    for axes in (left, right):
        axes.axvline(0, color="0.7", linewidth=1, zorder=0)
        axes.set_ylim(-0.6, 2.6)
