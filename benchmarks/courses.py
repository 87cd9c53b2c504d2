"""The courses that are graded: copies of this one with many submissions, and a small one for TensorFlow."""

import copy
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from autograder.cells import is_demo
from autograder.course import Course
from autograder.variants import Variant, reference, with_variant

ROOT = Path(__file__).parent.parent
NOTEBOOK = "week1/initialization.ipynb"
STOCK = "\ndel c.Autograde  # back to nbgrader's own steps\n"

# ── a small assignment for TensorFlow ────────────────────────────────────────────────────────────

IMPORTS = """import numpy as np
import tensorflow as tf

from helpers import checks"""
SLOPE = '''def slope(x):
    """Return the derivative of sum(x ** 3) with respect to x, as an array."""
    ### BEGIN SOLUTION
    x = tf.Variable(x)
    with tf.GradientTape() as tape:
        y = tf.reduce_sum(x**3)
    return tape.gradient(y, x).numpy()
    ### END SOLUTION'''
TEST_SLOPE = """checks.call(slope, np.array([1.0, 2.0])).equals(np.array([3.0, 12.0]))
### BEGIN HIDDEN TESTS
for n in (1, 5, 1000):
    x = np.random.default_rng(n).normal(size=n)
    checks.call(slope, x).equals(3 * x**2)
### END HIDDEN TESTS"""
WITH_TENSORFLOW = [
    Variant("slope", True, "by hand", "", "def slope(x):\n    return (3 * tf.square(x)).numpy()"),
    Variant("slope", False, "power too low", "", "def slope(x):\n    return (3 * tf.abs(x)).numpy()"),
    Variant("slope", False, "raises", "", "def slope(x):\n    return tf.matmul(x, x).numpy()"),
]


def tensorflow_notebook() -> NotebookNode:
    """Return an instructor's notebook with one exercise that needs TensorFlow."""
    cells = [new_code_cell(source, id=name) for name, source in
             [("imports", IMPORTS), ("slope", SLOPE), ("test_slope_1", TEST_SLOPE)]]  # fmt: skip
    for cell in cells[1:]:
        test = cell.id.startswith("test")
        kind = {"grade": test, "solution": not test, "locked": test, "task": False}
        cell.metadata.nbgrader = kind | {"grade_id": cell.id, "schema_version": 3}
    cells[-1].metadata.nbgrader.points = 5
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3 (ipykernel)"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


# ── courses and submissions ──────────────────────────────────────────────────────────────────────


def make_course(
    folder: Path, notebook: NotebookNode, variants: list[Variant], count: int, stock: bool = False
) -> Course:
    """Return a new course with one assignment, and submissions to it that all differ.

    Arguments:
        folder: where to make it
        notebook: the instructor's
        variants: solutions, right and wrong, that take turns after the reference solution
        count: how many submissions
        stock: whether `nbgrader autograde` shall do as it does without this project
    """
    source = folder / "source" / NOTEBOOK
    source.parent.mkdir(parents=True)
    nbformat.write(notebook, source)
    (folder / "exchange").mkdir()
    config = (ROOT / "nbgrader_config.py").read_text()
    (folder / "nbgrader_config.py").write_text(config + STOCK if stock else config)
    course = Course(folder)
    course.release("week1")
    right = reference(source, folder / "release" / NOTEBOOK)
    step = max(1, len(variants) // count)
    for i in range(count):
        submission = with_variant(right, variants[i * step % len(variants)]) if i else copy.deepcopy(right)
        next(c for c in submission.cells if c.cell_type == "code").source += f"\n# submission {i}"
        target = folder / "submitted" / f"student_{i:04}" / NOTEBOOK
        target.parent.mkdir(parents=True)
        nbformat.write(submission, target)
    return course


def without_demos(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook without the cells that `course grade` does not run."""
    cells = [cell for cell in notebook.cells if cell.cell_type != "code" or not is_demo(cell)]
    return NotebookNode(notebook | {"cells": cells})
