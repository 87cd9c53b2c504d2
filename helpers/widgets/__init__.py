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
from helpers.widgets.week2 import causes, clouds, cut, echo, roots, schedules, turned
from helpers.widgets.week3 import batch, pulls

__all__ = [
    "batch",
    "pulls",
    "bowl",
    "cut",
    "causes",
    "clouds",
    "digits",
    "echo",
    "five_bars",
    "growth",
    "layers",
    "learnt",
    "roots",
    "schedules",
    "shrunk",
    "turned",
    "two_models",
    "unit_input",
]
