"""The rule that turns what became of a graded cell into points."""

from autograder.outcomes import Outcome


def score_of(outcome: Outcome, points: float) -> float | None:
    """Return all points or none of them; None if a person still has to decide."""
    if outcome is Outcome.WAITING:
        return None
    return points if outcome is Outcome.PASSED else 0.0
