"""What crosses in the place of a value that is not data."""

from typing import Any


class Reference:
    """A function, an object or a class that lives on the other side.

    Attributes:
        number: its place among what the other side has given out
        kind: the tag with which it came
        name: its name, or that of its type
        about: what else is told of it
    """

    def __init__(self, number: int, kind: str, name: str, about: Any = None):
        self.number, self.kind, self.about = number, kind, about
        self.name = "".join(filter(str.isprintable, name[:100]))  # it may be shown in a terminal

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name}>"

    def __deepcopy__(self, memo: dict[int, Any]) -> "Reference":
        return self


class Opaque:
    """Wraps a value that is to cross as a reference, whatever it is."""

    def __init__(self, value: Any):
        self.value = value


class StandsIn:
    """The base of all that stands in on this side for something of the other one."""

    __slots__ = ("_remote_peer", "_remote_reference")

    def __init__(self, peer: Any, reference: Reference):
        object.__setattr__(self, "_remote_peer", peer)
        object.__setattr__(self, "_remote_reference", reference)


class StandsInForClass(type):
    """The type of the classes that stand in for classes of the other side."""


def reference_of(value: Any) -> Reference | None:
    """Return what a value stands in for, if it does; the other side is not asked."""
    kind = type(value)
    found = value if kind is Reference else None
    if issubclass(kind, StandsIn):
        found = object.__getattribute__(value, "_remote_reference")
    elif issubclass(kind, StandsInForClass):
        found = type.__getattribute__(value, "_remote_class")
    return found if type(found) is Reference else None
