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
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from autograder.errors import GradebookError
from autograder.gradebook.copies import copied

PATIENCE = 60  # seconds to wait for another program that writes, or for a server that does not answer
QUIET = 2  # seconds to wait before the instructor is told
WRITING, MAKING = 0x6E6267, 0x6E6268  # PostgreSQL's locks for this; the numbers mean nothing
SERVER = {"connect_timeout": "10", "tcp_user_timeout": "30000"}  # so that no silence lasts for minutes

AWAY = (
    "connection refused|no route to host|server closed the connection|connection (is|was) (lost|closed)|"
    "connection timeout|timeout expired|terminating connection|the database system is|"
    "consuming input failed|SSL SYSCALL|could not (receive|send) data|too many clients|"
    "remaining connection slots"
)
BUSY = "locked|lock timeout|deadlock detected"
ADVICE = {  # what SQLite or PostgreSQL says, and what that means here
    AWAY: "does not answer: check that the database server runs and that this computer may reach it, and "
    "give the same command again; what has been recorded stays",
    "password|authentication|pg_hba": "does not let you in: check the user and the password, which may also "
    "be in the file ~/.pgpass or in the variable PGPASSWORD",
    'database "[^"]*" does not exist': "is not there: make it, for example with `createdb`, and give the "
    "same command again",
    "permission denied|must be owner": "does not let this user make and change tables: grant that, or name "
    "another user",
    BUSY: "is still in use by another program: close that program (a database viewer, another "
    "`course grade`), and give the same command again",
    "readonly|read-only|attempt to write": "cannot be written to: check with `ls -l` who owns it and its "
    "folder",
    "unable to open": "cannot be opened: check with `ls -l` that its folder exists and that you own it",
    "full|disk I/O error": "cannot be written to, because the disk is full or failing: make room, and give "
    "the same command again",
    "not a database|malformed|encrypted": "is not a gradebook, or it is damaged: restore a backup, or move "
    "it away and grade again; only due dates, extensions and grades given by hand are lost then",
    "no such (table|column)|has no column|(relation|column) \\S+ does not exist": "was made by another "
    "version of nbgrader: copy it to a safe place, then run `nbgrader db upgrade`",
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
    """Return the name of the gradebook's file, or its address without the password."""
    url = make_url(database)
    is_file = url.get_backend_name() == "sqlite" and url.database
    return Path(str(url.database)).name if is_file else str(url.set(query={}))


def is_busy(error: BaseException) -> bool:
    """Tell whether it is worth waiting: another program is writing, or the server may be back in a moment."""
    if isinstance(error, GradebookError):
        return error.__cause__ is not None and is_busy(error.__cause__)
    return bool(re.search(f"{BUSY}|{AWAY}", str(getattr(error, "orig", None) or error), re.IGNORECASE))


def patiently(attempt: Callable[[], Result]) -> Result:
    """Return what `attempt` returns; while it is worth waiting, try again, and say so once."""
    started, told = time.monotonic(), False
    while True:
        try:
            return attempt()
        except (SQLAlchemyError, sqlite3.Error, GradebookError) as error:
            waited = time.monotonic() - started
            if not is_busy(error) or waited > PATIENCE:
                raise
            if waited > QUIET and not told:
                told = True
                away = re.search(AWAY, str(error), re.IGNORECASE)
                what = (
                    "the gradebook does not answer" if away else "another program is writing to the gradebook"
                )
                print(f"course: {what}; waiting for it.", file=sys.stderr)
            time.sleep(0.05)


@contextmanager
def opened(database: str | URL, course_id: str = "default_course") -> Iterator[Gradebook]:
    """Open the gradebook, and make it if there is none; raise `GradebookError` if that cannot be.

    Arguments:
        database: its URL
        course_id: the name of the course
    """
    url = address(database)
    if url.get_backend_name() == "sqlite" and url.database:
        path = Path(url.database)
        with in_plain_words(database, OSError):
            patiently(lambda: look(path, course_id))
        url = url.update_query_dict({"timeout": str(PATIENCE)})
    with in_plain_words(database), closing(patiently(lambda: connected(url, course_id))) as gradebook:
        yield gradebook


@contextmanager
def in_plain_words(database: str | URL, *more: type[Exception]) -> Iterator[None]:
    """Turn an error of the database, or of some other kind, into a `GradebookError`."""
    kinds: tuple[type[Exception], ...] = (SQLAlchemyError, sqlite3.Error, *more)
    try:
        yield
    except kinds as error:
        raise explained(database, error) from error


def address(database: str | URL) -> URL:
    """Return the URL of a database, with limits on how long a server may be silent."""
    try:
        url = make_url(database)
        url.get_dialect().import_dbapi()
    except ImportError as error:
        raise GradebookError(
            f"For a gradebook on a server, Python needs one more package ({error}): install this project "
            'with its extra "postgres", or give `pip install "psycopg[binary]"`.'
        ) from None
    except SQLAlchemyError as error:
        reason = str(error).split("\n")[0]
        raise GradebookError(
            f"CourseDirectory.db_url is not the address of a database ({reason}): write it as in "
            "sqlite:///gradebook.db or postgresql+psycopg://USER@HOST/DATABASE."
        ) from None
    return url.set(query=SERVER | dict(url.query)) if url.get_backend_name() == "postgresql" else url


def connected(url: URL, course_id: str) -> Gradebook:
    """Open the gradebook; on a server, one process at a time makes its tables, if there are none."""
    if url.get_backend_name() != "postgresql":
        return Gradebook(url, course_id)
    engine = create_engine(url)
    try:
        with engine.connect() as connection:  # the lock ends with it
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MAKING})")
            with mock.patch.object(nbgrader.api, "get_alembic_version", newest_revision):
                return Gradebook(url, course_id)
    finally:
        engine.dispose()


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


