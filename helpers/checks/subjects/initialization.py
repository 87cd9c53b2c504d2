"""What a check can demand of initial parameters: normal draws in small layers, too, and from where."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from helpers import checks
from helpers.checks.comparison import difference
from helpers.checks.result import Result

Function = Callable[..., Any]

CALLS = 1000  # of the many small networks
# So many standard errors lie between 0 and the correlation of two weights, one in 10^11 times at most.
FAR = 7


def makes_new_arrays(function: Function, *args: Any) -> None:
    """Fail if two calls of a function return one and the same array."""
    result = checks.calls(function, 2, *args)
    for key in result.value[0]:
        if np.shares_memory(result.value[0][key], result.value[1][key]):
            hint = "make new arrays in every call"
            result.fail("is the very same array in two calls.", key, hint=hint)


def draws_normal_weights(
    function: Function,
    layers_dims: Sequence[int],
    stds: Sequence[float],
) -> None:
    """Fail unless every weight of a small network is a normal draw of its own, over many calls.

    What is drawn as a whole, such as an orthogonal or a standardized matrix, is not, as its entries
    depend on each other; in small layers, this shows. A right solution fails less than once in 10^7 runs.

    Arguments:
        function: takes layers_dims, and draws from NumPy's global generator
        layers_dims: units per layer, [n_0, n_1, ..., n_L]
        stds: the standard deviation of the weights of each layer, L numbers
    """
    result = checks.calls(function, CALLS, layers_dims)
    weights = []
    for l, std in enumerate(stds, start=1):
        shape, name = (layers_dims[l], layers_dims[l - 1]), f"W{l} of {CALLS} networks"
        each_has_array(result, f"W{l}", shape)
        drawn = np.array([parameters[f"W{l}"] for parameters in result.value], float)
        pool = result.about(None, {name: drawn})
        pool.looks_normal(name, std)
        weights.append(drawn.reshape(CALLS, -1) / std)
    has_independent_weights(result, np.hstack(weights))


def each_has_array(result: Result, key: str, shape: tuple[int, ...]) -> None:
    """Fail unless each of many dicts has a float array of this shape under `key`."""
    arrays = [parameters.get(key) if type(parameters) is dict else None for parameters in result.value]
    if all(type(a) is np.ndarray and a.shape == shape and a.dtype.kind == "f" for a in arrays):
        return
    for parameters in result.value:  # with more patience, to say what is wrong
        result.about(None, parameters).only([key]).has_arrays({key: shape})


def has_independent_weights(result: Result, z: np.ndarray) -> None:
    """Fail if two columns of z (calls, weights) are correlated, or if it has no tails.

    Of 18,000 standard normal draws or more, one at least is beyond 3.2, but once in 10^10 times.
    """
    correlation = np.corrcoef(z, rowvar=False) - np.eye(z.shape[1])
    if np.abs(correlation).max() * np.sqrt(len(z)) > FAR:
        hint = "draw every weight on its own"
        result.fail("has weights that depend on each other.", hint=hint)
    if np.abs(z).max() < 3.2:
        yours = f"at most {np.abs(z).max():.2f} standard deviations from 0"
        result.fail("has no large weights.", yours=yours, hint="a normal draw is not cut off")


def has_parameters(result: Result, layers_dims: Sequence[int]) -> None:
    """Fail unless a result holds float arrays W1, b1, ..., bL in the shapes of a network, the biases zero.

    Arguments:
        result: what an initialization has returned
        layers_dims: units per layer, [n_0, n_1, ..., n_L]
    """
    shapes = checks.shapes(checks.drawn(layers_dims, np.random.default_rng()))
    result.has_arrays(shapes)
    has_zeros(result, [name for name in shapes if name[0] == "b"])


def has_zeros(result: Result, names: Iterable[str]) -> None:
    """Fail unless these arrays of the result are zero, to the last bit."""
    for name in names:
        if np.any(result.value[name]):
            result.fail("is not zero.", name, hint="np.zeros(shape), and nothing added")


def draws_from_rng(function: Function, *args: Any) -> None:
    """Fail unless a function draws from `rng` alone, and from NumPy's global generator if it is None.

    With either, the next call draws other weights. No two calls of a check use the same states, so that
    a function cannot know them.
    """
    kept = np.random.get_state(legacy=False)
    np.random.seed()  # a seed that was set inside before would change nothing now
    try:
        state, seed = position(), int(np.random.default_rng().integers(2**32))
        rng, twin = (np.random.default_rng(seed) for _ in range(2))
        one, two = (checks.call(function, *args, rng=generator) for generator in (rng, twin))
        if difference(two.value, one.value):
            hint = "draw from `rng`, not from another generator"
            one.fail("differs when `rng` is in the same state.", "the result", hint=hint)
        if state != position():
            hint = "set no seed: draw from `rng`, and from nothing else"
            one.fail("changes NumPy's global generator, though `rng` is given.", hint=hint)
        draws_anew(one, checks.call(function, *args, rng=rng))
        results = []
        for _ in range(2):
            np.random.seed(seed)
            results.append(checks.call(function, *args, rng=None))
        if difference(results[1].value, results[0].value):
            problem = "differs when `rng` is None and NumPy's global generator in the same state."
            results[0].fail(problem, "the result", hint="if `rng` is None, draw from np.random")
        draws_anew(results[0], checks.call(function, *args, rng=None))
    finally:
        np.random.set_state(kept)


def draws_anew(result: Result, again: Result) -> None:
    """Fail if two calls in a row gave the same weights."""
    weights = [name for name in result.value if name[0] == "W"]
    result.differs_from(again, weights, hint="is there a seed inside?")


def position() -> tuple[bytes, int]:
    """Return where NumPy's global generator is: its words, and how many of them are used up."""
    state = np.random.get_state(legacy=False)["state"]
    return state["key"].tobytes(), state["pos"]
