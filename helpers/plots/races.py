"""Figures of races between optimizers: their curves, their scores at every learning rate, their standings."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.style import COLORS, MARKERS, STYLE, show


def side_by_side(panels, xlabel, ylabel, limits, alt):
    """Draw races in panels with common axes: the median over seeds, in a band from smallest to largest.

    Arguments:
        panels: dict of title -> dict of label -> values, (seeds, steps)
        xlabel, ylabel: what the axes show
        limits: ends of the vertical axis, which is logarithmic
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        size = (5 * len(panels), 4.4)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharey=True, squeeze=False)
        for axes, (title, series) in zip(row[0], panels.items(), strict=True):
            for index, (label, values) in enumerate(series.items()):
                steps = 1 + np.arange(values.shape[1])
                style = {"marker": MARKERS[index], "markevery": (index * 8, max(1, len(steps) // 8))}
                axes.plot(steps, np.median(values, axis=0), label=label, color=COLORS[index], **style)
                band = {"color": COLORS[index], "alpha": 0.15, "linewidth": 0}
                axes.fill_between(steps, values.min(axis=0), values.max(axis=0), **band)
            axes.set(title=title, xlabel=xlabel, ylabel=ylabel, yscale="log", ylim=limits)
            axes.label_outer()
        figure.legend(*axes.get_legend_handles_labels(), loc="outside lower center", ncols=4)
        show(figure, alt)


def sweep(rates, scores, ylabel, alt, marked=()):
    """Draw scores against the learning rate: the mean over seeds, two standard errors each way, the best.

    Every second line is thin: where it lies on the one before, both are seen.

    Arguments:
        rates: learning rates, ascending, (rates,)
        scores: dict of label -> values, (rates, seeds)
        ylabel: what the scores are
        alt: the figure in words
        marked: learning rates at which to draw a dashed line
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 5))
        for rate in marked:
            axes.axvline(rate, color="black", linestyle="--", linewidth=1, zorder=0)
        for index, (label, values) in enumerate(scores.items()):
            mean, error = values.mean(axis=1), values.std(axis=1, ddof=1) / np.sqrt(values.shape[1])
            width = 2 if index % 2 else 6
            style = {"linewidth": width, "marker": MARKERS[index], "markersize": 4 + 1.3 * width}
            axes.plot(rates, mean, label=label, color=COLORS[index], **style)
            band = {"color": COLORS[index], "alpha": 0.15, "linewidth": 0}
            axes.fill_between(rates, mean - 2 * error, mean + 2 * error, **band)
            best = np.argmax(mean)
            star = {"markersize": 10 + 3 * width, "markeredgecolor": "black", "zorder": 4}
            axes.plot(rates[best], mean[best], "*", color=COLORS[index], **star)
        axes.set(xscale="log", xlabel="learning rate", ylabel=ylabel)
        figure.legend(loc="outside lower center", ncols=4)
        show(figure, alt)


def standings(panels, xlabel, alt):
    """Draw, one below the other, a dot for each run and a bar of two standard errors around each mean.

    Arguments:
        panels: dict of title -> dict of label -> scores, (seeds,)
        xlabel: what the scores are
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        tall = max(1.9, 0.4 * max(map(len, panels.values())))
        size = (8, tall * len(panels) + 0.6)
        figure, column = plt.subplots(len(panels), 1, figsize=size, sharex=True, squeeze=False)
        for axes, (title, groups) in zip(column[:, 0], panels.items(), strict=True):
            for index, values in enumerate(groups.values()):
                values = np.asarray(values)
                heights = index + np.linspace(-0.25, 0.25, len(values))
                look = {"marker": MARKERS[index % 6], "color": COLORS[index % 6], "linestyle": ""}
                axes.plot(values, heights, **look, alpha=0.5, markersize=5)
                error = 2 * values.std(ddof=1) / np.sqrt(len(values))
                bar = {"color": "black", "marker": "|", "markersize": 14, "capsize": 5, "linewidth": 2}
                axes.errorbar(values.mean(), index, xerr=error, zorder=4, **bar)
            axes.set(title=title, yticks=range(len(groups)), yticklabels=groups)
            axes.set_ylim(len(groups) - 0.5, -0.5)
        axes.set_xlabel(xlabel)
        show(figure, alt)
