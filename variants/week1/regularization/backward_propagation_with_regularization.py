"""Wrong and unusual solutions of `backward_propagation_with_regularization`."""

import numpy as np

from autograder.variants import right, same, wrong

same("an activation is above 0 where its Z is: layer 2", change={"(Z2 > 0)": "(A2 > 0)"})
same("which slope the ReLU has at 0 itself is not asked for: layer 2", change={"(Z2 > 0)": "(Z2 >= 0)"})
same("an activation is above 0 where its Z is: layer 1", change={"(Z1 > 0)": "(A1 > 0)"})
same("which slope the ReLU has at 0 itself is not asked for: layer 1", change={"(Z1 > 0)": "(Z1 >= 0)"})
same("all have one column for each example: Z3", change={"m = Y.shape[1]": "m = Z3.shape[1]"})
same("all have one column for each example: Z2", change={"m = Y.shape[1]": "m = Z2.shape[1]"})
same("all have one column for each example: Z1", change={"m = Y.shape[1]": "m = Z1.shape[1]"})
same("all have one column for each example: X", change={"m = Y.shape[1]": "m = X.shape[1]"})
same("all have one column for each example: A3", change={"m = Y.shape[1]": "m = A3.shape[1]"})
same("all have one column for each example: A2", change={"m = Y.shape[1]": "m = A2.shape[1]"})
same("all have one column for each example: A1", change={"m = Y.shape[1]": "m = A1.shape[1]"})
wrong(
    "the factor 1/2 left in",
    hint="the term is lambd / m times W: divide by m once, and by nothing else",
    change={
        "lambd / m * W3": "lambd / (2 * m) * W3",
        "lambd / m * W2": "lambd / (2 * m) * W2",
        "lambd / m * W1": "lambd / (2 * m) * W1",
    },
)
wrong(
    "penalty not divided by m",
    hint="the term is lambd / m W",
    change={"lambd / m * W3": "lambd * W3", "lambd / m * W2": "lambd * W2", "lambd / m * W1": "lambd * W1"},
)
wrong(
    "penalty divided by m twice",
    hint="the term is lambd / m times W: divide by m once, and by nothing else",
    change={
        "lambd / m * W3": "lambd / m * W3 / m",
        "lambd / m * W2": "lambd / m * W2 / m",
        "lambd / m * W1": "lambd / m * W1 / m",
    },
)
wrong(
    "penalty subtracted",
    hint="the penalty is added",
    change={
        "+ lambd / m * W3": "- lambd / m * W3",
        "+ lambd / m * W2": "- lambd / m * W2",
        "+ lambd / m * W1": "- lambd / m * W1",
    },
)
wrong(
    "size of the weights",
    hint="add W itself, not its size",
    change={
        "lambd / m * W3": "lambd / m * np.abs(W3)",
        "lambd / m * W2": "lambd / m * np.abs(W2)",
        "lambd / m * W1": "lambd / m * np.abs(W1)",
    },
)
wrong(
    "sign of the weights",
    hint="this is the derivative of the L1 penalty",
    change={
        "lambd / m * W3": "lambd / m * np.sign(W3)",
        "lambd / m * W2": "lambd / m * np.sign(W2)",
        "lambd / m * W1": "lambd / m * np.sign(W1)",
    },
)
wrong(
    "sum of the weights",
    hint="add W entry by entry",
    change={
        "lambd / m * W3": "lambd / m * np.sum(W3)",
        "lambd / m * W2": "lambd / m * np.sum(W2)",
        "lambd / m * W1": "lambd / m * np.sum(W1)",
    },
)
wrong(
    "penalty in the last layer alone",
    hint="all three weights have the term",
    change={" + lambd / m * W2": "", " + lambd / m * W1": ""},
)
wrong(
    "no penalty in the first layer", hint="all three weights have the term", change={" + lambd / m * W1": ""}
)
wrong(
    "no penalty at all",
    hint="add lambd / m W to each dW",
    change={" + lambd / m * W3": "", " + lambd / m * W2": "", " + lambd / m * W1": ""},
)
wrong(
    "biases decay, too",
    hint="the penalty does not hold the biases",
    change={
        "dZ3.sum(axis=1, keepdims=True)": "dZ3.sum(axis=1, keepdims=True) + lambd / m * b3",
        "dZ2.sum(axis=1, keepdims=True)": "dZ2.sum(axis=1, keepdims=True) + lambd / m * b2",
        "dZ1.sum(axis=1, keepdims=True)": "dZ1.sum(axis=1, keepdims=True) + lambd / m * b1",
    },
)
wrong(
    "regularized weights carry the gradient back",
    hint="dA comes from W itself",
    change={"W3.T": "(W3 + lambd / m * W3).T", "W2.T": "(W2 + lambd / m * W2).T"},
)
wrong(
    "penalty in dZ",
    hint="add the penalty to dW alone",
    change={"(A3 - Y) / m": "(A3 - Y) / m + lambd / m * np.sum(W3)"},
)
wrong(
    "penalty in dA",
    hint="add the penalty to dW alone",
    change={"W3.T @ dZ3": "W3.T @ dZ3 + lambd / m * np.sum(W3**2)"},
)
wrong("m counts the features", hint="m is the number of columns of Y", change={"Y.shape[1]": "X.shape[0]"})
wrong("never divided by m", hint="the gradients are those of a mean", change={"(A3 - Y) / m": "A3 - Y"})
wrong(
    "m counts all entries of Y",
    hint="m is the number of columns of Y, also with several outputs",
    change={"Y.shape[1]": "Y.size"},
)
wrong("sign of dZ3", hint="the derivative of the cost is A3 - Y, over m", change={"A3 - Y": "Y - A3"})
wrong(
    "biases not divided by m",
    hint="db is a mean, too",
    change={
        "(A3 - Y) / m": "A3 - Y",
        "dZ3 @ A2.T": "dZ3 @ A2.T / m",
        "dZ2 @ A1.T": "dZ2 @ A1.T / m",
        "dZ1 @ X.T": "dZ1 @ X.T / m",
    },
)
wrong(
    "lambd typed in",
    hint="use the argument lambd",
    change={
        "lambd / m * W3": "0.7 / m * W3",
        "lambd / m * W2": "0.7 / m * W2",
        "lambd / m * W1": "0.7 / m * W1",
    },
)
wrong(
    "weights of the next layer", hint="the term of dW1 holds W1", change={"lambd / m * W1": "lambd / m * W2"}
)
wrong(
    "no derivative of the ReLU",
    hint="nothing flows back where Z is negative",
    change={"Z2 > 0": "1.0", "Z1 > 0": "1.0"},
)


