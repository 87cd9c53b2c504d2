"""Moves itself to other process groups and sessions, and poses as a child of someone else."""

import ctypes
import os

for change in (
    lambda: os.setpgid(0, os.getppid()),
    os.setsid,
    os.setpgrp,
    lambda: os.setpgid(os.getppid(), 0),
):
    try:
        change()
    except OSError as error:
        print(error.strerror)
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # children that lose their parent become its own
if os.fork() == 0:
    if os.fork() == 0:
        os.execv("/usr/bin/sleep", ["python3", "1000"])
    os._exit(0)
