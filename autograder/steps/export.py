"""Writes all scores to a file, as `nbgrader export` does, but leaves out a score that does not exist."""

import csv
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment as GradebookAssignment
from nbgrader.api import Gradebook, Student
from nbgrader.plugins import ExportPlugin

from autograder.errors import CourseError
from autograder.gradebook.lateness import Lateness
from autograder.gradebook.records import Record
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
        finder = HandedIn(Path(self.parent.coursedir.root), self.config)
        handed_in = set(finder.students(assignment.name))
        roster = gradebook.students
        unknown = [Student(id=name) for name in sorted(handed_in - {student.id for student in roster})]
        found = Lateness(self.config).records(gradebook, assignment.name)
        return [
            row(assignment, student, found.get(student.id), student.id in handed_in)
            for student in [*roster, *unknown]
            if not self.student or student.id in map(str, self.student)
        ]


def row(
    assignment: GradebookAssignment, student: Student, record: Record | None, handed_in: bool
) -> dict[str, Any]:
    """Return what is exported of a student: scores if there are any, or why there are none."""
    about = {
        "assignment": assignment.name,
        "duedate": assignment.duedate,
        "student_id": student.id,
        "last_name": student.last_name,
        "first_name": student.first_name,
        "email": student.email,
        "max_score": assignment.max_score,
    }
    if record is None and not handed_in:
        return about | {**dict.fromkeys(COLUMNS[7:10], 0.0), "status": "not handed in"}
    if record is None or not record.is_graded:
        return about | {"timestamp": record and record.timestamp, "status": "not graded"}
    waiting = sum(grade.points for grade in record.grades if grade.waits)
    raw = sum(notebook.score for notebook in record.notebooks.values())
    return about | {
        "timestamp": record.timestamp,
        "raw_score": raw,
        "late_submission_penalty": sum(notebook.penalty or 0.0 for notebook in record.notebooks.values()),
        "score": record.score,
        "status": f"{waiting:g} points wait for a grade given by hand" if waiting else "graded",
    }
