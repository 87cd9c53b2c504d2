"""Panels to play with, each for one lesson."""

from helpers.widgets.week1 import (
    bowl,
    digits,
    five_bars,
    growth,
    layers,
    learnt,
    shrunk,
    two_models,
    unit_input,
)
from helpers.widgets.week2 import causes, cut, echo, roots, turned
from helpers.widgets.week3 import batch, buffer, pulls, tape_steps, thrown

__all__ = [
    "batch",
    "pulls",
    "bowl",
    "buffer",
    "cut",
    "causes",
    "digits",
    "echo",
    "five_bars",
    "growth",
    "layers",
    "learnt",
    "roots",
    "shrunk",
    "thrown",
    "tape_steps",
    "turned",
    "two_models",
    "unit_input",
]
