"""Runs a notebook: the student's cells in a candidate, the test cells here."""

import ast
import builtins
import contextlib
import io
import re
import sys
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from nbformat.notebooknode import NotebookNode

from autograder.grading.files import Files
from autograder.grading.outputs import error_output, outputs_of, show_check, within
from autograder.grading.reasons import MISSING, Reasons
from autograder.grading.score import part_given
from autograder.grading.sharing import (
    NotebookNames,
    Shared,
    as_main,
    crosses,
    notebook_module,
    notebook_names,
)
from autograder.grading.support import supported
from autograder.grading.wary import Refused
from autograder.modules import GRADERS
from autograder.outcomes import Outcome
from autograder.sandbox.line import CandidateLost, Line
from autograder.sandbox.sandbox import Sandbox
from autograder.submission.beside import NOTHING, Beside, not_beside
from autograder.submission.cells import exercise_of, is_demo, is_test, prepared
from autograder.submission.names import names_bound
from autograder.wire.errors import LineClosed, WireError
from autograder.wire.seeding import derived, drawing_from, seed_everything
from autograder.wire.warned import unheard
from helpers.checks.calling import UNWRITTEN
from helpers.checks.messages import CallRaised, CheckFailed, NotAFunction, NotWritten
from helpers.checks.parts import Points

NO_MODULE = re.compile(r"No module named '(\w+)")
MAX_RESTARTS = 10
MAX_TOLD = 5000  # characters of what a student is told about a check
MAX_NOTEBOOK_SHOWS = 10_000_000  # characters of all that the cells of a notebook show


