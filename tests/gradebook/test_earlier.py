"""Grading again is a change that can be looked at before, softened, and taken back."""

import pytest
from conftest import hand_in
from test_course import course_command
from test_numbers import answer, exercise, make_course, write_source

from autograder.course import Course

pytestmark = pytest.mark.slow

LENIENT = [
    *exercise("double", "2 * x", 3, "assert double(4) >= 0"),
    *exercise("square", "x * x", 5, "assert 0"),
]
STRICT = [
    *exercise("double", "2 * x", 3, "assert double(4) == 8"),
    *exercise("square", "x * x", 5, "assert square(4) == 16"),
]


@pytest.fixture
def course(tmp_path):
    """A class graded with one check that is too lenient and one that nobody can pass, both mended now."""
    made = make_course(tmp_path, *LENIENT)
    hand_in(made, "right", answer(), name="first")
    hand_in(made, "lucky", answer(double="x"), name="first")
    hand_in(made, "wrong", answer(double="-x", square="x"), name="first")
    assert course_command(made, "grade", "week1", "--jobs", "1").exit_code == 0
    assert grades(made) == {"right": 3, "lucky": 3, "wrong": 0}
    write_source(made, STRICT)
    return made


def grades(course):
    return {s.student: s.score for s in Course(course.root).standings("week1")}


def grade(course, *words):
    result = course_command(course, "grade", "week1", "--jobs", "1", *words)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_dry_run_shows_who_goes_up_and_down_and_by_which_check(course):
    told = " ".join(grade(course, "--dry-run").replace("│", " ").split())
    assert "lucky 3 5 -3 test_double_1: passed → failed" in told
    assert "right 3 8 +5 test_square_1: failed → passed" in told
    assert told.count("+5 test_square_1: failed → passed") == 2
    assert "Of 3 scores, 1 stay as they are, 2 would go up. Nothing was written." in told
    assert grades(course) == {"right": 3, "lucky": 3, "wrong": 0}


def test_never_lower_keeps_the_points_of_answers_that_have_not_changed(course):
    hand_in(course, "wrong", answer(double="-x", square="x * x"), name="first")
    grade(course, "--policy", "never-lower")
    assert grades(course) == {"right": 8, "lucky": 8, "wrong": 5}
    grade(course)  # nothing has changed since
    assert grades(course) == {"right": 8, "lucky": 8, "wrong": 5}
    grade(course, "--regrade")
    assert grades(course) == {"right": 8, "lucky": 5, "wrong": 5}


def test_never_lower_does_not_protect_a_worse_answer(course):
    hand_in(course, "lucky", answer(double="-x"), name="first")
    grade(course, "--policy", "never-lower")
    assert grades(course)["lucky"] == 5


def test_undo_brings_back_run_after_run_and_leaves_what_a_person_gave(course):
    texts = {p: p.read_bytes() for p in course.root.glob("autograded/[rl]*/week1/*")}
    grade(course)
    hand_in(course, "wrong", answer(), name="first")
    grade(course)
    assert grades(course) == {"right": 8, "lucky": 5, "wrong": 8}
    with course.gradebook() as gradebook:
        gradebook.find_grade("test_square_1", "first", "week1", "right").manual_score = 1
        gradebook.db.commit()
    result = course_command(course, "undo", "week1")
    assert "wrong: 8 → 0" in result.output and "1 submissions of week1" in result.output
    assert course_command(course, "undo", "week1").exit_code == 0
    assert grades(course) == {"right": 4, "lucky": 3, "wrong": 0}
    assert {p: p.read_bytes() for p in texts} == texts and len(texts) >= 4
    result = course_command(course, "undo", "week1")
    assert result.exit_code == 2 and "No run has replaced grades of week1" in result.stderr
