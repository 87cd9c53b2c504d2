"""What a check can demand of a search: what it tries, and what it remembers of it."""

import copy
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from helpers import checks
from helpers.checks.comparison import difference
from helpers.checks.result import Result
from helpers.checks.subjects.hyperparameters import bare, is_alike, is_same, kinds, listed, plain, without
from helpers.checks.subjects.samplers import twins
from helpers.checks.writing import kind, short

MOST = 1000  # calls of an objective: no check needs a tenth of them
AS_IT_IS = "the values are right, their types are not: pass each on as it was given; an array changes it"


class Objective:
    """An objective with a record of its calls, a list of (arguments, loss); it ends an endless search.

    Arguments:
        loss: gives the loss for the arguments
        arguments: what they are called, such as ("settings",)
        name: what messages call it
    """

    def __init__(
        self,
        loss: Callable[..., float],
        arguments: Sequence[str] = ("settings",),
        name: str = "an objective",
    ):
        self.loss, self.arguments, self.__name__ = loss, arguments, name
        self.record: list[tuple[tuple[Any, ...], float]] = []

    def __call__(self, *args: Any, **kwargs: Any) -> float:
        """Return the loss of these arguments; complain about others than asked for."""
        if kwargs or len(args) != len(self.arguments):
            raise TypeError(f"it is called as objective({', '.join(self.arguments)})")
        if self.arguments[0] == "settings" and not isinstance(args[0], dict):
            raise TypeError(f"settings is {kind(args[0])}; it should be a dict")
        if self.arguments[0] == "settings" and any(map(callable, args[0].values())):
            raise TypeError("settings holds a function: call each sampler with rng")
        if len(self.record) == MOST:
            fewer = ": do the candidates get fewer in each rung?" if len(args) > 1 else ""
            raise RuntimeError(f"objective was called {MOST} times{fewer}")
        loss = self.loss(*args)
        self.record.append((copy.deepcopy(args), loss))
        return loss

    @property
    def calls(self) -> list[Any]:
        """The arguments of each call: a list of tuples, or of what there is only one of."""
        return [args if len(args) > 1 else args[0] for args, _ in self.record]


def table(
    calls: Sequence[Any], losses: Sequence[float], arguments: Sequence[str] = ("settings",)
) -> Objective:
    """Return an objective that has a loss for each of these calls, as `Objective.calls` has them.

    Of equal calls, the first loss is that of all; any other call has the loss 9.0. Messages show the losses.
    """

    exact: dict[str, float] = {}  # finds most calls quickly
    for call, x in zip(calls, losses, strict=True):
        exact.setdefault(repr((kinds(call), call)), x)

    def loss(*args: Any) -> float:
        made = args if len(args) > 1 else args[0]
        if (found := exact.get(repr((kinds(made), made)))) is not None:
            return found
        return next((x for call, x in zip(calls, losses, strict=True) if is_alike(call, made)), 9.0)

    shown = ", ".join(f"{x:.7g}" for x in losses[:8]) + (", ..." if len(losses) > 8 else "")
    return Objective(loss, arguments, f"an objective (losses {shown})")


def finds_best(result: Result, objective: Objective, expected: Sequence[Any]) -> None:
    """Fail unless a search has tried what is expected, kept all of it, and found the lowest loss."""
    tries(result, objective, expected)
    best, history = best_and_history(result)
    has_lowest(best, objective)
    remembers(history, objective)


def tries(result: Result, objective: Objective, expected: Sequence[Any], hint: str | None = None) -> None:
    """Fail unless the objective was called once with each of the expected arguments, in any order.

    Arguments:
        result: the `Result` of the search
        objective: the `Objective` that it was given
        expected: list of arguments, as `Objective.calls` has them
        hint: what to say of a mistake
    """
    calls = objective.calls
    if not is_same(expected, calls):
        hint = AS_IT_IS if is_same(bare(expected), bare(calls)) else hint
        problem = f"should call objective {len(expected)} times: {listed(expected)}."
        yours = f"{len(calls)} calls" + (f": {listed(calls)}" if calls else "")
        if max(len(calls), len(expected)) > 8:  # too many to compare by eye
            problem, missing = f"should call objective {len(expected)} times.", without(expected, calls)
            yours = f"{len(calls)} calls" + (f"; missing: {listed(missing)}" if missing else "")
            surplus = without(calls, expected)
            yours += f"; extra: {listed(surplus)}" if surplus else ""
        result.fail(problem, None, yours, hint)


