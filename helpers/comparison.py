"""Where two values differ: numbers, arrays, and dicts, lists and tuples of them."""

import numpy as np

from helpers.messages import describe


def difference(expected, actual, path=""):
    """Return the first place where two values differ and how, or None if they agree."""
    if isinstance(expected, dict):
        if not isinstance(actual, dict) or set(actual) != set(expected):
            return path, f"{describe((actual,), {})}, with other keys than asked for"
        pairs = [(f'{path}["{key}"]', expected[key], actual[key]) for key in expected]
    elif isinstance(expected, (list, tuple)):
        if not isinstance(actual, (list, tuple)) or len(actual) != len(expected):
            return path, f"{describe((actual,), {})}; it should have {len(expected)} entries"
        pairs = [(f"{path}[{i}]", *pair) for i, pair in enumerate(zip(expected, actual, strict=True))]
    elif isinstance(expected, (bool, int, float, np.ndarray, np.generic)):
        found = array_difference(np.asarray(expected), actual)
        return found and (path, found)
    else:
        return None  # not data: a function, a random generator
    return next((found for pair in pairs if (found := difference(*pair[1:], pair[0]))), None)


def array_difference(expected, actual):
    """Return how an array or number differs from `expected`, or None if it agrees."""
    try:
        array = np.asarray(actual)
        float32 = array.dtype == np.float32
        array = array.astype(float)
    except (TypeError, ValueError):
        return f"is of type {type(actual).__name__}, which is not a number or an array"
    if array.shape != expected.shape:
        return f"has shape {array.shape}; it should be {expected.shape}"
    if not array.size:
        return None
    rtol = 1e-4 if float32 else 1e-7
    atol = rtol * np.nanmax(np.abs(expected), initial=0) + 1e-12
    wrong = ~np.isclose(array, expected, rtol=rtol, atol=atol, equal_nan=True)
    if not wrong.any():
        return None
    if not np.isfinite(array[wrong]).all():
        return f"has entries that are not finite ({(~np.isfinite(array)).sum()} of {array.size})"
    if not array.ndim:
        return f"{array:.10g}"
    largest = np.max(np.abs(array - expected)[wrong] / np.maximum(np.abs(expected)[wrong], 1e-300))
    relative = f" (largest relative difference {largest:.2g})" if largest < 1e12 else ""
    return f"differs in {wrong.sum()} of {array.size} entries{relative}"
