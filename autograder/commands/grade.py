"""`course grade`: everything that was handed in, and a table of what cost points."""

import json
import os
import signal
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from traitlets.config import Config

from autograder.commands.common import WEEKLY, Folder, QueueAddress, Week, command, console, plain
from autograder.commands.tables import MANY, count_problems, losses, points, show_changes
from autograder.errors import CourseError
from autograder.grading.folders import seems_done
from autograder.grading.workers import Graders, Workers
from autograder.outcomes import Submission
from autograder.settings import Places, imports_in, places_of, read_config, root_of
from autograder.submission.notebooks import notebooks_in

if TYPE_CHECKING:
    from autograder.course import Course
    from autograder.queue.client import Queue


class Policy(StrEnum):
    """What may become of an earlier grade when the same answers are graded again."""

    EXACT = "exact"  # the new grade counts
    NEVER_LOWER = "never-lower"  # of each check, the higher score counts


@command(panel=WEEKLY)
def grade(
    week: Week,
    student: Annotated[str | None, typer.Option(help="One student's id; default: everyone.")] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Also write the results here.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="How many to grade at a time.")] = os.cpu_count() or 1,
    regrade: Annotated[
        bool, typer.Option("--regrade", help="Grade everything again, even what has not changed.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; show whose score would change.")
    ] = False,
    policy: Annotated[
        Policy,
        typer.Option(help="Whether unchanged answers may earn less than when they were graded before."),
    ] = Policy.EXACT,
    everything: Annotated[
        bool, typer.Option("--all", help="Show a row for every student, however large the class is.")
    ] = False,
    unsandboxed: Annotated[
        bool, typer.Option("--unsandboxed", help="Grade without confinement: only for your own notebooks.")
    ] = False,
    queue: QueueAddress = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="With --queue: show what each worker is doing.")
    ] = False,
    course: Folder = None,
) -> None:
    """Grade what was handed in under submitted/STUDENT/WEEK.

    What has already been graded and has not changed since is not graded again, so a run that was interrupted
    continues where it stopped.
    """
    root = root_of(course)
    config = read_config(root)
    if unsandboxed:
        config.Sandbox.unsandboxed = True
    if json_file and not json_file.absolute().parent.is_dir():
        raise CourseError(f"{json_file.parent} is not a folder, so the results cannot be written there.")
    if watch and not queue:
        raise CourseError("--watch shows the workers at a --queue: name its address, too.")
    places = places_of(root, config)
    new = regrade or not all_seems_done(places, week)
    with graders(config, places.source / week, 1 if student else jobs, queue, new) as workers:
        from autograder.course import Course

        found = Course(root, config)
        found.check_week(week)
        if not queue:
            found.check_machine()
        students = chosen_students(found, week, student)
        watched = workers if watch and not isinstance(workers, Workers) else None
        if dry_run:
            with found.rehearsal() as rehearsal:
                before = rehearsal.submissions(week)
                submissions = grade_all(rehearsal, week, students, jobs, regrade, workers, policy, watched)
        else:
            submissions = grade_all(found, week, students, jobs, regrade, workers, policy, watched)
    if json_file:
        results = [submission.as_json() for submission in submissions]
        content = {"assignment": week, "submissions": results}
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        json_file.write_text(text, encoding="utf-8", errors="backslashreplace")
    if dry_run:
        show_changes(week, submissions, before, everything)
    elif everything or len(submissions) <= MANY:
        show(week, submissions)
    else:
        from autograder.commands.summary import show_summary

        show_summary(week, submissions)
    if any(submission.problem for submission in submissions):
        raise typer.Exit(1)


def all_seems_done(places: Places, week: str) -> bool:
    """Tell whether there is hardly anything to grade; then no process gets ready for it in vain."""
    try:
        changed = max(path.stat().st_mtime for path in (places.source / week).iterdir())
        folders = [folder for student in places.submitted.iterdir() if (folder := student / week).exists()]
        pairs = [(places.autograded / folder.relative_to(places.submitted), folder) for folder in folders]
    except (OSError, ValueError):  # it is not there, or no week: whoever needs it will say so
        return False
    return bool(pairs) and all(seems_done(done, folder, changed) for done, folder in pairs)


