"""Takes all memory that there is, in its own process and in its children."""

import os

for _ in range(3):
    os.fork()
kept = []
while True:
    kept.append(bytearray(50 * 2**20))
