"""Wrong and unusual solutions of `compare`, in source/week2/fair_race.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same(
    "the mean of the differences is the difference of the means",
    change={"np.mean(gaps) >": "np.mean(a) - np.mean(b) >"},
)
same(
    "a difference of exactly two standard errors is left open, and none is no difference",
    change={"> 2 * error": "> error + error"},
)
same("one array is enough: above", change={"np.array(a) - np.array(b)": "np.array(a) - b"})
same("one array is enough: below", change={"np.array(a) - np.array(b)": "a - np.array(b)"})
same("every name has as many scores: a", change={"len(gaps)": "len(a)"})
same("every name has as many scores: b", change={"len(gaps)": "len(b)"})
same("every name has as many scores: the last one", change={"len(gaps)": "len(scores)"})
wrong(
    "squares divided by n",
    hint="divide the squares by n - 1: np.std has ddof",
    change={"np.std(scores, ddof=1)": "np.std(scores)"},
)
wrong(
    "squares of the differences divided by n",
    hint="divide the squares of the differences by n - 1, too: np.std has ddof",
    change={"np.std(gaps, ddof=1)": "np.std(gaps)"},
)
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
    "divided by the root of n - 1 twice",
    hint="the standard error is s, divided by the root of n",
    change={"len(scores)": "len(scores) - 1"},
)
wrong(
    "variance over the root of n",
    hint="s is the standard deviation, not its square",
    change={"np.std(scores": "np.var(scores"},
)
wrong(
    "square of the standard error",
    hint="this is the square of the standard error: take the root",
    change={"np.std(scores": "np.var(scores", "np.sqrt(len(scores))": "len(scores)"},
)
wrong(
    "n is the number of names",
    hint="n is the number of scores, not of names",
    change={"len(scores)": "len(results)"},
)
wrong(
    "median in place of the mean",
    hint="the mean of the scores",
    change={"np.mean(scores)": "np.median(scores)"},
)
wrong(
    "best score in place of the mean",
    hint="the mean of the scores",
    change={"np.mean(scores)": "np.max(scores)"},
)
wrong(
    "rounded",
    hint="return the numbers as they are",
    change={"np.mean(scores)": "round(float(np.mean(scores)), 2)"},
)
wrong(
    "not paired",
    hint="pair the scores by their seeds: the standard error is that of the differences",
    change={
        "error = np.std(gaps, ddof=1) / np.sqrt(len(gaps))": (
            'error = np.hypot(summary[higher]["standard_error"], summary[lower]["standard_error"])'
        )
    },
)
wrong(
    "standard errors added",
    hint="pair the scores by their seeds: the standard error is that of the differences",
    change={
        "error = np.std(gaps, ddof=1) / np.sqrt(len(gaps))": (
            'error = summary[higher]["standard_error"] + summary[lower]["standard_error"]'
        )
    },
)
wrong(
    "the larger standard error",
    hint="pair the scores by their seeds: the standard error is that of the differences",
    change={
        "error = np.std(gaps, ddof=1) / np.sqrt(len(gaps))": (
            'error = max(summary[higher]["standard_error"], summary[lower]["standard_error"])'
        )
    },
)
wrong(
    "sorted before they are paired",
    hint="a pair of scores has the same seed, which is its place in the list: do not sort",
    change={"np.array(a) - np.array(b)": "np.sort(a) - np.sort(b)"},
)
wrong(
    "standard deviation of the differences",
    hint="divide the standard deviation of the differences by the root of n",
    change={" / np.sqrt(len(gaps))": ""},
)
wrong(
    "differences divided by n",
    hint="divide the standard deviation of the differences by the root of n",
    change={"np.sqrt(len(gaps))": "len(gaps)"},
)
wrong(
    "variance of the differences",
    hint="the standard deviation of the differences, not its square",
    change={"np.std(gaps": "np.var(gaps"},
)
wrong(
    "absolute differences",
    hint="differences have a sign: take the standard deviation of a - b itself",
    change={"np.std(gaps": "np.std(np.abs(gaps)"},
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
    "quantile of the t distribution",
    hint="the limit is two standard errors of the difference, no other number of them",
    change={
        "summary, different = {}": "from scipy import stats\n    summary, different = {}",
        "2 * error": "stats.t.ppf(0.975, len(gaps) - 1) * error",
    },
)
wrong(
    "pairs the wrong way round",
    hint="the higher mean comes first",
    change={"((higher, lower))": "((lower, higher))"},
)
wrong(
    "each pair twice",
    hint="name each pair once",
    change={
        "if np.mean(gaps) > 2": "if abs(np.mean(gaps)) > 2",
        "different.append((higher, lower))": (
            "pair = (higher, lower) if np.mean(gaps) > 0 else (lower, higher)\n"
            "                different.append(pair)"
        ),
    },
)
wrong(
    "pairs in the order of the dict",
    hint="the higher mean comes first",
    change={
        "lower, b in results.items()": "lower, b in list(results.items())[list(results).index(higher) + 1 :]",
        "if np.mean(gaps) > 2": "if abs(np.mean(gaps)) > 2",
    },
)
wrong(
    "only pairs whose first name is the higher",
    hint="the first of two names may have the lower mean: look at the size of the difference",
    change={
        "lower, b in results.items()": "lower, b in list(results.items())[list(results).index(higher) + 1 :]"
    },
)
wrong(
    "neighbours only",
    hint="compare each name with every other one, not only with the best or its neighbours",
    change={
        "for higher, a in results.items():\n        for lower, b in results.items():": (
            "ranked = sorted(results.items(), key=lambda item: -np.mean(item[1]))\n"
            "    for (higher, a), one in zip(ranked, ranked[1:]):\n"
            "        for lower, b in [one]:"
        )
    },
)
wrong(
    "the best against the others only",
    hint="compare each name with every other one, not only with the best or its neighbours",
    change={
        "for higher, a in results.items()": (
            "for higher, a in [max(results.items(), key=lambda item: np.mean(item[1]))]"
        )
    },
)
wrong(
    "every pair",
    hint="every pair is too many: only differences above two standard errors count",
    change={"> 2 * error": "> 0"},
)
wrong(
    "names with themselves",
    hint="a name does not differ from itself",
    change={"if np.mean(gaps) > 2 * error": "if higher == lower or np.mean(gaps) > 2 * error"},
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
    change={'{"mean": np.mean(scores), "standard_error": error}': "(np.mean(scores), error)"},
)
wrong(
    "two standard errors in the summary",
    hint="the standard error itself",
    change={"np.std(scores": "2 * np.std(scores"},
)
wrong(
    "only the pairs",
    hint="return (summary, different)",
    change={"return summary, different": "return different"},
)
wrong(
    "the first ten scores alone",
    hint="use all scores of a name, however many there are",
    change={"gaps = np.array(a) - np.array(b)": "gaps = np.array(a[:10]) - np.array(b[:10])"},
)
wrong(
    "lists subtracted",
    hint="make arrays of the lists before you subtract them",
    change={"np.array(a) - np.array(b)": "a - b"},
)
wrong(
    "adds to results",
    hint="leave results as it is",
    change={
        "for name, scores": (
            'results["chance"] = [0 * x for x in next(iter(results.values()))]\n    for name, scores'
        ),
        "return": (
            'del summary["chance"]\n'
            '    different = [pair for pair in different if "chance" not in pair]\n'
            "    return"
        ),
    },
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
        gap = describe([x - y for x, y in zip(results[a], results[b], strict=True)])
        if abs(gap["mean"]) > 2 * gap["standard_error"]:
            different.add((a, b) if gap["mean"] > 0 else (b, a))
    return summary, different


@right("a matrix of all scores, pairs as lists")
def compare(results):
    names = list(results)
    table = np.array([np.asarray(results[name], float) for name in names])  # (names, seeds)
    n = table.shape[1]
    gaps = table[:, None] - table[None]  # (names, names, seeds)
    limits = 2 * gaps.std(axis=2, ddof=1) / np.sqrt(n)
    rows, columns = np.nonzero(gaps.mean(axis=2) > limits)
    summary = {
        name: {"mean": np.float64(row.mean()), "standard_error": row.std(ddof=1) / n**0.5}
        for name, row in zip(names, table, strict=True)
    }
    return summary, [[names[i], names[j]] for i, j in zip(rows, columns, strict=True)]


@right("from variances and the covariance, a tuple of pairs")
def compare(results):
    names = sorted(results, key=lambda name: np.mean(results[name]), reverse=True)
    n = len(next(iter(results.values())))
    summary, pairs = {}, ()
    for i, name in enumerate(names):
        x = np.array(results[name], dtype=float)
        summary[name] = {"mean": x.mean(), "standard_error": np.array(np.sqrt(x.var(ddof=1) / n))}
        for other in names[i + 1 :]:
            C = np.cov(x, np.array(results[other], dtype=float))
            far = 2 * np.sqrt(max(0, C[0, 0] + C[1, 1] - 2 * C[0, 1]) / n)
            if x.mean() - np.mean(results[other]) > far:
                pairs += ((name, other),)
    return [summary, pairs]


@right("the statistics module on floats")
def compare(results):
    from statistics import fmean, stdev

    lists = {name: [float(x) for x in scores] for name, scores in results.items()}
    summary = {
        name: {"mean": fmean(x), "standard_error": stdev(x) / len(x) ** 0.5} for name, x in lists.items()
    }
    different = []
    for a in lists:
        for b in lists:
            d = [x - y for x, y in zip(lists[a], lists[b], strict=True)]
            if fmean(d) > 0 and len(d) * fmean(d) ** 2 > 4 * stdev(d) ** 2:
                different.append((a, b))
    return summary, different


@right("scipy's standard error")
def compare(results):
    from scipy.stats import sem

    summary, pairs = {}, []
    for name in results:
        scores = np.array(results[name], dtype=float)
        summary[name] = {"mean": np.array(scores.mean()), "standard_error": np.array(sem(scores))}
    for a in summary:
        for b in summary:
            d = np.subtract(results[a], results[b])
            if d.mean() > 2 * sem(d):
                pairs.insert(0, (a, b))
    return summary, pairs
