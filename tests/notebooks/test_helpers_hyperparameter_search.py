"""The helpers of the hyperparameter search: trainings in parallel, and checks of samplers and searches."""

import itertools

import matplotlib
import numpy as np
import pytest
from scipy.stats import chi2, norm

from helpers import checks, data, plots, trials
from helpers.checks.messages import CheckFailed
from helpers.checks.subjects import samplers, searches

# ── trials ───────────────────────────────────────────────────────────────────────────────────────


def slow_loss(settings, num_steps, seed):
    """Train one network the long way: float64, one array for each parameter, Adam as published."""
    (X, Y), (X_dev, Y_dev) = (data.digits()[name] for name in ("train", "dev"))
    rng, n_1 = np.random.default_rng(seed), settings["units"]
    W1 = rng.standard_normal((trials.ROOM, 64))[:n_1] * np.sqrt(2 / 64)
    W2 = rng.standard_normal((10, trials.ROOM))[:, :n_1] * np.sqrt(2 / n_1)
    parameters = [W1, np.zeros((n_1, 1)), W2, np.zeros((10, 1))]

    def probabilities(X):
        W1, b1, W2, b2 = parameters
        A1 = np.maximum(0, W1 @ X + b1)
        exponentials = np.exp(W2 @ A1 + b2)
        return A1, exponentials / exponentials.sum(axis=0)

    v, s = ([np.zeros_like(p) for p in parameters] for _ in range(2))
    beta1, beta2 = settings["beta1"], settings["beta2"]
    for t in range(1, num_steps + 1):
        batch = rng.choice(X.shape[1], 32, replace=False)
        A1, A2 = probabilities(X[:, batch])
        dZ2 = (A2 - np.eye(10)[:, Y[0, batch]]) / 32
        dZ1 = (parameters[2].T @ dZ2) * (A1 > 0)
        grads = [dZ1 @ X[:, batch].T, dZ1.sum(1, keepdims=True), dZ2 @ A1.T, dZ2.sum(1, keepdims=True)]
        for i, g in enumerate(grads):
            v[i] = beta1 * v[i] + (1 - beta1) * g
            s[i] = beta2 * s[i] + (1 - beta2) * g**2
            step = v[i] / (1 - beta1**t) / (np.sqrt(s[i] / (1 - beta2**t)) + 1e-8)
            parameters[i] = parameters[i] - settings["learning_rate"] * step
    return -np.log(probabilities(X_dev)[1][Y_dev[0], np.arange(Y_dev.size)]).mean()


def test_many_networks_at_once_are_what_each_is_alone():
    settings = [
        {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.99, "units": 5},
        {"learning_rate": 0.003, "beta1": 0.5, "beta2": 0.9, "units": 12},
        {"learning_rate": 0.0, "beta1": 0.9, "beta2": 0.999, "units": 3},
    ]
    losses = trials.dev_losses(settings, (7, 20), seed=3)
    assert losses.shape == (3, 2)
    expected = [[slow_loss(one, num_steps, 3) for num_steps in (7, 20)] for one in settings]
    np.testing.assert_allclose(losses, expected, rtol=1e-3)
    np.testing.assert_allclose(trials.dev_losses(settings[1:2], (20,), seed=3), losses[1:2, 1:], rtol=1e-5)


def test_settings_have_defaults_and_seeds_matter():
    first, again = trials.dev_losses([{}, trials.DEFAULTS], (4,))
    assert np.isclose(first, again, rtol=1e-6).all()  # not every BLAS computes each network alike
    assert trials.dev_losses([{}], (4,), seed=1) != first
    each = trials.dev_losses([{}], (4,), each=True)
    assert each.shape == (1, 1, data.digits()["dev"][0].shape[1])
    assert np.isclose(each.mean(), first, rtol=1e-6).all()


