"""Finds the test cells that have to do with files: only for these do files cross, which takes time."""

import ast
import re
from collections.abc import Iterable, Iterator

from nbformat.notebooknode import NotebookNode

from autograder.submission.beside import trees
from autograder.submission.cells import is_demo, is_solution, is_test

WORDS = {"open", "os", "Path", "pathlib", "glob", "shutil"}
READS = ("read", "load")  # with which the names of functions begin that read files
FILE_NAME = re.compile(r"[\w ./-]*\w\.[A-Za-z]\w{0,7}")  # out.csv, data/in.txt
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def tests_with_files(notebook: NotebookNode, modules: Iterable[str]) -> list[str]:
    """Return the grade ids of the instructor's test cells that may read or write files.

    These are the cells that hold one of the words above or a text that looks like the name of a file, and
    those that use a function or a class of such a cell. If a module that lies beside the notebook holds one,
    they are all test cells, because what a module does for a cell is not seen in the cell.

    Arguments:
        notebook: the instructor's
        modules: the sources of the modules that lie beside it
    """
    tests = [cell for cell in notebook.cells if cell.cell_type == "code" and is_test(cell)]
    if any(map(touches_files, trees(modules))):
        return [cell.metadata.nbgrader.grade_id for cell in tests]
    helpers = {
        node.name
        for cell in notebook.cells
        if cell.cell_type == "code" and not is_solution(cell) and not is_demo(cell)
        for tree in trees([cell.source])
        for node in tree.body
        if isinstance(node, DEFINITIONS) and touches_files(node)
    }
    return [
        cell.metadata.nbgrader.grade_id
        for cell in tests
        if any(touches_files(tree) or helpers & set(names(tree)) for tree in trees([cell.source]))
    ]


def touches_files(tree: ast.AST) -> bool:
    """Tell whether code mentions what reads or writes files, or the name of one."""
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    if any(isinstance(text, str) and FILE_NAME.fullmatch(text) for text in texts):
        return True
    return any(name in WORDS or name.startswith(READS) for name in names(tree))


def names(tree: ast.AST) -> Iterator[str]:
    """Yield the names that code uses, and those of attributes and of what it imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name
