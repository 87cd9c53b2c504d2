"""Tests the checks: grades wrong and right solutions of every exercise, and notes which get through."""

import ast
import copy
import difflib
import random
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder import hints
from autograder.course import Course
from autograder.errors import CourseError
from autograder.mutants import mutants, reworded, same_code
from autograder.outcomes import Check
from autograder.settings import copy_config, places_of
from autograder.submission.beside import copy_beside
from autograder.submission.cells import by_exercise, exercise_named
from autograder.variants import load, load_same, reference, solutions

# In the first notebooks, two of three exercises are solved wrongly; the third shows what that does to the
# others. In all that follow, every exercise is, as long as there are wrong solutions of it, and then it is
# left as it was handed out.
SPREAD, SPARING = 3, 12


@dataclass(frozen=True)
class Solution:
    """One solution of an exercise that is put to the test."""

    exercise: str
    what: str
    source: str
    right: bool
    hint: str = ""  # what its author should be told
    made: bool = False  # made by a machine, so not in the catalogue

    def difference(self, right: str) -> list[str]:
        """Return the lines in which it differs from the reference."""
        before, after = (ast.unparse(ast.parse(text)).splitlines() for text in (right, self.source))
        lines = difflib.unified_diff(before, after, lineterm="", n=0)
        return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


@dataclass
class Audited:
    """What became of the solutions of one exercise."""

    exercise: str
    wrong: int = 0
    caught: int = 0
    right: int = 0
    mutants: int = 0
    mutants_caught: int = 0
    # mutants that no test can tell from the reference, each with its reason in the catalogue
    known_same: int = 0
    survivors: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)  # right ones that lost points, and why
    unhinted: list[str] = field(default_factory=list)  # wrong ones whose author is not told the hint
    unseen: list[str] = field(default_factory=list)  # wrong ones that only hidden tests notice
    outdated: bool = (
        False  # whether the checks know other mistakes than the catalogue: `course release` mends it
    )
    unclear: list[str] = field(default_factory=list)  # messages that do not begin with the exercise's name


def audit(
    root: Path, name: str, jobs: int, sample: int | None = 0, chosen: list[str] | None = None
) -> list[Audited]:
    """Put all solutions of a notebook's exercises to the test.

    Arguments:
        root: the course's folder
        name: the notebook, such as week1/initialization
        jobs: how many notebooks are graded at a time
        sample: how many mutants of each exercise are tried; None for all
        chosen: the exercises; None for all
    """
    source = places_of(root).source / f"{name}.ipynb"
    references = solutions(source)
    exercises = list(by_exercise(nbformat.read(source, as_version=4)))
    audited = {exercise: Audited(exercise) for exercise in exercises if chosen is None or exercise in chosen}
    tried = [Solution(v.exercise, v.what, v.source, v.right, v.hint) for v in load(root, name)]
    for exercise, found in audited.items():
        tried += list(machine_made(root, name, exercise, references[exercise], sample, found))
    tried = [solution for solution in tried if solution.exercise in audited]
    count(tried, audited)
    with tempfile.TemporaryDirectory() as folder:
        course = course_with(root, Path(folder), name)
        judge(grade(course, name, tried, exercises, jobs), references, audited)
    see(root, name, audited)
    return list(audited.values())


def machine_made(
    root: Path, name: str, exercise: str, solution: str, sample: int | None, found: Audited
) -> Iterator[Solution]:
    """Yield solutions made from the reference: rewordings with the same meaning, and a sample of changes."""
    for what, source in reworded(solution):
        yield Solution(exercise, what, source, right=True, made=True)
    changed = [source for source in mutants(solution)]
    same = load_same(root, name, exercise)
    if sample is not None:
        changed = random.Random(exercise).sample(changed, min(sample, len(changed)))
    for number, source in enumerate(changed, start=1):
        if any(same_code(source, other) for other in same):
            found.known_same += 1
        else:
            yield Solution(exercise, f"mutant {number}", source, right=False, made=True)


def count(tried: list[Solution], audited: dict[str, Audited]) -> None:
    """Count what is put to the test."""
    for solution in tried:
        found = audited[solution.exercise]
        if solution.right:
            found.right += 1
        elif solution.made:
            found.mutants += 1
        else:
            found.wrong += 1


# ── graded for real ──────────────────────────────────────────────────────────────────────────────


