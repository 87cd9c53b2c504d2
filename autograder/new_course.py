"""Lays down an empty course: its configuration, an example of an assignment, and folders."""

import re
import shutil
from pathlib import Path

from autograder.errors import CourseError

BEGINNING = Path(__file__).parent / "beginnings/course"
NAMED = ("nbgrader_config.py", "README.md")  # the files in which COURSE stands for the course's name
EMPTY = ("release", "submitted", "exchange")


def lay_down(folder: Path, name: str | None = None) -> str:
    """Write an empty course into a folder that is empty or does not exist yet; return the course's name.

    Arguments:
        folder: where the course is to be
        name: under which the exchange and the gradebook know the course; default: the folder's name

    Raises:
        CourseError: the folder holds something, or the name cannot be used
    """
    folder = folder.absolute()
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise CourseError(f"{folder} is not an empty folder, and has not been changed: name a new one.")
    name = name or re.sub(r"[^A-Za-z0-9._-]+", "-", folder.resolve().name).strip(".-")
    if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}", name):
        raise CourseError(
            f"{name!r} cannot be the name of a course: give it one of letters, digits, - and _ with --name."
        )
    ignored = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    shutil.copytree(BEGINNING, folder, ignore=ignored, copy_function=shutil.copyfile, dirs_exist_ok=True)
    for file in NAMED:
        path = folder / file
        path.write_text(path.read_text(encoding="utf-8").replace("COURSE", name), encoding="utf-8")
    for empty in EMPTY:
        (folder / empty).mkdir()
    return name
