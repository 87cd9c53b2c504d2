"""The helpers of fair_race: the optimizers, the runs side by side, what they show, and the checks."""

import copy
import math

import numpy as np
import pytest

from helpers import checks, data, network, optimizers, plots, races
from helpers.checks.comparison import is_changed
from helpers.checks.messages import CheckFailed
from helpers.checks.subjects import learning_rate_sweep, recorded_optimizer, training_loop
from helpers.plots import style

DIMS = [2, 10, 5, 1]


def alone(X, Y, layers_dims, optimizer, learning_rate, num_epochs, mini_batch_size, seed):
    """One network, trained by the parts that are given to students."""
    parameters, rng = network.start(layers_dims, seed), np.random.default_rng(seed)
    memory, t, losses = None, 0, []
    for _ in range(num_epochs):
        order, total = rng.permutation(X.shape[1]), 0
        for ids in np.split(order, range(mini_batch_size, X.shape[1], mini_batch_size)):
            t += 1
            cache = network.forward(X[:, ids], parameters)
            total += network.cost(cache[f"Z{len(layers_dims) - 1}"], Y[:, ids]) * ids.size
            grads = network.backward(Y[:, ids], parameters, cache)
            parameters, memory = optimizer(parameters, grads, memory, learning_rate, t)
        losses.append(total / X.shape[1])
    return {"parameters": parameters, "losses": losses}


def test_moons_are_two_arcs():
    X, Y = data.moons(400, noise=0, seed=3)
    assert X.shape == (2, 400) and Y.shape == (1, 400) and Y.mean() == 0.5
    upper, lower = X[:, Y[0] == 0], X[:, Y[0] == 1]
    assert np.allclose(np.hypot(*upper), 1) and upper[1].min() > -1e-9
    assert np.allclose(np.hypot(lower[0] - 1, lower[1] - 0.5), 1) and lower[1].max() < 0.5 + 1e-9
    assert not np.array_equal(data.moons(400, seed=1)[0], data.moons(400, seed=2)[0])


def test_the_optimizers_are_those_of_their_papers():
    """Against the formulas of the course, on one number and three gradients."""
    for name, rule in optimizers.ALL.items():
        theta, memory, v, s, right = {"b1": np.array([[3.0]])}, None, 0.0, 0.0, 3.0
        for t, g in enumerate((2.0, -0.5, 1.0), start=1):
            theta, memory = rule(theta, {"db1": np.array([[g]])}, memory, 0.1, t)
            beta2 = 0.999 if name == "Adam" else 0.9
            v, s = 0.9 * v + 0.1 * g, beta2 * s + (1 - beta2) * g**2
            right -= (
                0.1
                * {
                    "gradient descent": g,
                    "momentum": v,
                    "RMSProp": g / (np.sqrt(s) + 1e-8),
                    "Adam": v / (1 - 0.9**t) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8),
                }[name]
            )
            assert theta["b1"].item() == pytest.approx(right, rel=1e-12)


def test_an_optimizer_leaves_what_it_was_handed():
    parameters = network.start(DIMS, 0)
    before = {name: array.copy() for name, array in parameters.items()}
    grads = {f"d{name}": np.ones_like(array) for name, array in parameters.items()}
    memory = optimizers.ADAM(parameters, grads, None, 0.1, 1)[1]
    kept = copy.deepcopy(memory)
    optimizers.ADAM(parameters, grads, memory, 0.1, 2)
    assert all(np.array_equal(before[name], parameters[name]) for name in before)
    assert not is_changed(kept, memory)


def test_an_optimizer_moves_the_courses_own_networks_only():
    parameters = network.start([2, 3], 0)
    grads = {f"d{name}": np.ones_like(array) for name, array in parameters.items()}
    for optimizer in optimizers.ALL.values():
        with pytest.raises(ValueError, match="one output unit"):
            optimizer(parameters, grads, None, 0.1, 1)


def test_side_by_side_is_as_alone(monkeypatch):
    monkeypatch.setattr(races, "TOGETHER", 5)  # more than one stack
    X, Y = data.moons(50, seed=4)
    entries = [(name, rate) for name in optimizers.ALL for rate in (0.01, 0.3)]
    runs = races.train_all(X, Y, DIMS, entries, [3, 8], num_epochs=6, mini_batch_size=16)
    assert len(runs) == 16
    for (name, rate, seed), run in runs.items():
        right = alone(X, Y, DIMS, optimizers.ALL[name], rate, 6, 16, seed)
        assert np.allclose(run["losses"], right["losses"], rtol=1e-9)
        for key, array in right["parameters"].items():
            assert np.allclose(run["parameters"][key], array, rtol=1e-7, atol=1e-9)


