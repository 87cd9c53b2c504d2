"""The network of week 3 and what its checks need: right gradients, and running statistics that stay put."""

import copy

import numpy as np
import pytest

from helpers import checks, data, deep, plots
from helpers.checks.messages import CheckFailed
from helpers.plots import graphs, style


def softmax(Z):
    return np.exp(Z - np.logaddexp.reduce(Z, axis=0))


def softmax_backward(A, Y):
    return (A - Y) / A.shape[1]


def normalize(Z, gamma, beta, bn_param):
    mean, var = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
    if bn_param["mode"] == "test":
        mean, var = bn_param["running_mean"], bn_param["running_var"]
    else:
        bn_param["running_mean"] += 0.1 * (mean - bn_param["running_mean"])
        bn_param["running_var"] += 0.1 * (var - bn_param["running_var"])
    Z_hat = (Z - mean) / np.sqrt(var + bn_param["eps"])
    return gamma * Z_hat + beta, (Z_hat, gamma / np.sqrt(var + bn_param["eps"]))


def normalize_backward(dZ_tilde, cache):
    Z_hat, scale = cache
    dZ = scale * (dZ_tilde - dZ_tilde.mean(axis=1, keepdims=True))
    dZ -= scale * Z_hat * (dZ_tilde * Z_hat).mean(axis=1, keepdims=True)
    return dZ, (dZ_tilde * Z_hat).sum(axis=1, keepdims=True), dZ_tilde.sum(axis=1, keepdims=True)


def classifier(batchnorm, layers_dims=(5, 4, 3, 6)):
    return deep.Classifier(list(layers_dims), softmax, softmax_backward, batchnorm)


BOTH = pytest.mark.parametrize("batchnorm", [None, (normalize, normalize_backward)])


@BOTH
def test_gradients_of_a_deep_classifier_agree_with_central_differences(batchnorm):
    rng = np.random.default_rng(0)
    net = classifier(batchnorm)
    parameters = net.start(seed=1)
    for name in parameters:
        parameters[name] += rng.normal(scale=0.3, size=parameters[name].shape)
    X, Y = rng.normal(size=(5, 8)), np.eye(6)[:, rng.integers(0, 6, 8)]
    grads = net.backward(Y, parameters, net.forward(X, parameters))
    assert set(grads) == {f"d{name}" for name in parameters}
    assert ("gamma2" in parameters) == (batchnorm is not None)
    for name, array in parameters.items():
        for index in np.ndindex(array.shape):
            costs = []
            for step in (1e-6, -1e-6):
                shifted = copy.deepcopy(parameters)
                shifted[name][index] += step
                A = net.forward(X, shifted)["A3"]
                costs.append(-np.sum(Y * np.log(A)) / 8)
            numeric = (costs[0] - costs[1]) / 2e-6
            assert grads[f"d{name}"][index] == pytest.approx(numeric, rel=1e-5, abs=1e-8)


@BOTH
def test_a_deep_classifier_learns_and_leaves_its_start_alone(batchnorm):
    X, labels = data.digits()["train"]
    Y = np.eye(10)[:, labels[0]]
    net = classifier(batchnorm, (64, 20, 20, 10))
    start = net.start(seed=0)
    before = copy.deepcopy(start)
    trained, record = net.learn(X, Y, start, 0.2, 100, watch=lambda p: net.accuracy(X, Y, p), every=50)
    assert len(record) == 3 and record[0] < 0.3 < 0.8 < record[-1]
    assert record[-1] == net.accuracy(X, Y, trained)
    assert all(np.array_equal(start[name], before[name]) for name in before)


def test_hidden_weights_start_times_a_factor_from_the_same_draws():
    net = classifier((normalize, normalize_backward))
    one, ten = net.start(seed=3), net.start(seed=3, factor=10)
    assert all(np.allclose(ten[f"W{l}"], 10 * one[f"W{l}"]) for l in (1, 2))
    assert np.array_equal(ten["W3"], one["W3"])
    assert np.all(ten["gamma1"] == 1) and not ten["beta2"].any() and not ten["b3"].any()
    assert ten["gamma1"].shape == (4, 1) and "gamma3" not in ten  # the output is not normalized


def test_running_statistics_move_in_training_alone():
    rng = np.random.default_rng(0)
    net = classifier((normalize, normalize_backward))
    parameters = net.start(seed=0)
    X, Y = rng.normal(size=(5, 8)), np.eye(6)[:, rng.integers(0, 6, 8)]
    fresh = copy.deepcopy(net.bn_params)
    net.accuracy(X, Y, parameters, "train")
    net.forward(X, parameters, "test")
    for l in (1, 2):
        for name in ("running_mean", "running_var"):
            assert np.array_equal(net.bn_params[l][name], fresh[l][name])
    net.forward(X, parameters)
    Z = parameters["W1"] @ X
    assert np.allclose(net.bn_params[1]["running_mean"][:, 0], 0.1 * Z.mean(axis=1))
    assert np.allclose(net.bn_params[1]["running_var"][:, 0], 0.9 + 0.1 * Z.var(axis=1))


def test_a_network_that_explodes_warns_of_nothing():
    X, labels = data.digits()["train"]
    Y = np.eye(10)[:, labels[0]]
    net = classifier(None, [64] + 8 * [30] + [10])
    trained, _ = net.learn(X, Y, net.start(seed=0, factor=30), 0.3, 5)
    assert np.isnan(trained["W5"]).any()
    assert net.accuracy(X, Y, trained) < 0.2


def test_bn_param_holds_columns():
    bn_param = deep.bn_param([1, 2], (3, 4), "test", eps=0.5, momentum=0.25)
    assert bn_param["running_mean"].tolist() == [[1.0], [2.0]]
    assert bn_param["running_var"].tolist() == [[3.0], [4.0]]
    assert (bn_param["mode"], bn_param["eps"], bn_param["momentum"]) == ("test", 0.5, 0.25)
    assert deep.bn_param([0], [1])["eps"] == 1e-5


def test_a_result_knows_what_became_of_the_arguments():
    def count(values, seen):
        seen["calls"] = seen["calls"] + 1
        return values.sum()

    mine = {"calls": 1}
    result = checks.call(count, np.arange(3), mine, may_change=[1])
    assert mine == {"calls": 1}
    assert result.args[1] == {"calls": 2}
    result.about("seen", result.args[1]).equals({"calls": 2})
    with pytest.raises(CheckFailed, match="changes its argument"):
        checks.call(count, np.arange(3), mine)


def test_the_three_paths_of_batch_normalization_are_drawn(monkeypatch):
    shown = []
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data))
    plots.batchnorm_paths(alt="three paths")
    assert [image["text/plain"] for image in shown] == ["three paths"]
    assert not style.plt.get_fignums()
    assert {name for start, end, *_ in graphs.ARROWS for name in (start, end)} == set(graphs.BOXES)
