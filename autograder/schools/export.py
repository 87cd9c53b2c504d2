"""Brings grades into a file: one that a school's system has handed out, or a table of one's own."""

from pathlib import Path

from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook.standings import Standing
from autograder.grading.folders import write_whole
from autograder.schools.fill import Filled, fill
from autograder.schools.forms import columns_of
from autograder.schools.tables import as_csv, read_table

OWN = ["student", "first_name", "last_name", "email", "score", "raw_score", "penalty", "max_score", "status"]
EDX_LIMIT = 4 * 2**20  # bytes of a file that Open edX accepts


def graded(course: Course, week: str) -> list[Standing]:
    """Return where everyone stands with an assignment; raise `CourseError` if nobody does yet."""
    with course.gradebook() as gradebook:
        known = any(assignment.name == week for assignment in gradebook.assignments)
    found = course.standings(week) if known else []
    if not any(standing.record and standing.record.is_graded for standing in found):  # not zeros for all
        raise CourseError(f"Nothing has been graded for {week} yet: run `course grade {week}` first.")
    return found


def filled(course: Course, week: str, path: Path, title: str | None = None) -> tuple[bytes, str, Filled]:
    """Return a system's file with an assignment's grades in it, the system's name, and what has changed.

    Arguments:
        course: whose grades
        week: the assignment
        path: the file, which stays as it is
        title: of the column to fill, if it is not named after the assignment
    """
    table = read_table(path)
    columns = columns_of(table, week, title)
    done = fill(table, columns, graded(course, week))
    content = table.content()
    if columns.system.startswith("Open edX") and len(content) > EDX_LIMIT:
        raise CourseError(f"{path} has more than 4 MiB, which Open edX does not accept: fill it in in parts.")
    return content, columns.system, done


def own_table(course: Course, week: str) -> bytes:
    """Return a CSV file with a row for everyone who is on the roster or has handed in."""
    rows = [
        (s.student, s.first_name, s.last_name, s.email, s.score, s.raw_score, s.penalty, s.most, s.status)
        for s in graded(course, week)
    ]
    return as_csv(OWN, rows)


def write_new(path: Path, content: bytes, force: bool) -> None:
    """Write a file that was not there before, unless told otherwise."""
    if not path.parent.is_dir():
        raise CourseError(f"{path.parent} is not a folder: name a file in one that exists with --output.")
    if path.exists() and not (force and path.is_file()):
        raise CourseError(f"{path} exists: name another file with --output, or write over it with --force.")
    write_whole(path, content)
