"""What the notebooks on optimizers bring along: landscapes, batches, averages to look at."""

import numpy as np
import pytest

from helpers import checks, data, landscapes, plots
from helpers.checks.messages import CheckFailed
from helpers.checks.subjects import mini_batches, optimizer_memory
from helpers.plots import style


def downhill(learning_rate):
    """Return an optimizer that counts its steps, to see what it is called with."""

    def step(parameters, grads, memory, t):
        new = {name: theta - learning_rate * grads[f"d{name}"] for name, theta in parameters.items()}
        return new, [*(memory or []), t]

    return step


@pytest.mark.parametrize(
    "landscape",
    [landscapes.valley(2, 9, 20), landscapes.saddle(), landscapes.incline(3, -1)],
    ids=["valley", "saddle", "incline"],
)
def test_slopes_agree_with_central_differences_and_vanish_in_the_minima(landscape):
    for w, b in np.random.default_rng(0).normal(size=(5, 2)):
        h = 1e-6
        numeric = (
            (landscape.cost(w + h, b) - landscape.cost(w - h, b)) / (2 * h),
            (landscape.cost(w, b + h) - landscape.cost(w, b - h)) / (2 * h),
        )
        assert landscape.slope(w, b) == pytest.approx(numeric, rel=1e-5, abs=1e-8)
    for minimum in landscape.minima:
        assert landscape.slope(*minimum) == pytest.approx((0, 0), abs=1e-12)
        assert (
            landscape.cost(*minimum) <= landscape.cost(*np.random.default_rng(1).normal(size=(2, 99))).min()
        )


def test_a_turned_valley_is_the_valley_seen_from_another_side():
    turn = np.radians(40)
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    points = np.random.default_rng(0).normal(size=(2, 7))
    turned = landscapes.valley(1, 25, 40).cost(*(rotation @ points))
    assert turned == pytest.approx(landscapes.valley(1, 25).cost(*points))


def test_a_walk_is_the_optimizers_with_noise_of_the_size_asked_for():
    path = landscapes.walk(landscapes.valley(1, 4), (-2, 1), downhill(0.1), 5)
    factors = np.array([0.9, 0.6]) ** np.arange(6).reshape(6, 1)
    assert path == pytest.approx(np.array([-2, 1]) * factors)
    noisy = landscapes.walk(landscapes.incline(0, 0), (0, 0), downhill(1), 4000, noise=3.0, seed=1)
    steps = np.diff(noisy, axis=0)
    assert steps.std(axis=0) == pytest.approx([3, 3], rel=0.1)
    assert steps.mean(axis=0) == pytest.approx([0, 0], abs=0.3)


def test_a_walk_counts_its_steps_and_hands_the_memory_on():
    told = []

    def step(parameters, grads, memory, t):
        told.append((t, memory, set(grads)))
        return parameters, t

    landscapes.walk(landscapes.valley(), (1, 1), step, 3)
    assert told == [(t, t - 1 or None, {"dW1", "db1"}) for t in (1, 2, 3)]


def test_temperatures_are_a_season_and_noise():
    season, year = data.temperatures(noise=0), data.temperatures(seed=5)
    assert season.shape == year.shape == (365,)
    assert (season.argmin(), season.min(), season.max()) == (19, 5, pytest.approx(23, abs=0.01))
    assert np.std(year - season) == pytest.approx(3, rel=0.15)
    assert not np.array_equal(year, data.temperatures(seed=6))


def test_cases_have_their_names_and_shapes():
    assert checks.shapes(checks.named([[1, 2]], 3, [[4]], 5, prefix="d")) == {
        "dW1": (1, 2),
        "db1": (1, 1),
        "dW2": (1, 1),
        "db2": (1, 1),
    }
    drawn = checks.drawn([3, 4, 2], np.random.default_rng(0))
    assert checks.shapes(drawn) == {"W1": (4, 3), "b1": (4, 1), "W2": (2, 4), "b2": (2, 1)}


X, Y = np.arange(7) + np.array([[0.0], [0.5]]), np.arange(7).reshape(1, 7) * 10
ORDER = np.array([4, 0, 6, 2, 1, 5, 3])


