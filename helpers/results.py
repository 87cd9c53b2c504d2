"""What one call of a student's function returned, and what a check can demand of it."""

import itertools

import numpy as np

from helpers.comparison import difference
from helpers.draws import Draws
from helpers.messages import CheckFailed, compose


class Result(Draws):
    """What one call returned, with the properties that a check can demand of it."""

    def __init__(self, name, called_with, value):
        self.name, self.called_with, self.value = name, called_with, value

    def fail(self, problem, subject=None, yours=None, hint=None):
        """Raise `CheckFailed`; `subject` is the entry of the result that is wrong."""
        text = f"{subject} {problem}" if subject else problem
        raise CheckFailed(compose(self.name, text, self.called_with, yours=yours, hint=hint))

    def has_keys(self, expected):
        """The result is a dict with exactly these keys."""
        if not isinstance(self.value, dict):
            self.fail(f"the result is a {type(self.value).__name__}; it should be a dict.")
        missing = [key for key in expected if key not in self.value]
        extra = [key for key in self.value if key not in expected]
        if missing:
            self.fail(f"the result has no entry {', '.join(map(repr, missing))}.")
        if extra:
            self.fail(f"the result has entries too many: {', '.join(map(repr, extra))}.")

    def has_arrays(self, shapes):
        """The result is a dict of float arrays, each its own, with exactly these keys and shapes."""
        self.has_keys(shapes)
        for key, shape in shapes.items():
            array = self.value[key]
            if not isinstance(array, np.ndarray):
                self.fail(f"is a {type(array).__name__}; it should be a NumPy array.", key)
            if array.shape != shape:
                flipped = "it looks transposed" if array.shape == shape[::-1] else None
                self.fail(f"has shape {array.shape}; it should be {shape}.", key, hint=flipped)
            if array.dtype.kind != "f":
                problem = f"holds {array.dtype}; it should hold floats."
                self.fail(problem, key, hint="a gradient step would be cut off to whole numbers")
        for other, key in itertools.combinations(shapes, 2):
            if np.shares_memory(self.value[other], self.value[key]):
                hint = "changing one changes the other: make a new array for each"
                self.fail("are one and the same array.", f"{other} and {key}", hint=hint)

    def only(self, keys):
        """Return this result cut down to some entries of its dict, to check them alone."""
        return Result(self.name, self.called_with, {key: self.value[key] for key in keys})

    def equals(self, expected, problem="is not right.", mistakes=None, hint=None):
        """The result is `expected`, up to rounding: a number, an array, or a dict or list of them.

        `mistakes` maps a hint to the value that this mistake would give.
        """
        found = difference(expected, self.value)
        if found:
            path, yours = found
            likely = [h for h, wrong in (mistakes or {}).items() if not difference(wrong, self.value)]
            subject = f"result{path}" if path else "the result"
            self.fail(problem, subject, yours, likely[0] if likely else hint)

    def differs_from(self, other, keys, problem="is the same in two calls.", hint=None):
        """None of these entries equals the same entry of another result."""
        for key in keys:
            if not difference(self.value[key], other.value[key]):
                self.fail(problem, key, hint=hint)
