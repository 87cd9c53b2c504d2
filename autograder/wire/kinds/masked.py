"""NumPy's masked arrays: the entries, and which of them are masked."""

from typing import Any

import numpy as np

from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking, demand, imported


class Masked(Kind):
    """Masked arrays, and the constant that stands for a masked entry."""

    tags = ("masked",)

    def recognises(self, kind: type) -> bool:
        masked = imported("numpy.ma", "MaskedArray")
        return masked is not None and issubclass(kind, masked)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if value is np.ma.masked:
            return ["masked", None]
        mask = None if value.mask is np.ma.nomask else value.mask
        parts = value.data, mask, np.array(value.fill_value, value.dtype), bool(value.hardmask)
        return ["masked", *(packing.pack(part, depth + 1) for part in parts)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        if parts == [None]:
            return np.ma.masked
        data, mask, filled, hard = (unpacking.unpack(part, depth + 1) for part in parts)
        demand(type(data) is np.ndarray and type(filled) is np.ndarray and type(hard) is bool)
        demand(filled.shape == () and filled.dtype == data.dtype)
        if mask is None:
            mask = np.ma.nomask
        else:
            demand(type(mask) is np.ndarray and mask.shape == data.shape)
            demand(mask.dtype == np.ma.make_mask_descr(data.dtype))
        return np.ma.MaskedArray(data, mask=mask, fill_value=filled[()], hard_mask=hard)

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if (
            mine.hardmask
            or type(theirs) is not type(mine)
            or (mine.shape, mine.dtype) != (theirs.shape, theirs.dtype)
        ):
            return False
        if mine.flags.writeable:
            mine.data[...] = theirs.data
            mine.mask, mine.fill_value = theirs.mask, theirs.fill_value
        return bool(mine.flags.writeable)
