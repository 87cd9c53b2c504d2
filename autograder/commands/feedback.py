"""`course feedback`: a page for every graded notebook."""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from autograder.commands.common import WEEKLY, Folder, Week, command, console, find
from autograder.errors import CourseError

if TYPE_CHECKING:
    from autograder.feedback.pages import Made


@command(panel=WEEKLY)
def feedback(
    week: Week,
    student: Annotated[str | None, typer.Option(help="One student's id; default: everyone.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="How many students at a time.")] = os.cpu_count() or 1,
    everything: Annotated[
        bool, typer.Option("--all", help="Make all pages again, even those that are up to date.")
    ] = False,
    course: Folder = None,
) -> None:
    """Write a page for every graded notebook, and an index, to feedback/STUDENT/WEEK.

    Pages that are up to date stay as they are.
    """
    found = find(course)
    found.check_week(week)
    there = found.graded(week)
    if student is not None and student not in there:
        place = f"{found.places.autograded.name}/{student}/{week}"
        raise CourseError(f"There is no {place}: grade it with `course grade {week}`.")
    chosen = there if student is None else [student]
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    new = []
    try:
        with Progress(*columns, console=console, transient=True) as progress:
            bar = progress.add_task(f"feedback for {week}", total=len(chosen))

            def told(done: "Made") -> None:
                new.append(done.new)
                progress.advance(bar)

            pages = found.feedback(week, chosen, jobs, everything, told)
    except KeyboardInterrupt:
        print(
            f"course: interrupted; the pages of {len(new)} of {len(chosen)} students are written. The same "
            "command continues from there.",
            file=sys.stderr,
        )
        raise typer.Exit(130) from None
    where = found.places.feedback
    console.print(f"{len(pages)} pages of feedback for {week} are in {where}; {sum(new)} of them are new.")
