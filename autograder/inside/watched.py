"""Variables of the student's that a check has looked up, and which of them a call has changed."""

from typing import Any

from autograder.wire.codec import Codec
from autograder.wire.errors import WireError

CONSTANTS = frozenset({bool, int, float, complex, str, bytes, type(None)})  # another may take their place

MAX_COMPARED = 2**30  # bytes, in one check: it takes about a second


class Watched:
    """Tells of each change once.

    Arguments:
        names: those of the notebook
        codec: packs values, so that what was changed in place is noticed
    """

    def __init__(self, names: dict[str, Any], codec: Codec):
        self.names, self.codec = names, codec
        self.forget()

    def forget(self) -> None:
        """Tell of nothing anymore."""
        self.known: dict[str, tuple[Any, bytes | None]] = {}
        self.compared = 0  # bytes

    def watch(self, names: list[str]) -> None:
        """Tell from now on what becomes of these."""
        for name in names:
            if name in self.names:
                self.known[name] = self.names[name], self.packed(self.names[name])

    def packed(self, value: Any) -> bytes | None:
        """Return a value as it would cross; None if it is too large, or cannot be changed in place."""
        if type(value) in CONSTANTS or callable(value):
            return None
        try:
            packed = self.codec.dumps(value)
        except WireError:
            return None
        self.compared += len(packed)
        return packed

    def changed(self) -> dict[str, Any]:
        """Return the variables that have changed since they were last told."""
        found = {}
        for name, (value, packed) in self.known.items():
            now = self.names.get(name, value)  # it cannot be told that there is none anymore
            comparable = packed is not None and self.compared < MAX_COMPARED
            if now is not value or (comparable and self.packed(now) != packed):
                found[name] = now
        self.watch(list(found))
        return found
