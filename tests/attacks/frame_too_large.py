"""Announces a message of four gigabytes."""

import os

peer = get_ipython()._showtraceback.__self__.peer
os.write(peer.write_fd, b"\xff\xff\xff\xff" + b"x" * 60_000)
