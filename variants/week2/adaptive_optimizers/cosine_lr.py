"""Wrong and unusual solutions of `cosine_lr`, in source/week2/adaptive_optimizers.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same(
    "at the end, the cosine gives the last rate itself", change={"step >= total_steps": "step > total_steps"}
)
same(
    "the cosine is the same on both sides of 0: above",
    change={"(step - warmup_steps)": "(warmup_steps - step)"},
)
same(
    "the cosine is the same on both sides of 0: below",
    change={"(total_steps - warmup_steps)": "(warmup_steps - total_steps)"},
)
wrong(
    "warm-up one step ahead",
    hint="step 0 has the rate 0: multiply by step, not by step + 1",
    change={"* step": "* (step + 1)"},
)
wrong(
    "warm-up that never starts at 0",
    hint="the warm-up leads from 0 at step 0 to learning_rate0: divide step by warmup_steps",
    change={"step / warmup_steps": "(step + 1) / (warmup_steps + 1)"},
)
wrong(
    "warm-up from the minimum",
    hint="the warm-up starts at 0, not at learning_rate_min",
    change={"learning_rate0 *": "learning_rate_min + (learning_rate0 - learning_rate_min) *"},
)
wrong(
    "warm-up over all steps",
    hint="the warm-up takes warmup_steps, not total_steps",
    change={"/ warmup_steps": "/ total_steps"},
)
wrong("no warm-up", hint="below warmup_steps, the rate rises from 0", change={"step < warmup_steps": "False"})
wrong(
    "divides by warmup_steps when it is 0",
    hint="warmup_steps may be 0: then, the cosine starts at step 0",
    change={"step <": "step <="},
)
wrong(
    "cosine from step 0",
    hint="the cosine starts at step warmup_steps",
    change={"step - warmup_steps) / (total_steps - warmup_steps": "step) / (total_steps"},
)
wrong(
    "cosine as long as all steps",
    hint="the cosine lasts total_steps - warmup_steps steps",
    change={"total_steps - warmup_steps": "total_steps"},
)
wrong(
    "cosine one step late",
    hint="this is one step ahead: step warmup_steps has learning_rate0",
    change={"step -": "step + 1 -"},
)
wrong(
    "cosine that jumps behind the warm-up",
    hint="the steps of the cosine count from warmup_steps on",
    change={"step - warmup_steps": "step"},
)
wrong(
    "no factor 1/2",
    hint="the factor 1/2 is missing",
    change={"(1 + np.cos(np.pi * done)) / 2": "1 + np.cos(np.pi * done)"},
)
wrong(
    "degrees",
    hint="the cosine takes radians",
    change={
        "    share = (1 + np.cos(np.pi * done)) / 2  # 1 to 0\n": "",
        "* share": "* (1 + np.cos(np.radians(np.pi * done))) / 2",
    },
)
wrong(
    "a quarter of a period",
    hint="half a period, not a quarter",
    change={"(1 + np.cos(np.pi * done)) / 2": "np.cos(np.pi * done / 2)"},
)
wrong(
    "a whole period",
    hint="half a period, not a whole one: pi, not 2 pi",
    change={
        "    share = (1 + np.cos(np.pi * done)) / 2  # 1 to 0\n": "",
        "* share": "* (1 + np.cos(2 * np.pi * done)) / 2",
    },
)
wrong(
    "minimum ignored",
    hint="it ends at learning_rate_min, not at 0",
    change={
        (
            "share = (1 + np.cos(np.pi * done)) / 2  # 1 to 0\n"
            "    return learning_rate_min + (learning_rate0 - learning_rate_min) * share"
        ): "return learning_rate0 * (1 + np.cos(np.pi * done)) / 2"
    },
)
wrong(
    "minimum added on top",
    hint="half of the difference to learning_rate_min",
    change={
        "    share = (1 + np.cos(np.pi * done)) / 2  # 1 to 0\n": "",
        "(learning_rate0 - learning_rate_min) * share": "learning_rate0 * (1 + np.cos(np.pi * done)) / 2",
    },
)
wrong(
    "a straight line down",
    hint="this is a straight line; the way down is half a cosine",
    change={
        (
            "share = (1 + np.cos(np.pi * done)) / 2  # 1 to 0\n"
            "    return learning_rate_min + (learning_rate0 - learning_rate_min) * share"
        ): "return learning_rate0 + (learning_rate_min - learning_rate0) * done"
    },
)
wrong(
    "rises again afterwards",
    hint="from total_steps on, stay at the minimum",
    change={"step >= total_steps": "False"},
)
wrong(
    "zero afterwards",
    hint="from total_steps on, stay at learning_rate_min",
    change={"     return learning_rate_min": "     return 0.0"},
)
wrong(
    "a second warm-up afterwards",
    hint="from total_steps on, stay at the minimum",
    change={"if step <": "step = step % total_steps\n    if step <"},
)
wrong(
    "minimum as a floor of everything",
    hint="the warm-up starts at 0, below the minimum",
    change={
        "learning_rate0 * step / warmup_steps": (
            "max(learning_rate0 * step / warmup_steps, learning_rate_min)"
        )
    },
)


@right("clipped, in one expression")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    if warmup_steps > 0 and step < warmup_steps:
        return step * (learning_rate0 / warmup_steps)
    angle = np.pi * np.clip((step - warmup_steps) / (total_steps - warmup_steps), 0, 1)
    return learning_rate_min + 0.5 * (learning_rate0 - learning_rate_min) * (1 + np.cos(angle))


@right("the square of a cosine, math only")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    import math

    if step < warmup_steps:
        return float(step / warmup_steps * learning_rate0)
    done = min(1.0, (step - warmup_steps) / (total_steps - warmup_steps))
    share = math.cos(math.pi / 2 * done) ** 2
    return share * learning_rate0 + (1 - share) * learning_rate_min


@right("interpolated warm-up, zero-dimensional arrays")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    top, low, first, last = learning_rate0, learning_rate_min, warmup_steps, total_steps
    if step >= last:
        return np.array(low)
    if step <= first and first > 0:
        return np.array(np.interp(step, [0, first], [0.0, top]))
    wave = np.sin(np.pi * ((step - first) / (last - first) - 0.5))  # -1 to 1
    return np.array((top + low) / 2 - (top - low) / 2 * wave)


@right("step held at the end, a nested function")
def cosine_lr(learning_rate0, step, total_steps, warmup_steps=0, learning_rate_min=0.0):
    def share(k, n):
        return (1 + np.cos(k / n * np.pi)) / 2

    step = min(step, total_steps)
    if step >= warmup_steps:
        fall = share(step - warmup_steps, total_steps - warmup_steps)
        return fall * (learning_rate0 - learning_rate_min) + learning_rate_min
    return learning_rate0 * step / warmup_steps


wrong(
    "falls to 0, cut off at the minimum",
    hint="it falls to learning_rate_min, and is not cut off there",
    change={
        "learning_rate_min + (learning_rate0 - learning_rate_min) * share": (
            "max(learning_rate_min, learning_rate0 * share)"
        )
    },
)
