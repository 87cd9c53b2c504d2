"""`course import`: submissions from the school's system."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.commands.common import CLASS, Folder, Week, command, console, find, plain

if TYPE_CHECKING:
    from autograder.schools.take_in import Taken


@command("import", panel=CLASS)
def take_in(
    week: Week,
    archive: Annotated[
        Path, typer.Argument(help="All submissions, as Canvas, Moodle, Blackboard or Gradescope zip them.")
    ],
    zone: Annotated[
        str | None, typer.Option(help="The zone of the times in the archive, such as Europe/Berlin.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; show what would change.")
    ] = False,
    course: Folder = None,
) -> None:
    """Bring what was handed in in the school's system into submitted/STUDENT/WEEK.

    Whoever is not clearly on the roster is listed and left out. What is replaced is kept in replaced/.
    """
    from autograder.schools import take_in as work

    found = find(course)
    found.check_week(week)
    done = work.take_in(found, week, archive, zone, dry_run)
    show(week, done)
    if dry_run:
        console.print("Nothing was written.")
    elif done.replaced:
        console.print(f"What was there before is in {plain(str(done.kept))}.", soft_wrap=True)


def show(week: str, done: "Taken") -> None:
    """Print what became of everyone in the archive."""
    numbers = f"{len(done.new)} new, {len(done.replaced)} replaced, {len(done.same)} as they were"
    console.print(f"{done.system}, {week}: {numbers}.")
    lists = {
        "Replaced": done.replaced,
        "[bold red]Left out[/]": [f"{student} ({why})" for student, why in done.left],
        "[bold red]Left out, as it is not clear who is meant[/]": [
            f"{named} ({students})" for named, students in done.unclear
        ],
        "[bold red]Left out, as nobody on the roster is meant[/]": done.strangers,
        "Late, but the archive does not say how late": done.late,
    }
    for heading, people in lists.items():
        if people:
            console.print(f"{heading}: {'; '.join(map(plain, people))}", soft_wrap=True)
