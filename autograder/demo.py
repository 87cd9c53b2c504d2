"""A small class of submissions with known fates, for `course demo`."""

import copy
import shutil
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder.course import Course
from autograder.errors import CourseError
from autograder.settings import copy_config, places_of
from autograder.submission.beside import copy_beside
from autograder.variants import Variant, load, reference, with_variant

HOSTILE = Variant(
    exercise="initialize_parameters_he",
    right=False,
    what="kills whoever grades it, and if it may not, leaves",
    hint="",
    source="""
def initialize_parameters_he(layers_dims, rng=None):
    import os, signal
    try:
        os.kill(os.getppid(), signal.SIGKILL)
    except PermissionError:
        os._exit(0)
""".strip(),
)


def make_class(course: Course, folder: Path, week: str, name: str) -> Course:
    """Set up a course in an empty folder, with one notebook released and a class's submissions."""
    (source := places_of(folder, course.config).source / week).mkdir(parents=True)
    copy_config(course.root, folder)
    shutil.copy(course.places.source / week / f"{name}.ipynb", source)
    copy_beside(course.places.source / week, source)
    shutil.copytree(course.root / "variants" / week / name, folder / "variants" / week / name)
    (folder / "exchange").mkdir()
    made = Course(folder)
    made.release(week)
    variants = load(course.root, f"{week}/{name}")
    released = made.places.release / week
    right = reference(source / f"{name}.ipynb", released / f"{name}.ipynb")
    for student, notebook in submissions(right, variants).items():
        target = made.places.submitted / student / week
        target.mkdir(parents=True)
        nbformat.write(notebook, target / f"{name}.ipynb")
    shutil.copytree(released, made.places.submitted / "untouched" / week)
    return made


def submissions(right: NotebookNode, variants: list[Variant]) -> dict[str, NotebookNode]:
    """Return a notebook per student, named after what is special about it."""
    mistakes = {
        "shared_arrays": "one array for equal shapes",
        "fan_out": "fan-out in place of fan-in",
        "in_bits": "logarithm to base 2",
    }
    wrong = {variant.what: variant for variant in variants if not variant.right}
    if missing := set(mistakes.values()) - set(wrong):
        raise CourseError(f"variants/ no longer contains {', '.join(sorted(missing))}.")
    unusual = right
    for variant in {v.exercise: v for v in variants if v.right}.values():
        unusual = with_variant(unusual, variant)
    return {
        "all_right": right,
        "right_but_unusual": unusual,
        **{f"mistake_{s}": with_variant(right, wrong[what]) for s, what in mistakes.items()},
        "cell_deleted_another_copied": deleted_and_copied(right),
        "raises_at_once": raising(right),
        "hostile": with_variant(right, HOSTILE),
    }


def deleted_and_copied(right: NotebookNode) -> NotebookNode:
    """Return a notebook that lacks its first test cell and has another cell twice."""
    notebook = copy.deepcopy(right)
    graded = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade")]
    notebook.cells.remove(graded[0])
    twin = copy.deepcopy(graded[1])
    twin.id = f"{twin.id}-copy"
    notebook.cells.insert(notebook.cells.index(graded[1]), twin)
    return notebook


def raising(right: NotebookNode) -> NotebookNode:
    """Return a notebook that raises before it has imported anything."""
    notebook = copy.deepcopy(right)
    first = next(cell for cell in notebook.cells if cell.cell_type == "code")
    first.source = "raise RuntimeError('this cell worked yesterday')\n" + first.source
    return notebook
