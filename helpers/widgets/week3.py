"""Panels of the lessons of week 3."""

import ipywidgets as ipw
import numpy as np

from helpers.panel import Panel, slider
from helpers.plots import buffers, halving, normalized_batches, simplex, tape, throws


def pulls():
    """Return a panel: three scores, the cost of the first class, and how hard each score is pulled."""
    cat = slider("cat", list(range(-6, 7)), 4)
    dog = ipw.ToggleButtons(description="dog", options=[0, 2, 4], value=4, style={"button_width": "60px"})
    return Panel(simplex.pulls, cat=cat, dog=dog)


def batch():
    """Return a panel: a batch that is normalized, an example that moves, and its pulls on three paths."""
    value = slider("value", [-12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 12], 3)
    pulled = ipw.ToggleButtons(options=normalized_batches.WANTS, style={"button_width": "120px"})
    return Panel(normalized_batches.dragged, value=value, pulled=pulled)


def bracket(rates, curves, halve, counts):
    """Return a panel: a bracket, for each length of its first rung and each of five pools of candidates.

    Arguments:
        rates: learning rates, (pools, candidates)
        curves: their losses after `halving.STEPS`, (pools, candidates, 8)
        halve: gives for losses (candidates, 8), some candidates and the number of a rung those who take part
            in it and in the following ones
        counts: the number of a first rung -> how many candidates begin there
    """

    def draw(pool, rung):
        order = np.random.default_rng(pool).permutation(rates.shape[1])
        groups = halve(curves[pool - 1], order[: counts[rung]], rung)
        return halving.bracket(rates[pool - 1], curves[pool - 1], rung, groups)

    first = [(str(halving.STEPS[rung]), rung) for rung in range(1, 8)]
    control = ipw.SelectionSlider(description="first rung", options=first, layout={"width": "420px"})
    pool = ipw.ToggleButtons(options=range(1, 6), style={"button_width": "60px"})
    return Panel(draw, rung=control, pool=pool)


def thrown():
    """Return a panel: trials in a grid or at random, and where they fall if one or both settings matter."""
    kind = ipw.ToggleButtons(options=["grid", "random"], style={"button_width": "90px"})
    trials = ipw.ToggleButtons(
        description="trials", options=[4, 9, 16], value=9, style={"button_width": "60px"}
    )
    matters = ipw.ToggleButtons(description="matters", options=throws.MATTERS, style={"button_width": "90px"})
    valley = slider("valley", [1, 2, 3, 4, 5], 1)
    return Panel(throws.thrown, kind=kind, trials=trials, matters=matters, valley=valley)


def tape_steps():
    """Return a panel: a tape that one goes down and up again, line by line; one line may be missing."""
    lines = slider("lines", list(range(tape.STEPS + 1)), 1)
    options = [("none", 0), ("line 1", 1), ("line 2", 2), ("line 3", 3)]
    missing = ipw.ToggleButtons(description="missing", options=options, style={"button_width": "70px"})
    return Panel(lambda lines, missing: tape.stepped(lines, missing), lines=lines, missing=missing)


def buffer(orders, labels, errors):
    """Return a panel: the batches that a shuffle buffer lets through, and the errors of networks trained so.

    Arguments:
        orders: dict of (file, size of the buffer) -> the order of an epoch, (m,)
        labels: the class of each example, (m,)
        errors: the same keys -> errors on the dev set after each epoch, (seeds, epochs)
    """
    files, sizes = (list(dict.fromkeys(column)) for column in zip(*orders, strict=True))
    best = errors[files[0], sizes[-1]]

    def draw(size, file):
        return buffers.stream(file, size, labels[np.array(orders[file, size])], errors[file, size], best)

    chosen = ipw.ToggleButtons(description="file", options=files, style={"button_width": "120px"})
    return Panel(draw, size=slider("buffer", sizes, sizes[0]), file=chosen)
