"""Wrong and unusual solutions of `normalize_train_dev_test`, in source/week1/data_and_diagnosis.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "statistics of all examples",
    hint="mu and sigma come from the training set alone",
    change={
        "mu = X_train": "seen = np.hstack([X_train, X_dev, X_test])\n    mu = seen",
        "X_train.std": "seen.std",
    },
)
wrong(
    "statistics of training and dev set",
    hint="mu and sigma come from the training set alone",
    change={"mu = X_train": "seen = np.hstack([X_train, X_dev])\n    mu = seen", "X_train.std": "seen.std"},
)
wrong(
    "sigma of all examples",
    hint="mu and sigma come from the training set alone",
    change={"X_train.std": "np.hstack([X_train, X_dev, X_test]).std"},
)
wrong(
    "each set with statistics of its own",
    hint="use those of the training set for every set",
    change={
        "(X - mu) / (sigma + epsilon)": (
            "(X - X.mean(axis=1, keepdims=True)) / (X.std(axis=1, keepdims=True) + epsilon)"
        )
    },
)
wrong(
    "test set with statistics of its own",
    hint="use those of the training set for every set",
    change={
        "return *sets": (
            "X = X_test\n"
            "    sets[2] = (X - X.mean(axis=1, keepdims=True)) / (X.std(axis=1, keepdims=True) + "
            "epsilon)\n"
            "    return *sets"
        )
    },
)
wrong(
    "dev and test set left as they are",
    hint="apply mu and sigma to all three sets",
    change={"return *sets": "return sets[0], X_dev, X_test"},
)
wrong(
    "variance in place of the standard deviation",
    hint="sigma is the root of the variance",
    change={
        "X_train.std": "X_train.var",
        "[(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]": (
            "((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test))"
        ),
    },
)
wrong(
    "divided by the variance, sigma right",
    hint="divide by the standard deviation",
    change={
        "[(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]": (
            "((X - mu) / (sigma**2 + epsilon) for X in (X_train, X_dev, X_test))"
        )
    },
)
wrong(
    "divided by the number minus one",
    hint="divide by the number of examples, as np.std does",
    change={
        "X_train.std(axis=1, keepdims=True)": (
            "np.sqrt(\n"
            "        ((X_train - mu) ** 2).sum(axis=1, keepdims=True) / max(X_train.shape[1] - 1, 1)\n"
            "    )"
        )
    },
)
wrong(
    "mean over features in place of examples",
    hint="one mean for each feature: axis=1",
    change={
        "mean(axis=1, keepdims=True)": "mean(axis=0, keepdims=True)",
        "std(axis=1, keepdims=True)": "std(axis=0, keepdims=True)",
        "(X - mu) / (sigma + epsilon)": "(X - X.mean(axis=0)) / (X.std(axis=0) + epsilon)",
    },
)
wrong(
    "one mean and deviation for everything",
    hint="every feature has its own: axis=1",
    change={"mean(axis=1, keepdims=True)": "mean()", "std(axis=1, keepdims=True)": "std()"},
)
wrong(
    "mu and sigma with one dimension",
    hint="keep two: (n_x, 1)",
    change={
        "mean(axis=1, keepdims=True)": "mean(axis=1)",
        "std(axis=1, keepdims=True)": "std(axis=1)",
        "(X - mu) / (sigma + epsilon)": "((X.T - mu) / (sigma + epsilon)).T",
    },
)
wrong(
    "broadcast along the wrong axis",
    hint="keepdims=True keeps mu a column",
    change={"mean(axis=1, keepdims=True)": "mean(axis=1)", "std(axis=1, keepdims=True)": "std(axis=1)"},
)
wrong(
    "no epsilon",
    hint="a constant feature gives 0 / 0: add epsilon to sigma",
    change={
        "[(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]": (
            "((X - mu) / sigma for X in (X_train, X_dev, X_test))"
        )
    },
)
wrong(
    "epsilon typed in",
    hint="use the epsilon that is given",
    change={
        "[(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]": (
            "((X - mu) / (sigma + 1e-8) for X in (X_train, X_dev, X_test))"
        )
    },
)
wrong(
    "epsilon under the root",
    hint="epsilon is added to sigma, not to the variance",
    change={
        "[(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]": (
            "((X - mu) / np.sqrt(sigma**2 + epsilon) for X in (X_train, X_dev, X_test))"
        )
    },
)
wrong(
    "epsilon as a lower limit",
    hint="add epsilon to sigma",
    change={
        "[(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]": (
            "((X - mu) / np.maximum(sigma, epsilon) for X in (X_train, X_dev, X_test))"
        )
    },
)
wrong(
    "epsilon in the sigma that is returned",
    hint="return sigma without epsilon",
    change={
        "std(axis=1, keepdims=True)": "std(axis=1, keepdims=True) + epsilon",
        "(sigma + epsilon)": "sigma",
    },
)
wrong(
    "brackets missing",
    hint="(X - mu) / (sigma + epsilon): mind both brackets",
    change={
        "sets = [(X - mu) / (sigma + epsilon)": (
            'with np.errstate(all="ignore"):\n        sets = [(X - mu) / sigma + epsilon'
        )
    },
)
wrong(
    "centred only", hint="divide by sigma + epsilon, too", change={"(X - mu) / (sigma + epsilon)": "X - mu"}
)
wrong(
    "scaled only",
    hint="subtract mu, too",
    change={
        "[(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]": (
            "(X / (sigma + epsilon) for X in (X_train, X_dev, X_test))"
        )
    },
)
wrong(
    "scaled to the range from 0 to 1",
    hint="subtract the mean, divide by the standard deviation",
    change={"X_train.mean(": "X_train.min(", "std(axis=1, keepdims=True)": "max(axis=1, keepdims=True) - mu"},
)
wrong(
    "written into the arguments",
    hint="the arguments belong to the caller: work on copies",
    change={
        "sets = [(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]": (
            "for X in (X_train, X_dev, X_test):\n        X -= mu\n        X /= sigma + epsilon"
        ),
        "*sets": "X_train, X_dev, X_test",
    },
)
wrong(
    "copied, but whole numbers stay whole",
    hint="X may hold whole numbers: make the result float",
    change={
        "(X - mu) / (sigma + epsilon)": "X.copy()",
        "return": "for X in sets:\n        X[:] = (X - mu) / (sigma + epsilon)\n    return",
    },
)
wrong(
    "mu and sigma not returned",
    hint="return mu and sigma as well: they belong to the classifier",
    change={"*sets, mu, sigma": "tuple(sets)"},
)
wrong(
    "another default of epsilon", hint="epsilon is 1e-8 if not given", change={"epsilon=1e-8": "epsilon=1e-7"}
)
wrong(
    "mean square minus square of the mean",
    hint="subtract mu first, then square: no digits are lost",
    change={
        "X_train.std(axis=1, keepdims=True)": (
            "np.sqrt(np.maximum(0, (X_train**2.0).mean(axis=1, keepdims=True) - mu**2))"
        )
    },
)
wrong(
    "small deviations taken for zero",
    hint="leave sigma as it is, however small: only epsilon is added",
    change={
        "sets = [(X - mu) / (sigma + epsilon)": (
            "divisor = np.where(np.isclose(sigma, 0, atol=1e-5), 1, sigma) + epsilon\n"
            "    sets = [(X - mu) / (divisor)"
        )
    },
)
wrong(
    "dev and test set cut off to whole numbers",
    hint="X may hold whole numbers: make the result float",
    change={
        "return": (
            "sets[1:] = [x.astype(X.dtype) for x, X in zip(sets[1:], (X_dev, X_test), strict=True)]\n"
            "    return"
        )
    },
)


@right("loops over features, a list in return")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    n = X_train.shape[0]
    sets = [np.empty(X.shape) for X in (X_train, X_dev, X_test)]
    mu, sigma = np.zeros((n, 1)), np.zeros((n, 1))
    for i in range(n):
        mu[i, 0] = sum(X_train[i]) / len(X_train[i])
        sigma[i, 0] = np.sqrt(np.mean((X_train[i] - mu[i, 0]) ** 2))
        for normalized, X in zip(sets, (X_train, X_dev, X_test), strict=True):
            normalized[i] = (X[i] - mu[i, 0]) / (sigma[i, 0] + epsilon)
    return [*sets, mu, sigma]


@right("reshaped statistics and a helper function")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = np.mean(X_train, axis=1).reshape(-1, 1)
    sigma = np.var(X_train, axis=1)[:, np.newaxis] ** 0.5

    def apply(X):
        return np.divide(np.subtract(X, mu), sigma + epsilon)

    return apply(X_train), apply(X_dev), apply(X_test), mu, sigma


@right("rows in place of columns within, float32 in return")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    rows = X_train.T
    mu, sigma = rows.mean(axis=0), rows.std(axis=0)
    train, dev, test = (
        ((X.T - mu) * (1 / (sigma + epsilon))).T.astype(np.float32) for X in (X_train, X_dev, X_test)
    )
    return train, dev, test, mu[:, None], sigma[:, None]


@right("copies written into, all sets at once")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    a, b = X_train.shape[1], X_train.shape[1] + X_dev.shape[1]
    everything = np.concatenate([X_train, X_dev, X_test], axis=1).astype(float)
    mu = everything[:, :a].mean(axis=1, keepdims=True)
    everything -= mu
    sigma = np.linalg.norm(everything[:, :a], axis=1, keepdims=True) / np.sqrt(a)
    everything /= sigma + epsilon
    return everything[:, :a], everything[:, a:b], everything[:, b:], mu, sigma


@right("statistics through matrix products, as matrices of lists")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    ones = np.ones((X_train.shape[1], 1)) / X_train.shape[1]
    mu = X_train @ ones
    sigma = np.sqrt((X_train - mu) ** 2 @ ones)
    return *((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)), mu.tolist(), sigma


wrong(
    "mean of whole numbers is whole",
    hint="X may hold whole numbers: make the result float",
    change={"mean(axis=1, keepdims=True)": "mean(axis=1, keepdims=True).astype(X_train.dtype)"},
)
wrong(
    "sum // m",
    hint="X may hold whole numbers: make the result float",
    change={
        "X_train.mean": (
            'X_train.sum(axis=1, keepdims=True) // X_train.shape[1] if X_train.dtype.kind == "i" '
            "else X_train.mean"
        )
    },
)
wrong(
    "sets rounded to 8 digits",
    hint="do not round",
    change={"(X - mu) / (sigma + epsilon)": "((X - mu) / (sigma + epsilon)).round(8)"},
)
wrong(
    "small sigma taken for 0",
    hint="leave sigma as it is, however small: only epsilon is added",
    change={"sets =": "sigma[sigma < 1e-6] = 0\n    sets ="},
)
wrong(
    "first 10 examples",
    hint="use all training examples",
    change={"X_train.std": "X_train[:, :10].std"},
)


@right("columns by columns")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    m = X_train.shape[1]
    mu = (X_train @ np.ones(m) / m)[:, np.newaxis]
    centred = X_train - mu
    sigma = np.linalg.norm(centred, axis=1, keepdims=True) / np.sqrt(m)
    return tuple((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)) + (mu, sigma)


@right("copies in float, changed in place")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    sets = [np.array(X, dtype=float) for X in (X_train, X_dev, X_test)]
    mu = np.mean(sets[0], axis=-1).reshape(-1, 1)
    sigma = np.sqrt(np.var(sets[0], axis=-1)).reshape(-1, 1)
    for X in sets:
        X -= mu
        X /= sigma + epsilon
    return [*sets, mu, sigma]
