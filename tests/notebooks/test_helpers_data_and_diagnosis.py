"""The helpers of data_and_diagnosis: the data, the Bayes error, the dealing out, the figures."""

import numpy as np
import pytest
from scipy.special import comb
from scipy.stats import chi2, ncx2

from helpers import bayes, checks, data, plots
from helpers.checks.comparison import difference
from helpers.checks.messages import CheckFailed
from helpers.checks.subjects import splits
from helpers.plots import style


def test_wines_are_sorted_by_grower():
    X, Y = data.wine()
    assert X.shape == (13, 178)
    assert Y.tolist() == [[0] * 59 + [1] * 71 + [2] * 48]


def test_malignant_tumours_are_class_1():
    X, Y = data.breast_cancer()
    assert X.shape == (30, 569)
    assert Y.shape == (1, 569)
    assert Y.sum() == 212  # 212 malignant, 357 benign, says the data set's description
    assert X[0, Y[0] == 1].mean() > X[0, Y[0] == 0].mean()  # the radius


def test_clouds_have_their_means_and_deviations():
    X, Y = data.clouds(100_000, seed=1)
    assert abs(Y.mean() - 0.5) < 0.01
    for label, (mean, std) in data.CLOUDS.items():
        cloud = X[:, Y[0] == label]
        assert cloud.mean(axis=1) == pytest.approx(np.array(mean), abs=0.05)
        assert cloud.std(axis=1) == pytest.approx(np.array([std, std]), rel=0.02)
    assert not np.array_equal(X, data.clouds(100_000, seed=2)[0])


def test_the_bayes_error_is_that_of_a_circle():
    """Equal densities lie on a circle; how much of a cloud lies within has a known distribution."""
    (mean, wide), (_, narrow) = data.CLOUDS.values()
    a, b, d = narrow**-2, wide**-2, mean[0]
    centre = -b * d / (a - b)
    squared = (2 * np.log(a / b) + b * d**2) / (a - b) + centre**2
    missed = ncx2.sf(squared * a, 2, centre**2 * a)
    taken = ncx2.cdf(squared * b, 2, (d - centre) ** 2 * b)
    assert bayes.error() == pytest.approx((missed + taken) / 2, abs=1e-6)
    on_circle = np.array([[centre], [np.sqrt(squared)]])
    assert bayes.predict(0.999 * on_circle) == 1
    assert bayes.predict(1.001 * on_circle) == 0


def split(X, Y, order, sizes=(3, 2, 1)):
    parts = np.split(order, np.cumsum(sizes)[:-1])
    return tuple((X[:, part], Y[:, part]) for part in parts)


def test_what_is_dealt_out_right_passes():
    X, Y = splits.numbered(6)
    result = checks.call(split, X, Y, np.array([5, 0, 3, 2, 4, 1]))
    splits.has_sets(result, X, Y, {"train": 3, "dev": 2, "test": 1})


@pytest.mark.parametrize(
    "order, sizes, message",
    [
        ([0, 1, 2, 3, 4, 4], (3, 2, 1), "every example into exactly one set"),
        ([0, 1, 2, 3, 4, 5], (2, 3, 1), "the sizes are not right[^$]*2, 3, 1 examples"),
    ],
)
def test_what_is_dealt_out_wrong_is_named(order, sizes, message):
    X, Y = splits.numbered(6)
    result = checks.call(split, X, Y, np.array(order), sizes)
    with pytest.raises(CheckFailed, match=message):
        splits.has_sets(result, X, Y, {"train": 3, "dev": 2, "test": 1})


def test_labels_of_others_and_broken_examples_are_named():
    X, Y = splits.numbered(6)
    result = checks.call(split, X, Y, np.arange(6))
    with pytest.raises(CheckFailed, match="labels of other examples"):
        splits.holds_each_once(result, result.value, X, Y[:, ::-1])
    with pytest.raises(CheckFailed, match="takes examples apart"):
        splits.holds_each_once(result, result.value, np.stack([X[0], X[1, ::-1], X[2]]), Y)


def test_a_random_choice_passes_and_others_do_not():
    result = checks.call(np.arange, 5000)
    for seed in range(200):
        chosen = np.random.default_rng(seed).permutation(5000)[:1000]
        splits.looks_chosen_at_random(result.about(None, chosen), 5000, "the set")
    for chosen in (np.arange(1000), np.arange(2000, 3000), np.arange(0, 5000, 5)):
        with pytest.raises(CheckFailed, match="the set is not a random choice"):
            splits.looks_chosen_at_random(result.about(None, chosen), 5000, "the set")


def deal(order):
    """Return a split that takes examples in the order which `order(m, rng)` gives."""

    def split(X, Y, dev_fraction, test_fraction, rng):
        m = X.shape[1]
        dev, test = round(m * dev_fraction), round(m * test_fraction)
        parts = np.split(order(m, rng), [m - dev - test, m - test])
        return tuple((X[:, part], Y[:, part]) for part in parts)

    return split


