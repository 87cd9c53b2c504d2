"""What the helpers hold for source/week1/regularization.ipynb."""

import numpy as np
import pytest
from scipy import stats

from helpers import checks, data, network, plots, training
from helpers.checks.distributions import SIGMAS
from helpers.checks.messages import Call, CheckFailed
from helpers.checks.result import Result
from helpers.checks.subjects import backward_pass, dropout
from helpers.plots import style


def test_a_noisy_diagonal_has_as_many_mistakes_as_asked_for():
    X, Y = data.noisy_diagonal(5000, noise=0, flipped=0, seed=3)
    assert X.shape == (2, 5000) and Y.shape == (1, 5000)
    assert np.array_equal(Y[0], X.sum(axis=0) > 0)
    X, Y = data.noisy_diagonal(5000, noise=0, flipped=0.15, seed=3)
    wrong = np.mean(Y[0] != (X.sum(axis=0) > 0))
    assert wrong == pytest.approx(0.15, abs=0.03)


def test_mislabelled_digits_are_training_images_with_some_new_labels():
    train, labels = data.digits()["train"]
    where = {image.tobytes(): label for image, label in zip(train.T, labels[0], strict=True)}
    X, given, true = data.mislabelled_digits(400, 0.2, seed=1)
    assert X.shape == (64, 400) and given.shape == true.shape == (1, 400)
    assert [where[image.tobytes()] for image in X.T.copy()] == true[0].tolist()
    assert len({image.tobytes() for image in X.T.copy()}) == 400
    assert np.mean(given != true) == pytest.approx(0.18, abs=0.08)  # one drawn label in ten is right
    assert not np.array_equal(X, data.mislabelled_digits(400, 0.2, seed=2)[0])


def test_a_start_has_uniform_weights_whose_variance_is_twice_one_over_the_inputs():
    parameters = network.start([50, 200, 3], seed=0)
    W1, b1 = parameters["W1"], parameters["b1"]
    assert W1.shape == (200, 50) and b1.shape == (200, 1) and parameters["W2"].shape == (3, 200)
    assert not b1.any() and np.abs(W1).max() <= np.sqrt(6 / 50)
    assert W1.var() == pytest.approx(2 / 50, rel=0.05)
    assert not np.array_equal(W1, network.start([50, 200, 3], seed=1)["W1"])


def test_the_class_with_the_largest_output_counts():
    parameters = {"W1": np.array([[1.0], [0.0], [-1.0]]), "b1": np.array([[0.0], [0.5], [0.0]])}
    X = np.array([[2.0, 0.1, -2.0, -3.0]])
    assert network.class_accuracy(X, np.array([[0, 1, 2, 0]]), parameters) == 0.75


def test_a_step_is_repeated_and_shows_what_is_watched():
    start = {"W1": np.array([[4.0]]), "b1": np.array([[1.0]])}

    def step(parameters):
        return {"W1": 0.9 * parameters["W1"], "b1": 0.6 * parameters["b1"]}

    trained, seen = training.repeat(step, start, 7, lambda p: p["W1"].item(), every=3)
    assert trained["W1"].item() == pytest.approx(4 * 0.9**7)
    assert trained["b1"].item() == pytest.approx(0.6**7)
    assert seen == pytest.approx([4 * 0.9**number for number in (0, 3, 6, 7)])
    assert start["W1"].item() == 4


# ── how often a right mask is rejected ───────────────────────────────────────────────────────────

MASKS = [((40, 40), 20), ((40, 40), 50), ((40, 40), 90), ((50, 45), 25), ((50, 45), 50), ((45, 50), 75)]
TESTED = MASKS[3:]  # those of the notebook


def wrong_share(n, p):
    """Return the probability that the share of ones in n draws is judged wrong."""
    width = SIGMAS * np.sqrt(n * p * (1 - p))
    return stats.binom.cdf(np.ceil(n * p - width) - 1, n, p) + stats.binom.sf(np.floor(n * p + width), n, p)


