"""`course doctor`: what is odd about notebooks, and what can be put right."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.commands.common import CLASS, Folder, command, console, find, plain
from autograder.errors import CourseError

if TYPE_CHECKING:
    from autograder.doctor import Diagnosis


@command(panel=CLASS)
def doctor(
    place: Annotated[Path, typer.Argument(help="A notebook, an archive, or a folder of them.")],
    fix: Annotated[
        bool, typer.Option("--fix", help="Write repaired notebooks; as it was, NAME becomes .NAME.before.")
    ] = False,
    course: Folder = None,
) -> None:
    """Say what is odd about notebooks: damaged, renamed, incomplete, in a strange encoding.

    Grading puts the same things right by itself, without changing the files. The exit status is 1 if there is
    a file that cannot be graded.
    """
    from autograder.doctor import examined, repair
    from autograder.submission.files import NotReadable

    found = find(course)
    if not place.exists():
        raise CourseError(f"{place} does not exist.")
    count = bad = 0
    try:
        for one in examined(found, place):
            count, bad = count + 1, bad + bool(one.problem)
            tell(one, place)
            if fix and one.can_be_repaired:
                try:
                    console.print(f"  repaired; as it was before: {plain(repair(one).name)}", highlight=False)
                except FileExistsError:
                    console.print(
                        f"  [bold red]left as it is[/]: .{plain(one.path.name)}.before is there already"
                    )
    except NotReadable as error:
        raise CourseError(str(error)) from None
    console.print(f"{count} files, of which {bad} cannot be graded." if count else "There is no notebook.")
    if bad:
        raise typer.Exit(1)


def tell(one: "Diagnosis", place: Path) -> None:
    """Print what there is to say about a file."""
    folder = one.path.parent.relative_to(place) if place.is_dir() else Path()
    name = plain(str(folder / one.shown))
    if one.problem:
        console.print(f"[bold]{name}[/]  [bold red]{plain(one.problem)}[/]", soft_wrap=True, highlight=False)
        return
    state = f"{one.written} of {one.exercises} exercises written" if one.exercises else "not released"
    console.print(f"[bold]{name}[/]  {one.meant}: {state}", soft_wrap=True, highlight=False)
    for note in one.notes:
        console.print(f"  {plain(note)}", soft_wrap=True, highlight=False)
