"""What reaches a training: a small network that sees examples in a given order, and a clock."""

import itertools
import time

import numpy as np
import scipy

from helpers import data, network, signals

RATE = 0.3


@signals.in_one_thread  # small matrices are multiplied fastest so
def dev_errors(epochs, seed, batch_size=64):
    """Train a network of 25 ReLU units on the training digits, in a given order.

    Arguments:
        epochs: the order of each epoch, a list of indices into the training set for each, each (m,)
        seed: another seed starts from other parameters
        batch_size: examples per batch; the last one of an epoch may have fewer

    Returns:
        the share of dev images with a wrong answer after each epoch, (epochs,)
    """
    (X, Y), (X_dev, Y_dev) = (data.digits()[name] for name in ("train", "dev"))
    Y = np.eye(10)[:, Y[0].astype(int)]  # (10, m)
    parameters, errors = network.start([64, 25, 10], seed), []
    for order in epochs:
        for i in np.array_split(order, range(batch_size, len(order), batch_size)):
            cache = network.forward(X[:, i], parameters)
            cache["A2"] = scipy.special.softmax(cache["Z2"], axis=0)  # (10, batch_size)
            grads = network.backward(Y[:, i], parameters, cache)
            parameters = {name: p - RATE * grads[f"d{name}"] for name, p in parameters.items()}
        errors.append(1 - network.class_accuracy(X_dev, Y_dev, parameters))
    return np.array(errors)


def through_buffers(shuffled, files, sizes, num_epochs=10, seeds=range(5)):
    """Train on files that are read through shuffle buffers of several sizes.

    Arguments:
        shuffled: gives, for a file, the size of a buffer and a random generator, what comes out of the buffer
        files: dict of name -> indices into the training set, in the order of the file, (m,)
        sizes: of the buffers
        num_epochs: the generator goes on from one epoch to the next
        seeds: for the buffer and for the network

    Returns:
        orders: dict of (name, size) -> the order of the first seed's first epoch, (m,)
        errors: the same keys -> shares of wrong answers on the dev set, (seeds, epochs)
    """
    orders, errors = {}, {}
    for (name, file), size in itertools.product(files.items(), sizes):
        found = []
        for seed in seeds:
            rng = np.random.default_rng(seed)
            epochs = [np.array(list(shuffled(file, size, rng))) for _ in range(num_epochs)]
            orders.setdefault((name, size), epochs[0])
            found.append(dev_errors(epochs, seed))
        errors[name, size] = np.array(found)
    return orders, errors


class Clock:
    """Notes when work was done, which is a pause here.

    After some work, `spans` holds for each kind of it a list of (begin, end) in seconds.
    """

    def __init__(self):
        self.spans = {}

    def work(self, kind, seconds):
        """Return a function that takes some time, and then gives back what it was given."""

        def busy(batch):
            begin = time.perf_counter()
            time.sleep(seconds)
            self.spans.setdefault(kind, []).append((begin, time.perf_counter()))
            return batch

        return busy
