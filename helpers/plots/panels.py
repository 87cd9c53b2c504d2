"""Figures of the panels in `helpers.widgets`: each is returned, with what it shows in words.

A panel draws while a control moves. So its axes stay where they are and hold all that the controls can
reach. The margins are given, because working them out would take half of the drawing time.
"""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.signals import layered, profile, ridges
from helpers.plots.style import COLORS, STYLE

FIXED = {**STYLE, "figure.constrained_layout.use": False}
LENGTHS = (1e-6, 1e6)
ACTIVATIONS, BACK, MOVED = (1e-7, 1e7), (1e-16, 1e7), (1e-18, 1e5)


def growth(lengths, scale):
    """Draw the length of a vector after 0, 1, 2, ... matrices, one line per seed.

    Arguments:
        lengths: lengths at scale 1, (seeds, matrices + 1)
        scale: multiplies each matrix

    Returns:
        figure, alt
    """
    count = np.arange(lengths.shape[1])
    lengths = lengths * scale**count
    with plt.rc_context(FIXED):
        figure, axes = plt.subplots(figsize=(8, 4.2))
        figure.subplots_adjust(0.1, 0.14, 0.98, 0.92)
        axes.plot(count, lengths.T, color=COLORS[0], linewidth=0.8, alpha=0.7)
        axes.axhline(1, color="black", linestyle="--", linewidth=1)
        axes.set(yscale="log", ylim=LENGTHS, xlim=(0, count[-1]), xlabel="matrices", ylabel="length")
        low, middle, high = (plain(value) for value in np.quantile(lengths[:, -1], (0, 0.5, 1)))
        found = f"scale {scale:.2f}, {count[-1]} matrices: median {middle} ({low} to {high})"
        axes.set_title(found)
    return figure, f"Lengths of {len(lengths)} vectors on a logarithmic axis, a line each; {found}."


def plain(value):
    """Return a number with two significant digits, such as 0.0012 or 17 or 12,000."""
    return f"{float(f'{value:.2g}'):,.10f}".rstrip("0").rstrip(".")


def layers(unit, scale, activations, back, moved):
    """Draw what `signals.probe` has returned: activations, gradients and first steps, layer by layer.

    Arguments:
        unit, scale: what the networks are made of
        activations: of every hidden layer, a list of arrays (networks, n, m); the first network's are drawn
        back, moved: sizes, (networks, layers)

    Returns:
        figure, alt
    """
    with plt.rc_context(FIXED):
        size = {"figsize": (11, 4.6), "width_ratios": (1.5, 1, 1)}
        figure, row = plt.subplots(1, 3, sharey=True, **size)
        figure.subplots_adjust(0.06, 0.13, 0.98, 0.92, wspace=0.08)
        ridges(row[0], [A[0] for A in activations], ACTIVATIONS, COLORS[0])
        row[0].set(title=f"{unit}, scale {scale:.2f}", xlabel="activation", ylabel="layer")
        columns = {
            "gradient, relative to layer 20": (back, BACK, 1),
            "first step, relative to the weights": (moved, MOVED, 2),
        }
        for axes, (xlabel, (sizes, limits, index)) in zip(row[1:], columns.items(), strict=True):
            profile(axes, sizes, index)
            layered(axes, sizes.shape[1], limits)
            axes.set_xlabel(xlabel)
    return figure, layers_in_words(unit, scale, activations, back, moved)


def layers_in_words(unit, scale, activations, back, moved):
    """Return what `layers` draws in words."""
    size = np.median(np.sqrt(np.mean(activations[-1] ** 2, axis=(-2, -1))))
    first, last = np.median(moved[:, [0, -1]], axis=0)
    return (
        f"{len(back)} networks of {len(activations)} layers of {unit} units, scale {scale:.2f}, medians. "
        f"Activations of the last layer: {size:.1e}. Gradient at the first layer, relative to the last: "
        f"{np.median(back[:, 0]):.1e}. First step, relative to the weights: {first:.1e} in the first layer, "
        f"{last:.1e} in the last."
    )
