"""Figures of derivatives: secants beside a tangent, and how far two gradients are apart."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.style import COLORS, MARKERS, STYLE, show


def secants(function, theta, slope, chords, alt):
    """Draw, side by side, chords of a curve, each beside the tangent in one point.

    Arguments:
        function: the curve, of one number
        theta, slope: where the tangent touches, and its slope
        chords: dict of title -> (first, last), between which a straight line is drawn
        alt: the figure in words
    """
    ends = np.ravel(list(chords.values()))
    x = np.linspace(min(ends) - 0.2, max(ends) + 0.2, 200)
    with plt.rc_context(STYLE):
        figure, panels = plt.subplots(1, len(chords), figsize=(9, 4.2), sharey=True, squeeze=False)
        for axes, (title, chord) in zip(panels[0], chords.items(), strict=True):
            axes.plot(x, [function(value) for value in x], color="black", label="$J$")
            style = {"color": COLORS[0], "linestyle": "--", "label": "tangent"}
            axes.axline((theta, function(theta)), slope=slope, **style)
            line = [(end, function(end)) for end in chord]
            axes.axline(*line, color=COLORS[1], label="secant")
            axes.plot(*zip(*line, strict=True), linestyle="", color=COLORS[1], marker=MARKERS[1], ms=9)
            axes.plot(theta, function(theta), color=COLORS[0], marker=MARKERS[0], ms=7)
            axes.set(title=title, xlabel=r"$\theta$", xlim=x[[0, -1]])
            axes.set_ylim(function(x[0]) - 0.3, function(x[-1]))
            axes.label_outer()
        panels[0][0].legend(loc="upper left")
        show(figure, alt)


def against_step(steps, series, alt, marks=(), labels=(r"step $\varepsilon$", "relative difference")):
    """Draw relative differences against the step: the median over runs, in a band from least to most.

    Arguments:
        steps: the steps of the numerical derivative, (n,)
        series: dict of label -> relative differences, (runs, n)
        alt: the figure in words
        marks: steps to mark by a vertical line
        labels: of the two axes
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 4.8))
        for index, (label, values) in enumerate(series.items()):
            style = {"color": COLORS[index], "marker": MARKERS[index], "markevery": 2}
            axes.plot(steps, np.median(values, axis=0), label=label, **style)
            low, high = np.min(values, axis=0), np.max(values, axis=0)  # (n,)
            axes.fill_between(steps, low, high, color=COLORS[index], alpha=0.2)
        for mark in marks:
            axes.axvline(mark, color="black", linestyle="--", linewidth=1)
        axes.set(xscale="log", yscale="log", xlabel=labels[0], ylabel=labels[1])
        axes.set_xticks(10.0 ** np.arange(np.log10(min(steps)).round(), np.log10(max(steps)) + 0.5, 2))
        if len(series) > 1:
            figure.legend(loc="outside upper center", ncols=2)
        show(figure, alt)


def per_parameter(series, limit, alt):
    """Draw the relative difference of every parameter on a logarithmic axis, a row for each.

    Arguments:
        series: dict of label -> dict of parameter -> relative differences, (runs,);
            each is drawn as its median, on a line from the smallest to the largest
        limit: (label, value) of a dashed vertical line
        alt: the figure in words
    """
    names = list(next(iter(series.values())))
    rows = np.arange(len(names))
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8, 0.5 * len(names) + 1.6))
        for index, (label, runs) in enumerate(series.items()):
            values = np.array([runs[name] for name in names])  # (names, runs)
            height = rows + 0.2 * (index - (len(series) - 1) / 2)  # beside each other, not on top
            style = {"color": COLORS[index], "marker": MARKERS[index], "markersize": 8}
            axes.plot(np.median(values, axis=1), height, linestyle="", label=label, **style)
            axes.hlines(height, values.min(axis=1), values.max(axis=1), color=COLORS[index])
        label, value = limit
        axes.axvline(value, color="black", linestyle="--", linewidth=1, label=label)
        axes.set(xscale="log", xlabel="relative difference", yticks=rows, yticklabels=names)
        axes.invert_yaxis()
        figure.legend(loc="outside upper center", ncols=len(series) + 1)
        show(figure, alt)
