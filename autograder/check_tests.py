"""Grades an assignment's own solution, and no solution, with nbgrader and here, for `course check-tests`."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook

from autograder.course import Course
from autograder.errors import CourseError
from autograder.settings import copy_config
from autograder.submission.notebooks import notebooks_in

SOLUTION, UNTOUCHED = "solution", "untouched"  # the two students: the instructor's copy, and the release
# nbgrader as it comes, also in a course whose configuration has put the grader in its place.
STOCK = "import autograder.steps.autograde as ours; ours.install = lambda: None; from nbgrader.apps import"
STOCK += " NbGraderApp; NbGraderApp.launch_instance()"

# The score and the message of each check, by student, notebook and grade id.
Given = dict[tuple[str, str, str], tuple[float | None, str]]


@dataclass(frozen=True)
class Compared:
    """What one check gives with nbgrader, and what it gives here.

    Attributes:
        stock: the points that nbgrader gives, for the solution and for the untouched notebook
        here: the points that this grader gives for the same; None where it leaves the check to a person
        with_objects: the same, where the course lets its tests look into objects
        why: what this grader says about the solution, or else about the untouched notebook
    """

    notebook: str
    grade_id: str
    points: float
    stock: tuple[float, float]
    here: tuple[float | None, float | None]
    with_objects: tuple[float | None, float | None]
    why: str

    @property
    def agrees(self) -> bool:
        """Whether both give the same."""
        return self.stock == self.here


def compare(course: Course, week: str) -> list[Compared]:
    """Return what each check of an assignment gives, in the order of the notebooks.

    Everything happens in a copy of the course. nbgrader runs the instructor's own solution without any
    protection, as it always does.

    Raises:
        CourseError: nbgrader cannot generate or grade the assignment
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, course.root.name)
        lay_out(course, week, root)
        here, with_objects = (graded_here(root, week, allowed) for allowed in (None, True))
        shutil.rmtree(Course(root).places.autograded, ignore_errors=True)
        (root / "gradebook.db").unlink()
        stock = graded_by_nbgrader(root, week)
    compared = []
    for (name, grade_id), (points, by_nbgrader) in stock.items():
        (solved, why), (untouched, why_untouched) = of_both(here, name, grade_id)
        (one, _), (other, _) = of_both(with_objects, name, grade_id)
        why = why if solved != by_nbgrader[0] else why_untouched
        scores = by_nbgrader, (solved, untouched), (one, other)
        compared.append(Compared(name, grade_id, points, *scores, why))
    return compared


def of_both(given: Given, name: str, grade_id: str) -> list[tuple[float | None, str]]:
    """Return what a check has given, and said, for the solution and for the untouched notebook."""
    return [given.get((student, name, grade_id), (None, "")) for student in (SOLUTION, UNTOUCHED)]


def lay_out(course: Course, week: str, root: Path) -> None:
    """Make a course of one assignment, which the two students hand in."""
    root.mkdir(parents=True)
    copy_config(course.root, root)
    not_copied = {*NOT_COPIED, *course.places.tops(course.root)}
    for path in course.root.iterdir():  # such as modules/, which the configuration may name
        if path.is_dir() and path.name not in not_copied and not path.name.startswith("."):
            shutil.copytree(path, root / path.name)
    made, source = Course(root), course.places.source / week
    shutil.copytree(source, made.places.source / week)
    made.release(week)
    shutil.copytree(source, made.places.submitted / SOLUTION / week)
    shutil.copytree(made.places.release / week, made.places.submitted / UNTOUCHED / week)
    released = {path.name for path in notebooks_in(made.places.release / week)}
    for path in (made.places.submitted / SOLUTION / week).glob("*.ipynb"):
        if path.name not in released:
            path.unlink()


NOT_COPIED = {"exchange", "replaced", "reports"}


def graded_here(root: Path, week: str, remote_objects: bool | None) -> Given:
    """Return what each check gives; None stands for what the course's configuration says about objects."""
    course = Course(root)
    if remote_objects is not None:
        course.config.Sandbox.remote_objects = remote_objects
    course.register(week)
    given = {}
    for submission in course.grade(week, [SOLUTION, UNTOUCHED]):
        if submission.problem:
            raise CourseError(f"{week} cannot be graded: {submission.problem}")
        for name, notebook in submission.notebooks.items():
            for check in notebook.checks:
                given[submission.student, name, check.grade_id] = check.score, check.message
    return given


def graded_by_nbgrader(root: Path, week: str) -> dict[tuple[str, str], tuple[float, tuple[float, float]]]:
    """Return the points of each check, and what nbgrader gives for a solution and for none."""
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}"}  # for alembic
    for command in ("generate_assignment", "autograde"):
        done = subprocess.run(
            [sys.executable, "-c", STOCK, command, week, "--force"],
            cwd=root, env=env, capture_output=True, text=True, errors="replace",
        )  # fmt: skip
        if done.returncode:
            last = (done.stderr.strip() or "it says nothing").splitlines()[-1]
            raise CourseError(f"nbgrader cannot {command.replace('_', ' ')} {week}: {last}")
    found: dict[tuple[str, str], list[float]] = {}
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        for student in (SOLUTION, UNTOUCHED):
            for notebook in gradebook.find_submission(week, student).notebooks:
                for grade in notebook.grades:
                    if grade.cell.cell_type == "code" and grade.auto_score is not None:
                        key = notebook.name, grade.name
                        found.setdefault(key, [grade.max_score]).append(grade.auto_score)
    return {key: (scores[0], (scores[1], scores[2])) for key, scores in found.items() if len(scores) == 3}
