"""The data-only codec between examiner and candidate: no pickle, no eval, and everything bounded.

A value crosses as msgpack. None, booleans, numbers, strings and bytes cross as they are; everything
else as a list that starts with a tag. What is not data crosses as a reference: a function can then be
called and an object handed back, but neither can be looked into.
"""

import math
import re
from collections.abc import Callable
from typing import Any

import msgpack
import numpy as np

MAX_MESSAGE = 64 * 2**20  # bytes
MAX_DEPTH = 40  # lists within lists
MAX_INT_DIGITS = 4000
DTYPE = re.compile(r"[<>|=]?([?biufcSU])\d*")
BIT_GENERATORS = {"MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64"}


class WireError(Exception):
    """A value that cannot cross, or a message that is not what it should be."""


class Reference:
    """A function or an object that lives on the other side."""

    def __init__(self, number: int, kind: str, name: str):
        self.number, self.kind, self.name = number, kind, name

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name}>"

    def __deepcopy__(self, memo: dict) -> "Reference":
        return self


class Codec:
    """Turns values into messages and back, and remembers what it has given out references to.

    Arguments:
        stand_in: makes, from a `Reference` to a function, what stands in for it on this side
    """

    def __init__(self, stand_in: Callable[[Reference], Any] = lambda reference: reference):
        self.stand_in = stand_in
        self.given: list[Any] = []  # what the other side holds references to
        self.stand_ins: dict[int, Any] = {}  # one for each reference, so that it stays the same

    def dumps(self, value: Any) -> bytes:
        """Return a value as a message; `WireError` if it is too large or too deep."""
        message = msgpack.packb(Packing(self).pack(value, 0), use_bin_type=True)
        if len(message) > MAX_MESSAGE:
            raise WireError(f"it is larger than {MAX_MESSAGE // 2**20} MB")
        return message

    def loads(self, message: bytes) -> Any:
        """Return the value of a message; `WireError` if it is not one."""
        try:
            tree = msgpack.unpackb(message, raw=False, strict_map_key=True)
            return Unpacking(self).unpack(tree, 0)
        except WireError:
            raise
        except Exception as error:  # malformed in one of a hundred ways
            raise WireError(f"malformed message ({type(error).__name__})") from None

    def refer(self, value: Any, kind: str) -> list:
        """Return a reference to something of this side."""
        if isinstance(value, Reference):
            return ["yours", value.number]
        number = next((n for n, known in enumerate(self.given) if known is value), len(self.given))
        if number == len(self.given):
            self.given.append(value)
        name = getattr(value, "__name__", None)
        name = name if isinstance(name, str) else type(value).__name__
        return [kind, number, name[:200]]


class Packing:
    """The values of one message on their way out; the same array twice crosses once."""

    def __init__(self, codec: Codec):
        self.codec = codec
        self.arrays: dict[tuple, int] = {}
        self.kept: list[Any] = []  # keeps arrays alive, so that an address means one array only

    def pack(self, value: Any, depth: int) -> Any:
        """Return a value as something that msgpack knows."""
        if depth > MAX_DEPTH:
            raise WireError(f"it is nested deeper than {MAX_DEPTH} levels")
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, np.generic):
            return self.scalar(value)
        if isinstance(value, int):
            return int(value) if abs(int(value)) < 2**63 else self.long(int(value))
        for plain in (float, str, bytes):
            if isinstance(value, plain):
                return plain(value)
        if isinstance(value, complex):
            return ["complex", value.real, value.imag]
        if isinstance(value, (list, tuple, set, frozenset, range)):
            tag = next(t for t in CONTAINERS if isinstance(value, CONTAINERS[t]))
            return [tag, [self.pack(item, depth + 1) for item in value]]
        if isinstance(value, dict):
            return ["dict", [[self.pack(part, depth + 1) for part in pair] for pair in value.items()]]
        if isinstance(value, np.ndarray):
            return self.array(np.asarray(value))
        if isinstance(value, (np.random.Generator, np.random.RandomState)):
            return self.generator(value, depth)
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
        if value.nbytes > MAX_MESSAGE:
            raise WireError(f"it is larger than {MAX_MESSAGE // 2**20} MB")
        self.arrays[place] = len(self.kept)
        self.kept.append(value)
        return ["array", value.dtype.str, list(value.shape), value.tobytes()]

    def generator(self, value: Any, depth: int) -> list:
        """Pack a NumPy random generator: its kind and its state."""
        if isinstance(value, np.random.RandomState):
            return ["random_state", self.pack(value.get_state(legacy=False), depth + 1)]
        return ["generator", self.pack(value.bit_generator.state, depth + 1)]


CONTAINERS = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset, "range": range}


TAGS = {
    "int",
    "complex",
    "scalar",
    "array",
    "same",
    "generator",
    "random_state",
    "yours",
    "function",
    "object",
}


class Unpacking:
    """The values of one message on their way in."""

    def __init__(self, codec: Codec):
        self.codec = codec
        self.arrays: list[np.ndarray] = []

    def unpack(self, tree: Any, depth: int) -> Any:
        """Return the value that a tree stands for."""
        if depth > 3 * MAX_DEPTH:
            raise WireError("malformed message (too deep)")
        if not isinstance(tree, list):
            if isinstance(tree, (dict, msgpack.ExtType, msgpack.Timestamp)):
                raise WireError("malformed message (unknown type)")
            return tree
        tag, *parts = tree
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

    def _array(self, dtype: str, shape: list[int], data: bytes) -> np.ndarray:
        if any(n < 0 for n in shape):
            raise WireError("malformed message (negative size)")
        array = self.entries(dtype, data).reshape(shape).copy()  # its own, and writable
        self.arrays.append(array)
        return array

    def entries(self, dtype: str, data: bytes) -> np.ndarray:
        """Return bytes as entries of an array."""
        if not DTYPE.fullmatch(dtype):
            raise WireError("malformed message (dtype)")
        kind = np.dtype(dtype)
        return np.frombuffer(data, kind) if kind.itemsize else np.empty(0, kind)

    def _same(self, number: int) -> np.ndarray:
        return self.arrays[index(number)]

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
        if number not in self.codec.stand_ins:
            self.codec.stand_ins[number] = self.codec.stand_in(Reference(number, "function", str(name)))
        return self.codec.stand_ins[number]

    def _object(self, number: int, name: str) -> Reference:
        return self.codec.stand_ins.setdefault(number, Reference(number, "object", str(name)))


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
