"""Training loops, with a progress bar."""

import numpy as np
from threadpoolctl import threadpool_limits
from tqdm.auto import tqdm

from helpers import network


def train(X, Y, parameters, learning_rate, num_epochs, progress=True):
    """Train a network by gradient descent on all examples at once.

    The interrupt button ends the training early; what has been learnt so far is returned.

    Arguments:
        X: features, (n_x, m)
        Y: labels 0 or 1, (1, m)
        parameters: where to start, W1, b1, ..., WL, bL; left unchanged
        learning_rate: step size
        num_epochs: number of steps
        progress: whether to show a progress bar

    Returns:
        parameters: the trained ones
        costs: the cost before each step and after the last one, (num_epochs + 1,)
    """
    parameters = {name: np.array(value, dtype=float) for name, value in parameters.items()}
    L = network.number_of_layers(parameters)
    costs = []
    try:
        # The bar comes after a second: a short training leaves no trace of it in the notebook.
        for _ in tqdm(range(num_epochs), "training", leave=False, delay=1, disable=not progress):
            cache = network.forward(X, parameters)
            costs.append(network.cost(cache[f"Z{L}"], Y))
            grads = network.backward(Y, parameters, cache)
            for name in parameters:
                parameters[name] -= learning_rate * grads[f"d{name}"]
    except KeyboardInterrupt:
        print(f"Interrupted after {len(costs)} of {num_epochs} epochs.")
    costs.append(network.cost(network.forward(X, parameters)[f"Z{L}"], Y))
    return parameters, np.array(costs)


def repeat(step, parameters, num_steps, watch=None, every=10):
    """Take the same step again and again.

    Matrices as small as the course's are multiplied in one thread: several would mostly wait for
    each other, for seconds when the processors are busy.

    Arguments:
        step: gives the new parameters for the old ones, which it leaves unchanged
        parameters: where to start, W1, b1, ...
        num_steps: number of steps
        watch: called with the parameters before the first step, every so many steps and after the
            last one; what it returns is kept
        every: number of steps from one call of `watch` to the next

    Returns:
        parameters: those after the last step
        records: what `watch` has returned, a list
    """
    records = []
    with threadpool_limits(1, "blas"):
        for number in range(num_steps + 1):
            if watch and (number % every == 0 or number == num_steps):
                records.append(watch(parameters))
            if number < num_steps:
                parameters = step(parameters)
    return parameters, records
