"""`course check-tests`: whether an assignment's tests give here what they give with nbgrader."""

from typing import TYPE_CHECKING

import typer
from rich.table import Table

from autograder.commands.common import PROOF, Folder, Week, command, console, find, number, plain

if TYPE_CHECKING:
    from autograder.check_tests import Compared


@command(name="check-tests", panel=PROOF)
def check_tests(week: Week, course: Folder = None) -> None:
    """Grade your own solution, and the assignment as it is released, with nbgrader and with this grader.

    Each check that gives something else is shown, with the reason. nbgrader runs your solution without any
    protection, as it always does. Nothing in the course is changed.
    """
    from autograder.check_tests import compare

    found = find(course)
    found.check_week(week)
    found.check_machine()
    with console.status("grading with both"):
        compared = compare(found, week)
    differing = [one for one in compared if not one.agrees]
    if differing:
        show(differing)
    console.print(f"{len(compared) - len(differing)} of {len(compared)} checks give the same.")
    allowed = [plain(one.grade_id) for one in differing if one.with_objects == one.stock]
    if allowed:
        console.print(f"With `c.Sandbox.remote_objects = True`, so do {', '.join(allowed)}.", soft_wrap=True)
    for one in compared:
        if one.stock[0] != one.points:
            scores = f"{number(one.stock[0])} of {number(one.points)}"
            what = f"{plain(one.grade_id)} in {plain(one.notebook)}"
            console.print(f"nbgrader itself gives your solution {scores} points for {what}.", soft_wrap=True)
    if differing:
        raise typer.Exit(1)


def show(differing: list["Compared"]) -> None:
    """Print what differs."""
    heads = "points", "solution: nbgrader", "here", "untouched: nbgrader", "here"
    table = Table("notebook", "check", *heads)
    for one in differing:
        solved, untouched = zip(one.stock, one.here, strict=True)
        scores = map(number, (one.points, *solved, *untouched))
        table.add_row(plain(one.notebook), plain(one.grade_id), *scores)
    console.print(table)
    for one in differing:
        reason = one.why or "It passes here."
        console.print(f"[bold]{plain(one.grade_id)}[/]: {plain(reason)}", soft_wrap=True)
