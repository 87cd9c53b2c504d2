"""Registers what runs at the end: atexit, threads, destructors, signal handlers, forks."""

import atexit
import os
import signal
import sys
import threading

peer = get_ipython()._showtraceback.__self__.peer


def late(*arguments):
    os.write(peer.write_fd, b"\0\0\0\1\xc0" * 1000)
    os._exit(0)


class Late:
    """Acts when it is collected."""

    __del__ = late


atexit.register(late)
os.register_at_fork(before=late, after_in_child=late)
sys.excepthook = sys.unraisablehook = threading.excepthook = late
kept = Late()
for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGPIPE):
    signal.signal(number, late)
