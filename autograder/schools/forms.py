"""The files that schools' systems hand out to be filled with grades, and how each of them is recognised."""

import re
from dataclasses import dataclass, replace

from autograder.errors import CourseError
from autograder.schools.tables import Table


@dataclass(frozen=True)
class Form:
    """How a file of one system is laid out. Titles of columns are compared without regard to capitals.

    Arguments:
        system: whose file it is
        marks: the columns by which it is recognised
        needed: the columns without which the system does not take it back
        numbers: columns with the system's own number of a student
        logins: columns with a student's id, login or e-mail address
        names: columns with a student's name
        grade: a pattern for the title of the column to fill; WEEK stands for the assignment
        before: patterns for columns that hold the grade so far; the first that has one counts
        most: the column that holds the points that can be earned
        feedback: the column for a sentence
        locked: a column that says `No` where the system does not accept a grade
    """

    system: str
    marks: tuple[str, ...]
    needed: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    logins: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    grade: str = "WEEK"
    before: tuple[str, ...] = ()
    most: str = ""
    feedback: str = ""
    locked: str = ""


CANVAS = Form(
    "Canvas",
    marks=("Student", "ID"),
    needed=("ID", "SIS Login ID", "Section"),
    numbers=("ID",),
    logins=("SIS User ID", "SIS Login ID"),
    names=("Student", "FirstName", "LastName"),
    grade=r"WEEK(?: \(\d+\))?",
)
FORMS = [
    CANVAS,
    replace(CANVAS, marks=("LastName", "FirstName", "ID")),  # an option when one downloads it
    Form(
        "Moodle's grading worksheet",
        marks=("Identifier", "Grade"),
        needed=("Identifier", "Grade", "Last modified (grade)"),
        logins=("ID number", "Email address"),
        names=("Full name",),
        grade="Grade",
        most="Maximum grade",
        feedback="Feedback comments",
        locked="Grade can be changed",
    ),
    Form(
        "Blackboard",
        marks=("Last Name", "First Name", "Username"),
        needed=("Username",),
        logins=("Username", "Student ID"),
        names=("First Name", "Last Name"),
        grade=r"WEEK \[[^]]*\] ?\|\d+",  # without the number, Blackboard would add a column of texts
        feedback="Feedback to Learner",
    ),
    Form(
        "Open edX (staff graded points)",
        marks=("user_id", "block_id"),
        needed=("user_id", "block_id", "Previous Points", "New Points"),
        numbers=("user_id",),
        logins=("username", "student_uid"),
        names=("full_name",),
        grade="New Points",
        before=("New Points", "Previous Points"),
    ),
    Form(
        "Open edX (overrides)",
        marks=("user_id", "course_id"),
        needed=("user_id", "course_id"),
        numbers=("user_id",),
        logins=("username", "student_key"),
        grade=r"new_override-\w+",
        before=(r"new_override-\w+", r"previous_override-\w+", r"original_grade-\w+"),
    ),
]
OTHER = Form(  # its columns are mapped when one uploads it, so they may be called anything
    "Moodle's gradebook",
    marks=(),
    needed=(),
    numbers=("userid",),
    logins=("email", "useremail", "email address", "username", "useridnumber", "id number", "idnumber"),
    names=("full name", "fullname"),
    feedback="WEEK feedback",
)


@dataclass(frozen=True)
class Columns:
    """Where in a table everything is: numbers of columns, from 0."""

    system: str
    numbers: list[int]
    logins: list[int]
    names: list[int]
    grade: int
    before: list[int]
    most: int | None
    feedback: int | None
    locked: int | None


def columns_of(table: Table, week: str, title: str | None = None) -> Columns:
    """Return where a file of one of the systems has everything; raise `CourseError` if it cannot be filled.

    Arguments:
        table: the file
        week: the assignment
        title: of the column to fill; default: the one that is named as the system would name it
    """
    header = table.header
    form = form_of(header)
    grade = grade_column(form, header, week, title)
    end = header[grade].rpartition("-")[2]  # Open edX tells columns of several subsections apart by it
    before = [i for p in form.before for i in found(header, p) if "-" not in p or header[i].endswith(end)]

    def one(name: str) -> int | None:
        return next(iter(found(header, for_week(re.escape(name), week))), None) if name else None

    places = {
        part: [i for name in getattr(form, part) for i in found(header, re.escape(name))]
        for part in ("numbers", "logins", "names")
    }
    return Columns(
        form.system, **places, grade=grade, before=before or [grade],
        most=one(form.most), feedback=one(form.feedback), locked=one(form.locked),
    )  # fmt: skip


def grade_column(form: Form, header: list[str], week: str, title: str | None) -> int:
    """Return the column to fill, if the file has all columns that the system needs."""
    for name in form.needed:
        if not found(header, re.escape(name)):
            raise CourseError(
                f"The file is of {form.system}, but lacks the column {name!r}: download it again, and change "
                "no column."
            )
    grade = found(header, re.escape(title) if title else for_week(form.grade, week))
    if len(grade) != 1:
        many = "several columns" if grade else "no column"
        raise CourseError(
            f"The file is of {form.system}, and has {many} for {title or week}: name the one to fill with "
            f"--column, as it is written there; there are {', '.join(map(repr, header))}."
        )
    return grade[0]


def form_of(header: list[str]) -> Form:
    """Return the form that a file with these columns has."""
    for form in FORMS:
        if all(found(header, re.escape(name)) for name in form.marks):
            return form
    if any(found(header, re.escape(name)) for name in (*OTHER.numbers, *OTHER.logins)):
        return OTHER
    raise CourseError(
        "This is none of the files that Canvas, Moodle, Blackboard or Open edX hand out to be filled with "
        f"grades: its first row holds {', '.join(map(repr, header[:12]))}."
    )


def found(header: list[str], pattern: str) -> list[int]:
    """Return the columns whose whole title fits a pattern."""
    return [i for i, title in enumerate(header) if re.fullmatch(pattern, title, re.IGNORECASE)]


def for_week(pattern: str, week: str) -> str:
    """Return a pattern of a form for one assignment."""
    return pattern.replace("WEEK", re.escape(week))