@pytest.mark.slow
def test_the_unfair_race_is_wide_and_the_fair_one_is_close():
    """The conclusion of the notebook, on seeds that it does not use."""
    X, Y = data.moons(300, seed=0)
    X_test, Y_test = data.moons(4000, seed=5)
    best = {"gradient descent": 0.1, "momentum": 0.1, "RMSProp": 0.003, "Adam": 0.003}
    entries = [(name, rate) for name in best for rate in {best[name], 0.001, 1.0}]
    seeds = list(range(50, 56))
    runs = races.train_all(X, Y, DIMS, entries, seeds, num_epochs=300, mini_batch_size=64)

    def mean(name, rate):
        return np.mean([network.accuracy(X_test, Y_test, runs[name, rate, s]["parameters"]) for s in seeds])

    low, high = ({name: mean(name, rate) for name in best} for rate in (0.001, 1.0))
    fair = {name: mean(name, rate) for name, rate in best.items()}
    assert min(low["RMSProp"], low["Adam"]) > max(low["gradient descent"], low["momentum"]) + 0.1
    assert min(high["gradient descent"], high["momentum"]) > max(high["RMSProp"], high["Adam"]) + 0.1
    assert max(fair.values()) - min(fair.values()) < 0.03
    assert min(fair.values()) > 0.93


def test_a_right_loop_passes_with_any_optimizer():
    X, Y = recorded_optimizer.numbered(20)
    first, again, other = (
        training_loop.Training(
            alone, X, Y, [22, 1], seed, seed == 6, learning_rate=0.1, num_epochs=3, mini_batch_size=6
        )
        for seed in (5, 5, 6)
    )
    first.shuffles()
    first.depends_on_seed_alone(again, other)
    assert all(sorted(sum(order, ())) == list(range(20)) for order in first.orders)
    with pytest.raises(CheckFailed, match="mini-batches of another seed"):
        first.depends_on_seed_alone(again, again)


def test_the_loop_and_its_losses_can_be_told_apart():
    def forgets(X, Y, layers_dims, optimizer, **others):
        def step(parameters, grads, memory, rate, t):
            return optimizer(parameters, grads, None, rate, t)

        return alone(X, Y, layers_dims, step, **others)

    def doubles(*arguments, **others):
        result = alone(*arguments, **others)
        return result | {"losses": 2 * np.array(result["losses"])}

    training_loop.trained(doubles, 7, 3, only="loop")
    training_loop.trained(forgets, 7, 3, only="losses")
    for wrong, only in [(doubles, "losses"), (doubles, ""), (forgets, "loop"), (forgets, "")]:
        with pytest.raises(CheckFailed):
            training_loop.trained(wrong, 7, 3, only=only)


@pytest.mark.slow
def test_few_epochs_raise_a_suspicion_and_many_decide():
    """With 7 epochs, an example stays in its batch for some seeds; with 30, for none."""
    suspected = [seed for seed in range(200) if training_loop.trained(alone, 7, 3, seed, epochs=7).still()]
    assert 1 <= len(suspected) <= 20  # 7 are expected
    for seed in suspected:
        training_loop.moves_every_example(alone, seed)
    by_chance = 7 * (2 * (3 / 7) ** 30 + (1 / 7) ** 30)
    assert by_chance < 1e-9


def test_an_example_that_never_moves_is_named():
    class Still(np.random.Generator):
        def permutation(self, m):
            return np.append(super().permutation(m - 1), m - 1)

    def stays(*args, **kwargs):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(np.random, "default_rng", lambda seed: Still(np.random.PCG64(seed)))
            return alone(*args, **kwargs)

    with pytest.raises(CheckFailed, match="leaves an example in its place(.|\n)*example 6 is in the same"):
        training_loop.moves_every_example(stays)


def test_a_right_loop_fails_less_than_once_in_ten_million_runs():
    def ways(m, *sizes):
        return math.factorial(m) / math.prod(map(math.factorial, sizes))

    # In each of some epochs, neighbours; in two of three, the same batches; or those of another seed.
    visible = (3 * 2 + 3 + 5) / (ways(36, 18, 18) / 2) + (2 * 2 + 1) / ways(80, 64, 16)
    hidden = (2 * 2 + 1 + 2) / (ways(34, 17, 17) / 2)
    stays = 7 * (2 * (3 / 7) ** 30 + (1 / 7) ** 30)
    assert visible + hidden + stays < 1e-7


def test_arrays_that_are_close_are_told_at_once():
    right = {"dW1": np.array([[1.0, 0.0]]), "db1": np.array([[2.0]])}
    assert recorded_optimizer.is_close(right, {name: array * (1 + 1e-8) for name, array in right.items()})
    for name, other in [
        ("dW1", np.array([[1.0, 1e-9]])),
        ("dW1", np.array([[1.0], [0.0]])),
        ("db1", np.array([[2]])),
        ("db1", np.array([[np.nan]])),
        ("db1", [[2.0]]),
        ("db2", np.array([[2.0]])),
    ]:
        assert not recorded_optimizer.is_close(right, right | {name: other})
    assert not recorded_optimizer.is_close(right, None)


