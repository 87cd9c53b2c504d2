"""What became of each check, read back: what does not belong together is out of date, never a wrong score."""

from datetime import datetime, timedelta

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.gradebook.records import GradeRow, NotebookRow, Record
from autograder.grading.results import OutOfDate, judge, read_submission
from autograder.outcomes import Check, Outcome

PASSED = {"outcome": "passed", "message": ""}
FAILED = {"outcome": "failed", "message": "f: is wrong."}


def cell(grade_id, check=None, grade=True, solution=False, make=new_code_cell):
    marks = {"grade_id": grade_id, "grade": grade, "solution": solution, "locked": not solution}
    return make("", metadata={"nbgrader": marks, **({"check": check} if check else {})})


def row(auto, points=5.0, manual=None, extra=None):
    return GradeRow("id", points, auto, manual, extra)


ESSAY = cell("essay", solution=True, make=new_markdown_cell)


@pytest.mark.parametrize(
    "cell_, grade, wanted",
    [
        (cell("t", PASSED), row(5.0), Check("t", 5.0, 5.0, Outcome.PASSED, "")),
        (cell("t", FAILED), row(0.0), Check("t", 5.0, 0.0, Outcome.FAILED, "f: is wrong.")),
        (None, row(0.0), Check("t", 5.0, 0.0, Outcome.MISSING, "n.ipynb was not handed in.")),
        (ESSAY, row(None), Check("t", 5.0, None, Outcome.WAITING, "t: this is graded by a person.")),
        (ESSAY, row(0.0), Check("t", 5.0, 0.0, Outcome.MISSING, "t: this was not answered.")),
        (
            ESSAY,
            row(None, manual=4.0, extra=0.5),
            Check("t", 5.0, 4.5, Outcome.BY_HAND, "t: this is graded by a person."),
        ),
        (cell("t", FAILED), row(0.0, manual=5.0), Check("t", 5.0, 5.0, Outcome.BY_HAND, "f: is wrong.")),
    ],
    ids=["passed", "failed", "not handed in", "waits", "not answered", "by hand", "overruled"],
)
def test_a_check_has_the_score_of_the_gradebook_and_the_message_of_the_notebook(cell_, grade, wanted):
    assert judge("t", grade, cell_, "n.ipynb") == wanted


@pytest.mark.parametrize(
    "cell_, auto",
    [(cell("t", PASSED), 0.0), (cell("t", FAILED), 5.0), (cell("t", PASSED), None), (None, 5.0)],
)
def test_a_score_that_does_not_fit_the_notebook_is_out_of_date(cell_, auto):
    """A gradebook that was put back from a backup must not be shown with the messages of another grading."""
    with pytest.raises(OutOfDate):
        judge("t", row(auto), cell_, "n.ipynb")


@pytest.fixture
def folder(tmp_path):
    notebook = new_notebook(
        cells=[cell("test_b_1", FAILED), cell("test_a_1", PASSED)], metadata={"put_right": ["it was cut"]}
    )
    nbformat.write(notebook, tmp_path / "first.ipynb")
    return tmp_path


def record(**grades):
    due = datetime(2026, 3, 1)
    return Record(due + timedelta(hours=2), due, {"first": NotebookRow("n", 1.5, grades)})


def test_a_submission_is_put_together_in_the_order_of_the_notebook(folder):
    found = read_submission("ada", record(test_a_1=row(5.0), test_b_1=row(0.0)), folder)
    first = found.notebooks["first"]
    assert [check.grade_id for check in first.checks] == ["test_b_1", "test_a_1"]
    assert (first.raw_score, first.penalty, found.score, found.max_score) == (5.0, 1.5, 3.5, 10.0)
    assert found.notes == ["first.ipynb: it was cut"]
    assert found.seconds_late == 7200 and found.problem is None


@pytest.mark.parametrize("grades", [["test_a_1"], ["test_a_1", "test_b_1", "test_c_1"]])
def test_a_notebook_with_other_cells_than_the_gradebook_is_out_of_date(folder, grades):
    with pytest.raises(OutOfDate, match="hold different cells"):
        read_submission("ada", record(**{name: row(0.0) for name in grades}), folder)


def test_a_notebook_that_was_not_handed_in_has_no_points_and_one_with_a_problem_no_score(tmp_path):
    both = record(test_a_1=row(0.0))
    absent = read_submission("ada", both, tmp_path)
    assert [check.outcome for check in absent.notebooks["first"].checks] == [Outcome.MISSING]
    assert absent.score == 0
    broken = read_submission("ada", both, tmp_path, {"first": "first.ipynb is empty"})
    assert broken.score is None and broken.notebooks["first"].score is None
    assert broken.problem == "first.ipynb is empty"
