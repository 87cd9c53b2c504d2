"""What is not data: functions, iterators, objects and classes, which cross as references."""

import types
from collections.abc import Iterator
from typing import Any

from autograder.wire.kinds.kind import Kind, Packing, Unpacking, index
from autograder.wire.objects import about_class, described
from autograder.wire.references import Opaque, Reference, reference_of

FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType)


class Wrapped(Kind):
    """What is to cross as a reference, whatever it is."""

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, Opaque)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return packing.refer(value.value, "object")


class Other(Kind):
    """A function can be called from the other side, and an object handed back; neither can be looked into.

    Where a course allows that (`wire.objects`), it is also told of what class an object is.
    """

    tags: tuple[str, ...] = ("yours", "function", "object", "class")

    def recognises(self, kind: type) -> bool:
        return True

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if (reference := reference_of(value)) is not None:
            return packing.refer(reference, "")
        if isinstance(value, FUNCTIONS) or (callable(value) and not packing.describes):
            return [*packing.refer(value, "function"), type(value) is types.FunctionType]
        if not packing.describes:
            return packing.refer(value, "object")
        if isinstance(value, type):
            return described(value, packing.refer)
        return [*packing.refer(value, "object"), described(type(value), packing.refer)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        if tag == "yours":
            [number] = parts
            return unpacking.given(index(number))
        number, name, *rest = parts
        about: Any = None
        if tag == "function":
            [about] = rest  # whether it is written in Python
        elif tag == "class":
            about = about_class(rest, lambda base: unpacking.unpack(base, depth + 1))
        elif rest:
            [kind] = rest
            about = unpacking.unpack(kind, depth + 1)
        return unpacking.stand_in(Reference(index(number), tag, str(name), about))


def referred(value: Any, packing: Packing, depth: int) -> Any:
    """Return a reference to a value that is of a kind of data, but cannot cross as data."""
    return Other().pack(value, packing, depth)


class OfStudent(Other):
    """A value of a type of the student's own: where a course allows it, even if it is a list or a number."""

    tags = ()

    def recognises(self, kind: type) -> bool:
        return kind.__module__ == "__main__"


class Iterators(Other):
    """What Python makes to be iterated once, such as a generator: its items are asked for, one by one."""

    tags = ("iterator",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, Iterator) and kind.__module__ in ("builtins", "itertools")

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if packing.describes:
            return super().pack(value, packing, depth)
        tag, number, _ = packing.refer(value, "iterator")
        return [tag, number, type(value).__name__]
