"""Leaves modules named as those of the grader in every folder that it can write to."""

import os
import sys

for folder in [".", "..", KNOWN["course"], os.environ["HOME"], *sys.path]:
    for name in [
        "helpers.py",
        "sitecustomize.py",
        "usercustomize.py",
        "msgpack.py",
        "nbgrader_config.py",
        "x.pth",
    ]:
        try:
            with open(os.path.join(folder, name), "w") as file:
                file.write("# left here by a submission\n")
        except OSError as error:
            print(error.strerror)
