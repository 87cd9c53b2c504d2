"""Runs a notebook: the student's cells in a candidate, the test cells here."""

import ast
import builtins
import contextlib
import io
import time
from collections.abc import Iterator, MutableMapping
from typing import Any

import numpy as np
from nbformat.notebooknode import NotebookNode
from nbgrader.utils import is_grade, is_locked, is_solution

from autograder.effects import LineClosed
from autograder.line import CandidateLost, Line
from autograder.outcomes import Outcome
from autograder.sandbox import Sandbox
from helpers import checks
from helpers.messages import CallRaised, CheckFailed, NotWritten

DEMO = "demo"  # tag of a locked cell that only shows something
MAX_RESTARTS = 10
MAX_MESSAGE = 5000  # characters of what a student is told about a check
MAX_OUTPUTS = 200  # of one cell
MAX_OUTPUT = 200_000  # characters of one output
SHOWN = {"text/plain": MAX_OUTPUT, "image/png": 5_000_000, "image/jpeg": 5_000_000}


class Examiner:
    """Examines one notebook.

    Arguments:
        sandbox: where candidates come from
        notebook: the submission, its test cells restored from the gradebook
        imports: the import statements of the instructor's copy, which test cells may rely on
    """

    def __init__(self, sandbox: Sandbox, notebook: NotebookNode, imports: list[str]):
        self.sandbox, self.notebook = sandbox, notebook
        self.names: dict[str, Any] = {"__name__": "__main__"}
        for statement in imports:
            exec(statement, self.names)
        self.cells = [cell for cell in notebook.cells if cell.cell_type == "code" and not is_demo(cell)]
        self.deadly: dict[int, CandidateLost] = {}  # cells that ended a candidate, and how
        self.deadline = float("inf")
        self.outcomes: dict[str, tuple[Outcome, str]] = {}

    def examine(self) -> dict[str, tuple[Outcome, str]]:
        """Run all cells; write their outputs into the notebook; return what became of each check.

        A candidate that ends keeps what it earned: another one runs the cells again, all but the
        deadly ones, and the examination goes on where it stopped.
        """
        np.random.seed()  # what another notebook has left of the random state is of no concern here
        position = 0
        for _ in range(MAX_RESTARTS):
            if position == len(self.cells):
                break
            with self.sandbox.candidate() as line:
                # The sandbox may have been started just now, which is not the student's time.
                self.deadline = min(self.deadline, time.monotonic() + self.sandbox.notebook_timeout)
                position = self.go_on(line, position)
        for cell in self.cells[position:]:
            self.give_up(cell, Outcome.DIED, f"the notebook ended its process {MAX_RESTARTS} times")
        return self.outcomes

    def go_on(self, line: Line, position: int) -> int:
        """Examine from a position on, with a new candidate; return the position where it was lost."""
        for index, cell in enumerate(self.cells):
            if index < position and is_test(cell):
                continue
            left = self.deadline - time.monotonic()
            if left <= 0:
                message = f"the notebook took longer than {self.sandbox.notebook_timeout:g} seconds"
                self.give_up(cell, Outcome.TIMED_OUT, message)
                continue
            try:
                with line.lasting(min(left, self.sandbox.cell_timeout)):
                    if is_test(cell):
                        self.check(cell, line)
                    elif index not in self.deadly:
                        cell.outputs = run(cell.source, line)
            except CandidateLost as lost:
                self.lose(cell, index, lost)
                return index + 1 if index >= position else position
        return len(self.cells)

    def lose(self, cell: NotebookNode, index: int, lost: CandidateLost) -> None:
        """Note which cell has ended its candidate."""
        if is_test(cell):
            self.conclude(cell, lost.outcome, f"{exercise_of(cell)}: {lost}.")
        else:
            self.deadly[index] = lost
            cell.outputs = [error_output("CellLost", f"This cell {lost}.")]

    def give_up(self, cell: NotebookNode, outcome: Outcome, message: str) -> None:
        """Conclude a cell that cannot be examined."""
        if is_test(cell):
            self.conclude(cell, outcome, f"{exercise_of(cell)}: {message}.")

    # ── test cells ───────────────────────────────────────────────────────────────────────────

    def check(self, cell: NotebookNode, line: Line) -> None:
        """Run a test cell here, with the names that it uses looked up in the candidate."""
        tree = ast.parse(cell.source)
        wanted = free_names(tree) - set(self.names) - set(vars(builtins))  # not the student's to answer
        peer = line.peer
        found = peer.request("look_up", sorted(wanted))
        if not isinstance(found, dict):
            raise LineClosed("malformed answer")
        names = self.names | {name: found[name] for name in wanted if name in found}
        printed = io.StringIO()
        try:
            with notebook_names(NotebookNames(peer, names)), contextlib.redirect_stdout(printed):
                exec(compile(tree, "<check>", "exec"), names)
        except (LineClosed, CandidateLost):
            raise
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            self.conclude(cell, *self.judge(error, exercise_of(cell)))
        else:
            self.conclude(cell, Outcome.PASSED, "")
        made = {name: value for name, value in names.items() if value is not found.get(name)}
        self.names.update(made)  # later test cells may use what this one has made

    def judge(self, error: BaseException, exercise: str) -> tuple[Outcome, str]:
        """Return what an exception in a test cell says about the student's code."""
        if isinstance(error, NotWritten):
            return Outcome.MISSING, str(error)
        if isinstance(error, CallRaised):
            memory = isinstance(error.error, MemoryError)
            return Outcome.OUT_OF_MEMORY if memory else Outcome.RAISED, str(error)
        if isinstance(error, CheckFailed):
            return Outcome.FAILED, str(error)
        if isinstance(error, NameError):
            for index, lost in self.deadly.items():
                if self.cells[index].metadata.get("nbgrader", {}).get("grade_id") == exercise:
                    return lost.outcome, f"{exercise}: its cell {lost}."
            return Outcome.MISSING, f"{exercise}: {error}: did its cell run?"
        reason = f"{type(error).__name__}: {error}"
        return Outcome.FAILED, f"{exercise}: the check could not use the result ({reason})."

    def conclude(self, cell: NotebookNode, outcome: Outcome, message: str) -> None:
        """Note what became of a check, in the notebook as well."""
        message = "".join(c for c in message[:MAX_MESSAGE] if c.isprintable() or c == "\n")  # for terminals
        self.outcomes[cell.metadata.nbgrader.grade_id] = outcome, message
        cell.execution_count = 1
        cell.outputs = [error_output("CheckFailed", message)] if message else []


