"""What kinds of cells there are, and what is in a test cell."""

import ast
import contextlib
from functools import lru_cache
from types import CodeType

from nbformat.notebooknode import NotebookNode

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
    """Return the name of the exercise that a test cell with this grade id is about."""
    return grade_id.removeprefix("test_").rpartition("_")[0]


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
            lines = [line for line in cell.source.split("\n") if not line.lstrip().startswith(("%", "!"))]
            with contextlib.suppress(SyntaxError):
                for node in ast.parse("\n".join(lines)).body:
                    if isinstance(node, (ast.Import, ast.ImportFrom)):
                        statements.append(ast.unparse(node))
    return statements


@lru_cache(maxsize=500)
def prepared(source: str) -> tuple[CodeType, frozenset[str]]:
    """Return a test cell compiled, and its free names: the same for every submission."""
    tree = ast.parse(source)
    return compile(tree, "<check>", "exec"), frozenset(free_names(tree))


def free_names(tree: ast.AST) -> set[str]:
    """Return the names that a test cell uses and does not make itself: all that a candidate is told of it."""
    used: set[str] = set()
    made: set[str] = set()
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
