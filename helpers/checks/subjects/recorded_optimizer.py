"""An optimizer that keeps a record of its calls, examples that a gradient gives away, and gradients."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from helpers import network

Arrays = dict[str, np.ndarray]


class Recorder:
    """An optimizer that takes shorter steps than asked; `calls` says what it was handed and what it gave.

    Arguments:
        in_place: whether it writes into the parameters, as an optimizer may, or makes new ones
    """

    __name__ = "optimizer"  # what messages call it

    def __init__(self, in_place: bool = False):
        self.in_place = in_place
        self.calls: list[dict[str, Any]] = []

    def __call__(
        self, parameters: Arrays, grads: Arrays, memory: Any, learning_rate: float, t: int
    ) -> tuple[Arrays, str]:
        """Take a step; return the parameters, and a memory that tells which step it is of."""
        handed: dict[str, Any] = {"parameters": parameters, "grads": grads, "memory": memory}
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


def numbered(m: int) -> tuple[np.ndarray, np.ndarray]:
    """Return examples that a gradient gives away: of all examples, j alone has a 1 in row j of X.

    Returns:
        X: features, (m + 2, m); the last two rows hold any numbers
        Y: labels 0 or 1, (1, m)
    """
    j = np.arange(m)
    return np.vstack([np.eye(m), np.cos(j), np.sin(3 * j)]), (j % 3 == 1).astype(int).reshape(1, m)


def examples(call: Mapping[str, Any], m: int) -> np.ndarray:
    """Return which of the `numbered` examples the gradient of a call was computed from."""
    return np.flatnonzero(np.abs(call["grads"]["dW1"]).max(axis=0)[:m] > 1e-9)


def is_close(expected: Arrays, found: Any) -> bool:
    """Tell at once whether a dict has the right arrays; what is not that close may still be right."""
    if not isinstance(found, dict) or set(found) != set(expected):
        return False
    arrays = [found[name] for name in expected]
    if any(type(array) is not np.ndarray or array.dtype != float for array in arrays):
        return False
    if [array.shape for array in arrays] != [array.shape for array in expected.values()]:
        return False
    one, other = (np.concatenate([array.ravel() for array in each]) for each in (expected.values(), arrays))
    return bool(np.all(np.abs(one - other) <= 1e-7 * np.abs(one) + 1e-12))


def is_of_other_labels(grads: Arrays, right: Arrays, ids: np.ndarray) -> bool:
    """Tell whether a gradient of `numbered` examples, without hidden layers, has labels of others."""
    if set(grads) != {"dW1", "db1"} or np.shape(grads["dW1"]) != right["dW1"].shape:
        return False
    if right["dW1"].size <= ids.max():  # these examples are not numbered
        return False
    apart = (np.asarray(grads["dW1"]) - right["dW1"])[0, ids] * ids.size
    return bool(np.allclose(apart, np.round(apart)) and np.abs(np.round(apart)).max() == 1)


def is_decayed(grads: Arrays, right: Arrays, parameters: Arrays) -> bool:
    """Tell whether a gradient has a multiple of the first layer's weights added to it."""
    if "dW1" not in grads or np.shape(grads["dW1"]) != right["dW1"].shape:
        return False
    apart, W1 = np.asarray(grads["dW1"]) - right["dW1"], parameters["W1"]
    factor = np.sum(apart * W1) / np.sum(W1**2)
    return bool(factor and np.allclose(apart, factor * W1, rtol=1e-3, atol=1e-12))


def loss(X: np.ndarray, Y: np.ndarray, parameters: Arrays) -> float:
    """Return the mean cross-entropy."""
    L = network.number_of_layers(parameters)
    return float(network.cost(network.forward(X, parameters)[f"Z{L}"], Y))


def gradients(X: np.ndarray, Y: np.ndarray, parameters: Arrays) -> Arrays:
    """Return the gradients of the mean cross-entropy."""
    grads: Arrays = network.backward(Y, parameters, network.forward(X, parameters))
    return grads


def losses(
    X: np.ndarray,
    Y: np.ndarray,
    calls: Sequence[Mapping[str, Any]],
    batches: Sequence[list[int]],
    sizes: Sequence[int],
    size: int,
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Return the loss of each epoch, (epochs,), and what known mistakes make of it: hint -> losses.

    Arguments:
        X, Y: all examples, (n_x, m) and (1, m)
        calls: the recorded calls of all steps
        batches: the examples of each step
        sizes: how many examples each batch of an epoch holds, (steps,)
        size: how many a full batch holds
    """
    m, per_epoch, pairs = X.shape[1], len(sizes), list(zip(calls, batches, strict=True))
    before, after = (
        np.reshape([loss(X[:, ids], Y[:, ids], call[at]) for call, ids in pairs], (-1, per_epoch))
        for at in ("parameters", "gave")
    )  # (epochs, steps)
    ends = np.array([loss(X, Y, call["gave"]) for call in calls])
    share = np.array(sizes) / m  # (steps,)
    return before @ share, {
        "a batch of B examples counts B times, a smaller one less": before.mean(axis=1),
        "the last batch counts with its own size": before.sum(axis=1) * size / m,
        "one number for each epoch, (num_epochs,)": (before @ share).reshape(-1, 1),
        "a mean: divide by the number of examples": before @ np.array(sizes),
        "a mean over the examples, not a sum over the batches": before.sum(axis=1),
        "a mean over the epoch, not the loss of its last batch": before[:, -1],
        "one loss for each epoch, not for each step": before.ravel(),
        "one loss for each epoch, not the last alone": before[-1] @ share,
        "begin each epoch with a sum of 0": np.cumsum(before @ share),
        "the loss before each step, not after it": after @ share,
        "the loss before each step, not after the epoch": ends[per_epoch - 1 :: per_epoch],
    }