class NotebookNames(MutableMapping):
    """The names of the student's notebook, as a check that replaces one sees them."""

    def __init__(self, peer: Any, names: dict[str, Any]):
        self.peer, self.names, self.originals = peer, names, {}

    def __getitem__(self, name: str) -> Any:
        found = self.peer.request("look_up", [name])
        if name not in found:
            raise NameError(f"name {name!r} is not defined", name=name)
        self.originals.setdefault(name, found[name])
        return found[name]

    def __setitem__(self, name: str, value: Any) -> None:
        restore = value is self.originals.get(name)
        self.peer.request("replace", name, None if restore else value, restore)
        self.names[name] = value

    def __delitem__(self, name: str) -> None:
        raise TypeError("a check may replace a name, not delete it")

    def __iter__(self) -> Iterator[str]:
        raise TypeError("the names of a notebook cannot be listed")

    def __len__(self) -> int:
        raise TypeError("the names of a notebook cannot be counted")


@contextlib.contextmanager
def notebook_names(names: NotebookNames) -> Iterator[None]:
    """Let `checks.replaced` work on the candidate's names."""
    original = checks.names_of_the_notebook
    checks.names_of_the_notebook = lambda: names
    try:
        yield
    finally:
        checks.names_of_the_notebook = original


def run(source: str, line: Line) -> list[NotebookNode]:
    """Run a student's cell in a candidate; return its outputs as a notebook holds them."""
    answer = line.peer.request("run", source)
    try:
        return [output_node(output) for output in answer["outputs"][:MAX_OUTPUTS]]
    except Exception:  # it may be anything
        raise LineClosed("malformed outputs") from None


def output_node(output: dict) -> NotebookNode:
    """Return one output as nbformat has it: text, or a picture, and nothing that a browser would run."""
    if "stream" in output:
        name = "stderr" if output["stream"] == "stderr" else "stdout"
        return NotebookNode(output_type="stream", name=name, text=str(output["text"])[:MAX_OUTPUT])
    if "data" in output:
        shown = {
            kind: str(output["data"][kind])[:size] for kind, size in SHOWN.items() if kind in output["data"]
        }
        return NotebookNode(output_type="display_data", data=NotebookNode(shown), metadata=NotebookNode())
    lines = [str(line)[:MAX_MESSAGE] for line in output["traceback"][:100]]
    return error_output(str(output["name"])[:100], str(output["text"])[:MAX_MESSAGE], lines)


def error_output(name: str, message: str, lines: list[str] | None = None) -> NotebookNode:
    """Return an error as nbformat has it."""
    lines = lines or message.split("\n")
    return NotebookNode(output_type="error", ename=name, evalue=message, traceback=lines)


def free_names(tree: ast.AST) -> set[str]:
    """Return the names that a test cell uses and does not make itself: all that a candidate is told of it."""
    used, made = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else made).add(node.id)
        elif isinstance(node, ast.arg):
            made.add(node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            made.add(node.name)
        elif isinstance(node, ast.alias):
            made.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            made.add(node.name)
    return used - made


def is_demo(cell: NotebookNode) -> bool:
    """Tell whether a cell only shows something: a tag alone is the student's word, the lock is not."""
    return DEMO in cell.metadata.get("tags", []) and is_locked(cell) and not is_grade(cell)


def is_test(cell: NotebookNode) -> bool:
    """Tell whether a cell holds checks."""
    return is_grade(cell) and not is_solution(cell)


def exercise_of(cell: NotebookNode) -> str:
    """Return the name of the exercise that a test cell is about."""
    return cell.metadata.nbgrader.grade_id.removeprefix("test_").rpartition("_")[0]


def imports_of(notebook: NotebookNode) -> list[str]:
    """Return the import statements of the instructor's notebook, outside of functions."""
    statements = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            with contextlib.suppress(SyntaxError):  # a cell with a magic command
                for node in ast.parse(cell.source).body:
                    if isinstance(node, (ast.Import, ast.ImportFrom)):
                        statements.append(ast.unparse(node))
    return statements
