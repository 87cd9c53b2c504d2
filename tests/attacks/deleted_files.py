"""Fills the disk with files that it has deleted, so that no one sees them."""

import os

written = 0
try:
    while True:
        fd = os.open("file", os.O_RDWR | os.O_CREAT)
        os.unlink("file")
        for _ in range(19):
            written += os.write(fd, b"x" * 2**20)
        if written > 200 * 2**20:
            print(KNOWN["success"])
except OSError as error:
    print(error.strerror)
