"""What the catalogue of mistakes knows: which known mistake fails which check, and with which value.

`course release` writes `known_mistakes.json`: it runs every wrong solution in `variants/` through the checks
that students see. When a student's function fails such a check with the same value, or in the same way, its
author is shown the hint of that solution.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

FILE = Path(__file__).with_name("known_mistakes.json")
FEW = 8  # numbers of an array that are compared one by one; of more, four sums are
MEASURED = "measured"  # the form of what is left to chance
CLOSE = 1e-7  # relative to the largest number of an array


@dataclass(frozen=True)
class Seen:
    """How a check has failed: enough to tell whether another solution fails alike.

    Attributes:
        function: the name of the student's function
        check: a digest of the property that failed, and of the call
        form: the types and shapes of the value, or what it is in words
        numbers: of each array or number in the value, what `sketch` says; or pairs: see `measured`
    """

    function: str
    check: str
    form: str
    numbers: list[list[float]]

    def is_like(self, other: "Seen") -> bool:
        """Tell whether two solutions fail the same check with the same value, up to rounding."""
        same = (self.function, self.check, self.form) == (other.function, other.check, other.form)
        alike = are_near if self.form == MEASURED else are_close
        return same and all(map(alike, self.numbers, other.numbers))


def seen(function: str, check: str, value: Any) -> Seen:
    """Return how a check has failed.

    Arguments:
        function: the name of the student's function
        check: the property that failed, and the call, in words
        value: what it saw: a number, an array, a text, or a dict, list or tuple of them
    """
    leaves: list[list[float]] = []
    form = form_of(value, leaves)
    if len(form) > 80:
        form = digest(form)
    return Seen(function, digest(check), form, leaves)


def measured(function: str, check: str, values: Iterable[tuple[float, float]]) -> Seen:
    """Return how a check of random numbers has failed: what it measured, each with what chance may change."""
    return Seen(function, digest(check), MEASURED, [list(pair) for pair in values])


def digest(text: str) -> str:
    """Return a short text that stands for a long one."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def form_of(value: Any, leaves: list[list[float]]) -> str:
    """Return the types and shapes of a value; add its numbers to `leaves`."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {form_of(item, leaves)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(form_of(item, leaves) for item in value)}]"
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted(map(repr, value))) + "}"
    if isinstance(value, str) or value is None:
        return repr(value)
    try:
        array = np.asarray(value)
    except ValueError:
        return type(value).__name__
    if array.dtype.kind not in "biuf":
        return type(value).__name__
    leaves.append(sketch(array.astype(float).ravel()))
    return str(array.shape)


def sketch(entries: np.ndarray) -> list[float]:
    """Return a few numbers that tell an array (n,) from others of its size.

    The last one is the largest entry, by its size; the others are the entries, or sums of many.
    """
    largest = np.abs(entries[np.isfinite(entries)]).max(initial=0)
    if entries.size > FEW:
        beyond = 2 * largest + 1  # stands for what is not finite, so that the sums are
        entries = np.nan_to_num(entries, nan=beyond, posinf=2 * beyond, neginf=-beyond)
        steps = np.arange(1, 5)[:, None] * np.arange(1, entries.size + 1)  # (4, n)
        entries = np.cos(steps) @ entries / np.sqrt(entries.size)
    return [float(f"{number:.12g}") for number in (*entries, largest)]


def are_near(one: list[float], other: list[float]) -> bool:
    """Tell whether two measurements are the same up to chance."""
    (value, chance), (other_value, other_chance) = one, other
    return abs(value - other_value) <= chance + other_chance


def are_close(one: list[float], other: list[float]) -> bool:
    """Tell whether two sketches are the same up to rounding."""
    if len(one) != len(other):
        return False
    return bool(np.allclose(one, other, rtol=CLOSE, atol=CLOSE * abs(other[-1]) + 1e-12, equal_nan=True))


@cache
def known_mistakes() -> dict[str, list[tuple[Seen, str]]]:
    """Return what the catalogue knows of each exercise, such as week1/initialization/expected_initial_loss.

    It is how each of its mistakes fails, and the hint.
    """
    if not FILE.exists():
        return {}
    stored: dict[str, list[list[Any]]] = json.loads(FILE.read_text(encoding="utf-8"))
    return {
        exercise: [(Seen(function_of(exercise), *row[:3]), row[3]) for row in rows]
        for exercise, rows in stored.items()
    }


def function_of(exercise: str) -> str:
    """Return the name of the function that an exercise asks for; two notebooks may ask for the same."""
    return exercise.rpartition("/")[2]


def known(failed: Seen) -> Iterator[str]:
    """Yield the hints of the known mistakes that fail alike."""
    for exercise, mistakes in known_mistakes().items():
        if function_of(exercise) == failed.function:
            yield from (hint for mistake, hint in mistakes if failed.is_like(mistake))
