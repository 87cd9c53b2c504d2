"""Figures of a panel: gradients of batches for two weights, and the walk that they lead."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.noise import ARROW
from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS

CLOCKS = ["50 steps", "one epoch"]
PLANE = (-2.0, 1.5)  # of the weights


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
