"""The lessons: signals that follow the calculus, panels that work wherever a control is put, questions."""

import itertools
import re

import nbformat
import numpy as np
import pytest
from conftest import ROOT

from helpers import data, network, plots, signals, widgets
from helpers.plots import panels, style

LESSONS = sorted(path for path in ROOT.glob("notebooks/*/*.ipynb") if path.stem != "open-task")
LENGTHS = np.exp(np.cumsum(np.random.default_rng(0).normal(0, 0.07, (20, 101)), axis=1))


def images(m=200):
    X, Y = data.digits()["train"]
    return X[:, :m] / np.sqrt(np.mean(X**2)), Y[:, :m] % 2


def small(unit="ReLU", n=5, m=7):
    rng = np.random.default_rng(1)
    X, Y = rng.normal(size=(n, m)), rng.integers(0, 2, (1, m))
    weights = [W[0] for W in signals.draw(3, 1.3, [4], n)]
    return X, Y, weights, signals.forward(X, weights, unit)


def test_signals_are_those_of_the_course_network():
    X, Y, weights, activations = small()
    parameters = {f"b{l}": np.zeros((len(W), 1)) for l, W in enumerate(weights, start=1)}
    parameters |= {f"W{l}": W for l, W in enumerate(weights, start=1)}
    cache = network.forward(X, parameters)
    names = ["A0", "A1", "A2", "A3", "Z4"]
    assert all(np.allclose(A, cache[name]) for A, name in zip(activations, names, strict=True))
    by_weights, _ = signals.backward(Y, weights, activations)
    grads = network.backward(Y, parameters, cache)
    assert all(np.allclose(dW, grads[f"dW{l}"]) for l, dW in enumerate(by_weights, start=1))


@pytest.mark.parametrize("unit", signals.UNITS)
def test_gradients_at_the_activations_agree_with_central_differences(unit):
    X, Y, weights, activations = small(unit, n=12)  # wide enough that no example sits on a ReLU's kink
    _, by_activations = signals.backward(Y, weights, activations, unit)
    assert len(by_activations) == 3
    for l, index in itertools.product(range(3), [(0, 0), (3, 6)]):
        costs = []
        for step in (1e-6, -1e-6):
            A = activations[l + 1].copy()
            A[index] += step
            costs.append(network.cost(signals.forward(A, weights[l + 1 :], unit)[-1], Y))
        numeric = (costs[0] - costs[1]) / 2e-6
        assert by_activations[l][index] == pytest.approx(numeric, rel=1e-5, abs=1e-9)


def test_networks_side_by_side_are_those_one_by_one():
    X, Y = images()
    together = signals.probe(X, Y, 1.2, [3, 8], "tanh", depth=4)
    for k, seed in enumerate([3, 8]):
        alone = signals.probe(X, Y, 1.2, [seed], "tanh", depth=4)
        assert all(np.allclose(A[k], B[0]) for A, B in zip(together[0], alone[0], strict=True))
        assert all(np.allclose(a[k], b[0]) for a, b in zip(together[1:], alone[1:], strict=True))


def test_a_draw_has_its_scale_and_another_scale_is_a_factor():
    weights = signals.draw(4, 1.5, [0, 1], n=200)
    assert [W.shape for W in weights] == [(2, 200, 200)] * 4 + [(2, 1, 200)]
    assert np.std(weights[:4]) * np.sqrt(200) == pytest.approx(1.5, rel=0.01)  # its error is 0.0013
    assert np.allclose(signals.draw(4, 3, [0, 1], n=200)[2], 2 * weights[2])


def test_dead_units_and_angles_by_hand():
    X = np.array([[1.0, 1.0], [0.0, 1.0]])  # 45 degrees apart
    weights = [np.array([[[1.0, 0.0], [-1.0, -1.0]]]), np.zeros((1, 1, 2))]  # the second unit is off
    assert signals.dead(X, weights).tolist() == [[0.5]]
    cosine = (2 + 2 * np.sqrt(0.5)) / 4  # of all four pairs
    assert signals.angles(X, weights) == pytest.approx(np.degrees(np.arccos([[cosine, 1]])))


def test_learning_takes_steps_down_and_a_network_that_diverges_is_not_a_number():
    X, Y = images()
    start = signals.draw(3, 2**0.5, [0, 1])
    by_weights, _ = signals.backward(Y, start, signals.forward(X, start))
    stepped = signals.learn(X, Y, start, 0.1, steps=1)
    for W, before, dW in zip(stepped, start, by_weights, strict=True):
        assert np.allclose(W, before - 0.1 * dW, atol=1e-5)
    learnt = signals.learn(X, Y, start, 0.1, steps=40, batch=32)
    assert (signals.first_cost(X, Y, learnt) < signals.first_cost(X, Y, start)).all()
    assert (signals.accuracy(X, Y, learnt) > 0.8).all()
    lost = signals.learn(X, Y, start, 1e6, steps=40, batch=32)
    assert np.isnan(lost[-1]).all()
    assert signals.accuracy(X, Y, lost) == pytest.approx(np.mean(Y == 0))


