"""The data-only codec between examiner and candidate: no pickle, no eval, and everything bounded.

A value crosses as msgpack. None, booleans, numbers, strings and bytes cross as they are; everything
else as a list that starts with a tag. What is not data crosses as a reference: a function can then be
called and an object handed back, but neither can be looked into.
"""

from collections.abc import Callable
from typing import Any

import msgpack

from autograder.bounds import MAX_MESSAGE, MAX_TREE, Reference, WireError
from autograder.packing import Packing
from autograder.unpacking import Unpacking


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
        return b"".join(self.parts(value))

    def parts(self, value: Any) -> list[bytes | memoryview]:
        """Return a value as a message in parts: the length of the tree, the tree, the entries of arrays."""
        packing = Packing(self)
        tree = msgpack.packb(packing.pack(value, 0), use_bin_type=True)
        if len(tree) > MAX_TREE or packing.size > MAX_MESSAGE - MAX_TREE - 4:
            raise WireError(
                f"it is larger than {(MAX_TREE if len(tree) > MAX_TREE else MAX_MESSAGE) // 2**20} MB"
            )
        return [len(tree).to_bytes(4, "big"), tree, *packing.entries]

    def loads(self, message: bytes | bytearray) -> Any:
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
