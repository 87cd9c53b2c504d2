"""Figures of a batch whose values are normalized together: what one example does to all."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, STYLE, show

REST = np.array([-1.5, -1.0, -0.5, -0.2, 0.3, 0.7, 1.2])  # the other examples of the panel's batch
NEIGHBOUR = 5  # one of them
PATHS = {"direct": COLORS[0], "through the variance": COLORS[1], "through the mean": COLORS[2]}
WANTS = ["its own output", "a neighbour's", "all outputs"]
STRETCH = 4  # one unit of output is drawn as long as four of the input
LIMIT = 12.6


def normalized(direct, mean, variance):
    """Normalize a batch (m,), where each of the three places in the formula may have a copy of its own."""
    square = np.mean((variance - variance.mean()) ** 2)
    return (direct - mean.mean()) / np.sqrt(square)


def by_path(Z, pull, j):
    """Return how an example is pulled on each path if outputs are, in units of 1 / standard deviation.

    Each path is followed by moving the example in one place of the formula only, by an imaginary step.

    Arguments:
        Z: values of a unit, (m,)
        pull: on each output, (m,)
        j: the example

    Returns:
        pulls: direct, through the variance, through the mean, (3,)
    """
    places = {name: Z + 1e-30j * (np.arange(len(Z)) == j) for name in ("direct", "variance", "mean")}
    still = dict.fromkeys(places, Z)
    found = [pull @ normalized(**(still | {name: moved})) for name, moved in places.items()]
    return np.imag(found) * 1e30 * Z.std()


def moved(values, alt, rest=REST):
    """Draw a batch before and after it is normalized, for several values of its last example.

    Arguments:
        values: of the last example, one panel for each
        alt: the figure in words
        rest: the other examples, (m - 1,)
    """
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, len(values), figsize=(3.4 * len(values), 4.4))
        for axes, value in zip(row, values, strict=True):
            lines_on(axes, np.append(rest, value))
            axes.set_title(f"moved to {value:g}")
        show(figure, alt)


def lines_on(axes, Z):
    """Draw a line for each example from its value to its output, the last one in another colour."""
    out = normalized(Z, Z, Z)
    for j, ends in enumerate(zip(Z, STRETCH * out, strict=True)):
        last = j == len(Z) - 1
        look = {"color": COLORS[1], "linewidth": 2.5, "zorder": 3} if last else {"color": COLORS[0]}
        axes.plot([0, 1], ends, "D-" if last else "o-", markersize=6, **look)
    axes.set(xlim=(-0.1, 1.1), ylim=(-LIMIT, LIMIT), xticks=(0, 1), xticklabels=["value", "output"])
    axes.set_yticks(range(-12, 13, 4))
    right = axes.secondary_yaxis("right", functions=(lambda y: y / STRETCH, lambda y: y * STRETCH))
    right.set_yticks(range(-3, 4))


def dragged(value, pulled):
    """Draw a batch of which one example is moved, and how it is pulled back on three paths, for a panel.

    Arguments:
        value: of the example
        pulled: which outputs are pulled up, one of WANTS

    Returns:
        figure, alt
    """
    Z = np.append(REST, value)
    place = np.arange(len(Z))
    pull = np.array([place == len(REST), place == NEIGHBOUR, place >= 0][WANTS.index(pulled)], dtype=float)
    found = by_path(Z, pull, len(REST))
    with plt.rc_context(FIXED):
        figure = plt.figure(figsize=(10, 4.4))
        left, right = figure.add_axes((0.05, 0.09, 0.33, 0.82)), figure.add_axes((0.65, 0.09, 0.33, 0.74))
        lines_on(left, Z)
        left.set_title(f"moved to {value:g}, output {normalized(Z, Z, Z)[-1]:.2f}")
        arrows_on(right, found)
    told = ", ".join(f"{name} {size:+.2f}" for name, size in zip(PATHS, found, strict=True))
    return (
        figure,
        f"An example at {value:g}; pulled up: {pulled}. Its pulls: {told}, together {sum(found):+.2f}.",
    )


def arrows_on(axes, found):
    """Draw the pulls on three paths (3,) below one another as arrows, and their sum."""
    rows = [*zip(PATHS, found, PATHS.values(), strict=True), ("together", sum(found), "black")]
    for height, (_, size, color) in zip((3, 2, 1, 0), rows, strict=True):
        look = {"arrowstyle": "-|>", "color": color, "linewidth": 3, "shrinkA": 0, "shrinkB": 0}
        if abs(size) > 0.03:
            axes.annotate("", (size, height), (0, height), arrowprops={**look, "mutation_scale": 16})
        text = f"{size:+.2f}" if abs(size) >= 0.005 else "0"
        axes.text(
            -0.06 * (np.sign(size) or 1), height, text, va="center", ha="right" if size >= 0 else "left"
        )
    axes.axvline(0, color="0.7", linewidth=1, zorder=0)
    axes.axhline(0.5, color="0.8", linewidth=1)
    axes.set(xlim=(-1.15, 1.15), ylim=(-0.6, 3.6), xticks=(-1, 0, 1))
    axes.set_yticks((3, 2, 1, 0), [name for name, *_ in rows])
    axes.set_title("how it is pulled, in units of $1/s$", fontsize=12)


def company(columns, reference, alt):
    """Draw the outputs of one example in many batches, a column of dots for each kind of batch.

    Arguments:
        columns: dict of label -> outputs, (batches,)
        reference: (label, value) of a dashed line
        alt: the figure in words
    """
    rng = np.random.default_rng(0)
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.4))
        for place, outputs in enumerate(columns.values()):
            color = COLORS[place == len(columns) - 1]
            x = place + rng.uniform(-0.25, 0.25, len(outputs))
            axes.plot(x, outputs, ".", color=color, alpha=0.4)
            axes.plot([place - 0.35, place + 0.35], [np.mean(outputs)] * 2, color="black", linewidth=2)
        label, value = reference
        axes.axhline(value, color="black", linestyle="--", linewidth=1, label=label)
        axes.set_xticks(range(len(columns)), columns)
        axes.set(xlabel="examples in the batch", ylabel="output for the same image")
        figure.legend(loc="outside upper right")
        show(figure, alt)