@wrong("dW alone", hint="return all eleven entries")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1
    return {"dW1": dW1, "dW2": dW2, "dW3": dW3}


wrong(
    "db without its second dimension",
    hint="db is a column: keepdims=True",
    change={
        "dZ3.sum(axis=1, keepdims=True)": "dZ3.sum(axis=1)",
        "dZ2.sum(axis=1, keepdims=True)": "dZ2.sum(axis=1)",
        "dZ1.sum(axis=1, keepdims=True)": "dZ1.sum(axis=1)",
    },
)
wrong(
    "weights changed in place",
    hint="the cache is not yours to change",
    change={"return {": "W1 *= 1 - lambd / m\n    return {"},
)
wrong(
    "dA after the ReLU",
    hint="dA is before the ReLU: W.T @ dZ",
    change={"T @ dZ3": "T @ dZ3 * (Z2 > 0)", "T @ dZ2": "T @ dZ2 * (Z1 > 0)"},
)


@right("the division by m left to dW and db")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    m = X.shape[1]
    (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd * W3) / m
    db3 = 1.0 / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, np.int64(A2 > 0))
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd * W2) / m
    db2 = 1.0 / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd * W1) / m
    db1 = 1.0 / m * np.sum(dZ1, axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@right("a loop over the layers")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z, A = {l: cache[4 * l - 4] for l in (1, 2, 3)}, {l: cache[4 * l - 3] for l in (1, 2, 3)}
    weights = {l: cache[4 * l - 2] for l in (1, 2, 3)}
    A[0], m, grads = X, Y.shape[1], {}
    grads["dZ3"] = np.true_divide(A[3] - Y, m)
    for l in (3, 2, 1):
        dZ = grads[f"dZ{l}"]
        grads[f"db{l}"] = dZ @ np.ones((m, 1))
        grads[f"dW{l}"] = np.einsum("im,jm->ij", dZ, A[l - 1]) + lambd * weights[l] / m
        if l > 1:
            grads[f"dA{l - 1}"] = np.tensordot(weights[l], dZ, axes=(0, 0))
            grads[f"dZ{l - 1}"] = np.where(Z[l - 1] > 0, grads[f"dA{l - 1}"], 0.0)
    return grads


@right("one example at a time")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    shapes = {"Z3": Z3, "W3": W3, "b3": b3, "A2": A2, "Z2": Z2, "W2": W2, "b2": b2}
    shapes |= {"A1": A1, "Z1": Z1, "W1": W1, "b1": b1}
    grads = {f"d{name}": np.zeros(np.shape(value)) for name, value in shapes.items()}
    for i in range(m):
        d3 = (A3[:, i] - Y[:, i]) / m
        d2 = W3.T @ d3
        grads["dZ3"][:, i], grads["dA2"][:, i] = d3, d2
        d2 = d2 * (Z2[:, i] > 0)
        d1 = W2.T @ d2
        grads["dZ2"][:, i], grads["dA1"][:, i] = d2, d1
        d1 = d1 * (Z1[:, i] > 0)
        grads["dZ1"][:, i] = d1
        for l, d, a in ((3, d3, A2[:, i]), (2, d2, A1[:, i]), (1, d1, X[:, i])):
            grads[f"dW{l}"] += np.outer(d, a)
            grads[f"db{l}"] += d.reshape(-1, 1)
    for l, W in ((1, W1), (2, W2), (3, W3)):
        grads[f"dW{l}"] += lambd / m * W
    return grads


@right("helper functions, copies, masks written into dZ")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]

    def layer(dZ, A, W):
        return np.matmul(dZ, A.T) + np.multiply(lambd, W) / m, np.sum(dZ, 1).reshape(-1, 1)

    def through_relu(dA, Z):
        dZ = np.array(dA, copy=True)
        dZ[Z <= 0] = 0
        return dZ

    dZ3 = np.subtract(A3, Y) * (1 / m)
    dA2 = np.dot(dZ3.T, W3).T
    dZ2 = through_relu(dA2, Z2)
    dA1 = np.dot(dZ2.T, W2).T
    dZ1 = through_relu(dA1, Z1)
    (dW3, db3), (dW2, db2), (dW1, db1) = layer(dZ3, A2, W3), layer(dZ2, A1, W2), layer(dZ1, X, W1)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


wrong(
    "small activations taken for zero, and lambd limited",
    hint="the ReLU has slope 1 for any positive Z, however small",
    change={
        "m = Y.shape[1]": "lambd = min(lambd, 25)\n    m = Y.shape[1]",
        "Z2 > 0": "A2 > 0.001",
        "Z1 > 0": "A1 > 0.001",
    },
)
