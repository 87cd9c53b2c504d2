"""The names of the rows and columns of tables."""

import re
from typing import Any

import numpy as np

from autograder.wire.kinds.kind import Kind, Packing, Unpacking, demand, imported
from autograder.wire.kinds.others import referred
from autograder.wire.kinds.pandas_arrays import MAX_DISTINCT, array_of, can_cross, check_array, pandas
from autograder.wire.limits import MAX_RANGE
from autograder.wire.references import Reference

FREQUENCY = re.compile(r"-?\d{0,4}[A-Za-z]{1,5}(-[A-Z]{3})?", re.ASCII)
MAX_REGULAR = 100_000  # moments that pandas compares with those that a frequency gives
MAX_LEVELS = 100


class Index(Kind):
    """Names of one level, of several, or the numbers from 0 on."""

    tags = ("index", "range_index", "multi_index")

    def recognises(self, kind: type) -> bool:
        index = imported("pandas", "Index")
        return index is not None and issubclass(kind, index)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        pd = pandas()
        if isinstance(value, pd.RangeIndex) and len(value) <= MAX_RANGE:
            return ["range_index", value.start, value.stop, value.step, packing.pack(value.name, depth + 1)]
        if not can_cross(value):
            return referred(value, packing, depth)
        if isinstance(value, pd.MultiIndex):
            parts = list(value.levels), [np.asarray(code) for code in value.codes], list(value.names)
            return ["multi_index", *(packing.pack(part, depth + 1) for part in parts)]
        frequency = getattr(value, "freqstr", None)
        if frequency and (len(value) > MAX_REGULAR or not FREQUENCY.fullmatch(frequency)):
            frequency = None
        return [
            "index",
            frequency,
            *(packing.pack(part, depth + 1) for part in (array_of(value), value.name)),
        ]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        plain, trees = (parts[:1], parts[1:]) if tag == "index" else ([], parts)
        values = [unpacking.unpack(tree, depth + 1) for tree in trees]
        unpacking.in_time()
        if pandas() is None:
            return Reference(0, "object", "Index")
        return getattr(self, f"to_{tag}")(unpacking, *plain, *values)

    def to_range_index(self, unpacking: Unpacking, start: int, stop: int, step: int, name: Any) -> Any:
        """Return the numbers from 0 on, or others with the same distance."""
        numbers = range(start, stop, step)
        demand(len(numbers[: MAX_RANGE + 1]) <= MAX_RANGE)
        return pandas().RangeIndex(numbers, name=name)

    def to_multi_index(self, unpacking: Unpacking, levels: Any, codes: Any, names: Any) -> Any:
        """Return names of several levels: pandas refuses a code that has none."""
        pd = pandas()
        demand(type(levels) is type(codes) is type(names) is list and 0 < len(levels) <= MAX_LEVELS)
        demand(all(isinstance(level, pd.Index) and level.nlevels == 1 for level in levels))
        demand(sum(map(len, levels)) <= MAX_DISTINCT)
        demand(all(type(code) is np.ndarray and code.dtype.kind == "i" and code.ndim == 1 for code in codes))
        unpacking.copies(8 * sum(map(len, codes)))
        return pd.MultiIndex(levels, codes, names=names)

    def to_index(self, unpacking: Unpacking, frequency: Any, values: Any, name: Any) -> Any:
        """Return names of one level; moments may come at regular times."""
        pd = pandas()
        check_array(values, unpacking)
        made = pd.Index(values, dtype=values.dtype, name=name)
        if frequency is not None:
            demand(bool(FREQUENCY.fullmatch(frequency)) and len(made) <= MAX_REGULAR)
            made.freq = pd.tseries.frequencies.to_offset(frequency)
        return made
