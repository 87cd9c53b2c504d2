"""Wrong and unusual solutions of `softmax`, in source/week3/softmax.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same(
    "one number for each column is spread over its rows all the same: sum, False",
    change={"E / E.sum(axis=0, keepdims=True)": "E / E.sum(axis=0, keepdims=False)"},
)
same(
    "one number for each column is spread over its rows all the same: sum",
    change={"E / E.sum(axis=0, keepdims=True)": "E / E.sum(axis=0)"},
)
same(
    "one number for each column is spread over its rows all the same: max, False",
    change={"Z.max(axis=0, keepdims=True)": "Z.max(axis=0, keepdims=False)"},
)
same(
    "one number for each column is spread over its rows all the same: max",
    change={"Z.max(axis=0, keepdims=True)": "Z.max(axis=0)"},
)
wrong(
    "over the examples in place of the classes",
    hint="the classes of an example stand in its column: max and sum over axis 0",
    change={"Z.max(axis=0": "Z.max(axis=1", "E.sum(axis=0": "E.sum(axis=1"},
)
wrong(
    "no shift",
    hint="exp(1000) overflows: shift each column first",
    change={" - Z.max(axis=0, keepdims=True)": ""},
)
wrong(
    "one maximum for all columns",
    hint="one maximum for all of Z is too much for the columns far below it: shift by column",
    change={"Z.max(axis=0, keepdims=True)": "np.max(Z)"},
)
wrong(
    "one minimum for all columns",
    hint="one minimum for all of Z is not enough for the columns far above it: shift by column",
    change={"Z.max(axis=0, keepdims=True)": "np.min(Z)"},
)
wrong(
    "shifted by the mean of the column",
    hint="the largest entry still overflows: shift by the maximum of the column",
    change={"Z.max": "Z.mean"},
)
wrong(
    "shifted by the minimum of the column",
    hint="the largest entry still overflows: shift by the maximum of the column",
    change={"Z.max": "Z.min"},
)
wrong(
    "clipped",
    hint="clipping makes different scores equal: shift them instead",
    change={"Z - Z.max(axis=0, keepdims=True)": "np.clip(Z, -500, 500)"},
)
wrong(
    "the whole matrix sums to 1",
    hint="every column is a distribution of its own",
    change={"sum(axis=0, keepdims=True)": "sum()"},
)


@wrong("logarithm of the probabilities", hint="this is the logarithm of the probabilities")
def softmax(Z):
    Z = Z - Z.max(axis=0, keepdims=True)
    return Z - np.log(np.exp(Z).sum(axis=0, keepdims=True))


wrong(
    "sigmoid",
    hint="this is a sigmoid: the classes do not compete; divide by their sum",
    change={
        (
            "E = np.exp(Z - Z.max(axis=0, keepdims=True))  # (C, m), at most 1\n"
            "    return E / E.sum(axis=0, keepdims=True)"
        ): "return np.exp(-np.logaddexp(0, -Z))"
    },
)
wrong("divided by the largest", hint="divide by the sum, not by the largest", change={"E.sum": "E.max"})
wrong(
    "not divided",
    hint="this is not yet divided by the sum",
    change={
        (
            "E = np.exp(Z - Z.max(axis=0, keepdims=True))  # (C, m), at most 1\n"
            "    return E / E.sum(axis=0, keepdims=True)"
        ): "return np.exp(Z)"
    },
)
wrong(
    "changes Z",
    hint="Z stays as it is: work on a copy",
    change={
        "E = np.exp(Z - Z.max(axis=0, keepdims=True))": (
            "Z -= Z.max(axis=0, keepdims=True)\n    E = np.exp(Z)"
        )
    },
)
wrong(
    "minus sign in the exponent",
    hint="the largest score has the largest probability: mind the sign",
    change={"Z - Z.max(axis=0, keepdims=True)": "Z.min(axis=0, keepdims=True) - Z"},
)
wrong(
    "sum without the dimension, over the examples",
    hint="sum over the classes, axis 0, for a denominator per column",
    change={"sum(axis=0, keepdims=True)": "sum(axis=1)"},
)
wrong(
    "a guard of 1e-3 in the denominator",
    hint="the columns do not sum to 1; the guard is not needed",
    change={"E.sum(axis=0, keepdims=True)": "(E.sum(axis=0, keepdims=True) + 1e-3)"},
)


@wrong("NaN replaced by 0", hint="what overflows is not 0: shift each column first")
def softmax(Z):
    with np.errstate(all="ignore"):
        E = np.exp(Z)
        return np.nan_to_num(E / E.sum(axis=0, keepdims=True))


wrong(
    "exponents no smaller than -18",
    hint="small probabilities count: do not clip the exponents",
    change={"Z - Z.max(axis=0, keepdims=True)": "np.maximum(Z - Z.max(axis=0, keepdims=True), -18)"},
)
wrong(
    "rounded",
    hint="small probabilities count: do not round",
    change={"E / E.sum(axis=0, keepdims=True)": "(E / E.sum(axis=0, keepdims=True)).round(8)"},
)
wrong(
    "no probability below 1e-8",
    hint="small probabilities count: set no lower limit",
    change={"E / E.sum(axis=0, keepdims=True)": "np.maximum(E / E.sum(axis=0, keepdims=True), 1e-8)"},
)
wrong(
    "float32 before the shift",
    hint="shift first, in float64: float32 holds only seven digits of a million",
    change={"E = np.exp": "Z = Z.astype(np.float32)\n    E = np.exp"},
)
wrong(
    "scores clipped far out",
    hint="clipping makes different scores equal: shift them instead",
    change={"E = np.exp": "Z = np.clip(Z, -1100, 1100)\n    E = np.exp"},
)


@right("no keepdims, as the classes come first")
def softmax(Z):
    shifted = Z - np.amax(Z, 0)
    return np.exp(shifted) / sum(np.exp(shifted))


@right("through the logarithm of the sum")
def softmax(Z):
    top = Z.max(axis=0)
    log_sum = top + np.log(np.exp(Z - top).sum(axis=0))
    return np.exp(Z - log_sum)


@right("column by column, in lists")
def softmax(Z):
    columns = []
    for scores in np.transpose(Z).tolist():
        largest = max(scores)
        exponentials = [np.exp(score - largest) for score in scores]
        columns.append([e / sum(exponentials) for e in exponentials])
    return np.array(columns).T


@right("in float32")
def softmax(Z):
    E = np.exp((Z - Z.max(axis=0, keepdims=True)).astype(np.float32))
    return E / E.sum(axis=0, keepdims=True)


@right("scipy's")
def softmax(Z):
    from scipy.special import softmax as ready_made

    return ready_made(Z, axis=0)


@right("examples as rows, and back")
def softmax(Z):
    rows = Z.T.copy()
    rows = rows - np.max(rows, axis=1)[:, None]
    rows = np.exp(rows)
    rows /= np.einsum("jk->j", rows)[:, np.newaxis]
    return rows.T


@right("written into an array of the type of Z")
def softmax(Z):
    A = np.empty_like(Z)
    for j in range(Z.shape[1]):
        e = np.exp(Z[:, j] - Z[:, j].max())
        A[:, j] = e / e.sum()
    return A


@right("a copy, in place")
def softmax(Z):
    A = np.array(Z)
    A -= A.max(axis=0)
    np.exp(A, out=A)
    A /= A.sum(axis=0)
    return A


@right("one over a sum of exponentials of differences")
def softmax(Z):
    with np.errstate(over="ignore"):
        return 1 / np.exp(Z[None, :, :] - Z[:, None, :]).sum(axis=1)


wrong(
    "shift by the middle of the range, and a clip",
    hint="shift by the largest entry of the column; then nothing has to be clipped",
    change={
        "Z - Z.max(axis=0, keepdims=True)": "np.clip(Z - (Z.max(axis=0) + Z.min(axis=0)) / 2, -700, 700)"
    },
)
wrong(
    "shift by the mean of the column, and a clip",
    hint="shift by the largest entry of the column; then nothing has to be clipped",
    change={"Z - Z.max(axis=0, keepdims=True)": "np.clip(Z - Z.mean(axis=0), -700, 700)"},
)
wrong(
    "clip at 36 below the largest score",
    hint="small probabilities count: do not clip the exponents",
    change={"Z - Z.max(axis=0, keepdims=True)": "np.maximum(Z - Z.max(axis=0, keepdims=True), -36)"},
)


@right("SciPy's own")
def softmax(Z):
    from scipy.special import softmax as s

    return s(Z, axis=0)
