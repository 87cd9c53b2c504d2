"""What can become of a check, a notebook and a submission: data, with the fields that JSON shows."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one check."""

    PASSED = "passed"
    FAILED = "failed"  # the function returned something wrong
    RAISED = "raised"  # the function raised an exception
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    DIED = "died"  # the student's process ended, or disturbed the line to the grader
    MISSING = "missing"  # the function is not defined or not written, or the notebook was not handed in
    GRADER_FAULT = "grader_fault"  # the grader or the machine failed, twice: never a score


@dataclass(frozen=True)
class Check:
    """One graded cell of one submission."""

    grade_id: str
    points: float
    score: float | None  # None after a fault of the grader
    outcome: Outcome
    message: str = ""  # what the student is told; empty if passed


@dataclass(frozen=True)
class Notebook:
    """One notebook of one submission."""

    score: float | None
    max_score: float
    checks: list[Check]


@dataclass(frozen=True)
class Submission:
    """One student's submission; without a score if it could not be graded, and why."""

    student: str
    notebooks: dict[str, Notebook] = field(default_factory=dict)
    problem: str | None = None  # what to do, for the instructor
    notes: list[str] = field(default_factory=list)  # what was put right before it was graded

    @property
    def score(self) -> float | None:
        """The sum over the notebooks, or None if the submission was not graded."""
        return None if self.problem else sum(n.score for n in self.notebooks.values())

    @property
    def max_score(self) -> float | None:
        """The points that could be had, or None if the submission was not graded."""
        return None if self.problem else sum(n.max_score for n in self.notebooks.values())

    def as_json(self) -> dict:
        """Return what `course grade --json` writes for this submission."""
        return asdict(self) | {"score": self.score, "max_score": self.max_score}
