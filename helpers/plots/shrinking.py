"""Figures of weights that a price makes smaller."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.style import COLORS, STYLE, show


def weight_paths(prices, paths, true, alt):
    """Draw, one panel for each kind of price, every weight against the price.

    Arguments:
        prices: ascending, (k,)
        paths: dict of title -> weights, (k, n)
        true: the true weights, (n,); those that are not 0 get thick lines
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, row = plt.subplots(1, len(paths), figsize=(5 * len(paths), 4), sharey=True)
        for axes, (title, path) in zip(row, paths.items(), strict=True):
            axes.plot(prices, path[:, true == 0], color="0.6", linewidth=0.8)
            for index, column in enumerate(np.flatnonzero(true)):
                style = {"color": COLORS[index], "linewidth": 3}
                axes.plot(prices, path[:, column], **style)
                label = f"true weight {true[column]:g}"
                up = np.sign(true[column])
                place = {"va": "bottom" if up > 0 else "top", "color": COLORS[index]}
                axes.text(prices[0], path[0, column] + 0.1 * up, label, **place)
            axes.axhline(0, color="black", linewidth=0.8)
            axes.set(xscale="log", ylim=(-2.7, 4.6), title=title, xlabel="price λ", ylabel="weight")
            axes.label_outer()
        show(figure, alt)


def best_weights(price, alt):
    """Draw where a weight comes to rest with a price on it, against where it would be without.

    Arguments:
        price: the factor λ
        alt: the figure in words
    """
    without = np.linspace(-3, 3, 301)
    rest = {
        "no price": without,
        "L2": without / (1 + price),
        "L1": np.sign(without) * np.maximum(np.abs(without) - price, 0),
    }
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(6.5, 4))
        for index, (label, values) in enumerate(rest.items()):
            style = {"color": "0.6", "linestyle": "--"} if index == 0 else {"color": COLORS[index - 1]}
            axes.plot(without, values, label=label, linewidth=2, **style)
        axes.set(xlabel="weight without a price", ylabel=f"weight with the price {price:g}")
        axes.legend()
        show(figure, alt)


def shrunk(weights, true, title):
    """Draw weights as bars and the true ones as marks, for a panel.

    Arguments:
        weights, true: (n,)
        title: what the weights come from

    Returns:
        figure, alt
    """
    places = np.arange(len(weights))
    useful = int(np.sum((weights != 0) & (true != 0)))
    with plt.rc_context({**STYLE, "figure.constrained_layout.use": False}):
        figure, axes = plt.subplots(figsize=(8, 3.8))
        figure.subplots_adjust(0.09, 0.13, 0.98, 0.9)
        axes.bar(places, weights, color=np.where(true != 0, COLORS[0], COLORS[1]))
        axes.plot(places, true, "_", color="black", markersize=12, markeredgewidth=2)
        axes.axhline(0, color="black", linewidth=0.8)
        axes.set(ylim=(-2.6, 4.4), xlabel="feature", ylabel="weight")
        found = f"{title}: {np.sum(weights != 0)} weights are not 0, {useful} of them useful"
        axes.set_title(found)
    return figure, f"Bars for {len(weights)} weights, with marks at the true ones; {found}."