class Examiner:
    """Examines one notebook, within `importable(beside)` if that holds modules.

    Arguments:
        sandbox: where candidates come from
        notebook: the submission, its test cells restored from the gradebook
        imports: the import statements of the instructor's copy, which test cells may rely on
        key: what is drawn in this notebook follows from it; no candidate may know it
        answers: for each test cell, the names that are the student's, even if an earlier test made them
        shared: names that mean the same to test cells and to the student's functions
        support: definitions of the instructor's that run beside the test cells
        beside: what lies beside the instructor's notebook
        with_files: the test cells that read or write files
    """

    def __init__(
        self,
        sandbox: Sandbox,
        notebook: NotebookNode,
        imports: list[str],
        key: bytes,
        answers: dict[str, list[str]] | None = None,
        shared: Iterable[str] = (),
        support: Iterable[str] = (),
        beside: Beside = NOTHING,
        with_files: Collection[str] = (),
    ):
        self.sandbox, self.notebook, self.key, self.answers = sandbox, notebook, key, answers or {}
        self.beside, self.with_files = beside, with_files
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.shared = frozenset(shared)
        self.left: list[tuple[int, str, Any]] = []  # by which test, which name that is shared, and its value
        self.lent = 0  # how many of these this candidate has
        self.cells = [cell for cell in notebook.cells if cell.cell_type == "code" and not is_demo(cell)]
        tests = [
            statement for cell in self.cells if is_test(cell) for statement in prepared(cell.source).imports
        ]
        with contextlib.chdir(beside.folder or "."):  # a module may read what lies beside it
            self.failed = failed_imports(imports, self.names)
            failed_imports(not_beside(tests, beside.modules), {})  # what comes of these types is recognised
        self.imports = imports
        self.support = supported(support, self.names, self.in_notebook)
        self.names |= self.support
        self.reasons = Reasons(notebook, self.cells)
        self.deadly = self.reasons.deadly
        self.skipped: set[int] = set()  # deadly cells whose definitions alone are deadly, too
        self.postponed: list[int] = []  # test cells whose function is defined further down
        self.late: set[int] = set()  # those that were postponed
        self.deadline = float("inf")
        self.outcomes: dict[str, tuple[Outcome, str]] = {}
        self.parts: dict[str, float] = {}  # of the points, where the last line of a check gives them

    def examine(self) -> dict[str, tuple[Outcome, str]]:
        """Run all cells; write their outputs into the notebook; return what became of each check.

        A candidate that ends keeps what it earned. Another one runs the cells again, but only the definitions
        of the deadly cells, and the examination continues where it stopped. A check whose function is defined
        further down is made at the end.
        """
        with drawing_from(self.key), tempfile.TemporaryDirectory() as folder:
            self.files = Files(Path(folder), self.beside.data)
            if self.beside.data:
                self.sandbox.give(self.beside.folder, self.beside.data, self.files.folder)
            try:
                return self.examine_all()
            finally:
                if pyplot := sys.modules.get("matplotlib.pyplot"):
                    pyplot.close("all")  # what this student's checks have drawn is nothing to the next one's

    def examine_all(self) -> dict[str, tuple[Outcome, str]]:
        """See `examine`."""
        position = 0
        for _ in range(MAX_RESTARTS):
            if position == len(self.cells) and not self.postponed:
                break
            with self.sandbox.candidate(self.beside.folder, self.beside.given) as line:
                # The sandbox may have been started just now, which is not the student's time.
                self.deadline = min(self.deadline, time.monotonic() + self.sandbox.notebook_timeout)
                position = self.go_on(line, position)
        for index in [*range(position, len(self.cells)), *self.postponed]:
            cell = self.cells[index]
            self.give_up(cell, Outcome.DIED, f"the notebook ended its process {MAX_RESTARTS} times")
        return self.outcomes

    def go_on(self, line: Line, position: int) -> int:
        """Examine from a position on, with a new candidate; return the position where it was lost."""
        self.failed |= self.sandbox.failed_imports
        with line.lasting(self.sandbox.cell_timeout):
            if self.with_files:
                self.files.begin(line.peer)
            hiding = sorted(self.beside.modules & GRADERS)
            line.peer.request("begin", self.imports, line.peer.remote_objects, hiding)
            line.peer.request("seed", derived(self.key, "cells"))
        room, self.lent, self.peer = MAX_NOTEBOOK_SHOWS, 0, line.peer
        for index in self.order(position):
            cell, left = self.cells[index], self.deadline - time.monotonic()
            if left <= 0:
                message = f"the notebook took longer than {self.sandbox.notebook_timeout:g} seconds"
                self.give_up(cell, Outcome.TIMED_OUT, message)
                continue
            try:
                with line.lasting(min(left, self.sandbox.cell_timeout)):
                    self.lend(index, line)
                    if is_test(cell):
                        self.check(index, line)
                    elif index not in self.skipped:
                        room = self.run(index, line, room)
            except CandidateLost as lost:
                self.lose(cell, index, lost)
                return max(position, index + 1)
            position = max(position, index + 1)
        return len(self.cells)

    def order(self, position: int) -> Iterator[int]:
        """Yield the positions of the cells to examine: tests from `position` on, then those postponed."""
        yield from (i for i, cell in enumerate(self.cells) if i >= position or not is_test(cell))
        while self.postponed:
            yield self.postponed.pop(0)

    def run(self, index: int, line: Line, room: int) -> int:
        """Run one of the student's cells; return how many characters the others may show."""
        cell, deadly = self.cells[index], index in self.deadly
        answer = line.peer.request("run", cell.source, deadly)
        try:
            if not deadly:
                self.reasons.note(index, answer)
                cell.outputs, room = within(room, outputs_of(answer, self.sandbox.max_output))
        except Exception:  # it may be anything
            raise LineClosed("malformed outputs") from None
        return room

    def in_notebook(self, name: str) -> Any:
        """Return what stands in for a function of the candidate, if it has one of that name."""
        found = self.peer.request("look_up", [name])
        return found.get(name) if isinstance(found, dict) and callable(found.get(name)) else None

    def lend(self, index: int, line: Line) -> None:
        """Give a candidate what earlier tests have made of names that are shared."""
        while self.lent < len(self.left) and self.left[self.lent][0] < index:
            _, name, value = self.left[self.lent]
            self.lent += 1
            with contextlib.suppress(WireError):  # too large
                line.peer.request("update", name, value)

    def lose(self, cell: NotebookNode, index: int, lost: CandidateLost) -> None:
        """Note which cell has ended its candidate."""
        if is_test(cell):
            self.conclude(cell, lost.outcome, f"{exercise_of(cell)}: {lost}.")
        else:
            if index in self.deadly:
                self.skipped.add(index)
            self.deadly.setdefault(index, lost)
            cell.outputs = [error_output("CellLost", f"This cell {lost}.")]

    def give_up(self, cell: NotebookNode, outcome: Outcome, message: str) -> None:
        """Conclude a cell that cannot be examined."""
        if is_test(cell):
            self.conclude(cell, outcome, f"{exercise_of(cell)}: {message}.")

    # ── test cells ───────────────────────────────────────────────────────────────────────────

    def check(self, index: int, line: Line) -> None:
        """Run a test cell here, with the names that it uses looked up in the candidate."""
        cell, exercise = self.cells[index], exercise_of(self.cells[index])
        test, peer, grade_id = prepared(cell.source), line.peer, cell.metadata.nbgrader.grade_id
        wanted = test.names - set(self.names) - set(vars(builtins))  # asked for are the others
        wanted |= test.names & set(self.answers.get(grade_id, []))
        peer.request("seed", derived(self.key, "answers", grade_id))
        seed_everything(derived(self.key, "checks", grade_id))
        peer.begin_check(test.seeds)  # after what has just been seeded
        found = peer.request("look_up", sorted(wanted))
        if not isinstance(found, dict):
            raise LineClosed("malformed answer")
        found = {name: found[name] for name in wanted if name in found}
        module = notebook_module(self.names | found)
        names = vars(module)
        lent = self.support | {name: value for _, name, value in self.left[: self.lent]}
        used = self.shared & (test.names | test.made | self.names.keys())
        shared = Shared(peer, names, found, lent, used)
        printed = io.StringIO()
        passed = False
        try:
            with (
                notebook_names(NotebookNames(shared)),
                shared.kept_the_same(),
                as_main(module),
                contextlib.redirect_stdout(printed),
                contextlib.chdir(self.files.folder),  # where the files that a check writes harm nothing
                self.files.crossing(peer) if grade_id in self.with_files else self.files.guarded(),
                unheard(),  # what a student has returned may cause them, too
            ):
                exec(test.code, names)
                value = eval(test.last, names) if test.last else None
            passed = True
        except (LineClosed, CandidateLost):
            raise
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            if index not in self.late and self.comes_later(missing_name(error, exercise), index):
                self.late.add(index)
                self.postponed.append(index)
            else:
                lacking = self.lacking(error, exercise, test.names - found.keys())
                self.conclude(cell, *(lacking or self.judge(error, exercise, found)))
        else:
            self.credit(cell, exercise, value)
        peer.lend_input()  # which the check has brought back by now
        shared.restore()
        self.keep(index, shared, passed)

    def keep(self, index: int, shared: Shared, passed: bool) -> None:
        """Keep the names that a test has made: later ones may use them, and cells those that are shared.

        A test that has failed may not have come to where it brings back what it has replaced.
        """
        for name, value in shared.made().items():
            common = name in shared.shared
            if not common or passed or (name not in shared.found and crosses(value)):
                self.names[name] = value
                if common and crosses(value):
                    self.left.append((index, name, value))

    def comes_later(self, name: str | None, index: int) -> bool:
        """Tell whether a name is defined below a test cell only."""
        binding = self.reasons.binding(name) if name else []
        return bool(binding) and binding[0] > index

    def credit(self, cell: NotebookNode, exercise: str, value: Any) -> None:
        """Conclude a check that ran to its end: its last line may give a part of the points."""
        points = cell.metadata.nbgrader.points
        part = part_given(value, points)
        if part is None:
            self.conclude(cell, Outcome.PASSED, "")
        else:
            self.parts[cell.metadata.nbgrader.grade_id] = part
            told = value.message if type(value) is Points else f"{part:.3g} of {points:g} points."
            self.conclude(cell, Outcome.PARTLY, f"{exercise}: {told}")

    def lacking(
        self, error: BaseException, exercise: str, missing: Collection[str]
    ) -> tuple[Outcome, str] | None:
        """Return that a check waits for a person if it failed for want of something that is not installed."""
        if isinstance(error, Refused):
            return Outcome.WAITING, f"{exercise}: the check {error}, and files of the student's are there."
        cause = error.error if isinstance(error, CallRaised) else error
        name, module = missing_name(error, exercise), NO_MODULE.match(str(cause)[:500])
        for statement, why in self.failed.items():
            bound = names_bound(ast.parse(statement))
            wanted = module and re.search(rf"\b{re.escape(module[1])}\b", statement)
            if name in bound or bound & set(missing) or wanted:
                return Outcome.WAITING, f"{exercise}: `{statement}` fails on the grader's machine ({why})."
        if isinstance(error, ModuleNotFoundError) and error.name:  # it is of this process
            return Outcome.WAITING, f"{exercise}: the check imports {error.name}, which is not installed."
        return None

    def judge(self, error: BaseException, exercise: str, found: dict[str, Any]) -> tuple[Outcome, str]:
        """Return what an exception in a test cell says about the student's code."""
        name = missing_name(error, exercise)
        if isinstance(error, NotWritten):
            return Outcome.MISSING, str(error)
        if isinstance(error, CallRaised):
            memory = isinstance(error.error, MemoryError)
            why = f"\n  why           {name}: {self.reasons.why(name)}" if name else ""
            return Outcome.OUT_OF_MEMORY if memory else Outcome.RAISED, str(error) + why
        if isinstance(error, NotAFunction) and exercise in found and not callable(found[exercise]):
            return Outcome.FAILED, f"{exercise}: {NotAFunction(f'`{exercise}`', found[exercise])}"
        if isinstance(error, CheckFailed):
            return Outcome.FAILED, str(error)
        if isinstance(error, NotImplementedError):  # a plain `assert` has called what is not written
            return Outcome.MISSING, f"{exercise}: {UNWRITTEN}"
        if isinstance(error, AssertionError) and str(error):
            return Outcome.FAILED, f"{exercise}: {error}"
        if name:
            lost = [self.deadly[i].outcome for i in self.reasons.binding(name) if i in self.deadly]
            subject = "it is not defined: " if name == exercise else f"`{name}` is not defined: "
            message = f"{exercise}: {'' if lost else subject}{self.reasons.why(name)}".rstrip(".")
            return lost[0] if lost else Outcome.MISSING, message + "." * (not message.endswith("?"))
        if isinstance(error, FileNotFoundError) and error.filename:  # it is of this process
            return Outcome.FAILED, f"{exercise}: there is no file {error.filename}: did a cell write it?"
        if isinstance(error, AssertionError):
            return Outcome.FAILED, f"{exercise}: what the check asserts does not hold."
        reason = f"{type(error).__name__}: {error}"
        return Outcome.FAILED, f"{exercise}: the check could not use the result ({reason})."

    def conclude(self, cell: NotebookNode, outcome: Outcome, message: str) -> None:
        """Note what became of a check, in the notebook as well."""
        message = "".join(c for c in message[:MAX_TOLD] if c.isprintable() or c == "\n")  # for terminals
        self.outcomes[cell.metadata.nbgrader.grade_id] = outcome, message
        show_check(cell, message)


def failed_imports(statements: Iterable[str], names: dict[str, Any]) -> dict[str, str]:
    """Run import statements; return those that fail, and why."""
    failed = {}
    for statement in statements:
        try:
            exec(statement, names)
        except Exception as error:  # of whatever is imported
            failed[statement] = f"{type(error).__name__}: {error}"[:300]
    return failed


def missing_name(error: BaseException, exercise: str) -> str | None:
    """Return the student's name that is missing according to an exception in a test cell, if any."""
    if isinstance(error, NotWritten):
        return exercise
    if isinstance(error, CallRaised):
        error = error.error
    found = MISSING.fullmatch(str(error)[:500]) if isinstance(error, NameError) else None
    return found[1] if found else None
