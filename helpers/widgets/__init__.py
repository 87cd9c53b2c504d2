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
from helpers.widgets.week2 import causes, clouds, cut, echo, ridge, roots, schedules, turned
from helpers.widgets.week3 import batch, bracket, buffer, pulls, tape_steps, thrown

__all__ = [
    "batch",
    "bracket",
    "pulls",
    "bowl",
    "buffer",
    "cut",
    "causes",
    "clouds",
    "digits",
    "echo",
    "five_bars",
    "growth",
    "layers",
    "learnt",
    "ridge",
    "roots",
    "schedules",
    "shrunk",
    "thrown",
    "tape_steps",
    "turned",
    "two_models",
    "unit_input",
]
