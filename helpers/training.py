"""Training loops, with a progress bar."""

import numpy as np
from tqdm.auto import tqdm

from helpers import network


def train(X, Y, parameters, learning_rate, num_epochs, progress=True):
    """Train a network by gradient descent on all examples at once.

    The interrupt button ends the training early; what was learnt until then is returned.

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
