"""What becomes of examples that are dealt out to several sets: each once, with its label, at random."""

import numpy as np

from helpers.checks.draws import SIGMAS


def numbered(m):
    """Return X (3, m) and Y (2, m) whose columns are numbered: column j of X begins with j."""
    j = np.arange(m, dtype=float)
    return np.stack([j, 100 + j, 200 + j]), np.stack([-j, 9 * j])


def columns(*arrays):
    """Return the columns of arrays (n, m) on top of each other, each a tuple, in a fixed order."""
    return sorted(zip(*np.vstack(arrays).tolist(), strict=True))


def into_sets(result, X, Y, sizes, mistakes=None):
    """Fail unless the result is one pair (X_k, Y_k) for each set, which together hold every example once.

    Arguments:
        result: the `Result` of the call
        X, Y: what was dealt out, (n_x, m) and (n_y, m), as floats
        sizes: dict of the name of each set -> number of its examples, in order
        mistakes: dict of sizes, a tuple -> the hint to the mistake that gives these
    """
    pairs = [part.parts(f"X_{part.label}", f"Y_{part.label}") for part in result.parts(*sizes)]
    found = sum((getattr(x.value, "shape", ())[1:] for x, _ in pairs), ())
    if found in (mistakes or {}):
        yours = f"{', '.join(map(str, found))} examples"
        result.fail(f"{', '.join(sizes)}: the sizes are not right.", None, yours, mistakes[found])
    for (x, y), size in zip(pairs, sizes.values(), strict=True):
        pair = result.about(None, {x.label: x.value, y.label: y.value})
        pair.has_arrays({x.label: (len(X), size), y.label: (len(Y), size)})
    holds_each_once(result, result.value, X, Y)


def holds_each_once(result, pairs, X, Y):
    """Fail unless every column of X is in exactly one set, together with its column of Y.

    Arguments:
        result: the `Result` of the call
        pairs: the sets, arrays X_k (n_x, m_k) and Y_k (n_y, m_k)
        X, Y: what was dealt out, (n_x, m) and (n_y, m), with no two columns of X alike
    """
    X_all, Y_all = (np.hstack(arrays) for arrays in zip(*pairs, strict=True))
    dealt, given = columns(X_all), columns(X)
    strange = len(set(dealt) - set(given))
    if strange:
        yours = f"{strange} columns are not columns of X"
        result.fail("takes examples apart.", yours=yours, hint="move whole columns: X[:, indices]")
    if dealt != given:
        yours = f"{len(set(dealt))} of {len(given)} examples are there, some of them repeatedly"
        result.fail("should deal out every example once.", yours=yours)
    if columns(X_all, Y_all) != columns(X, Y):
        hint = "draw one permutation, and use it for X and for Y"
        result.fail("gives examples the labels of others.", hint=hint)


def is_chosen_at_random(result, m, label):
    """Fail unless the numbers in `result.value` look like a random choice out of 0, ..., m - 1.

    Half of them should come from the first half, and a share n / m should follow directly on
    another. Both shares scatter less than in n independent draws, so that a right solution with n of
    1000 or more fails less than once in 10^8 evaluations.
    """
    chosen = np.sort(result.value)
    n = len(chosen)
    shares = {
        "come from the first half": (np.mean(chosen < m / 2), 0.5),
        "were neighbours of the one before": (np.mean(np.diff(chosen) == 1), n / m),
    }
    for what, (found, expected) in shares.items():
        if abs(found - expected) * np.sqrt(n) > SIGMAS * np.sqrt(expected * (1 - expected)):
            yours = f"{found:.0%} of its examples {what}; by chance, about {expected:.0%} do"
            result.fail("is not a random choice.", label, yours, hint="permute the columns with rng")
