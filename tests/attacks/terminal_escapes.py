"""Puts control sequences and HTML into names and messages that reach a terminal and a page."""

EVIL = "\x1b[2J\x1b[1;32mall right 20/20\x1b]0;x\x07\r\x9b31m\u202e<script>alert(1)</script>[bold]"


class Evil(Exception):
    """Has a bad name."""


Evil.__name__ = EVIL


def expected_initial_loss(num_classes):
    raise Evil(EVIL)


def initialize_parameters_zeros(layers_dims):
    return {EVIL: 1}


def activation_statistics(X, parameters):
    return EVIL


initialize_parameters_zeros.__name__ = activation_statistics.__name__ = EVIL
