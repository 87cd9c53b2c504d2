"""Wrong and unusual solutions of the exercises in source/week2/optimization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

# ── update_parameters_with_gd ──────────────────────────────────────────────────────────────────────


@wrong("plus in place of minus", hint="go downhill: minus")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for name in parameters:
        new[name] = parameters[name] + learning_rate * grads["d" + name]
    return new


@wrong("last layer left as it was", hint="update all L layers")
def update_parameters_with_gd(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(1, L):
        parameters[f"W{l}"] = parameters[f"W{l}"] - learning_rate * grads[f"dW{l}"]
        parameters[f"b{l}"] = parameters[f"b{l}"] - learning_rate * grads[f"db{l}"]
    return parameters


@wrong("last layer missing in the result", hint="return all L layers")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for l in range(1, len(parameters) // 2):
        new[f"W{l}"] = parameters[f"W{l}"] - learning_rate * grads[f"dW{l}"]
        new[f"b{l}"] = parameters[f"b{l}"] - learning_rate * grads[f"db{l}"]
    return new


@wrong("first layer only", hint="update all L layers")
def update_parameters_with_gd(parameters, grads, learning_rate):
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    return {**parameters, "W1": W1, "b1": b1}


@wrong("layers counted from 0", hint="the first layer is layer 1")
def update_parameters_with_gd(parameters, grads, learning_rate):
    for l in range(len(parameters) // 2):
        parameters[f"W{l}"] = parameters[f"W{l}"] - learning_rate * grads[f"dW{l}"]
        parameters[f"b{l}"] = parameters[f"b{l}"] - learning_rate * grads[f"db{l}"]
    return parameters


@wrong("as many layers as entries", hint="each layer has two entries in parameters")
def update_parameters_with_gd(parameters, grads, learning_rate):
    for l in range(1, len(parameters) + 1):
        parameters[f"W{l}"] = parameters[f"W{l}"] - learning_rate * grads[f"dW{l}"]
        parameters[f"b{l}"] = parameters[f"b{l}"] - learning_rate * grads[f"db{l}"]
    return parameters


@wrong("no learning rate for the biases", hint="the step of the biases needs learning_rate, too")
def update_parameters_with_gd(parameters, grads, learning_rate):
    for l in range(1, len(parameters) // 2 + 1):
        parameters[f"W{l}"] = parameters[f"W{l}"] - learning_rate * grads[f"dW{l}"]
        parameters[f"b{l}"] = parameters[f"b{l}"] - grads[f"db{l}"]
    return parameters


@wrong("no learning rate at all", hint="multiply the gradient by learning_rate")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for name in parameters:
        new[name] = parameters[name] - grads["d" + name]
    return new


@wrong("learning rate of the visible check typed in", hint="use the argument learning_rate")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for name in parameters:
        new[name] = parameters[name] - 0.25 * grads["d" + name]
    return new


@wrong("divided by the learning rate", hint="multiply the gradient by learning_rate")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for name in parameters:
        new[name] = parameters[name] - grads["d" + name] / learning_rate
    return new


@wrong("biases moved by dW", hint="the gradient of bl is dbl")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for l in range(1, len(parameters) // 2 + 1):
        new[f"W{l}"] = parameters[f"W{l}"] - learning_rate * grads[f"dW{l}"]
        new[f"b{l}"] = parameters[f"b{l}"] - learning_rate * grads[f"dW{l}"]
    return new


@wrong("biases not updated", hint="biases take a step, too")
def update_parameters_with_gd(parameters, grads, learning_rate):
    for l in range(1, len(parameters) // 2 + 1):
        parameters[f"W{l}"] = parameters[f"W{l}"] - learning_rate * grads[f"dW{l}"]
    return parameters


@wrong("two steps at once", hint="one step for each parameter")
def update_parameters_with_gd(parameters, grads, learning_rate):
    for name in parameters:
        parameters[name] = parameters[name] - learning_rate * grads["d" + name]
        parameters[name] = parameters[name] - learning_rate * grads["d" + name]
    return parameters


@wrong("divided by the number of inputs", hint="the gradients are means already")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for name in parameters:
        new[name] = parameters[name] - learning_rate * grads["d" + name] / parameters["W1"].shape[1]
    return new


@wrong("scales grads in place", hint="grads must not change")
def update_parameters_with_gd(parameters, grads, learning_rate):
    for name in parameters:
        grads["d" + name] *= learning_rate
        parameters[name] = parameters[name] - grads["d" + name]
    return parameters


@wrong("returns the gradients", hint="return the parameters")
def update_parameters_with_gd(parameters, grads, learning_rate):
    for name in parameters:
        parameters[name] = parameters[name] - learning_rate * grads["d" + name]
    return grads


@wrong("returns the steps", hint="subtract the step from the parameter")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for name in parameters:
        new[name] = -learning_rate * grads["d" + name]
    return new


@wrong("returns nothing", hint="end with `return parameters`")
def update_parameters_with_gd(parameters, grads, learning_rate):
    for name in parameters:
        parameters[name] = parameters[name] - learning_rate * grads["d" + name]


@right("in place, layer by layer")
def update_parameters_with_gd(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(L):
        parameters["W" + str(l + 1)] -= learning_rate * grads["dW" + str(l + 1)]
        parameters["b" + str(l + 1)] -= learning_rate * grads["db" + str(l + 1)]
    return parameters


@right("a dict comprehension over grads, last layer first")
def update_parameters_with_gd(parameters, grads, learning_rate):
    names = [key[1:] for key in reversed(list(grads))]
    return {name: parameters[name] - learning_rate * grads[f"d{name}"] for name in names}


@right("entry by entry, in a copy")
def update_parameters_with_gd(parameters, grads, learning_rate):
    import copy

    new = copy.deepcopy(parameters)
    for name, array in new.items():
        for index in np.ndindex(array.shape):
            array[index] -= learning_rate * grads["d" + name][index]
    return new


@right("float64 throughout, with a helper")
def update_parameters_with_gd(parameters, grads, learning_rate):
    def move(theta, gradient):
        return np.asarray(theta, dtype=float) + (-learning_rate) * np.asarray(gradient, dtype=float)

    return dict((name, move(theta, grads["d%s" % name])) for name, theta in parameters.items())


@right("entry by entry, in float64 arrays")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for name, theta in parameters.items():
        new[name] = np.empty(theta.shape)
        for place in np.ndindex(*theta.shape):
            new[name][place] = theta[place] - learning_rate * grads[f"d{name}"][place]
    return new


@wrong("gradients matched by their places", hint="look gradients up by their keys")
def update_parameters_with_gd(parameters, grads, learning_rate):
    pairs = zip(parameters.items(), grads.values(), strict=True)
    return {name: theta - learning_rate * g for (name, theta), g in pairs}


@wrong("layer number cut to one digit", hint="W10 belongs to layer 10")
def update_parameters_with_gd(parameters, grads, learning_rate):
    return {name: theta - learning_rate * grads["d" + name[:2]] for name, theta in parameters.items()}


@wrong("gradients clipped", hint="take the gradient as it is")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for name in parameters:
        new[name] = parameters[name] - learning_rate * np.clip(grads["d" + name], -100, 100)
    return new


# ── random_mini_batches ────────────────────────────────────────────────────────────────────────────


@wrong("Y not shuffled", hint="shuffle Y with the permutation of X")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m = X.shape[1]
    X = X[:, np.random.default_rng(seed).permutation(m)]
    B = mini_batch_size
    return [(X[:, k : k + B], Y[:, k : k + B]) for k in range(0, m, B)]


@wrong("Y shuffled on its own", hint="one permutation for both")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    rng, m, B = np.random.default_rng(seed), X.shape[1], mini_batch_size
    X, Y = X[:, rng.permutation(m)], Y[:, rng.permutation(m)]
    return [(X[:, k : k + B], Y[:, k : k + B]) for k in range(0, m, B)]


@wrong("not shuffled", hint="permute the columns before you cut them")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    return [(X[:, k : k + B], Y[:, k : k + B]) for k in range(0, m, B)]


@wrong("last batch dropped", hint="the last batch, which may be smaller, is missing")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).permutation(m)
    X, Y = X[:, order], Y[:, order]
    return [(X[:, k * B : (k + 1) * B], Y[:, k * B : (k + 1) * B]) for k in range(m // B)]


@wrong("last batch filled up with examples of the one before", hint="the last batch holds only what is left")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).permutation(m)
    X, Y = X[:, order], Y[:, order]
    pairs = [(X[:, k * B : (k + 1) * B], Y[:, k * B : (k + 1) * B]) for k in range(m // B)]
    if m % B:
        pairs.append((X[:, -B:], Y[:, -B:]))
    return pairs


@wrong("last batch starts one too late", hint="the last batch starts where the one before ended")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).permutation(m)
    X, Y = X[:, order], Y[:, order]
    full = m // B
    pairs = [(X[:, k * B : (k + 1) * B], Y[:, k * B : (k + 1) * B]) for k in range(full)]
    if m % B:
        pairs.append((X[:, full * B + 1 :], Y[:, full * B + 1 :]))
    return pairs


@wrong(
    "counter of the loop used after it", hint="with fewer examples than mini_batch_size, the loop never runs"
)
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).permutation(m)
    X, Y, pairs = X[:, order], Y[:, order], []
    for k in range(m // B):
        pairs.append((X[:, k * B : (k + 1) * B], Y[:, k * B : (k + 1) * B]))
    if m % B:
        pairs.append((X[:, (k + 1) * B :], Y[:, (k + 1) * B :]))
    return pairs


@wrong("the same slice in every batch", hint="move on from batch to batch")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).permutation(m)
    X, Y = X[:, order], Y[:, order]
    return [(X[:, : min(B, m - k)], Y[:, : min(B, m - k)]) for k in range(0, m, B)]


@wrong("rows shuffled", hint="examples are columns")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    X = X[np.random.default_rng(seed).permutation(len(X))]
    return [(X[:, k : k + B], Y[:, k : k + B]) for k in range(0, m, B)]


@wrong("rows and columns shuffled", hint="the entries of an example stay in order")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    rng, m, B = np.random.default_rng(seed), X.shape[1], mini_batch_size
    order = rng.permutation(m)
    X, Y = X[:, order][[1, 2, 0][: len(X)]], Y[:, order]
    return [(X[:, k : k + B], Y[:, k : k + B]) for k in range(0, m, B)]


@wrong("batches of 64, whatever is asked for", hint="use mini_batch_size")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m = X.shape[1]
    order = np.random.default_rng(seed).permutation(m)
    X, Y = X[:, order], Y[:, order]
    return [(X[:, k : k + 64], Y[:, k : k + 64]) for k in range(0, m, 64)]


@wrong("no seed", hint="the same seed gives the same batches")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng().permutation(m)
    X, Y = X[:, order], Y[:, order]
    return [(X[:, k : k + B], Y[:, k : k + B]) for k in range(0, m, B)]


@wrong("a seed of its own", hint="another seed gives another order: use the argument")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(0).permutation(m)
    X, Y = X[:, order], Y[:, order]
    return [(X[:, k : k + B], Y[:, k : k + B]) for k in range(0, m, B)]


@wrong("drawn with replacement", hint="each example is in exactly one batch: draw a permutation")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).integers(0, m, m)
    X, Y = X[:, order], Y[:, order]
    return [(X[:, k : k + B], Y[:, k : k + B]) for k in range(0, m, B)]


@wrong("an empty batch at the end", hint="no batch is empty, also if mini_batch_size divides m")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).permutation(m)
    X, Y = X[:, order], Y[:, order]
    return [(X[:, k * B : (k + 1) * B], Y[:, k * B : (k + 1) * B]) for k in range(m // B + 1)]


@wrong("labels of the last batch taken from X", hint="the last Y_k comes from Y")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).permutation(m)
    X, Y, full = X[:, order], Y[:, order], m // B
    pairs = [(X[:, k * B : (k + 1) * B], Y[:, k * B : (k + 1) * B]) for k in range(full)]
    if m % B:
        pairs.append((X[:, full * B :], X[: len(Y), full * B :]))
    return pairs


@wrong("Y made a single row", hint="Y may have several rows")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).permutation(m)
    X, Y = X[:, order], Y[:, order].reshape((1, m))
    return [(X[:, k : k + B], Y[:, k : k + B]) for k in range(0, m, B)]


@wrong("one column per batch", hint="each batch is a slice of several columns")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).permutation(m)
    X, Y = X[:, order], Y[:, order]
    return [(X[:, k], Y[:, k]) for k in range(0, m, B)]


@wrong("a generator in place of a list", hint="return a list")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).permutation(m)
    for k in range(0, m, B):
        yield X[:, order[k : k + B]], Y[:, order[k : k + B]]


@wrong("shuffles X itself", hint="X and Y stay as they are")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(seed).permutation(m)
    X[:], Y[:] = X[:, order], Y[:, order]
    return [(X[:, k : k + B].copy(), Y[:, k : k + B].copy()) for k in range(0, m, B)]


@wrong("shuffled within each batch only", hint="permute the columns before you cut them")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    rng, m, B = np.random.default_rng(seed), X.shape[1], mini_batch_size
    pairs = []
    for k in range(0, m, B):
        chosen = k + rng.permutation(min(B, m - k))
        pairs.append((X[:, chosen], Y[:, chosen]))
    return pairs


@wrong("turned by a random number of places", hint="neighbours must not stay neighbours: permute")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    shift = int(np.random.default_rng(seed).integers(m))
    X, Y = np.roll(X, shift, axis=1), np.roll(Y, shift, axis=1)
    return [(X[:, k : k + B], Y[:, k : k + B]) for k in range(0, m, B)]


@wrong("batches of X alone", hint="return pairs (X_k, Y_k)")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    X = X[:, np.random.default_rng(seed).permutation(m)]
    return [X[:, k : k + B] for k in range(0, m, B)]


@right("the old global generator, tail apart")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    np.random.seed(seed)
    m = X.shape[1]
    order = list(np.random.permutation(m))
    X, Y = X[:, order], Y[:, order]
    full, pairs = m // mini_batch_size, []
    for k in range(full):
        first, last = k * mini_batch_size, (k + 1) * mini_batch_size
        pairs.append((X[:, first:last], Y[:, first:last]))
    if m % mini_batch_size != 0:
        pairs.append((X[:, full * mini_batch_size :], Y[:, full * mini_batch_size :]))
    return pairs


@right("Python's own generator, a tuple of lists")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    import random

    order = list(range(X.shape[1]))
    random.Random(seed).shuffle(order)
    pairs = ()
    while order:
        chosen, order = order[:mini_batch_size], order[mini_batch_size:]
        pairs += ([X[:, chosen], Y[:, chosen]],)
    return pairs


@right("X and Y shuffled as one array")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    both = np.vstack([X, Y])
    both = np.random.RandomState(seed).permutation(both.T).T
    cuts = range(mini_batch_size, both.shape[1], mini_batch_size)
    return [(part[: len(X)], part[len(X) :]) for part in np.split(both, cuts, axis=1)]


@right("sorted by random numbers, column by column")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.argsort(np.random.default_rng(seed).random(X.shape[1]))
    groups = {}
    for place, j in enumerate(order):
        groups.setdefault(place // mini_batch_size, []).append(j)
    return [(np.take(X, g, axis=1), np.take(Y, g, axis=1)) for g in groups.values()]


@wrong("seed 0 taken for no seed", hint="seed 0 is a seed, too")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.random.default_rng(seed or None).permutation(X.shape[1])
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen], Y[:, chosen]) for chosen in np.split(order, cuts)]


@wrong("no shuffle for seed 0", hint="seed 0 is a seed, too")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.random.default_rng(seed).permutation(X.shape[1]) if seed else np.arange(X.shape[1])
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen], Y[:, chosen]) for chosen in np.split(order, cuts)]


@wrong("seeds 0 and 1 alike", hint="use `seed` as it is")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.random.default_rng(max(seed, 1)).permutation(X.shape[1])
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen], Y[:, chosen]) for chosen in np.split(order, cuts)]


@wrong("no seed by default", hint="the default is seed=0")
def random_mini_batches(X, Y, mini_batch_size=64, seed=None):
    order = np.random.default_rng(seed).permutation(X.shape[1])
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen], Y[:, chosen]) for chosen in np.split(order, cuts)]


@wrong("order of the seed and the size", hint="the order is decided by seed alone")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.random.default_rng(seed + mini_batch_size).permutation(X.shape[1])
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen], Y[:, chosen]) for chosen in np.split(order, cuts)]


@wrong("batches kept for the next call", hint="other X and Y, other batches")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    kept = random_mini_batches.__dict__
    key = seed, X.shape, Y.shape, mini_batch_size
    if key not in kept:
        order = np.random.default_rng(seed).permutation(X.shape[1])
        cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
        kept[key] = [(X[:, chosen], Y[:, chosen]) for chosen in np.split(order, cuts)]
    return kept[key]


@wrong("the seed shuffles batches of a fixed order", hint="a new permutation for each seed")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, B = X.shape[1], mini_batch_size
    order = np.random.default_rng(0).permutation(m)
    pairs = [(X[:, order[k : k + B]], Y[:, order[k : k + B]]) for k in range(0, m, B)]
    full = np.random.default_rng(seed).permutation(m // B)
    return [pairs[k] for k in full] + pairs[m // B :]


@wrong("the seed turns a fixed order", hint="a new permutation for each seed")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.roll(np.random.default_rng(9).permutation(X.shape[1]), seed)
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen], Y[:, chosen]) for chosen in np.split(order, cuts)]


@wrong("the last examples always in the last batch", hint="permute all m columns")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m, full = X.shape[1], X.shape[1] // mini_batch_size * mini_batch_size
    order = np.concatenate([np.random.default_rng(seed).permutation(full), np.arange(full, m)])
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen], Y[:, chosen]) for chosen in np.split(order, cuts)]


@wrong("the first example stays first", hint="permute all m columns")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.append(0, 1 + np.random.default_rng(seed).permutation(X.shape[1] - 1))
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen], Y[:, chosen]) for chosen in np.split(order, cuts)]


@wrong("a single batch not shuffled", hint="shuffle also if all examples fit into one batch")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    if mini_batch_size >= X.shape[1]:
        return [(X, Y)]
    order = np.random.default_rng(seed).permutation(X.shape[1])
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen], Y[:, chosen]) for chosen in np.split(order, cuts)]


@wrong("sorted within each batch", hint="keep the permuted order within the batch")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.random.default_rng(seed).permutation(X.shape[1])
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, np.sort(chosen)], Y[:, np.sort(chosen)]) for chosen in np.split(order, cuts)]


@wrong("batches of about equal size", hint="only the last batch may be smaller")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.random.default_rng(seed).permutation(X.shape[1])
    parts = np.array_split(order, -(-X.shape[1] // mini_batch_size))
    return [(X[:, chosen], Y[:, chosen]) for chosen in parts]


@wrong("the smaller batch first", hint="the smaller batch comes last")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.random.default_rng(seed).permutation(X.shape[1])
    rest = X.shape[1] % mini_batch_size
    cuts = range(rest or mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen], Y[:, chosen]) for chosen in np.split(order, cuts)]


@wrong("a list of X_k and a list of Y_k", hint="one list of pairs")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.random.default_rng(seed).permutation(X.shape[1])
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return np.split(X[:, order], cuts, axis=1), np.split(Y[:, order], cuts, axis=1)


@wrong("nested lists", hint="X_k and Y_k are arrays")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.random.default_rng(seed).permutation(X.shape[1])
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen].tolist(), Y[:, chosen].tolist()) for chosen in np.split(order, cuts)]


@wrong("labels made whole numbers", hint="Y_k holds columns of Y")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.random.default_rng(seed).permutation(X.shape[1])
    cuts = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [(X[:, chosen], Y[:, chosen].astype(int)) for chosen in np.split(order, cuts)]


@right("X and Y permuted by two generators of one seed")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    X = np.random.default_rng(seed).permutation(X, axis=1)
    Y = np.random.default_rng(seed).permutation(Y, axis=1)
    B = mini_batch_size
    return [(X[:, k : k + B], Y[:, k : k + B]) for k in range(0, X.shape[1], B)]


@right("sorted by a hash of the seed and the place")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    from hashlib import sha256

    order = sorted(range(X.shape[1]), key=lambda j: sha256(f"{seed}/{j}".encode()).hexdigest())
    groups = [order[k : k + mini_batch_size] for k in range(0, len(order), mini_batch_size)]
    return [[X[:, group], Y[:, group]] for group in groups]


# ── exponentially_weighted_average ─────────────────────────────────────────────────────────────────


@wrong("weights swapped", hint="beta weighs the past, 1 - beta the new value")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        v = (1 - beta) * v + beta * x
        averages.append(v / (1 - beta**t) if bias_correction else v)
    return np.array(averages)


@wrong("starts from the first value", hint="start from v_0 = 0, not from x_1")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = values[0], []
    for t, x in enumerate(values, start=1):
        v = beta * v + (1 - beta) * x
        averages.append(v / (1 - beta**t) if bias_correction else v)
    return np.array(averages)


@wrong("the new value at full weight", hint="the new value has the weight 1 - beta")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        v = beta * v + x
        averages.append(v / (1 - beta**t) if bias_correction else v)
    return np.array(averages)


@wrong("the past does not fade", hint="the past fades: beta * v")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        v = v + (1 - beta) * x
        averages.append(v / (1 - beta**t) if bias_correction else v)
    return np.array(averages)


@wrong("correction with beta times t", hint="beta to the power t, not times t")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        v = beta * v + (1 - beta) * x
        averages.append(v / (1 - beta * t) if bias_correction and beta * t != 1 else v)
    return np.array(averages)


@wrong("t counted from 0", hint="t counts from 1")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=0):
        v = beta * v + (1 - beta) * x
        averages.append(np.float64(v) / (1 - np.float64(beta) ** t) if bias_correction else v)
    return np.array(averages)


@wrong("the corrected value fed back", hint="the recursion goes on from v, not from its correction")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        v = beta * v + (1 - beta) * x
        if bias_correction:
            v = v / (1 - beta**t)
        averages.append(v)
    return np.array(averages)


@wrong("only the last average corrected", hint="correct every v_t, not only the last")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for x in values:
        v = beta * v + (1 - beta) * x
        averages.append(v)
    if bias_correction:
        averages[-1] = averages[-1] / (1 - beta ** len(values))
    return np.array(averages)


@wrong("one correction for all", hint="the exponent is t: the correction fades")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for x in values:
        v = beta * v + (1 - beta) * x
        averages.append(v / (1 - beta) if bias_correction else v)
    return np.array(averages)


@wrong("all corrected with the last t", hint="the exponent is t, not T")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for x in values:
        v = beta * v + (1 - beta) * x
        averages.append(v / (1 - beta ** len(values)) if bias_correction else v)
    return np.array(averages)


@wrong("multiplied by the sum of the weights", hint="divide by 1 - beta**t")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        v = beta * v + (1 - beta) * x
        averages.append(v * (1 - beta**t) if bias_correction else v)
    return np.array(averages)


@wrong("never corrected", hint="divide by 1 - beta**t if bias_correction")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for x in values:
        v = beta * v + (1 - beta) * x
        averages.append(v)
    return np.array(averages)


@wrong("always corrected", hint="without bias_correction, return v_t")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        v = beta * v + (1 - beta) * x
        averages.append(v / (1 - beta**t))
    return np.array(averages)


@wrong("corrected the wrong way round", hint="bias_correction asks for the correction")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        v = beta * v + (1 - beta) * x
        averages.append(v if bias_correction else v / (1 - beta**t))
    return np.array(averages)


@wrong("only the last average", hint="return all averages")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        v = beta * v + (1 - beta) * x
        averages.append(v / (1 - beta**t) if bias_correction else v)
    return averages[-1]


@wrong("v_0 in the result", hint="one average for each value")
def exponentially_weighted_average(values, beta, bias_correction=True):
    averages = [0.0]
    for x in values:
        averages.append(beta * averages[-1] + (1 - beta) * x)
    averages = np.array(averages)
    t = np.arange(len(averages))
    t[0] = 1
    return averages / (1 - beta**t) if bias_correction else averages


@wrong("one step late", hint="v_t contains x_t")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        averages.append(v / (1 - beta**t) if bias_correction else v)
        v = beta * v + (1 - beta) * x
    return np.array(averages)


@wrong("cut off to whole numbers", hint="an array made by zeros_like of whole numbers holds whole numbers")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, np.zeros_like(values)
    for t, x in enumerate(values, start=1):
        v = beta * v + (1 - beta) * x
        averages[t - 1] = v / (1 - beta**t) if bias_correction else v
    return averages


@wrong("the plain mean so far", hint="old values fade")
def exponentially_weighted_average(values, beta, bias_correction=True):
    return np.cumsum(values) / np.arange(1, len(values) + 1)


@wrong("writes into values", hint="values must not change")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v = 0.0
    values = values.astype(float) if values.dtype.kind == "i" and len(values) < 4 else values
    for t in range(1, len(values) + 1):
        v = beta * v + (1 - beta) * values[t - 1]
        values[t - 1] = v / (1 - beta**t) if bias_correction else v
    return values


@right("an array filled step by step")
def exponentially_weighted_average(values, beta, bias_correction=True):
    averages = np.zeros(len(values) + 1)
    for t in range(1, len(values) + 1):
        averages[t] = averages[t - 1] * beta + values[t - 1] * (1 - beta)
    averages = averages[1:]
    if bias_correction:
        averages = averages / (1 - beta ** np.arange(1, len(values) + 1))
    return averages


@right("from the sum of the weights")
def exponentially_weighted_average(values, beta, bias_correction=True):
    T = len(values)
    averages = np.empty(T)
    for t in range(T):
        weights = (1 - beta) * np.power(float(beta), np.arange(t, -1, -1))
        total = weights.sum() if bias_correction else 1
        averages[t] = np.dot(weights, values[: t + 1]) / total
    return averages


@right("by accumulate")
def exponentially_weighted_average(values, beta, bias_correction=True):
    from itertools import accumulate

    vs = list(accumulate(values, lambda v, x: v + (1 - beta) * (x - v), initial=0.0))[1:]
    return np.array([v / (1 - beta ** (t + 1)) for t, v in enumerate(vs)] if bias_correction else vs)


@right("average and weight carried along")
def exponentially_weighted_average(values, beta, bias_correction=True):
    total, weight, averages = 0.0, 0.0, ()
    for x in values:
        total, weight = beta * total + x, beta * weight + 1
        averages += (total / weight if bias_correction else (1 - beta) * total,)
    return np.array(averages)


@wrong("zeros left out", hint="0 is a measurement, too")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        v = beta * v + (1 - beta) * x if x else v
        averages.append(v / (1 - beta**t) if bias_correction else v)
    return np.array(averages)


@wrong("a list", hint="return an array")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v, averages = 0.0, []
    for t, x in enumerate(values, start=1):
        v = beta * v + (1 - beta) * x
        averages.append(v / (1 - beta**t) if bias_correction else v)
    return averages


@wrong("v kept between calls", hint="each call starts at v_0 = 0")
def exponentially_weighted_average(values, beta, bias_correction=True):
    kept, averages = exponentially_weighted_average.__dict__, []
    for t, x in enumerate(values, start=1):
        kept["v"] = beta * kept.get("v", 0.0) + (1 - beta) * x
        averages.append(kept["v"] / (1 - beta**t) if bias_correction else kept["v"])
    return np.array(averages)


# ── initialize_velocity ────────────────────────────────────────────────────────────────────────────


@wrong("names of the parameters as keys", hint="the keys are dW1, db1, ...")
def initialize_velocity(parameters):
    return {name: np.zeros(theta.shape) for name, theta in parameters.items()}


@wrong("keys with a v in front", hint="the keys are dW1, db1, ...")
def initialize_velocity(parameters):
    return {f"vd{name}": np.zeros(theta.shape) for name, theta in parameters.items()}


@wrong("last layer missing", hint="all L layers have averages")
def initialize_velocity(parameters):
    return {
        f"d{k}{l}": np.zeros(parameters[f"{k}{l}"].shape)
        for l in range(1, len(parameters) // 2)
        for k in "Wb"
    }


@wrong("weights only", hint="biases have averages, too")
def initialize_velocity(parameters):
    return {f"d{n}": np.zeros(theta.shape) for n, theta in parameters.items() if n[0] == "W"}


@wrong("ones", hint="every average starts at zero")
def initialize_velocity(parameters):
    return {f"d{name}": np.ones(theta.shape) for name, theta in parameters.items()}


@wrong("biases with one dimension", hint="the shapes are those of the parameters: (n_l, 1)")
def initialize_velocity(parameters):
    start = {}
    for l in range(1, len(parameters) // 2 + 1):
        start[f"dW{l}"] = np.zeros(parameters[f"W{l}"].shape)
        start[f"db{l}"] = np.zeros(len(parameters[f"b{l}"]))
    return start


@wrong("transposed", hint="the shapes are those of the parameters")
def initialize_velocity(parameters):
    return {f"d{name}": np.zeros(theta.T.shape) for name, theta in parameters.items()}


@wrong("integers", hint="averages have fractions: use floats")
def initialize_velocity(parameters):
    return {f"d{name}": np.zeros(theta.shape, dtype=int) for name, theta in parameters.items()}


@wrong("one array for equal shapes", hint="an array of its own for each")
def initialize_velocity(parameters):
    made = {}
    return {f"d{n}": made.setdefault(p.shape, np.zeros(p.shape)) for n, p in parameters.items()}


@wrong("copies of the parameters", hint="every average starts at zero")
def initialize_velocity(parameters):
    return {f"d{name}": theta.copy() for name, theta in parameters.items()}


@wrong("plain numbers", hint="arrays in the shapes of the parameters")
def initialize_velocity(parameters):
    return {f"d{name}": 0.0 for name in parameters}


@wrong("sets the parameters to zero", hint="parameters must not change")
def initialize_velocity(parameters):
    for theta in parameters.values():
        theta *= 0
    return {f"d{name}": theta for name, theta in parameters.items()}


@wrong("layers counted from 0", hint="the first layer is layer 1")
def initialize_velocity(parameters):
    return {
        f"d{k}{l}": np.zeros(parameters[f"{k}{l}"].shape) for l in range(len(parameters) // 2) for k in "Wb"
    }


@right("zeros_like, layer by layer")
def initialize_velocity(parameters):
    start = {}
    for l in range(len(parameters) // 2):
        start["dW" + str(l + 1)] = np.zeros_like(parameters["W" + str(l + 1)])
        start["db" + str(l + 1)] = np.zeros_like(parameters["b" + str(l + 1)])
    return start


@right("zero times the parameters, last first")
def initialize_velocity(parameters):
    return {"d%s" % name: 0.0 * parameters[name] for name in reversed(list(parameters))}


@right("float32, all biases first")
def initialize_velocity(parameters):
    names = sorted(parameters, key=lambda name: (name[0] == "W", name))
    return {f"d{n}": np.full(np.shape(parameters[n]), 0, dtype=np.float32) for n in names}


@right("shapes from the sizes of the layers")
def initialize_velocity(parameters):
    sizes = [parameters["W1"].shape[1]]
    l = 1
    while f"b{l}" in parameters:
        sizes.append(parameters[f"b{l}"].size)
        l += 1
    start = {f"dW{l}": np.zeros((sizes[l], sizes[l - 1])) for l in range(1, len(sizes))}
    start.update({f"db{l}": np.zeros((sizes[l], 1)) for l in range(1, len(sizes))})
    return start


@wrong("arrays kept between calls", hint="each call makes new arrays")
def initialize_velocity(parameters):
    kept = initialize_velocity.__dict__
    for name, theta in parameters.items():
        kept.setdefault((name, theta.shape), np.zeros(theta.shape))
    return {"d" + name: kept[name, theta.shape] for name, theta in parameters.items()}


@wrong("layer numbers of one digit", hint="there may be more than nine layers")
def initialize_velocity(parameters):
    zeros = {"d" + name[:2]: np.zeros(theta.shape) for name, theta in parameters.items()}
    return zeros


@wrong("nearly zero", hint="every average starts at zero")
def initialize_velocity(parameters):
    tiny = {"d" + name: np.full(theta.shape, 1e-13) for name, theta in parameters.items()}
    return tiny


# ── update_parameters_with_momentum ────────────────────────────────────────────────────────────────


@wrong("the average forgets the past", hint="the average so far is forgotten")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = (1 - beta) * grads[key]
        new[name] = theta - learning_rate * new_v[key]
    return new, new_v


@wrong("the average does not fade", hint="the average so far has the weight beta, not 1")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = v[key] + (1 - beta) * grads[key]
        new[name] = theta - learning_rate * new_v[key]
    return new, new_v


@wrong("the gradient at full weight", hint="the gradient has the weight 1 - beta, not 1")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = beta * v[key] + grads[key]
        new[name] = theta - learning_rate * new_v[key]
    return new, new_v


@wrong("weights swapped", hint="beta weighs the past, 1 - beta the gradient")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = (1 - beta) * v[key] + beta * grads[key]
        new[name] = theta - learning_rate * new_v[key]
    return new, new_v


@wrong("step with the old average", hint="take the step with the new average")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = beta * v[key] + (1 - beta) * grads[key]
        new[name] = theta - learning_rate * v[key]
    return new, new_v


@wrong("step with the gradient", hint="take the step with the average, not with the gradient")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = beta * v[key] + (1 - beta) * grads[key]
        new[name] = theta - learning_rate * grads[key]
    return new, new_v


@wrong("the gradient of the biases for the weights", hint="this average mixes dW with db")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = {}, {}
    for l in range(1, len(parameters) // 2 + 1):
        new_v[f"dW{l}"] = beta * v[f"dW{l}"] + (1 - beta) * grads[f"db{l}"]
        new_v[f"db{l}"] = beta * v[f"db{l}"] + (1 - beta) * grads[f"db{l}"]
        new[f"W{l}"] = parameters[f"W{l}"] - learning_rate * new_v[f"dW{l}"]
        new[f"b{l}"] = parameters[f"b{l}"] - learning_rate * new_v[f"db{l}"]
    return new, new_v


@wrong("the average of the weights for the biases", hint="the average of bl is v[dbl]")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = {}, {}
    for l in range(1, len(parameters) // 2 + 1):
        new_v[f"dW{l}"] = beta * v[f"dW{l}"] + (1 - beta) * grads[f"dW{l}"]
        new_v[f"db{l}"] = beta * v[f"dW{l}"] + (1 - beta) * grads[f"db{l}"]
        new[f"W{l}"] = parameters[f"W{l}"] - learning_rate * new_v[f"dW{l}"]
        new[f"b{l}"] = parameters[f"b{l}"] - learning_rate * new_v[f"db{l}"]
    return new, new_v


@wrong("bias correction in the step", hint="there is no bias correction in momentum")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = beta * v[key] + (1 - beta) * grads[key]
        new[name] = theta - learning_rate * new_v[key] / (1 - beta)
    return new, new_v


@wrong("bias correction of v", hint="there is no bias correction in momentum")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = (beta * v[key] + (1 - beta) * grads[key]) / (1 - beta)
        new[name] = theta - learning_rate * new_v[key]
    return new, new_v


@wrong("learning rate within the average", hint="learning_rate belongs to the step, not to the average")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = beta * v[key] + (1 - beta) * learning_rate * grads[key]
        new[name] = theta - new_v[key]
    return new, new_v


@wrong("learning rate in place of 1 - beta", hint="the gradient has the weight 1 - beta")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = beta * v[key] + learning_rate * grads[key]
        new[name] = theta - new_v[key]
    return new, new_v


@wrong("plus in place of minus", hint="go downhill: minus")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = beta * v[key] + (1 - beta) * grads[key]
        new[name] = theta + learning_rate * new_v[key]
    return new, new_v


@wrong("returns the old v", hint="return the updated v")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = beta * v[key] + (1 - beta) * grads[key]
        new[name] = theta - learning_rate * new_v[key]
    return new, v


@wrong("Nesterov's momentum", hint="take the step with v")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = beta * v[key] + (1 - beta) * grads[key]
        new[name] = theta - learning_rate * (beta * new_v[key] + (1 - beta) * grads[key])
    return new, new_v


@wrong("last layer left as it was", hint="update all L layers")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in list(parameters.items())[:-2]:
        key = "d" + name
        new_v[key] = beta * v[key] + (1 - beta) * grads[key]
        new[name] = theta - learning_rate * new_v[key]
    return new, new_v


@wrong("biases left as they were", hint="biases take a step, too")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in [pair for pair in parameters.items() if pair[0][0] == "W"]:
        key = "d" + name
        new_v[key] = beta * v[key] + (1 - beta) * grads[key]
        new[name] = theta - learning_rate * new_v[key]
    return new, new_v


@wrong("parameters only", hint="return (parameters, v)")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = beta * v[key] + (1 - beta) * grads[key]
        new[name] = theta - learning_rate * new_v[key]
    return new


@wrong("returned in the other order", hint="return (parameters, v), in this order")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = beta * v[key] + (1 - beta) * grads[key]
        new[name] = theta - learning_rate * new_v[key]
    return new_v, new


@wrong("scales grads in place", hint="grads must not change")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    for name in parameters:
        grads["d" + name] *= 1 - beta
        v["d" + name] = beta * v["d" + name] + grads["d" + name]
        parameters[name] = parameters[name] - learning_rate * v["d" + name]
    return parameters, v


@wrong("beta always 0.9", hint="use the argument beta")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = 0.9 * v[key] + (1 - 0.9) * grads[key]
        new[name] = theta - learning_rate * new_v[key]
    return new, new_v


@wrong("the beta of the visible check typed in", hint="use the argument beta")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, new_v = dict(parameters), dict(v)
    for name, theta in parameters.items():
        key = "d" + name
        new_v[key] = 0.6 * v[key] + 0.4 * grads[key]
        new[name] = theta - learning_rate * new_v[key]
    return new, new_v


@right("in place, layer by layer")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    for l in range(1, len(parameters) // 2 + 1):
        for k in ("W", "b"):
            v[f"d{k}{l}"] *= beta
            v[f"d{k}{l}"] += (1 - beta) * grads[f"d{k}{l}"]
            parameters[f"{k}{l}"] -= learning_rate * v[f"d{k}{l}"]
    return parameters, v


@right("two comprehensions, a list of both")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    average = {key: v[key] + (1 - beta) * (g - v[key]) for key, g in grads.items()}
    moved = {key[1:]: parameters[key[1:]] - learning_rate * a for key, a in average.items()}
    return [moved, average]


@right("entry by entry, with a helper")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    def update(theta, g, a):
        a = beta * a + (1.0 - beta) * g
        return theta - learning_rate * a, a

    new, new_v = {}, {}
    for name, theta in parameters.items():
        pairs = [
            update(*each)
            for each in zip(theta.ravel(), grads["d" + name].ravel(), v["d" + name].ravel(), strict=True)
        ]
        new[name] = np.array([p for p, _ in pairs]).reshape(theta.shape)
        new_v["d" + name] = np.array([a for _, a in pairs]).reshape(theta.shape)
    return new, new_v


@right("the new v stored first, all keys in reverse")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    for key in sorted(v, reverse=True):
        v[key] = np.add(np.multiply(beta, v[key]), np.multiply(1 - beta, grads[key]))
    for name in sorted(parameters, reverse=True):
        parameters[name] = np.subtract(parameters[name], learning_rate * v["d" + name])
    return parameters, v


@wrong("v starts at the first gradient", hint="v starts at zero")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, v_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        v_new[key] = beta * v[key] + (1 - beta) * grads[key] if v[key].any() else grads[key].copy()
        new[name] = theta - learning_rate * v_new[key]
    return new, v_new


@wrong("entries of v that are zero start at the gradient", hint="v starts at zero")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, v_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        v_new[key] = np.where(v[key] == 0, grads[key], beta * v[key] + (1 - beta) * grads[key])
        new[name] = theta - learning_rate * v_new[key]
    return new, v_new


@wrong("layer numbers of one digit", hint="there may be more than nine layers")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, v_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        v_new[key] = beta * v[key] + (1 - beta) * grads[key[:3]]
        new[name] = theta - learning_rate * v_new[key]
    return new, v_new


@wrong("v fades only where there is a gradient", hint="v fades everywhere")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, v_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        v_new[key] = beta * v[key] + (1 - beta) * grads[key] if grads[key].any() else v[key]
        new[name] = theta - learning_rate * (beta * v[key] + (1 - beta) * grads[key])
    return new, v_new


@wrong("v returned first", hint="return parameters, then v")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, v_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        v_new[key] = beta * v[key] + (1 - beta) * grads[key]
        new[name] = theta - learning_rate * v_new[key]
    return v_new, new


@wrong("memory matched by its place", hint="look v up by its keys")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, v_new = {}, {}
    for (name, theta), g, old in zip(parameters.items(), grads.values(), v.values(), strict=True):
        v_new["d" + name] = beta * old + (1 - beta) * g
        new[name] = theta - learning_rate * v_new["d" + name]
    return new, v_new


@wrong("the step written into v", hint="the step is another array than v")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    for name in parameters:
        v["d" + name] = beta * v["d" + name] + (1 - beta) * grads["d" + name]
        step = v["d" + name]
        step *= learning_rate
        parameters[name] = parameters[name] - step
    return parameters, v


# ── initialize_rmsprop ─────────────────────────────────────────────────────────────────────────────


@wrong("names of the parameters as keys", hint="the keys are dW1, db1, ...")
def initialize_rmsprop(parameters):
    return {name: np.zeros(theta.shape) for name, theta in parameters.items()}


@wrong("keys with a s in front", hint="the keys are dW1, db1, ...")
def initialize_rmsprop(parameters):
    return {f"sd{name}": np.zeros(theta.shape) for name, theta in parameters.items()}


@wrong("last layer missing", hint="all L layers have averages")
def initialize_rmsprop(parameters):
    return {
        f"d{k}{l}": np.zeros(parameters[f"{k}{l}"].shape)
        for l in range(1, len(parameters) // 2)
        for k in "Wb"
    }


@wrong("weights only", hint="biases have averages, too")
def initialize_rmsprop(parameters):
    return {f"d{n}": np.zeros(theta.shape) for n, theta in parameters.items() if n[0] == "W"}


@wrong("ones", hint="every average starts at zero")
def initialize_rmsprop(parameters):
    return {f"d{name}": np.ones(theta.shape) for name, theta in parameters.items()}


@wrong("biases with one dimension", hint="the shapes are those of the parameters: (n_l, 1)")
def initialize_rmsprop(parameters):
    start = {}
    for l in range(1, len(parameters) // 2 + 1):
        start[f"dW{l}"] = np.zeros(parameters[f"W{l}"].shape)
        start[f"db{l}"] = np.zeros(len(parameters[f"b{l}"]))
    return start


@wrong("transposed", hint="the shapes are those of the parameters")
def initialize_rmsprop(parameters):
    return {f"d{name}": np.zeros(theta.T.shape) for name, theta in parameters.items()}


@wrong("integers", hint="averages have fractions: use floats")
def initialize_rmsprop(parameters):
    return {f"d{name}": np.zeros(theta.shape, dtype=int) for name, theta in parameters.items()}


@wrong("one array for equal shapes", hint="an array of its own for each")
def initialize_rmsprop(parameters):
    made = {}
    return {f"d{n}": made.setdefault(p.shape, np.zeros(p.shape)) for n, p in parameters.items()}


@wrong("copies of the parameters", hint="every average starts at zero")
def initialize_rmsprop(parameters):
    return {f"d{name}": theta.copy() for name, theta in parameters.items()}


@wrong("plain numbers", hint="arrays in the shapes of the parameters")
def initialize_rmsprop(parameters):
    return {f"d{name}": 0.0 for name in parameters}


@wrong("sets the parameters to zero", hint="parameters must not change")
def initialize_rmsprop(parameters):
    for theta in parameters.values():
        theta *= 0
    return {f"d{name}": theta for name, theta in parameters.items()}


@wrong("layers counted from 0", hint="the first layer is layer 1")
def initialize_rmsprop(parameters):
    return {
        f"d{k}{l}": np.zeros(parameters[f"{k}{l}"].shape) for l in range(len(parameters) // 2) for k in "Wb"
    }


@right("zeros_like, layer by layer")
def initialize_rmsprop(parameters):
    start = {}
    for l in range(len(parameters) // 2):
        start["dW" + str(l + 1)] = np.zeros_like(parameters["W" + str(l + 1)])
        start["db" + str(l + 1)] = np.zeros_like(parameters["b" + str(l + 1)])
    return start


@right("zero times the parameters, last first")
def initialize_rmsprop(parameters):
    return {"d%s" % name: 0.0 * parameters[name] for name in reversed(list(parameters))}


@right("float32, all biases first")
def initialize_rmsprop(parameters):
    names = sorted(parameters, key=lambda name: (name[0] == "W", name))
    return {f"d{n}": np.full(np.shape(parameters[n]), 0, dtype=np.float32) for n in names}


@right("shapes from the sizes of the layers")
def initialize_rmsprop(parameters):
    sizes = [parameters["W1"].shape[1]]
    l = 1
    while f"b{l}" in parameters:
        sizes.append(parameters[f"b{l}"].size)
        l += 1
    start = {f"dW{l}": np.zeros((sizes[l], sizes[l - 1])) for l in range(1, len(sizes))}
    start.update({f"db{l}": np.zeros((sizes[l], 1)) for l in range(1, len(sizes))})
    return start


@wrong("arrays kept between calls", hint="each call makes new arrays")
def initialize_rmsprop(parameters):
    kept = initialize_rmsprop.__dict__
    for name, theta in parameters.items():
        kept.setdefault((name, theta.shape), np.zeros(theta.shape))
    return {"d" + name: kept[name, theta.shape] for name, theta in parameters.items()}


@wrong("layer numbers of one digit", hint="there may be more than nine layers")
def initialize_rmsprop(parameters):
    zeros = {"d" + name[:2]: np.zeros(theta.shape) for name, theta in parameters.items()}
    return zeros


@wrong("nearly zero", hint="every average starts at zero")
def initialize_rmsprop(parameters):
    tiny = {"d" + name: np.full(theta.shape, 1e-13) for name, theta in parameters.items()}
    return tiny


# ── update_parameters_with_rmsprop ─────────────────────────────────────────────────────────────────


@wrong("gradient not squared", hint="the gradient is squared")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = np.abs(beta * s[key] + (1 - beta) * g)
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("absolute value in place of the square", hint="the gradient is squared")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * np.abs(g)
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("weight squared with the gradient", hint="the square has the weight 1 - beta")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + ((1 - beta) * g) ** 2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("the average forgets the past", hint="the average so far is forgotten")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = (1 - beta) * g**2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("the average does not fade", hint="the average so far has the weight beta, not 1")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = s[key] + (1 - beta) * g**2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("the square at full weight", hint="the square has the weight 1 - beta, not 1")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + g**2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("weights swapped", hint="beta weighs the past, 1 - beta the square")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = (1 - beta) * s[key] + beta * g**2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("square of the average", hint="average the squares, do not square an average")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = (beta * s[key] + (1 - beta) * g) ** 2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("one average for a whole array", hint="square and average entry by entry")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * np.mean(g**2)
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("matrix product for the square", hint="square entry by entry: g * g")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * (g @ g)
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("epsilon inside the root", hint="epsilon is added outside the root")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta - learning_rate * g / np.sqrt(new_s[key] + epsilon)
    return new, new_s


@wrong("epsilon left out", hint="use the argument epsilon")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta - learning_rate * g / np.sqrt(new_s[key])
    return new, new_s


@wrong("epsilon typed in", hint="use the argument epsilon")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + 1e-8)
    return new, new_s


@wrong("no root", hint="the root of s is missing")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta - learning_rate * g / (new_s[key] + epsilon)
    return new, new_s


@wrong("step with the old average", hint="take the step with the new average")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta - learning_rate * g / (np.sqrt(s[key]) + epsilon)
    return new, new_s


@wrong("bias correction in the step", hint="there is no bias correction in RMSProp")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key] / (1 - beta)) + epsilon)
    return new, new_s


@wrong("bias correction of s", hint="there is no bias correction in RMSProp")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = (beta * s[key] + (1 - beta) * g**2) / (1 - beta)
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("plus in place of minus", hint="go downhill: minus")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta + learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("not divided", hint="divide the gradient by the root of s")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta - learning_rate * g
    return new, new_s


@wrong("learning rate left out of the step", hint="learning_rate is missing in the step")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta - g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("gradients of the biases for the weights", hint="this average mixes dW with db")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * grads["db" + name[1:]] ** 2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("last layer left as it was", hint="update all L layers")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in list(parameters.items())[:-2]:
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@wrong("parameters only", hint="return (parameters, s)")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new


@wrong("returns the old s", hint="return the updated s")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = beta * s[key] + (1 - beta) * g**2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, s


@wrong("squares grads in place", hint="grads must not change")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    for name in parameters:
        g = grads["d" + name].copy()
        grads["d" + name] **= 2
        s["d" + name] = beta * s["d" + name] + (1 - beta) * grads["d" + name]
        parameters[name] = parameters[name] - learning_rate * g / (np.sqrt(s["d" + name]) + epsilon)
    return parameters, s


@wrong("beta always 0.9", hint="use the argument beta")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = dict(parameters), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_s[key] = 0.9 * s[key] + 0.1 * g**2
        new[name] = theta - learning_rate * g / (np.sqrt(new_s[key]) + epsilon)
    return new, new_s


@right("in place, layer by layer")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    for l in range(1, len(parameters) // 2 + 1):
        for k in "Wb":
            g = grads[f"d{k}{l}"]
            s[f"d{k}{l}"] *= beta
            s[f"d{k}{l}"] += (1 - beta) * g * g
            parameters[f"{k}{l}"] -= learning_rate / (s[f"d{k}{l}"] ** 0.5 + epsilon) * g
    return parameters, s


@right("two comprehensions, a list of both")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new_s = {key: beta * s[key] + (1 - beta) * np.square(g) for key, g in grads.items()}
    size = {key: epsilon + np.sqrt(a) for key, a in new_s.items()}
    return [{n: p - learning_rate * (grads["d" + n] / size["d" + n]) for n, p in parameters.items()}, new_s]


@right("from the root of the old average")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, new_s = {}, {}
    for name, theta in parameters.items():
        g = grads["d" + name]
        root = np.hypot(np.sqrt(beta * s["d" + name]), np.sqrt(1 - beta) * g)
        new_s["d" + name] = root**2
        new[name] = theta - learning_rate * np.divide(g, root + epsilon)
    return new, new_s


@right("entry by entry, last layer first")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    import math

    new, new_s = {}, {}
    for name in sorted(parameters, reverse=True):
        new[name], new_s["d" + name] = parameters[name].copy(), s["d" + name].copy()
        for index in np.ndindex(parameters[name].shape):
            g = float(grads["d" + name][index])
            average = beta * float(s["d" + name][index]) + (1 - beta) * g * g
            new_s["d" + name][index] = average
            new[name][index] -= learning_rate * g / (math.sqrt(average) + epsilon)
    return new, new_s


@wrong("another epsilon by default", hint="epsilon is 1e-8 by default")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-7):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        square = beta * s[key] + (1 - beta) * g**2
        s_new[key] = square
        new[name] = theta - learning_rate * g / (np.sqrt(square) + epsilon)
    return new, s_new


@wrong("no epsilon by default", hint="epsilon is 1e-8 by default")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=0.0):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        square = beta * s[key] + (1 - beta) * g**2
        s_new[key] = square
        new[name] = theta - learning_rate * g / (np.sqrt(square) + epsilon)
    return new, s_new


@wrong("epsilon as the smallest root", hint="epsilon is added to the root")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        square = beta * s[key] + (1 - beta) * g**2
        s_new[key] = square
        new[name] = theta - learning_rate * g / np.maximum(np.sqrt(square), epsilon)
    return new, s_new


@wrong("epsilon only for small roots", hint="epsilon is added to every root")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        square = beta * s[key] + (1 - beta) * g**2
        s_new[key] = square
        new[name] = theta - learning_rate * g / (np.sqrt(square) + (epsilon if epsilon > 1e-6 else 0))
    return new, s_new


@wrong("s starts at the first square", hint="s starts at zero")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        square = beta * s[key] + (1 - beta) * g**2 if s[key].any() else g**2
        s_new[key] = square
        new[name] = theta - learning_rate * g / (np.sqrt(square) + epsilon)
    return new, s_new


@wrong("s fades only where there is a gradient", hint="s fades everywhere")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        square = np.where(g == 0, s[key], beta * s[key] + (1 - beta) * g**2)
        s_new[key] = square
        new[name] = theta - learning_rate * g / (np.sqrt(square) + epsilon)
    return new, s_new


@wrong("fraction clipped", hint="the first steps are longer than one learning rate")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        square = beta * s[key] + (1 - beta) * g**2
        s_new[key] = square
        new[name] = theta - learning_rate * np.clip(g / (np.sqrt(square) + epsilon), -3, 3)
    return new, s_new


@wrong("the root kept", hint="the root belongs to the step")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        square = beta * s[key] + (1 - beta) * g**2
        s_new[key] = np.sqrt(square)
        new[name] = theta - learning_rate * g / (np.sqrt(square) + epsilon)
    return new, s_new


@wrong("epsilon kept", hint="epsilon belongs to the step")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        square = beta * s[key] + (1 - beta) * g**2 + epsilon
        s_new[key] = square
        new[name] = theta - learning_rate * g / np.sqrt(square)
    return new, s_new


@wrong("s returned first", hint="return parameters, then s")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        square = beta * s[key] + (1 - beta) * g**2
        s_new[key] = square
        new[name] = theta - learning_rate * g / (np.sqrt(square) + epsilon)
    return s_new, new


@wrong("layer numbers of one digit", hint="there may be more than nine layers")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key[:3]]
        square = beta * s[key] + (1 - beta) * g**2
        s_new[key] = square
        new[name] = theta - learning_rate * g / (np.sqrt(square) + epsilon)
    return new, s_new


@right("float32 throughout")
def update_parameters_with_rmsprop(parameters, grads, s, beta, learning_rate, epsilon=1e-8):
    new, s_new = {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key].astype(np.float32)
        square = np.float32(beta) * np.float32(s[key]) + np.float32(1 - beta) * np.float32(g) ** 2
        s_new[key] = square
        new[name] = theta.astype(np.float32) - np.float32(learning_rate) * g / (
            np.sqrt(square) + np.float32(epsilon)
        )
    return new, s_new


# ── initialize_adam ────────────────────────────────────────────────────────────────────────────────


@wrong("v and s are one dict", hint="two dicts, every array its own")
def initialize_adam(parameters):
    v = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    return v, v


@wrong("two dicts with the same arrays", hint="every array its own")
def initialize_adam(parameters):
    v = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    return v, dict(v)


@wrong("one array for equal shapes", hint="every array its own")
def initialize_adam(parameters):
    made = {}
    v, s = {}, {}
    for name, theta in parameters.items():
        v[f"d{name}"] = made.setdefault(("v", theta.shape), np.zeros(theta.shape))
        s[f"d{name}"] = made.setdefault(("s", theta.shape), np.zeros(theta.shape))
    return v, s


@wrong("only one dict", hint="return (v, s)")
def initialize_adam(parameters):
    return {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}


@wrong("both in one dict", hint="return (v, s), two dicts")
def initialize_adam(parameters):
    v = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    s = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    return {"v": v, "s": s}


@wrong("t returned, too", hint="return (v, s)")
def initialize_adam(parameters):
    v = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    s = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    return v, s, 0


@wrong("empty dicts", hint="v and s have an array for each parameter")
def initialize_adam(parameters):
    return {}, {}


@wrong("copies of the parameters in v", hint="every average starts at zero")
def initialize_adam(parameters):
    v = {f"d{name}": theta.copy() for name, theta in parameters.items()}
    s = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    return v, s


@wrong("squares of the parameters in s", hint="every average starts at zero")
def initialize_adam(parameters):
    v = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    s = {f"d{name}": theta**2 for name, theta in parameters.items()}
    return v, s


@wrong("s starts at one", hint="every average starts at zero")
def initialize_adam(parameters):
    v = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    s = {f"d{name}": np.ones(theta.shape) for name, theta in parameters.items()}
    return v, s


@wrong("names of the parameters as keys", hint="the keys are dW1, db1, ...")
def initialize_adam(parameters):
    v = {name: np.zeros(theta.shape) for name, theta in parameters.items()}
    s = {name: np.zeros(theta.shape) for name, theta in parameters.items()}
    return v, s


@wrong("last layer missing in s", hint="all L layers have averages")
def initialize_adam(parameters):
    v = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    s = {key: np.zeros(a.shape) for key, a in list(v.items())[:-2]}
    return v, s


@wrong("weights only", hint="biases have averages, too")
def initialize_adam(parameters):
    names = [name for name in parameters if name[0] == "W"]
    return tuple({"d" + name: np.zeros(parameters[name].shape) for name in names} for _ in "vs")


@wrong("biases with one dimension", hint="the shapes are those of the parameters: (n_l, 1)")
def initialize_adam(parameters):
    v, s = {}, {}
    for start in (v, s):
        for name, theta in parameters.items():
            start["d" + name] = np.zeros(theta.shape if name[0] == "W" else len(theta))
    return v, s


@wrong("integers", hint="averages have fractions: use floats")
def initialize_adam(parameters):
    v = {f"d{name}": np.zeros(theta.shape, int) for name, theta in parameters.items()}
    return v, {key: array.copy() for key, array in v.items()}


@wrong("plain numbers in s", hint="arrays in the shapes of the parameters")
def initialize_adam(parameters):
    v = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    return v, dict.fromkeys(v, 0.0)


@right("zeros_like, layer by layer")
def initialize_adam(parameters):
    v, s = {}, {}
    for l in range(len(parameters) // 2):
        for k in ("W", "b"):
            v["d" + k + str(l + 1)] = np.zeros_like(parameters[k + str(l + 1)])
            s["d" + k + str(l + 1)] = np.zeros_like(parameters[k + str(l + 1)])
    return v, s


@right("one made of a deep copy of the other")
def initialize_adam(parameters):
    import copy

    v = {f"d{name}": np.zeros(theta.shape) for name, theta in parameters.items()}
    return v, copy.deepcopy(v)


@right("a list of two comprehensions, last first")
def initialize_adam(parameters):
    names = list(parameters)[::-1]
    return [{"d" + name: 0.0 * parameters[name] for name in names} for _ in range(2)]


@right("float32, with a helper")
def initialize_adam(parameters):
    def zeros():
        return {"d%s" % n: np.zeros(np.shape(p), dtype=np.float32) for n, p in parameters.items()}

    return zeros(), zeros()


@wrong("arrays kept between calls", hint="each call makes new arrays")
def initialize_adam(parameters):
    kept = initialize_adam.__dict__
    for name, theta in parameters.items():
        kept.setdefault((name, theta.shape), (np.zeros(theta.shape), np.zeros(theta.shape)))
    pairs = {"d" + name: kept[name, theta.shape] for name, theta in parameters.items()}
    return {key: v for key, (v, _) in pairs.items()}, {key: s for key, (_, s) in pairs.items()}


@wrong("layer numbers of one digit", hint="there may be more than nine layers")
def initialize_adam(parameters):
    zeros = {"d" + name[:2]: np.zeros(theta.shape) for name, theta in parameters.items()}
    return zeros, {key: array.copy() for key, array in zeros.items()}


@wrong("nearly zero", hint="every average starts at zero")
def initialize_adam(parameters):
    tiny = {"d" + name: np.full(theta.shape, 1e-13) for name, theta in parameters.items()}
    return tiny, {key: array.copy() for key, array in tiny.items()}


# ── update_parameters_with_adam ────────────────────────────────────────────────────────────────────


@wrong("epsilon inside the root", hint="epsilon is added outside the root")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / np.sqrt(s_hat[key] + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("epsilon left out", hint="use the argument epsilon")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / np.sqrt(s_hat[key])
    return new, new_v, new_s, v_hat, s_hat


@wrong("epsilon typed in", hint="use the argument epsilon")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + 1e-8)
    return new, new_v, new_s, v_hat, s_hat


@wrong("no correction", hint="divide v by 1 - beta1**t, s by 1 - beta2**t")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key].copy()
        s_hat[key] = new_s[key].copy()
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("only v corrected", hint="divide s by 1 - beta2**t")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key].copy()
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("only s corrected", hint="divide v by 1 - beta1**t")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key].copy()
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("corrected, but stepped without", hint="take the step with the corrected averages")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * new_v[key] / (np.sqrt(new_s[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("step with v as it is", hint="take the step with v_corrected")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * new_v[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("step with s as it is", hint="take the step with s_corrected")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(new_s[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("always the first step", hint="the exponent is t")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1)
        s_hat[key] = new_s[key] / (1 - beta2)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("exponent 2 typed in", hint="the exponent is t")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**2)
        s_hat[key] = new_s[key] / (1 - beta2**2)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("beta times t", hint="beta1 to the power t, not times t")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1 * t)
        s_hat[key] = new_s[key] / (1 - beta2 * t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("t counted from 0", hint="t is the number of this step")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1 ** (t - 1))
        s_hat[key] = new_s[key] / (1 - beta2 ** (t - 1))
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("t counted on", hint="t is the number of this step")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1 ** (t + 1))
        s_hat[key] = new_s[key] / (1 - beta2 ** (t + 1))
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("beta1 in s", hint="the weights of s are beta2 and 1 - beta2")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta1 * s[key] + (1 - beta1) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("beta2 in v", hint="the weights of v are beta1 and 1 - beta1")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta2 * v[key] + (1 - beta2) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("beta1 in the correction of s", hint="s is corrected with beta2")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta1**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("square in place of the root", hint="the root of s_corrected")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (s_hat[key] ** 2 + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("no root", hint="the root of s_corrected is missing")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (s_hat[key] + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("gradient not squared", hint="the gradient is squared")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = np.abs(beta2 * s[key] + (1 - beta2) * g)
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("absolute value in place of the square", hint="the gradient is squared")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * np.abs(g)
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("matrix product for the square", hint="square entry by entry: g * g")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g @ g
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("square of v in place of the gradient", hint="the square of the gradient, not of v")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * new_v[key] ** 2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("weights of v swapped", hint="beta1 weighs the past, 1 - beta1 the gradient")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = (1 - beta1) * v[key] + beta1 * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("weights of s swapped", hint="beta2 weighs the past, 1 - beta2 the square")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = (1 - beta2) * s[key] + beta2 * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("the gradient at full weight", hint="the gradient has the weight 1 - beta1, not 1")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("corrected values kept as v and s", hint="keep v and s themselves")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_hat, s_hat, v_hat, s_hat


@wrong("gradients of the biases for the weights", hint="the average of dW is of dW")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads["db" + name[1:]]
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("plus in place of minus", hint="go downhill: minus")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta + learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("step with the gradient", hint="take the step with v_corrected, not with the gradient")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * g / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("learning rate typed in", hint="use the argument learning_rate")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - 0.01 * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("last layer left as it was", hint="update all L layers")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in list(parameters.items())[:-2]:
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s, v_hat, s_hat


@wrong("only the first rows updated", hint="update every entry")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
        new[name][1:] = theta[1:]
    return new, new_v, new_s, v_hat, s_hat


@wrong("v and s returned in the other order", hint="the order is v, s")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_s, new_v, v_hat, s_hat


@wrong("three values, as in older courses", hint="return five values")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, new_v, new_s


@wrong("v and s returned as they came", hint="return the updated v and s")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v, s, v_hat, s_hat


@wrong("scales grads in place", hint="grads must not change")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, new_v, new_s = dict(parameters), dict(v), dict(s)
    v_hat, s_hat = dict(v), dict(s)
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        new_v[key] = beta1 * v[key] + (1 - beta1) * g
        new_s[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = new_v[key] / (1 - beta1**t)
        s_hat[key] = new_s[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
        g *= 1 - beta1
    return new, new_v, new_s, v_hat, s_hat


@right("in place, layer by layer, the old template")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    v_corrected, s_corrected = {}, {}
    for l in range(1, len(parameters) // 2 + 1):
        for k in ("W", "b"):
            key = "d" + k + str(l)
            v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
            v_corrected[key] = v[key] / (1 - np.power(beta1, t))
            s[key] = beta2 * s[key] + (1 - beta2) * np.power(grads[key], 2)
            s_corrected[key] = s[key] / (1 - np.power(beta2, t))
            step = v_corrected[key] / (np.sqrt(s_corrected[key]) + epsilon)
            parameters[k + str(l)] = parameters[k + str(l)] - learning_rate * step
    return parameters, v, s, v_corrected, s_corrected


@right("five comprehensions, a list")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    v = {key: v[key] + (1 - beta1) * (g - v[key]) for key, g in grads.items()}
    s = {key: beta2 * s[key] + (1 - beta2) * g * g for key, g in grads.items()}
    v_hat = {key: a / (1 - beta1**t) for key, a in v.items()}
    s_hat = {key: a / (1 - beta2**t) for key, a in s.items()}
    direction = {key: v_hat[key] / (s_hat[key] ** 0.5 + epsilon) for key in grads}
    moved = {n: p - learning_rate * direction["d" + n] for n, p in parameters.items()}
    return [moved, v, s, v_hat, s_hat]


@right("rate and epsilon scaled in place of the averages")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    one, two = 1 - beta1**t, 1 - beta2**t
    new, new_v, new_s = {}, {}, {}
    for name in reversed(list(parameters)):
        g = grads["d" + name]
        a, b = beta1 * v["d" + name] + (1 - beta1) * g, beta2 * s["d" + name] + (1 - beta2) * g**2
        rate = learning_rate * np.sqrt(two) / one
        new[name] = parameters[name] - rate * a / (np.sqrt(b) + epsilon * np.sqrt(two))
        new_v["d" + name], new_s["d" + name] = a, b
    v_hat = {key: a / one for key, a in new_v.items()}
    return new, new_v, new_s, v_hat, {key: b / two for key, b in new_s.items()}


@right("written back, powers by a loop")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    power1, power2 = 1.0, 1.0
    for _ in range(t):
        power1, power2 = power1 * beta1, power2 * beta2
    hats = {}, {}
    for key, g in grads.items():
        v[key] *= beta1
        v[key] += (1 - beta1) * g
        s[key] *= beta2
        s[key] += (1 - beta2) * g**2
        hats[0][key], hats[1][key] = v[key] / (1 - power1), s[key] / (1 - power2)
        parameters[key[1:]] -= learning_rate * hats[0][key] / (np.sqrt(hats[1][key]) + epsilon)
    return parameters, v, s, *hats


@wrong("no correction after 20 steps", hint="correct in every step, however late")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t if t <= 20 else 1)
        s_hat[key] = s_new[key] / (1 - beta2**t if t <= 20 else 1)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("s not corrected after 1000 steps", hint="correct in every step, however late")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t if t <= 1000 else 1)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("v not corrected after 100 steps", hint="correct in every step, however late")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t if t <= 100 else 1)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("another learning_rate by default", hint="the defaults are 0.01, 0.9, 0.999 and 1e-8")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("another beta2 by default", hint="the defaults are 0.01, 0.9, 0.999 and 1e-8")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.99, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("betas exchanged by default", hint="the defaults are 0.01, 0.9, 0.999 and 1e-8")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.999, beta2=0.9, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("another epsilon by default", hint="the defaults are 0.01, 0.9, 0.999 and 1e-8")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-7
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("epsilon as the smallest root", hint="epsilon is added to the root")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / np.maximum(np.sqrt(s_hat[key]), epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("epsilon added to the root of s as it is", hint="epsilon is added to the root of s_corrected")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] * np.sqrt(1 - beta2**t) / (
            np.sqrt(s_new[key]) + epsilon
        )
    return new, v_new, s_new, v_hat, s_hat


@wrong("root corrected in place of s", hint="correct s first, then take the root")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_new[key]) / (1 - beta2**t) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("beta1 = 0 taken for the default", hint="beta1 may be 0")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    beta1 = beta1 or 0.9
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("beta2 = 0 taken for the default", hint="beta2 may be 0")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    beta2 = beta2 or 0.999
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("v starts at the first gradient", hint="v starts at zero")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g if v[key].any() else g.copy()
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("averages fade only where there is a gradient", hint="averages fade everywhere")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = np.where(g == 0, s[key], beta2 * s[key] + (1 - beta2) * g**2)
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("tiny gradients left out", hint="tiny gradients count")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = np.where(np.abs(grads[key]) < 1e-7, 0, grads[key])
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("layer numbers of one digit", hint="there may be more than nine layers")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key[:3]]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


@wrong("corrected averages next to each other", hint="the order is v, s, v_corrected, s_corrected")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = theta - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, v_hat, s_new, s_hat


@wrong("epsilon kept in s_corrected", hint="root and epsilon belong to the step")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    for name, theta in parameters.items():
        key = "d" + name
        g = grads[key]
        v_new[key] = beta1 * v[key] + (1 - beta1) * g
        s_new[key] = beta2 * s[key] + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = np.sqrt(s_new[key] / (1 - beta2**t)) + epsilon
        new[name] = theta - learning_rate * v_hat[key] / s_hat[key]
    return new, v_new, s_new, v_hat, s_hat


@wrong("memory matched by its place", hint="look v and s up by their keys")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new, v_hat, s_hat = {}, {}, {}, {}, {}
    triples = zip(grads.values(), v.values(), s.values(), strict=True)
    for name, (g, old_v, old_s) in zip(parameters, triples, strict=True):
        key = "d" + name
        v_new[key] = beta1 * old_v + (1 - beta1) * g
        s_new[key] = beta2 * old_s + (1 - beta2) * g**2
        v_hat[key] = v_new[key] / (1 - beta1**t)
        s_hat[key] = s_new[key] / (1 - beta2**t)
        new[name] = parameters[name] - learning_rate * v_hat[key] / (np.sqrt(s_hat[key]) + epsilon)
    return new, v_new, s_new, v_hat, s_hat


# ── update_lr ──────────────────────────────────────────────────────────────────────────────────────


@wrong("0.95 to the power of the epoch", hint="this is exponential decay; use decay_rate")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return 0.95**epoch_num * learning_rate0


@wrong("decay_rate ignored", hint="use decay_rate")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 / (1 + epoch_num)


@wrong("decay_rate added", hint="decay_rate multiplies the epoch")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 / (decay_rate + epoch_num)


@wrong("epoch to the power of decay_rate", hint="decay_rate times epoch_num, no power")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 / (1 + epoch_num**decay_rate)


@wrong("decay_rate to the power of the epoch", hint="decay_rate times epoch_num, no power")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 / (1 + decay_rate**epoch_num)


@wrong("epoch divided by decay_rate", hint="decay_rate times epoch_num")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 / (1 + epoch_num / decay_rate)


@wrong("parentheses missing", hint="all of 1 + decay_rate * epoch_num divides")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 / 1 + decay_rate * epoch_num


@wrong("1 missing", hint="the denominator is 1 + decay_rate * epoch_num")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 / (decay_rate * epoch_num) if epoch_num * decay_rate else learning_rate0


@wrong("epochs counted from 1", hint="epoch 0 has learning_rate0")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 / (1 + decay_rate * (epoch_num + 1))


@wrong("whole-number division", hint="divide with /, not //")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 // (1 + decay_rate * epoch_num)


@wrong("exponential decay", hint="inverse-time decay is a fraction")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 * np.exp(-decay_rate * epoch_num)


@wrong("multiplied by decay_rate each epoch", hint="inverse-time decay is a fraction")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 * decay_rate**epoch_num


@wrong("grows", hint="divide: the rate shrinks")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 * (1 + decay_rate * epoch_num)


@wrong("the value of the visible check typed in", hint="compute it for any epoch")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return {0: learning_rate0, 3: 0.32, 1: 1.5}.get(epoch_num, 0.32)


@wrong("the denominator only", hint="divide learning_rate0 by it")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return 1 / (1 + decay_rate * epoch_num)


@wrong(
    "each epoch decays the rate of the one before",
    hint="learning_rate0 is the rate of epoch 0, for all epochs",
)
def update_lr(learning_rate0, epoch_num, decay_rate):
    rate = learning_rate0
    for epoch in range(1, epoch_num + 1):
        rate = rate / (1 + decay_rate * epoch)
    return rate


@right("the reciprocal")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return 1 / (1 / learning_rate0 + decay_rate * epoch_num / learning_rate0)


@right("a power, a zero-dimensional array")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return np.array(learning_rate0 * (1.0 + epoch_num * decay_rate) ** -1)


@right("denominator first, a NumPy scalar")
def update_lr(learning_rate0, epoch_num, decay_rate):
    denominator = np.float64(1)
    denominator += np.multiply(epoch_num, decay_rate)
    return learning_rate0 / denominator


@right("summed up by a loop")
def update_lr(learning_rate0, epoch_num, decay_rate):
    total = 1.0
    for _ in range(epoch_num):
        total += decay_rate
    return float(learning_rate0 / total)


@wrong("times the epoch, outside the sum", hint="epoch_num belongs into the sum")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 / (1 + decay_rate) * epoch_num if epoch_num else learning_rate0


@wrong("the sum to the power of the epoch", hint="no power")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 / (1 + decay_rate) ** epoch_num


@right("recursive")
def update_lr(learning_rate0, epoch_num, decay_rate):
    if epoch_num == 0:
        return learning_rate0
    return 1 / (1 / update_lr(learning_rate0, epoch_num - 1, decay_rate) + decay_rate / learning_rate0)


# ── schedule_lr_decay ──────────────────────────────────────────────────────────────────────────────


@wrong("not rounded", hint="round epoch_num / time_interval down")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * epoch_num / time_interval)


@wrong("rounded to the nearest", hint="round down")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * np.round(epoch_num / time_interval))


@wrong("rounded up", hint="round down")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * np.ceil(epoch_num / time_interval))


@wrong("rounded after multiplying", hint="round before decay_rate comes in")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + np.floor(decay_rate * epoch_num / time_interval))


@wrong("falls at multiples only", hint="the rate stays down between two falls")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return (
        learning_rate0 / (1 + decay_rate * epoch_num / time_interval)
        if epoch_num % time_interval == 0
        else learning_rate0
    )


@wrong("no steps after the first fall", hint="after the first fall, go on in steps")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return (
        learning_rate0 / (1 + decay_rate * epoch_num / time_interval)
        if epoch_num >= time_interval
        else learning_rate0
    )


@wrong("interval always 1000", hint="use time_interval")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * (epoch_num // 1000))


@wrong("interval always 10", hint="use time_interval")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * (epoch_num // 10))


@wrong("time_interval ignored", hint="use time_interval")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * epoch_num)


@wrong("falls one epoch late", hint="the first fall comes at epoch time_interval")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return (
        learning_rate0 / (1 + decay_rate * ((epoch_num - 1) // time_interval))
        if epoch_num
        else learning_rate0
    )


@wrong("falls one epoch early", hint="the first fall comes at epoch time_interval")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * ((epoch_num + 1) // time_interval))


@wrong("multiplied by decay_rate at each fall", hint="inverse-time decay is a fraction")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 * decay_rate ** (epoch_num // time_interval)


@wrong("decay_rate ignored", hint="use decay_rate")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + epoch_num // time_interval)


@wrong("one fall only", hint="it falls at every multiple of time_interval")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate) if epoch_num >= time_interval else learning_rate0


@wrong("a fall at epoch 0", hint="the epochs before time_interval have learning_rate0")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * (epoch_num // time_interval + 1))


@wrong("parentheses missing", hint="all of 1 + ... divides")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / 1 + decay_rate * (epoch_num // time_interval)


@wrong(
    "remainder in place of the quotient", hint="// gives the number of whole intervals, % what is left over"
)
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * (epoch_num % time_interval))


@right("np.floor")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return (1 / (1 + decay_rate * np.floor(epoch_num / time_interval))) * learning_rate0


@right("int of the quotient, a zero-dimensional array")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return np.array(learning_rate0 / (1 + decay_rate * int(epoch_num / time_interval)))


@right("falls counted by a loop")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    falls = 0
    while (falls + 1) * time_interval <= epoch_num:
        falls += 1
    return np.float64(learning_rate0) / (1 + falls * decay_rate)


@right("the rest subtracted, with math.floor")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    import math

    whole = epoch_num - epoch_num % time_interval
    return learning_rate0 / (1 + decay_rate * math.floor(whole / time_interval))


@wrong("decay_rate 0 taken for 1", hint="decay_rate may be 0")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + (decay_rate or 1) * (epoch_num // time_interval))


@wrong("ten falls at most", hint="it goes on falling")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * min(epoch_num // time_interval, 10))


@wrong("never below a thousandth", hint="it goes on falling")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return max(learning_rate0 / (1 + decay_rate * (epoch_num // time_interval)), 0.001)


@wrong("times the rounded 1 / time_interval", hint="use //: 49 * (1 / 49) is below 1")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * int(epoch_num * (1 / time_interval)))


# ── cosine_lr ──────────────────────────────────────────────────────────────────────────────────────


@wrong("warm-up one step ahead", hint="step 0 has the rate 0")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * (step + 1) / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("warm-up that never starts at 0", hint="step 0 has the rate 0, step warmup_steps learning_rate0")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * (step + 1) / (warmup_steps + 1)
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("warm-up from the minimum", hint="the warm-up starts at 0")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate_min + (learning_rate0 - learning_rate_min) * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("warm-up over all steps", hint="the warm-up takes warmup_steps")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / total_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("no warm-up", hint="below warmup_steps, the rate rises from 0")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if False:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("divides by warmup_steps when it is 0", hint="warmup_steps may be 0")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step <= warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("cosine from step 0", hint="the cosine starts at step warmup_steps")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = step / total_steps
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("cosine as long as all steps", hint="from warmup_steps to total_steps there are N - W steps")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / total_steps
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("cosine one step late", hint="step warmup_steps has learning_rate0")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step + 1 - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("cosine that jumps behind the warm-up", hint="the cosine has N - W steps, counted from W")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = step / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("no factor 1/2", hint="the factor 1/2 is missing")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done))


@wrong("degrees", hint="the cosine takes radians")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return (
        learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.radians(np.pi * done))) / 2
    )


@wrong("a quarter of a period", hint="half a period, not a quarter")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * np.cos(np.pi * done / 2)


@wrong("a whole period", hint="half a period: pi, not 2 pi")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(2 * np.pi * done)) / 2


@wrong("minimum ignored", hint="it ends at learning_rate_min")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate0 * (1 + np.cos(np.pi * done)) / 2


@wrong("minimum added on top", hint="half of the difference to learning_rate_min")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + learning_rate0 * (1 + np.cos(np.pi * done)) / 2


@wrong("a straight line down", hint="the way down is half a cosine")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate0 + (learning_rate_min - learning_rate0) * done


@wrong("rises again afterwards", hint="from total_steps on, stay at the minimum")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if False:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("zero afterwards", hint="from total_steps on, stay at learning_rate_min")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return 0.0
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("a second warm-up afterwards", hint="from total_steps on, stay at the minimum")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    step = step % total_steps
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    if step >= total_steps:
        return learning_rate_min
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2


@wrong("minimum as a floor of everything", hint="the warm-up starts at 0, below the minimum")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    rate = None

    if step < warmup_steps:
        rate = learning_rate0 * step / warmup_steps
    else:
        done = min(1, (step - warmup_steps) / (total_steps - warmup_steps))
        rate = learning_rate_min + (learning_rate0 - learning_rate_min) * (1 + np.cos(np.pi * done)) / 2
    return max(rate, learning_rate_min)


@right("clipped, in one expression")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if warmup_steps > 0 and step < warmup_steps:
        return step * (learning_rate0 / warmup_steps)
    angle = np.pi * np.clip((step - warmup_steps) / (total_steps - warmup_steps), 0, 1)
    return learning_rate_min + 0.5 * (learning_rate0 - learning_rate_min) * (1 + np.cos(angle))


@right("the square of a cosine, math only")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    import math

    if step < warmup_steps:
        return float(step / warmup_steps * learning_rate0)
    done = min(1.0, (step - warmup_steps) / (total_steps - warmup_steps))
    share = math.cos(math.pi / 2 * done) ** 2
    return share * learning_rate0 + (1 - share) * learning_rate_min


@right("interpolated warm-up, zero-dimensional arrays")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    top, low, first, last = learning_rate0, learning_rate_min, warmup_steps, total_steps
    if step >= last:
        return np.array(low)
    if step <= first and first > 0:
        return np.array(np.interp(step, [0, first], [0.0, top]))
    wave = np.sin(np.pi * ((step - first) / (last - first) - 0.5))  # -1 to 1
    return np.array((top + low) / 2 - (top - low) / 2 * wave)


@right("step held at the end, a nested function")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    def share(k, n):
        return (1 + np.cos(k / n * np.pi)) / 2

    step = min(step, total_steps)
    if step >= warmup_steps:
        fall = share(step - warmup_steps, total_steps - warmup_steps)
        return fall * (learning_rate0 - learning_rate_min) + learning_rate_min
    return learning_rate0 * step / warmup_steps


@wrong("falls to 0, cut off at the minimum", hint="it falls to learning_rate_min")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if step < warmup_steps:
        return learning_rate0 * step / warmup_steps
    done = min(1, (step - warmup_steps) / (total_steps - warmup_steps))
    return max(learning_rate_min, learning_rate0 / 2 * (1 + np.cos(np.pi * done)))


# ── limits, seeds, rounding, changes in place ─────────────────────────────────────────────────────────


@wrong("tiny gradients left out", hint="a small gradient counts, too")
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {}
    for n, p in parameters.items():
        g = grads["d" + n]
        new[n] = np.where(np.abs(g) > 1e-06, p - learning_rate * g, p)
    return new


@wrong("off by 9e-5, in single precision", hint="the step is learning_rate times the gradient")
def update_parameters_with_gd(parameters, grads, learning_rate):
    return {
        n: (p - 1.00009 * learning_rate * grads["d" + n]).astype(np.float32) for n, p in parameters.items()
    }


@wrong("only the first 1000 examples shuffled", hint="permute all columns")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m = X.shape[1]
    r = np.random.default_rng(seed)
    o = np.concatenate([r.permutation(min(m, 1000)), np.arange(1000, m)]).astype(int)
    return [
        (X[:, o[i : i + mini_batch_size]], Y[:, o[i : i + mini_batch_size]])
        for i in range(0, m, mini_batch_size)
    ]


@wrong("shuffled within blocks of 1024", hint="permute all columns")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m = X.shape[1]
    r = np.random.default_rng(seed)
    o = np.concatenate([a + r.permutation(min(1024, m - a)) for a in range(0, m, 1024)])
    return [
        (X[:, o[i : i + mini_batch_size]], Y[:, o[i : i + mini_batch_size]])
        for i in range(0, m, mini_batch_size)
    ]


@wrong("seed modulo 2**31", hint="use `seed` as it is")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m = X.shape[1]
    r = np.random.RandomState(seed % 2**31)
    o = r.permutation(m)
    return [
        (X[:, o[i : i + mini_batch_size]], Y[:, o[i : i + mini_batch_size]])
        for i in range(0, m, mini_batch_size)
    ]


@wrong("seed in single precision", hint="use `seed` as it is")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m = X.shape[1]
    r = np.random.default_rng(int(np.float32(seed)))
    o = r.permutation(m)
    return [
        (X[:, o[i : i + mini_batch_size]], Y[:, o[i : i + mini_batch_size]])
        for i in range(0, m, mini_batch_size)
    ]


@wrong("powers of 1 / beta, which overflow", hint="no power of beta may overflow")
def exponentially_weighted_average(values, beta, bias_correction=True):
    x = np.asarray(values, float)
    t = np.arange(1, len(x) + 1)
    if beta == 0:
        return x.copy()
    v = (1 - beta) * beta ** t.astype(float) * np.cumsum(x * beta ** (-t.astype(float)))
    return v / (1 - beta**t) if bias_correction else v


@wrong("a window of 200 measurements", hint="every measurement so far has a weight")
def exponentially_weighted_average(values, beta, bias_correction=True):
    x = np.asarray(values, float)
    out = []
    for t in range(1, len(x) + 1):
        k = min(t, 200)
        w = (1 - beta) * beta ** np.arange(k)[::-1]
        v = np.sum(w * x[t - k : t])
        out.append(v / (w.sum() if bias_correction else 1))
    return np.array(out)


@wrong("the average of the biases for the weights", hint="mixes v of db with the gradient dW")
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, vn = ({}, {})
    for n, p in parameters.items():
        vn["d" + n] = beta * v["db" + n[1:]] + (1 - beta) * grads["d" + n]
        new[n] = p - learning_rate * vn["d" + n]
    return (new, vn)


@wrong("t fixed at 2 for v", hint="t is 3")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-08
):
    out = ({}, {}, {}, {}, {})
    for n, p in parameters.items():
        k = "d" + n
        out[1][k] = beta1 * v[k] + (1 - beta1) * grads[k]
        out[2][k] = beta2 * s[k] + (1 - beta2) * grads[k] ** 2
        out[3][k] = out[1][k] / (1 - beta1**2)
        out[4][k] = out[2][k] / (1 - beta2**t)
        out[0][n] = p - learning_rate * out[3][k] / (np.sqrt(out[4][k]) + epsilon)
    return out


@wrong("t fixed at 2 for s", hint="the power is t")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-08
):
    out = ({}, {}, {}, {}, {})
    for n, p in parameters.items():
        k = "d" + n
        out[1][k] = beta1 * v[k] + (1 - beta1) * grads[k]
        out[2][k] = beta2 * s[k] + (1 - beta2) * grads[k] ** 2
        out[3][k] = out[1][k] / (1 - beta1**t)
        out[4][k] = out[2][k] / (1 - beta2**2)
        out[0][n] = p - learning_rate * out[3][k] / (np.sqrt(out[4][k]) + epsilon)
    return out


@right("a filter of SciPy")
def exponentially_weighted_average(values, beta, bias_correction=True):
    from scipy.signal import lfilter

    v = lfilter([1 - beta], [1, -beta], np.asarray(values, float))
    return v / (1 - beta ** np.arange(1, len(v) + 1)) if bias_correction else v


@right("places of sorted random numbers, seed in a list")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    o = np.random.default_rng([seed]).random(X.shape[1]).argsort()
    return [
        (X[:, o[i : i + mini_batch_size]], Y[:, o[i : i + mini_batch_size]])
        for i in range(0, len(o), mini_batch_size)
    ]


@right("corrections by expm1")
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-08
):
    out = ({}, {}, {}, {}, {})
    c1 = -np.expm1(t * np.log(beta1)) if beta1 else 1.0
    c2 = -np.expm1(t * np.log(beta2)) if beta2 else 1.0
    for n, p in parameters.items():
        k = "d" + n
        out[1][k] = v[k] + (1 - beta1) * (grads[k] - v[k])
        out[2][k] = s[k] + (1 - beta2) * (grads[k] ** 2 - s[k])
        out[3][k] = out[1][k] / c1
        out[4][k] = out[2][k] / c2
        out[0][n] = p - learning_rate * out[3][k] / (np.sqrt(out[4][k]) + epsilon)
    return out
