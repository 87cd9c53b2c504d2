"""What one call of a student's function returned, and what a check can demand of it."""

import itertools

import numpy as np

from helpers.checks.comparison import OtherKind, difference
from helpers.checks.draws import Draws
from helpers.checks.messages import CheckFailed, compose, lookalike


class Result(Draws):
    """What one call returned, with the properties that a check can demand of it."""

    def __init__(self, name, called_with, value, label=None):
        self.name, self.called_with, self.value = name, called_with, value
        self.label = label  # what messages call the value, if it is a part of what was returned
        self.args = ()  # what was handed over, as it is after the call

    def parts(self, *labels):
        """The result is a tuple of so many values. Return each as a `Result` that goes by its label."""
        returned = self.value
        if not isinstance(returned, (tuple, list)) or len(returned) != len(labels):
            several = f" of {len(returned)}" if isinstance(returned, (tuple, list)) else ""
            yours = f"a {type(returned).__name__}{several}"
            problem = f"should be {len(labels)} values: {', '.join(labels)}."
            self.fail(problem, self.label or "the result", yours)
        return [self.about(label, value) for value, label in zip(returned, labels, strict=True)]

    def about(self, label, value):
        """Return a `Result` for something found out about the result; messages call it `label`."""
        return Result(self.name, self.called_with, value, label)

    def at(self, key, *index):
        """Return a `Result` for a single number: of the dict's array `key`, the entry at `index`."""
        return self.about(f"{self.entry(key)}{list(index)}", self.value[key][index])

    def entry(self, key):
        """Return what messages call an entry of the result."""
        return f'{self.label}["{key}"]' if self.label else key

    def fail(self, problem, subject=None, yours=None, hint=None):
        """Raise `CheckFailed`; `subject` is the entry of the result that is wrong."""
        text = f"{subject} {problem}" if subject else problem
        raise CheckFailed(compose(self.name, text, self.called_with, yours=yours, hint=hint))

    def has_keys(self, expected):
        """The result is a dict with exactly these keys."""
        if not isinstance(self.value, dict):
            problem = f"is a {type(self.value).__name__}; it should be a dict."
            self.fail(problem, self.label or "the result")
        missing = [key for key in expected if key not in self.value]
        extra = [key for key in self.value if key not in expected]
        if missing:
            problem = f"has no entry {', '.join(map(repr, missing))}."
            yours = f"has the entries {', '.join(map(repr, list(self.value)[:8]))}" if self.value else None
            hint = next(filter(None, (lookalike(key, extra) for key in missing)), None)
            self.fail(problem, self.label or "the result", yours, hint)
        if extra:
            problem = f"has entries too many: {', '.join(map(repr, extra))}."
            self.fail(problem, self.label or "the result")

    def has_arrays(self, shapes):
        """The result is a dict of float arrays, each its own, with exactly these keys and shapes."""
        self.has_keys(shapes)
        for key, shape in shapes.items():
            array = self.value[key]
            if not isinstance(array, np.ndarray):
                self.fail(f"is a {type(array).__name__}; it should be a NumPy array.", self.entry(key))
            if array.shape != shape:
                flipped = "it looks transposed" if array.shape == shape[::-1] else None
                problem = f"has shape {array.shape}; it should be {shape}."
                self.fail(problem, self.entry(key), hint=flipped)
            if array.dtype.kind != "f":
                problem = f"holds {array.dtype}; it should hold floats."
                hint = "a gradient step would be cut off to whole numbers"
                self.fail(problem, self.entry(key), hint=hint)
        for other, key in itertools.combinations(shapes, 2):
            if np.shares_memory(self.value[other], self.value[key]):
                hint = "changing one changes the other: make a new array for each"
                both = f"{self.entry(other)} and {self.entry(key)}"
                self.fail("are one and the same array.", both, hint=hint)

    def only(self, keys):
        """Return this result cut down to some entries of its dict, to check them alone."""
        return Result(self.name, self.called_with, {key: self.value[key] for key in keys}, self.label)

    def equals(self, expected, problem="is not right.", mistakes=None, hint=None):
        """The result is `expected`, up to rounding: a number, an array, or a dict or list of them.

        `mistakes` maps a hint to the value that this mistake would give; `hint` is for all others, but
        not for a value of another type or shape.
        """
        found = difference(expected, self.value)
        if found:
            path, yours = found
            likely = [h for h, wrong in (mistakes or {}).items() if not difference(wrong, self.value)]
            likely += [] if isinstance(yours, OtherKind) else [hint]
            subject = self.label or ("result" if path else "the result")
            self.fail(problem, subject + path, yours, next(iter(likely), None))

    def differs_from(self, other, keys, problem="is the same in two calls.", hint=None):
        """None of these entries equals the same entry of another result."""
        for key in keys:
            if not difference(self.value[key], other.value[key]):
                self.fail(problem, key, hint=hint)
