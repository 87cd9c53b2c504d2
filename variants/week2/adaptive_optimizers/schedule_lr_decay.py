"""Wrong and unusual solutions of `schedule_lr_decay`, in source/week2/adaptive_optimizers.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong("not rounded", hint="round epoch_num / time_interval down", change={"epoch_num //": "epoch_num /"})
wrong(
    "rounded to the nearest",
    hint="round epoch_num / time_interval down, not to the nearest or up",
    change={"epoch_num // time_interval": "np.round(epoch_num / time_interval)"},
)
wrong(
    "rounded up",
    hint="round epoch_num / time_interval down, not to the nearest or up",
    change={"epoch_num // time_interval": "np.ceil(epoch_num / time_interval)"},
)
wrong(
    "rounded after multiplying",
    hint="round before decay_rate comes in",
    change={"epoch_num //": "epoch_num /", "decay_rate * falls": "np.floor(decay_rate * falls)"},
)
wrong(
    "falls at multiples only",
    hint="the rate stays down between two falls",
    change={
        ("falls = epoch_num // time_interval\n    return learning_rate0 / (1 + decay_rate * falls)"): (
            "return learning_rate0 / (1 + decay_rate * epoch_num / time_interval) if epoch_num % "
            "time_interval == 0 else learning_rate0"
        )
    },
)
wrong(
    "no steps after the first fall",
    hint="after the first fall, too, the rate stays as it is for time_interval epochs",
    change={
        ("falls = epoch_num // time_interval\n    return learning_rate0 / (1 + decay_rate * falls)"): (
            "return learning_rate0 / (1 + decay_rate * epoch_num / time_interval) if epoch_num >= "
            "time_interval else learning_rate0"
        )
    },
)
wrong(
    "interval always 1000",
    hint="use the argument time_interval: it says how many epochs lie between two falls",
    change={"/ time_interval": "/ 1000"},
)
wrong(
    "interval always 10",
    hint="use the argument time_interval: it says how many epochs lie between two falls",
    change={"/ time_interval": "/ 10"},
)
wrong(
    "time_interval ignored",
    hint="use the quotient epoch_num // time_interval: it counts the falls",
    change={"epoch_num // time_interval": "epoch_num"},
)
wrong(
    "falls one epoch late",
    hint="the first fall comes at epoch time_interval",
    change={
        ("falls = epoch_num // time_interval\n    return learning_rate0 / (1 + decay_rate * falls)"): (
            "return learning_rate0 / (1 + decay_rate * ((epoch_num - 1) // time_interval)) if "
            "epoch_num else learning_rate0"
        )
    },
)
wrong(
    "falls one epoch early",
    hint="the first fall comes at epoch time_interval",
    change={"epoch_num /": "(epoch_num + 1) /"},
)
wrong(
    "multiplied by decay_rate at each fall",
    hint="this multiplies by decay_rate at every fall; inverse-time decay divides by a sum",
    change={"/ (1 + decay_rate * falls)": "* decay_rate ** (falls)"},
)
wrong("decay_rate ignored", hint="use decay_rate", change={"decay_rate * falls": "falls"})
wrong(
    "one fall only",
    hint="it falls at every multiple of time_interval",
    change={
        (
            "falls = epoch_num // time_interval\n    return learning_rate0 / (1 + decay_rate * falls)"
        ): "return learning_rate0 / (1 + decay_rate) if epoch_num >= time_interval else learning_rate0"
    },
)
wrong(
    "a fall at epoch 0",
    hint="the epochs before time_interval have learning_rate0",
    change={"* falls": "* (falls + 1)"},
)
wrong(
    "parentheses missing",
    hint="mind the parentheses: the whole sum divides",
    change={"(1 + decay_rate * falls)": "1 + decay_rate * (falls)"},
)
wrong(
    "remainder in place of the quotient",
    hint="use the quotient epoch_num // time_interval: it counts the falls",
    change={"//": "%"},
)


@right("np.floor")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return (1 / (1 + decay_rate * np.floor(epoch_num / time_interval))) * learning_rate0


@right("int of the quotient, a zero-dimensional array")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return np.array(learning_rate0 / (1 + decay_rate * int(epoch_num / time_interval)))


@right("falls counted by a loop")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    falls = 0
    while (falls + 1) * time_interval <= epoch_num:
        falls += 1
    return np.float64(learning_rate0) / (1 + falls * decay_rate)


@right("the rest subtracted, with math.floor")
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    import math

    whole = epoch_num - epoch_num % time_interval
    return learning_rate0 / (1 + decay_rate * math.floor(whole / time_interval))


wrong(
    "decay_rate 0 taken for 1",
    hint="decay_rate may be 0: then, the rate never falls",
    change={"decay_rate *": "(decay_rate or 1) *"},
)
wrong(
    "ten falls at most",
    hint="it goes on falling at every multiple of time_interval, without a limit",
    change={"* falls": "* min(falls, 10)"},
)
wrong(
    "never below a thousandth",
    hint="it goes on falling at every multiple of time_interval, without a limit",
    change={
        "learning_rate0 / (1 + decay_rate * falls)": (
            "max(learning_rate0 / (1 + decay_rate * (falls)), 0.001)"
        )
    },
)
wrong(
    "times the rounded 1 / time_interval",
    hint="use epoch_num // time_interval: 49 * (1 / 49) is rounded to less than 1",
    change={"epoch_num // time_interval": "int(epoch_num * (1 / time_interval))"},
)
