"""The black boxes of week 2's open task: what they answer, and that they count."""

import numpy as np
import pytest

from helpers import black_boxes, plots
from helpers.black_boxes import BUDGET, Box, BudgetSpent, fall
from helpers.plots import style


@pytest.mark.parametrize("seed", range(4))  # one of each kind
def test_a_box_answers_with_the_cost_and_its_slope(seed):
    box = Box(seed)
    theta = box.start + 0.1 * box.length * np.random.default_rng(0).standard_normal(box.start.size)
    gradient = box.look(theta, box.X, box.P)[1]
    for entry in np.argsort(-np.abs(gradient))[:5]:
        step = 1e-6 * box.length * (np.arange(theta.size) == entry)
        slope = (box.excess(theta + step) - box.excess(theta - step)) / (2e-6 * box.length)
        assert gradient[entry] == pytest.approx(slope, rel=1e-4)
    answers = [box.measure(box.start)[1] for _ in range(BUDGET)]
    exact = box.look(box.start, box.X, box.P)[1]
    noise = np.linalg.norm(np.std(answers, axis=0)) / np.sqrt(BUDGET)
    assert np.linalg.norm(np.mean(answers, axis=0) - exact) < 2 * noise


def test_a_spent_budget_is_said_in_words():
    box = Box(0)
    for left in range(BUDGET, 0, -1):
        assert box.left == left
        box.measure(box.start)
    with pytest.raises(BudgetSpent, match="answered 500 times") as problem:
        box.measure(box.start)
    assert problem.value._render_traceback_()[1].startswith("`box.left` says")
    assert len(box.costs) == BUDGET


def test_a_vector_of_another_shape_is_refused():
    with pytest.raises(ValueError, match="this box takes"):
        Box(0).measure(np.zeros(3))


def test_a_score_is_0_at_the_start_and_never_negative():
    box = Box(1)
    assert fall(box, box.start) == 0
    assert fall(box, np.full(box.start.shape, np.nan)) == 0
    assert fall(box, 100 * box.start) == 0
    better = box.start - 0.01 * box.length**2 / box.unit * box.look(box.start, box.X, box.P)[1]
    assert 0 < fall(box, better) < 1


@pytest.mark.slow
def test_a_box_is_the_same_each_time_and_unseen_ones_are_others():
    first, again = (boxes[5] for boxes in (black_boxes.practice(), black_boxes.practice()))
    theta = first.start
    assert np.array_equal(theta, again.start)
    assert first.measure(theta)[0] == again.measure(theta)[0]
    practice, unseen = ([box.unit for box in boxes()] for boxes in (black_boxes.practice, black_boxes.unseen))
    assert len(practice) == len(unseen) == 40
    assert not set(practice) & set(unseen)


@pytest.mark.slow
def test_figures_take_costs_that_diverge_and_many_attempts(monkeypatch):
    shown = []
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data["text/plain"]))
    costs = {"a": [np.ones(40), np.full(40, np.nan)], "b": [np.geomspace(1, 1e9, 40), np.ones(40)]}
    plots.answers(costs, boxes=[1, 0], alt="answers")
    plots.standings({"": {str(k): [k, k + 1.0] for k in range(9)}}, "x", alt="nine")
    assert shown == ["answers", "nine"]
