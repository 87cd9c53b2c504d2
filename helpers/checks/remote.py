"""The one door between checks and the grader, where a student's functions live in another process.

In a notebook, and when a student presses Validate, checks and functions share a process, and what is here
works in it. When grading, checks run in the examiner and functions in the candidate. These use this door:

    autograder.grading.examiner   `grading`: gives checks the candidate's names, and its way to call often
    autograder.inside.candidate   `repeated`: calls a function often, where it lives
    autograder.wire.peer          `signature_fits`: asks, where a function lives, why it raised a TypeError
    autograder.wire.exceptions    `student_lines`: the lines that led to an exception, where it was raised;
                                  `tell`: attaches them to the exception that is raised in its place here
"""

import inspect
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Function = Callable[..., Any]
Names = MutableMapping[str, Any]


def repeated(function: Function, times: int) -> Callable[..., list[Any]]:
    """Return a function that calls this one so many times, and returns the list of what it returned."""

    def often(*args: Any) -> list[Any]:
        return [function(*args) for _ in range(times)]

    often.__name__ = getattr(function, "__name__", repr(function))
    return often


# ── what the examiner puts in the place of this process ──────────────────────────────────────────


@dataclass
class Notebook:
    """Where the names of the notebook are, and how one of its functions is called many times.

    Attributes:
        names: the notebook's names; None stands for those of this process
        repeated: what takes the place of `repeated`
    """

    names: Names | None = None
    repeated: Callable[[Function, int], Callable[..., list[Any]]] = repeated


notebook = Notebook()  # the one that is checked


@contextmanager
def grading(names: Names, often: Callable[[Function, int], Callable[..., list[Any]]]) -> Iterator[None]:
    """Let checks work on the names and functions of another process within a `with` block.

    Arguments:
        names: reads and replaces the names of the notebook over there
        often: asks the other process once, where `repeated` would ask it many times
    """
    kept = notebook.names, notebook.repeated
    notebook.names, notebook.repeated = names, often
    try:
        yield
    finally:
        notebook.names, notebook.repeated = kept


def names_of_the_notebook() -> Names:
    """Return the mapping in which a notebook's functions are looked up."""
    return vars(sys.modules["__main__"]) if notebook.names is None else notebook.names


# ── exceptions that were raised in another process ───────────────────────────────────────────────


@dataclass(frozen=True)
class Told:
    """What the other process tells of an exception.

    Attributes:
        lines: the student's lines that led to it
        signature: how the function is defined, if it does not take the arguments of its call
    """

    lines: list[str]
    signature: str | None


def tell(error: Exception, lines: list[str], signature: str | None) -> None:
    """Attach to an exception what the other process, where it was raised first, tells of it."""
    error.__dict__["told"] = Told(lines, signature)


def told_of(error: BaseException) -> Told | None:
    """Return what the other process has told of an exception, or None if it was raised in this one."""
    told = error.__dict__.get("told")
    return told if isinstance(told, Told) else None


def student_lines(error: BaseException) -> list[str]:
    """Return the lines of the student's own code that led to an exception, outermost first."""
    if told := told_of(error):
        return told.lines
    frames = traceback.extract_tb(error.__traceback__)[1:]  # the first is the check's own call
    others = str(Path(traceback.__file__).parent), str(Path(__file__).parent.parent), "<frozen", "<__array"
    own = [f for f in frames if not f.filename.startswith(others)]
    # In an environment of its own, NumPy is in neither; of its compiled parts there are no lines.
    own = [f for f in own if "site-packages" not in f.filename and f.line]
    return [f"{f.name}, line {f.lineno}: {f.line}" for f in own]


def unfit_signature(
    function: Function, error: Exception, args: Sequence[Any], kwargs: Mapping[str, Any]
) -> str | None:
    """Return how a function is defined that raised an error as it does not take such arguments."""
    if not isinstance(error, TypeError):
        return None
    if told := told_of(error):
        return told.signature
    return None if signature_fits(function, args, kwargs) else str(inspect.signature(function))


def signature_fits(function: Function, args: Sequence[Any], kwargs: Mapping[str, Any]) -> bool:
    """Tell whether a function can be called with such arguments, as far as that can be known."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # it does not tell
        return True
    try:
        signature.bind(*args, **kwargs)
    except TypeError:
        return False
    return True
