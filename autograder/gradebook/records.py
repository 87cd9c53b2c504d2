"""What the gradebook holds: of submissions, their scores and times; of an assignment, its cells."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import func, select


@dataclass(frozen=True)
class GradeRow:
    """What the gradebook holds of one graded cell of a submission."""

    id: str
    points: float
    auto: float | None
    manual: float | None
    extra: float | None

    @property
    def score(self) -> float:
        """The points, as nbgrader counts them."""
        given = self.auto if self.manual is None else self.manual
        return 0.0 if given is None else given + (self.extra or 0.0)

    @property
    def waits(self) -> bool:
        """Tell whether nothing and nobody has graded it yet."""
        return self.auto is None and self.manual is None


@dataclass
class NotebookRow:
    """What the gradebook holds of one notebook of a submission."""

    id: str
    penalty: float | None
    grades: dict[str, GradeRow] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """The points, before the penalty for handing in late."""
        return sum(grade.score for grade in self.grades.values())

    @property
    def max_score(self) -> float:
        """The points that can be earned."""
        return sum(grade.points for grade in self.grades.values())


@dataclass
class Record:
    """What the gradebook holds of one submission."""

    timestamp: datetime | None
    due: datetime | None  # with the student's own extension
    notebooks: dict[str, NotebookRow] = field(default_factory=dict)

    @property
    def seconds_late(self) -> float:
        """How long after the due date it was handed in; 0 if either is not known."""
        if self.timestamp is None or self.due is None:
            return 0
        return max(0, (self.timestamp - self.due).total_seconds())

    @property
    def grades(self) -> list[GradeRow]:
        """All graded cells."""
        return [grade for notebook in self.notebooks.values() for grade in notebook.grades.values()]

    @property
    def is_graded(self) -> bool:
        """Tell whether there is a score, of some cells at least; the others may wait for a person."""
        return not self.grades or any(not grade.waits for grade in self.grades)

    @property
    def score(self) -> float:
        """The points, less the penalty for handing in late."""
        return sum(max(0.0, n.score - (n.penalty or 0.0)) for n in self.notebooks.values())

    @property
    def raw_score(self) -> float:
        """The points, before the penalty."""
        return sum(notebook.score for notebook in self.notebooks.values())

    @property
    def penalty(self) -> float:
        """What is taken away for handing in late."""
        return sum(notebook.penalty or 0.0 for notebook in self.notebooks.values())


def records(gradebook: Gradebook, week: str, student: str | None = None) -> dict[str, Record]:
    """Return what the gradebook holds of all submissions of an assignment, or of one, in one query."""
    base, graded, tasks = BaseCell.__table__, GradeCell.__table__, TaskCell.__table__
    query = (
        select(
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            Assignment.duedate,
            Notebook.name,
            SubmittedNotebook.id,
            SubmittedNotebook.late_submission_penalty,
            base.c.name,
            Grade.id,
            func.coalesce(graded.c.max_score, tasks.c.max_score, 0.0),
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
        )
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .outerjoin(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .outerjoin(base, base.c.id == Grade.cell_id)
        .outerjoin(graded, graded.c.id == Grade.cell_id)
        .outerjoin(tasks, tasks.c.id == Grade.cell_id)
        .where(Assignment.name == week)
        .order_by(SubmittedAssignment.student_id, Notebook.name, base.c.name)
    )
    if student is not None:
        query = query.where(SubmittedAssignment.student_id == student)
    found: dict[str, Record] = {}
    for who, when, extension, due, notebook, own_id, penalty, cell, *grade in gradebook.db.execute(query):
        if due is not None and extension is not None:
            due = due + extension
        record = found.setdefault(who, Record(when, due))
        rows = record.notebooks.setdefault(notebook, NotebookRow(own_id, penalty))
        if cell is not None:
            rows.grades[cell] = GradeRow(*grade)
    return found


def late_before(gradebook: Gradebook, week: str, student: str | None = None) -> dict[str, list[float]]:
    """Return for each student, or for one, how many seconds late everything was that was due before.

    What was due first comes first; at the same time, in the order of names. Due dates are those of the
    assignments, without extensions. What has no due date or no time of its own is never late.
    """
    query = (
        select(
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            Assignment.duedate,
            Assignment.name,
        )
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(SubmittedAssignment.timestamp.is_not(None), Assignment.duedate.is_not(None))
        .order_by(Assignment.duedate, Assignment.name)
    )
    if student is not None:
        query = query.where(SubmittedAssignment.student_id == student)
    this = gradebook.find_assignment(week)
    found: dict[str, list[float]] = {}
    for who, when, extension, due, name in gradebook.db.execute(query):
        if this.duedate is not None and (due, name) < (this.duedate, week):
            found.setdefault(who, []).append(Record(when, due + (extension or timedelta())).seconds_late)
    return found


def comments(gradebook: Gradebook, week: str) -> dict[tuple[str, str], dict[str, str]]:
    """Return what people have written about cells of an assignment: by student and notebook, then by cell."""
    query = (
        select(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, Comment.manual_comment)
        .join(SubmittedNotebook, SubmittedNotebook.id == Comment.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(BaseCell, BaseCell.id == Comment.cell_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Assignment.name == week)
    )
    found: dict[tuple[str, str], dict[str, str]] = {}
    for student, notebook, cell, text in gradebook.db.execute(query):
        if text:
            found.setdefault((student, notebook), {})[cell] = text
    return found


def cells_of(notebook: Notebook) -> Iterator[NotebookNode]:
    """Yield the cells with a grade id as the instructor wrote them, in order."""
    graded = {cell.name: cell.max_score for cell in notebook.grade_cells}
    tasks = {cell.name: cell.max_score for cell in notebook.task_cells}
    solutions = {cell.name for cell in notebook.solution_cells}
    for source in notebook.source_cells:
        cell = NotebookNode(cell_type=source.cell_type, id=source.name[:64], source=source.source)
        if source.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
        nbgrader = {
            "schema_version": 3,
            "grade_id": source.name,
            "grade": source.name in graded,
            "solution": source.name in solutions,
            "locked": source.locked,
            "task": source.name in tasks,
            "cell_type": source.cell_type,
            "checksum": source.checksum,
        }
        if source.name in graded | tasks:
            nbgrader["points"] = (graded | tasks)[source.name]
        cell.metadata = nbformat.from_dict({"nbgrader": nbgrader})
        yield cell
