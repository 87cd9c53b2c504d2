"""`course release`: the student versions, and what checks know of mistakes."""

from typing import Annotated

import typer

from autograder.commands.common import WEEKLY, Folder, command, console, find


@command(panel=WEEKLY)
def release(
    weeks: Annotated[list[str] | None, typer.Argument(help="Assignments; default: all.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit 1 if release/ differs.")
    ] = False,
    course: Folder = None,
) -> None:
    """Generate the student versions in release/ from source/."""
    from autograder import hints
    from helpers.checks.hints import FILE

    found = find(course)
    source, released = found.places.source.name, found.places.release.name
    chosen = weeks or found.weeks()
    for week in chosen:
        found.check_week(week)
    mistakes = hints.learn(found.root, [name for week in chosen for name in found.notebooks(week)])
    if not check:
        for week in chosen:
            found.release(week)
            console.print(f"{released}/{week} has been written.")
        if mistakes:
            hints.write(mistakes, partly=bool(weeks))
            console.print(f"{FILE.name} now holds the known mistakes of {len(mistakes)} exercises.")
        return
    different = [name for week in chosen for name in found.release_differences(week)]
    different += [f"{FILE.name} ({name})" for name in hints.differences(mistakes)]
    for name in different:
        console.print(f"{name} differs from what {source}/ gives: run `course release`.")
    if different:
        raise typer.Exit(1)
    console.print(f"{released}/ matches {source}/ for {', '.join(chosen)}.")