# ── samplers ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "sampler, problem",
    [
        (lambda low, high, rng: rng.uniform(low, high, 1), "single number"),
        (lambda low, high, rng: "0.5", "single number"),
        (lambda low, high, rng: np.inf, "finite"),
        (lambda low, high, rng: high + rng.random(), "leaves the range from 0.1 to 1"),
        (lambda low, high, rng: -low, "leaves the range"),
        (lambda low, high, rng: 0.5, "same in every call"),
        (lambda low, high, rng: 0.1 + 0.9 * rng.integers(2), "any number in the range"),
    ],
)
def test_draws_that_are_none_of_the_range_are_named(sampler, problem):
    with pytest.raises(CheckFailed, match=problem):
        samplers.draws(sampler, 0.1, 1, np.random.default_rng(0), n=50)


def test_draws_are_returned():
    def uniform(low, high, rng):
        return np.float32(rng.uniform(low, high))

    result = samplers.draws(uniform, 0.1, 1, np.random.default_rng(0), n=50)
    assert result.value.shape == (50,) and 0.1 <= result.value.min() < result.value.max() <= 1


def seen_of(sampler, seed):
    with pytest.raises(CheckFailed) as failed:
        samplers.spreads(sampler, 0.1, 1, np.random.default_rng(seed), np.log)
    return failed.value.seen


def test_what_a_wrong_sampler_draws_is_known_by_what_was_measured():
    wrong = [
        lambda low, high, rng: rng.uniform(low, high),
        lambda low, high, rng: -rng.uniform(low, high),
        lambda low, high, rng: rng.uniform(low, high) * 10,
        lambda low, high, rng: low * (high / low) ** (0.98 * rng.random()),
        lambda low, high, rng: low * (high / low) ** (0.9 * rng.random()),
    ]
    one, other = ([seen_of(sampler, seed) for sampler in wrong] for seed in (0, 1))
    for i, first in enumerate(one):
        assert [first.is_like(second) for second in other] == [i == j for j in range(len(wrong))]


def test_whole_numbers_are_of_an_integer_type():
    for kind in (int, np.int16, np.asarray):
        result = samplers.draws(lambda low, high, rng, k=kind: k(low), 3, 3, np.random.default_rng(), 2, True)
        assert (result.value == 3).all()
    with pytest.raises(CheckFailed, match="an integer, not a float"):
        samplers.draws(lambda low, high, rng: 3.0, 3, 3, np.random.default_rng(), 2, True)


def test_a_sampler_must_use_its_generator():
    samplers.follows_rng(lambda low, high, rng: rng.uniform(low, high), 0, 1)
    with pytest.raises(CheckFailed, match="in the same state"):
        samplers.follows_rng(lambda low, high, rng: np.random.default_rng().uniform(low, high), 0, 1)


def test_two_generators_are_in_the_same_state_and_in_no_known_one():
    (one, two), (other, _) = samplers.twins(), samplers.twins()
    assert one.random() == two.random() != other.random()
    known = {np.random.default_rng(seed).random() for seed in range(1000)}
    assert other.random() not in known


@pytest.mark.parametrize(
    "draw, problem",
    [
        (lambda low, high, rng: rng.integers(low, high), "never .100."),
        (lambda low, high, rng: rng.integers(low + 1, high + 1), "never .1."),
        (lambda low, high, rng: low + rng.integers(256) % (high - low + 1), "1.0% of all calls"),
    ],
)
def test_every_number_of_a_wide_range_comes_up_as_often(draw, problem):
    rng = np.random.default_rng(0)
    samplers.draws_every_number(lambda low, high, rng: rng.integers(low, high + 1), 1, 100, rng)
    with pytest.raises(CheckFailed, match=problem):
        samplers.draws_every_number(draw, 1, 100, rng)


@pytest.mark.slow
def test_whole_numbers_that_are_rounded_are_always_noticed():
    """Both ends come up half as often as they should: counted together, that is seen in 5000 draws."""
    for seed in range(20):
        rng = np.random.default_rng(seed)
        samplers.draws_every_number(lambda low, high, rng: rng.integers(low, high + 1), 8, 32, rng)
        with pytest.raises(CheckFailed, match="should draw each number in 4.0% of all calls"):
            samplers.draws_every_number(lambda low, high, rng: round(rng.uniform(low, high)), 8, 32, rng)


@pytest.mark.slow
def test_exponents_from_a_cut_off_normal_distribution_are_always_noticed():
    def cut_off(low, high, rng):
        middle, half = np.log(low * high) / 2, np.log(high / low) / 2
        return np.exp(middle + half * np.clip(rng.normal(0, 0.5), -1, 1))

    for seed in range(20):
        with pytest.raises(CheckFailed, match="not spread"):
            samplers.spreads(cut_off, 1e-4, 1, np.random.default_rng(seed), np.log)


