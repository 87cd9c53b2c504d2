"""Moments, days, times of day, spans of time and time zones."""

import datetime
import re
from typing import Any

from autograder.wire.kinds.kind import Kind, Packing, Unpacking, demand, imported
from autograder.wire.kinds.others import referred

DAY, CLOCK = ["year", "month", "day"], ["hour", "minute", "second", "microsecond"]
FIELDS = {
    "datetime": [*DAY, *CLOCK],
    "date": DAY,
    "time": CLOCK,
    "timedelta": ["days", "seconds", "microseconds"],
}
TYPES = {name: getattr(datetime, name) for name in FIELDS}  # a moment is a day, too, and comes first
KEY = re.compile(r"[\w+-]{1,30}(/[\w+-]{1,30}){0,2}", re.ASCII)  # a file is looked up by it


class Time(Kind):
    """What `datetime` makes; a moment in a time zone that is not data stays an object."""

    tags = tuple(FIELDS)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, tuple(TYPES.values()))

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        tag = next(tag for tag, kind in TYPES.items() if isinstance(value, kind))
        numbers = [getattr(value, name) for name in FIELDS[tag]]
        if tag not in ("datetime", "time"):
            return [tag, numbers]
        if not (value.tzinfo is None or is_zone(value.tzinfo)):
            return referred(value, packing, depth)
        return [tag, numbers, value.fold, packing.pack(value.tzinfo, depth + 1)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        numbers, *rest = parts
        demand(all(type(number) is int for number in numbers) and len(numbers) == len(FIELDS[tag]))
        if not rest:
            return TYPES[tag](*numbers)
        fold, tree = rest
        zone = unpacking.unpack(tree, depth + 1)
        demand(zone is None or is_zone(zone))
        return TYPES[tag](*numbers, tzinfo=zone, fold=fold)


class Zone(Kind):
    """Time zones: those with a fixed difference, and those of the table that every system has."""

    tags = ("timezone", "zone")

    def recognises(self, kind: type) -> bool:
        return is_kind_of_zone(kind)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if isinstance(value, datetime.timezone):
            return ["timezone", packing.pack(value.utcoffset(None), depth + 1), value.tzname(None)]
        return ["zone", value.key] if is_zone(value) else referred(value, packing, depth)

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        if tag == "timezone":
            offset, name = parts
            difference = unpacking.unpack(offset, depth + 1)
            plain = datetime.timezone(difference)
            return plain if name == str(plain) else named(difference, name)
        [key] = parts
        demand(bool(KEY.fullmatch(key)))
        unpacking.in_time()
        from zoneinfo import ZoneInfo  # not needed by most, and slow to import

        return ZoneInfo(key)


def named(difference: datetime.timedelta, name: Any) -> datetime.timezone:
    """Return a time zone that has a name of its own."""
    demand(type(name) is str and len(name) <= 100)
    return datetime.timezone(difference, name)


def is_kind_of_zone(kind: type) -> bool:
    """Tell whether values of a type are time zones that may cross."""
    of_table = imported("zoneinfo", "ZoneInfo")
    return kind is datetime.timezone or (of_table is not None and issubclass(kind, of_table))


def is_zone(value: Any) -> bool:
    """Tell whether a time zone can cross: one that was read from a file of its own has no key."""
    if type(value) is datetime.timezone:
        return True
    return is_kind_of_zone(type(value)) and isinstance(value.key, str) and bool(KEY.fullmatch(value.key))
