"""Puts the instructor's test cells back into a submission, whatever became of them there."""

from collections.abc import Iterator

from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.api import Notebook as GradebookNotebook
from nbgrader.preprocessors import NbGraderPreprocessor


class RestoreCells(NbGraderPreprocessor):
    """Stands where nbgrader has DeduplicateIds and OverwriteCells, for three reasons.

    1. DeduplicateIds leaves empty metadata on the copy of a cell, and nbgrader's next step then ends
       the run for the whole class. Copying or splitting a cell is an everyday accident.
    2. OverwriteCells cannot put back a test cell whose solution cell was deleted as well.
    3. OverwriteCells believes the submission's own word on whether a cell is graded.

    Here nothing but the grade id is read from the submission; everything else about a cell with a
    grade id, and the source of every locked cell, comes from the gradebook. Of several cells with the
    same id the last counts, as it is the last to run. Test cells that are gone come back at the end.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Called by nbgrader for each submitted notebook, before it is executed."""
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(names["notebook"], names["assignment"])
            restore_notebook(nb, list(cells_of(notebook)))
        return nb, resources


def restore_notebook(nb: NotebookNode, originals: list[NotebookNode]) -> None:
    """Put the instructor's cells with a grade id, in order, back into a submission."""
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
    nb.cells += [cell for cell in gone if cell.metadata.nbgrader.grade]


def cells_of(notebook: GradebookNotebook) -> Iterator[NotebookNode]:
    """Yield the cells with a grade id as the instructor wrote them, in order."""
    points = {cell.name: cell.max_score for cell in notebook.grade_cells}
    solutions = {cell.name for cell in notebook.solution_cells}
    for source in notebook.source_cells:
        make = new_code_cell if source.cell_type == "code" else new_markdown_cell
        cell = make(source.source, id=source.name[:64])
        cell.metadata.nbgrader = {
            "schema_version": 3,
            "grade_id": source.name,
            "grade": source.name in points,
            "solution": source.name in solutions,
            "locked": source.locked,
            "task": False,
            "cell_type": source.cell_type,
            "checksum": source.checksum,
        }
        if source.name in points:
            cell.metadata.nbgrader.points = points[source.name]
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
