"""Panels of the lessons of week 2."""

import ipywidgets as ipw

from helpers.panel import Panel, slider
from helpers.plots import adaptive, averages, batch_walks, diagnoses, fairness, momentum, saddles
from helpers.plots import schedules as figures


def clouds():
    """Return a panel: gradients of batches of one size, and a walk that they lead."""
    size = slider("batch size", [1, 4, 16, 64, 256, 1024], 16)
    clock = ipw.ToggleButtons(options=batch_walks.CLOCKS, style={"button_width": "110px"})
    return Panel(batch_walks.walked, size=size, clock=clock)


def echo():
    """Return a panel: a false reading, the average that hears it, and its echo there."""
    beta = slider("beta", [0.0, 0.5, 0.8, 0.9, 0.95, 0.98], 0.9, "{:g}")
    error = slider("error", [-20, -10, 0, 10, 20], 20, "{:+d}")
    day = ipw.ToggleButtons(options=[2, 20], value=20, style={"button_width": "60px"})
    return Panel(averages.echo, beta=beta, error=error, day=day)


def roots():
    """Return a panel: a walk with momentum and its two roots, for the stride and beta."""
    strides = [0.01, 0.03, 0.1, 0.3, 0.6, 1.0, 1.5, 2.5, 5, 10, 20, 50]
    beta = slider("beta", [0.0, 0.2, 0.5, 0.8, 0.9], 0.9, "{:g}")
    return Panel(momentum.roots, stride=slider("stride", strides, 1.0, "{:g}"), beta=beta)


def causes(cases, runs):
    """Return a panel: loss curves one after another, a second look at each, and its cause.

    Arguments:
        cases: what `faults.ten` gives
        runs: for each of them the training losses, the dev losses and the gradients
    """

    def draw(run, look):
        return diagnoses.case(run, look, runs[run - 1], cases[run - 1].cause, cases[run - 1].sign)

    looks = [("the curve", 1), ("a second look", 2), ("the cause", 3)]
    look = ipw.ToggleButtons(options=looks, style={"button_width": "120px"})
    return Panel(draw, run=slider("run", list(range(1, len(runs) + 1)), 1), look=look)


def cut(rates, costs):
    """Return a panel: the ranking of optimizers at one learning rate for all.

    Arguments:
        rates: learning rates, ascending, (k,)
        costs: dict of optimizer -> mean costs, (k,)
    """
    rate = slider("rate", [float(rate) for rate in rates], float(rates[0]), "{:.2g}")
    return Panel(lambda rate: fairness.cut(rates, costs, rate), rate=rate)


def schedules(shapes, rates, runs):
    """Return a panel: a schedule for the learning rate, and what a network does with it.

    Arguments:
        shapes: dict of schedule -> what the first rate is multiplied by in each step, (steps,)
        rates: first rates
        runs: dict of schedule -> (steps, costs above the lowest (rates, seeds, k))
    """
    rates = [float(rate) for rate in rates]
    names = ipw.ToggleButtons(options=list(shapes), style={"button_width": "130px"})
    best = min(figures.final(above) for above in runs["constant"][1])

    def draw(schedule, rate):
        steps, above = runs[schedule]
        return figures.planned(schedule, rate, shapes[schedule], steps, above[rates.index(rate)], best)

    return Panel(draw, schedule=names, rate=slider("first rate", rates, rates[-3], "{:g}"))


def turned(makers):
    """Return a panel: a valley that you turn, a walk in it, and how far it moves its two entries.

    Arguments:
        makers: dict of optimizer -> a function that returns a new one, as for `landscapes.fastest`
    """
    degrees = [0, 5, 15, 30, 45, 60, 75, 85, 90]
    names = ipw.ToggleButtons(options=list(makers), value="RMSProp", style={"button_width": "130px"})

    def draw(angle, optimizer):
        return adaptive.turned(optimizer, makers[optimizer], angle)

    return Panel(draw, angle=slider("angle", degrees, 0), optimizer=names)


def ridge():
    """Return a panel: a ball that is dropped near a ridge, with noise and without, and how it gets away."""
    names = ipw.ToggleButtons(options=list(saddles.WALKERS), style={"button_width": "130px"})
    distance = slider("distance", [0.0, 1e-8, 1e-6, 1e-4, 1e-2], 1e-4, "{:g}")
    return Panel(
        saddles.ridge,
        distance=distance,
        noise=slider("noise", [0.0, 1e-6, 1e-2], 0.0, "{:g}"),
        optimizer=names,
    )
