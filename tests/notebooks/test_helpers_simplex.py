"""Softmax and cross-entropy: the panel of pulls, and points with wrong labels."""

import re

import numpy as np
import pytest

from helpers import data, widgets
from helpers.plots import simplex, style
from helpers.plots.panels import plain


def cost(scores):
    return np.log(np.exp(scores).sum()) - scores[0]


@pytest.mark.slow
def test_the_panel_of_pulls_agrees_with_central_differences_at_every_setting():
    cat, dog = widgets.pulls().controls.values()
    settings = [(value, other) for _, value in cat.options for other in dog.options]
    assert len(settings) == 39
    for setting in settings:
        figure, alt = simplex.pulls(*setting)
        scores = np.array([*setting, 0.0])
        told = [float(value) for value in re.findall(r" ([+-]\d\.\d\d)", alt)]
        for k, pull in enumerate(told):
            step = 1e-6 * np.eye(3)[k]
            numeric = (cost(scores - step) - cost(scores + step)) / 2e-6
            assert pull == pytest.approx(numeric, abs=0.0051)
        assert len(told) == 3
        p = np.exp(-cost(scores))
        assert f"p = {plain(p) if p < 0.1 else f'{p:.3f}'}, cost {cost(scores):.2f}" in alt
        lower = figure.axes[-1]
        assert lower.patches[0].get_width() == pytest.approx(cost(scores))
        assert cost(scores) < lower.get_xlim()[1]
        style.plt.close(figure)


def test_the_panel_of_pulls_follows_its_controls():
    panel = widgets.pulls()
    before = panel.picture.value
    panel.controls["cat"].value = -6
    assert "Scores -6 for the cat, 4 for the dog, 0" in panel.picture.value != before
    assert not style.plt.get_fignums()


def test_sure_classes_lie_in_the_corners_and_equal_ones_in_the_middle():
    assert np.allclose(simplex.place(np.eye(3)), simplex.CORNERS)
    middle = simplex.place(np.full((3, 1), 1 / 3))
    assert np.ptp(np.linalg.norm(simplex.CORNERS - middle, axis=0)) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("wrong", [0, 0.05, 0.2])
def test_as_many_points_as_asked_for_have_the_label_of_another_corner(wrong):
    X, Y = data.mislabelled_corners(200, wrong, seeds=range(3))
    assert X.shape == Y.shape == (3, 3, 200)
    assert (Y.sum(axis=1) == 1).all() and set(np.unique(Y)) == {0, 1}
    differs = X.argmax(axis=1) != Y.argmax(axis=1)  # the noise is too small to change a corner
    assert (differs.sum(axis=1) == round(200 * wrong)).all()
    assert not np.array_equal(X[0], X[1])
    again, _ = data.mislabelled_corners(200, wrong, seeds=[2])
    assert np.array_equal(again[0], X[2])