def course_with(root: Path, folder: Path, name: str) -> Course:
    """Return a course in an empty folder that holds one notebook."""
    copy_config(root, folder)
    course, there, week = Course(folder), places_of(root), Path(name).parent
    for original, own in ((there.source, course.places.source), (there.release, course.places.release)):
        (own / week).mkdir(parents=True)
        shutil.copy(original / f"{name}.ipynb", own / week)
    copy_beside(there.source / week, course.places.source / week)
    (folder / "exchange").mkdir()
    course.register(week.name)
    return course


def grade(
    course: Course, name: str, tried: list[Solution], exercises: list[str], jobs: int
) -> Iterator[tuple[Solution | None, str, list[Check]]]:
    """Yield each solution with its exercise, and with what each test cell of this exercise made of it.

    None stands for the reference solution, in a notebook with mistakes in other exercises.
    """
    week, stem = name.split("/")
    source, release = (p / f"{name}.ipynb" for p in (course.places.source, course.places.release))
    right, untouched = reference(source, release), nbformat.read(release, as_version=4)
    rows, spared = {}, set()
    for number, (row, others_right) in enumerate(in_rows(tried, exercises)):
        student = f"s{number:05}"
        path = course.places.submitted / student / week / f"{stem}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(solved_by(right if others_right else untouched, row), path)
        rows[student] = row
        if others_right:
            spared.add(student)
    for submission in course.grade(week, list(rows), jobs):
        if submission.problem:
            raise CourseError(f"{name}: {submission.problem}")
        checks: dict[str, list[Check]] = {}
        for check in submission.notebooks[stem].checks:
            checks.setdefault(exercise_named(check.grade_id), []).append(check)
        for exercise, found in checks.items():
            solution = rows[submission.student].get(exercise)
            if solution or submission.student in spared:
                yield solution, exercise, found


def in_rows(tried: list[Solution], exercises: list[str]) -> Iterator[tuple[dict[str, Solution], bool]]:
    """Yield groups of solutions that are handed in together, at most one for each exercise.

    Each comes with whether all other exercises are to be solved rightly, or left as they were handed out.
    """
    for right in (True, False):
        waiting = defaultdict(list)
        for solution in tried:
            if solution.right is right:
                waiting[solution.exercise].append(solution)
        number = 0
        while any(waiting.values()):
            all_of_them = right or len(exercises) < 2 or number >= SPARING
            free = [e for n, e in enumerate(exercises) if all_of_them or (n + number) % SPREAD]
            row = {exercise: waiting[exercise].pop() for exercise in free if waiting[exercise]}
            number += 1
            if row:
                yield row, right or number <= SPARING


def solved_by(given: NotebookNode, row: dict[str, Solution]) -> NotebookNode:
    """Return a copy of a notebook in which some exercises are solved differently."""
    notebook = copy.deepcopy(given)
    for cell in notebook.cells:
        exercise = cell.metadata.get("nbgrader", {}).get("grade_id")
        if exercise in row:
            cell.source = row[exercise].source
    return notebook


def judge(
    graded: Iterator[tuple[Solution | None, str, list[Check]]],
    references: dict[str, str],
    audited: dict[str, Audited],
) -> None:
    """Note what became of each solution."""
    for solution, exercise, checks in graded:
        found = audited.get(exercise)
        if found is None:
            continue
        if solution is None or solution.right:
            what = solution.what if solution else "the reference, beside others' mistakes"
            found.rejected += [f"{what}: {check.message}" for check in checks if check.score != check.points]
            continue
        messages = [check.message for check in checks if check.score == 0]
        found.unclear += [message for message in messages if not message.startswith(f"{exercise}: ")]
        if messages:
            found.caught += not solution.made
            found.mutants_caught += solution.made
            if solution.hint and not any(solution.hint in message for message in messages):
                found.unhinted.append(f"{solution.what}: {solution.hint}\n" + "\n".join(messages))
        else:
            lines = "\n".join(solution.difference(references[exercise]))
            found.survivors.append(f"{solution.what}\n{lines}")


def see(root: Path, name: str, audited: dict[str, Audited]) -> None:
    """Note what the checks that students see do not notice, and whether they know the mistakes of today."""
    with hints.own_processes(1) as pool:
        tried = pool.submit(hints.try_mistakes, root, name, list(audited)).result()
    for exercise, mistakes in tried.items():
        found = audited[exercise]
        found.unseen = [variant.what for variant, once, _ in mistakes if once.message is None]
        found.outdated = bool(hints.differences({f"{name}/{exercise}": hints.known_of(mistakes)}))


def as_json(audited: dict[str, list[Audited]]) -> dict[str, list[dict[str, Any]]]:
    """Return what `course audit --json` writes."""
    return {name: [asdict(found) for found in exercises] for name, exercises in audited.items()}
