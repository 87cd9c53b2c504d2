"""What can become of a check, a notebook and a submission, as data with the fields that JSON shows."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """What became of one check."""

    PASSED = "passed"
    PARTLY = "partly"  # the last line of the check is a number: the points that it gives
    FAILED = "failed"  # the function returned something wrong
    RAISED = "raised"  # the function raised an exception
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    DIED = "died"  # the student's process ended, or disturbed the connection to the grader
    MISSING = "missing"  # the function is not defined or not written, or the notebook was not handed in
    GRADER_FAULT = "grader_fault"  # the grader or the machine failed twice; there is never a score
    WAITING = "waiting"  # a person grades it, and has not done so yet
    BY_HAND = "by_hand"  # a person has given the score, whatever became of the check


@dataclass(frozen=True)
class Check:
    """One graded cell of one submission."""

    grade_id: str
    points: float
    score: float | None  # None while it waits for a person, and after a fault of the grader
    outcome: Outcome
    message: str = ""  # what the student is told; empty if passed

    @property
    def hint(self) -> str:
        """What the mistake looks like, if the message says so: in the catalogue's words, or the check's."""
        lines = (line.partition("  hint ") for line in self.message.split("\n"))
        return next((rest.strip() for before, found, rest in lines if found and not before), "")

    def as_json(self) -> dict[str, Any]:
        """Return what `course grade --json` writes for this check."""
        return {**asdict(self), "hint": self.hint}


@dataclass(frozen=True)
class Notebook:
    """One notebook of one submission."""

    raw_score: float | None
    max_score: float
    checks: list[Check]
    penalty: float = 0  # for handing in late
    untouched: bool = False  # nothing is written: all answers are as they were handed out

    @property
    def score(self) -> float | None:
        """What counts: the points, less the penalty."""
        return None if self.raw_score is None else max(0, self.raw_score - self.penalty)

    def as_json(self) -> dict[str, Any]:
        """Return what `course grade --json` writes for this notebook."""
        return {"score": self.score, **asdict(self), "checks": [check.as_json() for check in self.checks]}


@dataclass(frozen=True)
class Submission:
    """One student's submission; if it could not be graded, there is a problem and no score."""

    student: str
    notebooks: dict[str, Notebook] = field(default_factory=dict)
    problem: str | None = None  # what to do, for the instructor
    notes: list[str] = field(default_factory=list)  # what was put right before it was graded
    seconds_late: float = 0
    unchanged: bool = field(default=False, compare=False)  # it was graded before, and has not changed since

    def total(self, what: str) -> float | None:
        """Return the sum of something over the notebooks, or None if the submission was not graded."""
        return None if self.problem else sum(getattr(n, what) for n in self.notebooks.values())

    @property
    def score(self) -> float | None:
        """What counts: the points, less the penalty for handing in late."""
        return self.total("score")

    @property
    def max_score(self) -> float | None:
        """The points that could be earned."""
        return self.total("max_score")

    def as_json(self) -> dict[str, Any]:
        """Return what `course grade --json` writes for this submission."""
        totals = {name: self.total(name) for name in ("score", "max_score", "raw_score", "penalty")}
        notebooks = {name: notebook.as_json() for name, notebook in self.notebooks.items()}
        fields = {name: value for name, value in asdict(self).items() if name != "unchanged"}
        return fields | totals | {"notebooks": notebooks}
