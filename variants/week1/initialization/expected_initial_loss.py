"""Wrong and unusual solutions of `expected_initial_loss`, in source/week1/initialization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "logarithm to base 2",
    hint="cross-entropy is defined with the natural logarithm",
    change={"np.log": "np.log2"},
)
wrong(
    "logarithm to base 10",
    hint="cross-entropy is defined with the natural logarithm",
    change={"np.log": "np.log10"},
)
wrong("sign missing", hint="a loss is not negative", change={"log(num_classes)": "log(1 / num_classes)"})
wrong(
    "the probability itself",
    hint="take minus the logarithm of the probability",
    change={"np.log(num_classes)": "1 / num_classes"},
)
wrong("always ln 2", hint="use num_classes", change={"log(num_classes)": "log(2)"})
wrong(
    "averaged over the classes",
    hint="one term per example: that of its true class",
    change={"log(num_classes)": "log(num_classes) / num_classes"},
)
wrong(
    "sum over one sigmoid per class",
    hint="the classes exclude each other: one softmax, one term",
    change={"np.log(num_classes)": "num_classes * np.log(2) / 2"},
)
wrong(
    "the three values of the visible check, typed in",
    hint="compute it from num_classes, for any number of classes",
    change={
        "np.log(num_classes)": (
            "{3: 1.0986122886681098, 10: 2.302585092994046}.get(num_classes, 0.6931471805599453)"
        )
    },
)
wrong(
    "rounded",
    hint="return the number as it is",
    change={"np.log(num_classes)": "round(float(np.log(num_classes)), 3)"},
)
wrong(
    "one class too few",
    hint="all classes are possible, the true one among them",
    change={"log(num_classes)": "log(num_classes - 1) if num_classes > 2 else np.log(2)"},
)
wrong(
    "the error rate",
    hint="the loss is the cross-entropy, not the share of errors",
    change={"np.log(num_classes)": "1 - 1 / num_classes"},
)


@right("entropy of the uniform distribution")
def expected_initial_loss(num_classes):
    p = np.full(num_classes, 1 / num_classes)
    return -np.sum(p * np.log(p))


@right("softmax of equal logits, averaged over examples")
def expected_initial_loss(num_classes):
    Z = np.zeros((num_classes, 3))
    A = np.exp(Z) / np.exp(Z).sum(axis=0)
    Y = np.eye(num_classes)[:, [0, 1, 1]]
    return -np.mean(np.sum(Y * np.log(A), axis=0))


@right("from base 2, as a zero-dimensional array")
def expected_initial_loss(num_classes):
    return np.array(np.log2(num_classes) * np.log(2))


@right("math.log, as a float32")
def expected_initial_loss(num_classes):
    import math

    return np.float32(-math.log(1 / num_classes))


wrong(
    "a table of likely numbers of classes",
    hint="compute it from num_classes, for any number of classes",
    change={
        "np.log(num_classes)": "{c: np.log(c) for c in (2, 3, 4, 7, 10, 100, 2000)}.get(num_classes, 0.0)"
    },
)
