"""NumPy's arrays and scalars: numbers, truth values, texts, moments, records, and values of any kind."""

import math
from collections.abc import Hashable
from typing import Any

import numpy as np

from autograder.wire.errors import WireError
from autograder.wire.kinds.dtypes import as_entries, can_cross, described
from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking, demand, index
from autograder.wire.kinds.others import referred


class Scalar(Kind):
    """NumPy's numbers."""

    tags = ("scalar",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, np.generic)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        told = value.dtype.str if can_cross(value.dtype) else described(value.dtype)
        return referred(value, packing, depth) if told is None else ["scalar", told, value.tobytes()]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> np.generic:
        dtype, data = parts
        entries = as_entries(dtype, data)
        scalar: np.generic = (entries if isinstance(dtype, str) else entries.copy())[0]
        return scalar


class Array(Kind):
    """Arrays; views of exactly the same entries become one array again."""

    tags = ("array", "same", "objects")

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, np.ndarray)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        value = np.asarray(value)
        told = value.dtype.str if can_cross(value.dtype) else described(value.dtype)
        if told is None:
            return self.pack_values(value, packing, depth)
        place, owner = place_of(value), id(owner_of(value))
        if value.size and (number := packing.known(place)) is not None:
            return ["same", number]
        number = packing.known(owner)  # under this, it may have crossed in a column
        if value.size and number is not None and place_of(packing.kept[number]) == place:
            return ["same", number]
        flat = np.ascontiguousarray(value).reshape(-1)
        start = packing.add(flat.view(np.uint8).data if value.nbytes else b"")
        packing.keep(value, place, owner)
        return ["array", told, list(value.shape), start, value.nbytes]

    def pack_values(self, value: np.ndarray, packing: Packing, depth: int) -> Any:
        """Return an array of values of any kind as a tree."""
        if value.dtype != object:
            return referred(value, packing, depth)
        place = place_of(value)
        if value.size and (number := packing.known(place)) is not None:
            return ["same", number]
        packed = ["objects", list(value.shape), packing.pack(value.reshape(-1).tolist(), depth + 1)]
        packing.keep(value, place)
        return packed

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        if tag == "same":
            [number] = parts
            return unpacking.kept[index(number)]
        if tag == "objects":
            return self.unpack_values(parts, unpacking, depth)
        dtype, shape, start, size = parts
        if any(n < 0 for n in shape):
            raise WireError("malformed message (size)")
        data = unpacking.entries(index(start), index(size))
        array = as_entries(dtype, data).reshape(shape).copy()  # its own, and writable
        unpacking.kept.append(array)
        return array

    def unpack_values(self, parts: list[Any], unpacking: Unpacking, depth: int) -> np.ndarray:
        """Return the array of values of any kind that a tree stands for."""
        shape, tree = parts
        values = unpacking.unpack(tree, depth + 1)
        demand(type(values) is list and all(type(n) is int and n >= 0 for n in shape))
        demand(math.prod(shape) == len(values))
        array = np.empty(shape, object)
        flat = array.reshape(-1)
        for place, value in enumerate(values):  # all at once, lists would become further dimensions
            flat[place] = value
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
    dtype = array.dtype
    return array.__array_interface__["data"][0], array.shape, array.strides, dtype.str, dtype.names


def owner_of(array: np.ndarray) -> Any:
    """Return what owns the entries of an array, itself if it is not a view."""
    return array if array.base is None else array.base
