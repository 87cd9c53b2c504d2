"""Forks and ends at once, for ever: whoever kills it comes too late."""

import os

if os.fork() == 0:
    while True:
        try:
            if os.fork():
                os._exit(0)
            os.setsid()
        except OSError:
            continue
