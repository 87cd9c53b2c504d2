"""The helper modules: right, and as small and as readable as a textbook."""

import ast
import runpy
import warnings

import h5py
import numpy as np
import pytest
from conftest import ROOT
from packaging.requirements import Requirement

from helpers import data, environment, network, plots, training
from helpers.environment import EnvironmentProblem, check_environment
from helpers.plots import style


def small_network(rng, layers_dims=(3, 4, 2, 1)):
    pairs = enumerate(zip(layers_dims, layers_dims[1:], strict=False), start=1)
    parameters = {}
    for l, (n_in, n_out) in pairs:
        parameters[f"W{l}"] = rng.normal(size=(n_out, n_in))
        parameters[f"b{l}"] = rng.normal(size=(n_out, 1))
    return parameters


def test_gradients_agree_with_central_differences():
    rng = np.random.default_rng(0)
    parameters = small_network(rng)
    X, Y = rng.normal(size=(3, 7)), rng.integers(0, 2, (1, 7))
    grads = network.backward(Y, parameters, network.forward(X, parameters))
    for name, array in parameters.items():
        for index in np.ndindex(array.shape):
            costs = []
            for step in (1e-6, -1e-6):
                shifted = {key: value.copy() for key, value in parameters.items()}
                shifted[name][index] += step
                costs.append(network.cost(network.forward(X, shifted)["Z3"], Y))
            numeric = (costs[0] - costs[1]) / 2e-6
            assert grads[f"d{name}"][index] == pytest.approx(numeric, rel=1e-5, abs=1e-9)


def test_the_cost_is_the_textbooks_where_that_is_finite():
    Z, Y = np.linspace(-5, 5, 11).reshape(1, 11), np.arange(11).reshape(1, 11) % 2
    A = network.sigmoid(Z)
    textbook = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    assert network.cost(Z, Y) == pytest.approx(textbook, rel=1e-12)
    assert network.cost(np.array([[2000.0]]), np.array([[0]])) == 2000


def test_sigmoid_has_its_limits_without_a_warning():
    assert network.sigmoid(np.array([-1e4, 0, 1e4])).tolist() == [0, 0.5, 1]


def test_training_lowers_the_cost_and_leaves_its_start_alone():
    rng = np.random.default_rng(0)
    start = small_network(rng, (2, 5, 3, 1))
    before = {name: value.copy() for name, value in start.items()}
    X, Y = data.circles(60)
    trained, costs = training.train(X, Y, start, 0.1, num_epochs=50, progress=False)
    assert costs.shape == (51,)
    assert costs[-1] < costs[0]
    assert costs[-1] == network.cost(network.forward(X, trained)["Z3"], Y)
    assert all(np.array_equal(start[name], before[name]) for name in before)


def test_the_interrupt_button_keeps_what_was_learnt(monkeypatch, capsys):
    X, Y = data.circles(60)
    start = small_network(np.random.default_rng(0), (2, 5, 3, 1))
    expected, costs = training.train(X, Y, start, 0.1, num_epochs=3, progress=False)

    def three_then_interrupt(epochs, *label, **bar):
        yield from range(3)
        raise KeyboardInterrupt

    monkeypatch.setattr(training, "tqdm", three_then_interrupt)
    trained, interrupted = training.train(X, Y, start, 0.1, num_epochs=50)
    assert np.array_equal(interrupted, costs)
    assert all(np.array_equal(trained[name], expected[name]) for name in expected)
    assert "3 of 50" in capsys.readouterr().out


@pytest.mark.parametrize("m", [1, 2, 7, 300, 1001])
@pytest.mark.parametrize("noise", [0, 0.1])
@pytest.mark.parametrize("seed", [0, 5])
def test_circles_and_moons_are_those_of_scikit_learn(m, noise, seed):
    from sklearn.datasets import make_circles, make_moons

    alike = [(data.circles, make_circles, {"factor": 0.6}), (data.moons, make_moons, {})]
    for ours, theirs, more in alike:
        (X, Y), (rows, labels) = ours(m, noise, seed), theirs(m, noise=noise, random_state=seed, **more)
        np.testing.assert_array_equal(X, rows.T)
        np.testing.assert_array_equal(Y, labels.reshape(1, m))


def test_circles_have_their_radii_and_both_classes():
    X, Y = data.circles(400, noise=0, seed=3)
    assert X.shape == (2, 400)
    assert Y.shape == (1, 400)
    radius = np.linalg.norm(X, axis=0)
    assert radius[Y[0] == 0] == pytest.approx(1)
    assert radius[Y[0] == 1] == pytest.approx(0.6)
    assert not np.array_equal(X, data.circles(400, noise=0, seed=4)[0])


