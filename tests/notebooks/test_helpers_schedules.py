"""Networks side by side are those one by one, the lowest cost is right, and so are range tests."""

import re

import numpy as np
import pytest
from test_widgets import every_state

from helpers import network, plots, schedules, widgets
from helpers.plots import schedules as figures
from helpers.plots import style


def one(P, row, seed):
    """Return one of many networks, in the form of the course's."""
    return {name: array[row, seed].astype(float) for name, array in P.items()}


def test_losses_and_gradients_are_those_of_the_course_network():
    X, Y = schedules.images(12)
    P = schedules.start(2, [4, 5], hidden=3)
    losses, grads = schedules.backward(X[None], Y[None], P)
    for row, seed in ((0, 0), (1, 1)):
        alone = one(P, row, seed)
        cache = network.forward(X, alone)
        assert losses[row, seed] == pytest.approx(network.cost(cache["Z2"], Y), rel=1e-5)
        for name, slope in network.backward(Y, alone, cache).items():
            assert grads[name[1:]][row, seed] == pytest.approx(slope, abs=1e-6)


def test_the_excess_is_the_mean_over_flips_above_the_entropy():
    Y, P = np.array([[1.0, 0.0]]), schedules.start(1, [0], hidden=2)
    p = schedules.FLIPPED
    for name in ("W1", "b1", "W2"):
        P[name] *= 0
    P["b2"][:] = np.log((1 - p) / p)  # the best answer to the first, the worst to the second
    found = schedules.excess(np.zeros((64, 2)), Y, P)[0, 0]
    worst = -p * np.log(1 - p) - (1 - p) * np.log(p)  # the cost of the second, and its entropy
    least = -p * np.log(p) - (1 - p) * np.log(1 - p)
    assert found == pytest.approx((worst - least) / 2, rel=1e-5)


def test_a_row_of_rates_gives_the_same_run_whatever_runs_beside_it():
    rates = np.array([[0.1] * 40, [0.3] * 40])
    losses, steps, above = schedules.train(rates, [1, 2], looks=4)
    assert losses.shape == (2, 2, 40) and steps.tolist() == [10, 20, 30, 40] and above.shape == (2, 2, 4)
    alone = schedules.train(rates[1], [2], looks=4)
    assert alone[0][0, 0] == pytest.approx(losses[1, 1], rel=1e-4)
    assert alone[2][0, 0] == pytest.approx(above[1, 1], rel=1e-3)
    assert (schedules.train(np.full(400, 0.3), [0, 1])[2][0, :, -1] < 0.25).all()  # guessing: 0.37


def test_a_range_test_is_read_where_its_loss_falls_and_rises():
    rates = np.geomspace(0.001, 10, 400)
    loss = np.where(rates < 0.02, 0.7, np.where(rates < 1, 0.3, 2.0))
    at, smooth, fall, rise = schedules.read(rates, np.stack([loss, loss, np.where(rates > 5, np.nan, loss)]))
    assert at.shape == smooth.shape
    assert at[fall] == pytest.approx(0.02, rel=0.1) and at[rise] == pytest.approx(1, rel=0.6)


@pytest.mark.slow
def test_the_panel_of_schedules_shows_every_run():
    rng, steps = np.random.default_rng(0), np.arange(1, 11)
    shapes = {"constant": np.ones(10), "falling": np.linspace(1, 0, 10)}
    runs = {name: (steps, rng.uniform(0.01, 2, (3, 4, 10))) for name in shapes}
    shown = list(every_state(widgets.schedules(shapes, [0.1, 0.2, 0.4], runs)))
    assert len(shown) == 6
    for state, picture in shown:
        above = runs[state["schedule"]][1][[0.1, 0.2, 0.4].index(state["rate"])]
        alt = re.search('alt="([^"]*)"', picture)[1]
        assert f"Schedule {state['schedule']}, first rate {state['rate']:g}:" in alt
        assert f"ends at {figures.final(above):.3f}" in alt
    assert not style.plt.get_fignums()


@pytest.mark.slow
def test_the_figures_are_shown_with_their_alt_text_and_closed(monkeypatch):
    shown, x = [], np.linspace(0.1, 1, 20)
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data["text/plain"]))
    plots.floors({"rate": x, "1/t": x}, {"rate": 0.1}, alt="floors")
    plots.scheduled({"a": x}, {"a": (np.arange(20), np.stack([x, x]))}, alt="scheduled")
    ends = {"a": np.stack([x, x], axis=1)}
    plots.range_tests({10: (x, x, [2, 5]), 20: (x, x, [1, 9])}, x, ends, alt="range")
    assert shown == ["floors", "scheduled", "range"] and not style.plt.get_fignums()
