"""A plugin of pytest for `make coverage`: measures the part of `autograder/` that runs inside the sandbox.

A confined process may neither write where coverage keeps its data nor lock a file, and a candidate is
killed once its notebook is done. So with this plugin, submissions run without confinement, the processes
that would be inside are measured like all others, and a candidate is asked to end before it is killed.
Tests that rely on confinement may therefore fail.
What only confined processes do is not measured: giving up privileges, and filtering system calls, in
`warm` and `syscalls`.
"""

import contextlib
import os
import signal
import time

import psutil

from autograder.sandbox import unconfined
from autograder.sandbox.line import Line
from autograder.sandbox.processes import is_running
from autograder.sandbox.sandbox import Sandbox

PATIENCE = 5  # seconds; code that loops on may not hear the signal


def pytest_configure():
    """Change the sandbox of this process."""
    alone, start, end = unconfined.environment, Sandbox.start, Line.end
    own = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
    unconfined.environment = lambda folder: alone(folder) | own

    def start_unconfined(self):
        self.unsandboxed = True
        return start(self)

    def end_in_peace(line):
        with contextlib.suppress(psutil.NoSuchProcess):
            candidate = psutil.Process(line.pid)
            candidate.send_signal(signal.SIGTERM)  # coverage writes its data
            deadline = time.monotonic() + PATIENCE
            while is_running(candidate) and time.monotonic() < deadline:
                time.sleep(0.01)
        return end(line)

    Sandbox.start, Line.end = start_unconfined, end_in_peace
