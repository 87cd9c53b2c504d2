"""Many small networks trained at once: one for each pair of optimizer and learning rate, and each seed.

They are kept in stacked arrays, which takes a tenth of the time of training them one by one. A run is
what it would be alone: its seed decides the start and the mini-batches, whatever else runs beside it.
"""

import numpy as np
from threadpoolctl import threadpool_limits

from helpers import network

TOGETHER = 90  # networks in one stack: with more, the arrays leave the processor's cache


def train_all(X, Y, layers_dims, pairs, seeds, num_epochs, mini_batch_size):
    """Train a network for each pair and each seed.

    Arguments:
        X, Y: features (n_x, m) and labels 0 or 1, (1, m)
        layers_dims: units per layer, [n_0, n_1, ..., 1]
        pairs: list of (name of an optimizer in `optimizers.ALL`, learning rate)
        seeds: list of seeds; runs of the same seed have the same start and the same mini-batches
        num_epochs: how often to go through all examples, in an order that is drawn anew
        mini_batch_size: examples per step; the last step of an epoch may have fewer

    Returns:
        dict of (name, learning rate, seed) -> dict of "parameters", the trained ones, and "losses",
            (num_epochs,): the mean over the examples, each before the step that it is used in
    """
    runs, size = {}, max(1, TOGETHER // len(seeds))
    for first in range(0, len(pairs), size):
        stack = Stack(layers_dims, pairs[first : first + size], seeds)
        # Small matrices are multiplied fastest in one thread. A network that explodes ends in
        # infinities and NaN: that is its result, and no reason to warn.
        with threadpool_limits(1, "blas"), np.errstate(all="ignore"):
            losses = stack.train(X, Y, num_epochs, mini_batch_size)
        runs |= {
            (*pair, seed): {"parameters": stack.parameters(i, j), "losses": losses[i, j]}
            for i, pair in enumerate(stack.pairs)
            for j, seed in enumerate(seeds)
        }
    return runs


class Stack:
    """Networks of equal layers, one for each pair of optimizer and learning rate, and each seed.

    Attributes:
        theta, grads: all parameters and their gradients, (pairs, seeds, size)
        v, s: averages of the gradients and of their squares, (pairs, seeds, size)
        arrays: W1, b1, ..., WL, bL, views of theta, each (pairs, seeds, n_l, n_{l-1} or 1)
        slopes: the same for the gradients
    """

    def __init__(self, layers_dims, pairs, seeds):
        self.L, self.pairs, self.seeds = len(layers_dims) - 1, pairs, seeds
        starts = [network.start(layers_dims, seed) for seed in seeds]
        self.shapes = {name: array.shape for name, array in starts[0].items()}
        flat = [[array.ravel() for array in start.values()] for start in starts]
        start = np.stack([np.concatenate(arrays) for arrays in flat])  # (seeds, size)
        self.theta = np.repeat(start[None], len(pairs), axis=0)
        self.grads, self.v, self.s = np.zeros((3, *self.theta.shape))
        self.arrays, self.slopes = self.views(self.theta), self.views(self.grads)

    def views(self, theta):
        """Return the parts of flat arrays (pairs, seeds, size) by their names."""
        ends = np.cumsum([rows * columns for rows, columns in self.shapes.values()])[:-1]
        parts = zip(self.shapes.items(), np.split(theta, ends, axis=2), strict=True)
        return {name: part.reshape(*theta.shape[:2], *shape) for (name, shape), part in parts}

    def parameters(self, i, j):
        """Return the parameters of one network, W1, b1, ..., WL, bL."""
        return {name: array[i, j].copy() for name, array in self.arrays.items()}

    def train(self, X, Y, num_epochs, mini_batch_size):
        """Train all networks; return their losses, (pairs, seeds, num_epochs)."""
        rngs, m = [np.random.default_rng(seed) for seed in self.seeds], X.shape[1]
        losses, t = np.zeros((*self.theta.shape[:2], num_epochs)), 0
        for epoch in range(num_epochs):
            order = np.stack([rng.permutation(m) for rng in rngs])  # (seeds, m)
            for first in range(0, m, mini_batch_size):
                batch, t = order[:, first : first + mini_batch_size], t + 1  # (seeds, B)
                loss = self.backward(X.T[batch].swapaxes(1, 2), Y[0, batch])
                losses[:, :, epoch] += loss * batch.shape[1] / m
                self.step(t)
        return losses

    def step(self, t):
        """Take step t = 1, 2, ... of all networks, each by the optimizer and the rate of its pair."""
        names, rates = (np.array(values)[:, None, None] for values in zip(*self.pairs, strict=True))
        adam, divides = names == "Adam", np.isin(names, ["RMSProp", "Adam"])
        beta1 = np.where(np.isin(names, ["momentum", "Adam"]), 0.9, 0.0)
        beta2 = np.where(adam, 0.999, np.where(divides, 0.9, 0.0))
        self.v += (1 - beta1) * (self.grads - self.v)
        self.s += (1 - beta2) * (self.grads * self.grads - self.s)
        v_sum, s_sum = (np.where(adam, 1 - beta**t, 1) for beta in (beta1, beta2))
        root = np.where(divides, np.sqrt(self.s / s_sum) + 1e-8, 1)
        self.theta -= rates * self.v / (v_sum * root)

    def backward(self, X, Y):
        """Put the gradients into `grads`; return the losses, (pairs, seeds).

        Arguments:
            X, Y: a mini-batch for each seed, (seeds, n_0, B) and (seeds, B)
        """
        A, Y = [X], Y[:, None]  # Y: (seeds, 1, B)
        for l in range(1, self.L + 1):
            Z = self.arrays[f"W{l}"] @ A[-1]  # (pairs, seeds, n_l, B)
            Z += self.arrays[f"b{l}"]
            A.append(np.maximum(Z, 0))
        small = np.exp(-np.abs(Z))  # cross-entropy and sigmoid of any Z without overflow
        losses = A[self.L] - Y * Z + np.log1p(small)  # (pairs, seeds, 1, B)
        dZ = (np.where(Z > 0, 1, small) / (1 + small) - Y) / Y.shape[-1]
        for l in range(self.L, 0, -1):
            self.slopes[f"W{l}"][:] = dZ @ A[l - 1].swapaxes(-1, -2)
            self.slopes[f"b{l}"][:] = dZ.sum(axis=-1, keepdims=True)
            if l > 1:
                dZ = self.arrays[f"W{l}"].swapaxes(-1, -2) @ dZ
                dZ *= A[l - 1] > 0
        return losses.mean(axis=(2, 3))
