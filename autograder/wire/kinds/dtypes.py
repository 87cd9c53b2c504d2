"""NumPy's dtypes as data: numbers, truth values, texts of a fixed length, moments, and records of these."""

import functools
import re
from typing import Any

import numpy as np

from autograder.wire.errors import WireError
from autograder.wire.kinds.kind import Kind, Memory, Packing, Unpacking, demand
from autograder.wire.kinds.others import referred

UNIT = r"\[([1-9]\d{0,8})?(Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\]"
DTYPE = re.compile(rf"[<>|=]?([?biufcSU]\d*|[mM]8({UNIT})?)", re.ASCII)
MAX_FIELDS = 500
MAX_NESTED = 4  # records within records


class DType(Kind):
    """A dtype as a value, such as an argument."""

    tags = ("dtype",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, np.dtype)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if value.hasobject and value.fields is None:
            return ["dtype", "O"]
        told = described(value)
        return referred(value, packing, depth) if told is None else ["dtype", told]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        [told] = parts
        return np.dtype(object) if told == "O" else made(told)


@functools.lru_cache(maxsize=100)
def can_cross(dtype: np.dtype) -> bool:
    """Tell whether entries of this dtype are data that a text describes: numbers, moments or texts."""
    return bool(DTYPE.fullmatch(dtype.str))


@functools.lru_cache(maxsize=100)
def described(dtype: np.dtype) -> Any:
    """Return a dtype as data, or None if its entries are not data.

    For a record, these are its fields, which follow one another without gaps: nobody can claim fields that
    overlap or lie elsewhere, and nothing that was in memory before crosses in a gap.
    """
    if can_cross(dtype):
        return dtype.str
    if dtype.fields is None or len(dtype.fields) > MAX_FIELDS:
        return None
    fields = [[name, described(field.base), list(field.shape)] for name, (field, *_) in dtype.fields.items()]
    if any(told is None for _, told, _ in fields):
        return None
    try:
        return fields if made(fields) == dtype else None
    except WireError:
        return None


def made(told: Any, nested: int = 0) -> np.dtype:
    """Return the dtype that is described."""
    if isinstance(told, str):
        demand(bool(DTYPE.fullmatch(told)))
        return np.dtype(told)
    demand(0 < len(told) <= MAX_FIELDS and nested < MAX_NESTED)
    parts = []
    for name, kind, shape in told:
        demand(type(name) is str and all(type(n) is int and n > 0 for n in shape))
        parts.append((name, made(kind, nested + 1), tuple(shape)))
    return np.dtype(parts)


def as_entries(told: Any, data: Memory) -> np.ndarray:
    """Return bytes as entries of an array."""
    kind = made(told)
    return np.frombuffer(data, kind) if kind.itemsize else np.empty(0, kind)
