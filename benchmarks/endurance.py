"""A large class in one run: whether memory stays flat, and whether a killed run loses or changes a grade.

    python benchmarks/endurance.py [--submissions 1000]
    python benchmarks/endurance.py --submissions 10000 --short --undisturbed

The same submissions are graded twice: once undisturbed, and once with the whole grader killed by SIGKILL
in the middle and started again. The exit status is 1 if the two gradebooks differ.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated

import psutil
import typer
from courses import instructors, make_course
from grading import scores_of
from nbformat.notebooknode import NotebookNode

from autograder.course import Course
from autograder.sandbox.processes import MB
from autograder.submission.cells import exercise_of, is_test

NOTEBOOK = "week1/initialization"
QUICK = ("expected_initial_loss", "initialize_parameters_zeros")


def memory(pid: int) -> tuple[float, float]:
    """Return the memory, in MB, of the process that records, and of all processes of the grader."""
    main, total = 0, 0
    for process in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
        try:
            size = process.memory_full_info().pss  # what processes share is divided among them
        except (psutil.Error, OSError):
            continue
        main, total = main or size, total + size
    return main / MB, total / MB


def grade(course: Course, jobs: int, until: int | None = None) -> None:
    """Run `course grade` and print how far it is and its memory; kill it when so many are graded."""
    count = len(course.students("week1"))
    start = time.monotonic()
    command = [sys.executable, "-m", "autograder", "grade", "week1"]
    command += ["--jobs", str(jobs), "--course", str(course.root)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    told = 0
    while process.poll() is None:
        time.sleep(2)
        done = len(list(course.root.glob("autograded/*/week1/.graded")))
        if done >= told + count // 10:
            told = done
            main, total = memory(process.pid)
            took = time.monotonic() - start
            print(f"{took:6.0f} s {done:6} graded {main:8.0f} MB {total:8.0f} MB in all", flush=True)
        if until and done >= until:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            print(f"killed when {done} were graded", flush=True)
            return
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    print(f"all graded after {time.monotonic() - start:.0f} s", flush=True)


def short() -> NotebookNode:
    """Return the notebook with the checks of two quick exercises, and no others."""
    notebook = instructors(NOTEBOOK)
    notebook.cells = [cell for cell in notebook.cells if not is_test(cell) or exercise_of(cell) in QUICK]
    return notebook


def main(
    submissions: Annotated[int, typer.Option(min=20, help="How many submissions to grade.")] = 1000,
    jobs: Annotated[int, typer.Option(min=1, help="How many at a time.")] = 2,
    quick: Annotated[
        bool, typer.Option("--short", help="Only with the checks of two quick exercises.")
    ] = False,
    undisturbed: Annotated[bool, typer.Option("--undisturbed", help="Only the run without a kill.")] = False,
) -> None:
    """Grade a large class undisturbed, and again with a kill in the middle; compare the gradebooks."""
    notebook = short() if quick else None
    with tempfile.TemporaryDirectory(prefix="endurance-") as folder:
        whole = make_course(Path(folder, "whole"), NOTEBOOK, submissions, notebook)
        grade(whole, jobs)
        if undisturbed:
            return
        killed = make_course(Path(folder, "killed"), NOTEBOOK, submissions, notebook)
        grade(killed, jobs, until=submissions // 2)
        grade(killed, jobs)
        first, second = scores_of(whole, "week1"), scores_of(killed, "week1")
    assert len(first) == submissions
    different = [student for student in first if first[student] != second.get(student)]
    for student in different:
        print(f"{student}: {first[student]} undisturbed, {second.get(student)} after the kill")
    total = sum(sum(scores.values()) for scores in first.values())
    print(f"{len(first)} students, {total:g} points; the gradebooks differ for {len(different)} of them.")
    raise typer.Exit(1 if different or len(second) != submissions else 0)


if __name__ == "__main__":
    typer.run(main)
