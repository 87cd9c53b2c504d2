"""Earlier grades, when a submission is graded again: kept where nobody may lose points, and brought back."""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Grade, Gradebook

from autograder.gradebook.records import NotebookRow, Record, records
from autograder.grading.folders import write_folder, write_whole
from autograder.grading.score import score_of
from autograder.grading.work import Examined, Work
from autograder.submission.cells import is_locked
from autograder.submission.notebooks import parsed_own, read_own, write_own

SCORES = "scores.json"  # beside the notebooks of a submission whose grades were replaced


def never_lower(work: Work, folder: Path, record: Record | None) -> Work:
    """Return the work with the higher score of each check, where the answers are the same as before.

    Arguments:
        work: what became of a submission now
        folder: its notebooks as they were graded before
        record: what the gradebook held of it before
    """
    notebooks = dict(work.notebooks)
    for name, examined in notebooks.items():
        path = folder / f"{name}.ipynb"
        if record and name in record.notebooks and path.is_file():
            notebooks[name] = at_least(examined, read_own(path), record.notebooks[name])
    return replace(work, notebooks=notebooks)


def at_least(examined: Examined, earlier: NotebookNode, rows: NotebookRow) -> Examined:
    """Return an examined notebook with the earlier scores that are higher."""
    notebook, kept = parsed_own(examined.text), {}
    if answers(notebook) != answers(earlier):
        return examined
    for grade_id, (outcome, _) in examined.outcomes.items():
        row = rows.grades.get(grade_id)
        score = score_of(outcome, row.points, examined.parts.get(grade_id, 0.0)) if row else None
        if row and score is not None and row.auto is not None and score < min(row.auto, row.points):
            kept[grade_id] = min(row.auto, row.points)
    if not kept:
        return examined
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in kept and "check" in cell.metadata:
            cell.metadata.check["kept"] = kept[grade_id]
    return replace(examined, text=write_own(notebook), kept=kept)


def answers(notebook: NotebookNode) -> list[str]:
    """Return all that a student has written, without what was put in by the grader."""
    return [cell.source for cell in notebook.cells if cell.cell_type == "code" and not is_locked(cell)]


# ── what a run replaces ──────────────────────────────────────────────────────────────────────────


def lowered_or_raised(before: Record, after: Record) -> bool:
    """Tell whether a submission had scores of its own that are different now."""

    def scores(record: Record) -> dict[tuple[str, str], float | None]:
        return {(n, g): row.auto for n, rows in record.notebooks.items() for g, row in rows.grades.items()}

    return before.is_graded and scores(before) != scores(after)


def put_aside(folder: Path, target: Path, before: Record) -> None:
    """Keep a graded submission as it was.

    Arguments:
        folder: its graded notebooks, in autograded/
        target: a folder that is not there yet
        before: what the gradebook held of it
    """
    shutil.copytree(folder, target, copy_function=os.link)  # no file in autograded/ is ever changed in place
    scores = {n: {g: row.auto for g, row in rows.grades.items()} for n, rows in before.notebooks.items()}
    time = before.timestamp and before.timestamp.isoformat()
    write_whole(target / SCORES, json.dumps({"time": time, "scores": scores}).encode())


def newest(replaced: Path) -> Path | None:
    """Return what the last run has replaced that has not been brought back, or None."""
    return max((path for path in replaced.glob("*") if any(path.iterdir())), default=None)


def bring_back(gradebook: Gradebook, week: str, kept: Path, autograded: Path) -> Iterator[str]:
    """Put back each submission that a run has replaced, within `writing`; yield its student.

    Grades and comments that a person has given stay as they are now.
    """
    for aside in sorted(kept.iterdir()):
        student = aside.name
        content = json.loads((aside / SCORES).read_bytes())
        time = content["time"] and datetime.fromisoformat(content["time"])
        gradebook.update_or_create_student(student)
        gradebook.update_or_create_submission(week, student, timestamp=time)
        rows = records(gradebook, week, student)[student].notebooks
        changes = [
            {"id": row.id, "auto_score": auto, "needs_manual_grade": auto is None or row.manual is not None}
            for name, scores in content["scores"].items()
            for grade_id, auto in scores.items()
            if name in rows and (row := rows[name].grades.get(grade_id))
        ]
        gradebook.db.bulk_update_mappings(Grade, changes)
        files = {path.name: path.read_bytes() for path in aside.iterdir() if path.name != SCORES}
        write_folder(autograded / student / week, files)
        yield student
