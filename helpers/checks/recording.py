"""An optimizer that keeps a record of its calls, examples that a gradient gives away, and gradients."""

import copy

import numpy as np

from helpers import network


class Recorder:
    """An optimizer that takes shorter steps than asked; `calls` says what it was handed and what it gave.

    Arguments:
        in_place: whether it writes into the parameters, as an optimizer may, or makes new ones
    """

    __name__ = "optimizer"  # what messages call it

    def __init__(self, in_place=False):
        self.in_place, self.calls = in_place, []

    def __call__(self, parameters, grads, memory, learning_rate, t):
        """Take a step; return the parameters, and a memory that tells which step it is of."""
        handed = {"parameters": parameters, "grads": grads, "memory": memory}
        handed = copy.deepcopy(handed | {"learning_rate": learning_rate, "t": t})
        steps = {name: 0.9 * learning_rate * grads[f"d{name}"] for name in parameters}
        new = {name: theta - steps[name] for name, theta in parameters.items()}
        note = f"the memory of step {len(self.calls) + 1}"
        self.calls.append(handed | {"gave": new, "note": note})
        if not self.in_place:
            return copy.deepcopy(new), note
        for name in parameters:
            parameters[name][...] = new[name]
        return parameters, note


def numbered(m):
    """Return examples that a gradient gives away: of all examples, j alone has a 1 in row j of X.

    Returns:
        X: features, (m + 2, m); the last two rows hold any numbers
        Y: labels 0 or 1, (1, m)
    """
    j = np.arange(m)
    return np.vstack([np.eye(m), np.cos(j), np.sin(3 * j)]), (j % 3 == 1).astype(int).reshape(1, m)


def examples(call, m):
    """Return which of the `numbered` examples the gradient of a call was computed from."""
    return np.flatnonzero(np.abs(call["grads"]["dW1"]).max(axis=0)[:m] > 1e-9)


def other_labels(grads, right, ids):
    """Tell whether a gradient of `numbered` examples, without hidden layers, has labels of others."""
    if set(grads) != {"dW1", "db1"} or np.shape(grads["dW1"]) != right["dW1"].shape:
        return False
    if right["dW1"].size <= ids.max():  # these examples are not numbered
        return False
    apart = (np.asarray(grads["dW1"]) - right["dW1"])[0, ids] * ids.size
    return bool(np.allclose(apart, np.round(apart)) and np.abs(np.round(apart)).max() == 1)


def decayed(grads, right, parameters):
    """Tell whether a gradient has a multiple of the first layer's weights added to it."""
    if np.shape(grads.get("dW1")) != right["dW1"].shape:
        return False
    apart, W1 = np.asarray(grads["dW1"]) - right["dW1"], parameters["W1"]
    factor = np.sum(apart * W1) / np.sum(W1**2)
    return bool(factor and np.allclose(apart, factor * W1, rtol=1e-3, atol=1e-12))


def loss(X, Y, parameters):
    """Return the mean cross-entropy."""
    L = network.number_of_layers(parameters)
    return network.cost(network.forward(X, parameters)[f"Z{L}"], Y)


def gradients(X, Y, parameters):
    """Return the gradients of the mean cross-entropy."""
    return network.backward(Y, parameters, network.forward(X, parameters))
