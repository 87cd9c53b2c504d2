"""Writes to, renames and removes files of the course, of others, of the home folder and of /tmp."""

import os
import shutil

for path in [KNOWN["secret"], KNOWN["home"], KNOWN["temporary"], KNOWN["course"]]:
    for change in (
        lambda p: open(p, "a").write("x"),
        lambda p: open(os.path.join(p, "owned"), "w").close(),
        lambda p: os.truncate(p, 0),
        lambda p: os.link(p, "link"),
        lambda p: os.symlink("x", os.path.join(p, "link")),
        lambda p: os.mkdir(os.path.join(p, "folder")),
        lambda p: os.rename(p, "moved"),
        lambda p: os.rename(p, p + "-moved"),
        os.remove,
        shutil.rmtree,
    ):
        try:
            change(path)
            print(path)
        except OSError as error:
            print(error.strerror)
