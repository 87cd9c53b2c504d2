"""Finds what tests bring along themselves: definitions in locked cells that need no student's code."""

import ast
import builtins
from collections import Counter
from collections.abc import Iterable

from nbformat.notebooknode import NotebookNode

from autograder.submission.cells import imports_of
from autograder.submission.names import LISTINGS, Names
from autograder.submission.shared import DEFINITIONS, trees

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
OWN_NAMES = LISTINGS | {"eval", "exec", "input"}  # what these do depends on where they are called
HARMLESS = {"__init__", "__enter__", "__exit__", "__repr__", "__str__", "__call__"}


def support_of(notebook: NotebookNode) -> list[str]:
    """Return the definitions in locked cells of the instructor's notebook that can run beside the tests.

    They use nothing but what the notebook imports, each other and Python. A student can neither replace them
    there nor see what a test gives them. Instances of a class among them never meet the student's code.
    """
    statements = [(node, locked) for tree, locked in trees(notebook) for node in tree.body]
    attributes = attributes_of(node for node, locked in statements if not locked)
    made = Counter(name for node, _ in statements for name in visited([node]).made)
    given = set(vars(builtins)) - OWN_NAMES
    given |= visited(ast.parse("\n".join(imports_of(notebook))).body).made
    definitions = [node for node, locked in statements if locked and isinstance(node, DEFINITIONS)]
    fit = [node for node in definitions if visited([node]).made == {node.name} and made[node.name] == 1]
    fit = [node for node in fit if not (isinstance(node, ast.ClassDef) and reaches(node, attributes))]
    support: list[Definition] = []
    while len(fit) != len(support):  # what one needs that is not fit is not fit itself
        support = fit
        known = given | {node.name for node in support}
        elsewhere = uses(node for node, _ in statements if node not in support)
        fit = [node for node in support if uses([node]) <= known]
        fit = [node for node in fit if not (isinstance(node, ast.ClassDef) and node.name in elsewhere)]
    return [ast.unparse(node) for node in support]


def visited(nodes: Iterable[ast.stmt]) -> Names:
    """Return the names in these statements."""
    found = Names()
    found.visit_all(nodes)
    return found


def uses(nodes: Iterable[ast.stmt]) -> set[str]:
    """Return the names that these statements need, now or in functions."""
    found = visited(nodes)
    return found.used | found.used_later


def attributes_of(nodes: Iterable[ast.AST]) -> set[str]:
    """Return the attributes that are read or set in these statements."""
    return {part.attr for node in nodes for part in ast.walk(node) if isinstance(part, ast.Attribute)}


def reaches(node: ast.ClassDef, attributes: set[str]) -> bool:
    """Tell whether the student's code may look into instances of a class, or compute with them."""
    parts = [part for part in ast.walk(node) if isinstance(part, ast.Attribute)]
    own = {part.attr for part in parts if isinstance(part.value, ast.Name) and part.value.id == "self"}
    own |= visited(node.body).made
    special = {name for name in own if name.startswith("__") and name.endswith("__")}
    return bool(special - HARMLESS or (own - special) & attributes)
