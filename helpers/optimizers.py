"""Four optimizers as settings of one rule, each to be handed to a training loop as a function."""

from dataclasses import dataclass, fields

import numpy as np

EPSILON = 1e-8


@dataclass(frozen=True)
class Rule:
    """A step along an average of the gradients, divided or not by the root of an average of squares.

    Attributes:
        beta1: weight of the average of gradients so far; 0 takes the gradient as it is
        beta2: weight of the average of squares so far
        divides: whether the step is divided by the root of that average
        corrects: whether both averages are divided by the sum of their weights
    """

    beta1: float = 0.0
    beta2: float = 0.0
    divides: bool = False
    corrects: bool = False

    def __call__(self, parameters, grads, memory, learning_rate, t):
        """Take step t = 1, 2, ...; return new parameters, and what to hand over as `memory` next time.

        Arguments:
            parameters: dict of W1, b1, ..., WL, bL; left unchanged
            grads: dict of dW1, db1, ..., dWL, dbL
            memory: what the step before returned; None before the first step
            learning_rate: size of the step
            t: number of the step
        """
        theta, g = flat(parameters), flat({name: grads[f"d{name}"] for name in parameters})  # (size,)
        v, s = (np.zeros_like(theta), np.zeros_like(theta)) if memory is None else memory
        theta, v, s = self.step(theta, g, v, s, learning_rate, t)
        ends = np.cumsum([array.size for array in parameters.values()])[:-1]
        parts = zip(parameters.items(), np.split(theta, ends), strict=True)
        return {name: part.reshape(array.shape) for (name, array), part in parts}, (v, s)

    def step(self, theta, g, v, s, learning_rate, t):
        """Return the new parameters and averages, each an array in the shape of theta, (..., size)."""
        v = v + (1 - self.beta1) * (g - v)
        s = s + (1 - self.beta2) * (g * g - s)
        weights = [1 - self.corrects * beta**t for beta in (self.beta1, self.beta2)]
        root = np.where(self.divides, np.sqrt(s / weights[1]) + EPSILON, 1)
        return theta - learning_rate * v / (weights[0] * root), v, s


def together(rules):
    """Return one rule for n stacks of parameters, (n, seeds, size), each of which follows its own."""
    columns = {f.name: [getattr(rule, f.name) for rule in rules] for f in fields(Rule)}
    return Rule(**{name: np.array(column)[:, None, None] for name, column in columns.items()})


def flat(arrays):
    """Return all entries of a dict of arrays, one after the other, (size,)."""
    return np.concatenate([array.ravel() for array in arrays.values()])


GRADIENT_DESCENT = Rule()
MOMENTUM = Rule(beta1=0.9)
RMSPROP = Rule(beta2=0.9, divides=True)
ADAM = Rule(beta1=0.9, beta2=0.999, divides=True, corrects=True)
ALL = {"gradient descent": GRADIENT_DESCENT, "momentum": MOMENTUM, "RMSProp": RMSPROP, "Adam": ADAM}
