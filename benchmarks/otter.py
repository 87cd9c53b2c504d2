"""Grades the same submissions with otter-grader and with `course grade`, and compares what they cost.

otter-grader is not among the course's packages, so it needs an environment of its own, with the course in it:

    python3 -m venv OTTER
    OTTER/bin/pip install otter-grader --editable .
    python benchmarks/otter.py OTTER/bin/otter

Both ways run the instructor's test cells as they are. `otter run` starts a kernel for each submission and
runs them in it; `course grade` makes its gradebook within the time, too.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from courses import make_course

from autograder.course import Course
from autograder.submission.cells import is_demo, is_test
from autograder.submission.notebooks import read_own, write_own

TEST = """from otter.test_files import test_case

OK_FORMAT = False
name = {name!r}
points = {points}

@test_case()
def test(env):
    exec({source!r}, dict(env))
"""


def run(command: list[str], folder: Path) -> float:
    """Run a command; return the processor time, in seconds, of it and of all that it has started."""
    before = os.times()
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if ended.returncode:
        sys.exit(f"{' '.join(command)} has failed:\n{ended.stdout}\n{ended.stderr}")
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def autograder(otter: str, course: Course, name: str, folder: Path) -> Path:
    """Return otter-grader's archive with the test cells of the instructor's notebook."""
    tests = folder / "tests"
    tests.mkdir()
    for cell in read_own(course.places.source / f"{name}.ipynb").cells:
        if is_test(cell):
            about = cell.metadata.nbgrader
            text = TEST.format(name=about.grade_id, points=about.points, source=cell.source)
            (tests / f"{about.grade_id}.py").write_text(text)
    run(
        [otter, "generate", "--tests-dir", "tests", "--output-path", "autograder.zip", "--no-environment"],
        folder,
    )
    return folder / "autograder.zip"


def with_otter(otter: str, course: Course, name: str, folder: Path) -> tuple[float, dict[str, float]]:
    """Grade all submissions with `otter run`; return the processor time and each student's score."""
    archive, cost, scores = autograder(otter, course, name, folder), 0.0, {}
    for submitted in sorted(course.places.submitted.glob(f"*/{name}.ipynb")):
        student, notebook = submitted.parts[-3], read_own(submitted)
        notebook.cells = [cell for cell in notebook.cells if not is_test(cell) and not is_demo(cell)]
        place = folder / student
        place.mkdir()
        (place / "submission.ipynb").write_text(write_own(notebook))
        shutil.copy(archive, place)
        cost += run([otter, "run", "--no-logo", "submission.ipynb"], place)
        found = json.loads((place / "results.json").read_text())["tests"]
        scores[student] = sum(test.get("score", 0.0) for test in found)
    return cost, scores


def with_ours(course: Course, week: str) -> tuple[float, dict[str, float]]:
    """Grade all submissions with `course grade`; return the processor time and each student's score."""
    command = [sys.executable, "-m", "autograder", "grade", week, "--jobs", "1"]
    cost = run([*command, "--json", "results.json"], course.root)
    found = json.loads((course.root / "results.json").read_text())["submissions"]
    return cost, {submission["student"]: submission["score"] for submission in found}


def main(
    otter: Annotated[Path, typer.Argument(help="otter-grader's command.")],
    name: Annotated[str, typer.Argument(help="The assignment's week and notebook.")] = "week1/initialization",
    submissions: Annotated[int, typer.Option(min=4, help="How many submissions to grade.")] = 10,
) -> None:
    """Compare otter-grader with `course grade` by processor time, and say whose scores differ."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        course = make_course(Path(folder, "course"), name, submissions)
        theirs = Path(folder, "otter")
        theirs.mkdir()
        costs = {}
        costs["otter run"], by_otter = with_otter(str(otter.absolute()), course, name, theirs)
        costs["course grade"], by_us = with_ours(course, name.partition("/")[0])
    for way, cost in costs.items():
        print(f"{way}: {cost / submissions:.2f} s of processor time for each of {submissions} notebooks")
    print(f"otter run takes {costs['otter run'] / costs['course grade']:.1f} times as much.")
    different = {student for student in by_us if by_us[student] != by_otter.get(student)}
    for student in sorted(different):
        print(f"{student}: {by_otter.get(student)} by otter-grader, {by_us[student]} by us")
    print(f"{len(by_us) - len(different)} of {len(by_us)} scores are the same.")


if __name__ == "__main__":
    typer.run(main)
