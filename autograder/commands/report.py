"""`course report`: what the class has understood, on one page and in a few lines."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.commands.common import WEEKLY, Folder, Week, command, console, find, plain

if TYPE_CHECKING:
    from autograder.report import Report

SHOWN = 5  # mistakes in the terminal


@command(panel=WEEKLY)
def report(
    week: Week,
    names: Annotated[bool, typer.Option("--names", help="Also say which students.")] = False,
    output: Annotated[
        Path | None, typer.Option(help="The page's file; default: reports/WEEK.html in the course.")
    ] = None,
    course: Folder = None,
) -> None:
    """Write a page that shows what the class has understood: scores, exercises, misconceptions by name.

    The page is one file that loads nothing, so you can send it to a colleague. It names no student unless you
    ask for it.
    """
    from autograder.report import page, write_report
    from autograder.report import report as collected

    found = find(course)
    found.check_week(week)
    made = collected(found, week)
    path = output or found.root / "reports" / f"{week}.html"
    write_report(path, page(made, names, f"{datetime.now():%Y-%m-%d %H:%M}"))
    in_short(made)
    console.print(f"The whole report: {path}", soft_wrap=True, highlight=False)


def in_short(made: "Report") -> None:
    """Print how it went, which exercise was hardest, and the most frequent mistakes."""
    handed_in = len(made.standings) - len(made.not_handed_in)
    console.print(f"{made.week}: {handed_in} of {len(made.standings)} have handed in.", highlight=False)
    if made.scores:
        text = f"Mean {made.mean:.1f} and median {made.median:.1f} of {made.most:g} points."
        console.print(text, highlight=False)
    if made.exercises:
        hardest = min(made.exercises, key=lambda exercise: exercise.share)
        text = f"Hardest: {hardest.name}, {100 * hardest.share:.0f} % of its points."
        console.print(plain(text), highlight=False)
    for mistake in made.mistakes[:SHOWN]:
        count = f"{len(mistake.students):>4} of {len(made.submissions)}"
        console.print(f"{count}  {plain(mistake.exercise)}: {plain(mistake.what)}", soft_wrap=True)
    if made.for_a_person:
        console.print(f"{len(made.for_a_person)} submissions need your look.", highlight=False)
