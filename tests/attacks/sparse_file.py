"""Makes files that claim to be terabytes large, and room for files that it never writes."""

import os

for change in (os.truncate, lambda p, size: os.posix_fallocate(os.open(p, os.O_RDWR), 0, size)):
    for size in (2**45, 2**33, 19 * 2**20):
        try:
            open("file", "w").close()
            change("file", size)
        except OSError as error:
            print(error.strerror)
