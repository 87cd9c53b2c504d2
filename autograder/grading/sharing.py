"""Names that a check has in common with the student's functions, as if both were in one kernel."""

import builtins
import contextlib
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping
from types import ModuleType
from typing import Any

import numpy as np

from autograder.wire.codec import Codec
from autograder.wire.errors import LineClosed, WireError
from autograder.wire.kinds import merged
from autograder.wire.peer import Peer
from autograder.wire.stand_ins import StandIn
from autograder.wire.warned import warn_again
from helpers.checks import remote

ABSENT, PRINT = object(), print
MUTABLE = (list, dict, set, np.ndarray)


class Shared:
    """Keeps the names of a check and those of the candidate the same, wherever a call could tell.

    What the check has replaced or deleted is told to the candidate before a call, for names that may be told
    (`shared_names`). What a call has made of variables that the check has looked up is told to the check.

    Arguments:
        peer: the line to the candidate
        names: those of the check, which runs in them
        found: the student's own among them
        told: what the candidate has of the others
        shared: which of all these the candidate may be told
    """

    def __init__(
        self,
        peer: Peer,
        names: dict[str, Any],
        found: dict[str, Any],
        told: Mapping[str, Any] | None = None,
        shared: Collection[str] = (),
    ):
        self.peer, self.names, self.found, self.shared = peer, names, found, shared
        self.told = dict(told or {})
        self.replaced: dict[str, Any] = {}  # what the check has put into the place of something
        self.watching = False
        self.prints, self.stderr = print, sys.stderr  # as the student's functions know them
        self.warned: dict[Any, Any] = {}  # as Python remembers what it has warned of
        self.packed: dict[str, bytes] = {}  # what those that it can change in place were when last told

    @contextlib.contextmanager
    def kept_the_same(self) -> Iterator[None]:
        """Let each call of the block tell both sides what the other one has changed."""
        self.peer.before_call, self.peer.after_call = self.tell, self.take_over
        try:
            yield
        finally:
            self.peer.before_call, self.peer.after_call = nothing, nothing

    def restore(self) -> None:
        """Let the candidate have its own names again."""
        for name in list(self.replaced):
            self.put(name, self.before(name))
        self.lend_print(PRINT)

    def made(self) -> dict[str, Any]:
        """Return the names that the check has made, or that stand for something else now."""
        return {name: value for name, value in self.names.items() if value is not self.before(name)}

    def before(self, name: str) -> Any:
        """Return what a name stood for when the check began, as far as it has looked."""
        return self.found.get(name, self.told.get(name, ABSENT))

    def tell(self) -> None:
        """Tell the candidate what the check has made of the names that they share."""
        if not self.watching:
            self.watch()
        self.lend_print(builtins.print)
        for name in self.shared:
            value = self.names.get(name, ABSENT)
            if value is not self.replaced.get(name, self.before(name)):
                self.put(name, value)
            elif name in self.packed and (packed := packed_form(value)) != self.packed[name]:
                self.peer.request("update", name, value)
                self.packed[name] = packed

    def lend_print(self, function: Callable[..., Any]) -> None:
        """Let what has replaced `print` in the check, such as a mock, replace it for the student, too."""
        if function is not self.prints:
            self.prints = function
            self.peer.request("print_with", None if function is PRINT else lambda *a, **k: function(*a, **k))

    def watch(self) -> None:
        """Let the candidate tell which of the student's variables a call has changed."""
        self.watching = True
        known = self.told | self.found
        variables = [name for name, value in known.items() if type(value) is not StandIn]
        if variables:
            self.peer.request("watch", variables)
        self.packed = {n: packed_form(v) for n in self.shared if isinstance(v := self.before(n), MUTABLE)}

    def put(self, name: str, value: Any) -> None:
        """Let a name of the candidate's stand for something else, for nothing, or again for what it did."""
        if value is self.before(name):
            self.peer.request("replace", name, None, True)
            self.replaced.pop(name, None)
        elif value is ABSENT:
            self.peer.request("remove", name)
            self.replaced[name] = value
        else:
            self.peer.request("replace", name, value, False)
            self.replaced[name] = value
        self.packed.pop(name, None)

    def take_over(self, answer: Mapping[str, Any]) -> None:
        """Let the check see what a call has done besides returning."""
        if (changed := answer.get("variables")) is not None:
            self.bring_up_to_date(changed)
        if (complained := answer.get("complained")) is not None and sys.stderr is not self.stderr:
            text = str(complained)[: self.peer.may_print]  # only where the check catches it
            self.peer.may_print -= len(text)
            sys.stderr.write(text)
        if (warned := answer.get("warnings")) is not None:
            warn_again(warned, self.warned)  # last, as it may raise

    def bring_up_to_date(self, changed: Any) -> None:
        """Let variables be what a call has made of them, unless the check has replaced them itself."""
        if not isinstance(changed, dict):
            raise LineClosed("malformed answer")
        for name, value in changed.items():
            place = next((p for p in (self.replaced, self.found, self.told) if name in p), None)
            if place is None:
                raise LineClosed("it told of a name that it was not asked for")
            mine = place[name]
            place[name] = merged(mine, value)
            if self.names.get(name, ABSENT) is mine:
                self.names[name] = place[name]
            if name in self.packed:
                self.packed[name] = packed_form(place[name])


def notebook_module(names: Mapping[str, Any]) -> ModuleType:
    """Return a module with the names of a notebook."""
    module = ModuleType("__main__")
    vars(module).update(names)
    return module


@contextlib.contextmanager
def as_main(module: ModuleType) -> Iterator[None]:
    """Let a module be what `__main__` is in a notebook, such as for `mock.patch("__main__.f", ...)`."""
    kept = sys.modules["__main__"]
    sys.modules["__main__"] = module
    try:
        yield
    finally:
        sys.modules["__main__"] = kept


def packed_form(value: Any) -> bytes:
    """Return what tells whether a value has been changed in place; nothing if it is too large to cross."""
    try:
        return Codec().dumps(value)
    except WireError:
        return b""


def crosses(value: Any) -> bool:
    """Tell whether a value crosses as a copy, with all that is in it."""
    codec = Codec()
    try:
        codec.dumps(value)
    except WireError:
        return False
    return not codec.given


def nothing(*_: Any) -> None:
    """Do nothing before and after a call."""


class NotebookNames(MutableMapping[str, Any]):
    """The names of the student's notebook, as a check that replaces one sees them."""

    def __init__(self, shared: Shared):
        self.shared = shared

    def __getitem__(self, name: str) -> Any:
        found = self.shared.peer.request("look_up", [name])
        if name not in found:
            raise KeyError(name)
        if name in self.shared.replaced:
            return found[name]
        self.shared.names.setdefault(name, found[name])
        return self.shared.found.setdefault(name, found[name])

    def __setitem__(self, name: str, value: Any) -> None:
        self.shared.put(name, value)
        self.shared.names[name] = value

    def __delitem__(self, name: str) -> None:
        self.shared.put(name, self.shared.before(name))  # it had been absent
        self.shared.names.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        raise TypeError("the names of a notebook cannot be listed")

    def __len__(self) -> int:
        raise TypeError("the names of a notebook cannot be counted")


@contextlib.contextmanager
def notebook_names(names: NotebookNames) -> Iterator[None]:
    """Let `checks.replaced` and `checks.calls` work on the candidate's names and functions."""

    def repeated(function: Any, times: int) -> Callable[..., list[Any]]:
        return function.repeated(times) if type(function) is StandIn else remote.repeated(function, times)

    with remote.grading(names, repeated):
        yield