def best_and_history(result: Result) -> tuple[Result, Result]:
    """Return the two parts of the result of a search, `best` and `history`, each as a `Result`."""
    best, history = result.parts("best", "history")
    if isinstance(best.value, (list, tuple)) and not isinstance(history.value, (list, tuple)):
        result.fail("returns its two values in the wrong order.", hint="best comes first, then history")
    return best, history


def remembers(history: Result, objective: Objective) -> None:
    """Fail unless `history`, a part of a result, has one entry for each call: (arguments, loss)."""
    entries, names = history.value, (*objective.arguments, "loss")
    form = f"({', '.join(names)})"
    if not isinstance(entries, (list, tuple)):
        history.fail(f"should be a list of {form}.", "history", kind(entries))
    expected = [(*args, loss) for args, loss in objective.record]
    if len(entries) != len(expected):
        problem = f"should have {len(expected)} entries, one for each call of objective."
        hint = (
            "keep every call: bad ones, NaN, and equal losses as well"
            if len(entries) < len(expected)
            else None
        )
        history.fail(problem, "history", f"{len(entries)} entries", hint)
    for entry in entries:
        if not isinstance(entry, (list, tuple)) or len(entry) != len(names):
            history.fail(f"should be a list of {form}.", "history", f"an entry is {short(entry)}")
    if not is_same(expected, entries):
        alike = len(entries) > 1 and is_same([entries[0][0]] * len(entries), [e[0] for e in entries])
        hint = "one dict was changed again and again: make a new one for each trial"
        hint = hint if alike else "keep each loss as it was returned"
        hint = AS_IT_IS if is_same(bare(expected), bare(entries)) else hint
        problem = "does not hold what objective was called with, and what it returned."
        history.fail(problem, "history", listed(entries), hint)


def has_lowest(best: Result, objective: Objective, hint: str | None = None) -> None:
    """Fail unless `best`, a part of a result, has the lowest loss of all calls of `objective`."""
    lowest = np.nanmin([loss for _, loss in objective.record])
    right = [args[0] for args, loss in objective.record if loss == lowest]
    if not without([best.value], right):
        return
    best.equals(right[0], hint=hint or "the lowest loss: it may be negative, 0, or very large; no rounding")
    best.fail("has values of a different type than in the grid.", "best", plain(best.value), AS_IT_IS)


def draws_anew(result: Result, objective: Objective) -> None:
    """Fail unless all numbers that the objective was given differ, within a trial and between trials.

    Made for samplers that draw floats: by chance, 40 of them hold two equal ones once in 10^13 times.
    """
    trials = [list(settings.values()) for settings in objective.calls]
    hint = "call every sampler anew in each trial, with `rng` itself: no copy, no seed"
    if any(len(set(values)) < len(values) for values in trials):
        result.fail("gives two hyperparameters the same draw.", None, listed(objective.calls[:1]), hint)
    numbers = [value for values in trials for value in values]
    if len(set(numbers)) < len(numbers):
        result.fail("repeats the draws of an earlier trial.", None, listed(objective.calls[:3]), hint)


def follows_rng(search: Callable[..., Any], space: Mapping[str, Any], num_trials: int = 2) -> None:
    """Fail unless a random search tries the same with `rng` in the same state, and moves `rng` on.

    Arguments:
        search: called as search(objective, space, num_trials, rng)
        space: dict of name -> sampler; the samplers draw floats
        num_trials: number of trials of each of three runs
    """
    first, rng = twins()
    runs = []
    for generator in (first, rng, rng):
        objective = Objective(lambda settings: 0.5)
        result = checks.call(search, objective, space, num_trials, generator)
        runs.append(result.about("what it tries", objective.calls))
    hint = "hand `rng` itself to the samplers, not another generator"
    runs[0].equals(runs[1].value, "differs when `rng` is in the same state.", hint=hint)
    if not difference(runs[0].value, runs[2].value):
        hint = "is there a seed inside, or a copy of `rng`? hand `rng` itself to the samplers"
        result.fail("tries the same in a second search with the same `rng`.", hint=hint)
