"""Lists, tuples, sets and dicts, with values of any kind in them; ranges, slices and the views of dicts."""

from typing import Any

from autograder.wire.errors import WireError
from autograder.wire.kinds.columns import TAGS, from_columns, in_columns
from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking, demand
from autograder.wire.limits import MAX_RANGE

AT_ONCE = 100  # keys that are put into a set or a dict before anybody looks at the clock


class Sequence(Kind):
    """Lists, tuples and sets."""

    types = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}
    exact = frozenset(types.values())
    tags = (*types, *TAGS)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, tuple(self.types.values()))

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        tag = type(value).__name__ if type(value) in self.exact else self.tag_of(value)
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
        values = [unpacking.unpack(item, depth + 1) for item in items]
        if tag in ("set", "frozenset"):
            found: set[Any] = set()
            fill(found, values, unpacking)
            return found if tag == "set" else frozenset(found)
        return values if tag == "list" else tuple(values)

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if isinstance(mine, list) and isinstance(theirs, list):
            old = mine[: len(theirs)] + [None] * (len(theirs) - len(mine))
            mine[:] = [merged(a, b) for a, b in zip(old, theirs, strict=True)]
            return True
        if isinstance(mine, set) and isinstance(theirs, set):
            mine.clear()
            mine.update(theirs)
            return True
        return False


class Dict(Kind):
    """Dicts, in their order."""

    tags: tuple[str, ...] = ("dict",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, dict)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return ["dict", pairs_of(value, packing, depth)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> dict[Any, Any]:
        [pairs] = parts
        return dict_of(pairs, unpacking, depth)

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if not isinstance(mine, dict) or not isinstance(theirs, dict):
            return False
        changed = {key: merged(mine.get(key), value) for key, value in theirs.items()}
        mine.clear()  # so that the keys come in their order
        for key, value in changed.items():
            mine[key] = value
        return True


class View(Kind):
    """What `keys`, `values` and `items` of a dict return."""

    views = {"keys": type({}.keys()), "values": type({}.values()), "items": type({}.items())}
    tags = tuple(views)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, tuple(self.views.values()))

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        tag = next(tag for tag, kind in self.views.items() if isinstance(value, kind))
        pairs = (
            value if tag == "items" else enumerate(value) if tag == "values" else ((k, None) for k in value)
        )
        return [tag, pairs_of(dict(pairs), packing, depth)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        [pairs] = parts
        found = dict_of(pairs, unpacking, depth)
        return {"keys": found.keys, "values": found.values, "items": found.items}[tag]()


class Range(Kind):
    """Ranges and slices. A range takes no room, but `list(range(10**9))` in a check would."""

    tags = ("range", "slice")

    def recognises(self, kind: type) -> bool:
        return kind in (range, slice)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if isinstance(value, range) and len(value[: MAX_RANGE + 1]) > MAX_RANGE:
            raise WireError(f"it is a range of more than {MAX_RANGE} numbers")
        places = value.start, value.stop, value.step
        return [type(value).__name__, *(packing.pack(place, depth + 1) for place in places)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        start, stop, step = (unpacking.unpack(part, depth + 1) for part in parts)
        if tag == "slice":
            return slice(start, stop, step)
        demand(type(start) is type(stop) is type(step) is int)
        found = range(start, stop, step)
        demand(len(found[: MAX_RANGE + 1]) <= MAX_RANGE)
        return found


def pairs_of(value: dict[Any, Any], packing: Packing, depth: int) -> list[Any]:
    """Return a dict as a tree."""
    return [[packing.pack(part, depth + 1) for part in pair] for pair in value.items()]


def dict_of(pairs: list[Any], unpacking: Unpacking, depth: int) -> dict[Any, Any]:
    """Return the dict that a tree stands for."""
    found: dict[Any, Any] = {}
    values = [(unpacking.unpack(k, depth + 1), unpacking.unpack(v, depth + 1)) for k, v in pairs]
    fill(found, values, unpacking)
    return found


def fill(container: Any, items: list[Any], unpacking: Unpacking) -> None:
    """Put items into a set or a dict: keys that all collide would take hours, and are refused."""
    for start in range(0, len(items), AT_ONCE):
        container.update(items[start : start + AT_ONCE])
        if start:
            unpacking.in_time()
