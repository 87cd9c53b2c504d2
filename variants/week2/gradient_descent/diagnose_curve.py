"""Wrong and unusual solutions of `diagnose_curve`, in source/week2/gradient_descent.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same("a drop that equals the spread is left open", change={"drop > spread": "drop >= spread"})
same("a change that equals the tolerance is left open", change={"<= tolerance": "< tolerance"})
same("a mean that equals the first loss is left open", change={"> losses[0]": ">= losses[0]"})
wrong(
    "NaN and infinity not looked for",
    hint="a loss that is infinite or NaN anywhere in the curve: diverged",
    change={"not np.isfinite(losses).all() or ": ""},
)
wrong(
    "only NaN looked for",
    hint="a loss that is infinite or NaN anywhere in the curve: diverged",
    change={"not np.isfinite(losses).all()": "np.isnan(losses).any()"},
)
wrong(
    "only infinity looked for",
    hint="a loss that is infinite or NaN anywhere in the curve: diverged",
    change={"not np.isfinite(losses).all()": "np.isinf(losses).any()"},
)
wrong(
    "only the last loss finite",
    hint="a loss that is infinite or NaN anywhere in the curve: diverged",
    change={"np.isfinite(losses).all()": "np.isfinite(losses[-1])"},
)
wrong(
    "only the two windows finite",
    hint="a loss that is infinite or NaN anywhere in the curve: diverged",
    change={"np.isfinite(losses).all()": "np.isfinite(losses[-2 * window :]).all()"},
)
wrong(
    "all losses infinite",
    hint="a loss that is infinite or NaN anywhere in the curve: diverged",
    change={"np.isfinite(losses).all()": "np.isfinite(losses).any()"},
)
wrong(
    "finite alone",
    hint="a curve whose last window is above its first loss has diverged",
    change={" or last.mean() > losses[0]": ""},
)
wrong(
    "the last loss above the start",
    hint="compare the mean of the last window with the first loss, not a single loss",
    change={"last.mean() > losses[0]": "losses[-1] > losses[0]"},
)
wrong(
    "any loss above the start",
    hint="compare the mean of the last window with the first loss, not a single loss",
    change={"last.mean() > losses[0]": "last.max() > losses[0]"},
)
wrong(
    "above the lowest loss",
    hint="compare the last window with the very first loss: losses[0]",
    change={"last.mean() > losses[0]": "last.mean() > losses.min()"},
)
wrong(
    "above the highest loss",
    hint="compare the last window with the very first loss: losses[0]",
    change={"last.mean() > losses[0]": "last.mean() >= losses.max()"},
)
wrong(
    "above the window before",
    hint="a curve that rises, but not above its first loss, has not diverged",
    change={"last.mean() > losses[0]": "last.mean() > before.mean()"},
)
wrong(
    "above the first window",
    hint="compare the last window with the very first loss: losses[0]",
    change={"last.mean() > losses[0]": "last.mean() > losses[:window].mean()"},
)
wrong(
    "windows at the start of the curve",
    hint="take the windows from the end: losses[-window:] and the one before",
    change={
        "losses[-2 * window : -window], losses[-window:]": "losses[:window], losses[window : 2 * window]"
    },
)
wrong(
    "first window against the last",
    hint="take the windows from the end: losses[-window:] and the one before",
    change={"losses[-2 * window : -window]": "losses[:window]"},
)
wrong(
    "everything before the last window",
    hint="the window before has as many losses as the last one",
    change={"losses[-2 * window : -window]": "losses[:-window]"},
)
wrong(
    "a window of ten",
    hint="use the argument window",
    change={"before, last": "window = min(10, len(losses) // 2)\n    before, last"},
)
wrong(
    "windows that overlap",
    hint="the window before ends where the last one begins",
    change={"losses[-2 * window : -window]": "losses[-window - 1 : -1]"},
)
wrong(
    "windows swapped",
    hint="drop is the window before, minus the last one",
    change={"before, last =": "last, before ="},
)
wrong(
    "single losses in place of means",
    hint="drop is a difference of two means, not of two losses",
    change={"drop = before.mean() - last.mean()": "drop = before[-1] - last[-1]"},
)
wrong(
    "the ends of both windows",
    hint="drop is a difference of two means, not of two losses",
    change={"drop = before.mean() - last.mean()": "drop = before[0] - last[-1]"},
)
wrong(
    "medians",
    hint="drop is a difference of two means, not of medians",
    change={"drop = before.mean() - last.mean()": "drop = np.median(before) - np.median(last)"},
)
wrong(
    "spread of all losses together",
    hint="a standard deviation for each window, then their mean: otherwise, the drop counts as spread",
    change={"(before.std() + last.std()) / 2": "losses[-2 * window :].std()"},
)
wrong(
    "spread of the last window alone",
    hint="spread is the mean of both windows' standard deviations",
    change={"(before.std() + last.std()) / 2": "last.std()"},
)
wrong(
    "spread of the window before alone",
    hint="spread is the mean of both windows' standard deviations",
    change={"(before.std() + last.std()) / 2": "before.std()"},
)
wrong(
    "the larger spread",
    hint="spread is the mean of both windows' standard deviations",
    change={"(before.std() + last.std()) / 2": "max(before.std(), last.std())"},
)
wrong(
    "sum of the spreads",
    hint="spread is the mean of both windows' standard deviations: divide by 2",
    change={"(before.std() + last.std()) / 2": "before.std() + last.std()"},
)
wrong(
    "variances",
    hint="the standard deviation, not its square",
    change={"before.std() + last.std()": "before.var() + last.var()"},
)
wrong(
    "from lowest to highest",
    hint="spread is made of standard deviations: np.std",
    change={"before.std() + last.std()": "np.ptp(before) + np.ptp(last)"},
)
wrong(
    "divided by n - 1",
    hint="np.std as it is, without ddof",
    change={"before.std() + last.std()": "before.std(ddof=1) + last.std(ddof=1)"},
)
wrong(
    "tolerance as it is",
    hint="tolerance is relative: multiply it by the mean of the window before",
    change={"tolerance * before.mean()": "tolerance"},
)
wrong(
    "tolerance relative to the first loss",
    hint="tolerance is relative to the mean of the window before",
    change={"tolerance * before.mean()": "tolerance * losses[0]"},
)
wrong(
    "tolerance relative to the last window",
    hint="tolerance is relative to the mean of the window before",
    change={"tolerance * before.mean()": "tolerance * last.mean()"},
)
wrong(
    "tolerance always one percent",
    hint="use the argument tolerance",
    change={"<= tolerance *": "<= 0.01 *"},
)
wrong(
    "a fall counts as a small change",
    hint="a rise is a change, too: take the size of the drop",
    change={"abs(drop)": "drop"},
)
wrong(
    "plateau by the drop alone",
    hint="a plateau has a small drop and a small spread: both",
    change={"max(abs(drop), spread)": "abs(drop)"},
)
wrong(
    "plateau by the spread alone",
    hint="a plateau has a small drop and a small spread: both",
    change={"max(abs(drop), spread)": "spread"},
)
wrong(
    "plateau by either",
    hint="a plateau has a small drop and a small spread: both",
    change={"max(abs(drop), spread)": "min(abs(drop), spread)"},
)
wrong(
    "no plateau",
    hint="a curve that changes by less than tolerance is a plateau",
    change={"if max(abs(drop), spread) <= tolerance * before.mean()": "if False"},
)
wrong(
    "any fall is progress",
    hint="progress means that the drop is larger than the spread",
    change={"drop > spread": "drop > 0"},
)
wrong(
    "progress above the tolerance",
    hint="progress means that the drop is larger than the spread",
    change={"drop > spread": "drop > tolerance * before.mean()"},
)
wrong(
    "a rise taken for progress",
    hint="a loss that rises makes no progress",
    change={"drop > spread": "abs(drop) > spread"},
)
wrong(
    "twice the spread",
    hint="progress means that the drop is larger than the spread itself",
    change={"drop > spread": "drop > 2 * spread"},
)
wrong(
    "progress asked first",
    hint="ask whether the curve is level before you ask for progress",
    change={
        "if max(abs(drop), spread)": (
            'if drop > spread:\n        return "progress"\n    if max(abs(drop), spread)'
        )
    },
)
wrong(
    "plateau asked first",
    hint="ask whether the curve has diverged before all else",
    change={
        "if not np": (
            "if max(abs(before.mean() - last.mean()), (before.std() + last.std()) / 2) <= "
            'tolerance * before.mean():\n        return "plateau"\n    if not np'
        )
    },
)
wrong(
    "words swapped",
    hint="small jumps make a plateau, large ones a noise floor",
    change={'return "plateau"': 'return "noise floor"', 'else "noise floor"': 'else "plateau"'},
)
wrong(
    "another word",
    hint='the words are "diverged", "plateau", "progress" and "noise floor"',
    change={'return "plateau"': 'return "converged"'},
)
wrong(
    "capital letters",
    hint='the words are "diverged", "plateau", "progress" and "noise floor"',
    change={
        'return "diverged"': 'return "Diverged"',
        'return "plateau"': 'return "Plateau"',
        'return "progress"': 'return "Progress"',
        'else "noise floor"': 'else "Noise floor"',
    },
)
wrong(
    "three words in place of four",
    hint="without progress, jumps that are larger than the tolerance make a noise floor",
    change={' if drop > spread else "noise floor"': ""},
)


@right("by hand, with the statistics module")
def diagnose_curve(losses, window, tolerance):
    import math
    from statistics import fmean, pstdev

    losses = [float(loss) for loss in losses]
    if not all(math.isfinite(loss) for loss in losses):
        return "diverged"
    T = len(losses)
    last, before = losses[T - window :], losses[T - 2 * window : T - window]
    if fmean(last) > losses[0]:
        return "diverged"
    change, spread = fmean(last) - fmean(before), fmean([pstdev(last), pstdev(before)])
    limit = tolerance * fmean(before)
    if -limit <= change <= limit and spread <= limit:
        return "plateau"
    if change < -spread:
        return "progress"
    return "noise floor"


@right("both windows as rows of one array")
def diagnose_curve(losses, window, tolerance):
    losses = np.asarray(losses, dtype=float)
    if np.isnan(losses).any() or np.isinf(losses).any():
        return "diverged"
    rows = losses[-2 * window :].reshape(2, window)
    before, last = rows.mean(axis=1)
    spread = rows.std(axis=1).mean()
    if last > losses[0]:
        return "diverged"
    if abs(before - last) / before <= tolerance and spread / before <= tolerance:
        return "plateau"
    if before - last > spread:
        return "progress"
    return "noise floor"


@right("the answer chosen last, as an entry of a list")
def diagnose_curve(losses, window, tolerance):
    x = np.array(losses)
    a, b = np.split(x[len(x) - 2 * window :], 2)
    with np.errstate(all="ignore"):
        drop, spread = np.mean(a) - np.mean(b), np.mean([np.std(a), np.std(b)])
        small = tolerance * np.mean(a)
        tests = [
            bool(np.any(~np.isfinite(x))) or np.mean(b) > x[0],
            spread <= small and -small <= drop <= small,
            drop > spread,
            True,
        ]
    return ["diverged", "plateau", "progress", "noise floor"][tests.index(True)]


@right("standard deviations from squares, a NumPy string")
def diagnose_curve(losses, window, tolerance):
    def describe(part):
        mean = sum(part) / len(part)
        return mean, (sum((x - mean) ** 2 for x in part) / len(part)) ** 0.5

    losses = list(losses)
    if any(x != x or abs(x) == float("inf") for x in losses):
        return np.str_("diverged")
    m2, s2 = describe(losses[-window:])
    m1, s1 = describe(losses[-2 * window : -window])
    if m2 > losses[0]:
        return np.str_("diverged")
    if max(m1 - m2, m2 - m1, (s1 + s2) / 2) <= tolerance * m1:
        return np.str_("plateau")
    return np.str_("progress") if 2 * (m1 - m2) > s1 + s2 else np.str_("noise floor")
