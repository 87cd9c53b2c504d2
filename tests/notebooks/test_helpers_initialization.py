"""The checks of initialization: right functions pass, and wrong ones are told what is wrong."""

import copy

import numpy as np
import pytest
from scipy import stats

from helpers import checks
from helpers.checks import distributions
from helpers.checks.messages import CheckFailed
from helpers.checks.subjects import initialization

LAYERS = [1, 3, 3, 3, 1]


def start(change=lambda W: W, source=lambda rng: np.random if rng is None else rng):
    """Return an initialization with standard normal weights, which `change` makes others of."""

    def initialize(layers_dims, rng=None):
        rng, parameters = source(rng), {}
        for l in range(1, len(layers_dims)):
            W = rng.standard_normal((layers_dims[l], layers_dims[l - 1]))
            parameters |= {f"W{l}": change(W), f"b{l}": np.zeros((layers_dims[l], 1))}
        return parameters

    return initialize


def test_right_starts_pass():
    for change in (np.asarray, np.float32):
        initialization.draws_normal_weights(start(change), LAYERS, [1] * 4)
        initialization.draws_from_rng(start(change), [5, 3, 2])
        initialization.makes_new_arrays(start(change), [5, 3, 2])


@pytest.mark.parametrize(
    "change, message",
    [
        (lambda W: 1.2 * W, "wrong standard deviation"),
        (lambda W: np.clip(W, -3, 3), "no large weights"),
        (lambda W: np.vstack([-W[-1:], W[1:]]), "depend on each other"),
        (lambda W: np.round(W, 1), "repeats its values"),
        (lambda W: (W + W.T) / 2**0.5 if len(W) == W.shape[1] > 1 else W, "repeats its values"),
    ],
)
def test_wrong_starts_are_named(change, message):
    with pytest.raises(CheckFailed, match=message):
        initialization.draws_normal_weights(start(change), LAYERS, [1] * 4)


def another(rng):
    return np.random.default_rng()


def seeded(rng):
    np.random.seed(1)
    return np.random if rng is None else rng


def fresh(rng):
    return np.random.default_rng() if rng is None else rng


@pytest.mark.parametrize(
    "source, message",
    [(another, "not from another"), (seeded, "set no seed"), (fresh, "draw from np.random")],
)
def test_where_numbers_come_from_is_checked_and_leaves_the_global_generator_alone(source, message):
    np.random.seed(1)
    state = np.random.get_state()[1]
    with pytest.raises(CheckFailed, match=message):
        initialization.draws_from_rng(start(source=source), [5, 3, 2])
    assert np.array_equal(state, np.random.get_state()[1])


def test_the_same_weights_again_are_named():
    def again(rng):
        return copy.deepcopy(np.random.mtrand._rand if rng is None else rng)

    with pytest.raises(CheckFailed, match="W1 is the same in two calls"):
        initialization.draws_from_rng(start(source=again), [5, 3, 2])


def test_shapes_and_biases_are_checked():
    parameters = start()([5, 3, 2])
    initialization.has_parameters(checks.call(lambda: parameters), [5, 3, 2])
    with pytest.raises(CheckFailed, match="W1 has shape"):
        initialization.has_parameters(checks.call(lambda: parameters), [4, 3, 2])
    with pytest.raises(CheckFailed, match="b2 is not zero"):
        initialization.has_parameters(checks.call(lambda: parameters | {"b2": np.ones((2, 1))}), [5, 3, 2])


def test_one_array_for_two_calls_is_named():
    kept = start()([2, 1])
    with pytest.raises(CheckFailed, match="W1 is the very same array in two calls"):
        initialization.makes_new_arrays(lambda layers_dims: kept, [2, 1])


def test_a_right_start_fails_less_than_once_in_ten_million_runs():
    weights = sum(a * b for a, b in zip(LAYERS, LAYERS[1:], strict=False))
    n = 3 * initialization.CALLS  # the fewest of a layer
    width = distributions.SIGMAS * np.sqrt(2 * n)
    variance = stats.chi2.cdf(n - width, n) + stats.chi2.sf(n + width, n)
    mean = 2 * stats.t.sf(distributions.SIGMAS, n - 1)
    p = distributions.WITHIN_ONE_STD
    width = distributions.SIGMAS * np.sqrt(n * p * (1 - p))
    share = stats.binom.cdf(np.ceil(n * p - width) - 1, n, p) + stats.binom.sf(n * p + width, n, p)
    r2 = initialization.FAR**2 / initialization.CALLS
    correlated = stats.beta.sf(r2, 0.5, initialization.CALLS / 2 - 1) * weights * (weights - 1) / 2
    no_tails = (1 - 2 * stats.norm.sf(3.3)) ** (weights * initialization.CALLS)
    assert 4 * (variance + mean + share) + correlated + no_tails < 1e-7
