"""A gradebook on a PostgreSQL server: the same grades, several graders at once, a server that goes away."""

import re
import signal
import subprocess
import sys
import time
from functools import partial

import psycopg
import pytest
from conftest import hand_in
from nbgrader.api import Base
from postgres import server
from sqlalchemy import select, text
from test_course import course_command
from test_numbers import (
    DOUBLE,
    DUE,
    ESSAY,
    LATE,
    SQUARE,
    ZERO,
    answer,
    change,
    give,
    grade,
    make_course,
    scores,
    set_time,
    two_runs,
    write_source,
)

from autograder.course import Course
from autograder.errors import CourseError, GradebookError
from autograder.gradebook import database
from autograder.gradebook.copies import snapshot

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("postgres")]
PENALTY = "c.AssignLatePenalties.enabled = True\n" + ZERO


@pytest.fixture(scope="module")
def postgres():
    with server() as started:
        yield started


def on_server(folder, *cells, postgres, config=""):
    """Return a small course whose gradebook is an empty database."""
    config += f"c.CourseDirectory.db_url = {postgres.new_database()!r}\n"
    return make_course(folder, *cells, config=config)


def everything(course):
    """Return all that a gradebook holds of week 1, without the ids, which nbgrader draws."""
    with course.gradebook() as gradebook:
        return {
            (submission.student_id, str(submission.timestamp), notebook.late_submission_penalty,
             grade.name, grade.auto_score, grade.manual_score, grade.needs_manual_grade)
            for submission in gradebook.assignment_submissions("week1")
            for notebook in submission.notebooks
            for grade in notebook.grades
        }  # fmt: skip


@pytest.mark.long
def test_an_empty_database_is_made_ready_and_holds_what_a_file_would(tmp_path, postgres):
    # Breaks if anything that is written or read works with SQLite alone.
    dumps = []
    for name in ("file", "server"):
        (tmp_path / name).mkdir()
        cells = [*DOUBLE, ESSAY, *SQUARE]
        new = make_course if name == "file" else partial(on_server, postgres=postgres)
        course = new(tmp_path / name, *cells, config=PENALTY)
        for student, given in {"ada": answer(), "bob": answer(double="x + 2", essay="Because.")}.items():
            hand_in(course, student, given, name="first")
        set_time(course, "bob", LATE)
        result = course_command(course, "grade", "week1", "--jobs", "2")
        assert result.exit_code == 0, result.output
        change(course, duedate=DUE)
        give(course, "bob", "essay", 3.0)
        assert grade(course)["bob"].score == 0
        dumps.append((everything(course), [(s.student, s.score) for s in course.standings("week1")]))
        for command in ("report", "feedback"):
            assert course_command(course, command, "week1").exit_code == 0
    assert dumps[0] == dumps[1]


def test_the_order_of_cells_is_that_of_the_notebook(tmp_path, postgres):
    # Breaks if it is taken from the database, which returns rows that were changed at the end.
    course = on_server(tmp_path, postgres=postgres)
    hand_in(course, "ada", answer(), name="first")
    assert grade(course)["ada"].score == 8
    with course.gradebook() as gradebook:
        gradebook.db.execute(text("UPDATE source_cell SET checksum = checksum WHERE name LIKE '%double%'"))
        gradebook.db.commit()
        names = [cell.name for cell in gradebook.find_notebook("first", "week1").source_cells]
        originals = course.assignment(gradebook, "week1").templates["first"].originals
    assert names[0] == "square"
    assert [cell["metadata"]["nbgrader"]["grade_id"] for cell in originals] == [
        "double", "test_double_1", "square", "test_square_1",
    ]  # fmt: skip
    assert not str(course.register("week1"))


@pytest.mark.long
def test_two_graders_at_once_both_end_well(tmp_path, postgres):
    # Breaks if they wait for each other, make the tables twice, or record one student twice.
    course = on_server(tmp_path, postgres=postgres)
    for number in range(6):
        hand_in(course, f"student_{number}", answer(), name="first")
    two_runs(course, students=6)
    assert len(everything(course)) == 12


