"""Errors that the caller can put right."""


class CourseError(Exception):
    """An error that the caller can put right; the message is one line and says what to do."""


class GradebookError(CourseError):
    """The gradebook cannot be used."""
