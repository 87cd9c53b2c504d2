"""Objects and classes of the other side, as far as a course allows its tests to look into them.

A test may ask a student's object for an attribute, a call, an item, its length, and whatever else is in
`OPERATIONS`. What comes back is data, or again stands in for something over there. It is the student's code
that answers, also when a test compares two objects. So a course has to switch this on. The other side can do
no more than before: it calls functions that were handed to it.

A special method that is not listed is never asked for: with `__array_interface__`, NumPy would read memory
that the student chooses. Nothing is looked up by name but a class, for `isinstance`: a function that is named
by the student would be called here.
"""

import copy
import functools
import math
import operator
import sys
import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import autograder
import helpers
from autograder.wire.errors import WireError
from autograder.wire.references import Reference, StandsIn, StandsInForClass
from autograder.wire.stand_ins import ITERATORS, is_dunder, signature_from

if TYPE_CHECKING:
    from autograder.wire.peer import Peer

# Special methods, and what does the same: it tries the reflected method, too, and says what Python would say.
OPERATIONS: dict[str, Callable[..., Any]] = {
    **{
        f"__{kind.__name__}__": kind for kind in (str, repr, len, iter, next, bool, int, float, complex, hash)
    },
    **{f"__{kind.__name__}__": kind for kind in (abs, reversed, round, format, dir, divmod)},
    **{
        f"__{kind.__name__}__": kind for kind in (math.trunc, math.floor, math.ceil, copy.copy, copy.deepcopy)
    },
    **{f"__{name}__": getattr(operator, name) for name in ("lt", "le", "eq", "ne", "gt", "ge")},
    **{f"__{name}__": getattr(operator, name) for name in ("neg", "pos", "invert", "index", "contains")},
    **{f"__{name}__": getattr(operator, name) for name in ("getitem", "setitem", "delitem", "call")},
    "__enter__": lambda value: type(value).__enter__(value),
    "__exit__": lambda value, *error: type(value).__exit__(value, *error),
}
ARITHMETIC = ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift")
for name in (*ARITHMETIC, "and_", "or_", "xor"):
    plain, own = getattr(operator, name), name.strip("_")
    OPERATIONS[f"__{own}__"] = plain
    OPERATIONS[f"__r{own}__"] = lambda value, other, plain=plain: plain(other, value)
    OPERATIONS[f"__i{own}__"] = getattr(operator, f"i{own}")

READABLE = {"__dict__", "__defaults__", "__kwdefaults__", "__annotations__", "__wrapped__", "__closure__"}
READABLE |= {"__members__", "__slots__", "__match_args__", "__self__", "__func__", "__cause__", "__context__"}
READABLE |= {"__name__", "__qualname__", "__version__", "__file__"}  # where a class has them, it tells itself
MAX_BASES = 50


# ── where the object lives ───────────────────────────────────────────────────────────────────────


def described(kind: type, refer: Callable[[Any, str], list[Any]]) -> list[Any]:
    """Return what is told of a class: a reference, its bases, what else it is, its special methods."""
    bases = [base for base in kind.__bases__ if base.__module__ == "__main__"][:MAX_BASES]
    others = [base for base in kind.__mro__ if base.__module__ != "__main__" and base is not object]
    return [
        *refer(kind, "class"),
        [described(base, refer) for base in bases],
        [[base.__module__[:200], base.__qualname__[:200]] for base in others[:MAX_BASES]],
        special_methods(kind, object),
        special_methods(type(kind), type),
    ]


def special_methods(kind: type, plain: type) -> list[str]:
    """Return which of the `OPERATIONS` a class has that a plain one does not."""

    def method(name: str, kind: type) -> Any:
        return next((vars(part)[name] for part in kind.__mro__ if name in vars(part)), None)

    return [name for name in OPERATIONS if method(name, kind) not in (None, method(name, plain))]


def attribute_of(value: Any, name: str) -> tuple[bool, Any]:
    """Return whether an attribute is a method of just this object, and the attribute if it is not."""
    found = getattr(value, name)
    is_method = callable(found) and getattr(found, "__self__", None) is value
    return is_method, None if is_method else found


# ── where a test asks it ─────────────────────────────────────────────────────────────────────────


