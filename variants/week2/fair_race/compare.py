"""Wrong and unusual solutions of `compare`, in source/week2/fair_race.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong("squares divided by n", hint="divide the squares by n - 1: np.std has ddof", change={", ddof=1": ""})
wrong(
    "standard deviation",
    hint="the standard error is s, divided by the root of n",
    change={" / np.sqrt(len(scores))": ""},
)
wrong(
    "divided by n",
    hint="the standard error is s, divided by the root of n",
    change={"np.sqrt(len(scores))": "len(scores)"},
)
wrong(
    "variance over the root of n",
    hint="s is the standard deviation, not its square",
    change={"np.std": "np.var"},
)
wrong(
    "square of the standard error",
    hint="this is the square of the standard error: take the root",
    change={"np.std": "np.var", "np.sqrt(len(scores))": "len(scores)"},
)
wrong(
    "divided by the root of n - 1 twice",
    hint="the standard error is s, divided by the root of n",
    change={"len(scores)": "len(scores) - 1"},
)
wrong(
    "n is the number of names",
    hint="n is the number of scores, not of names",
    change={"len(scores)": "len(results)"},
)
wrong(
    "n of the first name for all",
    hint="n is the number of scores of this name, not of another",
    change={"len(scores)": "len(next(iter(results.values())))"},
)
wrong("median in place of the mean", hint="the mean of the scores", change={"np.mean": "np.median"})
wrong("best score in place of the mean", hint="the mean of the scores", change={"np.mean": "np.max"})
wrong(
    "rounded",
    hint="return the numbers as they are",
    change={"np.mean(scores)": "round(float(np.mean(scores)), 2)"},
)
wrong(
    "standard errors added",
    hint="standard errors add up as squares, under a root",
    change={
        'np.hypot(a["standard_error"], b["standard_error"])': 'a["standard_error"] + b["standard_error"]'
    },
)
wrong(
    "the larger standard error",
    hint="both standard errors count: the root of the sum of their squares",
    change={"np.hypot": "max"},
)
wrong(
    "the standard error of the higher alone",
    hint="both standard errors count: the root of the sum of their squares",
    change={'np.hypot(a["standard_error"], b["standard_error"])': 'a["standard_error"]'},
)
wrong(
    "root of the sum missing",
    hint="take the root of the sum of squares",
    change={
        'np.hypot(a["standard_error"], b["standard_error"])': (
            'a["standard_error"] ** 2 + b["standard_error"] ** 2'
        )
    },
)
wrong(
    "one standard error",
    hint="the limit is two standard errors of the difference, no other number of them",
    change={"2 * error": "error"},
)
wrong(
    "three standard errors",
    hint="the limit is two standard errors of the difference, no other number of them",
    change={"2 * error": "3 * error"},
)
wrong(
    "pairs the wrong way round",
    hint="the higher mean comes first",
    change={"((higher, lower))": "((lower, higher))"},
)
wrong(
    "pairs in the order of the dict",
    hint="the higher mean comes first",
    change={
        "b in summary.items()": "b in list(summary.items())[list(summary).index(higher) + 1 :]",
        'a["mean"] - b["mean"]': 'abs(a["mean"] - b["mean"])',
    },
)
wrong(
    "each pair twice",
    hint="name each pair once",
    change={
        'a["mean"] - b["mean"]': 'abs(a["mean"] - b["mean"])',
        "different.append((higher, lower))": (
            'pair = (higher, lower) if a["mean"] > b["mean"] else (lower, higher)\n'
            "                different.append(pair)"
        ),
    },
)
wrong(
    "only pairs whose first name is the higher",
    hint="the first of two names may have the lower mean: look at the size of the difference",
    change={
        "for higher, a in summary.items()": "names = list(summary)\n    for k, higher in enumerate(names)",
        "lower, b in summary.items()": "lower in names[k + 1 :]",
        "error = np.hypot": "a, b = summary[higher], summary[lower]\n            error = np.hypot",
    },
)


@wrong(
    "neighbours only", hint="compare each name with every other one, not only with the best or its neighbours"
)
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    names = sorted(summary, key=lambda name: -summary[name]["mean"])
    for higher, lower in zip(names, names[1:], strict=False):
        a, b = summary[higher], summary[lower]
        error = np.hypot(a["standard_error"], b["standard_error"])
        if a["mean"] - b["mean"] > 2 * error:
            different.append((higher, lower))
    return summary, different


@wrong(
    "the best against the others only",
    hint="compare each name with every other one, not only with the best or its neighbours",
)
def compare(results):
    summary, different = {}, []
    for name, scores in results.items():
        error = np.std(scores, ddof=1) / np.sqrt(len(scores))
        summary[name] = {"mean": np.mean(scores), "standard_error": error}
    higher = max(summary, key=lambda name: summary[name]["mean"])
    a = summary[higher]
    if len(summary) > 1:
        for lower, b in summary.items():
            error = np.hypot(a["standard_error"], b["standard_error"])
            if a["mean"] - b["mean"] > 2 * error:
                different.append((higher, lower))
    return summary, different


wrong(
    "every pair",
    hint="every pair is too many: only differences above two standard errors count",
    change={'- b["mean"] > 2 * error': '> b["mean"]'},
)
wrong(
    "names with themselves",
    hint="a name does not differ from itself",
    change={'a["mean"]': 'higher == lower or a["mean"]'},
)
wrong(
    "spread of the runs in place of the standard error",
    hint="two standard errors of the difference",
    change={
        'a["standard_error"], b["standard_error"]': (
            "np.std(results[higher], ddof=1), np.std(results[lower], ddof=1)"
        )
    },
)
wrong("pairs as one string", hint="pairs of names", change={"((higher, lower))": '(f"{higher} > {lower}")'})
wrong(
    "number of pairs",
    hint="a list of the pairs",
    change={"return summary, different": "return summary, len(different)"},
)
wrong(
    "summary of tuples",
    hint="a dict of mean and standard_error",
    change={
        '{"mean": np.mean(scores), "standard_error": error}': "(np.mean(scores), error)",
        '["standard_error"], b["standard_error"]': "[1], b[1]",
        '["mean"] - b["mean"]': "[0] - b[0]",
    },
)
wrong(
    "two standard errors in the summary",
    hint="the standard error itself",
    change={"np.std": "2 * np.std", "2 * error": "error"},
)
wrong(
    "only the pairs",
    hint="return (summary, different)",
    change={"return summary, different": "return different"},
)
wrong(
    "adds to results",
    hint="leave results as it is",
    change={
        "for name": 'results.setdefault("chance", [0.5, 0.5])\n    for name',
        "return": (
            'del summary["chance"]\n'
            '    different = [pair for pair in different if "chance" not in pair]\n'
            "    return"
        ),
    },
)
wrong(
    "variance as a difference of means",
    hint="rounding makes it negative: sum the squares of the differences",
    change={
        "error = np.std(scores, ddof=1) / np.sqrt(len(scores))": (
            "x, n = np.array(scores), len(scores)\n"
            "        error = np.sqrt(np.mean(x**2) - np.mean(x) ** 2) / np.sqrt(n - 1)"
        ),
        "mean(scores)": "mean(x)",
    },
)
wrong(
    "a little added to the limit",
    hint="no difference is too small to count: add nothing to the limit",
    change={"2 * error": "2 * error + 1e-6"},
)


@right("by hand, with combinations")
def compare(results):
    from itertools import combinations

    def describe(scores):
        n = len(scores)
        mean = sum(scores) / n
        squares = sum((x - mean) ** 2 for x in scores)
        return {"standard_error": (squares / (n - 1) / n) ** 0.5, "mean": mean}

    summary = {name: describe(scores) for name, scores in results.items()}
    different = set()
    for a, b in combinations(summary, 2):
        gap = summary[a]["mean"] - summary[b]["mean"]
        limit = 2 * (summary[a]["standard_error"] ** 2 + summary[b]["standard_error"] ** 2) ** 0.5
        if abs(gap) > limit:
            different.add((a, b) if gap > 0 else (b, a))
    return summary, different


@right("a matrix of all differences, pairs as lists")
def compare(results):
    names = list(results)
    means = np.array([np.mean(results[name]) for name in names])
    variances = np.array([np.var(results[name], ddof=1) / np.size(results[name]) for name in names])
    gaps = means[:, None] - means[None, :]
    limits = np.sqrt(variances[:, None] + variances[None, :])
    rows, columns = np.nonzero(gaps / 2 > limits)
    summary = {
        name: {"mean": np.float64(mean), "standard_error": np.sqrt(variance)}
        for name, mean, variance in zip(names, means, variances, strict=True)
    }
    return summary, [[names[i], names[j]] for i, j in zip(rows, columns, strict=True)]


@right("sorted by the mean first, a tuple of pairs")
def compare(results):
    import statistics

    lists = {name: [float(x) for x in scores] for name, scores in results.items()}
    summary = {
        name: {"mean": statistics.fmean(x), "standard_error": statistics.stdev(x) / len(x) ** 0.5}
        for name, x in lists.items()
    }
    ranked = sorted(summary, key=lambda name: summary[name]["mean"], reverse=True)
    different = ()
    for k, higher in enumerate(ranked):
        for lower in ranked[k + 1 :]:
            squared = sum(summary[name]["standard_error"] ** 2 for name in (higher, lower))
            if (summary[higher]["mean"] - summary[lower]["mean"]) ** 2 > 4 * squared:
                different += ((higher, lower),)
    return [summary, different]


@right("scipy's standard error, zero-dimensional arrays")
def compare(results):
    from scipy.stats import sem

    summary, pairs = {}, []
    for name in results:
        scores = np.array(results[name], dtype=float)
        summary[name] = {"mean": np.array(scores.mean()), "standard_error": np.array(sem(scores))}
    for a in summary:
        for b in summary:
            far = 2 * np.linalg.norm([summary[a]["standard_error"], summary[b]["standard_error"]])
            if summary[a]["mean"] > summary[b]["mean"] + far:
                pairs.insert(0, (a, b))
    return summary, pairs


wrong(
    "1.96 standard errors",
    hint="the limit is 2 standard errors exactly, and not rounded",
    change={"2 * error": "1.96 * error"},
)
wrong(
    "1.98 standard errors",
    hint="the limit is 2 standard errors exactly, and not rounded",
    change={"2 * error": "1.98 * error"},
)
wrong(
    "1.9 standard errors",
    hint="the limit is 2 standard errors exactly, and not rounded",
    change={"2 * error": "1.9 * error"},
)
wrong(
    "2.05 standard errors",
    hint="the limit is 2 standard errors exactly, and not rounded",
    change={"2 * error": "2.05 * error"},
)
wrong(
    "2.02 standard errors",
    hint="the limit is 2 standard errors exactly, and not rounded",
    change={"2 * error": "2.02 * error"},
)
wrong(
    "mean of the statistics module, as it is",
    hint="statistics.mean cuts off in an array of whole numbers: use np.mean",
    change={
        "summary, different = {}": "import statistics\n    summary, different = {}",
        "np.mean": "statistics.mean",
    },
)
wrong(
    "mean and stdev of the statistics module, as they are",
    hint="statistics.mean and stdev fail for an array of whole numbers: use np.mean and np.std",
    change={
        "summary, different = {}": "from statistics import mean, stdev\n    summary, different = {}",
        "np.std(scores, ddof=1)": "stdev(scores)",
        "np.mean": "mean",
    },
)
wrong(
    "quantile of the t distribution",
    hint="the limit is two standard errors of the difference, no other number of them",
    change={
        "summary, different = {}": "from scipy import stats\n    summary, different = {}",
        "2 * error": "stats.t.ppf(0.975, len(results[higher]) + len(results[lower]) - 2) * error",
    },
)
wrong(
    "pooled variance",
    hint="each name has a standard error of its own: do not pool their variances",
    change={
        'error = np.hypot(a["standard_error"], b["standard_error"])': (
            "m, n = len(results[higher]), len(results[lower])\n"
            "            squares = np.var(results[higher]) * m + np.var(results[lower]) * n\n"
            "            error = np.sqrt(squares / (m + n - 2) * (1 / m + 1 / n))"
        )
    },
)
wrong(
    "standard errors rounded to 3 digits for the comparison",
    hint="the limit is 2 standard errors exactly, and not rounded",
    change={
        'np.hypot(a["standard_error"], b["standard_error"])': (
            'round(np.hypot(a["standard_error"], b["standard_error"]), 3)'
        )
    },
)
wrong(
    "standard errors rounded to 4 digits for the comparison",
    hint="the limit is 2 standard errors exactly, and not rounded",
    change={
        'np.hypot(a["standard_error"], b["standard_error"])': (
            'round(np.hypot(a["standard_error"], b["standard_error"]), 4)'
        )
    },
)
wrong(
    "the first ten scores alone",
    hint="use all scores of a name, however many there are",
    change={"error = np.std": "scores = scores[:10]\n        error = np.std"},
)
wrong(
    "only positive means",
    hint="a mean may be 0, or negative: take the difference as it is",
    change={'a["mean"] - b["mean"]': 'abs(a["mean"]) - abs(b["mean"])'},
)
wrong(
    "names with a mean of 0 left out",
    hint="a mean may be 0, or negative: take the difference as it is",
    change={'["mean"] -': '["mean"] and b["mean"] and a["mean"] -'},
)


@right("statistics module on floats")
def compare(results):
    import math
    from statistics import mean, variance

    summary = {}
    for name in results:
        x = [float(score) for score in results[name]]
        summary[name] = {"standard_error": math.sqrt(variance(x) / len(x)), "mean": mean(x)}
    different = []
    for a in results:
        for b in results:
            z = summary[a]["mean"] - summary[b]["mean"]
            if z > 0 and z**2 > 4 * (summary[a]["standard_error"] ** 2 + summary[b]["standard_error"] ** 2):
                different.append((a, b))
    return summary, different


@right("numbers in float32 in the summary")
def compare(results):
    summary, exact = {}, {}
    for name, scores in results.items():
        x = np.asarray(scores, dtype=float)
        exact[name] = x.mean(), x.var(ddof=1) / x.size
        summary[name] = {"mean": np.float32(x.mean()), "standard_error": np.float32(exact[name][1] ** 0.5)}
    names = sorted(exact, key=lambda name: -exact[name][0])
    different = []
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            if exact[a][0] - exact[b][0] > 2 * (exact[a][1] + exact[b][1]) ** 0.5:
                different.append((a, b))
    return summary, different
