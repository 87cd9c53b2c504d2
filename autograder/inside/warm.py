"""Inside the sandbox: imports the libraries once, then forks a candidate for each notebook.

Started as `python -m autograder.inside.warm`; requests come in on standard input, a line of JSON each.
"""

import contextlib
import ctypes
import functools
import gc
import importlib.machinery
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

from autograder.inside.syscalls import compiled, drop_capabilities, restrict
from autograder.modules import Finder, hiding, set_aside

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36


def with_room(function: Callable[[], None]) -> None:
    """Call a function with some 250 KB of room for the frames of all that it calls.

    Python asks the system for 16 KB of frames at a time, and gives them back at once: a loop that calls
    across the end of such a piece asks twice in every round, and each time the sandbox takes its time to
    permit it. A function with very many local variables gets one large piece, and what it calls the rest.
    """
    variables = " = ".join(f"variable_{number}" for number in range(33_000))  # 8 bytes each
    names: dict[str, Any] = {}
    exec(f"def call(function):\n    function()\n    return\n    {variables} = None", names)
    names["call"](function)


def main() -> None:
    """Import, say so, then answer requests until standard input ends."""
    start = json.loads(sys.stdin.readline())
    # Processes that a candidate leaves behind become children of this one, where the sandbox finds them.
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    ctypes.CDLL(None).prctl(
        PR_SET_PDEATHSIG, 0, 0, 0, 0
    )  # this process ends in good order, when standard input does
    if start["confine"]:
        drop_capabilities()
    for name in ("chmod", "chown", "utime"):  # refused later, but copying a file works without them
        setattr(os, name, tolerant(getattr(os, name)))
    if start["modules"]:
        sys.path.append(start["modules"])  # at the end: what is installed goes first
    gc.disable()  # what is imported stays, and need not be looked through again and again
    with few_questions():
        from autograder.inside.candidate import serve
        from autograder.inside.shell import make_shell

        if start["confine"]:
            import sandlock  # noqa: F401 - so that no candidate has to
        if own := hiding(start["modules"]):
            set_aside(own)
            sys.meta_path.insert(0, Finder(start["modules"], own))
        for statement in start["libraries"]:
            with contextlib.suppress(Exception):  # a notebook that needs it says so itself
                exec(statement, {})
        failed = {}
        for statement in start["import"]:
            try:
                exec(statement, {})
            except Exception as error:  # it costs the checks that need it
                failed[statement] = f"{type(error).__name__}: {error}"[:300]
        shell = make_shell()
    tempfile.tempdir = None  # what it was set to meanwhile is not a candidate's folder
    code = compiled() if start["confine"] else b""
    gc.collect()
    gc.freeze()  # a candidate's garbage collector leaves alone what is here already
    gc.enable()
    tell({"ready": True, "failed": failed})
    for line in sys.stdin:
        request = json.loads(line)
        if "reap" in request:
            status, alone = reap(request["reap"])
            tell({"status": status, "alone": alone})
            continue
        child = os.fork()
        if child == 0:
            line = become_candidate(request, code)
            serve(shell, *line, request["max_output"])
        tell({"pid": child})
    end_everyone()  # the grader has ended or was killed: what a submission has started must not outlive it
    shutil.rmtree(os.getcwd(), ignore_errors=True)


@contextlib.contextmanager
def few_questions() -> Iterator[None]:
    """Let imports ask the system less: in the sandbox, each question about a file takes 0.1 ms.

    Each file is looked at once and read in one go. By itself, Python asks 40,000 times to import TensorFlow.
    """
    asked: list[tuple[object, str]] = [(importlib._bootstrap_external, "_path_stat"), (os, "lstat")]
    originals = [getattr(where, name) for where, name in asked]
    for (where, name), original in zip(asked, originals, strict=True):
        setattr(where, name, functools.cache(original))
    loader = importlib.machinery.SourceFileLoader
    loader.get_data = staticmethod(read_whole)  # type: ignore[method-assign, assignment]  # as it calls it
    try:
        yield
    finally:
        for (where, name), original in zip(asked, originals, strict=True):
            setattr(where, name, original)
        del loader.get_data


def read_whole(path: str) -> bytes:
    """Return what is in a file."""
    fd, parts = os.open(path, os.O_RDONLY), []
    try:
        while part := os.read(fd, 2**16):
            parts.append(part)
    finally:
        os.close(fd)
    return b"".join(parts)


def tolerant(function: Callable[..., object]) -> Callable[..., None]:
    """Return a function that does the same as another one if that is permitted, and else nothing."""

    def attempt(*args: object, **kwargs: object) -> None:
        with contextlib.suppress(PermissionError):
            function(*args, **kwargs)

    return attempt


def tell(message: dict[str, Any]) -> None:
    """Answer the sandbox."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def reap(pid: int) -> tuple[int, bool]:
    """Wait for a candidate that has ended or was killed, and end all that it left behind.

    Returns its status, and whether nothing is left: orphans are children of this process.
    """
    _, status = os.waitpid(pid, 0)
    end_everyone()
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                return status, False
        except ChildProcessError:
            return status, True


def end_everyone() -> None:
    """Kill every process in the sandbox but this one: at once, so that none can fork meanwhile.

    This is done only if signals do not reach beyond the sandbox; the grader, this process's parent, says so.
    """
    try:
        os.kill(os.getppid(), 0)
    except PermissionError:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(-1, signal.SIGKILL)


def become_candidate(request: dict[str, Any], code: bytes) -> tuple[int, int]:
    """Give up everything that belongs to the warm process, and what a student's code must not have.

    Arguments:
        request: what the sandbox has asked for
        code: decides on system calls; none to confine nothing

    Returns the two ends of the line to the examiner.
    """
    ctypes.CDLL(None).prctl(
        PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0
    )  # a candidate ends together with the warm process
    os.setsid()
    line = os.open(request["to"], os.O_RDONLY), os.open(request["from"], os.O_WRONLY)
    nothing = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(nothing, fd)
    os.chdir(request["scratch"])
    sys.path.insert(0, "")  # as in a kernel: modules may lie beside the notebook
    for name in ("HOME", "TMPDIR", "MPLCONFIGDIR", "IPYTHONDIR"):
        os.environ[name] = request["scratch"]
    keep = {0, 1, 2, *line}
    for fd in range(3, 256):
        if fd not in keep:
            try:
                os.close(fd)
            except OSError:
                continue
    for name, limit in request["limits"].items():
        resource.setrlimit(getattr(resource, name), (limit, limit))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if code:
        import sandlock

        writable = [request["scratch"], os.devnull]
        sandlock.confine(sandlock.Sandbox(fs_readable=request["readable"], fs_writable=writable))
        restrict(code)
    return line


if __name__ == "__main__":
    with_room(main)
