"""Gradients of a network that is being trained: of a few examples, and of all of them."""

import numpy as np

from helpers import network


def along(X, Y, rate, seed, steps=300, batch=16, hidden=16):
    """Train a network with one hidden layer by plain steps on random batches, and yield its gradients.

    Arguments:
        X, Y: examples (n, m) and their labels 0 or 1, (1, m)
        rate: learning rate
        seed: decides the start and the batches
        steps, batch, hidden: number of steps, examples in a batch, hidden units

    Yields:
        before each step, the gradient of the batch and that of all examples, each with all its entries
        one after another, (entries,)
    """
    rng, parameters = np.random.default_rng(seed), network.start([len(X), hidden, 1], seed)
    for _ in range(steps):
        some = rng.integers(0, X.shape[1], batch)
        grads = gradient(X[:, some], Y[:, some], parameters)
        yield flat(grads), flat(gradient(X, Y, parameters))
        parameters = {name: parameters[name] - rate * grads[f"d{name}"] for name in parameters}


def gradient(X, Y, parameters):
    """Return the gradients of the mean cross-entropy, a dict."""
    return network.backward(Y, parameters, network.forward(X, parameters))


def flat(grads):
    """Return the entries of all arrays of a dict, one after another."""
    return np.concatenate([array.ravel() for array in grads.values()])


def problem(X, Y, hidden=16):
    """Return the cost of a network with one hidden layer, and its gradient, as functions of one vector.

    Arguments:
        X, Y: examples (n, m) and their labels 0 or 1, (1, m)
        hidden: number of hidden units

    Returns:
        start: gives for a seed a vector of all parameters, (entries,)
        cost, slope: give for such a vector the mean cross-entropy, and its gradient, (entries,)
    """
    shapes = {name: array.shape for name, array in network.start([len(X), hidden, 1], 0).items()}
    ends = np.cumsum([np.prod(shape) for shape in shapes.values()])[:-1]

    def unpacked(theta):
        parts = np.split(theta, ends)
        return {name: part.reshape(shape) for (name, shape), part in zip(shapes.items(), parts, strict=True)}

    def cost(theta):
        return network.cost(network.forward(X, unpacked(theta))["Z2"], Y)

    def slope(theta):
        grads = gradient(X, Y, unpacked(theta))
        return flat({name: grads[f"d{name}"] for name in shapes})

    return lambda seed: flat(network.start([len(X), hidden, 1], seed)), cost, slope
