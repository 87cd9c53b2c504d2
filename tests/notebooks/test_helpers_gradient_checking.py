"""The figures that the notebook on gradient checking adds: what they draw, read off the axes."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import plots
from helpers.plots import derivatives

ALT = "a figure that a test draws, described in more than forty characters"


@pytest.fixture
def drawn(monkeypatch):
    """Return the figures that are shown, kept open to be looked into."""
    figures = []
    monkeypatch.setattr(derivatives, "show", lambda figure, alt: figures.append(figure))
    yield figures
    plt.close("all")


def line(axes, label):
    return next(line for line in axes.get_lines() if line.get_label() == label)


def slope_of(line):
    return line.get_slope() or np.divide(*np.subtract(line.get_xy2(), line.get_xy1())[::-1])


def test_secants_touch_and_cut_the_curve(drawn):
    chords = {"ahead": (1.0, 1.5), "around": (0.5, 1.5)}
    plots.secants(lambda theta: theta**3, 1.0, 3.0, chords, alt=ALT)
    ahead, around = drawn[0].axes
    assert [ahead.get_title(), around.get_title()] == list(chords)
    assert slope_of(line(ahead, "tangent")) == 3
    assert slope_of(line(ahead, "secant")) == pytest.approx((1.5**3 - 1) / 0.5)
    assert slope_of(line(around, "secant")) == pytest.approx(1.5**3 - 0.5**3)


def test_differences_are_drawn_as_medians_in_a_band(drawn):
    steps, values = np.array([1e-6, 1e-4, 1e-2]), np.array([[1.0, 2, 9], [3, 4, 5], [8, 6, 7]])
    plots.against_step(steps, {"runs": values}, alt=ALT, marks=[1e-4])
    axes = drawn[0].axes[0]
    assert axes.get_xscale() == axes.get_yscale() == "log"
    assert line(axes, "runs").get_ydata().tolist() == [3, 4, 7]
    band = axes.collections[0].get_paths()[0].get_extents()
    assert (band.ymin, band.ymax) == (1, 9)
    assert [line.get_xdata()[0] for line in axes.get_lines()[1:]] == [1e-4]
    assert not drawn[0].legends  # there is nothing to tell apart


def test_the_axes_can_be_named_and_two_series_have_a_legend(drawn):
    two = {"one": [[1e-3, 1e-2]], "two": [[1e-5, 1e-4]]}
    plots.against_step([1e-6, 1e-4], two, alt=ALT, labels=("step h", "error"))
    axes = drawn[0].axes[0]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("step h", "error")
    assert [text.get_text() for text in drawn[0].legends[0].get_texts()] == ["one", "two"]


def test_each_parameter_has_its_row(drawn):
    right = {"W1": [1e-9, 3e-9, 2e-9], "b1": [4e-9, 4e-9, 4e-9]}
    wrong = {"W1": [0.1, 0.3, 0.2], "b1": [4e-9, 4e-9, 4e-9]}
    plots.per_parameter({"right": right, "wrong": wrong}, limit=("limit", 1e-6), alt=ALT)
    axes = drawn[0].axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["W1", "b1"]
    assert line(axes, "right").get_xdata().tolist() == [2e-9, 4e-9]
    assert line(axes, "wrong").get_xdata().tolist() == [0.2, 4e-9]
    assert not set(line(axes, "right").get_ydata()) & set(line(axes, "wrong").get_ydata())
    assert set(line(axes, "limit").get_xdata()) == {1e-6}


@pytest.mark.slow
def test_each_figure_can_be_shown(capsys):
    plots.secants(np.sin, 0.0, 1.0, {"around": (-0.5, 0.5)}, alt=ALT)
    plots.against_step([1e-6, 1e-4], {"one": [[1e-3, 1e-2]], "two": [[1e-5, 1e-4]]}, alt=ALT)
    plots.per_parameter({"one": {"W1": [1e-9]}}, limit=("limit", 1e-6), alt=ALT)
    assert capsys.readouterr().out.count(f'alt="{ALT}"') == 3
    assert not plt.get_fignums()
