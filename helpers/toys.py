"""A network and a loss that no exercise asks for, in TensorFlow and in NumPy: they check a training step."""

import numpy as np


def network(X, parameters):
    """Return X times a number, of X's shape: all squares added up, those of the k-th parameter times k."""
    import tensorflow as tf

    return X * sum(k * tf.reduce_sum(p**2) for k, p in enumerate(parameters.values(), start=1))


def total_loss(logits, labels):
    """Return the sum of logits times their distance to the labels."""
    import tensorflow as tf

    return tf.reduce_sum(logits * (logits - labels))


def batch(m, rng):
    """Return X and Y for m examples, (2, m) each; the loss falls if the parameters get smaller."""
    draws = np.abs(rng.normal(size=(2, 2, m))) + 0.1
    return draws[0].astype("float32"), -draws[1].astype("float32")


def descend(arrays, pairs, learning_rate, momentum=0.0):
    """Take steps of gradient descent, in NumPy.

    Arguments:
        arrays: where to start, a dict; left unchanged
        pairs: the batches, a list of (X, Y); a step for each
        learning_rate, momentum: of the optimizer; v = momentum * v - learning_rate * gradient

    Returns:
        losses: the loss before each step, a list
        arrays: the parameters after the last step
    """
    losses, v = [], dict.fromkeys(arrays, 0.0)
    for X, Y in pairs:
        size = sum(k * np.sum(p**2) for k, p in enumerate(arrays.values(), start=1))
        losses.append(np.sum(size * X * (size * X - Y)))
        slope = np.sum(X * (2 * size * X - Y))  # derivative of the loss by `size`
        for k, name in enumerate(arrays, start=1):
            v[name] = momentum * v[name] - learning_rate * 2 * k * arrays[name] * slope
        arrays = {name: p + v[name] for name, p in arrays.items()}
    return losses, arrays
