"""NumPy's polynomials, old and new."""

from typing import Any

import numpy as np

from autograder.wire.errors import WireError
from autograder.wire.kinds.kind import Kind, Packing, Unpacking, demand, imported
from autograder.wire.kinds.others import referred

SERIES = ("Polynomial", "Chebyshev", "Legendre", "Laguerre", "Hermite", "HermiteE")
MAX_COEFFICIENTS = 1000  # the roots of a polynomial are found in a matrix with so many rows and columns


class Polynomial(Kind):
    """Polynomials in one variable, by their coefficients."""

    tags = ("poly1d", "polynomial")

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, np.poly1d) or any(kind is imported("numpy.polynomial", n) for n in SERIES)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        old = isinstance(value, np.poly1d)
        coefficients = value.coeffs if old else value.coef
        if len(coefficients) > MAX_COEFFICIENTS:
            raise WireError(f"it is a polynomial with more than {MAX_COEFFICIENTS} coefficients")
        if coefficients.dtype.kind not in "biufc":
            return referred(value, packing, depth)
        if old:
            return ["poly1d", packing.pack(coefficients, depth + 1), value.variable]
        parts = [packing.pack(part, depth + 1) for part in (coefficients, value.domain, value.window)]
        return ["polynomial", type(value).__name__, value.symbol, *parts]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        if tag == "poly1d":
            tree, variable = parts
            demand(type(variable) is str and len(variable) <= 100)
            return np.poly1d(numbers(tree, unpacking, depth), variable=variable)
        name, symbol, *trees = parts
        coefficients, domain, window = (numbers(tree, unpacking, depth) for tree in trees)
        demand(name in SERIES and type(symbol) is str and len(symbol) <= 100)
        demand(len(coefficients) > 0 and len(domain) == len(window) == 2)
        return getattr(np.polynomial, name)(coefficients, domain, window, symbol)


def numbers(tree: Any, unpacking: Unpacking, depth: int) -> np.ndarray:
    """Return the few numbers that a tree stands for."""
    found = unpacking.unpack(tree, depth + 1)
    demand(type(found) is np.ndarray and found.ndim == 1 and len(found) <= MAX_COEFFICIENTS)
    demand(found.dtype.kind in "biufc")
    unpacking.copies(found.nbytes)
    array: np.ndarray = found
    return array
