"""`course new`: the beginning of a lesson, or of a course."""

from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.common import Folder, command, console, new, plain
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


@command("course", of=new)
def new_course(
    folder: Annotated[
        Path, typer.Argument(help="Where it is to be; the folder must be empty, or not exist.")
    ],
    name: Annotated[
        str | None, typer.Option(help="Its name in the exchange and the gradebook; default: the folder's.")
    ] = None,
) -> None:
    """Lay down an empty course with an example of an assignment: docs/your-course.md goes on from there."""
    from autograder.new_course import lay_down

    known = lay_down(folder, name)
    console.print(f"The course {known} is in {plain(str(folder))}. Its README.md says what to type there.")