def cut(*cuts, X=X[:, ORDER], Y=Y[:, ORDER]):
    return [(X[:, a:b], Y[:, a:b]) for a, b in zip(cuts, cuts[1:], strict=False)]


def checked(value, size):
    return mini_batches.order_of(checks.call(lambda: value), X, Y, size)


def test_batches_in_any_order_and_any_sequence_are_accepted():
    for right in (cut(0, 3, 6, 7), tuple(map(list, cut(0, 3, 6, 7)))):
        assert np.array_equal(checked(right, 3), ORDER)
    assert np.array_equal(checked(cut(0, 7), 100), ORDER)


@pytest.mark.parametrize(
    "wrong, told",
    [
        (cut(0, 3, 6), "the last batch, which may be smaller, is missing"),
        (cut(0, 3, 6, 7, 7), "a batch is empty"),
        (cut(0, 7), "use mini_batch_size"),
        (cut(0, 3, 6, 7, Y=Y), "Y is still in its old order"),
        (cut(0, 3, 6, 7, X=X[:, [4, 0, 6, 2, 1, 5, 5]]), "1 of 7 lost"),
        (cut(0, 3, 6, 7, X=X[::-1, ORDER]), "whole columns"),
        ([pair[0] for pair in cut(0, 3, 6, 7)], "should be 2 values: X_k, Y_k"),
        ({"X": X}, "a list of pairs"),
        ([], "the wrong shapes"),
        (cut(0, 1, 4, 7), "the smaller batch is the last one"),
        (cut(0, 3, 7), "a batch of its own"),
        (cut(0, 2, 4, 7), r"batch 0: \[\(2, 2\), \(1, 2\)\] instead of \[\(2, 3\), \(1, 3\)\]"),
        (list(zip(*cut(0, 3, 6, 7), strict=True)), "two lists of 3"),
        ([(x.tolist(), y) for x, y in cut(0, 3, 6, 7)], "X_k of batch 0 is a list"),
        (cut(0, 3, 6, 7, X=X[:, ORDER] + 1e-6), "whole columns of X, unchanged"),
    ],
)
def test_wrong_batches_are_told_what_is_wrong(wrong, told):
    with pytest.raises(CheckFailed, match=told):
        checked(wrong, 3)


def test_what_is_shuffled_passes_and_what_is_not_does_not():
    result, size = checks.call(lambda: 1), 8
    rng = np.random.default_rng(0)
    for _ in range(1000):
        mini_batches.looks_shuffled(result, rng.permutation(60), size)
    in_order = np.arange(60)
    within = np.concatenate([rng.permutation(part) for part in np.split(in_order, 6)])
    for order in (in_order, in_order[::-1], np.roll(in_order, 17)):
        with pytest.raises(CheckFailed, match="does not shuffle"):
            mini_batches.looks_shuffled(result, order, size)
    with pytest.raises(CheckFailed, match="in their old batches"):
        mini_batches.looks_shuffled(result, within, 10)


def cut_in_order(X, Y, size, seed=1):
    order = np.roll(np.arange(X.shape[1]), seed)
    parts = [order[k : k + size] for k in range(0, order.size, size)]
    return [(X[:, part], Y[:, part]) for part in parts]


def test_the_order_is_read_in_what_was_cut_and_is_the_same_for_the_same_seed():
    result, order = mini_batches.cut(cut_in_order, 5, 2, rows=2, first=7)
    assert order.tolist() == [4, 0, 1, 2, 3]
    mini_batches.has_order(*mini_batches.cut(cut_in_order, 5, 3, n_x=1, seed=1), order)
    with pytest.raises(CheckFailed, match="another order than before"):
        mini_batches.has_order(*mini_batches.cut(cut_in_order, 5, 2, seed=2), order)


def runs_of(order_of_seed):
    """Return what 40 seeds give, as `follow_the_seed` takes it."""
    result = checks.call(lambda: 1)
    return {seed: (result, order_of_seed(np.random.default_rng(seed), seed)) for seed in range(40)}


@pytest.mark.slow
def test_orders_that_follow_the_seed_pass():
    for run in range(100):
        runs = runs_of(lambda rng, seed, run=run: rng.permuted(np.arange(60 + run % 3)))
        mini_batches.follows_the_seed(runs, 8)


