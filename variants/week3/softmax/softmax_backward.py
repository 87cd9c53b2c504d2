"""Wrong and unusual solutions of `softmax_backward`, in source/week3/softmax.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same("A and Y have the same shape", change={"Y.shape[1]": "A.shape[1]"})
wrong("not divided by m", hint="the cost is a mean: divide by m", change={"(A - Y) / Y.shape[1]": "A - Y"})
wrong("sign", hint="predicted minus true: mind the sign", change={"A - Y": "Y - A"})
wrong(
    "sign, and not divided by m",
    hint="predicted minus true, divided by m",
    change={"(A - Y) / Y.shape[1]": "Y - A"},
)
wrong(
    "divided by the number of classes",
    hint="divide by the number of examples, Y.shape[1], not of classes",
    change={"Y.shape[1]": "Y.shape[0]"},
)
wrong(
    "divided by the number of entries",
    hint="divide by m, the number of examples alone",
    change={"Y.shape[1]": "Y.size"},
)
wrong("divided by m twice", hint="divide by m once", change={"Y.shape[1]": "Y.shape[1] ** 2"})
wrong(
    "times the derivative of a sigmoid",
    hint="A - Y has the derivative of the softmax in it already",
    change={"A - Y": "(A - Y) * A * (1 - A)"},
)
wrong(
    "gradient with respect to A",
    hint="this is the gradient with respect to A; go one step further, to Z",
    change={"A - Y": "-Y / np.maximum(A, 1e-15)"},
)


@wrong("through -Y / A, without care for zeros", hint="A may hold zeros: do not divide by it")
def softmax_backward(A, Y):
    with np.errstate(all="ignore"):
        dA = -Y / A / Y.shape[1]
    return A * (dA - np.sum(dA * A, axis=0, keepdims=True))


wrong(
    "writes into A",
    hint="A stays as it is: work on a copy",
    change={"return (A - Y)": "A[Y == 1] -= 1\n    return A"},
)
wrong("transposed", hint="dZ has the shape of Z, (C, m): do not transpose", change={"A - Y": "(A - Y).T"})
wrong(
    "mean over the examples",
    hint="every example has a column of its own: take no mean",
    change={"(A - Y) / Y.shape[1]": "np.mean(A - Y, axis=1, keepdims=True)"},
)
wrong("times A", hint="A - Y is the whole derivative: no factor A", change={"A - Y": "A * (A - Y)"})
wrong(
    "of the softmax of A",
    hint="A is what the softmax gave: do not take it again",
    change={"return (A": "A = np.exp(A) / np.exp(A).sum(axis=0)\n    return (A"},
)
wrong("clips A", hint="A is exact: do not clip it", change={"A - Y": "np.clip(A, 1e-7, 1 - 1e-7) - Y"})


@right("the whole Jacobian, column by column")
def softmax_backward(A, Y):
    dZ = np.empty(A.shape)
    for j in range(A.shape[1]):
        a, k = A[:, j], np.argmax(Y[:, j])
        jacobian = np.diag(a) - np.outer(a, a)  # da_i / dz_k
        dZ[:, j] = -jacobian[k] / a[k] if a[k] > 0 else a - Y[:, j]
    return dZ / A.shape[1]


@right("a copy, reduced at the true class, in float32")
def softmax_backward(A, Y):
    dZ = A.astype(np.float32)
    dZ[Y == 1] -= 1
    dZ /= A.shape[1]
    return dZ


@right("multiplied by 1 / m")
def softmax_backward(A, Y):
    m = len(A[0])
    return np.multiply(1.0 / m, np.subtract(A, Y))


@right("list comprehension")
def softmax_backward(A, Y):
    m = A.shape[1]
    rows = zip(A, Y, strict=True)
    return np.array([[(a - y) / m for a, y in zip(*row, strict=True)] for row in rows])


wrong(
    "small probabilities set to zero",
    hint="small probabilities count, too: set none to 0",
    change={"return (A": "A = np.where(A < 0.001, 0, A)\n    return (A"},
)
