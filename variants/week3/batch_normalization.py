"""Wrong and unusual solutions of the exercises in source/week3/batch_normalization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

# ── softmax ──────────────────────────────────────────────────────────────────────────────────────


@wrong("over the examples in place of the classes", hint="every column sums to 1: axis 0")
def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@wrong("no shift", hint="exp(1000) overflows: subtract something first")
def softmax(Z):
    E = np.exp(Z)
    return E / E.sum(axis=0, keepdims=True)


@wrong(
    "one maximum for all columns", hint="columns far below the maximum become 0 / 0: shift each by its own"
)
def softmax(Z):
    E = np.exp(Z - np.max(Z))
    return E / E.sum(axis=0, keepdims=True)


@wrong("one minimum for all columns", hint="columns far above the minimum overflow: shift each by its own")
def softmax(Z):
    E = np.exp(Z - np.min(Z))
    return E / E.sum(axis=0, keepdims=True)


@wrong(
    "shifted by the mean of the column", hint="a large entry is still large after the shift: take the maximum"
)
def softmax(Z):
    E = np.exp(Z - Z.mean(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


@wrong("shifted by the minimum of the column", hint="the largest entry may still overflow")
def softmax(Z):
    E = np.exp(Z - Z.min(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


@wrong("clipped", hint="clipping makes scores equal that are not: shift")
def softmax(Z):
    E = np.exp(np.clip(Z, -500, 500))
    return E / E.sum(axis=0, keepdims=True)


@wrong("the whole matrix sums to 1", hint="every column is a distribution of its own")
def softmax(Z):
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.sum()


@wrong("logarithm of the probabilities", hint="softmax, not log-softmax")
def softmax(Z):
    Z = Z - Z.max(axis=0, keepdims=True)
    return Z - np.log(np.exp(Z).sum(axis=0, keepdims=True))


@wrong("sigmoid", hint="divide by the sum over the classes")
def softmax(Z):
    return np.exp(-np.logaddexp(0, -Z))


@wrong("divided by the largest", hint="divide by the sum")
def softmax(Z):
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.max(axis=0, keepdims=True)


@wrong("not divided", hint="divide by the sum")
def softmax(Z):
    return np.exp(Z)


@wrong("changes Z", hint="Z stays as it is: work on a copy")
def softmax(Z):
    Z -= Z.max(axis=0, keepdims=True)
    E = np.exp(Z)
    return E / E.sum(axis=0, keepdims=True)


@wrong("minus sign in the exponent", hint="the largest score has the largest probability")
def softmax(Z):
    E = np.exp(Z.min(axis=0, keepdims=True) - Z)
    return E / E.sum(axis=0, keepdims=True)


@wrong("sum without the dimension, over the examples", hint="sum over the classes, axis 0")
def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=1)


@wrong("a guard of 1e-3 in the denominator", hint="the columns do not sum to 1; the guard is not needed")
def softmax(Z):
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / (E.sum(axis=0, keepdims=True) + 1e-3)


@wrong("NaN replaced by 0", hint="what overflows has a value; do not hide it")
def softmax(Z):
    with np.errstate(all="ignore"):
        E = np.exp(Z)
        return np.nan_to_num(E / E.sum(axis=0, keepdims=True))


@wrong("exponents no smaller than -18", hint="small probabilities count: do not clip")
def softmax(Z):
    E = np.exp(np.maximum(Z - Z.max(axis=0), -18))
    return E / E.sum(axis=0)


@wrong("rounded", hint="small probabilities count: do not clip, round")
def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return (E / E.sum(axis=0)).round(8)


@wrong("no probability below 1e-8", hint="small probabilities count: do not clip")
def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return np.maximum(E / E.sum(axis=0), 1e-8)


@wrong("float32 before the shift", hint="shift each by its own number, in float64")
def softmax(Z):
    Z = Z.astype(np.float32)
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


@wrong("scores clipped far out", hint="and do not clip")
def softmax(Z):
    Z = np.clip(Z, -1100, 1100)
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


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


# ── compute_cost ─────────────────────────────────────────────────────────────────────────────────


@wrong("mean over all entries", hint="divide by the number of examples, not of entries")
def compute_cost(A, Y):
    return -np.mean(Y * np.log(np.maximum(A, 1e-300)))


@wrong("minus sign missing", hint="a cost is not negative")
def compute_cost(A, Y):
    return np.mean(np.log(np.sum(A * Y, axis=0)))


@wrong("sum in place of the mean", hint="divide by the number of examples")
def compute_cost(A, Y):
    return -np.sum(np.log(np.sum(A * Y, axis=0)))


@wrong("no guard", hint="0 * log(0) is NaN")
def compute_cost(A, Y):
    with np.errstate(all="ignore"):
        return -np.sum(Y * np.log(A)) / Y.shape[1]


@wrong("binary cross-entropy of every class", hint="only the probability of the true class counts")
def compute_cost(A, Y):
    A = np.clip(A, 1e-15, 1 - 1e-15)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1]


@wrong("m is the number of rows", hint="examples are columns: Y.shape[1]")
def compute_cost(A, Y):
    return -np.sum(np.log(np.sum(A * Y, axis=0))) / Y.shape[0]


@wrong("logarithm to base 2", hint="the natural logarithm")
def compute_cost(A, Y):
    return -np.mean(np.log2(np.sum(A * Y, axis=0)))


@wrong("softmax taken again", hint="A holds probabilities already")
def compute_cost(A, Y):
    E = np.exp(A - A.max(axis=0, keepdims=True))
    E = E / E.sum(axis=0, keepdims=True)
    return -np.mean(np.log(np.sum(E * Y, axis=0)))


@wrong("clipped at 0.001", hint="the guard changes small probabilities")
def compute_cost(A, Y):
    return -np.sum(Y * np.log(np.clip(A, 1e-3, 1))) / Y.shape[1]


@wrong("1e-8 added to the probabilities", hint="the guard changes small probabilities")
def compute_cost(A, Y):
    return -np.sum(Y * np.log(A + 1e-8)) / Y.shape[1]


@wrong("logarithm of the mean", hint="first the logarithm, then the mean")
def compute_cost(A, Y):
    return -np.log(np.mean(np.sum(A * Y, axis=0)))


@wrong("Y left out", hint="only the true class counts")
def compute_cost(A, Y):
    return -np.sum(np.log(np.maximum(A, 1e-15))) / Y.shape[1]


@wrong("Y taken for class numbers", hint="Y is one-hot, as large as A")
def compute_cost(A, Y):
    classes = Y[0].astype(int)
    return -np.mean(np.log(A[classes, np.arange(A.shape[1])]))


@wrong("one number per example", hint="the mean over the examples, one number")
def compute_cost(A, Y):
    return -np.log(np.sum(A * Y, axis=0))


@wrong("no logarithm", hint="take the logarithm of the probability")
def compute_cost(A, Y):
    return np.mean(1 - np.sum(A * Y, axis=0))


@wrong("NaN replaced by 0, infinity too", hint="with p = 0 for the true class, the cost is not 0")
def compute_cost(A, Y):
    with np.errstate(all="ignore"):
        logarithms = np.log(A)
    logarithms[np.isinf(logarithms)] = 0
    return -np.sum(Y * logarithms) / Y.shape[1]


@wrong("writes into A", hint="A stays as it is")
def compute_cost(A, Y):
    A *= Y
    return -np.mean(np.log(A.sum(axis=0)))


@wrong("clipped at 1e-7 as in Keras", hint="the guard against log(0)")
def compute_cost(A, Y):
    return -np.sum(Y * np.log(np.clip(A, 1e-7, 1 - 1e-7)), axis=0).mean()


@wrong("1e-9 added, in float32", hint="the guard against log(0)")
def compute_cost(A, Y):
    return np.float32(-np.sum(Y * np.log(A + 1e-9)) / Y.shape[1])


@wrong("logarithm of the product", hint="a product of 2000 numbers is 0")
def compute_cost(A, Y):
    with np.errstate(divide="ignore"):
        return -np.log(np.prod(np.sum(A * Y, axis=0))) / A.shape[1]


@wrong("examples with p = 0 left out", hint="with p = 0 for one of two examples, should be above 10")
def compute_cost(A, Y):
    p = A[Y == 1]
    return -np.log(p[p > 0]).mean()


@wrong("m is the longer side of A", hint="divide by m, the number of columns")
def compute_cost(A, Y):
    return -np.sum(np.log(np.sum(A * Y, axis=0))) / max(A.shape)


@wrong("clips A in place", hint="changes its argument")
def compute_cost(A, Y):
    np.clip(A, 1e-10, 1, out=A)
    return -np.sum(Y * np.log(A)) / A.shape[1]


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


# ── softmax_backward ─────────────────────────────────────────────────────────────────────────────


@wrong("not divided by m", hint="the cost is a mean")
def softmax_backward(A, Y):
    return A - Y


@wrong("sign", hint="predicted minus true")
def softmax_backward(A, Y):
    return (Y - A) / Y.shape[1]


@wrong("sign, and not divided by m", hint="predicted minus true, divided by m")
def softmax_backward(A, Y):
    return Y - A


@wrong("divided by the number of classes", hint="m is the number of columns")
def softmax_backward(A, Y):
    return (A - Y) / Y.shape[0]


@wrong("divided by the number of entries", hint="divide by m alone")
def softmax_backward(A, Y):
    return (A - Y) / Y.size


@wrong("divided by m twice", hint="divide by m once")
def softmax_backward(A, Y):
    return (A - Y) / Y.shape[1] ** 2


@wrong("times the derivative of a sigmoid", hint="A - Y has the derivative of the softmax in it")
def softmax_backward(A, Y):
    return (A - Y) * A * (1 - A) / Y.shape[1]


@wrong("gradient with respect to A", hint="go one step further, to Z")
def softmax_backward(A, Y):
    return -Y / np.maximum(A, 1e-15) / Y.shape[1]


@wrong("through -Y / A, without care for zeros", hint="A may hold zeros: 0 / 0")
def softmax_backward(A, Y):
    with np.errstate(all="ignore"):
        dA = -Y / A / Y.shape[1]
    return A * (dA - np.sum(dA * A, axis=0, keepdims=True))


@wrong("writes into A", hint="A stays as it is")
def softmax_backward(A, Y):
    A[Y == 1] -= 1
    return A / Y.shape[1]


@wrong("transposed", hint="dZ has the shape of Z")
def softmax_backward(A, Y):
    return (A - Y).T / Y.shape[1]


@wrong("mean over the examples", hint="every example has its own column")
def softmax_backward(A, Y):
    return np.mean(A - Y, axis=1, keepdims=True)


@wrong("times A", hint="A - Y is the whole derivative")
def softmax_backward(A, Y):
    return A * (A - Y) / Y.shape[1]


@wrong("of the softmax of A", hint="A is what the softmax gave")
def softmax_backward(A, Y):
    E = np.exp(A - A.max(axis=0, keepdims=True))
    return (E / E.sum(axis=0, keepdims=True) - Y) / Y.shape[1]


@wrong("clips A", hint="and do not clip")
def softmax_backward(A, Y):
    return (np.clip(A, 1e-7, 1 - 1e-7) - Y) / Y.shape[1]


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


# ── batchnorm_forward ────────────────────────────────────────────────────────────────────────────


@wrong("over the features", hint="statistics over the examples: axis 1")
def batchnorm_forward(Z, gamma, beta, bn_param):
    mean, variance = Z.mean(axis=0, keepdims=True), Z.var(axis=0, keepdims=True)
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("variance divided by m - 1", hint="divide by m")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k, m = bn_param["momentum"], Z.shape[1]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean = Z.mean(axis=1, keepdims=True)
        variance = ((Z - mean) ** 2).sum(axis=1, keepdims=True) / max(m - 1, 1)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("running variance divided by m - 1, as in PyTorch", hint="the same variance everywhere: divided by m")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k, m = bn_param["momentum"], Z.shape[1]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        unbiased = variance * m / max(m - 1, 1)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * unbiased
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("divided by the variance", hint="divide by its root")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = variance + bn_param["eps"]
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("epsilon outside the root", hint="epsilon is added to the variance")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance) + bn_param["eps"]
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("epsilon of 1e-5 typed in", hint="use bn_param['eps']")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + 1e-5)
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("no epsilon", hint="a feature without variance gives 0 / 0")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance)
    with np.errstate(all="ignore"):
        Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("epsilon missing in test mode", hint="epsilon goes with the running variance, too")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k, eps = bn_param["momentum"], bn_param["eps"]
    if bn_param["mode"] == "test":
        mean, variance, eps = bn_param["running_mean"], bn_param["running_var"], 0
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + eps)
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("gamma and beta exchanged", hint="gamma multiplies, beta is added")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return beta * Z_hat + gamma, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("beta before gamma", hint="first times gamma, then plus beta")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * (Z_hat + beta), {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("gamma and beta forgotten", hint="scale by gamma and shift by beta")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return Z_hat + 0, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("beta added twice", hint="add beta once")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + 2 * beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("statistics over the whole matrix", hint="every feature has its own mean and variance")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k, ones = bn_param["momentum"], np.ones((len(Z), 1))
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean() * ones, Z.var() * ones
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("running values not updated", hint="training updates running_mean and running_var")
def batchnorm_forward(Z, gamma, beta, bn_param):
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("updates a copy of bn_param", hint="the caller's bn_param has to change")
def batchnorm_forward(Z, gamma, beta, bn_param):
    bn_param = dict(bn_param)
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("running_var not updated", hint="both running values are updated")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("momentum of the new value", hint="momentum is the weight of the old value")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = (1 - k) * bn_param["running_mean"] + k * mean
        bn_param["running_var"] = (1 - k) * bn_param["running_var"] + k * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("momentum of 0.9 typed in", hint="use bn_param['momentum']")
def batchnorm_forward(Z, gamma, beta, bn_param):
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = 0.9 * bn_param["running_mean"] + 0.1 * mean
        bn_param["running_var"] = 0.9 * bn_param["running_var"] + 0.1 * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("running_var averages standard deviations", hint="average the variances")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * np.sqrt(variance)
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("running_var with epsilon in it", hint="epsilon is added when dividing, not when averaging")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"] + bn_param["eps"]
    else:
        mean = Z.mean(axis=1, keepdims=True)
        variance = Z.var(axis=1, keepdims=True) + bn_param["eps"]
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance)
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("running values start from the first batch", hint="the start is given: average from there")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        if not bn_param["running_mean"].any():
            bn_param["running_mean"], bn_param["running_var"] = mean, variance
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("running values with one dimension", hint="they are columns: keepdims=True")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = (k * bn_param["running_mean"] + (1 - k) * mean)[:, 0]
        bn_param["running_var"] = (k * bn_param["running_var"] + (1 - k) * variance)[:, 0]
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("updates the running values in test mode, too", hint="test mode changes nothing")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
    if bn_param["mode"] == "test":
        used = bn_param["running_mean"], bn_param["running_var"]
    else:
        used = mean, variance
    bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
    bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(used[1] + bn_param["eps"])
    Z_hat = (Z - used[0]) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("the batch's statistics in test mode", hint="test mode takes the running values")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
    if bn_param["mode"] == "train":
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("the running values in training", hint="training takes the batch's mean and variance")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    old_mean, old_var = bn_param["running_mean"], bn_param["running_var"]
    if bn_param["mode"] == "train":
        bn_param["running_mean"] = k * old_mean + (1 - k) * Z.mean(axis=1, keepdims=True)
        bn_param["running_var"] = k * old_var + (1 - k) * Z.var(axis=1, keepdims=True)
    std = np.sqrt(old_var + bn_param["eps"])
    Z_hat = (Z - old_mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("the updated running values in training", hint="training takes the batch's mean and variance")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "train":
        for name, new in (("running_mean", Z.mean(axis=1)), ("running_var", Z.var(axis=1))):
            bn_param[name] = k * bn_param[name] + (1 - k) * new.reshape(-1, 1)
    std = np.sqrt(bn_param["running_var"] + bn_param["eps"])
    Z_hat = (Z - bn_param["running_mean"]) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("the running values for a batch of one", hint="a batch of one in training gives beta")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test" or Z.shape[1] == 1:
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("raises for a batch of one", hint="a batch of one in training gives beta")
def batchnorm_forward(Z, gamma, beta, bn_param):
    if Z.shape[1] == 1 and bn_param["mode"] == "train":
        raise ValueError("a batch of one has no variance")
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("changes Z", hint="Z stays as it is")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z -= mean
    Z /= std
    return gamma * Z + beta, {"Z_hat": Z.copy(), "std": std, "gamma": gamma}


@wrong("std in the cache without epsilon", hint="std is the root of variance plus epsilon")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    Z_hat = (Z - mean) / np.sqrt(variance + bn_param["eps"])
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": np.sqrt(variance), "gamma": gamma}


@wrong("variance in the cache in place of std", hint="std is a root")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    variance = variance + bn_param["eps"]
    Z_hat = (Z - mean) / np.sqrt(variance)
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": variance, "gamma": gamma}


@wrong("Z_tilde in the cache in place of Z_hat", hint="Z_hat is what gamma is multiplied with")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_tilde = gamma * (Z - mean) / std + beta
    return Z_tilde, {"Z_hat": Z_tilde, "std": std, "gamma": gamma}


@wrong("a cache with more in it", hint="exactly Z_hat, std and gamma")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z": Z, "Z_hat": Z_hat, "std": std, "gamma": gamma, "beta": beta}


@wrong("cache first", hint="Z_tilde, then the cache")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return {"Z_hat": Z_hat, "std": std, "gamma": gamma}, gamma * Z_hat + beta


@wrong("Z_tilde alone", hint="return Z_tilde and the cache")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    return gamma * (Z - mean) / np.sqrt(variance + bn_param["eps"]) + beta


@wrong("leaves test mode when it is done", hint="the mode is the caller's: do not change it")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
        bn_param["mode"] = "train"
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("the mode is ignored", hint="look at bn_param['mode']")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
    bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
    bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("momentum 0 taken for a missing one", hint="momentum may be 0")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"] or 0.9
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("no update for a batch of one", hint="a batch of one updates them, too")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        if Z.shape[1] > 1:
            bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
            bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@wrong("a count of batches in bn_param", hint="bn_param has extra entries")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param["momentum"]
    if bn_param["mode"] == "test":
        mean, variance = bn_param["running_mean"], bn_param["running_var"]
    else:
        mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mean
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * variance
        bn_param["t"] = bn_param.get("t", 0) + 1
    std = np.sqrt(variance + bn_param["eps"])
    Z_hat = (Z - mean) / std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


@right("writes into the running arrays, no cache in test mode")
def batchnorm_forward(Z, gamma, beta, bn_param):
    if bn_param["mode"] == "test":
        inverse = (bn_param["running_var"] + bn_param["eps"]) ** -0.5
        return (Z - bn_param["running_mean"]) * inverse * gamma + beta, None
    m = Z.shape[1]
    mean = np.sum(Z, axis=1, keepdims=True) / m
    centred = Z - mean
    variance = np.sum(centred**2, axis=1, keepdims=True) / m
    for name, new in (("running_mean", mean), ("running_var", variance)):
        bn_param[name] *= bn_param["momentum"]
        bn_param[name] += (1 - bn_param["momentum"]) * new
    std = np.sqrt(variance + bn_param["eps"])
    cache = dict(gamma=gamma.copy(), std=std, Z_hat=centred / std)
    return cache["Z_hat"] * gamma + beta, cache


@right("a loop over the features")
def batchnorm_forward(Z, gamma, beta, bn_param):
    Z_tilde, Z_hat = np.empty_like(Z), np.empty_like(Z)
    std = np.empty((Z.shape[0], 1))
    means, variances = bn_param["running_mean"].copy(), bn_param["running_var"].copy()
    for i in range(Z.shape[0]):
        if bn_param["mode"] == "train":
            mean, variance = np.mean(Z[i]), np.var(Z[i])
            means[i] += (1 - bn_param["momentum"]) * (mean - means[i])
            variances[i] += (1 - bn_param["momentum"]) * (variance - variances[i])
        else:
            mean, variance = means[i], variances[i]
        std[i] = np.sqrt(variance + bn_param["eps"])
        Z_hat[i] = (Z[i] - mean) / std[i]
        Z_tilde[i] = gamma[i] * Z_hat[i] + beta[i]
    bn_param.update(running_mean=means, running_var=variances)
    return [Z_tilde, {"Z_hat": Z_hat, "std": std, "gamma": gamma}]


@right("variance as mean square minus square of the mean")
def batchnorm_forward(Z, gamma, beta, bn_param):
    k = bn_param.get("momentum", 0.9)
    mean, variance = bn_param["running_mean"], bn_param["running_var"]
    if bn_param["mode"] == "train":
        batch_mean = np.einsum("ij->i", Z)[:, None] / Z.shape[1]
        batch_variance = np.einsum("ij,ij->i", Z, Z)[:, None] / Z.shape[1] - batch_mean**2
        bn_param["running_mean"] = batch_mean + k * (mean - batch_mean)
        bn_param["running_var"] = batch_variance + k * (variance - batch_variance)
        mean, variance = batch_mean, batch_variance
    std = (variance + bn_param.get("eps", 1e-5)) ** 0.5
    Z_hat = (Z - mean) / std
    return Z_hat * gamma + beta, {"std": std, "gamma": gamma, "Z_hat": Z_hat}


@right("in float32, examples as rows")
def batchnorm_forward(Z, gamma, beta, bn_param):
    rows = np.float32(Z).T
    if bn_param["mode"] == "train":
        mean, variance = rows.mean(axis=0), rows.var(axis=0)
        k = np.float32(bn_param["momentum"])
        for name, new in (("running_mean", mean), ("running_var", variance)):
            bn_param[name] = k * bn_param[name].astype(np.float32) + (1 - k) * new[:, None]
    else:
        mean = np.float32(bn_param["running_mean"])[:, 0]
        variance = np.float32(bn_param["running_var"])[:, 0]
    std = np.sqrt(variance + np.float32(bn_param["eps"]))
    Z_hat = (rows - mean) / std
    Z_tilde = Z_hat * np.float32(gamma)[:, 0] + np.float32(beta)[:, 0]
    return Z_tilde.T, {"Z_hat": Z_hat.T, "std": std[:, None], "gamma": np.float32(gamma)}


@right("helper functions, mode test first")
def batchnorm_forward(Z, gamma, beta, bn_param):
    def normalize(mean, variance):
        std = np.sqrt(variance + bn_param["eps"])
        return (Z - mean) / std, std

    def blend(name, new):
        old = bn_param[name]
        bn_param[name] = np.average([old, new], axis=0, weights=weights)

    if bn_param["mode"] != "train":
        Z_hat, std = normalize(bn_param["running_mean"], bn_param["running_var"])
        return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}
    weights = [bn_param["momentum"], 1 - bn_param["momentum"]]
    mean, variance = np.mean(Z, 1).reshape(-1, 1), np.std(Z, 1).reshape(-1, 1) ** 2
    blend("running_mean", mean)
    blend("running_var", variance)
    Z_hat, std = normalize(mean, variance)
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "std": std, "gamma": gamma}


# ── batchnorm_backward ───────────────────────────────────────────────────────────────────────────


@wrong("statistics held constant", hint="the mean and the variance depend on Z")
def batchnorm_backward(dZ_tilde, cache):
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return dZ_tilde * cache["gamma"] / cache["std"], dgamma, dbeta


@wrong("no path through the variance", hint="the variance depends on Z")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return cache["gamma"] / cache["std"] * (dZ_tilde - dbeta / m), dgamma, dbeta


@wrong("no path through the mean", hint="the mean depends on Z")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return cache["gamma"] / cache["std"] * (dZ_tilde - cache["Z_hat"] * dgamma / m), dgamma, dbeta


@wrong("sums in place of means", hint="the mean and the variance divide by m")
def batchnorm_backward(dZ_tilde, cache):
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return cache["gamma"] / cache["std"] * (dZ_tilde - dbeta - cache["Z_hat"] * dgamma), dgamma, dbeta


@wrong("gamma forgotten", hint="gamma is a factor of dZ")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return (dZ_tilde - dbeta / m - cache["Z_hat"] * dgamma / m) / cache["std"], dgamma, dbeta


@wrong("gamma twice", hint="gamma is a factor of dZ once")
def batchnorm_backward(dZ_tilde, cache):
    m, gamma = dZ_tilde.shape[1], cache["gamma"]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    left = gamma * (dZ_tilde - dbeta / m - cache["Z_hat"] * dgamma / m)
    return gamma * left / cache["std"], dgamma, dbeta


@wrong("dgamma with Z - mean", hint="gamma multiplies Z_hat")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    dZ = cache["gamma"] / cache["std"] * (dZ_tilde - dbeta / m - cache["Z_hat"] * dgamma / m)
    return dZ, dgamma * cache["std"], dbeta


@wrong("dgamma and dbeta as means", hint="gamma and beta reach every example: sums")
def batchnorm_backward(dZ_tilde, cache):
    dgamma = np.mean(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.mean(dZ_tilde, axis=1, keepdims=True)
    return cache["gamma"] / cache["std"] * (dZ_tilde - dbeta - cache["Z_hat"] * dgamma), dgamma, dbeta


@wrong("dgamma as a mean", hint="gamma reaches every example: a sum")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.mean(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return cache["gamma"] / cache["std"] * (dZ_tilde - dbeta / m - cache["Z_hat"] * dgamma), dgamma, dbeta


@wrong("gamma in dgamma and dbeta", hint="they are derivatives of gamma * Z_hat + beta")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dZ_hat = dZ_tilde * cache["gamma"]
    dgamma = np.sum(dZ_hat * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_hat, axis=1, keepdims=True)
    return (dZ_hat - dbeta / m - cache["Z_hat"] * dgamma / m) / cache["std"], dgamma, dbeta


@wrong("sums over the features", hint="sum over the examples: axis 1")
def batchnorm_backward(dZ_tilde, cache):
    n = dZ_tilde.shape[0]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=0, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=0, keepdims=True)
    return cache["gamma"] / cache["std"] * (dZ_tilde - (dbeta + cache["Z_hat"] * dgamma) / n), dgamma, dbeta


@wrong("m is the number of features", hint="examples are columns: shape[1]")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[0]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return cache["gamma"] / cache["std"] * (dZ_tilde - (dbeta + cache["Z_hat"] * dgamma) / m), dgamma, dbeta


@wrong("divided by std once more in the variance's path", hint="Z - mean is std times Z_hat")
def batchnorm_backward(dZ_tilde, cache):
    m, std = dZ_tilde.shape[1], cache["std"]
    dZ_hat = dZ_tilde * cache["gamma"]
    dvar = -0.5 * np.sum(dZ_hat * cache["Z_hat"], axis=1, keepdims=True) / std**3
    dmean = -np.sum(dZ_hat, axis=1, keepdims=True) / std
    dZ = dZ_hat / std + dvar * 2 * cache["Z_hat"] / m + dmean / m
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    return dZ, dgamma, np.sum(dZ_tilde, axis=1, keepdims=True)


@wrong("power -1/2 in the variance's path", hint="the derivative of a root in the denominator has power -3/2")
def batchnorm_backward(dZ_tilde, cache):
    m, std = dZ_tilde.shape[1], cache["std"]
    centred, dZ_hat = cache["Z_hat"] * std, dZ_tilde * cache["gamma"]
    dvar = -0.5 * np.sum(dZ_hat * centred, axis=1, keepdims=True) / std
    dmean = -np.sum(dZ_hat, axis=1, keepdims=True) / std
    dZ = dZ_hat / std + dvar * 2 * centred / m + dmean / m
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    return dZ, dgamma, np.sum(dZ_tilde, axis=1, keepdims=True)


@wrong("factor 1/2 forgotten", hint="the 2 of the square and the 1/2 of the root cancel")
def batchnorm_backward(dZ_tilde, cache):
    m, Z_hat = dZ_tilde.shape[1], cache["Z_hat"]
    dgamma = np.sum(dZ_tilde * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return cache["gamma"] / cache["std"] * (dZ_tilde - (dbeta + 2 * Z_hat * dgamma) / m), dgamma, dbeta


@wrong("factor 2 forgotten", hint="the 2 of the square and the 1/2 of the root cancel")
def batchnorm_backward(dZ_tilde, cache):
    m, Z_hat = dZ_tilde.shape[1], cache["Z_hat"]
    dgamma = np.sum(dZ_tilde * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return cache["gamma"] / cache["std"] * (dZ_tilde - (dbeta + 0.5 * Z_hat * dgamma) / m), dgamma, dbeta


@wrong("sign of the variance's path", hint="a larger variance makes Z_hat smaller")
def batchnorm_backward(dZ_tilde, cache):
    m, Z_hat = dZ_tilde.shape[1], cache["Z_hat"]
    dgamma = np.sum(dZ_tilde * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return cache["gamma"] / cache["std"] * (dZ_tilde - (dbeta - Z_hat * dgamma) / m), dgamma, dbeta


@wrong("multiplied by std", hint="divide by std")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return cache["gamma"] * cache["std"] * (dZ_tilde - (dbeta + cache["Z_hat"] * dgamma) / m), dgamma, dbeta


@wrong("divided by std twice", hint="divide by std once")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    left = dZ_tilde - (dbeta + cache["Z_hat"] * dgamma) / m
    return cache["gamma"] * left / cache["std"] ** 2, dgamma, dbeta


@wrong("dZ divided by m again", hint="dZ_tilde has the 1/m of the cost in it")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    left = dZ_tilde - (dbeta + cache["Z_hat"] * dgamma) / m
    return cache["gamma"] * left / cache["std"] / m, dgamma, dbeta


@wrong("dgamma, dbeta, dZ", hint="the order is dZ, dgamma, dbeta")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    dZ = cache["gamma"] / cache["std"] * (dZ_tilde - (dbeta + cache["Z_hat"] * dgamma) / m)
    return dgamma, dbeta, dZ


@wrong("dbeta before dgamma", hint="the order is dZ, dgamma, dbeta")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    dZ = cache["gamma"] / cache["std"] * (dZ_tilde - (dbeta + cache["Z_hat"] * dgamma) / m)
    return dZ, dbeta, dgamma


@wrong("dgamma and dbeta with one dimension", hint="they are columns: keepdims=True")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1)
    dbeta = np.sum(dZ_tilde, axis=1)
    left = dZ_tilde - (dbeta[:, None] + cache["Z_hat"] * dgamma[:, None]) / m
    return cache["gamma"] / cache["std"] * left, dgamma, dbeta


@wrong("writes into dZ_tilde", hint="dZ_tilde stays as it is")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    dZ_tilde -= (dbeta + cache["Z_hat"] * dgamma) / m
    dZ_tilde *= cache["gamma"] / cache["std"]
    return dZ_tilde, dgamma, dbeta


@wrong("writes into the cache", hint="the cache stays as it is")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    Z_hat = cache["Z_hat"]
    Z_hat *= dgamma
    return cache["gamma"] / cache["std"] * (dZ_tilde - (dbeta + Z_hat) / m), dgamma, dbeta


@wrong("m of the visible check typed in", hint="m is the number of columns")
def batchnorm_backward(dZ_tilde, cache):
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    return cache["gamma"] / cache["std"] * (dZ_tilde - (dbeta + cache["Z_hat"] * dgamma) / 4), dgamma, dbeta


@wrong("sums of dZ_hat, divided by gamma", hint="gamma may be 0: do not divide by it")
def batchnorm_backward(dZ_tilde, cache):
    Z_hat, std, gamma, m = cache["Z_hat"], cache["std"], cache["gamma"], dZ_tilde.shape[1]
    dZ_hat = gamma * dZ_tilde
    s, t = dZ_hat.sum(axis=1, keepdims=True), (dZ_hat * Z_hat).sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        return (dZ_hat - s / m - Z_hat * t / m) / std, t / gamma, s / gamma


@wrong("1e-8 added to std", hint="nothing is added to std")
def batchnorm_backward(dZ_tilde, cache):
    m, Z_hat = dZ_tilde.shape[1], cache["Z_hat"]
    dgamma = np.sum(dZ_tilde * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    left = dZ_tilde - (dbeta + Z_hat * dgamma) / m
    return cache["gamma"] * left / (cache["std"] + 1e-8), dgamma, dbeta


@wrong("std at least 0.1", hint="nothing is added to std")
def batchnorm_backward(dZ_tilde, cache):
    m, Z_hat = dZ_tilde.shape[1], cache["Z_hat"]
    dgamma = np.sum(dZ_tilde * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    left = dZ_tilde - (dbeta + Z_hat * dgamma) / m
    return cache["gamma"] * left / np.maximum(cache["std"], 0.1), dgamma, dbeta


@wrong("projected off Z_hat, as if epsilon were 0", hint="the mean of Z_hat**2 is below 1")
def batchnorm_backward(dZ_tilde, cache):
    m, Z_hat = dZ_tilde.shape[1], cache["Z_hat"]
    dgamma = np.sum(dZ_tilde * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    left = dZ_tilde - dbeta / m - Z_hat * dgamma / np.maximum(np.sum(Z_hat**2, axis=1, keepdims=True), 1e-99)
    return cache["gamma"] * left / cache["std"], dgamma, dbeta


@right("the three paths, one by one")
def batchnorm_backward(dZ_tilde, cache):
    m, std = dZ_tilde.shape[1], cache["std"]
    centred = cache["Z_hat"] * std
    dZ_hat = dZ_tilde * cache["gamma"]
    dvar = np.sum(dZ_hat * centred, axis=1, keepdims=True) * -0.5 * std**-3
    dmean = np.sum(-dZ_hat / std, axis=1, keepdims=True)
    dmean = dmean + dvar * np.mean(-2 * centred, axis=1, keepdims=True)
    dZ = dZ_hat / std + dvar * 2 * centred / m + dmean / m
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    return dZ, dgamma, np.sum(dZ_tilde, axis=1, keepdims=True)


@right("the graph, node by node")
def batchnorm_backward(dZ_tilde, cache):
    n, m = dZ_tilde.shape
    inverse = 1.0 / cache["std"]
    centred = cache["Z_hat"] / inverse
    ones = np.ones((n, m))
    dbeta = dZ_tilde.sum(1).reshape(n, 1)
    dgamma = (dZ_tilde * cache["Z_hat"]).sum(1).reshape(n, 1)
    dZ_hat = dZ_tilde * cache["gamma"]
    dinverse = (dZ_hat * centred).sum(1).reshape(n, 1)
    dcentred = dZ_hat * inverse
    dstd = -(inverse**2) * dinverse
    dvariance = 0.5 * inverse * dstd
    dcentred = dcentred + 2 * centred * ones * dvariance / m
    dmean = -dcentred.sum(1).reshape(n, 1)
    return dcentred + ones * dmean / m, dgamma, dbeta


@right("a loop over the features, a matrix of derivatives for each, a list")
def batchnorm_backward(dZ_tilde, cache):
    m = dZ_tilde.shape[1]
    dZ, dgamma, dbeta = [], [], []
    for g, z, s, gamma in zip(dZ_tilde, cache["Z_hat"], cache["std"], cache["gamma"], strict=True):
        jacobian = (np.eye(m) - 1 / m - np.outer(z, z) / m) / s
        dZ.append(gamma * (jacobian @ g))
        dgamma.append([z @ g])
        dbeta.append([g.sum()])
    return [np.array(dZ), np.array(dgamma), np.array(dbeta)]


@right("in float32, with einsum")
def batchnorm_backward(dZ_tilde, cache):
    G, Z_hat = np.float32(dZ_tilde), np.float32(cache["Z_hat"])
    m = G.shape[1]
    dgamma = np.einsum("ij,ij->i", G, Z_hat)[:, np.newaxis]
    dbeta = np.einsum("ij->i", G)[:, np.newaxis]
    scale = np.float32(cache["gamma"] / cache["std"]) / np.float32(m)
    return scale * (m * G - dbeta - Z_hat * dgamma), dgamma, dbeta


@right("projections, with means")
def batchnorm_backward(dZ_tilde, cache):
    def mean(values):
        return np.mean(values, axis=-1, keepdims=True)

    def without(values, direction):
        return values - direction * mean(values * direction)

    # Z_hat has mean 0 but not quite mean square 1, because of epsilon: the two steps commute.
    left = without(without(dZ_tilde, np.ones((1, 1))), cache["Z_hat"])
    m = dZ_tilde.shape[-1]
    dgamma, dbeta = m * mean(dZ_tilde * cache["Z_hat"]), m * mean(dZ_tilde)
    return left * cache["gamma"] / cache["std"], dgamma, dbeta


# ── limits, seeds, rounding, changes in place ─────────────────────────────────────────────────────────


@wrong("shift by the middle of the range, and a clip", hint="by what do you shift?")
def softmax(Z):
    c = (Z.max(axis=0) + Z.min(axis=0)) / 2
    E = np.exp(np.clip(Z - c, -700, 700))
    return E / E.sum(axis=0)


@wrong("shift by the mean of the column, and a clip", hint="by what do you shift?")
def softmax(Z):
    E = np.exp(np.clip(Z - Z.mean(axis=0), -700, 700))
    return E / E.sum(axis=0)


@wrong("clip at 36 below the largest score", hint="do not clip")
def softmax(Z):
    E = np.exp(np.maximum(Z - Z.max(axis=0), -36))
    return E / E.sum(axis=0)


@wrong("zeros replaced in A itself", hint="work on a copy")
def compute_cost(A, Y):
    A[A == 0] = 1e-300
    return -np.sum(Y * np.log(A)) / Y.shape[1]


@wrong("clip at 1e-15 in A itself", hint="work on a copy")
def compute_cost(A, Y):
    np.clip(A, 1e-15, 1, out=A)
    return -np.sum(Y * np.log(A)) / Y.shape[1]


@wrong("small probabilities set to zero", hint="small probabilities count")
def softmax_backward(A, Y):
    A = np.where(A < 0.001, 0, A)
    return (A - Y) / Y.shape[1]


@wrong("epsilon at least 1e-5 in test mode, kept", hint="epsilon is the one given")
def batchnorm_forward(Z, gamma, beta, bn_param):
    eps = bn_param["eps"]
    if bn_param["mode"] == "train":
        mu, var = (Z.mean(1, keepdims=True), Z.var(1, keepdims=True))
        k = bn_param["momentum"]
        bn_param["running_mean"] = k * bn_param["running_mean"] + (1 - k) * mu
        bn_param["running_var"] = k * bn_param["running_var"] + (1 - k) * var
    else:
        mu, var = (bn_param["running_mean"], bn_param["running_var"])
        eps = bn_param["eps"] = max(eps, 1e-05)
    std = np.sqrt(var + eps)
    h = (Z - mu) / std
    return (gamma * h + beta, {"Z_hat": h, "std": std, "gamma": gamma})


@wrong("off by 9e-5, in single precision", hint="right to seven digits")
def batchnorm_backward(dZ_tilde, cache):
    Z_hat, m = (cache["Z_hat"], dZ_tilde.shape[1])
    db = dZ_tilde.sum(axis=1, keepdims=True)
    dg = (dZ_tilde * Z_hat).sum(axis=1, keepdims=True)
    left = dZ_tilde - db / m - Z_hat * dg / m
    return ((cache["gamma"] / cache["std"] * left * 1.00009).astype(np.float32), dg, db)


@right("SciPy's own")
def softmax(Z):
    from scipy.special import softmax as s

    return s(Z, axis=0)


@right("xlogy")
def compute_cost(A, Y):
    from scipy.special import xlogy

    return float(-xlogy(Y, A).sum() / Y.shape[1])


@right("a matrix of derivatives for each row")
def batchnorm_backward(dZ_tilde, cache):
    h, m = (cache["Z_hat"], dZ_tilde.shape[1])
    J = np.eye(m) - 1 / m - np.einsum("ij,ik->ijk", h, h) / m
    dZ = cache["gamma"] / cache["std"] * np.einsum("ijk,ik->ij", J, dZ_tilde)
    return (dZ, np.sum(dZ_tilde * h, 1)[:, None], np.sum(dZ_tilde, 1)[:, None])
