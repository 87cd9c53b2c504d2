"""Classifiers to be measured: weak ones for odd and even digits, and one that finds the nearest mean."""

import numpy as np

from helpers import data


def odd_digits():
    """Return all images of digits, (64, 1797), and whether each shows an odd number, (1797,)."""
    X, Y = (np.hstack(parts) for parts in zip(*data.digits().values(), strict=True))
    return X, Y[0].astype(int) % 2


def nearest_mean(X, Y, Z):
    """Return which class has the nearer mean for each column of Z.

    Arguments:
        X, Y: examples (n, m) and their classes 0 or 1, (m,)
        Z: examples to classify, (n, k)

    Returns:
        0 or 1, (k,)
    """
    zero, one = X[:, Y == 0].mean(axis=1), X[:, Y == 1].mean(axis=1)
    return ((one - zero) @ (Z - ((zero + one) / 2)[:, None]) > 0).astype(int)


def many_models(X, Y, Z, count, rng, pixels=10):
    """Return the answers of nearest-mean classifiers that look at random pixels: (count, k) for Z (n, k)."""
    zero, one = X[:, Y == 0].mean(axis=1), X[:, Y == 1].mean(axis=1)  # (n,)
    looks = rng.permuted(np.tile(np.arange(len(X)) < pixels, (count, 1)), axis=1)  # (count, n)
    return (looks * (one - zero) @ (Z - ((zero + one) / 2)[:, None]) > 0).astype(int)


def strongest(X, Y, count=20):
    """Return the rows of X (n, m) whose means differ most between the classes Y (m,)."""
    gaps = X[:, Y == 1].mean(axis=1) - X[:, Y == 0].mean(axis=1)
    return np.argsort(np.abs(gaps))[-count:]


def winner(seed, count=1000, dev=50):
    """Return the errors of the best of many models on its training set, and on three sets that are new to it.

    Arguments:
        seed: decides the split and the models
        count: how many models there are to choose from
        dev: how many examples the choice is made on

    Returns:
        train, train-dev, dev and test error of the model whose dev error is lowest, (4,)
    """
    rng = np.random.default_rng(seed)
    X, Y = odd_digits()
    parts = np.split(rng.permutation(Y.size), [300, 800, 800 + dev])
    wrong = many_models(X[:, parts[0]], Y[parts[0]], X, count, rng) != Y  # (count, 1797)
    best = np.argmin(wrong[:, parts[2]].mean(axis=1))
    return np.array([wrong[best, part].mean() for part in parts])
