"""Figures of mini-batches: clouds of their gradients, how wide they are, and what a batch size costs."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, MARKERS, STYLE, show

ARROW = {"arrowstyle": "-|>", "color": "black", "linewidth": 2.2, "shrinkA": 0, "shrinkB": 0}
CLOCKS = ["50 steps", "one epoch"]
PLANE = (-2.0, 1.5)  # of the weights in the panel


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


def example():
    """Return a line through noisy points: inputs (2, 1024), targets (1024,) and the best weights (2,)."""
    rng = np.random.default_rng(1)
    X = rng.uniform(-1, 1, (2, 1024)) * np.array([[1.9], [1.1]])
    y = rng.uniform(-3, 3, 1024)  # nothing but noise
    best = np.linalg.lstsq(X.T, y, rcond=None)[0]
    return X, y + (0 - best) @ X, np.zeros(2)


def walk(size, clock, rate=0.1, seed=12):
    """Return the walk of two weights on batches, (steps + 1, 2).

    Arguments:
        size: examples in a batch
        clock: one of CLOCKS, when the walk ends
        rate, seed: learning rate, and what decides the batches
    """
    X, y, _ = example()
    rng, path = np.random.default_rng(seed), [np.array([-1.4, -1.4])]
    for _ in range(50 if clock == CLOCKS[0] else 1024 // size):
        some = rng.permutation(1024)[:size]
        path.append(path[-1] - rate * X[:, some] @ (path[-1] @ X[:, some] - y[some]) / size)
    return np.array(path)


def walked(size, clock):
    """Draw, for a panel, the cloud of gradients at the start of a walk, and the walk.

    Arguments:
        size, clock: as in `walk`

    Returns:
        figure, alt
    """
    X, y, _ = example()
    path, rng = walk(size, clock), np.random.default_rng(0)
    single = X * (path[0] @ X - y)  # (2, 1024)
    some = [single[:, rng.permutation(1024)[:size]].mean(axis=1) for _ in range(300)]
    cost = [np.mean((point @ X - y) ** 2) - np.mean(y**2) for point in (path[0], path[-1])]
    share = 100 * cost[1] / cost[0]
    told = f"{share:.1f} %" if share < 10 else f"{share:.0f} %"
    with plt.rc_context(FIXED):
        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.9))
        figure.subplots_adjust(0.08, 0.13, 0.98, 0.9, wspace=0.2)
        cloud_on(left, np.array(some), single.mean(axis=1))
        path_on(right, X, path)
        left.set_title(f"300 gradients at the start, $B = {size}$", fontsize=12)
        count = f"{len(path) - 1:,} step" + "s" * (len(path) > 2)
        right.set_title(f"{count}: {told} of the cost is left", fontsize=12)
    return figure, f"Batches of {size}, {clock}: {count}, {told} of the cost above the lowest is left."


def cloud_on(axes, points, full):
    """Draw gradients (k, 2) as dots, and the full one (2,) as an arrow."""
    axes.plot(*points.T, ".", color=COLORS[0], alpha=0.35)
    axes.annotate("", full, (0, 0), arrowprops=ARROW, zorder=5)
    axes.set(xlim=(-13, 5.5), ylim=(-8, 5), xlabel="gradient by $w_1$", ylabel="gradient by $w_2$")


def path_on(axes, X, path):
    """Draw lines of equal cost of two weights, and a walk among them."""
    side = np.linspace(*PLANE, 121)
    w1, w2 = np.meshgrid(side, side)
    C = X @ X.T / X.shape[1]
    height = C[0, 0] * w1**2 + 2 * C[0, 1] * w1 * w2 + C[1, 1] * w2**2
    levels = height.max() * np.linspace(0.02, 1, 10) ** 2
    axes.contour(side, side, height, levels=levels, cmap="cividis", linewidths=0.8, alpha=0.7)
    axes.plot(*path.T, ".-", color=COLORS[1], markersize=4, linewidth=0.9)
    axes.plot(0, 0, "*", color="black", markersize=13, zorder=4)
    axes.set(xlim=PLANE, ylim=PLANE, xlabel="$w_1$ minus the best", ylabel="$w_2$ minus the best")
