"""NumPy's arrays and scalars, with their dtypes: numbers, truth values and texts of a fixed length."""

import functools
import re
from collections.abc import Hashable
from typing import Any

import numpy as np

from autograder.wire.errors import WireError
from autograder.wire.kinds.kind import Kind, Memory, Merged, Packing, Unpacking, index

DTYPE = re.compile(r"[<>|=]?([?biufcSU])\d*")


class Scalar(Kind):
    """NumPy's numbers."""

    tags = ("scalar",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, np.generic)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if not can_cross(value.dtype):
            return packing.refer(value, "object")
        return ["scalar", value.dtype.str, value.tobytes()]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> np.generic:
        dtype, data = parts
        scalar: np.generic = as_entries(dtype, data)[0]
        return scalar


class Array(Kind):
    """Arrays; views of exactly the same entries become one array again."""

    tags = ("array", "same")

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, np.ndarray)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        value = np.asarray(value)
        if not can_cross(value.dtype):
            return packing.refer(value, "object")
        place, owner = place_of(value), id(owner_of(value))
        if value.size and (number := packing.known(place)) is not None:
            return ["same", number]
        number = packing.known(owner)  # under this, it may have crossed in a column
        if value.size and number is not None and place_of(packing.kept[number]) == place:
            return ["same", number]
        flat = np.ascontiguousarray(value).reshape(-1)
        start = packing.add(flat.view(np.uint8).data if value.nbytes else b"")
        packing.keep(value, place, owner)
        return ["array", value.dtype.str, list(value.shape), start, value.nbytes]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        if tag == "same":
            [number] = parts
            return unpacking.kept[index(number)]
        dtype, shape, start, size = parts
        if any(n < 0 for n in shape):
            raise WireError("malformed message (size)")
        data = unpacking.entries(index(start), index(size))
        array = as_entries(dtype, data).reshape(shape).copy()  # its own, and writable
        unpacking.kept.append(array)
        return array

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if not isinstance(theirs, np.ndarray) or (mine.shape, mine.dtype) != (theirs.shape, theirs.dtype):
            return False
        if mine.flags.writeable:
            mine[...] = theirs
        return bool(mine.flags.writeable)


def place_of(array: np.ndarray) -> Hashable:
    """Return what tells an array from all others: views of exactly the same entries have the same place."""
    return array.__array_interface__["data"][0], array.shape, array.strides, array.dtype.str


def owner_of(array: np.ndarray) -> Any:
    """Return what owns the entries of an array, itself if it is not a view."""
    return array if array.base is None else array.base


@functools.lru_cache(maxsize=100)
def can_cross(dtype: np.dtype) -> bool:
    """Tell whether entries of this dtype are data."""
    return bool(DTYPE.fullmatch(dtype.str))


def as_entries(dtype: str, data: Memory) -> np.ndarray:
    """Return bytes as entries of an array."""
    if not DTYPE.fullmatch(dtype):
        raise WireError("malformed message (dtype)")
    kind = np.dtype(dtype)
    return np.frombuffer(data, kind) if kind.itemsize else np.empty(0, kind)
