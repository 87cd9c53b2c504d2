"""Figures of the panels in `helpers.widgets`: each is returned, with what it shows in words."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.signals import layered, profile, ridges
from helpers.plots.style import COLORS, STYLE

# The axes stay where they are while a control moves; they hold all that the controls can reach.
LENGTHS = (1e-11, 1e9)
ACTIVATIONS, BACK, MOVED = (1e-8, 1e8), (1e-16, 1e8), (1e-18, 1e6)


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
    last = lengths[:, -1]  # (seeds,)
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.2))
        axes.plot(count, lengths.T, color=COLORS[0], linewidth=0.8, alpha=0.6)
        axes.axhline(1, color="black", linestyle="--", linewidth=1)
        axes.set(yscale="log", ylim=LENGTHS, xlim=(0, count[-1]), xlabel="matrices", ylabel="length")
        found = f"{len(last)} seeds: median {np.median(last):.2g}, {last.min():.2g} to {last.max():.2g}"
        axes.set_title(f"scale {scale:.2f}; after {count[-1]} matrices, {found}")
    alt = f"Lengths on a logarithmic axis against the number of matrices, from 1 on. Scale {scale:.2f}: "
    return figure, f"{alt}after {count[-1]} matrices, {found}."


def layers(unit, scale, activations, back, moved):
    """Draw what `signals.probe` has returned: activations, gradients and first steps, layer by layer.

    Arguments:
        unit, scale: what the networks are made of
        activations: of every hidden layer, a list of arrays
        back, moved: sizes, (seeds, layers)

    Returns:
        figure, alt
    """
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, 3, figsize=(11, 4.8), sharey=True)
        ridges(row[0], activations, ACTIVATIONS, COLORS[0])
        row[0].set(title=f"{unit}, scale {scale:.2f}", xlabel="activation", ylabel="layer")
        columns = {"gradient, relative to the last layer": (back, BACK, 1),
                   "first step, relative to the weights": (moved, MOVED, 2)}
        for axes, (xlabel, (sizes, limits, index)) in zip(row[1:], columns.items(), strict=True):
            profile(axes, sizes, index)
            layered(axes, sizes.shape[1], limits)
            axes.set_xlabel(xlabel)
    first, last = np.median(moved[:, [0, -1]], axis=0)
    size = np.median([np.sqrt(np.mean(A**2)) for A in activations[-1]])
    alt = (
        f"{len(back)} networks of {len(activations)} layers of {unit} units, scale {scale:.2f}. Medians: "
        f"the activations of the last layer have size {size:.1e}, the gradient has {np.median(back[:, 0]):.1e} "
        f"of its size when it reaches the first; the first step moves the weights of the first layer by "
        f"{first:.1e} of their size, of the last by {last:.1e}."
    )
    return figure, alt
