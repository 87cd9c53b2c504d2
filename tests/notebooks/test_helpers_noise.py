"""Gradients one by one, runs to a goal, and the panel of batches."""

import re

import numpy as np
import pytest
from test_widgets import every_state

from helpers import batches, data, gradients, network, plots, widgets
from helpers.plots import batch_walks, noise, style


def digits(m=64):
    X, Y = data.digits()["train"]
    return X[:, :m], Y[:, :m] % 2


def test_the_gradients_of_single_examples_have_the_full_gradient_as_their_mean():
    X, Y = digits()
    parameters = network.start([64, 3, 1], 0)
    each = batches.each_gradient(X, Y, parameters)
    assert each.shape == (64, 64 * 3 + 3 + 3 + 1)
    full = gradients.flat(gradients.gradient(X, Y, parameters))
    assert each.mean(axis=0) == pytest.approx(full, abs=1e-6)


def test_the_plane_of_a_cloud_holds_the_full_gradient_and_the_largest_spread_across_it():
    rng = np.random.default_rng(0)
    G = rng.normal(size=(50, 6)) * [1, 1, 9, 1, 1, 1] + [5, 0, 0, 0, 0, 0]
    along, across = noise.directions(G)
    assert along * np.linalg.norm(G.mean(axis=0)) == pytest.approx(G.mean(axis=0))
    assert along @ across == pytest.approx(0, abs=1e-12) and across @ across == pytest.approx(1)
    others = rng.normal(size=(200, 6))
    others -= np.outer(others @ along, along)
    others /= np.linalg.norm(others, axis=1, keepdims=True)
    assert np.var(G @ across) > np.var(G @ others.T, axis=0).max()


@pytest.mark.parametrize("size", [1, 32, 64])
def test_a_run_ends_at_its_goal_and_counts_its_steps(size):
    X, Y = digits()
    steps, costs = batches.run(X, Y, size, 0.05, seed=1, goal=0.5)
    assert costs[-1] < 0.5 <= min(costs[:-1])
    assert np.diff(steps).tolist() == [max(1, 64 // size)] * (len(costs) - 1)
    rate, counts, (_, found) = batches.fastest(X, Y, size, [1e-9, 0.05], [1, 2], 0.5, most=1000)
    assert rate == 0.05 and counts[0] == steps[-1] and found.tolist() == costs


def test_a_run_that_fails_says_so():
    X, Y = digits()
    for rate, most in ((1e-9, 10), (1e9, 1000)):
        steps, costs = batches.run(X, Y, 64, rate, seed=0, goal=0.01, most=most)
        assert np.isnan(costs[-1]) and len(steps) == len(costs)
    assert np.isinf(batches.fastest(X, Y, 64, [1e-9], [0], 0.01, most=10)[1]).all()


@pytest.mark.slow
def test_the_panel_of_batches_shows_every_size_and_nothing_leaves_its_axes():
    shown = [re.search('alt="([^"]*)"', picture)[1] for _, picture in every_state(widgets.clouds())]
    assert len(set(shown)) == 12
    counts = [alt.split(": ")[1].split(" step")[0] for alt in shown]
    assert counts == ["50", "1,024", "50", "256", "50", "64", "50", "16", "50", "4", "50", "1"]
    for size in (1, 4, 16, 64, 256, 1024):
        path = np.concatenate([batch_walks.walk(size, clock) for clock in batch_walks.CLOCKS])
        assert batch_walks.PLANE[0] < path.min() and path.max() < batch_walks.PLANE[1]
    assert not style.plt.get_fignums()


@pytest.mark.slow
def test_the_figures_are_shown_with_their_alt_text_and_closed(monkeypatch):
    shown, rng = [], np.random.default_rng(0)
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data["text/plain"]))
    x = np.array([1.0, 2.0, 3.0])
    plots.clouds({2: [[0, 1], [2, 3]], 1: [[4], [5]]}, rng.normal(size=(6, 9)), np.ones((1, 6)), alt="clouds")
    plots.widths([1, 4, 16], {"a": x[None], "b": 1 / x[None]}, alt="widths")
    plots.clocks({1: (x, 2 * x, 3 * x, 0.1 * x), 2: (x, x, x, 0.2 * x)}, 0.1, alt="clocks")
    plots.price([1, 4, 16], np.array([9 * x[::-1]]), (5, 4), alt="price")
    assert shown == ["clouds", "widths", "clocks", "price"] and not style.plt.get_fignums()
