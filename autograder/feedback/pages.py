"""Writes the pages of feedback: those that are out of date, several at a time, each of them whole."""

import functools
import hashlib
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from markupsafe import Markup
from nbgrader.preprocessors import ClearHiddenTests
from traitlets.config import Config

import autograder
from autograder import outcomes
from autograder.feedback.page import About, page, templates
from autograder.gradebook.records import Record
from autograder.grading.folders import write_whole
from autograder.grading.results import OutOfDate, read_submission
from autograder.grading.workers import held_back
from autograder.submission.cells import is_grade
from autograder.submission.notebooks import notebooks_in, read_own

MARK = Markup("<!-- made from {} -->")  # the end of a page: a digest of all that it was made from
RECEIPTS = ("timestamp.txt", "submission_secret.txt")  # nbgrader's exchange wants them beside the pages
FEW = 100  # students whose pages this process makes alone, before another one would be ready


@dataclass(frozen=True)
class Task:
    """What the pages of one student are made from.

    Attributes:
        student, week: whose they are
        graded, target: the folder with the graded notebooks, and the one for the pages
        record: what the gradebook holds; None if it knows nothing of the submission
        comments: what a person has written: by notebook, then by the grade id of the cell
        hiding: the section `ClearHiddenTests` of the configuration
        anew: whether to make even pages that are up to date
    """

    student: str
    week: str
    graded: Path
    target: Path
    record: Record | None
    comments: dict[str, dict[str, str]]
    hiding: dict[str, Any]
    anew: bool = False


@dataclass
class Made:
    """What became of one student's pages.

    Attributes:
        student: whose they are
        pages: those of single notebooks, in order
        new: how many of them were not up to date
        problems: why notebooks have no page, for the instructor
    """

    student: str
    pages: list[Path] = field(default_factory=list)
    new: int = 0
    problems: list[str] = field(default_factory=list)


def made(tasks: list[Task], jobs: int) -> Iterator[Made]:
    """Yield what became of each student's pages, as soon as they are written."""
    if jobs < 2 or len(tasks) < FEW:
        yield from map(make, tasks)
        return
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=start_worker)
    try:
        with held_back():
            running = [pool.submit(make, task) for task in tasks]
        yield from (done.result() for done in as_completed(running))
    finally:  # after Ctrl-C, the pages that are being made still become whole
        pool.shutdown(cancel_futures=True)


def start_worker() -> None:
    """Called once in each worker process: Ctrl-C is for the process that has started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def make(task: Task) -> Made:
    """Write the pages of one student; a notebook for which that fails affects no other."""
    result, names = Made(task.student), set[str]()
    for path in notebooks_in(task.graded):
        target = task.target / f"{path.stem}.html"
        try:
            result.new += make_page(task, path, target)
            result.pages.append(target)
            names.add(path.stem)
        except Exception as error:  # the graded notebook is damaged, or the gradebook is another one
            why = str(error) if isinstance(error, OutOfDate) else f"{type(error).__name__}: {error}"
            told = f"{path.stem}: {why[:300]}".splitlines()[0]
            result.problems.append("".join(filter(str.isprintable, told)))
    kept = names | {"index"} if names else names
    for old in task.target.glob("*.html"):
        if old.stem not in kept and is_ours(old):  # of a notebook that is gone, or says something else now
            old.unlink()
    if task.record and result.pages and "index" not in names:
        write(task.target / "index.html", summary(task, task.record, names))
    for name in RECEIPTS if result.pages else ():
        if (task.graded / name).is_file():
            write(task.target / name, (task.graded / name).read_text(encoding="utf-8", errors="replace"))
    return result


def make_page(task: Task, path: Path, target: Path) -> bool:
    """Write the page of one notebook unless it is up to date; tell whether it was written."""
    name, content = path.stem, path.read_bytes()
    rows = task.record and task.record.notebooks.get(name)
    if not task.record or not rows:
        raise OutOfDate("the gradebook does not know it")
    one = replace(task.record, notebooks={name: rows})
    comments = task.comments.get(name, {})
    facts = repr((task.student, task.week, one, sorted(comments.items()), task.hiding, code_digest()))
    mark = MARK.format(hashlib.sha256(content + facts.encode("utf-8", "replace")).hexdigest())
    if not task.anew and last_line(target) == mark:
        return False
    submission = read_submission(task.student, one, task.graded)
    notebook = read_own(path)
    hide = ClearHiddenTests(config=Config(ClearHiddenTests=task.hiding))
    for cell in filter(is_grade, notebook.cells):
        hide._remove_hidden_test_region(cell)
    graded = submission.notebooks[name]
    about = About(task.student, task.week, name, graded, submission.notes, comments)
    write(target, page(notebook, about, mark))
    return True


def summary(task: Task, record: Record, names: set[str]) -> str:
    """Return the page that sums up a student's week, whose notebooks have these pages."""
    notebooks = []
    for name, rows in record.notebooks.items():
        graded = any(not grade.waits for grade in rows.grades.values())
        score = outcomes.Notebook(rows.score, rows.max_score, [], rows.penalty or 0.0).score
        there = (task.graded / f"{name}.ipynb").exists()
        shown = score if graded or not rows.grades or there else None
        notebooks.append({"name": name, "page": name in names, "score": shown, "most": rows.max_score})
    return (
        templates()
        .get_template("index.html")
        .render(
            week=task.week,
            student=task.student,
            score=record.score,
            most=sum(rows.max_score for rows in record.notebooks.values()),
            penalty=record.penalty,
            waiting=sum(grade.points for grade in record.grades if grade.waits),
            notebooks=notebooks,
            mark=MARK.format("its notebooks"),
        )
    )


def write(path: Path, text: str) -> None:
    """Write a file, whole, and such that the exchange can hand it on; leave one alone that says the same."""
    data = text.encode("utf-8", "replace")
    if not path.is_file() or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
        path.chmod(0o644)


def last_line(path: Path) -> str:
    """Return the last line of a page, or nothing."""
    try:
        with path.open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - 200))
            return file.read().decode("utf-8", "replace").rstrip("\n").rpartition("\n")[2]
    except OSError:
        return ""


def is_ours(path: Path) -> bool:
    """Tell whether a page was written here."""
    return last_line(path).startswith(MARK.partition("{")[0])


@functools.cache
def code_digest() -> str:
    """Return a digest of the code and the templates that make pages."""
    total = hashlib.sha256()
    folder = Path(autograder.__file__).parent
    parts = [*(folder / "feedback").rglob("*.*"), folder / "outcomes.py", folder / "grading/results.py"]
    for path in sorted(parts):
        if path.suffix in (".py", ".html", ".css"):
            total.update(path.read_bytes())
    return total.hexdigest()