FIXED = np.random.default_rng(99).permutation(60)


@pytest.mark.parametrize(
    "order_of_seed, told",
    [
        (lambda rng, seed: np.random.default_rng(max(seed, 1)).permutation(60), "for the seeds 0 and 1"),
        (lambda rng, seed: np.random.default_rng(seed % 7).permutation(60), "for the seeds 0 and 7"),
        (lambda rng, seed: np.roll(FIXED, seed), "keeps together"),
        (
            lambda rng, seed: rng.permutation(FIXED[:56].reshape(7, 8)).ravel().tolist() + [*FIXED[56:]],
            "keeps",
        ),
        (
            lambda rng, seed: np.concatenate([np.sort(p) for p in np.split(rng.permutation(60), 6)]),
            "ascending",
        ),
        (lambda rng, seed: np.append(0, 1 + rng.permutation(59)), "example 0 is in the first half"),
        (lambda rng, seed: np.append(rng.permutation(56), np.arange(56, 60)), "56 is in the second half"),
        (lambda rng, seed: np.concatenate([rng.permutation(30), 30 + rng.permutation(30)]), "only a part"),
        (
            lambda rng, seed: np.where(np.arange(60) % 2, np.arange(60), 2 * rng.permutation(60) % 60),
            "where they were",
        ),
    ],
)
def test_orders_that_do_not_follow_the_seed_are_told(order_of_seed, told):
    runs = {seed: (result, np.asarray(order)) for seed, (result, order) in runs_of(order_of_seed).items()}
    with pytest.raises(CheckFailed, match=told):
        mini_batches.follows_the_seed(runs, 8)


def zeros(parameters):
    return {f"d{name}": np.zeros(array.shape) for name, array in parameters.items()}


KEPT = zeros(checks.named([[1, 2]], 3))


@pytest.mark.parametrize(
    "start, labels, told",
    [
        (lambda p: KEPT, [], "dW1 of call 1 and dW1 of call 2 are one and the same"),
        (lambda p: (zeros(p), KEPT), ["v", "s"], r's\["dW1"\] of call 1 and s\["dW1"\] of call 2'),
        (lambda p: {key: array + 1e-13 for key, array in zeros(p).items()}, [], "dW1 is not zero"),
        (lambda p: {"dW1": np.zeros((1, 2))}, [], "has no entry 'db1'"),
        (lambda p: zeros(p), ["v", "s"], "should be 2 values: v, s"),
    ],
)
def test_a_memory_is_of_new_zeros_in_each_call(start, labels, told):
    parameters = checks.named([[1, 2]], 3)
    optimizer_memory.starts_at_zero(zeros, parameters)
    optimizer_memory.starts_at_zero(lambda p: (zeros(p), zeros(p)), parameters, "v", "s")
    with pytest.raises(CheckFailed, match=told):
        optimizer_memory.starts_at_zero(start, parameters, *labels)


def halved(parameters, grads, v, share=0.5):
    v = {key: share * v[key] for key in grads}
    return {name: parameters[name] - v[f"d{name}"] for name in parameters}, v


@pytest.mark.parametrize(
    "function, told",
    [
        (lambda p, g, v: halved(p, g, v, 0.25), r'v\["dW1"\] is not right'),
        (lambda p, g, v: (p, halved(p, g, v)[1]), r'parameters\["W1"\] is not right'),
        (lambda p, g, v: halved(p, g, v)[::-1], "has no entry"),
        (lambda p, g, v: halved(p, g, v)[0], "should be 2 values"),
        (lambda p, g, v: halved(p, g, dict(zip(v, g.values(), strict=True))), r'v\["dW1"\] is not right'),
    ],
)
def test_a_step_is_compared_with_the_right_one(function, told):
    parameters, v = checks.named(1, 2), checks.named(2, 6, prefix="d")
    right = {"parameters": checks.named(0, -1), "v": checks.named(1, 3, prefix="d")}
    optimizer_memory.updates(checks.call, halved, right, parameters, v, v)
    with pytest.raises(CheckFailed, match=told):
        optimizer_memory.updates(checks.call, function, right, parameters, v, v)


