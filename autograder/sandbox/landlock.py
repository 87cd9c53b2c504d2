"""Confined by Linux itself, through sandlock: Landlock for files and signals, seccomp for system calls."""

import os
import platform
from pathlib import Path

from autograder.inside.syscalls import MACHINES
from autograder.sandbox.environment import environment, readable
from autograder.sandbox.launcher import Process, SandboxUnavailable


class Landlock:
    """A `Launcher`.

    Arguments:
        modules: the folder of the course's own modules, if there is one
    """

    confines = True

    def __init__(self, modules: str = ""):
        self.modules = modules

    def check(self) -> None:
        """Raise `SandboxUnavailable` if this system lacks what is needed."""
        if platform.system() != "Linux":
            raise SandboxUnavailable(
                "The sandbox needs Linux; --unsandboxed does without it, only for your own notebooks."
            )
        import sandlock

        if platform.machine() not in MACHINES:
            raise SandboxUnavailable(
                f"The sandbox does not know the system calls of {platform.machine()}, only those of "
                f"{' and '.join(MACHINES)}; --unsandboxed is only for your own notebooks."
            )
        try:
            found, needed = sandlock.landlock_abi_version(), sandlock.min_landlock_abi()
        except Exception as error:
            raise SandboxUnavailable(f"sandlock does not work here: {error}") from None
        if found < needed:
            raise SandboxUnavailable(
                f"Linux 6.12 or later with Landlock is needed (here its interface is version {found}, "
                f"not {needed}). Grade on a newer system or in a virtual machine; "
                "--unsandboxed is only for your own notebooks."
            )

    def launch(self, command: list[str], folder: Path, memory_mb: int, max_processes: int) -> Process:
        """Start a command within the confinement that all candidates share."""
        import sandlock

        self.check()
        self.confined = sandlock.Sandbox(  # its process lives as long as this object
            fs_readable=[*self.readable(), "/proc/self", "/proc/cpuinfo", "/proc/meminfo"],
            fs_writable=[str(folder), os.devnull],
            max_memory=f"{2 * memory_mb + 6144}M",  # a backstop, for all processes and libraries
            max_processes=max_processes,
            no_coredump=True,
            clean_env=True,
            env=environment(folder),
            cwd=str(folder),
        )
        pipe = sandlock.StdioMode.PIPED
        process: Process = self.confined.popen(command, stdin=pipe, stdout=pipe)
        return process

    def readable(self) -> list[str]:
        """Return Python, the libraries, and the course's helpers and modules."""
        return [*readable(), *([self.modules] if self.modules else [])]
