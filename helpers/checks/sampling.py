"""What a check can demand of a sampler: a function of `low`, `high` and `rng` that draws one number."""

import numpy as np

from helpers import checks


def draws(function, low, high, rng, n=1000, whole=False, outside=None):
    """Call a sampler n times and return a `Result` whose value is what it drew, (n,).

    Fails unless every draw is a single number from low to high, and they differ as they should.

    Arguments:
        function: the sampler
        low, high: the ends of its range, both included
        rng: a NumPy random generator
        n: number of calls
        whole: whether the numbers must be of an integer type
        outside: dict of the hint to a mistake -> the ends of the range in which it draws
    """
    result = checks.calls(function, n, low, high, rng)
    for value in result.value:
        is_number(result.about(None, value), whole)
    numbers = [float(value) for value in result.value]
    result = result.about(None, np.array(numbers))
    is_within(result, low, high, outside or {})
    if n > 1 and high > low and len(set(numbers)) == 1:
        hint = "is there a seed inside? draw from `rng`"
        result.fail("is the same in every call.", None, f"{n} times {numbers[0]:.6g}", hint)
    if n > 1 and high > low and not whole and len(set(numbers)) < 0.8 * n:  # float32 repeats a few
        yours = f"{len(set(numbers))} different numbers in {n} calls"
        hint = "draw a real number: no list, no rounding, no clipping, no whole exponent"
        result.fail("should be able to draw any number of the range.", None, yours, hint)
    return result


def is_number(result, whole):
    """Fail unless the result is one finite number; if it should be whole, of an integer type."""
    value = np.asarray(result.value)
    if value.ndim or value.dtype.kind not in "iuf":
        kind = type(result.value).__name__
        yours = f"an array of shape {value.shape}" if value.ndim else f"a {kind}"
        hint = "leave out `size`: one draw" if value.ndim else None
        result.fail("should return a single number.", None, yours, hint)
    if not np.isfinite(value):
        result.fail("should return a finite number.", None, f"{value}")
    if whole and value.dtype.kind == "f":
        hint = "draw integers, or turn the number into an int"
        result.fail("should return an integer, not a float.", None, f"{value}", hint)


def is_within(result, low, high, outside):
    """Fail unless all draws lie from low to high, but for rounding."""
    least, most = result.value.min(), result.value.max()
    slack = 1e-6 * np.abs([low, high])  # float32 has 7 digits
    if least < low - slack[0] or most > high + slack[1]:
        likely = [hint for hint, (a, b) in outside.items() if a <= least and most <= b]
        n = result.value.size
        yours = f"from {least:.4g} to {most:.4g}" if n > 1 else f"{least:.4g}"
        hint = likely[0] if likely else None
        result.fail(f"leaves the range from {low:.4g} to {high:.4g}.", None, yours, hint)


def repeats(function, low, high):
    """Fail unless two generators in the same state give the same number."""
    one, two = (checks.call(function, low, high, np.random.default_rng(8)) for _ in range(2))
    hint = "draw from `rng`, not from another generator"
    one.equals(two.value, "differs when `rng` is in the same state.", hint=hint)
