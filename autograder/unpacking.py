"""Values on their way in: whatever is not as it should be is refused."""

import math
import sys
from collections.abc import Callable
from typing import Any, Protocol

import msgpack
import numpy as np

from autograder.bounds import (
    BIT_GENERATORS,
    CONTAINERS,
    DTYPE,
    MAX_DEPTH,
    MAX_INT_DIGITS,
    MAX_KEYS,
    MAX_MESSAGE,
    MAX_REFERENCES,
    Reference,
    WireError,
)

TAGS = {"int", "complex", "scalar", "array", "same", "tensor", "variable", "generator", "random_state"}
TAGS |= {"yours", "function", "object"}


class Resolves(Protocol):
    """Knows what references stand for: the codec."""

    stand_in: Callable[[Reference], Any]
    given: list[Any]
    stand_ins: dict[int, Any]


class Unpacking:
    """The values of one message on their way in."""

    def __init__(self, codec: Resolves, entries: memoryview):
        self.codec = codec
        self.bytes, self.size = entries, 0  # of all arrays
        self.arrays: list[Any] = []  # arrays and variables, in the order in which they came

    def unpack(self, tree: Any, depth: int) -> Any:
        """Return the value that a tree stands for."""
        if depth > 3 * MAX_DEPTH:
            raise WireError("malformed message (too deep)")
        if not isinstance(tree, list):
            if isinstance(tree, (dict, msgpack.ExtType, msgpack.Timestamp)):
                raise WireError("malformed message (unknown type)")
            return tree
        tag, *parts = tree
        if tag in ("dict", "set", "frozenset") and len(parts[0]) > MAX_KEYS:
            raise WireError("malformed message (too many keys)")
        if tag in CONTAINERS:
            items = [self.unpack(item, depth + 1) for item in parts[0]]
            return items if tag in ("list", "range") else CONTAINERS[tag](items)
        if tag == "dict":
            return {self.unpack(k, depth + 1): self.unpack(v, depth + 1) for k, v in parts[0]}
        if tag not in TAGS:
            raise WireError("malformed message (unknown tag)")
        return getattr(self, f"_{tag}")(*parts)

    def _int(self, digits: str) -> int:
        if len(digits) > MAX_INT_DIGITS:
            raise WireError("malformed message (number too long)")
        return int(digits)

    def _complex(self, real: float, imag: float) -> complex:
        return complex(real, imag)

    def _scalar(self, dtype: str, data: bytes) -> np.generic:
        return self.entries(dtype, data)[0]

    def _array(self, dtype: str, shape: list[int], start: int, size: int) -> np.ndarray:
        data = self.bytes[index(start) : start + index(size)]
        if len(data) != size or any(n < 0 for n in shape):
            raise WireError("malformed message (size)")
        self.size += size  # several arrays may claim the same entries
        if self.size > MAX_MESSAGE:
            raise WireError("malformed message (size)")
        array = self.entries(dtype, data).reshape(shape).copy()  # its own, and writable
        self.arrays.append(array)
        return array

    def entries(self, dtype: str, data: bytes | memoryview) -> np.ndarray:
        """Return bytes as entries of an array."""
        if not DTYPE.fullmatch(dtype):
            raise WireError("malformed message (dtype)")
        kind = np.dtype(dtype)
        return np.frombuffer(data, kind) if kind.itemsize else np.empty(0, kind)

    def _same(self, number: int) -> np.ndarray:
        return self.arrays[index(number)]

    def _tensor(self, array: list) -> Any:
        tf, entries = sys.modules.get("tensorflow"), self.unpack(array, 0)
        return Reference(0, "object", "Tensor") if tf is None else tf.constant(entries)

    def _variable(self, array: list, trainable: bool) -> Any:
        tf, made = sys.modules.get("tensorflow"), Reference(0, "object", "Variable")
        entries = self.unpack(array, 0)
        if tf is not None:
            made = tf.Variable(entries, trainable=bool(trainable))
        self.arrays.append(made)
        return made

    def _generator(self, state: list) -> np.random.Generator:
        return np.random.Generator(self.bits(state))

    def _random_state(self, state: list) -> np.random.RandomState:
        generator = np.random.RandomState()
        generator.set_state(check_state(self.unpack(state, 0)))
        return generator

    def bits(self, state: list) -> np.random.BitGenerator:
        """Return a bit generator in the given state."""
        state = self.unpack(state, 0)
        if state["bit_generator"] not in BIT_GENERATORS:
            raise WireError("malformed message (generator)")
        bits = getattr(np.random, state["bit_generator"])(0)
        bits.state = check_state(state)
        return bits

    def _yours(self, number: int) -> Any:
        return self.codec.given[index(number)]

    def _function(self, number: int, name: str) -> Any:
        return self.stand_in(Reference(index(number), "function", str(name)))

    def _object(self, number: int, name: str) -> Any:
        return self.stand_in(Reference(index(number), "object", str(name)))

    def stand_in(self, reference: Reference) -> Any:
        """Return what stands in for a function or an object of the other side: always the same."""
        if reference.number not in self.codec.stand_ins:
            if len(self.codec.stand_ins) > MAX_REFERENCES:
                raise WireError("malformed message (too many references)")
            self.codec.stand_ins[reference.number] = self.codec.stand_in(reference)
        return self.codec.stand_ins[reference.number]


def check_state(state: dict) -> dict:
    """Return the state of a random generator, if NumPy can draw from it.

    NumPy does not look itself: from some states it reads memory that is not its own, from others it
    draws for ever.
    """
    kind, inner = state["bit_generator"], state["state"]
    sound = {
        "MT19937": lambda: len(inner["key"]) == 624 and any(inner["key"][1:]) and 0 <= inner["pos"] <= 624,
        "PCG64": lambda: inner["inc"] % 2 == 1,
        "PCG64DXSM": lambda: inner["inc"] % 2 == 1,
        "Philox": lambda: 0 <= state["buffer_pos"] <= 4,
        "SFC64": lambda: True,
    }
    if not sound[kind]() or not math.isfinite(state.get("gauss", 0)):
        raise WireError("malformed message (generator)")
    return state


def index(number: Any) -> int:
    """Return a number that the other side sent as an index, if it is one."""
    if not isinstance(number, int) or number < 0:
        raise WireError("malformed message (reference)")
    return number
