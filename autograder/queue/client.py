"""`course grade --queue`: sends units to workers on any machines, and takes in what they answer."""

import contextlib
import json
import re
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from kombu.exceptions import OperationalError
from redis.exceptions import AuthenticationError, NoPermissionError, RedisError

from autograder.errors import CourseError
from autograder.grading.work import Assignment, Work
from autograder.queue import broker as keys
from autograder.queue.broker import DAY, LEASE, RUN, TASK, WORKERS, app_for, key, reached, read, refused, told
from autograder.queue.messages import (
    MAX_ANSWER,
    Malformed,
    Sent,
    examined_in,
    packed,
    read_answer,
    sent,
    sha256,
    unit_of,
)
from autograder.queue.versions import differences, summed_up, versions
from autograder.sandbox.sandbox import Sandbox
from autograder.submission.choice import in_one_line
from autograder.submission.handed_in import Submitted
from autograder.submission.notebooks import NotANotebook

POLL = 0.05  # seconds between two looks for answers
LOOK = 2  # seconds between two looks at the workers
ALONE = 5  # seconds without a worker after which the instructor is told so
LONG = 60  # seconds without the broker after which the instructor is told what to do
TRIES = 2  # for a unit, before it is tried alone
MANY = 3  # faults of a worker that has graded nothing, after which the instructor is told so
MAX_JOBS = 1000  # at a time, of one worker and of all together
MAX_ABOUT = 10_000  # bytes of what a worker says about itself
MAX_NAMES = 500_000  # bytes of all of their names: those of thousands
NAME = re.compile(r"[\w.-]{1,100}", re.ASCII)  # of a worker
UNKNOWN = "(unknown)"  # a worker that does not say who it is
TROUBLE = (RedisError, OperationalError, ConnectionError)  # what is raised while the broker is away


@dataclass
class Unit:
    """A submission on its way.

    Attributes:
        student: whose it is, which no worker is told
        text: what is sent
        notebooks: what is put together again from the answer
        problems: with notebooks that could not be read, and were not sent
        tries: how many have failed
        avoid: the worker that could not grade it
        queue: into which it was put last; empty before that
        worker: who has it, or had it last
        seen: when it was last known to be in a queue or in somebody's hands
        begun: when somebody began with it
    """

    student: str
    text: str
    notebooks: dict[str, Sent]
    problems: dict[str, str]
    tries: int = 0
    avoid: str = ""
    queue: str = ""
    worker: str = ""
    seen: float = 0
    begun: float = 0


@dataclass
class Worker:
    """What a worker has said about itself, and what has become of what it was given.

    Attributes:
        name: its machine, and what tells it from others there
        jobs: how many units it grades at a time
        unfit: why it gets nothing, and what to do; empty if it does get something
        done, failed: how many units it has graded, and how many not
    """

    name: str
    jobs: int
    unfit: str
    done: int = 0
    failed: int = 0


