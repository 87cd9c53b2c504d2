"""What reaches a training: a shuffle buffer in Python against tf.data's, its panel, and a clock."""

import nbformat
import numpy as np
import pytest
from conftest import ROOT
from scipy.special import log_softmax

from helpers import data, feeding, network, widgets
from helpers.plots import buffers, style

LESSON = ROOT / "notebooks/week3/6-keras-and-data.ipynb"


def shuffled(file, size, rng):
    """Call the function that the lesson shows."""
    (cell,) = (cell for cell in nbformat.read(LESSON, 4).cells if cell.id == "buffer")
    names = {}
    exec(cell.source, names)
    return list(names["shuffled"](file, size, rng))


@pytest.mark.long
@pytest.mark.parametrize("size", [1, 4, 12])
def test_the_buffer_in_python_shuffles_as_tf_data_does(size):
    tf = pytest.importorskip("tensorflow", reason="needs the extra `tensorflow`: see pyproject.toml")
    stream = tf.data.Dataset.range(12).shuffle(size, seed=1).batch(12).repeat(2000)
    theirs = np.array(list(stream.as_numpy_iterator()))  # (2000, 12)
    rng = np.random.default_rng(1)
    mine = np.array([shuffled(range(12), size, rng) for _ in range(2000)])
    assert (np.sort(mine, axis=1) == np.arange(12)).all()
    shares = [np.stack([np.mean(orders == k, axis=0) for k in range(12)]) for orders in (mine, theirs)]
    assert np.abs(shares[0] - shares[1]).max() < 0.065  # four standard errors of a difference
    for orders in (mine, theirs):
        assert (orders - np.arange(12)).max() == size - 1  # the most that an example is early


@pytest.mark.slow
def test_training_in_an_order_takes_one_step_down_the_cross_entropy_for_each_batch():
    (X, Y), (X_dev, Y_dev) = (data.digits()[name] for name in ("train", "dev"))
    order = np.arange(30)
    parameters, h = network.start([64, 25, 10], 3), 1e-6

    def cost(parameters):
        Z = network.forward(X[:, order], parameters)["Z2"]
        return -np.mean(log_softmax(Z, axis=0)[Y[0, order].astype(int), order])

    changed = {name: p.copy() for name, p in parameters.items()}
    for name, p in parameters.items():
        for index in np.ndindex(p.shape):
            original = p[index]
            p[index] = original + h
            ahead = cost(parameters)
            p[index] = original - h
            changed[name][index] -= feeding.RATE * (ahead - cost(parameters)) / (2 * h)
            p[index] = original
    expected = 1 - network.class_accuracy(X_dev, Y_dev, changed)
    assert feeding.dev_errors([order], 3) == pytest.approx([expected])


@pytest.mark.slow
def test_the_panel_of_buffers_shows_every_file_and_size():
    labels = np.repeat(np.arange(10), 20)
    files = {"sorted": np.arange(200), "shuffled once": np.random.default_rng(0).permutation(200)}
    orders, errors = feeding.through_buffers(shuffled, files, [1, 200], num_epochs=2, seeds=range(2))
    assert orders["sorted", 1].tolist() == list(range(200))
    assert {found.shape for found in errors.values()} == {(2, 2)}
    panel = widgets.buffer(orders, labels, errors)
    shown = set()
    for size in (1, 200):
        for file in files:
            panel.controls["size"].value, panel.controls["file"].value = size, file
            assert f"File {file}, buffer of {size}: error" in panel.picture.value
            shown.add(panel.picture.value)
    assert len(shown) == 4
    assert not style.plt.get_fignums()


def test_a_row_of_the_picture_is_a_batch():
    figure, axes = style.plt.subplots()
    buffers.batches_on(axes, np.arange(150) % 10)
    grid = axes.images[0].get_array().filled(-1)
    style.plt.close(figure)
    assert grid.shape == (3, 64)
    assert grid[2, :22].tolist() == (np.arange(128, 150) % 10).tolist() and (grid[2, 22:] == -1).all()


def test_a_clock_notes_when_work_was_done():
    clock = feeding.Clock()
    load, train = clock.work("load", 0.01), clock.work("train", 0.02)
    assert train(load(7)) == 7
    (loaded,), (trained,) = clock.spans["load"], clock.spans["train"]
    assert loaded[1] - loaded[0] >= 0.01 and trained[1] - trained[0] >= 0.02
    assert trained[0] >= loaded[1]