def every_state(panel):
    """Move the controls of a panel to all their values together; give the values, and what is shown."""
    names, controls = zip(*panel.controls.items(), strict=True)
    options = [[o[1] if isinstance(o, tuple) else o for o in control.options] for control in controls]
    for values in itertools.product(*options):
        for control, value in zip(controls, values, strict=True):
            control.value = value
        yield dict(zip(names, values, strict=True)), panel.picture.value


@pytest.mark.slow
def test_the_panel_of_lengths_shows_every_scale():
    shown = list(every_state(widgets.growth(LENGTHS)))
    assert len(shown) == 21 and len({picture for _, picture in shown}) == 21
    for state, picture in shown:
        last = LENGTHS[:, -1] * state["scale"] ** 100
        median = panels.plain(np.median(last))
        assert f"scale {state['scale']:.2f}, 100 matrices: median {median} (" in picture
        assert panels.LENGTHS[0] < last.min() and last.max() < panels.LENGTHS[1]
    assert not style.plt.get_fignums()


@pytest.mark.long
def test_the_panel_of_layers_shows_every_unit_and_scale():
    X, Y = images(60)
    shown = list(every_state(widgets.layers(X, Y, seeds=range(2))))
    assert len(shown) == 27 and len({picture for _, picture in shown}) == 27
    for state, picture in shown:
        unit, scale = state["unit"], state["scale"]
        assert f"layers of {unit} units, scale {scale:.2f}" in re.search('alt="([^"]*)"', picture)[1]
    assert not style.plt.get_fignums()


@pytest.mark.parametrize("unit", signals.UNITS)
def test_nothing_leaves_the_axes_of_the_panel_of_layers(unit):
    for scale in [2**-0.5, 1, 2**0.5, 2, 2**1.5]:
        activations, back, moved = signals.probe(*images(), scale, range(5), unit)
        sizes = {panels.ACTIVATIONS: signals.size(activations), panels.BACK: back, panels.MOVED: moved}
        for (low, high), found in sizes.items():
            assert low < found.min() and found.max() < high


def test_a_panel_says_what_it_is_where_it_cannot_be_shown():
    bundle = widgets.growth(LENGTHS)._repr_mimebundle_()
    assert "run this notebook in JupyterLab" in bundle["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in bundle


def test_numbers_in_titles_are_plain():
    values = [0.9, 17.2, 0.00123, 1.2e-5, 12345, 1, 200]
    shown = ["0.9", "17", "0.0012", "0.000012", "12,000", "1", "200"]
    assert [panels.plain(value) for value in values] == shown


@pytest.mark.slow
def test_figures_of_a_lesson_are_shown_with_their_alt_text_and_closed(monkeypatch):
    shown, rng = [], np.random.default_rng(0)
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data["text/plain"]))
    activations, back, moved = signals.probe(*images(50), 1.0, range(2), depth=3)
    one, x = [A[0] for A in activations], np.array([1, 2, 4])
    values = rng.uniform(0.1, 0.9, (5, 3))
    plots.lengths({"scale 1": LENGTHS}, alt="lengths")
    plots.histograms({"one": one, "dead": [0 * A for A in one]}, alt="histograms")
    plots.by_layer({("back", "size"): {"a": back}, ("step", "size"): {"a": moved}}, alt="layers")
    plots.units_on({"some": values > 0.5, "none": values > 1}, alt="on")
    plots.against_scale(x, {"a": values}, "cost", alt="scale", log=True, reference=("none", 0.5))
    assert shown == ["lengths", "histograms", "layers", "on", "scale"]
    assert not style.plt.get_fignums()


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_answer_is_explained_and_exactly_one_is_right(path):
    text = [cell.source for cell in nbformat.read(path, 4).cells if cell.id.startswith("question-")]
    assert 3 <= len(text) <= 5
    for question in text:
        answers = re.findall(r"<details><summary>([^<]+)</summary>\s+(.+?)\s+</details>", question, re.DOTALL)
        assert len(answers) == question.count("<details") >= 3
        verdicts = [re.match(r"\*\*(Right|No)\.\*\* \S.{20,}", why, re.DOTALL)[1] for _, why in answers]
        assert verdicts.count("Right") == 1
        assert not any("$" in answer for answer, _ in answers)  # a web page shows no formula there
        # Where only wrong answers gave reasons, readers could tell them by that.
        assert not any(re.search(r"\b(because|since)\b", answer) for answer, _ in answers)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_the_stated_time_is_honest(path):
    """150 words of text and 12 lines of code a minute, and a minute and a half for a question."""
    cells = nbformat.read(path, 4).cells
    words = sum(len(cell.source.split()) for cell in cells if cell.cell_type == "markdown")
    lines = sum(bool(line.strip()) for c in cells if c.cell_type == "code" for line in c.source.split("\n"))
    asked = ["before you run" in cell.source.lower() or cell.id.startswith("question-") for cell in cells]
    stated = int(re.search(r"\*\*Time:\*\* (?:about )?(\d+) minutes", cells[0].source)[1])
    assert stated == pytest.approx(words / 150 + lines / 12 + 1.5 * sum(asked), rel=0.2)


@pytest.mark.parametrize("path", [*LESSONS, ROOT / "notebooks/README.md"], ids=lambda path: path.stem)
def test_links_between_lessons_and_assignments_lead_somewhere(path):
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text())
    assert links
    assert all("://" in link or (path.parent / link).exists() for link in links)
