"""Tries solutions on the checks of their exercises, quickly and without a sandbox, for an author's own code.

A solution runs in a fork of this process, which has run the notebook's cells up to its exercise. That takes a
few hundredths of a second, where grading for real takes as many tenths.
"""

import contextlib
import gc
import io
import os
import pickle
import signal
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests

from autograder.submission.cells import by_exercise, is_demo, is_test
from autograder.wire.seeding import drawing_from, seed_everything
from helpers.checks import remote
from helpers.checks.hints import Seen
from helpers.checks.messages import CheckFailed
from helpers.checks.parts import Parts

SECONDS = 60  # for one solution


@dataclass(frozen=True)
class Tried:
    """What the checks made of a solution.

    Attributes:
        message: that of the first check that failed, or why no check could be made; None if all passed
        seen: how it failed, if that can be compared
    """

    message: str | None
    seen: Seen | None = None


def visible(cell: NotebookNode) -> str:
    """Return the part of a test cell that students see."""
    shown = nbformat.from_dict(cell)
    ClearHiddenTests()._remove_hidden_test_region(shown)
    return str(shown.source)


def try_all(
    source: Path, solutions: dict[str, list[str]], key: bytes, hidden: bool = False
) -> dict[str, list[Tried]]:
    """Try solutions of one notebook's exercises.

    Arguments:
        source: the instructor's notebook
        solutions: for each exercise, the cells to try in its place
        key: what is drawn without a seed follows from it
        hidden: whether the hidden tests are made, too

    Returns:
        for each exercise, what became of each solution
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    tried = {}
    notebook = nbformat.read(source, as_version=4)
    tests = by_exercise(notebook)
    quiet = warnings.catch_warnings(action="ignore")
    with remote.grading(names, remote.repeated), drawing_from(key), quiet, silence():
        for cell in notebook.cells:
            if cell.cell_type != "code" or is_demo(cell) or is_test(cell):
                continue
            exercise = cell.metadata.get("nbgrader", {}).get("grade_id")
            if exercise in solutions:
                gc.freeze()  # a fork would copy all that its garbage collector looks at
                checks = [test.source if hidden else visible(test) for test in tests[exercise]]
                tried[exercise] = [try_one([one, *checks], names, key) for one in solutions[exercise]]
            exec(compile(cell.source, "<cell>", "exec"), names)
    gc.unfreeze()
    return tried


@contextlib.contextmanager
def silence() -> Iterator[None]:
    """Keep what cells print off the terminal."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield


def try_one(cells: list[str], names: dict[str, Any], key: bytes) -> Tried:
    """Run cells in a fork of this process, and return how they failed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        try:
            with os.fdopen(writing, "wb") as file:
                pickle.dump(run(cells, names, key), file)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        told = file.read()
    os.waitpid(child, 0)
    return pickle.loads(told) if told else Tried("the process ended, or took too long")


def run(cells: list[str], names: dict[str, Any], key: bytes) -> Tried:
    """Run cells in this process, and return how they failed."""
    seed_everything(key)
    try:
        for cell in cells:
            exec(compile(cell, "<cell>", "exec"), names)
            for made in names.values():
                if type(made) is Parts and made.failed:
                    raise made.failed[0][1]
    except CheckFailed as failed:
        return Tried(str(failed), failed.seen)
    except BaseException as error:
        return Tried(f"{type(error).__name__}: {error}")
    return Tried(None)
