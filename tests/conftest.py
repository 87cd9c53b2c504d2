"""A fresh course folder for whoever needs one."""

import shutil
from pathlib import Path

import nbformat
import pytest

from autograder.course import Course
from autograder.variants import reference

ROOT = Path(__file__).parent.parent


def copy_course(folder: Path) -> Course:
    """Return a course in a new folder, with everything but student data."""
    for part in ("source", "release"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    (folder / "exchange").mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    return Course(folder)


def hand_in(course: Course, student: str, notebook, name: str = "initialization") -> None:
    """Put a notebook, or a text in its place, where submissions are collected."""
    folder = course.root / "submitted" / student / "week1"
    folder.mkdir(parents=True)
    text = notebook if isinstance(notebook, str) else nbformat.writes(notebook)
    (folder / f"{name}.ipynb").write_text(text, encoding="utf-8")


def released(course: Course):
    """Return the student version of the initialization notebook."""
    return nbformat.read(course.root / "release/week1/initialization.ipynb", as_version=4)


def solved(course: Course):
    """Return the student version with the instructor's solutions in it."""
    source, release = (course.root / p / "week1/initialization.ipynb" for p in ("source", "release"))
    return reference(source, release)


@pytest.fixture
def course(tmp_path):
    return copy_course(tmp_path)


@pytest.fixture(scope="session")
def registered_course(tmp_path_factory):
    """A course whose gradebook knows the assignment: one for all tests of a worker."""
    made = copy_course(tmp_path_factory.mktemp("course"))
    made.register("week1")
    return made
