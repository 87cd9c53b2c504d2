"""Crashes the interpreter."""

import ctypes


def expected_initial_loss(num_classes):
    ctypes.string_at(0)


ctypes.memset(id(None), 255, 10**6)
