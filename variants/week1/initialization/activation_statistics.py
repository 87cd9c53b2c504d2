"""Wrong and unusual solutions of `activation_statistics`, in source/week1/initialization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "statistics per unit",
    hint="one number per layer: over all units and examples",
    change={'(), "std": A.std()': '(axis=1), "std": A.std(axis=1)'},
)
wrong(
    "zeros counted per entry",
    hint="a unit is dead if it is exactly 0 for every example",
    change={"np.all(A == 0, axis=1)": "A == 0"},
)
wrong(
    "dead for any example",
    hint="a unit is dead if it is exactly 0 for every example",
    change={"np.all": "np.any"},
)
wrong(
    "dead examples in place of dead units",
    hint="units are rows: look along axis 1",
    change={"axis=1": "axis=0"},
)
wrong(
    "dead from a mean below a threshold of its own",
    hint="a unit is dead if it is exactly 0 for every example",
    change={"np.all(A == 0, axis=1)": "A.std(axis=1) < 1e-8"},
)
wrong(
    "output layer included",
    hint="the hidden layers are 1 to L - 1",
    change={"    L = len(parameters) // 2\n": "", "range(1, L)": "range(1, len(parameters) // 2 + 1)"},
)
wrong(
    "last hidden layer only",
    hint="one dict per hidden layer",
    change={
        (
            '.append(\n            {"mean": A.mean(), "std": A.std(), "dead": dead.mean()}\n        )'
        ): ' = [{"mean": A.mean(), "std": A.std(), "dead": dead.mean()}]'
    },
)
wrong(
    "variance in place of the standard deviation",
    hint="take the root of the variance",
    change={"A.std": "A.var"},
)
wrong(
    "divided by the number minus one",
    hint="divide by the number of entries, as np.std does",
    change={"A.std()": "A.std(ddof=1)"},
)
wrong(
    "statistics of Z",
    hint="the activations are those after the ReLU",
    change={'A.mean(), "std": A': 'Z.mean(), "std": Z'},
)
wrong(
    "no ReLU between the layers",
    hint="every hidden layer applies a ReLU",
    change={"A, statistics": "Z, statistics", '[f"W{l}"] @ A': '[f"W{l}"] @ Z'},
)
wrong("biases left out", hint="Z = W A + b", change={' + parameters[f"b{l}"]': ""})
wrong(
    "number of dead units", hint="divide by the number of units: a fraction", change={"dead.mean": "dead.sum"}
)
wrong(
    "fraction of units alive",
    hint="count the units that are dead, not those alive",
    change={"np.all(A == 0": "np.any(A > 0"},
)
wrong(
    "mean over the positive entries",
    hint="the mean of all entries, zeros included",
    change={"A.mean()": "A[A > 0].mean() if np.any(A > 0) else 0.0"},
)


@wrong("changes X", hint="work on a copy of X")
def activation_statistics(X, parameters):
    statistics = []
    X -= 0.0  # harmless
    A = X
    for l in range(1, len(parameters) // 2):
        A = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A[A < 0] = 0
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    X[X < 0] = 0
    return statistics


wrong(
    "dead if Z is negative",
    hint="a Z of 0 gives an activation of 0: look at A, not at Z",
    change={"A == 0": "Z < 0"},
)
wrong(
    "dead if nearly zero",
    hint="a unit is dead if it is exactly 0 for every example",
    change={"A == 0": "np.isclose(A, 0)"},
)
wrong(
    "dead if zero for nearly every example",
    hint="a unit is dead if it is exactly 0 for every example",
    change={"np.all(A == 0, axis=1)": "(A > 0).mean(axis=1) < 0.01"},
)
wrong(
    "names sorted as text",
    hint="layers go by number, W2 before W10, whatever the order of the dict",
    change={
        "    L = len(parameters) // 2\n": "",
        "range(1, L)": '[name[1:] for name in sorted(parameters) if name[0] == "W"][:-1]',
    },
)
wrong(
    "in the order of the dict",
    hint="layers go by number, W2 before W10, whatever the order of the dict",
    change={
        "    L = len(parameters) // 2\n": "",
        "range(1, L)": '[name[1:] for name in parameters if name[0] == "W"][:-1]',
    },
)


wrong("activations capped at 6", hint="a ReLU has no upper limit", change={"maximum(0, Z)": "clip(Z, 0, 6)"})
wrong(
    "tanh in place of the ReLU",
    hint="the hidden layers are ReLU layers, without tanh",
    change={"maximum(0, Z)": "tanh(Z)"},
)


@right("loops over units, Python floats")
def activation_statistics(X, parameters):
    def layer(A, W, b):
        Z = np.einsum("ij,jm->im", W, A) + b
        return Z * (Z > 0)

    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = layer(A, parameters[f"W{l}"], parameters[f"b{l}"])
        dead = sum(1 for unit in A if not unit.any()) / len(A)
        statistics.append({"dead": dead, "mean": float(A.mean()), "std": float(np.std(A))})
    return statistics


@right("a tuple, the deviation from the mean square")
def activation_statistics(X, parameters):
    L = max(int(name[1:]) for name in parameters)
    A, statistics = np.copy(X), ()
    for l in range(1, L):
        A = np.dot(parameters["W" + str(l)], A) + parameters["b" + str(l)]
        A = np.where(A > 0, A, 0)
        mean = A.sum() / A.size
        std = np.sqrt(((A - mean) ** 2).sum() / A.size)
        dead = np.count_nonzero(A.max(axis=1) <= 0) / A.shape[0]
        statistics += ({"mean": mean, "std": std, "dead": dead},)
    return statistics


@right("activations first, statistics afterwards, as zero-dimensional arrays")
def activation_statistics(X, parameters):
    activations, l = [X], 1
    while f"W{l + 1}" in parameters:
        Z = parameters[f"W{l}"].dot(activations[-1]) + parameters[f"b{l}"]
        activations.append((np.abs(Z) + Z) / 2)
        l += 1
    return [
        {
            "mean": np.array(np.mean(A)),
            "std": np.array(np.std(A)),
            "dead": np.array(np.mean(~A.any(axis=1))),
        }
        for A in activations[1:]
    ]


@right("counts who is alive, the deviation from the mean of the squares")
def activation_statistics(X, parameters):
    statistics, A, L = [], X, sum(name.startswith("W") for name in parameters)
    for l in range(1, L):
        A = np.maximum(parameters[f"W{l}"] @ A + parameters[f"b{l}"], 0.0)
        alive = (A > 0).any(axis=1)
        std = np.linalg.norm(A - A.mean()) / np.sqrt(A.size)
        statistics.append(dict(mean=A.mean(), std=std, dead=1 - alive.sum() / alive.size))
    return statistics


wrong(
    "activations limited to 10,000",
    hint="a ReLU has no upper limit",
    change={"maximum(0, Z)": "clip(Z, 0, 10000.0)"},
)


wrong(
    "percentages",
    hint="a fraction goes from 0 to 1; this is a percentage",
    change={"dead.mean()": "100 * dead.mean()"},
)
wrong(
    "first hidden layer left out",
    hint="the first hidden layer is layer 1: append it, too",
    change={"statistics.append": "l > 1 and statistics.append"},
)
wrong(
    "mean of the living units",
    hint="all entries count, those of dead units, too",
    change={"A.mean()": "A[~dead].mean() if np.any(A > 0) else 0.0"},
)
wrong(
    "mean and deviation of the living units",
    hint="all entries count, those of dead units, too",
    change={"A.mean()": "A[~dead].mean()", "A.std()": "A[~dead].std()"},
)
