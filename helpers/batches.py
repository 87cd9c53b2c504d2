"""Training a small network on batches of one size until it reaches a goal: how many steps, and how long."""

import time

import numpy as np
from threadpoolctl import threadpool_limits

from helpers import gradients, network


def each_gradient(X, Y, parameters):
    """Return the gradient of every example by itself, all entries one after another, (m, entries)."""
    with threadpool_limits(1, "blas"):
        each = [gradients.gradient(X[:, [i]], Y[:, [i]], parameters) for i in range(X.shape[1])]
    return np.stack([gradients.flat(grads) for grads in each]).astype(np.float32)


def step(X, Y, parameters, some, rate):
    """Return the parameters after a step along the gradient of the examples `some`."""
    grads = gradients.gradient(X[:, some], Y[:, some], parameters)
    return {name: parameters[name] - rate * grads[f"d{name}"] for name in parameters}


def run(X, Y, size, rate, seed, goal, hidden=32, most=4000):
    """Train on random batches until the cost of all examples is below a goal.

    Arguments:
        X, Y: examples (n, m) and their labels 0 or 1, (1, m)
        size: examples in a batch; they are all different
        rate: learning rate
        seed: decides the start and the batches
        goal: cost of all examples at which a run ends
        hidden: number of hidden units
        most: number of steps after which a run has failed, as it has if its cost exceeds 100

    Returns:
        steps, costs: when the cost was measured (after 64 examples or more), and the costs, as lists;
            the last cost is below the goal, or not a number
    """
    parameters, rng = network.start([len(X), hidden, 1], seed), np.random.default_rng(seed)
    steps, costs, every = [0], [], max(1, 64 // size)
    with threadpool_limits(1, "blas"), np.errstate(over="ignore"):
        while True:
            costs.append(network.cost(network.forward(X, parameters)["Z2"], Y))
            if costs[-1] < goal:
                return steps, costs
            if steps[-1] > most or not costs[-1] < 100:
                return steps, [*costs[:-1], np.nan]
            for _ in range(every):
                parameters = step(X, Y, parameters, rng.permutation(X.shape[1])[:size], rate)
            steps.append(steps[-1] + every)


def fastest(X, Y, size, rates, seeds, goal, **how):
    """Return the best of several rates, how many steps it takes, and the first of its runs.

    Arguments:
        rates, seeds: what is tried, lists
        the rest: as in `run`

    Returns:
        rate: the one with the lowest median
        counts: steps to the goal, infinite if it is not reached, (seeds,)
        run: steps and costs of the first seed, two arrays
    """
    found = {}
    for rate in rates:
        runs = [run(X, Y, size, rate, seed, goal, **how) for seed in seeds]
        counts = [steps[-1] if np.isfinite(costs[-1]) else np.inf for steps, costs in runs]
        found[rate] = np.array(counts), [np.array(part) for part in runs[0]]
    rate = min(found, key=lambda rate: np.median(found[rate][0]))
    return rate, *found[rate]


def milliseconds(X, Y, size, hidden=32, tries=15):
    """Return how long a step takes on a batch: the shortest of several tries, as other programs run, too."""
    parameters, some, took = network.start([len(X), hidden, 1], 0), np.arange(size), []
    with threadpool_limits(1, "blas"):
        for _ in range(tries):
            begun = time.perf_counter()
            for _ in range(10):
                parameters = step(X, Y, parameters, some, 0.01)
            took.append(time.perf_counter() - begun)
    return 100 * min(took)
