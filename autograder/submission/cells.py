"""What kinds of cells there are, and what is in a test cell."""

import ast
import contextlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType

from nbformat.notebooknode import NotebookNode

from autograder.submission.names import names_asked_for, names_bound
from autograder.submission.python import parsed

SEEDS = re.compile(r"\b(?:seed|setstate|manual_seed)\(")
DEMO = "demo"  # tag of a locked cell that only shows something


# As in nbgrader.utils: importing it, with all of nbgrader, takes longer than grading several notebooks.


def is_grade(cell: NotebookNode) -> bool:
    """Tell whether a cell is worth points."""
    return bool(cell.metadata.get("nbgrader", {}).get("grade", False))


def is_solution(cell: NotebookNode) -> bool:
    """Tell whether a cell is for the student to fill in."""
    return bool(cell.metadata.get("nbgrader", {}).get("solution", False))


def is_task(cell: NotebookNode) -> bool:
    """Tell whether a cell asks for something that the student adds in cells of their own."""
    return bool(cell.metadata.get("nbgrader", {}).get("task", False))


def is_locked(cell: NotebookNode) -> bool:
    """Tell whether a cell stays as it was handed out."""
    if is_solution(cell):
        return False
    return is_grade(cell) or bool(cell.metadata.get("nbgrader", {}).get("locked", False))


def is_demo(cell: NotebookNode) -> bool:
    """Tell whether a cell only shows something: a student can add the tag, but not the lock."""
    return DEMO in cell.metadata.get("tags", []) and is_locked(cell) and not is_grade(cell)


def is_test(cell: NotebookNode) -> bool:
    """Tell whether a cell holds checks."""
    return is_grade(cell) and not is_solution(cell)


def exercise_of(cell: NotebookNode) -> str:
    """Return the name of the exercise that a test cell is about."""
    return exercise_named(cell.metadata.nbgrader.grade_id)


def exercise_named(grade_id: str) -> str:
    """Return the name of the exercise that a test cell with this grade id is about, or else the grade id."""
    return grade_id.removeprefix("test_").rpartition("_")[0] or grade_id


def in_order(cells: Iterable[NotebookNode], notebook: NotebookNode) -> list[NotebookNode]:
    """Return the gradebook's copies of cells in the order in which they are in a notebook."""
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    place = {grade_id: number for number, grade_id in enumerate(ids)}
    return sorted(cells, key=lambda cell: place.get(cell.metadata.nbgrader.grade_id, len(place)))


def by_exercise(notebook: NotebookNode) -> dict[str, list[NotebookNode]]:
    """Return the test cells of each exercise, in order: it may have several, each with points of its own."""
    tests: dict[str, list[NotebookNode]] = {}
    for cell in notebook.cells:
        if is_test(cell):
            tests.setdefault(exercise_of(cell), []).append(cell)
    return tests


def imports_of(notebook: NotebookNode) -> list[str]:
    """Return the import statements of the instructor's notebook, outside of functions and test cells."""
    statements = []
    for cell in notebook.cells:
        if cell.cell_type == "code" and not is_test(cell):  # a hidden test tells nobody what it imports
            with contextlib.suppress(SyntaxError):
                for node in parsed(cell.source).body:
                    if isinstance(node, (ast.Import, ast.ImportFrom)):
                        statements.append(ast.unparse(node))
    return statements


def answers_before(notebook: NotebookNode) -> dict[str, list[str]]:
    """Return, for each test cell of the instructor's notebook, the names that are answers by then.

    These are names that an earlier test cell has made, and that other cells have made anew since.
    """
    found: dict[str, list[str]] = {}
    made: set[str] = set()  # by test cells
    answers: set[str] = set()
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        with contextlib.suppress(SyntaxError):
            names = names_bound(parsed(cell.source))
            if is_test(cell):
                found[cell.metadata.nbgrader.grade_id] = sorted(answers)
                made |= names
                answers -= names
            else:
                answers |= names & made
    return found


@dataclass(frozen=True)
class Prepared:
    """A test cell, compiled."""

    code: CodeType
    last: CodeType | None  # its last line, if that is an expression whose value a notebook would show
    names: frozenset[str]  # that it takes from the notebook: all that a candidate is told of it
    seeds: bool  # whether it gives a generator a seed
    made: frozenset[str]  # names that it makes; those that are shared may be told as well
    imports: tuple[str, ...]  # its import statements, wherever they stand in it


@lru_cache(maxsize=500)
def prepared(source: str) -> Prepared:
    """Return a test cell compiled: it is the same for every submission."""
    tree = parsed(source)
    names, made = frozenset(names_asked_for(tree)), frozenset(names_bound(tree))
    statements = (node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)))
    imports = tuple(map(ast.unparse, statements))
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr) and not source.rstrip().endswith(";"):
        expression = tree.body.pop()
        assert isinstance(expression, ast.Expr)
        last = compile(ast.Expression(expression.value), "<check>", "eval")
    code, seeds = compile(tree, "<check>", "exec"), bool(SEEDS.search(source))
    return Prepared(code, last, names, seeds, made, imports)
