"""How fast submissions are graded: by nbgrader's own `autograde` and by `course grade`, side by side.

    python benchmarks/grading.py [WEEK/NOTEBOOK ...] [--submissions 24] [--write FILE]

Every way grades the same submissions, in a copy of the course of its own. README.md says what the columns
mean. The exit status is 1 if the ways disagree on any score.
"""

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import nbformat
import psutil
import typer
from courses import ROOT, instructors, make_course, without_demos
from nbgrader.api import Gradebook
from rich.console import Console
from rich.table import Table
from traitlets.config import Config

from autograder.course import Course
from autograder.inside.shell import FIRST_TIMES
from autograder.sandbox.environment import environment
from autograder.sandbox.processes import MB
from autograder.sandbox.sandbox import Sandbox
from autograder.submission.cells import imports_of, is_test
from autograder.wire.codec import Traffic

NOTEBOOKS = ["week1/initialization", "week3/tensorflow_introduction"]
SAMPLE = 0.3  # seconds between two looks at the memory


def scores_of(course: Course, week: str) -> dict[str, dict[str, float]]:
    """Return each student's score in each check, as the gradebook has it."""
    with Gradebook(course.database, course.course_id) as gradebook:
        return {
            s.student_id: {g.name: g.auto_score for n in s.notebooks for g in n.grades}
            for s in gradebook.assignment_submissions(week)
        }


# ── measurements ─────────────────────────────────────────────────────────────────────────────────


@dataclass
class Run:
    """What was measured of one way; times in seconds, memory in bytes."""

    way: str
    jobs: int
    wall: float
    processor: float  # of all processes
    started: float  # when, by the clock
    done: dict[str, float]  # when each student's result was written
    peak: int
    scores: dict[str, dict[str, float]]

    def spans(self) -> dict[str, float]:
        """Return how long each notebook took, except for the first of each job.

        This is the time since the previous result was written; with two jobs, since the last but one.
        """
        students = sorted(self.done, key=self.done.get)
        pairs = zip(students, students[self.jobs :], strict=False)
        return {later: self.done[later] - self.done[earlier] for earlier, later in pairs}

    def span(self) -> float:
        """Return how long a notebook took: the median."""
        return statistics.median(self.spans().values())

    def first(self) -> float:
        """Return when the first result was there, counted from the start of the command."""
        return min(self.done.values()) - self.started

    def overhead(self, bare: dict[str, dict]) -> float:
        """Return what a notebook took apart from its computing: the median."""
        return statistics.median(span - bare[s]["seconds"] for s, span in self.spans().items())


def measure(way: str, course: Course, week: str, words: list[str], mark: str, jobs: int = 1) -> Run:
    """Run a command that grades all submissions of a course.

    Arguments:
        way: what to call it
        course: the course
        week: its assignment
        words: what follows `python -m`
        mark: the file in autograded/STUDENT/WEEK that is written last
        jobs: how many notebooks are graded at a time
    """
    print(f"{way} ... (load {os.getloadavg()[0]:.1f})", file=sys.stderr)
    started, before = time.time(), processor_time()
    with (course.root / "log").open("w") as log:
        command = [sys.executable, "-m", *words]
        process = subprocess.Popen(command, cwd=course.root, stdout=log, stderr=subprocess.STDOUT)
        peaks = [0]
        watcher = threading.Thread(target=watch, args=(process.pid, peaks))
        watcher.start()
        failed = process.wait()
        wall = time.time() - started
        watcher.join()
    if failed:
        sys.exit(f"{' '.join(words)} failed:\n{(course.root / 'log').read_text()[-2000:]}")
    done = {p.parts[-3]: p.stat().st_mtime for p in course.root.glob(f"autograded/*/{week}/{mark}")}
    return Run(way, jobs, wall, processor_time() - before, started, done, max(peaks), scores_of(course, week))


