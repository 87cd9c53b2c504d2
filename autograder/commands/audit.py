"""`course audit`: how strict and how fair the checks are."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Column, Table

from autograder.commands.common import PROOF, Folder, Week, command, console, find, plain
from autograder.errors import CourseError

if TYPE_CHECKING:
    from autograder.audit import Audited


@command(panel=PROOF)
def audit(
    week: Week,
    notebook: Annotated[
        str | None, typer.Argument(help="One notebook; default: all of the assignment.")
    ] = None,
    mutants: Annotated[
        int | None,
        typer.Option(min=0, help="Machine-made changes of each exercise to try; default: all."),
    ] = None,
    exercise: Annotated[list[str] | None, typer.Option(help="Only this exercise; may be repeated.")] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Also write the results here.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="How many to grade at a time.")] = os.cpu_count() or 1,
    course: Folder = None,
) -> None:
    """Test the checks: grade wrong and right solutions of every exercise, and show which ones get through.

    The solutions are those in variants/, machine-made changes of the reference, and rewordings of it. All of
    them are graded in the same way as students' solutions.
    """
    from autograder import audit as proof
    from autograder.variants import solutions

    found = find(course)
    found.check_week(week)
    found.check_machine()
    names = [name for name in found.notebooks(week) if notebook in (None, name.split("/")[1])]
    if not names:
        raise CourseError(f"There is no notebook {notebook!r} in {found.places.source.name}/{week}/.")
    exercises = {name: list(solutions(found.places.source / f"{name}.ipynb")) for name in names}
    for wanted in exercise or []:
        if not any(wanted in there for there in exercises.values()):
            raise CourseError(f"There is no exercise {wanted!r} in {', '.join(names)}.")
    audited = {}
    for name in names:
        if exercise and not set(exercise) & set(exercises[name]):
            continue
        audited[name] = proof.audit(found.root, name, jobs, mutants, exercise)
        show_audit(name, audited[name])
        if json_file:  # now, as what follows may take an hour
            json_file.write_text(json.dumps(proof.as_json(audited), indent=2) + "\n", encoding="utf-8")
    if any(a.survivors or a.rejected for exercises in audited.values() for a in exercises):
        raise typer.Exit(1)


def show_audit(name: str, audited: list["Audited"]) -> None:
    """Print a table of what became of all solutions of a notebook, and what is not as it should be."""
    heads = "wrong caught", "mutants caught", "same", "right kept", "hinted", "noticed"
    table = Table(Column("exercise", no_wrap=True), *heads, title=name, title_justify="left")
    for a in audited:
        caught = f"{a.caught} of {a.wrong}", f"{a.mutants_caught} of {a.mutants}"
        kept = f"{a.right - len(a.rejected)} of {a.right}"
        told, noticed = (share(a.wrong - len(rest), a.wrong) for rest in (a.unhinted, a.unseen))
        table.add_row(a.exercise, *caught, str(a.known_same), kept, told, noticed)
    console.print(table)
    for a in audited:
        for what, texts in (("gets through", a.survivors), ("is rejected", a.rejected)):
            for text in texts:
                console.print(f"[bold red]{what}[/] {plain(a.exercise)}: {escape(text)}", soft_wrap=True)


def share(part: int, whole: int) -> str:
    """Return a share in percent."""
    return f"{100 * part / whole:.0f} %" if whole else ""
