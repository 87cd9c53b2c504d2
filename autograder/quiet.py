"""Keeps nbgrader's log lines and warnings off the terminal, and its last error at hand."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SAWarning


class LastError(logging.Handler):
    """Remembers what nbgrader last complained about."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Called by `logging` for each error."""
        self.lines.append(record.getMessage().strip())

    def last(self) -> str:
        """Return the last line of the last error that is not a pointer to another log."""
        pointers = ("There was an error processing", "Please see the")
        telling = [line for line in self.lines if not line.startswith(pointers)]
        return telling[-1].splitlines()[-1] if telling else ""


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
