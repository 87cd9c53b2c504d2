"""Where two values differ: numbers, strings, arrays, tensors, and dicts, lists, tuples and sets of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from helpers.checks.writing import SMALL, described, is_tensor, short, written

# How far a number may be off: relative to itself, plus relative to the largest of its array. What single
# precision rounds in the course's computations is below 2e-6.
FLOAT32, FLOAT64 = (1e-5, 1e-5), (1e-7, 1e-10)
DIGITS = (6, 10, 17)  # the first that tell two different numbers apart are used


@dataclass(frozen=True)
class Difference:
    """The first place where two values differ.

    Attributes:
        yours: the value there, or in which way it differs
        expected: what was expected there
        other_kind: whether its type or shape is another one, whatever its numbers
        digits: with how many digits both are written, so that a reader can tell them apart
        path: where it is, such as `["W1"][0]`; empty if it is the value itself
    """

    yours: str
    expected: Any
    other_kind: bool = False
    digits: int = DIGITS[0]
    path: str = ""


Compare = Callable[[np.ndarray, object], Difference | None]  # takes the expected array, and the value


def difference(expected: object, actual: object) -> Difference | None:
    """Return the first place where two values differ and how, or None if they agree up to rounding."""
    return next(differences(expected, actual, "", array_difference), None)


def is_changed(before: object, after: object) -> bool:
    """Tell whether a value is another than before: what is in it, however deep, as `is_other_array` says."""

    def compare(array: np.ndarray, other: object) -> Difference | None:
        return Difference("", array) if is_other_array(array, other) else None

    return next(differences(before, after, "", compare), None) is not None


def differences(expected: Any, actual: Any, path: str, compare: Compare) -> Iterator[Difference]:
    """Yield all differences of two values; `compare` is what compares arrays and numbers."""
    found: Difference | None = None  # as it stays for what is not data: a function, a random generator
    if isinstance(expected, (dict, list, tuple)):
        if problem := misfit(expected, actual):
            yield Difference(problem, expected, True, path=path)
            return
        keys = expected if isinstance(expected, dict) else range(len(expected))
        for key in keys:
            place = f'["{key}"]' if isinstance(expected, dict) else f"[{key}]"
            yield from differences(expected[key], actual[key], path + place, compare)
    elif isinstance(expected, (bool, int, float, np.ndarray, np.generic)) or is_tensor(expected):
        found = compare(np.asarray(expected), actual)
    elif isinstance(expected, (str, set, frozenset)):
        same_type = isinstance(actual, str if isinstance(expected, str) else (set, frozenset))
        found = None if same_type and actual == expected else Difference(short(actual), expected)
    if found:
        yield replace(found, path=path)


def misfit(expected: Any, actual: Any) -> str | None:
    """Return why a value is not a dict with the same keys, or a list or tuple with as many entries."""
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            return f"{described([actual], {})}; it should be a dict"
        if set(actual) != set(expected):
            return f"{described([actual], {})}, whose keys are not those asked for"
        return None
    if not isinstance(actual, (list, tuple)) or len(actual) != len(expected):
        return f"{described([actual], {})}; it should have {len(expected)} entries"
    return None


def array_difference(expected: np.ndarray, actual: object) -> Difference | None:
    """Return how an array or number differs from `expected`, or None if it agrees up to rounding."""
    try:
        array = np.asarray(actual)
    except ValueError:
        return Difference("has rows of different lengths; it should be an array", expected, True)
    if array.dtype.kind not in "biuf":
        problem = f"is of type {type(actual).__name__}; it should be a number or an array of numbers"
        return Difference(problem, expected, True)
    if array.shape != expected.shape:
        problem = f"has shape {array.shape}; it should be {expected.shape}"
        return Difference(problem, expected, True)
    rtol, share = FLOAT32 if array.dtype == np.float32 else FLOAT64
    array = array.astype(float)
    if (array == expected).all():  # to the last bit: there is nothing to weigh up
        return None
    largest = np.abs(expected[np.isfinite(expected)]).max(initial=0)
    wrong = ~np.isclose(array, expected, rtol=rtol, atol=share * largest + 1e-12, equal_nan=True)
    if not wrong.any():
        return None
    if array.size <= SMALL:
        return small_difference(expected, array)
    return large_difference(expected, array, wrong)


def small_difference(expected: np.ndarray, array: np.ndarray) -> Difference:
    """Return the difference of two arrays whose numbers are all shown."""
    digits = next((d for d in DIGITS if written(expected, d) != written(array, d)), DIGITS[-1])
    return Difference(written(array, digits), expected, digits=digits)


def large_difference(expected: np.ndarray, array: np.ndarray, wrong: np.ndarray) -> Difference:
    """Return the difference of two arrays: how many entries are `wrong`, and how far off."""
    if not np.isfinite(array[wrong]).all():
        missing = (~np.isfinite(array)).sum()
        return Difference(f"has entries that are not finite ({missing} of {array.size})", expected)
    counted = f"differs in {wrong.sum()} of {array.size} entries"
    scale = np.abs(expected[wrong])
    if not scale.all() or not np.isfinite(scale).all():
        return Difference(counted, expected)
    relative = np.max(np.abs(array - expected)[wrong] / scale)
    return Difference(f"{counted} (largest relative difference {relative:.2g})", expected)


def rounded(value: Any, digits: int) -> Any:
    """Return a value with its numbers rounded, in dicts and lists as well."""
    if isinstance(value, dict):
        return {key: rounded(item, digits) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(item, digits) for item in value]
    number = isinstance(value, (float, np.ndarray, np.generic)) and np.asarray(value).dtype.kind == "f"
    return np.round(value, digits) if number else value


def is_rounded(expected: object, value: object) -> bool:
    """Tell whether a value is what is expected, rounded to some digits, but not to nothing."""
    texts = (rounded(expected, digits) for digits in range(1, 9))
    return any(not difference(text, value) and difference(rounded(expected, 0), value) for text in texts)


def hint_to(
    expected: Any, value: Any, found: Difference, mistakes: Mapping[str, Any], hint: str | None
) -> str | None:
    """Return the hint to the known mistake that a wrong value comes from, or the one for all others."""
    for text, wrong in mistakes.items():
        if callable(wrong) and not found.other_kind and wrong(value):
            return text
        if not callable(wrong) and not difference(wrong, value):
            return text
    if found.other_kind:
        return None
    return "do not round" if is_rounded(expected, value) else hint


def is_other_array(before: np.ndarray, after: object) -> bool:
    """Tell whether an array is another than before; one that was changed and changed back is the same.

    A number that is moved and moved back is off by rounding, but a 0 is 0 again, and what is tiny beside
    the step comes back no larger than the step's rounding: it does not grow tenfold.
    """
    array = np.asarray(after)
    if (array.shape, array.dtype) == (before.shape, before.dtype) and array.tobytes() == before.tobytes():
        return False
    if array.shape != before.shape or array.dtype != before.dtype or before.dtype.kind != "f":
        return not np.array_equal(before, array)
    finite = np.abs(before[np.isfinite(before)])
    rounding = 100 * np.finfo(before.dtype).eps * finite.max(initial=0)
    grown = np.abs(array) > 10 * np.abs(before)
    return bool(grown.any()) or not np.allclose(before, array, rtol=0, atol=rounding, equal_nan=True)
