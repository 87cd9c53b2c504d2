"""Ends by signals of all kinds, also by those without a name."""

import os
import signal

turn = iter([40, signal.SIGKILL, signal.SIGABRT, signal.SIGUSR1, 63, signal.SIGXCPU])


def initialize_parameters_zeros(layers_dims):
    os.kill(os.getpid(), 40)


def expected_initial_loss(num_classes):
    os.kill(os.getpid(), signal.SIGXFSZ)


def activation_statistics(X, parameters):
    os.kill(os.getpid(), signal.SIGKILL)


os.kill(os.getpid(), 63)
