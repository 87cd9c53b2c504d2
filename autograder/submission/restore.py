"""Puts the instructor's test cells back into a submission, whatever became of them there."""

import re
from collections.abc import Iterator
from functools import lru_cache

from nbformat.notebooknode import NotebookNode

from autograder.submission.cells import exercise_of, is_grade, is_task, is_test, prepared

DEFINED = re.compile(r"^(?:(?:async )?def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]*)?=(?!=)", re.MULTILINE)


def restore_notebook(nb: NotebookNode, originals: list[NotebookNode]) -> list[str]:
    """Put the instructor's cells with a grade id back into a submission; return what else was put right.

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
    return move_checks(nb, originals)


def move_checks(nb: NotebookNode, originals: list[NotebookNode]) -> list[str]:
    """Put each check below what it is about, if all of that stands further down; return notes about it.

    A check is about the answers before it, up to the check before, about other answers whose names it uses,
    and about earlier checks that make names it uses.
    """
    moved = []
    for number, original in enumerate(originals):
        if not is_test(original):
            continue
        place = target = next(n for n, cell in enumerate(nb.cells) if same(cell, original))
        for earlier in needed(original, originals[:number]):
            gives_it = same if is_test(earlier) else gives
            if not any(gives_it(cell, earlier) for cell in nb.cells[:place]):
                target = max([target, *(n for n, cell in enumerate(nb.cells) if gives_it(cell, earlier))])
        if target > place:
            nb.cells.insert(target, nb.cells.pop(place))
            moved.append(exercise_of(original))
    return [f"the check of {name} stood above what it needs and was moved below it" for name in moved]


def needed(check: NotebookNode, earlier: list[NotebookNode]) -> Iterator[NotebookNode]:
    """Yield the answers, as they were handed out, and the checks that a check is about."""
    used = prepared(check.source).names
    own = True
    for cell in reversed(earlier):
        own = own and not is_test(cell)
        answer = cell.metadata.nbgrader.solution
        if (answer and own) or ((answer or is_test(cell)) and used & defined(cell.source)):
            yield cell


def same(cell: NotebookNode, original: NotebookNode) -> bool:
    """Tell whether a submitted cell is, by its grade id, one of the instructor's."""
    return bool(cell.metadata.get("nbgrader", {}).get("grade_id") == original.metadata.nbgrader.grade_id)


def answered(nb: NotebookNode, originals: list[NotebookNode]) -> set[str]:
    """Return the grade ids of the answers that a notebook gives, in whatever cells."""
    answers = [cell for cell in originals if cell.metadata.nbgrader.solution]
    return {a.metadata.nbgrader.grade_id for a in answers if any(gives(cell, a) for cell in nb.cells)}


def gives(cell: NotebookNode, answer: NotebookNode) -> bool:
    """Tell whether a submitted cell holds an answer, and not what was handed out in its place."""
    marks = cell.metadata.get("nbgrader", {})
    if marks.get("grade") and not marks.get("solution"):
        return False
    names = defined(answer.source) if answer.cell_type == "code" else None
    if names:
        mentioned = cell.cell_type == "code" and any(name in cell.source for name in names)
        found = mentioned and names & names_in(cell.source)
    else:
        found = same(cell, answer) and cell.source.strip()
    return bool(found) and tidied(cell.source) != tidied(answer.source)


def names_in(source: str) -> frozenset[str]:
    """Return the names that a cell defines at its top level, whether or not its syntax is right."""
    return frozenset(match[1] or match[2] for match in DEFINED.finditer(source))


@lru_cache(maxsize=500)
def defined(source: str) -> frozenset[str]:
    """Return the same for a cell of the instructor's, and remember it, as it is asked for again and again."""
    return names_in(source)


def tidied(source: str) -> str:
    """Return a source without blank space where it does not matter."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def restore(cell: NotebookNode, original: NotebookNode) -> None:
    """Make a submitted cell what the instructor's is, but for the source of a student's answer."""
    answer = cell.source
    identity, tags = cell.get("id", original.id), cell.metadata.get("tags", [])
    cell.clear()
    cell.update(original, id=identity)
    cell.metadata["tags"] = tags
    if not original.metadata.nbgrader.locked:
        cell.source = answer
