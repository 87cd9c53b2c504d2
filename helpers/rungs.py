"""Learning curves of many small networks that differ by their learning rate alone, and one to watch over."""

import numpy as np

from helpers import data, trials
from helpers.signals import in_one_thread

LOW, HIGH = 1e-5, 1.0  # between these, learning rates are drawn


def drawn(count, rng):
    """Return learning rates of the whole range, every factor equally likely, (count,)."""
    return np.geomspace(LOW, HIGH, 100_001)[rng.integers(0, 100_001, count)]


def losses(rates, steps, seed=0):
    """Train a network with 16 hidden units for each learning rate, with Adam.

    Arguments:
        rates: learning rates, nested lists or an array; those outside the range are moved to its end
        steps: after how many steps to measure, ascending
        seed: decides the start and the batches, which all networks have in common

    Returns:
        the loss on the dev set, (*rates.shape, len(steps))
    """
    found = trials.dev_losses(
        [{"learning_rate": rate} for rate in np.clip(np.ravel(rates), LOW, HIGH)], steps, seed=seed
    )
    return found.reshape(*np.shape(rates), len(steps))


def pools(steps, seeds=20, size=96):
    """Draw candidates, and train all of them to the end.

    Returns:
        rates: ascending in each pool, (seeds, size)
        curves: the loss of each candidate after so many steps, (seeds, size, len(steps))
    """
    rates = np.array([np.sort(drawn(size, np.random.default_rng(seed))) for seed in range(seeds)])
    return rates, np.array([losses(row, steps, seed) for seed, row in enumerate(rates)])


class Run:
    """One network with 16 hidden units in training with Adam, whose learning rate may change on the way.

    Arguments:
        seed: decides the start and the batches
    """

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)
        self.network, self.steps = trials.Networks([16], self.rng), 0
        self.train_set, self.dev_set = (data.digits()[name] for name in ("train", "dev"))

    @in_one_thread
    def train(self, rate, num_steps):
        """Take steps on mini-batches of 32 images."""
        X, Y = self.train_set
        for _ in range(num_steps):
            self.steps += 1
            batch = self.rng.choice(X.shape[1], 32, replace=False)
            grads = self.network.gradients(X[:, batch], Y[0, batch])
            self.network.adam(grads, self.steps, *np.array([[rate], [0.9], [0.999]]))

    @in_one_thread
    def loss(self):
        """Return the loss on the dev set."""
        X, Y = self.dev_set
        return self.network.losses(X, Y[0]).mean()

    def state(self):
        """Return what is needed to come back here."""
        network = self.network
        return self.steps, [part.copy() for part in (network.parameters, network.v, network.s)]

    def back_to(self, state):
        """Return to a state; the batches go on."""
        self.steps, parts = state
        self.network.parameters, self.network.v, self.network.s = (part.copy() for part in parts)
