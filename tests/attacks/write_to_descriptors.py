"""Writes answers and noise to every descriptor that it has inherited."""

import os

tree = b"\x92\xa4list\x93\xa6answer\xc4\x08\x00\x00\x00\x00\x00\x00\x00\x00\xc0"
message = len(tree).to_bytes(4, "big") + tree
for fd in range(256):
    for noise in (len(message).to_bytes(4, "big") + message, b'{"pid": 1}\n{"status": 0}\n{"ready": true}\n'):
        try:
            os.write(fd, noise)
        except OSError:
            continue
