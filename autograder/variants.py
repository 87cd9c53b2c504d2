"""Wrong and right solutions of every exercise, and how one becomes a submission.

`variants/WEEK/NOTEBOOK.py` holds them as plain functions, each under the name of its exercise:

    @wrong("fan-out in place of fan-in", hint="n is the number of inputs of the layer")
    def initialize_parameters_he(layers_dims, rng=None): ...

    @right("draws from a uniform distribution")
    def ...
"""

import ast
import copy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import nbformat
from nbformat.notebooknode import NotebookNode

Solution = TypeVar("Solution", bound=Callable[..., Any])


@dataclass(frozen=True)
class Variant:
    """One solution of one exercise."""

    exercise: str
    right: bool
    what: str  # what is wrong with it, or what is unusual
    hint: str  # what a student who wrote it should be told; empty if right
    source: str  # the function, without its decorator


def wrong(what: str, *, hint: str) -> Callable[[Solution], Solution]:
    """Mark a solution that must lose the points of its exercise."""
    return lambda function: function


def right(what: str) -> Callable[[Solution], Solution]:
    """Mark an unusual solution that must keep all points."""
    return lambda function: function


def load(path: Path) -> list[Variant]:
    """Read the variants of a notebook; the file is parsed, not run."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    variants = []
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            mark = node.decorator_list[0]
            assert isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name), f"{node.name} has no mark"
            hint = next((ast.literal_eval(k.value) for k in mark.keywords if k.arg == "hint"), "")
            source = "\n".join(lines[node.lineno - 1 : node.end_lineno])
            what = ast.literal_eval(mark.args[0])
            variants.append(Variant(node.name, mark.func.id == "right", what, hint, source))
    return variants


def reference(source: Path, release: Path) -> NotebookNode:
    """Return the released notebook with the instructor's solutions filled in."""
    solutions = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in nbformat.read(source, as_version=4).cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    notebook: NotebookNode = nbformat.read(release, as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = solutions[cell.metadata.nbgrader.grade_id]
    return notebook


def with_variant(notebook: NotebookNode, variant: Variant) -> NotebookNode:
    """Return a copy of a notebook in which one exercise is solved by a variant."""
    changed = copy.deepcopy(notebook)
    for cell in changed.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == variant.exercise:
            cell.source = variant.source
            return changed
    raise ValueError(f"the notebook has no exercise {variant.exercise!r}")