def graders(config: Config, source: Path, jobs: int, queue: str | None, new: bool) -> "Workers | Queue":
    """Return who grades: processes of this machine, or workers at a queue."""
    if queue is None:
        return Workers(dict(config.get("Sandbox", {})), imports_in(notebooks_in(source)), jobs, at_once=new)
    from autograder.queue.client import Queue

    return Queue(queue, lambda told: console.print(plain(told), soft_wrap=True))


def chosen_students(course: "Course", week: str, student: str | None) -> list[str]:
    """Return whom to grade: one student, if named, or everyone who has handed in."""
    there, folder = course.students(week), course.places.submitted.name
    if student is None:
        if not there:
            raise CourseError(f"Nothing has been handed in: put submissions under {folder}/STUDENT/{week}/.")
        return there
    if Path(student).name != student:
        raise CourseError(f"{student!r} is not a student id: an id is the name of one folder in {folder}/.")
    if student not in there:
        raise CourseError(
            f"There is no {folder}/{student}/{week}: check the student's id with `ls {folder}`."
        )
    return [student]


class Bar(Progress):
    """A progress bar, and below it what each worker at a queue is doing."""

    shown: "Queue | None" = None

    def get_renderables(self) -> Iterable[RenderableType]:
        """Called by Rich several times a second."""
        yield from super().get_renderables()
        if self.shown:
            yield workers_table(self.shown)


def workers_table(queue: "Queue") -> Table:
    """Return what each worker is doing."""
    table = Table("worker", "graded", "failed", "is grading")
    for worker in list(queue.workers.values()):
        doing = [f"{plain(student)} ({seconds:.0f} s)" for student, seconds in queue.doing(worker.name)]
        other = f"[dim]nothing: {plain(worker.unfit)}[/]" if worker.unfit else ""
        table.add_row(plain(worker.name), str(worker.done), str(worker.failed), other or ", ".join(doing))
    return table


def grade_all(
    course: "Course",
    week: str,
    students: list[str],
    jobs: int,
    regrade: bool = False,
    workers: Graders | None = None,
    policy: Policy = Policy.EXACT,
    watched: "Queue | None" = None,
) -> list[Submission]:
    """Grade submissions with a progress bar; after Ctrl-C, say how many have been graded."""
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)  # ends a run as Ctrl-C does
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    submissions = []
    try:
        with Bar(*columns, console=console, transient=True) as progress:
            progress.shown = watched
            bar = progress.add_task(f"grading {week}", total=len(students))
            if changes := str(course.register(week)):
                progress.console.print(f"{week}, since it was last graded: {plain(changes)}.", soft_wrap=True)
            keep_higher = policy is Policy.NEVER_LOWER
            for submission in course.grade(week, students, jobs, regrade, workers, keep_higher):
                submissions.append(submission)
                progress.advance(bar)
    except KeyboardInterrupt:
        done = f"{len(submissions)} of {len(students)} submissions are graded and recorded"
        same = "The same command, without --regrade," if regrade else "The same command"
        print(f"course: interrupted; {done}. {same} continues from there.", file=sys.stderr)
        raise typer.Exit(130) from None
    return sorted(submissions, key=lambda submission: submission.student)


def show(week: str, submissions: list[Submission]) -> None:
    """Print a table: each student's score, and what cost points."""
    table = Table("student", "score", "what cost points", title=week, title_justify="left")
    for submission in submissions:
        told = [plain(submission.problem)] if submission.problem else []
        told += [*losses(submission), *(f"[dim]{plain(note)}[/]" for note in submission.notes)]
        table.add_row(plain(submission.student), points(submission), "\n".join(told))
    console.print(table)
    count_problems(submissions)