def processor_time() -> float:
    """Return the processor time of all child processes that have ended, and of their children."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def watch(pid: int, peaks: list[int]) -> None:
    """Note the memory of a process and all its descendants, until it ends."""
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            total = 0
            for one in [process, *process.children(recursive=True)]:
                with suppress(psutil.Error, OSError):
                    total += one.memory_full_info().pss  # what processes share is divided among them
            peaks.append(total)
            time.sleep(SAMPLE)


def compute_bare(course: Course, name: str) -> tuple[float, dict[str, dict]]:
    """Return how long the warm process takes to start, and what the computing alone takes and scores."""
    source = instructors(name)
    tests = {c.metadata.nbgrader.grade_id: c for c in source.cells if is_test(c)}
    notebooks = {}
    for path in course.root.glob(f"submitted/*/{name}.ipynb"):
        handed_in, student = nbformat.read(path, as_version=4), path.parts[-3]
        cells = notebooks[student] = []
        for cell in without_demos(handed_in).cells:
            if cell.cell_type == "code":
                test = tests.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
                marks = test.metadata.nbgrader if test else {}
                cells.append([marks.get("grade_id"), marks.get("points"), (test or cell).source])
    imports = imports_of(source)
    sandbox = Sandbox(tuple(imports), config=Config({"Sandbox": dict(course.config.get("Sandbox", {}))}))
    try:
        start = time.perf_counter()
        sandbox.start().wait()
        warm = time.perf_counter() - start
        first_times = [source for _, source in FIRST_TIMES]
        prepared = {"libraries": sandbox.libraries, "imports": imports, "first_times": first_times}
        given = json.dumps(prepared | {"notebooks": notebooks})
        command = [sys.executable, str(Path(__file__).with_name("bare.py"))]
        ended = subprocess.run(
            command,
            input=given,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            env=environment(sandbox.folder),
        )
    finally:
        sandbox.close()
    return warm, json.loads(ended.stdout)


# ── the whole ────────────────────────────────────────────────────────────────────────────────────


class Report:
    """Prints tables and sentences, and keeps them as Markdown."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.console = Console(width=110)

    def table(self, title: str, columns: list[str], rows: list[list[str]]) -> None:
        """Add a table; all its columns but the first hold numbers."""
        table = Table(columns[0], title=title, title_justify="left")
        for column in columns[1:]:
            table.add_column(column, justify="right")
        for row in rows:
            table.add_row(*row)
        self.console.print(table)
        lines = [columns, ["---"] + ["---:"] * (len(columns) - 1), *rows]
        self.text += [f"## {title}\n", *("| " + " | ".join(line) + " |" for line in lines), ""]

    def say(self, sentence: str) -> None:
        """Add a sentence."""
        print(sentence, flush=True)
        self.text += [sentence, ""]

    def write(self, path: Path) -> None:
        """Write all of it to a file, with the day and the machine."""
        day = datetime.now(UTC).date().isoformat()
        machine = f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}"
        top = f"# How fast grading is\n\nMeasured by `make benchmark` on {day}, {machine}, Linux"
        about = "[benchmarks/README.md](../benchmarks/README.md) says what the columns mean."
        path.write_text("\n".join([f"{top} {platform.release()}. {about}", "", *self.text]))


def compare(name: str, count: int, report: Report) -> bool:
    """Measure all ways on a notebook, report a table; return whether their scores agree."""
    notebook, week = instructors(name), Path(name).parent.name
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        warm, bare = compute_bare(make_course(Path(folder, "bare"), name, count), name)
        runs = []
        for way, given in {"stock": notebook, "stock, no demos": without_demos(notebook)}.items():
            made = make_course(Path(folder, way), name, count, given, stock=True)
            made.register(week)
            runs.append(measure(way, made, week, ["nbgrader", "autograde", week], f"{Path(name).name}.ipynb"))
        for jobs in (1, 2):
            made = make_course(Path(folder, f"ours-{jobs}"), name, count)
            runs.append(ours(made, week, jobs))
        again = ours(made, week, 2).wall  # with nothing left to do
    columns = "", "total s", "CPU s", "first s", "per min", "× stock", "ms each", "× stock", "overhead", "MB"
    report.table(f"{name}: {count} submissions", list(columns), [figures(run, runs[0], bare) for run in runs])
    computing = 1000 * statistics.median(one["seconds"] for one in bare.values())
    report.say(f"Computing alone: {computing:.0f} ms per notebook. Start of a warm process: {warm:.1f} s.")
    report.say(f"The same command again, with nothing left to do: {again:.1f} s.")
    expected = {student: one["scores"] for student, one in bare.items()}
    different = [run.way for run in runs if run.scores != expected]
    total = sum(sum(scores.values()) for scores in expected.values())
    agree = f"All agree on all scores ({total:g} points in total)."
    report.say(f"Scores differ: {', '.join(different)}." if different else agree)
    return not different


