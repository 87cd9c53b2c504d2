"""Sends a signal to every process that it may send it to, and ends its own group."""

import os
import signal

try:
    os.kill(-1, signal.SIGURG)  # does nothing to whoever does not wait for it, as KNOWN["victim"] does
except OSError as error:
    print(error.strerror)
os.kill(0, signal.SIGKILL)
