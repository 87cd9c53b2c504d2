"""Fills the disk with one file, then with many."""

import itertools

for number in itertools.count():
    try:
        with open(f"file-{number}", "wb") as file:
            while True:
                file.write(b"x" * 2**20)
    except OSError as error:
        if number < 3:
            print(error)
