"""Data and networks to try dropout on: two features that are nearly alike, and a classifier of digits.

The network is a list of two arrays of weights, without biases: (hidden, 64) and (10, hidden).
"""

import numpy as np
import scipy

from helpers.signals import in_one_thread


def twins(seed, m=100):
    """Return two features (2, m) that say nearly the same thing, and a target for a linear model, (m,)."""
    rng = np.random.default_rng(seed)
    X = rng.standard_normal(m) + 0.3 * rng.standard_normal((2, m))
    return X, 1.5 * X[0] - 0.5 * X[1] + 0.1 * rng.standard_normal(m)


@in_one_thread
def train(X, Y, keep_prob, seed, hidden=100, num_steps=1000, rate=0.3):
    """Return the weights after some steps with 64 examples each.

    Arguments:
        X: images, (64, m)
        Y: their labels, 0 to 9, (1, m)
        keep_prob: share of the hidden units that stay, drawn anew for every example of every step
        seed: decides the start, the batches and the masks
    """
    rng = np.random.default_rng(seed)
    into, out = (rng.normal(0, (2 / n) ** 0.5, (size, n)) for size, n in [(hidden, 64), (10, hidden)])
    for _ in range(num_steps):
        chosen = rng.integers(0, X.shape[1], 64)
        factors = rng.binomial(1, keep_prob, (hidden, 64)) / keep_prob  # with mean 1
        active = np.maximum(0, into @ X[:, chosen])  # (hidden, 64)
        wrong = scipy.special.softmax(out @ (active * factors), axis=0)  # (10, 64)
        wrong[Y[0, chosen].astype(int), np.arange(64)] -= 1
        back = (out.T @ wrong) * (active > 0) * factors
        out = out - rate / 64 * wrong @ (active * factors).T
        into = into - rate / 64 * back @ X[:, chosen].T
    return [into, out]


@in_one_thread
def answers(X, weights, factors):
    """Return the probabilities of the ten digits, (..., 10, m).

    Arguments:
        X: images, (64, m)
        weights: of a network
        factors: what the hidden units are multiplied by, 0 or 1 / keep_prob, (..., hidden, m); or 1
    """
    into, out = weights
    return scipy.special.softmax(out @ (np.maximum(0, into @ X) * factors), axis=-2)


def accuracy(probabilities, Y):
    """Return the share of examples whose most probable digit is the label.

    Arguments:
        probabilities: (..., 10, m)
        Y: labels, (1, m)

    Returns:
        shares, (...)
    """
    return np.mean(probabilities.argmax(axis=-2) == Y[0], axis=-1)
