"""Diagrams of what depends on what: boxes, and arrows that carry derivatives."""

import matplotlib.pyplot as plt

from helpers.plots.style import COLORS, STYLE, show

# Where the boxes of batch normalization stand, and what is written into them.
BOXES = {
    "Z": (0, 0, "$Z_j$"),
    "variance": (3, 1.5, r"$\sigma^2$"),
    "mean": (3, -1.5, r"$\mu$"),
    "Z_hat": (6, 0, r"$\hat{Z}_1 \ldots \hat{Z}_m$"),
    "Z_tilde": (9, 0, r"$\tilde{Z}_1 \ldots \tilde{Z}_m$"),
    "J": (11, 0, "$J$"),
}
# From, to, what is written beside the arrow (derivatives of what it points to), and the colour.
ARROWS = [
    ("Z", "Z_hat", r"direct: $\partial \hat{Z}_j / \partial Z_j = 1/s$", 0),
    ("Z", "variance", r"$\frac{2}{m} (Z_j - \mu)$", 1),
    ("variance", "Z_hat", r"$-\frac{1}{2 s^3} (Z_i - \mu)$", 1),
    ("Z", "mean", r"$1/m$", 2),
    ("mean", "Z_hat", r"$-1/s$", 2),
    ("Z_hat", "Z_tilde", r"$\gamma$", None),
    ("Z_tilde", "J", r"$d\tilde{Z}$", None),
]


def batchnorm_paths(alt):
    """Draw the three paths on which an input of batch normalization reaches the cost.

    Arguments:
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(10, 4))
        box = {"boxstyle": "round,pad=0.4", "facecolor": "white", "edgecolor": "0.3"}
        for x, y, label in BOXES.values():
            axes.text(x, y, label, ha="center", va="center", fontsize=15, bbox=box, zorder=3)
        for start, end, label, index in ARROWS:
            arrow(axes, start, end, label, "0.3" if index is None else COLORS[index])
        axes.text(3, 2.15, "through the variance", ha="center", color=COLORS[1])
        axes.text(3, -2.3, "through the mean", ha="center", color=COLORS[2])
        axes.set(xlim=(-0.8, 11.6), ylim=(-2.6, 2.6))
        axes.axis("off")
        show(figure, alt)


def arrow(axes, start, end, label, color):
    """Draw an arrow from one of the boxes to another, with a label beside its middle."""
    (x0, y0, _), (x1, y1, _) = BOXES[start], BOXES[end]
    shrink = [36 if "_" in name else 20 for name in (start, end)]  # points; the boxes of many are wide
    style = {"arrowstyle": "-|>", "color": color, "linewidth": 2, "shrinkA": shrink[0], "shrinkB": shrink[1]}
    axes.annotate("", (x1, y1), (x0, y0), arrowprops=style, zorder=2)
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    side = 1 if y >= 0 else -1
    lean = 0.55 * (y1 - y0) / 1.5 * side  # away from a slanted line
    axes.text(x - lean, y + 0.25 * side, label, ha="center", va="center", color=color)
