"""Figures of a signal on its way through many layers and back: sizes, layer by layer."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.style import COLORS, MARKERS, STYLE, show


def lengths(series, alt):
    """Draw the length of a vector after 0, 1, 2, ... matrices: medians, in bands from least to most.

    Arguments:
        series: dict of label -> lengths, (seeds, matrices + 1)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.2))
        for color, (label, values) in zip(COLORS, series.items(), strict=False):
            count, middle = np.arange(values.shape[1]), np.median(values, axis=0)
            axes.plot(count, middle, color=color, linewidth=2)
            low, high = values.min(axis=0), values.max(axis=0)
            axes.fill_between(count, low, high, color=color, alpha=0.2, linewidth=0)
            style = {"color": color, "va": "center", "weight": "bold"}
            axes.text(count[-1] + 2, middle[-1], label, **style)
        axes.set(yscale="log", xlim=(0, count[-1]), xlabel="matrices", ylabel="length")
        show(figure, alt)


def histograms(panels, alt):
    """Draw, side by side, a histogram of the activations of every layer, the first layer on top.

    Arguments:
        panels: dict of title -> activations of the layers, a list of arrays
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        size = (3.7 * len(panels), 4.8)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharey=True)
        for index, (axes, (title, layers)) in enumerate(zip(row, panels.items(), strict=True)):
            ridges(axes, layers, (1e-5, 1e5), COLORS[index])
            axes.set(title=title, xlabel="activation")
        row[0].set_ylabel("layer")
        show(figure, alt)


def ridges(axes, layers, limits, color):
    """Put a histogram of every layer into axes, on a logarithmic scale, without zeros and signs."""
    edges = np.linspace(*np.log10(limits), 121)
    middles = 10 ** ((edges[1:] + edges[:-1]) / 2)  # (120,)
    for l, A in enumerate(layers, start=1):
        counts, _ = np.histogram(np.log10(np.abs(A[A != 0])), edges)
        heights = 2.5 * counts / max(1, counts.max())  # in rows: neighbours overlap
        style = {"facecolor": color, "edgecolor": "white", "linewidth": 0.6, "zorder": l}
        axes.fill_between(middles, l + 0.4, l + 0.4 - heights, **style)
    layered(axes, len(layers), limits)


def by_layer(panels, alt, limits=None):
    """Draw, side by side, sizes in every layer, the first layer on top.

    Arguments:
        panels: dict of (title, label of the axis) -> dict of label -> sizes, (seeds, layers)
        alt: the figure in words
        limits: where the horizontal axes begin and end
    """
    with plt.rc_context(STYLE):
        size = (3.6 * len(panels), 4.6)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharey=True)
        for axes, ((title, xlabel), series) in zip(row, panels.items(), strict=True):
            for index, (label, sizes) in enumerate(series.items()):
                profile(axes, sizes, index, label)
            layered(axes, sizes.shape[1], limits)
            axes.set(title=title, xlabel=xlabel)
        row[0].set_ylabel("layer")
        handles = axes.get_legend_handles_labels()
        figure.legend(*handles, loc="outside lower center", ncols=len(series))
        show(figure, alt)


def profile(axes, sizes, index=0, label=None):
    """Put sizes (seeds, layers) into axes, from top to bottom: their median, in a band from least to most."""
    layers = np.arange(1, sizes.shape[1] + 1)
    style = {"color": COLORS[index], "marker": MARKERS[index], "markevery": 3}
    axes.plot(np.median(sizes, axis=0), layers, label=label, **style)
    low, high = sizes.min(axis=0), sizes.max(axis=0)
    axes.fill_betweenx(layers, low, high, color=COLORS[index], alpha=0.25, linewidth=0)


def layered(axes, depth, limits):
    """Give axes the layers from top to bottom, a logarithmic horizontal axis, and a line at 1."""
    axes.set(xscale="log", xlim=limits, ylim=(depth + 0.7, -1.4))
    axes.set_yticks([1, *range(5, depth + 1, 5)])
    axes.axvline(1, color="black", linestyle="--", linewidth=1, zorder=0)
    low, high = np.log10(axes.get_xlim())
    step = np.ceil((high - low) / 5)  # powers of ten from tick to tick, so that 1 is among them
    axes.set_xticks(10.0 ** (step * np.arange(np.ceil(low / step), high / step + 1e-9)))
    axes.minorticks_off()
