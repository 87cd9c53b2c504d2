"""Wrong and unusual solutions of the exercises in source/week1/regularization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

# ── compute_cost_with_regularization ────────────────────────────────────────────────────────────────


@wrong("biases penalized, too", hint="biases are not part of the penalty")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameter**2) for parameter in parameters.values())
    return entropy + lambd / (2 * m) * squares


@wrong("no factor 1/2", hint="the factor is lambd / (2 m)")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd / m * squares


@wrong("penalty not divided by m", hint="the factor is lambd / (2 m)")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd / 2 * squares


@wrong("lambd times the squares", hint="the factor is lambd / (2 m)")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd * squares


@wrong("brackets missing", hint="lambd / 2 * m multiplies by m: use brackets")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd / 2 * m * squares


@wrong("norms not squared", hint="square the norms")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.linalg.norm(parameters[f"W{l}"]) for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares


@wrong("sizes in place of squares", hint="square the entries: this is the L1 penalty")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(np.abs(parameters[f"W{l}"])) for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares


@wrong("sum squared", hint="square every entry, then add")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"]) ** 2 for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares


@wrong("mean of the squares", hint="add the squares, do not average them")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.mean(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares


@wrong(
    "spectral norm", hint="np.linalg.norm(W, 2) is the largest singular value: add the squares of all entries"
)
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.linalg.norm(parameters[f"W{l}"], 2) ** 2 for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares


@wrong("last layer missing", hint="the penalty has three terms")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in range(1, 3))
    return entropy + lambd / (2 * m) * squares


@wrong("m from the rows of Y", hint="m is the number of columns of Y")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[0]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares


@wrong("penalty divided by m twice", hint="divide by m once")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares / m


@wrong("penalty alone", hint="add the penalty to the cross-entropy")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return lambd / (2 * m) * squares


@wrong("cross-entropy alone", hint="add the penalty")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    return entropy


@wrong("penalty subtracted", hint="a penalty makes the cost larger")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy - lambd / (2 * m) * squares


@wrong("lambd typed in", hint="use the argument lambd")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + 0.8 / (2 * m) * squares


@wrong("half of the cross-entropy", hint="add the terms with 1 - Y")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares


@wrong("sign of the cross-entropy", hint="a cross-entropy is positive")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares


@wrong("a matrix of one entry", hint="return a number: np.squeeze makes one")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -(np.dot(Y, np.log(A3).T) + np.dot(1 - Y, np.log(1 - A3).T)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares


@wrong("outputs clipped", hint="take log(a): clip nothing, add nothing")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    A3 = np.clip(A3, 1e-6, 1 - 1e-6)
    entropy = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares


@wrong("something added to the logarithms", hint="take log(a): clip nothing, add nothing")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    entropy = -np.sum(Y * np.log(A3 + 1e-8) + (1 - Y) * np.log(1 - A3 + 1e-8)) / m
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))
    return entropy + lambd / (2 * m) * squares


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


# ── backward_propagation_with_regularization ────────────────────────────────────────────────────────


@wrong("the factor 1/2 left in", hint="deriving the square takes the factor 1/2 away")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / (2 * m) * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / (2 * m) * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / (2 * m) * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("penalty not divided by m", hint="the term is lambd / m W")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("penalty divided by m twice", hint="divide lambd W by m once")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3 / m
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2 / m
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1 / m
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("penalty subtracted", hint="the penalty is added")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T - lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T - lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T - lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("size of the weights", hint="add W itself, not its size")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * np.abs(W3)
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * np.abs(W2)
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * np.abs(W1)
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("sign of the weights", hint="this is the derivative of the L1 penalty")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * np.sign(W3)
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * np.sign(W2)
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * np.sign(W1)
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("sum of the weights", hint="add W entry by entry")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * np.sum(W3)
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * np.sum(W2)
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * np.sum(W1)
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("penalty in the last layer alone", hint="all three weights have the term")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("no penalty in the first layer", hint="all three weights have the term")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("no penalty at all", hint="add lambd / m W to each dW")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("biases decay, too", hint="the penalty does not hold the biases")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True) + lambd / m * b3
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True) + lambd / m * b2
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True) + lambd / m * b1
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("regularized weights carry the gradient back", hint="dA comes from W itself")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = (W3 + lambd / m * W3).T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = (W2 + lambd / m * W2).T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("penalty in dZ", hint="add the penalty to dW alone")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m + lambd / m * np.sum(W3)
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("penalty in dA", hint="add the penalty to dW alone")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 + lambd / m * np.sum(W3**2)
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("m counts the features", hint="m is the number of columns")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = X.shape[0]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("never divided by m", hint="the gradients are those of a mean")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = A3 - Y
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("m counts all entries of Y", hint="m is the number of columns, also with several outputs")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.size
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("sign of dZ3", hint="the derivative of the cost is A3 - Y, over m")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (Y - A3) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("biases not divided by m", hint="db is a mean, too")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = A3 - Y
    dW3 = dZ3 @ A2.T / m + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T / m + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T / m + lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("lambd typed in", hint="use the argument lambd")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + 0.7 / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + 0.7 / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + 0.7 / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("weights of the next layer", hint="the term of dW1 holds W1")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W2
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("no derivative of the ReLU", hint="nothing flows back where Z is negative")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = 1.0 * dA2
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = 1.0 * dA1
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
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


@wrong("db without its second dimension", hint="db is a column: keepdims=True")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(axis=1)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("weights changed in place", hint="the cache is not yours to change")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(axis=1, keepdims=True)
    W1 *= 1 - lambd / m
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("dA after the ReLU", hint="dA is before the ReLU: W.T @ dZ")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    grads = {"dZ3": (A3 - Y) / m}
    grads["dA2"] = W3.T @ grads["dZ3"] * (Z2 > 0)
    grads["dZ2"] = grads["dA2"].copy()
    grads["dA1"] = W2.T @ grads["dZ2"] * (Z1 > 0)
    grads["dZ1"] = grads["dA1"].copy()
    for l, W, A in ((1, W1, X), (2, W2, A1), (3, W3, A2)):
        grads[f"dW{l}"] = grads[f"dZ{l}"] @ A.T + lambd / m * W
        grads[f"db{l}"] = grads[f"dZ{l}"].sum(axis=1, keepdims=True)
    return grads


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


# ── forward_propagation_with_dropout ────────────────────────────────────────────────────────────────


@wrong("not scaled", hint="divide what is kept by keep_prob")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("multiplied by keep_prob", hint="divide by keep_prob")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 * keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 * keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("divided by the share to drop", hint="divide by keep_prob")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / (1 - keep_prob + 1e-300)
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / (1 - keep_prob + 1e-300)
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("divided twice", hint="divide by keep_prob once")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("divided by the share that happens to be kept", hint="divide by keep_prob itself")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / np.mean(D1)
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / np.mean(D2)
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("no ReLU", hint="apply the ReLU first")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = Z1 * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = Z2 * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("mask drawn but not applied", hint="multiply by the mask")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("keeps what it should drop", hint="D is 1 with probability keep_prob: use <")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) > keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) > keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("normal random numbers", hint="np.random.rand is uniform, randn is normal")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.randn(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.randn(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("keep_prob typed in for the mask", hint="use the argument keep_prob")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < 0.5
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < 0.5
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("one draw per unit", hint="draw for every unit and every example")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(Z1.shape[0], 1) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(Z2.shape[0], 1) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("one draw per example", hint="draw for every unit and every example")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(1, Z1.shape[1]) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(1, Z2.shape[1]) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("one draw per unit, repeated", hint="draw for every unit and every example")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.repeat(np.random.rand(Z1.shape[0], 1) < keep_prob, Z1.shape[1], axis=1)
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.repeat(np.random.rand(Z2.shape[0], 1) < keep_prob, Z2.shape[1], axis=1)
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("one draw per example, repeated", hint="draw for every unit and every example")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.tile(np.random.rand(1, Z1.shape[1]) < keep_prob, (Z1.shape[0], 1))
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.tile(np.random.rand(1, Z2.shape[1]) < keep_prob, (Z2.shape[0], 1))
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("a fixed number of ones", hint="draw every entry on its own: the number kept varies")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.permutation(Z1.size).reshape(Z1.shape) < keep_prob * Z1.size
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.permutation(Z2.size).reshape(Z2.shape) < keep_prob * Z2.size
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("a fixed number of units per example", hint="draw every entry on its own: the number kept varies")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.argsort(np.random.rand(*Z1.shape), axis=0) < round(keep_prob * Z1.shape[0])
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.argsort(np.random.rand(*Z2.shape), axis=0) < round(keep_prob * Z2.shape[0])
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("the same mask for both layers", hint="draw a mask for each layer")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    same = np.random.rand(max(len(W1), len(W2)), X.shape[1]) < keep_prob
    D1 = same[: len(W1)]
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = same[: len(W2)]
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("the second layer without dropout", hint="both hidden layers have dropout")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.ones(Z2.shape)
    A2 = np.maximum(0, Z2)
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("output masked", hint="the output is kept whole")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    A3 = A3 * (np.random.rand(*A3.shape) < keep_prob) / keep_prob
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("inputs masked", hint="X is kept whole")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    X = X * (np.random.rand(*X.shape) < keep_prob) / keep_prob
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("activations cached before the mask", hint="the cache holds what the next layer receives")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    H1 = np.maximum(0, Z1)
    A1 = H1 * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, H1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("random numbers cached in place of the mask", hint="compare them with keep_prob")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape)
    A1 = np.maximum(0, Z1) * np.less(D1, keep_prob) / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape)
    A2 = np.maximum(0, Z2) * np.less(D2, keep_prob) / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("mask of the dropped units cached", hint="D is 1 where a unit is kept")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, ~D1, A1, W1, b1, Z2, ~D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("scaled masks cached", hint="D holds zeros and ones")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = (np.random.rand(*Z1.shape) < keep_prob) / keep_prob
    A1 = np.maximum(0, Z1) * D1
    Z2 = W2 @ A1 + b2
    D2 = (np.random.rand(*Z2.shape) < keep_prob) / keep_prob
    A2 = np.maximum(0, Z2) * D2
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("a seed inside", hint="two calls must draw two masks")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    np.random.seed(1)
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("a new generator with a seed", hint="two calls must draw two masks")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    rng = np.random.default_rng(0)
    Z1 = W1 @ X + b1
    D1 = rng.random(Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = rng.random(Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("a seed for each layer", hint="the masks of both layers must be independent")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    seed = np.random.randint(10**6)
    Z1 = W1 @ X + b1
    D1 = np.random.default_rng(seed).random(Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.default_rng(seed).random(Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("keep_prob ignored", hint="use the argument keep_prob")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    keep_prob = 0.5
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("another default", hint="keep_prob is 0.5 if it is not given")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.8):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("no masks in the cache", hint="the cache has 14 entries")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("masks last in the cache", hint="keep the order Z, D, A, W, b")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3, D1, D2)


@wrong("parameters scaled in place", hint="the parameters are not yours to change")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    W2 *= 1.0 / keep_prob
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("cache alone", hint="return A3 and the cache")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("neighbouring examples share a mask", hint="has columns that are equal")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = (np.random.rand(*Z1.shape) < keep_prob)[:, np.arange(Z1.shape[1]) // 2]
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = (np.random.rand(*Z2.shape) < keep_prob)[:, np.arange(Z2.shape[1]) // 2]
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("one of ten seeds", hint="comes again, the same")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    np.random.seed(np.random.randint(10))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("the second mask is the first, shuffled, where it fits", hint="draw new numbers for the second layer")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.rand(*Z1.shape) < keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.permutation(D1) if D1.shape == Z2.shape else np.random.rand(*Z2.shape) < keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("whole tenths", hint="should keep 25%")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.randint(0, 10, Z1.shape) < 10 * keep_prob
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.randint(0, 10, Z2.shape) < 10 * keep_prob
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("no dropout for a single example", hint="should keep 30%")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = (np.random.rand(*Z1.shape) < keep_prob) | (Z1.shape[1] == 1)
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = (np.random.rand(*Z2.shape) < keep_prob) | (Z2.shape[1] == 1)
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("no dropout in small layers", hint="should keep 30%")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = (np.random.rand(*Z1.shape) < keep_prob) | (len(Z1) <= 3)
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = (np.random.rand(*Z2.shape) < keep_prob) | (len(Z2) <= 3)
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@wrong("one unit is always kept", hint="should keep 30%")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    def mask(shape):
        D = np.random.rand(*shape) < keep_prob
        none_left = ~D.any(axis=0)
        D[np.random.randint(shape[0], size=shape[1])[none_left], np.flatnonzero(none_left)] = True
        return D

    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = mask(Z1.shape)
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = mask(Z2.shape)
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@right("less or equal, as integers")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]
    Z1 = np.dot(W1, X) + b1
    A1 = np.maximum(0, Z1)
    D1 = np.random.rand(A1.shape[0], A1.shape[1])
    D1 = np.less_equal(D1, keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    Z2 = np.dot(W2, A1) + b2
    A2 = np.maximum(0, Z2)
    D2 = np.random.rand(A2.shape[0], A2.shape[1])
    D2 = np.less_equal(D2, keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    Z3 = np.dot(W3, A2) + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@right("greater than 1 - keep_prob, dropped by index, a list as the cache")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.random_sample(Z1.shape) > 1 - keep_prob
    A1 = np.maximum(0, Z1) / keep_prob
    A1[np.logical_not(D1)] = 0.0
    Z2 = W2 @ A1 + b2
    D2 = np.random.random_sample(Z2.shape) > 1 - keep_prob
    A2 = np.maximum(0, Z2) / keep_prob
    A2[np.logical_not(D2)] = 0.0
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, [Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3]


@right("binomial draws")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.binomial(1, keep_prob, size=Z1.shape)
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.binomial(1, keep_prob, size=Z2.shape)
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@right("float masks of a generator of its own")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    rng = np.random.default_rng()
    Z1 = W1 @ X + b1
    D1 = np.floor(rng.random(Z1.shape) + keep_prob).clip(0, 1)
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.floor(rng.random(Z2.shape) + keep_prob).clip(0, 1)
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@right("lists of rows as masks")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = (np.random.rand(*Z1.shape) < keep_prob).tolist()
    A1 = np.maximum(0, Z1) * np.array(D1) / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = (np.random.rand(*Z2.shape) < keep_prob).tolist()
    A2 = np.maximum(0, Z2) * np.array(D2) / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@right("choice with probabilities, before the ReLU")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.choice([0.0, 1.0], size=Z1.shape, p=[1 - keep_prob, keep_prob])
    A1 = np.maximum(0, Z1 * D1 / keep_prob)
    Z2 = W2 @ A1 + b2
    D2 = np.random.choice([0.0, 1.0], size=Z2.shape, p=[1 - keep_prob, keep_prob])
    A2 = np.maximum(0, Z2 * D2 / keep_prob)
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@right("a generator that lives on from call to call")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=np.random.RandomState()):  # noqa: B008
    def dropped(Z):
        D = np.array([[rng.random_sample() < keep_prob for _ in row] for row in Z])
        return D, np.where(D & (Z > 0), Z / keep_prob, 0)

    cache, A = (), X
    for l in (1, 2):
        Z = np.einsum("ij,jm->im", parameters[f"W{l}"], A) + parameters[f"b{l}"]
        D, A = dropped(Z)
        cache += (Z, D, A, parameters[f"W{l}"], parameters[f"b{l}"])
    Z = parameters["W3"] @ A + parameters["b3"]
    A = np.exp(-np.logaddexp(0, -Z))
    return A, cache + (Z, A, parameters["W3"], parameters["b3"])


@right("float32, both masks from one draw")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    p = np.float32(keep_prob)
    n1, m = len(W1), X.shape[1]
    draw = np.random.rand(n1 + len(W2), m) < keep_prob
    Z1 = (W1 @ X + b1).astype(np.float32)
    D1 = draw[:n1].astype(np.float32)
    A1 = np.maximum(0, Z1) * D1 / p
    Z2 = (W2.astype(np.float32) @ A1 + b2).astype(np.float32)
    D2 = draw[n1:].astype(np.float32)
    A2 = np.maximum(0, Z2) * D2 / p
    Z3 = (W3.astype(np.float32) @ A2 + b3).astype(np.float32)
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# ── backward_propagation_with_dropout ───────────────────────────────────────────────────────────────


@wrong("plain backward pass", hint="mask and scale dA2 and dA1")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("scaled but not masked", hint="nothing flows back to a unit that was dropped")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("masked but not scaled", hint="what was divided by keep_prob is divided on the way back, too")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("multiplied by keep_prob", hint="divide by keep_prob")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 * keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 * keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("scaled twice", hint="divide by keep_prob once")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / keep_prob**2
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / keep_prob**2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("keep_prob typed in", hint="use the argument keep_prob")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / 0.5
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / 0.5
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("divided by the share to drop", hint="divide by keep_prob")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / (1 - keep_prob + 1e-300)
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / (1 - keep_prob + 1e-300)
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("the other units masked", hint="D is 1 where a unit was kept")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * (1 - D2) / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * (1 - D1) / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("divided by the share that happened to be kept", hint="divide by keep_prob itself")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / np.mean(D2)
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / np.mean(D1)
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("fresh masks", hint="use the masks of the forward pass")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * (np.random.rand(*Z2.shape) < keep_prob) / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * (np.random.rand(*Z1.shape) < keep_prob) / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("no mask in layer 1", hint="both hidden layers were masked")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("no mask in layer 2", hint="both hidden layers were masked")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("masks exchanged", hint="D2 belongs to layer 2")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D1 / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D2 / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("masked after dW", hint="mask dZ before dW and db are computed from it")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dZ2 = dZ2 * D2 / keep_prob
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    dZ1 = dZ1 * D1 / keep_prob
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("masked after db", hint="mask dZ before dW and db are computed from it")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = np.sum((W3.T @ dZ3) * (Z2 > 0), axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("dA scaled but not masked, dZ through A", hint="dA is 0 where the mask is 0")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 / keep_prob
    dZ2 = dA2 * (A2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 / keep_prob
    dZ1 = dA1 * (A1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("masks on the gradients of the weights", hint="the masks belong to the activations")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T * D2.mean(axis=1, keepdims=True) / keep_prob
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("output masked", hint="dZ3 is as ever")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m / keep_prob
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("cache changed", hint="the cache is not yours to change")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    A2 *= 1 / keep_prob
    A1 *= 1 / keep_prob
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T * keep_prob
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T * keep_prob
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("never divided by m", hint="the gradients are those of a mean")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    dZ3 = A3 - Y
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("no derivative of the ReLU", hint="nothing flows back where Z is negative")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / keep_prob
    dZ2 = 1.0 * dA2
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / keep_prob
    dZ1 = 1.0 * dA1
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("activations scaled again", hint="A1 and A2 of the cache are scaled already")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T / keep_prob
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T / keep_prob
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("the gradients of the parameters alone", hint="return all eleven entries")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = W3.T @ dZ3 * D2 / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2.T @ dZ2 * D1 / keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("boolean masks alone", hint="TypeError")
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


@wrong("masks scaled in place", hint="changes its argument")
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


# ── early_stopping ──────────────────────────────────────────────────────────────────────────────────


@wrong("last epoch in place of the best", hint="return the best epoch first")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience:
            break
    return epoch, epoch


@wrong("the best loss", hint="return the epoch, not its loss")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience:
            break
    return best_loss, epoch


@wrong("the wrong way round", hint="best_epoch comes first")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience:
            break
    return epoch, best_epoch


@wrong("counted from 1", hint="epochs are counted from 0")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience:
            break
    return best_epoch + 1, epoch + 1


@wrong("one epoch too late", hint="stop when the best is `patience` epochs ago")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch > patience:
            break
    return best_epoch, epoch


@wrong("one epoch too early", hint="wait for `patience` epochs")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience - 1:
            break
    return best_epoch, epoch


@wrong("a tie is better", hint="equal is not smaller")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss <= best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience:
            break
    return best_epoch, epoch


@wrong("compares with the epoch before", hint="compare with the best so far")
def early_stopping(dev_losses, patience):
    best_epoch, waited = 0, 0
    for epoch in range(1, len(dev_losses)):
        if dev_losses[epoch] < dev_losses[epoch - 1]:
            best_epoch, waited = epoch, 0
        else:
            waited += 1
            if waited >= patience:
                return best_epoch, epoch
    return best_epoch, len(dev_losses) - 1


@wrong("the largest loss", hint="a smaller loss is better")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, -float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss > best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience:
            break
    return best_epoch, epoch


@wrong("never stops", hint="stop after `patience` epochs without a new best")
def early_stopping(dev_losses, patience):
    return int(np.nanargmin(dev_losses)), len(dev_losses) - 1


@wrong("the best of all, also after the stop", hint="what comes after the stop is never known")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience:
            break
    return int(np.nanargmin(dev_losses)), epoch


@wrong("all bad epochs counted together", hint="a new best starts the count again")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss, bad = 0, float("inf"), 0
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        else:
            bad += 1
            if bad >= patience:
                break
    return best_epoch, epoch


@wrong("NaN is best", hint="NaN is never best")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if not loss >= best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience:
            break
    return best_epoch, epoch


@wrong("starts from the first loss, be it NaN", hint="NaN is never best")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, dev_losses[0]
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience:
            break
    return best_epoch, epoch


@wrong("stops at a NaN", hint="a NaN is an epoch without a new best, no more")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience or loss != loss:
            break
    return best_epoch, epoch


@wrong("NaN is not counted", hint="a NaN is an epoch, too")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss, waited = 0, float("inf"), 0
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss, waited = epoch, loss, 0
        elif loss == loss:
            waited += 1
            if waited >= patience:
                break
    return best_epoch, epoch


@wrong("stop forgotten when nothing stops it", hint="return the last epoch then")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= patience:
            return best_epoch, epoch
    return best_epoch, best_epoch + patience


@wrong("patience typed in", hint="use the argument patience")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif epoch - best_epoch >= 2:
            break
    return best_epoch, epoch


@wrong("a least improvement", hint="smaller is smaller")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = None, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss - 1e-4:
            best_epoch, best_loss = epoch, loss
        elif best_epoch is not None and epoch - best_epoch >= patience:
            break
    return best_epoch, epoch


@wrong("nearly equal is equal", hint="smaller is smaller")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = None, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss and not np.isclose(loss, best_loss):
            best_epoch, best_loss = epoch, loss
        elif best_epoch is not None and epoch - best_epoch >= patience:
            break
    return best_epoch, epoch


@wrong("waits for a first best", hint="as long as there is no best, nothing stops")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = 0, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif best_epoch is not None and epoch - best_epoch >= patience:
            break
    return best_epoch, epoch


@wrong("floats", hint="is no integer")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = None, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif best_epoch is not None and epoch - best_epoch >= patience:
            break
    return float(best_epoch), float(epoch)


@wrong("an array", hint="should be 2 values")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = None, float("inf")
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif best_epoch is not None and epoch - best_epoch >= patience:
            break
    return np.array([best_epoch, epoch])


@wrong("starts from a large number", hint="early_stopping")
def early_stopping(dev_losses, patience):
    best_epoch, best_loss = None, 1e9
    for epoch, loss in enumerate(dev_losses):
        if loss < best_loss:
            best_epoch, best_loss = epoch, loss
        elif best_epoch is not None and epoch - best_epoch >= patience:
            break
    return best_epoch, epoch


@right("a while loop and a counter, a list")
def early_stopping(dev_losses, patience):
    best, waited, epoch = 0, 0, 0
    while epoch + 1 < len(dev_losses) and waited < patience:
        epoch += 1
        worse_than_nothing = dev_losses[best] != dev_losses[best]
        if dev_losses[epoch] < dev_losses[best] or (
            worse_than_nothing and dev_losses[epoch] == dev_losses[epoch]
        ):
            best, waited = epoch, 0
        elif not worse_than_nothing:
            waited += 1
    return [best, epoch]


@right("the smallest of what is known, epoch by epoch, as NumPy integers")
def early_stopping(dev_losses, patience):
    losses = np.nan_to_num(np.array(dev_losses, dtype=float), nan=np.inf)
    for stop in range(losses.size):
        best = np.argmin(losses[: stop + 1])
        if losses[best] < np.inf and stop - best >= patience:
            return best, np.int64(stop)
    return best, np.int64(losses.size - 1)


@right("running minima, without a loop over epochs")
def early_stopping(dev_losses, patience):
    losses = np.where(np.isnan(dev_losses), np.inf, dev_losses)
    before = np.concatenate([[np.inf], np.minimum.accumulate(losses)[:-1]])
    is_best = losses < before
    last_best = np.maximum.accumulate(np.where(is_best, np.arange(losses.size), 0))
    late = np.flatnonzero((np.arange(losses.size) - last_best >= patience) & (losses[last_best] < np.inf))
    stop = int(late[0]) if late.size else losses.size - 1
    return int(last_best[stop]), stop


@right("recursion over the waiting time")
def early_stopping(dev_losses, patience):
    def go(epoch, best, best_loss):
        loss = dev_losses[epoch]
        if best_loss is None or loss < best_loss:
            best, best_loss = epoch, (None if loss != loss else loss)
        late = best_loss is not None and epoch == best + patience
        if epoch == len(dev_losses) - 1 or late:
            return best, epoch
        return go(epoch + 1, best, best_loss)

    return go(0, 0, None)


# ── augment_shift ───────────────────────────────────────────────────────────────────────────────────


@wrong("what leaves comes in on the other side", hint="np.roll wraps around: fill what comes in")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.roll(images, (dy, dx), axis=(0, 1))
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("labels not repeated", hint="every copy needs its label")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), Y


@wrong("labels repeated one by one", hint="the labels come in the order of the images")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.repeat(Y, len(copies), axis=1)


@wrong("labels stacked as rows", hint="Y keeps its rows")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.vstack([Y] * len(copies))


@wrong("down and right exchanged", hint="dy comes first")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dx, dy in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("up and to the left", hint="positive numbers move down and to the right")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y + dy < h and 0 <= x + dx < w:
                    moved[y, x] = images[y + dy, x + dx]
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("pixels column by column", hint="pixels come row after row")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1, order="F")
    copies = [X]
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape, order="F"))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("height and width exchanged", hint="image_shape is (h, w)")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    w, h = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("examples taken for rows", hint="examples are columns")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(-1, h, w).transpose(1, 2, 0)
    copies = [X]
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.transpose(2, 0, 1).reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("always filled with zero", hint="use the argument fill")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.zeros_like(images)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("originals missing", hint="the originals come first")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = []
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("originals last", hint="the originals come first")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = []
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    copies.append(X)
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("images in the order of the examples", hint="all originals first, then all copies")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    return np.stack(copies, axis=2).reshape(len(X), -1), np.repeat(Y, len(copies), axis=1)


@wrong("each shift moves the last copy", hint="every copy starts from the original")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        images = moved
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("the first shift alone", hint="make a copy for every shift")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts[:1]:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("no copy for a shift by nothing", hint="make a copy for every pair, (0, 0) included")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in [s for s in shifts if any(s)]:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("shifted along all pixels", hint="shift within the rows of an image")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    _, w = image_shape
    copies = [X]
    for dy, dx in shifts:
        n = dy * w + dx
        moved = np.roll(X, n, axis=0)
        moved[: max(n, 0)] = fill
        moved[len(X) + min(n, 0) :] = fill
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("X changed in place", hint="X is not yours to change")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    X[:] = X.clip(0, 1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.full_like(images, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("zeros taken for gaps", hint="only what comes in is `fill`")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.zeros_like(images)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
                else:
                    moved[y, x] = 0
        moved[moved == 0] = fill
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("at least fill", hint="only what comes in is `fill`")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.zeros_like(images)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
                else:
                    moved[y, x] = fill
        moved = np.maximum(moved, fill)
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("a pair that comes twice is used once", hint="a copy for every pair")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in dict.fromkeys(shifts):
        moved = np.zeros_like(images)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
                else:
                    moved[y, x] = fill
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies))


@wrong("labels as a list", hint="should return two NumPy arrays")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)
    copies = [X]
    for dy, dx in shifts:
        moved = np.zeros_like(images)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    moved[y, x] = images[y - dy, x - dx]
                else:
                    moved[y, x] = fill
        copies.append(moved.reshape(X.shape))
    return np.hstack(copies), np.hstack([Y] * len(copies)).tolist()


@right("slices")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.reshape(h, w, -1)  # (h, w, m)
    everything = [X]
    for dy, dx in shifts:
        moved = np.full(images.shape, fill, dtype=float)
        target = moved[max(dy, 0) : h + min(dy, 0), max(dx, 0) : w + min(dx, 0)]
        target[:] = images[max(-dy, 0) : h - max(dy, 0), max(-dx, 0) : w - max(dx, 0)]
        everything.append(moved.reshape(h * w, -1))
    return np.concatenate(everything, axis=1), np.tile(Y, (1, len(everything)))


@right("padding and cutting, examples first")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    images = X.T.reshape(-1, h, w)
    padded = np.pad(images, ((0, 0), (h, h), (w, w)), constant_values=fill)
    cut = [padded[:, h - dy : 2 * h - dy, w - dx : 2 * w - dx] for dy, dx in [(0, 0), *shifts]]
    return np.concatenate(cut).reshape(-1, h * w).T, np.concatenate([Y for _ in cut], axis=1)


@right("roll, then overwrite what came around; a list of two")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    X_all, Y_all = X.copy(), Y.copy()
    for dy, dx in shifts:
        moved = np.roll(X.reshape(h, w, X.shape[1]), shift=(dy, dx), axis=(0, 1))
        if dy > 0:
            moved[:dy] = fill
        elif dy < 0:
            moved[dy:] = fill
        if dx > 0:
            moved[:, :dx] = fill
        elif dx < 0:
            moved[:, dx:] = fill
        X_all = np.c_[X_all, moved.reshape(X.shape)]
        Y_all = np.c_[Y_all, Y]
    return [X_all, Y_all]


@right("indices of pixels, in float32")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    y, x = (index.ravel() for index in np.indices((h, w)))
    copies = [X]
    for dy, dx in shifts:
        inside = (y - dy >= 0) & (y - dy < h) & (x - dx >= 0) & (x - dx < w)
        source = np.where(inside, (y - dy) * w + (x - dx), 0)
        copies.append(np.where(inside[:, None], X[source], fill))
    return np.hstack(copies).astype(np.float32), np.hstack([Y] * (1 + len(shifts)))


# ── limits, seeds, rounding, changes in place ─────────────────────────────────────────────────────────


@wrong("clip at 1e-15 in A3 itself", hint="clip nothing")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    np.clip(A3, 1e-15, 1 - 1e-15, out=A3)
    m = Y.shape[1]
    e = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    return e + lambd / (2 * m) * sum(np.sum(parameters[f"W{l}"] ** 2) for l in (1, 2, 3))


@wrong("weights below 0.01 not counted", hint="small weights count")
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    e = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    W = [parameters[f"W{l}"] for l in (1, 2, 3)]
    return e + lambd / (2 * m) * sum(np.sum(np.where(np.abs(w) < 0.01, 0, w) ** 2) for w in W)


@wrong("small activations taken for zero, and lambd limited", hint="the slope is 1 for any positive Z")
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    lambd = min(lambd, 25)
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T + lambd / m * W3
    db3 = dZ3.sum(1, keepdims=True)
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (A2 > 0.001)
    dW2 = dZ2 @ A1.T + lambd / m * W2
    db2 = dZ2.sum(1, keepdims=True)
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (A1 > 0.001)
    dW1 = dZ1 @ X.T + lambd / m * W1
    db1 = dZ1.sum(1, keepdims=True)
    return dict(
        dZ3=dZ3, dW3=dW3, db3=db3, dA2=dA2, dZ2=dZ2, dW2=dW2, db2=db2, dA1=dA1, dZ1=dZ1, dW1=dW1, db1=db1
    )


@wrong("keep_prob at least 0.09", hint="use keep_prob as it is")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    p = parameters
    kp = max(keep_prob, 0.09)
    Z1 = p["W1"] @ X + p["b1"]
    D1 = np.random.rand(*Z1.shape) < kp
    A1 = np.maximum(Z1, 0) * D1 / kp
    Z2 = p["W2"] @ A1 + p["b2"]
    D2 = np.random.rand(*Z2.shape) < kp
    A2 = np.maximum(Z2, 0) * D2 / kp
    Z3 = p["W3"] @ A2 + p["b3"]
    A3 = 1 / (1 + np.exp(-Z3))
    return (A3, (Z1, D1, A1, p["W1"], p["b1"], Z2, D2, A2, p["W2"], p["b2"], Z3, A3, p["W3"], p["b3"]))


@wrong("one of a thousand seeds", hint="is there a seed inside?")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    p = parameters
    kp = keep_prob
    r = np.random.default_rng(np.random.randint(1000))
    Z1 = p["W1"] @ X + p["b1"]
    D1 = r.random(Z1.shape) < kp
    A1 = np.maximum(Z1, 0) * D1 / kp
    Z2 = p["W2"] @ A1 + p["b2"]
    D2 = r.random(Z2.shape) < kp
    A2 = np.maximum(Z2, 0) * D2 / kp
    Z3 = p["W3"] @ A2 + p["b3"]
    A3 = 1 / (1 + np.exp(-Z3))
    return (A3, (Z1, D1, A1, p["W1"], p["b1"], Z2, D2, A2, p["W2"], p["b2"], Z3, A3, p["W3"], p["b3"]))


@wrong("keep_prob at least 0.2", hint="use keep_prob as it is")
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = (A3 - Y) / m
    keep_prob = max(keep_prob, 0.2)
    dA2 = W3.T @ dZ3 * D2 / keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dA1 = W2.T @ dZ2 * D1 / keep_prob
    dZ1 = dA1 * (Z1 > 0)

    def s(d):
        return d.sum(1, keepdims=True)

    return dict(
        dZ3=dZ3,
        dW3=dZ3 @ A2.T,
        db3=s(dZ3),
        dA2=dA2,
        dZ2=dZ2,
        dW2=dZ2 @ A1.T,
        db2=s(dZ2),
        dA1=dA1,
        dZ1=dZ1,
        dW1=dZ1 @ X.T,
        db1=s(dZ1),
    )


@wrong("smaller by 1e-13 at least", hint="be it ever so little")
def early_stopping(dev_losses, patience):
    best, bl = (None, np.inf)
    for e, l in enumerate(dev_losses):
        if l < bl - 1e-13:
            best, bl = (e, l)
        elif best is not None and e - best >= patience:
            break
    return (best, e)


@wrong("the best loss starts at 1e15", hint="losses may be large")
def early_stopping(dev_losses, patience):
    best, bl = (None, 1000000000000000.0)
    for e, l in enumerate(dev_losses):
        if l < bl:
            best, bl = (e, l)
        elif best is not None and e - best >= patience:
            break
    return (best, e)


@wrong("a best loss of 0 taken for none", hint="0 is a loss")
def early_stopping(dev_losses, patience):
    best, bl = (None, None)
    for e, l in enumerate(dev_losses):
        if l == l and (not bl or l < bl):
            best, bl = (e, l)
        elif best is not None and e - best >= patience:
            break
    return (best, e)


@wrong("patience limited to 10", hint="use patience as it is")
def early_stopping(dev_losses, patience):
    best, bl = (None, np.inf)
    for e, l in enumerate(dev_losses):
        if l < bl:
            best, bl = (e, l)
        elif best is not None and e - best >= min(patience, 10):
            break
    return (best, e)


@wrong("fill at least -1", hint="use fill as it is")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    im = X.reshape(h, w, -1)
    out = [X]
    for dy, dx in shifts:
        mv = np.full(im.shape, max(fill, -1))
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    mv[y, x] = im[y - dy, x - dx]
        out.append(mv.reshape(X.shape))
    return (np.hstack(out), np.tile(Y, len(out)))


@wrong("pixels cut to 255", hint="pixels may have any size")
def augment_shift(X, Y, image_shape, shifts, fill=0.0):
    h, w = image_shape
    im = X.reshape(h, w, -1)
    out = [X]
    for dy, dx in shifts:
        mv = np.full(im.shape, fill)
        for y in range(h):
            for x in range(w):
                if 0 <= y - dy < h and 0 <= x - dx < w:
                    mv[y, x] = im[y - dy, x - dx]
        out.append(np.clip(mv, -100, 255).reshape(X.shape))
    return (np.hstack(out), np.tile(Y, len(out)))


@right("running minima of an array")
def early_stopping(dev_losses, patience):
    x = np.nan_to_num(np.asarray(dev_losses, float), nan=np.inf)
    low = np.minimum.accumulate(x)
    new = np.r_[x[0] < np.inf, x[1:] < low[:-1]]
    last = np.maximum.accumulate(np.where(new, np.arange(x.size), -1))
    stop = np.flatnonzero((last >= 0) & (np.arange(x.size) - last >= patience))
    e = stop[0] if stop.size else x.size - 1
    return (last[e], e)
