"""Wrong and unusual solutions of `forward_propagation_with_dropout`, in source/week1/regularization.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same(
    "a number that is exactly keep_prob comes once in 2^53 draws: layer 1",
    change={"D1 = np.random.rand(*Z1.shape) <": "D1 = np.random.rand(*Z1.shape) <="},
)
same(
    "a number that is exactly keep_prob comes once in 2^53 draws: layer 2",
    change={"D2 = np.random.rand(*Z2.shape) <": "D2 = np.random.rand(*Z2.shape) <="},
)
wrong(
    "not scaled",
    hint="the kept activations are not scaled",
    change={"D1 / keep_prob": "D1", "D2 / keep_prob": "D2"},
)
wrong("multiplied by keep_prob", hint="divide by keep_prob", change={"* D1 /": "* D1 *", "* D2 /": "* D2 *"})
wrong(
    "divided by the share to drop",
    hint="divide by keep_prob",
    change={
        "D1 / keep_prob": "D1 / (1 - keep_prob + 1e-300)",
        "D2 / keep_prob": "D2 / (1 - keep_prob + 1e-300)",
    },
)
wrong(
    "divided twice",
    hint="divide by keep_prob once",
    change={"(Z1) * D1": "(Z1) * D1 / keep_prob", "(Z2) * D2": "(Z2) * D2 / keep_prob"},
)
wrong(
    "divided by the share that happens to be kept",
    hint="divide by keep_prob, not by the share that happens to be kept",
    change={"D1 / keep_prob": "D1 / np.mean(D1)", "D2 / keep_prob": "D2 / np.mean(D2)"},
)
wrong(
    "no ReLU",
    hint="it is 0 where the mask is 0; the ReLU comes first",
    change={"network.relu(Z1)": "Z1", "network.relu(Z2)": "Z2"},
)
wrong("mask drawn but not applied", hint="the mask is missing", change={" * D1": "", " * D2": ""})
wrong(
    "keeps what it should drop",
    hint="D is 1 with probability keep_prob: use <",
    change={"(*Z1.shape) <": "(*Z1.shape) >", "(*Z2.shape) <": "(*Z2.shape) >"},
)
wrong(
    "normal random numbers",
    hint="np.random.rand draws uniform numbers, randn normal ones",
    change={"rand(*Z1.shape)": "randn(*Z1.shape)", "rand(*Z2.shape)": "randn(*Z2.shape)"},
)
wrong(
    "keep_prob typed in for the mask",
    hint="use the argument keep_prob",
    change={"(*Z1.shape) < keep_prob": "(*Z1.shape) < 0.5", "(*Z2.shape) < keep_prob": "(*Z2.shape) < 0.5"},
)
wrong(
    "one draw per unit",
    hint="draw for every unit and every example",
    change={"*Z1.shape": "Z1.shape[0], 1", "*Z2.shape": "Z2.shape[0], 1"},
)
wrong(
    "one draw per example",
    hint="draw for every unit and every example",
    change={"*Z1.shape": "1, Z1.shape[1]", "*Z2.shape": "1, Z2.shape[1]"},
)
wrong(
    "one draw per unit, repeated",
    hint="draw a number for every entry, of every unit and every example",
    change={
        "random.rand(*Z1.shape) < keep_prob": (
            "repeat(np.random.rand(Z1.shape[0], 1) < keep_prob, Z1.shape[1], axis=1)"
        ),
        "random.rand(*Z2.shape) < keep_prob": (
            "repeat(np.random.rand(Z2.shape[0], 1) < keep_prob, Z2.shape[1], axis=1)"
        ),
    },
)
wrong(
    "one draw per example, repeated",
    hint="draw a number for every entry, of every unit and every example",
    change={
        "random.rand(*Z1.shape) < keep_prob": (
            "tile(np.random.rand(1, Z1.shape[1]) < keep_prob, (Z1.shape[0], 1))"
        ),
        "random.rand(*Z2.shape) < keep_prob": (
            "tile(np.random.rand(1, Z2.shape[1]) < keep_prob, (Z2.shape[0], 1))"
        ),
    },
)
wrong(
    "a fixed number of ones",
    hint="draw every entry on its own",
    change={
        "rand(*Z1.shape) < keep_prob": "permutation(Z1.size).reshape(Z1.shape) < keep_prob * Z1.size",
        "rand(*Z2.shape) < keep_prob": "permutation(Z2.size).reshape(Z2.shape) < keep_prob * Z2.size",
    },
)
wrong(
    "a fixed number of units per example",
    hint="draw every entry on its own",
    change={
        "random.rand(*Z1.shape) < keep_prob": (
            "argsort(np.random.rand(*Z1.shape), axis=0) < round(keep_prob * Z1.shape[0])"
        ),
        "random.rand(*Z2.shape) < keep_prob": (
            "argsort(np.random.rand(*Z2.shape), axis=0) < round(keep_prob * Z2.shape[0])"
        ),
    },
)
wrong(
    "the same mask for both layers",
    hint="draw new numbers for each layer, and set no seed",
    change={
        "D1 = np.random.rand(*Z1.shape)": "same = np.random.rand(max(len(W1), len(W2)), X.shape[1])",
        "A1 = network": "D1 = same[: len(W1)]\n    A1 = network",
        "np.random.rand(*Z2.shape) < keep_prob": "same[: len(W2)]",
    },
)
wrong(
    "the second layer without dropout",
    hint="this layer has no dropout",
    change={"random.rand(*Z2.shape) < keep_prob": "ones(Z2.shape)", "(Z2) * D2 / keep_prob": "(Z2)"},
)
wrong(
    "output masked",
    hint="the output is the sigmoid of Z3, not masked or scaled",
    change={"return": "A3 = A3 * (np.random.rand(*A3.shape) < keep_prob) / keep_prob\n    return"},
)
wrong(
    "inputs masked",
    hint="the inputs are not masked: Z1 = W1 X + b1",
    change={"Z1 = W1": "X = X * (np.random.rand(*X.shape) < keep_prob) / keep_prob\n    Z1 = W1"},
)
wrong(
    "activations cached before the mask",
    hint="the cache holds what the next layer receives",
    change={
        "A1 = network.relu(Z1)": "H1 = network.relu(Z1)\n    A1 = H1",
        "A3, (Z1, D1, A1": "A3, (Z1, D1, H1",
    },
)
wrong(
    "random numbers cached in place of the mask",
    hint="compare the random numbers with keep_prob, and keep what this gives",
    change={
        "(*Z1.shape) < keep_prob": "(*Z1.shape)",
        "(Z1) * D1": "(Z1) * np.less(D1, keep_prob)",
        "(*Z2.shape) < keep_prob": "(*Z2.shape)",
        "(Z2) * D2": "(Z2) * np.less(D2, keep_prob)",
    },
)
wrong(
    "mask of the dropped units cached",
    hint="a one in the mask means kept, not dropped",
    change={"A3, (Z1, D1, A1, W1, b1, Z2, D2": "A3, (Z1, ~D1, A1, W1, b1, Z2, ~D2"},
)
wrong(
    "scaled masks cached",
    hint="the scaling belongs in A, not in the mask",
    change={
        "np.random.rand(*Z1.shape) <": "(np.random.rand(*Z1.shape) < keep_prob) /",
        "D1 / keep_prob": "D1",
        "np.random.rand(*Z2.shape) <": "(np.random.rand(*Z2.shape) < keep_prob) /",
        "D2 / keep_prob": "D2",
    },
)
wrong(
    "a seed inside",
    hint="is there a seed inside?",
    change={"Z1 = W1": "np.random.seed(1)\n    Z1 = W1"},
)
wrong(
    "a new generator with a seed",
    hint="is there a seed inside?",
    change={
        "Z1 = W1": "rng = np.random.default_rng(0)\n    Z1 = W1",
        "np.random.rand(*Z1.shape)": "rng.random(Z1.shape)",
        "np.random.rand(*Z2.shape)": "rng.random(Z2.shape)",
    },
)
wrong(
    "a seed for each layer",
    hint="draw new numbers for each layer, and set no seed",
    change={
        "Z1 = W1": "seed = np.random.randint(10**6)\n    Z1 = W1",
        "rand(*Z1.shape)": "default_rng(seed).random(Z1.shape)",
        "rand(*Z2.shape)": "default_rng(seed).random(Z2.shape)",
    },
)
wrong(
    "keep_prob ignored", hint="use the argument keep_prob", change={"Z1 = W1": "keep_prob = 0.5\n    Z1 = W1"}
)
wrong(
    "another default", hint="keep_prob is 0.5 if it is not given", change={"keep_prob=0.5": "keep_prob=0.8"}
)
wrong(
    "no masks in the cache",
    hint="the cache has 14 entries",
    change={"A3, (Z1, D1, A1, W1, b1, Z2, D2": "A3, (Z1, A1, W1, b1, Z2"},
)
wrong(
    "masks last in the cache",
    hint="keep the order Z, D, A, W, b",
    change={
        "A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)": (
            "A3, (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3, D1, D2)"
        )
    },
)
wrong(
    "parameters scaled in place",
    hint="the parameters are not yours to change",
    change={"return": "W2 *= 1.0 / keep_prob\n    return"},
)
wrong("cache alone", hint="return A3 and the cache", change={"A3, (Z1": "(Z1"})
wrong(
    "neighbouring examples share a mask",
    hint="draw every entry on its own",
    change={
        "np.random.rand(*Z1.shape) < keep_prob": (
            "(np.random.rand(*Z1.shape) < keep_prob)[:, np.arange(Z1.shape[1]) // 2]"
        ),
        "np.random.rand(*Z2.shape) < keep_prob": (
            "(np.random.rand(*Z2.shape) < keep_prob)[:, np.arange(Z2.shape[1]) // 2]"
        ),
    },
)
wrong(
    "one of ten seeds",
    hint="is there a seed inside?",
    change={"Z1 = W1": "np.random.seed(np.random.randint(10))\n    Z1 = W1"},
)
wrong(
    "the second mask is the first, shuffled, where it fits",
    hint="draw new numbers for the second layer",
    change={"rand(*Z2.shape)": "permutation(D1) if D1.shape == Z2.shape else np.random.rand(*Z2.shape)"},
)
wrong(
    "whole tenths",
    hint="compare numbers of all sizes with keep_prob, not whole tenths",
    change={
        "rand(*Z1.shape) <": "randint(0, 10, Z1.shape) < 10 *",
        "rand(*Z2.shape) <": "randint(0, 10, Z2.shape) < 10 *",
    },
)
wrong(
    "no dropout for a single example",
    hint="a single example has dropout, too",
    change={
        "np.random.rand(*Z1.shape) < keep_prob": (
            "(np.random.rand(*Z1.shape) < keep_prob) | (Z1.shape[1] == 1)"
        ),
        "np.random.rand(*Z2.shape) < keep_prob": (
            "(np.random.rand(*Z2.shape) < keep_prob) | (Z2.shape[1] == 1)"
        ),
    },
)
wrong(
    "no dropout in small layers",
    hint="small layers have dropout, too",
    change={
        "np.random.rand(*Z1.shape) < keep_prob": ("(np.random.rand(*Z1.shape) < keep_prob) | (len(Z1) <= 3)"),
        "np.random.rand(*Z2.shape) < keep_prob": ("(np.random.rand(*Z2.shape) < keep_prob) | (len(Z2) <= 3)"),
    },
)
wrong(
    "one unit is always kept",
    hint="every unit may be dropped, even if none is left",
    change={
        "W1, b1 =": (
            "def mask(shape):\n"
            "        D = np.random.rand(*shape) < keep_prob\n"
            "        none_left = ~D.any(axis=0)\n"
            "        D[np.random.randint(shape[0], size=shape[1])[none_left], "
            "np.flatnonzero(none_left)] = True\n"
            "        return D\n"
            "    W1, b1 ="
        ),
        "np.random.rand(*Z1.shape) < keep_prob": "mask(Z1.shape)",
        "np.random.rand(*Z2.shape) < keep_prob": "mask(Z2.shape)",
    },
)


@right("less or equal, as integers")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]
    Z1 = np.dot(W1, X) + b1
    A1 = np.maximum(0, Z1)
    D1 = np.random.rand(A1.shape[0], A1.shape[1])
    D1 = np.less_equal(D1, keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    Z2 = np.dot(W2, A1) + b2
    A2 = np.maximum(0, Z2)
    D2 = np.random.rand(A2.shape[0], A2.shape[1])
    D2 = np.less_equal(D2, keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    Z3 = np.dot(W3, A2) + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@right("greater than 1 - keep_prob, dropped by index, a list as the cache")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.random_sample(Z1.shape) > 1 - keep_prob
    A1 = np.maximum(0, Z1) / keep_prob
    A1[np.logical_not(D1)] = 0.0
    Z2 = W2 @ A1 + b2
    D2 = np.random.random_sample(Z2.shape) > 1 - keep_prob
    A2 = np.maximum(0, Z2) / keep_prob
    A2[np.logical_not(D2)] = 0.0
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, [Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3]


@right("binomial draws")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.binomial(1, keep_prob, size=Z1.shape)
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.random.binomial(1, keep_prob, size=Z2.shape)
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@right("float masks of a generator of its own")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    rng = np.random.default_rng()
    Z1 = W1 @ X + b1
    D1 = np.floor(rng.random(Z1.shape) + keep_prob).clip(0, 1)
    A1 = np.maximum(0, Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = np.floor(rng.random(Z2.shape) + keep_prob).clip(0, 1)
    A2 = np.maximum(0, Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@right("lists of rows as masks")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = (np.random.rand(*Z1.shape) < keep_prob).tolist()
    A1 = np.maximum(0, Z1) * np.array(D1) / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = (np.random.rand(*Z2.shape) < keep_prob).tolist()
    A2 = np.maximum(0, Z2) * np.array(D2) / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@right("choice with probabilities, before the ReLU")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    D1 = np.random.choice([0.0, 1.0], size=Z1.shape, p=[1 - keep_prob, keep_prob])
    A1 = np.maximum(0, Z1 * D1 / keep_prob)
    Z2 = W2 @ A1 + b2
    D2 = np.random.choice([0.0, 1.0], size=Z2.shape, p=[1 - keep_prob, keep_prob])
    A2 = np.maximum(0, Z2 * D2 / keep_prob)
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@right("a generator that lives on from call to call")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=np.random.RandomState()):  # noqa: B008
    def dropped(Z):
        D = np.array([[rng.random_sample() < keep_prob for _ in row] for row in Z])
        return D, np.where(D & (Z > 0), Z / keep_prob, 0)

    cache, A = (), X
    for l in (1, 2):
        Z = np.einsum("ij,jm->im", parameters[f"W{l}"], A) + parameters[f"b{l}"]
        D, A = dropped(Z)
        cache += (Z, D, A, parameters[f"W{l}"], parameters[f"b{l}"])
    Z = parameters["W3"] @ A + parameters["b3"]
    A = np.exp(-np.logaddexp(0, -Z))
    return A, cache + (Z, A, parameters["W3"], parameters["b3"])


@right("float32, both masks from one draw")
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    p = np.float32(keep_prob)
    n1, m = len(W1), X.shape[1]
    draw = np.random.rand(n1 + len(W2), m) < keep_prob
    Z1 = (W1 @ X + b1).astype(np.float32)
    D1 = draw[:n1].astype(np.float32)
    A1 = np.maximum(0, Z1) * D1 / p
    Z2 = (W2.astype(np.float32) @ A1 + b2).astype(np.float32)
    D2 = draw[n1:].astype(np.float32)
    A2 = np.maximum(0, Z2) * D2 / p
    Z3 = (W3.astype(np.float32) @ A2 + b3).astype(np.float32)
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


wrong(
    "keep_prob at least 0.09",
    hint="use keep_prob as it is, however small",
    change={"Z1 = W1": "keep_prob = max(keep_prob, 0.09)\n    Z1 = W1"},
)
wrong(
    "one of a thousand seeds",
    hint="is there a seed inside?",
    change={
        "Z1 = W1": "rng = np.random.default_rng(np.random.randint(1000))\n    Z1 = W1",
        "np.random.rand(*Z1.shape)": "rng.random(Z1.shape)",
        "np.random.rand(*Z2.shape)": "rng.random(Z2.shape)",
    },
)
