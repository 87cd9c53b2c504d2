"""`course watch`: grades what is handed in as it arrives, with a line for each event."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.commands.common import WEEKLY, Folder, Week, command, console, find, plain
from autograder.commands.tables import losses, points
from autograder.errors import CourseError

if TYPE_CHECKING:
    from autograder.outcomes import Submission


@command(panel=WEEKLY)
def watch(
    week: Week,
    exchange: Annotated[
        bool, typer.Option("--exchange", help="Also collect what arrives in nbgrader's exchange.")
    ] = False,
    results: Annotated[
        Path | None,
        typer.Option(help="A folder: also write Gradescope's results.json there, for each student."),
    ] = None,
    every: Annotated[float, typer.Option(min=0.1, help="Seconds between two looks.")] = 5,
    jobs: Annotated[int, typer.Option(min=1, help="How many to grade at a time.")] = os.cpu_count() or 1,
    course: Folder = None,
) -> None:
    """Grade what is handed in under submitted/STUDENT/WEEK as it arrives, and write its feedback.

    What is still being copied is left until it has not changed from one look to the next. Ctrl-C ends the
    watch. The same command goes on from there, whatever has ended it.
    """
    from autograder.grading.work import code_digest

    found, code, events = find(course), code_digest(), Events()
    found.check_week(week)
    found.check_machine()
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)  # ends the watch as Ctrl-C does
    try:
        while code_digest() == code:
            with events.trying("the course"):
                until_the_course_changes(found.root, week, exchange, results, every, jobs, events)
            time.sleep(every)
    except KeyboardInterrupt:
        events.say(f"Ended; graded since it began: {events.graded}. The same command goes on from here.")
    else:
        raise CourseError("The grader itself has changed: give the same command again.")


def until_the_course_changes(
    root: Path,
    week: str,
    exchange: bool,
    results: Path | None,
    every: float,
    jobs: int,
    events: "Events",
) -> None:
    """Grade what arrives until something changes on which all grades depend; the arguments as for `watch`."""
    from autograder.course import Course
    from autograder.grading.workers import Workers
    from autograder.settings import imports_in
    from autograder.submission.notebooks import notebooks_in
    from autograder.watch import Watch, collect, course_of, state_of

    places = course_of(root)
    state = state_of(*places)
    time.sleep(every)
    if state_of(*places) != state:
        return  # somebody is writing there
    course = Course(root)
    course.check_week(week)
    if changes := str(course.register(week)):
        events.say(f"{week}, since it was last graded: {plain(changes)}.")
    imports = imports_in(notebooks_in(course.places.source / week))
    with Workers(dict(course.config.get("Sandbox", {})), imports, jobs) as workers:
        watch = Watch(course, week, workers, jobs, results, lambda: events.trying("feedback"))
        events.say(f"Watching what is handed in for {week}. Ctrl-C ends it.")
        while state_of(*places) == state:
            if exchange:
                with events.trying("the exchange"):
                    collect(course, week, lambda told: events.complain(told, ""))
            with events.trying("grading"):
                for submission in watch.grade():
                    events.show(submission)
                events.sum_up()
            time.sleep(every)
    events.say("The course has changed: whose grade depends on it is graded again.")


class Events:
    """What the terminal shows: a line for each event, with its time."""

    def __init__(self) -> None:
        self.graded = self.unchanged = 0
        self.scores: dict[str, str] = {}  # the last that was seen of each student
        self.told: dict[str, str] = {}  # what is wrong, by what it is about

    def say(self, text: str) -> None:
        """Print a line; the text is rich's markup."""
        console.print(f"[dim]{datetime.now():%m-%d %H:%M:%S}[/]  {text}", soft_wrap=True, highlight=False)

    def complain(self, about: str, text: str) -> None:
        """Say what is wrong, unless it was said before and nothing was right since."""
        if self.told.get(about) != text:
            self.told[about] = text
            self.say(f"[bold]{plain(about)}[/]  {text}")

    @contextmanager
    def trying(self, what: str) -> Iterator[None]:
        """Say it if something fails: it is tried again at the next look."""
        try:
            yield
            self.told.pop(what, None)
        except Exception as error:  # a full disk, a notebook of the course that is just being written, …
            known = isinstance(error, CourseError)
            self.complain(what, plain(str(error) if known else f"{type(error).__name__}: {error}"))

    def show(self, submission: "Submission") -> None:
        """Say what became of a submission."""
        student, score = submission.student, points(submission).replace("\n", " ")
        before = self.scores.get(student, score)
        self.scores[student] = score
        lines = [*losses(submission), *map(plain, submission.notes)]
        if submission.problem:
            self.complain(student, "  ".join([score, plain(submission.problem), *lines]))
            return
        self.told.pop(student, None)
        if submission.unchanged:
            self.unchanged += 1
            return
        self.graded += 1
        was = f" (before: {before})" if before != score else ""
        self.say("  ".join([f"[bold]{plain(student)}[/]  {score}{was}", *lines]))

    def sum_up(self) -> None:
        """Say how many submissions of a look had been graded before."""
        if self.unchanged:
            self.say(f"Graded before, and not changed since: {self.unchanged}.")
            self.unchanged = 0
