"""Wrong and unusual solutions of `error_report`, in source/week1/data_and_diagnosis.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong("bias measured from zero", hint="subtract the Bayes error", change={" - bayes": ""})
wrong(
    "variance measured up to the dev error",
    hint="variance is train_dev - train: the dev set may come from another source",
    change={"train_dev - train": "dev - train"},
)
wrong(
    "variance measured from Bayes",
    hint="variance is train_dev - train",
    change={"train_dev - train": "train_dev - bayes"},
)
wrong(
    "mismatch measured from the training error",
    hint="data_mismatch is dev - train_dev",
    change={"dev - train_dev": "dev - train"},
)
wrong(
    "dev overfitting measured from the training error",
    hint="dev_overfitting is test - dev",
    change={"test - dev": "test - train"},
)
wrong(
    "dev overfitting measured from the train-dev error",
    hint="dev_overfitting is test - dev",
    change={"test - dev": "test - train_dev"},
)
wrong(
    "mismatch from the test set",
    hint="data_mismatch is dev - train_dev; the test set comes last",
    change={"dev - train_dev": "test - train_dev"},
)
wrong(
    "variance and mismatch exchanged",
    hint="variance is train to train-dev, data_mismatch is train-dev to dev",
    change={"train_dev - train": "dev - train_dev", "dev - train_dev": "train_dev - train"},
)
wrong(
    "mismatch and dev overfitting exchanged",
    hint="data_mismatch is train-dev to dev, dev_overfitting is dev to test",
    change={"dev - train_dev": "test - dev", "test - dev": "dev - train_dev"},
)
wrong(
    "bias and variance exchanged",
    hint="avoidable_bias is Bayes to train, variance is train to train-dev",
    change={"train - bayes": "train_dev - train", "train_dev - train": "train - bayes"},
)
wrong(
    "train-dev and dev error exchanged",
    hint="the order of the errors is bayes, train, train_dev, dev, test",
    change={"return": "train_dev, dev = dev, train_dev\n    return"},
)
wrong(
    "signs turned round",
    hint="every gap is the later error minus the earlier one",
    change={
        "train - bayes": "bayes - train",
        "train_dev - train": "train - train_dev",
        "dev - train_dev": "train_dev - dev",
        "test - dev": "dev - test",
    },
)
wrong(
    "sign of the bias turned round",
    hint="avoidable_bias is train - bayes: mind the sign",
    change={"train - bayes": "bayes - train"},
)
wrong(
    "sign of the variance turned round",
    hint="variance is train_dev - train: mind the sign",
    change={"train_dev - train": "train - train_dev"},
)
wrong(
    "sign of the mismatch turned round",
    hint="data_mismatch is dev - train_dev: mind the sign",
    change={"dev - train_dev": "train_dev - dev"},
)
wrong(
    "sign of the dev overfitting turned round",
    hint="dev_overfitting is test - dev: mind the sign",
    change={"test - dev": "dev - test"},
)
wrong(
    "per cent",
    hint="return fractions, not per cent",
    change={
        "train - bayes": "100 * (train - bayes)",
        "train_dev - train": "100 * (train_dev - train)",
        "dev - train_dev": "100 * (dev - train_dev)",
        "test - dev": "100 * (test - dev)",
    },
)
wrong(
    "absolute values",
    hint="a gap may be negative: leave it so",
    change={
        "train - bayes": "abs(train - bayes)",
        "train_dev - train": "abs(train_dev - train)",
        "dev - train_dev": "abs(dev - train_dev)",
        "test - dev": "abs(test - dev)",
    },
)
wrong(
    "cut off at zero",
    hint="a gap may be negative: leave it so",
    change={
        "train - bayes": "max(0, train - bayes)",
        "train_dev - train": "max(0, train_dev - train)",
        "dev - train_dev": "max(0, dev - train_dev)",
        "test - dev": "max(0, test - dev)",
    },
)
wrong(
    "rounded",
    hint="do not round the gaps",
    change={
        "train - bayes": "round(train - bayes, 2)",
        "train_dev - train": "round(train_dev - train, 2)",
        "dev - train_dev": "round(dev - train_dev, 2)",
        "test - dev": "round(test - dev, 2)",
    },
)
wrong(
    "shares of the test error",
    hint="return differences, not shares",
    change={
        "train - bayes": "(train - bayes) / test",
        "train_dev - train": "(train_dev - train) / test",
        "dev - train_dev": "(dev - train_dev) / test",
        "test - dev": "(test - dev) / test",
    },
)
wrong(
    "Bayes error as a fifth entry",
    hint="return exactly the four entries asked for",
    change={"return {": 'return {\n        "bayes": bayes,'},
)
wrong(
    "no mismatch",
    hint="return exactly the four entries asked for",
    change={'        "data_mismatch": dev - train_dev,\n': ""},
)
wrong(
    "another name",
    hint='the names are "avoidable_bias", "variance", "data_mismatch" and "dev_overfitting"',
    change={'"avoidable_bias":': '"bias":'},
)
wrong(
    "names with hyphens",
    hint='the names are "avoidable_bias", "variance", "data_mismatch" and "dev_overfitting"',
    change={'"data_mismatch":': '"data-mismatch":'},
)
wrong(
    "a tuple",
    hint="return a dict",
    change={
        (
            "{\n"
            '        "avoidable_bias": train - bayes,\n'
            '        "variance": train_dev - train,\n'
            '        "data_mismatch": dev - train_dev,\n'
            '        "dev_overfitting": test - dev,\n'
            "    }"
        ): "train - bayes, train_dev - train, dev - train_dev, test - dev"
    },
)


@wrong("printed in place of returned", hint="end with a return")
def error_report(bayes, train, train_dev, dev, test):
    print({"avoidable_bias": train - bayes, "variance": train_dev - train})


wrong(
    "a training error of 0 taken for none",
    hint="any error may be 0: take it as it is",
    change={"return {": "train = train or bayes\n    return {"},
)
wrong(
    "a dev error of 0 taken for none",
    hint="any error may be 0: take it as it is",
    change={"return {": "dev = dev or train_dev\n    return {"},
)


@right("differences of an array")
def error_report(bayes, train, train_dev, dev, test):
    names = ("avoidable_bias", "variance", "data_mismatch", "dev_overfitting")
    return dict(zip(names, np.diff([bayes, train, train_dev, dev, test]), strict=True))


@right("dict(), other order, Python floats")
def error_report(bayes, train, train_dev, dev, test):
    bias, variance = float(train) - float(bayes), float(train_dev) - float(train)
    mismatch = float(dev) - float(train_dev)
    overfitting = float(test) - float(dev)
    return dict(dev_overfitting=overfitting, variance=variance, avoidable_bias=bias, data_mismatch=mismatch)


@right("the whole gap minus the other three, as zero-dimensional arrays")
def error_report(bayes, train, train_dev, dev, test):
    report = {"avoidable_bias": np.array(train - bayes), "variance": np.array(train_dev - train)}
    report["data_mismatch"] = np.array(dev - train_dev)
    report["dev_overfitting"] = np.array((test - bayes) - sum(report.values()))
    return report


@right("in a loop, float32")
def error_report(bayes, train, train_dev, dev, test):
    errors = [bayes, train, train_dev, dev, test]
    report = {}
    for i, name in enumerate(["avoidable_bias", "variance", "data_mismatch", "dev_overfitting"]):
        report[name] = np.float32(errors[i + 1] - errors[i])
    return report


@right("entry by entry")
def error_report(bayes, train, train_dev, dev, test):
    report = {}
    report["avoidable_bias"] = -bayes + train
    report["variance"] = -(train - train_dev)
    report["data_mismatch"] = dev + -1 * train_dev
    report["dev_overfitting"] = np.subtract(test, dev)
    return report
