"""What the lesson on hyperparameters rests on: many networks side by side, and trials thrown at valleys."""

import itertools

import numpy as np
import pytest

from helpers import importance
from helpers.plots import throws


def cost(W, X, Y, units):
    A = np.maximum(W[0] @ X, 0)
    A[units:] = 0
    Z = W[1] @ A
    return np.mean(np.log(np.exp(Z).sum(axis=0)) - Z[Y, np.arange(len(Y))])


@pytest.mark.parametrize(("layer", "entry"), [(0, (0, 1)), (0, (3, 4)), (1, (2, 0))])
def test_a_step_is_that_of_one_network_by_central_differences(layer, entry):
    settings, rng = importance.draw(3, 1), np.random.default_rng(2)
    networks = importance.Networks(settings, 5, 3, rng)
    X, Y = rng.normal(size=(5, 32)), rng.integers(0, 3, 32)
    for k in range(3):
        one = {name: values[k] for name, values in settings.items()}
        W = [weights[k].astype(float) for weights in networks.W]
        size, costs = int(one["batch size"]), []
        for nudge in (1e-6, -1e-6):
            nudged = [weights.copy() for weights in W]
            nudged[layer][entry] += nudge
            costs.append(cost(nudged, X[:, :size], Y[:size], int(one["units"])))
        gradient = (costs[0] - costs[1]) / 2e-6 + one["weight decay"] * W[layer][entry]
        fresh = importance.Networks(settings, 5, 3, np.random.default_rng(2))
        fresh.step(X, Y)
        assert fresh.v[layer][k][entry] == pytest.approx((1 - one["momentum"]) * gradient, rel=1e-3, abs=1e-6)


def test_settings_lie_in_their_ranges_and_their_factors_are_spread_evenly():
    settings = importance.draw(4000, 0)
    assert list(settings) == list(importance.SPACE)
    for name, (low, high) in importance.SPACE.items():
        values = 1 - settings[name] if name == "momentum" else settings[name]
        assert low <= values.min() and values.max() <= high
        assert np.median(values) == pytest.approx(np.sqrt(low * high), rel=0.2)


def test_a_network_that_diverges_guesses():
    settings = importance.draw(2, 0) | {"learning rate": np.array([1e20, 0.3])}
    guessing, trained = importance.dev_errors(settings, "tumours", steps=50)
    assert 0.2 < guessing < 0.8 and trained < 0.2


@pytest.mark.parametrize("trials", [4, 9, 16])
def test_a_grid_repeats_values_and_random_trials_do_not(trials):
    grid, random = (throws.throw(kind, trials) for kind in ("grid", "random"))
    assert grid.shape == random.shape == (trials, 2)
    assert len(np.unique(grid[:, 0])) == trials**0.5 and len(np.unique(random[:, 0])) == trials


def test_random_wins_in_as_many_valleys_as_the_lesson_says():
    wins = {}
    for matters, trials in itertools.product(throws.MATTERS, (9, 16)):
        for valley in range(1, 6):
            corner = np.random.default_rng([valley, 3]).uniform(0, 1 - throws.WIDTH, 2)
            grid, random = (
                throws.error(throws.throw(kind, trials, valley), corner, matters).min()
                for kind in ("grid", "random")
            )
            wins[matters, trials] = wins.get((matters, trials), 0) + (random < grid)
    assert (wins["only A", 9], wins["A and B", 9], wins["A and B", 16]) == (4, 3, 2)
