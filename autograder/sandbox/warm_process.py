"""The warm process of a sandbox: how it is started, told what to do, and ended with all that it holds."""

import contextlib
import json
import select
import sys
from pathlib import Path
from typing import Any

import psutil

from autograder.sandbox.launcher import Launcher, Process, SandboxUnavailable
from autograder.sandbox.processes import kill_all

COMMAND = [sys.executable, "-s", "-P", "-m", "autograder.inside.warm"]
MAX_FDS_KEPT = 200
PATIENCE = 120  # seconds; an import of TensorFlow from a cold disk is slow


class WarmProcess:
    """A process that has imported its libraries, and forks a candidate whenever it is told to.

    Arguments:
        launcher: starts and confines it
        folder: where it runs
        libraries: what it imports
        statements: what it imports if it can
        memory_mb: memory that each submission may use for its data, in MB
        max_processes: processes that a submission may have at a time
        modules: the folder of the course's own modules, if there is one
    """

    def __init__(
        self,
        launcher: Launcher,
        folder: Path,
        libraries: list[str],
        statements: list[str],
        memory_mb: int,
        max_processes: int,
        modules: str = "",
    ):
        self.fds_at_start = psutil.Process().num_fds()
        self.process: Process = launcher.launch(COMMAND, folder, memory_mb, max_processes)
        self.pid = self.process.pid
        if self.process.stdin is None or self.process.stdout is None:
            raise TypeError(f"{type(launcher).__name__}.launch has made no pipes")
        self.stdin, self.stdout = self.process.stdin, self.process.stdout
        self.ready = False
        self.failed_imports: dict[str, str] = {}  # of the statements, and why
        start = {"libraries": libraries, "import": statements, "modules": modules}
        self.tell(start | {"confine": launcher.confines})

    def wait(self) -> None:
        """Wait until it has imported its libraries."""
        if not self.ready:
            answer = self.hear()
            if not answer.get("ready"):
                raise SandboxUnavailable("the warm process did not start")
            self.failed_imports = answer["failed"]
        self.ready = True

    def tell(self, message: dict[str, Any]) -> None:
        """Send it a request."""
        self.stdin.write(json.dumps(message).encode() + b"\n")
        self.stdin.flush()

    def hear(self) -> dict[str, Any]:
        """Return its answer."""
        ready, _, _ = select.select([self.stdout], [], [], PATIENCE)
        line = self.stdout.readline() if ready else b""
        if not line:
            raise SandboxUnavailable("the warm process has ended, or does not answer")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def is_worn(self) -> bool:
        """Tell whether it is time for a new one.

        sandlock keeps a descriptor for each process that has ended in the sandbox, until it is closed.
        """
        return psutil.Process().num_fds() > self.fds_at_start + MAX_FDS_KEPT

    def descendants(self) -> list[psutil.Process]:
        """Return the candidate and everything that it has started."""
        return psutil.Process(self.pid).children(recursive=True)

    def end(self) -> None:
        """End it and everything in it."""
        with contextlib.suppress(psutil.NoSuchProcess):
            warm = psutil.Process(self.pid)
            kill_all(lambda: warm.children(recursive=True))
            warm.kill()
        with contextlib.suppress(OSError):
            self.stdin.close()
            self.stdout.close()
        self.process.wait()
