"""`course database`: the gradebook as a whole."""

from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.common import CLASS, Folder, app, command, console, find

database = typer.Typer(help="Move the gradebook to another database.", no_args_is_help=True)
app.add_typer(database, name="database", rich_help_panel=CLASS)


@command("copy", of=database)
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The gradebook: a file or an address.")],
    target: Annotated[
        str, typer.Argument(metavar="TO", help="A new file or an empty database, which is made ready.")
    ],
    course: Folder = None,
) -> None:
    """Copy the gradebook into another database, and compare every row.

    Addresses are those that c.CourseDirectory.db_url takes, such as postgresql+psycopg://USER@HOST/DATABASE.
    Either everything is copied, or nothing.
    """
    from autograder.gradebook.database import copy_database, name_of

    counts = copy_database(as_url(source), as_url(target), find(course).course_id)
    rows = sum(counts.values())
    console.print(
        f"{counts['student']} students and {counts['assignment']} assignments, {rows} rows in all, are in "
        f"{name_of(as_url(target))}, each compared. To use it, name it in c.CourseDirectory.db_url in "
        "nbgrader_config.py.",
        soft_wrap=True,
    )


def as_url(name: str) -> str:
    """Return the address of a database that may be named by its file."""
    return name if "://" in name else f"sqlite:///{Path(name).absolute()}"
