"""Lists of many values of one form, such as what 2,000 calls have returned: they cross in columns.

A list of arrays of one dtype and shape crosses as one array, a list of NumPy's numbers as well. A list of
tuples, lists or dicts that look alike crosses as one list for each of their places, which may again be such a
list. Both sides number the arrays as if each had crossed alone, so what was one array stays one.
"""

from typing import Any

import numpy as np

from autograder.wire.errors import WireError
from autograder.wire.kinds.arrays import owner_of
from autograder.wire.kinds.dtypes import as_entries, can_cross
from autograder.wire.kinds.kind import Packing, Unpacking, index
from autograder.wire.limits import MAX_COLUMNS

TAGS = ("scalars", "arrays", "tuples", "lists", "dicts")
MANY = 16  # shorter lists cross value by value


def in_columns(values: list[Any], packing: Packing, depth: int) -> list[Any] | None:
    """Return a list of values of one form as a tree, or None if they are not that."""
    if len(values) < MANY:
        return None
    first = values[0]
    kind = type(first)
    if any(type(value) is not kind for value in values):
        return None
    if kind is float:
        return ["list", values]
    if kind is np.ndarray:
        return arrays(values, packing)
    if issubclass(kind, (np.number, np.bool_)) and can_cross(first.dtype) and packing.has_room(len(values)):
        column = np.array(values, first.dtype)
        return ["scalars", column.dtype.str, packing.add(column.view(np.uint8).data), column.nbytes]
    if kind in (tuple, list, dict) and first:
        return containers(values, packing, depth)
    return None


def arrays(values: list[np.ndarray], packing: Packing) -> list[Any] | None:
    """Return a list of arrays as a tree, if all have one form, and none has entries of another."""
    dtype, shape = values[0].dtype, values[0].shape
    if not values[0].size or not can_cross(dtype):
        return None
    if any(value.shape != shape or value.dtype != dtype for value in values):
        return None
    owners = {id(owner): owner for owner in map(owner_of, values)}
    if len(owners) < len(values) or not all(map(owns_entries, owners.values())):
        return None
    if any(packing.known(owner) is not None for owner in owners):
        return None
    if not packing.has_room(len(values)):
        return None
    column = np.array(values)
    start = packing.add(column.reshape(-1).view(np.uint8).data)
    for owner, value in zip(owners, values, strict=True):
        packing.keep(value, owner)
    return ["arrays", dtype.str, list(column.shape), start, column.nbytes]


def owns_entries(owner: Any) -> bool:
    """Tell whether this is an array that shares memory with its views alone."""
    return type(owner) is np.ndarray and owner.base is None


def containers(values: list[Any], packing: Packing, depth: int) -> list[Any] | None:
    """Return a list of tuples, lists or dicts as a tree, if all have as many values, or the same keys."""
    first = values[0]
    if len(first) > MAX_COLUMNS or any(len(value) != len(first) for value in values):
        return None
    keys = list(first) if isinstance(first, dict) else []
    if any(type(key) is not str for key in keys) or (keys and any(list(value) != keys for value in values)):
        return None
    if not packing.has_room(len(values) * len(first)):
        return None
    rows = [value.values() for value in values] if keys else values
    columns = [packing.pack(list(column), depth + 1) for column in zip(*rows, strict=True)]
    return ["dicts", keys, columns] if keys else [f"{type(first).__name__}s", columns]


def from_columns(tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> list[Any]:
    """Return the list that `in_columns` has made this tree of."""
    if tag == "scalars":
        return numbers(parts, unpacking)
    if tag == "arrays":
        return rows_of(parts, unpacking)
    *keys, columns = parts
    values = [unpacking.unpack(column, depth + 1) for column in columns]
    if not values or len(values) > MAX_COLUMNS or any(type(column) is not list for column in values):
        raise WireError("malformed message (columns)")
    unpacking.count(len(values) * len(values[0]))
    rows = zip(*values, strict=True)
    if tag == "dicts":
        if any(type(key) is not str for key in keys[0]):  # others could be made to collide
            raise WireError("malformed message (keys)")
        return [dict(zip(keys[0], row, strict=True)) for row in rows]
    return list(rows) if tag == "tuples" else [list(row) for row in rows]


def numbers(parts: list[Any], unpacking: Unpacking) -> list[Any]:
    """Return NumPy's numbers that have crossed as one array."""
    dtype, start, size = parts
    column = as_entries(dtype, unpacking.entries(index(start), index(size)))
    unpacking.count(len(column))
    return list(column)


def rows_of(parts: list[Any], unpacking: Unpacking) -> list[Any]:
    """Return arrays that have crossed as one."""
    dtype, shape, start, size = parts
    if any(n < 1 for n in shape):  # there would be no end to arrays without entries
        raise WireError("malformed message (columns)")
    column = as_entries(dtype, unpacking.entries(index(start), index(size))).reshape(shape)
    unpacking.count(len(column))
    rows = [row.copy() for row in column]  # each its own, and writable
    unpacking.kept += rows
    return rows
