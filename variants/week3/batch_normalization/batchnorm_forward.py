"""Wrong and unusual solutions of `batchnorm_forward`, in source/week3/batch_normalization.ipynb."""

import numpy as np

from autograder.variants import right, wrong


@wrong("over the features", hint="mean and variance are over the examples: axis 1")
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


wrong(
    "variance divided by m - 1",
    hint="divide the variance by m, not by m - 1",
    change={
        "Z.var(axis=1, keepdims=True)": (
            "((Z - mean) ** 2).sum(axis=1, keepdims=True)\n"
            "        variance = variance / max(Z.shape[1] - 1, 1)"
        )
    },
)
wrong(
    "running variance divided by m - 1, as in PyTorch",
    hint="the running variance averages the same variance: divided by m",
    change={'"running_var", variance': '"running_var", variance * Z.shape[1] / max(Z.shape[1] - 1, 1)'},
)
wrong(
    "divided by the variance",
    hint="divide by the root of variance + eps",
    change={'np.sqrt(variance + bn_param["eps"])': 'variance + bn_param["eps"]'},
)
wrong(
    "epsilon outside the root",
    hint="epsilon belongs inside the root",
    change={'(variance + bn_param["eps"])': '(variance) + bn_param["eps"]'},
)
wrong("epsilon of 1e-5 typed in", hint='epsilon is bn_param["eps"]', change={'bn_param["eps"]': "1e-5"})
wrong(
    "no epsilon",
    hint="epsilon is missing: add it to the variance, inside the root",
    change={' + bn_param["eps"]': "", "Z_hat =": 'with np.errstate(all="ignore"):\n        Z_hat ='},
)
wrong(
    "epsilon missing in test mode",
    hint="epsilon is added to the running variance, too",
    change={'["eps"]': '["eps"] * (bn_param["mode"] == "train")'},
)
wrong(
    "gamma and beta exchanged",
    hint="gamma multiplies, beta is added",
    change={"gamma * Z_hat + beta": "beta * Z_hat + gamma"},
)
wrong(
    "beta before gamma",
    hint="gamma does not multiply beta: gamma * Z_hat + beta",
    change={"Z_hat + beta": "(Z_hat + beta)"},
)
wrong(
    "gamma and beta forgotten",
    hint="Z_tilde is gamma * Z_hat + beta",
    change={"gamma * Z_hat + beta": "Z_hat + 0"},
)
wrong("beta added twice", hint="add beta once", change={"+ beta": "+ 2 * beta"})
wrong(
    "statistics over the whole matrix",
    hint="every row has its own mean and variance: axis 1",
    change={
        "mean(axis=1, keepdims=True)": "mean() * np.ones((len(Z), 1))",
        "var(axis=1, keepdims=True)": "var() * np.ones((len(Z), 1))",
    },
)
wrong(
    "running values not updated",
    hint="mode train updates running_mean and running_var in the caller's bn_param",
    change={"bn_param[name] =": "new ="},
)
wrong(
    "updates a copy of bn_param",
    hint="mode train updates running_mean and running_var in the caller's bn_param",
    change={"if bn_param": "bn_param = dict(bn_param)\n    if bn_param"},
)
wrong(
    "running_var not updated",
    hint="update running_var as well as running_mean",
    change={', ("running_var", variance)': ","},
)
wrong(
    "momentum of the new value",
    hint="momentum weighs the old value, 1 - momentum the new one",
    change={"momentum * old + (1 - momentum)": "(1 - momentum) * old + momentum"},
)
wrong(
    "momentum of 0.9 typed in",
    hint='use bn_param["momentum"]',
    change={"momentum * old + (1 - momentum)": "0.9 * old + 0.1"},
)
wrong(
    "running_var averages standard deviations",
    hint="average variances, not their roots",
    change={'"running_var", variance': '"running_var", np.sqrt(variance)'},
)
wrong(
    "running_var with epsilon in it",
    hint="epsilon is added when dividing, not when averaging",
    change={
        "var(axis=1, keepdims=True)": 'var(axis=1, keepdims=True) + bn_param["eps"]',
        '["running_var"]': '["running_var"] + bn_param["eps"]',
        'variance + bn_param["eps"]': "variance",
    },
)
wrong(
    "running values start from the first batch",
    hint="go on from the running values that are given, even if they are 0",
    change={
        "= bn_param[name]": "= bn_param[name] if seen else new",
        "for name": 'seen = bn_param["running_mean"].any()\n        for name',
    },
)
wrong(
    "running values with one dimension",
    hint="the running values are columns, (n, 1): keepdims=True",
    change={"momentum * old + (1 - momentum) * new": "(momentum * old + (1 - momentum) * new)[:, 0]"},
)


