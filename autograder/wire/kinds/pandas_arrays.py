"""The arrays of pandas that NumPy does not have: texts, categories, time zones, missing numbers, intervals.

A column of a table crosses as such an array, or as one of NumPy's. pandas is never imported here.
"""

import sys
from types import NoneType
from typing import Any

import numpy as np

from autograder.wire.kinds.kind import Kind, Packing, Unpacking, demand, imported
from autograder.wire.kinds.others import referred
from autograder.wire.kinds.times import is_zone
from autograder.wire.references import Reference

NUMBERS = {"Int": "IntegerArray", "UInt": "IntegerArray", "Float": "FloatingArray", "boolean": "BooleanArray"}
CLOSED = ("left", "right", "both", "neither")
MAX_DISTINCT = 20_000  # categories, or names in all levels: pandas looks each up, and they may collide
MOMENTS = [np.dtype(f"M8[{unit}]") for unit in ("s", "ms", "us", "ns")]


def pandas() -> Any:
    """Return pandas, if it is imported and complete."""
    return sys.modules["pandas"] if imported("pandas", "DataFrame") is not None else None


class Extension(Kind):
    """An array of a dtype of pandas' own."""

    tags = ("strings", "categorical", "zoned", "nullable", "intervals")

    def recognises(self, kind: type) -> bool:
        extension = imported("pandas.api.extensions", "ExtensionArray")
        return extension is not None and issubclass(kind, extension)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        tag = tag_of(value.dtype)
        if tag is None:
            return referred(value, packing, depth)
        return [tag, *(packing.pack(part, depth + 1) for part in getattr(self, f"{tag}_of")(value))]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        values = [unpacking.unpack(part, depth + 1) for part in parts]
        unpacking.in_time()
        if pandas() is None:
            return Reference(0, "object", "ExtensionArray")
        unpacking.copies(sum(value.nbytes for value in values if type(value) is np.ndarray))
        return getattr(self, f"to_{tag}")(*values)

    def strings_of(self, value: Any) -> tuple[Any, ...]:
        """Return the parts of texts, of which some may be missing."""
        missing = "nan" if value.dtype.na_value is np.nan else "NA"
        return value.dtype.storage, missing, value.to_numpy(object, na_value=None)

    def to_strings(self, storage: str, missing: str, texts: Any) -> Any:
        """Return texts, made of their parts."""
        demand(type(storage) is str and storage in ("python", "pyarrow") and type(missing) is str)
        demand(type(texts) is np.ndarray and texts.dtype == object and texts.ndim == 1)
        demand(all(type(text) in (str, NoneType) for text in texts))
        pd = pandas()
        return pd.array(texts, dtype=pd.StringDtype(storage, np.nan if missing == "nan" else pd.NA))

    def categorical_of(self, value: Any) -> tuple[Any, ...]:
        """Return the parts of categories."""
        return np.asarray(value.codes), value.categories, bool(value.ordered)

    def to_categorical(self, codes: Any, categories: Any, ordered: Any) -> Any:
        """Return categories: pandas refuses a code that has none."""
        pd = pandas()
        demand(type(codes) is np.ndarray and codes.dtype.kind == "i" and codes.ndim == 1)
        demand(isinstance(categories, pd.Index) and len(categories) <= MAX_DISTINCT)
        demand(type(ordered) is bool)
        return pd.Categorical.from_codes(codes, categories, ordered=ordered)

    def zoned_of(self, value: Any) -> tuple[Any, ...]:
        """Return the parts of moments in a time zone."""
        return value.tz_convert("UTC").tz_localize(None).to_numpy(), value.dtype.tz

    def to_zoned(self, moments: Any, zone: Any) -> Any:
        """Return moments in a time zone."""
        demand(type(moments) is np.ndarray and moments.dtype in MOMENTS and moments.ndim == 1)
        demand(is_zone(zone))
        return pandas().DatetimeIndex(moments).tz_localize("UTC").tz_convert(zone).array

    def nullable_of(self, value: Any) -> tuple[Any, ...]:
        """Return the parts of numbers, of which some may be missing."""
        dtype = value.dtype.numpy_dtype
        return (
            value.dtype.name.rstrip("0123456789"),
            value.to_numpy(dtype, na_value=dtype.type(0)),
            value.isna(),
        )

    def to_nullable(self, name: str, numbers: Any, missing: Any) -> Any:
        """Return numbers of which some may be missing."""
        demand(type(name) is str and name in NUMBERS)
        demand(all(type(part) is np.ndarray and part.ndim == 1 for part in (numbers, missing)))
        demand(len(numbers) == len(missing) and missing.dtype == bool)
        return getattr(pandas().arrays, NUMBERS[name])(numbers, missing)

    def intervals_of(self, value: Any) -> tuple[Any, ...]:
        """Return the parts of intervals."""
        return value.left, value.right, value.closed

    def to_intervals(self, left: Any, right: Any, closed: str) -> Any:
        """Return intervals."""
        pd = pandas()
        demand(isinstance(left, pd.Index) and isinstance(right, pd.Index))
        demand(type(closed) is str and closed in CLOSED)
        return pd.arrays.IntervalArray.from_arrays(left, right, closed)


def tag_of(dtype: Any) -> str | None:
    """Return the tag of arrays of a dtype of pandas, or None if they cannot cross."""
    pd = pandas()
    if isinstance(dtype, pd.StringDtype):
        return "strings"
    if isinstance(dtype, pd.CategoricalDtype):
        few = len(dtype.categories) <= MAX_DISTINCT
        return "categorical" if few and can_cross(dtype.categories) else None
    if isinstance(dtype, pd.DatetimeTZDtype):
        return "zoned" if is_zone(dtype.tz) else None
    if isinstance(dtype, pd.IntervalDtype):
        return "intervals" if isinstance(dtype.subtype, np.dtype) else None
    return "nullable" if dtype.name.rstrip("0123456789") in NUMBERS else None


def can_cross(values: Any) -> bool:
    """Tell whether the values of a column or an index can cross."""
    if isinstance(values, pandas().MultiIndex):
        return sum(map(len, values.levels)) <= MAX_DISTINCT and all(map(can_cross, values.levels))
    if isinstance(values.dtype, np.dtype):
        return values.dtype.kind in "biufcmMO"
    return tag_of(values.dtype) is not None


def array_of(values: Any) -> Any:
    """Return the values of a column or an index: an array of NumPy's, or of pandas' own."""
    return values.to_numpy() if isinstance(values.dtype, np.dtype) else values.array


def check_array(values: Any, unpacking: Unpacking) -> Any:
    """Return the values of a column or an index, if they are that."""
    if type(values) is np.ndarray:
        demand(values.ndim == 1 and values.dtype.kind in "biufcmMO")
    else:
        demand(isinstance(values, pandas().api.extensions.ExtensionArray))
    unpacking.copies(values.nbytes)
    unpacking.in_time()
    return values
