"""Many submissions, graded in parallel by worker processes."""

import contextlib
import ctypes
import resource
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, resource_tracker

from autograder.grading.work import Assignment, Work, grade_here
from autograder.sandbox.processes import MB, end_worker, in_main_thread
from autograder.submission.handed_in import Submitted

PR_SET_PDEATHSIG = 1


here: dict[str, Assignment] = {}  # in a worker process: what it grades


def start_worker(assignment: Assignment) -> None:
    """Called once in each worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C has been held back until here: see `held_back`
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(
            PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0
        )  # a worker ends together with the grader
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # see Sandbox.candidate
        room = assignment.sandbox().memory_mb * MB  # what a submission returns may be larger here
        resource.setrlimit(resource.RLIMIT_DATA, (room, room))
    here["assignment"] = assignment
    with contextlib.suppress(Exception):  # if it cannot start, the first submission will say so
        assignment.sandbox().start()


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Hold Ctrl-C back: it is for this process, but one that is just being started would get it, too."""
    resource_tracker.ensure_running()  # it lets Ctrl-C through when it starts
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def work(student: str, submitted: Submitted) -> Work:
    """Called in a worker process for each submission."""
    return grade_here(here["assignment"], student, submitted)


def grade_in_parallel(assignment: Assignment, submissions: dict[str, Submitted], jobs: int) -> Iterator[Work]:
    """Yield what became of each submission, in the order in which they are done.

    After a fault of the grader or of the machine, a submission is tried once more, alone, after all others.

    Arguments:
        assignment: what the submissions are for
        submissions: what each student has handed in
        jobs: how many processes grade; 0 means this one
    """
    if jobs < 1:
        in_main_thread()
        for student, submitted in submissions.items():
            first = grade_here(assignment, student, submitted)
            yield grade_here(assignment, student, submitted) if first.fault else first
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
    """Yield students and their work; if a worker is killed, yield None for those in progress, and end."""
    left = iter(submissions.items())
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=start_worker, initargs=(assignment,)
    ) as pool:
        running: dict[Future[Work], str] = {}
        item: tuple[str, Submitted] | None = None
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
                if process.pid is not None:  # it has been started
                    end_worker(process.pid)
            raise
