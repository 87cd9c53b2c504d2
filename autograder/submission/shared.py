"""Finds the names of the instructor's notebook that its test cells and its other cells have in common."""

import ast
import builtins
import contextlib
from collections.abc import Iterator

from nbformat.notebooknode import NotebookNode

from autograder.submission.cells import is_demo, is_locked, is_test
from autograder.submission.names import Names
from autograder.submission.python import parsed

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def shared_names(notebook: NotebookNode) -> list[str]:
    """Return the names of the instructor's notebook that mean the same to test cells and to functions.

    These are its functions and classes, what they read beside their own names, and what other cells read but
    never make. A test cell may replace these for the student's functions. What its other names stand for is
    never told to a candidate: it may be an expected value.
    """
    shared: set[str] = set()
    imported: set[str] = set(vars(builtins))
    found = Names()
    for tree, _ in trees(notebook):
        found.visit(tree)
        for node in ast.walk(tree):
            if isinstance(node, DEFINITIONS) and node.name in found.made:
                shared.add(node.name)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                imported |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    return sorted((shared | found.used_later | found.used - found.made) - imported)


def trees(notebook: NotebookNode) -> Iterator[tuple[ast.Module, bool]]:
    """Yield the cells of a notebook that run in a candidate, and whether they are locked."""
    for cell in notebook.cells:
        if cell.cell_type == "code" and not is_test(cell) and not is_demo(cell):
            with contextlib.suppress(SyntaxError):
                yield parsed(cell.source), is_locked(cell)
