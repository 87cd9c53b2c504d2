"""Leaves files that are hard to remove: odd names, no permissions, pipes, sockets, links in circles."""

import os
import socket

for name in ["-rf", "new\nline", "\udcff" * 50, "x" * 255, "\x1b[2J", "$(id)", " "]:
    open(name, "w").close()
os.symlink("circle", "circle")
os.symlink(KNOWN["course"], "course")
os.symlink("/", "root")
os.mkfifo("pipe")
for attempt in (lambda: socket.socket(socket.AF_UNIX).bind("socket"), lambda: os.chmod("shut", 0)):
    try:
        os.makedirs("shut/inner", exist_ok=True)
        attempt()
    except OSError as error:
        print(error.strerror)
