"""What a queue costs: local jobs, and as many workers at a queue on the same machine, in turn.

    python benchmarks/queued.py [WEEK/NOTEBOOK] [--submissions 24] [--jobs 2] [--rounds 2]

Every run grades the same submissions, in a copy of the course of its own. README.md says what the columns
mean. The exit status is 1 if two runs disagree on any score.
"""

import contextlib
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from courses import make_course
from grading import Report, Run, measure
from redis import Redis
from redis.exceptions import RedisError

from autograder.course import Course
from autograder.secret import secret_in


@contextlib.contextmanager
def workers(folder: Path, jobs: int) -> Iterator[str]:
    """Start a broker and a worker on this machine; yield the broker's address when both are there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    server = subprocess.Popen(["redis-server", *words], stdout=subprocess.DEVNULL)
    url = f"redis://127.0.0.1:{port}/0"
    command = [sys.executable, "-m", "autograder", "worker", "--jobs", str(jobs), "--queue", url]
    worker = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        with contextlib.closing(Redis(port=port)) as broker:
            while not ready(broker):
                assert server.poll() is None and worker.poll() is None, "it does not start"
                time.sleep(0.1)
        yield url
    finally:
        worker.terminate()
        worker.wait()
        server.terminate()
        server.wait()


def ready(broker: Redis) -> bool:
    """Tell whether a worker is there."""
    with contextlib.suppress(RedisError):
        return bool(broker.keys("autograder:worker:*"))
    return False


def main(
    notebook: Annotated[str, typer.Argument()] = "week1/initialization",
    submissions: Annotated[int, typer.Option(min=4, help="How many submissions to grade.")] = 24,
    jobs: Annotated[int, typer.Option(min=1, help="How many to grade at a time.")] = 2,
    rounds: Annotated[int, typer.Option(min=1, help="How often to measure each way.")] = 2,
) -> None:
    """Compare `course grade --jobs N` with `course grade --queue` and a worker that grades N at a time."""
    week, runs, report = Path(notebook).parent.name, list[Run](), Report()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as place, workers(Path(place), jobs) as url:
        first = make_course(Path(place, "first"), notebook, submissions)
        first.register(week)
        secret_in(first.secret)  # the same in all copies, so that the same is drawn
        ways = {f"{jobs} local jobs": ["--jobs", str(jobs)], f"{jobs} at a queue": ["--queue", url]}
        for number in range(rounds):
            for way, words in ways.items():
                copy = Path(place, f"{way}-{number}")
                shutil.copytree(first.root, copy)
                command = ["autograder", "grade", week, "--course", str(copy), *words]
                runs.append(measure(way, Course(copy), week, command, ".graded", jobs))
    local = [run for run in runs if run.way == runs[0].way]
    rows = []
    for way in ways:
        of_way = [run for run in runs if run.way == way]
        total, each = middle(of_way, "wall"), middle(of_way, "span")
        cost = [total / middle(local, "wall") - 1, each / middle(local, "span") - 1]
        shown = [f"{total:.1f}", f"{1000 * each / jobs:.0f}", *(f"{share:+.0%}" for share in cost)]
        rows.append([way, *shown])
    columns = ["", "total s", "ms each", "total, compared", "each, compared"]
    report.table(f"{notebook}: {submissions} submissions, {rounds} rounds", columns, rows)
    agree = all(run.scores == runs[0].scores for run in runs)
    report.say("All agree on all scores." if agree else "Scores differ.")
    raise typer.Exit(0 if agree else 1)


def middle(runs: list[Run], what: str) -> float:
    """Return the median of a figure over runs."""
    found = [getattr(run, what) for run in runs]
    return statistics.median(value() if callable(value) else value for value in found)


if __name__ == "__main__":
    typer.run(main)
