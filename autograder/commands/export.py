"""`course export`: grades for the school's system."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from autograder.commands.common import CLASS, Folder, Week, command, console, find, plain

if TYPE_CHECKING:
    from autograder.schools.fill import Filled


@command(panel=CLASS)
def export(
    week: Week,
    into: Annotated[
        Path | None,
        typer.Option("--into", help="A file of Canvas, Moodle, Blackboard or Open edX, to be filled in."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", help="What to write; default: a new file beside it.")
    ] = None,
    column: Annotated[
        str | None, typer.Option(help="The title of the column to fill, if it is not named after the week.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; show what would change.")
    ] = False,
    course: Folder = None,
) -> None:
    """Fill the grades of a week into the file of a school's system, or write a table of them.

    Only the column of grades is filled, and the one for a comment if the file has one. All else in the file
    stays as it is, and the file itself is not changed: a new one is written beside it.
    """
    from autograder.schools.export import filled, own_table, write_new

    found = find(course)
    found.check_week(week)
    if into:
        content, system, done = filled(found, week, into, column)
        show(system, done, dry_run)
        target = output or into.with_name(f"{into.stem}-filled{into.suffix}")
    else:
        content, target = own_table(found, week), output or found.root / f"grades.{week}.csv"
    if dry_run:
        console.print("Nothing was written.")
    else:
        write_new(target, content, force)
        console.print(f"The grades of {week} are in {plain(str(target))}.", soft_wrap=True)


def show(system: str, done: "Filled", every_change: bool) -> None:
    """Print what was filled in, and all that a person should look at."""
    if every_change and done.changes:
        table = Table("student", "now", "then")
        for change in done.changes:
            table.add_row(plain(change.student), plain(change.before), change.after)
        console.print(table)
    console.print(f"{system}: {len(done.changes)} grades change, {done.same} stay as they are.")
    lower = [f"{c.student} (from {c.before} to {c.after})" for c in done.changes if c.is_lower]
    lists = {
        "[bold red]Lower than in the file[/]": lower,
        "[bold red]Left as it was[/]": [f"{student} ({why})" for student, why in done.left],
        "[bold red]Left out, as it is not clear who is meant[/]": [
            f"{row} ({students})" for row, students in done.unclear
        ],
        "[bold red]Not in the course[/]": done.strangers,
        "[bold red]Not in the file[/]": done.absent,
        "Points still wait for a grade given by hand": done.waiting,
    }
    for heading, people in lists.items():
        if people:
            console.print(f"{heading}: {'; '.join(map(plain, people))}", soft_wrap=True)
