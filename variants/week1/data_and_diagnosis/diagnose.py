"""Wrong and unusual solutions of `diagnose`, in source/week1/data_and_diagnosis.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "exactly the threshold counts",
    hint="a gap of exactly `threshold` does not count as high",
    change={"> threshold": ">= threshold"},
)
wrong(
    "bias measured from zero",
    hint="compare the training error with the Bayes error",
    change={"train - bayes": "train"},
)
wrong("variance measured from Bayes", hint="variance is dev - train", change={"dev - train": "dev - bayes"})
wrong("dev error alone as variance", hint="variance is dev - train", change={"dev - train": "dev"})
wrong(
    "bias from the dev error",
    hint="bias is seen on the training set",
    change={"train - bayes": "dev - bayes"},
)
wrong(
    "bias and variance exchanged",
    hint="bias is train - bayes, variance is dev - train",
    change={"train - bayes": "dev - train", "dev - train": "train - bayes"},
)
wrong(
    "never both",
    hint="both may hold, or none: two ifs, no elif",
    change={
        "return {name for name, gap in gaps.items() if gap > threshold}": (
            "found = [name for name, gap in gaps.items() if gap > threshold]\n    return set(found[:1])"
        )
    },
)
wrong(
    "never both, variance first",
    hint="both may hold, or none: two ifs, no elif",
    change={
        "return {name for name, gap in gaps.items() if gap > threshold}": (
            "found = [name for name, gap in gaps.items() if gap > threshold]\n    return set(found[-1:])"
        )
    },
)
wrong(
    "variance only where the bias is high",
    hint="the two have nothing to do with each other",
    change={"dev - train": "min(train - bayes, dev - train)"},
)
wrong(
    "the larger gap alone",
    hint="both may hold, or none: two ifs, no elif",
    change={"> threshold": "> threshold and gap == max(gaps.values())"},
)
wrong(
    "gaps in per cent",
    hint="a gap is high if the difference, a fraction, is larger than the threshold",
    change={"gap > threshold": "100 * gap > threshold"},
)
wrong(
    "threshold in per cent",
    hint="a gap is high if the difference, a fraction, is larger than the threshold",
    change={"> threshold": "> threshold / 100"},
)
wrong("threshold typed in", hint="use the threshold that is given", change={"> threshold": "> 0.02"})
wrong(
    "absolute gaps",
    hint="a training error below Bayes is not bias",
    change={"gap > threshold": "abs(gap) > threshold"},
)
wrong(
    "relative gaps",
    hint="a gap is high if the difference, a fraction, is larger than the threshold",
    change={
        "train - bayes": "train - bayes * (1 + threshold)",
        "dev - train": "dev - train * (1 + threshold)",
        "> threshold": "> 0",
    },
)
wrong(
    "smaller in place of larger",
    hint="a gap is high if the difference, a fraction, is larger than the threshold",
    change={"> threshold": "< threshold"},
)
wrong(
    "a list",
    hint="return a set",
    change={
        "{name for name, gap in gaps.items() if gap > threshold}": (
            "[name for name, gap in gaps.items() if gap > threshold]"
        )
    },
)
wrong(
    "one string",
    hint="return a set of strings",
    change={
        "{name for name, gap in gaps.items() if gap > threshold}": (
            '" and ".join(name for name, gap in gaps.items() if gap > threshold)'
        )
    },
)
wrong(
    "an empty dict in place of an empty set",
    hint="{} is an empty dict; an empty set is set()",
    change={"threshold}": "threshold} or {}"},
)
wrong(
    "letters in place of a string",
    hint='set("high bias") is a set of letters: use {"high bias"}',
    change={
        "name for name, gap in gaps.items() if gap > threshold": (
            "letter for name, gap in gaps.items() if gap > threshold for letter in name"
        )
    },
)
wrong(
    "other words",
    hint='the words are "high bias" and "high variance"',
    change={'high bias": train - bayes, "high variance': 'bias": train - bayes, "variance'},
)
wrong(
    "a word where nothing is high",
    hint="with nothing high, the set is empty",
    change={"threshold}": 'threshold} or {"none"}'},
)
wrong(
    "None where nothing is high",
    hint="with nothing high, return an empty set",
    change={"threshold}": "threshold} or None"},
)
wrong(
    "a threshold of 0 replaced",
    hint="use the threshold that is given, 0, too",
    change={"> threshold": "> (threshold or 0.02)"},
)
wrong(
    "gaps rounded to per cent",
    hint="do not round the gaps, and take the threshold itself",
    change={"gap > threshold": "round(gap, 2) > threshold"},
)
wrong(
    "one set for all calls",
    hint="the set of an earlier call is kept: make a new one in every call",
    change={
        "threshold=0.02": "threshold=0.02, found=set()",
        "return {name for name, gap in gaps.items() if gap > threshold}": (
            "found |= {name for name, gap in gaps.items() if gap > threshold}\n    return found"
        ),
    },
)
wrong(
    "variance only above the Bayes error",
    hint="variance is dev - train, also below the Bayes error",
    change={"dev - train": "dev - train if dev > bayes else 0"},
)
wrong(
    "words with capitals",
    hint='the words are "high bias" and "high variance"',
    change={'"high bias":': '"High bias":', '"high variance":': '"High variance":'},
)


@right("a frozenset, made in a loop")
def diagnose(bayes, train, dev, threshold=0.02):
    names, high = ("high bias", "high variance"), np.diff([bayes, train, dev]) > threshold
    return frozenset(names[i] for i in range(2) if high[i])


@right("sums in place of differences")
def diagnose(bayes, train, dev, threshold=0.02):
    bias = {"high bias"} if train > bayes + threshold else set()
    variance = {"high variance"} if dev > threshold + train else set()
    return bias | variance


@right("both assumed, then acquitted")
def diagnose(bayes, train, dev, threshold=0.02):
    found = {"high variance", "high bias"}
    if train - bayes <= threshold:
        found.discard("high bias")
    if not dev - train > threshold:
        found -= {"high variance"}
    return found


@right("what is left above the threshold, through a table")
def diagnose(bayes, train, dev, threshold=0.02):
    high = ((train - bayes) - threshold > 0, (dev - train) - threshold > 0)
    return {
        (False, False): set(),
        (True, False): {"high bias"},
        (False, True): {"high variance"},
        (True, True): {"high bias", "high variance"},
    }[high]


@right("a set made from a list of NumPy strings")
def diagnose(bayes, train, dev, threshold=0.02):
    names = np.array(["high bias", "high variance"])
    return set(names[[train - bayes > threshold, dev - train > threshold]])


wrong(
    "gaps rounded to 4 digits",
    hint="do not round the gaps, and take the threshold itself",
    change={"gap > threshold": "round(gap, 4) > threshold"},
)
wrong(
    "gaps rounded to 5 digits, the threshold counts",
    hint="do not round the gaps, and take the threshold itself",
    change={"gap > threshold": "round(gap, 5) >= threshold"},
)
wrong(
    "1e-6 more",
    hint="do not round the gaps, and take the threshold itself",
    change={"> threshold": "> threshold + 1e-6"},
)
wrong(
    "0.02 at least",
    hint="use the threshold that is given",
    change={"> threshold": "> max(threshold, 0.003)"},
)
wrong(
    "no Bayes error",
    hint="an error may be 0: take it as it is",
    change={"train - bayes": "train - (bayes or train)"},
)


@right("a tolerance for rounding")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    for name, (low, high) in {"high bias": (bayes, train), "high variance": (train, dev)}.items():
        if high - low > threshold and not np.isclose(high - low, threshold, rtol=0, atol=1e-12):
            found.add(name)
    return found