def test_a_server_that_goes_away_for_a_moment_costs_nothing(tmp_path, postgres, capsys):
    # Breaks if a lost connection ends the run, or if what was half written is not written again.
    course = on_server(tmp_path, postgres=postgres)
    for number in range(4):
        hand_in(course, f"student_{number}", answer(), name="first")
    course.register("week1")
    found = []
    for submission in Course(course.root).grade("week1", course.students("week1")):
        found.append(submission)
        postgres.kill()
        postgres.start()
    assert [submission.score for submission in found] == [8] * 4
    assert len(everything(course)) == 8 and not capsys.readouterr().err


@pytest.mark.long
def test_a_writer_that_is_killed_leaves_nothing_half_done(tmp_path, postgres):
    # Breaks if a lock outlives the process that held it, or if half of a submission is there.
    course = on_server(tmp_path, postgres=postgres)
    for number in range(12):
        hand_in(course, f"student_{number}", answer(), name="first")
    line = [sys.executable, "-m", "autograder", "grade", "week1", "--jobs", "1", "--course", str(course.root)]
    run = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while len([*course.root.glob("autograded/*/week1/.graded")]) < 2:
        assert run.poll() is None, run.stderr.read()
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    before = everything(course)
    assert len(before) % 2 == 0
    assert scores(grade(course)) == {f"student_{number}": 8 for number in range(12)}
    assert len(everything(course)) == 24


def test_a_server_that_stays_away_is_told_in_one_line_without_the_password(
    tmp_path, postgres, monkeypatch, capsys
):
    # Breaks if an outage is a traceback, or if the address is shown with its password.
    course = on_server(tmp_path, postgres=postgres)
    hand_in(course, "ada", answer(), name="first")
    grade(course)
    monkeypatch.setattr(database, "PATIENCE", 1)
    monkeypatch.setattr(database, "QUIET", 0.2)
    postgres.kill()
    try:
        with pytest.raises(GradebookError) as caught:
            grade(course)
    finally:
        postgres.start()
    told = capsys.readouterr().err + str(caught.value)
    assert "the gradebook does not answer; waiting for it" in told
    assert re.search(r"course:\*\*\*@127.0.0.1:\d+/\w+ does not answer", told) and "between-us" not in told
    assert grade(course)["ada"].score == 8


def test_a_writer_is_waited_for_and_then_told(tmp_path, postgres, monkeypatch, capsys):
    # Breaks if two programs write at the same time.
    course = on_server(tmp_path, postgres=postgres)
    hand_in(course, "ada", answer(), name="first")
    grade(course)
    monkeypatch.setattr(database, "PATIENCE", 2)
    monkeypatch.setattr(database, "QUIET", 0.2)
    with course.gradebook() as other, database.writing(other):
        with pytest.raises(CourseError, match="is still in use by another program"):
            grade(course, regrade=True)
        assert capsys.readouterr().err.count("waiting for it") == 1
    assert grade(course, regrade=True)["ada"].score == 8


def test_what_a_server_refuses_is_told_in_plain_words(tmp_path, postgres):
    # Breaks if an instructor reads a traceback of three libraries.
    course = on_server(tmp_path, postgres=postgres)
    right = course.database
    for wrong, told in {
        right.replace("between-us", "between-them"): "does not let you in",
        re.sub(r"/\w+$", "/nowhere", right): "is not there: make it",
        right.replace("psycopg", "nothing"): "is not the address of a database",
        "postgres": "is not the address of a database",
    }.items():
        with pytest.raises(GradebookError, match=told) as caught, database.opened(wrong, "course"):
            pass
        assert "\n" not in str(caught.value) and "between" not in str(caught.value)


def test_a_name_that_the_server_has_no_room_for_stops_nobody(tmp_path, postgres):
    # Breaks if one folder with a name of 200 characters ends the run for the class.
    course = on_server(tmp_path, postgres=postgres)
    for student in ("ada", "x" * 200, "zoe"):
        hand_in(course, student, answer(), name="first")
    found = grade(course)
    assert (found["ada"].score, found["zoe"].score) == (8, 8)
    assert "rename its folder" in found["x" * 200].problem


