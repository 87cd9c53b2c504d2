"""Writes all scores to a file, as `nbgrader export` does, but leaves out a score that does not exist."""

import csv
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment as GradebookAssignment
from nbgrader.api import Gradebook
from nbgrader.plugins import ExportPlugin

from autograder.errors import CourseError
from autograder.gradebook.lateness import Lateness
from autograder.gradebook.standings import Standing, Status, standings
from autograder.settings import places_of
from autograder.submission.handed_in import HandedIn

COLUMNS = [
    *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
    *("raw_score", "late_submission_penalty", "score", "max_score", "status"),
]  # nbgrader's own, and one more


class ExportScores(ExportPlugin):
    """Takes the place of nbgrader's CsvExportPlugin, for three reasons.

    1. nbgrader gives 0 to a student whose submission could not be graded. Here, such a student has no score;
       only a student who has handed in nothing has 0.
    2. nbgrader does not quote, so a comma in a name shifts all that follows.
    3. A penalty may have changed since the last grading, because of a new due date or an extension.
    """

    def export(self, gradebook: Gradebook) -> None:
        """Called by nbgrader, with the gradebook open."""
        target = Path(self.to or "grades.csv")
        try:
            rows = [row for assignment in gradebook.assignments for row in self.rows(gradebook, assignment)]
        except CourseError as error:
            self.log.error("%s", error)
            raise SystemExit(1) from None
        self.log.info("Exporting grades to %s", target)
        with target.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def rows(self, gradebook: Gradebook, assignment: GradebookAssignment) -> list[dict[str, Any]]:
        """Return a row for every student who is on the roster or has handed in this assignment."""
        if self.assignment and assignment.name not in map(str, self.assignment):
            return []
        places = places_of(Path(self.parent.coursedir.root), self.config)
        finder = HandedIn(places.submitted, places.source, self.config)
        lateness = Lateness(self.config)
        return [
            row(assignment, standing)
            for standing in standings(gradebook, assignment.name, lateness, finder.students(assignment.name))
            if not self.student or standing.student in map(str, self.student)
        ]


def row(assignment: GradebookAssignment, standing: Standing) -> dict[str, Any]:
    """Return what is exported of a student: scores if there are any, or why there are none."""
    waits = standing.status is Status.WAITING
    return {
        "assignment": assignment.name,
        "duedate": assignment.duedate,
        "timestamp": standing.record and standing.record.timestamp,
        "student_id": standing.student,
        "last_name": standing.last_name,
        "first_name": standing.first_name,
        "email": standing.email,
        "raw_score": standing.raw_score,
        "late_submission_penalty": standing.penalty,
        "score": standing.score,
        "max_score": standing.most,
        "status": f"{standing.waiting:g} points wait for a grade given by hand" if waits else standing.status,
    }
