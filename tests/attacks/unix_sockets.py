"""Connects to sockets of other programs, by path and by abstract name."""

import socket

for name in [KNOWN["socket"], "\0" + KNOWN["socket"]]:
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        try:
            connection = socket.socket(socket.AF_UNIX, kind)
            connection.connect(name)
            print(KNOWN["success"])
        except OSError as error:
            print(error.strerror)
