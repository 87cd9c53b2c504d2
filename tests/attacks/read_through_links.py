"""Reads forbidden files through symbolic and hard links in its own folder."""

import os

for number, path in enumerate(
    [KNOWN["course"], KNOWN["secret"], KNOWN["home"], "/etc/passwd", "/proc/1/environ"]
):
    for make in (os.symlink, os.link):
        try:
            make(path, f"link-{number}")
            print(os.listdir(f"link-{number}") if os.path.isdir(path) else open(f"link-{number}").read())
        except OSError as error:
            print(error.strerror)
