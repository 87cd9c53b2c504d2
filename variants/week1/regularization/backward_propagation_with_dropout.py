"""Wrong and unusual solutions of `backward_propagation_with_dropout`."""

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
same("all have one column for each example: D2", change={"m = Y.shape[1]": "m = D2.shape[1]"})
same("all have one column for each example: D1", change={"m = Y.shape[1]": "m = D1.shape[1]"})
same("all have one column for each example: A3", change={"m = Y.shape[1]": "m = A3.shape[1]"})
same("all have one column for each example: A2", change={"m = Y.shape[1]": "m = A2.shape[1]"})
same("all have one column for each example: A1", change={"m = Y.shape[1]": "m = A1.shape[1]"})
wrong(
    "plain backward pass",
    hint="mask and scale dA2 and dA1",
    change={"dZ3 * D2 / keep_prob": "dZ3", "dZ2 * D1 / keep_prob": "dZ2"},
)
wrong(
    "scaled but not masked",
    hint="nothing flows back to a unit that was dropped",
    change={" * D2": "", " * D1": ""},
)
wrong(
    "masked but not scaled",
    hint="what was divided by keep_prob is divided on the way back, too",
    change={"D2 / keep_prob": "D2", "D1 / keep_prob": "D1"},
)
wrong("multiplied by keep_prob", hint="divide by keep_prob", change={"* D2 /": "* D2 *", "* D1 /": "* D1 *"})
wrong(
    "scaled twice",
    hint="divide by keep_prob once",
    change={"D2 / keep_prob": "D2 / keep_prob**2", "D1 / keep_prob": "D1 / keep_prob**2"},
)
wrong(
    "keep_prob typed in",
    hint="use the argument keep_prob",
    change={"D2 / keep_prob": "D2 / 0.5", "D1 / keep_prob": "D1 / 0.5"},
)
wrong(
    "divided by the share to drop",
    hint="divide by keep_prob",
    change={
        "D2 / keep_prob": "D2 / (1 - keep_prob + 1e-300)",
        "D1 / keep_prob": "D1 / (1 - keep_prob + 1e-300)",
    },
)
wrong(
    "the other units masked",
    hint="D is 1 where a unit was kept",
    change={"dZ3 * D2": "dZ3 * (1 - D2)", "dZ2 * D1": "dZ2 * (1 - D1)"},
)
wrong(
    "divided by the share that happened to be kept",
    hint="divide by keep_prob itself",
    change={"D2 / keep_prob": "D2 / np.mean(D2)", "D1 / keep_prob": "D1 / np.mean(D1)"},
)
wrong(
    "fresh masks",
    hint="use the masks of the forward pass",
    change={
        "dZ3 * D2": "dZ3 * (np.random.rand(*Z2.shape) < keep_prob)",
        "dZ2 * D1": "dZ2 * (np.random.rand(*Z1.shape) < keep_prob)",
    },
)
wrong("no mask in layer 1", hint="both hidden layers were masked", change={"dZ2 * D1 / keep_prob": "dZ2"})
wrong("no mask in layer 2", hint="both hidden layers were masked", change={"dZ3 * D2 / keep_prob": "dZ3"})
wrong(
    "masks exchanged", hint="D2 belongs to layer 2", change={"dZ3 * D2": "dZ3 * D1", "dZ2 * D1": "dZ2 * D2"}
)
wrong(
    "masked after dW",
    hint="mask dZ before dW and db are computed from it",
    change={
        "dZ3 * D2 / keep_prob": "dZ3",
        "dA1 = W2.T @ dZ2 * D1": "dZ2 = dZ2 * D2",
        "dZ1 = dA1": "dA1 = W2.T @ dZ2\n    dZ1 = dA1",
        "return {": "dZ1 = dZ1 * D1 / keep_prob\n    return {",
    },
)
wrong(
    "masked after db",
    hint="mask dZ before dW and db are computed from it",
    change={"dZ2.sum": "((W3.T @ dZ3) * (Z2 > 0)).sum"},
)
wrong(
    "dA scaled but not masked, dZ through A",
    hint="dA is 0 where the mask is 0",
    change={" * D2": "", "Z2 > 0": "A2 > 0", " * D1": "", "Z1 > 0": "A1 > 0"},
)
wrong(
    "masks on the gradients of the weights",
    hint="the masks belong to the activations",
    change={
        "dZ3 * D2 / keep_prob": "dZ3",
        "dZ2 @ A1.T": "dZ2 @ A1.T * D2.mean(axis=1, keepdims=True) / keep_prob",
        "dZ2 * D1 / keep_prob": "dZ2",
    },
)
wrong("output masked", hint="dZ3 is as ever", change={"(A3 - Y) / m": "(A3 - Y) / m / keep_prob"})
wrong(
    "cache changed",
    hint="the cache is not yours to change: work on copies",
    change={
        "dZ3 = (A3 - Y)": "A2 *= 1 / keep_prob\n    A1 *= 1 / keep_prob\n    dZ3 = (A3 - Y)",
        "dZ3 @ A2.T": "dZ3 @ A2.T * keep_prob",
        "dZ2 @ A1.T": "dZ2 @ A1.T * keep_prob",
    },
)
wrong(
    "never divided by m",
    hint="the gradients are those of a mean",
    change={"m = Y.shape[1]\n    dZ3 = (A3 - Y) / m": "dZ3 = A3 - Y"},
)
wrong(
    "no derivative of the ReLU",
    hint="nothing flows back where Z is negative",
    change={"Z2 > 0": "1.0", "Z1 > 0": "1.0"},
)
wrong(
    "activations scaled again",
    hint="A1 and A2 of the cache are scaled already",
    change={"dZ3 @ A2.T": "dZ3 @ A2.T / keep_prob", "dZ2 @ A1.T": "dZ2 @ A1.T / keep_prob"},
)
wrong(
    "the gradients of the parameters alone",
    hint="return all eleven entries",
    change={
        (
            "{\n"
            '        "dZ3": dZ3, "dW3": dW3, "db3": db3,\n'
            '        "dA2": dA2, "dZ2": dZ2, "dW2": dW2, "db2": db2,\n'
            '        "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1,\n'
            "    }"
        ): '{"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}'
    },
)


