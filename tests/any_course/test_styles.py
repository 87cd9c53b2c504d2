"""Tests as other courses write them: right and wrong answers get what nbgrader's autograder gives."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from any_course.styles import STYLES
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook

from autograder.course import Course

pytestmark = pytest.mark.slow

NOTEBOOK = "Problem Set 1"
CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'other'\nc.Exchange.root = '/nowhere'\n"
CHECKER = "def check_a35(f):\n    assert f(1) == 2\n"
# Two of the course's modules have the names of the grader's packages, so all of these styles do without them.
OWN = {"checker.py": CHECKER, "helpers.py": "ours = True\n", "autograder.py": "ours = True\n"}
IMPORTS = "%matplotlib inline\nimport numpy as np\nimport autograder\nimport helpers\n"
IMPORTS += "assert autograder.ours and helpers.ours"


def cell(source, name, **marks):
    kind = {"grade": False, "solution": False, "locked": False, "schema_version": 3, **marks}
    return new_code_cell(source, id=name, metadata={"nbgrader": {"grade_id": name, **kind}})


def notebook(which):
    """Return all styles in one notebook, with the right or the wrong answers."""
    cells = [new_code_cell(IMPORTS, id="imports")]
    for n, (name, right, wrong, test, *given) in enumerate(STYLES):
        if name.startswith("a name of a test cell, then"):
            cells.append(cell("a38=5\nassert True", f"first{n}", grade=True, locked=True, points=1))
        elif name.startswith("a name of a test cell, later"):
            cells.append(cell("t39=1\nassert True", f"first{n}", grade=True, locked=True, points=1))
        elif given:
            cells.append(cell(given[0], f"given{n}", locked=True))
        answer = f"### BEGIN SOLUTION\n{right if which == 'right' else wrong}\n### END SOLUTION"
        cells.append(cell(answer, f"answer{n}", solution=True))
        cells.append(cell(test, f"test{n}", grade=True, locked=True, points=1))
    about = {"name": "python3", "language": "python", "display_name": "Python 3"}
    return new_notebook(cells=cells, metadata={"kernelspec": about})


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    """Return, for each style, what a right and a wrong answer get: with nbgrader, here, and with objects."""
    root, apart = tmp_path_factory.mktemp("other"), tmp_path_factory.mktemp("apart") / "other"
    (root / "nbgrader_config.py").write_text(CONFIG)
    for place, which in (("source", "right"), ("submitted/right", "right"), ("submitted/wrong", "wrong")):
        folder = root / place / "ps1"
        folder.mkdir(parents=True)
        nbformat.write(notebook(which), folder / f"{NOTEBOOK}.ipynb")
        (folder / "data.csv").write_text("a,b\n1,2\n3,4\n")
        for name, source in OWN.items():
            (folder / name).write_text(source)
    shutil.copytree(root, apart)
    course, ours = Course(root), []
    course.register("ps1")
    for remote_objects in (False, True):
        course.config.Sandbox.remote_objects = remote_objects
        graded = list(course.grade("ps1", ["right", "wrong"]))
        assert not any(submission.problem for submission in graded)
        ours.append(
            {
                (submission.student, check.grade_id): check.score
                for submission in graded
                for check in submission.notebooks[NOTEBOOK].checks
            }
        )
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}  # where alembic is
    for command in ("generate_assignment", "autograde"):
        run = [sys.executable, "-m", "nbgrader", command, "ps1", "--force"]
        done = subprocess.run(run, cwd=apart, capture_output=True, text=True, env=env)
        assert done.returncode == 0, done.stderr
    with Gradebook(f"sqlite:///{apart}/gradebook.db") as gradebook:
        stock = {
            (student, grade.name): grade.auto_score
            for student in ("right", "wrong")
            for grade in gradebook.find_submission_notebook(NOTEBOOK, "ps1", student).grades
        }
    return stock, *ours


OBJECTS = {  # where a right answer gets nothing unless a course lets its tests look into objects
    "a student's class: attributes and methods",
    "isinstance, inheritance",
    "str(), repr(), len() of an object",
    "operators of a class",
    "axes of a plot",
    "fitted sklearn model",
}
DIFFERENT = {  # where it gets nothing, although nbgrader gives it points, and why
    "the student's code may call functions of a test, but not look into its objects": [
        "an object of the test is given to the function",
    ],
}
BETTER = "writes to stderr in the test (a warning)"  # for which nbgrader takes all points away


@pytest.mark.long
def test_other_tests_give_what_nbgrader_gives_but_for_those_that_are_listed(scores):
    stock, *both = scores
    expected = {name for names in DIFFERENT.values() for name in names}
    for ours, more in zip(both, (OBJECTS, set()), strict=True):
        different = {}
        for n, (name, *_) in enumerate(STYLES):
            theirs, own = ([found[w, f"test{n}"] for w in ("right", "wrong")] for found in (stock, ours))
            if own != theirs:
                different[name] = own
        assert different.pop(BETTER) == [1, 0]
        assert set(different) == expected | more
        assert all(own == [0, 0] for own in different.values())  # and so no wrong answer gets more
    assert not Path("in32.txt").exists()  # which a check writes
