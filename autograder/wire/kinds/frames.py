"""The tables and columns of pandas: column by column, with their dtypes and names."""

from typing import Any

from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking, demand, imported
from autograder.wire.kinds.others import referred
from autograder.wire.kinds.pandas_arrays import array_of, can_cross, check_array, pandas
from autograder.wire.references import Reference

MAX_COLUMNS = 10_000


class Frame(Kind):
    """Tables."""

    tags = ("frame",)

    def recognises(self, kind: type) -> bool:
        frame = imported("pandas", "DataFrame")
        return frame is not None and issubclass(kind, frame)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        columns = [value.iloc[:, number] for number in range(min(value.shape[1], MAX_COLUMNS + 1))]
        if len(columns) > MAX_COLUMNS or not all(map(can_cross, (value.index, value.columns, *columns))):
            return referred(value, packing, depth)
        parts = value.index, value.columns, *map(array_of, columns)
        return ["frame", *(packing.pack(part, depth + 1) for part in parts)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        demand(len(parts) <= MAX_COLUMNS + 2)
        index, names, *columns = [unpacking.unpack(part, depth + 1) for part in parts]
        pd = pandas()
        if pd is None:
            return Reference(0, "object", "DataFrame")
        demand(isinstance(index, pd.Index) and isinstance(names, pd.Index) and len(names) == len(columns))
        made = {number: column(values, index, unpacking) for number, values in enumerate(columns)}
        frame = pd.DataFrame(made, index=index, copy=False)
        frame.columns = names  # the same name may come twice
        return frame

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        return replaced(mine, theirs)


class Series(Kind):
    """Columns, by themselves."""

    tags = ("series",)

    def recognises(self, kind: type) -> bool:
        series = imported("pandas", "Series")
        return series is not None and issubclass(kind, series)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if not can_cross(value) or not can_cross(value.index):
            return referred(value, packing, depth)
        parts = array_of(value), value.index, value.name
        return ["series", *(packing.pack(part, depth + 1) for part in parts)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        values, index, name = (unpacking.unpack(part, depth + 1) for part in parts)
        pd = pandas()
        if pd is None:
            return Reference(0, "object", "Series")
        demand(isinstance(index, pd.Index))
        return column(values, index, unpacking).rename(name)

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        return replaced(mine, theirs)


def column(values: Any, index: Any, unpacking: Unpacking) -> Any:
    """Return one column; without a dtype, pandas would guess one."""
    check_array(values, unpacking)
    demand(len(values) == len(index))
    return pandas().Series(values, index=index, dtype=values.dtype)


def replaced(mine: Any, theirs: Any) -> bool:
    """Let a table or a column hold what another one of its type holds; tell whether that can be."""
    if type(mine) is not type(theirs):
        return False
    mine._update_inplace(theirs)  # pandas' own `inplace=True` does the same
    if mine.ndim == 1:
        mine.name = theirs.name
    return True
