"""`course roster`: who takes the course."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from autograder.commands.common import CLASS, Folder, command, console, find, plain
from autograder.errors import CourseError

if TYPE_CHECKING:
    from autograder.schools.people import Person
    from autograder.schools.roster import Plan


@command(panel=CLASS)
def roster(
    file: Annotated[
        Path | None, typer.Argument(help="A table of students (CSV); default: show who there is.")
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="Remove who is not in the file and has handed in nothing.")
    ] = False,
    remove_graded: Annotated[
        list[str] | None,
        typer.Option(help="Remove this student, who is not in the file, with all grades; may be repeated."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; show what would change.")
    ] = False,
    course: Folder = None,
) -> None:
    """Add the students of a table to the gradebook, and update those who are there; or show who there is."""
    from autograder.schools import roster as students

    found = find(course)
    if file is None:
        if remove or remove_graded:
            raise CourseError("Only who is not in a file can be removed: name the file of those who stay.")
        show(students.roster(found))
        return
    made = students.plan(found, file)
    named = remove_graded or []
    if strange := sorted(set(named) - {*made.graded, *made.absent}):
        raise CourseError(f"{strange[0]!r} is in the file, or not in the gradebook, and cannot be removed.")
    gone = sorted({*named, *(made.absent if remove else [])})
    tell(made, gone)
    if dry_run:
        console.print("Nothing was written.")
    elif kept := students.apply(found, made, gone):
        console.print(f"The gradebook as it was is in {kept.name}.")


def show(people: list["Person"]) -> None:
    """Print the roster."""
    table = Table("student", "first name", "last name", "email", "lms_user_id")
    for p in people:
        fields = p.student, p.first_name, p.last_name, p.email, p.lms_user_id
        table.add_row(*(plain(field or "") for field in fields))
    console.print(table)
    console.print(f"{len(people)} students.")


def tell(made: "Plan", gone: list[str]) -> None:
    """Print what changes, and who is in the gradebook but not in the file."""
    console.print(f"{len(made.added)} new, {len(made.updated)} changed, {made.same} as they were.")
    for before, after in made.updated:
        console.print(f"{plain(after.student)}: {'; '.join(differences(before, after))}", soft_wrap=True)
    kept = [s for s in made.absent if s not in gone], [s for s in made.graded if s not in gone]
    lists = {
        "Not in the file, and removed": gone,
        "Not in the file, and kept; --remove removes them": kept[0],
        "Not in the file, but something is there of them; --remove-graded ID removes one": kept[1],
    }
    for heading, students in lists.items():
        if students:
            console.print(f"{heading}: {', '.join(map(plain, students))}", soft_wrap=True)


def differences(before: "Person", after: "Person") -> list[str]:
    """Return what changes of a student."""
    fields = "first_name", "last_name", "email", "lms_user_id"
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in fields}
    return [f"{name} {plain(a or '(none)')} → {plain(b or '')}" for name, (a, b) in pairs.items() if a != b]
