"""Results as Gradescope reads them from an autograder: the score, and what became of each check."""

import json
from pathlib import Path
from typing import Any

from autograder.feedback.page import About, Row
from autograder.grading.folders import write_whole
from autograder.outcomes import Submission

FILE = "results.json"


def write_results(submission: Submission, folder: Path) -> None:
    """Write results.json into a folder; what is there stays if there is no score now.

    Arguments:
        submission: what became of it
        folder: the student's own; it is made if it is not there
    """
    if submission.problem is None:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / FILE, json.dumps(results(submission), indent=2).encode())


def results(submission: Submission) -> dict[str, Any]:
    """Return what results.json holds: no more than a page of feedback says."""
    tests, lines = [], list(submission.notes)
    waiting = 0.0
    for name, notebook in submission.notebooks.items():
        about = About(submission.student, "", name, notebook, [], {})
        tests += [test(name, row) for row in about.rows]
        waiting += about.waiting
    if penalty := submission.total("penalty"):
        lines.append(f"−{penalty:g} for handing in late")
    if waiting:
        lines.append(f"{waiting:g} points wait for your instructor")
    return {
        "score": submission.score,
        "output": "\n".join(lines),
        "output_format": "text",
        "visibility": "visible",
        "tests": tests,
    }


def test(notebook: str, row: Row) -> dict[str, Any]:
    """Return what is said of a check; without a score, it counts neither as passed nor as failed."""
    told = {"name": f"{notebook}: {row.name}", "output": row.message or row.words, "visibility": "visible"}
    if row.check.score is None:
        return told
    status = "failed" if row.kind == "lost" else "passed"
    return told | {"score": row.check.score, "max_score": row.check.points, "status": status}
