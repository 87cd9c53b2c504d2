"""Exceptions as values: a function may return one, or keep it in a list."""

import builtins
from typing import Any

from autograder.wire.kinds.kind import Kind, Packing, Unpacking, demand
from autograder.wire.kinds.others import referred

# An error in a text that claims to be before the text's beginning has Python read foreign memory.
TYPES: dict[str, type[Exception]] = {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type)
    and issubclass(kind, Exception)
    and not issubclass(kind, UnicodeError)
    and kind.__name__ == name
}


class Raised(Kind):
    """Python's own exceptions, made anew with the same arguments; all others stay objects."""

    tags = ("exception",)

    def recognises(self, kind: type) -> bool:
        return TYPES.get(kind.__name__) is kind

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        arguments = value.__reduce__()[1]  # unlike `args`, with the name of a file
        try:
            type(value)(*arguments)
        except Exception:  # it was made of others
            return referred(value, packing, depth)
        return ["exception", type(value).__name__, packing.pack(arguments, depth + 1)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Exception:
        name, tree = parts
        arguments = unpacking.unpack(tree, depth + 1)
        demand(type(arguments) is tuple)
        made = TYPES[name](*arguments)
        demand(type(made) is TYPES[name])
        return made
