"""What a check can demand of random numbers: their distribution, never the numbers themselves."""

import itertools

import numpy as np

# Statistical checks accept what lies within so many standard errors. With the 5,000 values or more
# that checks use, a right solution falls outside once in 10^8 evaluations.
SIGMAS = 6
WITHIN_ONE_STD = 0.6826894921  # share of a normal distribution that lies within one std of its mean
# The same for normal draws of which those beyond two standard deviations are drawn anew, as Keras does
# it; they scatter less, by the factor 0.8796, so it is the share within 0.8796 over that within 2.
TRUNCATED_WITHIN_ONE_STD = 0.6505374949


class Draws:
    """The part of `Result` that is about random numbers. A `key` of None means the whole result."""

    def values(self, key):
        """Return the numbers under `key`, if they are enough and finite."""
        array = np.asarray(self.value if key is None else self.value[key], dtype=float)
        if array.size < 1000:  # with few values, anything looks random
            self.fail(f"has {array.size} entries: too few.", key)
        if not np.isfinite(array).all():
            self.fail("has entries that are not finite numbers.", key)
        return array

    def is_normal(self, key, std, mean=0.0, mistakes=None, truncated=False):
        """The array `key` looks like independent draws from a normal distribution.

        `mistakes` maps a hint to the standard deviation that this mistake would give. With `truncated`,
        the distribution may have lost its tails, beyond two of its standard deviations or further out.
        """
        array = self.values(key)
        n = array.size
        yours = f"mean {array.mean():.3g}, standard deviation {array.std():.3g}, from {n} values"
        likely = [h for h, wrong in (mistakes or {}).items() if has_std(array - mean, wrong)]
        hint = likely[0] if likely else None
        self.does_not_repeat(key, array)
        if abs(array.mean() - mean) * np.sqrt(n) > SIGMAS * array.std():
            self.fail("has the wrong mean.", key, yours, hint)
        if not has_std(array - mean, std):
            self.fail("has the wrong standard deviation.", key, yours, hint)
        share = np.mean(np.abs(array - mean) < std)
        lost_tails = truncated and TRUNCATED_WITHIN_ONE_STD < share < WITHIN_ONE_STD
        shares = [WITHIN_ONE_STD] + [TRUNCATED_WITHIN_ONE_STD] * truncated
        if not lost_tails and not any(is_share(share, s, n) for s in shares):
            yours = f"{share:.1%} within one standard deviation of the mean"
            hint = (
                "draw from a normal distribution; this looks uniform" if is_share(share, 3**-0.5, n) else None
            )
            self.fail("is not normally distributed.", key, yours, hint)

    def is_uniform(self, key, low, high, parts=4, mistakes=None):
        """The numbers `key` look like independent draws from [low, high], every part equally likely.

        `mistakes` maps a hint to the shares of the parts, from low to high, that this mistake gives.
        """
        array = self.values(key)
        n, width = array.size, (high - low) * 1e-9
        if array.min() < low - width or array.max() > high + width:
            yours = f"from {array.min():.4g} to {array.max():.4g}"
            self.fail(f"leaves the range from {low:.4g} to {high:.4g}.", key, yours)
        self.does_not_repeat(key, array)
        shares = np.histogram(np.clip(array, low, high), parts, (low, high))[0] / n
        likely = [h for h, s in (mistakes or {}).items() if all(map(is_share, shares, s, [n] * parts))]
        if not all(is_share(share, 1 / parts, n) for share in shares):
            yours = "shares of the range's parts, low to high: " + ", ".join(f"{s:.1%}" for s in shares)
            self.fail("is not uniform over the range.", key, yours, likely[0] if likely else None)

    def does_not_repeat(self, key, array):
        """Fail if values come again and again, as they do where one draw is used for many entries."""
        distinct = len(np.unique(array))
        if distinct < 0.9 * array.size:  # float32 repeats a few values by chance
            yours = f"{distinct} different values in {array.size} entries"
            hint = "were they rounded, one draw used for many entries, or few seeds?"
            if not array.any():
                hint = "all are 0: was their size cut off to a whole number?"
            self.fail("repeats its values; every entry should be drawn anew.", key, yours, hint)

    def are_independent(self, keys, hint="draw anew for every layer; is a seed set again?"):
        """Entries of the result that should be drawn independently are not correlated."""
        arrays = {key: np.ravel(self.value[key]) for key in keys}
        for other, key in itertools.combinations(keys, 2):
            n = min(arrays[key].size, arrays[other].size)
            correlation = np.corrcoef(arrays[key][:n], arrays[other][:n])[0, 1]
            if abs(correlation) * np.sqrt(n) > SIGMAS:
                self.fail("hold the same draws.", f"{other} and {key}", hint=hint)


def has_std(centred, std):
    """Tell whether normal draws with standard deviation `std` would scatter as `centred` does."""
    ratio = np.mean(centred**2) / std**2  # chi-squared over n: mean 1, variance 2 / n
    return abs(ratio - 1) * np.sqrt(centred.size / 2) <= SIGMAS


def is_share(found, share, n):
    """Tell whether n independent draws that hit with probability `share` would hit as often as found."""
    return abs(found - share) * np.sqrt(n) <= SIGMAS * np.sqrt(share * (1 - share)) + 1e-9
