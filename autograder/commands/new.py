"""`course new`: the beginning of a lesson."""

from typing import Annotated

import typer

from autograder.commands.common import Folder, command, new
from autograder.settings import root_of


@command("lesson", of=new)
def new_lesson(
    week: Annotated[str, typer.Argument(help="The lesson's folder in notebooks/, such as week1.")],
    number: Annotated[int, typer.Argument(min=1, help="Its number within the week.")],
    title: Annotated[str, typer.Argument(help="Its title; the file's name follows from it.")],
    course: Folder = None,
) -> None:
    """Lay down a lesson to fill in: docs/writing-a-lesson.md tells how."""
    from autograder.new import lesson

    root = root_of(course)
    print(f"{lesson(root, week, number, title).relative_to(root)} has been written.")
