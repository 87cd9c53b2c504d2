"""A network and a loss that no exercise asks for: they check a training step, and hold no answer to it.

A step of gradient descent multiplies the k-th parameter by a number that depends on k alone. What it
should be is computed where a check is graded.
"""

from collections.abc import Mapping
from typing import Any


def network(X: Any, parameters: Mapping[str, Any]) -> Any:
    """Return X times a number, of X's shape: all squares, those of the k-th parameter times k, over 10,000.

    So a gradient is small beside its parameter, unless X is large, and what is added to it shows.
    """
    import tensorflow as tf

    return X * (sum(k * tf.reduce_sum(p**2) for k, p in enumerate(parameters.values(), start=1)) / 10_000)


def total_loss(logits: Any, labels: Any) -> Any:
    """Return the sum of logits times their distance to the labels."""
    import tensorflow as tf

    return tf.reduce_sum(logits * (logits - labels))
