"""Shows, prints, raises and returns halves of characters, which no file can hold."""

import numpy as np
from IPython.display import display

half = "\ud83d"
display({"text/plain": half}, raw=True)
print(np.str_(half))


def initialize_parameters_zeros(layers_dims):
    return {half: np.zeros(1)}


def expected_initial_loss(num_classes):
    raise ValueError(half)


def initialize_parameters_he(layers_dims, rng=None):
    return half


raise KeyError(half)
