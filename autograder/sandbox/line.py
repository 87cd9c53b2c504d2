"""The examiner's line to one candidate: how long it may work, how much it may write, how it ends."""

import contextlib
import fcntl
import os
import signal
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from autograder.outcomes import Outcome
from autograder.sandbox.given import Given
from autograder.sandbox.processes import MB, interrupted_after, kill_all, remove, wait_until_gone
from autograder.sandbox.warm_process import WarmProcess
from autograder.wire.errors import LineClosed, LineTimeout
from autograder.wire.peer import Peer

GRACE = 2  # seconds that a check has to look at the last answer
MAX_SCRATCH_FILES = 20_000  # in the scratch folder
MAX_FOLDERS_DEEP = 50


class CandidateLost(Exception):
    """A candidate has ended or was made to end; `outcome` says how, and the message is for the student."""

    def __init__(self, outcome: Outcome, message: str):
        super().__init__(message)
        self.outcome = outcome


class Line:
    """The examiner's end of the line to one candidate, with its limits.

    Arguments:
        warm: the process that forks the candidate
        scratch: the candidate's folder, which is made here
        disk_mb: what may be written there, in MB
        cell_processor_time: seconds that all processes of the candidate may compute for one cell
    """

    def __init__(self, warm: WarmProcess, scratch: Path, disk_mb: int, cell_processor_time: float):
        self.warm, self.scratch = warm, scratch
        self.disk_mb, self.cell_processor_time = disk_mb, cell_processor_time
        self.pid = 0
        self.given = Given()  # what it finds there
        scratch.mkdir()
        self.pipes = [scratch.with_name(f"{end}-{scratch.name}") for end in ("to", "from")]
        for pipe in self.pipes:
            os.mkfifo(pipe, 0o600)
        # Both ends at once: opening does not wait, and no signal is raised when the reader is gone.
        self.to_fd = os.open(self.pipes[0], os.O_RDWR | os.O_NONBLOCK)
        self.from_fd = os.open(self.pipes[1], os.O_RDONLY | os.O_NONBLOCK)
        for fd in (self.to_fd, self.from_fd):
            fcntl.fcntl(fd, fcntl.F_SETPIPE_SZ, MB)  # or a large array goes over in many small pieces
        self.peer = Peer(self.from_fd, self.to_fd, self.watch)
        self.peer.lends_input = True
        self.ended: int | None = None  # the status with which it ended
        self.stopped: tuple[Outcome, str] | None = None  # why it was made to end
        self.last_look = 0.0
        self.computed_before: float | None = None  # this cell

    def greet(self) -> None:
        """Learn which process the candidate is; if it does not say so, that is the machine's fault."""
        if not self.pid:
            self.pid = self.warm.hear()["pid"]

    def watch(self) -> None:
        """Called while waiting: make the candidate end if it has written or computed too much."""
        if time.monotonic() - self.last_look < 0.5:
            return
        self.last_look = time.monotonic()
        if self.written() > self.disk_mb * MB + self.given.size:
            self.stopped = Outcome.DIED, f"wrote more than {self.disk_mb} MB to disk"
        computed = self.processor_time()
        if self.computed_before is None:  # the first look since the cell began
            self.computed_before = computed
        most = self.cell_processor_time
        if computed - self.computed_before > most:
            self.stopped = Outcome.TIMED_OUT, f"took more than {most:g} seconds of processor time"
        if self.stopped:
            raise LineClosed(self.stopped[1])

    def processor_time(self) -> float:
        """Return the seconds that all processes of the candidate have computed."""
        total = 0.0
        for process in self.warm.descendants():
            with contextlib.suppress(psutil.NoSuchProcess):
                total += sum(process.cpu_times()[:4])  # user and system, its own and its children's
        return total

    def written(self) -> float:
        """Return the size of what is in the scratch folder, and of files that are deleted but still open.

        It is infinity if there are more files, or deeper folders, than anybody needs.
        """
        sizes, folders, count = {}, [(str(self.scratch), 0)], 0
        while folders:
            folder, depth = folders.pop()
            with contextlib.suppress(OSError), os.scandir(folder) as entries:
                for entry in entries:
                    count += 1
                    if count > MAX_SCRATCH_FILES + self.given.files or depth > MAX_FOLDERS_DEEP:
                        return float("inf")
                    if entry.is_dir(follow_symlinks=False):
                        folders.append((entry.path, depth + 1))
                    else:
                        found = entry.stat(follow_symlinks=False)
                        sizes[found.st_dev, found.st_ino] = found.st_blocks * 512
        for process in [self.warm.pid, *(p.pid for p in self.warm.descendants())]:
            with contextlib.suppress(OSError):
                for fd in Path(f"/proc/{process}/fd").iterdir():
                    found = fd.stat()
                    if stat.S_ISREG(found.st_mode) and not found.st_nlink:
                        sizes[found.st_dev, found.st_ino] = found.st_blocks * 512
        return sum(sizes.values())

    @contextlib.contextmanager
    def lasting(self, seconds: float) -> Iterator[Peer]:
        """Let the candidate work for so many seconds; raise `CandidateLost` if it takes longer or ends."""
        self.peer.deadline = time.monotonic() + seconds
        self.computed_before = None
        try:
            with interrupted_after(seconds + GRACE):
                yield self.peer
        except LineTimeout:
            raise CandidateLost(Outcome.TIMED_OUT, f"took longer than {seconds:g} seconds") from None
        except LineClosed as closed:
            if self.stopped:
                raise CandidateLost(*self.stopped) from None
            raise self.lost(str(closed)) from None

    def lost(self, reason: str) -> CandidateLost:
        """Return what became of a candidate that has hung up."""
        gone = wait_until_gone(self.pid)
        status = self.end() if gone else 0
        if gone and os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            name = signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"
            if name == "SIGKILL":
                return CandidateLost(Outcome.DIED, "was killed, by itself or for taking too much memory")
            if name == "SIGXCPU":
                return CandidateLost(Outcome.TIMED_OUT, "took too much processor time")
            return CandidateLost(Outcome.DIED, f"ended its process ({name})")
        if gone:
            return CandidateLost(
                Outcome.DIED, f"ended its process (exit status {os.waitstatus_to_exitcode(status)})"
            )
        return CandidateLost(Outcome.DIED, f"disturbed the connection to the grader: {reason}")

    def end(self) -> int:
        """End the candidate and everything that it started; return its exit status."""
        if self.ended is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)  # its id is its own until the warm process reaps it
            self.warm.tell({"reap": self.pid})
            answer = self.warm.hear()
            self.ended = answer["status"]
            if not answer["alone"]:
                kill_all(self.warm.descendants)
        return self.ended

    def close(self) -> None:
        """Remove what was there for a candidate that has ended."""
        for fd in (self.to_fd, self.from_fd):
            os.close(fd)
        for pipe in self.pipes:
            pipe.unlink()
        remove(self.scratch)
