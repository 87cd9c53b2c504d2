"""Paths, patterns and identifiers: what is written as a text and is more than that."""

import pathlib
import re
import uuid
import warnings
from typing import Any

from autograder.wire.errors import WireError
from autograder.wire.kinds.kind import Kind, Packing, Unpacking, demand
from autograder.wire.kinds.others import referred

PATHS = {kind.__name__: kind for kind in (pathlib.PosixPath, pathlib.PurePosixPath, pathlib.PureWindowsPath)}
MAX_PATH = 5000  # characters
MAX_PATTERN = 500  # characters: to compile some that ignore case takes milliseconds for each
FLAGS = re.ASCII | re.IGNORECASE | re.LOCALE | re.MULTILINE | re.DOTALL | re.UNICODE | re.VERBOSE


class Path(Kind):
    """Paths: what they are called, and not what lies there."""

    tags = ("path",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, tuple(PATHS.values()))

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if len(str(value)) > MAX_PATH:
            raise WireError(f"it is a path of more than {MAX_PATH} characters")
        return ["path", next(name for name, kind in PATHS.items() if isinstance(value, kind)), str(value)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> pathlib.PurePath:
        name, text = parts
        demand(type(text) is str and len(text) <= MAX_PATH)
        return PATHS[name](text)


class Pattern(Kind):
    """Regular expressions. What one has found stays an object: finding it again might never end."""

    tags = ("pattern",)

    def recognises(self, kind: type) -> bool:
        return kind is re.Pattern

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if len(value.pattern) > MAX_PATTERN or value.flags & ~FLAGS:
            return referred(value, packing, depth)
        return ["pattern", value.pattern, int(value.flags)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        text, flags = parts
        demand(type(text) in (str, bytes) and len(text) <= MAX_PATTERN)
        demand(type(flags) is int and not flags & ~FLAGS)
        unpacking.in_time()
        with warnings.catch_warnings(action="ignore"):  # of what may mean something else in future
            return re.compile(text, flags)


class Identifier(Kind):
    """Identifiers of 128 bits."""

    tags = ("uuid",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, uuid.UUID)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return ["uuid", value.bytes]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> uuid.UUID:
        [data] = parts
        demand(type(data) is bytes)
        return uuid.UUID(bytes=data)
