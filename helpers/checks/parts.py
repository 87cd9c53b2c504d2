"""Points by part: each part of a check earns its own points, whatever becomes of the others.

parts = checks.Parts()
with parts.worth(1, "the shapes"):
    result.has_arrays({"W1": (2, 3), "b1": (2, 1)})
with parts.worth(2, "the values"):
    result.equals(right)
parts.points()
"""

from collections.abc import Iterator
from contextlib import contextmanager

from helpers.checks.messages import NotAFunction, NotWritten, to_read

# What is missing may be defined further down, or not be installed: it says nothing about a single part.
MISSING = (NotWritten, NotAFunction, NameError, ImportError, NotImplementedError)


class Points(float):
    """What the parts of a check have earned: to nbgrader, which reads it as the cell's output, a number.

    Attributes:
        message: which parts do not hold, and why
        failed: the names of these, and what they have raised
    """

    message: str = ""
    failed: tuple[tuple[str, Exception], ...] = ()


class Parts:
    """The parts of one check. Together they are worth the points of the cell."""

    def __init__(self) -> None:
        self.earned = self.most = 0.0
        self.failed: list[tuple[str, Exception]] = []  # the names of parts, and what they raised

    @contextmanager
    def worth(self, points: float, what: str) -> Iterator[None]:
        """Earn points if the `with` block holds; if not, go on behind it.

        Where a function is missing or not written yet, the check as a whole fails.

        Arguments:
            points: what the part is worth
            what: its name, which students read: never what a hidden test is about
        """
        self.most += points
        try:
            yield
            self.earned += points
        except Exception as error:
            if isinstance(error, MISSING) or isinstance(getattr(error, "error", None), MISSING):
                raise
            self.failed.append((what, error))

    def points(self) -> Points:
        """Print which parts do not hold; return the points of the others: the last line of the cell."""
        result = Points(self.earned)
        result.message, result.failed = self.message(), tuple(self.failed)
        print("\n".join(to_read(result.message)))  # not to stderr, for which nbgrader gives no points
        return result

    def message(self) -> str:
        """Return what is told of all parts together."""
        score = f"{self.earned:g} of {self.most:g} points"
        if not self.failed:
            return f"{score}: all checks here pass."
        names = ", ".join(what for what, _ in self.failed)
        told = [f"{what}: {reason(error)}" for what, error in self.failed]
        return "\n".join([f"{score}, not those for {names}.", *told])


def reason(error: Exception) -> str:
    """Return what went wrong in a part."""
    if isinstance(error, AssertionError):
        return str(error) or "what the check asserts does not hold."
    return f"the check could not use the result ({type(error).__name__}: {error})."
