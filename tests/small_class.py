"""A class whose grades stand in the gradebook without anything having been graded: that takes no time."""

import shutil
from datetime import timedelta

from conftest import copy_course

from autograder.course import Course


def graded_class(folder, students, week="week1", notebooks=(), config=""):
    """Return a course of one notebook of 20 points and 6 checks, or of others, with these grades.

    Arguments:
        folder: an empty one
        students: for each id, the points, and what else is known: fields of nbgrader's Student, `time` and
            `extension`. None in place of points stands for a submission that could not be graded.
        week, notebooks: of the real course
        config: lines for nbgrader_config.py
    """
    course = configured(copy_course(folder, *notebooks, week=week), config)
    course.register(week)
    for student, (points, about) in students.items():
        record(course, student, points, week=week, **about)
    return course


def configured(course, config):
    """Return the same course with more lines in nbgrader_config.py."""
    path = course.root / "nbgrader_config.py"
    path.write_text(path.read_text() + config)
    return Course(course.root)


def with_copy(course, week):
    """Return the same course with one more assignment, a copy of week1."""
    shutil.copytree(course.root / "source/week1", course.root / "source" / week)
    course = Course(course.root)
    course.register(week)
    return course


def record(course, student, points, time=None, extension=None, week="week1", **about):
    """Record points of one student; the first cells get them."""
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student(student, **about)
        submission = gradebook.update_or_create_submission(week, student, timestamp=time)
        submission.extension = extension and timedelta(**extension)
        for grade in (grade for notebook in submission.notebooks for grade in notebook.grades):
            if points is not None:
                grade.auto_score = min(points, grade.max_score)
                points -= grade.auto_score
            grade.needs_manual_grade = False
        gradebook.db.commit()
    (course.root / "submitted" / student / week).mkdir(parents=True, exist_ok=True)


def penalties(course, week="week1"):
    """Return what everyone loses for handing in late, as it is shown."""
    return {standing.student: standing.penalty for standing in course.standings(week)}