class Queue:
    """The workers at a broker, as `course grade` uses them: like `Workers`, but for the machines.

    Arguments:
        url: the broker's address
        tell: called with what the instructor should know, one sentence at a time

    Raises:
        CourseError: the broker cannot be reached
    """

    def __init__(self, url: str, tell: Callable[[str], None]):
        self.broker, self.app, self.tell = reached(url), app_for(url), tell
        self.run, self.versions = uuid4().hex, versions()
        self.queue = keys.queue_of(summed_up(self.versions))
        self.assignment: Assignment | None = None
        self.content, self.address, self.limit = b"", "", 0.0
        self.workers: dict[str, Worker] = {}  # those that are there
        self.known: dict[str, Worker] = {}  # and those that have been
        self.units: dict[str, Unit] = {}  # by the id of their task
        self.waiting: deque[Unit] = deque()  # to be sent
        self.done: deque[Work] = deque()
        self.looked = self.last_worker = time.monotonic() - LOOK
        self.without, self.away, self.said = False, 0.0, 0  # no worker; no broker since when, said how often
        self.told: set[str] = set()  # workers of which the instructor was told

    def __enter__(self) -> "Queue":
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(*TROUBLE):  # workers leave alone what nobody waits for any more
            self.broker.delete(key("run", self.run), *(key("answer", task) for task in self.units))
        self.broker.close()
        self.app.close()

    def grade(self, assignment: Assignment, submissions: dict[str, Submitted]) -> Iterator[tuple[str, Work]]:
        """Yield students and their work, in the order in which they are done.

        What one worker could not grade goes to another; what that one could not grade either is yielded with
        the fault. As long as there is no worker, or no broker, this waits.
        """
        self.prepare(assignment)
        self.units, self.waiting = {}, deque()
        left = iter(submissions.items())
        while True:
            while len(self.units) + len(self.waiting) < self.room():
                item = next(left, None)
                if item is None:
                    break
                self.take(*item)
            if not self.units and not self.waiting and not self.done:
                return
            with self.outages_waited_out():
                self.collect()
                self.look()
                self.send()
            if not self.done:
                time.sleep(POLL)
            while self.done:
                work = self.done.popleft()
                yield work.student, work

    def prepare(self, assignment: Assignment) -> None:
        """Pack an assignment, unless it is the same as before."""
        if assignment is not self.assignment:
            if assignment.limits.get("unsandboxed"):
                raise CourseError("--queue and Sandbox.unsandboxed do not go together: no worker does that.")
            self.assignment, self.content = assignment, packed(assignment)
            self.address = sha256(self.content)
            each = assignment.limits.get("notebook_timeout", Sandbox.notebook_timeout.default_value)
            self.limit = 120 + 1.5 * each * len(assignment.templates)

    def room(self) -> int:
        """Return how many units may be on their way: so many that no worker waits."""
        jobs = sum(worker.jobs for worker in self.workers.values() if not worker.unfit)
        return 2 * min(max(1, jobs), MAX_JOBS)

    def take(self, student: str, submitted: Submitted) -> None:
        """Read a submission, and put it where it is sent from."""
        assert self.assignment is not None
        notebooks, problems = {}, dict(submitted.problems)
        try:
            for name, file in submitted.notebooks.items():
                try:
                    notebooks[name] = sent(file, self.assignment.templates[name])
                except NotANotebook as problem:
                    problems[name] = str(problem)
        except Exception as error:
            self.done.append(Work(student, fault=f"{type(error).__name__}: {error}"))
            return
        if notebooks:
            text = unit_of(self.run, self.address, summed_up(self.versions), notebooks)
            self.waiting.append(Unit(student, text, notebooks, problems))
        else:
            self.done.append(Work(student, problems=problems, problem=in_one_line(problems)))

    # ── sending ──────────────────────────────────────────────────────────────────────────────

    def send(self) -> None:
        """Send what waits for it, if there is somebody for it."""
        for _ in range(len(self.waiting)):
            unit, task = self.waiting[0], uuid4().hex
            queue = self.queue_for(unit)
            if queue is None:
                self.waiting.rotate(-1)
                continue
            self.app.send_task(
                TASK,
                [unit.text],
                task_id=task,
                queue=queue,
                argsrepr="[a unit]",
                soft_time_limit=self.limit,
                time_limit=self.limit + 60,
                retry=False,
            )
            unit.queue, unit.worker, unit.seen = queue, "", time.monotonic()
            self.units[task] = self.waiting.popleft()

    def queue_for(self, unit: Unit) -> str | None:
        """Return the queue for a unit; None if it has to wait for another worker than one that refuses it."""
        if not unit.avoid:
            return self.queue
        others = [w for w in self.workers.values() if not w.unfit and w.name != unit.avoid]
        if not others:
            known = self.known.get(unit.avoid)
            return None if known and known.unfit else self.queue
        filled = Counter(unit.queue for unit in self.units.values())

        def load(worker: Worker) -> tuple[int, float]:
            return worker.failed, filled[keys.own_queue(worker.name)] / worker.jobs

        return keys.own_queue(min(others, key=load).name)

    # ── looking ──────────────────────────────────────────────────────────────────────────────

    def look(self) -> None:
        """Every few seconds, say that this run goes on, look who is there, and find what is lost."""
        now = time.monotonic()
        if now - self.looked < LOOK:
            return
        self.looked = now
        self.broker.set(key("run", self.run), "", ex=RUN)
        if not self.broker.expire(key("assignment", self.address), DAY):
            self.broker.set(key("assignment", self.address), self.content, ex=DAY)
        self.workers = self.found_workers()
        self.tell_who_is_there(now)
        self.find_lost(now)

    def found_workers(self) -> dict[str, Worker]:
        """Return the workers that are there, as far as what they say about themselves can be so."""
        found = {}
        for name in self.read_names():
            about = read(self.broker, key("worker", name), MAX_ABOUT)
            if not about:
                self.broker.srem(WORKERS, name)
            elif worker := read_worker(name, about, self.versions):
                found[name] = self.known.setdefault(name, worker)
        return found

    def read_names(self) -> list[str]:
        """Return the names of all workers, also of some that have ended."""
        if (self.broker.memory_usage(WORKERS, samples=0) or 0) > MAX_NAMES:
            raise CourseError(
                "The broker lists workers without end: empty its database, and start them again."
            )
        names = [
            name.decode("ascii", "replace")
            for name in self.broker.smembers(WORKERS)
            if isinstance(name, bytes)
        ]
        return sorted(name for name in names if NAME.fullmatch(name))

    def tell_who_is_there(self, now: float) -> None:
        """Tell the instructor once of each worker that gets nothing, and when there is none that does."""
        for name, worker in self.workers.items():
            if worker.unfit and name not in self.told:
                self.told.add(name)
                self.tell(f"Worker {name} gets nothing: {worker.unfit}, and start it again.")
        if any(not worker.unfit for worker in self.workers.values()):
            self.last_worker = now
            if self.without:
                self.tell("A worker is there: grading goes on.")
            self.without = False
        elif now - self.last_worker > ALONE and not self.without:
            self.without = True
            self.tell("There is no worker: start `course worker` with the same --queue. Waiting for one.")

    def find_lost(self, now: float) -> None:
        """Send anew what is in nobody's hands and in no queue: its worker has ended, or the broker had."""
        filled = {queue: self.broker.llen(queue) for queue in {unit.queue for unit in self.units.values()}}
        for task, unit in list(self.units.items()):
            holder = printable(read(self.broker, key("lease", task), 100).decode("ascii", "replace"))
            if holder:
                unit.begun = unit.begun if unit.worker == holder else now
                unit.worker, unit.seen = holder, now
            elif not unit.worker and filled[unit.queue] and self.is_read(unit.queue):
                unit.seen = now
            elif now - unit.seen > LEASE and not self.broker.exists(key("answer", task)):
                holder = f"worker {unit.worker}" if unit.worker else "the broker"
                self.failed(task, f"{holder} has lost it")

    def is_read(self, queue: str) -> bool:
        """Tell whether there may be somebody who takes units from a queue."""
        return queue == self.queue or any(queue == keys.own_queue(name) for name in self.workers)

    # ── answers ──────────────────────────────────────────────────────────────────────────────

    def collect(self) -> None:
        """Take in the answers that are there."""
        tasks = list(self.units)
        pipeline = self.broker.pipeline(transaction=False)
        for task in tasks:
            pipeline.strlen(key("answer", task))
        for task, size in zip(tasks, pipeline.execute() if tasks else [], strict=True):
            if size:
                most = len(self.units[task].notebooks)
                data = read(self.broker, key("answer", task), most * MAX_ANSWER)
                self.broker.delete(key("answer", task), key("begun", task))
                self.take_in(task, data)

    def take_in(self, task: str, data: bytes) -> None:
        """Take in one answer, whatever it is."""
        unit = self.units[task]
        worker = unit.worker or UNKNOWN
        assert self.assignment is not None
        try:
            answer = read_answer(data, len(unit.notebooks))
            worker = name_in(answer)
            if answer.get("unit") != sha256(unit.text.encode()):
                raise Malformed("it is about another submission")
            if "refused" in answer:
                self.refused(task, worker, printable(answer["refused"]))
                return
            if "fault" in answer:
                self.not_graded(task, worker, printable(answer["fault"]))
                return
            if answer.get("versions") != summed_up(self.versions):
                raise Malformed("its versions are others")
            examined = examined_in(answer, unit.notebooks, self.assignment)
        except Malformed as error:
            self.not_graded(task, worker, f"its answer cannot be true: {error}")
            return
        if worker in self.known:
            self.known[worker].done += 1
        del self.units[task]
        self.done.append(Work(unit.student, examined, unit.problems))

    def refused(self, task: str, worker: str, why: str) -> None:
        """Note that a worker may not grade this assignment; the unit waits for another."""
        unit = self.units.pop(task)
        unit.avoid = worker
        self.waiting.appendleft(unit)
        if known := self.known.get(worker):
            known.unfit = f"it refuses this assignment ({why}): put that right there"

    def not_graded(self, task: str, worker: str, why: str) -> None:
        """Note that a worker could not grade a unit; tell the instructor if that is not the first time."""
        self.units[task].avoid = worker
        if known := self.known.get(worker):
            known.failed += 1
            if known.failed == MANY and not known.done:
                self.tell(f"Worker {worker} has failed {MANY} times: {why}. Look there; others do its work.")
        self.failed(task, f"worker {worker}: {why}")

    def failed(self, task: str, why: str) -> None:
        """Try a unit again, or give it up for now."""
        unit = self.units.pop(task)
        unit.tries += 1
        if unit.tries < TRIES:
            self.waiting.appendleft(unit)
        else:
            self.done.append(Work(unit.student, fault=why))

    # ── what else is shown ───────────────────────────────────────────────────────────────────

    @contextlib.contextmanager
    def outages_waited_out(self) -> Iterator[None]:
        """If the broker is away, wait a second, tell the instructor so, and after a minute, what to do."""
        try:
            yield
        except (AuthenticationError, NoPermissionError):
            raise refused() from None
        except TROUBLE as error:
            now = time.monotonic()
            self.away, self.looked = self.away or now, -LOOK  # it may have forgotten that this run goes on
            if self.said == 0:
                self.tell(f"The broker is away ({told(error)}). Waiting for it.")
                self.said = 1
            elif self.said == 1 and now - self.away > LONG:
                self.tell(
                    "The broker is still away: start it again, and this goes on. After Ctrl-C, the same "
                    "command continues from here."
                )
                self.said = 2
            time.sleep(1)
        else:
            if self.away:
                self.tell("The broker is back.")
                self.away, self.said, now = 0.0, 0, time.monotonic()
                for unit in self.units.values():
                    unit.seen = now

    def doing(self, worker: str) -> list[tuple[str, float]]:
        """Return which students' submissions a worker has in hand, and for how many seconds."""
        now, units = time.monotonic(), list(self.units.values())
        return [(unit.student, now - unit.begun) for unit in units if unit.worker == worker]


def name_in(answer: dict[str, Any]) -> str:
    """Return the name of the worker that has answered."""
    name = answer.get("worker")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise Malformed("it does not say whose it is")
    return name


def read_worker(name: str, about: bytes, versions: dict[str, str]) -> Worker | None:
    """Return what a worker says about itself, or None if that cannot be."""
    with contextlib.suppress(ValueError, RecursionError, KeyError, TypeError, AttributeError):
        said = json.loads(about)
        there = {str(what): str(version) for what, version in said["versions"].items()}
        if type(said["jobs"]) is int and 0 < said["jobs"] <= MAX_JOBS:
            different = printable(differences(there, versions))
            unfit = f"its versions are others ({different}): install the same there" if different else ""
            return Worker(name, said["jobs"], unfit)
    return None


def printable(text: Any) -> str:
    """Return what a worker says such that it can be shown in one line."""
    return "".join(filter(str.isprintable, str(text)[:300]))
