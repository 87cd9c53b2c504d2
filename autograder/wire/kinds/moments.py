"""Moments, spans of time and intervals of pandas."""

from typing import Any

import numpy as np

from autograder.wire.kinds.kind import Kind, Packing, Unpacking, demand, imported
from autograder.wire.kinds.others import referred
from autograder.wire.kinds.pandas_arrays import CLOSED, MOMENTS, pandas
from autograder.wire.kinds.times import is_zone
from autograder.wire.references import Reference


class Moment(Kind):
    """Moments, in a time zone or not, and spans of time."""

    tags = ("timestamp", "pandas_timedelta")

    def recognises(self, kind: type) -> bool:
        return any(kind is imported("pandas", name) for name in ("Timestamp", "Timedelta"))

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if isinstance(value, pandas().Timedelta):
            return ["pandas_timedelta", packing.pack(value.asm8, depth + 1)]
        if not (value.tz is None or is_zone(value.tz)):
            return referred(value, packing, depth)
        parts = value.asm8, value.tz
        return ["timestamp", *(packing.pack(part, depth + 1) for part in parts)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        value, *rest = (unpacking.unpack(part, depth + 1) for part in parts)
        pd = pandas()
        if pd is None:
            return Reference(0, "object", "Timestamp")
        if tag == "pandas_timedelta":
            demand(type(value) is np.timedelta64)
            return pd.Timedelta(value)
        [zone] = rest
        demand(type(value) is np.datetime64 and value.dtype in MOMENTS)
        demand(zone is None or is_zone(zone))
        made = pd.Timestamp(value)
        return made if zone is None else made.tz_localize("UTC").tz_convert(zone)


class Interval(Kind):
    """One interval."""

    tags = ("interval",)

    def recognises(self, kind: type) -> bool:
        return kind is imported("pandas", "Interval")

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        sides = (packing.pack(side, depth + 1) for side in (value.left, value.right))
        return ["interval", value.closed, *sides]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        closed, *sides = parts
        left, right = (unpacking.unpack(side, depth + 1) for side in sides)
        pd = pandas()
        if pd is None:
            return Reference(0, "object", "Interval")
        demand(closed in CLOSED)
        return pd.Interval(left, right, closed)
