"""`course worker`: takes units from the queue, grades each in a process of its own, and answers.

Celery's main process keeps up the connection. Each of its children deals with one unit at a time: a grading
process, as `course grade` starts them, examines it, and is kept for the next unit of the same assignment. So
the modules, the limits and the warm sandbox of one assignment never meet those of another.
"""

import contextlib
import json
import multiprocessing.process
import os
import re
import secrets
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

from celery import Task, bootsteps
from celery.exceptions import SoftTimeLimitExceeded
from celery.signals import worker_process_init, worker_process_shutdown
from redis import Redis
from redis.exceptions import RedisError

from autograder import modules
from autograder.errors import CourseError
from autograder.grading.work import Work, code_digest
from autograder.grading.workers import Workers
from autograder.queue import broker as keys
from autograder.queue.broker import (
    ANSWER,
    BEAT,
    LEASE,
    TASK,
    WORKERS,
    app_for,
    connection,
    key,
    reached,
    read,
)
from autograder.queue.messages import MAX_ASSIGNMENT, answer_with, sha256, submitted_in, unpacked
from autograder.queue.versions import (
    differences,
    packages_of_modules,
    short,
    summed_up,
    versions,
    versions_of,
)
from autograder.sandbox.processes import remove
from autograder.sandbox.sandbox import make_folder

MAX_BEGUN = 2  # times that a unit is begun by a worker whose process is killed each time
PATIENCE = 300  # times that an answer is tried to be sent: some ten minutes


def serve(url: str, jobs: int, ready: Callable[[str], None]) -> None:
    """Grade what is in the queue until Ctrl-C, or a signal, ends this process.

    Arguments:
        url: the broker's address
        jobs: how many units to grade at a time
        ready: called with the name of the worker before it begins

    Raises:
        CourseError: the broker cannot be reached
    """
    broker, app = reached(url), app_for(url)
    machine = re.sub(r"[^\w.-]", "-", socket.gethostname()[:80], flags=re.ASCII)
    name, own = f"{machine}-{secrets.token_hex(2)}", versions()
    packages_of_modules()  # found once, for all children
    child, main = Child(url, name, own), multiprocessing.process.current_process()

    @app.task(name=TASK, bind=True)  # type: ignore[untyped-decorator]
    def grade(task: Task, text: str) -> None:
        child.deal_with(task.request.id, text)

    @worker_process_init.connect(weak=False)  # type: ignore[untyped-decorator]
    def begin(**_: object) -> None:
        # Celery's children may not start processes; for `multiprocessing`, they are a main process, too.
        vars(multiprocessing.process)["_current_process"] = main

    @worker_process_shutdown.connect(weak=False)  # type: ignore[untyped-decorator]
    def end(**_: object) -> None:
        child.end()

    app.steps["consumer"].add(announcing(broker, name, {"jobs": jobs, "versions": own}))
    queues = [keys.queue_of(summed_up(own)), keys.own_queue(name)]
    quietly = {"loglevel": "WARNING", "quiet": True, "without_gossip": True, "without_mingle": True}
    worker = app.Worker(hostname=f"course@{name}", concurrency=jobs, pool="prefork", queues=queues, **quietly)
    ready(name)
    try:
        worker.start()
    finally:
        with contextlib.suppress(RedisError):
            broker.srem(WORKERS, name)
            broker.delete(key("worker", name), *broker.keys(f"*{keys.own_queue(name)}"))  # Celery's, too


def announcing(broker: Redis, name: str, about: dict[str, Any]) -> type[bootsteps.StartStopStep]:
    """Return what lets a worker say on the broker, every few seconds, that it is there."""

    def announce() -> None:
        with contextlib.suppress(RedisError):  # Celery says that the broker is away
            broker.sadd(WORKERS, name)
            broker.set(key("worker", name), json.dumps(about), ex=LEASE)

    class Announcing(bootsteps.StartStopStep):  # type: ignore[misc]
        """Goes on as long as the worker has a connection."""

        requires = {"celery.worker.consumer.tasks:Tasks"}

        def start(self, parent: Any) -> None:
            """Called by Celery whenever the connection is there, or there again."""
            announce()
            parent.timer.call_repeatedly(BEAT, announce)

    return Announcing


# ── in a child process ───────────────────────────────────────────────────────────────────────────


class Refused(Exception):
    """A unit that may not be graded by this worker; the message says why."""


