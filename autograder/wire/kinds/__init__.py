"""The kinds of values that cross the wire; to add one, write a `Kind` and name it here."""

from typing import Any

from autograder.wire.kinds.arrays import Array, Scalar
from autograder.wire.kinds.collected import Deque, Mapping, NamedTuple
from autograder.wire.kinds.constants import Constant, Type
from autograder.wire.kinds.containers import Dict, Range, Sequence, View
from autograder.wire.kinds.dtypes import DType
from autograder.wire.kinds.errors import ErrorClass
from autograder.wire.kinds.exact import Decimal, Fraction
from autograder.wire.kinds.expressions import Expression, Matrix
from autograder.wire.kinds.frames import Frame, Series
from autograder.wire.kinds.generators import Generator, OlderGenerator
from autograder.wire.kinds.indexes import Index
from autograder.wire.kinds.kind import Kind
from autograder.wire.kinds.masked import Masked
from autograder.wire.kinds.moments import Interval, Moment
from autograder.wire.kinds.others import Iterators, OfStudent, Other, Wrapped
from autograder.wire.kinds.pandas_arrays import Extension
from autograder.wire.kinds.plain import Bytes, Compact, Complex, Integer, Plain
from autograder.wire.kinds.polynomials import Polynomial
from autograder.wire.kinds.raised import Raised
from autograder.wire.kinds.sparse import Result, Sparse
from autograder.wire.kinds.streams import Picture, Stream
from autograder.wire.kinds.tensors import Tensor, Variable
from autograder.wire.kinds.texts import Identifier, Path, Pattern
from autograder.wire.kinds.times import Time, Zone
from autograder.wire.kinds.torch_tensors import TorchConstant, TorchTensor

# The first that recognises a type has it: NumPy's float is a float, True is a whole number.
KINDS: list[Kind] = [
    *(Wrapped(), Scalar(), Plain(), Integer(), Complex(), Bytes(), Compact(), Constant(), Type(), DType()),
    *(NamedTuple(), Sequence(), Result(), Mapping(), Dict(), View(), Range(), Deque(), Masked(), Array()),
    *(Frame(), Series(), Index(), Extension(), Moment(), Interval(), Matrix(), Expression()),
    *(Decimal(), Fraction(), Time(), Zone(), Path(), Pattern(), Identifier(), Raised(), Stream(), Picture()),
    *(Generator(), OlderGenerator(), Polynomial(), Sparse(), Variable(), Tensor(), TorchTensor()),
    *(TorchConstant(), Iterators(), ErrorClass(), Other()),
]
BY_TAG = {tag: kind for kind in KINDS for tag in kind.tags}
by_type: dict[type, Kind] = {}  # those that were met; those of a library may come later


def kind_of(value: Any) -> Kind:
    """Return the kind of a value."""
    found = by_type.get(type(value))
    if found is None:
        found = next(kind for kind in KINDS if kind.recognises(type(value)))
        by_type[type(value)] = found
    return found


def is_data(kind: type) -> bool:
    """Tell whether values of this type cross by copy. Exceptions do, but objects may pass for one."""
    return not isinstance(next(k for k in KINDS if k.recognises(kind)), Other | Raised)


def refer_to_types_of_the_student() -> None:
    """Let values of types that a notebook has made cross as references, from this process."""
    KINDS.insert(0, OfStudent())
    by_type.clear()


def merged(mine: Any, theirs: Any) -> Any:
    """Return my own value, brought up to date in place where that can be, or else theirs."""
    if isinstance(mine, tuple) and isinstance(theirs, tuple) and len(mine) == len(theirs):
        return tuple.__new__(type(mine), map(merged, mine, theirs))  # what is in it can be changed
    return mine if kind_of(mine).update(mine, theirs, merged) else theirs
