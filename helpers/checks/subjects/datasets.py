"""What a check can demand of a TensorFlow data set: pairs of batches, every example once, a new order."""

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from helpers import checks
from helpers.checks.messages import CheckFailed
from helpers.checks.result import Result
from helpers.checks.subjects import mini_batches
from helpers.checks.subjects.tensors import kind


def order_of(result: Result, X: np.ndarray, Y: np.ndarray, size: int) -> np.ndarray:
    """Go through a data set once; return the order of the examples, numbers from 0 to m - 1, (m,).

    Arguments:
        result: the `Result` of a call, a data set of pairs (X_k, Y_k)
        X: features, (m, n_x); its first column ascends, so that an example is known by it
        Y: labels, (m, columns)
        size: examples per batch; the last may have fewer
    """
    items = items_of(result, 2 * len(X) + 10)
    pairs = []
    for k, item in enumerate(items):
        if not isinstance(item, (tuple, list)):
            result.fail(f"is {kind(item)}; it should be a pair (X_k, Y_k).", f"batch {k}")
        parts = result.about(f"batch {k}", item).parts("X_k", "Y_k")
        for part, whole in zip(parts, (X, Y), strict=True):
            dtype = getattr(getattr(part.value, "dtype", None), "name", kind(part.value))
            if dtype != whole.dtype.name:
                part.fail(f"holds {dtype}; it should hold {whole.dtype.name}.", part.label)
        pairs.append([np.asarray(part.value) for part in parts])
    has_rows(result, pairs, X, Y, size)
    X_all, Y_all = (np.concatenate([pair[i] for pair in pairs]) for i in (0, 1))
    order: np.ndarray = np.searchsorted(X[:, 0], X_all[:, 0])  # (m,)
    lost = len(X) - len(set(order.tolist()))
    if lost or order.max() == len(X):
        problem, yours = "loses examples and repeats others.", f"{lost} of {order.size} lost"
        result.fail(problem, yours=yours, hint="each example belongs to exactly one batch")
    result.about("X_k", X_all).equals(X[order], "is not made of rows of X.")
    hint = "shuffle pairs of X and Y, not each of them alone"
    result.about("Y_k", Y_all).equals(Y[order], "does not belong to X_k.", hint=hint)
    return order


