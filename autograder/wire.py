"""The data-only codec between examiner and candidate: no pickle, no eval, and everything bounded.

A value crosses as msgpack. None, booleans, numbers, strings and bytes cross as they are; everything
else as a list that starts with a tag. What is not data crosses as a reference: a function can then be
called and an object handed back, but neither can be looked into.
"""

import math
import re
import sys
from collections.abc import Callable
from typing import Any

import msgpack
import numpy as np

MAX_MESSAGE = 64 * 2**20  # bytes, most of them entries of arrays
MAX_TREE = 4 * 2**20  # bytes of everything else: unpacked, they may take a hundred times as much
MAX_KEYS = 1000  # of one dict or set: keys that collide take time quadratic in their number
MAX_REFERENCES = 10_000
MAX_DEPTH = 40  # lists within lists
MAX_INT_DIGITS = 4000
DTYPE = re.compile(r"[<>|=]?([?biufcSU])\d*")
BIT_GENERATORS = {"MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64"}


class WireError(Exception):
    """A value that cannot cross, or a message that is not what it should be."""


class Reference:
    """A function or an object that lives on the other side."""

    def __init__(self, number: int, kind: str, name: str):
        self.number, self.kind = number, kind
        self.name = "".join(filter(str.isprintable, name[:100]))  # it may be shown in a terminal

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name}>"

    def __deepcopy__(self, memo: dict) -> "Reference":
        return self


class Opaque:
    """Wraps a value that is to cross as a reference, whatever it is."""

    def __init__(self, value: Any):
        self.value = value


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
        """Return a value as a message; `WireError` if it is too large or too deep.

        First comes the length of the tree, then the tree, then the entries of all its arrays.
        """
        packing = Packing(self)
        tree = msgpack.packb(packing.pack(value, 0), use_bin_type=True)
        if len(tree) > MAX_TREE or packing.size > MAX_MESSAGE - MAX_TREE - 4:
            raise WireError(
                f"it is larger than {(MAX_TREE if len(tree) > MAX_TREE else MAX_MESSAGE) // 2**20} MB"
            )
        return b"".join([len(tree).to_bytes(4, "big"), tree, *packing.entries])

    def loads(self, message: bytes) -> Any:
        """Return the value of a message; `WireError` if it is not one."""
        end = 4 + int.from_bytes(message[:4], "big")
        if not 4 < end <= min(len(message), MAX_TREE + 4):
            raise WireError("malformed message (length)")
        try:
            tree = msgpack.unpackb(message[4:end], raw=False, max_map_len=1, max_ext_len=1)
            return Unpacking(self, memoryview(message)[end:]).unpack(tree, 0)
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
        self.entries: list[bytes] = []  # of all arrays, one after the other
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
        self.entries.append(value.tobytes())
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


CONTAINERS = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset, "range": range}


TAGS = {"int", "complex", "scalar", "array", "same", "tensor", "variable", "generator", "random_state"}
TAGS |= {"yours", "function", "object"}


class Unpacking:
    """The values of one message on their way in."""

    def __init__(self, codec: Codec, entries: memoryview):
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
