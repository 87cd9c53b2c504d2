"""Wrong and unusual solutions of `random_mini_batches`, in source/week2/gradient_descent.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same("X and Y have as many examples", change={"m = X.shape[1]": "m = Y.shape[1]"})
wrong(
    "Y not shuffled",
    hint="shuffle Y with the permutation of X",
    change={"Y[:, chosen]": "Y[:, first : first + mini_batch_size]"},
)
wrong(
    "Y shuffled on its own",
    hint="use one permutation for X and Y",
    change={
        "order = np.random.default_rng(seed)": (
            "rng = np.random.default_rng(seed)\n    order, other = rng.permutation(m), rng"
        ),
        "Y[:, chosen]": "Y[:, other[first : first + mini_batch_size]]",
    },
)
wrong(
    "not shuffled",
    hint="permute the columns before you cut them: neighbours must not stay neighbours",
    change={"random.default_rng(seed).permutation": "arange"},
)
wrong(
    "last batch dropped",
    hint="the last batch, which may be smaller, is missing",
    change={"0, m": "0, m - mini_batch_size + 1"},
)
wrong(
    "last batch filled up with examples of the one before",
    hint="the last batch holds only what is left",
    change={"[first : first + mini_batch_size]": "[min(first, m - mini_batch_size) :][:mini_batch_size]"},
)
wrong(
    "last batch starts one too late",
    hint="the last batch starts where the one before ended",
    change={
        "chosen = order[first": "late = first + mini_batch_size > m\n        chosen = order[first + late"
    },
)


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


wrong(
    "the same slice in every batch",
    hint="move on from batch to batch",
    change={"first : first + mini_batch_size": ": min(mini_batch_size, m - first)"},
)
wrong(
    "rows shuffled",
    hint="examples are columns, and stay whole: permute the columns, not the rows",
    change={
        "m = X.shape[1]": "m = X.shape[1]\n    X = X[np.random.default_rng(seed).permutation(len(X))]",
        "random.default_rng(seed).permutation": "arange",
    },
)
wrong(
    "rows and columns shuffled",
    hint="examples are columns, and stay whole: permute the columns, not the rows",
    change={"X[:, chosen],": "X[:, chosen][[1, 2, 0][: len(X)]],"},
)
wrong(
    "batches of 64, whatever is asked for",
    hint="use the argument mini_batch_size",
    change={"pairs = []": "pairs, mini_batch_size = [], 64"},
)
wrong(
    "no seed",
    hint="the same seed gives the same order: draw from np.random.default_rng(seed)",
    change={"(seed)": "()"},
)
wrong(
    "a seed of its own",
    hint="another seed gives another order: use the argument seed",
    change={"(seed)": "(0)"},
)
wrong(
    "drawn with replacement",
    hint="each example is in exactly one batch: draw a permutation",
    change={"permutation(m)": "integers(0, m, m)"},
)
wrong(
    "an empty batch at the end",
    hint="no batch is empty, also if mini_batch_size divides m",
    change={"0, m": "0, m // mini_batch_size * mini_batch_size + 1"},
)
wrong(
    "labels of the last batch taken from X",
    hint="the last Y_k comes from Y",
    change={
        "pairs.append((X[:, chosen], Y[:, chosen]))": (
            "labels = Y if first + mini_batch_size <= m else X[: len(Y)]\n"
            "        pairs.append((X[:, chosen], labels[:, chosen]))"
        )
    },
)
wrong(
    "Y made a single row",
    hint="Y may have several rows",
    change={"pairs = []": "pairs, Y = [], Y.reshape((1, m))"},
)
wrong(
    "one column per batch",
    hint="each batch is a slice of several columns",
    change={"first : first + mini_batch_size": "first"},
)
wrong(
    "a generator in place of a list",
    hint="return a list",
    change={
        "    pairs = []\n": "",
        "pairs.append((X[:, chosen], Y[:, chosen]))": "yield X[:, chosen], Y[:, chosen]",
        "    return pairs\n": "",
    },
)
wrong(
    "shuffles X itself",
    hint="X and Y stay as they are",
    change={
        "pairs = []": "pairs = []\n    X[:], Y[:] = X[:, order], Y[:, order]",
        "order[first : first + mini_batch_size]": "range(first, min(m, first + mini_batch_size))",
    },
)
wrong(
    "shuffled within each batch only",
    hint="permute the columns before you cut them: neighbours must not stay neighbours",
    change={
        ".permutation(m)": "",
        "order[first : first + mini_batch_size]": (
            "first + order.permutation(min(mini_batch_size, m - first))"
        ),
    },
)
wrong(
    "turned by a random number of places",
    hint="permute the columns before you cut them: neighbours must not stay neighbours",
    change={
        "random.default_rng(seed).permutation(m)": (
            "roll(np.arange(m), np.random.default_rng(seed).integers(m))"
        )
    },
)
wrong(
    "batches of X alone",
    hint="return pairs (X_k, Y_k)",
    change={"(X[:, chosen], Y[:, chosen])": "X[:, chosen]"},
)


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


wrong("seed 0 taken for no seed", hint="seed 0 is a seed like any other", change={"(seed)": "(seed or None)"})
wrong(
    "no shuffle for seed 0",
    hint="seed 0 is a seed like any other",
    change={"permutation(m)": "permutation(m) if seed else np.arange(m)"},
)
wrong(
    "seeds 0 and 1 alike",
    hint="use `seed` as it is",
    change={"(seed)": "(max(seed, 1))"},
)
wrong("no seed by default", hint="the default is seed=0", change={"seed=0": "seed=None"})
wrong(
    "order of the seed and the size",
    hint="the order is decided by seed alone",
    change={"(seed)": "(seed + mini_batch_size)"},
)
wrong(
    "batches kept for the next call",
    hint="other X and Y, other batches: keep none for the next call",
    change={
        "seed=0": "seed=0, kept={}",
        "return pairs": "return kept.setdefault((seed, X.shape, Y.shape, mini_batch_size), pairs)",
    },
)
wrong(
    "the seed shuffles batches of a fixed order",
    hint="draw a permutation of all examples anew for each seed, and cut it",
    change={
        "(seed)": "(0)",
        "return pairs": (
            "full = np.random.default_rng(seed).permutation(m // mini_batch_size)\n"
            "    return [pairs[k] for k in full] + pairs[len(full) :]"
        ),
    },
)
wrong(
    "the seed turns a fixed order",
    hint="draw a permutation of all examples anew for each seed, and cut it",
    change={"random.default_rng(seed).permutation(m)": "roll(np.random.default_rng(9).permutation(m), seed)"},
)
wrong(
    "the last examples always in the last batch",
    hint="permute all m columns, the first and the last as well",
    change={
        "order = np.random.default_rng(seed).permutation(m)": (
            "m, full = m, m // mini_batch_size * mini_batch_size\n"
            "    order = np.concatenate([np.random.default_rng(seed).permutation(full), "
            "np.arange(full, m)])"
        )
    },
)
wrong(
    "the first example stays first",
    hint="permute all m columns, the first and the last as well",
    change={
        "random.default_rng(seed).permutation(m)": (
            "append(0, 1 + np.random.default_rng(seed).permutation(m - 1))"
        )
    },
)
wrong(
    "a single batch not shuffled",
    hint="shuffle also if all examples fit into one batch",
    change={"order = np": "if mini_batch_size >= m:\n        return [(X, Y)]\n    order = np"},
)
wrong(
    "sorted within each batch",
    hint="keep the permuted order within the batch",
    change={"order[first : first + mini_batch_size]": "np.sort(order[first : first + mini_batch_size])"},
)
wrong(
    "batches of about equal size",
    hint="only the last batch may be smaller",
    change={
        (
            "first in range(0, m, mini_batch_size):\n        chosen = order[first : first + mini_batch_size]"
        ): "chosen in np.array_split(order, -(-m // mini_batch_size)):"
    },
)
wrong(
    "the smaller batch first",
    hint="the smaller batch comes last",
    change={
        (
            "for first in range(0, m, mini_batch_size):\n"
            "        chosen = order[first : first + mini_batch_size]"
        ): (
            "cuts = range(m % mini_batch_size or mini_batch_size, m, mini_batch_size)\n"
            "    for chosen in np.split(order, cuts):"
        )
    },
)
wrong(
    "a list of X_k and a list of Y_k",
    hint="make one list of pairs (X_k, Y_k)",
    change={"return pairs": "return [X_k for X_k, _ in pairs], [Y_k for _, Y_k in pairs]"},
)
wrong(
    "nested lists",
    hint="X_k and Y_k are arrays",
    change={", Y[:, chosen]": ".tolist(), Y[:, chosen].tolist()"},
)
wrong(
    "labels made whole numbers",
    hint="Y_k holds columns of Y",
    change={"Y[:, chosen]": "Y[:, chosen].astype(int)"},
)


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


wrong(
    "only the first 1000 examples shuffled",
    hint="permute all columns of X, however many there are",
    change={
        "random.default_rng(seed).permutation(m)": (
            "concatenate([np.random.default_rng(seed).permutation(min(m, 1000)), np.arange(1000, "
            "m)]).astype(int)"
        )
    },
)
wrong(
    "shuffled within blocks of 1024",
    hint="permute all columns of X, however many there are",
    change={
        "order = np.random.default_rng(seed).permutation(m)": (
            "r = np.random.default_rng(seed)\n"
            "    order = np.concatenate([a + r.permutation(min(1024, m - a)) for a in range(0, m, "
            "1024)])"
        )
    },
)


@right("places of sorted random numbers, seed in a list")
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    o = np.random.default_rng([seed]).random(X.shape[1]).argsort()
    return [
        (X[:, o[i : i + mini_batch_size]], Y[:, o[i : i + mini_batch_size]])
        for i in range(0, len(o), mini_batch_size)
    ]
