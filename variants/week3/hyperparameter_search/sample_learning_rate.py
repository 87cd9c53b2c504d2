"""Wrong and unusual solutions of `sample_learning_rate`, in source/week3/hyperparameter_search.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "uniform",
    hint="draw the exponent uniformly, not the rate",
    change={"10 ** rng.uniform(np.log10(low), np.log10(high))": "rng.uniform(low, high)"},
)
wrong(
    "exp of an exponent to base 10",
    hint="exp goes with log, and 10 ** with log10",
    change={
        "10 ** rng.uniform(np.log10(low), np.log10(high))": (
            "np.exp(rng.uniform(np.log10(low), np.log10(high)))"
        )
    },
)
wrong(
    "10 to the power of a natural logarithm",
    hint="10 ** goes with log10, and exp with log",
    change={"log10(low), np.log10": "log(low), np.log"},
)
wrong(
    "exponents in the wrong order",
    hint="rng.uniform(a, b) wants a <= b",
    change={"(low), np.log10(high)": "(high), np.log10(low)"},
)
wrong(
    "negated exponents, as for the range from 1 to 1 / low",
    hint="10 ** -u is 1 / 10 ** u: mind the sign",
    change={"rng.uniform": "-rng.uniform"},
)


@wrong("normal exponents", hint="draw the exponents from a uniform distribution, not from a normal one")
def sample_learning_rate(low, high, rng):
    a, b = np.log10(low), np.log10(high)
    while True:
        u = rng.normal((a + b) / 2, (b - a) / 4)
        if a <= u <= b:
            return 10**u


@wrong(
    "normal exponents, cut off at the ends",
    hint="draw the exponents from a uniform distribution, not from a normal one",
)
def sample_learning_rate(low, high, rng):
    a, b = np.log10(low), np.log10(high)
    return 10 ** float(np.clip(rng.normal((a + b) / 2, (b - a) / 4), a, b))


wrong(
    "whole exponents",
    hint="the exponent may be any real number, not only a whole one",
    change={
        "10 ** rng.uniform(np.log10(low), np.log10(high))": (
            "10.0 ** rng.integers(np.floor(np.log10(low)), np.ceil(np.log10(high)) + 1)"
        )
    },
)
wrong(
    "a choice from a list of rates",
    hint="any number of the range should be possible, not only those of a list",
    change={"10 ** rng.uniform(np.log10(low), np.log10(high))": "rng.choice(np.geomspace(low, high, 100))"},
)


@wrong(
    "a whole exponent times a uniform number",
    hint="within a decade, too, the exponent is uniform: draw no whole exponent",
)
def sample_learning_rate(low, high, rng):
    decades = np.log10(high / low)
    if decades < 1:
        return rng.uniform(low, high)
    return low * 10.0 ** rng.integers(0, int(decades)) * rng.uniform(1, 10)


wrong(
    "returns the exponent",
    hint="this is the exponent; return 10 to the power of it",
    change={"10 ** rng": "rng"},
)
wrong(
    "low and high taken for exponents",
    hint="draw between the logarithms of low and high",
    change={"np.log10(low), np.log10(high)": "low, high"},
)
wrong(
    "exponents from -4 to 0, whatever low and high are",
    hint="use low and high, as they are",
    change={"np.log10(low), np.log10(high)": "-4, 0"},
)
wrong(
    "ends rounded to whole exponents",
    hint="use low and high, as they are",
    change={"log10(low), np.log10(high)": "floor(np.log10(low)), np.ceil(np.log10(high))"},
)


@wrong("ends rounded, then cut off", hint="use low and high as they are; then nothing has to be cut off")
def sample_learning_rate(low, high, rng):
    rate = 10 ** rng.uniform(np.floor(np.log10(low)), np.ceil(np.log10(high)))
    return float(np.clip(rate, low, high))


wrong(
    "1 / rate uniform",
    hint="draw the exponent uniformly, not 1 / rate",
    change={"10 ** rng.uniform(np.log10(low), np.log10(high))": "1 / rng.uniform(1 / high, 1 / low)"},
)
wrong(
    "rounded",
    hint="any number of the range should be possible: do not round",
    change={
        "10 ** rng.uniform(np.log10(low), np.log10(high))": (
            "max(low, round(float(10 ** rng.uniform(np.log10(low), np.log10(high))), 3))"
        )
    },
)
wrong(
    "rng ignored",
    hint="draw from `rng`, not from another generator",
    change={"rng.uniform": "np.random.uniform"},
)
wrong(
    "a seed inside",
    hint="is there a seed inside? draw from `rng`",
    change={"rng.uniform": "np.random.default_rng(0).uniform"},
)
wrong("an array of one draw", hint="leave out `size`: one draw", change={"(high)": "(high), size=1"})
wrong("prints, but returns nothing", hint="end with a `return`", change={"return 10": "10"})


@right("natural logarithm and exponential, as a Python float")
def sample_learning_rate(low, high, rng):
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


@right("low times a random power of the ratio")
def sample_learning_rate(low, high, rng):
    return low * (high / low) ** rng.random()


@right("from the top down, math module, zero-dimensional array")
def sample_learning_rate(low, high, rng):
    import math

    top, bottom = math.log2(high), math.log2(low)
    return np.array(2.0 ** (top - rng.random() * (top - bottom)))


@right("float32, from a helper function")
def sample_learning_rate(low, high, rng):
    def exponent(x):
        return np.log10(np.float64(x))

    r = np.float32(10 ** (exponent(low) + rng.uniform(0, exponent(high) - exponent(low))))
    return r


@right("geomspace between the ends, at a random place")
def sample_learning_rate(low, high, rng):
    t = rng.beta(1, 1)
    return low ** (1 - t) * high**t


wrong(
    "a little of the low end left out",
    hint="all of the range is possible, up to both ends",
    change={"np.log10(low)": "np.log10(low * (high / low) ** 0.02)"},
)
wrong(
    "uniform where the range is narrow",
    hint="draw the exponent uniformly, not the rate",
    change={"return 10": "if high / low < 3:\n        return rng.uniform(low, high)\n    return 10"},
)
wrong(
    "from 1e-5 to 1, whatever low and high are",
    hint="use low and high: 1e-5 is below low",
    change={"np.log10(low), np.log10(high)": "-5, 0"},
)
wrong(
    "5 significant digits",
    hint="any number of the range should be possible: do not round",
    change={
        "10 ** rng.uniform(np.log10(low), np.log10(high))": (
            'float(f"{10 ** rng.uniform(np.log10(low), np.log10(high)):.5g}")'
        )
    },
)
wrong(
    "6 significant digits",
    hint="any number of the range should be possible: do not round",
    change={
        "10 ** rng.uniform(np.log10(low), np.log10(high))": (
            'float(f"{10 ** rng.uniform(np.log10(low), np.log10(high)):.6g}")'
        )
    },
)
wrong(
    "ends cut by a hundredth",
    hint="all of the range is possible, up to both ends",
    change={
        "rng.uniform(np.log10(low), np.log10(high))": (
            "(np.log10(low) + (np.log10(high) - np.log10(low)) * (0.01 + 0.98 * rng.random()))"
        )
    },
)


@right("float32")
def sample_learning_rate(low, high, rng):
    return np.float32(10 ** rng.uniform(np.log10(low), np.log10(high)))


@right("powers of the quotient")
def sample_learning_rate(low, high, rng):
    return low * (high / low) ** rng.random()


@right("base 2")
def sample_learning_rate(low, high, rng):
    return 2.0 ** (np.log2(high) + (np.log2(low) - np.log2(high)) * rng.random())
