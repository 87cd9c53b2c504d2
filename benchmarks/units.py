"""What the queue itself can carry: units to a stub, which grades nothing and answers at once.

    python benchmarks/units.py [--units 100000]

Prints how many units it carries in a second, and the memory of the client and of the broker on the way.
"""

import base64
import contextlib
import json
import multiprocessing
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import psutil
import typer
from courses import make_course
from redis import Redis
from redis.exceptions import RedisError

from autograder.queue.broker import LEASE, WORKERS, key, queue_of
from autograder.queue.client import Queue
from autograder.queue.messages import sha256
from autograder.queue.versions import summed_up, versions

JOBS = 16  # that the stub says it has: 32 units are on their way at a time


@contextlib.contextmanager
def broker() -> Iterator[tuple[str, psutil.Process]]:
    """Start a Redis; yield its address and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    server = subprocess.Popen(["redis-server", *words], stdout=subprocess.DEVNULL, cwd=tempfile.gettempdir())
    try:
        with contextlib.closing(Redis(port=port)) as client:
            while True:
                with contextlib.suppress(RedisError):
                    client.ping()
                    break
                time.sleep(0.05)
        yield f"redis://127.0.0.1:{port}/0", psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait()


def answer_at_once(url: str, notebooks: dict[str, object]) -> None:
    """Take units, and answer each with the same results."""
    client, own, said = Redis.from_url(url), versions(), 0.0
    about = {"worker": "stub", "versions": summed_up(own)}
    while True:
        if time.monotonic() - said > LEASE / 3:
            client.sadd(WORKERS, "stub")
            client.set(key("worker", "stub"), json.dumps({"jobs": JOBS, "versions": own}), ex=LEASE)
            said = time.monotonic()
        if taken := client.blpop([queue_of(summed_up(own))], timeout=1):
            message = json.loads(taken[1])
            ((text,), *_) = json.loads(base64.b64decode(message["body"]))
            answer = about | {"unit": sha256(text.encode()), "notebooks": notebooks}
            client.set(key("answer", message["headers"]["id"]), json.dumps(answer), ex=60)


def main(
    units: Annotated[int, typer.Option(min=1, help="How many to send.")] = 100_000,
    notebook: Annotated[str, typer.Argument()] = "week1/initialization",
) -> None:
    """Send units through a queue, and take in their answers; nothing is graded or recorded."""
    week, name = notebook.split("/")
    with tempfile.TemporaryDirectory(prefix="benchmark-") as place, broker() as (url, server):
        course = make_course(Path(place), notebook, 1)
        course.register(week)
        with course.gradebook() as gradebook:
            assignment = course.assignment(gradebook, week)
        (student,) = course.students(week)
        submitted = course.handed_in.find(week, student, {name: assignment.templates[name].cells})
        with Queue(url, print) as queue:
            queue.prepare(assignment)
            queue.take(student, submitted)
            cells = queue.waiting.pop().notebooks[name].notebook.cells
            tests = [
                c.metadata.nbgrader.grade_id for c in cells if c.metadata.get("nbgrader", {}).get("points")
            ]
            shown = [c for c in cells if c.cell_type == "code"]
            results = {
                "outcomes": {test: ["passed", "All checks pass."] for test in tests},
                "parts": {},
                "outputs": [[]] * (len(shown) - len(tests)),
            }
            stub = multiprocessing.Process(target=answer_at_once, args=(url, {name: results}), daemon=True)
            stub.start()
            own, began = psutil.Process(), time.monotonic()
            every = {f"student_{number}": submitted for number in range(units)}
            for number, (_, work) in enumerate(queue.grade(assignment, every), 1):
                assert not work.fault, work.fault
                if number % max(1, units // 10) == 0:
                    rate = number / (time.monotonic() - began)
                    sizes = [process.memory_info().rss // 2**20 for process in (own, server)]
                    print(
                        f"{number} units, {rate:.0f} in a second; client {sizes[0]} MB, broker {sizes[1]} MB"
                    )
            stub.terminate()


if __name__ == "__main__":
    typer.run(main)
