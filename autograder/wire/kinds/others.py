"""What is not data: functions and objects, which cross as references."""

from typing import Any

from autograder.wire.kinds.kind import Kind, Packing, Unpacking, index
from autograder.wire.references import Opaque, Reference


class Wrapped(Kind):
    """What is to cross as a reference, whatever it is."""

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, Opaque)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return packing.refer(value.value, "object")


class Other(Kind):
    """A function can be called from the other side, and an object handed back; neither can be looked into."""

    tags = ("yours", "function", "object")

    def recognises(self, kind: type) -> bool:
        return True

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        stands_for = getattr(value, "reference", None)
        if isinstance(stands_for, Reference):
            return packing.refer(stands_for, "")
        return packing.refer(value, "function" if callable(value) else "object")

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        if tag == "yours":
            [number] = parts
            return unpacking.given(index(number))
        number, name = parts
        return unpacking.stand_in(Reference(index(number), tag, str(name)))
