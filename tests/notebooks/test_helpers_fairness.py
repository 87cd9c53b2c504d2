"""The panel of comparisons names the winner at each rate, and the figures can be drawn."""

import re

import numpy as np
import pytest
from test_widgets import every_state

from helpers import plots, widgets
from helpers.plots import style

RATES = np.array([0.01, 0.1, 1.0])
COSTS = {"a": np.array([0.5, 0.1, 0.4]), "b": np.array([0.2, 0.3, 2.0]), "c": np.array([0.3, 0.2, 0.09])}


@pytest.mark.slow
def test_the_panel_ranks_the_optimizers_at_each_rate():
    shown = [re.search('alt="([^"]*)"', picture)[1] for _, picture in every_state(widgets.cut(RATES, COSTS))]
    rankings = [re.findall(r"([abc]) \d", alt.partition("Ranking")[2]) for alt in shown]
    assert rankings == [["b", "c", "a"], ["a", "c", "b"], ["c", "a", "b"]]
    assert not style.plt.get_fignums()


@pytest.mark.slow
def test_the_figures_are_shown_with_their_alt_text_and_closed(monkeypatch):
    shown, rng = [], np.random.default_rng(0)
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data["text/plain"]))
    plots.cuts(RATES, COSTS, [0.1], alt="cuts")
    plots.budgets([1, 3, 10], {"narrow": COSTS, "wide": COSTS}, alt="budgets")
    plots.pairs(rng.normal(size=9), rng.normal(size=9), ["a", "b"], alt="pairs")
    assert shown == ["cuts", "budgets", "pairs"] and not style.plt.get_fignums()
