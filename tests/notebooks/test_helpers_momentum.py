"""The lesson on momentum: the borders between walks by brute force, its panel, and a network as a vector."""

import itertools

import numpy as np
import pytest

from helpers import gradients, network, widgets
from helpers.plots import momentum, style


def shrinking(stride, beta):
    """Return whether a walk of 3000 steps comes closer, and whether it crosses the minimum."""
    theta, v, crossed = 1.0, 0.0, False
    for _ in range(3000):
        v = beta * v + (1 - beta) * theta
        theta = theta - stride * v
        crossed = crossed or theta < 0
        if abs(theta) > 1e6:
            return False, crossed
    return abs(theta) < 1, crossed


@pytest.mark.parametrize("beta", [0.1, 0.5, 0.9])
def test_walks_change_where_the_borders_say(beta):
    assert shrinking(0.97 * momentum.limit(beta), beta)[0]
    assert not shrinking(1.03 * momentum.limit(beta), beta)[0]
    assert not shrinking(0.97 * momentum.meeting(beta), beta)[1]
    assert shrinking(1.03 * momentum.meeting(beta), beta)[1]


@pytest.mark.long
def test_the_panel_of_roots_says_what_the_walk_does():
    panel = widgets.roots()
    strides, betas = ([value for _, value in control.options] for control in panel.controls.values())
    shown = set()
    for stride, beta in itertools.product(strides, betas):
        panel.controls["stride"].value, panel.controls["beta"].value = stride, beta
        close, crossed = shrinking(stride, beta)
        kind = momentum.KINDS[2 if not close else int(crossed)]
        assert f"and the walk {kind}." in panel.picture.value, (stride, beta)
        shown.add(panel.picture.value)
    assert len(shown) == len(strides) * len(betas) <= 60 and not style.plt.get_fignums()


def test_a_network_as_a_vector_has_its_cost_and_the_slope_of_it():
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((5, 30)), rng.integers(0, 2, (1, 30))
    start, cost, slope = gradients.problem(X, Y, hidden=4)
    theta = start(2)
    parameters = network.start([5, 4, 1], 2)
    assert cost(theta) == network.cost(network.forward(X, parameters)["Z2"], Y)
    D = rng.standard_normal(theta.size)
    numeric = (cost(theta + 1e-5 * D) - cost(theta - 1e-5 * D)) / 2e-5
    assert slope(theta) @ D == pytest.approx(numeric, rel=1e-6)
