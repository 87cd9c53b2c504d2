"""How processes and their folders end, whatever a submission has made of them; and how a check is ended."""

import contextlib
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from autograder.wire.errors import LineTimeout

MB = 2**20
MAX_SWEEPS = 200  # times that processes are looked for and killed, as they may fork meanwhile


def in_main_thread() -> None:
    """Raise an error in any thread but the main one: no other receives the signal that ends a check."""
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError(
            "time limits do not work in this thread: grade in the main thread of a process, "
            "or let other processes grade (jobs of 1 or more)"
        )


@contextlib.contextmanager
def interrupted_after(seconds: float) -> Iterator[None]:
    """Raise `LineTimeout` after so many seconds: what a candidate returns may keep a check busy for hours."""
    in_main_thread()

    def interrupt(*_: object) -> None:
        raise LineTimeout("it took too long")

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def kill_all(find: Callable[[], list[psutil.Process]]) -> None:
    """Kill processes that may go on forking while they are killed, until none is found running."""
    for _ in range(MAX_SWEEPS):
        running = [process for process in find() if is_running(process)]
        if not running:
            return
        for process in running:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
    raise RuntimeError("a submission has left processes that cannot be ended")


def is_running(process: psutil.Process) -> bool:
    """Tell whether a process is there and not just waiting to be reaped."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def wait_until_gone(pid: int, seconds: float = 1) -> bool:
    """Tell whether a process has ended, after waiting a little for it."""
    for _ in range(int(seconds / 0.01)):
        if not psutil.pid_exists(pid) or not is_running(psutil.Process(pid)):
            return True
        time.sleep(0.01)
    return False


def remove(folder: Path) -> None:
    """Remove a folder that a submission has written to: it may be nested thousands of levels deep."""
    with contextlib.suppress(OSError):
        folder.rmdir()  # most are empty
        return
    command = ["rm", "-rf", "--", str(folder)]  # neither recursive nor one to follow links
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)


def end_worker(pid: int) -> None:
    """Kill a worker and all that it has started; they go first, or they complain about a missing sandbox."""
    with contextlib.suppress(psutil.NoSuchProcess):
        worker = psutil.Process(pid)
        worker.suspend()
        for process in worker.children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        worker.kill()
