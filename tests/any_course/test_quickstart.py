"""The course that `nbgrader quickstart` makes: released and graded as nbgrader does it, cell by cell."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import nbgrader
import pytest
from nbgrader.api import Gradebook

from autograder.course import Course

pytestmark = [pytest.mark.slow, pytest.mark.long]

GUIDE = Path(nbgrader.__file__).parent / "docs/source/user_guide"
NAMES = ("auto_score", "manual_score", "extra_credit", "needs_manual_grade", "max_score")


def run(folder, *command):
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}  # where alembic is
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *command], cwd=folder, capture_output=True, text=True, env=env
    )
    assert done.returncode == 0, done.stderr


def grades(root, students):
    """Return what the gradebook holds of every graded cell of everyone."""
    found = {}
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        for student in students:
            for notebook in gradebook.find_submission("ps1", student).notebooks:
                for grade in notebook.grades:
                    values = tuple(getattr(grade, name) for name in NAMES)
                    found[student, notebook.name, grade.name] = dict(zip(NAMES, values, strict=True))
    return found


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Return a course that this grader has released and graded, and the same that nbgrader has."""
    root = tmp_path_factory.mktemp("quick")
    run(root, "quickstart", "example")
    root /= "example"
    for student in ("bitdiddle", "hacker"):
        shutil.copytree(GUIDE / "submitted" / student, root / "submitted" / student)
    shutil.copytree(root / "source/ps1", root / "submitted/solution/ps1")
    apart = tmp_path_factory.mktemp("stock") / "example"
    shutil.copytree(root, apart)
    course = Course(root)
    course.release("ps1")
    shutil.copytree(root / "release/ps1", root / "submitted/untouched/ps1")
    course.register("ps1")
    for submission in course.grade("ps1", course.students("ps1")):
        assert submission.problem is None, submission
    run(apart, "generate_assignment", "ps1")
    shutil.copytree(apart / "release/ps1", apart / "submitted/untouched/ps1")
    run(apart, "autograde", "ps1")
    return root, apart


def test_students_get_what_nbgrader_would_give_them(both):
    ours, stock = (root / "release/ps1" for root in both)
    assert sorted(p.name for p in ours.iterdir()) == sorted(p.name for p in stock.iterdir())
    for name in ("problem1.ipynb", "problem2.ipynb"):
        cells = [[dict(c) for c in nbformat.read(folder / name, 4).cells] for folder in (ours, stock)]
        for cell in (*cells[0], *cells[1]):
            cell.pop("id", None)  # of the header, which has none: made anew each time
        assert cells[0] == cells[1]
    assert (ours / "jupyter.png").read_bytes() == (stock / "jupyter.png").read_bytes()


def test_every_cell_has_the_score_that_nbgrader_gives(both):
    ours, stock = (grades(root, ("bitdiddle", "hacker", "solution", "untouched")) for root in both)
    assert len(stock) == 36
    assert {
        cell: (ours.get(cell), values) for cell, values in stock.items() if ours.get(cell) != values
    } == {}
