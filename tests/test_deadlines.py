"""Due dates and extensions: what is typed, what the gradebook keeps, and whose penalty changes."""

from datetime import datetime, timedelta

import pytest
from conftest import copy_course
from small_class import graded_class, penalties
from typer.testing import CliRunner

from autograder.cli import app
from autograder.deadlines import deadline
from autograder.submission.times import moment

CONFIG = """
c.AssignLatePenalties.plugin_class = "autograder.steps.late.Policy"
c.Policy.rate = 0.1
"""
LATE = moment("2026-11-21 15:00 UTC", "UTC")


def command(course, *words):
    return CliRunner().invoke(app, [*words, "--course", str(course.root)], env={"COLUMNS": "200"})


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    students = {"ada": (20, {"time": LATE}), "bob": (10, {"time": LATE}), "eve": (20, {})}
    course = graded_class(tmp_path_factory.mktemp("class"), students, config=CONFIG)
    with course.gradebook() as gradebook:
        gradebook.add_student("tim")
    return course


@pytest.fixture
def course(shared):
    """A class in which ada and bob have handed in late, tim has not handed in, and nothing is due."""
    with shared.gradebook() as gradebook:
        gradebook.update_or_create_assignment("week1", duedate=None)
        for submission in gradebook.find_assignment("week1").submissions:
            submission.extension = None
        gradebook.db.commit()
    return shared


@pytest.mark.slow
def test_due_dates_and_extensions_say_whose_penalty_changes(course):
    result = command(course, "due", "week1", "2026-11-20", "13:00", "Europe/Berlin")
    assert result.exit_code == 0, result.output
    assert "week1 is due 2026-11-20 12:00 UTC." in result.output
    assert "The penalty of ada for week1 was 0, and is 4." in result.output
    assert "bob for week1 was 0, and is 2." in result.output and "eve" not in result.output
    assert deadline(course, "week1").due == datetime(2026, 11, 20, 12)
    result = command(course, "extend", "ada", "week1", "1d12h")
    assert "For ada it is due 2026-11-22 00:00 UTC, 1 day, 12:00:00 later." in result.output
    assert "The penalty of ada for week1 was 4, and is 0." in result.output and "bob" not in result.output
    result = command(course, "extend", "ada", "week1", "2026-11-21 07:00 America/New_York")
    assert "was 0, and is 2" in result.output  # an extension takes the place of the one before
    assert deadline(course, "week1").extensions == {"ada": timedelta(days=1)}
    assert "For ada it is due 2026-11-21 12:00 UTC" in command(course, "due", "week1").output
    result = command(course, "extend", "ada", "week1", "none")
    assert "was 2, and is 4" in result.output and "ada has no extension." in result.output
    result = command(course, "due", "week1", "none")
    assert "was 4, and is 0" in result.output and "has no due date" in result.output
    assert penalties(course) == {"ada": 0, "bob": 0, "eve": 0, "tim": 0}


def test_an_extension_given_before_anything_is_handed_in_is_no_grade_and_no_submission(course):
    command(course, "due", "week1", "2026-11-20 12:00 UTC")
    assert command(course, "extend", "tim", "week1", "2d").exit_code == 0
    assert deadline(course, "week1").extensions == {"tim": timedelta(days=2)}
    (tim,) = [standing for standing in course.standings("week1") if standing.student == "tim"]
    assert (tim.status, tim.score) == ("not handed in", 0)


@pytest.mark.slow
def test_a_due_date_can_be_set_before_anything_is_in_the_gradebook(tmp_path):
    course = copy_course(tmp_path)
    assert "has no due date" in command(course, "due", "week1").output
    assert command(course, "due", "week1", "2026-11-20T12:00Z").exit_code == 0
    course.register("week1")
    assert deadline(course, "week1").due == datetime(2026, 11, 20, 12)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words, told",
    [
        (["due", "week1", "2026-12-01 23:59"], "write a date, a time and a zone"),
        (["due", "week1", "2026-12-01"], "write a date, a time and a zone"),
        (["due", "week1", "01.12.2026 23:59 UTC"], "write a date, a time and a zone"),
        (["due", "week1", "2026-12-01 23:59 CET"], "write a date, a time and a zone"),
        (["due", "week1", "2026-12-01 23:59 Europe/Atlantis"], "write a date, a time and a zone"),
        (["due", "week1", "2026-12-01 23:59 ../../etc/passwd"], "write a date, a time and a zone"),
        (["due", "week1", "2026-10-25 02:30 Europe/Berlin"], "write a date, a time and a zone"),
        (["due", "week1", "0001-01-01 00:00 +14:00"], "write a date, a time and a zone"),
        (["due", "week9", "2026-12-01 23:59 UTC"], "There is no assignment 'week9'"),
        (["extend", "nobody", "week1", "3d"], "There is no student 'nobody'"),
        (["extend", "ada", "week1", "3"], "write 3d, 12h"),
        (["extend", "ada", "week1", "0d"], "is no later than the due date"),
        (
            ["extend", "ada", "week1", "2026-11-20 11:59 UTC"],
            "is no later than the due date",
        ),
        (["extend", "ada", "week1", "9999w"], "is years after the due date"),
    ],
)
def test_what_is_not_clear_is_refused_and_changes_nothing(course, words, told):
    command(course, "due", "week1", "2026-11-20 12:00 UTC")
    before = deadline(course, "week1")
    result = command(course, *words)
    assert result.exit_code == 2 and told in result.stderr and len(result.stderr.splitlines()) == 1
    assert deadline(course, "week1") == before


@pytest.mark.slow
def test_an_extension_needs_a_due_date_and_keeps_it(course):
    result = command(course, "extend", "ada", "week1", "3d")
    assert result.exit_code == 2 and "week1 has no due date: set one first" in result.stderr
    command(course, "due", "week1", "2026-11-20 12:00 UTC")
    command(course, "extend", "ada", "week1", "3d")
    result = command(course, "due", "week1", "none")
    assert result.exit_code == 2 and "take it back first" in result.stderr
    result = command(course, "due", "week1", "2026-11-21 12:00 UTC")
    assert "For ada it is due 2026-11-24 12:00 UTC" in result.output
