"""The gradebook's file: made in one piece, and as nbgrader makes it."""

import sqlite3
from contextlib import closing

from alembic.script import ScriptDirectory
from conftest import copy_course
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import event

from autograder.gradebook import database
from autograder.gradebook.records import records
from autograder.grading.record import comments_of


def test_a_new_gradebook_has_the_version_that_nbgrader_upgrades_from(tmp_path):
    """With another one, `nbgrader db upgrade` would run changes that have been made, or leave some out."""
    database.make(tmp_path / "gradebook.db", "course")
    with closing(sqlite3.connect(tmp_path / "gradebook.db")) as connection:
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    assert rows == [(ScriptDirectory(ALEMBIC_DIR).get_current_head(),)]
    assert [path.name for path in tmp_path.iterdir()] == ["gradebook.db"]


def test_what_is_recorded_of_one_submission_is_found_without_reading_all_others(tmp_path):
    """In a class of 10,000, reading them all takes most of a second for every student."""
    course = copy_course(tmp_path)
    course.register("week1")
    asked = []
    with course.gradebook() as gradebook:
        event.listen(gradebook.engine, "before_cursor_execute", lambda *args: asked.append(args[2:4]))
        for student in ("ada", "bob"):
            gradebook.add_student(student)
            gradebook.add_submission("week1", student)
        del asked[:]
        for notebook in records(gradebook, "week1", "ada")["ada"].notebooks.values():
            comments_of(gradebook, notebook)
        read = list(asked)
        with gradebook.engine.connect() as connection:
            plans = [
                connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values) for query, values in read
            ]
            steps = [row[-1] for plan in plans for row in plan]
    assert len(read) == 2 and len(steps) > 8
    assert not [step for step in steps if step.startswith("SCAN")]
