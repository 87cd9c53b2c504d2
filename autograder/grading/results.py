"""Reads what became of each check: scores from the gradebook, messages from the graded notebook."""

import json
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder import outcomes
from autograder.gradebook.records import GradeRow, Record
from autograder.grading.score import score_of
from autograder.outcomes import Check, Outcome, Submission
from autograder.submission.cells import is_grade, is_solution, is_task
from autograder.submission.choice import in_one_line
from autograder.submission.notebooks import NOTHING_WRITTEN


class OutOfDate(Exception):
    """autograded/ and the gradebook disagree, because one was lost or restored from a backup."""


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
    notebooks, notes, handed_in, problems = {}, [], [], problems or {}
    for name, rows in record.notebooks.items():
        if name in problems:
            notebooks[name] = outcomes.Notebook(None, rows.max_score, [])
            continue
        path = folder / f"{name}.ipynb"
        cells, about = graded_cells(path)
        put_right = about.get("put_right", [])
        notes += [note if path.name in note else f"{path.name}: {note}" for note in put_right]
        if cells and cells.keys() != rows.grades.keys():
            raise OutOfDate(f"{path} and the gradebook hold different cells")
        checks = [
            judge(grade_id, rows.grades[grade_id], cells.get(grade_id), path.name)
            for grade_id in cells or rows.grades
        ]
        notebooks[name] = outcomes.Notebook(
            rows.score, rows.max_score, checks, rows.penalty or 0.0, about.get("untouched", False)
        )
        handed_in += [notebooks[name]] if cells else []
    if handed_in and all(notebook.untouched for notebook in handed_in):
        notes.insert(0, NOTHING_WRITTEN)
    return Submission(student, notebooks, in_one_line(problems) or None, notes, record.seconds_late)


def graded_cells(path: Path) -> tuple[dict[str, NotebookNode], NotebookNode]:
    """Return a notebook's graded cells by grade id, and what `note_at_top` has noted; empty without one."""
    if not path.exists():
        return {}, NotebookNode()
    notebook = json.loads(path.read_text(encoding="utf-8"))
    known = [cell["metadata"] for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]
    cells = [nbformat.from_dict({"metadata": metadata}) for metadata in known]  # nothing else is needed
    about = nbformat.from_dict(notebook["metadata"])
    return {cell.metadata.nbgrader.grade_id: cell for cell in cells if is_grade(cell) or is_task(cell)}, about


def judge(grade_id: str, grade: GradeRow, cell: NotebookNode | None, notebook: str) -> Check:
    """Return what became of a check, and what its student is told."""
    if cell is None:
        outcome, message = Outcome.MISSING, f"{notebook} was not handed in."
    elif not is_solution(cell) and not is_task(cell):
        outcome, message = Outcome(cell.metadata.check.outcome), cell.metadata.check.message
    elif grade.auto is None:
        outcome, message = Outcome.WAITING, f"{grade_id}: this is graded by a person."
    else:
        outcome, message = Outcome.MISSING, f"{grade_id}: this was not answered."
    noted = {} if cell is None else cell.metadata.get("check", {})
    earned = score_of(outcome, grade.points, noted.get("part", 0.0))
    if grade.auto != noted.get("kept", earned):
        raise OutOfDate(f"the gradebook and {notebook} hold different scores for {grade_id}")
    if grade.manual is not None:
        outcome = Outcome.BY_HAND
    return Check(grade_id, grade.points, None if grade.waits else grade.score, outcome, message)