def rows(course_or_url):
    """Return every row of every table."""
    url = course_or_url.database if isinstance(course_or_url, Course) else course_or_url
    with database.opened(url, "course") as gradebook, snapshot(gradebook.engine) as connection:
        return {
            table.name: {tuple(row) for row in connection.execute(select(table))}
            for table in Base.metadata.sorted_tables
        }


def test_a_gradebook_moves_to_a_server_and_back(tmp_path, postgres):
    # Breaks if a row is lost or changed on the way, or if what is there would be overwritten.
    course = make_course(tmp_path, *DOUBLE, ESSAY, *SQUARE)
    for student in ("ada", "bob"):
        hand_in(course, student, answer(essay="Why not?"), name="first")
    set_time(course, "bob", LATE)
    grade(course)
    give(course, "ada", "essay", 2.5, comment="So it is: ½.")
    there, back = postgres.new_database(), tmp_path / "back.db"
    for source, target in (("gradebook.db", there), (there, str(back))):
        source = str(course.root / source) if "://" not in source else source
        result = course_command(course, "database", "copy", source, target)
        assert result.exit_code == 0 and "2 students and 1 assignments" in result.output, result.output
        assert "between-us" not in result.output
    assert rows(course) == rows(there) == rows(f"sqlite:///{back}")
    again = course_command(course, "database", "copy", str(course.root / "gradebook.db"), there)
    assert again.exit_code == 2 and "name one that is new or empty" in again.output
    missing = course_command(course, "database", "copy", "nowhere.db", str(tmp_path / "new.db"))
    assert missing.exit_code == 2 and "There is no gradebook" in missing.output
    assert not (tmp_path / "new.db").exists()


def test_a_row_that_does_not_fit_is_told_and_nothing_is_copied(tmp_path, postgres):
    # Breaks if half a gradebook is taken for a whole one.
    course = make_course(tmp_path)
    course.register("week1")
    with course.gradebook() as gradebook:
        gradebook.add_student("x" * 200)
        gradebook.db.commit()
    there = postgres.new_database()
    with pytest.raises(GradebookError, match="row of the table student cannot be copied: value too long"):
        database.copy_database(course.database, there, "course")
    assert not rows(there)["assignment"]


@pytest.mark.long
def test_a_rehearsal_and_the_copy_before_cells_go_are_files(tmp_path, postgres):
    # Breaks if only a gradebook that is a file can be copied.
    course = on_server(tmp_path, postgres=postgres)
    hand_in(course, "ada", answer(double="x + 2"), name="first")
    grade(course)
    before = rows(course)
    hand_in(course, "ada", answer(), name="first")
    rehearsed = course_command(course, "grade", "week1", "--dry-run")
    assert rehearsed.exit_code == 0 and "8" in rehearsed.output and rows(course) == before
    write_source(course, DOUBLE)
    assert "gone: first/square" in course_command(course, "grade", "week1").output
    (kept,) = course.root.glob("gradebook.db.*")
    assert rows(f"sqlite:///{kept}") == before


def test_a_missing_driver_is_told(monkeypatch):
    # Breaks if an instructor without the extra reads `No module named 'psycopg'` and nothing else.
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(GradebookError, match="pip install"), database.opened("postgresql+psycopg://a@b/c"):
        pass


def test_what_is_recorded_of_one_submission_is_found_by_its_indexes(tmp_path, postgres):
    # Breaks if a server's gradebook has only nbgrader's own indexes, which begin with the other column.
    course = on_server(tmp_path, postgres=postgres)
    course.register("week1")
    with psycopg.connect(course.database.replace("+psycopg", "")) as connection:
        found = {name for (name,) in connection.execute("SELECT indexname FROM pg_indexes")}
    assert {f"{table}_by_{column}" for table, column in database.INDEXES.items()} <= found
