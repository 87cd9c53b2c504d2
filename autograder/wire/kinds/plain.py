"""What msgpack knows, or nearly: None, truth values, numbers, texts and bytes."""

from types import NoneType
from typing import Any

from autograder.wire.errors import WireError
from autograder.wire.kinds.kind import Kind, Packing, Unpacking
from autograder.wire.limits import MAX_INT_DIGITS

EXACT = frozenset({NoneType, bool, float, str, bytes})
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
