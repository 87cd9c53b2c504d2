"""Many submissions, graded in parallel by worker processes."""

import contextlib
import ctypes
import functools
import gc
import os
import pickle
import resource
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, resource_tracker
from typing import TYPE_CHECKING, Any, Protocol

from autograder.sandbox.processes import MB, end_worker, in_main_thread
from autograder.sandbox.sandbox import discard_shared, shared_sandbox

if TYPE_CHECKING:  # what grades is imported in a worker, once its sandbox gets ready
    from autograder.grading.work import Assignment, Work
    from autograder.submission.handed_in import Submitted

PR_SET_PDEATHSIG = 1


# ── in a worker process ──────────────────────────────────────────────────────────────────────────


def start_worker(limits: dict[str, Any], imports: list[str]) -> None:
    """Called once in each worker process: start its sandbox, and import meanwhile what grading needs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C has been held back until here: see `held_back`
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, leave)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(
            PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0
        )  # a worker ends together with the grader
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # see Sandbox.candidate
    gc.disable()  # until all is imported, as in the sandbox
    sandbox = shared_sandbox(limits, imports)
    with contextlib.suppress(Exception):  # if it cannot start, the first submission will say so
        sandbox.start()
    if sys.platform == "linux":
        room = sandbox.memory_mb * MB  # what a submission returns may be larger here
        resource.setrlimit(resource.RLIMIT_DATA, (room, room))
    import autograder.grading.work  # noqa: F401

    for statement in imports:
        with contextlib.suppress(Exception):  # whoever needs it will say so
            exec(statement, {})
    gc.collect()
    gc.freeze()  # what is here by now stays, and need not be looked through again and again
    gc.enable()


def leave(*_: object) -> None:
    """End this worker process, and leave nothing behind."""
    with contextlib.suppress(Exception):
        discard_shared()
    os._exit(0)


def work(assignment: bytes, student: str, submitted: "Submitted") -> "Work":
    """Called in a worker process for each submission."""
    from autograder.grading.work import grade_here

    return grade_here(unpacked(assignment), student, submitted)


@functools.lru_cache(maxsize=1)
def unpacked(assignment: bytes) -> "Assignment":
    """Return the assignment that the grader has sent along with each submission."""
    found: Assignment = pickle.loads(assignment)  # from the grader itself
    return found


# ── in the grader ────────────────────────────────────────────────────────────────────────────────


class Graders(Protocol):
    """Whoever grades submissions: processes on this machine, or workers on others."""

    def grade(
        self, assignment: "Assignment", submissions: dict[str, "Submitted"]
    ) -> Iterator[tuple[str, "Work | None"]]:
        """Yield students and their work, or None if that was lost; it may end before all are done."""
        ...


class Workers:
    """The processes that grade.

    Arguments:
        limits: the section `Sandbox` of the configuration
        imports: the import statements of the assignment, as in `Assignment.imports`
        jobs: how many processes there are at most
        at_once: whether to start one now, as it takes seconds until it is ready
    """

    def __init__(self, limits: dict[str, Any], imports: list[str], jobs: int, at_once: bool = True):
        self.settings, self.jobs = (limits, imports), jobs
        self.needed = False
        self.pool = self.new_pool()
        if at_once:
            with held_back():
                self.pool.submit(os.getpid)

    def new_pool(self) -> ProcessPoolExecutor:
        """Return a pool that starts its processes when they are needed."""
        context = get_context("spawn")
        return ProcessPoolExecutor(self.jobs, context, initializer=start_worker, initargs=self.settings)

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for pid in self.pids():
            if not self.needed:  # it may have hardly begun to get ready
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGTERM)
            elif kind is not None:  # Ctrl-C, or the consumer has stopped
                end_worker(pid)
        self.pool.shutdown()

    def pids(self) -> list[int]:
        """Return the ids of the processes that have been started."""
        processes = self.pool._processes or {}
        return [process.pid for process in processes.values() if process.pid is not None]

    def grade(
        self, assignment: "Assignment", submissions: dict[str, "Submitted"]
    ) -> Iterator[tuple[str, "Work | None"]]:
        """Yield students and their work; if a worker is killed, yield None for those in progress, and end."""
        self.needed = True
        packed, left = pickle.dumps(assignment), iter(submissions.items())
        running: dict[Future[Work], str] = {}
        item: tuple[str, Submitted] | None = None
        try:
            while True:
                while len(running) < 2 * self.jobs and (item := next(left, None)):  # to keep memory flat
                    with held_back():
                        running[self.pool.submit(work, packed, *item)] = item[0]
                if not running:
                    return
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    result = done.result()
                    yield running.pop(done), result
        except BrokenProcessPool:
            lost = {*running.values(), *([item[0]] if item else [])}  # `item` could not be handed over
            self.pool.shutdown()
            self.pool = self.new_pool()
            yield from ((student, None) for student in lost)


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Hold Ctrl-C back: it is for this process, but one that is just being started would get it, too."""
    resource_tracker.ensure_running()  # it lets Ctrl-C through when it starts
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def grade_one_by_one(assignment: "Assignment", submissions: dict[str, "Submitted"]) -> Iterator["Work"]:
    """Yield what became of each submission, graded in this process, one after the other.

    After a fault of the grader or of the machine, a submission is tried once more.
    """
    from autograder.grading.work import grade_here

    in_main_thread()
    for student, submitted in submissions.items():
        first = grade_here(assignment, student, submitted)
        yield grade_here(assignment, student, submitted) if first.fault else first


def grade_in_parallel(
    assignment: "Assignment", submissions: dict[str, "Submitted"], workers: Graders
) -> Iterator["Work"]:
    """Yield what became of each submission, in the order in which they are done.

    After a fault of the grader or of the machine, a submission is tried once more, alone, after all others.
    """
    from autograder.grading.work import Work

    waiting, again = list(submissions), []
    while waiting:
        for student, done in workers.grade(assignment, {s: submissions[s] for s in waiting}):
            waiting.remove(student)
            if done is None or done.fault:
                again.append(student)
            else:
                yield done
    for student in again:
        for _, done in workers.grade(assignment, {student: submissions[student]}):
            yield done or Work(student, fault="the grading process was killed, twice")