def asks(name: str) -> Callable[..., Any]:
    """Return a special method that asks the other side."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        peer, reference = ends_of(self)
        if name in ("__copy__", "__deepcopy__"):
            args = ()
        if name in ("__next__", "__getitem__"):
            return peer.item(reference, "operate", args, name)
        return peer.call(reference, args, kwargs, "operate", name)

    method.__name__ = name
    return method


METHODS = {name: asks(name) for name in OPERATIONS}


def ends_of(value: Any) -> tuple["Peer", Reference]:
    """Return the line to the other side, and what it knows a value by."""
    if isinstance(type(value), type) and issubclass(type(value), StandsInForClass):
        read: Any = functools.partial(type.__getattribute__, value)
        return read("_remote_line"), read("_remote_class")
    read = functools.partial(object.__getattribute__, value)
    return read("_remote_peer"), read("_remote_reference")


class RemoteType(StandsInForClass):
    """The type of the classes that stand in for a student's: calling one makes an object over there."""

    def __new__(mcls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:  # noqa: D102
        if body.get("__module__") != __name__ and "_remote_class" not in body:
            raise TypeError("a test cannot extend a class of the student's notebook")
        return super().__new__(mcls, name, bases, body)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """Make an object over there; return what stands in for it."""
        peer, reference = ends_of(cls)
        return peer.call(reference, args, kwargs)

    def __getattr__(cls, name: str) -> Any:
        return read_attribute(cls, name)

    def __setattr__(cls, name: str, value: Any) -> None:
        change_attribute(cls, name, value)

    def __delattr__(cls, name: str) -> None:
        change_attribute(cls, name)

    @property
    def __doc__(cls) -> Any:  # type: ignore[override]
        """Its docstring."""
        peer, reference = ends_of(cls)
        return peer.facts(reference).get("doc")

    @property
    def __signature__(cls) -> Any:
        """What `inspect.signature` returns."""
        peer, reference = ends_of(cls)
        return signature_from(peer.facts(reference).get("signature"))


class RemoteObject(StandsIn, metaclass=RemoteType):
    """The base of the classes that stand in for a student's."""

    __slots__ = ("__weakref__",)
    _remote_library: list[tuple[str, str]] = []  # classes that it says it extends

    def __getattr__(self, name: str) -> Any:
        return read_attribute(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        change_attribute(self, name, value)

    def __delattr__(self, name: str) -> None:
        change_attribute(self, name)

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError("an object of the student's notebook cannot be pickled by a test")

    __repr__, __dir__ = METHODS["__repr__"], METHODS["__dir__"]
    __copy__, __deepcopy__ = METHODS["__copy__"], METHODS["__deepcopy__"]

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        """What `isinstance` sees, beside the class itself."""
        kind = type(self)
        return library_class(kind._remote_library, kind._remote_line.is_data) or kind


class Method:
    """A method of one object of the other side."""

    def __init__(self, owner: Any, name: str):
        self.__self__, self.__name__ = owner, name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it over there."""
        peer, reference = ends_of(self.__self__)
        return peer.call(reference, args, kwargs, "method", self.__name__)

    @property
    def __doc__(self) -> Any:  # type: ignore[override]
        """Its docstring."""
        peer, reference = ends_of(self.__self__)
        return peer.facts(reference, self.__name__).get("doc")

    @property
    def __signature__(self) -> Any:
        """What `inspect.signature` returns."""
        peer, reference = ends_of(self.__self__)
        return signature_from(peer.facts(reference, self.__name__).get("signature"))

    def __eq__(self, other: object) -> bool:
        return type(other) is Method and (self.__self__ is other.__self__ and self.__name__ == other.__name__)

    def __hash__(self) -> int:
        return hash((id(self.__self__), self.__name__))


def read_attribute(owner: Any, name: str) -> Any:
    """Return an attribute of something of the other side."""
    if (is_dunder(name) and name not in READABLE) or name.startswith("_remote_"):
        raise AttributeError(f"{type(owner).__name__!r} object has no attribute {name!r}")
    peer, reference = ends_of(owner)
    is_method, value = peer.attribute(reference, name)
    return Method(owner, name) if is_method else value


def change_attribute(owner: Any, name: str, *value: Any) -> None:
    """Give something of the other side an attribute, or take one away."""
    peer, reference = ends_of(owner)
    peer.call(reference, value, {}, "change", name)


def class_for(peer: "Peer", reference: Reference) -> RemoteType:
    """Return the class that stands in for one of the other side."""
    bases, library, special, special_of_class = reference.about
    own = tuple(base for base in bases if isinstance(base, RemoteType)) or (RemoteObject,)
    body: dict[str, Any] = {name: METHODS[name] for name in special if name in METHODS}
    body |= {
        "__slots__": (),
        "__module__": "__main__",
        "__qualname__": reference.name,
        "__doc__": property(lambda self: type(self).__doc__),
        "_remote_line": peer,
        "_remote_class": reference,
        "_remote_library": library,
    }
    kind = metaclass(frozenset(special_of_class).intersection(METHODS))
    made: RemoteType = kind(reference.name, own, body)
    return made


def object_for(peer: "Peer", reference: Reference) -> RemoteObject:
    """Return what stands in for an object of the other side, of the class that stands in for its own."""
    made: RemoteObject = object.__new__(reference.about)
    StandsIn.__init__(made, peer, reference)
    return made


@functools.cache
def metaclass(special: frozenset[str]) -> type[RemoteType]:
    """Return the type of classes that have special methods of their own, such as an `Enum`."""
    if not special:
        return RemoteType
    body = {name: METHODS[name] for name in special if name not in ("__call__", "__eq__", "__hash__")}
    return type("RemoteType", (RemoteType,), body)


def library_class(names: list[tuple[str, str]], is_data: Callable[[type], bool]) -> type | None:
    """Return the first of these classes that is known here and holds no data, for `isinstance` alone.

    What is data arrives as data. If an object could pass for a number, it could give itself points.
    """
    for module, path in names:
        if sys.modules.get(module.partition(".")[0]) in (autograder, helpers):  # no course's of that name
            continue
        found: Any = sys.modules.get(module)
        for part in path.split("."):
            found = vars(found).get(part) if isinstance(found, (types.ModuleType, type)) else None
        if found is None and module == "builtins":
            found = ITERATORS.get(path) or TYPES.get(path)
        if isinstance(found, type) and not isinstance(found, RemoteType) and not is_data(found):
            return found
    return None


TYPES = {kind.__name__: kind for kind in vars(types).values() if isinstance(kind, type)}


def about_class(parts: list[Any], stand_in: Callable[[list[Any]], Any]) -> tuple[Any, ...]:
    """Return what the other side tells of a class, its bases as what stands in for them.

    Raises:
        WireError: it is not what `described` returns
    """
    bases, library, special, special_of_class = parts
    for names in (special, special_of_class):
        if type(names) is not list or len(names) > len(OPERATIONS) or any(type(n) is not str for n in names):
            raise WireError("malformed message (class)")
    if len(bases) > MAX_BASES or len(library) > MAX_BASES:
        raise WireError("malformed message (class)")
    if any(len(pair) != 2 or type(pair[0]) is not str or type(pair[1]) is not str for pair in library):
        raise WireError("malformed message (class)")
    return [stand_in(base) for base in bases], library, special, special_of_class
