"""Makes the courses that are graded: copies of this one, with one notebook and many submissions to it."""

import copy
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder.course import Course
from autograder.submission.cells import is_demo
from autograder.variants import load, reference, with_variant

ROOT = Path(__file__).parent.parent
OURS = "autograder.steps.autograde.install()"  # without this line, nbgrader grades in its own way


def make_course(
    folder: Path, name: str, count: int, notebook: NotebookNode | None = None, stock: bool = False
) -> Course:
    """Return a new course with one assignment, and submissions to it that all differ.

    They are the reference solution and variants of it, right and wrong, from all exercises.

    Arguments:
        folder: where to make it
        name: the assignment's week and notebook, such as week1/initialization
        count: how many submissions
        notebook: the instructor's; None for the one in source/
        stock: whether `nbgrader autograde` shall work as it does without this project
    """
    source, release = (folder / place / f"{name}.ipynb" for place in ("source", "release"))
    source.parent.mkdir(parents=True)
    nbformat.write(notebook or instructors(name), source)
    (folder / "exchange").mkdir()
    config = (ROOT / "nbgrader_config.py").read_text()
    (folder / "nbgrader_config.py").write_text(config.replace(OURS, "") if stock else config)
    course = Course(folder)
    course.release(source.parent.name)
    right, variants = reference(source, release), load(ROOT, name)
    for i in range(count):
        variant = variants[i * len(variants) // count]
        submission = with_variant(right, variant) if i else copy.deepcopy(right)
        next(c for c in submission.cells if c.cell_type == "code").source += f"\n# submission {i}"
        target = folder / "submitted" / f"student_{i:04}" / f"{name}.ipynb"
        target.parent.mkdir(parents=True)
        nbformat.write(submission, target)
    return course


def instructors(name: str) -> NotebookNode:
    """Return a notebook of source/."""
    return nbformat.read(ROOT / "source" / f"{name}.ipynb", as_version=4)


def without_demos(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook without the cells that `course grade` does not run."""
    cells = [cell for cell in notebook.cells if cell.cell_type != "code" or not is_demo(cell)]
    return NotebookNode(notebook | {"cells": cells})
