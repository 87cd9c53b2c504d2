"""Puts the instructor's test cells back into a submission, whatever became of them there."""

from collections.abc import Iterator

from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Notebook as GradebookNotebook
from nbgrader.utils import is_grade, is_task


def restore_notebook(nb: NotebookNode, originals: list[NotebookNode]) -> None:
    """Put the instructor's cells with a grade id, in order, back into a submission.

    Nothing but the grade id is read from the submission; everything else about a cell with a grade id, and
    the source of every locked cell, comes from the gradebook. Of several cells with the same id the last
    counts, as it is the last to run. Graded cells that are gone come back at the end.
    """
    by_id = {cell.metadata.nbgrader.grade_id: cell for cell in originals}
    found = set()
    for cell in reversed(nb.cells):
        claimed = cell.metadata.pop("nbgrader", None)
        grade_id = claimed.get("grade_id") if isinstance(claimed, dict) else None
        if isinstance(grade_id, str) and grade_id in by_id and grade_id not in found:
            found.add(grade_id)
            restore(cell, by_id[grade_id])
        elif cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    gone = [cell for grade_id, cell in by_id.items() if grade_id not in found]
    nb.cells += [cell for cell in gone if is_grade(cell) or is_task(cell)]


def cells_of(notebook: GradebookNotebook) -> Iterator[NotebookNode]:
    """Yield the cells with a grade id as the instructor wrote them, in order."""
    graded = {cell.name: cell.max_score for cell in notebook.grade_cells}
    tasks = {cell.name: cell.max_score for cell in notebook.task_cells}
    solutions = {cell.name for cell in notebook.solution_cells}
    for source in notebook.source_cells:
        make = new_code_cell if source.cell_type == "code" else new_markdown_cell
        cell = make(source.source, id=source.name[:64])
        cell.metadata.nbgrader = {
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
            cell.metadata.nbgrader.points = (graded | tasks)[source.name]
        yield NotebookNode(cell)


def restore(cell: NotebookNode, original: NotebookNode) -> None:
    """Make a submitted cell what the instructor's is, but for the source of a student's answer."""
    answer = cell.source
    identity, tags = cell.get("id", original.id), cell.metadata.get("tags", [])
    cell.clear()
    cell.update(original, id=identity)
    cell.metadata["tags"] = tags
    if not original.metadata.nbgrader.locked:
        cell.source = answer
