"""Points by part: the same in a kernel, with nbgrader and here, and told of are all parts that fail."""

import nbformat
import pytest
from any_course.little import little_course, notebook
from nbclient import NotebookClient
from nbgrader.utils import determine_grade

from autograder.submission.cells import is_test
from autograder.trial import run
from helpers import checks
from helpers.validate import validate

CHECK = """parts = checks.Parts()
with parts.worth(0.25, "small numbers"):
    checks.call({0}, 1).equals(2)
with parts.worth(0.75, "large numbers"):
    checks.call({0}, 5).equals(10)
parts.points()"""
ANSWERS = {  # what is written, and which points it earns
    "right": ("2 * x", 1),
    "small": ("2 if x == 1 else x", 0.25),
    "large": ("2 * x if x > 1 else 1 / 0", 0.75),
    "wrong": ("x", 0),
    "unwritten": ("(_ for _ in ()).throw(NotImplementedError)", 0),
}
EARNED = [points for _, points in ANSWERS.values()]
ROWS = [(f"def {n}(x):\n    return {text}", CHECK.format(n)) for n, (text, _) in ANSWERS.items()]
IMPORTS = "from helpers import checks"


@pytest.mark.slow
def test_every_grader_gives_the_same_points_and_says_what_failed(tmp_path):
    # Breaks if parts earn other points in nbgrader than here, or if the message of a part reaches nobody.
    made = notebook(ROWS, IMPORTS)
    for name, test in zip(ANSWERS, filter(is_test, made.cells), strict=True):
        test.metadata.nbgrader.grade_id = f"test_{name}_1"
    nbformat.write(made, tmp_path / "nb.ipynb")
    NotebookClient(made, allow_errors=True).execute()
    assert [determine_grade(cell)[0] for cell in filter(is_test, made.cells)] == EARNED

    course = little_course(tmp_path / "course", ROWS, imports=IMPORTS)
    (submission,) = course.grade("ps1", ["own"])
    graded = submission.notebooks["nb"].checks
    assert [check.score for check in graded] == EARNED
    assert [check.outcome for check in graded] == ["passed", "partly", "partly", "partly", "missing"]
    both = graded[3].message
    assert "0 of 1 points, not those for small numbers, large numbers." in both
    assert both.count("wrong: the result is not right.") == 2
    (page, *_) = course.feedback("ps1")
    assert "large: raised ZeroDivisionError" in page.read_text()

    told, stopped = validate(tmp_path / "nb.ipynb")
    assert not stopped and [name for name, problem in told.items() if problem is None] == ["right"]
    assert "small: 0.25 of 1 points, not those for large numbers." in told["small"]


def test_a_release_learns_how_a_mistake_fails_a_part():
    # Breaks if a mistake that costs a part only is taken for a right solution.
    tried = run([*ROWS[1]], {"checks": checks}, b"key")
    assert "small: the result is not right." in tried.message and tried.seen.function == "small"
    assert run([*ROWS[0]], {"checks": checks}, b"key").message is None
