"""Keeps a check from running what it finds in a file of the student's: a pickle, a module, a program.

A check runs outside of the sandbox, and a file that a student has written may hold anything. To read it as
text or numbers is harmless; to unpickle it, to execute or to start it would run the student's code.
"""

import contextlib
import os
import sys
from collections.abc import Iterator, Sized
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import autograder
import helpers

STARTS = {"os.exec", "os.posix_spawn", "os.system", "pty.spawn", "subprocess.Popen"}  # events, as of Python
LOADS = {"compile": 1, "ctypes.dlopen": 0, "import": 1}  # and which argument may name a file
LIBRARIES = (  # which execute texts of their own
    sys.prefix, sys.base_prefix, str(Path(autograder.__file__).parent), str(Path(helpers.__file__).parent),
    "<frozen",
)  # fmt: skip


class Refused(Exception):
    """A check would run what may be the student's: a person has to look at it."""


@dataclass
class Guard:
    """What is looked after at the moment."""

    folder: Path | None = None  # where a check runs
    theirs: Sized = ()  # the files in it that are the student's
    refused: list[str] = field(default_factory=list)
    hooked: bool = False


guard = Guard()


@contextlib.contextmanager
def wary(folder: Path, theirs: Sized) -> Iterator[None]:
    """Refuse, as long as the block lasts and there are files of the student's, whatever would run them.

    Raise `Refused` at its end as well, because the check may have caught it.
    """
    if not guard.hooked:
        sys.addaudithook(look)  # it stays: a process that meets no check of files does without
        guard.hooked = True
    guard.folder, guard.theirs, guard.refused = folder.resolve(), theirs, []
    path = sys.path[:]
    sys.path[:] = [place for place in path if os.path.isabs(place)]  # nothing comes from where a check runs
    try:
        yield
        conclude()
    except Exception:
        conclude()
        raise
    finally:
        sys.path[:] = path
        guard.folder = None


def conclude() -> None:
    """Raise what has been refused, if anything has."""
    if guard.refused:
        raise Refused(guard.refused[0]) from None


def look(event: str, arguments: tuple[Any, ...]) -> None:
    """Called by Python before it does one of many things."""
    if guard.folder is None or not len(guard.theirs):
        return
    if event in STARTS:
        refuse("starts a program")
    elif event == "pickle.find_class":
        refuse("unpickles objects")
    elif event == "exec" and not sys._getframe(1).f_code.co_filename.startswith(LIBRARIES):
        refuse("executes a text")
    elif event in LOADS:
        places = [arguments[LOADS[event]], *(arguments[2] or () if event == "import" else ())]
        if any(is_below(place, guard.folder) for place in places):
            refuse("runs code from files")


def is_below(place: Any, folder: Path) -> bool:
    """Tell whether something is at a place in a folder."""
    if not isinstance(place, (str, bytes)):
        return False
    with contextlib.suppress(OSError, ValueError):
        path = Path(os.fsdecode(place)).resolve()
        return path.exists() and path.is_relative_to(folder)
    return False


def refuse(what: str) -> None:
    """Note what a check would do, and keep it from it."""
    guard.refused.append(what)
    raise Refused(what)
