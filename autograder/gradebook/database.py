"""Opens the gradebook and writes to it: one writer at a time, and each change completely or not at all."""

import os
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar
from unittest import mock

import nbgrader.api
from nbgrader.api import Gradebook
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from autograder.errors import GradebookError

PATIENCE = 60  # seconds to wait for another program that writes
QUIET = 2  # seconds to wait before the instructor is told

ADVICE = {  # what SQLite says, and what that means here
    "locked": "is still in use by another program: close that program (a database viewer, another "
    "`course grade`), and give the same command again",
    "readonly|read-only|attempt to write": "cannot be written to: check with `ls -l` who owns it and its "
    "folder",
    "unable to open": "cannot be opened: check with `ls -l` that its folder exists and that you own it",
    "full|disk I/O error": "cannot be written to, because the disk is full or failing: make room, and give "
    "the same command again",
    "not a database|malformed|encrypted": "is not a gradebook, or it is damaged: restore a backup, or move "
    "it away and grade again; only due dates, extensions and grades given by hand are lost then",
    "no such (table|column)|has no column": "was made by another version of nbgrader: copy it to a safe "
    "place, then run `nbgrader db upgrade`",
}
INDEXES = {"submitted_notebook": "assignment_id", "grade": "notebook_id", "comment": "notebook_id"}
Result = TypeVar("Result")


def known(database: str | URL, error: BaseException) -> GradebookError | None:
    """Return an error of the database in plain words, if it is one of the common ones."""
    cause = str(getattr(error, "orig", None) or error).split("\n")[0]
    advice = next((ADVICE[p] for p in ADVICE if re.search(p, cause, re.IGNORECASE)), None)
    return GradebookError(f"{name_of(database)} {advice} ({cause}).") if advice else None


def explained(database: str | URL, error: BaseException) -> GradebookError:
    """Return any error of the database in plain words."""
    cause = str(getattr(error, "orig", None) or error).split("\n")[0]
    return known(database, error) or GradebookError(f"{name_of(database)} cannot be used: {cause}.")


def name_of(database: str | URL) -> str:
    """Return the name of the gradebook's file, or its address."""
    url = make_url(database)
    return Path(url.database).name if url.get_backend_name() == "sqlite" and url.database else str(url)


def is_busy(error: BaseException) -> bool:
    """Tell whether it is worth waiting, because another program is writing."""
    return "locked" in str(getattr(error, "orig", None) or error)


def patiently(database: str | URL, attempt: Callable[[], Result]) -> Result:
    """Return what `attempt` returns; while another program is writing, try again, and say so once."""
    started, told = time.monotonic(), False
    while True:
        try:
            return attempt()
        except (OSError, SQLAlchemyError, sqlite3.Error) as error:
            waited = time.monotonic() - started
            if not is_busy(error) or waited > PATIENCE:
                raise explained(database, error) from error
            if waited > QUIET and not told:
                told = True
                print("course: another program is writing to the gradebook; waiting for it.", file=sys.stderr)
            time.sleep(0.05)


@contextmanager
def opened(database: str, course_id: str = "default_course") -> Iterator[Gradebook]:
    """Open the gradebook, and make it if there is none; raise `GradebookError` if that cannot be.

    Arguments:
        database: its URL
        course_id: the name of the course
    """
    url = make_url(database)
    if url.get_backend_name() == "sqlite" and url.database:
        path = Path(url.database)
        patiently(database, lambda: look(path, course_id))
        url = url.update_query_dict({"timeout": str(PATIENCE)})
    try:
        with closing(Gradebook(url, course_id)) as gradebook:
            yield gradebook
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise explained(database, error) from error


def look(path: Path, course_id: str) -> None:
    """Make sure that the gradebook exists and can be read, without waiting for long."""
    if not path.exists():
        make(path, course_id)
    with closing(sqlite3.connect(path, timeout=0.5)) as connection:
        connection.execute("SELECT * FROM sqlite_master").fetchall()


def make(path: Path, course_id: str) -> None:
    """Make an empty gradebook that is complete at once, as another process may be making one, too."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        quick = mock.patch.object(nbgrader.api, "get_alembic_version", newest_revision)
        with quick, closing(Gradebook(f"sqlite:///{draft}", course_id)):
            pass
        with suppress(FileExistsError):
            os.link(draft, path)  # unlike a move, a link never replaces another process's file
    finally:
        draft.unlink(missing_ok=True)


def newest_revision() -> str:
    """Return the version of the tables that nbgrader makes: the revision that no other one follows.

    nbgrader starts another program to ask, which takes two seconds.
    """
    scripts = [path.read_text(encoding="utf-8") for path in Path(ALEMBIC_DIR, "versions").glob("*.py")]

    def named(name: str) -> set[str]:
        pattern = re.compile(rf"^{name} = ['\"](\w+)['\"]", re.MULTILINE)
        return {found[1] for script in scripts if (found := pattern.search(script))}

    [newest] = named("revision") - named("down_revision")
    return newest


def add_indexes(gradebook: Gradebook) -> None:
    """Let the rows of one submission be found without reading those of all others.

    Each of nbgrader's own indexes begins with the other column.
    """
    for table, column in INDEXES.items():
        name = f"{table}_by_{column}"
        gradebook.db.execute(text(f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({column})"))


def copy_gradebook(database: str | URL, target: Path) -> bool:
    """Copy the gradebook into a file, as it is at this moment; return False if there is none."""
    url = make_url(database)
    if url.get_backend_name() != "sqlite":
        raise GradebookError(f"The gradebook is not a file ({url}), so it cannot be copied.")
    path = url.database
    if path is None or not os.path.exists(path):
        return False

    def copy() -> None:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as made:
            source.backup(made)

    patiently(database, copy)
    return True


@contextmanager
def writing(gradebook: Gradebook) -> Iterator[None]:
    """Let all that is written within the block be written at once, or not at all, by one process at a time.

    nbgrader's own methods commit one by one.
    """
    session, database = gradebook.db(), gradebook.engine.url
    session.rollback()  # what was read before may be out of date
    if gradebook.engine.dialect.name == "sqlite":
        patiently(database, lambda: lock(gradebook))
    session.commit = session.flush
    try:
        yield
        session.flush()
        del session.commit
        session.commit()
    except BaseException as error:
        session.rollback()
        if explanation := known(database, error):
            raise explanation from error
        raise
    finally:
        session.__dict__.pop("commit", None)


def lock(gradebook: Gradebook) -> None:
    """Begin a transaction that keeps other writers waiting until it ends; do not wait for long."""
    connection = gradebook.db().connection()
    try:
        connection.exec_driver_sql("PRAGMA busy_timeout = 500")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {1000 * PATIENCE}")
    except SQLAlchemyError:
        gradebook.db().rollback()
        raise
