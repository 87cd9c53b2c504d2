"""`course grade`: everything that was handed in, and a table of what cost points."""

import json
import os
import signal
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from autograder.commands.common import WEEKLY, Folder, Week, command, console, number, plain
from autograder.errors import CourseError
from autograder.grading.workers import Workers
from autograder.outcomes import Check, Outcome, Submission
from autograder.settings import imports_in, read_config, root_of
from autograder.submission.notebooks import notebooks_in

if TYPE_CHECKING:
    from autograder.course import Course


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
    unsandboxed: Annotated[
        bool, typer.Option("--unsandboxed", help="Grade without confinement: only for your own notebooks.")
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
    imports = imports_in(notebooks_in(root / "source" / week))
    with Workers(dict(config.get("Sandbox", {})), imports, 1 if student else jobs) as workers:
        from autograder.course import Course

        found = Course(root, config)
        found.check_week(week)
        students = chosen_students(found, week, student)
        if dry_run:
            with found.rehearsal() as rehearsal:
                before = rehearsal.scores(week)
                submissions = grade_all(rehearsal, week, students, jobs, regrade, workers)
        else:
            submissions = grade_all(found, week, students, jobs, regrade, workers)
    if json_file:
        results = [submission.as_json() for submission in submissions]
        content = {"assignment": week, "submissions": results}
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        json_file.write_text(text, encoding="utf-8", errors="backslashreplace")
    if dry_run:
        show_changes(week, submissions, before)
    else:
        show(week, submissions)
    if any(submission.problem for submission in submissions):
        raise typer.Exit(1)


def chosen_students(course: "Course", week: str, student: str | None) -> list[str]:
    """Return whom to grade: one student, if named, or everyone who has handed in."""
    there = course.students(week)
    if student is None:
        if not there:
            raise CourseError(f"Nothing has been handed in: put submissions under submitted/STUDENT/{week}/.")
        return there
    if Path(student).name != student:
        raise CourseError(f"{student!r} is not a student id: an id is the name of one folder in submitted/.")
    if student not in there:
        raise CourseError(
            f"There is no submitted/{student}/{week}: check the student's id with `ls submitted`."
        )
    return [student]


def grade_all(
    course: "Course",
    week: str,
    students: list[str],
    jobs: int,
    regrade: bool = False,
    workers: Workers | None = None,
) -> list[Submission]:
    """Grade submissions with a progress bar; after Ctrl-C, say how many have been graded."""
    course.check_machine()
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)  # ends a run as Ctrl-C does
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    submissions = []
    try:
        with Progress(*columns, console=console, transient=True) as progress:
            bar = progress.add_task(f"grading {week}", total=len(students))
            if changes := str(course.register(week)):
                progress.console.print(f"{week}, since it was last graded: {plain(changes)}.", soft_wrap=True)
            for submission in course.grade(week, students, jobs, regrade, workers):
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


def show_changes(week: str, submissions: list[Submission], before: dict[str, float]) -> None:
    """Print a table of the scores that would change, and of what could not be graded."""
    table = Table("student", "now", "then", "what would cost points", title=week, title_justify="left")
    changed = 0
    for submission in submissions:
        now = before.get(submission.student)
        if submission.problem:
            table.add_row(
                plain(submission.student), number(now), "[bold red]not graded", plain(submission.problem)
            )
        elif submission.score != now:
            changed += 1
            costs = "\n".join(losses(submission))
            table.add_row(plain(submission.student), number(now), number(submission.score), costs)
    if table.rows:
        console.print(table)
    console.print(f"{changed} of {len(submissions)} scores would change. Nothing was written.")
    count_problems(submissions)


def count_problems(submissions: list[Submission]) -> None:
    """Say how many submissions could not be graded, if any."""
    problems = sum(submission.problem is not None for submission in submissions)
    if problems:
        console.print(f"[bold red]{problems} of {len(submissions)} submissions could not be graded.")


def points(submission: Submission) -> str:
    """Return a score as the table shows it; if some notebooks could not be graded, that of the others."""
    graded = [(n.score, n.max_score) for n in submission.notebooks.values() if n.score is not None]
    if submission.problem and not graded:
        return "[bold red]not graded"
    score = f"{sum(score for score, _ in graded):g} / {sum(most for _, most in graded):g}"
    return f"[bold red]not graded[/]\nexcept {score}" if submission.problem else score


def losses(submission: Submission) -> list[str]:
    """Return a line for every way in which points were lost: how many, what became of it, and why."""
    lost, lines = defaultdict(list), []
    if penalty := submission.total("penalty"):
        lines.append(f"[bold]−{penalty:g} late[/]  handed in {duration(submission.seconds_late)} too late")
    for notebook in submission.notebooks.values():
        for check in notebook.checks:
            missing = check.points - (check.score or 0)
            if check.outcome is Outcome.WAITING:
                lines.append(f"[bold]{missing:g} waiting[/]  {escape(check.grade_id)}: for your grade")
            elif check.outcome is Outcome.BY_HAND and missing > 0:
                lines.append(f"[bold]−{missing:g} by hand[/]  {escape(check.grade_id)}")
            elif missing > 0 and check.score is not None:
                name, reason = summary(check)
                lost[check.outcome, reason].append((missing, name))
    return lines + [
        f"[bold]−{sum(points for points, _ in checks):g} {outcome}[/]  "
        + escape(f"{checks[0][1] if len(checks) == 1 else f'{len(checks)} exercises'}: {reason}")
        for (outcome, reason), checks in lost.items()
    ]


def duration(seconds: float) -> str:
    """Return a duration in its largest two units."""
    minutes = max(1, round(seconds / 60))
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [f"{days} d"] * (days > 0) + [f"{hours} h"] * (hours > 0) + [f"{minutes} min"] * (minutes > 0)
    return " ".join(parts[:2])


def summary(check: Check) -> tuple[str, str]:
    """Return the subject of a check's message and the rest of its first line, with the hint if it has one."""
    name, found, reason = check.message.split("\n")[0].partition(": ")
    if not found:
        return name, name
    return name, f"{reason} ({check.hint})" if check.hint else reason
