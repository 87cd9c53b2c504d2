"""The lesson on RMSProp and Adam: the fastest of many walks by brute force, and its panel."""

import numpy as np
import pytest
from test_widgets import every_state

from helpers import landscapes, widgets
from helpers.plots import adaptive, style


def signed():
    """Return an optimizer whose steps are all of one length."""
    return np.sign


def plain():
    """Return gradient descent."""
    return lambda g: g


@pytest.mark.parametrize("make", [signed, plain])
def test_the_fastest_rate_is_that_of_walks_one_by_one(make):
    valley, starts, rates = landscapes.valley(angle=20), landscapes.around(20, 4), np.array([0.01, 0.05, 0.3])
    needed, chosen, paths = landscapes.fastest(make, valley, starts, rates, num_steps=120)
    for i, start in enumerate(starts.T):
        counts, walks = [], []
        for rate in rates:
            point, far, walk = start, 0, [start]
            for t in range(1, 121):
                point = point - rate * make()(np.array(valley.slope(*point)))
                walk.append(point)
                far = far if np.linalg.norm(point) <= 0.4 else t
            counts.append(far + 1)
            walks.append(walk)
        best = int(np.argmin(counts))
        assert (needed[i], chosen[i]) == (counts[best], rates[best])
        assert np.allclose(paths[:, :, i], walks[best])


def test_starts_lie_on_half_a_circle_that_turns_with_the_valley():
    for angle in (0, 30):
        starts = landscapes.around(angle)
        costs = landscapes.valley(angle=angle).cost(*starts)
        assert np.allclose(np.hypot(*starts), 4)
        assert np.allclose(costs, landscapes.valley().cost(*landscapes.around(0)))


@pytest.mark.long
def test_the_panel_tells_how_many_steps_it_takes():
    shown = list(every_state(widgets.turned({"RMSProp": signed, "gradient descent": plain})))
    assert len({picture for _, picture in shown}) == len(shown) == 18
    for state, picture in shown:
        make = {"RMSProp": signed, "gradient descent": plain}[state["optimizer"]]
        valley, starts = landscapes.valley(angle=state["angle"]), landscapes.around(state["angle"])
        needed, _, _ = landscapes.fastest(make, valley, starts, adaptive.RATES)
        assert f"{state['angle']} degrees, rate" in picture
        assert f"median of 12 starts: {np.median(needed):g} steps" in picture
    assert not style.plt.get_fignums()
