"""A batch that is normalized together: the pulls on three paths, and the panel that shows them."""

import re

import numpy as np
import pytest

from helpers import widgets
from helpers.plots import normalized_batches, style


@pytest.mark.parametrize("seed", range(5))
def test_the_pulls_on_the_paths_add_up_to_the_slope(seed):
    rng = np.random.default_rng(seed)
    Z, pull, j = rng.normal(size=7), rng.normal(size=7), seed
    ends = [Z + step * np.eye(7)[j] for step in (1e-6, -1e-6)]
    outputs = [(end - end.mean()) / end.std() for end in ends]
    slope = pull @ (outputs[0] - outputs[1]) / 2e-6
    direct, _, mean = found = normalized_batches.by_path(Z, pull, j)
    assert sum(found) / Z.std() == pytest.approx(slope, rel=1e-6)
    assert direct == pytest.approx(pull[j]) and mean == pytest.approx(-pull.mean())


@pytest.mark.long
def test_the_panel_of_a_batch_shows_every_value_and_pull_inside_its_axes():
    value, pulled = widgets.batch().controls.values()
    settings = [(number, want) for _, number in value.options for want in pulled.options]
    assert len(settings) == 39
    alts = set()
    for number, want in settings:
        figure, alt = normalized_batches.dragged(number, want)
        alts.add(alt)
        *paths, together = (float(size) for size in re.findall(r" ([+-]\d\.\d\d)", alt))
        assert sum(paths) == pytest.approx(together, abs=0.016) and max(map(abs, paths)) < 1.1
        if want == "all outputs":
            assert together == 0
        drawn = np.concatenate([line.get_ydata() for line in figure.axes[0].lines])
        assert np.abs(drawn).max() < normalized_batches.LIMIT
        style.plt.close(figure)
    assert len(alts) == 39


def test_the_panel_of_a_batch_follows_its_controls():
    panel = widgets.batch()
    panel.controls["value"].value = -12
    panel.controls["pulled"].value = "all outputs"
    assert "An example at -12; pulled up: all outputs" in panel.picture.value
    assert not style.plt.get_fignums()
