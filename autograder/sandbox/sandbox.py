"""Starts and limits the warm process, hands out candidates, and makes sure that nothing of them stays."""

import atexit
import contextlib
import fcntl
import math
import os
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from traitlets import Bool, Float, Integer, List, Unicode
from traitlets.config import Config, LoggingConfigurable

from autograder.sandbox.given import Given, give
from autograder.sandbox.landlock import Landlock
from autograder.sandbox.launcher import Launcher
from autograder.sandbox.line import Line
from autograder.sandbox.processes import MB, remove
from autograder.sandbox.unconfined import Unconfined
from autograder.sandbox.warm_process import WarmProcess
from autograder.wire.codec import Traffic

PREFIX = "grading-locked-"  # of the folder of each sandbox, in the temporary folder


class Sandbox(LoggingConfigurable):
    """The warm process of one grading job. One candidate at a time lives in it.

    Arguments:
        imports: the import statements of the instructor's notebook, run before any submission is
    """

    unsandboxed = Bool(False, help="Run submissions without confinement: only for your own notebooks.").tag(
        config=True
    )
    memory_mb = Integer(2048, help="Memory that a submission may use for its data, in MB.").tag(config=True)
    disk_mb = Integer(200, help="What a submission may write to its own folder, in MB.").tag(config=True)
    max_processes = Integer(32, help="Processes that a submission may have at a time.").tag(config=True)
    max_open_files = Integer(256, help="Files that a submission may have open at a time.").tag(config=True)
    max_output = Integer(100_000, help="Characters that a cell may print; if more, the middle is cut.").tag(
        config=True
    )
    cell_timeout = Float(60, help="Seconds that a cell, or one check, may take.").tag(config=True)
    notebook_timeout = Float(300, help="Seconds that a whole notebook may take.").tag(config=True)
    cell_processor_time = Float(
        120, help="Seconds of processor time that a cell, or one check, may take, on all cores together."
    ).tag(config=True)
    notebook_processor_time = Float(
        600, help="Seconds of processor time that a process of a notebook may take."
    ).tag(config=True)
    modules = Unicode("", help="A folder of the course's own modules; every submission can read it.").tag(
        config=True
    )
    remote_objects = Bool(
        False, help="Let tests look into objects of a student's classes; the student's code then answers."
    ).tag(config=True)
    libraries = List(
        Unicode(),
        default_value=["numpy", "matplotlib.pyplot", "helpers.checks"],
        help="What the warm process imports beside what notebooks import at their top level, if it is there.",
    ).tag(config=True)

    def __init__(self, imports: tuple[str, ...] = (), **kwargs: Any):
        super().__init__(**kwargs)
        self.imports = imports
        remove_abandoned()
        self.lock: int | None  # as long as it is held, nobody removes the folder
        self.folder, self.lock = make_folder()
        self.shared = self.folder / "shared"  # large files, which every candidate can read
        self.shared.mkdir()
        self.source = ""  # where they come from
        self.count = 0
        self.traffic = Traffic()  # with all candidates so far
        self.warm: WarmProcess | None = None
        self.readable: list[str] = []  # by a submission
        self.spare: Line | None = None

    # ── the warm process ─────────────────────────────────────────────────────────────────────

    def start(self) -> WarmProcess:
        """Start the warm process, without waiting until it has imported its libraries."""
        libraries = [f"import {name}" for name in self.libraries]
        launcher = launcher_for(self.unsandboxed, self.modules)
        self.readable = [*launcher.readable(), str(self.shared)]
        limits = self.memory_mb, self.max_processes
        self.warm = WarmProcess(launcher, self.folder, libraries, list(self.imports), *limits, self.modules)
        return self.warm

    @property
    def failed_imports(self) -> dict[str, str]:
        """The import statements that failed in the warm process, and why; empty before it has started."""
        return self.warm.failed_imports if self.warm else {}

    def close(self) -> None:
        """End the warm process and everything in it, and remove its folder."""
        self.stop()
        remove(self.folder)
        if self.lock is not None:
            os.close(self.lock)
            self.lock = None

    def stop(self) -> None:
        """End the warm process and everything in it."""
        if self.spare is not None:
            self.spare.close()
            self.spare = None
        if self.warm is not None:
            self.warm.end()
            self.warm = None

    # ── candidates ───────────────────────────────────────────────────────────────────────────

    @contextlib.contextmanager
    def candidate(self, source: str = "", names: Collection[str] = ()) -> Iterator[Line]:
        """Hand out the line to a new candidate; nothing of it is left afterwards.

        Arguments:
            source: a folder of the instructor's
            names: paths of files in it that the candidate finds in its own folder
        """
        line, self.spare = self.spare or self.fork(), None
        try:
            line.greet()
            line.given = self.give(source, names, line.scratch)
            try:
                yield line
            finally:
                line.end()
        finally:
            past = line.peer.codec.traffic
            self.traffic.add(past.messages, past.bytes, past.arrays)
            line.close()
            try:
                self.spare = self.fork()  # it gets ready while this one's result is written down
            except Exception:
                self.stop()  # the next candidate starts a new one, and then hears what is wrong

    def give(self, source: str, names: Collection[str], target: Path) -> Given:
        """Copy files of the instructor's into the folder of a check, or of a candidate that has not begun.

        Arguments:
            source: a folder of the instructor's
            names: paths of files in it
            target: where to put them
        """
        if source != self.source:  # another assignment: who is graded now is not to read its files
            for path in self.shared.glob("*"):
                path.unlink()
            self.source = source
        return give(Path(source), names, target, self.shared)

    def fork(self) -> Line:
        """Ask for a candidate and return the line to it; do not wait for it."""
        if self.warm is not None and self.warm.is_worn():
            self.stop()
        warm = self.warm or self.start()
        warm.wait()
        self.count += 1
        scratch = self.folder / f"candidate-{self.count}"
        line = Line(warm, scratch, self.disk_mb, self.cell_processor_time)
        line.peer.remote_objects = self.remote_objects
        warm.tell(
            {
                "to": str(line.pipes[0]),
                "from": str(line.pipes[1]),
                "scratch": str(line.scratch),
                "readable": self.readable,
                "limits": {
                    "RLIMIT_DATA": self.memory_mb * MB,
                    "RLIMIT_FSIZE": self.disk_mb * MB,
                    "RLIMIT_NOFILE": self.max_open_files,
                    "RLIMIT_CORE": 0,
                    "RLIMIT_CPU": math.ceil(self.notebook_processor_time),
                },
                "max_output": self.max_output,
            }
        )
        return line


