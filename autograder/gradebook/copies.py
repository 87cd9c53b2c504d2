"""Copies a gradebook from one database into another, and compares every row with what has arrived."""

from collections.abc import Iterator
from contextlib import contextmanager

from nbgrader.api import Assignment, Base, Course, Student
from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, text
from sqlalchemy.exc import DataError, IntegrityError

from autograder.errors import GradebookError

BATCH = 1000  # rows that are in memory at a time


def copied(source: Engine, target: Engine) -> dict[str, int]:
    """Copy a gradebook, as it is at this moment, into an empty one; return how many rows each table has.

    Either all rows are copied, or none.

    Raises:
        GradebookError: the other gradebook is not empty or of another version, or a row does not fit
    """
    with snapshot(source) as old, target.begin() as new:
        revisions = {
            connection.scalar(text("SELECT version_num FROM alembic_version")) for connection in (old, new)
        }
        if len(revisions) > 1:
            raise GradebookError(
                "The two gradebooks were made by different versions of nbgrader: back up the old one, run "
                "`nbgrader db upgrade`, and give the same command again."
            )
        if any(new.scalar(select(table.id).limit(1)) for table in (Student, Assignment)):
            raise GradebookError(
                "There are students or assignments in the gradebook that was to be written: name one that is "
                "new or empty."
            )
        new.execute(delete(Course))
        return {table.name: copy_table(table, old, new) for table in Base.metadata.sorted_tables}


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """Yield a connection that sees the database as it is at one moment."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN")
        else:
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


def copy_table(table: Table, old: Connection, new: Connection) -> int:
    """Copy the rows of a table, and read each again; return how many there are."""
    count = 0
    rows = old.execute(select(table), execution_options={"yield_per": BATCH})
    for batch in rows.partitions():
        try:
            new.execute(insert(table), [row._asdict() for row in batch])
        except (DataError, IntegrityError) as error:
            reason = str(error.orig).split("\n")[0]
            raise GradebookError(f"A row of the table {table.name} cannot be copied: {reason}.") from error
        arrived = new.execute(select(table).where(table.c.id.in_([row.id for row in batch])))
        if {tuple(row) for row in arrived} != {tuple(row) for row in batch}:
            raise GradebookError(
                f"A row of the table {table.name} did not arrive as it was; nothing is copied."
            )
        count += len(batch)
    if new.scalar(select(func.count()).select_from(table)) != count:
        raise GradebookError(f"The table {table.name} was written to meanwhile; nothing is copied.")
    return count