def test_a_part_that_is_not_looked_at_may_be_anything():
    parameters, v = checks.named(1, 2), checks.named(2, 6, prefix="d")
    right = {"parameters": None, "v": checks.named(1, 3, prefix="d")}
    optimizer_memory.updates(checks.call, halved, right, parameters, v, v)
    optimizer_memory.updates(
        checks.call, lambda p, g, v: ("moved", halved(p, g, v)[1]), right, parameters, v, v
    )
    with pytest.raises(CheckFailed, match=r'v\["dW1"\] is not right'):
        optimizer_memory.updates(checks.call, lambda p, g, v: halved(p, g, v, 0.25), right, parameters, v, v)


def adam(parameters, grads, v, s, t, learning_rate=0.01, epsilon=1e-8, share=1.0):
    """Adam with betas of 0, whose step may have another share of its length."""
    v, s = {**grads}, {key: g**2 for key, g in grads.items()}
    new = {
        name: theta - share * learning_rate * v[f"d{name}"] / (np.sqrt(s[f"d{name}"]) + epsilon)
        for name, theta in parameters.items()
    }
    return new, v, s, v, s


def test_a_step_of_adam_is_the_one_that_its_own_averages_give():
    parameters, g = checks.named(1, 2), checks.named(2, 6, prefix="d")
    for how in ({}, {"learning_rate": 0.5, "epsilon": 2.0}):
        optimizer_memory.steps_by(checks.call, adam, parameters, g, g, g, t=1, **how)

    def twice(*args, **how):  # the averages are wrong, and the step is that of these
        new, v, s, _, _ = adam(*args, **how)
        four = {key: 4 * square for key, square in s.items()}
        double = {key: 2 * a for key, a in v.items()}
        return new, v, s, double, four

    optimizer_memory.steps_by(checks.call, twice, parameters, g, g, g, t=1, learning_rate=0.5, epsilon=0.0)
    for wrong, told in [
        (lambda *args, **how: adam(*args, **how, share=1.1), r'parameters\["W1"\] is not right'),
        (lambda *args, **how: adam(*args, **how)[:3], "should be 5 values"),
    ]:
        with pytest.raises(CheckFailed, match=told):
            optimizer_memory.steps_by(checks.call, wrong, parameters, g, g, g, t=1)


def test_the_parts_of_a_result_go_by_their_names():
    result = checks.call(lambda: ({"W1": np.ones((2, 1))}, {"dW1": np.zeros((2, 1))}))
    new, v = result.parts("parameters", "v")
    new.has_arrays({"W1": (2, 1)})
    v.at("dW1", 1, 0).equals(0)
    for check, told in [
        (lambda: v.equals({"dW1": np.ones((2, 1))}), r'v\["dW1"\] is not right'),
        (lambda: v.has_arrays({"dW1": (1, 2)}), r'v\["dW1"\] has shape'),
        (lambda: v.has_keys(["dW1", "db1"]), "v has no entry 'db1'"),
        (lambda: new.at("W1", 1, 0).equals(2), r'parameters\["W1"\]\[1, 0\] is not right'),
        (lambda: result.parts("parameters", "v", "s"), "should be 3 values: parameters, v, s"),
    ]:
        with pytest.raises(CheckFailed, match=told):
            check()


@pytest.mark.slow
def test_figures_are_shown_with_their_alt_text(monkeypatch):
    shown = []
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data["text/plain"]))
    valley, path = landscapes.valley(), np.array([[-4.0, 1.0], [-3.0, -1.0], [0.0, 0.0]])
    plots.paths({"one": (valley, {"a": path})}, alt="one path")
    plots.paths({"one": (valley, {"a": path, "b": -path}), "two": (valley, {"b": path})}, alt="two panels")
    plots.smoothed(np.ones(9), {"a": np.zeros(9), "b": np.arange(9)}, "day", "°C", alt="two lines")
    losses = np.linspace(2, 1, 12)
    plots.verdicts({"a": (losses, "x"), "b": (losses, "y"), "c": (losses, "z")}, 3, "loss", alt="curves")
    assert shown == ["one path", "two panels", "two lines", "curves"]
    assert not style.plt.get_fignums()
