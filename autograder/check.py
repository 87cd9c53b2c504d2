"""Grades notebooks for whoever wrote them, as `course grade` would, and apart from the class."""

import copy
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Course
from autograder.errors import CourseError
from autograder.grading.folders import write_whole
from autograder.grading.workers import Workers
from autograder.outcomes import Notebook, Submission
from autograder.secret import DIGITS
from autograder.secret import FILE as SECRET_FILE
from autograder.settings import CONFIG, places_of
from autograder.submission.beside import copy_beside
from autograder.submission.files import NotReadable, read_bounded
from autograder.submission.recognised import Answer

PAGES = "checked"  # the folder of the pages, in the course's folder


@dataclass(frozen=True)
class Checked:
    """What became of one file."""

    answer: Answer
    result: Notebook | None  # None if it could not be graded
    problem: str | None  # why not, and what to do
    notes: list[str]  # what was put right before it was graded
    page: Path | None  # with the message of every check


def check(course: Course, answers: list[Answer], workers: Workers) -> Iterator[Checked]:
    """Grade each file as the only one that someone has handed in, and write its page; yield the results.

    Everything happens in a course of its own: the gradebook and the folders of the class are not touched.

    Raises:
        CourseError: a file cannot be read, or this machine cannot confine what it grades
    """
    with apart(course, answers) as own:
        given = {}
        for order, answer in enumerate(answers, 1):
            folder = own.places.submitted / str(order) / answer.week
            folder.mkdir(parents=True)
            try:
                (folder / f"{answer.name}.ipynb").write_bytes(read_bounded(answer.path))
            except NotReadable as error:
                raise CourseError(f"{answer.path} cannot be read: {error}.") from None
            given[str(order)] = answer
        submissions: dict[str, Submission] = {}
        for week in sorted({answer.week for answer in answers}):
            own.register(week)
            of_week = [number for number, answer in given.items() if answer.week == week]
            submissions |= {done.student: done for done in own.grade(week, of_week, workers=workers)}
            if any(own.places.autograded.glob(f"*/{week}/*.ipynb")):
                own.feedback(week)
        for number, answer in given.items():
            page = own.places.feedback / number / answer.week / f"{answer.name}.html"
            yield checked(course, answer, submissions[number], page)


def checked(course: Course, answer: Answer, submission: Submission, page: Path) -> Checked:
    """Return what became of a file; its page moves to the folder of the course that is there for it."""
    kept = None
    if page.is_file():
        kept = course.root / PAGES / answer.week / f"{answer.path.stem}.html"
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_whole(kept, page.read_bytes())
    result = None if submission.problem else submission.notebooks[answer.name]
    notes = [note.removeprefix(f"{answer.name}.ipynb: ") for note in submission.notes]
    return Checked(answer, result, submission.problem, notes, kept)


@contextmanager
def apart(course: Course, answers: list[Answer]) -> Iterator[Course]:
    """Yield a course in a folder of its own, with the notebooks that are answered and an empty gradebook.

    What the checks draw follows from the course's secret. Where there is none, because nobody grades a
    class there, it follows from a secret that is always the same: so the same notebook gets the same result.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for week, name in {(answer.week, answer.name) for answer in answers}:
            (source := places_of(root, course.config).source / week).mkdir(parents=True, exist_ok=True)
            shutil.copy(course.places.source / week / f"{name}.ipynb", source)
            copy_beside(course.places.source / week, source)
        shutil.copy(course.root / CONFIG, root)
        if (course.root / SECRET_FILE).is_file():
            shutil.copy(course.root / SECRET_FILE, root)
        else:
            (root / SECRET_FILE).write_text("0" * DIGITS, encoding="ascii")
        config = copy.deepcopy(course.config)
        config.CourseDirectory.db_url = f"sqlite:///{root}/gradebook.db"
        yield Course(root, config)