def test_digits_are_whole_and_split_by_class():
    splits = data.digits()
    assert {name: Y.shape for name, (_, Y) in splits.items()} == {
        "train": (1, 1079),
        "dev": (1, 359),
        "test": (1, 359),
    }
    for X, Y in splits.values():
        assert X.shape == (64, Y.shape[1])
        assert (X.min(), X.max()) == (0, 1)
        share = np.bincount(Y[0]) / Y.size
        assert share.shape == (10,)
        assert np.all(np.abs(share - 0.1) < 0.01)
    together = np.concatenate([X for X, _ in splits.values()], axis=1)
    from sklearn.datasets import load_digits

    every = (load_digits().data / 16).astype(np.float32)
    assert sorted(map(tuple, together.T)) == sorted(map(tuple, every))  # none lost, none repeated


def test_the_file_of_digits_is_what_its_script_makes(tmp_path):
    made = tmp_path / "digits.h5"
    runpy.run_path(str(ROOT / "data/make_digits.py"))["main"](made)
    with h5py.File(made) as new, h5py.File(data.DIGITS) as old:
        assert dict(new.attrs) == dict(old.attrs)
        assert set(new.attrs) == {"source", "license", "changes"}
        for split in ("train", "dev", "test"):
            for name in ("X", "Y"):
                assert np.array_equal(new[split][name], old[split][name])


def test_a_missing_file_of_digits_tells_how_to_get_it_back(monkeypatch, tmp_path):
    monkeypatch.setattr(data, "DIGITS", tmp_path / "digits.h5")
    with pytest.raises(FileNotFoundError, match="git checkout helpers/digits.h5"):
        data.digits()


def test_the_environment_is_ready(capsys):
    check_environment()
    check_environment("tensorflow")
    assert capsys.readouterr().out.startswith("Ready: Python 3.")


def test_an_unfit_environment_says_what_to_do(monkeypatch):
    wanted = ["numpy>=99", "not-a-package>=1; python_version>='3'", "h5py; extra == 'other'"]
    monkeypatch.setattr(environment, "requirements", lambda: [Requirement(line) for line in wanted])
    with pytest.raises(EnvironmentProblem) as problem:
        check_environment()
    lines = problem.value._render_traceback_()
    assert lines[0].startswith("numpy is ") and lines[0].endswith("the course needs >=99.")
    assert lines[1:] == ["not-a-package is not installed.", environment.INSTALL]


@pytest.mark.slow
def test_a_figure_is_shown_with_its_alt_text_and_closed(monkeypatch):
    shown = []
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data))
    X, Y = data.circles(50)
    start = small_network(np.random.default_rng(0), (2, 3, 1))
    plots.points(X, Y, alt="a <ring>")
    plots.boundaries(X, Y, {"one": start, "two": start}, alt="two panels")
    series = {"a": np.ones((3, 20)), "b": 2.0 * np.ones(20)}
    plots.bands(series, "epoch", "cost", alt="bands", log=True, reference=("one", 1.0))
    assert [image["text/plain"] for image in shown] == ["a <ring>", "two panels", "bands"]
    assert 'alt="a &lt;ring&gt;"' in shown[0]["text/html"]
    assert not style.plt.get_fignums()


HELPERS = sorted((ROOT / "helpers").rglob("*.py"))


@pytest.mark.parametrize("path", HELPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_helpers_read_like_a_textbook(path):
    text = path.read_text()
    tree = ast.parse(text)
    assert len(text.splitlines()) <= (270 if path.parent.name == "subjects" else 200)
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            inside = node.body[1:] if ast.get_docstring(node) else node.body
            assert not inside or inside[-1].end_lineno - inside[0].lineno < 25, node.name
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [a.name for a in node.names] + [getattr(node, "module", None) or ""]
            assert not any(name.split(".")[0] == "autograder" for name in names)
    imported_at_once = {
        alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names
    }
    assert "tensorflow" not in imported_at_once


def functions_of(paths):
    """Return the names of the functions at the top level of these modules."""
    trees = [ast.parse(path.read_text()) for path in paths]
    return {node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_no_helper_is_named_like_an_exercise():
    """An answer under another name is for a reader to find; this finds the careless one."""
    exercises = {path.stem for path in (ROOT / "variants").glob("*/*/*.py")}
    assert "initialize_parameters_he" in exercises
    # network.sigmoid is NumPy's, the exercise TensorFlow's; training.train has no batches or optimizers.
    assert exercises & functions_of(HELPERS) <= {"sigmoid", "train"}


def test_importing_the_helpers_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for path in HELPERS:
            runpy.run_path(str(path))
