"""Plain deep networks drawn at one scale: what becomes of a signal on its way through them, and back.

A network is a list `weights`: square matrices (n, n), one for each hidden layer, and a last one
(1, n), whose output goes through a sigmoid. There are no biases. Arrays may have one more axis in
front, for several networks at once: (networks, n, n). Examples are columns.
"""

import numpy as np
from threadpoolctl import threadpool_limits

from helpers import network

# Matrices as small as these are multiplied fastest in one thread: several threads mostly wait.
in_one_thread = threadpool_limits.wrap(1, "blas")

# What a unit does with z, and the slope of this function, computed from its result a.
UNITS = {
    "ReLU": (network.relu, lambda A: A > 0),
    "tanh": (np.tanh, lambda A: 1 - A**2),
    "sigmoid": (network.sigmoid, lambda A: A * (1 - A)),
}


def draw(depth, scale, seeds, n=64):
    """Return the weights of one network per seed: normal, of standard deviation scale / √n.

    Arguments:
        depth: number of hidden layers, each of n units
        scale: 1 gives matrices that keep, on average, the mean square of a vector
        seeds: the same seed draws the same numbers, whatever the scale

    Returns:
        weights: depth arrays (seeds, n, n), and one (seeds, 1, n)
    """
    rows = [np.random.default_rng(seed).standard_normal((depth * n + 1, n)) for seed in seeds]
    rows = np.stack(rows) * (scale / np.sqrt(n))  # (seeds, depth n + 1, n)
    return np.split(rows, n * np.arange(1, depth + 1), axis=1)


def forward(X, weights, unit="ReLU"):
    """Return X (n, m), the activations of all hidden layers, (n, m) each, and the output Z (1, m)."""
    function, _ = UNITS[unit]
    activations = [X]
    for W in weights[:-1]:
        activations.append(function(W @ activations[-1]))  # (n, m)
    return [*activations, weights[-1] @ activations[-1]]


def backward(Y, weights, activations, unit="ReLU"):
    """Return the gradients of the mean cross-entropy, by the weights and by the activations.

    Arguments:
        Y: labels 0 or 1, (1, m)
        weights, activations: a network, and what `forward` has returned

    Returns:
        by_weights: in the shapes of `weights`
        by_activations: for every hidden layer, (n, m)
    """
    _, slope = UNITS[unit]
    by_weights, by_activations = [], []
    dZ = (network.sigmoid(activations[-1]) - Y) / Y.shape[1]  # (1, m)
    for W, A in zip(weights[::-1], activations[-2::-1], strict=True):
        by_weights.insert(0, dZ @ np.swapaxes(A, -1, -2))
        if len(by_weights) < len(weights):
            by_activations.insert(0, np.swapaxes(W, -1, -2) @ dZ)  # (n, m)
            dZ = by_activations[0] * slope(A)  # (n, m)
    return by_weights, by_activations


def size(arrays):
    """Return the root of the mean square of each of several arrays, per network: (networks, arrays)."""
    return np.stack([np.sqrt(np.mean(np.square(A), axis=(-2, -1))) for A in arrays], axis=-1)


@in_one_thread
def probe(X, Y, scale, seeds, unit="ReLU", depth=20, rate=0.1):
    """Send a signal through new networks, and back.

    Returns:
        activations: of every hidden layer, (networks, n, m)
        back: the size of the gradient by the activations of every layer, the last layer's being 1
        moved: how far a step of gradient descent at this rate moves the weights of every layer,
            relative to their size; both are (networks, depth)
    """
    weights = draw(depth, scale, seeds, len(X))
    activations = forward(X, weights, unit)
    by_weights, by_activations = backward(Y, weights, activations, unit)
    back = size(by_activations)
    moved = rate * size(by_weights[:-1]) / size(weights[:-1])
    return activations[1:-1], back / back[:, -1:], moved


@in_one_thread
def first_cost(X, Y, weights):
    """Return the cost of each network on the examples X (n, m) with labels Y (1, m): (networks,)."""
    return np.array([network.cost(Z, Y) for Z in forward(X, weights)[-1]])


@in_one_thread
def dead(X, weights):
    """Return the share of units that no example activates, layer by layer: (networks, depth)."""
    loudest = [A.max(axis=-1) for A in forward(X, weights)[1:-1]]  # each (networks, n)
    return np.stack([1 - np.count_nonzero(a, axis=-1) / a.shape[-1] for a in loudest], axis=-1)


@in_one_thread
def angles(X, weights):
    """Return the angle of the mean cosine of two examples, in degrees, in X and in every hidden layer.

    Its shape is (networks, depth + 1).
    """
    found = []
    for A in forward(np.broadcast_to(X, (len(weights[0]), *X.shape)), weights)[:-1]:
        A = A / np.linalg.norm(A, axis=-2, keepdims=True)  # (networks, n, m), columns of length 1
        found.append(np.sum(A.mean(axis=-1) ** 2, axis=-1))  # the mean cosine of all pairs
    return np.degrees(np.arccos(np.stack(found, axis=-1)))


@in_one_thread
def learn(X, Y, weights, rate, steps, batch=None, unit="ReLU"):
    """Return the weights after so many steps of gradient descent.

    A network that diverges ends as nan, without a warning; when all have, the training stops. Single
    precision is enough here.

    Arguments:
        X, Y: examples (n, m) and their labels 0 or 1, (1, m)
        weights: where to start; left unchanged
        rate: the learning rate
        steps: number of steps
        batch: number of examples in a step, at random, the same for all networks; None means all
        unit: what the hidden units do
    """
    rng = np.random.default_rng(0)
    X, Y, *weights = (np.asarray(array, dtype=np.float32) for array in (X, Y, *weights))
    with np.errstate(all="ignore"):
        for _ in range(steps):
            chosen = rng.integers(0, X.shape[1], batch) if batch else slice(None)
            activations = forward(X[:, chosen], weights, unit)
            by_weights, _ = backward(Y[:, chosen], weights, activations, unit)
            weights = [W - rate * dW for W, dW in zip(weights, by_weights, strict=True)]
            if np.isnan(weights[-1]).all():
                break
    return weights


@in_one_thread
def accuracy(X, Y, weights, unit="ReLU"):
    """Return the share of examples that each network labels correctly, (networks,); nan counts as 0."""
    with np.errstate(all="ignore"):
        output = forward(X, weights, unit)[-1]  # (networks, 1, m)
    return np.mean((output > 0) == Y, axis=(-2, -1))
