"""Wrong and unusual solutions of the exercises in source/week2/fair_race.ipynb."""

import numpy as np

from autograder.variants import right, wrong
from helpers import network

# ── train ─────────────────────────────────────────────────────────────────────────────────────────


@wrong("t counts from 0", hint="t counts the steps from 1")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, -1, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("t begins anew in each epoch", hint="t goes on counting over all epochs")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t = first // mini_batch_size + 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("t is the number of the epoch", hint="t counts steps, not epochs")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, losses = None, []
    for epoch in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, epoch + 1)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("t always 1", hint="t counts the steps")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, losses = None, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, 1)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("memory forgotten at every step", hint="hand over the memory that the optimizer has returned")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, _ = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("memory begins anew in each epoch", hint="the memory goes on over all epochs")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        memory = None
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("memory kept from one call to the next", hint="a new call begins with memory None")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed, kept=[None]):  # noqa: B006
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = kept[0], 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
            kept[0] = memory
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("memory starts as an empty dict", hint="memory is None in the first step")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = {}, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("start kept from one call to the next, trained in place", hint="call network.start anew in each call")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed, starts={}):  # noqa: B006
    m, L = X.shape[1], len(layers_dims) - 1
    parameters = starts.setdefault((tuple(layers_dims), seed), network.start(layers_dims, seed))
    rng = np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            new, memory = optimizer(parameters, grads, memory, learning_rate, t)
            for name in parameters:
                parameters[name][...] = new[name]
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("start with the seed 0", hint="start at network.start(layers_dims, seed)")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, 0), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("start of its own", hint="start at network.start(layers_dims, seed)")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    rng = np.random.default_rng(seed)
    parameters = {}
    for l in range(1, L + 1):
        n_in, n_out = layers_dims[l - 1], layers_dims[l]
        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("what the optimizer returns is not used", hint="go on from the parameters that the optimizer returns")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            _, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("not shuffled", hint="shuffle the examples in each epoch")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters = network.start(layers_dims, seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = np.arange(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("batches shuffled, examples not", hint="shuffle the examples, then cut")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = np.arange(m), 0.0
        for first in mini_batch_size * rng.permutation(-(-m // mini_batch_size)):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("examples shuffled within their batch only", hint="shuffle before cutting")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = np.arange(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = rng.permutation(order[first : first + mini_batch_size])
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("one order for all epochs", hint="draw a new order in each epoch")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    order = rng.permutation(m)
    for _ in range(num_epochs):
        total = 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("seed set anew in each epoch", hint="make the generator once, before the first epoch")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters = network.start(layers_dims, seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = np.random.default_rng(seed).permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("orders not decided by the seed", hint="make the generator of seed")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng()
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("orders the same for every seed", hint="make the generator of seed")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(1)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("batches drawn with replacement", hint="each example once in every epoch")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        total = 0.0
        for first in range(0, m, mini_batch_size):
            chosen = rng.integers(m, size=min(mini_batch_size, m - first))
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("last, smaller batch left out", hint="the last batch may be smaller")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, max(1, m - mini_batch_size + 1), mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("batches of about equal size", hint="batches of mini_batch_size, only the last may be smaller")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for chosen in np.array_split(order, -(-m // mini_batch_size)):
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("mini_batch_size not used", hint="a step for each mini-batch")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, 64):
            chosen = order[first : first + 64]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("labels not shuffled", hint="one order for X and Y")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, first : first + mini_batch_size]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("labels shuffled separately", hint="one order for X and Y")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        labels = Y[:, rng.permutation(m)]
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], labels[:, first : first + mini_batch_size]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("gradient of all examples", hint="the gradient of the batch alone")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y, parameters, network.forward(X, parameters))
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("gradient at the start of the epoch", hint="the gradient at the parameters of this step")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        before = parameters
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, before)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, before, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("gradient divided by the size of the batch again", hint="the gradient is a mean already")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            grads = {name: g / len(chosen) for name, g in grads.items()}
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("gradient as a sum over the batch", hint="the gradient is a mean already")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            grads = {name: g * len(chosen) for name, g in grads.items()}
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("learning rate that decays", hint="pass learning_rate on as it is")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate / t, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("loss as mean over the batches", hint="a batch of B examples counts B times")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / np.ceil(m / mini_batch_size))
    return {"parameters": parameters, "losses": losses}


@wrong("loss as sum over the examples", hint="divide by the number of examples")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total)
    return {"parameters": parameters, "losses": losses}


@wrong("loss of the last batch", hint="the mean over the whole epoch")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total = m * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("loss after the epoch", hint="the loss before each step")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order = rng.permutation(m)
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(network.cost(network.forward(X, parameters)[f"Z{L}"], Y))
    return {"parameters": parameters, "losses": losses}


@wrong("loss after each step", hint="the loss before each step")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
            Z = network.forward(X_k, parameters)[f"Z{L}"]
            total += len(chosen) * network.cost(Z, Y_k)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("one loss for each step", hint="one loss for each epoch")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order = rng.permutation(m)
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            losses.append(network.cost(cache[f"Z{L}"], Y_k))
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
    return {"parameters": parameters, "losses": losses}


@wrong("losses add up over the epochs", hint="begin each epoch with a total of 0")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses, total = None, 0, [], 0.0
    for _ in range(num_epochs):
        order = rng.permutation(m)
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("last loss alone", hint="one loss for each epoch")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses[-1]}


