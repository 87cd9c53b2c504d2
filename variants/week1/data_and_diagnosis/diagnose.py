"""Wrong and unusual solutions of `diagnose`, in source/week1/data_and_diagnosis.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same("both have the same keys", change={"max(gaps, ": "max(remedies, "})
wrong(
    "the first gap above the threshold",
    hint="several gaps may be large: find the largest of all four first",
    change={
        "max(gaps, key=gaps.get)": (
            'next((name for name in gaps if gaps[name] > threshold), "dev_overfitting")'
        )
    },
)
wrong(
    "the last gap above the threshold",
    hint="several gaps may be large: find the largest of all four first",
    change={
        "max(gaps, key=gaps.get)": (
            '([name for name in gaps if gaps[name] > threshold] or ["dev_overfitting"])[-1]'
        )
    },
)
wrong(
    "the name that comes last in the alphabet",
    hint="`max` of a dict compares its keys: key=gaps.get makes it compare the gaps",
    change={"max(gaps, key=gaps.get)": "max(gaps)"},
)
wrong(
    "the smallest gap",
    hint="work on the largest gap",
    change={"max(": "min("},
)
wrong(
    "the gap farthest from zero",
    hint="a gap far below zero is not a large one: compare the gaps with their signs",
    change={"max(gaps, key=gaps.get)": "max(gaps, key=lambda name: abs(gaps[name]))"},
)
wrong(
    "absolute gaps",
    hint="a gap far below zero is not a large one: compare the gaps with their signs",
    change={"largest =": "gaps = {name: abs(gap) for name, gap in gaps.items()}\n    largest ="},
)
wrong(
    "no threshold",
    hint='if no gap is larger than `threshold`, return "nothing"',
    change={' if gaps[largest] > threshold else "nothing"': ""},
)
wrong(
    "threshold typed in",
    hint="use the threshold that is given, not 0.02",
    change={"> threshold": "> 0.02"},
)
wrong(
    "threshold of zero",
    hint='if no gap is larger than `threshold`, return "nothing"',
    change={"> threshold": "> 0"},
)
wrong(
    "threshold in per cent",
    hint="gaps and threshold are both fractions: compare them as they are",
    change={"> threshold": "> threshold / 100"},
)
wrong(
    "gaps in per cent",
    hint="gaps and threshold are both fractions: compare them as they are",
    change={"gaps[largest] > threshold": "100 * gaps[largest] > threshold"},
)
wrong(
    "the sum of the gaps against the threshold",
    hint="compare the largest gap with the threshold, not their sum",
    change={"gaps[largest] >": "sum(gaps.values()) >"},
)
wrong(
    "all gaps must be above the threshold",
    hint="one gap above the threshold is enough",
    change={"gaps[largest] >": "min(gaps.values()) >"},
)
wrong(
    "exactly the threshold counts",
    hint='a gap counts only if it is larger than `threshold`: use ">"',
    change={"> threshold": ">= threshold"},
)
wrong(
    "smaller in place of larger",
    hint="a gap counts if it is larger than `threshold`, not if it is smaller",
    change={"> threshold": "< threshold"},
)
wrong(
    "gaps rounded to per cent",
    hint="do not round the gaps",
    change={"largest =": "gaps = {name: round(gap, 2) for name, gap in gaps.items()}\n    largest ="},
)
wrong(
    "the name of the gap in place of its remedy",
    hint="return the name of the remedy, which is in the last column of the table",
    change={"remedies[largest] if": "largest if"},
)
wrong(
    "remedies for bias and variance exchanged",
    hint="more data help against variance, a larger model helps against bias",
    change={': "larger model"': ': "more data"', ': "more data"': ': "larger model"'},
)
wrong(
    "more data against a mismatch",
    hint="more of the same data do not help against a mismatch",
    change={': "similar data"': ': "more data"'},
)
wrong(
    "a larger test set against dev overfitting",
    hint="the dev set was overfitted: a larger dev set helps, not a larger test set",
    change={': "larger dev set"': ': "larger test set"'},
)
wrong(
    "other words",
    hint="use the words of the last column of the table",
    change={': "larger model"': ': "a larger model"'},
)
wrong(
    "capitals",
    hint="use the words of the last column of the table, in small letters",
    change={': "more data"': ': "More data"'},
)
wrong(
    "None in place of nothing",
    hint='if no gap is larger than `threshold`, return the string "nothing"',
    change={'else "nothing"': "else None"},
)
wrong(
    "an empty string in place of nothing",
    hint='if no gap is larger than `threshold`, return the string "nothing"',
    change={'else "nothing"': 'else ""'},
)
wrong(
    "a set",
    hint="return a string, not a set or a list",
    change={"return remedies[largest]": "return {remedies[largest]}"},
)
wrong(
    "a list of all remedies",
    hint="return a string, not a set or a list",
    change={
        'remedies[largest] if gaps[largest] > threshold else "nothing"': (
            '[remedies[name] for name in gaps if gaps[name] > threshold] or "nothing"'
        )
    },
)


@wrong(
    "a chain of ifs that never compares", hint="several gaps may be large: find the largest of all four first"
)
def diagnose(gaps, threshold=0.02):
    if gaps["avoidable_bias"] > threshold:
        return "larger model"
    if gaps["variance"] > threshold:
        return "more data"
    if gaps["data_mismatch"] > threshold:
        return "similar data"
    return "larger dev set" if gaps["dev_overfitting"] > threshold else "nothing"


@wrong("printed in place of returned", hint="end with a return")
def diagnose(gaps, threshold=0.02):
    print(max(gaps, key=gaps.get))


@right("a loop that remembers the largest")
def diagnose(gaps, threshold=0.02):
    remedy, largest = "nothing", threshold
    for name, word in [
        ("avoidable_bias", "larger model"),
        ("variance", "more data"),
        ("data_mismatch", "similar data"),
        ("dev_overfitting", "larger dev set"),
    ]:
        if gaps[name] > largest:
            remedy, largest = word, gaps[name]
    return remedy


@right("argmax of an array")
def diagnose(gaps, threshold=0.02):
    names = ["avoidable_bias", "variance", "data_mismatch", "dev_overfitting"]
    words = ["larger model", "more data", "similar data", "larger dev set"]
    values = np.array([gaps[name] for name in names])
    return words[int(values.argmax())] if values.max() > threshold else "nothing"


@right("sorted, as a NumPy string")
def diagnose(gaps, threshold=0.02):
    words = dict(
        avoidable_bias="larger model",
        variance="more data",
        data_mismatch="similar data",
        dev_overfitting="larger dev set",
    )
    name, gap = sorted(gaps.items(), key=lambda item: item[1])[-1]
    return np.str_("nothing" if gap <= threshold else words[name])


@right("the threshold as a fifth gap")
def diagnose(gaps, threshold=0.02):
    candidates = {
        "nothing": threshold,
        "larger model": gaps["avoidable_bias"],
        "more data": gaps["variance"],
        "similar data": gaps["data_mismatch"],
        "larger dev set": gaps["dev_overfitting"],
    }
    return max(candidates, key=candidates.get)


@right("a chain of ifs")
def diagnose(gaps, threshold=0.02):
    a, b, c, d = (gaps[name] for name in ("avoidable_bias", "variance", "data_mismatch", "dev_overfitting"))
    if max(a, b, c, d) <= threshold:
        return "nothing"
    if a >= max(b, c, d):
        return "larger model"
    if b >= max(c, d):
        return "more data"
    return "similar data" if c >= d else "larger dev set"
