"""Lists, tuples, sets, ranges and dicts, with values of any kind in them."""

from typing import Any

from autograder.wire.errors import WireError
from autograder.wire.kinds.columns import TAGS, from_columns, in_columns
from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking
from autograder.wire.limits import MAX_KEYS


class Sequence(Kind):
    """Lists, tuples, sets and ranges; a range arrives as the list of its numbers."""

    types = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset, "range": range}
    exact = frozenset(types.values())
    tags = (*types, *TAGS)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, tuple(self.types.values()))

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        tag = type(value).__name__ if type(value) in self.exact else self.tag_of(value)
        if tag in ("set", "frozenset") and len(value) > MAX_KEYS:
            raise WireError(f"it has more than {MAX_KEYS} keys")
        if type(value) is list and (columns := in_columns(value, packing, depth)) is not None:
            return columns
        return [tag, [packing.pack(item, depth + 1) for item in value]]

    def tag_of(self, value: Any) -> str:
        """Return the tag of a value whose type extends one of the types."""
        return next(tag for tag, kind in self.types.items() if isinstance(value, kind))

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        if tag in TAGS:
            return from_columns(tag, parts, unpacking, depth)
        [items] = parts
        if tag in ("set", "frozenset") and len(items) > MAX_KEYS:
            raise WireError("malformed message (too many keys)")
        values = [unpacking.unpack(item, depth + 1) for item in items]
        return values if tag in ("list", "range") else self.types[tag](values)

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if isinstance(mine, list) and isinstance(theirs, list):
            old = mine[: len(theirs)] + [None] * (len(theirs) - len(mine))
            mine[:] = [merged(a, b) for a, b in zip(old, theirs, strict=True)]
            return True
        if isinstance(mine, tuple) and isinstance(theirs, tuple) and len(mine) == len(theirs):
            for a, b in zip(mine, theirs, strict=True):
                merged(a, b)
            return True
        return False


class Dict(Kind):
    """Dicts, in their order."""

    tags = ("dict",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, dict)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if len(value) > MAX_KEYS:
            raise WireError(f"it has more than {MAX_KEYS} keys")
        return ["dict", [[packing.pack(part, depth + 1) for part in pair] for pair in value.items()]]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> dict[Any, Any]:
        [pairs] = parts
        if len(pairs) > MAX_KEYS:
            raise WireError("malformed message (too many keys)")
        return {unpacking.unpack(k, depth + 1): unpacking.unpack(v, depth + 1) for k, v in pairs}

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if not isinstance(mine, dict) or not isinstance(theirs, dict):
            return False
        for key in [key for key in mine if key not in theirs]:
            del mine[key]
        for key, value in theirs.items():
            mine[key] = merged(mine.get(key), value)
        return True
