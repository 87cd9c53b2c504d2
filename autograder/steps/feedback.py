"""Lets nbgrader write the same pages of feedback as `course feedback`, and show students' texts as safely."""

import copy
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context
from jinja2.runtime import Context

from autograder.feedback.texts import Budget

if TYPE_CHECKING:
    from nbgrader.converters.generate_feedback import GenerateFeedback


def start(self: "GenerateFeedback") -> None:
    """Write the pages of the students that nbgrader was asked for; see `steps.autograde.install`."""
    from nbgrader.converters.base import NbGraderException

    from autograder.course import Course
    from autograder.errors import CourseError
    from autograder.steps.autograde import chosen

    week = self.coursedir.assignment_id
    try:
        course = Course(Path(self.coursedir.root), copy.deepcopy(self.config))
        course.check_week(week)
        students = chosen(self, course.graded(week), "autograded")
        course.feedback(week, students, os.cpu_count() or 1, anew=self.force)
    except CourseError as error:
        self.log.error("%s", error)
        raise NbGraderException(str(error)) from None


# ── Formgrader's page of a submission, which nbconvert makes ─────────────────────────────────────


def budget_of(context: Context) -> Budget:
    """Return what is left for the page that is being made."""
    resources = context["resources"]
    budget: Budget = resources.get("budget") or Budget()
    resources["budget"] = budget
    return budget


@pass_context
def page_markdown(context: Context, source: str) -> str:
    """Called for each Markdown cell of a page, on which MathJax draws the formulas."""
    return budget_of(context).markdown(source, formulas=False)


@pass_context
def page_code(context: Context, source: str, metadata: dict[str, Any] | None = None) -> str:
    """Called for each code cell of a page."""
    return budget_of(context).code(source)


@pass_context
def page_output(context: Context, text: str) -> str:
    """Called for each text that a cell has printed."""
    return budget_of(context).output(text)
