"""Wrong and unusual solutions of `train`, in source/week2/fair_race.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong
from helpers import network

same("X and Y have as many examples", change={"X.shape[1], len(layers_dims)": "Y.shape[1], len(layers_dims)"})
wrong("t counts from 0", hint="t counts the steps from 1", change={"None, 0, []": "None, -1, []"})
wrong(
    "t begins anew in each epoch",
    hint="t goes on counting over all epochs",
    change={"t += 1": "t = first // mini_batch_size + 1"},
)
wrong(
    "t is the number of the epoch",
    hint="t = 1, 2, 3, ... is the number of the step, not of the epoch",
    change={"_ in range(num_epochs)": "t in range(1, num_epochs + 1)", "            t += 1\n": ""},
)
wrong(
    "t always 1",
    hint="t = 1, 2, 3, ... is the number of the step, not of the epoch",
    change={
        "= optimizer(parameters, grads, memory, learning_rate, t)": (
            "= optimizer(parameters, grads, memory, learning_rate, 1)"
        )
    },
)
wrong(
    "memory forgotten at every step",
    hint="hand over the memory that the optimizer has returned",
    change={"parameters, memory": "parameters, _"},
)
wrong(
    "memory begins anew in each epoch",
    hint="the memory goes on over all epochs",
    change={"for first": "memory = None\n        for first"},
)
wrong(
    "memory kept from one call to the next",
    hint="a new call begins with memory None",
    change={
        ",\n          mini_batch_size, seed": ", mini_batch_size, seed, kept=[None]",
        "None": "kept[0]",
        "= step": "= step\n            kept[0] = memory",
    },
)
wrong("memory starts as an empty dict", hint="memory is None in the first step", change={"None": "{}"})
wrong(
    "start kept from one call to the next, trained in place",
    hint="call network.start anew in each call",
    change={
        ",\n          mini_batch_size, seed": ", mini_batch_size, seed, starts={}",
        "network.start(layers_dims, seed)": (
            "starts.setdefault((tuple(layers_dims), seed), network.start(layers_dims, seed))"
        ),
        "parameters, memory = step": (
            "new, memory = step\n"
            "            for name in parameters:\n"
            "                parameters[name][...] = new[name]"
        ),
    },
)
wrong(
    "start with the seed 0",
    hint="start at network.start(layers_dims, seed)",
    change={"layers_dims, seed": "layers_dims, 0"},
)
wrong(
    "start of its own",
    hint="start at network.start(layers_dims, seed)",
    change={
        "network.start(layers_dims, seed)": "{}",
        "(seed)": (
            "(seed)\n"
            "    for l, (n_in, n_out) in enumerate(zip(layers_dims, layers_dims[1:]), 1):\n"
            '        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)\n'
            '        parameters[f"b{l}"] = np.zeros((n_out, 1))'
        ),
    },
)
wrong(
    "what the optimizer returns is not used",
    hint="go on from the parameters that the optimizer returns",
    change={"parameters, memory": "_, memory"},
)
wrong(
    "not shuffled",
    hint="permute the examples, then cut them into batches",
    change={"    rng = np.random.default_rng(seed)\n": "", "rng.permutation": "np.arange"},
)
wrong(
    "batches shuffled, examples not",
    hint="shuffle the examples, then cut",
    change={
        "rng.permutation": "np.arange",
        "range(0, m, mini_batch_size)": "mini_batch_size * rng.permutation(-(-m // mini_batch_size))",
    },
)
wrong(
    "examples shuffled within their batch only",
    hint="permute the examples, then cut them into batches",
    change={
        "rng.permutation": "np.arange",
        "order[first : first + mini_batch_size]": ("rng.permutation(order[first : first + mini_batch_size])"),
    },
)
wrong(
    "one order for all epochs",
    hint="draw a new order in each epoch; a seed that is set anew draws the same",
    change={
        "for _ in": "order = rng.permutation(m)\n    for _ in",
        "order, total = rng.permutation(m), 0": "total = 0",
    },
)
wrong(
    "seed set anew in each epoch",
    hint="draw a new order in each epoch; a seed that is set anew draws the same",
    change={
        "    rng = np.random.default_rng(seed)\n": "",
        "rng.permutation": "np.random.default_rng(seed).permutation",
    },
)
wrong("orders not decided by the seed", hint="make the generator of seed", change={"(seed)": "()"})
wrong("orders the same for every seed", hint="make the generator of seed", change={"(seed)": "(1)"})
wrong(
    "batches drawn with replacement",
    hint="each example once in every epoch",
    change={
        "order, total = rng.permutation(m), 0": "total = 0",
        "order[first : first + mini_batch_size]": "rng.integers(m, size=min(mini_batch_size, m - first))",
    },
)
wrong(
    "last, smaller batch left out",
    hint="the last batch may be smaller",
    change={"m, mini_batch_size": "max(1, m - mini_batch_size + 1), mini_batch_size"},
)
wrong(
    "batches of about equal size",
    hint="batches of mini_batch_size, only the last may be smaller",
    change={
        "first in range(0, m, mini_batch_size)": (
            "chosen in np.array_split(order, -(-m // mini_batch_size))"
        ),
        "            chosen = order[first : first + mini_batch_size]\n": "",
    },
)
wrong(
    "mini_batch_size not used",
    hint="a step for each mini-batch",
    change={"m, mini_batch_size": "m, 64", "+ mini_batch_size": "+ 64"},
)
wrong(
    "labels not shuffled",
    hint="one order for X and Y",
    change={"Y[:, chosen]": "Y[:, first : first + mini_batch_size]"},
)
wrong(
    "labels shuffled separately",
    hint="one order for X and Y",
    change={
        "for first": "labels = Y[:, rng.permutation(m)]\n        for first",
        "Y[:, chosen]": "labels[:, first : first + mini_batch_size]",
    },
)
wrong(
    "gradient of all examples",
    hint="each gradient is that of its batch alone, without weight decay",
    change={"Y_k, parameters, cache": "Y, parameters, network.forward(X, parameters)"},
)
wrong(
    "gradient at the start of the epoch",
    hint="the gradient at the parameters of this step",
    change={
        "for first": "before = parameters\n        for first",
        "X_k, parameters": "X_k, before",
        "Y_k, parameters": "Y_k, before",
    },
)
wrong(
    "gradient divided by the size of the batch again",
    hint="the gradient is a mean already",
    change={"t += 1": "grads = {name: g / len(chosen) for name, g in grads.items()}\n            t += 1"},
)
wrong(
    "gradient as a sum over the batch",
    hint="the gradient is a mean already",
    change={"t += 1": "grads = {name: g * len(chosen) for name, g in grads.items()}\n            t += 1"},
)
wrong(
    "learning rate that decays",
    hint="pass learning_rate on as it is",
    change={
        "= optimizer(parameters, grads, memory, learning_rate, t)": (
            "= optimizer(parameters, grads, memory, learning_rate / t, t)"
        )
    },
)
wrong(
    "loss as mean over the batches",
    hint="a batch of B examples counts B times",
    change={"len(chosen) * network": "network", "total / m": "total / np.ceil(m / mini_batch_size)"},
)
wrong("loss as sum over the examples", hint="divide by the number of examples", change={" / m": ""})
wrong("loss of the last batch", hint="the mean over the whole epoch", change={"+= len(chosen)": "= m"})
wrong(
    "loss after the epoch",
    hint="the loss before each step",
    change={
        "order, total = rng.permutation(m), 0.0": "order = rng.permutation(m)",
        '            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)\n': "",
        "total / m": 'network.cost(network.forward(X, parameters)[f"Z{L}"], Y)',
    },
)
wrong(
    "loss after each step",
    hint="the loss before each step",
    change={
        '            total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)\n': "",
        "= step": (
            "= step\n"
            "            total += len(chosen) * network.cost(network.forward(X_k, "
            'parameters)[f"Z{L}"], Y_k)'
        ),
    },
)
wrong(
    "one loss for each step",
    hint="one loss for each epoch",
    change={
        "order, total = rng.permutation(m), 0.0": "order = rng.permutation(m)",
        'total += len(chosen) * network.cost(cache[f"Z{L}"], Y_k)': (
            'losses.append(network.cost(cache[f"Z{L}"], Y_k))'
        ),
        "        losses.append(total / m)\n": "",
    },
)
wrong(
    "losses add up over the epochs",
    hint="begin each epoch with a total of 0",
    change={
        "losses = None, 0, []": "losses, total = None, 0, [], 0.0",
        "order, total = rng.permutation(m), 0.0": "order = rng.permutation(m)",
    },
)
wrong("last loss alone", hint="one loss for each epoch", change={": losses": ": losses[-1]"})
wrong(
    "returns the best parameters",
    hint="return what the last step has returned",
    change={
        "memory, t": "best, lowest = parameters, np.inf\n    memory, t",
        "for first": "before = parameters\n        for first",
        "(total / m)": "(total / m)\n        if total < lowest:\n            best, lowest = before, total",
        ": parameters": ": best",
    },
)
wrong(
    "returns the start",
    hint="return the parameters after the last step",
    change={"memory, t": "start = parameters\n    memory, t", ": parameters": ": start"},
)
wrong(
    "returns a tuple",
    hint="return a dict",
    change={'{"parameters": parameters, "losses": losses}': "parameters, losses"},
)
wrong("one epoch too many", hint="num_epochs epochs", change={"(num_epochs)": "(num_epochs + 1)"})
wrong(
    "stops when the loss rises",
    hint="num_epochs epochs, whatever the loss does",
    change={"(total / m)": "(total / m)\n        if t > 1:\n            break"},
)
wrong(
    "output layer taken for the third",
    hint="L is the number of layers",
    change={"m, L = X.shape[1], len(layers_dims) - 1": "m = X.shape[1]", 'f"Z{L}"': '"Z3"'},
)
wrong(
    "backward at the parameters of the epoch's start",
    hint="the parameters of this step, not of the epoch's start",
    change={
        "for first": (
            "before = {name: theta.copy() for name, theta in parameters.items()}\n        for first"
        ),
        "len(chosen)": "chosen.size",
        "Y_k, parameters": "Y_k, before",
    },
)
wrong(
    "a generator of seed + epoch in each epoch",
    hint="make one generator, before the first epoch",
    change={
        "    rng = np.random.default_rng(seed)\n": "",
        "rng.permutation": "np.random.default_rng(seed + _).permutation",
        "len(chosen)": "chosen.size",
    },
)
wrong(
    "seed 0 taken for none",
    hint="0 is a seed like any other",
    change={"(seed)": "(seed or None)", "len(chosen)": "chosen.size"},
)
wrong(
    "first example always first",
    hint="shuffle all examples, the first as well",
    change={"rng.permutation(m)": "np.r_[0, 1 + rng.permutation(m - 1)]", "len(chosen)": "chosen.size"},
)
wrong(
    "last, smaller batch left as it is",
    hint="shuffle all examples, the last ones as well",
    change={
        "rng.permutation(m)": (
            "np.r_[rng.permutation(m - m % mini_batch_size), m - m % mini_batch_size : m]"
        ),
        "len(chosen)": "chosen.size",
    },
)
wrong(
    "stops when the loss has risen",
    hint="num_epochs epochs, whatever the loss does",
    change={
        "len(chosen)": "chosen.size",
        "(total / m)": "(total / m)\n        if losses[-1] > losses[0]:\n            break",
    },
)
wrong(
    "orders that depend on the learning rate",
    hint="seed alone decides all orders",
    change={"(seed)": "([seed, int(1000 * learning_rate) % 97])", "len(chosen)": "chosen.size"},
)
wrong(
    "losses that are not finite left out",
    hint="one number for each epoch, whatever it is",
    change={"len(chosen)": "chosen.size", "losses.": "if np.isfinite(total):\n            losses."},
)
wrong(
    "weight decay",
    hint="each gradient is that of its batch alone, without weight decay",
    change={
        "len(chosen)": "chosen.size",
        "t += 1": (
            'grads = {f"d{name}": grads[f"d{name}"] + 1e-4 * theta for name, theta in '
            "parameters.items()}\n"
            "            t += 1"
        ),
    },
)
wrong(
    "last batch counted with mini_batch_size",
    hint="the last batch counts with its own size",
    change={"len(chosen)": "mini_batch_size"},
)
wrong(
    "losses as a column",
    hint="one number for each epoch, (num_epochs,)",
    change={"len(chosen)": "chosen.size", ": losses": ": np.array(losses).reshape(-1, 1)"},
)


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


wrong(
    "at most 32 in a batch",
    hint="take a step for each mini-batch of mini_batch_size examples, however many these are",
    change={"m, L = X": "mini_batch_size = min(mini_batch_size, 32)\n    m, L = X"},
)
wrong(
    "the first 32 alone shuffled",
    hint="permute the examples, then cut them into batches",
    change={
        "rng.permutation(m)": ("np.concatenate([rng.permutation(min(m, 32)), np.arange(32, m)]).astype(int)")
    },
)
wrong(
    "gradients clipped at 1",
    hint="pass on what network.backward returns for this batch, as it is",
    change={"t += 1": "grads = {k: np.clip(g, -1, 1) for k, g in grads.items()}\n            t += 1"},
)
wrong(
    "gradients clipped at 5 in norm",
    hint="pass on what network.backward returns for this batch, as it is",
    change={
        "t += 1": (
            "grads = {k: g * min(1, 5 / max(np.linalg.norm(g), 1e-9)) for k, g in grads.items()}\n"
            "            t += 1"
        )
    },
)
wrong("losses rounded to 4 digits", hint="do not round", change={"total / m": "round(total / m, 4)"})
