"""Wrong and unusual solutions of `initialize_parameters_random`, in source/week1/initialization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "uniform in place of normal",
    hint="draw from a normal distribution: standard_normal",
    change={"standard_normal": "random"},
)
wrong(
    "uniform with the right mean and variance",
    hint="draw from a normal distribution: standard_normal",
    change={
        "standard_normal((n_out, n_in)) * 10": "uniform(-10 * np.sqrt(3), 10 * np.sqrt(3), (n_out, n_in))"
    },
)
wrong("scale 0.01", hint="the standard deviation is 10", change={"* 10": "* 0.01"})
wrong("not scaled", hint="multiply by 10", change={" * 10": ""})
wrong("10 as the variance", hint="10 is the standard deviation", change={"* 10": "* np.sqrt(10)"})
wrong("random biases", hint="biases start at zero", change={"np.zeros": "rng.standard_normal"})
wrong(
    "a seed inside",
    hint="two calls must give two networks: set no seed",
    change={
        "rng = np.random if rng is None else rng": (
            "if rng is None:\n        np.random.seed(3)\n        rng = np.random"
        )
    },
)
wrong(
    "a seed for every layer",
    hint="layers of equal shape must not be twins: set no seed",
    change={
        "rng = np.random if rng is None else rng": (
            "seed = np.random.randint(10**6) if rng is None else int(rng.integers(10**6))"
        ),
        "rng.standard_normal": "np.random.default_rng(seed).standard_normal",
    },
)
wrong(
    "rng ignored",
    hint="draw from `rng` in every call, so that a run can be repeated",
    change={
        "    rng = np.random if rng is None else rng\n": "",
        "rng.standard_normal((n_out, n_in))": "np.random.randn(n_out, n_in)",
    },
)
wrong(
    "weights transposed",
    hint="Wl has a row for each of its n_l units",
    change={"(n_out, n_in)": "(n_in, n_out)"},
)
wrong(
    "one draw for a whole layer",
    hint="draw every entry: give the shape to standard_normal",
    change={"rng.standard_normal((n_out, n_in)) * 10": "np.full((n_out, n_in), rng.standard_normal() * 10)"},
)
wrong(
    "one row for all units of a layer",
    hint="draw every entry: all rows of W are the same, and so are the units",
    change={
        "rng.standard_normal((n_out, n_in)) * 10": (
            "np.repeat(rng.standard_normal((1, n_in)) * 10, n_out, axis=0)"
        )
    },
)
wrong(
    "absolute values",
    hint="weights have mean 0: half of them are negative",
    change={"rng.standard_normal((n_out, n_in))": "np.abs(rng.standard_normal((n_out, n_in)))"},
)
wrong(
    "whole numbers",
    hint="do not round the draws",
    change={"rng.standard_normal((n_out, n_in)) * 10": "np.rint(10 * rng.standard_normal((n_out, n_in)))"},
)
wrong(
    "a new generator when none is given",
    hint="if `rng` is None, draw from np.random, NumPy's global generator",
    change={
        "rng = np.random if rng is None else rng": ("if rng is None:\n        rng = np.random.default_rng()"),
        "standard_normal((n_out, n_in)) * 10": "normal(0, 10, size=(n_out, n_in))",
    },
)
wrong(
    "the global generator seeded, though rng is given",
    hint="set no seed: draw from `rng`",
    change={"rng = np": "if rng is not None:\n        np.random.seed(1)\n    rng = np"},
)
wrong(
    "100 as the standard deviation",
    hint="10 is the standard deviation; the variance is 100",
    change={"* 10": "* 100"},
)
wrong(
    "uniform from -10 to 10",
    hint="draw from a normal distribution; this looks uniform",
    change={"standard_normal((n_out, n_in)) * 10": "uniform(-10, 10, (n_out, n_in))"},
)
wrong(
    "10 added",
    hint="the mean is 0: multiply by 10, do not add it",
    change={"rng.standard_normal((n_out, n_in)) * 10": "10 + rng.standard_normal((n_out, n_in))"},
)
wrong(
    "cut off at three standard deviations",
    hint="a normal draw is not cut off",
    change={
        "rng.standard_normal((n_out, n_in)) * 10": (
            "np.clip(10 * rng.standard_normal((n_out, n_in)), -30, 30)"
        )
    },
)
wrong(
    "a small seed drawn for another generator",
    hint="draw from `rng` itself: few seeds give few networks",
    change={
        "random if rng is None else rng": (
            "random.default_rng((np.random if rng is None else rng).bytes(1)[0])"
        )
    },
)


@right("a generator that the global one seeds when none is given, last layer first")
def initialize_parameters_random(layers_dims, rng=None):
    rng = rng or np.random.RandomState(np.random.randint(0, 2**31, 4))
    parameters = {}
    for l in reversed(range(1, len(layers_dims))):
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
        parameters[f"W{l}"] = 10 * rng.normal(size=[layers_dims[l], layers_dims[l - 1]])
    return parameters


@right("float32, drawn entry by entry")
def initialize_parameters_random(layers_dims, rng=None):
    draw = np.random.standard_normal if rng is None else rng.standard_normal
    parameters = {}
    for l in range(1, len(layers_dims)):
        rows, columns = layers_dims[l], layers_dims[l - 1]
        W = [[10 * draw() for _ in range(columns)] for _ in range(rows)]
        parameters[f"W{l}"] = np.array(W, dtype=np.float32)
        parameters[f"b{l}"] = np.zeros((rows, 1), dtype=np.float32)
    return parameters


@right("all weights from one long draw")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    sizes = [n_in * n_out for n_in, n_out in zip(layers_dims, layers_dims[1:], strict=False)]
    draws = np.split(rng.normal(scale=10.0, size=sum(sizes)), np.cumsum(sizes)[:-1])
    parameters = {}
    for l, draw in enumerate(draws, start=1):
        parameters[f"W{l}"] = draw.reshape(layers_dims[l], layers_dims[l - 1])
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@right("two dicts, filled by comprehensions")
def initialize_parameters_random(layers_dims, rng=None):
    rng = rng if rng is not None else np.random
    pairs = dict(enumerate(zip(layers_dims[:-1], layers_dims[1:], strict=True), start=1))
    weights = {f"W{l}": 10 * rng.normal(size=(n_out, n_in)) for l, (n_in, n_out) in pairs.items()}
    biases = {f"b{l}": np.full((n_out, 1), 0.0) for l, (_, n_out) in pairs.items()}
    return {**biases, **weights}


wrong(
    "a generator of its own in deep networks",
    hint="if `rng` is None, draw from np.random, NumPy's global generator",
    change={
        "rng = np": "r = np",
        "parameters = {}": (
            "if len(layers_dims) > 3 and rng is None:\n"
            "        r = np.random.default_rng()\n"
            "    parameters = {}"
        ),
        "rng.standard_normal": "r.standard_normal",
    },
)
