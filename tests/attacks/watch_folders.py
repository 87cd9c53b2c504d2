"""Watches the course's folders with inotify: whose files are opened tells who handed in."""

import ctypes
import os

libc = ctypes.CDLL(None)
fd = libc.inotify_init1(os.O_NONBLOCK)
for folder in ["", "submitted", "submitted/neighbour/week1", "source/week1"]:
    if libc.inotify_add_watch(fd, os.path.join(KNOWN["course"], folder).encode(), 0xFFF) >= 0:
        print(KNOWN["success"])
