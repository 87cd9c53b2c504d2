"""Hands the examiner a random state that makes NumPy read behind its end: a crash at the next draw."""

import numpy as np


def expected_initial_loss(num_classes):
    np.random.set_state(("MT19937", np.arange(624, dtype="u4"), 1_000_000, 0, 0.0))
    return 1.0
