"""Wrong and unusual solutions of `sample_units`, in source/week3/hyperparameter_search.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "high left out",
    hint="high itself must be possible: integers(low, high) and int() leave it out",
    change={"high + 1": "max(high, low + 1)"},
)
wrong("beyond high", hint="high is the largest number that may come up", change={"high + 1": "high + 2"})
wrong(
    "from low - 1",
    hint="low is the smallest number that may come up",
    change={"low, high +": "low - 1, high +"},
)
wrong(
    "low left out", hint="low itself must be possible", change={"low, high +": "min(low + 1, high), high +"}
)
wrong(
    "a rounded uniform number",
    hint="rounding gives both ends half a share: draw an integer",
    change={"rng.integers(low, high + 1)": "round(rng.uniform(low, high))"},
)
wrong(
    "a uniform number cut off",
    hint="high itself must be possible: integers(low, high) and int() leave it out",
    change={"rng.integers(low, high + 1)": "int(rng.uniform(low, high))"},
)
wrong(
    "a whole number as a float",
    hint="draw integers, or turn the number into an int",
    change={"rng.integers(low, high + 1)": "np.floor(rng.uniform(low, high + 1))"},
)
wrong(
    "not whole",
    hint="draw integers, or turn the number into an int",
    change={"integers(low, high + 1": "uniform(low, high"},
)
wrong(
    "log-uniform, cut off",
    hint="draw the number itself, not its logarithm",
    change={"rng.integers(low, high + 1)": "int(np.exp(rng.uniform(np.log(low), np.log(high + 1))))"},
)
wrong(
    "log-uniform, rounded",
    hint="draw the number itself, not its logarithm",
    change={"rng.integers(low, high + 1)": "round(np.exp(rng.uniform(np.log(low), np.log(high))))"},
)
wrong(
    "powers of two",
    hint="every whole number of the range is equally likely, not only powers of 2",
    change={
        "rng.integers(low, high + 1)": (
            "int(rng.choice([2**k for k in range(20) if low <= 2**k <= high] or [low]))"
        )
    },
)
wrong(
    "a seed inside",
    hint="is there a seed inside? draw from `rng`",
    change={"rng.integers": "np.random.default_rng(7).integers"},
)
wrong(
    "rng ignored",
    hint="draw from `rng`, not from another generator",
    change={"rng.integers": "np.random.randint"},
)


@wrong("Python's own generator", hint="draw from `rng`, not from another generator")
def sample_units(low, high, rng):
    import random

    return random.randint(low, high)


wrong("an array of one draw", hint="leave out `size`: one draw", change={"high + 1": "high + 1, 1"})
wrong(
    "as a text",
    hint="return an integer, not a text",
    change={"rng.integers(low, high + 1)": "str(rng.integers(low, high + 1))"},
)
wrong("from 1 on, whatever low is", hint="use low and high, as they are", change={"low, high +": "1, high +"})


@right("endpoint=True, as a Python int")
def sample_units(low, high, rng):
    return int(rng.integers(low, high, endpoint=True))


@right("a choice from a range")
def sample_units(low, high, rng):
    return rng.choice(np.arange(low, high + 1))


@right("cut off from a uniform number, one wider")
def sample_units(low, high, rng):
    import math

    return low + math.floor(rng.random() * (high - low + 1))


@right("the first of a permutation, in 16 bits, zero-dimensional")
def sample_units(low, high, rng):
    if high - low > 1000:
        return np.asarray(rng.integers(low, high + 1))
    return np.asarray(rng.permutation(np.arange(low, high + 1, dtype=np.int16))[0])


wrong(
    "steps of 4 in a wide range",
    hint="every number of the range is equally likely: no steps",
    change={
        "(low, high + 1)": ("(low, high + 1) if high - low < 8 else rng.choice(np.arange(low, high + 1, 4))")
    },
)
wrong(
    "rounded in a wide range",
    hint="rounding gives both ends half a share: draw an integer",
    change={"(low, high + 1)": "(low, high + 1) if high - low < 8 else round(rng.uniform(low, high))"},
)
wrong(
    "high left out in wide ranges",
    hint="high itself must be possible, in wide ranges, too",
    change={"high + 1": "high + (high - low < 50)"},
)
wrong(
    "even numbers in wide ranges",
    hint="odd numbers are possible, too: no steps",
    change={
        "(low, high + 1)": "(low, high + 1) // 2 * 2 if high - low > 50 else rng.integers(low, high + 1)"
    },
)
wrong(
    "powers of 2 in wide ranges",
    hint="draw the number itself, not its logarithm",
    change={
        "rng.integers": (
            "int(2 ** rng.uniform(np.log2(low), np.log2(high + 1))) if high > 8 * low else rng.integers"
        )
    },
)
wrong(
    "the remainder of a byte",
    hint="a remainder makes some numbers likelier: draw from low to high at once",
    change={"rng.integers(low, high + 1)": "low + int(rng.integers(256)) % (high - low + 1)"},
)
wrong(
    "equal ends taken for a range of two",
    hint="low and high may be equal: then only this number is possible",
    change={"high + 1": "max(high, low + 1) + 1"},
)


@right("endpoint")
def sample_units(low, high, rng):
    return rng.integers(low, high, endpoint=True)


@right("ten thousand steps")
def sample_units(low, high, rng):
    return low + int(rng.random() * 10000) * (high - low + 1) // 10000
