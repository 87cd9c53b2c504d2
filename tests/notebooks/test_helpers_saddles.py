"""The lesson on saddle points: the gradient by central differences, and the panel of the ridge."""

import numpy as np
import pytest
from test_widgets import every_state

from helpers import saddles, widgets
from helpers.plots import style


def test_the_gradient_agrees_with_central_differences():
    cost, slope = saddles.odd_digits(hidden=3, features=2, images=30)
    theta, D = np.random.default_rng(0).standard_normal((2, 2, 5, 13))
    numeric = (cost(theta + 1e-5 * D) - cost(theta - 1e-5 * D)) / 2e-5  # (2, 5)
    assert np.sum(slope(theta) * D, axis=-1) == pytest.approx(numeric, rel=1e-6)


def test_networks_side_by_side_are_those_one_by_one():
    cost, slope = saddles.odd_digits()
    together = saddles.scattered(slope, 3, 37, seed=1)
    assert together.shape == slope(together).shape == (3, 37)
    for one, height, gradient in zip(together, cost(together), slope(together), strict=True):
        assert cost(one) == pytest.approx(height)
        assert slope(one) == pytest.approx(gradient)


@pytest.mark.long
def test_the_panel_of_the_ridge_says_when_the_ball_leaves():
    shown = list(every_state(widgets.ridge()))
    assert len({picture for _, picture in shown}) == len(shown) == 45
    for state, picture in shown:
        stays = state["distance"] == state["noise"] == 0
        assert ("on the ridge after 300 steps" in picture) == stays, state
        if state["optimizer"] == "gradient descent" and state["noise"] == 0 and not stays:
            steps = np.log(0.5 / state["distance"]) / np.log(1.1)  # each step multiplies the distance by 1.1
            counted = int(picture.split("leaves in ")[1].split()[0])
            assert counted == pytest.approx(steps, abs=3)  # near 0.5 the cost is no longer a parabola
    assert not style.plt.get_fignums()
