"""Keeps nbgrader's log lines and warnings off the terminal, and its last error at hand."""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SAWarning

# Lines in which nbgrader points to others, or guesses: it blames a recent upgrade for any database error.
POINTERS = ("There was an error processing", "There was an error accessing", "Please see the")
NOISE = ("[SQL", "[parameters", "(Background on this error")  # SQLAlchemy adds them to each error
ERROR = re.compile(r"[A-Za-z_][\w.]*: \S")  # the end of a traceback


class LastError(logging.Handler):
    """Remembers what nbgrader last complained about."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Called by `logging` for each error."""
        self.lines.append(record.getMessage().strip())

    def cause(self) -> str:
        """Return the line that says what went wrong, and not those that only point to it or guess."""
        telling = [line for line in self.lines if not line.startswith(POINTERS)]
        if not telling:
            return ""
        *traceback, last = [line for line in telling[-1].splitlines() if line and not line.startswith(NOISE)]
        errors = [line for line in (*traceback, last) if ERROR.match(line)]
        return errors[-1] if errors else last


@contextmanager
def quiet(log: logging.Logger) -> Iterator[LastError]:
    """Send what is logged within the block to a `LastError` instead of the terminal."""
    handlers, propagate = log.handlers, log.propagate
    collector = LastError()
    log.handlers, log.propagate = [collector], False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # nbgrader's own use of its database
            yield collector
    finally:
        log.handlers, log.propagate = handlers, propagate
