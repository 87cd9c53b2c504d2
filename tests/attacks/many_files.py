"""Makes empty files as fast as it can: they take no room, but a place each."""

import os

number = 0
while True:
    os.close(os.open(f"file-{number}", os.O_CREAT))
    number += 1
