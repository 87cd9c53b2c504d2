"""What a check can demand of random numbers: their distribution, never the numbers themselves.

What ends in a `Finding` or None says what is wrong with an array of numbers; `Result` fails with it.
"""

import itertools
from collections.abc import Mapping

import numpy as np

from helpers.checks.messages import Finding

# Statistical checks accept what lies within so many standard errors. With the 5,000 values or more
# that checks use, a right solution falls outside once in 10^8 evaluations.
SIGMAS = 6
WITHIN_ONE_STD = 0.6826894921  # share of a normal distribution that lies within one std of its mean
# The same for normal draws of which those beyond two standard deviations are drawn anew, as Keras does
# it; they scatter less, by the factor 0.8796, so it is the share within 0.8796 over that within 2.
TRUNCATED_WITHIN_ONE_STD = 0.6505374949


def normal(array: np.ndarray, std: float, mean: float, truncated: bool) -> Finding | None:
    """Return what is wrong with draws from a normal distribution; the arguments as in `looks_normal`."""
    if found := unusable(array):
        return found
    n = array.size
    yours = f"mean {array.mean():.3g}, standard deviation {array.std():.3g}, from {n} values"
    if found := repetition(array):
        return found
    if abs(array.mean() - mean) * np.sqrt(n) > SIGMAS * array.std():
        return Finding("has the wrong mean.", None, yours, measured=moments(array))
    if not is_scattered(array - mean, std):
        return Finding("has the wrong standard deviation.", None, yours, measured=moments(array))
    share = float(np.mean(np.abs(array - mean) < std))
    lost_tails = truncated and TRUNCATED_WITHIN_ONE_STD < share < WITHIN_ONE_STD
    shares = [WITHIN_ONE_STD] + [TRUNCATED_WITHIN_ONE_STD] * truncated
    if lost_tails or any(is_share(share, s, n) for s in shares):
        return None
    yours = f"{share:.1%} within one standard deviation of the mean"
    uniform = "draw from a normal distribution; this looks uniform"
    hint = uniform if is_share(share, 3**-0.5, n) else None
    chance = SIGMAS / 2 / n**0.5
    return Finding("is not normally distributed.", None, yours, hint, measured=((share, chance),))


def uniform(array: np.ndarray, low: float, high: float, parts: int) -> Finding | None:
    """Return what is wrong with draws from [low, high]; the arguments as in `looks_uniform`."""
    if found := unusable(array):
        return found
    n, width = array.size, (high - low) * 1e-9
    if array.min() < low - width or array.max() > high + width:
        yours = f"from {array.min():.4g} to {array.max():.4g}"
        shares = np.histogram(array, [-np.inf, low, high, np.inf])[0] / n
        measured = tuple((float(share), SIGMAS / 2 / n**0.5) for share in shares)
        return Finding(f"leaves the range from {low:.4g} to {high:.4g}.", None, yours, measured=measured)
    if found := repetition(array):
        return found
    shares = np.histogram(np.clip(array, low, high), parts, (low, high))[0] / n  # (parts,)
    if all(is_share(share, 1 / parts, n) for share in shares):
        return None
    yours = "shares of the range's parts, low to high: " + ", ".join(f"{s:.1%}" for s in shares)
    measured = tuple((float(share), SIGMAS / 2 / n**0.5) for share in shares)
    return Finding("is not uniform over the range.", None, yours, measured=measured)


def moments(array: np.ndarray) -> tuple[tuple[float, float], ...]:
    """Return the mean and the standard deviation, each with what chance may change of it."""
    std = float(array.std())
    chance = SIGMAS / 2 * std / array.size**0.5
    return (float(array.mean()), chance), (std, chance / 2**0.5)


def unusable(array: np.ndarray) -> Finding | None:
    """Return that numbers are too few, or not finite."""
    if array.size < 1000:  # with few values, anything looks random
        return Finding(f"has {array.size} entries: too few.")
    return None if np.isfinite(array).all() else Finding("has entries that are not finite numbers.")


def repetition(array: np.ndarray) -> Finding | None:
    """Return that values come again and again, as they do where one draw is used for many entries."""
    distinct = len(np.unique(array))
    if distinct >= 0.9 * array.size:  # float32 repeats a few values by chance
        return None
    yours = f"{distinct} different values in {array.size} entries"
    hint = "were they rounded, was one draw used for many entries, or are there few seeds?"
    if not array.any():
        hint = "all are 0: was their size cut off to a whole number?"
    problem = "repeats its values; every entry should be drawn anew."
    return Finding(problem, None, yours, hint, measured=((distinct, 2 * distinct**0.5),))


def dependence(arrays: Mapping[str, np.ndarray], hint: str) -> Finding | None:
    """Return which two of several arrays of draws, (n,) each, are correlated."""
    for other, key in itertools.combinations(arrays, 2):
        n = min(arrays[key].size, arrays[other].size)
        correlation = np.corrcoef(arrays[key][:n], arrays[other][:n])[0, 1]
        if abs(correlation) * np.sqrt(n) > SIGMAS:
            return Finding("hold the same draws.", f"{other} and {key}", hint=hint)
    return None


def is_scattered(centred: np.ndarray, std: float) -> bool:
    """Tell whether normal draws with standard deviation `std` would scatter as `centred` does."""
    ratio = np.mean(centred**2) / std**2  # chi-squared over n: mean 1, variance 2 / n
    return bool(abs(ratio - 1) * np.sqrt(centred.size / 2) <= SIGMAS)


def is_share(found: float, share: float, n: int) -> bool:
    """Tell whether n independent draws that hit with probability `share` would hit as often as found."""
    return bool(abs(found - share) * np.sqrt(n) <= SIGMAS * np.sqrt(share * (1 - share)) + 1e-9)


def most_uneven(freedom: int) -> float:
    """Return a number that chi-squared, of so many degrees of freedom, exceeds once in 10^8 times.

    By the cube root, which is nearly normal (Wilson and Hilferty 1931).
    """
    part = 2 / (9 * freedom)
    return float(freedom * (1 - part + SIGMAS * np.sqrt(part)) ** 3)
