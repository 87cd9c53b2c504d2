"""Returns arrays that are larger than a message may be, and broadcast ones that only look large."""

import numpy as np


def expected_initial_loss(num_classes):
    return np.broadcast_to(1.0, (10**6, 10**6))


def activation_statistics(X, parameters):
    return [{"mean": np.zeros(30_000_000), "std": np.broadcast_to(0.0, 2**40), "dead": 0}]


def initialize_parameters_zeros(layers_dims):
    return {f"W{l}": np.zeros((8_000_000 // 8, 1)) for l in range(1, 12)}
