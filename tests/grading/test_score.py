"""The rule: all points of a check or none, a part where the check says so, or a person decides."""

import numpy as np
import pytest

from autograder.grading.score import part_given, score_of
from autograder.outcomes import Outcome


@pytest.mark.parametrize("outcome", Outcome)
def test_only_what_has_passed_has_points_and_only_what_waits_has_no_score(outcome):
    wanted = {Outcome.PASSED: 2.5, Outcome.WAITING: None, Outcome.PARTLY: 0.5}.get(outcome, 0.0)
    assert score_of(outcome, 2.5, 0.5) == wanted


VALUES = {0.5: 0.5, 0: 0.0, -3: 0.0, float("nan"): 0.0, np.float32(0.5): 0.5, np.int64(1): 1.0}
WHOLE = [3, 1e9, float("inf"), True, False, None, "0.5", [0.5], 1j, np.array(0.5), np.bool_(False)]


@pytest.mark.parametrize("value", VALUES)
def test_a_number_gives_so_many_points_and_never_less_than_none(value):
    assert part_given(value, 3) == VALUES[value]


@pytest.mark.parametrize("value", WHOLE, ids=repr)
def test_what_is_no_number_or_is_too_large_gives_all_points(value):
    assert part_given(value, 3) is None
