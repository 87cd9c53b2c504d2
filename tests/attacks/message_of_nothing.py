"""Sends messages of millions of empty values, again and again."""

import os

peer = get_ipython()._showtraceback.__self__.peer
size = 4 * 2**20 - 100
tree = b"\x92\xa4list\x93\xa4call\xc0\x92\xa4list\xdd" + size.to_bytes(4, "big") + b"\xc0" * size
message = len(tree).to_bytes(4, "big") + tree
frame = len(message).to_bytes(4, "big") + message
while True:
    rest = frame
    while rest:
        rest = rest[os.write(peer.write_fd, rest) :]