def copy_database(source: str | URL, target: str | URL, course_id: str) -> dict[str, int]:
    """Copy a gradebook into an empty one, and return how many rows each table has.

    Arguments:
        source: its URL
        target: the URL of the other one, which is made if need be
        course_id: the name of the course

    Raises:
        GradebookError: one of them cannot be used, or some row would not be the same; nothing is copied then
    """
    for database in (source, target):
        address(database)
    url = make_url(source)
    if url.get_backend_name() == "sqlite" and not Path(str(url.database)).exists():
        raise GradebookError(f"There is no gradebook {url.database}: check the path.")
    with opened(source, course_id) as old, opened(target, course_id) as new:
        return copied(old.engine, new.engine)


def copy_gradebook(database: str | URL, target: Path, course_id: str) -> bool:
    """Copy the gradebook into a file, as it is at this moment; return False if there is none."""
    url = make_url(database)
    if url.get_backend_name() != "sqlite":
        copy_database(url, f"sqlite:///{target}", course_id)
        return True
    path = url.database
    if path is None or not os.path.exists(path):
        return False

    def copy() -> None:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as made:
            source.backup(made)

    with in_plain_words(database, OSError):
        patiently(copy)
    return True


@contextmanager
def writing(gradebook: Gradebook) -> Iterator[None]:
    """Let all that is written within the block be written at once, or not at all, by one process at a time.

    nbgrader's own methods commit one by one.
    """
    session, database = gradebook.db(), gradebook.engine.url
    session.rollback()  # what was read before may be out of date
    with in_plain_words(database):
        patiently(lambda: lock(gradebook))
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
    statements = {
        "sqlite": (
            "PRAGMA busy_timeout = 500",
            "BEGIN IMMEDIATE",
            f"PRAGMA busy_timeout = {1000 * PATIENCE}",
        ),
        "postgresql": (
            "SET LOCAL lock_timeout = 500",
            f"SELECT pg_advisory_xact_lock({WRITING})",
            f"SET LOCAL lock_timeout = '{PATIENCE}s'",
        ),
    }
    try:
        connection = gradebook.db().connection()
        for statement in statements.get(gradebook.engine.dialect.name, ()):
            connection.exec_driver_sql(statement)
    except SQLAlchemyError:
        gradebook.db().rollback()
        raise
