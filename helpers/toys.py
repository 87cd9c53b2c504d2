"""A network and a loss that no exercise asks for, in TensorFlow and in NumPy: they check a training step.

A step of gradient descent multiplies the k-th parameter by a number that depends on k alone.
"""

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
    """Return X, positive, and Y, negative, for m examples, (2, m) each: a step makes parameters smaller."""
    return rng.uniform(0.5, 1, (2, m)).astype("float32"), -rng.uniform(0.5, 1, (2, m)).astype("float32")


def loss_and_slope(arrays, X, Y):
    """Return the loss, and its derivative by the number that X is multiplied with."""
    size = sum(k * np.sum(p**2) for k, p in enumerate(arrays.values(), start=1))
    return np.sum(size * X * (size * X - Y)), np.sum(X * (2 * size * X - Y))


def loss_and_gradients(arrays, X, Y):
    """Return the loss, and its gradient for each parameter."""
    loss, slope = loss_and_slope(arrays, X, Y)
    return loss, {name: 2 * k * p * slope for k, (name, p) in enumerate(arrays.items(), start=1)}


def rate(arrays, X, Y):
    """Return a learning rate with which a step makes the k-th parameter smaller by about k per cent."""
    return float(f"{0.005 / loss_and_slope(arrays, X, Y)[1]:.2g}")


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
        loss, grads = loss_and_gradients(arrays, X, Y)
        losses.append(loss)
        v = {name: momentum * v[name] - learning_rate * grads[name] for name in arrays}
        arrays = {name: p + v[name] for name, p in arrays.items()}
    return losses, arrays


def adapt(arrays, pairs, learning_rate, beta1):
    """Take steps of Adam as `descend` takes plain ones, with the other constants as Keras has them.

    Kingma and Ba, 2015: the form in which epsilon is added before the corrections of the averages.
    """
    losses, v, s, beta2 = [], dict.fromkeys(arrays, 0.0), dict.fromkeys(arrays, 0.0), 0.999
    for t, (X, Y) in enumerate(pairs, start=1):
        loss, grads = loss_and_gradients(arrays, X, Y)
        losses.append(loss)
        v = {name: beta1 * v[name] + (1 - beta1) * grads[name] for name in arrays}
        s = {name: beta2 * s[name] + (1 - beta2) * grads[name] ** 2 for name in arrays}
        rate = learning_rate * np.sqrt(1 - beta2**t) / (1 - beta1**t)
        arrays = {name: p - rate * v[name] / (np.sqrt(s[name]) + 1e-7) for name, p in arrays.items()}
    return losses, arrays
