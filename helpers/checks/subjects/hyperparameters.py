"""When settings, candidates and what else a search tries are the same, and how a message writes them."""

import numbers
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from helpers.checks.comparison import difference
from helpers.checks.writing import short


def is_same(expected: Sequence[Any], found: Sequence[Any]) -> bool:
    """Tell whether two lists hold the same values, in any order."""
    text = repr([*expected])
    if "array(" not in text and text == repr([*found]):  # most often; of an array, it may not show all
        return True
    return len(expected) == len(found) and not without(expected, found)


def without(values: Iterable[Any], others: Iterable[Any]) -> list[Any]:
    """Return the values of a list that are left when those of another are taken away, each once."""
    left, taken = [], list(others)
    for value in values:
        place = next((i for i, other in enumerate(taken) if is_alike(value, other)), None)
        if place is None:
            left.append(value)
        else:
            del taken[place]
    return left


def is_alike(value: Any, other: Any) -> bool:
    """Tell whether two values agree, up to rounding; in a dict of settings, 1 is neither 1.0 nor True."""
    return kinds(value) == kinds(other) and not difference(value, other)


def bare(value: Any) -> Any:
    """Return a value without the types of its numbers and lists, to see whether they alone are wrong."""
    value = value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [bare(item) for item in value]
    return float(value) if isinstance(value, numbers.Real) else value


def kinds(value: Any, set_to: bool = False) -> Any:
    """Return the kind of a value; numbers of another kind differ if a hyperparameter is `set_to` them."""
    if isinstance(value, dict):
        return {key: kinds(item, True) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [kinds(item, set_to) for item in value]
    if isinstance(value, (bool, np.bool_)) and set_to:
        return bool
    known = ([numbers.Integral] if set_to else []) + [numbers.Real, str, np.ndarray, type(None)]
    return next((kind for kind in known if isinstance(value, kind)), None)


def listed(values: Sequence[Any], most: int = 8) -> str:
    """Return a short text for a list: its first values, and how many more there are."""
    texts = [plain(value) for value in values[:most]]
    return ", ".join(texts) + (f" and {len(values) - most} more" if len(values) > most else "")


def plain(value: Any) -> str:
    """Return a value as a reader would write it: no quotes, NumPy's numbers as numbers."""
    if isinstance(value, dict):
        return " ".join(f"{key}={plain(item)}" for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return "(" + ", ".join(map(plain, value)) + ")"
    if isinstance(value, str):
        return value
    if not is_real(value) or isinstance(value, bool):
        return short(value)
    text = f"{value:.4g}"
    return text if isinstance(value, numbers.Integral) or not text.lstrip("-").isdigit() else f"{text}.0"


def is_real(value: Any) -> bool:
    """Tell whether a value is a number that can be written with so many digits."""
    return hasattr(value, "__float__") and not getattr(value, "ndim", 0)
