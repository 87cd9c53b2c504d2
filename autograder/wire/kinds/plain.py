"""What msgpack knows, or nearly: None, truth values, numbers, texts and bytes; arrays of these."""

import array
from types import NoneType
from typing import Any

from autograder.wire.errors import WireError
from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking, demand
from autograder.wire.kinds.others import referred
from autograder.wire.limits import MAX_INT_DIGITS

EXACT = frozenset({NoneType, bool, float, str, bytes})
CODES = "bBhHiIlLqQfd"  # of what an array of numbers holds
EXTENDED: tuple[type, ...] = (float, str, bytes)  # by a type of NumPy's or of a student's


class Plain(Kind):
    """None, truth values, floats, texts and bytes: they cross as they are; a subclass crosses as its base."""

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, (NoneType, bool, float, str, bytes))

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if type(value) in EXACT:
            return value
        for plain in EXTENDED:
            if isinstance(value, plain):
                return plain(value)
        return value


class Integer(Kind):
    """Whole numbers, of any length that is still a number."""

    tags = ("int",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, int)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        value = int(value)
        if abs(value) < 2**63:
            return value
        if value.bit_length() > 3 * MAX_INT_DIGITS:
            raise WireError("it is a number with thousands of digits")
        return ["int", str(value)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> int:
        [digits] = parts
        if len(digits) > MAX_INT_DIGITS:
            raise WireError("malformed message (number too long)")
        return int(digits)


class Complex(Kind):
    """Complex numbers."""

    tags = ("complex",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, complex)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return ["complex", value.real, value.imag]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> complex:
        real, imaginary = parts
        return complex(real, imaginary)


class Bytes(Kind):
    """Bytes that can be changed."""

    tags = ("bytearray",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, bytearray)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return ["bytearray", bytes(value)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> bytearray:
        [data] = parts
        demand(type(data) is bytes)
        return bytearray(data)

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if isinstance(theirs, bytearray):
            mine[:] = theirs
        return isinstance(theirs, bytearray)


class Compact(Kind):
    """Arrays of Python's own module `array`."""

    tags = ("numbers",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, array.array)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if value.typecode not in CODES:
            return referred(value, packing, depth)
        return ["numbers", value.typecode, value.tobytes()]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        code, data = parts
        demand(type(code) is str and len(code) == 1 and code in CODES and type(data) is bytes)
        return array.array(code, data)

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        same = isinstance(theirs, array.array) and theirs.typecode == mine.typecode
        if same:
            mine[:] = theirs
        return same
