"""The `course` command: what an instructor types."""

import json
import os
import signal
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

from autograder.errors import CourseError
from autograder.grading.workers import Workers
from autograder.outcomes import Outcome, Submission
from autograder.settings import imports_in, read_config, root_of

# nbgrader takes a second to import. So what needs it is imported where it is used: `course --help` answers
# at once, and the workers of `course grade` get ready meanwhile.
if TYPE_CHECKING:
    from autograder.audit import Audited
    from autograder.course import Course

app = typer.Typer(
    help="Release the course's assignments, grade them and give feedback.", no_args_is_help=True
)
new = typer.Typer(help="Lay down the beginning of a new file.", no_args_is_help=True)
app.add_typer(new, name="new")
console = Console()
Folder = Annotated[
    Path | None,
    typer.Option("--course", help="The course's folder; default: the one that contains the current folder."),
]
Week = Annotated[str, typer.Argument(help="An assignment, such as week1.")]


@contextmanager
def errors_in_one_line() -> Iterator[None]:
    """Turn an error that the caller can put right into one line on the error stream and exit status 2."""
    try:
        yield
    except CourseError as error:  # this includes errors of the gradebook
        print(f"course: {error}", file=sys.stderr)
        raise typer.Exit(2) from None
    except OSError as error:
        print(f"course: {error.strerror}: {error.filename}", file=sys.stderr)
        raise typer.Exit(2) from None


def find(folder: Path | None) -> "Course":
    """Return the course in a folder, or the one around the working folder."""
    from autograder.course import Course

    return Course(root_of(folder))


@app.command()
@errors_in_one_line()
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
    chosen = weeks or found.weeks()
    for week in chosen:
        found.check_week(week)
    mistakes = hints.learn(found.root, [name for week in chosen for name in found.notebooks(week)])
    if not check:
        for week in chosen:
            found.release(week)
            console.print(f"release/{week} has been written.")
        if mistakes:
            hints.write(mistakes, partly=bool(weeks))
            console.print(f"{FILE.name} now holds the known mistakes of {len(mistakes)} exercises.")
        return
    different = [name for week in chosen for name in found.release_differences(week)]
    different += [f"{FILE.name} ({name})" for name in hints.differences(mistakes)]
    for name in different:
        console.print(f"{name} differs from what source/ gives: run `course release`.")
    if different:
        raise typer.Exit(1)
    console.print(f"release/ matches source/ for {', '.join(chosen)}.")


@app.command()
@errors_in_one_line()
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
    imports = imports_in(root / "source" / week)
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


@app.command()
@errors_in_one_line()
def feedback(week: Week, course: Folder = None) -> None:
    """Write a page for every graded student to feedback/STUDENT/WEEK."""
    found = find(course)
    found.check_week(week)
    pages = found.feedback(week)
    console.print(f"{len(pages)} pages of feedback for {week} are in {found.root / 'feedback'}.")


@app.command()
@errors_in_one_line()
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
        raise CourseError(f"There is no notebook {notebook!r} in source/{week}/.")
    exercises = {name: list(solutions(found.root / "source" / f"{name}.ipynb")) for name in names}
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


@app.command()
@errors_in_one_line()
def demo(
    folder: Annotated[
        Path | None, typer.Option("--dir", help="An empty folder for the class; default: a new one.")
    ] = None,
    course: Folder = None,
) -> None:
    """Make a small class, grade it and write its feedback, to show how everything works."""
    from autograder.demo import make_class

    if folder and folder.exists() and any(folder.iterdir()):
        raise CourseError(f"{folder} is not empty: name another folder.")
    folder = folder or Path(tempfile.mkdtemp(prefix="improving-dnn-demo-"))
    week = "week1"
    of_class = make_class(find(course), folder, week, "initialization")
    submissions = grade_all(of_class, week, of_class.students(week), os.cpu_count() or 1)
    pages = of_class.feedback(week)
    show(week, submissions)
    console.print(f"\nThe class is in        {of_class.root}")
    console.print(f"A page of feedback:    {pages[0]}", soft_wrap=True)
    console.print(f"Grade it again with:   course grade {week} --course {of_class.root}", soft_wrap=True)


@new.command("lesson")
@errors_in_one_line()
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
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)  # ends a run as Ctrl-C does
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


def number(score: float | None) -> str:
    """Return a score as text."""
    return "none" if score is None else f"{score:g}"


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


def plain(text: str) -> str:
    """Return a text that a terminal shows as it is, without control characters that it would obey."""
    return escape("".join(c if c.isprintable() else "?" for c in text))


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
                name, reason = summary(check.message)
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


def summary(message: str) -> tuple[str, str]:
    """Return the subject of a message and the rest of its first line, with the hint if it has one."""
    first, *rest = message.split("\n")
    hints = [line.split("hint", 1)[1].strip() for line in rest if line.startswith("  hint")]
    name, found, reason = first.partition(": ")
    if not found:
        return name, name
    return name, f"{reason} ({hints[0]})" if hints else reason
