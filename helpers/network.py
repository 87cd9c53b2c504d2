"""A small fully connected network in NumPy: ReLU hidden layers and one sigmoid output.

Examples are columns. A network is its `parameters`, a dict that holds for every layer l

    W1, W2, ..., WL    weights, (n_l, n_{l-1})
    b1, b2, ..., bL    biases,  (n_l, 1)

and everything a pass computes is kept in a dict `cache`: A0 (which is X), Z1, A1, ..., ZL, AL.
"""

import numpy as np


def number_of_layers(parameters):
    """Return L, the number of layers that have weights."""
    return sum(name.startswith("W") for name in parameters)


def relu(Z):
    """Return max(0, Z), entry by entry."""
    return np.maximum(0, Z)


def sigmoid(Z):
    """Return 1 / (1 + exp(-Z)), entry by entry, without overflow for large negative Z."""
    return np.exp(-np.logaddexp(0, -Z))


def forward(X, parameters):
    """Run the network on X.

    Arguments:
        X: features, (n_x, m)
        parameters: W1, b1, ..., WL, bL

    Returns:
        cache: dict of A0 = X and, for every layer l, Zl and Al, each (n_l, m);
            the output AL holds the probability of class 1, (1, m)
    """
    L = number_of_layers(parameters)
    cache = {"A0": X}
    for l in range(1, L + 1):
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ cache[f"A{l - 1}"] + b  # (n_l, m)
        cache[f"Z{l}"] = Z
        cache[f"A{l}"] = sigmoid(Z) if l == L else relu(Z)  # (n_l, m)
    return cache


def cost(ZL, Y):
    """Return the mean binary cross-entropy of sigmoid(ZL) against Y.

    The textbook form, -mean(Y log A + (1 - Y) log(1 - A)), is infinite as soon as A rounds to 0
    or 1. Written in terms of ZL the same number stays finite.

    Arguments:
        ZL: input of the output's sigmoid, (1, m)
        Y: labels 0 or 1, (1, m)
    """
    return float(np.mean(np.logaddexp(0, ZL) - Y * ZL))


def backward(Y, parameters, cache):
    """Return the gradients of the mean cross-entropy.

    Arguments:
        Y: labels 0 or 1, (1, m)
        parameters: W1, b1, ..., WL, bL
        cache: what `forward` returned

    Returns:
        grads: dict of dWl (n_l, n_{l-1}) and dbl (n_l, 1) for every layer l
    """
    L, m = number_of_layers(parameters), Y.shape[1]
    grads = {}
    dZ = (cache[f"A{L}"] - Y) / m  # (1, m)
    for l in range(L, 0, -1):
        grads[f"dW{l}"] = dZ @ cache[f"A{l - 1}"].T  # (n_l, n_{l-1})
        grads[f"db{l}"] = dZ.sum(axis=1, keepdims=True)  # (n_l, 1)
        if l > 1:
            dA = parameters[f"W{l}"].T @ dZ  # (n_{l-1}, m)
            dZ = dA * (cache[f"Z{l - 1}"] > 0)  # (n_{l-1}, m)
    return grads


def predict(X, parameters):
    """Return the predicted labels, 0 or 1, (1, m)."""
    L = number_of_layers(parameters)
    return (forward(X, parameters)[f"A{L}"] > 0.5).astype(int)


def accuracy(X, Y, parameters):
    """Return the share of examples whose label is predicted correctly, from 0 to 1."""
    return float(np.mean(predict(X, parameters) == Y))


def class_accuracy(X, Y, parameters):
    """Return the share of examples whose class has the largest of several outputs, from 0 to 1.

    Arguments:
        X: features, (n_x, m)
        Y: the class, 0 to C - 1, (1, m)
        parameters: a network with C outputs
    """
    L = number_of_layers(parameters)
    return float(np.mean(forward(X, parameters)[f"Z{L}"].argmax(axis=0) == Y[0]))


def start(layers_dims, seed):
    """Return parameters to start from: small uniform draws for the weights, zeros for the biases.

    Arguments:
        layers_dims: units per layer, [n_0, n_1, ..., n_L]
        seed: another seed draws other weights
    """
    rng = np.random.default_rng(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        n_in, n_out = layers_dims[l - 1], layers_dims[l]
        limit = np.sqrt(6 / n_in)
        parameters[f"W{l}"] = rng.uniform(-limit, limit, (n_out, n_in))
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters
