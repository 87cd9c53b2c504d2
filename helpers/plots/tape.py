"""Diagrams of a tape: a list of operations that is read backwards, and an array that is stretched.

The tape is that of e = (a b + a)^2 at a = 2 and b = 3.
"""

import matplotlib.pyplot as plt
import numpy as np

from helpers.plots.panels import FIXED
from helpers.plots.style import COLORS, STYLE, show

VALUES = {"a": 2, "b": 3, "c": 6, "d": 8, "e": 64}
LINES = [("c", "a", "×", "b"), ("d", "c", "+", "a"), ("e", "d", "×", "d")]
STEPS = 2 * len(LINES)  # down the tape, and up again


def handed_back(result, left, sign, right, slope):
    """Return what one line hands back: for each of its inputs, its name, the slope and how it came about."""
    if sign == "+":
        return [(name, slope, f"to {name}: {slope}") for name in (left, right)]
    pairs = ((left, VALUES[right]), (right, VALUES[left]))
    return [(name, slope * other, f"to {name}: {slope} × {other} = {slope * other}") for name, other in pairs]


def read(step, missing=0):
    """Go down the tape and up again, for a number of lines.

    Arguments:
        step: number of lines gone, 0 to 6; the last three of them go up
        missing: the number of the line that is not on the tape; 0 if all are there

    Returns:
        parts: for each name, the slopes that have reached it, a dict of lists
        told: for each line that has been read, what it has handed back, a dict of number -> texts
    """
    parts, told = ({"e": [1]} if step > len(LINES) else {}), {}
    for number in range(len(LINES), STEPS - step, -1):
        line = LINES[number - 1]
        if number == missing or line[0] not in parts:
            continue
        handed = handed_back(*line, sum(parts[line[0]]))
        told[number] = [text for _, _, text in handed]
        for name, slope, _ in handed:
            parts.setdefault(name, []).append(slope)
    return parts, told


def whole_tape(alt):
    """Draw the whole tape, with all values and all slopes.

    Arguments:
        alt: the figure in words
    """
    figure, _ = stepped(STEPS, marked=False)
    show(figure, alt)


def stepped(step, missing=0, marked=True):
    """Draw the tape after some lines, as `read` takes them, for a panel.

    Arguments:
        step, missing: as in `read`
        marked: whether the line that has been reached is marked

    Returns:
        figure, alt
    """
    parts, told = read(step, missing)
    with plt.rc_context(FIXED):
        figure, axes = plt.subplots(figsize=(10, 3.9))
        figure.subplots_adjust(0.01, 0.01, 0.99, 0.99)
        axes.set(xlim=(0, 10), ylim=(0, 3.9))
        axes.axis("off")
        paper_on(axes)
        for number in range(1, len(LINES) + 1):
            if marked and step and number in (step, STEPS + 1 - step):
                mark_on(axes, number)
            line_on(axes, number, step, missing, told.get(number, []))
        found = slopes_on(axes, parts, done=step == STEPS)
    place = f"{step} lines down" if step <= len(LINES) else f"down, and {step - len(LINES)} lines up again"
    gap = f"line {missing} is missing" if missing else "no line is missing"
    return figure, f"A tape of three lines, {gap}; {place}. Slopes so far: {', '.join(found) or 'none'}."


def paper_on(axes):
    """Draw the strip of paper, what stands in its columns, and the ways down and up."""
    axes.fill([0.5, 6.9, 6.9, 0.5], [0.15, 0.15, 2.95, 2.95], facecolor="#FBF6E6", edgecolor="0.6")
    for x in (0.62, 6.78):
        axes.plot(
            [x] * 12, np.linspace(0.3, 2.8, 12), "o", color="white", markeredgecolor="0.7", markersize=4
        )
    axes.text(1.0, 3.2, "what is computed", color=COLORS[0], va="center")
    axes.text(4.4, 3.2, "what is handed back", color=COLORS[1], va="center")
    axes.text(7.6, 3.2, "slope of e at ...", va="center")
    axes.text(1.0, 3.65, "a = 2,  b = 3", color=COLORS[0], va="center")
    for x, (start, end), colour in ((0.25, (2.9, 0.2), COLORS[0]), (7.15, (0.2, 2.9), COLORS[1])):
        way = {"arrowstyle": "-|>", "color": colour, "linewidth": 2.5, "mutation_scale": 20}
        axes.annotate("", (x, end), (x, start), arrowprops=way)


def height_of(number):
    """Return where a line of the tape stands."""
    return 3.3 - 0.9 * number


def mark_on(axes, number):
    """Mark a line of the tape."""
    edges = height_of(number) + 0.4 * np.array([-1, -1, 1, 1])
    axes.fill([0.72, 6.68, 6.68, 0.72], edges, color="#F3E3AC")


