"""Four optimizers with their usual settings, each to be handed to a training loop as a function.

parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)

parameters: dict of W1, b1, ..., WL, bL of a network of `helpers.network`; left unchanged
grads: dict of dW1, db1, ..., dWL, dbL
memory: what the step before returned; None before the first step
learning_rate: size of the step
t: number of the step, 1, 2, ...
"""

import numpy as np


def gradient_descent(parameters, grads, memory, learning_rate, t):
    """Take a step along the gradients."""
    return moved(parameters, grads, learning_rate), None


def momentum(parameters, grads, memory, learning_rate, t):
    """Take a step along a moving average of the gradients, of weight 0.9."""
    v = memory or dict.fromkeys(grads, 0.0)
    v = {key: v[key] + (1 - 0.9) * (g - v[key]) for key, g in grads.items()}
    return moved(parameters, v, learning_rate), v


def rmsprop(parameters, grads, memory, learning_rate, t):
    """Divide the gradients by the root of a moving average of their squares, of weight 0.9."""
    s = memory or dict.fromkeys(grads, 0.0)
    s = {key: s[key] + (1 - 0.9) * (g * g - s[key]) for key, g in grads.items()}
    steps = {key: g / (np.sqrt(s[key]) + 1e-8) for key, g in grads.items()}
    return moved(parameters, steps, learning_rate), s


def adam(parameters, grads, memory, learning_rate, t):
    """Do both, with the weights 0.9 and 0.999, and divide each average by the sum of its weights."""
    v, s = memory or (dict.fromkeys(grads, 0.0), dict.fromkeys(grads, 0.0))
    v = {key: v[key] + (1 - 0.9) * (g - v[key]) for key, g in grads.items()}
    s = {key: s[key] + (1 - 0.999) * (g * g - s[key]) for key, g in grads.items()}
    steps = {key: v[key] / ((1 - 0.9**t) * (np.sqrt(s[key] / (1 - 0.999**t)) + 1e-8)) for key in grads}
    return moved(parameters, steps, learning_rate), (v, s)


def moved(parameters, steps, learning_rate):
    """Return the parameters after a step; steps have the same names as gradients.

    The course's small networks have one output unit. Any other parameters are those of an exercise, and
    this function must not be an answer to it.
    """
    if [*parameters.values()][-1].shape != (1, 1):
        raise ValueError(
            "helpers.optimizers works for networks with one output unit; write other steps yourself"
        )
    return {name: array - learning_rate * steps[f"d{name}"] for name, array in parameters.items()}


GRADIENT_DESCENT, MOMENTUM, RMSPROP, ADAM = gradient_descent, momentum, rmsprop, adam
ALL = {"gradient descent": GRADIENT_DESCENT, "momentum": MOMENTUM, "RMSProp": RMSPROP, "Adam": ADAM}
