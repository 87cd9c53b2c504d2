"""The data-only codec between examiner and candidate: no pickle, no eval, and everything bounded.

Values cross as msgpack. None, booleans, numbers, strings and bytes cross as they are. Everything else
crosses as a list that starts with a tag, in the way of its kind (`wire.kinds`). What is not data crosses as a
reference: a function can then be called, and an object handed back, but neither can be looked into.
"""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

import msgpack

from autograder.wire.errors import WireError
from autograder.wire.kinds import BY_TAG, by_type, kind_of
from autograder.wire.kinds.kind import Memory
from autograder.wire.limits import (
    MAX_IN_COLUMNS,
    MAX_MESSAGE,
    MAX_NESTING,
    MAX_REFERENCES,
    MAX_TREE,
    MAX_UNPACKING,
)
from autograder.wire.references import Reference


@dataclass
class Traffic:
    """What was packed and unpacked. Unlike a time, it is the same on every machine."""

    messages: int = 0
    bytes: int = 0
    arrays: int = 0  # TensorFlow's variables, too

    def add(self, messages: int, size: int, arrays: int) -> None:
        """Count some more."""
        self.messages += messages
        self.bytes += size
        self.arrays += arrays


class Codec:
    """Turns values into messages and back, and remembers what it has given out references to.

    Arguments:
        stand_in: makes, from a `Reference` to a function, what stands in for it on this side
    """

    def __init__(self, stand_in: Callable[[Reference], Any] = lambda reference: reference):
        self.stand_in = stand_in
        self.traffic = Traffic()
        self.given: list[Any] = []  # what the other side holds references to
        self.numbers: dict[int, int] = {}  # the same by their ids, which stay as they are, since all is kept
        self.describes = False  # whether the other side is told of what classes objects are
        self.stand_ins: dict[int, Any] = {}  # one for each reference, so that it stays the same
        self.tuple_classes: dict[Hashable, type] = {}  # of named tuples that have crossed

    def dumps(self, value: Any) -> bytes:
        """Return a value as a message; `WireError` if it is too large or too deep."""
        return b"".join(self.parts(value))

    def parts(self, value: Any) -> list[Memory]:
        """Return a value as a message in parts: the length of the tree, the tree, the entries of arrays."""
        outgoing = Outgoing(self)
        tree = msgpack.packb(outgoing.pack(value, 0), use_bin_type=True)
        if len(tree) > MAX_TREE or outgoing.size > MAX_MESSAGE - MAX_TREE - 4:
            raise WireError(
                f"it is larger than {(MAX_TREE if len(tree) > MAX_TREE else MAX_MESSAGE) // 2**20} MB"
            )
        self.traffic.add(1, len(tree) + outgoing.size, len(outgoing.kept))
        return [len(tree).to_bytes(4, "big"), tree, *outgoing.memory]

    def loads(self, message: bytes | bytearray) -> Any:
        """Return the value of a message; `WireError` if it is not one."""
        end = 4 + int.from_bytes(message[:4], "big")
        if not 4 < end <= min(len(message), MAX_TREE + 4):
            raise WireError("malformed message (length)")
        try:
            tree = msgpack.unpackb(message[4:end], raw=False, max_map_len=1, max_ext_len=1)
            incoming = Incoming(self, memoryview(message)[end:])
            value = incoming.unpack(tree, 0)
            self.traffic.add(1, len(message), len(incoming.kept))
            return value
        except WireError:
            raise
        except Exception as error:  # there are many ways to be malformed
            raise WireError(f"malformed message ({type(error).__name__})") from None

    def refer(self, value: Any, kind: str) -> list[Any]:
        """Return a reference to something of this side."""
        if type(value) is Reference:
            return ["yours", value.number]
        number = self.numbers.setdefault(id(value), len(self.given))
        if number == len(self.given):
            self.given.append(value)
        name = getattr(value, "__name__", None)
        name = name if isinstance(name, str) else type(value).__name__
        return [kind, number, name[:200]]


