"""Due dates and extensions, as nbgrader's gradebook keeps them, and whose penalty changes with them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from nbgrader.api import Assignment, Gradebook

from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook.database import writing
from autograder.submission.times import moment

UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes"}
LONGEST = timedelta(days=1000)
NONE = "none"


@dataclass(frozen=True)
class Change:
    """A penalty that is no longer what it was."""

    student: str
    week: str
    before: float
    after: float


@dataclass
class Deadline:
    """When an assignment is due, and for whom it is due later."""

    due: datetime | None  # in UTC, as all times in the gradebook
    extensions: dict[str, timedelta] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)  # of penalties


def deadline(course: Course, week: str) -> Deadline:
    """Return what the gradebook says of an assignment."""
    with course.gradebook() as gradebook:
        assignment = known(gradebook, week)
        if assignment is None:
            return Deadline(None)
        given = {s.student_id: s.extension for s in assignment.submissions if s.extension}
        return Deadline(assignment.duedate, dict(sorted(given.items())))


def set_due(course: Course, week: str, when: str) -> Deadline:
    """Set the due date of an assignment, or take it away; extensions count from the new one.

    Arguments:
        course: it is changed
        week: the assignment
        when: such as 2026-12-01 23:59 Europe/Berlin, or none
    """
    now = deadline(course, week)
    due = None if when == NONE else time_in(when)
    if due is None and now.extensions:
        raise CourseError(
            f"{', '.join(now.extensions)} would have an extension of nothing: take it back first, with "
            f"`course extend STUDENT {week} none`."
        )
    with watched(course) as changes, writable(course, week) as gradebook:
        gradebook.find_assignment(week).duedate = due
    return Deadline(due, now.extensions, changes)


def extend(course: Course, student: str, week: str, by: str) -> Deadline:
    """Give a student an extension in place of the one there is, or take it back.

    Arguments:
        course: it is changed
        student: who gets it, whether or not something has been handed in
        week: the assignment
        by: such as 3d, 12h, 1d12h, or the new due date with a time zone, or none
    """
    now = deadline(course, week)
    if by != NONE and now.due is None:
        raise CourseError(f"{week} has no due date: set one first, with `course due {week} DATE`.")
    extension = None if by == NONE else duration(by, now.due)
    with course.gradebook() as gradebook:
        there = {known.id for known in gradebook.students}
    if student not in there and student not in course.students(week):
        raise CourseError(f"There is no student {student!r}: `course roster` shows who there is.")
    with watched(course) as changes, writable(course, week) as gradebook:
        if extension:
            gradebook.update_or_create_student(student)
            gradebook.update_or_create_submission(week, student)
        for submission in gradebook.find_assignment(week).submissions:
            if submission.student_id == student:
                submission.extension = extension
    return Deadline(now.due, {student: extension} if extension else {}, changes)


def known(gradebook: Gradebook, week: str) -> Assignment | None:
    """Return an assignment as the gradebook has it, if it does."""
    return next((assignment for assignment in gradebook.assignments if assignment.name == week), None)


@contextmanager
def writable(course: Course, week: str) -> Iterator[Gradebook]:
    """Open the gradebook, which then has the assignment; what is changed is written at once or not at all."""
    with course.gradebook() as gradebook:
        there = known(gradebook, week)
    if not there:
        course.register(week)
    with course.gradebook() as gradebook, writing(gradebook):
        yield gradebook


@contextmanager
def watched(course: Course) -> Iterator[list[Change]]:
    """Yield a list that holds, after the block, whose penalty has changed in it."""
    changes: list[Change] = []
    before = penalties(course)
    yield changes
    for (week, student), after in penalties(course).items():
        if (was := before.get((week, student), 0.0)) != after:
            changes.append(Change(student, week, was, after))


def penalties(course: Course) -> dict[tuple[str, str], float]:
    """Return what everyone loses in every assignment, as a late day in one may cost something in another."""
    weeks = course.weeks()
    with course.gradebook() as gradebook:
        known = [assignment.name for assignment in gradebook.assignments if assignment.name in weeks]
    return {(week, s.student): s.penalty or 0.0 for week in known for s in course.standings(week)}


def duration(text: str, due: datetime | None) -> timedelta:
    """Return how long an extension is that is given as 3d or 1d12h, or as the time at which it ends."""
    if re.fullmatch(r"(\d{1,4}[wdhm]){1,4}", text):
        parts = re.findall(r"(\d+)([wdhm])", text)
        found = sum((timedelta(**{UNITS[unit]: int(number)}) for number, unit in parts), timedelta())
    elif due is not None and re.match(r"\d{4}-", text):
        found = time_in(text) - due
    else:
        raise CourseError(f"{text!r} is no extension: write 3d, 12h, 1d12h, a date and a time, or none.")
    if found <= timedelta():
        raise CourseError(f"{text!r} is no later than the due date, {shown(due) if due else ''}.")
    if found > LONGEST:
        raise CourseError(f"{text!r} is years after the due date: name an earlier time.")
    return found


def time_in(text: str) -> datetime:
    """Return the time that a text names, in UTC and without a zone."""
    try:
        if len(text.split()) < 3 and not re.search(r"([+-]\d\d:?\d\d|Z)$", text):
            raise ValueError("no zone")
        found = moment(text, "UTC")
        if not 2000 <= found.year < 2100:
            raise ValueError("no time of a course")
        return found
    except Exception:  # whatever was written there
        raise CourseError(
            f"{text!r} is not a clear time: write a date, a time and a zone, as in 2026-12-01 23:59 "
            "Europe/Berlin; in place of the region there may be UTC or an offset such as +01:00."
        ) from None


def shown(when: datetime) -> str:
    """Return a time as people are told it."""
    return f"{when.replace(tzinfo=UTC):%Y-%m-%d %H:%M} UTC"