def wrong_scatter(lines, n, percent):
    """Return the probability that the numbers of ones in lines of n draws scatter too much or too little.

    The squared deviations are whole numbers; the distribution of their sum is a repeated convolution.
    """
    counts = np.arange(n + 1)
    squares = (100 * counts - n * percent) ** 2
    unit = np.gcd.reduce(squares)
    one = np.zeros(squares.max() // unit + 1)
    np.add.at(one, squares // unit, stats.binom.pmf(counts, n, percent / 100))
    size = lines * (one.size - 1) + 1
    together = np.fft.irfft(np.fft.rfft(one, 2 * size) ** lines, 2 * size)[:size]
    variance = n * percent / 100 * (1 - percent / 100)
    ratio = np.arange(size) * unit / 1e4 / lines / variance
    small = 2 / (9 * lines)
    z = (np.cbrt(ratio) - (1 - small)) / np.sqrt(small)
    return together[np.abs(z) > SIGMAS].sum()


def wrong_correlation(n, p):
    """Return the probability that two masks with the expected number of ones seem to be related."""
    ones = round(n * p)
    mean, std = stats.hypergeom.mean(n, ones, ones), stats.hypergeom.std(n, ones, ones)
    width = SIGMAS * std * np.sqrt((n - 1) / n)
    low = stats.hypergeom.cdf(np.ceil(mean - width) - 1, n, ones, ones)
    return low + stats.hypergeom.sf(np.floor(mean + width), n, ones, ones)


def wrong_lines(lines, n, p):
    """Return the probability that too many of these lines of n draws are equal to another one.

    The number of equal pairs is nearly a Poisson number.
    """
    pairs = lines * (lines - 1) / 2 * (p**2 + (1 - p) ** 2) ** n
    return stats.poisson.sf(np.floor(lines / 4), pairs)


def rates(shape, percent):
    """Return how often each judgement of a pair of right masks is wrong: eleven of them."""
    p, n = percent / 100, shape[0] * shape[1]
    one = [wrong_share(n, p), wrong_scatter(*shape, percent), wrong_scatter(*shape[::-1], percent)]
    one += [wrong_lines(*shape, p), wrong_lines(*shape[::-1], p)]
    return [*one, *one, wrong_correlation(n, p)]


@pytest.mark.slow
@pytest.mark.parametrize("shape, percent", MASKS)
def test_a_judgement_of_a_right_mask_is_hardly_ever_wrong(shape, percent):
    assert max(rates(shape, percent)) < (6e-9 if (shape, percent) in TESTED else 1e-7)


@pytest.mark.slow
def test_all_judgements_of_the_notebook_together_are_wrong_less_than_once_in_a_million():
    pairs = dict.fromkeys(TESTED, 6)
    sizes = [(2250, 0.25), (2250, 0.5), (2250, 0.75)]
    numbers = [stats.binom.pmf(np.arange(n + 1), n, p) for n, p in sizes]  # of six masks, all equal
    together = sum(count * sum(rates(*mask)) for mask, count in pairs.items())
    together += sum(2 * np.sum(n**6) + np.sum(n**2) ** 6 for n in numbers)  # one layer; both layers
    together += sum(2 * wrong_share(6 * n, p) for n, p in sizes)
    together += 2 * (wrong_share(1500, 0.25) + wrong_share(800, 0.25) + wrong_share(3500, 0.05))
    together += wrong_share(100, 0.3) + wrong_share(200, 0.3) + 2 * wrong_share(8640, 0.5)
    together += 2 * 180 * 179 / 2 * 0.5**48  # of 180 masks of 48 entries, two equal ones
    assert together < 4e-7


def test_the_scatter_of_right_masks_is_standard_normal():
    rng = np.random.default_rng(0)
    z = [dropout.scatter(rng.binomial(45, 0.3, 50), 45, 0.3) for _ in range(4000)]
    assert np.mean(z) == pytest.approx(0, abs=0.1)
    assert np.std(z) == pytest.approx(1, abs=0.1)


# ── what is no mask ──────────────────────────────────────────────────────────────────────────────


def judge(mask, keep_prob=0.3):
    result = Result(Call("f"), mask, "D1")
    dropout.looks_drawn(result, dropout.holds_mask(result, (60, 55), keep_prob), keep_prob)


def test_masks_of_every_kind_are_right():
    draws = np.random.default_rng(0).random((60, 55))
    for mask in (draws < 0.3, (draws < 0.3).astype(np.uint8), (draws < 0.3).tolist(), 1.0 * (draws < 0.3)):
        judge(mask)


@pytest.mark.parametrize(
    "mask, problem",
    [
        (lambda rng: rng.random((60, 1)) < 0.3, "lose the same units"),
        (lambda rng: np.tile(rng.random((60, 1)) < 0.3, 55), "whole rows"),
        (lambda rng: np.tile(rng.random(55) < 0.3, (60, 1)), "whole columns"),
        (lambda rng: np.repeat(rng.random((60, 11)) < 0.3, 5, axis=1), "vary more"),
        (lambda rng: np.repeat(rng.random((60, 28)) < 0.3, 2, axis=1)[:, :55], "identical columns"),
        (lambda rng: np.tile(rng.random((30, 55)) < 0.3, (2, 1)), "identical rows"),
        (lambda rng: rng.permuted(np.tile(np.arange(60) < 18, (55, 1)), axis=1).T, "vary less"),
        (lambda rng: rng.random((60, 55)) > 0.3, "share to drop"),
        (lambda rng: rng.standard_normal((60, 55)) < 0.3, "not normal"),
        (lambda rng: rng.random((60, 55)), "compare the random numbers"),
        (lambda rng: (rng.random((60, 55)) < 0.3) / 0.3, "in A, not in the mask"),
        (lambda rng: 7 * (rng.random((60, 55)) < 0.3), "in the order"),
        (lambda rng: "D1", "array of zeros and ones"),
    ],
)
def test_what_is_not_drawn_entry_by_entry_is_told(mask, problem):
    with pytest.raises(CheckFailed, match=problem):
        judge(mask(np.random.default_rng(0)))


def test_masks_with_a_fixed_number_of_ones_are_told():
    result = Result(Call("f"), None, "D1")
    equal = [np.arange(100).reshape(10, 10) < 30] * 6
    with pytest.raises(CheckFailed, match="exactly the same number"):
        dropout.keeps_varying_numbers(result, equal)
    dropout.keeps_varying_numbers(result, [*equal[:5], ~equal[0]])


def test_masks_of_two_layers_that_always_have_as_many_ones_are_told():
    rng = np.random.default_rng(0)
    pairs = [(mask, np.roll(mask, 1)) for mask in rng.random((6, 50, 45)) < 0.5]
    result = Result(Call("f"), None, "D2")
    with pytest.raises(CheckFailed, match="as many entries as D1"):
        dropout.keeps_other_numbers(result, pairs)
    dropout.keeps_other_numbers(result, [*pairs[:5], (pairs[0][0], ~pairs[0][0])])


def test_masks_of_many_calls_are_taken_out_of_the_caches_and_must_not_come_again():
    drawn = np.random.default_rng(0).random((20, 6, 8)) < 0.5
    result = Result(Call("f"), [(0, (0, mask.tolist())) for mask in drawn])
    kept = dropout.masks_of_calls(result, ["Z1", "D1"], "D1", (6, 8), 0.5)
    assert np.array_equal(kept, drawn)
    dropout.never_repeats(result.about("D1", kept), kept)
    with pytest.raises(CheckFailed, match="D1 comes up twice"):
        dropout.never_repeats(result.about("D1", kept), kept[[0, 1, 0]])
    with pytest.raises(CheckFailed, match="should keep 30%"):
        dropout.has_share(result.about("D1", kept), kept, 0.3)


def with_dropout(X, parameters, keep_prob=0.5, rng=np.random.default_rng(0)):  # noqa: B008
    """Run a network with dropout, in the form that the checks expect."""
    part, A = dict(parameters), X
    for l in (1, 2):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        D = rng.random(Z.shape) < keep_prob
        A = np.maximum(0, Z) * D / keep_prob
        part |= {f"Z{l}": Z, f"D{l}": D, f"A{l}": A}
    part["Z3"] = parameters["W3"] @ A + parameters["b3"]
    part["A3"] = 1 / (1 + np.exp(-part["Z3"]))
    return part["A3"], tuple(part[name] for name in dropout.NAMES)


def test_a_right_pass_with_dropout_passes_and_a_repeated_mask_is_told():
    rng = np.random.default_rng(1)
    parameters, X = checks.drawn([2, 40, 40, 1], rng), rng.normal(size=(2, 40))
    dropout.draws_masks(with_dropout, X, parameters)
    dropout.draws_masks(with_dropout, X, parameters, 0.3)
    dropout.draws_small_masks(with_dropout, [2, 6, 8, 1], 8, 0.5, 100)

    def seeded(X, parameters, keep_prob=0.5):
        return with_dropout(X, parameters, keep_prob, np.random.default_rng(0))

    with pytest.raises(CheckFailed, match="is there a seed inside"):
        dropout.draws_masks(seeded, X, parameters)
    with pytest.raises(CheckFailed, match="comes up twice"):
        dropout.draws_small_masks(seeded, [2, 6, 8, 1], 8, 0.5, 100)


def test_a_cache_that_does_not_fit_together_is_told():
    rng = np.random.default_rng(1)
    parameters, X = checks.drawn([2, 3, 4, 1], rng), rng.normal(size=(2, 5))
    A3, cache = with_dropout(X, parameters)
    for k, name in ((0, "Z1"), (3, "W1"), (10, "Z3")):
        wrong = tuple(value + 1 if i == k else value for i, value in enumerate(cache))
        with pytest.raises(CheckFailed, match=f"{name} is not right"):
            dropout.fits_together(Result(Call("f"), (A3, wrong)), X, parameters, 0.5)


def test_gradients_may_leave_the_division_by_m_to_the_weights():
    right = checks.arrays(dZ3=[[1, 2]], dW3=[[3]], dA2=[[4, 5]])
    later = checks.arrays(dZ3=[[2, 4]], dW3=[[3]], dA2=[[8, 10]])
    other = {"dA2": np.array([[6.0, 7.0]])}
    for given in (right, later, right | other):
        found = backward_pass.in_form_of(Result(Call("f"), given), right, 2, other)
        assert all(np.array_equal(found[name], given[name]) for name in right)


@pytest.mark.slow
def test_the_figures_are_shown(monkeypatch):
    shown = []
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data["text/plain"]))
    rng = np.random.default_rng(0)
    plots.images({"a": rng.random((64, 3)), "b": rng.random((64, 3))}, "images", "xyz", marked=[1])
    plots.images({"": rng.normal(size=(64, 2))}, "signed", signed=True)
    plots.heatmaps({"a": rng.random((4, 5)), "b": np.eye(3)}, "x", "y", "heatmaps")
    plots.by_setting([0, 1], {"a": rng.random((5, 2))}, "x", "y", "settings", reference=("b", 0.5))
    losses = {"train": np.linspace(1, 0, 9), "dev": np.abs(np.linspace(-1, 1, 9)) + 0.5}
    plots.stopping(10 * np.arange(9), losses, "dev", 4, 6, "x", "y", "stopping")
    plots.points(*data.noisy_diagonal(20), "points", outside=True)
    assert shown == ["images", "signed", "heatmaps", "settings", "stopping", "points"]
    assert not style.plt.get_fignums()
