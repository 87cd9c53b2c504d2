"""Not confined at all: for an instructor's own notebooks, and for tests of everything else."""

import subprocess
from pathlib import Path

from autograder.sandbox.environment import environment
from autograder.sandbox.launcher import Process


class Unconfined:
    """A `Launcher`."""

    confines = False

    def check(self) -> None:
        """Nothing is needed."""

    def launch(self, command: list[str], folder: Path, memory_mb: int, max_processes: int) -> Process:
        """Start a command as it is."""
        pipe, own = subprocess.PIPE, environment(folder)
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=folder, env=own)

    def readable(self) -> list[str]:
        """Nobody asks: whatever this user may read."""
        return []
