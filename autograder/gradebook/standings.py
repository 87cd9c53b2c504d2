"""Where every student stands with an assignment: what tables, exports and reports show comes from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nbgrader.api import Gradebook

from autograder.gradebook.lateness import Lateness
from autograder.gradebook.records import Record


class Status(StrEnum):
    """Whether there is a score, and if not, why."""

    GRADED = "graded"
    WAITING = "graded, except for what waits for a grade given by hand"
    NOT_GRADED = "not graded"  # it could not be, or has not been yet: there is no score
    NOT_HANDED_IN = "not handed in"  # this counts as 0


@dataclass(frozen=True)
class Standing:
    """Where one student stands with one assignment."""

    student: str  # the id, which is the name of a folder in submitted/
    first_name: str | None
    last_name: str | None
    email: str | None
    lms_user_id: str | None  # the id in the school's system, if the roster says so
    on_roster: bool
    handed_in: bool
    record: Record | None
    most: float  # the points that can be earned

    @property
    def status(self) -> Status:
        """Whether there is a score."""
        if self.record is None or not self.record.is_graded:  # without a grade, it may hold an extension
            return Status.NOT_GRADED if self.handed_in else Status.NOT_HANDED_IN
        return Status.WAITING if self.waiting else Status.GRADED

    @property
    def waiting(self) -> float:
        """The points that wait for a person's grade."""
        return sum(grade.points for grade in self.record.grades if grade.waits) if self.record else 0.0

    @property
    def score(self) -> float | None:
        """What counts: the points, less the penalty for handing in late; None if there is no score."""
        return self.of("score")

    @property
    def raw_score(self) -> float | None:
        """The points, before the penalty."""
        return self.of("raw_score")

    @property
    def penalty(self) -> float | None:
        """What was taken away for handing in late."""
        return self.of("penalty")

    def of(self, what: str) -> float | None:
        """Return a number of the record: 0 if nothing was handed in, and None if there is no score."""
        if self.status is Status.NOT_HANDED_IN:
            return 0.0
        if self.record is None or self.status is Status.NOT_GRADED:
            return None
        number: float = getattr(self.record, what)
        return number


def standings(
    gradebook: Gradebook, week: str, lateness: Lateness, handed_in: Iterable[str]
) -> list[Standing]:
    """Return where everyone stands who is on the roster, or who has handed in; in the roster's order.

    Arguments:
        gradebook: open
        week: the assignment
        lateness: the course's policy; penalties are worked out anew
        handed_in: who has handed in something for it
    """
    found = lateness.records(gradebook, week)
    most = gradebook.find_assignment(week).max_score
    students = sorted(gradebook.students, key=lambda s: (s.last_name or "", s.first_name or "", s.id))
    roster = {student.id: student for student in students}
    there = set(handed_in)
    made = []
    for name in [*roster, *sorted((there | set(found)) - set(roster))]:
        about = roster.get(name)
        made.append(
            Standing(
                student=name,
                first_name=about and about.first_name,
                last_name=about and about.last_name,
                email=about and about.email,
                lms_user_id=about and about.lms_user_id,
                on_roster=about is not None,
                handed_in=name in there,
                record=found.get(name),
                most=most,
            )
        )
    return made