class Outgoing:
    """The values of one message on their way out; the same array twice crosses once."""

    def __init__(self, codec: Codec):
        self.codec, self.tuple_classes = codec, codec.tuple_classes
        self.describes = codec.describes
        self.numbers: dict[Hashable, int] = {}  # of what may come again
        self.kept: list[Any] = []  # the same, kept alive, so that an address means one array only
        self.memory: list[Memory] = []  # the entries of all arrays, one after the other
        self.size = 0  # in bytes, of all of them
        self.in_columns = 0  # how many values

    def pack(self, value: Any, depth: int) -> Any:
        """Return a part of a value as something that msgpack knows."""
        if depth > MAX_NESTING:
            raise WireError(f"it is nested deeper than {MAX_NESTING} levels")
        return (by_type.get(type(value)) or kind_of(value)).pack(value, self, depth)

    def add(self, entries: Memory) -> int:
        """Append the entries of an array to the message; return where they start."""
        start = self.size
        if start + len(entries) > MAX_MESSAGE:
            raise WireError(f"it is larger than {MAX_MESSAGE // 2**20} MB")
        self.size += len(entries)
        self.memory.append(entries)
        return start

    def known(self, key: Hashable) -> int | None:
        """Return the number of what has crossed in this message under a key, if it has."""
        return self.numbers.get(key)

    def keep(self, value: Any, *keys: Hashable) -> None:
        """Give a value of this message the next number, under those of the keys that are new."""
        for key in keys:
            self.numbers.setdefault(key, len(self.kept))
        self.kept.append(value)

    def has_room(self, count: int) -> bool:
        """Tell whether so many values more may cross in columns, and count them if so."""
        if self.in_columns + count > MAX_IN_COLUMNS:
            return False
        self.in_columns += count
        return True

    def refer(self, value: Any, kind: str) -> list[Any]:
        """Return a reference to something of this side."""
        return self.codec.refer(value, kind)


class Incoming:
    """The values of one message on their way in; anything malformed is refused."""

    def __init__(self, codec: Codec, memory: memoryview):
        self.codec, self.memory, self.tuple_classes = codec, memory, codec.tuple_classes
        self.until = 0.0  # processor time; set when somebody asks, as most messages need no clock
        self.size = 0  # of all arrays' entries, in bytes
        self.copied = 0  # of those that are copied once more
        self.in_columns = 0  # how many values
        self.kept: list[Any] = []  # arrays and variables, in the order in which they came

    def unpack(self, tree: Any, depth: int) -> Any:
        """Return the value that a part of a tree stands for."""
        if depth > 3 * MAX_NESTING:
            raise WireError("malformed message (too deep)")
        if not isinstance(tree, list):
            if isinstance(tree, (dict, msgpack.ExtType, msgpack.Timestamp)):
                raise WireError("malformed message (unknown type)")
            return tree
        tag, *parts = tree
        if not isinstance(tag, str) or tag not in BY_TAG:
            raise WireError("malformed message (unknown tag)")
        return BY_TAG[tag].unpack(tag, parts, self, depth)

    def entries(self, start: int, size: int) -> memoryview:
        """Return so many bytes of the arrays' entries; several arrays may claim the same."""
        data = self.memory[start : start + size]
        self.size += size
        if len(data) != size or self.size > MAX_MESSAGE:
            raise WireError("malformed message (size)")
        return data

    def count(self, count: int) -> None:
        """Count values that crossed in columns; refuse too many."""
        self.in_columns += count
        if self.in_columns > MAX_IN_COLUMNS:
            raise WireError("malformed message (too many values)")

    def copies(self, size: int) -> None:
        """Count bytes that are taken once more, for a copy of an array; refuse too many."""
        self.copied += size
        if self.copied > MAX_MESSAGE:
            raise WireError("malformed message (size)")

    def in_time(self) -> None:
        """Refuse a message that takes too long; called again and again where a hostile one could."""
        now = time.thread_time()
        self.until = self.until or now + MAX_UNPACKING
        if now > self.until:
            raise WireError("malformed message (it takes too long)")

    def given(self, number: int) -> Any:
        """Return what the other side holds a reference to."""
        return self.codec.given[number]

    def stand_in(self, reference: Reference) -> Any:
        """Return what stands in for a function or an object of the other side: always the same."""
        stand_ins = self.codec.stand_ins
        if reference.number not in stand_ins:
            if len(stand_ins) > MAX_REFERENCES:
                raise WireError("malformed message (too many references)")
            stand_ins[reference.number] = self.codec.stand_in(reference)
        return stand_ins[reference.number]
