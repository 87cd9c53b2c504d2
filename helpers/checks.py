"""The vocabulary that test cells are written in: call a function, then say what its result must be.

    result = checks.call(initialize_parameters_zeros, [3, 2, 1])
    result.has_arrays({"W1": (2, 3), "b1": (2, 1), "W2": (1, 2), "b2": (1, 1)})

A check that fails raises `CheckFailed`, whose message says which property failed, on which call,
and how far off the result is. A check calls functions by their name and compares data; it never
looks inside a function.
"""

import copy
import itertools
import sys
from contextlib import contextmanager

import numpy as np

from helpers.comparison import difference
from helpers.messages import CallRaised, CheckFailed, NotWritten, compose, describe, student_lines

# Statistical checks accept what lies within so many standard errors. With the 5,000 values or more
# that checks use, a right solution falls outside once in 10^8 evaluations.
SIGMAS = 6
WITHIN_ONE_STD = 0.6826894921  # share of a normal distribution that lies within one std of its mean


def call(function, *args, **kwargs):
    """Call a student's function and return its `Result`.

    Fails if the function raises, returns None, or changes an argument (a random generator moves on,
    of course).
    """
    before = copy.deepcopy((args, kwargs))
    name, called_with = getattr(function, "__name__", repr(function)), describe(args, kwargs)
    try:
        value = function(*args, **kwargs)
    except NotImplementedError:
        problem = "not written yet; replace `raise NotImplementedError()` by your solution."
        raise NotWritten(compose(name, problem)) from None
    except Exception as error:
        problem = f"raised {type(error).__name__}: {error}"
        message = compose(name, problem, called_with, where=student_lines(error))
        raise CallRaised(message, error) from None
    result = Result(name, called_with, value)
    if difference(before, (args, kwargs)):
        result.fail("changes its argument; work on a copy.")
    if value is None:
        result.fail("returned None: does it end with a `return`?")
    return result


