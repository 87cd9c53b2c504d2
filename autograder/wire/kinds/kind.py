"""What there is to know about one kind of value that crosses the wire."""

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable
from typing import Any, Protocol

from autograder.wire.errors import WireError
from autograder.wire.references import Reference

Memory = bytes | memoryview
Merged = Callable[[Any, Any], Any]


class Packing(Protocol):
    """One message on its way out, as kinds see it."""

    kept: list[Any]  # what has a number, in the order in which it goes
    tuple_classes: dict[Hashable, type]  # of named tuples, on both sides of the line
    describes: bool  # whether to tell of what classes objects are

    def pack(self, value: Any, depth: int) -> Any:
        """Return a part of a value as something that msgpack knows."""

    def add(self, entries: Memory) -> int:
        """Append the entries of an array to the message; return where they start."""

    def known(self, key: Hashable) -> int | None:
        """Return the number of what has crossed in this message under a key, if it has."""

    def keep(self, value: Any, *keys: Hashable) -> None:
        """Give a value of this message the next number, under those of the keys that are new."""

    def has_room(self, count: int) -> bool:
        """Tell whether so many values more may cross in columns, and count them if so."""

    def refer(self, value: Any, kind: str) -> list[Any]:
        """Return a reference to something of this side."""


class Unpacking(Protocol):
    """One message on its way in, as kinds see it."""

    kept: list[Any]  # what has a number, in the order in which it came
    tuple_classes: dict[Hashable, type]  # of named tuples, on both sides of the line

    def unpack(self, tree: Any, depth: int) -> Any:
        """Return the value that a part of a tree stands for."""

    def entries(self, start: int, size: int) -> memoryview:
        """Return so many bytes of the arrays' entries."""

    def count(self, count: int) -> None:
        """Count values that crossed in columns; refuse too many."""

    def copies(self, size: int) -> None:
        """Count bytes that are taken once more, for a copy of an array; refuse too many."""

    def in_time(self) -> None:
        """Refuse a message that takes too long; called again and again where a hostile one could."""

    def given(self, number: int) -> Any:
        """Return what the other side holds a reference to."""

    def stand_in(self, reference: Reference) -> Any:
        """Return what stands in for something of the other side."""


class Kind(ABC):
    """One kind of value. Each kind is one such class; `kinds.KINDS` lists them.

    The methods are called by `wire.codec`, on both sides. What comes in may be anything. If it is not what
    `pack` makes, `unpack` may raise any exception, but must do nothing worse.
    """

    tags: tuple[str, ...] = ()  # what its trees begin with

    @abstractmethod
    def recognises(self, kind: type) -> bool:
        """Tell whether values of this type are of this kind; asked once for each type."""

    @abstractmethod
    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        """Return a value as what msgpack knows, or as a list that starts with one of the tags."""

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        """Return the value that a list stands for, which started with one of the tags, if there are any."""
        raise WireError("malformed message (unknown tag)")

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        """Change a value of this side, in place, to what the other side made of it; return whether it can be.

        `merged` does the same for what is in a container, and returns what is to be there afterwards.
        """
        return False


def imported(module: str, name: str) -> Any:
    """Return what a module has under a name, if it is imported on this side, or else None.

    A library is never imported here: who has not imported it has no values of its types.
    """
    return getattr(sys.modules.get(module), name, None)


def demand(condition: bool) -> None:
    """Refuse a message unless it is as it should be."""
    if not condition:
        raise WireError("malformed message (value)")


def index(number: Any) -> int:
    """Return a number that the other side sent as an index, if it is one."""
    if not isinstance(number, int) or number < 0:
        raise WireError("malformed message (reference)")
    return number
