"""Lets the kernel signal another program when a pipe, a socket or a folder of its own changes."""

import fcntl
import os
import signal
import socket
import struct

F_SETOWN_EX, FIOSETOWN, FIOASYNC, SIOCSPGRP = 15, 0x8901, 0x5452, 0x8902
for pid in (KNOWN["victim"], KNOWN["grader"], os.getppid()):
    pipe, pair, folder = os.pipe(), socket.socketpair(), os.open(".", os.O_RDONLY)
    for fd in (*pipe, *(end.fileno() for end in pair), folder):
        number = struct.pack("i", pid)
        for use, command, argument in (
            (fcntl.fcntl, fcntl.F_SETOWN, pid),
            (fcntl.fcntl, F_SETOWN_EX, struct.pack("ii", 1, pid)),
            (fcntl.ioctl, FIOSETOWN, number),
            (fcntl.ioctl, SIOCSPGRP, number),
            (fcntl.fcntl, fcntl.F_SETSIG, signal.SIGURG),
            (fcntl.fcntl, fcntl.F_NOTIFY, fcntl.DN_CREATE | fcntl.DN_MULTISHOT),
            (fcntl.ioctl, FIOASYNC, struct.pack("i", 1)),
        ):
            try:
                use(fd, command, argument)
                print(KNOWN["success"])
            except OSError as error:
                print(error.strerror)
        try:
            fcntl.fcntl(fd, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
            print(KNOWN["success"])
        except OSError as error:
            print(error.strerror)
    os.write(pipe[1], b"x")
    pair[0].send(b"x")
    open("made", "w").close()