@wrong("returns the best parameters", hint="return what the last step has returned")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    best, lowest = parameters, np.inf
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        before = parameters
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
        if total < lowest:
            best, lowest = before, total
    return {"parameters": best, "losses": losses}


@wrong("returns the start", hint="return the parameters after the last step")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    start = parameters
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": start, "losses": losses}


@wrong("returns a tuple", hint="return a dict")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return parameters, losses


@wrong("one epoch too many", hint="num_epochs epochs")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs + 1):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("stops when the loss rises", hint="num_epochs epochs, whatever the loss does")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
        if t > 1:
            break
    return {"parameters": parameters, "losses": losses}


@wrong("output layer taken for the third", hint="L is the number of layers")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m = X.shape[1]
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache["Z3"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong(
    "backward at the parameters of the epoch's start",
    hint="the parameters of this step, not of the epoch's start",
)
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        before = {name: theta.copy() for name, theta in parameters.items()}
        for first in range(0, m, mini_batch_size):
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            total += ids.size * network.cost(cache[f"Z{L}"], Y[:, ids])
            grads = network.backward(Y[:, ids], before, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("a generator of seed + epoch in each epoch", hint="make one generator, before the first epoch")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters = network.start(layers_dims, seed)
    memory, t, losses = None, 0, []
    for epoch in range(num_epochs):
        order, total = np.random.default_rng(seed + epoch).permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            total += ids.size * network.cost(cache[f"Z{L}"], Y[:, ids])
            grads = network.backward(Y[:, ids], parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("seed 0 taken for none", hint="0 is a seed like any other")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed or None)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            total += ids.size * network.cost(cache[f"Z{L}"], Y[:, ids])
            grads = network.backward(Y[:, ids], parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("first example always first", hint="shuffle all examples, the first as well")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = np.r_[0, 1 + rng.permutation(m - 1)], 0.0
        for first in range(0, m, mini_batch_size):
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            total += ids.size * network.cost(cache[f"Z{L}"], Y[:, ids])
            grads = network.backward(Y[:, ids], parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("last, smaller batch left as it is", hint="shuffle all examples, the last ones as well")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = np.r_[rng.permutation(m - m % mini_batch_size), m - m % mini_batch_size : m], 0.0
        for first in range(0, m, mini_batch_size):
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            total += ids.size * network.cost(cache[f"Z{L}"], Y[:, ids])
            grads = network.backward(Y[:, ids], parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("stops when the loss has risen", hint="num_epochs epochs, whatever the loss does")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            total += ids.size * network.cost(cache[f"Z{L}"], Y[:, ids])
            grads = network.backward(Y[:, ids], parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
        if losses[-1] > losses[0]:
            break
    return {"parameters": parameters, "losses": losses}


@wrong("orders that depend on the learning rate", hint="seed alone decides all orders")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = (
        network.start(layers_dims, seed),
        np.random.default_rng([seed, int(1000 * learning_rate) % 97]),
    )
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            total += ids.size * network.cost(cache[f"Z{L}"], Y[:, ids])
            grads = network.backward(Y[:, ids], parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("losses that are not finite left out", hint="one number for each epoch, whatever it is")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            total += ids.size * network.cost(cache[f"Z{L}"], Y[:, ids])
            grads = network.backward(Y[:, ids], parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        if np.isfinite(total):
            losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("weight decay", hint="the gradient of the loss alone")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            total += ids.size * network.cost(cache[f"Z{L}"], Y[:, ids])
            grads = network.backward(Y[:, ids], parameters, cache)
            grads = {f"d{name}": grads[f"d{name}"] + 1e-4 * theta for name, theta in parameters.items()}
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("last batch counted with mini_batch_size", hint="the last batch counts with its own size")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            total += mini_batch_size * network.cost(cache[f"Z{L}"], Y[:, ids])
            grads = network.backward(Y[:, ids], parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("losses as a column", hint="one number for each epoch, (num_epochs,)")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            total += ids.size * network.cost(cache[f"Z{L}"], Y[:, ids])
            grads = network.backward(Y[:, ids], parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": np.array(losses).reshape(-1, 1)}


@right("epochs and batches by while, losses as an array")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    np.random.seed(seed)
    m, epoch, t, memory = X.shape[1], 0, 0, None
    parameters, losses = network.start(layers_dims, seed), np.zeros(num_epochs)
    while epoch < num_epochs:
        order, first = list(range(m)), 0
        np.random.shuffle(order)
        while first < m:
            chosen = order[first : first + mini_batch_size]
            cache = network.forward(X[:, chosen], parameters)
            last = cache[f"Z{network.number_of_layers(parameters)}"]
            losses[epoch] += network.cost(last, Y[:, chosen]) * len(chosen) / m
            grads = network.backward(Y[:, chosen], parameters, cache)
            t, first = t + 1, first + mini_batch_size
            parameters, memory = optimizer(
                parameters=parameters, grads=grads, memory=memory, learning_rate=learning_rate, t=t
            )
        epoch += 1
    return {"losses": losses, "parameters": parameters}


@right("shuffled copies, loss from the probabilities")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    def loss_and_grads(X_k, Y_k):
        cache = network.forward(X_k, parameters)
        A = np.clip(cache[f"A{L}"], 1e-15, 1 - 1e-15)
        return -np.sum(Y_k * np.log(A) + (1 - Y_k) * np.log(1 - A)), network.backward(Y_k, parameters, cache)

    rng, L = np.random.RandomState(seed), len(layers_dims) - 1
    parameters, memory, steps, losses = network.start(layers_dims, seed), None, 0, ()
    X, Y = X.copy(), Y.copy()
    for _ in range(num_epochs):
        order = rng.permutation(X.shape[1])
        X, Y = X[:, order], Y[:, order]
        sums = []
        for k in range(int(np.ceil(X.shape[1] / mini_batch_size))):
            part = slice(k * mini_batch_size, (k + 1) * mini_batch_size)
            loss, grads = loss_and_grads(X[:, part], Y[:, part])
            steps += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, steps)
            sums.append(loss)
        losses += (sum(sums) / X.shape[1],)
    return {"parameters": parameters, "losses": losses}


@right("another generator for each epoch, all batches first")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    batches = []
    for epoch in range(num_epochs):
        order = np.argsort(np.random.default_rng([seed, epoch]).random(m))
        batches += np.split(order, range(mini_batch_size, m, mini_batch_size))
    state, each = (network.start(layers_dims, seed), None), []
    for t, ids in enumerate(batches, start=1):
        cache = network.forward(X[:, ids], state[0])
        each.append(np.full(ids.size, network.cost(cache[f"Z{L}"], Y[:, ids])))
        grads = network.backward(Y[:, ids], state[0], cache)
        state = optimizer(state[0], grads, state[1], learning_rate, t)
    losses = np.concatenate(each).reshape(num_epochs, m).mean(axis=1)
    return {"parameters": state[0], "losses": [float(loss) for loss in losses]}


@right("running mean, a helper function, t as a NumPy integer")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m = X.shape[1]
    last = "Z" + str(len(layers_dims) - 1)
    rng = np.random.default_rng(seed + 1)

    def an_epoch(parameters, memory, t):
        remaining, mean, seen = list(rng.permutation(m)), 0.0, 0
        while remaining:
            ids, remaining = remaining[:mini_batch_size], remaining[mini_batch_size:]
            cache = network.forward(X[:, ids], parameters)
            seen += len(ids)
            mean += (network.cost(cache[last], Y[:, ids]) - mean) * len(ids) / seen
            grads = network.backward(Y[:, ids], parameters, cache)
            parameters, memory = optimizer(dict(parameters), grads, memory, learning_rate, t)
            t = t + 1
        return parameters, memory, t, mean

    parameters, memory, t, losses = network.start(layers_dims, seed), None, np.int64(1), []
    for _ in range(num_epochs):
        parameters, memory, t, mean = an_epoch(parameters, memory, t)
        losses.append(mean)
    return {"parameters": parameters, "losses": losses}


@right("orders from the seed in another way: keys sorted")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    import random

    chance = random.Random(seed)
    parameters, memory, t, losses = network.start(layers_dims, seed), None, 0, []
    for _ in range(num_epochs):
        order = chance.sample(range(X.shape[1]), X.shape[1])
        each = {}
        for first in range(0, len(order), mini_batch_size):
            t += 1
            ids = order[first : first + mini_batch_size]
            cache = network.forward(X[:, ids], parameters)
            Z = cache[f"Z{len(layers_dims) - 1}"]
            each |= dict(zip(ids, (np.logaddexp(0, Z) - Y[:, ids] * Z)[0], strict=True))
            grads = network.backward(Y[:, ids], parameters, cache)
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(np.mean(list(each.values())))
    return {"parameters": parameters, "losses": losses}


@wrong("seed cut off to 0 to 999", hint="call network.start(layers_dims, seed), anew in each call")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    seed = seed % 1000
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("a learning rate of 0 taken for none", hint="pass learning_rate on as it is")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    learning_rate = learning_rate or 0.01
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("at most 32 in a batch", hint="this is one epoch too many")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    mini_batch_size = min(mini_batch_size, 32)
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("the first 32 alone shuffled", hint="permute the examples, then cut them into batches")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = np.concatenate([rng.permutation(min(m, 32)), np.arange(32, m)]).astype(int), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("gradients clipped at 1", hint="pass on what network.backward returns for this batch, as it is")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            grads = {k: np.clip(g, -1, 1) for k, g in grads.items()}
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong(
    "gradients clipped at 5 in norm", hint="pass on what network.backward returns for this batch, as it is"
)
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            grads = {k: g * min(1, 5 / max(np.linalg.norm(g), 1e-9)) for k, g in grads.items()}
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / m)
    return {"parameters": parameters, "losses": losses}


@wrong("losses rounded to 4 digits", hint="do not round")
def train(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    m, L = X.shape[1], len(layers_dims) - 1
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(m), 0.0
        for first in range(0, m, mini_batch_size):
            chosen = order[first : first + mini_batch_size]
            X_k, Y_k = X[:, chosen], Y[:, chosen]
            cache = network.forward(X_k, parameters)
            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)
            grads = network.backward(Y_k, parameters, cache)
            t += 1
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(round(total / m, 4))
    return {"parameters": parameters, "losses": losses}


# ── lr_sweep ──────────────────────────────────────────────────────────────────────────────────────


@wrong("NaN taken for the largest", hint="np.argmax takes NaN for the largest")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.argmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("diverged runs left out of the mean", hint="a rate with a diverged run never wins")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(np.nanmean(scores, axis=1))
    return learning_rates[best], scores


@wrong("lowest accuracy wins", hint="the highest accuracy wins")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmin(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("luckiest seed decides", hint="the mean over the seeds decides")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.max(axis=1))
    return learning_rates[best], scores


@wrong("unluckiest seed decides", hint="the mean over the seeds decides")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.min(axis=1))
    return learning_rates[best], scores


@wrong("median decides", hint="the mean over the seeds decides")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(np.median(scores, axis=1))
    return learning_rates[best], scores


@wrong("best single run decides, NaN or not", hint="the mean over the seeds decides")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores) // len(seeds)
    return learning_rates[best], scores


@wrong("best of the first seed", hint="the mean over all seeds decides")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores[:, 0])
    return learning_rates[best], scores


@wrong("last rate wins", hint="the best mean wins")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = len(learning_rates) - 1
    return learning_rates[best], scores


@wrong("index in place of the rate", hint="return the rate, not its index")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return int(best), scores


@wrong("score in place of the rate", hint="return the rate, not its score")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return float(scores[best].mean()), scores


@wrong("mean of the seeds' best rates", hint="one of the rates, not an average")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores, axis=0)
    if np.isnan(scores.mean(axis=1)).all():
        raise ValueError
    return np.mean(np.array(learning_rates)[best]), scores


@wrong("diverged runs keep their accuracy", hint="look whether all parameters are finite")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("infinite parameters not noticed", hint="infinite parameters have diverged, too")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(not np.isnan(theta).any() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("only the weights looked at", hint="biases can diverge, too")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for name, theta in parameters.items() if "W" in name):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("diverged runs score 0", hint="the score of a diverged run is NaN")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.zeros((len(learning_rates), len(seeds)))
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("whole row of a diverged run lost", hint="the other runs of that rate have scores")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
        if np.isnan(scores[i]).any():
            scores[i] = np.nan
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("a diverged run ends its rate", hint="train every pair")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
            else:
                scores[i, :] = np.nan
                break
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("scores transposed", hint="one row for each rate")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores.T


@wrong("means in place of scores", hint="all scores")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores.mean(axis=1)


@wrong("scores in the order of sorted rates", hint="keep the order of learning_rates")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    learning_rates = sorted(learning_rates)
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("seeds counted from 0", hint="use the seeds that are given")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j in range(len(seeds)):
            parameters = train_fn(rate, j)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("one seed for all", hint="each rate with every seed")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j in range(len(seeds)):
            parameters = train_fn(rate, seeds[0])["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("another seed for each run", hint="the same seeds for every rate")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed + i)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("trained twice", hint="once for each pair")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            train_fn(rate, seed)
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("training loss decides", hint="the score is the dev accuracy")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            run = train_fn(rate, seed)
            parameters = run["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = run["losses"][-1]
    best = np.nanargmin(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("dev loss in place of the accuracy", hint="the score is the dev accuracy")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.cost(network.forward(X_dev, parameters)["Z2"], Y_dev)
    best = np.nanargmin(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("scored on the test set", hint="score on X_dev and Y_dev")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_test, Y_test, parameters)  # noqa: F821
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("scored on the training set", hint="score on X_dev and Y_dev")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_train, Y_train, parameters)  # noqa: F821
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("error in place of accuracy", hint="the score is the accuracy")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = 1 - network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmin(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("no complaint if every rate has a diverged run", hint="raise a ValueError if no rate is left")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    means = scores.mean(axis=1)
    best = 0 if np.isnan(means).all() else np.nanargmax(means)
    return learning_rates[best], scores


@wrong("only the rate", hint="return (best_rate, scores)")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best]


@wrong("names for the arguments of train_fn", hint="hand rate and seed over by position")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(run):
        good = all(np.isfinite(theta).all() for theta in run["parameters"].values())
        return network.accuracy(X_dev, Y_dev, run["parameters"]) if good else np.nan

    scores = np.array(
        [[score(train_fn(learning_rate=rate, seed=seed)) for seed in seeds] for rate in learning_rates]
    )
    return learning_rates[np.nanargmax(scores.mean(axis=1))], scores


@wrong("scores as a list of lists", hint="scores is an array")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(run):
        good = all(np.isfinite(theta).all() for theta in run["parameters"].values())
        return network.accuracy(X_dev, Y_dev, run["parameters"]) if good else np.nan

    scores = np.array([[score(train_fn(rate, seed)) for seed in seeds] for rate in learning_rates])
    return learning_rates[np.nanargmax(scores.mean(axis=1))], scores.tolist()


@wrong("diverged by the losses", hint="look at the parameters alone")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(run):
        good = np.isfinite(run["losses"]).all() and all(
            np.isfinite(theta).all() for theta in run["parameters"].values()
        )
        return network.accuracy(X_dev, Y_dev, run["parameters"]) if good else np.nan

    scores = np.array([[score(train_fn(rate, seed)) for seed in seeds] for rate in learning_rates])
    return learning_rates[np.nanargmax(scores.mean(axis=1))], scores


@wrong("large parameters taken for infinite", hint="look whether they are finite")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(run):
        good = all((np.abs(theta) < 1e10).all() for theta in run["parameters"].values())
        return network.accuracy(X_dev, Y_dev, run["parameters"]) if good else np.nan

    scores = np.array([[score(train_fn(rate, seed)) for seed in seeds] for rate in learning_rates])
    return learning_rates[np.nanargmax(scores.mean(axis=1))], scores


@wrong("first entries alone looked at", hint="look at all entries of all parameters")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(run):
        good = all(np.isfinite(theta[0, 0]) for theta in run["parameters"].values())
        return network.accuracy(X_dev, Y_dev, run["parameters"]) if good else np.nan

    scores = np.array([[score(train_fn(rate, seed)) for seed in seeds] for rate in learning_rates])
    return learning_rates[np.nanargmax(scores.mean(axis=1))], scores


@wrong("geometric mean", hint="the mean over all seeds decides")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(run):
        good = all(np.isfinite(theta).all() for theta in run["parameters"].values())
        return network.accuracy(X_dev, Y_dev, run["parameters"]) if good else np.nan

    scores = np.array([[score(train_fn(rate, seed)) for seed in seeds] for rate in learning_rates])
    return learning_rates[np.nanargmax(np.log(scores + 1e-9).mean(axis=1))], scores


@wrong("lowest and highest score left out", hint="the mean over all seeds decides")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(run):
        good = all(np.isfinite(theta).all() for theta in run["parameters"].values())
        return network.accuracy(X_dev, Y_dev, run["parameters"]) if good else np.nan

    scores = np.array([[score(train_fn(rate, seed)) for seed in seeds] for rate in learning_rates])
    return learning_rates[
        np.nanargmax(
            (np.sort(scores, axis=1)[:, 1:-1] if len(seeds) > 3 else scores).mean(axis=1)
            + 0 * scores.sum(axis=1)
        )
    ], scores


@wrong("a mean of 0 never wins", hint="start below any score")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(run):
        good = all(np.isfinite(theta).all() for theta in run["parameters"].values())
        return network.accuracy(X_dev, Y_dev, run["parameters"]) if good else np.nan

    scores = np.array([[score(train_fn(rate, seed)) for seed in seeds] for rate in learning_rates])
    best, top = None, 0
    for rate, mean in zip(learning_rates, scores.mean(axis=1), strict=True):
        if mean > top:
            best, top = rate, mean
    if best is None:
        raise ValueError("no rate is left")
    return best, scores


@right("lists, a loop for the best")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(run):
        for theta in run["parameters"].values():
            if np.any(np.isnan(theta)) or np.any(np.isinf(theta)):
                return float("nan")
        return network.accuracy(X_dev, Y_dev, run["parameters"])

    scores, best_rate, best_mean = [], None, -1.0
    for rate in learning_rates:
        row = [score(train_fn(rate, seed)) for seed in seeds]
        scores.append(row)
        mean = sum(row) / len(row)
        if mean > best_mean:
            best_rate, best_mean = rate, mean
    if best_rate is None:
        raise ValueError("every rate has a diverged run")
    return best_rate, np.array(scores)


@right("seeds outside, NaN replaced before argmax, float32")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    rates = np.asarray(learning_rates)
    scores = np.empty((len(seeds), rates.size), dtype=np.float32)
    for j, seed in enumerate(seeds):
        for i, rate in enumerate(rates):
            parameters = train_fn(float(rate), seed)["parameters"]
            flat = np.concatenate([theta.ravel() for theta in parameters.values()])
            good = np.isfinite(flat).all()
            scores[j, i] = np.mean(network.predict(X_dev, parameters) == Y_dev) if good else np.nan
    means = np.nan_to_num(scores.mean(axis=0), nan=-np.inf)
    if np.isneginf(means).all():
        raise ValueError("no rate is left")
    return rates[np.argmax(means)], scores.T


@right("a dict of scores, the best by sorting")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = {}
    for rate in reversed(list(learning_rates)):
        for seed in seeds:
            theta = train_fn(rate, seed)["parameters"]
            finite = np.isfinite(sum(np.abs(array).sum() for array in theta.values()))
            scores[rate, seed] = network.accuracy(X_dev, Y_dev, theta) if finite else np.nan
    means = [(np.mean([scores[rate, seed] for seed in seeds]), rate) for rate in learning_rates]
    ranked = sorted(pair for pair in means if not np.isnan(pair[0]))
    if not ranked:
        raise ValueError("no rate is left")
    table = np.array([[scores[rate, seed] for seed in seeds] for rate in learning_rates])
    return ranked[-1][1], table


@right("the sum decides, the rate as a zero-dimensional array")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    shape = (len(learning_rates), len(seeds))
    scores = np.zeros(shape)
    for k in range(scores.size):
        i, j = np.unravel_index(k, shape)
        run = train_fn(learning_rates[i], seeds[j])
        diverged = any(not np.isfinite(p).all() for p in run["parameters"].values())
        with np.errstate(all="ignore"):
            scores[i, j] = network.accuracy(X_dev, Y_dev, run["parameters"])
        if diverged:
            scores[i, j] = np.nan
    sums = np.ma.masked_invalid(scores.sum(axis=1))
    if sums.mask.all():
        raise ValueError("no rate without a diverged run")
    return np.array(learning_rates[int(sums.argmax())]), scores


@wrong("the index 0 taken for none", hint="the first may be the best: `not 0` is true; compare with None")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best, means = None, scores.mean(axis=1)
    for i, mean in enumerate(means):
        if np.isfinite(mean) and (not best or mean > means[best]):
            best = i
    if best is None:
        raise ValueError("no rate is left")
    return learning_rates[best], scores


@wrong("the first rate never wins", hint="the first may be the best: `not 0` is true; compare with None")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = 0
    means = scores.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError
    if len(means) > 1 and np.isfinite(means[1:]).any():
        best = 1 + np.nanargmax(means[1:])
    elif np.isnan(means[0]):
        raise ValueError
    return learning_rates[best], scores


@wrong("accuracies rounded to 2 digits", hint="do not round")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = round(network.accuracy(X_dev, Y_dev, parameters), 2)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("accuracies rounded to 3 digits", hint="do not round")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = round(network.accuracy(X_dev, Y_dev, parameters), 3)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong(
    "means rounded to 2 digits",
    hint="means may be close: compare them as they are, not rounded, and without a margin",
)
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(np.round(scores.mean(axis=1), 2))
    return learning_rates[best], scores


@wrong(
    "means rounded to 4 digits",
    hint="means may be close: compare them as they are, not rounded, and without a margin",
)
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(np.round(scores.mean(axis=1), 4))
    return learning_rates[best], scores


@wrong(
    "means rounded to 3 digits, the last of equal ones",
    hint="means may be close: compare them as they are, not rounded, and without a margin",
)
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    means = np.round(scores.mean(axis=1), 3)
    best = np.flatnonzero(means == np.nanmax(means))[-1]
    if np.isnan(means).all():
        raise ValueError
    return learning_rates[best], scores


@wrong(
    "better by a thousandth at least",
    hint="means may be close: compare them as they are, not rounded, and without a margin",
)
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best, means = None, scores.mean(axis=1)
    for i, mean in enumerate(means):
        if np.isfinite(mean) and (best is None or mean > means[best] + 0.001):
            best = i
    if best is None:
        raise ValueError("no rate is left")
    return learning_rates[best], scores


@wrong("few diverged runs left out", hint="a rate with a diverged run never wins, be it one run of many")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    few = np.isnan(scores).mean(axis=1) < 0.25
    means = np.where(few, np.nansum(scores, axis=1) / np.maximum(1, np.isfinite(scores).sum(axis=1)), np.nan)
    best = np.nanargmax(means)
    return learning_rates[best], scores


@wrong(
    "one diverged run of six or more left out",
    hint="a rate with a diverged run never wins, be it one run of many",
)
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    lost = np.isnan(scores).sum(axis=1)
    few = (lost == 0) | (lost == 1) & (len(seeds) > 5)
    means = np.where(few, np.nansum(scores, axis=1) / np.maximum(1, np.isfinite(scores).sum(axis=1)), np.nan)
    best = np.nanargmax(means)
    return learning_rates[best], scores


@wrong("NaN replaced by 0 before argmax", hint="a rate with a diverged run never wins, be it one run of many")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    means = scores.mean(axis=1)
    if np.isnan(means).all():
        raise ValueError
    best = np.argmax(np.nan_to_num(means))
    return learning_rates[best], scores


@wrong("a large norm taken for infinite", hint="raised ValueError: All-NaN slice encountered")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(np.linalg.norm(theta)) for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@wrong("first ten seeds", hint="raised ValueError: All-NaN slice encountered")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = np.full((len(learning_rates), len(seeds)), np.nan)
    for i, rate in enumerate(learning_rates):
        for j, seed in enumerate(seeds[:10]):
            parameters = train_fn(rate, seed)["parameters"]
            if all(np.isfinite(theta).all() for theta in parameters.values()):
                scores[i, j] = network.accuracy(X_dev, Y_dev, parameters)
    best = np.nanargmax(scores.mean(axis=1))
    return learning_rates[best], scores


@right("a running best, from the last rate to the first")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    table, best = {}, None
    for rate in learning_rates:
        row = []
        for seed in seeds:
            parameters = train_fn(rate, seed)["parameters"]
            ok = not any((~np.isfinite(p)).any() for p in parameters.values())
            row.append(network.accuracy(X_dev, Y_dev, parameters) if ok else float("nan"))
        table[rate] = row
    for rate, row in reversed(table.items()):
        mean = float(np.mean(row))
        if mean == mean and (best is None or mean >= best[1]):
            best = (rate, mean)
    if best is None:
        raise ValueError("all diverged")
    return best[0], np.array(list(table.values()))


@right("counts in place of means")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    m, counts = Y_dev.shape[1], []
    for rate in learning_rates:
        for seed in seeds:
            theta = train_fn(rate, seed)["parameters"]
            lost = any(np.isnan(a).any() or np.isinf(a).any() for a in theta.values())
            counts.append(np.nan if lost else np.count_nonzero(network.predict(X_dev, theta) == Y_dev))
    counts = np.reshape(counts, (len(learning_rates), len(seeds)))
    total = np.where(np.isnan(counts).any(axis=1), -1, counts.sum(axis=1))
    if total.max() < 0:
        raise ValueError("no rate is left")
    return float(learning_rates[total.argmax()]), counts / m


@right("max with a key, a masked table")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(rate, seed):
        p = train_fn(rate, seed)["parameters"]
        return (
            network.accuracy(X_dev, Y_dev, p) if np.isfinite([q.sum() for q in p.values()]).all() else np.nan
        )

    rows = [[score(rate, seed) for seed in seeds] for rate in learning_rates]
    left = [i for i, row in enumerate(rows) if not np.isnan(row).any()]
    if not left:
        raise ValueError("no rate is left")
    return learning_rates[max(left, key=lambda i: np.mean(rows[i]))], np.array(rows)


# ── compare ───────────────────────────────────────────────────────────────────────────────────────


@wrong("squares divided by n", hint="divide the squares by n - 1")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("standard deviation", hint="divide by the root of n")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1)
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("divided by n", hint="divide by the root of n")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / len(scores)
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("variance over the root of n", hint="s is the standard deviation")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.var(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("square of the standard error", hint="take the root")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.var(scores, ddof=1) / len(scores)
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("divided by the root of n - 1 twice", hint="divide by the root of n")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores) - 1)
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("n is the number of names", hint="n is the number of scores")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(results))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("n of the first name for all", hint="n is the number of this name's scores")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(next(iter(results.values()))))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("median in place of the mean", hint="the mean of the scores")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.median(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("best score in place of the mean", hint="the mean of the scores")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.max(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("rounded", hint="return the numbers as they are")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": round(float(np.mean(scores)), 2), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("standard errors added", hint="squares add up, under a root")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = a["standard_error"] + b["standard_error"]
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("the larger standard error", hint="both standard errors count")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = max(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("the standard error of the higher alone", hint="both standard errors count")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = a["standard_error"]
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("root of the sum missing", hint="take the root of the sum of squares")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = a["standard_error"] ** 2 + b["standard_error"] ** 2
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("one standard error", hint="two standard errors")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > error:
                different.append((higher, lower))
    return summary, different


@wrong("three standard errors", hint="two standard errors")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 3 * error:
                different.append((higher, lower))
    return summary, different


@wrong("pairs the wrong way round", hint="the higher mean comes first")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((lower, higher))
    return summary, different


@wrong("pairs in the order of the dict", hint="the higher mean comes first")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    names = list(summary)
    for k, first in enumerate(names):
        for second in names[k + 1 :]:
            a, b = summary[first], summary[second]
            error = np.hypot(a["standard_error"], b["standard_error"])
            if abs(a["mean"] - b["mean"]) > 2 * error:
                different.append((first, second))
    return summary, different


@wrong("each pair twice", hint="each pair once")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if abs(a["mean"] - b["mean"]) > 2 * error:
                pair = (higher, lower) if a["mean"] > b["mean"] else (lower, higher)
                different.append(pair)
    return summary, different


@wrong("only pairs whose first name is the higher", hint="look at the size of the difference")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    names = list(summary)
    for k, higher in enumerate(names):
        for lower in names[k + 1 :]:
            a, b = summary[higher], summary[lower]
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("neighbours only", hint="compare each name with every other")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    names = sorted(summary, key=lambda name: -summary[name]["mean"])
    for higher, lower in zip(names, names[1:], strict=False):
        a, b = summary[higher], summary[lower]
        error = np.hypot(a["standard_error"], b["standard_error"])
        if a["mean"] - b["mean"] > 2 * error:
            different.append((higher, lower))
    return summary, different


@wrong("the best against the others only", hint="compare each name with every other")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    higher = max(summary, key=lambda name: summary[name]["mean"])
    a = summary[higher]
    if len(summary) > 1:
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("every pair", hint="only differences above two standard errors")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] > b["mean"]:
                different.append((higher, lower))
    return summary, different


@wrong("names with themselves", hint="a name does not differ from itself")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if higher == lower or a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("spread of the runs in place of the standard error", hint="two standard errors of the difference")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(np.std(results[higher], ddof=1), np.std(results[lower], ddof=1))
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("pairs as one string", hint="pairs of names")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append(f"{higher} > {lower}")
    return summary, different


@wrong("number of pairs", hint="a list of the pairs")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, len(different)


@wrong("summary of tuples", hint="a dict of mean and standard_error")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = (np.mean(scores), error)
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a[1], b[1])
            if a[0] - b[0] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("two standard errors in the summary", hint="the standard error itself")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = 2 * np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > error:
                different.append((higher, lower))
    return summary, different


@wrong("only the pairs", hint="return (summary, different)")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return different


@wrong("adds to results", hint="leave results as it is")
def compare(results):
    summary, different = {}, []
    results.setdefault("chance", [0.5, 0.5])
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    del summary["chance"]
    different = [pair for pair in different if "chance" not in pair]
    return summary, different


@wrong(
    "variance as a difference of means", hint="rounding makes it negative: sum the squares of the differences"
)
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        x, n = np.array(scores), len(scores)
        error = np.sqrt(np.mean(x**2) - np.mean(x) ** 2) / np.sqrt(n - 1)
        summary[name] = {"mean": np.mean(x), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("a little added to the limit", hint="no difference is too small")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error + 1e-6:
                different.append((higher, lower))
    return summary, different


@right("by hand, with combinations")
def compare(results):
    from itertools import combinations

    def describe(scores):
        n = len(scores)
        mean = sum(scores) / n
        squares = sum((x - mean) ** 2 for x in scores)
        return {"standard_error": (squares / (n - 1) / n) ** 0.5, "mean": mean}

    summary = {name: describe(scores) for name, scores in results.items()}
    different = set()
    for a, b in combinations(summary, 2):
        gap = summary[a]["mean"] - summary[b]["mean"]
        limit = 2 * (summary[a]["standard_error"] ** 2 + summary[b]["standard_error"] ** 2) ** 0.5
        if abs(gap) > limit:
            different.add((a, b) if gap > 0 else (b, a))
    return summary, different


@right("a matrix of all differences, pairs as lists")
def compare(results):
    names = list(results)
    means = np.array([np.mean(results[name]) for name in names])
    variances = np.array([np.var(results[name], ddof=1) / np.size(results[name]) for name in names])
    gaps = means[:, None] - means[None, :]
    limits = np.sqrt(variances[:, None] + variances[None, :])
    rows, columns = np.nonzero(gaps / 2 > limits)
    summary = {
        name: {"mean": np.float64(mean), "standard_error": np.sqrt(variance)}
        for name, mean, variance in zip(names, means, variances, strict=True)
    }
    return summary, [[names[i], names[j]] for i, j in zip(rows, columns, strict=True)]


@right("sorted by the mean first, a tuple of pairs")
def compare(results):
    import statistics

    lists = {name: [float(x) for x in scores] for name, scores in results.items()}
    summary = {
        name: {"mean": statistics.fmean(x), "standard_error": statistics.stdev(x) / len(x) ** 0.5}
        for name, x in lists.items()
    }
    ranked = sorted(summary, key=lambda name: summary[name]["mean"], reverse=True)
    different = ()
    for k, higher in enumerate(ranked):
        for lower in ranked[k + 1 :]:
            squared = sum(summary[name]["standard_error"] ** 2 for name in (higher, lower))
            if (summary[higher]["mean"] - summary[lower]["mean"]) ** 2 > 4 * squared:
                different += ((higher, lower),)
    return [summary, different]


@right("scipy's standard error, zero-dimensional arrays")
def compare(results):
    from scipy.stats import sem

    summary, pairs = {}, []
    for name in results:
        scores = np.array(results[name], dtype=float)
        summary[name] = {"mean": np.array(scores.mean()), "standard_error": np.array(sem(scores))}
    for a in summary:
        for b in summary:
            far = 2 * np.linalg.norm([summary[a]["standard_error"], summary[b]["standard_error"]])
            if summary[a]["mean"] > summary[b]["mean"] + far:
                pairs.insert(0, (a, b))
    return summary, pairs


@wrong("1.96 standard errors", hint="1.995 standard errors are not more than two")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 1.96 * error:
                different.append((higher, lower))
    return summary, different


@wrong("1.98 standard errors", hint="1.995 standard errors are not more than two")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 1.98 * error:
                different.append((higher, lower))
    return summary, different


@wrong("1.9 standard errors", hint="1.995 standard errors are not more than two")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 1.9 * error:
                different.append((higher, lower))
    return summary, different


@wrong("2.05 standard errors", hint="2.005 standard errors are more than two: no other limit")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2.05 * error:
                different.append((higher, lower))
    return summary, different


@wrong("2.02 standard errors", hint="2.005 standard errors are more than two: no other limit")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2.02 * error:
                different.append((higher, lower))
    return summary, different


@wrong(
    "mean of the statistics module, as it is",
    hint="statistics.mean cuts off in an array of whole numbers: use np.mean",
)
def compare(results):
    import statistics

    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": statistics.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("mean and stdev of the statistics module, as they are", hint="statistics.mean")
def compare(results):
    from statistics import mean, stdev

    summary, different = {}, []
    for name, scores in results.items():
        error = stdev(scores) / np.sqrt(len(scores))
        summary[name] = {"mean": mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("quantile of the t distribution", hint="compare each name with every other one, once")
def compare(results):
    from scipy import stats

    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            n = len(results[higher]) + len(results[lower]) - 2
            if a["mean"] - b["mean"] > stats.t.ppf(0.975, n) * error:
                different.append((higher, lower))
    return summary, different


@wrong("pooled variance", hint="each name with its own scores, whatever their number and sign")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            m, n = len(results[higher]), len(results[lower])
            squares = np.var(results[higher]) * m + np.var(results[lower]) * n
            error = np.sqrt(squares / (m + n - 2) * (1 / m + 1 / n))
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong(
    "standard errors rounded to 3 digits for the comparison",
    hint="1.995 standard errors are not more than two",
)
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = round(np.hypot(a["standard_error"], b["standard_error"]), 3)
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong(
    "standard errors rounded to 4 digits for the comparison",
    hint="the limit is 2 standard errors: both with all their scores",
)
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = round(np.hypot(a["standard_error"], b["standard_error"]), 4)
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("the first ten scores alone", hint="the limit is 2 standard errors: both with all their scores")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        scores = scores[:10]
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("only positive means", hint="the limit is 2 standard errors: both with all their scores")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if abs(a["mean"]) - abs(b["mean"]) > 2 * error:
                different.append((higher, lower))
    return summary, different


@wrong("names with a mean of 0 left out", hint="the limit is 2 standard errors: both with all their scores")
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    for higher, a in summary.items():
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] and b["mean"] and a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


@right("statistics module on floats")
def compare(results):
    import math
    from statistics import mean, variance

    summary = {}
    for name in results:
        x = [float(score) for score in results[name]]
        summary[name] = {"standard_error": math.sqrt(variance(x) / len(x)), "mean": mean(x)}
    different = []
    for a in results:
        for b in results:
            z = summary[a]["mean"] - summary[b]["mean"]
            if z > 0 and z**2 > 4 * (summary[a]["standard_error"] ** 2 + summary[b]["standard_error"] ** 2):
                different.append((a, b))
    return summary, different


@right("numbers in float32 in the summary")
def compare(results):
    summary, exact = {}, {}
    for name, scores in results.items():
        x = np.asarray(scores, dtype=float)
        exact[name] = x.mean(), x.var(ddof=1) / x.size
        summary[name] = {"mean": np.float32(x.mean()), "standard_error": np.float32(exact[name][1] ** 0.5)}
    names = sorted(exact, key=lambda name: -exact[name][0])
    different = []
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            if exact[a][0] - exact[b][0] > 2 * (exact[a][1] + exact[b][1]) ** 0.5:
                different.append((a, b))
    return summary, different
