"""Values on their way out, as what msgpack knows."""

import sys
from typing import Any, Protocol

import numpy as np

from autograder.bounds import (
    CONTAINERS,
    DTYPE,
    MAX_DEPTH,
    MAX_INT_DIGITS,
    MAX_KEYS,
    MAX_MESSAGE,
    Opaque,
    Reference,
    WireError,
)


class Refers(Protocol):
    """Gives out references to what is not data: the codec."""

    def refer(self, value: Any, kind: str) -> list:
        """Return a reference to something of this side."""


class Packing:
    """The values of one message on their way out; the same array twice crosses once."""

    def __init__(self, codec: Refers):
        self.codec = codec
        self.arrays: dict[tuple, int] = {}
        self.kept: list[Any] = []  # keeps arrays alive, so that an address means one array only
        self.entries: list[bytes | memoryview] = []  # of all arrays, one after the other
        self.size = 0  # in bytes, of all of them

    def pack(self, value: Any, depth: int) -> Any:
        """Return a value as something that msgpack knows."""
        if depth > MAX_DEPTH:
            raise WireError(f"it is nested deeper than {MAX_DEPTH} levels")
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, Opaque):
            return self.codec.refer(value.value, "object")
        if isinstance(value, np.generic):
            return self.scalar(value)
        if isinstance(value, int):
            return int(value) if abs(int(value)) < 2**63 else self.long(int(value))
        for plain in (float, str, bytes):
            if isinstance(value, plain):
                return plain(value)
        if isinstance(value, complex):
            return ["complex", value.real, value.imag]
        if isinstance(value, (dict, set, frozenset)) and len(value) > MAX_KEYS:
            raise WireError(f"it has more than {MAX_KEYS} keys")
        if isinstance(value, (list, tuple, set, frozenset, range)):
            tag = next(t for t in CONTAINERS if isinstance(value, CONTAINERS[t]))
            return [tag, [self.pack(item, depth + 1) for item in value]]
        if isinstance(value, dict):
            return ["dict", [[self.pack(part, depth + 1) for part in pair] for pair in value.items()]]
        if isinstance(value, np.ndarray):
            return self.array(np.asarray(value))
        if isinstance(value, (np.random.Generator, np.random.RandomState)):
            return self.generator(value, depth)
        if (packed := self.tensor(value)) is not None:
            return packed
        stands_for = getattr(value, "reference", None)
        if isinstance(stands_for, Reference):
            return self.codec.refer(stands_for, "")
        return self.codec.refer(value, "function" if callable(value) else "object")

    def long(self, value: int) -> list:
        """Pack an integer that msgpack has no room for."""
        if value.bit_length() > 3 * MAX_INT_DIGITS:
            raise WireError("it is a number with thousands of digits")
        return ["int", str(value)]

    def scalar(self, value: np.generic) -> Any:
        """Pack a NumPy scalar with its dtype."""
        if not DTYPE.fullmatch(value.dtype.str):
            return self.codec.refer(value, "object")
        return ["scalar", value.dtype.str, value.tobytes()]

    def array(self, value: np.ndarray) -> Any:
        """Pack an array; views of exactly the same entries become one array again."""
        if not DTYPE.fullmatch(value.dtype.str):
            return self.codec.refer(value, "object")
        place = (value.__array_interface__["data"][0], value.shape, value.strides, value.dtype.str)
        if value.size and place in self.arrays:
            return ["same", self.arrays[place]]
        start, self.size = self.size, self.size + value.nbytes
        if self.size > MAX_MESSAGE:
            raise WireError(f"it is larger than {MAX_MESSAGE // 2**20} MB")
        self.arrays[place] = len(self.kept)
        self.kept.append(value)
        flat = np.ascontiguousarray(value).reshape(-1)
        self.entries.append(memoryview(flat.view(np.uint8)) if value.nbytes else b"")
        return ["array", value.dtype.str, list(value.shape), start, value.nbytes]

    def tensor(self, value: Any) -> list | None:
        """Pack what TensorFlow computes with, if it is that: a tensor, or a variable, once for each."""
        tf = sys.modules.get("tensorflow")
        if tf is None or not isinstance(value, (tf.Variable, tf.Tensor)) or not hasattr(value, "numpy"):
            return None
        entries = value.numpy()
        if not isinstance(entries, np.ndarray | np.generic) or not DTYPE.fullmatch(entries.dtype.str):
            return None
        if not isinstance(value, tf.Variable):
            return ["tensor", self.array(np.array(entries))]
        if ("variable", id(value)) in self.arrays:
            return ["same", self.arrays["variable", id(value)]]
        packed = ["variable", self.array(np.array(entries)), bool(value.trainable)]
        self.arrays["variable", id(value)] = len(self.kept)
        self.kept.append(value)
        return packed

    def generator(self, value: Any, depth: int) -> list:
        """Pack a NumPy random generator: its kind and its state."""
        if isinstance(value, np.random.RandomState):
            return ["random_state", self.pack(value.get_state(legacy=False), depth + 1)]
        return ["generator", self.pack(value.bit_generator.state, depth + 1)]
