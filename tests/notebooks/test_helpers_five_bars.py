"""What the helpers hold for notebooks/week1/2-bias-variance-and-mismatched-data.ipynb."""

import itertools

import numpy as np
import pytest
from scipy.ndimage import rotate
from test_widgets import every_state

from helpers import measuring, network, sources, widgets
from helpers.plots import five_bars, style


def test_a_tilted_image_is_turned_to_one_side_or_the_other():
    X, _ = sources.all_digits()
    X, sides = X[:, :40], set()
    assert np.allclose(sources.tilted(X, 0), X)
    for degrees in (18, 90):
        found = sources.tilted(X, degrees, seed=3).T.reshape(-1, 8, 8)
        for image, turned in zip(X.T.reshape(-1, 8, 8), found, strict=True):
            options = [
                rotate(image, sign * degrees, reshape=False, order=1, mode="grid-constant")
                for sign in (-1, 1)
            ]
            fits = [np.allclose(turned, option, atol=1e-5) for option in options]
            assert any(fits)
            sides.add(fits.index(True))
    assert sides == {0, 1}


def test_a_mistaken_label_is_another_digit():
    Y = np.arange(20_000) % 10
    assert np.array_equal(sources.with_mistakes(Y, 0), Y)
    found = sources.with_mistakes(Y, 0.2, seed=1)
    assert np.mean(found != Y) == pytest.approx(0.2, abs=0.01)
    assert (sources.with_mistakes(Y, 1.0) != Y).all() and set(found) == set(range(10))


def test_a_step_of_training_goes_down_the_mean_cross_entropy():
    rng = np.random.default_rng(0)
    X, Y = rng.random((64, 1)), np.array([3])  # whatever the batch, it is this image
    start = {name: value.astype(np.float32) for name, value in network.start([64, 5, 10], 7).items()}
    end = sources.trained(X, Y, 5, seed=7, steps=1, rate=0.01)

    def cost(p):
        Z = network.forward(sources.centred(X), p)["Z2"]
        return np.log(np.exp(Z).sum()) - Z[3, 0]

    for name, place in itertools.product(start, [(0, 0), (2, 0), (3, 0), (4, 0)]):
        sides = []
        for sign in (-1, 1):
            moved = {key: value.astype(float) for key, value in start.items()}
            moved[name][place] += sign * 1e-5
            sides.append(cost(moved))
        slope = (sides[1] - sides[0]) / 2e-5
        assert (start[name] - end[name])[place] / 0.01 == pytest.approx(slope, abs=1e-3)


def test_a_network_learns_to_read_and_a_seed_decides_how():
    X, Y = sources.all_digits()
    one, again = (sources.trained(X[:, :400], Y[:400], 30, seed=2) for _ in range(2))
    assert all(np.array_equal(one[name], again[name]) for name in one)
    assert np.mean(sources.read(X[:, 400:], one) == Y[400:]) > 0.85


def test_the_winner_has_the_lowest_dev_error():
    errors = [measuring.winner(0, count=count, dev=50) for count in (1, 10, 100, 1000)]
    devs = [error[2] for error in errors]
    assert devs == sorted(devs, reverse=True) and devs[-1] < devs[0]
    assert errors[-1][3] > 1.3 * devs[-1]


def test_steps_up_have_names_and_missing_parts_have_frames():
    figure, axes = style.plt.subplots()
    five_bars.stairs_on(axes, [[0, 0.2, 0.21, 0.1, 0.2]], top=0.4)
    texts = [text.get_text() for text in axes.texts]
    assert {"avoidable\nbias", "dev\noverfitting"} < set(texts)
    assert "variance" not in texts and "data\nmismatch" not in texts
    framed = [patch for patch in axes.patches if not patch.get_fill()]
    assert [patch.get_height() for patch in framed] == pytest.approx([0.11])
    style.plt.close(figure)


@pytest.mark.slow
def test_the_panel_of_five_bars_shows_every_setting():
    rng, values = np.random.default_rng(0), [(3, 60), (30, 1200), (0, 0.2), (0, 9, 18)]
    results = {setting: rng.uniform(0, 0.8, (3, 5)) for setting in itertools.product(*values)}
    panel = widgets.five_bars(results)
    assert {name: control.value for name, control in panel.controls.items()} == {
        "units": 60,
        "images": 1200,
        "wrong": 0,
        "tilt": 0,
    }
    shown = list(every_state(panel))
    assert len(shown) == 24 and len({picture for _, picture in shown}) == 24
    for state, picture in shown:
        bars = np.median(results[tuple(state.values())], axis=0)
        assert (
            f"person {bars[0]:.2f}, train {bars[1]:.2f}, train-dev {bars[2]:.2f}, dev {bars[3]:.2f}"
            in picture
        )
        assert f"{state['units']} units, {state['images']} images, {state['wrong']:.0%} wrong" in picture
    assert not style.plt.get_fignums()