def line_on(axes, number, step, missing, handed):
    """Draw one line of the tape: its operation, once it has been done, and what it has handed back."""
    height = height_of(number)
    if step < number:
        return
    result, left, sign, right = LINES[number - 1]
    numbers = f"{VALUES[left]} {sign} {VALUES[right]} = {VALUES[result]}"
    colour = "0.6" if number == missing else COLORS[0]
    axes.text(0.85, height, f"{number}", color="0.5", va="center", fontsize=10)
    axes.text(1.1, height, f"{result} = {left} {sign} {right}", color=colour, va="center", fontsize=14)
    axes.text(2.6, height, f"= {numbers.split(' = ')[0]} = {VALUES[result]}", color=colour, va="center")
    if number == missing:
        axes.text(4.4, height, "not on the tape", color="0.45", va="center", style="italic")
    for place, text in zip((0.17, -0.17), handed, strict=False):
        axes.text(4.4, height + place, text, color=COLORS[1], va="center")


def slopes_on(axes, parts, done):
    """Write down the slopes that have been added up so far, and return them in words."""
    found = []
    for row, name in enumerate(reversed(VALUES)):
        height = 0.45 + 0.52 * row
        reached = parts.get(name, [])
        text = " + ".join(map(str, reached)) + (f" = {sum(reached)}" if len(reached) > 1 else "")
        text = text or ("None" if done else "")
        weight = "bold" if name in "ab" else "normal"
        axes.text(7.6, height, name, va="center", fontsize=14, color=COLORS[0], weight=weight)
        axes.text(7.95, height, text, va="center", color=COLORS[1], weight=weight)
        found += [f"{name} {text}"] if text else []
    return found


def stretched(alt):
    """Draw how a row of biases is added to each example, and how the slopes come back to one row.

    Arguments:
        alt: the figure in words
    """
    row, slopes = (
        np.array([[0.5, -1, 2]]),
        np.array([[0.1, 0, 0.3], [0, 0.2, 0.1], [-0.2, 0.1, 0], [0.4, 0, 0]]),
    )
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(10, 3.1))
        grid_on(axes, row, (0, 1.5), COLORS[0], "b, one row")
        grid_on(axes, np.repeat(row, 4, axis=0), (4.2, 0), COLORS[0], "b as it is added to 4 examples")
        grid_on(axes, slopes, (8.4, 0), COLORS[1], "slopes at the 4 copies")
        grid_on(axes, slopes.sum(axis=0, keepdims=True), (12.6, 1.5), COLORS[1], "slope at b: their sum")
        for x, label, colour in ((3.1, "copy", COLORS[0]), (11.5, "add up", COLORS[1])):
            way = {"arrowstyle": "-|>", "color": colour, "linewidth": 2.5, "mutation_scale": 20}
            axes.annotate("", (x + 0.95, 2), (x + 0.05, 2), arrowprops=way)
            axes.text(x + 0.5, 2.25, label, color=colour, ha="center")
        axes.set(xlim=(-0.1, 15.7), ylim=(-0.1, 5), aspect="equal")
        axes.axis("off")
        show(figure, alt)


def grid_on(axes, numbers, corner, colour, title):
    """Draw numbers (rows, columns) into boxes of size 1; `corner` is the lower left one."""
    rows, columns = numbers.shape
    x0, y0 = corner
    for i, j in np.ndindex(rows, columns):
        x, y = x0 + j, y0 + rows - 1 - i
        axes.add_patch(plt.Rectangle((x, y), 1, 1, facecolor="white", edgecolor=colour, linewidth=1.2))
        axes.text(x + 0.5, y + 0.5, f"{numbers[i, j]:g}", ha="center", va="center", color=colour)
    axes.text(x0 + columns / 2, y0 + rows + 0.25, title, ha="center", color=colour, fontsize=10)


def agreement(differences, alt):
    """Draw how far losses are from a reference, step by step, with a band over the runs.

    Arguments:
        differences: dict of label -> relative differences, (runs, steps); 0 is drawn at the lower edge
        alt: the figure in words
    """
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(8.5, 4.2))
        for index, (label, found) in enumerate(differences.items()):
            found = np.maximum(found, 1e-17)
            low, middle, high = np.quantile(found, (0, 0.5, 1), axis=0)
            step = np.arange(1, found.shape[1] + 1)
            axes.fill_between(step, low, high, color=COLORS[index], alpha=0.2, linewidth=0)
            axes.plot(step, middle, color=COLORS[index])
            axes.text(step[-1] + 3, np.median(middle), label, color=COLORS[index], va="center")
        axes.set(yscale="log", ylim=(1e-17, 1), xlim=(1, step[-1]))
        axes.set(xlabel="step", ylabel="relative difference of the loss")
        show(figure, alt)
