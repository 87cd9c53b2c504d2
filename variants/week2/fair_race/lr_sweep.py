"""Wrong and unusual solutions of `lr_sweep`, in source/week2/fair_race.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong
from helpers import network

same(
    "every rate has as many seeds",
    change={"scores.mean(axis=1)": "scores.sum(axis=1)"},
)
wrong(
    "NaN taken for the largest",
    hint="a rate with a diverged run never wins: argmax takes NaN for the largest, nanmean leaves it out",
    change={"np.nanargmax": "np.argmax"},
)
wrong(
    "diverged runs left out of the mean",
    hint="a rate with a diverged run never wins: argmax takes NaN for the largest, nanmean leaves it out",
    change={"scores.mean(axis=1)": "np.nanmean(scores, axis=1)"},
)
wrong("lowest accuracy wins", hint="the highest accuracy wins", change={"np.nanargmax": "np.nanargmin"})
wrong("luckiest seed decides", hint="the mean over all seeds decides", change={"scores.mean": "scores.max"})
wrong("unluckiest seed decides", hint="the mean over all seeds decides", change={"scores.mean": "scores.min"})
wrong(
    "median decides",
    hint="the mean over all seeds decides",
    change={"scores.mean(axis=1)": "np.median(scores, axis=1)"},
)
wrong(
    "best single run decides, NaN or not",
    hint="the mean over all seeds decides",
    change={"(scores.mean(axis=1))": "(scores) // len(seeds)"},
)
wrong("best of the first seed", hint="the mean over all seeds decides", change={".mean(axis=1)": "[:, 0]"})
wrong(
    "last rate wins",
    hint="the rate with the best mean wins, not the last",
    change={"np.nanargmax(scores.mean(axis=1))": "len(learning_rates) - 1"},
)
wrong(
    "index in place of the rate",
    hint="return the rate, not its index",
    change={"learning_rates[best]": "int(best)"},
)
wrong(
    "score in place of the rate",
    hint="return the rate, not its score",
    change={"learning_rates[best]": "float(scores[best].mean())"},
)
wrong(
    "mean of the seeds' best rates",
    hint="one of learning_rates wins, no average of several",
    change={
        ".mean(axis=1)": ", axis=0",
        "return learning_rates[best]": (
            "if np.isnan(scores.mean(axis=1)).all():\n"
            "        raise ValueError\n"
            "    return np.mean(np.array(learning_rates)[best])"
        ),
    },
)
wrong(
    "diverged runs keep their accuracy",
    hint="a diverged run has no accuracy: are all parameters finite?",
    change={
        (
            "if all(np.isfinite(theta).all() for theta in parameters.values()):\n                scores"
        ): "scores"
    },
)
wrong(
    "infinite parameters not noticed",
    hint="infinite parameters have diverged, too, and so have biases",
    change={"np.isfinite(theta).all": "not np.isnan(theta).any"},
)
wrong(
    "only the weights looked at",
    hint="infinite parameters have diverged, too, and so have biases",
    change={"theta in parameters.values()": 'name, theta in parameters.items() if "W" in name'},
)
wrong(
    "diverged runs score 0",
    hint="the score of a diverged run is NaN, not 0",
    change={"full((len(learning_rates), len(seeds)), np.nan)": "zeros((len(learning_rates), len(seeds)))"},
)
wrong(
    "whole row of a diverged run lost",
    hint="the other runs of that rate have scores",
    change={
        "(X_dev, Y_dev, parameters)": (
            "(X_dev, Y_dev, parameters)\n"
            "        if np.isnan(scores[i]).any():\n"
            "            scores[i] = np.nan"
        )
    },
)
wrong(
    "a diverged run ends its rate",
    hint="train every pair of a rate and a seed, also after a diverged run",
    change={
        "(X_dev, Y_dev, parameters)": (
            "(X_dev, Y_dev, parameters)\n"
            "            else:\n"
            "                scores[i, :] = np.nan\n"
            "                break"
        )
    },
)
wrong(
    "scores transposed",
    hint="one row for each rate, one column for each seed",
    change={", scores": ", scores.T"},
)
wrong(
    "means in place of scores",
    hint="return all scores, not their means over the seeds",
    change={", scores": ", scores.mean(axis=1)"},
)
wrong(
    "scores in the order of sorted rates",
    hint="keep the order of learning_rates",
    change={"scores = np": "learning_rates = sorted(learning_rates)\n    scores = np"},
)
wrong(
    "seeds counted from 0",
    hint="use the seeds that are given",
    change={"j, seed in enumerate(seeds)": "j in range(len(seeds))", "(rate, seed)": "(rate, j)"},
)
wrong(
    "one seed for all",
    hint="each rate is trained with every one of the seeds",
    change={"j, seed in enumerate(seeds)": "j in range(len(seeds))", "(rate, seed)": "(rate, seeds[0])"},
)
wrong(
    "another seed for each run",
    hint="the same seeds for every rate",
    change={"(rate, seed)": "(rate, seed + i)"},
)
wrong(
    "trained twice",
    hint="call train_fn once for each pair of a rate and a seed",
    change={"parameters =": "train_fn(rate, seed)\n            parameters ="},
)
wrong(
    "training loss decides",
    hint="the score is the accuracy on X_dev and Y_dev, not a loss",
    change={
        "parameters = train_fn(rate, seed)": "run = train_fn(rate, seed)\n            parameters = run",
        "network.accuracy(X_dev, Y_dev, parameters)": 'run["losses"][-1]',
        "np.nanargmax": "np.nanargmin",
    },
)
wrong(
    "dev loss in place of the accuracy",
    hint="the score is the accuracy on X_dev and Y_dev, not a loss",
    change={
        "accuracy(X_dev, Y_dev, parameters)": 'cost(network.forward(X_dev, parameters)["Z2"], Y_dev)',
        "np.nanargmax": "np.nanargmin",
    },
)
wrong(
    "scored on the test set",
    hint="the score is the accuracy on X_dev and Y_dev",
    change={"X_dev, Y_dev,": "X_test, Y_test,"},
)
wrong(
    "scored on the training set",
    hint="the score is the accuracy on X_dev and Y_dev",
    change={"X_dev, Y_dev,": "X_train, Y_train,"},
)
wrong(
    "error in place of accuracy",
    hint="the score is the accuracy, not the error",
    change={"network": "1 - network", "np.nanargmax": "np.nanargmin"},
)
wrong(
    "no complaint if every rate has a diverged run",
    hint="raise a ValueError if no rate is left",
    change={
        "np.nanargmax(scores.mean(axis=1))": "scores.mean(axis=1)",
        "[best]": "[0 if np.isnan(best).all() else np.nanargmax(best)]",
    },
)
wrong("only the rate", hint="return (best_rate, scores)", change={", scores": ""})
wrong(
    "names for the arguments of train_fn",
    hint="hand rate and seed over by position",
    change={"(rate, seed)": "(learning_rate=rate, seed=seed)"},
)
wrong("scores as a list of lists", hint="scores is an array", change={", scores": ", scores.tolist()"})
wrong(
    "diverged by the losses",
    hint="diverged means: parameters that are not finite, whatever their size, and whatever the losses",
    change={
        "parameters = train_fn(rate, seed)": "run = train_fn(rate, seed)\n            parameters = run",
        "if all(": 'if np.isfinite(run["losses"]).all() and all(',
    },
)
wrong(
    "large parameters taken for infinite",
    hint="diverged means: parameters that are not finite, whatever their size, and whatever the losses",
    change={"np.isfinite(theta)": "(np.abs(theta) < 1e10)"},
)
wrong(
    "first entries alone looked at",
    hint="look at all entries of all parameters",
    change={"(theta).all()": "(theta[0, 0])"},
)
wrong("geometric mean", hint="the mean over all seeds decides", change={"scores.": "np.log(scores + 1e-9)."})
wrong(
    "lowest and highest score left out",
    hint="the mean over all seeds decides",
    change={
        "best = np.nanargmax(scores.mean(axis=1))": (
            "middle = np.sort(scores, axis=1)[:, 1:-1] if len(seeds) > 3 else scores\n"
            "    best = np.nanargmax(middle.mean(axis=1) + 0 * scores.sum(axis=1))"
        )
    },
)


@wrong("a mean of 0 never wins", hint="a mean may be 0: start below any score")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(run):
        good = all(np.isfinite(theta).all() for theta in run["parameters"].values())
        return network.accuracy(X_dev, Y_dev, run["parameters"]) if good else np.nan

    scores = np.array([[score(train_fn(rate, seed)) for seed in seeds] for rate in learning_rates])
    best, top = None, 0
    for rate, mean in zip(learning_rates, scores.mean(axis=1), strict=True):
        if mean > top:
            best, top = rate, mean
    if best is None:
        raise ValueError("no rate is left")
    return best, scores


@right("lists, a loop for the best")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(run):
        for theta in run["parameters"].values():
            if np.any(np.isnan(theta)) or np.any(np.isinf(theta)):
                return float("nan")
        return network.accuracy(X_dev, Y_dev, run["parameters"])

    scores, best_rate, best_mean = [], None, -1.0
    for rate in learning_rates:
        row = [score(train_fn(rate, seed)) for seed in seeds]
        scores.append(row)
        mean = sum(row) / len(row)
        if mean > best_mean:
            best_rate, best_mean = rate, mean
    if best_rate is None:
        raise ValueError("every rate has a diverged run")
    return best_rate, np.array(scores)


@right("seeds outside, NaN replaced before argmax, float32")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    rates = np.asarray(learning_rates)
    scores = np.empty((len(seeds), rates.size), dtype=np.float32)
    for j, seed in enumerate(seeds):
        for i, rate in enumerate(rates):
            parameters = train_fn(float(rate), seed)["parameters"]
            flat = np.concatenate([theta.ravel() for theta in parameters.values()])
            good = np.isfinite(flat).all()
            scores[j, i] = np.mean(network.predict(X_dev, parameters) == Y_dev) if good else np.nan
    means = np.nan_to_num(scores.mean(axis=0), nan=-np.inf)
    if np.isneginf(means).all():
        raise ValueError("no rate is left")
    return rates[np.argmax(means)], scores.T


@right("a dict of scores, the best by sorting")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    scores = {}
    for rate in reversed(list(learning_rates)):
        for seed in seeds:
            theta = train_fn(rate, seed)["parameters"]
            finite = np.isfinite(sum(np.abs(array).sum() for array in theta.values()))
            scores[rate, seed] = network.accuracy(X_dev, Y_dev, theta) if finite else np.nan
    means = [(np.mean([scores[rate, seed] for seed in seeds]), rate) for rate in learning_rates]
    ranked = sorted(pair for pair in means if not np.isnan(pair[0]))
    if not ranked:
        raise ValueError("no rate is left")
    table = np.array([[scores[rate, seed] for seed in seeds] for rate in learning_rates])
    return ranked[-1][1], table


@right("the sum decides, the rate as a zero-dimensional array")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    shape = (len(learning_rates), len(seeds))
    scores = np.zeros(shape)
    for k in range(scores.size):
        i, j = np.unravel_index(k, shape)
        run = train_fn(learning_rates[i], seeds[j])
        diverged = any(not np.isfinite(p).all() for p in run["parameters"].values())
        with np.errstate(all="ignore"):
            scores[i, j] = network.accuracy(X_dev, Y_dev, run["parameters"])
        if diverged:
            scores[i, j] = np.nan
    sums = np.ma.masked_invalid(scores.sum(axis=1))
    if sums.mask.all():
        raise ValueError("no rate without a diverged run")
    return np.array(learning_rates[int(sums.argmax())]), scores


wrong(
    "the index 0 taken for none",
    hint="the first may be the best: `not 0` is true; compare with None",
    change={
        "best = np.nanargmax(scores.mean(axis=1))": (
            "best, means = None, scores.mean(axis=1)\n"
            "    for i, mean in enumerate(means):\n"
            "        if np.isfinite(mean) and (not best or mean > means[best]):\n"
            "            best = i\n"
            "    if best is None:\n"
            '        raise ValueError("no rate is left")'
        )
    },
)
wrong(
    "the first rate never wins",
    hint="the first may be the best: `not 0` is true; compare with None",
    change={
        "best = np.nanargmax(scores.mean(axis=1))": (
            "means = scores.mean(axis=1)\n"
            "    first = not np.isfinite(means[1:]).any()\n"
            "    best = 0 if first and np.isfinite(means[0]) else 1 + np.nanargmax(means[1:])"
        )
    },
)
wrong(
    "accuracies rounded to 2 digits",
    hint="do not round",
    change={
        "network.accuracy(X_dev, Y_dev, parameters)": ("round(network.accuracy(X_dev, Y_dev, parameters), 2)")
    },
)
wrong(
    "accuracies rounded to 3 digits",
    hint="do not round",
    change={
        "network.accuracy(X_dev, Y_dev, parameters)": ("round(network.accuracy(X_dev, Y_dev, parameters), 3)")
    },
)
wrong(
    "means rounded to 2 digits",
    hint="means may be close: compare them as they are, not rounded, and without a margin",
    change={"scores.mean(axis=1)": "np.round(scores.mean(axis=1), 2)"},
)
wrong(
    "means rounded to 4 digits",
    hint="means may be close: compare them as they are, not rounded, and without a margin",
    change={"scores.mean(axis=1)": "np.round(scores.mean(axis=1), 4)"},
)
wrong(
    "means rounded to 3 digits, the last of equal ones",
    hint="means may be close: compare them as they are, not rounded, and without a margin",
    change={
        "nanargmax(scores.mean(axis=1))": "round(scores.mean(axis=1), 3)",
        "return learning_rates[best]": (
            "if np.isnan(best).all():\n"
            "        raise ValueError\n"
            "    return learning_rates[np.flatnonzero(best == np.nanmax(best))[-1]]"
        ),
    },
)
wrong(
    "better by a thousandth at least",
    hint="means may be close: compare them as they are, not rounded, and without a margin",
    change={
        "best = np.nanargmax(scores.mean(axis=1))": (
            "best, means = None, scores.mean(axis=1)\n"
            "    for i, mean in enumerate(means):\n"
            "        if np.isfinite(mean) and (best is None or mean > means[best] + 0.001):\n"
            "            best = i\n"
            "    if best is None:\n"
            '        raise ValueError("no rate is left")'
        )
    },
)
wrong(
    "few diverged runs left out",
    hint="a rate with a diverged run never wins, be it one run of many",
    change={
        "scores.mean(axis=1)": (
            "np.where(np.isnan(scores).mean(axis=1) < 0.25, np.nansum(scores, axis=1) / "
            "np.maximum(1, np.isfinite(scores).sum(axis=1)), np.nan)"
        )
    },
)
wrong(
    "one diverged run of six or more left out",
    hint="a rate with a diverged run never wins, be it one run of many",
    change={
        "best = np.nanargmax(scores.mean(axis=1))": (
            "lost = np.isnan(scores).sum(axis=1)\n"
            "    few = (lost == 0) | (lost == 1) & (len(seeds) > 5)\n"
            "    means = np.where(few, np.nansum(scores, axis=1) / np.maximum(1, "
            "np.isfinite(scores).sum(axis=1)), np.nan)\n"
            "    best = np.nanargmax(means)"
        )
    },
)
wrong(
    "NaN replaced by 0 before argmax",
    hint="a rate with a diverged run never wins, be it one run of many",
    change={
        "best = np.nanargmax(scores.mean(axis=1))": (
            "means = scores.mean(axis=1)\n"
            "    if np.isnan(means).all():\n"
            "        raise ValueError\n"
            "    best = np.argmax(np.nan_to_num(means))"
        )
    },
)
wrong(
    "a large norm taken for infinite",
    hint="diverged means: parameters that are not finite, whatever their size, and whatever the losses",
    change={"(theta).all()": "(np.linalg.norm(theta))"},
)
wrong(
    "first ten seeds",
    hint="use all seeds, however many there are",
    change={"enumerate(seeds)": "enumerate(seeds[:10])"},
)


@right("a running best, from the last rate to the first")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    table, best = {}, None
    for rate in learning_rates:
        row = []
        for seed in seeds:
            parameters = train_fn(rate, seed)["parameters"]
            ok = not any((~np.isfinite(p)).any() for p in parameters.values())
            row.append(network.accuracy(X_dev, Y_dev, parameters) if ok else float("nan"))
        table[rate] = row
    for rate, row in reversed(table.items()):
        mean = float(np.mean(row))
        if mean == mean and (best is None or mean >= best[1]):
            best = (rate, mean)
    if best is None:
        raise ValueError("all diverged")
    return best[0], np.array(list(table.values()))


@right("counts in place of means")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    m, counts = Y_dev.shape[1], []
    for rate in learning_rates:
        for seed in seeds:
            theta = train_fn(rate, seed)["parameters"]
            lost = any(np.isnan(a).any() or np.isinf(a).any() for a in theta.values())
            counts.append(np.nan if lost else np.count_nonzero(network.predict(X_dev, theta) == Y_dev))
    counts = np.reshape(counts, (len(learning_rates), len(seeds)))
    total = np.where(np.isnan(counts).any(axis=1), -1, counts.sum(axis=1))
    if total.max() < 0:
        raise ValueError("no rate is left")
    return float(learning_rates[total.argmax()]), counts / m


@right("max with a key, a masked table")
def lr_sweep(train_fn, learning_rates, seeds, X_dev, Y_dev):
    def score(rate, seed):
        p = train_fn(rate, seed)["parameters"]
        return (
            network.accuracy(X_dev, Y_dev, p) if np.isfinite([q.sum() for q in p.values()]).all() else np.nan
        )

    rows = [[score(rate, seed) for seed in seeds] for rate in learning_rates]
    left = [i for i, row in enumerate(rows) if not np.isnan(row).any()]
    if not left:
        raise ValueError("no rate is left")
    return learning_rates[max(left, key=lambda i: np.mean(rows[i]))], np.array(rows)
