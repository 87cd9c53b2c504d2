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
