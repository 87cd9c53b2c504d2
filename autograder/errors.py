"""What the caller has to put right."""


class CourseError(Exception):
    """Something the caller has to put right; the message is one line and says what to do."""


class GradebookError(CourseError):
    """The gradebook cannot be used."""
