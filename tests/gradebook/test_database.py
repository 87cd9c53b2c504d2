"""The gradebook's file: made in one piece, and as nbgrader makes it."""

import sqlite3
from contextlib import closing

from alembic.script import ScriptDirectory
from nbgrader.dbutil import ALEMBIC_DIR

from autograder.gradebook import database


def test_a_new_gradebook_has_the_version_that_nbgrader_upgrades_from(tmp_path):
    """With another one, `nbgrader db upgrade` would run changes that have been made, or leave some out."""
    database.make(tmp_path / "gradebook.db", "course")
    with closing(sqlite3.connect(tmp_path / "gradebook.db")) as connection:
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    assert rows == [(ScriptDirectory(ALEMBIC_DIR).get_current_head(),)]
    assert [path.name for path in tmp_path.iterdir()] == ["gradebook.db"]