def test_every_choice_is_equally_likely_or_it_is_said():
    rng = np.random.default_rng(0)
    for order in (lambda m, rng: rng.permutation(m), lambda m, rng: np.argsort(rng.random(m))):
        splits.deals_evenly(deal(order), rng)
        splits.never_repeats(splits.thirds(deal(order), rng))
    uneven = deal(lambda m, rng: np.append(m - 1, rng.permutation(m - 1)))
    with pytest.raises(CheckFailed, match="example . for dev and . for test .* times in 600"):
        splits.deals_evenly(uneven, rng)
    few = deal(lambda m, rng: np.random.default_rng(rng.integers(100)).permutation(m))
    with pytest.raises(CheckFailed, match="different splits in 300 calls with 240 examples"):
        splits.never_repeats(splits.thirds(few, rng))


def swapped(m, rng, places):
    """Return 0 to m - 1, each swapped with any other: a shuffle that is not even."""
    order = list(range(m))
    for i in places(m):
        j = int(rng.integers(m))
        order[i], order[j] = order[j], order[i]
    return np.array(order)


def too_early(m, rng):
    """Return a shuffle by Fisher and Yates whose last step is missing."""
    order = list(range(m))
    for i in range(m - 1, 1, -1):
        j = int(rng.integers(i + 1))
        order[i], order[j] = order[j], order[i]
    return np.array(order)


@pytest.mark.slow
@pytest.mark.parametrize("places", [range, lambda m: range(m)[::-1]])
def test_swapping_each_with_any_other_is_always_noticed(places):
    for seed in range(3):
        rng = np.random.default_rng(seed)
        with pytest.raises(CheckFailed, match="take rng.permutation"):
            splits.shuffles_evenly(splits.thirds(deal(lambda m, rng: swapped(m, rng, places)), rng))


def test_three_and_many_examples_are_dealt_out_evenly():
    rng = np.random.default_rng(1)
    for order in (lambda m, rng: rng.permutation(m), lambda m, rng: np.argsort(rng.random(m))):
        splits.shuffles_evenly(splits.thirds(deal(order), rng))
        splits.deals_evenly(deal(order), rng, m=3)
    with pytest.raises(CheckFailed, match="equally likely"):
        splits.deals_evenly(deal(too_early), rng, m=3)


def test_a_right_split_fails_less_than_once_in_ten_million_runs():
    repeats = splits.MANY**2 / 2 / (comb(240, 80) * comb(160, 80))
    chi_squared = sum(chi2.sf(splits.most_uneven(freedom), freedom) for freedom in (5, 11, 22))
    assert chi_squared + repeats < 1e-7
    for freedom in (5, 11, 22, 24, 99):  # not far above what is needed
        assert 1e-11 < chi2.sf(splits.most_uneven(freedom), freedom) < 1e-8


def test_labels_that_become_whole_numbers_are_named():
    X, Y = splits.numbered(6)
    result = checks.call(split, X, Y.astype(int), np.arange(6))
    with pytest.raises(CheckFailed, match="Y_train holds int64, but was given floats"):
        splits.has_sets(result, X, Y, {"train": 3, "dev": 2, "test": 1})


def test_sets_and_strings_are_compared():
    assert difference({"a"}, frozenset({"a"})) is None
    assert difference("a", "a") is None
    for expected, actual in [({"a"}, {"b"}), ({"a"}, ["a"]), (set(), {}), ("a", "b"), ("a", {"a"})]:
        assert difference(expected, actual)


@pytest.mark.slow
def test_figures_are_shown(monkeypatch):
    shown = []
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data["text/plain"]))
    X, Y = data.clouds(40)
    line = {"W1": np.array([[-1.0, 0.0]]), "b1": np.array([[0.5]])}
    errors = np.linspace(0.1, 0.3, 6).reshape(2, 3)
    plots.many_boundaries(X, Y, {"one": [line], "two": [line, line]}, bayes.predict, alt="boundaries")
    plots.funnel([10, 100], np.full((2, 5), 0.9), 0.9, alt="funnel")
    plots.gaps({"one": (errors, errors + 0.1), "two": (errors, errors)}, [10, 20, 40], 0.1, alt="gaps")
    plots.bands({"a": np.ones((3, 4))}, "x", "y", alt="bands", x=[1, 10, 100, 1000])
    plots.leaks(alt="leaks")
    assert shown == ["boundaries", "funnel", "gaps", "bands", "leaks"]
    assert not style.plt.get_fignums()


def test_a_split_follows_rng_alone():
    X, Y = splits.numbered(30)

    def deal(source):
        return lambda X, Y, dev, test, rng: split(X, Y, source(rng).permutation(30), (15, 9, 6))

    splits.follows_rng(deal(lambda rng: rng), X, Y, 0.3, 0.2)
    with pytest.raises(CheckFailed, match="not from another generator"):
        splits.follows_rng(deal(lambda rng: np.random.default_rng()), X, Y, 0.3, 0.2)
    with pytest.raises(CheckFailed, match="is there a seed inside"):
        splits.follows_rng(deal(lambda rng: np.random.default_rng(1)), X, Y, 0.3, 0.2)
