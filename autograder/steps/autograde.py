"""Lets nbgrader's commands and Formgrader's buttons do what `course grade` and `course feedback` do."""

import copy
import os
import sys
import threading
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbgrader.converters.autograde import Autograde
    from nbgrader.converters.base import BaseConverter


def install() -> None:
    """Called by `nbgrader_config.py`: if nbgrader reads it, it grades with `start` from then on.

    It writes feedback with `feedback.start`.

    `course` reads it, too, before it imports nbgrader, which takes a second, and does not need this.

    nbgrader's hooks would not do: some are for single notebooks, the errors of others are swallowed, and all
    of them run after it has removed the graded submission and refused what it cannot read.
    """
    if "nbgrader" in sys.modules:
        from nbgrader.converters.autograde import Autograde
        from nbgrader.converters.generate_feedback import GenerateFeedback

        from autograder.steps import feedback

        Autograde.start = start
        GenerateFeedback.start = feedback.start


def start(self: "Autograde") -> None:
    """Grade the submissions that nbgrader was asked for; log what cannot be graded, and raise it at the end.

    Formgrader's server asks for one submission after the other. They are graded in this process, whose
    sandbox is still warm from the one before. In a thread, a time limit could not interrupt a check, so there
    a worker process grades.
    """
    from nbgrader.converters.base import NbGraderException

    from autograder.course import Course  # not needed by the many commands that only read the configuration
    from autograder.errors import CourseError

    week = self.coursedir.assignment_id
    try:
        course = Course(Path(self.coursedir.root), copy.deepcopy(self.config))
        course.check_week(week)
        course.check_machine()
        students = chosen(self, course.students(week))
        if changes := str(course.register(week)):
            self.log.warning("%s: %s", week, changes)
        alone = len(students) == 1 and threading.current_thread() is threading.main_thread()
        problems = []
        for submission in course.grade(week, students, 0 if alone else os.cpu_count() or 1, self.force):
            if submission.problem:
                problems.append(f"{submission.student}: {submission.problem}")
            else:
                self.log.info("%s: %g / %g", submission.student, submission.score, submission.max_score)
    except CourseError as error:
        self.log.error("%s", error)
        raise NbGraderException(str(error)) from None
    for problem in sorted(problems):
        self.log.error("%s", problem)
    if problems:
        number = f"{len(problems)} of {len(students)} submissions could not be graded"
        raise NbGraderException(f"{number}. {'; '.join(sorted(problems))}")


def chosen(self: "BaseConverter", there: list[str], step: str = "submitted") -> list[str]:
    """Return whom nbgrader was asked for; it accepts patterns for the names of students.

    Arguments:
        self: nbgrader's own object, with what was asked for
        there: who has something in the folder of a step
        step: that step
    """
    from autograder.errors import CourseError

    pattern, left_out = self.coursedir.student_id, self.coursedir.student_id_exclude.split(",")
    found = [s for s in there if (s == pattern or fnmatch(s, pattern)) and s not in left_out]
    if not found:
        week, folder = self.coursedir.assignment_id, getattr(self.coursedir, f"{step}_directory")
        raise CourseError(f"There is nothing to do: {folder}/{pattern}/{week} does not exist.")
    return found
