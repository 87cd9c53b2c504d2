"""Wrong and unusual solutions of `compute_cost_with_regularization`, in source/week1/regularization.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same("both have one column for each example", change={"m = Y.shape[1]": "m = A3.shape[1]"})
wrong(
    "biases penalized, too",
    hint="biases are not part of the penalty",
    change={'parameters[f"W{l}"]': "l", "(1, 2, 3)": "parameters.values()"},
)
wrong("no factor 1/2", hint="the factor is lambd / (2 m)", change={"2 * m": "m"})
wrong("penalty not divided by m", hint="the factor is lambd / (2 m)", change={" * m": ""})
wrong("lambd times the squares", hint="divide the penalty by 2 m", change={" / (2 * m)": ""})
wrong("brackets missing", hint="lambd / 2 * m multiplies by m: use brackets", change={"(2 * m)": "2 * m"})
wrong(
    "norms not squared",
    hint="square the norms",
    change={'sum(parameters[f"W{l}"] ** 2)': 'linalg.norm(parameters[f"W{l}"])'},
)
wrong(
    "sizes in place of squares",
    hint="square the entries: this is the L1 penalty",
    change={'parameters[f"W{l}"] ** 2': 'np.abs(parameters[f"W{l}"])'},
)
wrong(
    "sum squared",
    hint="square every entry, then add",
    change={'(parameters[f"W{l}"] ** 2)': '(parameters[f"W{l}"]) ** 2'},
)
wrong(
    "mean of the squares",
    hint="add the squares, do not average them",
    change={'sum(parameters[f"W{l}"] ** 2)': 'mean(parameters[f"W{l}"] ** 2)'},
)
wrong(
    "spectral norm",
    hint="np.linalg.norm(W, 2) is the largest singular value: add the squares of all entries",
    change={'sum(parameters[f"W{l}"] ** 2)': 'linalg.norm(parameters[f"W{l}"], 2) ** 2'},
)
wrong("last layer missing", hint="the penalty has three terms", change={"(1, 2, 3)": "range(1, 3)"})
wrong(
    "m from the rows of Y",
    hint="divide by m, the number of columns of Y",
    change={"Y.shape[1]": "Y.shape[0]"},
)
wrong("penalty divided by m twice", hint="divide by m once", change={"* squares": "* squares / m"})
wrong("penalty alone", hint="add the penalty to the cross-entropy", change={"entropy + lambd": "lambd"})
wrong(
    "cross-entropy alone",
    hint="add the penalty",
    change={
        '    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))\n': "",
        " + lambd / (2 * m) * squares": "",
    },
)
wrong("penalty subtracted", hint="a penalty makes the cost larger", change={"+ lambd": "- lambd"})
wrong("lambd typed in", hint="use the argument lambd", change={"lambd /": "0.8 /"})
wrong(
    "half of the cross-entropy", hint="add the terms with 1 - Y", change={" + (1 - Y) * np.log(1 - A3)": ""}
)
wrong("sign of the cross-entropy", hint="a cross-entropy is positive", change={"-np.sum": "np.sum"})
wrong(
    "a matrix of one entry",
    hint="return a number: np.squeeze makes one",
    change={
        "np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3))": (
            "(np.dot(Y, np.log(A3).T) + np.dot(1 - Y, np.log(1 - A3).T))"
        )
    },
)
wrong(
    "outputs clipped",
    hint="take log(a): clip nothing, add nothing",
    change={"entropy = -": "A3 = np.clip(A3, 1e-6, 1 - 1e-6)\n    entropy = -"},
)
wrong(
    "something added to the logarithms",
    hint="take log(a): clip nothing, add nothing",
    change={"np.log(A3)": "np.log(A3 + 1e-8)", "1 - A3": "1 - A3 + 1e-8"},
)


@right("Frobenius norms, and np.where")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    likelihood = np.where(Y == 1, A3, 1 - A3)
    penalty = sum(np.linalg.norm(parameters["W" + str(l)]) ** 2 for l in range(1, 4))
    return -np.log(likelihood).mean() + lambd * penalty / Y.shape[1] / 2


@right("weights found by their names, einsum, a zero-dimensional array")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = A3.shape[1]
    weights = [value for name, value in parameters.items() if name.startswith("W")]
    penalty = sum(np.einsum("jk,jk->", W, W) for W in weights)
    entropy = np.dot(Y, -np.log(A3).T) + np.dot(1 - Y, -np.log(1 - A3).T)  # (1, 1)
    return np.squeeze(entropy + lambd * penalty / 2) / m


@right("loops over everything, a Python float")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    import math

    total, m = 0.0, Y.shape[1]
    for i in range(m):
        a = A3[0, i] if Y[0, i] else 1 - A3[0, i]
        total -= math.log(a)
    for l in (3, 2, 1):
        for row in parameters[f"W{l}"]:
            for weight in row:
                total += lambd / 2 * float(weight) ** 2
    return total / m


@right("through the logits, as a float32")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    def squares(W):
        return np.trace(W @ W.T)

    Z3 = np.log(A3) - np.log1p(-A3)
    entropy = np.mean(np.logaddexp(0, Z3) - Y * Z3)
    W1, W2, W3 = parameters["W1"], parameters["W2"], parameters["W3"]
    penalty = (squares(W1) + squares(W2) + squares(W3)) * lambd / (2 * Y.size)
    return np.float32(entropy + penalty)


wrong(
    "clip at 1e-15 in A3 itself",
    hint="take log(a): clip nothing, add nothing",
    change={"m = Y.shape[1]": "np.clip(A3, 1e-15, 1 - 1e-15, out=A3)\n    m = Y.shape[1]"},
)
wrong(
    "weights below 0.01 not counted",
    hint="small weights count, too: add the squares as they are",
    change={
        'squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))': (
            'W = [parameters[f"W{l}"] for l in (1, 2, 3)]\n'
            "    squares = sum(np.sum(np.where(np.abs(w) < 0.01, 0, w) ** 2) for w in W)"
        )
    },
)
