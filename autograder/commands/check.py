"""`course check`: a learner's own notebooks, graded at once."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from traitlets.config import Config

from autograder.commands.common import LEARNER, Folder, command, console, plain
from autograder.errors import CourseError
from autograder.grading.workers import Workers
from autograder.outcomes import Check, Notebook, Outcome
from autograder.settings import imports_in, places_of, read_config, root_of
from autograder.submission.cells import exercise_named
from autograder.submission.handed_in import HandedIn
from autograder.submission.recognised import answers_at

if TYPE_CHECKING:
    from autograder.check import Checked


@command(panel=LEARNER)
def check(
    notebook: Annotated[Path, typer.Argument(help="A notebook that you are working on, or its folder.")],
    unsandboxed: Annotated[
        bool, typer.Option("--unsandboxed", help="Check without confinement: only for your own notebooks.")
    ] = False,
    course: Folder = None,
) -> None:
    """Check your own notebook as it would be graded, with the checks that it does not show."""
    if sys.platform == "win32":
        raise CourseError("This does not run on Windows itself: install the course in WSL, and check there.")
    root = root_of(course)
    config = read_config(root)
    places = places_of(root.resolve(), config)
    if unsandboxed:
        config.Sandbox.unsandboxed = True
    answers, left_out = answers_at(HandedIn(places.submitted, places.source, Config()), notebook)
    sources = [places.source / answer.week / f"{answer.name}.ipynb" for answer in answers]
    jobs = min(len(answers), os.cpu_count() or 1)
    workers = Workers(dict(config.get("Sandbox", {})), imports_in(sources), jobs)
    with console.status("checking"), workers:
        from autograder.check import check as results_of
        from autograder.course import Course

        found = Course(root, config)
        found.check_machine()
        results = list(results_of(found, answers, workers))
    for result in results:
        show(result)
    for line in left_out:
        say(f"Left out: {line}")
    if len(results) > 1:
        say(total(results))
    if not all(result.result and has_all_points(result.result) for result in results):
        raise typer.Exit(1)


def say(text: str, style: str = "") -> None:
    """Print one line as it is, however long: so that it can be copied."""
    console.print(plain(text), style=style or None, soft_wrap=True, highlight=False)


def show(checked: "Checked") -> None:
    """Print what became of every exercise of a notebook, and where its page is."""
    answer, result = checked.answer, checked.result
    title = f"{answer.path}" + ("" if answer.path.stem == answer.name else f", graded as {answer.name}")
    if result is None:
        say(f"{title}: not graded: {checked.problem}", "bold")
        return
    exercises = by_exercise(result)
    if result.untouched:
        say(f"{title}: nothing is written yet: 0 of {len(exercises)} exercises.", "bold")
        first = f"Begin with {next(iter(exercises))}: write your solution in place of its"
        say(f"  {first} `raise NotImplementedError()`, save the notebook, and check it again.")
        return
    say(f"{title}: {result.score:g} of {result.max_score:g} points", "bold")
    for note in checked.notes:
        say(f"  repaired: {note}")
    for name, checks in exercises.items():
        show_exercise(name, checks)
    say(f"  All messages, beside your code: {checked.page}")


def show_exercise(name: str, checks: list[Check]) -> None:
    """Print the points of an exercise, what became of it, and the messages of what cost points."""
    earned, most = sum(c.score or 0 for c in checks), sum(c.points for c in checks)
    lost = [c for c in checks if c.outcome is not Outcome.PASSED]
    became = ", ".join(dict.fromkeys(c.outcome.replace("_", " ") for c in lost or checks))
    say(f"  {earned:g} of {most:g}  {name}: {became}", "" if lost else "green")
    for message in dict.fromkeys(c.message.removeprefix(f"{name}: ") for c in lost):
        for line in message.split("\n"):
            say(f"      {line}")


def by_exercise(notebook: Notebook) -> dict[str, list[Check]]:
    """Return the checks of each exercise, in the notebook's order."""
    found: dict[str, list[Check]] = {}
    for one in notebook.checks:
        found.setdefault(exercise_named(one.grade_id) or one.grade_id, []).append(one)
    return found


def has_all_points(notebook: Notebook) -> bool:
    """Tell whether every check has earned its points."""
    return all(one.score == one.points for one in notebook.checks)


def total(results: list["Checked"]) -> str:
    """Return the points of all notebooks together, as far as they could be graded."""
    graded = [one.result for one in results if one.result]
    earned, most = sum(n.score or 0 for n in graded), sum(n.max_score for n in graded)
    return f"Together: {earned:g} of {most:g} points"
