"""Recognises which notebook of the course a file answers, wherever the file lies."""

from dataclasses import dataclass
from pathlib import Path

from autograder.errors import CourseError
from autograder.submission.entries import look_at
from autograder.submission.files import is_stray
from autograder.submission.handed_in import HandedIn


@dataclass(frozen=True)
class Answer:
    """A file, and the notebook of the course that it answers."""

    path: Path
    week: str
    name: str


def answers_at(handed_in: HandedIn, path: Path) -> tuple[list[Answer], list[str]]:
    """Return which notebooks a file, or the files of a folder, answer; and why some were left out.

    Raises:
        CourseError: nothing there answers a notebook of the course
    """
    if not handed_in.assignments:
        raise CourseError("There are no notebooks in source/, which holds the checks: get the whole course.")
    if not path.is_dir():
        return [answer_in(handed_in, path)], []
    found, left_out = [], []
    for file in sorted(path.glob("*.ipynb")):
        if not is_stray(file.name):
            try:
                found.append(answer_in(handed_in, file))
            except CourseError as error:
                left_out.append(str(error))
    if not found:
        raise CourseError(
            " ".join(left_out) or f"There is no notebook in {path}: name a file, or its folder."
        )
    return found, left_out


def answer_in(handed_in: HandedIn, path: Path) -> Answer:
    """Return which notebook a file answers; raise `CourseError` if that is not clear."""
    if not path.exists():
        raise CourseError(f"There is no {path}: name a notebook, such as week1/initialization.ipynb.")
    entries = list(look_at(path, ()))
    if any(entry.error for entry in entries):
        raise CourseError(f"{path} cannot be read: {entries[0].error}.")
    if len(entries) != 1 or not entries[0].is_notebook or entries[0].file.inside:
        raise CourseError(f"{path} is not a notebook: name a file that ends in .ipynb.")
    found = sorted(handed_in.anywhere(entries[0]))
    if len(found) != 1:
        which = f"may answer {' or '.join(found)}" if found else "answers no notebook of this course"
        raise CourseError(f"{path} {which}: rename it after the notebook that it answers.")
    week, _, name = found[0].partition("/")
    return Answer(path, week, name)