def launcher_for(unsandboxed: bool, modules: str = "") -> Launcher:
    """Return what confines submissions, or does not; they may read the folder `modules`."""
    return Unconfined() if unsandboxed else Landlock(modules)


def make_folder() -> tuple[Path, int]:
    """Make the folder of a sandbox; return it and the lock on it, which ends with this process."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        with contextlib.suppress(FileNotFoundError):  # another grader was faster, and took it for abandoned
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            fcntl.flock(lock, fcntl.LOCK_EX)
            if folder.exists():
                return folder, lock
            os.close(lock)


def remove_abandoned() -> None:
    """Remove the folders of graders of the same user that have ended without being able to."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):  # it is in use, or no folder, or gone
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                if os.fstat(lock).st_uid == os.geteuid():
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    remove(folder)
            finally:
                os.close(lock)


shared: dict[str, Sandbox] = {}  # the sandboxes of this process


def shared_sandbox(limits: dict[str, Any], imports: list[str]) -> Sandbox:
    """Return this process's sandbox with these limits and imports; it is started when first needed."""
    key = repr((sorted(limits.items()), imports))
    if key not in shared:
        shared[key] = Sandbox(tuple(imports), config=Config({"Sandbox": limits}))
        atexit.register(shared[key].close)
    return shared[key]


def discard_shared() -> None:
    """End the sandboxes of this process: the next submission gets a new one."""
    while shared:
        shared.popitem()[1].close()
