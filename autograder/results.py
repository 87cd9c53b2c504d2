"""Reads what became of each check: scores from the gradebook, messages from the graded notebook."""

from pathlib import Path

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook

from autograder.notebooks import read_own
from autograder.outcomes import Check, Notebook, Outcome, Submission


def read_submission(gradebook: Gradebook, week: str, student: str, folder: Path) -> Submission:
    """Return a graded submission; `folder` holds its notebooks as nbgrader left them."""
    graded = gradebook.find_submission(week, student)
    notebooks = {}
    for notebook in sorted(graded.notebooks, key=lambda notebook: notebook.name):
        path = folder / f"{notebook.name}.ipynb"
        cells = graded_cells(path)
        grades = {grade.name: grade for grade in notebook.grades}
        checks = []
        for name in cells or sorted(grades):
            outcome, message = judge(cells.get(name), path.name)
            checks.append(Check(name, grades[name].max_score, grades[name].score, outcome, message))
        notebooks[notebook.name] = Notebook(notebook.score, notebook.max_score, checks)
    return Submission(student, notebooks)


def graded_cells(path: Path) -> dict[str, NotebookNode]:
    """Return the test cells of a notebook by grade id; none if the notebook was not handed in."""
    if not path.exists():
        return {}
    cells = read_own(path).cells
    marked = [cell for cell in cells if cell.metadata.get("nbgrader", {}).get("grade")]
    return {cell.metadata.nbgrader.grade_id: cell for cell in marked}


def judge(cell: NotebookNode | None, notebook: str) -> tuple[Outcome, str]:
    """Return what became of a check, and what its student is told."""
    if cell is None:
        return Outcome.MISSING, f"{notebook} was not handed in."
    return Outcome(cell.metadata.check.outcome), cell.metadata.check.message
