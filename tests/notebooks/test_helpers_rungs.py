"""The lesson on halving: a training that is watched, the candidates of a pool, and the panel of brackets."""

import numpy as np
import pytest
from test_widgets import every_state

from helpers import rungs, widgets
from helpers.plots import halving, style


def test_a_watched_training_is_that_of_the_others_as_long_as_nobody_interferes():
    run = rungs.Run(seed=3)
    run.train(0.01, 5)
    run.train(0.01, 3)
    assert run.loss() == pytest.approx(rungs.losses([0.01], [8], seed=3)[0, 0], rel=1e-4)


def test_a_watched_training_can_go_back():
    run = rungs.Run(seed=0)
    run.train(0.02, 4)
    loss, state = run.loss(), run.state()
    for _ in range(2):
        run.train(0.5, 4)
        assert run.loss() != loss
        run.back_to(state)
        assert run.loss() == loss and run.steps == 4


def test_losses_have_the_shape_of_the_rates_and_rates_stay_in_the_range():
    found = rungs.losses([[1e-9, 0.01], [1e-5, 7.0]], [1, 4])
    assert found.shape == (2, 2, 2)
    assert np.allclose(found[0, 0], found[1, 0], rtol=1e-6)  # not every BLAS computes each network alike
    assert np.allclose(found[1, 1], rungs.losses([1.0], [1, 4])[0], rtol=1e-4)
    rates, curves = rungs.pools([1, 2], seeds=2, size=5)
    assert rates.shape == (2, 5) and curves.shape == (2, 5, 2) and (np.diff(rates) > 0).all()
    assert rates.min() >= rungs.LOW and rates.max() <= rungs.HIGH


def best_half(losses, runners, rung):
    """Return who takes part in each rung, if half of them are kept each time."""
    groups = [runners]
    for k in range(rung, 7):
        if len(groups[-1]) > 1:
            order = np.argsort(losses[groups[-1], k])
            groups.append(groups[-1][order[: len(order) // 2]])
    return groups


@pytest.mark.long
def test_the_panel_of_brackets_says_what_is_chosen():
    rng = np.random.default_rng(0)
    rates, curves = np.sort(10 ** rng.uniform(-5, 0, (5, 96))), rng.uniform(0.1, 3, (5, 96, 8))
    counts = {rung: 1280 // (halving.STEPS[rung] * (8 - rung)) for rung in range(1, 8)}
    shown = list(every_state(widgets.bracket(rates, curves, best_half, counts)))
    assert len({picture for _, picture in shown}) == len(shown) == 35
    for state, picture in shown:
        end, order = curves[state["pool"] - 1, :, -1], np.random.default_rng(state["pool"]).permutation(96)
        runners = order[: counts[state["rung"]]]
        chosen = end[best_half(curves[state["pool"] - 1], runners, state["rung"])[-1]].min()
        assert f"chosen loss {chosen:.3f}, " in picture
        assert ("the lowest" in picture) == (chosen == end[runners].min())
    assert not style.plt.get_fignums()
