"""The containers of Python's `collections`: each arrives as what it is, with the names of its fields."""

import keyword
import re
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Hashable
from typing import Any

from autograder.wire.kinds.constants import TYPES
from autograder.wire.kinds.containers import Dict, dict_of, pairs_of
from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking, demand
from autograder.wire.references import reference_of

FACTORIES = [None, *(TYPES[name] for name in ("list", "dict", "set", "tuple", "int", "float", "str", "bool"))]
NAME = re.compile(r"[A-Za-z]\w{0,50}", re.ASCII)
MAX_FIELDS = 100
MAX_CLASSES = 500  # each is a class of its own on this side


class Mapping(Dict):
    """Dicts that count, that remember their order, or that have a default for what is missing."""

    types = {"OrderedDict": OrderedDict, "defaultdict": defaultdict, "Counter": Counter}
    tags = tuple(types)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, tuple(self.types.values()))

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        tag = next(tag for tag, kind in self.types.items() if isinstance(value, kind))
        factory = [packing.pack(value.default_factory, depth + 1)] if tag == "defaultdict" else []
        return [tag, pairs_of(value, packing, depth), *factory]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> dict[Any, Any]:
        pairs, *factory = parts
        found = dict_of(pairs, unpacking, depth)
        if tag != "defaultdict":
            demand(not factory)
            return OrderedDict(found) if tag == "OrderedDict" else Counter(found)
        default = unpacking.unpack(factory[0], depth + 1)
        demand(any(default is known for known in FACTORIES) or reference_of(default) is not None)
        return defaultdict(default, found)

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        same = any(isinstance(mine, kind) and isinstance(theirs, kind) for kind in self.types.values())
        return same and super().update(mine, theirs, merged)


class Deque(Kind):
    """Queues with two ends."""

    tags = ("deque",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, deque)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return ["deque", packing.pack(list(value), depth + 1), value.maxlen]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> deque[Any]:
        items, maxlen = parts
        values = unpacking.unpack(items, depth + 1)
        demand(type(values) is list)
        return deque(values, maxlen)

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if not isinstance(theirs, deque) or mine.maxlen != theirs.maxlen:
            return False
        old = [*mine, *[None] * len(theirs)]
        mine.clear()
        mine.extend(merged(a, b) for a, b in zip(old, theirs, strict=False))
        return True


class NamedTuple(Kind):
    """Tuples whose fields have names. What comes back is of the class that it had here, or of one like it."""

    tags = ("namedtuple",)

    def recognises(self, kind: type) -> bool:
        fields = getattr(kind, "_fields", None)
        return (
            issubclass(kind, tuple)
            and type(fields) is tuple
            and len(fields) <= MAX_FIELDS
            and all(map(is_name, [kind.__name__, *fields]))
        )

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        items = [packing.pack(item, depth + 1) for item in value]
        own = next(kind for kind in type(value).__mro__ if kind.__base__ is tuple)
        name, fields = own.__name__, list(type(value)._fields)
        if len(fields) != len(items) or not is_name(name):
            return ["tuple", items]
        packing.tuple_classes.setdefault(key_of(name, fields), own)
        return ["namedtuple", name, fields, items]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        name, fields, items = parts
        demand(type(fields) is list and len(items) == len(fields) <= MAX_FIELDS)
        demand(all(map(is_name, [name, *fields])))  # `namedtuple` makes code of them
        values = [unpacking.unpack(item, depth + 1) for item in items]
        key = key_of(name, fields)
        if key not in unpacking.tuple_classes:
            demand(len(unpacking.tuple_classes) < MAX_CLASSES)
            unpacking.tuple_classes[key] = namedtuple(name, fields)
        return tuple.__new__(unpacking.tuple_classes[key], values)


def is_name(name: Any) -> bool:
    """Tell whether a class or a field may be called so."""
    return isinstance(name, str) and bool(NAME.fullmatch(name)) and not keyword.iskeyword(name)


def key_of(name: str, fields: list[str]) -> Hashable:
    """Return what tells a class of named tuples from all others."""
    return name, *fields
