"""Exact numbers: decimal fractions, and ratios of whole numbers."""

import decimal
import fractions
from typing import Any

from autograder.wire.errors import WireError
from autograder.wire.kinds.kind import Kind, Packing, Unpacking, demand
from autograder.wire.limits import MAX_INT_DIGITS


class Decimal(Kind):
    """Decimal numbers. The whole number that a short text stands for, 1e999999999, would fill the memory."""

    tags = ("decimal",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, decimal.Decimal)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if not is_short(value):
            raise WireError("it is a number with thousands of digits")
        return ["decimal", str(value)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> decimal.Decimal:
        [text] = parts
        demand(type(text) is str and len(text) <= MAX_INT_DIGITS + 20)
        found = decimal.Decimal(text)
        demand(is_short(found))
        return found


def is_short(value: decimal.Decimal) -> bool:
    """Tell whether a number can be written without an exponent in few digits."""
    sign, digits, exponent = value.as_tuple()
    return len(digits) + (abs(exponent) if isinstance(exponent, int) else 0) <= MAX_INT_DIGITS


class Fraction(Kind):
    """Ratios of whole numbers."""

    tags = ("fraction",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, fractions.Fraction)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return ["fraction", packing.pack(value.numerator, depth), packing.pack(value.denominator, depth)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> fractions.Fraction:
        numerator, denominator = (unpacking.unpack(part, depth + 1) for part in parts)
        demand(type(numerator) is type(denominator) is int)
        unpacking.in_time()
        return fractions.Fraction(numerator, denominator)
