"""A panel: controls, and a figure that follows them.

A panel stands beside a static figure that tells the same story where no kernel runs. On a web page, it
shows frames that were drawn when the page was made (site/_static/panel.js).
"""

import html
import itertools
import json
import os
from functools import cache

import ipywidgets as ipw

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
        row = ipw.Layout(flex_flow="row wrap")  # as many controls beside each other as there is room for
        super().__init__([ipw.HBox(list(controls.values()), layout=row), self.picture])
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
