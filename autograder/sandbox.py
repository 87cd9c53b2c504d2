"""Starts and limits the warm process, hands out candidates, and sees to it that nothing of them stays."""

import atexit
import contextlib
import json
import os
import platform
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy
import psutil
from traitlets import Bool, Float, Integer, List, Unicode
from traitlets.config import Config, LoggingConfigurable

import helpers
from autograder.line import Line, kill_all

MB = 2**20
MAX_FDS_KEPT = 200
PATIENCE = 120  # seconds; an import of TensorFlow from a cold disk is slow
# What Landlock does not cover: changing the mode, times or limits of things that are the user's but not
# the submission's, and watching folders that it may not read.
DENIED = [
    *("fchmod", "fchmodat", "fchmodat2", "fchown", "fchownat", "utimensat", "file_setattr"),
    *("setxattr", "lsetxattr", "fsetxattr", "setxattrat"),
    *("removexattr", "lremovexattr", "fremovexattr", "removexattrat"),
    *("prlimit64", "setpriority", "ioprio_set"),
    *("sched_setscheduler", "sched_setparam", "sched_setattr", "sched_setaffinity"),
    *("inotify_init1", "inotify_add_watch", "fanotify_init", "fanotify_mark"),
]
if platform.machine() == "x86_64":  # older calls, which newer processors never had
    DENIED += ["chmod", "chown", "lchown", "utime", "utimes", "futimesat", "inotify_init"]


class SandboxUnavailable(Exception):
    """This system cannot confine a submission; the message says what is missing."""


