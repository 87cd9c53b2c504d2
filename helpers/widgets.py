"""Panels to play with: controls, and a figure that follows them.

A panel stands beside a static figure that tells the same story where no kernel runs. On a web page, it
shows frames that were drawn when the page was made (site/_static/panel.js).
"""

import html
import itertools
import json
import os
from functools import cache

import ipywidgets as ipw
import numpy as np

from helpers import signals
from helpers.plots import diagnoses, fairness, learning, measuring, panels, quadratics, shrinking, thinning
from helpers.plots import digits as cancelling
from helpers.plots.style import PAGES, address, as_html

DPI = 108


class Panel(ipw.VBox):
    """Controls in a row, and below them the figure that is drawn for their values.

    Arguments:
        draw: gives, for the values of the controls by name, a figure and its description in words
        controls: the controls by name
    """

    def __init__(self, draw, **controls):
        self.figure = draw
        self.draw = cache(lambda **values: as_html(*draw(**values), dpi=DPI))
        self.controls = controls
        self.picture = ipw.HTML()
        super().__init__([ipw.HBox(list(controls.values())), self.picture])
        for control in controls.values():
            control.observe(self.follow, "value")
        self.follow()

    def follow(self, change=None):
        """Draw the figure for the present values of the controls."""
        self.picture.value = self.draw(**{name: control.value for name, control in self.controls.items()})

    def _repr_mimebundle_(self, **kwargs):
        """Say what is missing where a notebook is shown without a kernel; on a web page, show frames."""
        if PAGES in os.environ:
            return {"text/html": self.as_page()}
        note = {"text/plain": "A panel to play with: run this notebook in JupyterLab to use it."}
        return {**super()._repr_mimebundle_(**kwargs), **note}

    def as_page(self):
        """Return the panel as HTML, with an image for every combination of the controls' values."""
        frames = []
        for values in itertools.product(*(choices(control).values() for control in self.controls.values())):
            figure, alt = self.figure(**dict(zip(self.controls, values, strict=True)))
            frames.append((address(figure, DPI), alt))
        number = 0
        for control in self.controls.values():
            number = number * len(choices(control)) + control.index
        first, alt = frames[number]
        parts = [as_fieldset(name, control) for name, control in self.controls.items()]
        return (
            f'<figure class="panel" data-frames="{html.escape(json.dumps(frames))}">{"".join(parts)}'
            f'<img src="{first}" alt="{html.escape(alt)}" style="max-width: 100%"></figure>'
        )


def choices(control):
    """Return the values that a control can take, by what it calls them."""
    pairs = (option if isinstance(option, tuple) else (option, option) for option in control.options)
    return {str(text): value for text, value in pairs}


def as_fieldset(name, control):
    """Return a control as HTML: a range for numbers, buttons for other choices."""
    texts = list(choices(control))
    if isinstance(control, ipw.SelectionSlider):
        inside = (
            f'<input type="range" min="0" max="{len(texts) - 1}" value="{control.index}" aria-label="{name}" '
            f'aria-valuetext="{texts[control.index]}"><output>{texts[control.index]}</output>'
        )
    else:
        group = f"{name}-{id(control)}"
        marks = ["checked" if number == control.index else "" for number in range(len(texts))]
        inside = "".join(
            f'<label><input type="radio" name="{group}" {mark}> {text}</label>'
            for mark, text in zip(marks, texts, strict=True)
        )
    told = html.escape(json.dumps(texts))
    return f'<fieldset data-texts="{told}"><legend>{name}</legend>{inside}</fieldset>'


def slider(label, values, start, form="{}"):
    """Return a slider over a list of values, which begins at one of them.

    Arguments:
        label: what stands beside it
        values: in order
        start: the value at which it begins
        form: how a value is written
    """
    options = [(form.format(value), value) for value in values]
    layout = ipw.Layout(width="420px")
    return ipw.SelectionSlider(description=label, options=options, value=start, layout=layout)


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


def diagnose(cases, runs):
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
