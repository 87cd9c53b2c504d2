"""Wrong and unusual solutions of `initialize_rmsprop`, in source/week2/optimization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong("names of the parameters as keys", hint="the keys are dW1, db1, ...", change={'f"d{name}"': "name"})
wrong("keys with a s in front", hint="the keys are dW1, db1, ...", change={'f"d{name}"': 'f"sd{name}"'})
wrong(
    "last layer missing",
    hint="all L layers have averages",
    change={
        '"d{name}": np.zeros(a.shape) for name, a in parameters.items()': (
            '"d{k}{l}": np.zeros(parameters[f"{k}{l}"].shape) for l in range(1, len(parameters) // '
            '2) for k in "Wb" '
        )
    },
)
wrong(
    "weights only",
    hint="biases have averages, too",
    change={
        '"d{name}": np.zeros(a.shape) for name, a in parameters.items()': (
            '"d{n}": np.zeros(theta.shape) for n, theta in parameters.items() if n[0] == "W"'
        )
    },
)
wrong("ones", hint="every average starts at zero", change={"np.zeros": "np.ones"})
wrong(
    "biases with one dimension",
    hint="the shapes are those of the parameters: (n_l, 1)",
    change={"a.shape": 'a.shape if name[0] == "W" else len(a)'},
)
wrong("transposed", hint="the shapes are those of the parameters", change={"a.shape": "a.T.shape"})
wrong("integers", hint="averages have fractions: use floats", change={"a.shape": "a.shape, dtype=int"})
wrong(
    "one array for equal shapes",
    hint="an array of its own for each",
    change={
        "return {": "made = {}\n    return {",
        "np.zeros(a.shape)": "made.setdefault(a.shape, np.zeros(a.shape))",
    },
)
wrong(
    "copies of the parameters", hint="every average starts at zero", change={"np.zeros(a.shape)": "a.copy()"}
)
wrong(
    "plain numbers",
    hint="arrays in the shapes of the parameters",
    change={"np.zeros(a.shape) for name, a in parameters.items()": "0.0 for name in parameters"},
)
wrong(
    "sets the parameters to zero",
    hint="parameters must not change",
    change={
        "return {": "for a in parameters.values():\n        a *= 0\n    return {",
        "np.zeros(a.shape)": "a",
    },
)
wrong(
    "layers counted from 0",
    hint="the first layer is layer 1",
    change={
        '"d{name}": np.zeros(a.shape) for name, a in parameters.items()': (
            '"d{k}{l}": np.zeros(parameters[f"{k}{l}"].shape) for l in range(len(parameters) // 2) '
            'for k in "Wb" '
        )
    },
)


@right("zeros_like, layer by layer")
def initialize_rmsprop(parameters):
    start = {}
    for l in range(len(parameters) // 2):
        start["dW" + str(l + 1)] = np.zeros_like(parameters["W" + str(l + 1)])
        start["db" + str(l + 1)] = np.zeros_like(parameters["b" + str(l + 1)])
    return start


@right("zero times the parameters, last first")
def initialize_rmsprop(parameters):
    return {"d%s" % name: 0.0 * parameters[name] for name in reversed(list(parameters))}


@right("float32, all biases first")
def initialize_rmsprop(parameters):
    names = sorted(parameters, key=lambda name: (name[0] == "W", name))
    return {f"d{n}": np.full(np.shape(parameters[n]), 0, dtype=np.float32) for n in names}


@right("shapes from the sizes of the layers")
def initialize_rmsprop(parameters):
    sizes = [parameters["W1"].shape[1]]
    l = 1
    while f"b{l}" in parameters:
        sizes.append(parameters[f"b{l}"].size)
        l += 1
    start = {f"dW{l}": np.zeros((sizes[l], sizes[l - 1])) for l in range(1, len(sizes))}
    start.update({f"db{l}": np.zeros((sizes[l], 1)) for l in range(1, len(sizes))})
    return start


wrong(
    "arrays kept between calls",
    hint="each call makes new arrays",
    change={
        "(parameters)": "(parameters, kept={})",
        "np.zeros(a.shape)": "kept.setdefault((name, a.shape), np.zeros(a.shape))",
    },
)
wrong(
    "layer numbers of one digit",
    hint="there may be more than nine layers",
    change={'f"d{name}"': '"d" + name[:2]'},
)
wrong("nearly zero", hint="every average starts at zero", change={"zeros(a.shape)": "full(a.shape, 1e-13)"})
