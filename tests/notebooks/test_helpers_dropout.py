"""What the helpers hold for notebooks/week1/5-dropout.ipynb."""

import re

import numpy as np
import pytest
from scipy.special import log_softmax
from test_widgets import every_state

from helpers import data, thinning, widgets
from helpers.plots import style
from helpers.plots import thinning as drawn


def loss(X, Y, weights, factors):
    scores = weights[1] @ (np.maximum(0, weights[0] @ X) * factors)
    return -np.mean(log_softmax(scores, axis=0)[Y[0].astype(int), np.arange(X.shape[1])])


def test_a_step_goes_down_the_gradient_of_the_masked_network(monkeypatch):
    X, Y = (part[:, :64] for part in data.digits()["train"])
    draws = []

    class Rng:  # the same examples in order, and masks that are kept
        def __init__(self, seed):
            self.rng = np.random.Generator(np.random.PCG64(seed))

        def normal(self, *given):
            return self.rng.normal(*given)

        def integers(self, *given):
            return np.arange(64)

        def binomial(self, *given):
            draws.append(self.rng.binomial(*given))
            return draws[-1]

    monkeypatch.setattr(thinning.np.random, "default_rng", Rng)
    start = thinning.train(X, Y, 0.5, seed=1, hidden=6, num_steps=0)
    stepped = thinning.train(X, Y, 0.5, seed=1, hidden=6, num_steps=1, rate=0.1)
    factors = draws[-1] / 0.5
    for which, index in [(0, (2, 20)), (0, (5, 34)), (1, (3, 4))]:
        costs = []
        for small in (1e-6, -1e-6):
            moved = [W.copy() for W in start]
            moved[which][index] += small
            costs.append(loss(X, Y, moved, factors))
        step = (stepped[which] - start[which])[index]
        assert step == pytest.approx(-0.1 * (costs[0] - costs[1]) / 2e-6, rel=1e-4, abs=1e-9)


def test_the_mean_score_of_all_masks_is_that_of_the_plain_pass():
    rng = np.random.default_rng(0)
    X, weights = rng.random((64, 3)), [rng.normal(size=(4, 64)), rng.normal(size=(10, 4))]
    masks = np.array([[[bit >> j & 1] for j in range(4)] for bit in range(16)])  # (16, 4, 1)
    each = thinning.answers(X, weights, np.broadcast_to(masks / 0.5, (16, 4, 3)))  # (16, 10, 3)
    plain = thinning.answers(X, weights, 1)
    assert each.shape == (16, 10, 3) and np.allclose(each.sum(axis=1), 1)
    geometric = np.exp(np.mean(np.log(each), axis=0))  # the softmax of mean scores
    assert np.allclose(geometric / geometric.sum(axis=0), plain)
    assert thinning.accuracy(each, plain.argmax(axis=0)[None]).shape == (16,)
    assert thinning.accuracy(plain, plain.argmax(axis=0)[None]) == 1


@pytest.mark.slow
def test_the_panel_of_a_units_input_shows_every_value_and_stays_in_its_axes():
    shown = list(every_state(widgets.unit_input()))
    assert len(shown) == 40
    for state, picture in shown:
        p, n = state["keep_prob"], state["inputs"]
        spread = np.std(np.random.default_rng(0).binomial(n, p, 100_000) / (n * p))
        told = float(re.search(r"standard deviation (\d\.\d+)", picture)[1])
        assert told == pytest.approx(spread, rel=0.02, abs=0.001)
        assert 1 / p < drawn.WIDEST
    assert not style.plt.get_fignums()
