"""Networks that learn from labels of which some are wrong, side by side, each with its own learning rates.

Whenever an image is drawn, its label is flipped with a small probability. So no network can learn the flips
by heart, batches stay noisy, and the lowest possible cost is known.
"""

import numpy as np
from threadpoolctl import threadpool_limits

from helpers import data, network

FLIPPED = 0.1


def images(m=1024):
    """Return images of digits (64, m) in float32, and whether they are odd, 0 or 1, (1, m)."""
    X, Y = data.digits()["train"]
    return X[:, :m].astype(np.float32), (Y[:, :m] % 2).astype(np.float32)


def train(rates, seeds, size=8, hidden=16, looks=50):
    """Train a network with one hidden layer for each row of learning rates and each seed.

    Arguments:
        rates: learning rate of each step, (rows, steps)
        seeds: each decides a start, and batches and flips; they are the same for all rows
        size: examples in a batch
        hidden: number of hidden units
        looks: how often the cost is measured; the last time is after the last step

    Returns:
        losses: of each batch, before its step, (rows, seeds, steps)
        steps: when the cost was measured, (k,)
        above: how far the expected cost of all images is above the lowest possible, (rows, seeds, k)
    """
    rates = np.atleast_2d(rates).astype(np.float32)
    X, Y = images()
    P, rngs = start(len(rates), seeds, hidden), [np.random.default_rng(seed) for seed in seeds]
    steps = np.unique(np.linspace(0, rates.shape[1], looks + 1).round().astype(int))[1:]
    losses, above = np.zeros((len(rates), len(seeds), rates.shape[1]), np.float32), []
    with threadpool_limits(1, "blas"), np.errstate(all="ignore"):
        for step in range(rates.shape[1]):
            some = np.stack([rng.integers(0, X.shape[1], size) for rng in rngs])  # (seeds, B)
            wrong = np.stack([rng.random(size) < FLIPPED for rng in rngs])
            x = X.T[some].swapaxes(1, 2)  # (seeds, 64, B)
            y = np.abs(Y[0, some] - wrong)[:, None]  # (seeds, 1, B)
            losses[:, :, step], grads = backward(x, y, P)
            for name, slope in grads.items():
                P[name] -= rates[:, step, None, None, None] * slope
            if step + 1 in steps:
                above.append(excess(X, Y, P))
    return losses, steps, np.moveaxis(above, 0, -1)


def start(rows, seeds, hidden):
    """Return parameters of rows times seeds networks: W1 (rows, seeds, hidden, 64), b1, W2, b2."""
    starts = [network.start([64, hidden, 1], seed) for seed in seeds]
    stacks = {name: np.stack([one[name] for one in starts]) for name in starts[0]}
    return {name: np.repeat(array[None], rows, axis=0).astype(np.float32) for name, array in stacks.items()}


def forward(X, P):
    """Return the hidden units (rows, seeds, hidden, B) and what goes into the sigmoid (rows, seeds, 1, B)."""
    A = np.maximum(P["W1"] @ X + P["b1"], 0)
    return A, P["W2"] @ A + P["b2"]


def backward(X, Y, P):
    """Return the loss of each network on its batch, (rows, seeds), and the gradients, named as in P."""
    A, Z = forward(X, P)
    dZ = (network.sigmoid(Z) - Y) / Y.shape[-1]
    dA = P["W2"].swapaxes(-1, -2) @ dZ * (A > 0)
    grads = {"W2": dZ @ A.swapaxes(-1, -2), "b2": dZ.sum(axis=-1, keepdims=True)}
    grads |= {"W1": dA @ X.swapaxes(-1, -2), "b1": dA.sum(axis=-1, keepdims=True)}
    return np.mean(np.logaddexp(0, Z) - Y * Z, axis=(2, 3)), grads


def excess(X, Y, P):
    """Return how far the cost is above the lowest, on average over all flips, (rows, seeds)."""
    expected = FLIPPED + (1 - 2 * FLIPPED) * Y  # the mean of labels that are flipped
    _, Z = forward(X, P)
    cost = np.mean(np.logaddexp(0, Z) - expected * Z, axis=(2, 3))
    return cost + FLIPPED * np.log(FLIPPED) + (1 - FLIPPED) * np.log(1 - FLIPPED)


def read(rates, losses):
    """Smooth the losses of range tests, and find where they fall and rise.

    Arguments:
        rates: learning rate of each step, rising, (n,)
        losses: of each batch, (tests, n)

    Returns:
        at, smooth: rates, and the median of running means over a tenth of the steps, (k,)
        fall, rise: where the loss has fallen half of the way to its lowest, and risen half of it again
    """
    losses, window = np.minimum(np.nan_to_num(losses, nan=9), 9), len(rates) // 10
    smooth = np.median([np.convolve(one, np.ones(window) / window, "valid") for one in losses], axis=0)
    low = smooth.argmin()
    half = (smooth[0] + smooth[low]) / 2
    fall, rise = np.argmax(smooth < half), low + np.argmax(smooth[low:] > half)
    return rates[window // 2 :][: len(smooth)], smooth, fall, rise
