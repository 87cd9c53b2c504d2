"""The roster: who takes the course, read from a table and kept in nbgrader's gradebook."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook.database import writing
from autograder.gradebook.registry import backed_up
from autograder.schools.people import Person
from autograder.schools.tables import Table, read_table
from autograder.submission.handed_in import unfit

TITLES = {  # how columns may be called, the best name of each first; capitals, spaces and _ do not matter
    "student": [
        *("id", "student_id", "SIS User ID", "SIS Login ID", "username", "login", "login id", "user"),
        *("student_uid", "student_key", "ID number", "SID", "matriculation number", "Matrikelnummer"),
    ],
    "first_name": ["first_name", "given name", "Vorname"],
    "last_name": ["last_name", "surname", "family name", "Nachname"],
    "full_name": ["full_name", "name", "Student", "Vollständiger Name"],
    "email": ["email", "e-mail", "email address", "mail", "E-Mail-Adresse"],
    "lms_user_id": ["lms_user_id", "user_id", "userid", "canvas id"],
}
LONGEST = 128  # bytes of each field, as nbgrader keeps it
UNIQUE = ["student", "lms_user_id"]  # what no two students may share
NO_STUDENTS = {"points possible", "student, test"}  # rows of Canvas, in their first cell
FIELDS = ["first_name", "last_name", "email", "lms_user_id"]


@dataclass
class Plan:
    """What a file would change in the roster."""

    added: list[Person] = field(default_factory=list)
    updated: list[tuple[Person, Person]] = field(default_factory=list)  # as it was, as it will be
    same: int = 0
    absent: list[str] = field(
        default_factory=list
    )  # in the gradebook, not in the file; have handed in nothing
    graded: list[str] = field(default_factory=list)  # the same, but have handed in something


def roster(course: Course) -> list[Person]:
    """Return who is in the gradebook, in nbgrader's order."""
    with course.gradebook() as gradebook:
        return [Person(s.id, s.first_name, s.last_name, s.email, s.lms_user_id) for s in gradebook.students]


def plan(course: Course, path: Path) -> Plan:
    """Return what a file would change; raise `CourseError` if it is no roster. Empty cells change nothing."""
    told = {person.student: person for person in people_in(read_table(path), course.weeks())}
    known = {person.student: person for person in roster(course)}
    made = Plan()
    for student, person in told.items():
        before = known.get(student)
        after = merged(before, person) if before else person
        if before is None:
            made.added.append(person)
        elif before == after:
            made.same += 1
        else:
            made.updated.append((before, after))
    busy = with_submissions(course)
    gone = [student for student in known if student not in told]
    made.absent = [student for student in gone if student not in busy]
    made.graded = [student for student in gone if student in busy]
    return made


def merged(before: Person, told: Person) -> Person:
    """Return what is known of a student once a file has told something."""
    fields = {name: getattr(told, name) or getattr(before, name) for name in FIELDS}
    return Person(told.student, **fields)


def with_submissions(course: Course) -> set[str]:
    """Return who has anything in submitted/ or in the gradebook, even if only an extension."""
    there = {path.name for path in course.places.submitted.glob("*") if path.is_dir()}
    with course.gradebook() as gradebook:
        return there | {student.id for student in gradebook.students if student.submissions}


def apply(course: Course, made: Plan, remove: list[str]) -> Path | None:
    """Change the roster as planned; return the copy of the gradebook that is made if anybody is removed."""
    with course.gradebook() as gradebook:
        kept = backed_up(gradebook, course.root) if remove else None
        with writing(gradebook):
            for person in [*made.added, *(after for _, after in made.updated)]:
                fields = {name: getattr(person, name) for name in FIELDS}
                gradebook.update_or_create_student(person.student, **fields)
            for student in remove:
                gradebook.remove_student(student)  # what was handed in stays in its folders
    return kept


def people_in(table: Table, weeks: list[str]) -> list[Person]:
    """Return whom a table lists; raise `CourseError` with the row if an id cannot be used."""
    columns = columns_of(table.header)
    before: dict[tuple[str, str], int] = {}
    people = []
    for row in range(1, len(table.rows)):
        cells = {what: table.read(row, column) for what, column in columns.items()}
        if not any(cells.values()) or table.read(row, 0).casefold() in NO_STUDENTS:
            continue
        if why := unusable(cells, weeks, before):
            raise CourseError(f"Row {row + 1} cannot be used, and nothing has been changed: {why}.")
        before |= {(what, cells[what].casefold()): row for what in UNIQUE if cells.get(what)}
        first, last = names_in(cells)
        fields = {name: cells.get(name) or None for name in ("email", "lms_user_id")}
        people.append(Person(cells["student"], first or None, last or None, **fields))
    return people


def unusable(cells: dict[str, str], weeks: list[str], before: dict[tuple[str, str], int]) -> str | None:
    """Return why a row cannot be used, if it cannot."""
    student = cells["student"]
    if not student:
        return "it has no id"
    for what in UNIQUE:
        if row := before.get((what, cells.get(what, "").casefold())):
            return f"{cells[what]!r} is in row {row + 1}, too"
    if student in weeks:
        return f"{student!r} is the name of an assignment"
    if why := unfit(student):
        return f"{student!r} cannot be the name of a folder, because of {why}"
    if any(len(cell.encode()) > LONGEST for cell in cells.values()):
        return f"it holds more than {LONGEST} bytes in one cell"
    if not all(cell.isprintable() for cell in cells.values()):
        return "it holds odd characters"
    return None


def columns_of(header: list[str]) -> dict[str, int]:
    """Return where a roster has what; of several columns with ids, the one with the best name counts."""
    titles = [plain_title(title) for title in header]
    found = dict(columns_in(titles))
    if "SIS Login ID" in header and "ID" in header:  # of Canvas, whose ID is its own
        found |= {"student": header.index("SIS Login ID"), "lms_user_id": header.index("ID")}
    if "student" not in found:
        raise CourseError(
            "No column has the students' ids: call the one that has them id; there are "
            f"{', '.join(map(repr, header[:12]))}."
        )
    return found


def columns_in(titles: list[str]) -> Iterator[tuple[str, int]]:
    """Yield what is in which column."""
    for what, names in TITLES.items():
        for name in map(plain_title, names):
            if titles.count(name) > 1:
                raise CourseError(f"Several columns are called {name}: leave one of them.")
            if name in titles:
                yield what, titles.index(name)
                break


def plain_title(title: str) -> str:
    """Return a title without what does not matter in it."""
    return re.sub(r"[\s_-]", "", title.casefold())


def names_in(cells: dict[str, str]) -> tuple[str, str]:
    """Return first and last name, which may be in one cell: `Lovelace, Ada` or `Ada Lovelace`."""
    first, last = cells.get("first_name", ""), cells.get("last_name", "")
    full = cells.get("full_name", "")
    if first or last or not full:
        return first, last
    if "," in full:
        last, _, first = full.partition(",")
    else:
        first, _, last = full.rpartition(" ")
    return first.strip(), last.strip()
