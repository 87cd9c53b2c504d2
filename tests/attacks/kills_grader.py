"""Sends signals to the grader, to its own parent and to another process of the same user."""

import os
import signal

for number in (signal.SIGURG, signal.SIGTERM, signal.SIGSTOP, signal.SIGKILL):
    for pid in (KNOWN["victim"], os.getppid(), KNOWN["grader"]):
        for send in (os.kill, lambda p, n: signal.pidfd_send_signal(os.pidfd_open(p), n)):
            try:
                send(pid, number)
            except OSError as error:
                print(error.strerror)
