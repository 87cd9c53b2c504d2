"""What people hand in, as files: encodings, formats, names, places and kinds, each with its score and words.

One small course and one student for each row of the tables in hand_ins.py, all graded in one run for real.
"""

import os
import shutil
from datetime import datetime

import pytest
from conftest import ROOT
from hand_ins import (
    BLANK,
    EXERCISES,
    FOUND,
    FULL,
    GRADED,
    OTHER,
    PROPER,
    REFUSED,
    RIGHT,
    STUDENTS,
    TIMES,
    TOO_MUCH,
    UNUSABLE,
    instructors,
    notebook,
    raw,
    zipped,
)
from nbformat.v4 import writes
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from autograder.cli import app
from autograder.course import Course
from autograder.errors import CourseError

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("handed_in")]  # so all are graded once


def put(course, student, files):
    for name, content in files.items():
        path = course.root / "submitted" / student / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir() if name.endswith("/") else path.write_bytes(content)


def make_course(root):
    for place, exercises in EXERCISES.items():
        (root / "source" / place).parent.mkdir(parents=True, exist_ok=True)
        (root / "source" / f"{place}.ipynb").write_text(writes(instructors(exercises)))
    config = (ROOT / "nbgrader_config.py").read_text()
    (root / "nbgrader_config.py").write_text(config + '\nc.Exchange.timezone = "America/New_York"\n')
    return Course(root)


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A course in which everyone was graded once, and what became of whom."""
    course = make_course(tmp_path_factory.mktemp("course"))
    for student, (content, _) in GRADED.items():
        put(course, student, {PROPER: content, "week1/gradient_checking.ipynb": OTHER})
    for student, (files, *_) in (FOUND | REFUSED).items():
        put(course, student, files)
    for student in STUDENTS:
        put(course, student, {PROPER: RIGHT, "week1/gradient_checking.ipynb": OTHER})
    for number, text in enumerate(TIMES):
        put(course, f"time{number}", {PROPER: RIGHT, "week1/timestamp.txt": text.encode()})
    course.register("week1")
    return course, {s.student: s for s in course.grade("week1", course.students("week1"))}


def points(submission):
    scores = [notebook.score for notebook in submission.notebooks.values() if notebook.score is not None]
    return sum(scores) if scores else None


@pytest.mark.long
@pytest.mark.parametrize("student", GRADED)
def test_what_jupyterlab_would_open_is_graded_and_what_was_put_right_is_said(graded, student):
    submission = graded[1][student]
    assert (submission.problem, points(submission)) == (None, FULL)
    told = GRADED[student][1]
    assert any(told in note for note in submission.notes) if told else not submission.notes


@pytest.mark.parametrize("student", FOUND)
def test_the_file_that_answers_is_found_and_where_there_are_several_that_is_asked(graded, student):
    _, score, told = FOUND[student]
    submission = graded[1][student]
    assert points(submission) == score, submission.problem
    if told.startswith("!"):
        assert told[1:] in submission.problem and submission.score is None
    else:
        assert submission.problem is None
        assert any(told in note for note in submission.notes) if told else True


@pytest.mark.parametrize("student", REFUSED)
def test_what_is_no_notebook_is_said_to_be_what_it_is(graded, student):
    submission = graded[1][student]
    assert REFUSED[student][1] in submission.problem
    assert submission.score is None and "\n" not in submission.problem


def test_a_time_is_that_of_the_files_it_lies_beside(registered):
    early, late = b"2026-03-01 10:00 UTC", b"2026-03-02 10:00 UTC"
    there = {
        "of_the_week": {PROPER: RIGHT, "week1/timestamp.txt": early, "week1/old/timestamp.txt": late},
        "of_a_week_like_it": {"Week1/initialization.ipynb": RIGHT, "Week1/timestamp.txt": early},
        "of_the_inner": {"week1/week1/initialization.ipynb": RIGHT, "week1/week1/timestamp.txt": early},
        "of_the_outer": {"week1/week1/initialization.ipynb": RIGHT, "week1/timestamp.txt": early},
        "loose": {"initialization.ipynb": RIGHT, "timestamp.txt": early},
        "in_utf16": {PROPER: RIGHT, "week1/Timestamp.TXT": early.decode().encode("utf-16")},
        "of_nothing": {PROPER: RIGHT, "timestamp.txt": late, "week1/old/timestamp.txt": late},
        "in_a_zip": {"week1/a.zip": zipped({"initialization.ipynb": RIGHT, "timestamp.txt": late})},
    }
    for student, files in there.items():
        put(registered, f"time_{student}", files)
        time = registered.handed_in.find(
            "week1", f"time_{student}", dict.fromkeys(["initialization", "gradient_checking"], [])
        ).time
        assert time == (None if student in ("of_nothing", "in_a_zip") else datetime(2026, 3, 1, 10)), student


def test_what_is_too_much_is_refused_before_it_costs_memory(graded, monkeypatch):
    course, _ = graded
    for limit in ("files.MAX_FILE", "archives.MAX_FILE"):
        monkeypatch.setattr(f"autograder.submission.{limit}", 500_000)
    for limit, most in {
        "archives.MAX_MEMBERS": 50,
        "entries.MAX_FILES_OF_ONE": 50,
        "notebooks.MAX_CELLS": 100,
    }.items():
        monkeypatch.setattr(f"autograder.submission.{limit}", most)
    monkeypatch.setattr("autograder.submission.notebooks.MAX_VALUES", 5000)
    monkeypatch.setattr("autograder.submission.notebooks.MAX_SIZE", 50_000)
    for student, (files, _) in TOO_MUCH.items():
        put(course, f"much_{student}", files)
    for submission in course.grade("week1", [f"much_{student}" for student in TOO_MUCH]):
        told = TOO_MUCH[submission.student.removeprefix("much_")][1]
        assert told in submission.problem, submission.student
        shutil.rmtree(course.root / "submitted" / submission.student)


@pytest.mark.parametrize("student", STUDENTS)
def test_a_student_may_be_called_anything_that_nbgrader_takes(graded, student):
    assert graded[1][student].score == FULL


@pytest.mark.parametrize("number", range(len(TIMES)), ids=map(repr, TIMES))
def test_only_a_clear_time_is_taken(graded, number):
    course, submissions = graded
    submission, time = submissions[f"time{number}"], list(TIMES.values())[number]
    if time is None:
        assert (
            submission.score is None and "its timestamp.txt does not hold a clear time" in submission.problem
        )
    else:
        assert submission.problem is None
        with Gradebook(course.database) as gradebook:
            assert gradebook.find_submission("week1", submission.student).timestamp == time


# ── who, where, which ────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def small(tmp_path):
    """A course with nobody in it."""
    return make_course(tmp_path)


@pytest.fixture(scope="module")
def registered(tmp_path_factory):
    """A course that the gradebook knows, in a folder whose name is a pattern that it does not match."""
    course = make_course(tmp_path_factory.mktemp("course") / "[a] *? & 50%")
    course.register("week1")
    return course


def test_whoever_may_have_handed_something_in_is_listed_and_nobody_else(small):
    there = {
        "proper": {PROPER: RIGHT},
        "empty_week": {"week1/": b""},
        "near": {"Week 1/x.txt": b""},
        "loose": {"initialization.ipynb": RIGHT},
        "by_content": {"hw.ipynb": RIGHT},
        "who_knows": {"homework/report.pdf": b"%PDF"},
        "both": {"week1/a.txt": b"", "week2/optimization.ipynb": b""},
        "zip": {"week1.zip": zipped({"a.ipynb": RIGHT})},
    }
    elsewhere = {
        "week2": {"week2/optimization.ipynb": b""},
        "week2_near": {"WEEK2/x.txt": b""},
        "week2_loose": {"optimization.ipynb": b"", "notes.txt": b""},
        "week2_by_content": {"hw.ipynb": raw(notebook("optimization", "week2"))},
        "nothing_yet": {".DS_Store": b""},
    }
    for student, files in (there | elsewhere).items():
        put(small, student, files)
    put(small, "", {"jane_initialization.ipynb": RIGHT, ".DS_Store": b"", "README.md": b""})
    put(small, "__MACOSX", {"ada/._x": b""})
    assert small.students("week1") == sorted([*there, "jane_initialization.ipynb"])
    assert set(small.students("week2")) == {*elsewhere, "both", "who_knows", "jane_initialization.ipynb"} - {
        "nothing_yet"
    }


def test_a_folder_that_cannot_be_used_is_said_with_what_to_do(registered):
    for student in UNUSABLE:
        swapped = "week" in student.lower()
        put(registered, student, {"ada/initialization.ipynb" if swapped else PROPER: RIGHT})
    shutil.rmtree(registered.root / "submitted/jane.ipynb")
    put(registered, "", {"jane.ipynb": RIGHT})
    (registered.root / "submitted/linked/week1/gradient_checking.ipynb").symlink_to("initialization.ipynb")
    assert set(UNUSABLE) <= set(registered.students("week1"))
    for submission in registered.grade("week1", list(UNUSABLE)):
        assert UNUSABLE[submission.student] in submission.problem and submission.score is None


def test_the_instructor_may_say_which_of_several_counts(registered, monkeypatch):
    half = raw(notebook(answers=["double"]))
    put(
        registered,
        "several",
        {PROPER: BLANK, "week1/a_initialization.ipynb": RIGHT, "week1/b_initialization.ipynb": half},
    )
    for seconds, name in enumerate(["a_initialization", "initialization", "b_initialization"]):
        os.utime(registered.root / "submitted/several/week1" / f"{name}.ipynb", (seconds, seconds))
    for several, score in {"ask": None, "fullest": 10, "newest": 5}.items():
        monkeypatch.setattr(registered.handed_in, "several", several)
        (submission,) = registered.grade("week1", ["several"])
        assert points(submission) == score
        if score:
            assert "was left out" in submission.notes[1]


def test_notebooks_with_the_same_grade_ids_are_told_apart_by_their_names(small):
    exercises = EXERCISES["week1/initialization"]
    for week in ("week1", "week2"):
        put(
            small,
            f"../source/{week}",
            {f"{name}.ipynb": writes(instructors(exercises)).encode() for name in "ab"},
        )
    course = Course(small.root)
    put(course, "ada", {"week1/A.ipynb": RIGHT, "week1/b.ipynb": BLANK})
    course.register("week1")
    (submission,) = course.grade("week1", ["ada"])
    assert {name: found.score for name, found in submission.notebooks.items() if name in "ab"} == {
        "a": 10,
        "b": 0,
    }
    assert submission.problem is None and submission.notes == ["A.ipynb was graded as a.ipynb"]


def test_a_setting_that_does_not_exist_is_told_in_one_line(small):
    with (small.root / "nbgrader_config.py").open("a") as file:
        file.write('\nc.HandedIn.several = "oldest"\n')
    with pytest.raises(CourseError, match="oldest"):
        Course(small.root)


def test_one_broken_notebook_costs_no_grade_neither_new_nor_old(registered):
    put(registered, "ada", {PROPER: RIGHT, "week1/gradient_checking.ipynb": OTHER})
    put(registered, "bob", {PROPER: RIGHT[:99], "week1/gradient_checking.ipynb": OTHER})
    assert [s.score for s in registered.grade("week1", ["ada"])] == [FULL]
    put(registered, "ada", {PROPER: RIGHT[:99]})
    for _ in range(2):  # it is not taken for done
        ada, bob = registered.grade("week1", ["ada", "bob"])
        assert ada.problem == bob.problem and "initialization.ipynb is not a notebook" in bob.problem
        assert ada.score is None and bob.notebooks["gradient_checking"].score == 10
        assert bob.notebooks["initialization"].score is None
    with Gradebook(registered.database) as gradebook:
        found = {
            (student, notebook.name): ([g.auto_score for g in notebook.grades], notebook.needs_manual_grade)
            for student in ("ada", "bob")
            for notebook in gradebook.find_submission("week1", student).notebooks
        }
    assert found["ada", "initialization"] == ([5, 5], False)  # as it was
    assert found["bob", "initialization"] == ([None, None], True)
    assert found["bob", "gradient_checking"] == ([5, 5], False)
    assert (registered.root / "autograded/ada/week1/initialization.ipynb").exists()
    put(registered, "bob", {PROPER: RIGHT})
    assert [s.score for s in registered.grade("week1", ["bob"])] == [FULL]


def test_what_is_found_elsewhere_is_graded_again_when_it_changes(registered):
    put(registered, "zip", {"week1/a.zip": zipped({"x.ipynb": BLANK})})
    assert [points(s) for s in registered.grade("week1", ["zip"])] == [0]
    put(registered, "zip", {"week1/a.zip": zipped({"x.ipynb": RIGHT})})
    for _ in range(2):
        (submission,) = registered.grade("week1", ["zip"])
        assert (points(submission), submission.notes) == (
            10,
            ["a.zip/x.ipynb was graded as initialization.ipynb"],
        )
    put(registered, "zip", {PROPER: RIGHT})
    (submission,) = registered.grade("week1", ["zip"])
    assert (points(submission), submission.notes) == (10, [])


def test_everyone_gets_a_page_that_says_what_was_put_right(registered):
    students = [*STUDENTS, "utf16", "widgets_without_state"]
    for student in students:
        put(registered, student, {PROPER: GRADED[student][0] if student in GRADED else RIGHT})
    put(registered, "odd", {"week1/*odd*_initialization <b>.ipynb": RIGHT})
    assert [points(s) for s in registered.grade("week1", [*students, "odd"])] == [10] * (len(students) + 1)
    pages = {path.parts[-3]: path.read_text() for path in registered.feedback("week1")}
    assert set(pages) >= {*students, "odd"}
    assert "Repaired before grading" in pages["utf16"] and "its text is in UTF-16-LE" in pages["utf16"]
    assert "*odd*_initialization &lt;b&gt;.ipynb was graded as initialization.ipynb" in pages["odd"]
    assert "Repaired before" not in pages["50%"]


@pytest.mark.parametrize("week", ["week+1", "week[1]", "week*", " week1"])
def test_an_assignment_that_nbgrader_cannot_take_is_told_in_one_line(small, week):
    shutil.copytree(small.root / "source/week1", small.root / "source" / week)
    for words in (["release"], ["grade", week], ["feedback", week]):
        result = CliRunner().invoke(app, [*words, "--course", str(small.root)])
        assert result.exit_code == 2 and result.output.count("\n") == 1
        assert f"Rename source/{week}: " in result.output
