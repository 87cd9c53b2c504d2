"""The lesson on moving averages: weights and gradients by brute force, and its panel at all values."""

import itertools

import numpy as np
import pytest

from helpers import data, gradients, network, widgets
from helpers.plots import averages, style


@pytest.mark.parametrize("beta", [0, 0.5, 0.98])
def test_the_weights_of_the_panel_are_those_of_a_corrected_running_average(beta):
    x = np.random.default_rng(0).standard_normal(30)
    v, expected = 0, []
    for t in range(30):
        v = beta * v + (1 - beta) * x[t]
        expected.append(v / (1 - beta ** (t + 1)))
    assert averages.shares(beta, 30) @ x == pytest.approx(np.array(expected))


@pytest.mark.long
def test_the_panel_shows_the_echo_of_every_mistake_within_its_axes():
    panel = widgets.echo()
    options = [
        [option[1] if isinstance(option, tuple) else option for option in control.options]
        for control in panel.controls.values()
    ]
    shown = set()
    for values in itertools.product(*options):
        for control, value in zip(panel.controls.values(), values, strict=True):
            control.value = value
        beta, error, day = values
        false = data.temperatures()[day - 1] + error
        assert -19 < false < 33
        assert f"the one of day {day} off by {error:+d} degrees" in panel.picture.value
        shown.add(panel.picture.value)
    assert len(shown) == 60 and not style.plt.get_fignums()


def test_gradients_along_a_run_are_those_of_the_network_and_move_it():
    rng = np.random.default_rng(1)
    X, Y = rng.standard_normal((5, 40)), rng.integers(0, 2, (1, 40))
    steps = list(gradients.along(X, Y, rate=0.2, seed=3, steps=2, batch=8, hidden=4))
    parameters = network.start([5, 4, 1], 3)
    some = np.random.default_rng(3).integers(0, 40, 8)
    first = gradients.gradient(X[:, some], Y[:, some], parameters)
    assert np.allclose(steps[0][0], gradients.flat(first))
    moved = {name: value - 0.2 * first[f"d{name}"] for name, value in parameters.items()}
    assert np.allclose(steps[1][1], gradients.flat(gradients.gradient(X, Y, moved)))
