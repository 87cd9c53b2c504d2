"""Announces a message and never sends all of it."""

import os
import time

peer = get_ipython()._showtraceback.__self__.peer
os.write(peer.write_fd, (50 * 2**20).to_bytes(4, "big"))
while True:
    os.write(peer.write_fd, b"x")
    time.sleep(0.01)
