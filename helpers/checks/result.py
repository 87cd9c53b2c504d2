"""What one call of a student's function returned, and what a check can demand of it."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NoReturn

import numpy as np

from helpers.checks import distributions
from helpers.checks.comparison import Difference, difference, hint_to
from helpers.checks.messages import Call, Finding, failure, lookalike
from helpers.checks.writing import SMALL, kind, short, size, written

Shape = tuple[int, ...]


class Result:
    """What one call returned, with the properties that a check can demand of it.

    Arguments:
        call: what was called
        value: what it returned, or a part of that
        label: what messages call the value, if it is a part
        args: what was handed over, as it is after the call
    """

    def __init__(self, call: Call, value: Any, label: str | None = None, args: Sequence[Any] = ()):
        self.call, self.value, self.label, self.args = call, value, label, args

    def parts(self, *labels: str) -> list["Result"]:
        """The result is a tuple of so many values. Return each as a `Result` that goes by its label."""
        returned = self.value
        if not isinstance(returned, (tuple, list)) or len(returned) != len(labels):
            several = f" of {len(returned)}" if isinstance(returned, (tuple, list)) else ""
            problem = f"should be {len(labels)} values: {', '.join(labels)}."
            self.fail(problem, self.subject, kind(returned) + several)
        return [self.about(label, value) for value, label in zip(returned, labels, strict=True)]

    def about(self, label: str | None, value: Any) -> "Result":
        """Return a `Result` for something found out about the result; messages call it `label`."""
        return Result(self.call, value, label)

    def at(self, key: str, *index: int) -> "Result":
        """Return a `Result` for a single number: of the dict's array `key`, the entry at `index`."""
        return self.about(f"{self.entry(key)}{list(index)}", self.value[key][index])

    def only(self, keys: Iterable[str]) -> "Result":
        """Return this result cut down to some entries of its dict, to check them alone."""
        return self.about(self.label, {key: self.value[key] for key in keys})

    def entry(self, key: str) -> str:
        """Return what messages call an entry of the result."""
        return f'{self.label}["{key}"]' if self.label else key

    @property
    def subject(self) -> str:
        """What messages call the value."""
        return self.label or "the result"

    def fail(
        self, problem: str, subject: str | None = None, yours: str | None = None, hint: str | None = None
    ) -> NoReturn:
        """Fail; `subject` is what of the result is wrong, None if it is the whole."""
        self.fail_with(Finding(problem, subject, yours, hint))

    def fail_with(self, found: Finding, value: Any = None) -> NoReturn:
        """Raise `CheckFailed`: every finding ends here. `value` is what is wrong, if it is known."""
        raise failure(self.call, found, value)

    def fail_to_equal(
        self, expected: Any, found: Difference, problem: str, mistakes: Mapping[str, Any], hint: str | None
    ) -> NoReturn:
        """Fail as a comparison did; what can be known of it is all here.

        `self.call` is the call with its arguments; `self.label` and `found.path` say which value it is;
        `self.value` should be `expected`, and where they differ first, `found.expected`.
        """
        subject = (self.label or ("result" if found.path else "the result")) + found.path
        right = written(found.expected, found.digits)
        shown = self.call.shown and size(found.expected) <= SMALL
        message = Finding(problem, subject, found.yours, expected=right if shown else None)
        hint = hint_to(expected, self.value, found, mistakes, hint)
        self.fail_with(replace(message, hint=hint), self.value)

    def equals(
        self,
        expected: Any,
        problem: str = "is not right.",
        mistakes: Mapping[str, Any] | None = None,
        hint: str | None = None,
    ) -> None:
        """The result is `expected`, up to rounding: a number, an array, or a dict or list of them.

        `mistakes` maps a hint to the value that this mistake would give, or to a function that tells
        whether the value looks like it; `hint` is for all others. Neither the functions nor `hint` are
        for a value of another type or shape.
        """
        if found := difference(expected, self.value):
            self.fail_to_equal(expected, found, problem, mistakes or {}, hint)

    def differs_from(
        self,
        other: "Result",
        keys: Iterable[str],
        problem: str = "is the same in two calls.",
        hint: str | None = None,
    ) -> None:
        """None of these entries equals the same entry of another result."""
        for key in keys:
            if not difference(self.value[key], other.value[key]):
                self.fail(problem, key, hint=hint)

    def has_keys(self, expected: Iterable[str]) -> None:
        """The result is a dict with exactly these keys."""
        if not isinstance(self.value, dict):
            self.fail(f"is {kind(self.value)}; it should be a dict.", self.subject)
        keys = list(expected)
        missing = [key for key in keys if key not in self.value]
        extra = [key for key in self.value if key not in keys]
        if missing:
            problem = f"has no entry {', '.join(map(short, missing))}."
            yours = f"has the entries {', '.join(map(short, list(self.value)[:8]))}" if self.value else None
            hint = next(filter(None, (lookalike(key, extra) for key in missing)), None)
            self.fail(problem, self.subject, yours, hint)
        if extra:
            self.fail(f"has extra entries: {', '.join(map(short, extra))}.", self.subject)

    def has_arrays(self, shapes: Mapping[str, Shape]) -> None:
        """The result is a dict of float arrays, each its own, with exactly these keys and shapes."""
        self.has_keys(shapes)
        for key, shape in shapes.items():
            self.has_array(key, shape)
        for other, key in itertools.combinations(shapes, 2):
            if np.shares_memory(self.value[other], self.value[key]):
                hint = "changing one changes the other: make a new array for each"
                both = f"{self.entry(other)} and {self.entry(key)}"
                self.fail("are one and the same array.", both, hint=hint)

    def has_array(self, key: str, shape: Shape) -> None:
        """The entry of this key is a float array of this shape."""
        array = self.value[key]
        if not isinstance(array, np.ndarray):
            self.fail(f"is {kind(array)}; it should be a NumPy array.", self.entry(key))
        if array.shape != shape:
            flipped = "it looks transposed" if array.shape == shape[::-1] else None
            problem = f"has shape {array.shape}; it should be {shape}."
            self.fail(problem, self.entry(key), hint=flipped)
        if array.dtype.kind != "f":
            problem = f"holds {array.dtype}; it should hold floats."
            hint = "a gradient step would be cut off to whole numbers"
            self.fail(problem, self.entry(key), hint=hint)

    def looks_normal(
        self,
        key: str | None,
        std: float,
        mean: float = 0.0,
        truncated: bool = False,
    ) -> None:
        """The array `key` looks like independent draws from a normal distribution.

        With `truncated`, the distribution may have lost its tails, beyond two of its standard deviations or
        further out. A `key` of None means the whole result.
        """
        self.judge(key, distributions.normal(self.array(key), std, mean, truncated))

    def looks_uniform(self, key: str | None, low: float, high: float, parts: int = 4) -> None:
        """The numbers `key` look like independent draws from [low, high], every part equally likely."""
        self.judge(key, distributions.uniform(self.array(key), low, high, parts))

    def looks_independent(
        self, keys: Iterable[str], hint: str = "draw anew for every layer; is a seed set again?"
    ) -> None:
        """Entries of the result that should be drawn independently are not correlated."""
        arrays = {key: np.ravel(self.value[key]) for key in keys}
        self.judge(None, distributions.dependence(arrays, hint))

    def array(self, key: str | None) -> np.ndarray:
        """Return the numbers under `key`; None stands for the whole result."""
        return np.asarray(self.value if key is None else self.value[key], dtype=float)

    def judge(self, key: str | None, found: Finding | None) -> None:
        """Fail with what was found about the entry `key`, if anything was."""
        if found:
            self.fail_with(replace(found, subject=found.subject or key))
