"""Recurses without end, with a limit that does not stop it."""

import sys

sys.setrecursionlimit(10**9)


def expected_initial_loss(num_classes):
    return expected_initial_loss(num_classes)


def activation_statistics(X, parameters):
    return sorted([parameters], key=lambda p: activation_statistics(X, p))
