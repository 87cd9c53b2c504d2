"""Training runs on the digits with one known fault each: what a training function is given, and the cause."""

from typing import NamedTuple

import numpy as np

from helpers import data


class Case(NamedTuple):
    """A run whose cause is known.

    Attributes:
        cause: in a few words
        sign: what gives it away, or what to do next
        settings: arguments of the training function: X (64, m), Y (m,), and those that differ from its own
    """

    cause: str
    sign: str
    settings: dict


def digits():
    """Return "train", "dev" and "test": of each the images (64, m) and their labels, whole numbers (m,)."""
    splits = data.digits()
    return [(splits[name][0], splits[name][1][0].astype(int)) for name in ("train", "dev", "test")]


def forward(X, P):
    """Return the hidden units (32, m) and the scores of the ten digits (10, m) for images X (64, m).

    Arguments:
        P: dict of W1 (32, 64), b1 (32, 1), W2 (10, 32) and b2 (10, 1)
    """
    A = np.maximum(0, P["W1"] @ X + P["b1"])
    return A, P["W2"] @ A + P["b2"]


def loss(p, y):
    """Return the mean cross-entropy of probabilities p (10, m) for the labels y (m,)."""
    return -np.mean(np.log(p[y, np.arange(y.size)] + 1e-30))


def nine():
    """Return the cases of the gallery, by letter."""
    (X, Y), (X_dev, Y_dev), _ = digits()
    by_digit = np.argsort(Y, kind="stable")
    both = {"X": np.hstack([X, X_dev]), "Y": np.hstack([Y, Y_dev])}
    sets = {"X": X, "Y": Y}
    few = {"X": X[:, :60], "Y": Y[:60]}
    mixed = {"X": X[:, :300], "Y": np.random.default_rng(0).permutation(Y[:300])}
    ordered = {"X": X[:, by_digit], "Y": Y[by_digit], "bug": "in file order"}
    cases = [
        Case("rate too small", "still falling when it ends", sets | {"rate": 0.003}),
        Case("images sorted by digit", "waves, one for each pass", ordered),
        Case("nothing is wrong", "a small gap, and both level", sets),
        Case("rate too large", "jumps, then level near 2.3", sets | {"rate": 5.0}),
        Case("dev images in training set", "no gap at all", both),
        Case("only 60 images", "a gap, training loss near 0", few),
        Case("tiny first weights", "level, then it falls", sets | {"start": 0.001}),
        Case("300 images, labels shuffled", "dev loss rises above guessing", mixed),
        Case("batches of 4, rate 0.5", "noise far above zero", sets | {"size": 4, "rate": 0.5}),
    ]
    return dict(zip("ABCDEFGHI", cases, strict=True))


def ten():
    """Return the cases of the panel, in order."""
    (X, Y), (X_dev, Y_dev), _ = digits()
    rng = np.random.default_rng(1)
    drawn = np.where(rng.random(Y.size) < 0.2, rng.integers(0, 10, Y.size), Y)
    by_digit = np.argsort(-Y, kind="stable")
    ordered = {"X": X[:, by_digit], "Y": Y[by_digit], "bug": "in file order", "size": 16}
    both = {"X": np.hstack([X, X_dev]), "Y": np.hstack([Y, Y_dev])}
    sets = {"X": X, "Y": Y}
    cases = [
        Case("batches of 2", "larger batches, or a smaller rate", sets | {"size": 2, "rate": 0.2}),
        Case("all first weights are 0", "draw them at random", sets | {"start": 0.0}),
        Case("20 % of the training labels are random", "look at the worst images", sets | {"Y": drawn}),
        Case("rate 0.01, too small", "try ten times the rate", sets | {"rate": 0.01}),
        Case("first weights ten times too large", "draw smaller ones", sets | {"start": 10.0}),
        Case("dev images in the training set", "look for images in both sets", both),
        Case("a batch holds one or two digits", "shuffle", ordered),
        Case("only 40 images", "get more, or regularize", {"X": X[:, 100:140], "Y": Y[100:140]}),
        Case("rate 2, too large", "try a tenth of the rate", sets | {"rate": 2.0}),
        Case("nothing", "let it run on", sets | {"rate": 0.2}),
    ]
    return [case._replace(settings=case.settings | {"seed": 10 + k}) for k, case in enumerate(cases)]
