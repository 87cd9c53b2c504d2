"""Panels to play with, each for one lesson."""

import ipywidgets as ipw
import numpy as np

from helpers import signals
from helpers.panel import Panel, slider
from helpers.plots import batches, learning, measuring, panels, quadratics, shrinking, simplex, thinning
from helpers.plots import digits as cancelling
from helpers.plots import five_bars as bars


def growth(lengths):
    """Return a panel: the length of a vector on its way through matrices, and their scale.

    Arguments:
        lengths: lengths at scale 1 after 0, 1, 2, ... matrices, (seeds, matrices + 1)
    """
    scale = slider("scale", [percent / 100 for percent in range(90, 111)], 1.0, "{:.2f}")
    return Panel(lambda scale: panels.growth(lengths, scale), scale=scale)


def layers(X, Y, seeds=range(5)):
    """Return a panel: a signal on its way through twenty layers and back, their scale and kind of unit.

    Arguments:
        X, Y: examples (n, m) and their labels 0 or 1, (1, m)
        seeds: one network is drawn for each
    """

    def draw(unit, scale):
        return panels.layers(unit, scale, *signals.probe(X, Y, scale, seeds, unit))

    unit = ipw.ToggleButtons(options=list(signals.UNITS), style={"button_width": "80px"})
    scales = [2 ** (power / 4) for power in range(-2, 7)]
    return Panel(draw, unit=unit, scale=slider("scale", scales, scales[4], "{:.2f}"))


def bowl():
    """Return a panel: gradient descent in a bowl, whose shape follows from two features."""
    spread = slider("spread", [1, 1.5, 2, 3, 4, 6, 8, 11, 16], 4)
    correlation = ipw.ToggleButtons(options=[("0", 0.0), ("0.9", 0.9)], style={"button_width": "80px"})
    return Panel(quadratics.bowl, spread=spread, correlation=correlation)


def digits():
    """Return a panel: the digits of two nearly equal costs, and the step between them."""
    return Panel(cancelling.digits, power=slider("step", cancelling.POWERS, -2, "1e{}"))


def learnt(X, given, true, steps, answers):
    """Return a panel: the first 20 images with wrong labels, what a network reads on them, and when it stops.

    Arguments:
        X: images, (64, m)
        given, true: their labels and their true digits, (m,)
        steps: the numbers of steps at which to stop
        answers: for each of them what the network reads, (m,)
    """
    wrong = np.flatnonzero(given != true)[:20]

    def draw(stop):
        read = np.asarray(answers[steps.index(stop)])[wrong]
        return learning.learnt(X[:, wrong], given[wrong], true[wrong], read, stop)

    return Panel(draw, stop=slider("stop", steps, 300))


def unit_input():
    """Return a panel: what reaches a unit whose inputs are dropped at random, and how much it varies."""
    shares = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0]
    keep_prob = slider("keep_prob", shares, 0.5, "{:.2f}")
    inputs = ipw.ToggleButtons(options=[1, 4, 16, 64], value=64, style={"button_width": "60px"})
    return Panel(thinning.unit_input, keep_prob=keep_prob, inputs=inputs)


def two_models():
    """Return a panel: the scores of two models, the number of test examples and their true difference."""
    sizes = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000]
    examples = slider("examples", sizes, 500, "{:,}")
    gaps = [0.01, 0.02, 0.05, 0.1]
    difference = ipw.ToggleButtons(options=gaps, value=0.02, style={"button_width": "60px"})
    return Panel(measuring.pair, examples=examples, difference=difference)


def shrunk(prices, paths, true):
    """Return a panel: the weights of a model, the price on them and its kind.

    Arguments:
        prices: ascending, (k,)
        paths: dict of the kind of price -> weights, (k, n)
        true: the true weights, (n,)
    """

    prices = [float(price) for price in prices]

    def draw(price, kind):
        return shrinking.shrunk(paths[kind][prices.index(price)], true, f"{kind}, price {price:.2g}")

    price = slider("price", prices, prices[0], "{:.2g}")
    kind = ipw.ToggleButtons(options=list(paths), style={"button_width": "60px"})
    return Panel(draw, price=price, kind=kind)


def five_bars(results):
    """Return a panel: five errors in a row, for what a network is, what it learnt from and what it meets.

    Arguments:
        results: dict of (hidden units, images, share of wrong labels, tilt in degrees) -> errors,
            (seeds, 5); all combinations of the values
    """
    names = ["units", "images", "wrong", "tilt"]
    values = [sorted(set(column)) for column in zip(*results, strict=True)]
    forms = ["{}", "{}", "{:.0%}", "{}°"]

    def draw(units, images, wrong, tilt):
        title = f"{units} units, {images} images, {wrong:.0%} wrong labels, tilt {tilt}°"
        return bars.stairs(results[units, images, wrong, tilt], title)

    controls = {}
    for name, column, form, start in zip(names, values, forms, (-1, -1, 0, 0), strict=True):
        options = [(form.format(value), value) for value in column]
        style = {"button_width": "60px"}
        controls[name] = ipw.ToggleButtons(
            description=name, options=options, value=column[start], style=style
        )
    return Panel(draw, **controls)


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
