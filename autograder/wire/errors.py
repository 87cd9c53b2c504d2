"""What goes wrong on the line between examiner and candidate."""


class WireError(Exception):
    """A value that cannot cross, or a message that is not what it should be."""


class LineClosed(BaseException):
    """The other end is gone, or what it sent is not an answer.

    This is not an `Exception`, so a check that expects the student's function to raise does not catch it.
    """


class LineTimeout(LineClosed):
    """The other end has not answered in time."""
