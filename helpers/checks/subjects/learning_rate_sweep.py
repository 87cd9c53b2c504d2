"""What a check can demand of a sweep: each run trained once, the best rate found, pairs told apart."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from helpers import checks
from helpers.checks.comparison import difference
from helpers.checks.result import Result
from helpers.checks.writing import kind, short

Pairs = Sequence[tuple[str, str]]
# Copies of the ten dev examples, so many that means of accuracies may be 5e-5 apart: see `KnownRuns`.
MANY = (500, 1000, 1000, 1001, 1000, 1000, 1000, 100, 100, 101)


class KnownRuns:
    """A `train_fn` whose networks are right on a known number of dev examples; it counts its calls.

    Arguments:
        right: dict of learning rate -> for each seed, how many of ten examples its network gets right,
            from 3 to 10; or, of a run that has diverged, the parameter that shows it and what it has
            become, such as ("W1", np.nan), and in which entry, if not the first
        seeds: sequence of seeds
        name: what messages call it
        large: whether the finite runs, too, have losses of NaN, and large parameters
        copies: how often each of the ten examples is in the dev set; a network that gets n right
            gets the first n - 3 right and the last 3

    Attributes:
        X_dev, Y_dev: the dev examples, (2, m) and (1, m); the first 7 of the ten are of class 0
        lost: what the parameter of a diverged run has become; 0 where a run has not, (rates, seeds)
        scores: accuracies, NaN where a run has diverged, (rates, seeds)
        says: accuracies by the network's answers, if it has diverged or not, (rates, seeds)
        losses: the last loss; the better the network, the higher; NaN as in `scores`, (rates, seeds)
    """

    def __init__(
        self,
        right: Mapping[float, Sequence[Any]],
        seeds: Sequence[int],
        name: str = "train_fn",
        large: bool = False,
        copies: Sequence[int] = (1,) * 10,
    ):
        self.right, self.seeds, self.__name__, self.large = right, list(seeds), name, large
        self.calls: list[tuple[float, int]] = []
        x = np.repeat(np.arange(1.0, 11.0), copies)  # (m,)
        self.X_dev, self.Y_dev = np.stack([x, x**2]), (x > 7).astype(int).reshape(1, -1)
        rows = list(right.values())
        self.lost = np.array([[n[1] if isinstance(n, tuple) else 0 for n in row] for row in rows])
        counts = np.array([[0 if isinstance(n, tuple) else n for n in row] for row in rows])
        # NaN and minus infinity are not above any threshold: "class 0" for all; infinity is.
        above = np.where(np.isfinite(self.lost), counts - 3, np.where(self.lost == np.inf, 0, 10))
        self.says = np.mean((x > above[..., None]) == (x > 7), axis=2)  # (rates, seeds)
        self.scores = np.where(np.isfinite(self.lost), self.says, np.nan)
        self.losses = np.where(np.isfinite(self.lost), counts / 20, np.nan)

    def __call__(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the run of a learning rate and a seed, a dict of "parameters" and "losses"."""
        if kwargs or len(args) != 2:
            raise TypeError("train_fn is called with the learning rate and the seed, by position: no names")
        learning_rate, seed = args
        if learning_rate not in self.right or seed not in self.seeds:
            called = f"train_fn({float(learning_rate):g}, {int(seed)})"
            raise ValueError(f"{called}: use the learning rates and the seeds that are given")
        self.calls.append((float(learning_rate), int(seed)))
        count = self.right[learning_rate][self.seeds.index(seed)]
        diverged = isinstance(count, tuple)
        threshold = 7 if diverged else count - 3  # what is above it is taken for class 1
        parameters: dict[str, np.ndarray] = {"W1": np.eye(2), "b1": np.zeros((2, 1))}
        parameters |= {"W2": np.array([[2.0, 0.0]]), "b2": np.array([[-2.0 * threshold - 1.0]])}
        if diverged:
            parameters[count[0]][count[2] if len(count) > 2 else (0, 0)] = count[1]
        elif self.large:
            parameters |= {name: parameters[name] * 1e200 for name in ("W2", "b2")}
        last = 0.01 if diverged else np.nan if self.large else count / 20
        return {"parameters": parameters, "losses": [0.9, last]}


