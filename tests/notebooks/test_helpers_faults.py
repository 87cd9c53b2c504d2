"""Runs have the fault that they name, and the panel keeps it back until it is asked."""

import re

import numpy as np
import pytest
from scipy.special import log_softmax, softmax
from test_widgets import every_state

from helpers import faults, widgets
from helpers.plots import style

(X, Y), (X_dev, Y_dev), _ = faults.digits()


def test_the_loss_is_that_of_a_softmax():
    rng = np.random.default_rng(0)
    P = {"W1": rng.normal(size=(32, 64)), "b1": np.ones((32, 1)), "W2": rng.normal(size=(10, 32)), "b2": 0}
    A, Z = faults.forward(X[:, :7], P)
    assert A.shape == (32, 7) and A.min() == 0
    expected = -np.mean([log_softmax(Z[:, i])[Y[i]] for i in range(7)])
    assert faults.loss(softmax(Z, axis=0), Y[:7]) == pytest.approx(expected)


def test_the_gallery_has_the_faults_that_it_names():
    by_cause = {case.cause: case.settings for case in faults.nine().values()}
    assert len(by_cause) == 9
    assert (np.diff(by_cause["images sorted by digit"]["Y"]) >= 0).all()
    assert X.shape[1] + X_dev.shape[1] == by_cause["dev images in training set"]["Y"].size
    mixed = by_cause["300 images, labels shuffled"]["Y"]
    assert np.array_equal(np.bincount(mixed), np.bincount(Y[:300])) and np.mean(mixed == Y[:300]) < 0.2


def test_the_panel_has_the_faults_that_it_names():
    cases = faults.ten()
    wrong = next(case for case in cases if case.cause.startswith("20 %"))
    assert np.mean(wrong.settings["Y"] != Y) == pytest.approx(0.18, abs=0.03)  # one in ten is right by luck
    for case in cases:
        assert case.settings["X"].shape == (64, case.settings["Y"].size)
    assert [case.settings["seed"] for case in cases] == [*range(10, 20)]


@pytest.mark.long
def test_the_panel_tells_a_cause_only_when_asked():
    cases, rng = faults.ten(), np.random.default_rng(0)
    runs = [(rng.uniform(0, 70, 600), rng.uniform(0, 3, 60), rng.integers(0, 2, 600)) for _ in cases]
    shown = list(every_state(widgets.causes(cases, runs)))
    assert len(shown) == 30 and len({picture for _, picture in shown}) == 30
    for state, picture in shown:
        alt = re.search('alt="([^"]*)"', picture)[1]
        assert (f": {cases[state['run'] - 1].cause}; what next: " in alt) == (state["look"] == 3)
        assert ("dev loss" in alt) == (state["look"] > 1)
    assert not style.plt.get_fignums()
