"""Classes of exceptions, for which classes of the same names and bases stand on the other side."""

from typing import Any

from autograder.wire.errors import WireError
from autograder.wire.exceptions import is_known, known_base
from autograder.wire.kinds.kind import Packing, Unpacking, index
from autograder.wire.kinds.others import Other
from autograder.wire.references import Reference, StandsInForClass, reference_of

MAX_BASES = 20
MAX_ANCESTORS = 50


class ErrorClass(Other):
    """A class of exceptions that only one side knows can be caught on the other; nothing of it runs there."""

    tags = ("error",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, type)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        if reference_of(value) is not None or not issubclass(value, Exception) or is_known(value):
            return super().pack(value, packing, depth)
        bases = [base for base in value.__bases__ if issubclass(base, Exception)][:MAX_BASES]
        packed = [base.__name__ if is_known(base) else packing.pack(base, depth + 1) for base in bases]
        return [*packing.refer(value, "error"), packed]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        number, name, bases = parts
        if len(bases) > MAX_BASES:
            raise WireError("malformed message (class)")
        known = [known_base([b]) if isinstance(b, str) else unpacking.unpack(b, depth + 1) for b in bases]
        return unpacking.stand_in(Reference(index(number), tag, str(name), known))


def error_class(reference: Reference) -> type:
    """Return what stands in for a class of exceptions of the other side."""
    bases = [b for b in reference.about if isinstance(b, type) and issubclass(b, Exception)] or [Exception]
    if any(len(base.__mro__) > MAX_ANCESTORS for base in bases):
        raise WireError("malformed message (class)")
    body = {"_remote_class": reference, "__module__": "__main__"}
    try:
        return StandsInForClass(reference.name, tuple(bases), body)
    except TypeError:  # these bases do not go together
        return StandsInForClass(reference.name, (bases[0],), body)
