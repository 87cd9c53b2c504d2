"""Fills the grades of an assignment into a file that a school's system has handed out."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from autograder.errors import CourseError
from autograder.gradebook.standings import Standing, Status
from autograder.schools.forms import Columns
from autograder.schools.people import People, Person
from autograder.schools.tables import Table

NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
OWN_SENTENCE = re.compile(r"Not handed in\.|\d+ of \d+ checks passed\.")
NO_STUDENTS = {"points possible"}  # rows of Canvas that hold something else


@dataclass(frozen=True)
class Change:
    """One grade that a file gets."""

    student: str
    before: str  # what was in the file
    after: str
    is_lower: bool


@dataclass
class Filled:
    """What became of a file. Whoever is in one of the lists needs a person's look."""

    changes: list[Change] = field(default_factory=list)
    same: int = 0  # grades that are as they were
    left: list[tuple[str, str]] = field(default_factory=list)  # students whose grade was left alone, and why
    unclear: list[tuple[str, str]] = field(default_factory=list)  # rows, and whom they may mean
    strangers: list[str] = field(default_factory=list)  # rows that mean nobody in the course
    absent: list[str] = field(default_factory=list)  # students whom the file does not have
    waiting: list[str] = field(default_factory=list)  # students whose grade lacks points given by hand


def fill(table: Table, columns: Columns, standings: list[Standing]) -> Filled:
    """Write grades, and a sentence where there is a column for it, into a table; change nothing else.

    A student without a score keeps what is in the file, and so does one who is excused there. A sentence
    that a person has written stays, too.

    Arguments:
        table: the file; it is changed
        columns: where it has everything
        standings: of one assignment
    """
    by_student = {standing.student: standing for standing in standings}
    filled = Filled()
    check_most(table, columns, standings)
    comma = uses_commas(table, columns)
    rows = dict(meant(table, columns, standings, filled))
    for row, student in rows.items():
        if why := kept_because(table, columns, row, by_student[student]):
            filled.left.append((student, why))
        else:
            fill_row(table, columns, row, by_student[student], comma, filled)
    there = set(rows.values())
    filled.absent = [student for student in by_student if student not in there]
    return filled


def fill_row(
    table: Table, columns: Columns, row: int, standing: Standing, comma: bool, filled: Filled
) -> None:
    """Write a student's grade and sentence, and note what has changed; a grade that is the same stays."""
    after = written(standing.score or 0.0, comma)
    before = next((text for i in columns.before if (text := table.read(row, i))), "")
    old, new = as_number(before), as_number(after)
    if old == new:
        filled.same += 1
    else:
        is_lower = old is not None and new is not None and old > new
        filled.changes.append(Change(standing.student, before, after, is_lower))
        table.write(row, columns.grade, after)
    if columns.feedback is not None and may_be_replaced(table.read(row, columns.feedback)):
        table.write(row, columns.feedback, sentence(standing))
    if standing.status is Status.WAITING:
        filled.waiting.append(standing.student)


def meant(
    table: Table, columns: Columns, standings: list[Standing], filled: Filled
) -> Iterator[tuple[int, str]]:
    """Yield each row that means exactly one student, and that student; note all others."""
    people = People(Person(s.student, s.first_name, s.last_name, s.email, s.lms_user_id) for s in standings)
    found: dict[int, str] = {}
    for row in range(1, len(table.rows)):
        numbers, logins, names = (
            [text for i in places if (text := table.read(row, i))]
            for places in (columns.numbers, columns.logins, columns.names)
        )
        may_be = set().union(*map(people.with_number, numbers), *map(people.with_login, logins))
        shown = ", ".join([*names, *logins] or numbers)
        if not shown or names and names[0].casefold() in NO_STUDENTS:
            continue
        if len(may_be) == 1:
            found[row] = may_be.pop()
        elif may_be:
            filled.unclear.append((shown, " or ".join(sorted(may_be))))
        else:
            filled.strangers.append(shown)
    times = Counter(found.values())
    for row, student in found.items():
        if times[student] == 1:
            yield row, student
    filled.unclear += [(f"{n} rows", student) for student, n in times.items() if n > 1]


def kept_because(table: Table, columns: Columns, row: int, standing: Standing) -> str | None:
    """Return why a grade in the file is left as it is, if it is."""
    if standing.score is None:
        return "not graded"
    if table.read(row, columns.grade).upper() == "EX":
        return "excused in the file"
    if columns.locked is not None and table.read(row, columns.locked).casefold() == "no":
        return "the file says that this grade cannot be changed"
    return None


def check_most(table: Table, columns: Columns, standings: list[Standing]) -> None:
    """Raise `CourseError` if the file says that other points can be earned than the course does."""
    told = re.findall(r"Total Pts: (\d+(?:[.,]\d+)?)", table.header[columns.grade])
    for row in range(1, len(table.rows)):
        if columns.most is not None:
            told.append(table.read(row, columns.most))
        elif table.read(row, 0).casefold() in NO_STUDENTS:
            told.append(table.read(row, columns.grade))
    most = standings[0].most if standings else None
    for other in map(as_number, told):
        if most is not None and other is not None and other != most:
            raise CourseError(
                f"The file is for {other:g} points, and the assignment has {most:g}: set its points to "
                f"{most:g} in {columns.system}, and download the file again."
            )


def uses_commas(table: Table, columns: Columns) -> bool:
    """Tell whether numbers in the file have decimal commas."""
    places = [columns.grade, *columns.before] + ([columns.most] if columns.most is not None else [])
    numbers = (table.read(row, i) for row in range(1, len(table.rows)) for i in places)
    return any("," in number for number in numbers if NUMBER.fullmatch(number))


def as_number(text: str) -> float | None:
    """Return a number in a file, with a decimal point or comma; None if it is no number."""
    return float(text.replace(",", ".")) if NUMBER.fullmatch(text) else None


def written(score: float, comma: bool = False) -> str:
    """Return a score with at most two decimals."""
    text = f"{score:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if comma else text


def may_be_replaced(text: str) -> bool:
    """Tell whether a person has not written this."""
    return not text or bool(OWN_SENTENCE.match(text))


def sentence(standing: Standing) -> str:
    """Return what a student is told beside the grade."""
    if standing.status is Status.NOT_HANDED_IN or standing.record is None:
        return "Not handed in."
    grades = [grade for grade in standing.record.grades if grade.points]
    told = f"{sum(grade.score >= grade.points for grade in grades)} of {len(grades)} checks passed."
    if standing.penalty:
        told += f" {written(standing.penalty)} points were taken off for handing in late."
    if standing.waiting:
        told += f" {written(standing.waiting)} points wait for a grade given by hand."
    return told
