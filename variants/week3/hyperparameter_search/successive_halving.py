"""Wrong and unusual solutions of `successive_halving`, in source/week3/hyperparameter_search.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same(
    "only one is left",
    change={"return rung[0], history": "return rung[-1], history"},
)
same("one loss for each candidate", change={"len(rung) // eta": "len(losses) // eta"})
same("one place for each candidate", change={"len(rung) // eta": "len(order) // eta"})
same("the list is not changed", change={"list(candidates), min_budget": "candidates, min_budget"})
wrong(
    "keeps the worst",
    hint="lower is better",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "(losses)": "(np.where(np.isnan(losses), -np.inf, losses))[::-1]",
    },
)
wrong(
    "keeps the worst, NaN among them",
    hint="lower is better; NaN is worse than any number",
    change={"(candidate, budget) for candidate": "(c, budget) for c", "[: max": "[::-1][: max"},
)
wrong(
    "the same budget in every rung",
    hint="the next rung has eta times the budget",
    change={"        budget *= eta\n": ""},
)
wrong(
    "min_budget added in every rung",
    hint="eta times the budget: multiply",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "budget *= eta": "budget += min_budget",
    },
)
wrong(
    "eta ignored",
    hint="use eta, for the candidates and for the budget",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "// eta": "// 2",
        "budget *= eta": "budget *= 2",
    },
)
wrong(
    "rounded up",
    hint="round down: n // eta stay",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "max(1, len(rung) // eta)": "-(-len(rung) // eta)",
    },
)
wrong(
    "none may be left",
    hint="keep at least one",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "max(1, len(rung) // eta)": "len(rung) // eta",
    },
)


@wrong("the best evaluated once more", hint="the best is not evaluated again")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while True:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        if len(rung) == 1:
            return rung[0], history
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        budget *= eta


wrong(
    "NaN as minus infinity",
    hint="NaN is worse than any number; sorted() and min() leave it where it is",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "(losses)": "(np.nan_to_num(losses, nan=-np.inf))",
    },
)
wrong(
    "sorted by Python, NaN where it happens to be",
    hint="NaN is worse than any number; sorted() and min() leave it where it is",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "np.argsort(losses)": "sorted(range(len(rung)), key=lambda i: losses[i])",
    },
)


@wrong(
    "evaluated in the first rung alone", hint="go on until one is left: those that stay are evaluated anew"
)
def successive_halving(objective, candidates, min_budget, eta=2):
    losses = [objective(c, min_budget) for c in candidates]
    history = [(c, min_budget, loss) for c, loss in zip(candidates, losses, strict=True)]
    return candidates[int(np.nanargmin(losses))], history


@wrong("a single cut", hint="after one cut, go on until one is left")
def successive_halving(objective, candidates, min_budget, eta=2):
    losses = [objective(c, min_budget) for c in candidates]
    history = [(c, min_budget, loss) for c, loss in zip(candidates, losses, strict=True)]
    rung = [candidates[i] for i in np.argsort(losses)[: max(1, -(-len(candidates) // eta))]]
    losses = [objective(c, eta * min_budget) for c in rung]
    history += [(c, eta * min_budget, loss) for c, loss in zip(rung, losses, strict=True)]
    return rung[int(np.nanargmin(losses))], history


@wrong("all candidates in every rung", hint="evaluate only those that have stayed")
def successive_halving(objective, candidates, min_budget, eta=2):
    n, budget, history = len(candidates), min_budget, []
    best = candidates[0]
    while n > 1:
        losses = [objective(c, budget) for c in candidates]
        history += [(c, budget, loss) for c, loss in zip(candidates, losses, strict=True)]
        best, n, budget = candidates[int(np.nanargmin(losses))], n // eta, budget * eta
    return best, history


wrong(
    "first rung with eta times min_budget",
    hint="the first rung has min_budget",
    change={
        "losses = [objective(candidate, budget) for candidate in rung]": (
            "budget *= eta\n        losses = [objective(c, budget) for c in rung]"
        ),
        "        budget *= eta\n": "",
    },
)
wrong(
    "the first half of the list stays",
    hint="keep by loss, not by place in the list",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "        order = np.argsort(losses)  # NaN comes last\n": "",
        "[rung[i] for i in order[: max(1, len(rung) // eta)]]": "rung[: max(1, len(rung) // eta)]",
    },
)
wrong(
    "lowest loss of all rungs",
    hint="the losses of the last rung decide: neither sums nor the lowest of all",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "return rung": (
            "if not history:\n"
            "        return rung[0], history\n"
            "    return history[int(np.nanargmin([loss for _, _, loss in history]))]"
        ),
    },
)
wrong(
    "the loss in place of the candidate",
    hint="best is the candidate, not its loss",
    change={
        "while len": "losses = [0.0]\n    while len",
        "(candidate, budget) for candidate": "(c, budget) for c",
        "rung[0]": "float(np.nanmin(losses))",
    },
)
wrong(
    "a list of the one that is left",
    hint="best is the candidate itself, not a list",
    change={"(candidate, budget) for candidate": "(c, budget) for c", "rung[0]": "rung"},
)
wrong(
    "history of the last rung",
    hint="history holds every call of objective",
    change={"(candidate, budget) for candidate": "(c, budget) for c", "history +": "history "},
)
wrong(
    "history without the budget",
    hint="history is a list of (candidate, budget, loss)",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "[(c, budget, loss) for c, loss in zip(rung, losses)]": "list(zip(rung, losses))",
    },
)
wrong(
    "empties the list of candidates",
    hint="the caller needs the candidates: work on a copy",
    change={"list(candidates)": "candidates", "rung = [rung": "rung[:] = [rung"},
)


@wrong("candidates as keys of a dict", hint="a candidate may be a dict or an array, which cannot be a key")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = {c: objective(c, budget) for c in rung}
        history += [(c, budget, loss) for c, loss in losses.items()]
        order = sorted(losses, key=lambda c: (np.isnan(losses[c]), losses[c]))
        rung = order[: max(1, len(rung) // eta)]
        budget *= eta
    return rung[0], history


@wrong(
    "pairs sorted, so that equal losses compare candidates",
    hint="sort by the loss alone, not by pairs of loss and candidate",
)
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        losses = [np.inf if np.isnan(loss) else loss for loss in losses]
        order = sorted(zip(losses, rung, strict=True))
        rung = [c for _, c in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@right("recursion")
def successive_halving(objective, candidates, min_budget, eta=2):
    if len(candidates) == 1:
        return candidates[0], []
    scored = [(c, min_budget, objective(c, min_budget)) for c in candidates]
    ranked = sorted(scored, key=lambda entry: (np.isnan(entry[2]), entry[2]))
    kept = [entry[0] for entry in ranked[: max(1, len(candidates) // eta)]]
    best, later = successive_halving(objective, kept, min_budget * eta, eta)
    return best, scored + later


@right("drops the worst, one at a time; history as lists")
def successive_halving(objective, candidates, min_budget, eta=2):
    alive, rung, history = list(range(len(candidates))), 0, []
    while len(alive) > 1:
        budget, losses = min_budget * eta**rung, {}
        for i in alive:
            loss = objective(candidates[i], budget)
            history.append([candidates[i], budget, loss])
            losses[i] = float("inf") if loss != loss else loss
        target = len(alive) // eta or 1
        while len(alive) > target:
            alive.remove(max(alive, key=losses.get))
        rung += 1
    return candidates[alive[0]], history


@right("a loop over a fixed number of rungs, evaluated last to first")
def successive_halving(objective, candidates, min_budget, eta=2):
    numbers, history, budget = np.arange(len(candidates)), [], float(min_budget)
    for _ in range(100):
        if numbers.size == 1:
            break
        losses = np.full(len(candidates), np.inf)
        for i in numbers[::-1]:
            loss = objective(candidates[i], budget)
            history.insert(0, (candidates[i], budget, loss))
            losses[i] = np.inf if np.isnan(loss) else loss
        numbers = np.sort(numbers[np.argsort(losses[numbers])][: max(1, int(numbers.size / eta))])
        budget = budget * eta
    return candidates[numbers[0]], tuple(history)


@right("a heap; the history is a list made at the end")
def successive_halving(objective, candidates, min_budget, eta=2):
    import heapq

    entries, left, budget = [], list(enumerate(candidates)), min_budget
    while len(left) > 1:
        new = [(number, c, budget, objective(c, budget)) for number, c in left]
        entries.extend(new)
        finite = [(loss, number, c) for number, c, _, loss in new if not np.isnan(loss)]
        best = heapq.nsmallest(max(len(left) // eta, 1), finite, key=lambda entry: entry[:2])
        left, budget = [(number, c) for _, number, c in best], eta * budget
    return left[0][1], [entry[1:] for entry in entries]


wrong(
    "a budget that grows by steps, not by factors",
    hint="each budget is eta times that of the rung before",
    change={
        "history = list(candidates), min_budget, []": (
            "history, number = list(candidates), min_budget, [], 0"
        ),
        "(candidate, budget) for candidate": "(c, budget) for c",
        "budget *= eta": "number += 1\n        budget = min_budget * eta * number",
    },
)


@wrong(
    "losses added up over the rungs",
    hint="the losses of the last rung decide: neither sums nor the lowest of all",
)
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    sums = [0.0] * len(rung)
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        sums = [total + loss for total, loss in zip(sums, losses, strict=True)]
        order = np.argsort(sums)[: max(1, len(rung) // eta)]
        rung, sums = [rung[i] for i in order], [sums[i] for i in order]
        budget *= eta
    return rung[0], history


wrong(
    "NaN as a billion",
    hint="NaN is worse than any number, however large",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "order = np.argsort(losses)": "losses = np.nan_to_num(losses, nan=1e9)",
        "order[:": "np.argsort(losses)[:",
    },
)
wrong(
    "NaN thought of in the first rung alone",
    hint="NaN is worse than any number in every rung",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "order = np.argsort(losses)": (
            "if budget == min_budget:\n"
            "            losses = [np.inf if np.isnan(loss) else loss for loss in losses]\n"
            "        order = sorted(range(len(rung)), key=losses.__getitem__)"
        ),
    },
)
wrong(
    "all that are as good as the last that stays",
    hint="of equal losses, too, only n // eta stay",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "order = np.argsort(losses)": "bound = np.sort(losses)[max(1, len(rung) // eta) - 1]",
        "rung[i] for i in order[: max(1, len(rung) // eta)]": (
            "c for c, loss in zip(rung, losses) if loss <= bound"
        ),
    },
)
wrong(
    "equal candidates taken for one",
    hint="every candidate is evaluated, also an equal one",
    change={
        "list(candidates)": (
            "[c for i, c in enumerate(candidates) if str(c) not in map(str, candidates[:i])]"
        ),
        "(candidate, budget) for candidate": "(c, budget) for c",
    },
)
wrong(
    "places looked up by value",
    hint="candidates may be arrays: remember their places, do not look them up",
    change={
        "(candidate, budget) for candidate": "(c, budget) for c",
        "order = np.argsort(losses)": (
            "best = sorted(rung, key=lambda c: (np.isnan(losses[rung.index(c)]), losses[rung.index(c)]))"
        ),
        "[rung[i] for i in order[: max(1, len(rung) // eta)]]": "best[: max(1, len(rung) // eta)]",
    },
)
wrong(
    "whole budgets",
    hint="a budget may be a fraction: do not cut it",
    change={"(candidate, budget) for candidate": "(c, int(budget)) for c", "c, budget": "c, int(budget)"},
)
wrong(
    "losses compared after rounding to 2 digits",
    hint="compare the losses as they are: no rounding",
    change={
        "[(c, budget, loss) for c, loss in zip(rung, losses)]": (
            "list(zip(rung, [budget] * len(rung), losses))"
        ),
        "(losses)": '(np.round(losses, 2), kind="stable")',
    },
)
wrong(
    "losses compared after rounding to 4 digits",
    hint="compare the losses as they are: no rounding",
    change={
        "[(c, budget, loss) for c, loss in zip(rung, losses)]": (
            "list(zip(rung, [budget] * len(rung), losses))"
        ),
        "(losses)": '(np.round(losses, 4), kind="stable")',
    },
)
wrong(
    "losses compared after rounding to 4 digits, from the end",
    hint="compare the losses as they are: no rounding",
    change={
        "[(c, budget, loss) for c, loss in zip(rung, losses)]": (
            "list(zip(rung, [budget] * len(rung), losses))"
        ),
        "np.argsort(losses)": 'len(losses) - 1 - np.argsort(np.round(losses, 4)[::-1], kind="stable")',
    },
)
wrong(
    "NaN taken for 1e20",
    hint="NaN is worse than any number, however large",
    change={
        "[(c, budget, loss) for c, loss in zip(rung, losses)]": (
            "list(zip(rung, [budget] * len(rung), losses))"
        ),
        "(losses)": '(np.nan_to_num(losses, nan=1e20), kind="stable")',
    },
)
wrong(
    "falsy candidates left out",
    hint="a candidate may be 0, None or an empty text, which are not true",
    change={
        "list(candidates)": "[c for c in candidates if not isinstance(c, (int, float, type(None))) or c]",
        "[(c, budget, loss) for c, loss in zip(rung, losses)]": (
            "list(zip(rung, [budget] * len(rung), losses))"
        ),
    },
)
wrong(
    "another best if it is falsy",
    hint="a candidate may be 0, None or an empty text, which are not true",
    change={
        "[(c, budget, loss) for c, loss in zip(rung, losses)]": (
            "list(zip(rung, [budget] * len(rung), losses))"
        ),
        "return rung[0]": (
            "best = rung[0]\n"
            "    if isinstance(best, (int, str, type(None))) and not best:\n"
            "        best = candidates[-1]\n"
            "    return best"
        ),
    },
)
wrong(
    "whole budgets from the start",
    hint="a budget may be a fraction: do not cut it",
    change={
        "min_budget, []": "int(min_budget) or min_budget, []",
        "[(c, budget, loss) for c, loss in zip(rung, losses)]": (
            "list(zip(rung, [budget] * len(rung), losses))"
        ),
    },
)
wrong(
    "at most 1000 steps",
    hint="each budget is eta times the one before: no upper limit",
    change={
        "[(c, budget, loss) for c, loss in zip(rung, losses)]": (
            "list(zip(rung, [budget] * len(rung), losses))"
        ),
        "budget *= eta": "budget = min(1000, budget * eta)",
    },
)
wrong(
    "eta at most 3",
    hint="eta may be any whole number from 2 on",
    change={
        "rung, budget": "eta = min(eta, 3)\n    rung, budget",
        "[(c, budget, loss) for c, loss in zip(rung, losses)]": (
            "list(zip(rung, [budget] * len(rung), losses))"
        ),
    },
)
wrong(
    "candidates through an array",
    hint="the values are right, their types are not: pass each on as it was given; an array changes it",
    change={
        "list(candidates)": "np.array(candidates)",
        "[(c, budget, loss) for c, loss in zip(rung, losses)]": (
            "list(zip(rung, [budget] * len(rung), losses))"
        ),
        "[rung[i] for i in order": "rung[order",
    },
)


@right("recursion, budgets as powers")
def successive_halving(objective, candidates, min_budget, eta=2):
    def climb(left, rung):
        if len(left) == 1:
            return left[0], []
        budget = min_budget * eta**rung
        tried = [(candidate, budget, objective(candidate, budget)) for candidate in left]
        tried.sort(key=lambda entry: (entry[2] != entry[2], entry[2]))
        best, later = climb([c for c, _, _ in tried][: max(len(left) // eta, 1)], rung + 1)
        return best, tried + later

    return climb(list(candidates), 0)


@right("candidates dropped one by one, from the worst")
def successive_halving(objective, candidates, min_budget, eta=2):
    numbers, budget, history = np.arange(len(candidates)), min_budget, []
    while numbers.size > 1:
        losses = np.array([objective(candidates[i], budget) for i in numbers], dtype=float)
        history.extend((candidates[i], budget, loss) for i, loss in zip(numbers, losses, strict=True))
        keep = max(1, int(numbers.size / eta))
        while numbers.size > keep:
            worst = np.argmax(np.where(np.isnan(losses), np.inf, losses))
            numbers, losses = np.delete(numbers, worst), np.delete(losses, worst)
        budget = budget * eta
    return candidates[int(numbers[0])], history
