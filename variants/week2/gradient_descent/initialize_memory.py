"""Wrong and unusual solutions of `initialize_memory`, in source/week2/gradient_descent.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong("names of the parameters as keys", hint="the keys are dW1, db1, ...", change={'f"d{name}"': "name"})
wrong("keys with a v in front", hint="the keys are dW1, db1, ...", change={'f"d{name}"': 'f"vd{name}"'})
wrong(
    "last layer missing",
    hint="all L layers have averages",
    change={"parameters.items()": "list(parameters.items())[:-2]"},
)
wrong(
    "weights only",
    hint="biases have averages, too",
    change={'memory[f"d{name}"]': 'if name[0] == "W":\n            memory[f"d{name}"]'},
)
wrong("ones", hint="every average starts at zero", change={"np.zeros": "np.ones"})
wrong(
    "biases with one dimension",
    hint="the shapes are those of the parameters: (n_l, 1)",
    change={".shape": '.shape if name[0] == "W" else len(theta)'},
)
wrong("transposed", hint="the shapes are those of the parameters", change={"theta.shape": "theta.T.shape"})
wrong("integers", hint="averages have fractions: use floats", change={".shape": ".shape, dtype=int"})
wrong(
    "one array for equal shapes",
    hint="an array of its own for each",
    change={
        "memory = {}": "made = {}\n    memory = {}",
        "np.zeros(theta.shape)": "made.setdefault(theta.shape, np.zeros(theta.shape))",
    },
)
wrong(
    "copies of the parameters",
    hint="every average starts at zero",
    change={"np.zeros(theta.shape)": "theta.copy()"},
)
wrong(
    "plain numbers",
    hint="arrays in the shapes of the parameters",
    change={
        (
            "memory = {}\n"
            "    for name, theta in parameters.items():\n"
            '        memory[f"d{name}"] = np.zeros(theta.shape)\n'
            "    return memory"
        ): 'return {f"d{name}": 0.0 for name in parameters}'
    },
)
wrong(
    "sets the parameters to zero",
    hint="parameters must not change",
    change={
        "memory = {}": "for theta in parameters.values():\n        theta *= 0\n    memory = {}",
        "np.zeros(theta.shape)": "theta",
    },
)
wrong(
    "layers counted from 0",
    hint="the first layer is layer 1",
    change={
        (
            "memory = {}\n"
            "    for name, theta in parameters.items():\n"
            '        memory[f"d{name}"] = np.zeros(theta.shape)\n'
            "    return memory"
        ): (
            'return {f"d{k}{l}": np.zeros(parameters[f"{k}{l}"].shape) for l in '
            'range(len(parameters) // 2) for k in "Wb" }'
        )
    },
)


@right("zeros_like, layer by layer")
def initialize_memory(parameters):
    start = {}
    for l in range(len(parameters) // 2):
        start["dW" + str(l + 1)] = np.zeros_like(parameters["W" + str(l + 1)])
        start["db" + str(l + 1)] = np.zeros_like(parameters["b" + str(l + 1)])
    return start


@right("zero times the parameters, last first")
def initialize_memory(parameters):
    return {"d%s" % name: 0.0 * parameters[name] for name in reversed(list(parameters))}


@right("float32, all biases first")
def initialize_memory(parameters):
    names = sorted(parameters, key=lambda name: (name[0] == "W", name))
    return {f"d{n}": np.full(np.shape(parameters[n]), 0, dtype=np.float32) for n in names}


@right("shapes from the sizes of the layers")
def initialize_memory(parameters):
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
        "np.zeros(theta.shape)": "kept.setdefault((name, theta.shape), np.zeros(theta.shape))",
    },
)
wrong(
    "layer numbers of one digit",
    hint="there may be more than nine layers: W10 belongs to layer 10",
    change={'f"d{name}"': 'f"d{name[:2]}"'},
)
wrong(
    "nearly zero",
    hint="every average starts at zero",
    change={"zeros(theta.shape)": "full(theta.shape, 1e-13)"},
)


wrong(
    "only one layer",
    hint="all L layers have averages",
    change={"return memory": 'return {k: memory[k] for k in ("dW1", "db1")}'},
)
wrong(
    "two dicts",
    hint="return one dict: Adam calls the function twice",
    change={"return memory": "return memory, dict(memory)"},
)
wrong(
    "shapes in place of arrays",
    hint="arrays in the shapes of the parameters",
    change={"np.zeros(theta.shape)": "theta.shape"},
)
