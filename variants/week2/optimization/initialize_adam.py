"""Wrong and unusual solutions of `initialize_adam`, in source/week2/optimization.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same("both hold the same zeros", change={"return v, s": "return s, v"})
wrong(
    "v and s are one dict",
    hint="v and s share arrays: make a new array of zeros for each entry of each",
    change={"return v, s": "return v, v"},
)
wrong(
    "two dicts with the same arrays",
    hint="v and s share arrays: make a new array of zeros for each entry of each",
    change={"return v, s": "return v, dict(v)"},
)
wrong(
    "one array for equal shapes",
    hint="each entry is an array of its own: make new zeros for each",
    change={
        "v, s = {}, {}": "v, s, made = {}, {}, {}",
        'v[f"d{name}"] = np.zeros(theta.shape)': (
            'v[f"d{name}"] = made.setdefault(("v", theta.shape), np.zeros(theta.shape))'
        ),
        's[f"d{name}"] = np.zeros(theta.shape)': (
            's[f"d{name}"] = made.setdefault(("s", theta.shape), np.zeros(theta.shape))'
        ),
    },
)
wrong("only one dict", hint="return (v, s), two dicts", change={"return v, s": "return v"})
wrong("both in one dict", hint="return (v, s), two dicts", change={"return v, s": 'return {"v": v, "s": s}'})
wrong("t returned, too", hint="return (v, s), two dicts", change={"return v, s": "return v, s, 0"})
wrong(
    "empty dicts",
    hint="v and s have an array for each parameter",
    change={
        (
            "v, s = {}, {}\n"
            "    for name, theta in parameters.items():\n"
            '        v[f"d{name}"] = np.zeros(theta.shape)\n'
            '        s[f"d{name}"] = np.zeros(theta.shape)\n'
            "    return v, s"
        ): "return {}, {}"
    },
)
wrong(
    "copies of the parameters in v",
    hint="every average starts at zero",
    change={'v[f"d{name}"] = np.zeros(theta.shape)': 'v[f"d{name}"] = theta.copy()'},
)
wrong(
    "squares of the parameters in s",
    hint="every average starts at zero",
    change={'s[f"d{name}"] = np.zeros(theta.shape)': 's[f"d{name}"] = theta**2'},
)
wrong(
    "s starts at one",
    hint="every average starts at zero",
    change={'s[f"d{name}"] = np.zeros': 's[f"d{name}"] = np.ones'},
)
wrong(
    "names of the parameters as keys",
    hint="the keys are dW1, db1, ...",
    change={'v[f"d{name}"]': "v[name]", 's[f"d{name}"]': "s[name]"},
)
wrong(
    "last layer missing in s",
    hint="all L layers have averages",
    change={"return v, s": "return v, dict(list(s.items())[:-2])"},
)
wrong(
    "weights only",
    hint="biases have averages, too",
    change={"items():": 'items():\n        if name[0] == "b":\n            continue'},
)
wrong(
    "biases with one dimension",
    hint="the shapes are those of the parameters: (n_l, 1)",
    change={"items():": 'items():\n        theta = theta if name[0] == "W" else theta[:, 0]'},
)
wrong(
    "integers",
    hint="averages have fractions: use floats",
    change={
        'v[f"d{name}"] = np.zeros(theta.shape)': 'v[f"d{name}"] = np.zeros(theta.shape, int)',
        's[f"d{name}"] = np.zeros(theta.shape)': 's[f"d{name}"] = np.zeros(theta.shape, int)',
    },
)
wrong(
    "plain numbers in s",
    hint="arrays in the shapes of the parameters",
    change={'s[f"d{name}"] = np.zeros(theta.shape)': 's[f"d{name}"] = 0.0'},
)


@right("zeros_like, layer by layer")
def initialize_adam(parameters):
    v, s = {}, {}
    for l in range(len(parameters) // 2):
        for k in ("W", "b"):
            v["d" + k + str(l + 1)] = np.zeros_like(parameters[k + str(l + 1)])
            s["d" + k + str(l + 1)] = np.zeros_like(parameters[k + str(l + 1)])
    return v, s


@right("one made of a deep copy of the other")
def initialize_adam(parameters):
    import copy

    v = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    return v, copy.deepcopy(v)


@right("a list of two comprehensions, last first")
def initialize_adam(parameters):
    names = list(parameters)[::-1]
    return [{"d" + name: 0.0 * parameters[name] for name in names} for _ in range(2)]


@right("float32, with a helper")
def initialize_adam(parameters):
    def zeros():
        return {"d%s" % n: np.zeros(np.shape(p), dtype=np.float32) for n, p in parameters.items()}

    return zeros(), zeros()


wrong(
    "arrays kept between calls",
    hint="each call makes new arrays",
    change={
        "(parameters)": "(parameters, kept={})",
        "return v, s": (
            "shapes = tuple((name, theta.shape) for name, theta in parameters.items())\n"
            "    return kept.setdefault(shapes, (v, s))"
        ),
    },
)
wrong(
    "layer numbers of one digit",
    hint="there may be more than nine layers: W10 belongs to layer 10",
    change={"items():": "items():\n        name = name[:2]"},
)
wrong(
    "nearly zero",
    hint="every average starts at zero",
    change={
        'v[f"d{name}"] = np.zeros(theta.shape)': 'v[f"d{name}"] = np.full(theta.shape, 1e-13)',
        's[f"d{name}"] = np.zeros(theta.shape)': 's[f"d{name}"] = np.full(theta.shape, 1e-13)',
    },
)
