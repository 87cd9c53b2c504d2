"""Wrong and unusual solutions of `initialize_parameters_he`, in source/week1/initialization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "fan-out in place of fan-in",
    hint="n is the number of inputs of the layer",
    change={"2 / n_in": "2 / n_out"},
)
wrong("root missing", hint="2 / n is the variance: take its root", change={"np.sqrt": ""})
wrong(
    "root of the 2 alone",
    hint="the root covers the whole fraction",
    change={"np.sqrt(2 / n_in)": "(np.sqrt(2) / n_in)"},
)
wrong(
    "variance 1 / n",
    hint="a ReLU keeps half of the mean square: the factor 2 makes up for it",
    change={"2 / n_in": "1 / n_in"},
)
wrong(
    "Xavier's variance",
    hint="He's variance depends on the inputs of the layer alone",
    change={"2 / n_in": "2 / (n_out + n_in)"},
)
wrong(
    "inputs of the network for all layers",
    hint="n changes from layer to layer",
    change={"2 / n_in": "2 / layers_dims[0]"},
)
wrong("integer division", hint="2 // n is 0 for n > 2: divide by /", change={"/ n_in": "// n_in"})
wrong("divided by the root", hint="multiply by the standard deviation", change={"* np.sqrt": "/ np.sqrt"})
wrong(
    "uniform from -1 to 1, scaled",
    hint="draw from a normal distribution: standard_normal",
    change={"standard_normal((n_out, n_in))": "uniform(-1, 1, (n_out, n_in))"},
)
wrong(
    "uniform with the right variance",
    hint="draw from a normal distribution: standard_normal",
    change={
        "W = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)": (
            "limit = np.sqrt(6 / n_in)\n        W = rng.uniform(-limit, limit, (n_out, n_in))"
        )
    },
)
wrong(
    "number of layers for n",
    hint="multiply by the root of 2 / n, with n the number of inputs of the layer",
    change={
        "for l in range(1, len(layers_dims))": "L = len(layers_dims) - 1\n    for l in range(1, L + 1)",
        "2 / n_in": "2 / L",
    },
)
wrong(
    "random biases",
    hint="biases start at zero",
    change={
        "W = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)": (
            "scale = np.sqrt(2 / n_in)\n        W = rng.standard_normal((n_out, n_in)) * scale"
        ),
        "np.zeros((n_out, 1))": "rng.standard_normal((n_out, 1)) * scale",
    },
)
wrong(
    "mean shifted",
    hint="weights have mean 0",
    change={"standard_normal((n_out, n_in))": "normal(0.5, 1, (n_out, n_in))"},
)
wrong(
    "a seed inside",
    hint="two calls must give two networks: set no seed",
    change={"random if rng is None else rng": "random.default_rng(3)"},
)
wrong(
    "only the hidden layers scaled",
    hint="the output layer is scaled like the others",
    change={"np.sqrt(2 / n_in)": "(np.sqrt(2 / n_in) if l < len(layers_dims) - 1 else 1)"},
)
wrong(
    "the bias counted as an input",
    hint="n is the number of inputs, not n + 1",
    change={"2 / n_in": "2 / (n_in + 1)"},
)
wrong(
    "standard deviation of 1 at most",
    hint="no limit: 2 / n is 2 for one input",
    change={"np.sqrt(2 / n_in)": "min( 1, np.sqrt(2 / n_in) )"},
)
wrong(
    "last layer of one unit without the 2",
    hint="the same variance in every layer",
    change={"2 / n_in": "(2 if n_out > 1 else 1) / n_in"},
)

wrong(
    "orthogonal rows",
    hint="draw every weight on its own: rows need not be orthogonal",
    change={
        "W = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)": (
            "Q = np.linalg.qr(rng.standard_normal((max(n_out, n_in), min(n_out, n_in))))[0]\n"
            "        W = (Q if n_out >= n_in else Q.T) * np.sqrt(2 * max(n_out, n_in) / n_in)"
        )
    },
)
wrong(
    "each row with a mean of exactly 0",
    hint="draw every weight on its own, and leave the draws as they are",
    change={
        'parameters[f"W{l}"]': (
            "if n_in > 1:\n"
            "            W = (W - W.mean(axis=1, keepdims=True)) * np.sqrt(n_in / (n_in - 1))\n"
            '        parameters[f"W{l}"]'
        )
    },
)


@right("divided by the root of n / 2")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        n_in, n_out = layers_dims[l - 1], layers_dims[l]
        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) / np.sqrt(n_in / 2)
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


@right("a power of one half, and a helper function")
def initialize_parameters_he(layers_dims, rng=None):
    generator = np.random if rng is None else rng

    def layer(n_in, n_out):
        return generator.normal(0.0, (2.0 / n_in) ** 0.5, (n_out, n_in)), np.zeros((n_out, 1))

    parameters = {}
    for l in range(len(layers_dims) - 1):
        W, b = layer(layers_dims[l], layers_dims[l + 1])
        parameters.update({f"W{l + 1}": W, f"b{l + 1}": b})
    return parameters


@right("drawn transposed, then turned, in float32")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        draws = rng.standard_normal((layers_dims[l - 1], layers_dims[l])).astype(np.float32)
        parameters[f"W{l}"] = draws.T * np.float32(np.sqrt(2 / layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1), dtype=np.float32)
    return parameters


@right("scaled in place, biases as a product with zero")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random.mtrand._rand if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        W = rng.standard_normal(size=(layers_dims[l], layers_dims[l - 1]))
        W *= np.exp(0.5 * (np.log(2) - np.log(layers_dims[l - 1])))
        parameters[f"W{l}"], parameters[f"b{l}"] = W, 0.0 * W[:, :1]
    return parameters


wrong(
    "follows `rng` only in one known state",
    hint="draw from `rng` in every call, so that a run can be repeated",
    change={
        "rng = np": "r = np",
        "parameters = {}": (
            "if rng is not None and rng.bit_generator.state != "
            "np.random.default_rng(8).bit_generator.state:\n"
            "        r = np.random.default_rng()\n"
            "    parameters = {}"
        ),
        "rng.standard_normal": "r.standard_normal",
    },
)


wrong(
    "not scaled",
    hint="multiply by the root of 2 / n, with n the number of inputs of the layer",
    change={" * np.sqrt(2 / n_in)": ""},
)
