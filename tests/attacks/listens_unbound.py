"""Listens without having asked for a port, so that other programs can come in."""

import socket

for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
    for protocol in (0, 262):  # the usual one, and MPTCP
        try:
            door = socket.socket(family, socket.SOCK_STREAM, protocol)
            door.listen()
            print(KNOWN["success"], door.getsockname())
        except OSError as error:
            print(error.strerror)
