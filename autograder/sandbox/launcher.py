"""The interface for starting and confining the warm process; each way of confining has its own file."""

from pathlib import Path
from typing import IO, Protocol


class SandboxUnavailable(Exception):
    """This system cannot confine a submission; the message says what is missing."""


class Process(Protocol):
    """A process that was started, as `subprocess.Popen` has it."""

    pid: int
    stdin: IO[bytes] | None  # None where no pipe was asked for
    stdout: IO[bytes] | None

    def wait(self) -> object:
        """Wait until it has ended; what this returns is not the same for all."""


class Launcher(Protocol):
    """One way of confining; `sandbox.launcher_for` chooses among them."""

    confines: bool  # whether candidates are to confine themselves further, once they are forked

    def check(self) -> None:
        """Called by `Course.check_machine` before anything is graded, and by `launch`.

        Raises `SandboxUnavailable` if this system lacks what is needed, and says what to do.
        """

    def launch(self, command: list[str], folder: Path, memory_mb: int, max_processes: int) -> Process:
        """Called by `WarmProcess.start`: start a command, with pipes to its standard input and output.

        Arguments:
            command: what to run
            folder: where it runs, and all that it may write to
            memory_mb: memory that each submission may use for its data, in MB
            max_processes: processes that a submission may have at a time
        """

    def readable(self) -> list[str]:
        """Called by `Sandbox.fork` for each candidate: return the files and folders that it may read."""
