"""Reads from every descriptor it has, and opens them anew through /proc."""

import fcntl
import os

for fd in range(256):
    try:
        print(fd, os.fstat(fd))
        fcntl.fcntl(fd, fcntl.F_SETFL, os.O_NONBLOCK)
        print(os.read(fd, 100_000))
    except OSError as error:
        print(error.strerror)
    try:
        again = os.open(f"/proc/self/fd/{fd}", os.O_RDWR | os.O_NONBLOCK)
        print(os.read(again, 100_000))
    except OSError as error:
        print(error.strerror)
