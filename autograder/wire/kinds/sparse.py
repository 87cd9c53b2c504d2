"""SciPy's sparse matrices, and what its optimizers return. SciPy is never imported here.

SciPy's compiled code trusts the places of the entries, and reads foreign memory if they are wrong. So every
matrix crosses as its entries and their rows and columns, which are checked before SciPy sees them.
"""

from typing import Any

import numpy as np

from autograder.wire.kinds.containers import dict_of, pairs_of
from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking, demand, imported
from autograder.wire.kinds.others import referred
from autograder.wire.references import Reference

FORMATS = ("csr", "csc", "coo", "lil")
CLASSES = tuple(f"{name}_{kind}" for name in (*FORMATS, "dia") for kind in ("matrix", "array"))
MAX_PLACES = 2**27  # entries, zeros included


class Sparse(Kind):
    """Sparse matrices and arrays with two dimensions."""

    tags = ("sparse",)

    def recognises(self, kind: type) -> bool:
        return any(kind is imported("scipy.sparse", name) for name in CLASSES)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        sound = fits(value.shape) and value.dtype.kind in "biufc"
        if not sound or not packing.has_room(room_of(type(value).__name__, value.shape)):
            return referred(value, packing, depth)
        if value.format == "dia":
            parts = [value.data, value.offsets]
        else:
            entries = value.tocoo()
            parts = [entries.data, entries.row, entries.col]
        packed = [packing.pack(part, depth + 1) for part in parts]
        return ["sparse", type(value).__name__, [int(n) for n in value.shape], *packed]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        name, shape, *trees = parts
        data, *places = arrays = [unpacking.unpack(tree, depth + 1) for tree in trees]
        demand(name in CLASSES and all(type(n) is int and n >= 0 for n in shape) and fits(shape))
        demand(all(type(part) is np.ndarray for part in arrays) and data.dtype.kind in "biufc")
        demand(all(part.ndim == 1 and part.dtype.kind == "i" for part in places))
        unpacking.copies(sum(part.nbytes for part in arrays))
        unpacking.count(room_of(name, shape))
        made = imported("scipy.sparse", name)
        if made is None:
            return Reference(0, "object", name)
        if name.startswith("dia"):
            [offsets] = places
            check_diagonals(data, offsets, max(shape))
            return made((data, offsets), shape=tuple(shape))
        rows, columns = places
        check_places(data, rows, columns, shape)
        entries = imported("scipy.sparse", f"coo_{name[4:]}")
        return made(entries((data, (rows, columns)), shape=tuple(shape)))

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if type(theirs) is not type(mine) or mine.shape != theirs.shape:
            return False
        vars(mine).update(vars(theirs))
        return True


def room_of(name: str, shape: Any) -> int:
    """Return how many values a matrix without entries takes the room of: its rows, or columns."""
    return int(sum(shape)) * (16 if name.startswith("lil") else 1)  # a list for each row


def fits(shape: Any) -> bool:
    """Tell whether a matrix of this shape may cross: however few its entries are, a check may write all."""
    return len(shape) == 2 and shape[0] * shape[1] <= MAX_PLACES


def check_places(data: np.ndarray, rows: np.ndarray, columns: np.ndarray, shape: list[int]) -> None:
    """Refuse entries that would lie outside of the matrix."""
    demand(data.ndim == 1 and len(data) == len(rows) == len(columns))
    for places, count in zip((rows, columns), shape, strict=True):
        demand(not len(places) or (places.min() >= 0 and places.max() < count))


def check_diagonals(data: np.ndarray, offsets: np.ndarray, side: int) -> None:
    """Refuse diagonals that would lie outside of the matrix, or come twice."""
    demand(data.ndim == 2 and len(data) == len(offsets) == len(np.unique(offsets)))
    demand(not len(offsets) or np.abs(offsets.astype(np.int64)).max() <= side)


class Result(Kind):
    """What SciPy's optimizers return: a dict whose values are attributes, too."""

    tags = ("optimize_result",)

    def recognises(self, kind: type) -> bool:
        return kind is imported("scipy.optimize", "OptimizeResult")

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return ["optimize_result", pairs_of(value, packing, depth)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        [pairs] = parts
        found = dict_of(pairs, unpacking, depth)
        demand(all(type(key) is str for key in found))
        made = imported("scipy.optimize", "OptimizeResult")
        return found if made is None else made(found)
