"""Many submissions: graded in parallel, recorded by one writer, and continued where a run stopped."""

import contextlib
import ctypes
import hashlib
import json
import resource
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context, resource_tracker
from pathlib import Path

import nbformat
import psutil
from nbgrader.utils import compute_checksum, is_solution

import helpers
from autograder.choice import in_one_line
from autograder.examiner import Examiner
from autograder.handed_in import Submitted
from autograder.notebooks import NotANotebook, note_at_top, read_submitted, write_own
from autograder.outcomes import Outcome
from autograder.restore import restore_notebook
from autograder.sandbox import MB, Sandbox, discard_shared, shared_sandbox
from autograder.seeding import derived

PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Template:
    """What grading needs to know of one notebook, from the gradebook and from source/."""

    originals: list[dict]  # the cells with a grade id, in order
    imports: list[str]


@dataclass(frozen=True)
class Assignment:
    """What grading needs to know of an assignment."""

    templates: dict[str, Template]
    limits: dict  # the section `Sandbox` of the configuration
    key: bytes  # what checks draw follows from it

    def sandbox(self) -> Sandbox:
        """Return this process's sandbox for this assignment; it is kept from submission to submission."""
        imports = [statement for template in self.templates.values() for statement in template.imports]
        return shared_sandbox(self.limits, list(dict.fromkeys(imports)))

    def digest(self, submitted: bytes) -> str:
        """Return what a submission, its tests, the grader and its limits come down to.

        Graded again with the same digest, a submission gets the same grade. `submitted` is its own digest.
        """
        total = hashlib.sha256(json.dumps([self.limits, code_digest()], sort_keys=True).encode())
        total.update(derived(self.key, "digest"))
        for name, template in sorted(self.templates.items()):
            total.update(json.dumps([name, template.originals, template.imports]).encode())
        total.update(submitted)
        return total.hexdigest()


@dataclass(frozen=True)
class Examined:
    """One notebook after its examination."""

    text: str  # the notebook with all outputs, as JSON
    outcomes: dict[str, tuple[Outcome, str]]
    untouched: set[str]  # the exercises whose solution cell is as it was handed out


@dataclass(frozen=True)
class Work:
    """What became of one submission."""

    student: str
    notebooks: dict[str, Examined] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)  # with single notebooks, and what to do
    fault: str | None = None  # of the grader or of the machine, never of the student
    problem: str | None = None  # with what was handed in, and what to do


def code_digest() -> str:
    """Return a digest of the grader's own code and of the helpers that checks are written with."""
    total = hashlib.sha256()
    for folder in (Path(__file__).parent, Path(helpers.__file__).parent):
        for path in sorted(folder.rglob("*.py")):
            total.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return total.hexdigest()


def examine(assignment: Assignment, submitted: Submitted) -> tuple[dict[str, Examined], dict[str, str]]:
    """Examine the notebooks of one submission; return them, and why some of them cannot be."""
    examined, problems = {}, dict(submitted.problems)
    for name, file in submitted.notebooks.items():
        try:
            notebook, notes = read_submitted(file)
        except NotANotebook as problem:
            problems[name] = str(problem)
            continue
        template = assignment.templates[name]
        notes += restore_notebook(notebook, [nbformat.from_dict(cell) for cell in template.originals])
        outcomes = Examiner(
            assignment.sandbox(), notebook, template.imports, derived(assignment.key, name)
        ).examine()
        for cell in notebook.cells:
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            if grade_id in outcomes:
                outcome, message = outcomes[grade_id]
                cell.metadata["check"] = {"outcome": str(outcome), "message": message}
        untouched = unanswered(notebook)
        note_at_top(notebook, [*file.notes, *notes])
        examined[name] = Examined(write_own(notebook), outcomes, untouched)
    return examined, problems


