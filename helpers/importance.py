"""Many small networks with settings drawn at random, to see which hyperparameter matters.

All networks of a task see the same examples in the same order, and start from weights of their own. They
are kept in stacked arrays, which takes a tenth of the time of training them one by one.
"""

import numpy as np

from helpers import data, signals

# Each hyperparameter with the ends of its range; factors matter, not differences.
SPACE = {
    "learning rate": (1e-4, 1),
    "start scale": (0.1, 10),
    "weight decay": (1e-5, 1e-1),
    "momentum": (0.01, 1),  # the range of 1 - momentum
    "batch size": (2, 32),
    "units": (4, 32),
}
TASKS = ("digits", "tumours")


def draw(count, seed, space=SPACE):
    """Return `count` settings, each logarithm uniform in its range: a dict of name -> values, (count,)."""
    rng = np.random.default_rng(seed)
    exponents = {name: rng.uniform(*np.log(ends), count) for name, ends in space.items()}
    settings = {name: np.exp(values) for name, values in exponents.items()}
    settings["momentum"] = 1 - settings["momentum"]
    return settings | {name: np.round(settings[name]) for name in ("batch size", "units")}


def examples(task, seed):
    """Return inputs and labels of a task, for training and for dev: (n_x, m), (m,), (n_x, m), (m,)."""
    if task == "digits":
        (X, Y), (X_dev, Y_dev) = (data.digits()[name] for name in ("train", "dev"))
        return X, Y[0], X_dev, Y_dev[0]
    X, Y = data.breast_cancer()
    order = np.random.default_rng([seed, 5]).permutation(X.shape[1])
    train, dev = order[:300], order[300:]
    mean, spread = X[:, train].mean(axis=1)[:, None], X[:, train].std(axis=1)[:, None]
    X = np.vstack([(X - mean) / spread, np.ones(X.shape[1])])  # the ones stand for biases
    return X[:, train], Y[0, train], X[:, dev], Y[0, dev]


@signals.in_one_thread
def dev_errors(settings, task=TASKS[0], steps=200, seed=0):
    """Train a network for each setting with momentum, and return the share of dev examples it gets wrong.

    Arguments:
        settings: dict of name -> values, (T,), with the names of `SPACE`
        task: one of `TASKS`
        steps: of gradient descent on mini-batches
        seed: another seed draws other weights, other mini-batches

    Returns:
        errors: (T,); about that of guessing for a network that diverged
    """
    X, Y, X_dev, Y_dev = examples(task, seed)
    rng = np.random.default_rng(seed)
    networks = Networks(settings, len(X), Y.max() + 1, rng)
    most = int(settings["batch size"].max())
    with np.errstate(all="ignore"):  # some diverge
        for _ in range(steps):
            batch = rng.choice(len(Y), most, replace=False)
            networks.step(X[:, batch], Y[batch])
        return np.mean(networks.scores(X_dev)[1].argmax(axis=1) != Y_dev, axis=1)


class Networks:
    """T networks with one hidden ReLU layer without biases, and a score for each class.

    Arguments:
        settings: dict of name -> values, (T,)
        inputs, classes: their numbers
        rng: a NumPy random generator
    """

    def __init__(self, settings, inputs, classes, rng):
        column = {name: np.float32(values)[:, None, None] for name, values in settings.items()}
        self.rate, self.decay = column["learning rate"], column["weight decay"]
        self.fresh, self.sizes = 1 - column["momentum"], column["batch size"]
        units = int(settings["units"].max())
        self.on = np.float32(np.arange(units)[:, None] < column["units"])  # (T, units, 1)
        W1 = rng.standard_normal((len(self.on), units, inputs), np.float32) * np.float32(np.sqrt(2 / inputs))
        W2 = rng.standard_normal((len(self.on), classes, units), np.float32) * np.sqrt(2 / column["units"])
        self.W = [column["start scale"] * W1, column["start scale"] * W2]
        self.v = [np.zeros_like(W) for W in self.W]

    def scores(self, X):
        """Return the activations (T, units, m) and the scores (T, classes, m) for X (n_x, m)."""
        T, units, inputs = self.W[0].shape
        A = (self.W[0].reshape(-1, inputs) @ np.float32(X)).reshape(T, units, -1)  # all in one product
        A = np.maximum(A, 0) * self.on
        return A, self.W[1] @ A

    def step(self, X, Y):
        """Take one step, each network on as many of the examples as its batch size says."""
        A, Z = self.scores(X)
        dZ = np.exp(Z - Z.max(axis=1, keepdims=True))
        dZ /= dZ.sum(axis=1, keepdims=True)
        dZ[:, Y, np.arange(len(Y))] -= 1
        dZ *= (np.arange(len(Y)) < self.sizes) / self.sizes  # the first examples of the batch
        dA = (self.W[1].swapaxes(1, 2) @ dZ) * (A > 0)
        dW1 = (dA.reshape(-1, len(Y)) @ np.float32(X).T).reshape(self.W[0].shape)
        grads = [dW1, dZ @ A.swapaxes(1, 2)]
        for W, v, dW in zip(self.W, self.v, grads, strict=True):
            dW += self.decay * W
            dW -= v
            dW *= self.fresh
            v += dW
            W -= self.rate * v


def shares(explained, task, space, count, seeds=range(3)):
    """Return what each hyperparameter explains for each seed, (seeds, names), last a number without meaning.

    Arguments:
        explained: a function of values and errors, (count,) each
        task, space, count: as `dev_errors` and `draw` take them
        seeds: each draws other settings and other weights
    """
    found = []
    for seed in seeds:
        settings = draw(count, seed, space)
        errors = dev_errors(settings, task, seed=seed)
        settings["nothing"] = np.random.default_rng([seed, 7]).random(count)
        found.append([explained(values, errors) for values in settings.values()])
    return np.array(found)
