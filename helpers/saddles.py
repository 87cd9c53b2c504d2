"""A small network of tanh units as a function of one vector, smooth enough to look for its flat places."""

import numpy as np

from helpers import data, network


def odd_digits(hidden=6, features=4, images=100, decay=0.01):
    """Return the cost of a network that tells odd digits from even ones, and its gradient.

    The features are the directions in which the images differ most (their principal components), with a
    standard deviation of 1. The cost is the mean cross-entropy plus decay / 2 times the sum of all squares.

    Arguments:
        hidden: number of tanh units; there is one sigmoid output
        features: number of inputs
        images: number of examples, the first ones of the training set
        decay: weight of the squares, of all parameters

    Returns:
        cost, slope: give for vectors (..., n) their costs (...), and their gradients (..., n), where n is
            hidden (features + 2) + 1: the weights and biases of the first layer, then those of the second
    """
    X, Y = (part[:, :images] for part in data.digits()["train"])
    X = X - X.mean(axis=1, keepdims=True)
    X = np.linalg.svd(X, full_matrices=False)[0][:, :features].T @ X
    X, Y = X / X.std(axis=1, keepdims=True), Y % 2  # (features, m), (1, m)

    def forward(theta):
        W1, b1, W2, b2 = parts(theta, hidden, features)
        A1 = np.tanh(W1 @ X + b1)  # (..., hidden, m)
        return W2, A1, W2 @ A1 + b2  # the last: (..., 1, m)

    def cost(theta):
        Z2 = forward(theta)[-1]
        entropy = np.mean(np.logaddexp(0, Z2) - Y * Z2, axis=(-2, -1))
        return entropy + decay / 2 * np.sum(theta**2, axis=-1)

    def slope(theta):
        W2, A1, Z2 = forward(theta)
        dZ2 = (network.sigmoid(Z2) - Y) / Y.size
        dZ1 = W2.mT @ dZ2 * (1 - A1**2)
        grads = [dZ1 @ X.T, dZ1.sum(axis=-1), dZ2 @ A1.mT, dZ2.sum(axis=-1)]
        flat = [g.reshape(*theta.shape[:-1], -1) for g in grads]
        return np.concatenate(flat, axis=-1) + decay * theta

    return cost, slope


def parts(theta, hidden, features):
    """Return W1 (..., hidden, features), b1 (..., hidden, 1), W2 (..., 1, hidden) and b2 (..., 1, 1)."""
    shapes = [(hidden, features), (hidden, 1), (1, hidden), (1, 1)]
    ends = np.cumsum([rows * columns for rows, columns in shapes])[:-1]
    split = np.split(theta, ends, axis=-1)
    return [part.reshape(*theta.shape[:-1], *shape) for part, shape in zip(split, shapes, strict=True)]


def scattered(slope, count, size, seed, rate=0.5, longest=300):
    """Return points to search from: random vectors, small to large, after some steps of gradient descent.

    Arguments:
        slope: gives gradients, as from `odd_digits`
        count, size: number of points, and of parameters
        seed: another seed draws other points
        rate, longest: learning rate, and the largest number of steps; each point takes another number

    Returns:
        points, (count, size)
    """
    rng = np.random.default_rng(seed)
    theta = rng.standard_normal((count, size)) * rng.uniform(0.1, 1.5, (count, 1))
    last = rng.integers(0, longest, (count, 1))
    for step in range(longest):
        theta = np.where(step < last, theta - rate * slope(theta), theta)
    return theta