class Child:
    """What a child process of a worker does; it is made before the process, and connects when it has to.

    Arguments:
        url: the broker's address
        name: of the worker
        versions: of the grader and its packages, when the worker was started
    """

    def __init__(self, url: str, name: str, versions: dict[str, str]):
        self.broker = connection(url, PATIENCE)
        self.name, self.versions = name, versions
        self.address = ""
        self.grading: Grading | None = None

    def deal_with(self, task: str, text: str) -> None:
        """Grade a unit, if somebody still waits for it, and answer."""
        unit = json.loads(text)
        if not self.broker.exists(key("run", unit["run"])):
            return
        with leased(self.broker, task, self.name):
            about = {"worker": self.name, "unit": sha256(text.encode()), "versions": summed_up(self.versions)}
            answer = about | self.answer(task, unit)
            self.broker.set(key("answer", task), json.dumps(answer), ex=ANSWER)

    def answer(self, task: str, unit: dict[str, Any]) -> dict[str, Any]:
        """Return what becomes of a unit, or why it cannot be graded here."""
        begun = self.broker.incr(key("begun", task))
        self.broker.expire(key("begun", task), ANSWER)
        if begun > MAX_BEGUN:
            return {"fault": "its process was killed each time"}
        try:
            return answer_with(self.graded(unit))
        except Refused as error:
            return {"refused": str(error)}
        except SoftTimeLimitExceeded:
            self.end(at_once=True)
            return {"fault": "grading took much longer than its notebooks may"}
        except Exception as error:  # a full disk, for example
            self.end(at_once=True)
            return {"fault": f"{type(error).__name__}: {error}"}

    def graded(self, unit: dict[str, Any]) -> Work:
        """Return what becomes of a unit; a grading process is started where its assignment is another."""
        if unit["versions"] != summed_up(self.versions):
            raise Refused("its versions are others")
        if self.grading is None or self.address != unit["assignment"]:
            self.end()
            if short(code_digest()) != self.versions["grader"]:
                raise Refused("its grader has been changed since it was started: start it again")
            self.address = unit["assignment"]
            content = read(self.broker, key("assignment", self.address), 2 * MAX_ASSIGNMENT)
            if sha256(content) != self.address:
                return Work("", fault="the broker does not hold the assignment")
            self.grading = Grading(content)
        return self.grading.work(unit)

    def end(self, at_once: bool = False) -> None:
        """End the grading process, if there is one."""
        grading, self.grading = self.grading, None
        if grading is not None:
            grading.close(at_once)


@contextlib.contextmanager
def leased(broker: Redis, task: str, name: str) -> Iterator[None]:
    """Say on the broker, as long as the block lasts, that a worker has a unit in hand."""
    done = threading.Event()

    def renew() -> None:
        while True:
            with contextlib.suppress(RedisError):
                broker.set(key("lease", task), name, ex=LEASE)
            if done.wait(BEAT):
                return

    thread = threading.Thread(target=renew, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        with contextlib.suppress(RedisError):
            broker.delete(key("lease", task))


class Grading:
    """An assignment, and the process that grades its submissions.

    Arguments:
        content: the assignment, as `messages.packed` has made it

    Raises:
        Refused: it needs what is not here, or is here in another version
    """

    def __init__(self, content: bytes):
        self.folder, self.lock = make_folder()  # the next grader removes it, should this one be killed
        try:
            self.assignment, needed = unpacked(content, self.folder)
            self.check(needed)
            self.workers = Workers(self.assignment.limits, self.assignment.imports, 1)
        except BaseException:
            self.discard()
            raise

    def check(self, needed: dict[str, str]) -> None:
        """Raise `Refused` unless this worker can grade the assignment."""
        limits = self.assignment.limits
        if different := differences(versions_of(needed), needed):
            raise Refused(different)
        if limits.get("unsandboxed"):
            raise Refused("it does not run submissions without confinement")
        try:
            if limits.get("modules"):
                modules.check(limits["modules"], self.folder)
        except CourseError as error:  # an installed module has the name of one of the course's
            raise Refused(str(error)) from None

    def work(self, unit: dict[str, Any]) -> Work:
        """Return what becomes of a unit."""
        for path in self.folder.glob("*.ipynb"):
            path.unlink()
        ((_, work),) = self.workers.grade(self.assignment, {"": submitted_in(unit, self.folder)})
        return work or Work("", fault="the grading process was killed")

    def close(self, at_once: bool) -> None:
        """End the process, whatever it is doing if that has to be at once, and remove the files."""
        self.workers.__exit__(Refused if at_once else None)
        self.discard()

    def discard(self) -> None:
        """Remove the files."""
        remove(self.folder)
        os.close(self.lock)
