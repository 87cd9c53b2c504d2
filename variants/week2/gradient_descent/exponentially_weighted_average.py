"""Wrong and unusual solutions of `exponentially_weighted_average`, in source/week2/gradient_descent.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "weights swapped",
    hint="beta weighs the past, 1 - beta the new value",
    change={"beta * v + (1 - beta)": "(1 - beta) * v + (beta)"},
)
wrong("starts from the first value", hint="start from v_0 = 0, not from x_1", change={"0.0": "values[0]"})
wrong(
    "the new value at full weight",
    hint="the new value has the weight 1 - beta",
    change={"(1 - beta) * x": "x"},
)
wrong("the past does not fade", hint="the past fades: beta * v", change={"beta * v": "v"})
wrong(
    "correction with beta times t",
    hint="beta to the power t, not times t",
    change={"(1 - beta**t) if bias_correction": "(1 - beta * t) if bias_correction and beta * t != 1"},
)
wrong(
    "t counted from 0",
    hint="t counts from 1",
    change={"start=1": "start=0", "v / (1 - beta**t)": "np.float64(v) / (1 - np.float64(beta)**t)"},
)
wrong(
    "the corrected value fed back",
    hint="the recursion goes on from v, not from its correction",
    change={
        "averages.append(v / (1 - beta**t) if bias_correction else v)": (
            "if bias_correction:\n            v = v / (1 - beta**t)\n        averages.append(v)"
        )
    },
)
wrong(
    "only the last average corrected",
    hint="correct every v_t, not only the last",
    change={"else": "and t == len(values) else"},
)
wrong(
    "one correction for all",
    hint="the exponent is t: the correction fades",
    change={"t, x in enumerate(values, start=1)": "x in values", "(1 - beta**t)": "(1 - beta)"},
)
wrong(
    "all corrected with the last t",
    hint="the exponent is t, not the number of values",
    change={"t, x in enumerate(values, start=1)": "x in values", "(1 - beta**t)": "(1 - beta**len(values))"},
)
wrong("multiplied by the sum of the weights", hint="divide by 1 - beta**t", change={"/": "*"})
wrong(
    "never corrected",
    hint="divide by 1 - beta**t if bias_correction",
    change={
        "t, x in enumerate(values, start=1)": "x in values",
        "v / (1 - beta**t) if bias_correction else v": "v",
    },
)
wrong(
    "always corrected",
    hint="bias_correction is False here: return v_t, which is not corrected",
    change={"(1 - beta**t) if bias_correction else v": "(1 - beta**t)"},
)
wrong(
    "corrected the wrong way round",
    hint="bias_correction is False here: return v_t, which is not corrected",
    change={"/ (1 - beta**t) if bias_correction else v": "if bias_correction else v / (1 - beta**t)"},
)
wrong(
    "only the last average",
    hint="return all averages, not only the last",
    change={"np.array(averages)": "averages[-1]"},
)


@wrong("v_0 in the result", hint="v_0 is not part of the result: one average for each value")
def exponentially_weighted_average(values, beta, bias_correction=True):
    averages = [0.0]
    for x in values:
        averages.append(beta * averages[-1] + (1 - beta) * x)
    averages = np.array(averages)
    t = np.arange(len(averages))
    t[0] = 1
    return averages / (1 - beta**t) if bias_correction else averages


wrong(
    "one step late",
    hint="v_t contains x_t: this is one step late",
    change={
        (
            "v = beta * v + (1 - beta) * x\n"
            "        averages.append(v / (1 - beta**t) if bias_correction else v)"
        ): (
            "averages.append(v / (1 - beta**t) if bias_correction else v)\n"
            "        v = beta * v + (1 - beta) * x"
        )
    },
)
wrong(
    "cut off to whole numbers",
    hint="an array made by zeros_like of whole numbers holds whole numbers",
    change={
        "0.0, []": "0.0, np.zeros_like(values)",
        ".append(v / (1 - beta**t) if bias_correction else v)": (
            "[t - 1] = v / (1 - beta**t) if bias_correction else v"
        ),
        "np.array(averages)": "averages",
    },
)


@wrong("the plain mean so far", hint="this is the plain mean so far; old values fade")
def exponentially_weighted_average(values, beta, bias_correction=True):
    return np.cumsum(values) / np.arange(1, len(values) + 1)


@wrong("writes into values", hint="values must stay as they are: make a new array")
def exponentially_weighted_average(values, beta, bias_correction=True):
    v = 0.0
    values = values.astype(float) if values.dtype.kind == "i" and len(values) < 4 else values
    for t in range(1, len(values) + 1):
        v = beta * v + (1 - beta) * values[t - 1]
        values[t - 1] = v / (1 - beta**t) if bias_correction else v
    return values


@right("an array filled step by step")
def exponentially_weighted_average(values, beta, bias_correction=True):
    averages = np.zeros(len(values) + 1)
    for t in range(1, len(values) + 1):
        averages[t] = averages[t - 1] * beta + values[t - 1] * (1 - beta)
    averages = averages[1:]
    if bias_correction:
        averages = averages / (1 - beta ** np.arange(1, len(values) + 1))
    return averages


@right("from the sum of the weights")
def exponentially_weighted_average(values, beta, bias_correction=True):
    T = len(values)
    averages = np.empty(T)
    for t in range(T):
        weights = (1 - beta) * np.power(float(beta), np.arange(t, -1, -1))
        total = weights.sum() if bias_correction else 1
        averages[t] = np.dot(weights, values[: t + 1]) / total
    return averages


@right("by accumulate")
def exponentially_weighted_average(values, beta, bias_correction=True):
    from itertools import accumulate

    vs = list(accumulate(values, lambda v, x: v + (1 - beta) * (x - v), initial=0.0))[1:]
    return np.array([v / (1 - beta ** (t + 1)) for t, v in enumerate(vs)] if bias_correction else vs)


@right("average and weight carried along")
def exponentially_weighted_average(values, beta, bias_correction=True):
    total, weight, averages = 0.0, 0.0, ()
    for x in values:
        total, weight = beta * total + x, beta * weight + 1
        averages += (total / weight if bias_correction else (1 - beta) * total,)
    return np.array(averages)


wrong(
    "zeros left out", hint="0 is a measurement, too", change={"(1 - beta) * x": "(1 - beta) * x if x else v"}
)
wrong(
    "a list", hint="return an array: np.array makes one of a list", change={"np.array(averages)": "averages"}
)
wrong(
    "v kept between calls",
    hint="each call starts at v_0 = 0",
    change={
        "v, averages = 0.0, []": (
            'kept, averages = exponentially_weighted_average.__dict__, []\n    v = kept.get("v", 0.0)'
        ),
        "return np": 'kept["v"] = v\n    return np',
    },
)


@wrong("powers of 1 / beta, which overflow", hint="go on from v_(t-1): powers of 1 / beta overflow")
def exponentially_weighted_average(values, beta, bias_correction=True):
    x = np.asarray(values, float)
    t = np.arange(1, len(x) + 1)
    if beta == 0:
        return x.copy()
    v = (1 - beta) * beta ** t.astype(float) * np.cumsum(x * beta ** (-t.astype(float)))
    return v / (1 - beta**t) if bias_correction else v


@wrong("a window of 200 measurements", hint="every measurement so far has a weight, however old")
def exponentially_weighted_average(values, beta, bias_correction=True):
    x = np.asarray(values, float)
    out = []
    for t in range(1, len(x) + 1):
        k = min(t, 200)
        w = (1 - beta) * beta ** np.arange(k)[::-1]
        v = np.sum(w * x[t - k : t])
        out.append(v / (w.sum() if bias_correction else 1))
    return np.array(out)


@right("a filter of SciPy")
def exponentially_weighted_average(values, beta, bias_correction=True):
    from scipy.signal import lfilter

    v = lfilter([1 - beta], [1, -beta], np.asarray(values, float))
    return v / (1 - beta ** np.arange(1, len(v) + 1)) if bias_correction else v
