"""What a check can demand of a sampler: a function of `low`, `high` and `rng` that draws one number."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers import checks
from helpers.checks.distributions import SIGMAS, is_share, most_uneven
from helpers.checks.messages import Finding
from helpers.checks.result import Result
from helpers.checks.writing import kind, short

Function = Callable[..., Any]


def twins() -> tuple[np.random.Generator, np.random.Generator]:
    """Return two generators in the same state, which no solution can have seen before."""
    seed = int(np.random.default_rng().integers(2**32))
    return np.random.default_rng(seed), np.random.default_rng(seed)


def draws(
    function: Function,
    low: float,
    high: float,
    rng: np.random.Generator,
    n: int = 1000,
    whole: bool = False,
) -> Result:
    """Call a sampler n times and return a `Result` whose value is what it drew, (n,).

    Fails unless every draw is a single number from low to high, and they differ as they should.

    Arguments:
        function: the sampler
        low, high: the ends of its range, both included
        rng: a NumPy random generator
        n: number of calls
        whole: whether the numbers must be of an integer type
    """
    result = checks.calls(function, n, low, high, rng)
    if not is_ordinary(result.value, whole):
        for value in result.value:
            returns_number(result.about(None, value), whole)
    numbers = [float(value) for value in result.value]
    result = result.about(None, np.array(numbers))
    stays_within(result, low, high)
    if n > 1 and high > low and len(set(numbers)) == 1:
        hint = "is there a seed inside? draw from `rng`"
        result.fail("is the same in every call.", None, f"{n} times {numbers[0]:.6g}", hint)
    if n > 1 and high > low and not whole and len(set(numbers)) < 0.8 * n:  # float32 repeats a few
        yours = f"{len(set(numbers))} different numbers in {n} calls"
        hint = "draw a real number: no list, no rounding, no clipping, no whole exponent"
        problem = "should be able to draw any number in the range."
        result.fail_with(Finding(problem, None, yours, hint, measured=shares(len(set(numbers)), n=n)))
    return result


def is_ordinary(values: list[Any], whole: bool) -> bool:
    """Tell at once whether all values are ordinary finite numbers; `returns_number` accepts others, too."""
    ordinary = {int, np.int64} if whole else {int, np.int64, float, np.float64}
    if not set(map(type, values)) <= ordinary:
        return False
    array = np.array(values)
    return array.dtype.kind in "if" and bool(np.isfinite(array).all())


def returns_number(result: Result, whole: bool) -> None:
    """Fail unless the result is one finite number; if it should be whole, of an integer type."""
    value = np.asarray(result.value)
    if value.ndim or value.dtype.kind not in "iuf":
        yours = f"an array of shape {value.shape}" if value.ndim else kind(result.value)
        hint = "leave out `size`: one draw" if value.ndim else None
        result.fail("should return a single number.", None, yours, hint)
    if value.dtype == np.float16:
        result.fail("should have more digits.", None, "a float16", "float16 has three: return a float")
    if not np.isfinite(value):
        result.fail("should return a finite number.", None, f"{value}")
    if whole and value.dtype.kind == "f":
        hint = "draw integers, or turn the number into an int"
        result.fail("should return an integer, not a float.", None, f"{value}", hint)


def stays_within(result: Result, low: float, high: float) -> None:
    """Fail unless all draws lie from low to high, but for rounding."""
    numbers = result.value
    slack = 1e-6 * np.abs([low, high])  # float32 has 7 digits
    below, above = numbers < low - slack[0], numbers > high + slack[1]
    if below.any() or above.any():
        n = numbers.size
        yours = f"from {numbers.min():.4g} to {numbers.max():.4g}" if n > 1 else f"{numbers[0]:.4g}"
        is_rounded = not np.any(numbers != np.round(numbers, 8)) and np.any(numbers % 1)
        hint = "do not round" if is_rounded else None
        measured = shares(below.sum(), above.sum(), n=n) + (quantiles(numbers) if np.any(numbers % 1) else ())
        problem = f"leaves the range from {low:.4g} to {high:.4g}."
        result.fail_with(Finding(problem, None, yours, hint, measured=measured))


def shares(*counts: int, n: int) -> tuple[tuple[float, float], ...]:
    """Return of each of several counts among n draws its share, and how far off it may be by chance."""
    found = np.array(counts) / n
    chance = SIGMAS / 2 * np.sqrt(np.maximum(found * (1 - found), 1 / n) / n)
    return tuple(zip(found.tolist(), chance.tolist(), strict=True))


def quantiles(numbers: np.ndarray) -> tuple[tuple[float, float], ...]:
    """Return the seven numbers that part draws (n,) into eighths, each with what chance may change of it."""
    parts = np.arange(1, 8) / 8
    chance = SIGMAS / 2 * np.sqrt(parts * (1 - parts) / numbers.size)
    ends = [np.quantile(numbers, np.clip(parts + side * chance, 0, 1)) for side in (-1, 1)]
    found = np.quantile(numbers, parts)
    return tuple(zip(found.tolist(), np.maximum(found - ends[0], ends[1] - found).tolist(), strict=True))


def spreads(
    function: Function,
    low: float,
    high: float,
    rng: np.random.Generator,
    scale: Callable[[Any], Any],
    n: int = 3000,
) -> None:
    """Fail unless the draws of a sampler are uniform on a scale, all over its range.

    A right solution fails less than once in 10^8 times: the share of n draws below any number is
    farther than d from the right one with a probability of at most 2 exp(-2 n d^2) (Massart 1990),
    and all of them miss a share s at an end with one of exp(-n s). Of 3000 draws, exponents from a
    normal distribution cut off at the ends are 0.093 off, and 0.058 is noticed.

    Arguments:
        function, low, high, rng, n: as in `draws`
        scale: function of an array of draws; what it returns should be uniform
    """
    result = draws(function, low, high, rng, n)
    numbers = np.sort(result.value)
    place = (scale(numbers) - scale(low)) / (scale(high) - scale(low))  # from 0 at low to 1 at high
    apart = (np.arange(n) + 0.5) / n - place
    worst = np.argmax(np.abs(apart))
    if abs(apart[worst]) > np.sqrt(10 / n):
        yours = f"{(worst + 0.5) / n:.0%} of {n} are below {numbers[worst]:.4g}; expected {place[worst]:.0%}"
        result.fail_with(
            Finding("draws are not spread as they should be.", None, yours, measured=quantiles(place))
        )
    for end, missed in ((low, place[0]), (high, 1 - place[-1])):
        if missed > 23 / n:  # by chance once in 10^10 times
            yours = f"from {numbers[0]:.4g} to {numbers[-1]:.4g} in {n} calls"
            hint = "all of the range is possible, up to both ends"
            result.fail_with(
                Finding(f"never comes near {end:.4g}.", None, yours, hint, measured=((missed, 0.005),))
            )


def draws_every_number(
    function: Function, low: int, high: int, rng: np.random.Generator, n: int = 5000
) -> None:
    """Fail unless every whole number from low to high comes up, each equally often.

    The two ends are also counted together: rounding a uniform number halves both. Of up to n / 26 numbers,
    a right solution fails less than once in 10^8 times.

    Arguments:
        function, low, high, rng, n: as in `draws`
    """
    result = draws(function, low, high, rng, n, whole=True)
    numbers = result.value.astype(int) - low
    counts = np.bincount(numbers, minlength=high - low + 1)
    each, ends = n / counts.size, shares(counts[0], counts[-1], n=n)
    missing = np.flatnonzero(counts == 0) + low
    if missing.size:
        yours = f"never {short(missing.tolist())} in {n} calls"
        hint = "low and high may come up, too, and everything between them"
        problem = "should be able to draw every number in the range."
        result.fail_with(Finding(problem, None, yours, hint, measured=ends))
    fair = counts.size < 3 or is_share((counts[0] + counts[-1]) / n, 2 / counts.size, n)
    if counts.size > 1 and np.sum((counts - each) ** 2) / each > most_uneven(counts.size - 1) or not fair:
        worst = np.argmax(np.abs(counts - each))
        yours = f"{worst + low} in {counts[worst] / n:.1%} of {n} calls"
        hint = "draw the number itself, all equally likely"
        problem = f"should draw each number in {each / n:.1%} of all calls."
        result.fail_with(Finding(problem, None, yours, hint, measured=ends))


def follows_rng(function: Function, low: float, high: float) -> None:
    """Fail unless two generators in the same state give the same number."""
    one, two = (checks.call(function, low, high, rng) for rng in twins())
    hint = "draw from `rng`, not from another generator"
    one.equals(two.value, "differs when `rng` is in the same state.", hint=hint)
