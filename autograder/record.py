"""Writes what became of a submission: to the gradebook, to autograded/, and that it is done."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Config

from autograder.batch import Work
from autograder.outcomes import Check, Notebook, Outcome, Submission

DONE = ".graded"  # in autograded/STUDENT/WEEK: the digest of what was graded, written last


def record(
    gradebook: Gradebook,
    week: str,
    work: Work,
    folder: Path,
    timestamp: datetime | None,
    digest: str,
    config: Config,
) -> None:
    """Write down a graded submission; what was recorded before stays until this is complete.

    Arguments:
        gradebook: open, and not written to by anyone else
        week: the assignment
        work: what became of the submission
        folder: autograded/STUDENT/WEEK
        timestamp: when it was handed in, or None
        digest: what marks it as done
        config: for nbgrader's plugin that punishes lateness
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DONE).unlink(missing_ok=True)
    for name, examined in work.notebooks.items():
        write_whole(folder / f"{name}.ipynb", examined.text)
    kept = {folder / f"{name}.ipynb" for name in (*work.notebooks, *work.problems)}
    for stale in set(folder.glob("*.ipynb")) - kept:
        stale.unlink()
    with one_commit(gradebook):
        gradebook.update_or_create_student(work.student)
        given = {"timestamp": timestamp} if timestamp else {}
        submission = gradebook.update_or_create_submission(week, work.student, **given)
        for notebook in submission.notebooks:
            if notebook.name in work.problems:
                leave_as_it_was(notebook)
                continue
            examined = work.notebooks.get(notebook.name)
            outcomes = examined.outcomes if examined else {}
            for grade in notebook.grades:
                if grade.name in outcomes or not examined:  # a notebook that was not handed in has no points
                    passed = examined and outcomes[grade.name][0] is Outcome.PASSED
                    grade.auto_score = grade.max_score if passed else 0
                    grade.needs_manual_grade = grade.manual_score is not None
            untouched = examined.untouched if examined else set()
            for comment in notebook.comments:
                comment.auto_comment = "No response." if comment.name in untouched else None
    if timestamp and submission.total_seconds_late > 0:
        for name in work.notebooks:
            names = {"assignment": week, "notebook": name, "student": work.student}
            resources = {"nbgrader": names | {"db_url": str(gradebook.engine.url)}}
            AssignLatePenalties(config=config).preprocess(NotebookNode(cells=[]), resources)
    if not work.problems:
        write_whole(folder / DONE, digest)


def leave_as_it_was(notebook: SubmittedNotebook) -> None:
    """Keep what was recorded before; where nothing was, the notebook waits for a person."""
    for grade in notebook.grades:
        if grade.auto_score is None:
            grade.needs_manual_grade = True


@contextmanager
def one_commit(gradebook: Gradebook) -> Iterator[None]:
    """Let all that is written within the block be written at once, or not at all.

    nbgrader's own methods commit one by one.
    """
    session = gradebook.db()
    session.commit = session.flush
    try:
        yield
    except BaseException:
        session.rollback()
        raise
    finally:
        del session.commit
    session.commit()


def is_done(folder: Path, digest: str) -> bool:
    """Tell whether exactly this has been graded and recorded."""
    done = folder / DONE
    return done.exists() and done.read_text() == digest


def leave_to_a_person(gradebook: Gradebook, week: str, student: str, fault: str) -> Submission:
    """Mark a submission that the grader has failed on, where it has no score from before; return it."""
    gradebook.update_or_create_student(student)
    notebooks = {}
    for notebook in gradebook.update_or_create_submission(week, student).notebooks:
        checks = []
        leave_as_it_was(notebook)
        for grade in sorted(notebook.grades, key=lambda grade: grade.name):
            checks.append(Check(grade.name, grade.max_score, None, Outcome.GRADER_FAULT, fault))
        notebooks[notebook.name] = Notebook(None, notebook.max_score, checks)
    gradebook.db.commit()
    return Submission(student, notebooks, problem=f"needs manual grade: {fault}")


def write_whole(path: Path, text: str) -> None:
    """Write a file that is either the old one or the whole new one, whenever the machine stops."""
    draft = path.with_name(f".{path.name}.new")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
