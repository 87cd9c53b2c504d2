"""Wrong and unusual solutions of `error_report`, in source/week1/data_and_diagnosis.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong("bias measured from zero", hint="subtract the Bayes error", change={" - bayes": ""})
wrong("variance measured from Bayes", hint="variance is dev - train", change={"dev - train": "dev - bayes"})
wrong(
    "dev overfitting measured from the training error",
    hint="dev_overfitting is test - dev",
    change={"test - dev": "test - train"},
)
wrong(
    "dev overfitting measured from Bayes",
    hint="dev_overfitting is test - dev",
    change={"test - dev": "test - bayes"},
)
wrong(
    "variance and dev overfitting exchanged",
    hint="variance is dev - train",
    change={"dev - train": "test - dev", "test - dev": "dev - train"},
)
wrong(
    "variance from the test set",
    hint="variance is dev - train; the test set comes last",
    change={"dev - train": "test - train"},
)
wrong(
    "signs turned round",
    hint="later minus earlier: train - bayes, dev - train, test - dev",
    change={"train - bayes": "bayes - train", "dev - train": "train - dev", "test - dev": "dev - test"},
)
wrong(
    "per cent",
    hint="fractions, not per cent",
    change={
        "train - bayes": "100 * (train - bayes)",
        "dev - train": "100 * (dev - train)",
        "test - dev": "100 * (test - dev)",
    },
)
wrong(
    "absolute values",
    hint="the differences may be negative: leave them so",
    change={
        "train - bayes": "abs(train - bayes)",
        "dev - train": "abs(dev - train)",
        "test - dev": "abs(test - dev)",
    },
)
wrong(
    "cut off at zero",
    hint="the differences may be negative: leave them so",
    change={
        "train - bayes": "max(0, train - bayes)",
        "dev - train": "max(0, dev - train)",
        "test - dev": "max(0, test - dev)",
    },
)
wrong(
    "rounded",
    hint="do not round",
    change={
        "train - bayes": "round(train - bayes, 2)",
        "dev - train": "round(dev - train, 2)",
        "test - dev": "round(test - dev, 2)",
    },
)
wrong(
    "shares of the test error",
    hint="differences, not shares",
    change={
        "train - bayes": "(train - bayes) / (test or 1)",
        "dev - train": "(dev - train) / (test or 1)",
        "test - dev": "(test - dev) / (test or 1)",
    },
)
wrong(
    "Bayes error as a fourth entry",
    hint="exactly the three entries asked for",
    change={"return {": 'return {\n        "bayes": bayes,'},
)
wrong(
    "another name",
    hint='the entries are "avoidable_bias", "variance" and "dev_overfitting"',
    change={'"avoidable_bias":': '"bias":'},
)
wrong(
    "a tuple",
    hint="return a dict",
    change={
        (
            "{\n"
            '        "avoidable_bias": train - bayes,\n'
            '        "variance": dev - train,\n'
            '        "dev_overfitting": test - dev,\n'
            "    }"
        ): "train - bayes, dev - train, test - dev"
    },
)


@wrong("printed in place of returned", hint="end with a return")
def error_report(bayes, train, dev, test):
    print({"avoidable_bias": train - bayes, "variance": dev - train, "dev_overfitting": test - dev})


wrong(
    "a training error of 0 taken for none",
    hint="any error may be 0: take it as it is",
    change={"return {": "train = train or bayes\n    return {"},
)
wrong(
    "a dev error of 0 taken for none",
    hint="any error may be 0: take it as it is",
    change={"return {": "dev = dev or train\n    return {"},
)
wrong(
    "one sign turned round",
    hint="variance is dev - train: mind the sign",
    change={"dev - train": "train - dev"},
)
wrong(
    "bias and variance exchanged",
    hint="avoidable_bias is Bayes to train, variance is train to dev",
    change={"train - bayes": "dev - train", "dev - train": "train - bayes"},
)


@right("differences of an array")
def error_report(bayes, train, dev, test):
    return dict(
        zip(
            ("avoidable_bias", "variance", "dev_overfitting"),
            np.diff([bayes, train, dev, test]),
            strict=True,
        )
    )


@right("dict(), other order, Python floats")
def error_report(bayes, train, dev, test):
    bias, variance = float(train) - float(bayes), float(dev) - float(train)
    return dict(dev_overfitting=float(test) - float(dev), variance=variance, avoidable_bias=bias)


@right("the whole gap minus the other two, as zero-dimensional arrays")
def error_report(bayes, train, dev, test):
    report = {"avoidable_bias": np.array(train - bayes), "variance": np.array(dev - train)}
    report["dev_overfitting"] = np.array((test - bayes) - sum(report.values()))
    return report


@right("in a loop, float32")
def error_report(bayes, train, dev, test):
    errors, names = [bayes, train, dev, test], ["avoidable_bias", "variance", "dev_overfitting"]
    report = {}
    for i, name in enumerate(names):
        report[name] = np.float32(errors[i + 1] - errors[i])
    return report


wrong(
    "rounded to 8 digits",
    hint="do not round",
    change={"train - bayes": "round(train - bayes, 8)", "dev - train": "round(dev - train, 8)"},
)
wrong(
    "dev_overfitting rounded to 8 digits", hint="do not round", change={"test - dev": "round(test - dev, 8)"}
)
wrong(
    "small gaps cut",
    hint="leave small differences as they are",
    change={"test - dev": "test - dev if abs(test - dev) > 1e-3 else 0.0"},
)
wrong(
    "small gaps cut, 1e-2",
    hint="leave small differences as they are",
    change={"dev - train": "dev - train if abs(dev - train) > 1e-2 else 0.0"},
)
wrong(
    "no error taken for none given",
    hint="any error may be 0: take it as it is",
    change={"train - bayes": "(train or bayes) - bayes"},
)


@right("np.diff")
def error_report(bayes, train, dev, test):
    steps = np.diff(np.array([bayes, train, dev, test], dtype=float))
    return dict(zip(("avoidable_bias", "variance", "dev_overfitting"), steps, strict=True))


wrong(
    "sign of the bias turned round",
    hint="avoidable_bias is train - bayes: mind the sign",
    change={"train - bayes": "bayes - train"},
)
wrong(
    "sign of the dev overfitting turned round",
    hint="dev_overfitting is test - dev: mind the sign",
    change={"test - dev": "dev - test"},
)
