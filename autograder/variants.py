"""Wrong and right solutions of every exercise, and how one becomes a submission.

`variants/WEEK/NOTEBOOK/EXERCISE.py` holds those of one exercise. Most are a small change of the reference
solution, the one in `source/WEEK/NOTEBOOK.ipynb`; the others are whole functions:

    wrong(
        "fan-out in place of fan-in",
        hint="n is the number of inputs of the layer",
        change={"2 / n_in": "2 / n_out"},
    )


    @right("draws from a uniform distribution")
    def initialize_parameters_he(layers_dims, rng=None): ...
"""

import ast
import copy
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder.settings import places_of

Solution = TypeVar("Solution", bound=Callable[..., Any])


@dataclass(frozen=True)
class Variant:
    """One solution of one exercise."""

    exercise: str
    right: bool
    what: str  # what is wrong with it, or what is unusual
    hint: str  # what a student who wrote it should be told; empty if right
    source: str  # the text of the cell that it is handed in as


def wrong(
    what: str, *, hint: str, change: dict[str, str] | None = None, of: str = ""
) -> Callable[[Solution], Solution]:
    """Describe a solution that must lose the points of its exercise.

    Arguments:
        what: what is wrong with it; the name by which others refer to it
        hint: what a student who wrote it should be told
        change: the new text for each old one, which must occur exactly once; none if a whole function follows
        of: the mistake that is changed; the reference solution if empty
    """
    return lambda function: function


def right(what: str, *, change: dict[str, str] | None = None, of: str = "") -> Callable[[Solution], Solution]:
    """Describe an unusual solution that must keep all points; the arguments are those of `wrong`."""
    return lambda function: function


def same(why: str, *, change: dict[str, str], of: str = "") -> None:
    """Describe a change that no test can tell from the reference; `course audit` skips it."""


def load(root: Path, name: str) -> list[Variant]:
    """Read the variants of a notebook, such as week1/initialization, in the order of its exercises."""
    variants = []
    for exercise, solution in solutions(places_of(root).source / f"{name}.ipynb").items():
        variants += read(root / "variants" / name / f"{exercise}.py", solution)
    return variants


def load_same(root: Path, name: str, exercise: str) -> list[str]:
    """Return the changes of a reference solution that no test can tell from it."""
    solution = solutions(places_of(root).source / f"{name}.ipynb")[exercise]
    found = read(root / "variants" / name / f"{exercise}.py", solution, same=True)
    return [variant.source for variant in found]


def read(path: Path, solution: str, same: bool = False) -> list[Variant]:
    """Read the variants of one exercise, given its reference solution; the file is parsed, not run.

    With `same`, read the changes that no test can tell from the reference, and none of the others.
    """
    text = path.read_text(encoding="utf-8")
    marks: dict[str, dict[str, Any]] = {}
    functions: dict[str, str] = {}
    for node in ast.parse(text).body:
        mark: ast.expr | None = None
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            mark = node.decorator_list[0]
        elif isinstance(node, ast.Expr):
            mark = node.value
        if not isinstance(mark, ast.Call) or not isinstance(mark.func, ast.Name):
            continue
        what = ast.literal_eval(mark.args[0])
        if what in marks:
            raise ValueError(f"{path}: {what!r} occurs twice")
        told = {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in mark.keywords}
        marks[what] = told | {"kind": mark.func.id}
        if isinstance(node, ast.FunctionDef):
            if node.name != path.stem:
                raise ValueError(f"{path}: {what!r} is a function named {node.name}")
            functions[what] = "\n".join(text.splitlines()[node.lineno - 1 : node.end_lineno])

    def source(what: str, changes: tuple[str, ...] = ()) -> str:
        """Return the text of a variant; `changes` are the variants that are based on it."""
        if what in functions:
            return functions[what]
        if what in changes:
            raise ValueError(f"{path}: {what!r} is declared as a change of itself")
        if what not in marks:
            raise ValueError(f"{path}: {changes[-1]!r} is a change of {what!r}, which does not exist")
        of = marks[what].get("of")
        base = source(of, (*changes, what)) if of else solution
        try:
            return changed(base, marks[what].get("change", {}))
        except ValueError as error:
            raise ValueError(f"{path}: {what!r}: {error}") from None

    return [
        Variant(path.stem, m["kind"] == "right", what, m.get("hint", ""), source(what))
        for what, m in marks.items()
        if (m["kind"] == "same") is same
    ]


def changed(base: str, change: dict[str, str]) -> str:
    """Return a solution with some of its text replaced, all at once."""
    if not change:
        raise ValueError("it has neither a function nor a change")
    for old in change:
        if (count := base.count(old)) != 1:
            raise ValueError(f"{old!r} occurs {count} times, not once")
    text, count = re.subn("|".join(map(re.escape, change)), lambda found: change[found[0]], base)
    if count != len(change):
        raise ValueError("two of the texts to be changed overlap")
    try:
        ast.parse(text)
    except SyntaxError as error:
        raise ValueError(f"it is not valid Python after the change: {error}") from None
    return text


def solutions(source: Path) -> dict[str, str]:
    """Return the instructor's solution of each exercise, from a notebook of `source/`."""
    return {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in nbformat.read(source, as_version=4).cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }


def reference(source: Path, release: Path) -> NotebookNode:
    """Return the released notebook with the instructor's solutions filled in."""
    ours = solutions(source)
    notebook: NotebookNode = nbformat.read(release, as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = ours[cell.metadata.nbgrader.grade_id]
    return notebook


def with_variant(notebook: NotebookNode, variant: Variant) -> NotebookNode:
    """Return a copy of a notebook in which one exercise is solved by a variant."""
    changed = copy.deepcopy(notebook)
    for cell in changed.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == variant.exercise:
            cell.source = variant.source
            return changed
    raise ValueError(f"the notebook has no exercise {variant.exercise!r}")
