"""Fresh course folders for the tests."""

import gc
import os
import shutil
from pathlib import Path

import nbformat
import pytest

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # two tests run at a time: see `-n auto`

from autograder.course import Course
from autograder.sandbox.sandbox import Sandbox
from autograder.submission.cells import exercise_of, is_test
from autograder.variants import reference

ROOT = Path(__file__).parent.parent


def pytest_configure():
    gc.set_threshold(100_000)  # modules and tests are a million objects, and stay


def pytest_collection_finish():
    gc.freeze()


def copy_course(folder: Path, *notebooks: str, week: str = "week1") -> Course:
    """Return a course in a new folder that holds some notebooks of a week, and no student data."""
    for name in notebooks or ["initialization"]:
        for part in ("source", "release"):
            (folder / part / week).mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / part / week / f"{name}.ipynb", folder / part / week)
    (folder / "exchange").mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    return Course(folder)


def short_course(folder: Path, *exercises: str) -> Course:
    """Return a course with a notebook that checks only some exercises; by default, the quick ones."""
    course = copy_course(folder)
    kept = exercises or ("expected_initial_loss", "initialize_parameters_zeros", "activation_statistics")
    for part in ("source", "release"):
        path = course.root / part / "week1/initialization.ipynb"
        notebook = nbformat.read(path, as_version=4)
        notebook.cells = [c for c in notebook.cells if not is_test(c) or exercise_of(c) in kept]
        nbformat.write(notebook, path)
    return course


def hand_in(
    course: Course, student: str, notebook, name: str = "initialization", week: str = "week1"
) -> None:
    """Put a notebook, or a text in its place, where submissions are collected."""
    folder = course.root / "submitted" / student / week
    folder.mkdir(parents=True, exist_ok=True)
    text = notebook if isinstance(notebook, str) else nbformat.writes(notebook)
    (folder / f"{name}.ipynb").write_text(text, encoding="utf-8")


def released(course: Course, name: str = "initialization", week: str = "week1"):
    """Return the student version of a notebook."""
    return nbformat.read(course.root / "release" / week / f"{name}.ipynb", as_version=4)


def solved(course: Course, name: str = "initialization", week: str = "week1"):
    """Return the student version of a notebook with the instructor's solutions in it."""
    return reference(*(course.root / part / week / f"{name}.ipynb" for part in ("source", "release")))


def pytest_collection_modifyitems(items):
    """Begin with the longest tests, so that no worker has one left when the others are done."""
    items.sort(key=lambda item: "test_variants.py" not in item.nodeid)


@pytest.fixture(autouse=True)
def grading_is_slow(request, monkeypatch):
    """Let no test grade a notebook that `make quick` would run."""
    if not request.node.get_closest_marker("slow"):
        monkeypatch.setattr(Sandbox, "start", lambda _: pytest.fail("it grades a notebook: mark it as slow"))


@pytest.fixture
def course(tmp_path):
    return copy_course(tmp_path)


@pytest.fixture(scope="session")
def registered_course(tmp_path_factory):
    """A course whose gradebook knows the assignment: one for all tests of a worker."""
    made = copy_course(tmp_path_factory.mktemp("course"))
    made.register("week1")
    return made
