"""The vocabulary that test cells are written in: call a function, then say what its result must be.

    result = checks.example(initialize_parameters_zeros, [3, 2, 1])
    result.has_arrays({"W1": (2, 3), "b1": (2, 1), "W2": (1, 2), "b2": (1, 1)})

A check that fails raises `CheckFailed`, whose message says which property failed, on which call,
and how far off the result is. A check calls functions by their name and compares data; it never
looks inside a function. `docs/checks.md` lists all words.
"""

from helpers.checks.calling import call, calls, example, passed, raises, replaced, smallest_first, stand_ins
from helpers.checks.messages import CheckFailed
from helpers.checks.parameters import arrays, drawn, named, shapes
from helpers.checks.parts import Parts

__all__ = [
    "CheckFailed",
    "Parts",
    "arrays",
    "call",
    "calls",
    "drawn",
    "example",
    "named",
    "passed",
    "raises",
    "replaced",
    "shapes",
    "smallest_first",
    "stand_ins",
]
