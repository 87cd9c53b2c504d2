"""Reads what became of each check: scores from the gradebook, messages from the graded notebook."""

from pathlib import Path

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook

from autograder.choice import in_one_line
from autograder.notebooks import read_own
from autograder.outcomes import Check, Notebook, Outcome, Submission


def read_submission(
    gradebook: Gradebook, week: str, student: str, folder: Path, problems: dict[str, str] | None = None
) -> Submission:
    """Return a graded submission.

    Arguments:
        gradebook: open
        week: the assignment
        student: whose it is
        folder: that holds its notebooks as they were graded
        problems: with single notebooks, which have no score
    """
    graded, problems = gradebook.find_submission(week, student), problems or {}
    notebooks, notes = {}, []
    for notebook in sorted(graded.notebooks, key=lambda notebook: notebook.name):
        if notebook.name in problems:
            notebooks[notebook.name] = Notebook(None, notebook.max_score, [])
            continue
        path = folder / f"{notebook.name}.ipynb"
        cells, put_right = graded_cells(path)
        notes += [note if path.name in note else f"{path.name}: {note}" for note in put_right]
        grades = {grade.name: grade for grade in notebook.grades}
        checks = []
        for name in cells or sorted(grades):
            outcome, message = judge(cells.get(name), path.name)
            checks.append(Check(name, grades[name].max_score, grades[name].score, outcome, message))
        notebooks[notebook.name] = Notebook(notebook.score, notebook.max_score, checks)
    return Submission(student, notebooks, in_one_line(problems) or None, notes)


def graded_cells(path: Path) -> tuple[dict[str, NotebookNode], list[str]]:
    """Return the test cells of a notebook by grade id, none if it is not there, and what was put right."""
    if not path.exists():
        return {}, []
    notebook = read_own(path)
    marked = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    put_right = notebook.metadata.get("put_right", [])
    return {cell.metadata.nbgrader.grade_id: cell for cell in marked}, put_right


def judge(cell: NotebookNode | None, notebook: str) -> tuple[Outcome, str]:
    """Return what became of a check, and what its student is told."""
    if cell is None:
        return Outcome.MISSING, f"{notebook} was not handed in."
    return Outcome(cell.metadata.check.outcome), cell.metadata.check.message
