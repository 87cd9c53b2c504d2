"""Wrong and unusual solutions of `update_lr`, in source/week2/adaptive_optimizers.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "0.95 to the power of the epoch",
    hint="this is exponential decay; use decay_rate",
    change={"learning_rate0 / (1 + decay_rate * epoch_num)": "0.95**epoch_num * learning_rate0"},
)
wrong("decay_rate ignored", hint="use decay_rate", change={"decay_rate * epoch_num": "epoch_num"})
wrong(
    "decay_rate added",
    hint="multiply epoch_num by decay_rate, do not add",
    change={"1 + decay_rate *": "decay_rate +"},
)
wrong(
    "epoch to the power of decay_rate",
    hint="multiply epoch_num by decay_rate, no power",
    change={"decay_rate * epoch_num": "epoch_num**decay_rate"},
)
wrong(
    "decay_rate to the power of the epoch",
    hint="multiply epoch_num by decay_rate, no power",
    change={"decay_rate * epoch_num": "decay_rate**epoch_num"},
)
wrong(
    "epoch divided by decay_rate",
    hint="multiply epoch_num by decay_rate, do not divide",
    change={"decay_rate * epoch_num": "epoch_num / decay_rate"},
)
wrong(
    "parentheses missing",
    hint="all of 1 + decay_rate * epoch_num divides",
    change={"(1 + decay_rate * epoch_num)": "1 + decay_rate * epoch_num"},
)
wrong(
    "1 missing",
    hint="the denominator is 1 + decay_rate * epoch_num",
    change={
        "(1 + decay_rate * epoch_num)": (
            "(decay_rate * epoch_num) if epoch_num * decay_rate else learning_rate0"
        )
    },
)
wrong("epochs counted from 1", hint="epoch 0 has learning_rate0", change={"* epoch_num": "* (epoch_num + 1)"})
wrong("whole-number division", hint="divide with /, not //", change={"/": "//"})
wrong(
    "exponential decay",
    hint="this is exponential decay; inverse-time decay divides by 1 + decay_rate * epoch_num",
    change={"/ (1 + decay_rate * epoch_num)": "* np.exp(-decay_rate * epoch_num)"},
)
wrong(
    "multiplied by decay_rate each epoch",
    hint="this is exponential decay; inverse-time decay divides by 1 + decay_rate * epoch_num",
    change={"/ (1 + decay_rate * epoch_num)": "* decay_rate**epoch_num"},
)
wrong("grows", hint="divide: the rate shrinks", change={"/": "*"})
wrong(
    "the value of the visible check typed in",
    hint="compute it for any epoch, from the formula",
    change={
        "learning_rate0 / (1 + decay_rate * epoch_num)": (
            "{0: learning_rate0, 3: 0.32, 1: 1.5}.get(epoch_num, 0.32)"
        )
    },
)
wrong("the denominator only", hint="divide learning_rate0, not 1", change={"learning_rate0 /": "1 /"})
wrong(
    "each epoch decays the rate of the one before",
    hint="learning_rate0 is the rate of epoch 0, for all epochs",
    change={
        "return learning_rate0 / (1 + decay_rate * epoch_num)": (
            "rate = learning_rate0\n"
            "    for epoch in range(1, epoch_num + 1):\n"
            "        rate /= 1 + decay_rate * epoch\n"
            "    return rate"
        )
    },
)


@right("the reciprocal")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return 1 / (1 / learning_rate0 + decay_rate * epoch_num / learning_rate0)


@right("a power, a zero-dimensional array")
def update_lr(learning_rate0, epoch_num, decay_rate):
    return np.array(learning_rate0 * (1.0 + epoch_num * decay_rate) ** -1)


@right("denominator first, a NumPy scalar")
def update_lr(learning_rate0, epoch_num, decay_rate):
    denominator = np.float64(1)
    denominator += np.multiply(epoch_num, decay_rate)
    return learning_rate0 / denominator


@right("summed up by a loop")
def update_lr(learning_rate0, epoch_num, decay_rate):
    total = 1.0
    for _ in range(epoch_num):
        total += decay_rate
    return float(learning_rate0 / total)


wrong(
    "times the epoch, outside the sum",
    hint="epoch_num belongs into the sum",
    change={"(1 + decay_rate * epoch_num)": "(1 + decay_rate) * epoch_num if epoch_num else learning_rate0"},
)
wrong(
    "the sum to the power of the epoch",
    hint="multiply epoch_num by decay_rate, no power",
    change={"1 + decay_rate *": "(1 + decay_rate) **"},
)


@right("recursive")
def update_lr(learning_rate0, epoch_num, decay_rate):
    if epoch_num == 0:
        return learning_rate0
    return 1 / (1 / update_lr(learning_rate0, epoch_num - 1, decay_rate) + decay_rate / learning_rate0)