def has_rows(
    result: Result, pairs: Sequence[Sequence[np.ndarray]], X: np.ndarray, Y: np.ndarray, size: int
) -> None:
    """Fail if examples are not rows, or come one by one, or if the batches have other sizes."""
    if pairs and pairs[0][0].ndim < X.ndim:
        hint = "these are single examples: call `batch`"
        result.fail(f"has shape {pairs[0][0].shape}.", "the first X_k", hint=hint)
    sizes = [len(x) for x, _ in pairs]
    if len(set(sizes[:-1])) > 1:
        hint = "whole batches are shuffled: first `shuffle`, then `batch`"
        result.fail("has a smaller batch before the last one.", yours=f"sizes {sizes}", hint=hint)
    wanted = [size] * (len(X) // size) + [len(X) % size] * (len(X) % size > 0)
    for k, ((x, y), n) in enumerate(zip(pairs, wanted, strict=False)):
        found, right = (x.shape, y.shape), ((n, *X.shape[1:]), (n, *Y.shape[1:]))
        if found != right:
            result.fail(f"has shapes {found}; they should be {right}.", f"batch {k}")
    if sizes != wanted:
        left = "the last batch holds what is left" if len(sizes) < len(wanted) else None
        result.fail(f"has {len(sizes)} batches; it should have {len(wanted)}.", hint=left)


def items_of(result: Result, most: int) -> list[Any]:
    """Return what comes out of a data set in one pass, if it is one and its passes end."""
    if isinstance(result.value, (list, tuple, dict, np.ndarray)):
        result.fail(f"returned {kind(result.value)}; it should be a tf.data.Dataset.")
    try:
        items = list(itertools.islice(result.value, most))
    except Exception as error:
        if "never ends" not in str(error):
            result.fail(f"made a data set that raised {type(error).__name__}: {error}")
        items = [None] * most
    if len(items) == most:
        result.fail("made a data set that never ends.", hint="one pass is one epoch: no `repeat`")
    return items


def far(m: int) -> int:
    """Return by how many places at least one example moves forward in a random order of m.

    That none does happens less than once in 10^13 orders.
    """
    return m - int(np.sqrt(60 * m))


def looks_shuffled(result: Result, order: np.ndarray, size: int) -> None:
    """Fail if an epoch has its examples in the order they were given in, or near it.

    With a buffer of B examples, none moves forward by B places or more.
    """
    m = order.size
    runs = [np.diff(order[start : start + size]) == 1 for start in range(0, m, size)]
    if np.array_equal(order, np.arange(m)):
        result.fail("does not shuffle the examples.", hint="call `shuffle` with a buffer for all of them")
    if all(run.all() for run in runs):
        hint = "first `shuffle`, then `batch`"
        result.fail("shuffles whole batches: what is in a batch stays together.", hint=hint)
    if np.max(order - np.arange(m)) < far(m):
        hint = "the buffer of `shuffle` should hold all examples"
        result.fail("moves no example far forward.", hint=hint)
    mini_batches.looks_shuffled(result, order, size)


def looks_reshuffled(result: Result, X: np.ndarray, Y: np.ndarray, size: int) -> np.ndarray:
    """Go through a data set twice: both epochs are shuffled, each in its own way. Return the first order."""
    first, second = (order_of(result, X, Y, size) for _ in range(2))
    for order in (first, second):
        looks_shuffled(result, order, size)
    if np.array_equal(first, second):
        hint = "`shuffle` reshuffles in each pass, unless it is told not to or its result is kept"
        result.fail("has the same order in every epoch.", hint=hint)
    hint = "one permutation beforehand is not enough: `shuffle` with a buffer for all examples"
    nearly = "has nearly the same order in two epochs."
    places = np.argsort(first), np.argsort(second)  # of each example, in either epoch
    if np.corrcoef(*places)[0, 1] * np.sqrt(first.size) > 7:  # by chance once in 10^11
        result.fail(nearly, hint=hint)
    try:
        looks_shuffled(result, places[0][second], size)  # as if the first epoch had been 0, 1, 2, ...
    except CheckFailed:
        result.fail(nearly, hint=hint)
    return first


def follows_seed(
    make_dataset: Callable[..., Any],
    X: np.ndarray,
    Y: np.ndarray,
    seeds: Sequence[int | None],
    size: int = 8,
) -> None:
    """Fail unless the first epoch is another with each seed, and the same again with the first of them.

    Without a seed, it is another each time. To make a data set and go through it takes TensorFlow 20 ms, so
    the other seeds are tried only once.

    Arguments:
        make_dataset: called as make_dataset(X, Y, size, True, seed)
        X, Y, size: as in `order_of`; with 30 examples, two orders are equal once in 10^32 times
        seeds: whole numbers, no two of them equal; None stands for no seed
    """
    known: list[list[int]] = []
    for seed in seeds:
        result = checks.call(make_dataset, X, Y, size, True, seed)
        order = order_of(result, X, Y, size).tolist()
        if seed is None or seed == seeds[0]:
            again = order_of(checks.call(make_dataset, X, Y, size, True, seed), X, Y, size).tolist()
            if seed is None and order == again:
                result.fail("has the same order in two datasets.", hint="is there a seed inside?")
            if seed is not None and order != again:
                hint = "use `seed`; 0 is a seed like any other"
                result.fail("has another order with the same seed.", hint=hint)
        if order in known:
            hint = "use all of `seed`; 0 is a seed like any other"
            result.fail("has the same order with two seeds.", hint=hint)
        known.append(order)
