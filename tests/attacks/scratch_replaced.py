"""Renames and removes its own folder and puts a link to the course in its place."""

import os
import shutil

here = os.getcwd()
for attempt in (
    lambda: os.rename(here, here + "-old"),
    lambda: shutil.rmtree(here),
    lambda: os.rmdir(here),
    lambda: os.symlink(KNOWN["course"], here),
    lambda: os.rename(here, os.path.join(KNOWN["course"], "moved")),
    lambda: os.symlink(KNOWN["course"], os.path.join(os.path.dirname(here), "candidate-next")),
    lambda: os.mkfifo(os.path.join(os.path.dirname(here), "to-9")),
):
    try:
        attempt()
    except OSError as error:
        print(error.strerror)