def sweeps(
    call: Callable[..., Result],
    lr_sweep: Callable[..., Any],
    right: Mapping[float, Sequence[Any]],
    seeds: Sequence[int] | None = None,
    **settings: Any,
) -> None:
    """Let a function sweep known runs; fail unless it trains each once, scores it, and finds the best rate.

    If every rate has a diverged run, it must raise a ValueError.

    Arguments:
        call: `checks.example` or `checks.call`
        lr_sweep: the student's function
        right, settings: as `KnownRuns` has them
        seeds: the same; 0, 1, 2, ... if None
    """
    seeds = list(range(len(next(iter(right.values()))))) if seeds is None else seeds
    runs = KnownRuns(right, seeds, **settings)
    arguments = lr_sweep, runs, tuple(right), seeds, runs.X_dev, runs.Y_dev
    if np.isnan(runs.scores).any(axis=1).all():
        checks.raises(ValueError, *arguments)
        return
    result = call(*arguments)
    trains_each_once(result, runs)
    best_rate, scores = result.parts("best_rate", "scores")
    ranks(best_rate, scores, runs)


def ranks(best_rate: Result, scores: Result, runs: KnownRuns) -> None:
    """Fail unless `scores` is an array, and `best_rate` one of the rates with the highest mean."""
    if not isinstance(scores.value, np.ndarray):
        scores.fail("should be a NumPy array.", "scores", kind(scores.value))
    scores.equals(runs.scores, hint="NaN where parameters are not finite, whatever the losses are")
    means = runs.scores.mean(axis=1)
    best = [rate for rate, mean in zip(runs.right, means, strict=True) if np.isclose(mean, np.nanmax(means))]
    if all(difference(rate, best_rate.value) for rate in best):
        chosen = [m for r, m in zip(runs.right, means, strict=True) if not difference(r, best_rate.value)]
        hint = "one of learning_rates, with the highest mean over all seeds"
        if np.isnan(chosen).any():
            hint = "a rate with a diverged run never wins, be it one run of many"
        elif chosen and chosen[0] > np.nanmax(means) - 0.01:
            hint = "means may be close: compare them as they are, not rounded, and without a margin"
        best_rate.equals(best[0], hint=hint)


def trains_each_once(result: Result, runs: KnownRuns) -> None:
    """Fail unless `runs` was called once for each pair of a learning rate and a seed."""
    wanted = sorted(itertools.product(map(float, runs.right), runs.seeds))
    if sorted(runs.calls) == wanted:
        return
    missing = [pair for pair in wanted if pair not in runs.calls]
    hint = "once for each pair of a rate and a seed"
    if missing and len({seed for _, seed in runs.calls}) < len(runs.seeds):
        hint = "each rate is trained with every one of the seeds"
    yours = f"{len(runs.calls)} calls for {len(wanted)} pairs"
    yours += f"; none with learning_rate={missing[0][0]}, seed={missing[0][1]}" if missing else ""
    result.fail("does not call train_fn as it should.", yours=yours, hint=hint)


def holds_pairs(result: Result, wanted: Pairs, hint: str | None = None) -> None:
    """Fail unless the result is a list, or tuple or set, of exactly these pairs, in any order.

    Arguments:
        result: a `Result`
        wanted: the pairs, a list of tuples
        hint: what to say of any other mistake
    """
    kinds = (list, tuple, set, frozenset)
    if not isinstance(result.value, kinds) or not all(is_pair(pair) for pair in result.value):
        result.fail("should be a list of pairs of names.", result.label, short(result.value))
    found = sorted(tuple(pair) for pair in result.value)
    if found == sorted(wanted):
        return
    likely = []
    turned = sorted(tuple(sorted(pair)) for pair in wanted)
    if len(found) > len(wanted) and set(found) == set(wanted):
        likely = ["name each pair once"]
    if not likely and sorted(tuple(sorted(pair)) for pair in found) == turned:
        likely = ["the right pairs, but the higher mean comes first in each"]
    missing = [pair for pair in sorted(wanted) if pair not in found]
    surplus = [pair for pair in found if pair not in wanted]
    yours = f"{len(found)} instead of {len(wanted)} pairs"
    yours += f"; missing: {short(missing)}" if missing else ""
    yours += f"; extra: {short(surplus)}" if surplus else ""
    result.fail("does not name the right pairs.", result.label, yours, likely[0] if likely else hint)


def is_pair(value: object) -> bool:
    """Tell whether a value is a pair of names."""
    return isinstance(value, (list, tuple)) and len(value) == 2 and all(isinstance(n, str) for n in value)
