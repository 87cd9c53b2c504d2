"""`course due` and `course extend`: due dates, for all and for one."""

from typing import TYPE_CHECKING, Annotated

import typer

from autograder.commands.common import CLASS, Folder, Week, command, console, find, number, plain

if TYPE_CHECKING:
    from autograder.deadlines import Deadline


@command(panel=CLASS)
def due(
    week: Week,
    when: Annotated[
        list[str] | None,
        typer.Argument(help="Such as 2026-12-01 23:59 Europe/Berlin, or none; default: show what it is."),
    ] = None,
    course: Folder = None,
) -> None:
    """Set the due date of a week, and show whose penalty changes."""
    from autograder.deadlines import deadline, set_due

    found = find(course)
    found.check_week(week)
    show(week, set_due(found, week, " ".join(when)) if when else deadline(found, week))


@command(panel=CLASS)
def extend(
    student: Annotated[str, typer.Argument(help="A student's id.")],
    week: Week,
    by: Annotated[
        list[str], typer.Argument(help="Such as 3d, 12h, 2026-12-01 23:59 Europe/Berlin, or none.")
    ],
    course: Folder = None,
) -> None:
    """Give a student more time for a week, and show whose penalty changes."""
    from autograder.deadlines import extend as give

    found = find(course)
    found.check_week(week)
    done = give(found, student, week, " ".join(by))
    show(week, done)
    if not done.extensions:
        console.print(f"{plain(student)} has no extension.")


def show(week: str, now: "Deadline") -> None:
    """Print when an assignment is due, for whom later, and whose penalty has changed."""
    from autograder.deadlines import shown

    console.print(f"{week} is due {shown(now.due)}." if now.due else f"{week} has no due date.")
    for student, extension in now.extensions.items():
        if now.due:
            until = shown(now.due + extension)
            console.print(f"For {plain(student)} it is due {until}, {extension} later.", soft_wrap=True)
    for change in now.changes:
        told = f"The penalty of {plain(change.student)} for {change.week}"
        console.print(f"{told} was {number(change.before)}, and is {number(change.after)}.", soft_wrap=True)
