"""Says what is odd about notebooks that were handed in, and what grading would put right: `course doctor`."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder.course import Course
from autograder.grading.folders import write_whole
from autograder.submission.archives import may_be_notebook
from autograder.submission.cells import is_grade
from autograder.submission.entries import Entry, look_at
from autograder.submission.files import NotReadable, is_stray
from autograder.submission.notebooks import NotANotebook, read_own, read_submitted
from autograder.submission.restore import answered, restore_notebook

BEFORE = ".before"  # ends the name of a file as it was before it was repaired
MAX_FILES = 20_000


@dataclass
class Diagnosis:
    """What there is to say about one file."""

    path: Path
    shown: str  # its name; if it is in an archive, with that of the archive
    problem: str | None = None  # why it cannot be graded, and what to do
    meant: str | None = None  # the notebook that it answers, such as week1/initialization
    written: int = 0  # exercises that are answered
    exercises: int = 0
    notes: list[str] = field(default_factory=list)  # what is put right before grading
    repaired: NotebookNode | None = None

    @property
    def can_be_repaired(self) -> bool:
        """Tell whether a repaired notebook could take the file's place."""
        return bool(self.repaired and self.notes and self.path.name == self.shown)


def examined(course: Course, place: Path) -> Iterator[Diagnosis]:
    """Yield what there is to say about a file, or about each notebook in a folder."""
    for number, path in enumerate(files_in(place)):
        if number >= MAX_FILES:
            raise NotReadable(f"{place} holds more than {MAX_FILES} files")
        for entry in look_at(path, ()):
            if entry.is_notebook or entry.error or place.is_file():
                yield diagnosis(course, path, entry)


def files_in(place: Path) -> Iterator[Path]:
    """Yield the file at a place, or the files in that folder that may be notebooks, in order."""
    if not place.is_dir():
        yield place
        return
    for folder, inner, names in os.walk(place):
        inner[:] = sorted(name for name in inner if not is_stray(name))
        for name in sorted(names):
            if not is_stray(name) and (".ipynb" in name.lower() or may_be_notebook(name)):
                yield Path(folder, name)


def diagnosis(course: Course, path: Path, entry: Entry) -> Diagnosis:
    """Return what there is to say about a file."""
    found = Diagnosis(path, entry.shown)
    if entry.error or entry.kind:
        what = f"cannot be read: {entry.error}" if entry.error else f"is {entry.kind}"
        found.problem = f"{entry.shown} {what}: ask for the notebook"
        return found
    try:
        notebook, found.notes = read_submitted(entry.file)
    except NotANotebook as problem:
        found.problem = str(problem)
        return found
    meant = sorted(course.handed_in.anywhere(entry))
    if len(meant) != 1:
        found.problem = (
            f"{entry.shown} may answer {', '.join(meant)}"
            if meant
            else f"{entry.shown} answers no assignment"
        )
        return found
    found.meant, found.repaired = meant[0], notebook
    handed_out = course.places.release / f"{found.meant}.ipynb"
    if handed_out.is_file():
        originals = [cell for cell in read_own(handed_out).cells if "nbgrader" in cell.metadata]
        found.exercises = sum(cell.metadata.nbgrader.solution for cell in originals)
        found.written = len(answered(notebook, originals))
        found.notes += came_back(notebook, originals) + restore_notebook(notebook, originals)
    return found


def came_back(notebook: NotebookNode, originals: list[NotebookNode]) -> list[str]:
    """Return which of the graded cells are gone from a notebook, and which it has more than once."""
    there = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    ids = [cell.metadata.nbgrader.grade_id for cell in originals]
    checks = [cell.metadata.nbgrader.grade_id for cell in originals if is_grade(cell)]
    gone = [name for name in checks if name not in there]
    twice = [name for name in ids if there.count(name) > 1]
    return [f"the cell {name} is gone" for name in gone] + [
        f"the cell {name} is there {there.count(name)} times; the last one counts" for name in twice
    ]


def repair(found: Diagnosis) -> Path:
    """Write the repaired notebook in the file's place; return where the file is now as it was before."""
    assert found.repaired is not None
    kept = found.path.with_name(f".{found.path.name}{BEFORE}")  # a name that grading passes over
    os.link(found.path, kept)  # unlike a move, a link never replaces a file that is there
    write_whole(found.path, nbformat.writes(found.repaired).encode())
    return kept
