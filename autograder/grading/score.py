"""The rule that turns what became of a graded cell into points."""

from typing import Any

import numpy as np

from autograder.outcomes import Outcome


def score_of(outcome: Outcome, points: float, part: float = 0.0) -> float | None:
    """Return all points, the part of them that a check gives, or none; None if a person has to decide."""
    if outcome is Outcome.WAITING:
        return None
    if outcome is Outcome.PARTLY:
        return min(part, points)
    return points if outcome is Outcome.PASSED else 0.0


def part_given(value: Any, points: float) -> float | None:
    """Return how many points the value of a check's last line gives; None for all of them.

    As with nbgrader, a number gives so many points, and none below 0. NumPy's numbers count, too. Everything
    else, also a truth value, gives all points: a check that fails has to raise an exception.
    """
    kind = type(value)  # an object of the student's could pass for an instance of another class
    if kind is bool or not issubclass(kind, (int, float, np.integer, np.floating)):
        return None
    if value >= points:
        return None
    return float(value) if value > 0 else 0.0  # also for what is not a number