@wrong("boolean masks alone", hint="the masks may hold numbers: ~D and an index need booleans")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    grads = {"dZ3": (A3 - Y) / Y.shape[1]}
    for l, W, D, Z in ((2, W3, D2, Z2), (1, W2, D1, Z1)):
        grads[f"dA{l}"] = W.T @ grads[f"dZ{l + 1}"] / keep_prob
        grads[f"dA{l}"][~D] = 0
        grads[f"dZ{l}"] = grads[f"dA{l}"] * (Z > 0)
    for l, A in ((1, X), (2, A1), (3, A2)):
        grads[f"dW{l}"] = grads[f"dZ{l}"] @ A.T
        grads[f"db{l}"] = grads[f"dZ{l}"].sum(axis=1, keepdims=True)
    return grads


@wrong("masks scaled in place", hint="the cache is not yours to change: work on copies")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    grads = {"dZ3": (A3 - Y) / Y.shape[1]}
    for l, W, D, Z in ((2, W3, D2, Z2), (1, W2, D1, Z1)):
        if D.dtype == float:
            D /= keep_prob
        else:
            D = D / keep_prob
        grads[f"dA{l}"] = W.T @ grads[f"dZ{l + 1}"] * D
        grads[f"dZ{l}"] = grads[f"dA{l}"] * (Z > 0)
    for l, A in ((1, X), (2, A1), (3, A2)):
        grads[f"dW{l}"] = grads[f"dZ{l}"] @ A.T
        grads[f"db{l}"] = grads[f"dZ{l}"].sum(axis=1, keepdims=True)
    return grads


@right("the division by m left to dW and db")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    m = X.shape[1]
    (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = 1.0 / m * np.dot(dZ3, A2.T)
    db3 = 1.0 / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dA2 = dA2 * D2
    dA2 = dA2 / keep_prob
    dZ2 = np.multiply(dA2, np.int64(A2 > 0))
    dW2 = 1.0 / m * np.dot(dZ2, A1.T)
    db2 = 1.0 / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dA1 = dA1 * D1
    dA1 = dA1 / keep_prob
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW1 = 1.0 / m * np.dot(dZ1, X.T)
    db1 = 1.0 / m * np.sum(dZ1, axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@right("dA for what the next layer receives, mask and scale on the way to dZ")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * np.where((Z2 > 0) & (D2 == 1), 1 / keep_prob, 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * np.where((Z1 > 0) & (D1 == 1), 1 / keep_prob, 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@right("dropped by index, in a loop over the layers")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, _, Z2, D2, A2, W2, _, _, A3, W3, _ = cache
    m, grads = Y.shape[1], {}
    dZ = np.true_divide(A3 - Y, m)
    layers = [(3, A2, W3, D2, Z2), (2, A1, W2, D1, Z1), (1, X, W1, None, None)]
    for l, A, W, D, Z in layers:
        grads[f"dZ{l}"], grads[f"dW{l}"] = dZ, np.einsum("im,jm->ij", dZ, A)
        grads[f"db{l}"] = dZ @ np.ones((m, 1))
        if l > 1:
            dA = np.matmul(W.T, dZ) / keep_prob
            dA[np.array(D) == 0] = 0.0
            grads[f"dA{l - 1}"] = dA
            dZ = np.where(Z > 0, dA, 0.0)
    return dict(reversed(grads.items()))


@right("boolean masks, one example at a time")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    like = {"W3": W3, "b3": b3, "W2": W2, "b2": b2, "W1": W1, "b1": b1}
    like |= {"Z3": Z3, "A2": A2, "Z2": Z2, "A1": A1, "Z1": Z1}
    grads = {f"d{name}": np.zeros_like(value, dtype=float) for name, value in like.items()}
    for i in range(m):
        d3 = (A3[:, i] - Y[:, i]) / m
        a2 = np.select([np.asarray(D2)[:, i] != 0], [W3.T @ d3 / keep_prob], 0.0)
        d2 = np.heaviside(Z2[:, i], 0.0) * a2
        a1 = np.select([np.asarray(D1)[:, i] != 0], [W2.T @ d2 / keep_prob], 0.0)
        d1 = np.heaviside(Z1[:, i], 0.0) * a1
        for name, d in (("dZ3", d3), ("dA2", a2), ("dZ2", d2), ("dA1", a1), ("dZ1", d1)):
            grads[name][:, i] = d
        for l, d, a in ((3, d3, A2[:, i]), (2, d2, A1[:, i]), (1, d1, X[:, i])):
            grads[f"dW{l}"] += np.outer(d, a)
            grads[f"db{l}"] += d[:, None]
    return grads


wrong(
    "keep_prob at least 0.3",
    hint="use keep_prob as it is, however small",
    change={"m = Y.shape[1]": "m, keep_prob = Y.shape[1], max(keep_prob, 0.3)"},
)
