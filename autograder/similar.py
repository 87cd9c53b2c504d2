"""Finds answers that are alike in a way that few answers are: the data of `course similar`."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from nbformat.notebooknode import NotebookNode
from scipy.sparse import csr_array, triu

from autograder.course import Course
from autograder.errors import CourseError
from autograder.passages import RUN, Answer, Run
from autograder.submission.cells import is_solution
from autograder.submission.notebooks import NotANotebook, read_own, read_submitted

RARE = 10  # a passage is rare if at most one in so many students has it, or two students
MOST = 50  # pairs that are shown


@dataclass(frozen=True)
class Pair:
    """Two students whose answers have rare passages in common.

    Attributes:
        students: the two of them
        common: the runs of tokens that both have and that are rare
        alone: how many of them nobody else has
        sides: for each answer with such a passage, its name and both answers as HTML
    """

    students: tuple[str, str]
    common: set[Run]
    alone: int
    sides: list[tuple[str, Markup, Markup]]


@dataclass
class Likeness:
    """What `course similar` has found: the pairs, those that stand out most first."""

    week: str
    students: list[str]
    pairs: list[Pair] = field(default_factory=list)
    more: int = 0  # pairs that are not shown
    unread: dict[str, str] = field(default_factory=dict)  # what could not be looked at, and why


Answers = dict[str, Answer]  # by notebook and grade id, such as initialization/expected_initial_loss


def runs_in(answers: Answers) -> set[Run]:
    """Return the runs of tokens in somebody's answers."""
    return {run for answer in answers.values() for run in answer.runs}


def answers_in(name: str, cells: Iterable[NotebookNode], ids: set[str]) -> Answers:
    """Return the answers in a notebook; of several with the same id, the last counts, as in grading."""
    found = {}
    for cell in cells:
        marks = cell.metadata.get("nbgrader")
        grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
        if cell.cell_type == "code" and isinstance(grade_id, str) and grade_id in ids:
            found[f"{name}/{grade_id}"] = Answer(cell.source)
    return found


@dataclass
class Given:
    """What an assignment gives to everybody, and what the instructor has written."""

    originals: dict[str, list[NotebookNode]] = field(default_factory=dict)  # of each notebook, as handed out
    ids: dict[str, set[str]] = field(default_factory=dict)  # of the answers in each notebook
    runs: set[Run] = field(default_factory=set)  # in all that was handed out
    solution: set[Run] = field(default_factory=set)  # in the instructor's answers


def given(course: Course, week: str) -> Given:
    """Return what a released assignment gives."""
    found = Given()
    for path in course.notebooks(week):
        released = course.places.release / f"{path}.ipynb"
        if not released.is_file():
            missing = f"{course.places.release.name}/{path}.ipynb"
            raise CourseError(f"{missing} is missing: run `course release {week}` first.")
        name, cells = released.stem, read_own(released).cells
        found.originals[name] = [cell for cell in cells if "nbgrader" in cell.metadata]
        ids = {cell.metadata.nbgrader.grade_id for cell in found.originals[name] if is_solution(cell)}
        found.ids[name] = ids
        found.runs |= {run for c in cells if c.cell_type == "code" for run in Answer(c.source).runs}
        source = read_own(course.places.source / f"{path}.ipynb")
        found.solution |= runs_in(answers_in(name, source.cells, ids))
    return found


def likeness(course: Course, week: str) -> Likeness:
    """Return whose answers of a released assignment are alike; what was handed out counts for nothing."""
    known, found, written = given(course, week), Likeness(week, []), []
    for student in course.students(week):
        submitted = course.handed_in.find(week, student, known.originals)
        answers: Answers = {}
        problems = {"": submitted.problem} if submitted.problem else dict(submitted.problems)
        for name, file in submitted.notebooks.items():
            try:
                answers |= answers_in(name, read_submitted(file)[0].cells, known.ids[name])
            except NotANotebook as problem:
                problems[name] = str(problem)
        found.unread |= {f"{student} {name}".strip(): str(why) for name, why in problems.items()}
        if answers:
            found.students.append(student)
            written.append(answers)
    found.pairs, found.more = compared(found.students, written, known)
    return found


def compared(students: list[str], written: list[Answers], known: Given) -> tuple[list[Pair], int]:
    """Return the pairs of students whose answers have rare runs in common, and how many more there are."""
    runs = [runs_in(answers) - known.runs for answers in written]
    held = Counter(run for own in runs for run in own)
    held.update(held.keys() & known.solution)  # the instructor is one more of the class
    rare = {run for run, count in held.items() if 2 <= count <= max(2, len(students) // RARE)}
    weights = {run: math.log((len(students) + 1) / held[run]) for run in rare}
    ranked = ranking([own & rare for own in runs], weights)
    pairs = []
    for i, j in ranked[:MOST]:
        common = runs[i] & runs[j] & rare
        alone = sum(held[run] == 2 for run in common)
        pairs.append(Pair((students[i], students[j]), common, alone, sides(written[i], written[j], common)))
    return pairs, max(0, len(ranked) - MOST)


def ranking(runs: list[set[Run]], weights: dict[Run, float]) -> list[tuple[int, int]]:
    """Return the pairs that have something in common: first those whose common runs weigh most."""
    numbers = {run: number for number, run in enumerate(weights)}
    rows = [(i, run) for i, own in enumerate(runs) for run in own]
    if not rows:
        return []
    places = [i for i, _ in rows], [numbers[run] for _, run in rows]
    weighed = csr_array(([weights[run] for _, run in rows], places), shape=(len(runs), len(numbers)))
    shared = triu(weighed @ weighed.sign().T, k=1).tocoo()
    scores = zip(-shared.data.round(6), *(axis.tolist() for axis in shared.coords), strict=True)
    return [(i, j) for _, i, j in sorted(scores)]


def sides(one: Answers, other: Answers, common: set[Run]) -> list[tuple[str, Markup, Markup]]:
    """Return the answers in which either of two students has one of these runs, both as HTML."""
    empty, found = Answer(""), []
    for name in sorted(one.keys() | other.keys()):
        left, right = one.get(name, empty), other.get(name, empty)
        if left.passages(common) or right.passages(common):
            found.append((name, left.marked(common), right.marked(common)))
    return found


def page(found: Likeness, when: str) -> str:
    """Return what was found as a page that loads nothing from elsewhere; `when` it was made, in words."""
    folder = FileSystemLoader(Path(__file__).with_name("pages"))
    environment = Environment(loader=folder, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("similar.html").render(f=found, made=when, run=RUN, rare=RARE)
