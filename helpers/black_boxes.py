"""Costs to be lowered without knowing them: black boxes that answer a counted number of questions.

Behind each box a network learns from mini-batches whose labels are drawn anew each time, so the noise
never ends. Its kind, its size, its data, and the units in which the cost and the parameters are measured
are drawn with the seed of the box.
"""

import numpy as np
import scipy

from helpers import data, network
from helpers.signals import in_one_thread

BUDGET = 500  # measurements that a box allows
BATCH = 32


class BudgetSpent(RuntimeError):
    """A box was asked once too often."""

    def _render_traceback_(self):
        """Let IPython show only the message."""
        return str(self).split("\n")


class Box:
    """A cost, and a budget of measurements.

    Arguments:
        seed: another seed draws another box

    Attributes:
        start: where to begin, all parameters one after another, (n,)
        left: how many measurements are left
        costs: what has been measured, a list
    """

    def __init__(self, seed):
        self.rng, self.left, self.costs = np.random.default_rng(seed), BUDGET, []
        self.X, self.P, layers_dims, factor = KINDS[seed % len(KINDS)](self.rng)
        self.unit = 10 ** self.rng.uniform(-2, 2)  # of the cost
        self.length = 10 ** self.rng.uniform(-1, 1)  # of the parameters
        begin = network.start(layers_dims, seed)
        self.shapes = {name: array.shape for name, array in begin.items()}
        arrays = [factor * array.ravel() for array in begin.values()]
        self.start = self.length * np.concatenate(arrays)
        self.begin = self.excess(self.start)

    def measure(self, theta):
        """Return the cost of a mini-batch at theta (n,), and its gradient (n,)."""
        if not self.left:
            raise BudgetSpent(
                f"The budget is spent: this box has answered {BUDGET} times, and answers no more.\n"
                "`box.left` says how many answers are left. When it is 0, return the parameters."
            )
        self.left -= 1
        chosen = self.rng.integers(0, self.X.shape[1], BATCH)
        P = self.P[:, chosen]
        cost, gradient = self.look(theta, self.X[:, chosen], (self.rng.random(P.shape) < P).astype(int))
        self.costs.append(cost)
        return cost, gradient

    @in_one_thread
    def look(self, theta, X, Y):
        """Return the cost on examples X (n_x, m), Y (1, m) from 0 to 1, and its gradient (n,)."""
        if np.shape(theta) != self.start.shape:
            raise ValueError(f"the shape is {np.shape(theta)}; this box takes {self.start.shape}")
        ends = np.cumsum([rows * columns for rows, columns in self.shapes.values()])[:-1]
        parts = np.split(np.asarray(theta) / self.length, ends)
        shaped = zip(self.shapes.items(), parts, strict=True)
        parameters = {name: part.reshape(shape) for (name, shape), part in shaped}
        with np.errstate(all="ignore"):  # what diverges, overflows
            cache = network.forward(X, parameters)
            grads = network.backward(Y, parameters, cache)
            cost = network.cost(cache[f"Z{len(self.shapes) // 2}"], Y)
        flat = np.concatenate([grads[f"d{name}"].ravel() for name in self.shapes])
        return self.unit * cost, self.unit / self.length * flat

    def excess(self, theta):
        """Return the mean cost of all examples, above the least that there can be; this is not counted."""
        least = np.mean(scipy.special.entr(self.P) + scipy.special.entr(1 - self.P))
        return self.look(theta, self.X, self.P)[0] - self.unit * least


def fall(box, theta):
    """Return by how many powers of ten the cost is lower at theta (n,) than at the start; at least 0.

    A cost that has risen, or is no number, counts as 0.
    """
    left = box.excess(theta) / box.begin
    return float(abs(np.log10(np.clip(left, 1e-6, 1)))) if np.isfinite(left) else 0.0


def practice():
    """Return 40 boxes to try methods on, the same ones in each call, with fresh budgets."""
    return [Box(seed) for seed in range(40)]


def unseen():
    """Return 40 other boxes for the end."""
    return [Box(seed) for seed in range(1000, 1040)]


def linear(rng):
    """Return examples with features of unequal scale, and a network without a hidden layer."""
    n = int(rng.integers(5, 30))
    turned, _ = np.linalg.qr(rng.standard_normal((n, n)))
    scales = np.geomspace(1, 10 ** rng.uniform(0.3, 1.3), n)[:, None]  # (n, 1)
    Z = rng.standard_normal((n, 400))
    truth = rng.standard_normal((1, n)) * 3 / np.sqrt(n)
    return turned @ (scales * Z), network.sigmoid(truth @ Z), [n, 1], 0.1


def plane(rng):
    """Return points of the plane, and a network with two hidden layers."""
    make = (data.circles, data.moons)[rng.integers(2)]
    X, Y = make(400, noise=0.1, seed=int(rng.integers(10_000)))
    return X, unsure(Y, rng), [2, int(rng.integers(8, 20)), int(rng.integers(4, 10)), 1], 1.0


def wide(rng):
    """Return digits, some of which are to be told from the others, and a network with one hidden layer."""
    return *some_digits(rng), [64, int(rng.integers(10, 40)), 1], 1.0


def deep(rng):
    """Return digits, and a deep network whose first weights are rather small."""
    hidden = [int(rng.integers(12, 24))] * int(rng.integers(3, 5))
    return *some_digits(rng), [64, *hidden, 1], rng.uniform(0.7, 1.0)


def some_digits(rng):
    """Return 400 images (64, 400), and how likely the label of each is 1: it is one of five digits."""
    X, Y = data.digits()["train"]
    chosen, digits = rng.permutation(X.shape[1])[:400], rng.permutation(10)[:5]
    return X[:, chosen].astype(float), unsure(np.isin(Y[:, chosen], digits), rng)


def unsure(Y, rng):
    """Return how likely labels are 1 if some of Y (1, m) are flipped at random."""
    return np.where(Y == 1, 1, 0) + rng.uniform(0.02, 0.2) * np.where(Y == 1, -1, 1)


KINDS = [linear, plane, wide, deep]
