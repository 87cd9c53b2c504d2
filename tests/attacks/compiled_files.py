"""Opens the code of the helpers, of the grader and of NumPy for writing, and adds compiled files."""

import glob
import os

import numpy

import autograder
import helpers

for package in (helpers, autograder, numpy):
    folder = os.path.dirname(package.__file__)
    for path in [
        package.__file__,
        *glob.glob(f"{folder}/*.py")[:3],
        *glob.glob(f"{folder}/__pycache__/*")[:3],
    ]:
        for mode in ("r+b", "ab"):
            try:
                open(path, mode).close()
                print(KNOWN["success"])
            except OSError as error:
                print(error.strerror)
    try:
        os.open(f"{folder}/__pycache__/owned.pyc", os.O_CREAT | os.O_WRONLY)
        print(KNOWN["success"])
    except OSError as error:
        print(error.strerror)
