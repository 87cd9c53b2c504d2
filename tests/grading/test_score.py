"""The rule: all points of a check or none, and no score where a person is still to say."""

import pytest

from autograder.grading.score import score_of
from autograder.outcomes import Outcome


@pytest.mark.parametrize("outcome", Outcome)
def test_only_what_has_passed_has_points_and_only_what_waits_has_no_score(outcome):
    wanted = {Outcome.PASSED: 2.5, Outcome.WAITING: None}.get(outcome, 0.0)
    assert score_of(outcome, 2.5) == wanted