def test_a_right_sampler_fails_less_than_once_in_ten_million_runs():
    spreads = 6 * (2 * np.exp(-20) + 2 * np.exp(-23))  # the cells of two exercises have six each
    assert spreads < 1e-7
    cases = [(25, 5000), (3, 2000), (150, 5000), (2, 500), (2, 500), (49, 2000), (91, 2500)]
    uneven = sum(chi2.sf(samplers.most_uneven(size - 1), size - 1) for size, _ in cases)
    missing = sum(size * (1 - 1 / size) ** n for size, n in cases)
    ends = sum(2 * norm.sf(samplers.SIGMAS) for size, _ in cases if size > 2)
    assert uneven + missing + ends < 3e-8  # chi-squared has a longer tail where few are expected


def test_ordinary_numbers_are_told_at_once():
    for values in ([1.5, 2.0], [np.float64(1.5)], [1, np.int64(2)], [1, 2.5]):
        assert samplers.is_ordinary(values, whole=False)
        assert samplers.is_ordinary(values, whole=True) == all(isinstance(v, (int, np.int64)) for v in values)
    for values in ([np.nan], [True], ["1"], [np.array([1.0])], [np.float16(1)], [10**400], [None]):
        assert not samplers.is_ordinary(values, whole=False)


# ── searches ─────────────────────────────────────────────────────────────────────────────────────

SETTINGS = [{"x": 1}, {"x": 2}, {"x": 3}]


def searched(search, *arguments):
    """Return the result of a search, and the objective with its record."""
    objective = searches.Objective(lambda settings: np.nan if settings["x"] == 2 else 7.0 - settings["x"])
    return checks.call(search, objective, *arguments), objective


def every(objective):
    return SETTINGS[2], [(settings, objective(settings)) for settings in SETTINGS[::-1]]


def test_a_search_is_compared_with_the_calls_in_any_order():
    result, objective = searched(every)
    searches.tries(result, objective, SETTINGS)
    best, history = searches.best_and_history(result)
    best.equals({"x": 3})
    searches.remembers(history, objective)
    with pytest.raises(CheckFailed, match="4 times: x=1, x=2, x=3, x=3.\n(.|\n)*hint +one more"):
        searches.tries(result, objective, [*SETTINGS, {"x": 3}], hint="one more")
    with pytest.raises(CheckFailed, match="call objective 2 times"):
        searches.tries(result, objective, SETTINGS[:2])


def test_a_table_has_a_loss_for_each_call_and_shows_it():
    objective = searches.table([{"x": 1}, {"x": 1.0}, {"x": 1}], [0.5, np.nan, 0.25])
    assert [objective({"x": 1}), objective({"x": 2})] == [0.5, 9.0]
    assert np.isnan(objective({"x": 1.0}))
    assert objective.__name__ == "an objective (losses 0.5, nan, 0.25)"
    rungs = searches.table([("a", 2), ("a", 4)], [0.5, 0.25], ("candidate", "budget"))
    assert [rungs("a", 4), rungs("b", 4)] == [0.25, 9.0]


def test_a_search_finds_the_best_of_what_is_expected():
    result, objective = searched(every)
    searches.finds_best(result, objective, SETTINGS)
    with pytest.raises(CheckFailed, match="call objective 2 times"):
        searches.finds_best(result, objective, SETTINGS[:2])
    result, objective = searched(lambda objective: (SETTINGS[0], every(objective)[1]))
    with pytest.raises(CheckFailed, match="best.*is not right"):
        searches.finds_best(result, objective, SETTINGS)