def test_known_runs_score_as_announced():
    right = {0.1: [3, 10], 0.2: [7, ("W1", np.nan)], 0.3: [("b2", np.inf), ("b2", -np.inf)]}
    runs = learning_rate_sweep.KnownRuns(right, seeds=[5, 2])
    for i, rate in enumerate(right):
        for j, seed in enumerate((5, 2)):
            parameters = runs(rate, seed)["parameters"]
            finite = all(np.isfinite(array).all() for array in parameters.values())
            assert finite == np.isfinite(runs.scores[i, j])
            with np.errstate(invalid="ignore"):
                assert network.accuracy(runs.X_dev, runs.Y_dev, parameters) == runs.says[i, j]
    learning_rate_sweep.trains_each_once(checks.call(len, "any"), runs)
    with pytest.raises(ValueError, match="that are given"):
        runs(0.1, 0)
    runs.calls.pop()
    with pytest.raises(CheckFailed, match="5 calls for 6 pairs"):
        learning_rate_sweep.trains_each_once(checks.call(len, "any"), runs)


def test_the_dev_set_may_hold_its_examples_any_number_of_times():
    copies = [2, 0, 1, 0, 0, 3, 0, 1, 0, 4]
    runs = learning_rate_sweep.KnownRuns({0.1: [3, 6, 10]}, seeds=range(3), large=True, copies=copies)
    assert runs.X_dev.shape == (2, 11) and runs.Y_dev.shape == (1, 11)
    for j, score in enumerate([5 / 11, 8 / 11, 1.0]):
        parameters = runs(0.1, j)["parameters"]
        assert network.accuracy(runs.X_dev, runs.Y_dev, parameters) == runs.scores[0, j] == score


@pytest.mark.parametrize(
    "right, chosen, message",
    [
        ({0.1: [9] * 4, 0.2: [10] * 3 + [("W1", np.nan)]}, 0.2, "be it one run of many"),
        ({0.1: [9] * 200, 0.2: [9] * 199 + [8]}, 0.2, "means may be close"),
        ({0.1: [9], 0.2: [5]}, 0.2, "the highest mean"),
    ],
)
def test_a_rate_that_is_not_best_is_told_why(right, chosen, message):
    runs = learning_rate_sweep.KnownRuns(right, seeds=range(len(right[0.1])))
    parts = checks.call(lambda: (0.1, runs.scores)).parts("best_rate", "scores")
    learning_rate_sweep.ranks(*parts, runs)
    parts = checks.call(lambda: (chosen, runs.scores)).parts("best_rate", "scores")
    with pytest.raises(CheckFailed, match=message):
        learning_rate_sweep.ranks(*parts, runs)


@pytest.mark.parametrize(
    "found, message",
    [
        ([("b", "a")], "right pairs"),
        ([("b", "a"), ("a", "c")], "higher mean comes first"),
        ([("b", "a"), ("c", "a"), ("c", "a")], "each pair once"),
        (["ba", "ca"], "list of pairs"),
        (7, "list of pairs"),
    ],
)
def test_pairs_are_compared(found, message):
    wanted = [("b", "a"), ("c", "a")]
    for same in ({("c", "a"), ("b", "a")}, (["b", "a"], ["c", "a"])):
        learning_rate_sweep.holds_pairs(checks.call(lambda value: value, same), wanted)
    with pytest.raises(CheckFailed, match=message):
        learning_rate_sweep.holds_pairs(checks.call(lambda value: value, found), wanted)


def first_is_best(train_fn, learning_rates, seeds, X_dev, Y_dev):
    runs = [[train_fn(rate, seed)["parameters"] for seed in seeds] for rate in learning_rates]
    with np.errstate(all="ignore"):
        scores = np.array([[network.accuracy(X_dev, Y_dev, run) for run in row] for row in runs])
    if np.isnan(runs[0][0]["W1"]).any():
        raise ValueError
    return learning_rates[0], scores


def test_a_sweep_trains_scores_and_finds_the_best_rate_or_complains():
    learning_rate_sweep.sweeps(checks.call, first_is_best, {0.1: [9, 9], 0.3: [5, 6]})
    learning_rate_sweep.sweeps(checks.call, first_is_best, {0.1: [9], 0.3: [5]}, [7])
    learning_rate_sweep.sweeps(checks.call, first_is_best, {0.1: [("W1", np.nan)]})
    with pytest.raises(CheckFailed, match="best_rate is not right"):
        learning_rate_sweep.sweeps(checks.call, first_is_best, {0.1: [8], 0.3: [9]})
    with pytest.raises(CheckFailed, match="should raise ValueError"):
        learning_rate_sweep.sweeps(checks.call, first_is_best, {0.1: [("b1", np.nan)]})


@pytest.mark.slow
def test_figures_are_shown(monkeypatch):
    shown = []
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data["text/plain"]))
    values = np.linspace(0.1, 0.9, 12).reshape(3, 4)
    groups = {"a": values, "b": values + 0.05}
    plots.side_by_side({"one": groups, "two": groups}, "x", "y", (0.1, 1), alt="curves")
    plots.sweep([0.1, 1, 10], groups, "y", alt="sweep", marked=[1])
    plots.standings({"one": {"a": [0.1, 0.2], "b": [0.3, 0.3]}}, "x", alt="standings")
    assert shown == ["curves", "sweep", "standings"]
    assert not style.plt.get_fignums()
