"""The colour images of week 3's open task."""

import numpy as np
import pytest

from helpers import colours, plots
from helpers.plots import style


@pytest.mark.slow
def test_images_are_whole_and_every_shape_is_equally_frequent():
    for name, (X, Y) in colours.shapes().items():
        m = colours.SIZES[name]
        assert (X.shape, X.dtype, Y.shape) == ((m, 16, 16, 3), "float32", (m,))
        assert X.min() >= 0 and X.max() <= 1
        assert np.all(np.bincount(Y) == m // 8)
    images = np.concatenate([X for X, _ in colours.shapes().values()])
    assert len(np.unique(images.reshape(len(images), -1), axis=0)) == len(images)  # no image twice


def test_a_shape_lies_within_its_image_and_covers_a_part_of_it():
    rng = np.random.default_rng(0)
    for shape in range(len(colours.NAMES)):
        shares = np.array([colours.covered(shape, rng) for _ in range(50)])
        assert np.all((shares >= 0) & (shares <= 1))
        assert 8 < shares.sum(axis=(1, 2)).min() < shares.sum(axis=(1, 2)).max() < 140


@pytest.mark.slow
def test_the_background_says_nothing_about_the_shape():
    X, labels = colours.shapes()["train"]
    corners = X[:, [0, 0, -1, -1], [0, -1, 0, -1]].mean(axis=1)  # (m, 3)
    means = np.array([corners[labels == k].mean(axis=0) for k in range(8)])
    error = corners.std(axis=0) / np.sqrt(250)
    assert np.all(np.abs(means - corners.mean(axis=0)) < 5 * error)


def test_colour_images_are_drawn_with_titles(monkeypatch):
    shown = []
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data["text/plain"]))
    X, _ = colours.shapes()["dev"]
    plots.pictures({"a": X[:3], "b": X[3:5]}, alt="pictures", titles={"a": "xyz", "b": "uv"})
    assert shown == ["pictures"]
