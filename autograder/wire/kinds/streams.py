"""Files that are only in memory, and pictures: both are data."""

import io
from typing import Any

import numpy as np

from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking, demand, imported
from autograder.wire.kinds.others import referred
from autograder.wire.references import Reference

MODES = {"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr", "HSV", "I", "F"}  # of pictures without a palette


class Stream(Kind):
    """Texts and bytes that are read and written as a file, and the place where this goes on."""

    types: dict[str, Any] = {"StringIO": io.StringIO, "BytesIO": io.BytesIO}
    tags = tuple(types)

    def recognises(self, kind: type) -> bool:
        return kind in self.types.values()

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if value.closed:
            return referred(value, packing, depth)
        return [type(value).__name__, value.getvalue(), value.tell()]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        content, place = parts
        demand(type(content) is (str if tag == "StringIO" else bytes))
        demand(type(place) is int and 0 <= place <= len(content))  # who goes on further out fills the gap
        made = self.types[tag](content)
        made.seek(place)
        return made

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if type(theirs) is not type(mine) or mine.closed or theirs.closed:
            return False
        mine.seek(0)
        mine.truncate()
        mine.write(theirs.getvalue())
        mine.seek(theirs.tell())
        return True


class Picture(Kind):
    """Pictures of Pillow, by their entries; one that is read from a file stays where it is."""

    tags = ("picture",)

    def recognises(self, kind: type) -> bool:
        return kind is imported("PIL.Image", "Image")

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if value.mode not in MODES or not all(value.size):
            return referred(value, packing, depth)
        entries = np.frombuffer(value.tobytes(), np.uint8)
        return ["picture", value.mode, list(value.size), packing.pack(entries, depth + 1)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        mode, size, tree = parts
        entries = unpacking.unpack(tree, depth + 1)
        make = imported("PIL.Image", "frombytes")
        if make is None:
            return Reference(0, "object", "Image")
        demand(mode in MODES and type(size) is list and len(size) == 2)
        demand(all(type(side) is int and 0 < side < 2**31 for side in size))
        demand(type(entries) is np.ndarray and entries.dtype == np.uint8)
        demand(entries.nbytes >= size[0] * size[1])  # before memory is taken for the picture
        return make(mode, tuple(size), entries.tobytes())