def unanswered(notebook: nbformat.NotebookNode) -> set[str]:
    """Return the exercises whose solution cell is as it was handed out."""
    marked = [(cell, cell.metadata.nbgrader) for cell in notebook.cells if is_solution(cell)]
    return {marks.grade_id for cell, marks in marked if marks.checksum == compute_checksum(cell)}


# ── workers ──────────────────────────────────────────────────────────────────────────────────────

here: dict[str, Assignment] = {}  # in a worker process: what it grades


def start_worker(assignment: Assignment) -> None:
    """Called once in each worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it has been held back until here: see `held_back`
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)  # no grader, no worker
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # see Sandbox.candidate
        room = assignment.sandbox().memory_mb * MB  # what a submission returns may grow here
        resource.setrlimit(resource.RLIMIT_DATA, (room, room))
    here["assignment"] = assignment
    with contextlib.suppress(Exception):  # if it cannot start, the first submission will say so
        assignment.sandbox().start()


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Hold Ctrl-C back: it is for this process, and would be heard by one that is just being started."""
    resource_tracker.ensure_running()  # it lets Ctrl-C through when it starts
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def work(student: str, submitted: Submitted) -> Work:
    """Called in a worker process for each submission."""
    return grade_here(here["assignment"], student, submitted)


def grade_here(assignment: Assignment, student: str, submitted: Submitted) -> Work:
    """Grade one submission in this process."""
    try:
        examined, problems = examine(assignment, submitted)
        return Work(student, examined, problems, problem=None if examined else in_one_line(problems))
    except Exception as error:
        with contextlib.suppress(Exception):  # it may be broken; the next submission gets a new one anyway
            discard_shared()
        return Work(student, fault=f"{type(error).__name__}: {error}")


def grade_in_parallel(assignment: Assignment, submissions: dict[str, Submitted], jobs: int) -> Iterator[Work]:
    """Yield what became of each submission, in the order in which they are done.

    A fault of the grader or of the machine is tried once more, alone, after all others.

    Arguments:
        assignment: what the submissions are for
        submissions: what each student has handed in
        jobs: how many processes grade; 0 means this one
    """
    if jobs < 1:
        for student, submitted in submissions.items():
            done = grade_here(assignment, student, submitted)
            yield grade_here(assignment, student, submitted) if done.fault else done
        return
    waiting, again = list(submissions), []
    while waiting:
        for student, done in in_parallel(assignment, {s: submissions[s] for s in waiting}, jobs):
            waiting.remove(student)
            if done is None or done.fault:
                again.append(student)
            else:
                yield done
    for student in again:
        for _, done in in_parallel(assignment, {student: submissions[student]}, 1):
            yield done or Work(student, fault="the grading process was killed, twice")


def in_parallel(
    assignment: Assignment, submissions: dict[str, Submitted], jobs: int
) -> Iterator[tuple[str, Work | None]]:
    """Yield students and their work; None for those who were in work when a worker was killed, and end."""
    left = iter(submissions.items())
    arguments = {"initializer": start_worker, "initargs": (assignment,), "mp_context": get_context("spawn")}
    with ProcessPoolExecutor(jobs, **arguments) as pool:
        running, item = {}, None
        try:
            while True:
                while len(running) < 2 * jobs and (item := next(left, None)):  # no more, to keep memory flat
                    with held_back():
                        running[pool.submit(work, *item)] = item[0]
                if not running:
                    return
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    result = done.result()
                    yield running.pop(done), result
        except BrokenProcessPool:
            lost = {*running.values(), *([item[0]] if item else [])}  # `item` could not be handed over
            yield from ((student, None) for student in lost)
        except BaseException:  # Ctrl-C, or the consumer has stopped
            for process in pool._processes.values():
                end_worker(process.pid)
            raise


def end_worker(pid: int) -> None:
    """Kill a worker and all that it has started: those first, or they complain that their sandbox is gone."""
    with contextlib.suppress(psutil.NoSuchProcess):
        worker = psutil.Process(pid)
        worker.suspend()
        for process in worker.children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        worker.kill()