@pytest.mark.parametrize(
    "change, problem",
    [
        (lambda history: history[:2], "history should have 3 entries(.|\n)*keep every call"),
        (lambda history: [loss for _, loss in history], "should be a list of .settings, loss."),
        (lambda history: dict(enumerate(history)), "should be a list of .settings, loss."),
        (lambda history: [(SETTINGS[0], loss) for _, loss in history], "one dict was changed"),
        (lambda history: [(one, 0.0) for one, _ in history], "does not hold"),
    ],
)
def test_a_history_that_differs_from_the_calls_is_named(change, problem):
    def search(objective):
        best, history = every(objective)
        return best, change(history)

    result, objective = searched(search)
    with pytest.raises(CheckFailed, match=problem):
        searches.remembers(searches.best_and_history(result)[1], objective)


@pytest.mark.parametrize(
    "expected, called, shown",
    [
        ([{"x": 5}], {"x": np.float64(5)}, "1 calls: x=5.0\n"),
        ([{"x": (16, 8)}], {"x": np.array([16, 8])}, "1 calls: x=.16, 8.\n"),
    ],
)
def test_values_of_another_type_are_shown_as_such(expected, called, shown):
    result, objective = checks.call(lambda: 0), searches.Objective(lambda settings: 0.0)
    objective(called)
    with pytest.raises(CheckFailed, match=f"{shown}(.|\n)*their types are not"):
        searches.tries(result, objective, expected)
    history = result.about("history", [(expected[0], 0.0)])
    with pytest.raises(CheckFailed, match="does not hold(.|\n)*their types are not"):
        searches.remembers(history, objective)


def test_best_comes_before_history():
    result, _ = searched(lambda objective: every(objective)[::-1])
    with pytest.raises(CheckFailed, match="best comes first"):
        searches.best_and_history(result)


@pytest.mark.parametrize("wrong", [{"x": 1}, (1, 2), [len]])
def test_an_objective_complains_about_other_arguments(wrong):
    objective = searches.Objective(lambda settings: 0.0)
    with pytest.raises(TypeError):
        objective(**wrong) if isinstance(wrong, dict) else objective(*wrong)
    with pytest.raises(TypeError, match="call each sampler"):
        objective({"x": len})
    assert objective.calls == []


def random_search(objective, space, num_trials, rng, draw=None):
    drawn = [{name: (draw or space[name])(rng) for name in space} for _ in range(num_trials)]
    return drawn[0], [(settings, objective(settings)) for settings in drawn]


SPACE = dict.fromkeys("ab", lambda rng: rng.random())


def test_random_trials_are_drawn_anew_from_rng():
    objective = searches.Objective(lambda settings: 0.0)
    result = checks.call(random_search, objective, SPACE, 20, np.random.default_rng())
    searches.draws_anew(result, objective)
    searches.follows_rng(random_search, SPACE)
    counted = itertools.cycle([1.0, 2.0])
    for draw, problem in ((lambda rng: 0.5, "same draw"), (lambda rng: next(counted), "earlier trial")):
        objective = searches.Objective(lambda settings: 0.0)
        random_search(objective, SPACE, 5, np.random.default_rng(), draw)
        with pytest.raises(CheckFailed, match=problem):
            searches.draws_anew(result, objective)


@pytest.mark.parametrize("seed, problem", [(None, "in the same state"), (0, "in a second search")])
def test_another_generator_is_noticed(seed, problem):
    def search(objective, space, num_trials, rng):
        return random_search(objective, space, num_trials, np.random.default_rng(seed))

    with pytest.raises(CheckFailed, match=problem):
        searches.follows_rng(search, SPACE)


# ── figures ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_every_figure_is_shown_with_its_alt_text(monkeypatch):
    matplotlib.use("agg")
    shown = []
    monkeypatch.setattr("helpers.plots.style.display", lambda data, raw: shown.append(data["text/plain"]))
    rates = np.geomspace(1e-5, 1, 7)
    plots.decades({"learning rate": {"log": rates, "more": rates * 2}}, "decades")
    plots.projections(rates, [1, 2], np.ones((2, 7)), {"grid": (rates[:2], [1, 2])}, "y", "projections")
    plots.repeats({"one": rates, "two": rates + 1}, "loss", "repeats", log=True)
    plots.ranges({"a": (0.1, 1, rates, rates + 1), "b": (0.1, 1, rates, rates + 1)}, "ranges")
    plots.rungs([1, 2, 4], np.ones((3, 3)), [1, 2, 3], "rungs")
    assert shown == ["decades", "projections", "repeats", "ranges", "rungs"]
