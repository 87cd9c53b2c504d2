"""Puts the instructor's test cells back into a submission, whatever became of them there."""

import re
from collections.abc import Iterator

from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.api import Notebook as GradebookNotebook
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.cells import exercise_of, is_test, prepared


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


def restore_notebook(nb: NotebookNode, originals: list[NotebookNode]) -> list[str]:
    """Put the instructor's cells with a grade id back into a submission; return what else was put right."""
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
    return move_checks(nb, originals)


def move_checks(nb: NotebookNode, originals: list[NotebookNode]) -> list[str]:
    """Put each check that stands above all answers to it below them; return what is to be said of that."""
    moved = []
    for check in list(filter(is_test, nb.cells)):
        place = next(n for n, cell in enumerate(nb.cells) if cell is check)
        target = place
        for answer in answers_to(check, originals):
            given = [n for n, cell in enumerate(nb.cells) if gives(cell, answer)]
            if given and given[0] > place:
                target = max(target, given[-1])
        if target > place:
            while target + 1 < len(nb.cells) and any(nb.cells[target + 1] is other for other, _ in moved):
                target += 1
            nb.cells.insert(target, nb.cells.pop(place))
            moved.append((check, exercise_of(check)))
    return [
        f"the check of {exercise} stood above its answer, and was moved below it" for _, exercise in moved
    ]


def answers_to(check: NotebookNode, originals: list[NotebookNode]) -> Iterator[NotebookNode]:
    """Yield the answer cells, as they were handed out, that a check is about, or whose names it uses."""
    grade_ids = [cell.metadata.nbgrader.grade_id for cell in originals]
    above = originals[: grade_ids.index(check.metadata.nbgrader.grade_id)]
    used = prepared(check.source)[1]
    own = True
    for cell in reversed(above):
        own = own and not is_test(cell)
        if cell.metadata.nbgrader.solution and (own or used & names_in(cell.source)):
            yield cell


def answered(nb: NotebookNode, originals: list[NotebookNode]) -> set[str]:
    """Return the grade ids of the answers that a notebook gives, in whatever cells."""
    answers = [cell for cell in originals if cell.metadata.nbgrader.solution]
    return {a.metadata.nbgrader.grade_id for a in answers if any(gives(cell, a) for cell in nb.cells)}


def gives(cell: NotebookNode, answer: NotebookNode) -> bool:
    """Tell whether a submitted cell holds an answer, and not what was handed out in its place."""
    marks = cell.metadata.get("nbgrader", {})
    if marks.get("grade") and not marks.get("solution"):
        return False
    if tidied(cell.source) == tidied(answer.source):
        return False
    names = names_in(answer.source) if answer.cell_type == "code" else set()
    if names:
        return cell.cell_type == "code" and bool(names & names_in(cell.source))
    return marks.get("grade_id") == answer.metadata.nbgrader.grade_id and bool(cell.source.strip())


def names_in(source: str) -> set[str]:
    """Return what a cell defines at its top level, be its syntax right or wrong."""
    found = re.finditer(
        r"^(?:(?:async )?def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]*)?=(?!=)", source, re.MULTILINE
    )
    return {match[1] or match[2] for match in found}


def tidied(source: str) -> str:
    """Return a source without blank space where it does not matter."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


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
