"""Figures of mini-batches: clouds of their gradients, how wide they are, and what a batch size costs."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from helpers.plots.style import COLORS, MARKERS, STYLE, show

ARROW = {"arrowstyle": "-|>", "color": "black", "linewidth": 2.2, "shrinkA": 0, "shrinkB": 0}


def directions(G):
    """Return the direction of the mean of gradients (m, n), and that in which they differ most, (2, n)."""
    full = G.mean(axis=0)
    along = full / np.linalg.norm(full)
    rest = G - full
    rest = rest - np.outer(rest @ along, along)
    values, vectors = np.linalg.eigh(rest @ rest.T)
    return np.stack([along, vectors[:, -1] @ rest / np.sqrt(values[-1])])


def clouds(drawn, G, Y, alt):
    """Draw gradients of batches as dots, in the plane of `directions`, and the full gradient as an arrow.

    A dot is orange if all examples of its batch have the label 1, and blue if none has. A dashed circle has
    the radius that the cloud should have: that of single examples, over √B.

    Arguments:
        drawn: dict of batch size B -> the examples of each batch, (batches, B)
        G, Y: the gradients of all examples, (m, n), and their labels, (1, m)
        alt: the figure in words
    """
    places = G @ directions(G).T  # (m, 2)
    full = places.mean(axis=0)
    radius = np.sqrt(np.sum((places - full) ** 2, axis=1).mean())
    turn = 2j * np.pi * np.linspace(0, 1, 200)
    tints = LinearSegmentedColormap.from_list("labels", [COLORS[0], "0.7", COLORS[1]])
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, len(drawn), figsize=(11.5, 3.6), sharex=True, sharey=True)
        for axes, (size, some) in zip(row, drawn.items(), strict=True):
            points = places[np.array(some)].mean(axis=1)  # (batches, 2)
            look = {"c": Y[0, np.array(some)].mean(axis=1), "cmap": tints, "vmin": 0, "vmax": 1}
            axes.scatter(*points.T, s=9, alpha=0.5, linewidths=0, **look)
            circle = full[0] + radius / np.sqrt(size) * np.exp(turn)
            axes.plot(circle.real, circle.imag, "--", color="black", linewidth=1.3)
            axes.annotate("", (full[0], 0), (0, 0), arrowprops=ARROW, zorder=5)
            axes.set(title=f"$B = {size}$", aspect="equal", xlim=(-2.6, 3.2), ylim=(-2.9, 2.9))
        row[0].text(3.0, 2.4, "odd", color=COLORS[1], ha="right", weight="bold")
        row[0].text(-1.2, -2.5, "even", color=COLORS[0], ha="right", weight="bold")
        row[0].set_ylabel("across it")
        figure.supxlabel("along the full gradient", fontsize=12)
        show(figure, alt)


def widths(sizes, series, alt):
    """Draw how wide the cloud is against the batch size, and a dashed line of slope -1/2.

    Arguments:
        sizes: batch sizes, (k,)
        series: dict of label -> widths, (starts, k)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.3))
        for index, (label, values) in enumerate(series.items()):
            values = np.asarray(values)
            style = {"color": COLORS[index], "marker": MARKERS[index], "markersize": 7}
            axes.loglog(sizes, np.median(values, axis=0), **style)
            axes.fill_between(sizes, values.min(axis=0), values.max(axis=0), color=COLORS[index], alpha=0.2)
            last = np.median(values[:, -1])
            axes.text(sizes[-1] * 1.15, last, label, color=COLORS[index], va="center", weight="bold")
        line = np.median(values[:, 0]) / np.sqrt(sizes)
        axes.loglog(sizes, line, "--", color="0.4", linewidth=1.2, zorder=0)
        axes.text(sizes[2] * 0.8, line[2] * 0.75, r"$1/\sqrt{B}$", color="0.3", ha="right")
        axes.set(xlabel="batch size $B$", ylabel="width of the cloud", xlim=(0.8, sizes[-1] * 7))
        axes.set_xticks(sizes, [str(size) for size in sizes])
        axes.set_yticks([0.1, 0.2, 0.5, 1, 2], ["0.1", "0.2", "0.5", "1", "2"])
        axes.minorticks_off()
        show(figure, alt)


def clocks(runs, goal, alt):
    """Draw the same runs against steps, against epochs and against time, each until it reaches a goal.

    Arguments:
        runs: dict of batch size -> (steps, epochs, milliseconds, costs), each (measurements,)
        goal: cost at which a run ends
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, 3, figsize=(11.5, 4.2), sharey=True)
        for place, (axes, xlabel) in enumerate(zip(row, ("steps", "epochs", "milliseconds"), strict=True)):
            first = min(runs, key=lambda size: runs[size][place][-1])
            for index, (size, (*times, costs)) in enumerate(runs.items()):
                axes.plot(times[place][1:], costs[1:], color=COLORS[index], linewidth=1.5)
                style = {"marker": MARKERS[index], "color": COLORS[index], "linestyle": "none"}
                big = 15 if size == first else 7
                axes.plot(times[place][-1], costs[-1], markersize=big, label=f"$B = {size}$", **style)
            axes.axhline(goal, color="black", linestyle="--", linewidth=1)
            axes.set(xlabel=xlabel, title=f"first: $B = {first}$", xscale="log", yscale="log")
        row[0].set(ylabel="cost of all images")
        row[0].set_yticks([0.1, 0.2, 0.4, 0.8], ["0.1", "0.2", "0.4", "0.8"])
        row[0].minorticks_off()
        handles = [plt.Line2D([], [], color=COLORS[i], marker=MARKERS[i]) for i in range(len(runs))]
        figure.legend(handles, [f"$B = {size}$" for size in runs], loc="outside upper center", ncols=3)
        show(figure, alt)


def price(sizes, counts, scale, alt):
    """Draw the steps and the images that a run needs against the batch size, and what the formula says.

    Arguments:
        sizes: batch sizes, (k,)
        counts: steps to the goal, (seeds, k)
        scale: (lowest number of steps, noise scale): the formula's two numbers
        alt: the figure in words
    """
    sizes, counts = np.asarray(sizes), np.asarray(counts)
    fine = np.geomspace(sizes[0], sizes[-1], 100)
    lowest, noise = scale
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, 2, figsize=(10.5, 4.2), sharex=True)
        for axes, factor, color, name in zip(row, (0, 1), COLORS, ("steps", "images"), strict=False):
            axes.loglog(fine, lowest * (1 + noise / fine) * fine**factor, "--", color="0.4", linewidth=1.5)
            axes.loglog(sizes, (counts * sizes**factor).T, ".", color=color, alpha=0.5)
            axes.loglog(sizes, np.median(counts, axis=0) * sizes**factor, "o", color=color, markersize=9)
            axes.axvline(noise, color="black", linestyle=":", linewidth=1.5)
            axes.set(xlabel="batch size $B$", ylabel=f"{name} to the goal")
            axes.set_xticks(sizes, [str(size) for size in sizes])
            axes.minorticks_off()
        top = row[0].get_ylim()[1]
        row[0].text(noise * 1.15, top * 0.6, "$B_n$", fontsize=13)
        show(figure, alt)
