"""Reads what became of each check: scores from the gradebook, messages from the graded notebook."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nbformat.notebooknode import NotebookNode
from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from nbgrader.utils import is_grade, is_solution, is_task
from sqlalchemy import func, select

from autograder import outcomes
from autograder.choice import in_one_line
from autograder.notebooks import read_own
from autograder.outcomes import Check, Outcome, Submission


class OutOfDate(Exception):
    """What is in autograded/ is not what the gradebook holds: one was lost, or put back from a backup."""


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
        """The points that can be had."""
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
        """Tell whether there is a score: of some cells at least, the others may wait for a person."""
        return not self.grades or any(not grade.waits for grade in self.grades)

    @property
    def score(self) -> float:
        """The points, less the penalty for handing in late."""
        return sum(max(0.0, n.score - (n.penalty or 0.0)) for n in self.notebooks.values())


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


def read_submission(
    student: str, record: Record, folder: Path, problems: dict[str, str] | None = None
) -> Submission:
    """Return a graded submission; raise `OutOfDate` if its parts do not belong together.

    Arguments:
        student: who has handed it in
        record: what the gradebook holds of it
        folder: its graded notebooks
        problems: with single notebooks, which have no score
    """
    notebooks, notes, problems = {}, [], problems or {}
    for name, rows in record.notebooks.items():
        if name in problems:
            notebooks[name] = outcomes.Notebook(None, rows.max_score, [])
            continue
        path = folder / f"{name}.ipynb"
        cells, put_right = graded_cells(path)
        notes += [note if path.name in note else f"{path.name}: {note}" for note in put_right]
        if cells and cells.keys() != rows.grades.keys():
            raise OutOfDate(f"{path} holds other cells than the gradebook")
        checks = [
            judge(grade_id, rows.grades[grade_id], cells.get(grade_id), path.name)
            for grade_id in cells or rows.grades
        ]
        notebooks[name] = outcomes.Notebook(rows.score, rows.max_score, checks, rows.penalty or 0.0)
    return Submission(student, notebooks, in_one_line(problems) or None, notes, record.seconds_late)


def graded_cells(path: Path) -> tuple[dict[str, NotebookNode], list[str]]:
    """Return a notebook's graded cells by grade id, none if it is not there, and what was put right."""
    if not path.exists():
        return {}, []
    notebook = read_own(path)
    marked = [cell for cell in notebook.cells if is_grade(cell) or is_task(cell)]
    put_right = notebook.metadata.get("put_right", [])
    return {cell.metadata.nbgrader.grade_id: cell for cell in marked}, put_right


def judge(grade_id: str, grade: GradeRow, cell: NotebookNode | None, notebook: str) -> Check:
    """Return what became of a check, and what its student is told."""
    if cell is None:
        outcome, message, expected = Outcome.MISSING, f"{notebook} was not handed in.", 0
    elif is_solution(cell) or is_task(cell):
        outcome, message, expected = Outcome.WAITING, f"{grade_id}: a person grades this.", grade.auto
        if grade.auto is not None:
            outcome, message = Outcome.MISSING, f"{grade_id}: not answered."
    else:
        outcome, message = Outcome(cell.metadata.check.outcome), cell.metadata.check.message
        expected = grade.points if outcome is Outcome.PASSED else 0
    if grade.auto != expected:
        raise OutOfDate(f"the gradebook has another score of {grade_id} than {notebook}")
    if grade.manual is not None:
        outcome = Outcome.BY_HAND
    return Check(grade_id, grade.points, None if grade.waits else grade.score, outcome, message)
