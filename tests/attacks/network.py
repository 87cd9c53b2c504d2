"""Opens connections and sends packets: TCP, UDP, raw and other families."""

import socket

for family, host in [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]:
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        for use, *arguments in (
            (socket.socket.sendto, b"hello", (host, KNOWN["port"])),
            (socket.socket.connect, (host, KNOWN["port"])),
            (socket.socket.bind, (host, 0)),
        ):
            try:
                use(socket.socket(family, kind), *arguments)
                print(KNOWN["success"])
            except OSError as error:
                print(error.strerror)
for family in (socket.AF_PACKET, socket.AF_VSOCK, socket.AF_ALG):
    try:
        socket.socket(family, socket.SOCK_RAW)
        print(KNOWN["success"])
    except OSError as error:
        print(error.strerror)
