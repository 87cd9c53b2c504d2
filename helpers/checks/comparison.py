"""Where two values differ: numbers, strings, arrays, tensors, and dicts, lists, tuples and sets of them."""

import numpy as np

from helpers.checks.messages import describe, is_tensor

# How far a number may be off: relative to itself, plus relative to the largest of its array. What single
# precision rounds in the course's computations is below 2e-6.
FLOAT32, FLOAT64 = (1e-5, 1e-5), (1e-7, 1e-10)


class OtherKind(str):
    """How a value differs that is of another type or shape than expected, whatever its numbers."""


def difference(expected, actual, path="", compare=None):
    """Return the first place where two values differ and how, or None if they agree.

    `compare` is what compares arrays and numbers: `array_difference`, unless told otherwise.
    """
    if isinstance(expected, dict):
        if not isinstance(actual, dict) or set(actual) != set(expected):
            return path, OtherKind(f"{describe((actual,), {})}, with other keys than asked for")
        pairs = [(f'{path}["{key}"]', expected[key], actual[key]) for key in expected]
    elif isinstance(expected, (list, tuple)):
        if not isinstance(actual, (list, tuple)) or len(actual) != len(expected):
            return path, OtherKind(f"{describe((actual,), {})}; it should have {len(expected)} entries")
        pairs = [(f"{path}[{i}]", *pair) for i, pair in enumerate(zip(expected, actual, strict=True))]
    elif isinstance(expected, (bool, int, float, np.ndarray, np.generic)) or is_tensor(expected):
        found = (compare or array_difference)(np.asarray(expected), actual)
        return found and (path, found)
    elif isinstance(expected, (str, set, frozenset)):
        kind = str if isinstance(expected, str) else (set, frozenset)
        same = isinstance(actual, kind) and actual == expected
        return None if same else (path, describe((actual,), {}))
    else:
        return None  # not data: a function, a random generator
    return next((found for pair in pairs if (found := difference(*pair[1:], pair[0], compare))), None)


def array_difference(expected, actual):
    """Return how an array or number differs from `expected`, or None if it agrees up to rounding."""
    try:
        array = np.asarray(actual)
    except ValueError:  # rows of different lengths
        return OtherKind("has rows of different lengths; it should be an array")
    if array.dtype.kind not in "biuf":
        return OtherKind(f"is of type {type(actual).__name__}; it should be a number or an array of numbers")
    if array.shape != expected.shape:
        return OtherKind(f"has shape {array.shape}; it should be {expected.shape}")
    rtol, share = FLOAT32 if array.dtype == np.float32 else FLOAT64
    array = array.astype(float)
    largest = np.abs(expected[np.isfinite(expected)]).max(initial=0)
    wrong = ~np.isclose(array, expected, rtol=rtol, atol=share * largest + 1e-12, equal_nan=True)
    if not wrong.any():
        return None
    if not array.ndim:
        return f"{array:.10g}"
    if not np.isfinite(array[wrong]).all():
        return f"has entries that are not finite ({(~np.isfinite(array)).sum()} of {array.size})"
    counted = f"differs in {wrong.sum()} of {array.size} entries"
    scale = np.abs(expected[wrong])
    if not scale.all() or not np.isfinite(scale).all():
        return counted
    relative = np.max(np.abs(array - expected)[wrong] / scale)
    return f"{counted} (largest relative difference {relative:.2g})"


def change(before, after):
    """Return whether an array is another than before; one that was changed and changed back is the same.

    A number that is moved and moved back is off by rounding, but a 0 is 0 again, and what is tiny beside
    the step comes back no larger than the step's rounding: it does not grow tenfold.
    """
    after = np.asarray(after)
    if after.shape != before.shape or after.dtype != before.dtype or before.dtype.kind != "f":
        return not np.array_equal(before, after)
    finite = np.abs(before[np.isfinite(before)])
    rounding = 100 * np.finfo(before.dtype).eps * finite.max(initial=0)
    grown = np.abs(after) > 10 * np.abs(before)
    return bool(grown.any()) or not np.allclose(before, after, rtol=0, atol=rounding, equal_nan=True)
