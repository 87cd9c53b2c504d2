"""What the helpers hold for notebooks/week1/1-splits-and-error-bars.ipynb."""

import re

import numpy as np
import pytest
from test_widgets import every_state

from helpers import measuring, widgets
from helpers.plots import measuring as drawn
from helpers.plots import style


def test_the_nearest_mean_is_nearest():
    rng = np.random.default_rng(0)
    X, Y, Z = rng.normal(size=(3, 9)), np.arange(9) % 2, rng.normal(size=(3, 20))
    means = [X[:, y == Y].mean(axis=1, keepdims=True) for y in (0, 1)]
    distances = np.array([np.sum((Z - mean) ** 2, axis=0) for mean in means])
    assert np.array_equal(measuring.nearest_mean(X, Y, Z), distances.argmin(axis=0))


def test_each_of_many_models_is_a_nearest_mean_of_some_pixels():
    rng = np.random.default_rng(1)
    X, Y, Z = rng.normal(size=(4, 9)), np.arange(9) % 2, rng.normal(size=(4, 20))
    pairs = [[i, j] for i in range(4) for j in range(i)]
    possible = [measuring.nearest_mean(X[pair], Y, Z[pair]).tolist() for pair in pairs]
    answers = measuring.many_models(X, Y, Z, 50, np.random.default_rng(2), pixels=2)
    assert answers.shape == (50, 20) and all(answer.tolist() in possible for answer in answers)
    assert len(np.unique(answers, axis=0)) == len({str(answer) for answer in possible})


def test_the_strongest_features_are_those_that_differ_between_the_classes():
    X = np.zeros((6, 8))
    X[4, ::2], X[1, 1::2], X[3, 0] = 3, 5, 1
    assert sorted(measuring.strongest(X, np.arange(8) % 2, count=2)) == [1, 4]


@pytest.mark.slow
def test_the_panel_of_two_models_tells_who_wins_and_when_the_bars_part():
    rng = np.random.default_rng(0)
    shown = list(every_state(widgets.two_models()))
    assert len(shown) == 40
    for state, picture in shown:
        m, p, q = state["examples"], drawn.WORSE, drawn.WORSE + state["difference"]
        worse, better = (rng.binomial(m, share, 50_000) / m for share in (p, q))
        wins = np.mean(better > worse) + np.mean(better == worse) / 2
        assert drawn.better_wins(m, state["difference"]) == pytest.approx(wins, abs=0.01)
        apart = q - 2 * better.std() > p + 2 * worse.std()
        assert re.search("bars (apart|overlap)", picture)[1] == ("apart" if apart else "overlap")
        assert p - 2 * worse.std() > 0.6 and q + 2 * better.std() < 1
    assert not style.plt.get_fignums()