class Sandbox(LoggingConfigurable):
    """The warm process of one grading job. One candidate at a time lives in it.

    Arguments:
        imports: the import statements of the instructor's notebook, run before any submission is
    """

    unsandboxed = Bool(False, help="Run submissions without confinement: for your own notebooks only.").tag(
        config=True
    )
    memory_mb = Integer(2048, help="Memory that a submission may have for its data, in MB.").tag(config=True)
    disk_mb = Integer(200, help="What a submission may write to its own folder, in MB.").tag(config=True)
    max_processes = Integer(32, help="Processes that a submission may have at a time.").tag(config=True)
    max_open_files = Integer(256, help="Files that a submission may have open at a time.").tag(config=True)
    cell_timeout = Float(60, help="Seconds that a cell, or one check, may take.").tag(config=True)
    notebook_timeout = Float(300, help="Seconds that a whole notebook may take.").tag(config=True)
    libraries = List(
        Unicode(),
        default_value=[
            "numpy",
            "matplotlib.pyplot",
            "sklearn.datasets",
            "h5py",
            "tqdm.auto",
            "sandlock",
            "helpers.checks",
            "helpers.data",
            "helpers.network",
            "helpers.plots",
            "helpers.training",
            "helpers.environment",
        ],  # fmt: skip
        help="What the warm process imports before it runs a submission.",
    ).tag(config=True)

    def __init__(self, imports: tuple[str, ...] = (), **kwargs: Any):
        super().__init__(**kwargs)
        self.imports = imports
        self.folder = Path(tempfile.mkdtemp(prefix="grading-"))
        self.count = 0
        self.process: Any = None
        self.pid = 0

    # ── the warm process ─────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Start the warm process and wait until it has imported its libraries."""
        self.fds_at_start = psutil.Process().num_fds()
        command = [sys.executable, "-I", "-m", "autograder.warm"]
        environment = self.environment()
        if self.unsandboxed:
            pipe = subprocess.PIPE
            self.process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, cwd=self.folder, env=environment
            )
        else:
            import sandlock

            check_system()
            confined = sandlock.Sandbox(
                fs_readable=[*readable(), "/proc/self", "/proc/cpuinfo", "/proc/meminfo"],
                fs_writable=[str(self.folder), os.devnull],
                max_memory=f"{2 * self.memory_mb + 6144}M",  # a backstop, for all processes and libraries
                max_processes=self.max_processes,
                extra_deny_syscalls=DENIED,
                no_coredump=True,
                clean_env=True,
                env=environment,
                cwd=str(self.folder),
            )
            self.confined = confined  # its process lives as long as this object
            pipe = sandlock.StdioMode.PIPED
            self.process = confined.popen(command, stdin=pipe, stdout=pipe)
        self.pid = self.process.pid
        self.tell({"import": [*(f"import {name}" for name in self.libraries), *self.imports]})
        if self.hear() != {"ready": True}:
            raise SandboxUnavailable("the warm process did not start")

    def environment(self) -> dict[str, str]:
        """Return the environment of the warm process: nothing of the grader's own."""
        own = str(self.folder)
        return {
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "HOME": own,
            "TMPDIR": own,
            "MPLCONFIGDIR": own,
            "KERAS_HOME": own,
            "IPYTHONDIR": own,
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "OPENBLAS_NUM_THREADS": "1",  # threads do not survive a fork
            "OMP_NUM_THREADS": "1",
            "JOBLIB_MULTIPROCESSING": "0",  # it would look for shared memory, and warn
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "TF_ENABLE_ONEDNN_OPTS": "0",
        }

    def tell(self, message: dict) -> None:
        """Send a request to the warm process."""
        self.process.stdin.write(json.dumps(message).encode() + b"\n")
        self.process.stdin.flush()

    def hear(self) -> dict:
        """Return the warm process's answer."""
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        line = self.process.stdout.readline() if ready else b""
        if not line:
            raise SandboxUnavailable("the warm process has ended, or does not answer")
        return json.loads(line)

    def close(self) -> None:
        """End the warm process and everything in it, and remove its folder."""
        self.stop()
        remove(self.folder)

    def stop(self) -> None:
        """End the warm process and everything in it."""
        if self.process is not None:
            with contextlib.suppress(psutil.NoSuchProcess):
                warm = psutil.Process(self.pid)
                kill_all(lambda: warm.children(recursive=True))
                warm.kill()
            with contextlib.suppress(OSError):
                self.process.stdin.close()
                self.process.stdout.close()
            self.process.wait()
            self.process = None

    # ── candidates ───────────────────────────────────────────────────────────────────────────

    @contextlib.contextmanager
    def candidate(self) -> Iterator["Line"]:
        """Hand out the line to a new candidate; nothing of it is left afterwards."""
        # sandlock keeps a descriptor for each process that has ended in the sandbox, until it is closed.
        if self.process is not None and psutil.Process().num_fds() > self.fds_at_start + MAX_FDS_KEPT:
            self.stop()
        if self.process is None:
            self.start()
        self.count += 1
        scratch = self.folder / f"candidate-{self.count}"
        scratch.mkdir()
        pipes = [self.folder / f"{end}-{self.count}" for end in ("to", "from")]
        for pipe in pipes:
            os.mkfifo(pipe, 0o600)
        # Both ends at once: opening does not wait, and no signal is raised when the reader is gone.
        to_fd = os.open(pipes[0], os.O_RDWR | os.O_NONBLOCK)
        from_fd = os.open(pipes[1], os.O_RDONLY | os.O_NONBLOCK)
        self.tell(
            {
                "to": str(pipes[0]),
                "from": str(pipes[1]),
                "scratch": str(scratch),
                "readable": readable(),
                "confine": not self.unsandboxed,
                "limits": {
                    "RLIMIT_DATA": self.memory_mb * MB,
                    "RLIMIT_FSIZE": self.disk_mb * MB,
                    "RLIMIT_NOFILE": self.max_open_files,
                    "RLIMIT_CORE": 0,
                    "RLIMIT_CPU": int(2 * self.notebook_timeout),
                },
            }
        )
        line = Line(self, self.hear()["pid"], from_fd, to_fd, scratch)
        try:
            yield line
        finally:
            line.end()
            for fd in (to_fd, from_fd):
                os.close(fd)
            for pipe in pipes:
                pipe.unlink()
            remove(scratch)


shared: dict[str, Sandbox] = {}  # the sandboxes of this process


def shared_sandbox(limits: dict, imports: list[str]) -> Sandbox:
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


def remove(folder: Path) -> None:
    """Remove a folder that a submission has written to: it may be nested thousands of levels deep."""
    command = ["rm", "-rf", "--", str(folder)]  # neither recursive nor one to follow links
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)


def readable() -> list[str]:
    """Return what a submission may read: Python, libraries, and the course's helpers and data."""
    course = Path(helpers.__file__).parent
    paths = [
        "/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime",
        "/dev/null", "/dev/urandom", "/dev/random",
        sys.prefix, sys.base_prefix, str(Path(numpy.__file__).parent.parent),
        str(course), str(course.parent / "data"), str(Path(__file__).parent),
    ]  # fmt: skip
    return [path for path in dict.fromkeys(paths) if Path(path).exists()]


def check_system() -> None:
    """Raise `SandboxUnavailable` if this system lacks what the sandbox needs."""
    import sandlock

    try:
        found, needed = sandlock.landlock_abi_version(), sandlock.min_landlock_abi()
    except Exception as error:
        raise SandboxUnavailable(f"sandlock does not work here: {error}") from None
    if found < needed:
        raise SandboxUnavailable(
            f"Linux 6.12 or later with Landlock is needed (its interface is version {found}, not {needed}). "
            "Grade in a newer system or a virtual machine; --unsandboxed is for your own notebooks."
        )