@wrong("updates the running values in test mode, too", hint="bn_param stays as it is in mode test")
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


wrong(
    "the batch's statistics in test mode",
    hint="in mode test, the running values take the place of the batch's mean and variance",
    change={
        'bn_param["running_mean"], bn_param["running_var"]': (
            "Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)"
        )
    },
)
wrong(
    "the running values in training",
    hint="the running values are for mode test; training takes the batch's",
    change={
        'mean, variance = bn_param["running_mean"], bn_param["running_var"]': "pass",
        "if bn_param": 'used = bn_param["running_mean"], bn_param["running_var"]\n    if bn_param',
        "std = np": "mean, variance = used\n    std = np",
    },
)
wrong(
    "the updated running values in training",
    hint="the running values are for mode test; training takes the batch's",
    change={"else:\n        mean": "mean"},
)
wrong(
    "the running values for a batch of one",
    hint="a batch of one takes its own mean and variance, too: what comes out is beta",
    change={'= "train"': '= "train" and Z.shape[1] > 1'},
)
wrong(
    "raises for a batch of one",
    hint="a batch of one is allowed: what comes out in training is beta",
    change={
        "if bn_param": (
            'if Z.shape[1] == 1 and bn_param["mode"] == "train":\n'
            '        raise ValueError("a batch of one has no variance")\n'
            "    if bn_param"
        )
    },
)
wrong(
    "changes Z",
    hint="Z stays as it is: work on a copy",
    change={
        "Z_hat = (Z - mean) / std": "Z -= mean\n    Z /= std\n    Z_hat = Z.copy()",
        "gamma * Z_hat": "gamma * Z",
    },
)
wrong(
    "std in the cache without epsilon",
    hint="std is the root of variance + eps",
    change={'": std, "': '": np.sqrt(variance), "'},
)
wrong(
    "variance in the cache in place of std",
    hint="std is a root",
    change={
        'std = np.sqrt(variance + bn_param["eps"])': 'variance = variance + bn_param["eps"]',
        "(Z - mean) / std": "(Z - mean) / np.sqrt(variance)",
        '": std, "': '": variance, "',
    },
)
wrong(
    "Z_tilde in the cache in place of Z_hat",
    hint="Z_hat is what gamma is multiplied with",
    change={"(Z - mean) / std": "gamma * (Z - mean) / std + beta", "gamma * Z_hat + beta": "Z_hat"},
)
wrong(
    "a cache with more in it",
    hint="the cache has exactly Z_hat, std and gamma",
    change={
        '"Z_hat": Z_hat, "std": std, "gamma": gamma': (
            '"Z": Z, "Z_hat": Z_hat, "std": std, "gamma": gamma, "beta": beta'
        )
    },
)
wrong(
    "cache first",
    hint="return Z_tilde first, then the cache",
    change={
        (
            'cache = {"Z_hat": Z_hat, "std": std, "gamma": gamma}\n    return gamma * Z_hat + beta, cache'
        ): 'return {"Z_hat": Z_hat, "std": std, "gamma": gamma}, gamma * Z_hat + beta'
    },
)
wrong(
    "Z_tilde alone",
    hint="return both Z_tilde and the cache",
    change={
        (
            "Z_hat = (Z - mean) / std  # (n, m)\n"
            '    cache = {"Z_hat": Z_hat, "std": std, "gamma": gamma}\n'
            "    return gamma * Z_hat + beta, cache"
        ): "return gamma * (Z - mean) / std + beta"
    },
)
wrong(
    "leaves test mode when it is done",
    hint="the mode is the caller's: do not change it",
    change={"std = np": 'bn_param["mode"] = "train"\n    std = np'},
)
wrong(
    "the mode is ignored",
    hint="in mode test, the running values take the place of the batch's mean and variance",
    change={'["mode"] == "train"': '["mode"]'},
)
wrong(
    "momentum 0 taken for a missing one",
    hint="momentum may be 0: then the running values are those of the batch",
    change={'["momentum"]': '["momentum"] or 0.9'},
)
wrong(
    "no update for a batch of one",
    hint="a batch of one updates the running values, too",
    change={"old = bn_param": "if Z.shape[1] == 1:\n                break\n            old = bn_param"},
)
wrong(
    "a count of batches in bn_param",
    hint="bn_param keeps its five entries: add none",
    change={'["running_var"]': '["running_var"]\n        bn_param["t"] = bn_param.get("t", 0) + 1'},
)


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


wrong(
    "epsilon at least 1e-5 in test mode, kept",
    hint='epsilon is bn_param["eps"], however small, and stays as it is',
    change={'["running_var"]': '["running_var"]\n        bn_param["eps"] = max(bn_param["eps"], 1e-5)'},
)
