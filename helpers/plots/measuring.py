"""Figures of test scores as measurements: how far off they are by chance, by choosing, and by leaks."""

import matplotlib.pyplot as plt
import numpy as np
import scipy

from helpers.plots.errors import sized
from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, MARKERS, STYLE, show

WORSE = 0.8  # the long-run accuracy of the worse one of two models


def one_dot(p, size, score, alt):
    """Draw scores of one model on many test sets of all sizes, and yours as one dot with an error bar.

    Arguments:
        p: the accuracy in the long run
        size, score: number of examples in your test set, and the accuracy on it
        alt: the figure in words
    """
    rng = np.random.default_rng(0)
    m = np.exp(rng.uniform(np.log(20), np.log(20_000), 2500)).astype(int)
    edge = np.geomspace(20, 20_000, 200)
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.6))
        axes.plot(m, rng.binomial(m, p) / m, ".", color=COLORS[5], markersize=3, alpha=0.6)
        for sign in (-1, 1):
            line = np.minimum(p + sign / np.sqrt(edge), 1)  # no score is better
            axes.plot(edge, line, color=COLORS[0], linewidth=1.5)
        axes.axhline(p, color="black", linestyle="--", linewidth=1)
        axes.text(1.01, p, "the truth", va="center", transform=axes.get_yaxis_transform())
        bar = {"fmt": "o", "color": COLORS[1], "markersize": 10, "capsize": 6, "elinewidth": 2.5}
        axes.errorbar(size, score, 1 / np.sqrt(size), **bar)
        axes.text(size * 1.15, score + 0.16, "your test set", color=COLORS[1], weight="bold")
        axes.text(700, p - 0.075, r"$1/\sqrt{m}$ from the truth", color=COLORS[0])
        sized(axes, [20, 50, 200, 500, 2000, 5000, 20_000])
        axes.set(ylim=(0.5, 1.04), xlabel="examples in the test set", ylabel="accuracy on it")
        show(figure, alt)


def chosen(counts, on_test, on_fresh, alt):
    """Draw the score of the best of many models, on the test set that chose it and on fresh examples.

    Arguments:
        counts: how many models there were to choose from, (counts,)
        on_test, on_fresh: accuracies, (seeds, counts)
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.4))
        series = {"on the test set\nthat chose it": on_test, "on fresh digits": on_fresh}
        for index, (label, values) in enumerate(series.items()):
            mean, spread = np.mean(values, axis=0), np.std(values, axis=0)
            style = {"color": COLORS[1 - index], "marker": MARKERS[index], "capsize": 5, "linewidth": 2}
            axes.errorbar(np.array(counts) * (1.05, 0.95)[index], mean, spread, **style)
            axes.text(counts[-1] * 1.25, mean[-1], label, color=COLORS[1 - index], va="center")
        sized(axes, counts)
        axes.set(xlabel="models to choose from", ylabel="accuracy of the best one")
        show(figure, alt)


def leaks_by_cost(scores, alt):
    """Draw scores on pure noise for each leak, sorted by their means.

    Arguments:
        scores: dict of leak -> accuracies, (seeds,)
        alt: the figure in words
    """
    names = sorted(scores, key=lambda name: np.mean(scores[name]))
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 0.9 * len(names) + 0.9))
        for place, name in enumerate(names):
            values = np.array(scores[name])
            shift = np.random.default_rng(place).uniform(-0.25, 0.25, values.size)
            axes.plot(values, place + shift, ".", color=COLORS[5], markersize=5)
            axes.plot(np.mean(values), place, "D", color=COLORS[1], markersize=9)
        axes.axvline(0.5, color="black", linestyle="--", linewidth=1)
        axes.set_yticks(range(len(names)), names)
        axes.set(xlim=(0.25, 1.02), xlabel="accuracy on the test set (truth: 0.5)")
        show(figure, alt)


def pair_on(axes, size, difference):
    """Draw where the scores of two models fall, with bars of two standard errors; return a title."""
    x = np.linspace(0.6, 1, 401)
    ends = []
    for index, p in enumerate((WORSE, WORSE + difference)):
        error = np.sqrt(p * (1 - p) / size)
        curve = np.exp(-(((x - p) / error) ** 2) / 2)  # as high as wide ones, so that both can be seen
        axes.fill_between(x, curve, color=COLORS[index], alpha=0.35, linewidth=0)
        bar = {"fmt": MARKERS[index], "color": COLORS[index], "capsize": 6, "elinewidth": 3, "markersize": 8}
        axes.errorbar(p, 1.15 + 0.15 * index, xerr=2 * error, **bar)
        ends += [p - 2 * error, p + 2 * error]
    wins = better_wins(size, difference)
    often = "over 99%" if wins > 0.99 else f"{wins:.0%}"
    axes.set(xlim=(0.6, 1), ylim=(0, 1.5), yticks=[], xlabel="accuracy on the test set")
    apart = "apart" if ends[1] < ends[2] else "overlap"
    return f"{size:,} examples, difference {difference:g}: bars {apart}, better model wins {often}"


def better_wins(size, difference):
    """Return how likely the better of two models scores higher, each on a test set of its own."""
    variances = [p * (1 - p) / size for p in (WORSE, WORSE + difference)]
    return scipy.stats.norm.cdf(difference / np.sqrt(sum(variances)))


def pair(examples, difference):
    """Draw two models for a panel, and return the figure and what it shows in words."""
    with plt.rc_context(FIXED):
        figure, axes = plt.subplots(figsize=(7.5, 3.2))
        figure.subplots_adjust(0.04, 0.19, 0.97, 0.88)
        found = pair_on(axes, examples, difference)
        axes.set_title(found, fontsize=12)
    return (
        figure,
        f"Two bells of the scores of two models, with bars of two standard errors; {found}.",
    )
