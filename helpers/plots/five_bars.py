"""Figures of five errors in a row, from the lowest possible one to the test error, with their steps."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, STYLE, show

BARS = ["person", "train", "train-dev", "dev", "test"]
# What leads from each bar to the next one: its name, its colour, what changes, and what helps.
STEPS = [
    ("avoidable bias", COLORS[0], "a network reads,\nnot a person", "a larger network,\nlonger training"),
    ("variance", COLORS[4], "the images\nare new", "more data,\nregularization"),
    (
        "data mismatch",
        COLORS[2],
        "they come from\nanother source",
        "training data like\nthose of the dev set",
    ),
    ("dev overfitting", COLORS[3], "nothing was\nchosen on them", "a larger dev set,\nfewer choices"),
]
SHOWN = ["upright, known", "upright, new", "tilted, new", "tilted, new, used once"]  # what each set holds
NAMED = 0.1  # a step up gets its name if it is this part of the axis


def stairs_on(axes, errors, top):
    """Draw five bars, on each of them what it adds to the bar before; what is missing from it has a frame.

    Arguments:
        axes: where to draw
        errors: person, train, train-dev, dev and test, (seeds, 5); medians are drawn
        top: where the vertical axis ends
    """
    bars = np.median(errors, axis=0)
    axes.bar(0, bars[0], color="0.85", width=0.8)
    for place, (before, bar) in enumerate(zip(bars, bars[1:], strict=False), start=1):
        name, color, *_ = STEPS[place - 1]
        axes.bar(place, min(before, bar), color="0.85", width=0.8)
        up = {"color": color} if bar > before else {"fill": False, "edgecolor": color, "linestyle": "--"}
        if bar != before:
            axes.bar(place, abs(bar - before), bottom=min(before, bar), width=0.8, linewidth=1.2, **up)
        axes.plot([place - 1.4, place + 0.4], [before, before], color="0.4", linewidth=0.8)
        if bar - before >= NAMED * top:
            style = {"color": color, "weight": "bold", "fontsize": 11, "textcoords": "offset points"}
            axes.annotate(name.replace(" ", "\n"), (place + 0.4, bar), (0, 18), ha="right", **style)
    lows = np.maximum(bars, np.where(np.r_[0, -np.diff(bars)] < NAMED * top, np.r_[0, bars[:-1]], 0))
    for place, (bar, low) in enumerate(zip(bars, lows, strict=True)):
        axes.annotate(f"{bar:.2f}", (place, low), (0, 3), textcoords="offset points", ha="center")
    axes.set_xticks(range(5), [bar.replace("-", "-\n") for bar in BARS], fontsize=11)
    axes.set_ylim(0, top)


def staircases(panels, alt, top=0.4):
    """Draw five errors in a row for several networks, side by side.

    Arguments:
        panels: dict of title -> errors, (seeds, 5)
        alt: the figure in words
        top: where the vertical axis ends
    """
    with plt.rc_context(STYLE):
        size = (3.2 * len(panels) + 0.6, 4)
        figure, row = plt.subplots(1, len(panels), figsize=size, sharey=True, squeeze=False)
        for axes, (title, errors) in zip(row[0], panels.items(), strict=True):
            stairs_on(axes, errors, top)
            axes.set_title(title)
        row[0, 0].set_ylabel("error")
        show(figure, alt)


def stairs(errors, title):
    """Draw five errors in a row for a panel, and return the figure and what it shows in words."""
    with plt.rc_context(FIXED):
        figure, axes = plt.subplots(figsize=(7.5, 4.4))
        figure.subplots_adjust(0.1, 0.14, 0.98, 0.91)
        stairs_on(axes, errors, top=1)
        axes.set(title=title, ylabel="error")
    found = zip(BARS, np.median(errors, axis=0), strict=True)
    return figure, f"Five bars of errors: {', '.join(f'{bar} {x:.2f}' for bar, x in found)}; {title}."


def recipe(sets, alt):
    """Draw the five errors as stations of a way, what changes between them, and what to do about it.

    Arguments:
        sets: images of the training, train-dev, dev and test set, each (64, 3)
        alt: the figure in words
    """
    labels = ["a careful person", "training set", "train-dev set", "dev set", "test set"]
    with plt.rc_context(FIXED):
        figure = plt.figure(figsize=(7.4, 7.4))
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 7.4), ylim=(0, 7.4))
        axes.set_axis_off()
        for x, head in (
            (0.3, "the error of or on"),
            (2.3, "what changes"),
            (5.0, "if this step is the highest"),
        ):
            axes.text(x, 7.1, head, color="0.4")
        for number, label in enumerate(labels):
            y = 6.55 - 1.45 * number
            box = {"boxstyle": "round,pad=0.45", "facecolor": "white", "edgecolor": "0.4"}
            axes.text(0.3, y, label, va="center", bbox=box, zorder=3)
            if number < 4:
                step_on(axes, y, *STEPS[number])
        for number, (told, images) in enumerate(zip(SHOWN, sets, strict=True), start=1):
            images_on(figure, axes, 6.55 - 1.45 * number, told, images)
        axes.text(0.3, 0.2, "Then measure all five again: now another step may be the highest.", color="0.4")
        show(figure, alt)


def step_on(axes, y, name, color, changes, helps):
    """Draw one step of `recipe` below the height y: an arrow, what changes, its name and what helps."""
    arrow = {"arrowstyle": "-|>,head_width=0.4,head_length=0.7", "linewidth": 5, "color": color}
    axes.annotate("", (0.9, y - 1.2), (0.9, y - 0.25), arrowprops=arrow)
    axes.text(2.3, y - 0.72, changes, va="center", color=color, weight="bold")
    axes.add_patch(plt.Rectangle((4.8, y - 1.2), 0.08, 0.97, color=color))
    axes.text(5.0, y - 0.38, name, va="center", color=color, weight="bold")
    axes.text(5.0, y - 0.88, helps, va="center")


def images_on(figure, axes, y, told, images):
    """Put three images, (64, 3), beside a station of `recipe` at the height y, and say what they are."""
    width, height = figure.get_size_inches()
    for place, image in enumerate(images.T):
        small = figure.add_axes(((2.3 + 0.45 * place) / width, (y - 0.2) / height, 0.4 / width, 0.4 / height))
        small.imshow(image.reshape(8, 8), cmap="Greys")
        small.set_axis_off()
    axes.text(3.75, y, told, va="center", color="0.4", fontsize=11)
