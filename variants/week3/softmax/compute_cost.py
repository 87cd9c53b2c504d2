"""Wrong and unusual solutions of `compute_cost`, in source/week3/softmax.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same(
    "one entry of each column is not 0, and it is above 0",
    change={"np.sum(A * Y, axis=0)": "np.max(A * Y, axis=0)"},
)


@wrong("mean over all entries", hint="divide by the number of examples alone")
def compute_cost(A, Y):
    return -np.mean(Y * np.log(np.maximum(A, 1e-300)))


wrong(
    "minus sign missing",
    hint="a cost is not negative: mind the sign",
    change={"-np.mean(np.log(p))": "np.log(p).mean()"},
)
wrong(
    "sum in place of the mean",
    hint="the cost is the mean over the examples, not the sum",
    change={"np.mean": "np.sum"},
)


@wrong("no guard", hint="0 * log(0) is NaN; where Y is 0, the term is 0")
def compute_cost(A, Y):
    with np.errstate(all="ignore"):
        return -np.sum(Y * np.log(A)) / Y.shape[1]


@wrong(
    "binary cross-entropy of every class",
    hint="1 - A does not count here: only the probability of the true class does",
)
def compute_cost(A, Y):
    A = np.clip(A, 1e-15, 1 - 1e-15)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1]


wrong(
    "m is the number of rows",
    hint="examples are columns: m is Y.shape[1]",
    change={"mean(np.log(p))": "log(p).sum() / Y.shape[0]"},
)
wrong(
    "logarithm to base 2",
    hint="this logarithm has base 2; take the natural one, np.log",
    change={"np.log": "np.log2"},
)
wrong(
    "softmax taken again",
    hint="A holds probabilities already: do not take the softmax again",
    change={"p = np": "A = np.exp(A) / np.exp(A).sum(axis=0)\n    p = np"},
)
wrong(
    "clipped at 0.001",
    hint="the guard against log(0) changes small probabilities: make it far smaller",
    change={
        (
            "p = np.sum(A * Y, axis=0)  # (m,), the probability of the true class\n"
            "    return -np.mean(np.log(p))"
        ): "return -np.sum(Y * np.log(np.clip(A, 1e-3, 1))) / Y.shape[1]"
    },
)
wrong(
    "1e-8 added to the probabilities",
    hint="the guard against log(0) changes small probabilities: make it far smaller",
    change={
        (
            "p = np.sum(A * Y, axis=0)  # (m,), the probability of the true class\n"
            "    return -np.mean(np.log(p))"
        ): "return -np.sum(Y * np.log(A + 1e-8)) / Y.shape[1]"
    },
)
wrong(
    "logarithm of the mean",
    hint="first the logarithms, then their mean",
    change={"mean(np.log(p))": "log(p.mean())"},
)
wrong(
    "Y left out",
    hint="Y picks the true class of each example",
    change={
        (
            "p = np.sum(A * Y, axis=0)  # (m,), the probability of the true class\n"
            "    return -np.mean(np.log(p))"
        ): "return -np.sum(np.log(np.maximum(A, 1e-15))) / Y.shape[1]"
    },
)
wrong(
    "Y taken for class numbers",
    hint="Y is one-hot, of the shape of A: multiply by it",
    change={"np.sum(A * Y, axis=0)": "A[Y[0].astype(int), np.arange(A.shape[1])]"},
)
wrong(
    "one number per example",
    hint="the cost is one number: take the mean over the examples",
    change={"mean(np.log(p))": "log(p)"},
)
wrong(
    "no logarithm",
    hint="this is 1 - p, not -ln(p)",
    change={"-np.mean(np.log(p))": "np.mean(1 - p)"},
)


@wrong(
    "NaN replaced by 0, infinity too",
    hint="p = 0 for a true class has a large cost: set no infinity to 0, leave no example out",
)
def compute_cost(A, Y):
    with np.errstate(all="ignore"):
        logarithms = np.log(A)
    logarithms[np.isinf(logarithms)] = 0
    return -np.sum(Y * logarithms) / Y.shape[1]


wrong(
    "writes into A",
    hint="A stays as it is: work on a copy",
    change={"p = np.sum(A * Y, axis=0)": "A *= Y\n    p = A.sum(axis=0)"},
)
wrong(
    "clipped at 1e-7 as in Keras",
    hint="the guard against log(0) changes small probabilities: make it far smaller",
    change={
        (
            "p = np.sum(A * Y, axis=0)  # (m,), the probability of the true class\n"
            "    return -np.mean(np.log(p))"
        ): "return -np.sum(Y * np.log(np.clip(A, 1e-7, 1 - 1e-7)), axis=0).mean()"
    },
)
wrong(
    "1e-9 added, in float32",
    hint="the guard against log(0) changes small probabilities: make it far smaller",
    change={
        (
            "p = np.sum(A * Y, axis=0)  # (m,), the probability of the true class\n"
            "    return -np.mean(np.log(p))"
        ): "return np.float32(-np.sum(Y * np.log(A + 1e-9)) / Y.shape[1])"
    },
)
wrong(
    "logarithm of the product",
    hint="a product of many small numbers is 0: add up logarithms instead",
    change={
        "return -np.mean(np.log(p))": (
            'with np.errstate(divide="ignore"):\n        return -np.log(np.prod(p)) / A.shape[1]'
        )
    },
)
wrong(
    "examples with p = 0 left out",
    hint="p = 0 for a true class has a large cost: set no infinity to 0, leave no example out",
    change={"np.sum(A * Y, axis=0)": "A[Y == 1][A[Y == 1] > 0]"},
)
wrong(
    "m is the longer side of A",
    hint="divide by m, the number of columns: it may be less than that of rows",
    change={"mean(np.log(p))": "log(p).sum() / max(A.shape)"},
)
wrong(
    "clips A in place",
    hint="A stays as it is: work on a copy",
    change={"p = np": "np.clip(A, 1e-10, 1, out=A)\n    p = np"},
)


@right("a mask picks the probabilities")
def compute_cost(A, Y):
    with np.errstate(divide="ignore"):
        return -np.log(A[Y == 1]).mean()


@right("clipped from below, far down")
def compute_cost(A, Y):
    m = Y.shape[1]
    return float(-(1.0 / m) * np.sum(np.multiply(Y, np.log(np.clip(A, 1e-12, 1 - 1e-12)))))


@right("clipped at 1e-10")
def compute_cost(A, Y):
    return np.array(-np.sum(Y * np.log(np.clip(A, 1e-10, 1.0)), axis=0).mean())


@right("float32 throughout")
def compute_cost(A, Y):
    p = np.sum(A.astype(np.float32) * Y.astype(np.float32), axis=0)
    with np.errstate(divide="ignore"):
        return -np.mean(np.log(p))


@right("1e-15 added")
def compute_cost(A, Y):
    return np.mean(-np.sum(Y * np.log(A + 1e-15), axis=0))


@right("a loop over the examples")
def compute_cost(A, Y):
    import math

    total = 0.0
    for j in range(A.shape[1]):
        p = A[int(np.argmax(Y[:, j])), j]
        total += -math.log(p) if p > 0 else math.inf
    return total / A.shape[1]


@right("trace of a product, in float32 at the end")
def compute_cost(A, Y):
    logarithms = np.log(np.where(Y > 0, np.maximum(A, 1e-300), 1.0))
    return np.float32(-np.trace(Y.T @ logarithms) / A.shape[1])


wrong(
    "zeros replaced in A itself",
    hint="A stays as it is: work on a copy",
    change={"p = np": "A[A == 0] = 1e-300\n    p = np"},
)
wrong(
    "clip at 1e-15 in A itself",
    hint="A stays as it is: work on a copy",
    change={"p = np": "np.clip(A, 1e-15, 1, out=A)\n    p = np"},
)


@right("xlogy")
def compute_cost(A, Y):
    from scipy.special import xlogy

    return float(-xlogy(Y, A).sum() / Y.shape[1])
