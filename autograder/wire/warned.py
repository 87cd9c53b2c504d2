"""Warnings of one side, told to the other as data and issued there anew."""

import builtins
import contextlib
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.wire.errors import LineClosed

MAX_WARNINGS = 100  # of one call, that are told
MAX_TEXT = 4000  # characters of a warning's message
OF_NUMPY = {
    kind.__name__: kind for kind in (np.exceptions.ComplexWarning, np.exceptions.VisibleDeprecationWarning)
}


@contextlib.contextmanager
def noted() -> Iterator[list[list[Any]]]:
    """Yield a list that gets all warnings of the block, as data, and show none."""
    told: list[list[Any]] = []

    def note(message: Any, category: Any, filename: str, lineno: int, *_: Any) -> None:
        if len(told) < MAX_WARNINGS:
            names = [kind.__name__ for kind in category.__mro__]
            told.append([names[:20], str(message)[:MAX_TEXT], lineno])

    with warnings.catch_warnings(action="always"):
        warnings.showwarning = note  # type: ignore[assignment]
        yield told


@contextlib.contextmanager
def unheard() -> Iterator[None]:
    """Let warnings of the block reach nobody who does not record them."""
    with warnings.catch_warnings():
        warnings.resetwarnings()  # or what is recorded would depend on how the grader was started
        warnings.showwarning = lambda *told: None
        yield


def warn_again(told: Any, known: dict[Any, Any]) -> None:
    """Issue warnings that the other side tells of; `known` keeps those that are to be shown only once."""
    if type(told) is not list or len(told) > MAX_WARNINGS:
        raise LineClosed("malformed warnings")
    for warning in told:
        match warning:
            case [[*names], str(message), int(line)] if all(type(name) is str for name in names):
                kind = next(filter(None, map(category, names)), UserWarning)
                warnings.warn_explicit(message[:MAX_TEXT], kind, "<notebook>", line, "__main__", known)
            case _:
                raise LineClosed("malformed warnings")


def category(name: str) -> type[Warning] | None:
    """Return the category of warnings that both sides know by a name."""
    found = OF_NUMPY.get(name) or getattr(builtins, name, None)
    return found if isinstance(found, type) and issubclass(found, Warning) else None
