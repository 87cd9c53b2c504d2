"""What is written down of a submission: its scores, what a person has to look at, and its folder."""

import pytest
from nbgrader.api import Gradebook

from autograder.gradebook.database import opened, writing
from autograder.gradebook.records import records
from autograder.gradebook.registry import Cell, Contents, register
from autograder.grading.record import leave_to_a_person, record
from autograder.grading.work import Examined, Work
from autograder.outcomes import Outcome
from autograder.submission.handed_in import Submitted


def cell(name, *kinds, points=0.0):
    return Cell(name, "code", "solution" not in kinds, "", None, frozenset(kinds), points)


FIRST = [
    *(cell("f", "solution"), cell("test_f_1", "grade", points=5.0), cell("test_g_1", "grade", points=3.0)),
    *(cell("essay", "grade", "solution", points=2.0), cell("task", "task", points=4.0)),
]
SECOND = [cell("test_h_1", "grade", points=1.0)]


pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # of nbgrader; see `quiet`


@pytest.fixture(scope="module")
def gradebook(tmp_path_factory):
    """One for all tests, each with a student of its own."""
    folder = tmp_path_factory.mktemp("course")
    first, second = ({cell.name: cell for cell in cells} for cells in (FIRST, SECOND))
    now = {"first": Contents("{}", first), "second": Contents("{}", second)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nbgrader.api.get_alembic_version", lambda: "any")  # to ask for it takes seconds
        with opened(f"sqlite:///{folder}/gradebook.db") as made:
            register(made, "week1", now, folder)
            yield made


def recorded(gradebook, student, work):
    """Record a submission; return for each cell its score and whether it waits for a person."""
    with writing(gradebook):
        record(gradebook, Submitted(student, "week1"), work)
    return held(gradebook, student)


def held(gradebook: Gradebook, student):
    gradebook.db.expire_all()
    notebooks = gradebook.find_submission("week1", student).notebooks
    return {g.name: (g.auto_score, g.needs_manual_grade) for n in notebooks for g in n.grades}


def examined(untouched=(), **outcomes):
    return Examined("", {name: (outcome, "") for name, outcome in outcomes.items()}, set(untouched))


def by_hand(gradebook, student, notebook, name, score):
    with writing(gradebook):
        gradebook.find_grade(name, notebook, "week1", student).manual_score = score


def test_checks_have_their_points_and_what_a_person_grades_waits(gradebook):
    work = Work("ada", {"first": examined(test_f_1=Outcome.PASSED, test_g_1=Outcome.FAILED)})
    assert recorded(gradebook, "ada", work) == {
        "test_f_1": (5.0, False),
        "test_g_1": (0.0, False),
        "essay": (None, True),
        "task": (None, True),
        "test_h_1": (0.0, False),  # of a notebook that was not handed in
    }


def test_an_answer_that_was_not_given_has_no_points_and_waits_for_nobody(gradebook):
    found = recorded(gradebook, "bob", Work("bob", {"first": examined(["essay", "f"])}))
    assert found["essay"] == (0.0, False) and found["task"] == (None, True)
    comments = gradebook.find_submission_notebook("first", "week1", "bob").comments
    assert {c.name: c.auto_comment for c in comments} == {
        "f": "No response.",
        "essay": "No response.",
        "task": None,
    }


def test_graded_again_a_comment_that_no_longer_holds_goes(gradebook):
    recorded(gradebook, "cleo", Work("cleo", {"first": examined(["essay"])}))
    assert recorded(gradebook, "cleo", Work("cleo", {"first": examined()}))["essay"] == (None, True)
    comments = gradebook.find_submission_notebook("first", "week1", "cleo").comments
    assert {c.auto_comment for c in comments} == {None}


def test_what_a_person_has_given_stays_and_is_to_be_looked_at_again(gradebook):
    work = Work("dora", {"first": examined(test_f_1=Outcome.FAILED)})
    recorded(gradebook, "dora", work)
    by_hand(gradebook, "dora", "first", "test_f_1", 4.0)
    found = recorded(gradebook, "dora", work)
    assert found["test_f_1"] == (0.0, True)
    assert records(gradebook, "week1", "dora")["dora"].score == 4.0


def test_a_notebook_with_a_problem_keeps_its_scores_and_one_without_scores_waits(gradebook):
    recorded(gradebook, "emil", Work("emil", {"first": examined(test_f_1=Outcome.PASSED)}))
    problems = {"first": "it is empty", "second": "it is empty"}
    assert recorded(gradebook, "emil", Work("emil", problems=problems))["test_f_1"] == (5.0, False)
    fresh = recorded(gradebook, "fay", Work("fay", problems=problems))
    assert set(fresh.values()) == {(None, True)}


def test_a_fault_of_the_grader_is_never_a_score(gradebook):
    told = leave_to_a_person(gradebook, Submitted("gus", "week1"), "OSError: disk")
    assert told.score is None and told.problem == "needs manual grade: OSError: disk"
    checks = [check for notebook in told.notebooks.values() for check in notebook.checks]
    assert {check.outcome for check in checks} == {Outcome.GRADER_FAULT} and len(checks) == 5
    assert {check.score for check in checks} == {None}
    assert set(held(gradebook, "gus").values()) == {(None, True)}


def test_a_fault_takes_no_score_away(gradebook):
    before = recorded(gradebook, "hal", Work("hal", {"first": examined(test_f_1=Outcome.PASSED)}))
    leave_to_a_person(gradebook, Submitted("hal", "week1"), "OSError: disk")
    assert held(gradebook, "hal") == before


def test_an_error_half_way_leaves_nothing_behind(gradebook):
    with pytest.raises(ZeroDivisionError), writing(gradebook):
        record(gradebook, Submitted("ida", "week1"), Work("ida", {"first": examined()}))
        raise ZeroDivisionError
    assert "ida" not in records(gradebook, "week1")
    assert "ida" not in {student.id for student in gradebook.students}
