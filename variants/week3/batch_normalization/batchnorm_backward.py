"""Wrong and unusual solutions of `batchnorm_backward`, in source/week3/batch_normalization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "statistics held constant",
    hint="the mean and the variance depend on Z: the gradient flows through them",
    change={
        "    left = dZ_tilde - dbeta / m - Z_hat * dgamma / m  # (n, m)\n": "",
        '/ cache["std"] * left': '* dZ_tilde / cache["std"]',
    },
)
wrong(
    "no path through the variance",
    hint="there is no path through the variance yet",
    change={" - Z_hat * dgamma / m": ""},
)
wrong("no path through the mean", hint="there is no path through the mean yet", change={" - dbeta / m": ""})
wrong(
    "sums in place of means",
    hint="divide both sums by m",
    change={"/ m - Z_hat * dgamma / m": "- Z_hat * dgamma"},
)
wrong(
    "gamma forgotten",
    hint="gamma is missing in dZ",
    change={'cache["gamma"] / cache["std"] * left': '(left) / cache["std"]'},
)
wrong("gamma twice", hint="gamma comes in twice in dZ", change={"/ cache": "** 2 / cache"})
wrong(
    "dgamma with Z - mean",
    hint="gamma multiplies Z_hat, not Z - mean",
    change={"dgamma,": 'dgamma * cache["std"],'},
)
wrong(
    "dgamma and dbeta as means",
    hint="beta reaches every example: a sum, not a mean",
    change={
        "dZ_tilde.sum": "dZ_tilde.mean",
        "(dZ_tilde * Z_hat).sum": "(dZ_tilde * Z_hat).mean",
        "/ m - Z_hat * dgamma / m": "- Z_hat * dgamma",
    },
)
wrong(
    "dgamma as a mean",
    hint="gamma reaches every example: a sum, not a mean",
    change={"(dZ_tilde * Z_hat).sum": "(dZ_tilde * Z_hat).mean", "dgamma / m": "dgamma"},
)
wrong(
    "gamma in dgamma and dbeta",
    hint="gamma is no factor of dgamma and dbeta: beta is added after gamma",
    change={"dgamma,": 'cache["gamma"] * dgamma, cache["gamma"] *'},
)
wrong(
    "sums over the features",
    hint="sum over the examples: axis 1",
    change={
        "shape[1]": "shape[0]",
        "dZ_tilde.sum(axis=1, keepdims=True)": "dZ_tilde.sum(axis=0, keepdims=True)",
        ").sum(axis=1": ").sum(axis=0",
    },
)
wrong(
    "m is the number of features",
    hint="m is the number of columns, shape[1]",
    change={
        'Z_hat, m = cache["Z_hat"], dZ_tilde.shape[1]': 'Z_hat = cache["Z_hat"]',
        "dbeta / m - Z_hat * dgamma / m": "(dbeta + Z_hat * dgamma) / dZ_tilde.shape[0]",
    },
)


@wrong("divided by std once more in the variance's path", hint="Z - mean is std * Z_hat")
def batchnorm_backward(dZ_tilde, cache):
    m, std = dZ_tilde.shape[1], cache["std"]
    dZ_hat = dZ_tilde * cache["gamma"]
    dvar = -0.5 * np.sum(dZ_hat * cache["Z_hat"], axis=1, keepdims=True) / std**3
    dmean = -np.sum(dZ_hat, axis=1, keepdims=True) / std
    dZ = dZ_hat / std + dvar * 2 * cache["Z_hat"] / m + dmean / m
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    return dZ, dgamma, np.sum(dZ_tilde, axis=1, keepdims=True)


@wrong("power -1/2 in the variance's path", hint="in the variance's path, the power is -3/2")
def batchnorm_backward(dZ_tilde, cache):
    m, std = dZ_tilde.shape[1], cache["std"]
    centred, dZ_hat = cache["Z_hat"] * std, dZ_tilde * cache["gamma"]
    dvar = -0.5 * np.sum(dZ_hat * centred, axis=1, keepdims=True) / std
    dmean = -np.sum(dZ_hat, axis=1, keepdims=True) / std
    dZ = dZ_hat / std + dvar * 2 * centred / m + dmean / m
    dgamma = np.sum(dZ_tilde * cache["Z_hat"], axis=1, keepdims=True)
    return dZ, dgamma, np.sum(dZ_tilde, axis=1, keepdims=True)


wrong(
    "factor 1/2 forgotten",
    hint="the variance's path lacks the 1/2 of the root",
    change={"dbeta / m - Z_hat * dgamma": "(dbeta + 2 * Z_hat * dgamma)"},
)
wrong(
    "factor 2 forgotten",
    hint="the variance's path lacks the 2 of the square",
    change={"dbeta / m - Z_hat * dgamma": "(dbeta + 0.5 * Z_hat * dgamma)"},
)
wrong(
    "sign of the variance's path",
    hint="the variance's path: mind the sign",
    change={"dbeta / m - Z_hat * dgamma": "(dbeta - Z_hat * dgamma)"},
)
wrong(
    "multiplied by std",
    hint="divide by std, do not multiply",
    change={"dbeta / m - Z_hat * dgamma": "(dbeta + Z_hat * dgamma)", '/ cache["std"]': '* cache["std"]'},
)
wrong(
    "divided by std twice",
    hint="divide by std once",
    change={
        "dbeta / m - Z_hat * dgamma": "(dbeta + Z_hat * dgamma)",
        '/ cache["std"] * left': '* left / cache["std"] ** 2',
    },
)
wrong(
    "dZ divided by m again",
    hint="dZ_tilde has the 1/m of the cost in it already",
    change={
        "dbeta / m - Z_hat * dgamma": "(dbeta + Z_hat * dgamma)",
        'cache["gamma"]': 'cache["gamma"] * left',
        "* left": "/ m",
    },
)
wrong(
    "dgamma, dbeta, dZ",
    hint="the order is dZ, dgamma, dbeta",
    change={
        (
            "left = dZ_tilde - dbeta / m - Z_hat * dgamma / m  # (n, m)\n"
            '    return cache["gamma"] / cache["std"] * left, dgamma, dbeta'
        ): (
            'return dgamma, dbeta, (cache["gamma"] / cache["std"] * (dZ_tilde - (dbeta + Z_hat * '
            "dgamma) / m))"
        )
    },
)
wrong(
    "dbeta before dgamma",
    hint="the order is dZ, dgamma, dbeta",
    change={"dbeta / m - Z_hat * dgamma": "(dbeta + Z_hat * dgamma)", "dgamma, dbeta": "dbeta, dgamma"},
)
wrong(
    "dgamma and dbeta with one dimension",
    hint="dgamma and dbeta are columns, (n, 1): keepdims=True",
    change={", dbeta": "[:, 0], dbeta[:, 0]"},
)
wrong(
    "writes into dZ_tilde",
    hint="dZ_tilde and cache stay as they are: work on copies",
    change={
        "left = dZ_tilde - dbeta / m - Z_hat * dgamma / m": (
            'dZ_tilde -= (dbeta + Z_hat * dgamma) / m\n    dZ_tilde *= cache["gamma"] / cache["std"]'
        ),
        'cache["gamma"] / cache["std"] * left': "dZ_tilde",
    },
)
wrong(
    "writes into the cache",
    hint="dZ_tilde and cache stay as they are: work on copies",
    change={
        "* Z_hat": '* cache["Z_hat"]',
        "left = dZ_tilde - dbeta / m - Z_hat * dgamma": (
            "Z_hat *= dgamma\n    left = dZ_tilde - (dbeta + Z_hat)"
        ),
    },
)
wrong(
    "m of the visible check typed in",
    hint="m is the number of columns, shape[1]",
    change={"dbeta / m - Z_hat * dgamma / m": "(dbeta + Z_hat * dgamma) / 4"},
)


@wrong("sums of dZ_hat, divided by gamma", hint="gamma may be 0: do not divide by it")
def batchnorm_backward(dZ_tilde, cache):
    Z_hat, std, gamma, m = cache["Z_hat"], cache["std"], cache["gamma"], dZ_tilde.shape[1]
    dZ_hat = gamma * dZ_tilde
    s, t = dZ_hat.sum(axis=1, keepdims=True), (dZ_hat * Z_hat).sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        return (dZ_hat - s / m - Z_hat * t / m) / std, t / gamma, s / gamma


wrong(
    "1e-8 added to std",
    hint="std has epsilon in it already: add nothing",
    change={
        "dbeta / m - Z_hat * dgamma": "(dbeta + Z_hat * dgamma)",
        '/ cache["std"] * left': '* left / (cache["std"] + 1e-8)',
    },
)
wrong(
    "std at least 0.1",
    hint="std has epsilon in it already: no lower limit",
    change={
        "dbeta / m - Z_hat * dgamma": "(dbeta + Z_hat * dgamma)",
        '/ cache["std"] * left': '* left / np.maximum(cache["std"], 0.1)',
    },
)
wrong(
    "projected off Z_hat, as if epsilon were 0",
    hint="with epsilon, the mean of Z_hat**2 is below 1: divide the sum by m",
    change={
        "dgamma / m": "dgamma / np.maximum((Z_hat**2).sum(axis=1, keepdims=True), 1e-99)",
        '/ cache["std"] * left': '* left / cache["std"]',
    },
)


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


wrong(
    "off by 9e-5, in single precision",
    hint="the result should be right to seven digits",
    change={
        'cache["gamma"] / cache["std"] * left': (
            '(cache["gamma"] / cache["std"] * left * 1.00009).astype(np.float32)'
        )
    },
)


@right("a matrix of derivatives for each row")
def batchnorm_backward(dZ_tilde, cache):
    h, m = (cache["Z_hat"], dZ_tilde.shape[1])
    J = np.eye(m) - 1 / m - np.einsum("ij,ik->ijk", h, h) / m
    dZ = cache["gamma"] / cache["std"] * np.einsum("ijk,ik->ij", J, dZ_tilde)
    return (dZ, np.sum(dZ_tilde * h, 1)[:, None], np.sum(dZ_tilde, 1)[:, None])
