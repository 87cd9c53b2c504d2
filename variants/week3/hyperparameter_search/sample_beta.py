"""Wrong and unusual solutions of `sample_beta`, in source/week3/hyperparameter_search.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "uniform",
    hint="draw the exponent of 1 - beta uniformly, neither beta nor its exponent",
    change={"1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))": "rng.uniform(low, high)"},
)


@wrong(
    "log-uniform in beta itself",
    hint="draw the exponent of 1 - beta uniformly, neither beta nor its exponent",
)
def sample_beta(low, high, rng):
    low = max(low, 1e-3)
    return 10 ** rng.uniform(np.log10(low), np.log10(high))


wrong("returns 1 - beta", hint="return 1 minus the number drawn", change={"1 - 10": "10"})
wrong(
    "exponents of low and high",
    hint="the exponents reach from log10(1 - high) to log10(1 - low)",
    change={"1 - high), np.log10(1 - low": "max(low, 1e-3)), np.log10(high"},
)
wrong(
    "exponents in the wrong order",
    hint="the largest beta has the smallest 1 - beta: log10(1 - high) comes first",
    change={"high), np.log10(1 - low": "low), np.log10(1 - high"},
)
wrong(
    "10 to the power of a natural logarithm",
    hint="10 ** goes with log10",
    change={"log10(1 - high), np.log10": "log(1 - high), np.log"},
)
wrong(
    "exp of an exponent to base 10",
    hint="exp goes with log",
    change={
        "10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))": (
            "np.exp(rng.uniform(np.log10(1 - high), np.log10(1 - low)))"
        )
    },
)


@wrong("whole exponents", hint="the exponent may be any real number, not only a whole one")
def sample_beta(low, high, rng):
    a, b = np.floor(np.log10(1 - high)), np.ceil(np.log10(1 - low))
    return float(np.clip(1 - 10.0 ** rng.integers(a, b + 1), low, high))


wrong(
    "window uniform",
    hint="draw the exponent uniformly, not the window",
    change={
        "10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))": (
            "1 / rng.uniform(1 / (1 - low), 1 / (1 - high))"
        )
    },
)


@wrong(
    "normal exponents, cut off at the ends",
    hint="draw the exponents from a uniform distribution, not from a normal one",
)
def sample_beta(low, high, rng):
    a, b = np.log10(1 - high), np.log10(1 - low)
    return 1 - 10 ** float(np.clip(rng.normal((a + b) / 2, (b - a) / 4), a, b))


@wrong(
    "a whole exponent times a uniform number",
    hint="within a decade, too, the exponent is uniform: draw no whole exponent",
)
def sample_beta(low, high, rng):
    decades = np.log10((1 - low) / (1 - high))
    if decades < 1.999:
        return rng.uniform(low, high)
    return 1 - (1 - low) * 10.0 ** -rng.integers(0, round(decades)) * rng.uniform(0.1, 1)


wrong(
    "from 0.9 to 0.999, whatever low and high are",
    hint="use low and high, as they are",
    change={"np.log10(1 - high), np.log10(1 - low)": "-3, -1"},
)
wrong(
    "rounded to three digits",
    hint="any number of the range should be possible: do not round",
    change={
        "1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))": (
            "round(float(1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))), 3)"
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
    change={"return 1 -": "np.random.seed(1)\n    return 1 -", "rng.uniform": "np.random.uniform"},
)
wrong(
    "a list of one draw",
    hint="return one number, not a list",
    change={
        "1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))": (
            "[1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))]"
        )
    },
)


@right("natural logarithm")
def sample_beta(low, high, rng):
    return float(1 - np.exp(rng.uniform(np.log(1 - high), np.log(1 - low))))


@right("a random power of the ratio, from the low end")
def sample_beta(low, high, rng):
    return 1 - (1 - low) * ((1 - high) / (1 - low)) ** rng.random()


@right("expm1 and log1p, as a zero-dimensional array")
def sample_beta(low, high, rng):
    ends = np.log1p([-high, -low])
    return np.array(-np.expm1(ends[0] + (ends[1] - ends[0]) * rng.random()))


@right("the window log-uniform, in float32")
def sample_beta(low, high, rng):
    windows = 1 / (1 - np.array([low, high]))
    window = 2.0 ** rng.uniform(*np.log2(windows))
    return np.float32(1 - 1 / window)


wrong(
    "uniform where low is small",
    hint="draw the exponent of 1 - beta uniformly, neither beta nor its exponent",
    change={"return 1 -": "if low < 0.5:\n        return rng.uniform(low, high)\n    return 1 -"},
)
wrong(
    "float16",
    hint="float16 has three digits: return a float",
    change={
        "1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))": (
            "np.float16(1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low)))"
        )
    },
)
wrong(
    "low of 0 taken for 0.5",
    hint="low may be 0: `low or ...` takes 0 for none",
    change={"1 - low": "1 - (low or 0.5)"},
)
wrong(
    "rounded to 4 digits",
    hint="any number of the range should be possible: do not round",
    change={
        "1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))": (
            "round(1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low)), 4)"
        )
    },
)


@right("float32")
def sample_beta(low, high, rng):
    return np.float32(1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low)))


@right("log1p and expm1")
def sample_beta(low, high, rng):
    return -np.expm1(rng.uniform(np.log1p(-high), np.log1p(-low)))
