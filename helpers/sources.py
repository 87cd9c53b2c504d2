"""Digits from two sources, upright and tilted, and small networks that are trained on one of them."""

import numpy as np
import scipy

from helpers import data, network, signals

SIDE = 8  # pixels


def all_digits():
    """Return all images of digits, of pixels from 0 to 1, (64, 1797), and the digits, (1797,)."""
    X, Y = (np.hstack(parts) for parts in zip(*data.digits().values(), strict=True))
    return X.astype(np.float32), Y[0].astype(int)


def tilted(X, degrees, seed=0):
    """Return images, each turned about its middle, to the left or to the right by chance.

    Arguments:
        X: eight by eight pixels from -1 to 1, (64, m); what turns in from outside is -1
        degrees: how far
        seed: another seed tosses other coins

    Returns:
        images, (64, m)
    """
    count = X.shape[1]
    angle = np.radians(degrees) * np.random.default_rng(seed).choice([-1, 1], (count, 1, 1))
    down, right = np.mgrid[:SIDE, :SIDE] - (SIDE - 1) / 2  # from the middle, (8, 8) each
    rows = np.cos(angle) * down - np.sin(angle) * right + (SIDE - 1) / 2  # (m, 8, 8)
    columns = np.sin(angle) * down + np.cos(angle) * right + (SIDE - 1) / 2
    which = np.broadcast_to(np.arange(count)[:, None, None], rows.shape)
    images = X.T.reshape(-1, SIDE, SIDE)
    found = scipy.ndimage.map_coordinates(images, [which, rows, columns], order=1, mode="grid-constant")
    return found.reshape(count, -1).T.astype(np.float32)


def with_mistakes(Y, share, seed=0):
    """Return labels Y (m,), a share of which has become another digit, chosen at random."""
    rng = np.random.default_rng(seed)
    others = (Y + rng.integers(1, 10, Y.size)) % 10
    return np.where(rng.random(Y.size) < share, others, Y)


def centred(X):
    """Return pixels from 0 to 1 as numbers around 0; 0.3 is what a pixel has on average."""
    return 2 * (X - np.float32(0.3))


@signals.in_one_thread
def trained(X, Y, units, seed, steps=400, rate=0.2, size=50):
    """Train a network with one hidden layer and a softmax by stochastic gradient descent.

    Arguments:
        X, Y: images (64, m) and their labels, 0 to 9, (m,)
        units: how many hidden units
        seed: decides the start and the batches
        steps, rate, size: number of steps, learning rate, images in a step

    Returns:
        its parameters
    """
    rng = np.random.default_rng(seed)
    inputs, targets = centred(X), np.eye(10, dtype=np.float32)[:, Y]  # (64, m), (10, m)
    p = {name: value.astype(np.float32) for name, value in network.start([len(X), units, 10], seed).items()}
    for _ in range(steps):
        batch = rng.integers(0, Y.size, size)
        cache = network.forward(inputs[:, batch], p)
        sizes = np.exp(cache["Z2"] - cache["Z2"].max(axis=0))  # (10, size)
        cache["A2"] = sizes / sizes.sum(axis=0)
        for name, slope in network.backward(targets[:, batch], p, cache).items():
            p[name[1:]] -= np.float32(rate) * slope
    return p


def read(X, p):
    """Return the digit that a network reads on each image of X (64, m): (m,)."""
    return network.forward(centred(X), p)["Z2"].argmax(axis=0)


def error(X, Y, p):
    """Return the share of images X (64, m) on which a network does not read the label Y (m,)."""
    return float(np.mean(read(X, p) != Y))
