"""A deep classifier of several classes: ReLU layers, with batch normalization or without, and a softmax.

Softmax and batch normalization, forward and backward, are functions that the caller brings along.
"""

import copy

import numpy as np

from helpers import network, training

# A network that explodes ends in infinities and NaN. That is its result, and no reason to warn.
EXPLODING = {"over": "ignore", "divide": "ignore", "invalid": "ignore"}


def bn_param(running_mean, running_var, mode="train", eps=1e-5, momentum=0.9):
    """Return the dict that batch normalization takes besides its input.

    Arguments:
        running_mean, running_var: a number for each of n features; they become arrays (n, 1)
        mode: "train" or "test"
        eps, momentum: as in batch normalization
    """
    columns = {"running_mean": running_mean, "running_var": running_var}
    columns = {name: np.array(values, dtype=float).reshape(-1, 1) for name, values in columns.items()}
    return {"mode": mode, "eps": eps, "momentum": momentum} | columns


class Classifier:
    """A network that keeps the running statistics of its hidden layers, if these are normalized.

    Arguments:
        layers_dims: units per layer, [n_0, n_1, ..., n_L]; n_L is the number of classes
        softmax: gives A (C, m) for Z (C, m)
        softmax_backward: gives dZ (C, m) for A and the one-hot Y, both (C, m)
        batchnorm: the functions batchnorm_forward and batchnorm_backward; None: nothing is normalized
    """

    def __init__(self, layers_dims, softmax, softmax_backward, batchnorm=None):
        self.layers_dims, self.L = layers_dims, len(layers_dims) - 1
        self.softmax, self.softmax_backward = softmax, softmax_backward
        self.batchnorm = batchnorm
        normalized = range(1, self.L) if batchnorm else []
        self.bn_params = {l: bn_param([0] * layers_dims[l], [1] * layers_dims[l]) for l in normalized}

    def start(self, seed, factor=1.0):
        """Return parameters to start from, the weights of hidden layers times a factor.

        gammal is 1 and betal is 0. Biases stay even if there is batch normalization, so that one can
        watch what becomes of them.
        """
        parameters = network.start(self.layers_dims, seed)
        for l in range(1, self.L):
            parameters[f"W{l}"] *= factor
        for l in self.bn_params:
            parameters[f"gamma{l}"] = np.ones((self.layers_dims[l], 1))
            parameters[f"beta{l}"] = np.zeros((self.layers_dims[l], 1))
        return parameters

    def forward(self, X, parameters, mode="train"):
        """Run the network on X. In mode "train", this moves the running statistics.

        Arguments:
            X: features, (n_0, m)
            parameters: Wl and bl; gammal and betal where there is batch normalization
            mode: "train" or "test"

        Returns:
            cache: dict of A0 = X and, for every layer l, Al and Zl, what enters its ReLU or the
                softmax, each (n_l, m); and what batch normalization wants to remember, normalizedl
        """
        cache = {"A0": X}
        for l in range(1, self.L + 1):
            Z = parameters[f"W{l}"] @ cache[f"A{l - 1}"] + parameters[f"b{l}"]  # (n_l, m)
            if l in self.bn_params:
                self.bn_params[l]["mode"] = mode
                gamma, beta = parameters[f"gamma{l}"], parameters[f"beta{l}"]
                Z, cache[f"normalized{l}"] = self.batchnorm[0](Z, gamma, beta, self.bn_params[l])
            cache[f"Z{l}"] = Z
            cache[f"A{l}"] = self.softmax(Z) if l == self.L else network.relu(Z)
        return cache

    def backward(self, Y, parameters, cache):
        """Return the gradients of the mean cross-entropy, one for every entry of the parameters.

        Arguments:
            Y: one-hot labels, (C, m)
            parameters: those of the forward pass
            cache: what `forward` returned in mode "train"
        """
        dZ, grads = self.softmax_backward(cache[f"A{self.L}"], Y), {}
        for l in range(self.L, 0, -1):
            if l in self.bn_params:
                dZ, dgamma, dbeta = self.batchnorm[1](dZ, cache[f"normalized{l}"])
                grads |= {f"dgamma{l}": dgamma, f"dbeta{l}": dbeta}
            grads[f"dW{l}"] = dZ @ cache[f"A{l - 1}"].T  # (n_l, n_{l-1})
            grads[f"db{l}"] = dZ.sum(axis=1, keepdims=True)  # (n_l, 1)
            if l > 1:
                dZ = (parameters[f"W{l}"].T @ dZ) * (cache[f"Z{l - 1}"] > 0)  # (n_{l-1}, m)
        return grads

    def learn(self, X, Y, parameters, learning_rate, num_steps, seed=0, **watching):
        """Take steps of gradient descent on 64 random examples at a time; see `training.repeat`.

        Arguments:
            X, Y: features (n_0, m) and one-hot labels (C, m)
            parameters: where to start; left unchanged
            learning_rate, num_steps: of plain gradient descent
            seed: another seed draws other examples
            watching: `watch` and `every` of `training.repeat`

        Returns:
            parameters: the trained ones
            records: what `watch` has returned
        """
        rng = np.random.default_rng(seed)

        def step(parameters):
            drawn = rng.integers(X.shape[1], size=64)
            grads = self.backward(Y[:, drawn], parameters, self.forward(X[:, drawn], parameters))
            return {name: p - learning_rate * grads[f"d{name}"] for name, p in parameters.items()}

        with np.errstate(**EXPLODING):
            return training.repeat(step, parameters, num_steps, **watching)

    def accuracy(self, X, Y, parameters, mode="test"):
        """Return the share of examples whose class has the largest probability, from 0 to 1.

        The running statistics stay as they are, even in mode "train".
        """
        looking_on = copy.deepcopy(self) if mode == "train" else self
        with np.errstate(**EXPLODING):
            A = looking_on.forward(X, parameters, mode)[f"A{self.L}"]
        return float(np.mean(A.argmax(axis=0) == Y.argmax(axis=0)))