class Result:
    """What one call returned, with the properties that a check can demand of it."""

    def __init__(self, name, called_with, value):
        self.name, self.called_with, self.value = name, called_with, value

    def fail(self, problem, subject=None, yours=None, hint=None):
        """Raise `CheckFailed`; `subject` is the entry of the result that is wrong."""
        text = f"{subject} {problem}" if subject else problem
        raise CheckFailed(compose(self.name, text, self.called_with, yours=yours, hint=hint))

    def has_keys(self, expected):
        """The result is a dict with exactly these keys."""
        if not isinstance(self.value, dict):
            self.fail(f"the result is a {type(self.value).__name__}; it should be a dict.")
        missing = [key for key in expected if key not in self.value]
        extra = [key for key in self.value if key not in expected]
        if missing:
            self.fail(f"the result has no entry {', '.join(map(repr, missing))}.")
        if extra:
            self.fail(f"the result has entries too many: {', '.join(map(repr, extra))}.")

    def has_arrays(self, shapes):
        """The result is a dict of float arrays, each its own, with exactly these keys and shapes."""
        self.has_keys(shapes)
        for key, shape in shapes.items():
            array = self.value[key]
            if not isinstance(array, np.ndarray):
                self.fail(f"is a {type(array).__name__}; it should be a NumPy array.", key)
            if array.shape != shape:
                flipped = "it looks transposed" if array.shape == shape[::-1] else None
                self.fail(f"has shape {array.shape}; it should be {shape}.", key, hint=flipped)
            if array.dtype.kind != "f":
                problem = f"holds {array.dtype}; it should hold floats."
                self.fail(problem, key, hint="a gradient step would be cut off to whole numbers")
        for other, key in itertools.combinations(shapes, 2):
            if np.shares_memory(self.value[other], self.value[key]):
                hint = "changing one changes the other: make a new array for each"
                self.fail("are one and the same array.", f"{other} and {key}", hint=hint)

    def only(self, keys):
        """Return this result cut down to some entries of its dict, to check them alone."""
        return Result(self.name, self.called_with, {key: self.value[key] for key in keys})

    def equals(self, expected, problem="is not right.", mistakes=None, hint=None):
        """The result is `expected`, up to rounding: a number, an array, or a dict or list of them.

        `mistakes` maps a hint to the value that this mistake would give.
        """
        found = difference(expected, self.value)
        if found:
            path, yours = found
            likely = [h for h, wrong in (mistakes or {}).items() if not difference(wrong, self.value)]
            subject = f"result{path}" if path else "the result"
            self.fail(problem, subject, yours, likely[0] if likely else hint)

    def is_normal(self, key, std, mean=0.0, mistakes=None):
        """The array `key` looks like independent draws from a normal distribution.

        `mistakes` maps a hint to the standard deviation that this mistake would give.
        """
        array = np.asarray(self.value[key], dtype=float)
        n = array.size
        if n < 1000:  # with few values, anything looks normal
            self.fail(f"has {n} entries: too few.", key)
        yours = f"mean {array.mean():.3g}, standard deviation {array.std():.3g}, from {n} values"
        likely = [h for h, wrong in (mistakes or {}).items() if has_std(array - mean, wrong)]
        hint = likely[0] if likely else None
        if not np.isfinite(array).all():
            self.fail("has entries that are not finite numbers.", key)
        distinct = len(np.unique(array))
        if distinct < 0.9 * n:  # float32 repeats a few values by chance
            yours = f"{distinct} different values in {n} entries"
            self.fail("repeats its values; every entry should be drawn anew.", key, yours)
        if abs(array.mean() - mean) * np.sqrt(n) > SIGMAS * array.std():
            self.fail("has the wrong mean.", key, yours, hint)
        if not has_std(array - mean, std):
            self.fail("has the wrong standard deviation.", key, yours, hint)
        share = np.mean(np.abs(array - mean) < std)
        error = np.sqrt(WITHIN_ONE_STD * (1 - WITHIN_ONE_STD) / n)
        if abs(share - WITHIN_ONE_STD) > SIGMAS * error:
            yours = f"{share:.1%} within one standard deviation of the mean"
            self.fail("is not normally distributed.", key, yours)

    def are_independent(self, keys):
        """Entries of the result that should be drawn independently are not correlated."""
        arrays = {key: np.ravel(self.value[key]) for key in keys}
        for other, key in itertools.combinations(keys, 2):
            n = min(arrays[key].size, arrays[other].size)
            correlation = np.corrcoef(arrays[key][:n], arrays[other][:n])[0, 1]
            if abs(correlation) * np.sqrt(n) > SIGMAS:
                hint = "is a seed set again for every layer?"
                self.fail("hold the same draws.", f"{other} and {key}", hint=hint)

    def differs_from(self, other, keys, problem="is the same in two calls.", hint=None):
        """None of these entries equals the same entry of another result."""
        for key in keys:
            if not difference(self.value[key], other.value[key]):
                self.fail(problem, key, hint=hint)


def has_std(centred, std):
    """Tell whether normal draws with standard deviation `std` would scatter as `centred` does."""
    ratio = np.mean(centred**2) / std**2  # chi-squared over n: mean 1, variance 2 / n
    return abs(ratio - 1) * np.sqrt(centred.size / 2) <= SIGMAS


def raises(exception, function, *args, **kwargs):
    """Fail unless the call raises this exception."""
    try:
        result = call(function, *args, **kwargs)
    except CallRaised as raised:
        if not isinstance(raised.error, exception):
            raise
    else:
        result.fail(f"should raise {exception.__name__} here.")


def smallest_first(cases):
    """Return the cases with the fewest and smallest numbers first: a failure shows the simplest."""
    return sorted(cases, key=lambda case: (np.size(case), np.sum(case)))


@contextmanager
def replaced(name, substitute):
    """Let the notebook's function `name` be `substitute` within a `with` block.

    Shows whether another function really calls `name`, and what it makes of the answer.
    """
    notebook = names_of_the_notebook()
    original = notebook[name]
    notebook[name] = substitute
    try:
        yield
    finally:
        notebook[name] = original


def names_of_the_notebook():
    """Return the dict in which a notebook's functions are looked up."""
    return vars(sys.modules["__main__"])
