"""Grades what is handed in as it arrives: what is new or has changed, once nobody is writing it any more."""

import logging
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from itertools import islice
from pathlib import Path

from nbgrader.auth import Authenticator
from nbgrader.exchange import ExchangeError, ExchangeFactory

import autograder
import helpers
from autograder.course import Course
from autograder.errors import CourseError
from autograder.grading.folders import discard
from autograder.grading.workers import Workers
from autograder.outcomes import Outcome, Submission
from autograder.quiet import quiet
from autograder.schools.results import write_results
from autograder.settings import CONFIG, places_of, read_config
from autograder.submission.entries import MAX_FILES_OF_ONE
from autograder.submission.files import is_stray

PAGES_AFTER = 20  # seconds: nobody waits longer for a page of feedback because others are still graded
AGAIN_AFTER = 300  # seconds until what failed here, and not because of a student, is tried again

State = frozenset[tuple[str, int, int, int]]


class Watch:
    """Watches what is handed in for a registered assignment.

    Arguments:
        course: whose assignment it is
        week: the assignment
        workers: who grade
        jobs: how many students' pages of feedback are made at a time
        results: where Gradescope's results.json of each student go, if anywhere
        trying: makes a block in which whatever fails is told, and is tried again later
    """

    def __init__(
        self,
        course: Course,
        week: str,
        workers: Workers,
        jobs: int,
        results: Path | None,
        trying: Callable[[], AbstractContextManager[None]],
    ):
        self.course, self.week, self.workers, self.jobs = course, week, workers, jobs
        self.results, self.trying = results, trying
        self.seen: dict[str, State] = {}  # what each place in submitted/ looked like at the last look
        self.done: dict[str, State] = {}  # what it looked like when it was graded
        self.again: dict[str, float] = {}  # when a place is looked at again, even if it has not changed

    def grade(self) -> Iterator[Submission]:
        """Look once; grade what is due, and yield each submission as soon as it is recorded.

        Its pages of feedback and its results.json follow. What is not graded to the end, because the
        gradebook cannot be used, for example, is due again at the next look.
        """
        due, since = self.due(), time.monotonic()
        graded: list[Submission] = []
        for submission in self.course.grade(self.week, sorted(due), self.jobs, workers=self.workers):
            yield submission
            graded.append(submission)
            if time.monotonic() - since > PAGES_AFTER:
                self.tell_students(graded, due)
                graded, since = [], time.monotonic()
        self.tell_students(graded, due)

    def due(self) -> dict[str, State]:
        """Look at submitted/; return who has something new that is as it was at the last look."""
        there, before, now = self.course.places.submitted, self.seen, time.monotonic()
        self.seen = {path.name: state_of(path) for path in there.glob("*")}
        for name in [name for name, when in self.again.items() if when < now]:
            del self.again[name]
            self.done.pop(name, None)
        settled = {name: state for name, state in self.seen.items() if state and state == before.get(name)}
        changed = {name: state for name, state in settled.items() if state != self.done.get(name)}
        due = {n: s for n, s in changed.items() if self.course.handed_in.is_for(self.week, there / n)}
        self.done |= {name: state for name, state in changed.items() if name not in due}
        return due

    def tell_students(self, graded: list[Submission], due: dict[str, State]) -> None:
        """Write what these students get; they are done then, unless something failed here."""
        students = {submission.student for submission in graded}
        again = set(students)
        with self.trying():
            if self.results:
                for submission in graded:
                    write_results(submission, self.results / submission.student)
            self.course.feedback(self.week, sorted(students), self.jobs)
            again = {submission.student for submission in graded if failed_here(submission)}
        self.done |= {student: due[student] for student in students}
        self.again |= dict.fromkeys(again, time.monotonic() + AGAIN_AFTER)


def failed_here(submission: Submission) -> bool:
    """Tell whether the grader or the machine has failed, which may be over soon."""
    checks = (check for notebook in submission.notebooks.values() for check in notebook.checks)
    return any(check.outcome is Outcome.GRADER_FAULT for check in checks)


# ── what things look like ────────────────────────────────────────────────────────────────────────


def state_of(*places: Path) -> State:
    """Return what files, and those in folders, look like without reading any: changes there change this."""
    return frozenset(look for place in places for look in islice(looks(str(place)), MAX_FILES_OF_ONE))


def looks(place: str) -> Iterator[tuple[str, int, int, int]]:
    """Yield what each file looks like, except for what programs leave there."""
    with suppress(OSError, RecursionError):  # it has just been removed, or folders are nested too deeply
        about = os.lstat(place)
        if not stat.S_ISDIR(about.st_mode):
            yield place, about.st_size, about.st_mtime_ns, about.st_ctime_ns
            return
        for name in os.listdir(place):
            if not is_stray(name):
                yield from looks(f"{place}/{name}")


def course_of(root: Path) -> list[Path]:
    """Return the files and folders of a course on which grades depend, and those of the grader."""
    config = read_config(root)
    modules = str(config.Sandbox.get("modules", ""))
    own = [places_of(root, config).source, root / CONFIG, *([root / modules] if modules else [])]
    packages = [Path(package.__path__[0]) for package in (autograder, helpers)]
    return [place.resolve() for place in own + packages]


# ── nbgrader's exchange ──────────────────────────────────────────────────────────────────────────


class Warnings(logging.Handler):
    """Passes on what nbgrader warns of."""

    def __init__(self, told: Callable[[str], None]):
        super().__init__(logging.WARNING)
        self.told = told

    def emit(self, record: logging.LogRecord) -> None:
        """Called by `logging` for each line; what ends the collecting is raised as well."""
        if record.levelno < logging.CRITICAL:
            self.told(" ".join(record.getMessage().split()))


def collect(course: Course, week: str, told: Callable[[str], None]) -> None:
    """Do what `nbgrader collect --update` does; a folder appears in submitted/ only once it is complete.

    Arguments:
        course: whose exchange it is
        week: the assignment
        told: called with each warning, and with what cannot be collected
    """
    course.coursedir.assignment_id = week
    factory = ExchangeFactory(config=course.config)
    exchange = factory.Collect(course.coursedir, Authenticator(config=course.config), config=course.config)
    exchange.update, copy = True, exchange.do_copy

    def copy_whole(source: str, target: str) -> None:
        draft = Path(target).with_name(f".{Path(target).name}.new")
        try:
            discard(draft)
            copy(source, draft)
            draft.rename(target)
        except Exception as error:  # it must not stop the others
            told(f"{target} cannot be collected: {error}")

    exchange.do_copy = copy_whole
    with quiet(exchange.log):
        exchange.log.handlers = [Warnings(told)]
        try:
            exchange.start()
        except ExchangeError as error:
            raise CourseError(f"nbgrader's exchange cannot be used: {error}") from None
