"""What becomes of examples that are dealt out to several sets: each once, with its label, at random."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from helpers import checks
from helpers.checks.comparison import difference
from helpers.checks.distributions import SIGMAS, most_uneven
from helpers.checks.messages import Finding
from helpers.checks.result import Result

CALLS = 600  # in which every outcome is counted
MANY = 300  # calls with more examples, in which places in X are

Function = Callable[..., Any]


def numbered(m: int) -> tuple[np.ndarray, np.ndarray]:
    """Return X (3, m) and Y (2, m) whose columns are numbered: column j of X begins with j."""
    j = np.arange(m, dtype=float)
    return np.stack([j, 100 + j, 200 + j]), np.stack([-j, 9 * j])


def columns(*arrays: np.ndarray) -> list[tuple[float, ...]]:
    """Return the columns of arrays (n, m) on top of each other, each a tuple, in a fixed order."""
    return sorted(zip(*np.vstack(arrays).tolist(), strict=True))


def is_rearranged(arrays: Sequence[np.ndarray], others: Sequence[np.ndarray]) -> bool:
    """Tell whether arrays, on top of each other, have the same columns as others, in any order."""
    stacked = [np.vstack(each) for each in (arrays, others)]
    one, other = (stack[:, np.lexsort(stack)] for stack in stacked)
    return np.array_equal(one, other)


def has_sets(result: Result, X: np.ndarray, Y: np.ndarray, sizes: Mapping[str, int]) -> None:
    """Fail unless the result is one pair (X_k, Y_k) for each set, which together hold every example once.

    Arguments:
        result: the `Result` of the call
        X, Y: what was dealt out, (n_x, m) and (n_y, m), as floats
        sizes: dict of the name of each set -> number of its examples, in order
    """
    pairs = [part.parts(f"X_{part.label}", f"Y_{part.label}") for part in result.parts(*sizes)]
    found: tuple[int, ...] = sum((getattr(x.value, "shape", ())[1:] for x, _ in pairs), ())
    if len(found) == len(sizes) and found != tuple(sizes.values()):
        yours = f"{', '.join(map(str, found))} examples"
        right = ", ".join(map(str, sizes.values()))
        problem = f"{', '.join(sizes)}: the sizes are not right."
        result.fail_with(Finding(problem, None, yours, expected=right if result.call.shown else None))
    for (x, y), size in zip(pairs, sizes.values(), strict=True):
        for part in (x, y):
            if getattr(part.value, "dtype", np.dtype(float)).kind != "f":
                problem = f"holds {part.value.dtype}, but was given floats."
                result.fail(problem, part.label, hint="move the columns, and keep their numbers")
        pair = result.about(None, {x.subject: x.value, y.subject: y.value})
        pair.has_arrays({x.subject: (len(X), size), y.subject: (len(Y), size)})
    holds_each_once(result, result.value, X, Y)


def holds_each_once(
    result: Result, pairs: Sequence[Sequence[np.ndarray]], X: np.ndarray, Y: np.ndarray
) -> None:
    """Fail unless every column of X is in exactly one set, together with its column of Y.

    Arguments:
        result: the `Result` of the call
        pairs: the sets, arrays X_k (n_x, m_k) and Y_k (n_y, m_k)
        X, Y: what was dealt out, (n_x, m) and (n_y, m), with no two columns of X alike
    """
    X_all, Y_all = (np.hstack(arrays) for arrays in zip(*pairs, strict=True))
    if is_rearranged((X_all, Y_all), (X, Y)):
        return
    dealt, given = columns(X_all), columns(X)
    strange = len(set(dealt) - set(given))
    if strange:
        yours = f"{strange} columns are not columns of X"
        result.fail("takes examples apart.", yours=yours, hint="move whole columns: X[:, indices]")
    if dealt != given:
        yours = f"{len(set(dealt))} of {len(given)} examples are there, some of them more than once"
        hint = "each example goes to exactly one set: cut one permutation in three"
        result.fail("should put every example into exactly one set.", yours=yours, hint=hint)
    if columns(X_all, Y_all) != columns(X, Y):
        hint = "draw one permutation, and use it for X and for Y"
        result.fail("gives examples the labels of other examples.", hint=hint)


def looks_chosen_at_random(result: Result, m: int, label: str) -> None:
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


def follows_rng(function: Function, X: np.ndarray, Y: np.ndarray, *fractions: float) -> Result:
    """Fail unless the state of rng decides on the split, and the next call gives another one.

    Returns the `Result` of the first call.
    """
    seed = int(np.random.default_rng().integers(2**32))
    rng, twin = (np.random.default_rng(seed) for _ in range(2))
    one, two = (checks.call(function, X, Y, *fractions, generator) for generator in (rng, twin))
    if difference(two.value, one.value):
        hint = "draw from `rng`, not from another generator"
        one.fail("differs when `rng` is in the same state.", "the result", hint=hint)
    if not difference(one.value, checks.call(function, X, Y, *fractions, rng).value):
        one.fail("is the same in two calls.", "the result", hint="is there a seed inside?")
    return one


def deals_evenly(function: Function, rng: np.random.Generator, m: int = 4) -> None:
    """Fail unless each outcome of dealing out a few examples comes as often, one for dev, one for test.

    The outcomes are which example becomes the dev set and which the test set: 12 pairs of four
    examples, two with either label; 6 pairs of three. An argsort of whole numbers with ties, of the known
    mistakes the nearest to even, has a chi-squared of about 220 with three examples, and exceeds 80.
    """
    X, Y = np.arange(float(m)).reshape(1, m), np.array([[0.0, 1.0, 1.0, 0.0]])[:, :m]
    result = checks.calls(function, CALLS, X, Y, 1 / m, 1 / m, rng)
    counts = np.zeros((m, m))
    for _, (X_dev, _), (X_test, _) in result.value:
        counts[int(X_dev[0, 0]), int(X_test[0, 0])] += 1
    pairs = m * (m - 1)
    each = CALLS / pairs
    wanted = each * (1 - np.eye(m))
    if np.sum((counts - wanted) ** 2) / each > most_uneven(pairs - 1):
        dev, test = np.unravel_index(np.argmax(np.abs(counts - wanted)), (m, m))
        yours = f"example {dev} for dev and {test} for test {counts[dev, test]:.0f} times in {CALLS}"
        yours += f"; by chance, about {each:.0f} times"
        hint = "take rng.permutation(m): every choice is equally likely then, whatever the place or label"
        result.fail("does not make every choice equally likely.", yours=yours, hint=hint)


def thirds(function: Function, rng: np.random.Generator, m: int = 240) -> Result:
    """Return the `Result` of many splits of m numbered examples in three equal sets."""
    return checks.calls(
        function, MANY, np.arange(float(m)).reshape(1, m), np.zeros((1, m)), 1 / 3, 1 / 3, rng
    )


def never_repeats(result: Result) -> None:
    """Fail if one of the `thirds` comes twice, as it is sure to, of a hundred seeds or a few thousand."""
    splits = {tuple(np.sort(x[0]).tobytes() for x, _ in pairs[1:]) for pairs in result.value}
    if len(splits) < MANY:
        m = result.call.args[0].shape[1]
        yours = f"{len(splits)} different splits in {MANY} calls with {m} examples"
        result.fail("repeats itself.", yours=yours, hint="few seeds give few splits: draw from rng itself")


def shuffles_evenly(result: Result, blocks: int = 12) -> None:
    """Fail unless a place in X, early or late, leads to each of the `thirds` as often.

    A shuffle that swaps each example with any other is caught: its chi-squared is about 500 with
    these numbers, and exceeds 250. (With m examples dealt out anew each time, the counts scatter a
    little less than independent ones, by m - 1 over m.)
    """
    m = result.call.args[0].shape[1]
    sets = [np.concatenate([x[0] for x, _ in pairs]) for pairs in zip(*result.value, strict=True)]
    counts = np.array([np.bincount(x.astype(int) * blocks // m, minlength=blocks) for x in sets])
    each = MANY * m / blocks / 3
    if np.sum((counts - each) ** 2) / each > most_uneven(2 * (blocks - 1)):
        part, block = np.unravel_index(np.argmax(np.abs(counts - each)), counts.shape)
        yours = f"{counts[part, block] / each / 3:.1%} of the examples {block * m // blocks} to "
        yours += f"{(block + 1) * m // blocks - 1} of {m} in set {part + 1}; it should be 33.3%"
        hint = "take rng.permutation(m): every choice is equally likely then, whatever the place or label"
        result.fail("does not make every choice equally likely.", yours=yours, hint=hint)
