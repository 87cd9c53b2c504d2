"""Writes what became of a submission to the gradebook."""

from typing import Any

from nbgrader.api import BaseCell, Comment, Grade, Gradebook
from sqlalchemy import select

from autograder.gradebook.database import writing
from autograder.gradebook.records import GradeRow, NotebookRow, records
from autograder.grading.score import score_of
from autograder.grading.work import Work
from autograder.outcomes import Check, Notebook, Outcome, Submission
from autograder.submission.handed_in import Submitted


def record(gradebook: Gradebook, submitted: Submitted, work: Work) -> None:
    """Write a graded submission to the gradebook, within `writing`.

    Scores and comments that a person has given stay, and are marked for another look.

    Arguments:
        gradebook: open
        submitted: the submission
        work: what became of it
    """
    week, student = submitted.week, submitted.student
    gradebook.update_or_create_student(student)
    gradebook.update_or_create_submission(week, student, timestamp=submitted.time)
    grades, comments = [], []
    for name, notebook in records(gradebook, week, student)[student].notebooks.items():
        if name in work.problems:
            grades += as_it_was(notebook)
            continue
        examined = work.notebooks.get(name)
        untouched = examined.untouched if examined else set()
        for grade_id, grade in notebook.grades.items():
            outcome = Outcome.MISSING  # the notebook was not handed in, or there is no answer
            if examined and grade_id in examined.outcomes:
                outcome, _ = examined.outcomes[grade_id]
            elif examined and grade_id not in untouched:
                outcome = Outcome.WAITING
            score = score_of(outcome, grade.points, examined.parts.get(grade_id, 0.0) if examined else 0.0)
            grades.append(graded(grade, examined.kept.get(grade_id, score) if examined else score))
        for comment, cell in comments_of(gradebook, notebook):
            comments.append({"id": comment, "auto_comment": "No response." if cell in untouched else None})
    gradebook.db.bulk_update_mappings(Grade, grades)
    gradebook.db.bulk_update_mappings(Comment, comments)


def graded(grade: GradeRow, score: float | None) -> dict[str, Any]:
    """Return what the gradebook is to hold of a graded cell; without a score it waits for a person."""
    waits = score is None or grade.manual is not None
    return {"id": grade.id, "auto_score": score, "needs_manual_grade": waits}


def as_it_was(notebook: NotebookRow) -> list[dict[str, Any]]:
    """Keep what was recorded before; where nothing was, the notebook waits for a person."""
    without = [grade for grade in notebook.grades.values() if grade.auto is None]
    return [{"id": grade.id, "needs_manual_grade": True} for grade in without]


def comments_of(gradebook: Gradebook, notebook: NotebookRow) -> list[tuple[str, str]]:
    """Return the comments on a notebook's cells, by id, and the names of the cells."""
    cells = BaseCell.__table__
    query = select(Comment.id, cells.c.name).join(cells, cells.c.id == Comment.cell_id)
    return list(gradebook.db.execute(query.where(Comment.notebook_id == notebook.id)))


def leave_to_a_person(gradebook: Gradebook, submitted: Submitted, fault: str) -> Submission:
    """Leave a submission to a person, as the grader failed, unless it has an earlier score; return it."""
    week, student = submitted.week, submitted.student
    with writing(gradebook):
        gradebook.update_or_create_student(student)
        gradebook.update_or_create_submission(week, student)
        found = records(gradebook, week, student)[student]
        waiting = [row for notebook in found.notebooks.values() for row in as_it_was(notebook)]
        gradebook.db.bulk_update_mappings(Grade, waiting)
    notebooks = {}
    for name, notebook in found.notebooks.items():
        checks = [
            Check(grade_id, grade.points, None, Outcome.GRADER_FAULT, fault)
            for grade_id, grade in notebook.grades.items()
        ]
        notebooks[name] = Notebook(None, notebook.max_score, checks)
    return Submission(student, notebooks, problem=f"needs manual grade: {fault}")
