"""What stands in, on one side of the line, for functions, iterators and objects of the other.

A function can be called, and tells what there is to know about it without calling it. An iterator yields. An
object can be handed back, and iterated within bounds; `wire.objects` has what a course can allow beyond that.
"""

import contextlib
import inspect
import linecache
import types
from collections.abc import Callable, Iterator
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from autograder.wire.errors import LineClosed
from autograder.wire.references import Reference, StandsIn

if TYPE_CHECKING:
    from autograder.wire.peer import Peer

COUNTS = ("co_argcount", "co_kwonlyargcount", "co_posonlyargcount")
CODE = ("co_name", "co_flags", *COUNTS, "co_varnames", "co_names")
OF_FUNCTIONS = ("__defaults__", "__kwdefaults__", "__annotations__")
MAX_SOURCE = 200_000  # characters


class StandIn(StandsIn):
    """Stands in for a function of the other side."""

    _remote_peer: "Peer"
    _remote_reference: Reference

    def __init__(self, peer: "Peer", reference: Reference):
        super().__init__(peer, reference)
        self.__name__ = self.__qualname__ = reference.name
        self.__module__ = "__main__"

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function over there."""
        return self._remote_peer.call(self._remote_reference, args, kwargs)

    def repeated(self, times: int) -> Callable[..., list[Any]]:
        """Return what calls the function over there so many times, and returns the list of its values."""

        def often(*args: Any) -> list[Any]:
            values = self._remote_peer.call(self._remote_reference, args, {}, "repeat", times)
            if type(values) is not list or len(values) != times:  # a check counts on it
                raise LineClosed("it did not answer each call")
            return values

        often.__name__ = self.__name__
        return often

    def __repr__(self) -> str:
        return f"<function {self.__name__}>"

    def __deepcopy__(self, memo: dict[int, Any]) -> "StandIn":
        return self

    # ── what is known without calling it ─────────────────────────────────────────────────────

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        """What `isinstance` sees: a function written in Python is one."""
        return types.FunctionType if self._remote_reference.about is True else StandIn

    @cached_property
    def _remote_facts(self) -> dict[str, Any]:
        return self._remote_peer.facts(self._remote_reference)

    @property
    def __doc__(self) -> Any:  # type: ignore[override]
        """Its docstring."""
        return self._remote_facts.get("doc")

    @property
    def __signature__(self) -> inspect.Signature:
        """What `inspect.signature` returns."""
        told = self._remote_facts.get("signature")
        if told is None:
            raise AttributeError(f"the signature of {self.__name__} is not known")
        return signature_from(told)

    @property
    def __code__(self) -> Any:
        """What `inspect.getsource` looks at, as data: it cannot be run."""
        told = self._remote_facts
        if not isinstance(told.get("source"), str) or not isinstance(told.get("code"), dict):
            raise AttributeError(f"{self.__name__} has no attribute '__code__'")
        reference = self._remote_reference
        name = f"<{reference.name} of the notebook, {reference.number}>"
        lines = told["source"][:MAX_SOURCE].splitlines(keepends=True)
        linecache.cache[name] = len(told["source"]), None, lines, name
        return Code(co_filename=name, co_firstlineno=1, **{name: told["code"].get(name) for name in CODE})

    @property
    def __annotations__(self) -> Any:  # type: ignore[override]
        """The types of its parameters, as far as they are told."""
        return self._remote_facts.get("__annotations__")

    def __getattr__(self, name: str) -> Any:
        if name in OF_FUNCTIONS and self._remote_reference.about is True:
            return self._remote_facts.get(name)
        if is_dunder(name) or not self._remote_peer.remote_objects:
            raise AttributeError(f"'function' object has no attribute '{name}'")
        return self._remote_peer.attribute(self._remote_reference, name)[1]


class Code(SimpleNamespace):
    """A code object, as far as it is told of."""

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return types.CodeType


class Handle(StandsIn):
    """Stands in for an object of the other side: it can be handed back, and iterated within bounds."""

    _remote_peer: "Peer"
    _remote_reference: Reference

    def __iter__(self) -> Iterator[Any]:
        items = self._remote_peer.call(self._remote_reference, (), {}, kind="iterate")
        if type(items) is not list:
            raise LineClosed("it did not answer with items")
        return iter(items)

    def __repr__(self) -> str:
        return f"<{self._remote_reference.name}>"

    def __deepcopy__(self, memo: dict[int, Any]) -> "Handle":
        return self


class RemoteIterator(StandsIn):
    """Stands in for an iterator of the other side, such as a generator: each item is asked for."""

    _remote_peer: "Peer"
    _remote_reference: Reference

    def __iter__(self) -> "RemoteIterator":
        return self

    def __next__(self) -> Any:
        return self._remote_peer.item(self._remote_reference)

    def __repr__(self) -> str:
        return f"<{self._remote_reference.name} object>"

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        """What `isinstance` sees."""
        return ITERATORS.get(self._remote_reference.name, RemoteIterator)


KINDS: list[Any] = [types.GeneratorType, zip, map, filter, enumerate, reversed, type(reversed([]))]
EXAMPLES: list[Any] = [[], (), "", b"", {}, {}.values(), {}.items(), set(), range(0)]
ITERATORS: dict[str, type] = {
    kind.__name__: kind for kind in (*KINDS, *(type(iter(example)) for example in EXAMPLES))
}


def is_dunder(name: str) -> bool:
    """Tell whether a name is one that Python itself gives a meaning to."""
    return name.startswith("__") and name.endswith("__")


def facts_of(function: Any) -> dict[str, Any]:
    """Return what there is to know about a function without calling it, as `StandIn` tells it."""
    doc = getattr(function, "__doc__", None)
    facts: dict[str, Any] = {"doc": doc[:MAX_SOURCE] if isinstance(doc, str) else None, "signature": None}
    with contextlib.suppress(TypeError, ValueError):  # it does not tell
        signature = inspect.signature(function)
        facts["signature"] = [
            [
                [p.name, int(p.kind), *told(p.default), *told(p.annotation)]
                for p in signature.parameters.values()
            ],
            *told(signature.return_annotation),
        ]
    if isinstance(function, types.FunctionType):
        facts |= {name: getattr(function, name) for name in OF_FUNCTIONS}
        facts["code"] = {name: getattr(function.__code__, name) for name in CODE}
        try:
            facts["source"] = inspect.getsource(function)[:MAX_SOURCE]
        except (OSError, TypeError):  # it has none, such as what `exec` has made
            facts["source"] = None
    return facts


def told(value: Any) -> list[Any]:
    """Return whether there is a value, and which."""
    there = value is not inspect.Parameter.empty
    return [there, value if there else None]


def signature_from(told: Any) -> inspect.Signature:
    """Return a signature that the other side has told."""
    try:
        parameters, has_return, returned = told
        made = [
            inspect.Parameter(
                name,
                inspect._ParameterKind(kind),
                default=default if has_default else inspect.Parameter.empty,
                annotation=annotation if has_annotation else inspect.Parameter.empty,
            )
            for name, kind, has_default, default, has_annotation, annotation in parameters[:255]
        ]
        empty = inspect.Signature.empty
        return inspect.Signature(made, return_annotation=returned if has_return else empty)
    except (TypeError, ValueError):
        raise LineClosed("malformed signature") from None