def ours(course: Course, week: str, jobs: int) -> Run:
    """Run `course grade` with so many jobs."""
    words = ["autograder", "grade", week, "--jobs", str(jobs), "--course", str(course.root)]
    return measure(f"ours, {jobs} job{'s' * (jobs > 1)}", course, week, words, ".graded", jobs)


def figures(run: Run, stock: Run, bare: dict[str, dict]) -> list[str]:
    """Return a row of the table for one way."""
    demos = run.way == "stock"  # part of its time, but not of the bare computing
    return [
        run.way,
        f"{run.wall:.1f}",
        f"{run.processor:.1f}",
        f"{run.first():.1f}",
        f"{60 * len(bare) / run.wall:.1f}",
        f"{stock.wall / run.wall:.1f}",
        f"{1000 * run.span() / run.jobs:.0f}",
        f"{stock.span() / run.span() * run.jobs:.1f}",
        "" if demos else f"{1000 * run.overhead(bare):.0f}",
        f"{run.peak / MB:.0f}",
    ]


def every_notebook(count: int, report: Report) -> None:
    """Measure the overhead of each notebook with one job, and count what crosses the wire."""
    rows = []
    for path in sorted(ROOT.glob("source/*/*.ipynb")):
        name, week = f"{path.parent.name}/{path.stem}", path.parent.name
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            _, bare = compute_bare(make_course(Path(folder, "bare"), name, count), name)
            made = make_course(Path(folder, "ours"), name, count)
            run, traffic = ours(made, week, 1), traffic_of(made, week)
        computing, each = statistics.median(one["seconds"] for one in bare.values()), run.span()
        times = [f"{1000 * seconds:.0f}" for seconds in (computing, each, run.overhead(bare))]
        counts = [f"{traffic.messages:,}", f"{traffic.bytes / 1000:,.0f}", f"{traffic.arrays:,}"]
        rows.append([name, *times, *counts])
    columns = "", "computing ms", "ours ms", "overhead ms", "messages", "KB", "arrays"
    report.table(f"Every notebook, one job, {count} submissions", list(columns), rows)


def traffic_of(course: Course, week: str) -> Traffic:
    """Return what crosses the wire when the reference solution is graded."""
    with course.gradebook() as gradebook:
        sandbox = course.assignment(gradebook, week).sandbox()
    list(course.grade(week, ["student_0000"], regrade=True))
    sandbox.close()
    return sandbox.traffic


def main(
    notebooks: Annotated[list[str] | None, typer.Argument(help=f"Default: {' '.join(NOTEBOOKS)}")] = None,
    submissions: Annotated[int, typer.Option(min=4, help="How many submissions to grade.")] = 24,
    write: Annotated[Path | None, typer.Option(help="Also write the report to this file.")] = None,
) -> None:
    """Compare nbgrader's own autograding with `course grade`, and measure every notebook."""
    report = Report()
    agree = [compare(name, submissions, report) for name in notebooks or NOTEBOOKS]
    if not notebooks:
        every_notebook(8, report)
    if write:
        report.write(write)
    raise typer.Exit(0 if all(agree) else 1)


if __name__ == "__main__":
    typer.run(main)
