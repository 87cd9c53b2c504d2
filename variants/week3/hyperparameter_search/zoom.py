"""Wrong and unusual solutions of `zoom`, in source/week3/hyperparameter_search.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong("the worst trials", hint="lower is better: keep the lowest losses", change={"[:keep]": "[-keep:]"})
wrong(
    "the first trials of the history",
    hint="choose by loss, not by place in the history",
    change={"np.argsort(losses)[:keep]": "range(keep)"},
)
wrong("one trial too many", hint="keep as many trials as `keep` says", change={"[:keep]": "[: keep + 1]"})
wrong(
    "one trial too few",
    hint="keep as many trials as `keep` says",
    change={"[:keep]": "[: max(1, keep - 1)]"},
)
wrong(
    "the best trial alone",
    hint="the range spans the rates of the `keep` trials with the lowest losses",
    change={"[:keep]": "[:1]"},
)
wrong(
    "all trials",
    hint="the range spans the rates of the `keep` trials with the lowest losses",
    change={"[:keep]": ""},
)
wrong("always two trials", hint="keep as many trials as `keep` says", change={"[:keep]": "[:2]"})
wrong(
    "the smallest learning rates",
    hint="choose by loss, not by learning rate",
    change={"[loss for _, loss in history]": '[settings["learning_rate"] for settings, _ in history]'},
)
wrong(
    "NaN taken for the lowest loss",
    hint="a training that diverged is never among the best: where does NaN come in your order?",
    change={"np.argsort(losses)": "np.argsort(np.nan_to_num(losses, nan=-np.inf))"},
)
wrong(
    "sorted pairs of loss and rate, with NaN in between",
    hint="a training that diverged is never among the best: where does NaN come in your order?",
    change={
        "np.argsort(losses)": "sorted(range(len(losses)), key=losses.__getitem__)",
    },
)
wrong(
    "not widened",
    hint="widen the range: divide its lower end by `factor`, multiply its upper end",
    change={"min(rates) / factor, max(rates) * factor": "min(rates), max(rates)"},
)
wrong(
    "widened on the right only",
    hint="widen the range on both sides",
    change={"min(rates) / factor": "min(rates)"},
)
wrong(
    "widened on the left only",
    hint="widen the range on both sides",
    change={"max(rates) * factor": "max(rates)"},
)
wrong(
    "narrowed",
    hint="divide the lower end and multiply the upper one: the range becomes wider",
    change={"min(rates) / factor, max(rates) * factor": "min(rates) * factor, max(rates) / factor"},
)
wrong(
    "widened by a difference",
    hint="learning rates have a logarithmic scale: widen by a factor, not by a sum",
    change={"min(rates) / factor, max(rates) * factor": "min(rates) - factor, max(rates) + factor"},
)
wrong(
    "always widened by 2",
    hint="widen by `factor`, whatever it is",
    change={"/ factor": "/ 2", "* factor": "* 2"},
)
wrong(
    "around the best rate",
    hint="the range spans the rates of the `keep` trials with the lowest losses",
    change={
        "min(rates) / factor": "rates[0] / factor",
        "max(rates) * factor": "rates[0] * factor",
    },
)
wrong(
    "from the best to the last that is kept",
    hint="the ends are the smallest and the largest rate that is kept, not the first and the last",
    change={"min(rates)": "rates[0]", "max(rates)": "rates[-1]"},
)
wrong(
    "ends exchanged",
    hint="return the lower end first",
    change={"min(rates) / factor, max(rates) * factor": "max(rates) * factor, min(rates) / factor"},
)
wrong(
    "not beyond the rates that were tried",
    hint="the new range may reach beyond the old one: that is how a search leaves a bad range",
    change={
        "return min(rates) / factor, max(rates) * factor": (
            'all_rates = [settings["learning_rate"] for settings, _ in history]\n'
            "    return max(min(rates) / factor, min(all_rates)), min(max(rates) * factor, max(all_rates))"
        )
    },
)
wrong(
    "at most a rate of 1",
    hint="set no limit: the range ends where the rule says",
    change={"max(rates) * factor": "min(1.0, max(rates) * factor)"},
)
wrong(
    "the kept trials in place of the range",
    hint="return two numbers, the ends of the new range",
    change={"return min(rates) / factor, max(rates) * factor": "return rates"},
)
wrong(
    "logarithms of the ends",
    hint="return the ends themselves, not their logarithms",
    change={
        "min(rates) / factor, max(rates) * factor": (
            "np.log10(min(rates) / factor), np.log10(max(rates) * factor)"
        )
    },
)
wrong(
    "sorts the caller's history",
    hint="the caller needs the history as it is: sort a copy",
    change={
        "losses = [": "history.sort(key=lambda pair: (np.isnan(pair[1]), pair[1]))\n    losses = [",
    },
)


@right("sorted, NaN last")
def zoom(history, keep, factor):
    ranked = sorted(history, key=lambda pair: (pair[1] != pair[1], pair[1]))
    rates = sorted(settings["learning_rate"] for settings, _ in ranked[:keep])
    return rates[0] / factor, rates[-1] * factor


@right("without the trainings that diverged, in logarithms")
def zoom(history, keep, factor):
    finite = [(loss, settings["learning_rate"]) for settings, loss in history if not np.isnan(loss)]
    finite.sort()
    exponents = np.log([rate for _, rate in finite[:keep]])
    return np.exp(exponents.min() - np.log(factor)), np.exp(exponents.max() + np.log(factor))


@right("a bound on the loss, and a list")
def zoom(history, keep, factor):
    bound = np.sort([loss for _, loss in history])[keep - 1]
    rates = np.array([settings["learning_rate"] for settings, loss in history if loss <= bound])
    return [rates.min() / factor, rates.max() * factor]


@right("the best taken out one by one")
def zoom(history, keep, factor):
    left, low, high = list(history), np.inf, 0.0
    for _ in range(keep):
        i = int(np.nanargmin([loss for _, loss in left]))
        rate = left.pop(i)[0]["learning_rate"]
        low, high = min(low, rate), max(high, rate)
    return low / factor, high * factor


@right("numbers of NumPy's partition")
def zoom(history, keep, factor):
    losses = np.nan_to_num([loss for _, loss in history], nan=np.inf)
    kept = np.argpartition(losses, keep - 1)[:keep]
    rates = np.array([settings["learning_rate"] for settings, _ in history])[kept]
    return rates.min() / factor, rates.max() * factor
