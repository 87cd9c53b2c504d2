"""Wrong and unusual solutions of `initialize_parameters_zeros`, in source/week1/initialization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "weights transposed",
    hint="Wl has a row for each of its n_l units",
    change={"(n_out, n_in)": "(n_in, n_out)"},
)
wrong(
    "last layer missing",
    hint="layers are numbered from 1 to L, the output included",
    change={"len(layers_dims)": "len(layers_dims) - 1"},
)
wrong(
    "layers counted from 0",
    hint="the first layer with weights is layer 1",
    change={
        "1, len(layers_dims)": "len(layers_dims) - 1",
        "(n_out, n_in)": "(layers_dims[l + 1], n_out)",
        "(n_out, 1)": "(layers_dims[l + 1], 1)",
    },
)
wrong("biases with one dimension", hint="a bias is a column: (n_l, 1)", change={"(n_out, 1)": "n_out"})
wrong("biases as rows", hint="a bias is a column: (n_l, 1)", change={"(n_out, 1)": "(1, n_out)"})
wrong(
    "integers",
    hint="training adds fractions: use floats",
    change={"(n_out, n_in)": "(n_out, n_in), dtype=int", "(n_out, 1)": "(n_out, 1), dtype=int"},
)


@wrong("two layers, whatever the list says", hint="use the length of layers_dims")
def initialize_parameters_zeros(layers_dims):
    n_x, n_h, n_y = layers_dims[0], layers_dims[1], layers_dims[-1]
    return {
        "W1": np.zeros((n_h, n_x)),
        "b1": np.zeros((n_h, 1)),
        "W2": np.zeros((n_y, n_h)),
        "b2": np.zeros((n_y, 1)),
    }


@wrong("one array for equal shapes", hint="changing W3 in place would change W2: make a new array")
def initialize_parameters_zeros(layers_dims):
    made, parameters = {}, {}
    for l in range(1, len(layers_dims)):
        for name, shape in (("W", (layers_dims[l], layers_dims[l - 1])), ("b", (layers_dims[l], 1))):
            parameters[f"{name}{l}"] = made.setdefault((name, shape), np.zeros(shape))
    return parameters


wrong(
    "ones",
    hint="start from np.zeros(shape), and add nothing",
    change={"zeros((n_out, n_in))": "ones((n_out, n_in))", "zeros((n_out, 1))": "ones((n_out, 1))"},
)


@wrong("layers of one unit left out", hint="a layer of one unit has parameters, too")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        if layers_dims[l] > 1 or l == len(layers_dims) - 1:
            parameters[f"W{l}"] = np.zeros((layers_dims[l], layers_dims[l - 1]))
            parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("empties the list it was given", hint="the caller needs layers_dims: do not change it")
def initialize_parameters_zeros(layers_dims):
    parameters, l, n_in = {}, 1, layers_dims.pop(0)
    while layers_dims:
        n_out = layers_dims.pop(0)
        parameters[f"W{l}"] = np.zeros((n_out, n_in))
        parameters[f"b{l}"] = np.zeros((n_out, 1))
        l, n_in = l + 1, n_out
    return parameters


wrong("returns nothing", hint="end with `return parameters`", change={"    return parameters\n": ""})
wrong(
    "lists in place of arrays",
    hint="make arrays with np.zeros",
    change={
        "np.zeros((n_out, n_in))": "[[0.0] * n_in for _ in range(n_out)]",
        "np.zeros((n_out, 1))": "[[0.0]] * n_out",
    },
)
wrong("an extra entry", hint="exactly W1, b1, ..., WL, bL", change={"{}": '{"L": len(layers_dims) - 1}'})


@wrong("the dict kept for the next call", hint="make new arrays in every call")
def initialize_parameters_zeros(layers_dims, known={}):  # noqa: B006
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        if f"W{l}" not in known or known[f"W{l}"].shape != shape:
            known[f"W{l}"] = np.zeros(shape)
            known[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return {f"{kind}{l}": known[f"{kind}{l}"] for l in range(1, len(layers_dims)) for kind in "Wb"}


@wrong("names of one digit", hint="ten layers and more have names of two digits, such as W10")
def initialize_parameters_zeros(layers_dims):
    names = [f"W{l}" for l in range(1, len(layers_dims))]
    parameters = {}
    for name in names:
        l = int(name[1])
        parameters[name] = np.zeros((layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{name[1:]}"] = np.zeros((layers_dims[l], 1))
    return parameters


@right("dict comprehensions, biases first")
def initialize_parameters_zeros(layers_dims):
    biases = {f"b{l}": np.zeros((n, 1)) for l, n in enumerate(layers_dims) if l > 0}
    pairs = enumerate(zip(layers_dims, layers_dims[1:], strict=False), start=1)
    return biases | {f"W{l}": np.zeros((n_out, n_in)) for l, (n_in, n_out) in pairs}


@right("float32, and a nested helper function")
def initialize_parameters_zeros(layers_dims):
    def column(n):
        return np.full((n, 1), 0, dtype=np.float32)

    parameters = {}
    for l in range(len(layers_dims) - 1):
        shape = (layers_dims[l + 1], layers_dims[l])
        parameters["W" + str(l + 1)] = np.zeros(shape, dtype=np.float32)
        parameters["b" + str(l + 1)] = column(layers_dims[l + 1])
    return parameters


@right("zeros_like and an outer product")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    columns = [np.ones((n, 1)) for n in layers_dims]
    for l in range(len(layers_dims) - 1, 0, -1):
        parameters[f"W{l}"] = 0.0 * columns[l] @ columns[l - 1].T
        parameters[f"b{l}"] = np.zeros_like(columns[l])
    return parameters


@right("old-style formatting, keys sorted")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters["W%d" % l] = np.zeros(shape=[layers_dims[l], layers_dims[l - 1]])
        parameters["b%d" % l] = np.zeros(shape=[layers_dims[l], 1])
    return dict(sorted(parameters.items()))


wrong(
    "nearly zero",
    hint="start from np.zeros(shape), and add nothing",
    change={"zeros((n_out, n_in))": "full((n_out, n_in), 1e-13)"},
)
