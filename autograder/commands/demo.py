"""`course demo`: a small class, graded."""

import os
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.common import PROOF, Folder, command, console, find
from autograder.commands.grade import grade_all, show
from autograder.errors import CourseError


@command(panel=PROOF)
def demo(
    folder: Annotated[
        Path | None, typer.Option("--dir", help="An empty folder for the class; default: a new one.")
    ] = None,
    course: Folder = None,
) -> None:
    """Make a small class, grade it and write its feedback, to show how everything works."""
    from autograder.demo import make_class

    if folder and folder.exists() and any(folder.iterdir()):
        raise CourseError(f"{folder} is not empty: name another folder.")
    folder = folder or Path(tempfile.mkdtemp(prefix="improving-dnn-demo-"))
    week = "week1"
    of_class = make_class(find(course), folder, week, "initialization")
    of_class.check_machine()
    submissions = grade_all(of_class, week, of_class.students(week), os.cpu_count() or 1)
    pages = of_class.feedback(week)
    show(week, submissions)
    console.print(f"\nThe class is in        {of_class.root}")
    page = next(page for page in pages if page.parts[-3].startswith("mistake"))
    of_it = f"{week} --course {of_class.root}"
    console.print(f"A page of feedback:    {page}", soft_wrap=True)
    console.print(f"Grade it again with:   {sys.argv[0]} grade {of_it}", soft_wrap=True)
    console.print(f"See what it got wrong: {sys.argv[0]} report {of_it}", soft_wrap=True)
