"""What `course grade` shows of a large class: what an instructor has to know, on one screen."""

import pytest
from conftest import hand_in
from gradebook.test_numbers import answer, make_course
from test_course import course_command

from autograder.commands import grade, tables
from autograder.commands.common import console
from autograder.commands.summary import show_summary
from autograder.outcomes import Check, Notebook, Outcome, Submission
from autograder.submission.notebooks import NOTHING_WRITTEN


def submission(number, score):
    """Return a submission of 10 points in one check; what was lost shows another number for everyone."""
    outcome, message = (Outcome.PASSED, "") if score == 10 else (Outcome.FAILED, f"he: {number} is not 7")
    checks = [Check("test_he_1", 10, score, outcome, message)]
    return Submission(f"student_{number:03}", {"first": Notebook(score, 10, checks)}, unchanged=number < 50)


def shown(submissions):
    with console.capture() as capture:
        show_summary("week1", submissions)
    return capture.get()


def test_a_large_class_is_summed_up_and_who_needs_a_look_is_named():
    # Breaks if the summary miscounts, takes what was not graded for zero, or grows with the class.
    checks = [Check("essay", 10, None, Outcome.WAITING, "essay: this is graded by a person.")]
    odd = [
        Submission("eve", {"first": Notebook(0, 10, checks)}),
        Submission("zoe", {"first": Notebook(0, 10, [])}, notes=[NOTHING_WRITTEN]),
        *(Submission(f"bad_{i:02}", problem="it is a [PDF]") for i in range(15)),
    ]
    told = shown([submission(i, i % 11) for i in range(198)] + odd)
    assert "200 of 215 submissions are graded; 50 have not changed" in told
    assert "mean 4.95" in told and "quartiles 2, 5 and 8" in told
    assert "90%" in told and "180 × failed: # is not #" in " ".join(told.replace("│", " ").split())
    assert "Points wait for your grade: 1\n  eve" in told and "did the wrong copy arrive?: 1\n  zoe" in told
    assert "Not graded: 15" in told and "bad_09  it is a [PDF]" in told and "and 5 more" in told
    assert len(told.splitlines()) < 50
    assert shown([submission(i, i % 11) for i in range(1980)]).count("\n") < 40


@pytest.mark.slow
def test_rows_up_to_a_screen_and_a_summary_beyond_it(tmp_path, monkeypatch):
    # Breaks if a small class gets no rows, a large one gets all of them unasked, or `--all` hides some.
    course = make_course(tmp_path)
    for student, double in (("ada", "x"), ("bob", "x"), ("eve", "2 * x")):
        hand_in(course, student, answer(double=double), name="first")
    assert "ada" in course_command(course, "grade", "week1", "--jobs", "1").output
    monkeypatch.setattr(grade, "MANY", 2)
    monkeypatch.setattr(tables, "MANY", 2)
    told = course_command(course, "grade", "week1", "--jobs", "1").output
    assert "ada" not in told and "3 have not changed" in told
    assert "ada" in course_command(course, "grade", "week1", "--jobs", "1", "--all").output
    for student in ("ada", "bob", "eve"):
        hand_in(course, student, answer(double="2 * x" if student != "eve" else "x"), name="first")
    told = course_command(course, "grade", "week1", "--jobs", "1", "--dry-run").output
    assert "eve" in told and "ada" in told and "bob" not in told
    assert "and 1 more" in told and "2 × +3  test_double_1: failed → passed" in told
    assert "Of 3 scores, 1 would go down, 2 would go up" in told
