"""Makes sockets of every family, type and protocol, connects, and sends without connecting."""

import socket

PROTOCOLS = [0, 1, 6, 17, 33, 132, 136, 255, 262]  # ICMP, TCP, UDP, DCCP, SCTP, UDP-Lite, raw, MPTCP
for family in range(1, 46):
    for kind in (1, 2, 3, 4, 5, 6, 10):
        for protocol in PROTOCOLS:
            try:
                made = socket.socket(family, kind, protocol)
                print(KNOWN["success"])
                made.settimeout(1)
                made.connect(("127.0.0.1", KNOWN["port"]))
                made.sendall(b"hello")
            except (OSError, TypeError, ValueError, OverflowError):
                continue
for kind in (socket.SOCK_DGRAM, socket.SOCK_SEQPACKET, socket.SOCK_RAW):
    try:
        socket.socketpair(socket.AF_UNIX, kind)  # one of datagrams sends to every name
        print(KNOWN["success"])
    except OSError as error:
        print(error.strerror)
one, other = socket.socketpair()
for address in (KNOWN["socket"], "\0" + KNOWN["socket"]):
    for use in (
        lambda a: one.sendto(b"hello", a),
        lambda a: one.sendmsg([b"hello"], [], 0, a),
        one.connect,
        one.bind,
    ):
        try:
            use(address)
            print(KNOWN["success"])
        except OSError as error:
            print(error.strerror)
