"""What there is only one of: `...`, Python's own types and NumPy's, and the constants of pandas."""

from types import NoneType
from typing import Any

import numpy as np

from autograder.wire.kinds.errors import ErrorClass
from autograder.wire.kinds.kind import Kind, Packing, Unpacking, imported
from autograder.wire.references import Reference

PLAIN = (bool, int, float, complex, str, bytes, bytearray, list, tuple, set, frozenset, dict, range, object)
WHOLE = (np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64)
NUMBERS = (np.bool_, *WHOLE, np.float16, np.float32, np.float64, np.complex64, np.complex128)

# Nothing else is ever looked up by name: a student who returns `os.system` must not have a check call it.
TYPES: dict[str, type] = {
    **{kind.__name__: kind for kind in (*PLAIN, NoneType)},
    **{f"numpy.{kind.__name__}": kind for kind in NUMBERS},
}
NAMES = {kind: name for name, kind in TYPES.items()}
SINGLE: dict[str, Any] = {"Ellipsis": ..., "NotImplemented": NotImplemented}
OF_PANDAS = {"NaTType": "NaT", "NAType": "NA"}  # by the name of their type


class Type(Kind):
    """Types: those of the table are the same on both sides; all others stay where they are."""

    tags = ("type",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, type)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        name = NAMES.get(value) if type(value) is type else None
        return ErrorClass().pack(value, packing, depth) if name is None else ["type", name]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> type:
        [name] = parts
        return TYPES[name]


class Constant(Kind):
    """Values that are alone of their types."""

    tags = ("constant",)

    def recognises(self, kind: type) -> bool:
        of_pandas = (imported("pandas", name) for name in OF_PANDAS.values())
        known = [*SINGLE.values(), *(value for value in of_pandas if value is not None)]
        return any(kind is type(value) for value in known)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        single = (name for name, known in SINGLE.items() if known is value)
        return ["constant", next(single, None) or OF_PANDAS[type(value).__name__]]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        [name] = parts
        if name in OF_PANDAS.values():
            found = imported("pandas", name)
            return Reference(0, "object", name) if found is None else found
        return SINGLE[name]
