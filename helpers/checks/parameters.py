"""Numbers that a check tries a function on: parameters of small networks, and their gradients."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike


def named(*arrays: ArrayLike, prefix: str = "") -> dict[str, np.ndarray]:
    """Return arrays as W1, b1, W2, b2, ..., each with two dimensions.

    Arguments:
        arrays: numbers, rows, or lists of rows, in this order
        prefix: what the names begin with, such as "d"
    """
    names = [f"{prefix}{kind}{l}" for l in range(1, len(arrays) // 2 + 1) for kind in "Wb"]
    return {name: np.atleast_2d(array).astype(float) for name, array in zip(names, arrays, strict=True)}


def drawn(layers_dims: Sequence[int], rng: np.random.Generator, prefix: str = "") -> dict[str, np.ndarray]:
    """Return normal draws in the shapes of a network's parameters.

    Arguments:
        layers_dims: units per layer, [n_0, n_1, ..., n_L]
        rng: a NumPy random generator
        prefix: what the names begin with, such as "d"

    Returns:
        dict of W1 (n_1, n_0), b1 (n_1, 1), ..., bL
    """
    arrays = []
    for n_in, n_out in zip(layers_dims[:-1], layers_dims[1:], strict=True):
        arrays += [rng.normal(size=(n_out, n_in)), rng.normal(size=(n_out, 1))]
    return named(*arrays, prefix=prefix)


def shapes(named: Mapping[str, np.ndarray]) -> dict[str, tuple[int, ...]]:
    """Return the shape of each array of a dict, as `Result.has_arrays` expects them."""
    return {name: array.shape for name, array in named.items()}


def arrays(**numbers: ArrayLike) -> dict[str, np.ndarray]:
    """Return numbers, rows, or lists of rows as float arrays, each under its name."""
    return {name: np.array(value, dtype=float) for name, value in numbers.items()}
