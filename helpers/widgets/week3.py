"""Panels of the lessons of week 3."""

import ipywidgets as ipw
import numpy as np

from helpers.panel import Panel, slider
from helpers.plots import batches, halving, simplex


def pulls():
    """Return a panel: three scores, the cost of the first class, and how hard each score is pulled."""
    cat = slider("cat", list(range(-6, 7)), 4)
    dog = ipw.ToggleButtons(description="dog", options=[0, 2, 4], value=4, style={"button_width": "60px"})
    return Panel(simplex.pulls, cat=cat, dog=dog)


def batch():
    """Return a panel: a batch that is normalized, an example that moves, and its pulls on three paths."""
    value = slider("value", [-12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 12], 3)
    pulled = ipw.ToggleButtons(options=batches.WANTS, style={"button_width": "120px"})
    return Panel(batches.dragged, value=value, pulled=pulled)


def bracket(rates, curves, halve, count):
    """Return a panel: a bracket, for each length of its first rung and each of five pools of candidates.

    Arguments:
        rates: learning rates, (pools, candidates)
        curves: their losses after `halving.STEPS`, (pools, candidates, 8)
        halve: gives for losses (candidates, 8), some candidates and the number of a rung those who take part
            in it and in the following ones
        count: gives for the number of a rung how many candidates there are in it
    """

    def draw(pool, rung):
        order = np.random.default_rng(pool).permutation(rates.shape[1])
        groups = halve(curves[pool - 1], order[: count(rung)], rung)
        return halving.bracket(rates[pool - 1], curves[pool - 1], rung, groups)

    first = [(str(halving.STEPS[rung]), rung) for rung in range(1, 8)]
    control = ipw.SelectionSlider(description="first rung", options=first, layout={"width": "420px"})
    pool = ipw.ToggleButtons(options=range(1, 6), style={"button_width": "60px"})
    return Panel(draw, rung=control, pool=pool)
