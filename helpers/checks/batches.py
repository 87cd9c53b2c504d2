"""What a check can demand of mini-batches: their shapes, every example once with its labels, any order."""

import numpy as np

from helpers.checks.messages import short


def order_of(result, X, Y, size):
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
    pairs = [result.about(f"batch {k}", pair).parts("X_k", "Y_k") for k, pair in enumerate(result.value)]
    have_shapes(result, pairs, X.shape, Y.shape[0], size)
    X_all, Y_all = (np.hstack([pair[i].value for pair in pairs]) for i in (0, 1))
    whole = "a batch holds whole columns of X, their entries in order"
    if not np.isin(X_all[0], X[0]).all():
        result.fail("X_k is not made of columns of X.", hint=whole)
    order = np.searchsorted(X[0], X_all[0])  # (m,)
    lost = np.setdiff1d(np.arange(X.shape[1]), order).size
    if lost:
        hint = "an example is a column; each belongs to exactly one batch"
        result.fail("loses examples and repeats others.", yours=f"{lost} of {order.size} lost", hint=hint)
    result.about("X_k", X_all).equals(X[:, order], "is not made of columns of X.", hint=whole)
    mistakes = {"Y is still in its old order: shuffle it with the permutation of X": Y}
    hint = "use one permutation, and the same slices, for X and Y"
    result.about("Y_k", Y_all).equals(Y[:, order], "does not belong to X_k.", mistakes, hint)
    return order


def have_shapes(result, pairs, shape, rows, size):
    """Fail unless the pairs have the shapes of mini-batches of X, of this shape, and Y."""
    n_x, m = shape
    full, rest = [size] * (m // size), [m % size] * (m % size > 0)
    wanted = [[(n_x, n), (rows, n)] for n in full + rest]
    mistakes = {
        "the last batch, which may be smaller, is missing": full,
        "a batch is empty": [*full, *rest, 0],
        "the last batch holds only what is left": [*full, size],
        "the last batch starts where the one before ended": [*full, *(n - 1 for n in rest)],
        "use mini_batch_size": [64] * (m // 64) + [m % 64],
        "each batch is a slice of several columns": [1] * len(wanted),
    }
    found = [[np.shape(part.value) for part in pair] for pair in pairs]
    widths = [shapes[0][1] if len(shapes[0]) == 2 else 1 for shapes in found]
    likely = [hint for hint, wrong in mistakes.items() if widths == wrong and widths != full + rest]
    if found != wanted:
        yours = f"{short(found)} instead of {short(wanted)}"
        result.fail("has batches of other shapes.", yours=yours, hint=likely[0] if likely else None)


def is_shuffled(result, order, size):
    """Fail if too many examples have stayed beside their neighbours, or in their old batch.

    Of 60 examples or more, about 2 are neighbours in a random order: 20 are, by chance, less than
    once in 10^11.
    """
    places = np.arange(order.size)
    if np.sum(np.abs(np.diff(order)) == 1) >= 20:
        result.fail("does not shuffle the examples.", hint="permute the columns before you cut them")
    if np.mean(order // size == places // size) > 0.8:
        hint = "permute the columns before you cut them, not within each batch"
        result.fail("leaves the examples in the batch they were in.", hint=hint)
