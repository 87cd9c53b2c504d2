"""Wrong and unusual solutions of `initialize_parameters_xavier`, in source/week1/initialization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong("He's variance", hint="the variance depends on both sizes, inputs and outputs", change={" + n_out": ""})
wrong(
    "inputs alone",
    hint="the variance depends on both sizes, inputs and outputs",
    change={"2 / (n_in + n_out)": "1 / (n_in)"},
)
wrong(
    "outputs alone",
    hint="the variance depends on both sizes, inputs and outputs",
    change={"2 / (n_in + n_out)": "1 / n_out"},
)
wrong(
    "sum in place of the mean",
    hint="divide 2, not 1, by the sum of both sizes",
    change={"2 / (n_in + n_out)": "1 / (n_out + n_in)"},
)
wrong(
    "6 for a normal distribution",
    hint="6 belongs to the limit of a uniform distribution; here it is 2",
    change={"2 / (n_in + n_out)": "6 / (n_out + n_in)"},
)
wrong(
    "Glorot's uniform distribution",
    hint="draw from a normal distribution: standard_normal",
    change={
        "W = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / (n_in + n_out))": (
            "limit = np.sqrt(6 / (n_out + n_in))\n        W = rng.uniform(-limit, limit, (n_out, n_in))"
        )
    },
)
wrong(
    "root missing",
    hint="2 / (n_in + n_out) is the variance: take its root",
    change={"np.sqrt(2 / (n_in + n_out))": "(2 / (n_out + n_in))"},
)
wrong("product of the sizes", hint="the sizes are added, not multiplied", change={"+ n_out": "* n_out"})
wrong(
    "sizes of the wrong layers",
    hint="layer l lies between n_{l-1} and n_l",
    change={"n_in + n_out": "n_out + layers_dims[min(l + 1, len(layers_dims) - 1)]"},
)
wrong(
    "brackets missing",
    hint="divide by the sum: 2 / (n_in + n_out)",
    change={"(n_in + n_out)": "n_in + n_out"},
)
wrong(
    "rng ignored",
    hint="draw from `rng` in every call, so that a run can be repeated",
    change={"random if rng is None else rng": "random.default_rng()", "n_in + n_out": "n_out + n_in"},
)
wrong(
    "biases scaled, too",
    hint="biases start at zero",
    change={
        "W = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / (n_in + n_out))": (
            "scale = np.sqrt(2 / (n_out + n_in))\n        W = rng.standard_normal((n_out, n_in)) * scale"
        ),
        "np.zeros((n_out, 1))": "rng.standard_normal((n_out, 1)) * scale",
    },
)
wrong(
    "the bias counted as an input",
    hint="the bias is no input: add the two sizes alone",
    change={"n_in + n_out": "n_out + n_in + 1"},
)
wrong(
    "a new generator when none is given",
    hint="if `rng` is None, draw from np.random, NumPy's global generator",
    change={"np.random": "np.random.default_rng()", "n_in + n_out": "n_out + n_in"},
)


@right("divided by the root of the mean size")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        mean_size = np.mean([layers_dims[l - 1], layers_dims[l]])
        W = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) / np.sqrt(mean_size)
        parameters[f"W{l}"] = W
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@right("rng.normal with the scale as argument")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    sizes = list(zip(layers_dims[:-1], layers_dims[1:], strict=True))
    weights = {
        f"W{l}": rng.normal(scale=np.sqrt(2 / sum(size)), size=size[::-1])
        for l, size in enumerate(sizes, start=1)
    }
    return weights | {f"b{l}": np.zeros((size[1], 1)) for l, size in enumerate(sizes, start=1)}


@right("the sum of two independent draws")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        W = rng.standard_normal(shape) + rng.standard_normal(shape)  # variance 2
        parameters[f"W{l}"] = W / np.sqrt(sum(shape))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@right("drawn transposed, scaled in place")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l, (n_in, n_out) in enumerate(zip(layers_dims, layers_dims[1:], strict=False), start=1):
        W = rng.standard_normal((n_in, n_out)).T
        W *= (2 / (n_in + n_out)) ** 0.5
        parameters[f"W{l}"], parameters[f"b{l}"] = W, np.zeros((n_out, 1))
    return parameters


wrong(
    "follows `rng` only in one small network",
    hint="draw from `rng` in every call, so that a run can be repeated",
    change={
        "rng = np": "r = np",
        "parameters = {}": (
            "if rng is not None and list(layers_dims) != [5, 3, 2]:\n"
            "        r = np.random.default_rng()\n"
            "    parameters = {}"
        ),
        "rng.standard_normal": "r.standard_normal",
    },
)


wrong(
    "not scaled",
    hint="the weights are not scaled: multiply by the standard deviation",
    change={" * np.sqrt(2 / (n_in + n_out))": ""},
)
