"""Many small networks trained at once on the digits: one for each setting of the hyperparameters.

All networks start from the same random numbers and see the same mini-batches, so that they differ by
their settings alone. They are kept in stacked arrays, which takes a tenth of the time of training
them one by one.
"""

import numpy as np
from threadpoolctl import threadpool_limits

from helpers import data

INPUTS, ROOM, CLASSES = 64, 64, 10  # pixels, the most hidden units there may be, digits
DEFAULTS = {"learning_rate": 0.001, "beta1": 0.9, "beta2": 0.999, "units": 16}


def dev_losses(settings, steps=(150,), seed=0, batch_size=32, each=False):
    """Train a network with one hidden layer for each of T settings, with Adam.

    With the same seed, a training of few steps is the beginning of one of many.

    Arguments:
        settings: list of T dicts of "learning_rate", "beta1", "beta2" and "units", the hidden ones;
            what a dict leaves out is as in `DEFAULTS`
        steps: after how many steps to measure, ascending
        seed: another seed draws other weights and other mini-batches
        batch_size: examples per step
        each: whether to return the loss of each dev image in place of their mean

    Returns:
        losses: mean cross-entropy on the dev set, (T, len(steps)); with `each`, (T, len(steps), images)
    """
    *rates, units = (np.array([(DEFAULTS | one)[name] for one in settings]) for name in DEFAULTS)
    rng, measured = np.random.default_rng(seed), []
    networks = Networks(units, rng)
    (X, Y), (X_dev, Y_dev) = (data.digits()[name] for name in ("train", "dev"))
    with threadpool_limits(1, "blas"):  # small matrices: more threads would wait for each other
        for t in range(1, max(steps) + 1):
            batch = rng.choice(X.shape[1], batch_size, replace=False)
            networks.adam(networks.gradients(X[:, batch], Y[0, batch]), t, *rates)
            if t in steps:
                measured.append(networks.losses(X_dev, Y_dev[0]))
    losses = np.stack(measured, axis=1).astype(float)  # (T, len(steps), images)
    return losses if each else losses.mean(axis=2)


class Networks:
    """T networks of 64 inputs, one hidden ReLU layer and 10 outputs, and what Adam keeps for each.

    Each has room for n_1 hidden units, the largest number among them. Units that a network does not have
    are switched off for ever by a bias of minus infinity.

    Arguments:
        units: the hidden units of each network, (T,)
        rng: a NumPy random generator
    """

    def __init__(self, units, rng):
        self.units, n_1 = np.array(units), max(units)
        self.shapes = [(n_1, INPUTS), (n_1, 1), (CLASSES, n_1), (CLASSES, 1)]
        size = sum(rows * columns for rows, columns in self.shapes)
        self.parameters, self.v, self.s = np.zeros((3, len(units), size), np.float32)
        W1, b1, W2, _ = self.parts(self.parameters)
        W1[:] = rng.standard_normal((ROOM, INPUTS))[:n_1] * np.sqrt(2 / INPUTS)
        W2[:] = rng.standard_normal((CLASSES, ROOM))[:, :n_1]
        W2 *= np.sqrt(2 / self.units)[:, None, None]
        b1[np.arange(n_1) >= self.units[:, None]] = -np.inf

    def parts(self, flat):
        """Return the four parts of flat parameters or gradients, (T, size), each (T, rows, columns)."""
        ends = np.cumsum([rows * columns for rows, columns in self.shapes])[:-1]
        parts = np.split(flat, ends, axis=1)
        return [part.reshape(-1, *shape) for part, shape in zip(parts, self.shapes, strict=True)]

    def forward(self, X):
        """Return the activations A1 (T, n_1, m) and the probabilities A2 (T, 10, m) for X (64, m)."""
        W1, b1, W2, b2 = self.parts(self.parameters)
        T, n_1, _ = W1.shape
        A1 = (W1.reshape(-1, INPUTS) @ X).reshape(T, n_1, -1)  # of all networks in one product
        A1 = np.maximum(A1 + b1, 0)
        Z2 = W2 @ A1 + b2
        A2 = np.exp(Z2 - Z2.max(axis=1, keepdims=True))
        return A1, A2 / A2.sum(axis=1, keepdims=True)

    def gradients(self, X, Y):
        """Return the gradients of the mean cross-entropy, flat, (T, size), for labels Y (m,)."""
        W2, m = self.parts(self.parameters)[2], Y.size
        A1, dZ2 = self.forward(X)
        dZ2[:, Y, np.arange(m)] -= 1
        dZ2 /= m
        dZ1 = (W2.swapaxes(1, 2) @ dZ2) * (A1 > 0)  # (T, n_1, m)
        dW1 = dZ1.reshape(-1, m) @ X.T
        dW2 = dZ2 @ A1.swapaxes(1, 2)
        grads = [dW1, dZ1.sum(axis=2), dW2, dZ2.sum(axis=2)]
        return np.concatenate([g.reshape(len(W2), -1) for g in grads], axis=1)

    def adam(self, grads, t, learning_rate, beta1, beta2, epsilon=1e-8):
        """Take step t of Adam, each network with its own rates, (T,); `grads` is overwritten."""
        beta1, beta2 = (np.float32(beta)[:, None] for beta in (beta1, beta2))
        rate = learning_rate[:, None] * np.sqrt(1 - beta2**t) / (1 - beta1**t)
        self.v *= beta1
        self.v += (1 - beta1) * grads
        grads *= grads
        self.s *= beta2
        self.s += (1 - beta2) * grads
        np.sqrt(self.s, out=grads)
        grads += epsilon
        np.divide(self.v, grads, out=grads)
        self.parameters -= np.float32(rate) * grads

    def losses(self, X, Y):
        """Return the cross-entropy of each network on each example, (T, m)."""
        A2 = self.forward(X)[1][:, Y, np.arange(Y.size)]  # (T, m), the probability of the true digit
        return -np.log(np.maximum(A2, 1e-30))
