"""What a check can demand of mini-batches: their shapes, every example once with its labels, any order."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from helpers import checks
from helpers.checks.result import Result
from helpers.checks.writing import kind, short


def cut(
    function: Callable[..., Any],
    m: int,
    size: int,
    rows: int = 1,
    n_x: int = 3,
    first: int = 0,
    seed: int | None = None,
) -> tuple[Result, np.ndarray]:
    """Let a function cut examples that can be told apart; fail unless it returns mini-batches of them.

    Example j has the features j + 1/3, j + 2/3, ... and in row r of Y the label 1000 r + j + 0.5.

    Arguments:
        function: the student's, called as function(X, Y, size, seed=seed)
        m: number of examples
        size: examples per batch
        rows, n_x: rows of Y and of X
        first: number of the first example
        seed: if None, the function is called without one

    Returns:
        result: the `Result` of the call
        order: the examples in their new order, numbers from 0 to m - 1, (m,)
    """
    j = np.arange(first, first + m)
    X = j + np.arange(1, n_x + 1).reshape(n_x, 1) / 3  # (n_x, m)
    Y = j + 1000 * np.arange(1, rows + 1).reshape(rows, 1) + 0.5
    how: dict[str, Any] = {} if seed is None else {"seed": seed}
    result = checks.call(function, X, Y, size, **how)
    return result, order_of(result, X, Y, size)


def order_of(result: Result, X: np.ndarray, Y: np.ndarray, size: int) -> np.ndarray:
    """Fail unless a result is a list of mini-batches of X and Y; return the order of the examples.

    Arguments:
        result: the `Result` of a call, a list of pairs (X_k, Y_k)
        X: features, (n_x, m); its first row ascends, so that an example is known by it
        Y: labels, (rows, m)
        size: examples per batch; the last may have fewer

    Returns:
        order: numbers from 0 to m - 1, (m,)
    """
    if not isinstance(result.value, (list, tuple)):
        hint = "append the pairs to a list, and return it"
        result.fail("should return a list of pairs (X_k, Y_k).", yours=short(result.value), hint=hint)
    holds_pairs(result, -(-X.shape[1] // size))
    pairs = [result.about(f"batch {k}", pair).parts("X_k", "Y_k") for k, pair in enumerate(result.value)]
    has_shapes(result, pairs, X.shape, Y.shape[0], size)
    X_all, Y_all = (np.hstack([pair[i].value for pair in pairs]) for i in (0, 1))
    whole = "a batch holds whole columns of X, unchanged, their entries in order"
    if X_all.dtype.kind not in "biuf" or not set(X[0].tolist()).issuperset(X_all[0].tolist()):
        result.fail("X_k is not made of columns of X.", hint=whole)
    order: np.ndarray = np.searchsorted(X[0], X_all[0])  # (m,)
    lost = X.shape[1] - len(set(order.tolist()))
    if lost:
        hint = "an example is a column; each belongs to exactly one batch"
        result.fail("loses examples and repeats others.", yours=f"{lost} of {order.size} lost", hint=hint)
    result.about("X_k", X_all).equals(X[:, order], "is not made of columns of X.", hint=whole)
    mistakes = {
        "Y is still in its old order: shuffle it with the permutation of X": Y,
        "the labels have been rounded: a batch holds them unchanged": np.trunc(Y[:, order]),
    }
    hint = "use one permutation, and the same slices, for X and Y"
    result.about("Y_k", Y_all).equals(Y[:, order], "does not belong to X_k.", mistakes, hint)
    return order


def holds_pairs(result: Result, number: int) -> None:
    """Fail if a result is one list of all X_k and one of all Y_k, or if what is in its pairs is no array."""
    lists = [part for part in result.value if isinstance(part, (list, tuple))]
    if number != 2 == len(result.value) and [len(part) for part in lists] == [number, number]:
        yours = f"two lists of {number}"
        result.fail("should return a list of pairs (X_k, Y_k).", yours=yours, hint="make one list of pairs")
    for k, pair in enumerate(lists):
        for label, part in zip(("X_k", "Y_k"), pair, strict=False):
            if isinstance(part, (list, tuple)):
                problem = f"is {kind(part)}; it should be a NumPy array."
                result.fail(problem, f"{label} of batch {k}")


def has_shapes(
    result: Result, pairs: Sequence[Sequence[Result]], shape: tuple[int, ...], rows: int, size: int
) -> None:
    """Fail unless the pairs have the shapes of mini-batches of X, of this shape, and Y."""
    n_x, m = shape
    full, rest = [size] * (m // size), [m % size] * (m % size > 0)
    wanted = [[(n_x, n), (rows, n)] for n in full + rest]
    found = [[np.shape(part.value) for part in pair] for pair in pairs]
    if found == wanted:
        return
    mistakes = {
        "the last batch, which may be smaller, is missing": full,
        "a batch is empty": [*full, *rest, 0],
        "the last batch holds only what is left": [*full, size],
        "the last batch starts where the one before ended": [*full, *(n - 1 for n in rest)],
        "use mini_batch_size": [64] * (m // 64) + [m % 64],
        "each batch is a slice of several columns": [1] * len(wanted),
        "the smaller batch is the last one": rest + full,
        "what is left over is a batch of its own": [*full[:-1], size + m % size],
        "only the last batch may have fewer than mini_batch_size": [
            len(part) for part in np.array_split(np.arange(m), len(wanted))
        ],
    }
    widths = [shapes[0][1] if len(shapes[0]) == 2 else 1 for shapes in found]
    likely = [hint for hint, wrong in mistakes.items() if widths == wrong and widths != full + rest]
    both = itertools.zip_longest(found, wanted, fillvalue="no batch")
    k, (mine, right) = next((k, pair) for k, pair in enumerate(both) if pair[0] != pair[1])
    yours = f"batch {k}: {short(mine)} instead of {short(right)}"
    result.fail("has batches of the wrong shapes.", yours=yours, hint=likely[0] if likely else None)


def has_order(result: Result, order: np.ndarray, wanted: np.ndarray) -> None:
    """Fail unless the examples are in the order of another call with the same seed."""
    if not np.array_equal(order, wanted):
        hint = "seed alone decides: draw from np.random.default_rng(seed)"
        result.fail("gives another order than before, with the same seed.", hint=hint)


def looks_shuffled(result: Result, order: np.ndarray, size: int) -> None:
    """Fail if too many examples have stayed beside their neighbours, or in their old batch.

    Of 60 examples or more, about 2 are neighbours in a random order: 20 are, by chance, less than
    once in 10^11.
    """
    places = np.arange(order.size)
    if np.sum(np.abs(np.diff(order)) == 1) >= 20:
        result.fail("does not shuffle the examples.", hint="permute the columns before you cut them")
    if np.mean(order // size == places // size) > 0.8:
        hint = "permute the columns before you cut them, not within each batch"
        result.fail("leaves the examples in their old batches.", hint=hint)


def looks_shuffled_through(result: Result, order: np.ndarray) -> None:
    """Fail if a part of many examples, 1000 or more, is not shuffled, or shuffled by itself.

    By chance, 13 of them keep their places once in 10^10 times, and places are correlated as much
    once in 10^11 times.
    """
    places, hint = np.arange(order.size), "permute all columns of X, however many there are"
    still = np.flatnonzero(order == places)
    if still.size >= 13:
        yours = f"{still.size} of {order.size}, such as example {still[-1]}"
        result.fail("leaves many examples where they were.", yours=yours, hint=hint)
    if np.corrcoef(order, places)[0, 1] * np.sqrt(order.size) > 7:
        result.fail("moves examples only a short way from where they were.", hint=hint)


def follows_the_seed(runs: Mapping[int, tuple[Result, np.ndarray]], size: int) -> None:
    """Fail unless different seeds give orders that have nothing to do with each other.

    A right solution fails less than once in 10^8 times, with 60 examples, batches of 13 at most, and 20 seeds
    or more: an example is in the same quarter of all 20 orders with a chance of 4^-19, and there are 60; two
    are in the same halves of all with a chance of 4^-19, and there are 1770 pairs. Below 10^-10 are the
    chances that 36 of 59 neighbours have been in one batch before (11 are expected), that 48 of 59 ascend
    (8 standard deviations too many), that 120 of 1200 examples keep their places (20 do).

    Arguments:
        runs: dict of seed -> (result, order), an order as `order_of` returns it
        size: examples per batch
    """
    places = {seed: np.argsort(order) for seed, (_, order) in runs.items()}  # (m,) each
    for first, second in itertools.pairwise(runs):
        result, order = runs[second]
        if np.mean(np.diff(order) > 0) > 0.8:
            hint = "keep the permuted order within each batch, too"
            result.fail("leaves most neighbours in ascending order.", hint=hint)
        is_another = not np.array_equal(order, runs[first][1])
        if is_another and np.mean(np.diff(places[first][order] // size) == 0) > 0.6:
            hint = "draw a permutation of all examples anew for each seed, and cut it"
            result.fail(f"keeps together examples that seed {first} has in one batch.", hint=hint)
    for first, second in itertools.combinations(runs, 2):
        result, order = runs[second]
        if np.array_equal(order, runs[first][1]):
            result.fail(
                f"gives the same order for the seeds {first} and {second}.", hint="use `seed` as it is"
            )
    moves_examples_about(result, np.stack([*places.values()]))


def moves_examples_about(result: Result, places: np.ndarray) -> None:
    """Fail if examples stay where they are, or in one part: their places in many orders are (orders, m)."""
    number, m = places.shape
    all_of_them = "permute all m columns"
    if np.mean(places == np.arange(m)) > 0.1:
        result.fail("leaves many examples where they were.", hint=all_of_them)
    for parts, enough in ((4, 1), (2, 2)):  # one example in a quarter, or two of them in halves
        part = places * parts // m
        stuck = np.flatnonzero((part == part[0]).all(axis=0))
        if stuck.size >= enough:
            half = "second" if places[0, stuck[0]] >= m / 2 else "first"
            yours = f"example {stuck[0]} is in the {half} half for {number} seeds"
            result.fail("shuffles only a part of the examples.", yours=yours, hint=all_of_them)
