"""Wrong and unusual solutions of the exercises in source/week3/hyperparameter_search.ipynb."""

import numpy as np

from autograder.variants import right, wrong

# ── sample_learning_rate ─────────────────────────────────────────────────────────────────────────


@wrong("uniform", hint="draw the exponent uniformly, not the rate")
def sample_learning_rate(low, high, rng):
    return rng.uniform(low, high)


@wrong("exp of an exponent to base 10", hint="exp goes with log, and 10 ** with log10")
def sample_learning_rate(low, high, rng):
    return np.exp(rng.uniform(np.log10(low), np.log10(high)))


@wrong("10 to the power of a natural logarithm", hint="10 ** goes with log10, and exp with log")
def sample_learning_rate(low, high, rng):
    return 10 ** rng.uniform(np.log(low), np.log(high))


@wrong("exponents in the wrong order", hint="rng.uniform(a, b) wants a <= b")
def sample_learning_rate(low, high, rng):
    return 10 ** rng.uniform(np.log10(high), np.log10(low))


@wrong("negated exponents, as for the range from 1 to 1 / low", hint="10 ** -u is 1 / 10 ** u")
def sample_learning_rate(low, high, rng):
    return 10 ** -rng.uniform(np.log10(low), np.log10(high))


@wrong("normal exponents", hint="the exponent is uniform, not normal")
def sample_learning_rate(low, high, rng):
    a, b = np.log10(low), np.log10(high)
    while True:
        u = rng.normal((a + b) / 2, (b - a) / 4)
        if a <= u <= b:
            return 10**u


@wrong("normal exponents, cut off at the ends", hint="the exponent is uniform, not normal")
def sample_learning_rate(low, high, rng):
    a, b = np.log10(low), np.log10(high)
    return 10 ** float(np.clip(rng.normal((a + b) / 2, (b - a) / 4), a, b))


@wrong("whole exponents", hint="the exponent may be any real number")
def sample_learning_rate(low, high, rng):
    return 10.0 ** rng.integers(np.floor(np.log10(low)), np.ceil(np.log10(high)) + 1)


@wrong("a choice from a list of rates", hint="any number of the range should be possible")
def sample_learning_rate(low, high, rng):
    return rng.choice(np.geomspace(low, high, 100))


@wrong("a whole exponent times a uniform number", hint="within a decade, too, the exponent is uniform")
def sample_learning_rate(low, high, rng):
    decades = np.log10(high / low)
    if decades < 1:
        return rng.uniform(low, high)
    return low * 10.0 ** rng.integers(0, int(decades)) * rng.uniform(1, 10)


@wrong("returns the exponent", hint="return 10 to the power of the exponent")
def sample_learning_rate(low, high, rng):
    return rng.uniform(np.log10(low), np.log10(high))


@wrong("low and high taken for exponents", hint="draw between the logarithms of low and high")
def sample_learning_rate(low, high, rng):
    return 10 ** rng.uniform(low, high)


@wrong("exponents from -4 to 0, whatever low and high are", hint="use low and high")
def sample_learning_rate(low, high, rng):
    return 10 ** rng.uniform(-4, 0)


@wrong("ends rounded to whole exponents", hint="use low and high as they are")
def sample_learning_rate(low, high, rng):
    return 10 ** rng.uniform(np.floor(np.log10(low)), np.ceil(np.log10(high)))


@wrong("ends rounded, then cut off", hint="use low and high as they are; no clipping")
def sample_learning_rate(low, high, rng):
    rate = 10 ** rng.uniform(np.floor(np.log10(low)), np.ceil(np.log10(high)))
    return float(np.clip(rate, low, high))


@wrong("1 / rate uniform", hint="draw the exponent uniformly, not 1 / rate")
def sample_learning_rate(low, high, rng):
    return 1 / rng.uniform(1 / high, 1 / low)


@wrong("rounded", hint="any number of the range should be possible")
def sample_learning_rate(low, high, rng):
    return max(low, round(float(10 ** rng.uniform(np.log10(low), np.log10(high))), 3))


@wrong("rng ignored", hint="draw from rng")
def sample_learning_rate(low, high, rng):
    return 10 ** np.random.uniform(np.log10(low), np.log10(high))


@wrong("a seed inside", hint="set no seed: draw from rng")
def sample_learning_rate(low, high, rng):
    rng = np.random.default_rng(0)
    return 10 ** rng.uniform(np.log10(low), np.log10(high))


@wrong("an array of one draw", hint="one number: leave out size")
def sample_learning_rate(low, high, rng):
    return 10 ** rng.uniform(np.log10(low), np.log10(high), size=1)


@wrong("prints, but returns nothing", hint="end with a return")
def sample_learning_rate(low, high, rng):
    10 ** rng.uniform(np.log10(low), np.log10(high))


@right("natural logarithm and exponential, as a Python float")
def sample_learning_rate(low, high, rng):
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


@right("low times a random power of the ratio")
def sample_learning_rate(low, high, rng):
    return low * (high / low) ** rng.random()


@right("from the top down, math module, zero-dimensional array")
def sample_learning_rate(low, high, rng):
    import math

    top, bottom = math.log2(high), math.log2(low)
    return np.array(2.0 ** (top - rng.random() * (top - bottom)))


@right("float32, from a helper function")
def sample_learning_rate(low, high, rng):
    def exponent(x):
        return np.log10(np.float64(x))

    r = np.float32(10 ** (exponent(low) + rng.uniform(0, exponent(high) - exponent(low))))
    return r


@right("geomspace between the ends, at a random place")
def sample_learning_rate(low, high, rng):
    t = rng.beta(1, 1)
    return low ** (1 - t) * high**t


@wrong("a little of the low end left out", hint="never comes near the end of the range")
def sample_learning_rate(low, high, rng):
    a, b = np.log10(low), np.log10(high)
    return 10 ** rng.uniform(a + 0.02 * (b - a), b)


@wrong("uniform where the range is narrow", hint="should be below so much in so many calls")
def sample_learning_rate(low, high, rng):
    if high / low < 3:
        return rng.uniform(low, high)
    return 10 ** rng.uniform(np.log10(low), np.log10(high))


@wrong("from 1e-5 to 1, whatever low and high are", hint="use low and high: 1e-5 is below low")
def sample_learning_rate(low, high, rng):
    return 10 ** rng.uniform(-5, 0)


@wrong(
    "5 significant digits", hint="draw a real number: no list, no rounding, no clipping, no whole exponent"
)
def sample_learning_rate(low, high, rng):
    return float(f"{10 ** rng.uniform(np.log10(low), np.log10(high)):.5g}")


@wrong(
    "6 significant digits", hint="draw a real number: no list, no rounding, no clipping, no whole exponent"
)
def sample_learning_rate(low, high, rng):
    return float(f"{10 ** rng.uniform(np.log10(low), np.log10(high)):.6g}")


@wrong("ends cut by a hundredth", hint="never comes near 0.02.")
def sample_learning_rate(low, high, rng):
    return 10 ** (np.log10(low) + (np.log10(high) - np.log10(low)) * (0.01 + 0.98 * rng.random()))


@right("float32")
def sample_learning_rate(low, high, rng):
    return np.float32(10 ** rng.uniform(np.log10(low), np.log10(high)))


@right("powers of the quotient")
def sample_learning_rate(low, high, rng):
    return low * (high / low) ** rng.random()


@right("base 2")
def sample_learning_rate(low, high, rng):
    return 2.0 ** (np.log2(high) + (np.log2(low) - np.log2(high)) * rng.random())


# ── sample_beta ──────────────────────────────────────────────────────────────────────────────────


@wrong("uniform", hint="draw the exponent of 1 - beta, not beta")
def sample_beta(low, high, rng):
    return rng.uniform(low, high)


@wrong("log-uniform in beta itself", hint="draw the exponent of 1 - beta, not of beta")
def sample_beta(low, high, rng):
    low = max(low, 1e-3)
    return 10 ** rng.uniform(np.log10(low), np.log10(high))


@wrong("returns 1 - beta", hint="beta is 1 minus the number drawn")
def sample_beta(low, high, rng):
    return 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))


@wrong("exponents of low and high", hint="the ends of 1 - beta are 1 - high and 1 - low")
def sample_beta(low, high, rng):
    return 1 - 10 ** rng.uniform(np.log10(max(low, 1e-3)), np.log10(high))


@wrong("exponents in the wrong order", hint="the largest beta has the smallest 1 - beta")
def sample_beta(low, high, rng):
    return 1 - 10 ** rng.uniform(np.log10(1 - low), np.log10(1 - high))


@wrong("10 to the power of a natural logarithm", hint="10 ** goes with log10")
def sample_beta(low, high, rng):
    return 1 - 10 ** rng.uniform(np.log(1 - high), np.log(1 - low))


@wrong("exp of an exponent to base 10", hint="exp goes with log")
def sample_beta(low, high, rng):
    return 1 - np.exp(rng.uniform(np.log10(1 - high), np.log10(1 - low)))


@wrong("whole exponents", hint="the exponent may be any real number")
def sample_beta(low, high, rng):
    a, b = np.floor(np.log10(1 - high)), np.ceil(np.log10(1 - low))
    return float(np.clip(1 - 10.0 ** rng.integers(a, b + 1), low, high))


@wrong("window uniform", hint="draw the exponent, not the window")
def sample_beta(low, high, rng):
    return 1 - 1 / rng.uniform(1 / (1 - low), 1 / (1 - high))


@wrong("normal exponents, cut off at the ends", hint="the exponent is uniform, not normal")
def sample_beta(low, high, rng):
    a, b = np.log10(1 - high), np.log10(1 - low)
    return 1 - 10 ** float(np.clip(rng.normal((a + b) / 2, (b - a) / 4), a, b))


@wrong("a whole exponent times a uniform number", hint="within a decade, too, the exponent is uniform")
def sample_beta(low, high, rng):
    decades = np.log10((1 - low) / (1 - high))
    if decades < 1.999:
        return rng.uniform(low, high)
    return 1 - (1 - low) * 10.0 ** -rng.integers(0, round(decades)) * rng.uniform(0.1, 1)


@wrong("from 0.9 to 0.999, whatever low and high are", hint="use low and high")
def sample_beta(low, high, rng):
    return 1 - 10 ** rng.uniform(-3, -1)


@wrong("rounded to three digits", hint="any number of the range should be possible")
def sample_beta(low, high, rng):
    return round(float(1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))), 3)


@wrong("rng ignored", hint="draw from rng")
def sample_beta(low, high, rng):
    return 1 - 10 ** np.random.uniform(np.log10(1 - high), np.log10(1 - low))


@wrong("a seed inside", hint="set no seed: draw from rng")
def sample_beta(low, high, rng):
    np.random.seed(1)
    return 1 - 10 ** np.random.uniform(np.log10(1 - high), np.log10(1 - low))


@wrong("a list of one draw", hint="one number, not a list")
def sample_beta(low, high, rng):
    return [1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))]


@right("natural logarithm")
def sample_beta(low, high, rng):
    return float(1 - np.exp(rng.uniform(np.log(1 - high), np.log(1 - low))))


@right("a random power of the ratio, from the low end")
def sample_beta(low, high, rng):
    return 1 - (1 - low) * ((1 - high) / (1 - low)) ** rng.random()


@right("expm1 and log1p, as a zero-dimensional array")
def sample_beta(low, high, rng):
    ends = np.log1p([-high, -low])
    return np.array(-np.expm1(ends[0] + (ends[1] - ends[0]) * rng.random()))


@right("the window log-uniform, in float32")
def sample_beta(low, high, rng):
    windows = 1 / (1 - np.array([low, high]))
    window = 2.0 ** rng.uniform(*np.log2(windows))
    return np.float32(1 - 1 / window)


@wrong("uniform where low is small", hint="should be below so much in so many calls")
def sample_beta(low, high, rng):
    if low < 0.5:
        return rng.uniform(low, high)
    return 1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low))


@wrong("float16", hint="float16 has three digits: return a float")
def sample_beta(low, high, rng):
    return np.float16(1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low)))


@wrong("low of 0 taken for 0.5", hint="should be below 0.5039 in 30% of all calls.")
def sample_beta(low, high, rng):
    return 1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - (low or 0.5)))


@wrong("rounded to 4 digits", hint="draw a real number: no list, no rounding, no clipping, no whole exponent")
def sample_beta(low, high, rng):
    return round(1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low)), 4)


@right("float32")
def sample_beta(low, high, rng):
    return np.float32(1 - 10 ** rng.uniform(np.log10(1 - high), np.log10(1 - low)))


@right("log1p and expm1")
def sample_beta(low, high, rng):
    return -np.expm1(rng.uniform(np.log1p(-high), np.log1p(-low)))


# ── sample_units ─────────────────────────────────────────────────────────────────────────────────


@wrong("high left out", hint="integers(low, high) leaves high out: high itself must be possible")
def sample_units(low, high, rng):
    return rng.integers(low, max(high, low + 1))


@wrong("beyond high", hint="high is the largest number that may come up")
def sample_units(low, high, rng):
    return rng.integers(low, high + 2)


@wrong("from low - 1", hint="low is the smallest number that may come up")
def sample_units(low, high, rng):
    return rng.integers(low - 1, high + 1)


@wrong("low left out", hint="low itself must be possible")
def sample_units(low, high, rng):
    return rng.integers(min(low + 1, high), high + 1)


@wrong("a rounded uniform number", hint="rounding gives both ends half a share")
def sample_units(low, high, rng):
    return round(rng.uniform(low, high))


@wrong("a uniform number cut off", hint="int() cuts off: high never comes up")
def sample_units(low, high, rng):
    return int(rng.uniform(low, high))


@wrong("a whole number as a float", hint="a float cannot be a shape: return an integer")
def sample_units(low, high, rng):
    return np.floor(rng.uniform(low, high + 1))


@wrong("not whole", hint="return an integer")
def sample_units(low, high, rng):
    return rng.uniform(low, high)


@wrong("log-uniform, cut off", hint="draw the number itself, not its logarithm")
def sample_units(low, high, rng):
    return int(np.exp(rng.uniform(np.log(low), np.log(high + 1))))


@wrong("log-uniform, rounded", hint="draw the number itself, not its logarithm")
def sample_units(low, high, rng):
    return round(np.exp(rng.uniform(np.log(low), np.log(high))))


@wrong("powers of two", hint="every whole number of the range is equally likely")
def sample_units(low, high, rng):
    powers = [2**k for k in range(20) if low <= 2**k <= high] or [low]
    return int(rng.choice(powers))


@wrong("a seed inside", hint="set no seed: draw from rng")
def sample_units(low, high, rng):
    return np.random.default_rng(7).integers(low, high + 1)


@wrong("rng ignored", hint="draw from rng")
def sample_units(low, high, rng):
    return np.random.randint(low, high + 1)


@wrong("Python's own generator", hint="draw from rng")
def sample_units(low, high, rng):
    import random

    return random.randint(low, high)


@wrong("an array of one draw", hint="one number: leave out size")
def sample_units(low, high, rng):
    return rng.integers(low, high + 1, 1)


@wrong("as a text", hint="return an integer")
def sample_units(low, high, rng):
    return str(rng.integers(low, high + 1))


@wrong("from 1 on, whatever low is", hint="use low and high")
def sample_units(low, high, rng):
    return rng.integers(1, high + 1)


@right("endpoint=True, as a Python int")
def sample_units(low, high, rng):
    return int(rng.integers(low, high, endpoint=True))


@right("a choice from a range")
def sample_units(low, high, rng):
    return rng.choice(np.arange(low, high + 1))


@right("cut off from a uniform number, one wider")
def sample_units(low, high, rng):
    import math

    return low + math.floor(rng.random() * (high - low + 1))


@right("the first of a permutation, in 16 bits, zero-dimensional")
def sample_units(low, high, rng):
    if high - low > 1000:
        return np.asarray(rng.integers(low, high + 1))
    return np.asarray(rng.permutation(np.arange(low, high + 1, dtype=np.int16))[0])


@wrong("steps of 4 in a wide range", hint="should be able to draw every number of the range")
def sample_units(low, high, rng):
    return rng.integers(low, high + 1) if high - low < 8 else rng.choice(np.arange(low, high + 1, 4))


@wrong("rounded in a wide range", hint="should draw each number in an equal share of all calls")
def sample_units(low, high, rng):
    return rng.integers(low, high + 1) if high - low < 8 else round(rng.uniform(low, high))


@wrong("high left out in wide ranges", hint="low and high may come up, too, and everything between them")
def sample_units(low, high, rng):
    return rng.integers(low, high + (high - low < 50))


@wrong("even numbers in wide ranges", hint="leaves the range from 1 to 100.")
def sample_units(low, high, rng):
    return rng.integers(low, high + 1) // 2 * 2 if high - low > 50 else rng.integers(low, high + 1)


@wrong("powers of 2 in wide ranges", hint="draw the number itself, all equally likely")
def sample_units(low, high, rng):
    return (
        int(2 ** rng.uniform(np.log2(low), np.log2(high + 1)))
        if high > 8 * low
        else rng.integers(low, high + 1)
    )


@wrong("the remainder of a byte", hint="draw the number itself, all equally likely")
def sample_units(low, high, rng):
    return low + int(rng.integers(256)) % (high - low + 1)


@wrong("equal ends taken for a range of two", hint="leaves the range from 5 to 5.")
def sample_units(low, high, rng):
    return rng.integers(low, max(high, low + 1) + 1)


@right("endpoint")
def sample_units(low, high, rng):
    return rng.integers(low, high, endpoint=True)


@right("ten thousand steps")
def sample_units(low, high, rng):
    return low + int(rng.random() * 10000) * (high - low + 1) // 10000


# ── grid_search ──────────────────────────────────────────────────────────────────────────────────


@wrong("lists walked side by side", hint="every value of one with every value of the other")
def grid_search(objective, grid):
    history = []
    for values in zip(*grid.values(), strict=False):
        settings = dict(zip(grid, values, strict=True))
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("one name at a time", hint="all combinations, not one name at a time")
def grid_search(objective, grid):
    chosen, history = {name: values[0] for name, values in grid.items()}, []
    for name, values in grid.items():
        for value in values:
            settings = {**chosen, name: value}
            history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("NaN is the best, by argmin", hint="NaN is never the best")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    return history[np.argmin([loss for _, loss in history])][0], history


@wrong("NaN is the best, if it comes first", hint="NaN is never the best")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    return min(history, key=lambda pair: pair[1])[0], history


@wrong("largest loss", hint="lower is better")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    return history[np.nanargmax([loss for _, loss in history])][0], history


@wrong("the last that was tried", hint="best has the lowest loss")
def grid_search(objective, grid):
    from itertools import product

    history = []
    for values in product(*grid.values()):
        best = dict(zip(grid, values, strict=True))
        history.append((best, objective(best)))
    return best, history


@wrong("lowest loss in place of the settings", hint="best is the settings, not their loss")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    return np.nanmin([loss for _, loss in history]), history


@wrong("settings and loss as best", hint="best is the settings alone")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    return history[np.nanargmin([loss for _, loss in history])], history


@wrong("no history", hint="return best and history")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    return every[np.nanargmin([objective(settings) for settings in every])]


@wrong("history first", hint="best comes first, then history")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    return history, history[np.nanargmin([loss for _, loss in history])][0]


@wrong("history of losses alone", hint="history is a list of (settings, loss)")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    losses = [objective(settings) for settings in every]
    return every[np.nanargmin(losses)], losses


@wrong("history without NaN", hint="keep every trial, NaN as well")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    history = [pair for pair in history if not np.isnan(pair[1])]
    return history[np.argmin([loss for _, loss in history])][0], history


@wrong("history of improvements", hint="keep every trial")
def grid_search(objective, grid):
    from itertools import product

    history, lowest = [], np.inf
    for values in product(*grid.values()):
        settings = dict(zip(grid, values, strict=True))
        loss = objective(settings)
        if loss < lowest:
            lowest, best = loss, settings
            history.append((settings, loss))
    return best, history


@wrong("one dict for all trials", hint="make a new dict for each trial")
def grid_search(objective, grid):
    from itertools import product

    history, settings, lowest, best = [], {}, np.inf, None
    for values in product(*grid.values()):
        settings.update(zip(grid, values, strict=True))
        loss = objective(settings)
        history.append((settings, loss))
        if loss < lowest:
            lowest, best = loss, dict(settings)
    return best, history


@wrong("best is the dict that goes on changing", hint="copy the best settings")
def grid_search(objective, grid):
    from itertools import product

    history, settings, lowest, best = [], {}, np.inf, None
    for values in product(*grid.values()):
        settings.update(zip(grid, values, strict=True))
        loss = objective(settings)
        history.append((dict(settings), loss))
        if loss < lowest:
            lowest, best = loss, settings
    return best, history


@wrong("last value of each list missing", hint="range(len(values) - 1) leaves out the last value")
def grid_search(objective, grid):
    from itertools import product

    lists = [values[:-1] if len(values) > 1 else values for values in grid.values()]
    every = [dict(zip(grid, values, strict=True)) for values in product(*lists)]
    history = [(settings, objective(settings)) for settings in every]
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("two names, no more and no fewer", hint="there may be any number of names")
def grid_search(objective, grid):
    one, two = grid
    history = []
    for a in grid[one]:
        for b in grid[two]:
            settings = {one: a, two: b}
            history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("evaluates each combination twice", hint="call objective once, and keep its loss")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    best = every[np.nanargmin([objective(settings) for settings in every])]
    return best, [(settings, objective(settings)) for settings in every]


@wrong("settings as keyword arguments", hint="objective takes one dict")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(**settings)) for settings in every]
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("values without names", hint="settings is a dict")
def grid_search(objective, grid):
    from itertools import product

    history = [(values, objective(values)) for values in product(*grid.values())]
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("the lowest loss starts at 100", hint="start from infinity: losses may be larger")
def grid_search(objective, grid):
    from itertools import product

    history, lowest, best = [], 100, {}
    for values in product(*grid.values()):
        settings = dict(zip(grid, values, strict=True))
        loss = objective(settings)
        history.append((settings, loss))
        if loss < lowest:
            lowest, best = loss, settings
    return best, history


@wrong("smallest absolute value of the loss", hint="losses may be negative: lower is better")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    return history[np.nanargmin([abs(loss) for _, loss in history])][0], history


@wrong("empties the grid", hint="the caller needs the grid: do not change it")
def grid_search(objective, grid):
    every = [{}]
    while grid:
        name, values = grid.popitem()
        every = [{**settings, name: value} for settings in every for value in values]
    history = [(settings, objective(settings)) for settings in every]
    return history[np.nanargmin([loss for _, loss in history])][0], history


@right("recursion, names in reverse")
def grid_search(objective, grid):
    history = []

    def descend(settings, names):
        if names:
            for value in grid[names[-1]]:
                descend({**settings, names[-1]: value}, names[:-1])
        else:
            history.append([settings, objective(settings)])

    descend({}, list(grid))
    finite = [entry for entry in history if entry[1] == entry[1]]
    return [min(finite, key=lambda entry: entry[1])[0], history]


@right("all combinations by their number, tried last to first")
def grid_search(objective, grid):
    shape = tuple(len(values) for values in grid.values())
    best, lowest, history = None, np.inf, []
    for number in range(int(np.prod(shape)) - 1, -1, -1):
        index = np.unravel_index(number, shape)
        settings = {name: values[i] for (name, values), i in zip(grid.items(), index, strict=True)}
        loss = objective(settings)
        history.append((settings, loss))
        if loss < lowest:
            best, lowest = settings, loss
    return dict(best), tuple(history)


@right("history sorted by loss, NaN last")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, float(objective(settings))) for settings in every]
    history.sort(key=lambda pair: (np.isnan(pair[1]), pair[1]))
    return history[0][0], history


@right("one dict, copied, with NaN as infinity")
def grid_search(objective, grid):
    from itertools import product

    settings, every, losses = {}, [], []
    for values in product(*reversed(grid.values())):
        for name, value in zip(reversed(grid), values, strict=True):
            settings[name] = value
        losses.append(objective(settings.copy()))
        every.append(settings.copy())
    best = every[int(np.argmin(np.where(np.isnan(losses), np.inf, losses)))]
    return best, list(zip(every, losses, strict=True))


@wrong("history keyed by the loss", hint="keep equal losses as well")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    table = {objective(settings): settings for settings in every}
    lowest = np.nanmin(list(table))
    return table[lowest], [(settings, loss) for loss, settings in table.items()]


@wrong("pairs compared, so that equal losses compare dicts", hint="compare the losses alone")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    return min((loss, settings) for settings, loss in history if loss == loss)[1], history


@wrong("a best loss of 0 taken for none", hint="the lowest loss may be 0")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history, lowest, best = [], None, None
    for settings in every:
        loss = objective(settings)
        history.append((settings, loss))
        if loss < (lowest or np.inf):
            lowest, best = loss, settings
    return best, history


@wrong("values turned into floats", hint="hand each value over as it stands in its list")
def grid_search(objective, grid):
    from itertools import product

    def number(value):
        return float(value) if isinstance(value, (int, float)) else value

    lists = [[number(value) for value in values] for values in grid.values()]
    every = [dict(zip(grid, values, strict=True)) for values in product(*lists)]
    history = [(settings, objective(settings)) for settings in every]
    return history[np.nanargmin([loss for _, loss in history])][0], history


@right("columns of NumPy's numbers and objects")
def grid_search(objective, grid):
    columns = []
    for values in grid.values():
        numbers = all(type(value) in (int, float) for value in values)
        column = np.array(values) if numbers else np.fromiter(values, object, len(values))
        columns.append(column)
    index = np.meshgrid(*[np.arange(len(column)) for column in columns])
    every = zip(*[column[i.ravel()] for column, i in zip(columns, index, strict=True)], strict=True)
    every = [dict(zip(grid, values, strict=True)) for values in every]
    history = [(settings, objective(settings)) for settings in every]
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("the index 0 taken for none", hint="the first may be the best: `not 0` is true; compare with None")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (not best or loss < losses[best]):
            best = i
    return history[best][0], history


@wrong(
    "a loss of 0 taken for none", hint="the lowest loss: it may be negative, 0, or very large; no rounding"
)
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (best is None or not losses[best] or loss < losses[best]):
            best = i
    return history[best][0], history


@wrong("the first is never the best", hint="the first may be the best: `not 0` is true; compare with None")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses[1:] or losses, start=len(losses) > 1):
        if not np.isnan(loss) and (best is None or loss < losses[best]):
            best = i
    if best is None:
        best = 0
    return history[best][0], history


@wrong(
    "the last is never the best", hint="the lowest loss: it may be negative, 0, or very large; no rounding"
)
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses[:-1] or losses):
        if not np.isnan(loss) and (best is None or loss < losses[best]):
            best = i
    if best is None:
        best = len(losses) - 1
    return history[best][0], history


@wrong(
    "losses compared after rounding to 2 digits, the last of equal ones",
    hint="the lowest loss: it may be negative, 0, or very large; no rounding",
)
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (best is None or round(loss, 2) <= round(losses[best], 2)):
            best = i
    return history[best][0], history


@wrong(
    "losses compared after rounding to 4 digits",
    hint="the lowest loss: it may be negative, 0, or very large; no rounding",
)
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (best is None or round(loss, 4) < round(losses[best], 4)):
            best = i
    return history[best][0], history


@wrong(
    "losses compared after rounding to 5 digits, the last of equal ones",
    hint="the lowest loss: it may be negative, 0, or very large; no rounding",
)
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (best is None or round(loss, 5) <= round(losses[best], 5)):
            best = i
    return history[best][0], history


@wrong(
    "starts from a loss of 1e18", hint="the lowest loss: it may be negative, 0, or very large; no rounding"
)
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    history = [(settings, objective(settings)) for settings in every]
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (loss < 1e18 and best is None or best is not None and loss < losses[best]):
            best = i
    best = best or 0
    return history[best][0], history


@wrong("0 left out", hint="every combination, each value as it is: 0, None and False, too")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    every = [
        s for s in every if all(not isinstance(v, (int, float)) or v or v is False for v in s.values())
    ] or every
    history = [(settings, objective(settings)) for settings in every]
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (best is None or loss < losses[best]):
            best = i
    return history[best][0], history


@wrong(
    "values through a NumPy array",
    hint="the values are right, their types are not: pass each on as it was given; an array changes it",
)
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in np.array(list(product(*grid.values())))]
    history = [(settings, objective(settings)) for settings in every]
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (best is None or loss < losses[best]):
            best = i
    return history[best][0], history


@wrong(
    "values through meshgrid",
    hint="the values are right, their types are not: pass each on as it was given; an array changes it",
)
def grid_search(objective, grid):

    every = [
        dict(zip(grid, values, strict=True))
        for values in np.array(np.meshgrid(*grid.values())).T.reshape(-1, len(grid))
    ]
    history = [(settings, objective(settings)) for settings in every]
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (best is None or loss < losses[best]):
            best = i
    return history[best][0], history


@right("recursion, the last of equal ones")
def grid_search(objective, grid):
    history = []

    def walk(names, settings):
        if not names:
            history.append((settings, objective(dict(settings))))
            return
        for value in grid[names[0]]:
            walk(names[1:], {**settings, names[0]: value})

    walk(list(grid), {})
    best, lowest = None, None
    for settings, loss in reversed(history):
        if loss == loss and (lowest is None or loss < lowest):
            best, lowest = settings, loss
    return best, history


@right("NumPy integers of the index, values from the lists")
def grid_search(objective, grid):
    names, history = list(grid), []
    for index in np.ndindex(*[len(grid[name]) for name in names]):
        settings = {name: grid[name][i] for name, i in zip(names, index, strict=False)}
        history.append([settings, objective(settings)])
    table = np.array([loss for _, loss in history], dtype=float)
    table[np.isnan(table)] = np.inf
    return history[int(np.argmin(table))][0], history


@right("min over pairs, NaN sorted last")
def grid_search(objective, grid):
    from itertools import product

    history = [(s, objective(s)) for s in (dict(zip(grid, v, strict=False)) for v in product(*grid.values()))]
    return min(history, key=lambda pair: (pair[1] != pair[1], pair[1]))[0], history


# ── random_search ────────────────────────────────────────────────────────────────────────────────


@wrong("one draw for all trials", hint="draw anew for every trial")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    settings = {name: sampler(rng) for name, sampler in space.items()}
    history = [(dict(settings), objective(settings)) for _ in range(num_trials)]
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("no error without trials", hint="raise a ValueError for num_trials below 1")
def random_search(objective, space, num_trials, rng):
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    if not history:
        return None, []
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("an error for 0 alone", hint="raise a ValueError for negative numbers, too")
def random_search(objective, space, num_trials, rng):
    if num_trials == 0:
        raise ValueError("num_trials")
    history = []
    for _ in range(abs(num_trials)):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("raises another error", hint="raise a ValueError")
def random_search(objective, space, num_trials, rng):
    assert num_trials >= 1
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("one trial too many", hint="num_trials trials, not one more")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials + 1):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("one trial too few", hint="num_trials trials")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(1, num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("the best evaluated once more", hint="num_trials calls of objective, no more")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    best = history[np.nanargmin([loss for _, loss in history])][0]
    history.append((best, objective(best)))
    return best, history


@wrong("NaN is the best, by argmin", hint="NaN is never the best")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.argmin([loss for _, loss in history])][0], history


@wrong("NaN is the best, if it comes first", hint="NaN is never the best")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    best, lowest = history[0]
    for settings, loss in history[1:]:
        if loss < lowest:
            best, lowest = settings, loss
    return best, history


@wrong("sorted, with NaN in between", hint="NaN is never the best, and spoils an order")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return sorted(history, key=lambda pair: pair[1])[0][0], history


@wrong("largest loss", hint="lower is better")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmax([loss for _, loss in history])][0], history


@wrong("the last that was tried", hint="best has the lowest loss")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return settings, history


@wrong("lowest loss in place of the settings", hint="best is the settings, not their loss")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return min(loss for _, loss in history if loss == loss), history


@wrong("another generator", hint="hand rng to the samplers")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    rng, history = np.random.default_rng(), []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("a seed for each trial", hint="hand rng itself to the samplers: no seeds")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for trial in range(num_trials):
        own = np.random.default_rng(trial)
        settings = {name: sampler(own) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("the same seed for every trial", hint="hand rng itself to the samplers: no seeds")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    seed, history = int(rng.integers(10**6)), []
    for _ in range(num_trials):
        own = np.random.default_rng(seed)
        settings = {name: sampler(own) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("a copy of rng for each name", hint="hand rng itself to the samplers: no copies")
def random_search(objective, space, num_trials, rng):
    import copy

    if num_trials < 1:
        raise ValueError("num_trials")
    generators, history = {name: copy.deepcopy(rng) for name in space}, []
    for _ in range(num_trials):
        settings = {name: sampler(generators[name]) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("samplers not called", hint="call each sampler with rng")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = [(dict(space), objective(dict(space))) for _ in range(num_trials)]
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("samplers called without rng", hint="call each sampler with rng")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler() for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("draws put into space", hint="do not change space: its samplers are needed in every trial")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        for name in space:
            space[name] = space[name](rng)
        history.append((dict(space), objective(dict(space))))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("one dict for all trials", hint="make a new dict for each trial")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    settings, best, lowest, history = {}, None, np.inf, []
    for _ in range(num_trials):
        settings.update({name: sampler(rng) for name, sampler in space.items()})
        loss = objective(settings)
        history.append((settings, loss))
        if loss < lowest:
            best, lowest = dict(settings), loss
    return best, history


@wrong("history without NaN", hint="keep every trial, NaN as well")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        loss = objective(settings)
        if not np.isnan(loss):
            history.append((settings, loss))
    return min(history, key=lambda pair: pair[1])[0], history


@wrong("settings as keyword arguments", hint="objective takes one dict")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(**settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("always ten trials", hint="use num_trials")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(10):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("the lowest loss starts at 100", hint="start from infinity: losses may be larger")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    best, lowest, history = {}, 100, []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        loss = objective(settings)
        history.append((settings, loss))
        if loss < lowest:
            best, lowest = settings, loss
    return best, history


@right("all settings drawn first, name by name")
def random_search(objective, space, num_trials, rng):
    if num_trials <= 0:
        raise ValueError(f"num_trials is {num_trials}")
    columns = {name: [sampler(rng) for _ in range(num_trials)] for name, sampler in space.items()}
    every = [{name: column[i] for name, column in columns.items()} for i in range(num_trials)]
    losses = [objective(settings) for settings in every]
    return every[int(np.nanargmin(losses))], list(zip(every, losses, strict=True))


@right("keeps the best on the way, from infinity, and copies")
def random_search(objective, space, num_trials, rng):
    if not num_trials >= 1:
        raise ValueError("num_trials must be 1 or more")
    best, lowest, history = None, float("inf"), []
    for _ in range(num_trials):
        settings = {}
        for name in reversed(space):
            settings[name] = space[name](rng)
        loss = float(objective(settings))
        history.append([settings.copy(), loss])
        if loss < lowest:
            best, lowest = settings.copy(), loss
    return best, history


@right("a while loop and a helper function; history sorted, NaN last")
def random_search(objective, space, num_trials, rng):
    def trial():
        settings = {name: draw(rng) for name, draw in sorted(space.items())}
        return settings, objective(settings)

    if num_trials < 1:
        raise ValueError
    history = [trial()]
    while len(history) < num_trials:
        history.append(trial())
    order = np.argsort([loss for _, loss in history])
    history = [history[i] for i in order]
    return history[0][0], history


@right("an error class of its own, and a tuple as history")
def random_search(objective, space, num_trials, rng):
    class TooFew(ValueError):
        pass

    if num_trials < 1:
        raise TooFew("num_trials")
    history = ()
    for _ in range(num_trials):
        settings = dict((name, sampler(rng)) for name, sampler in space.items())
        history += ((settings, objective(settings)),)
    return min((pair for pair in history if not np.isnan(pair[1])), key=lambda pair: pair[1])[0], history


@wrong("a copy of rng for all trials", hint="hand rng itself to the samplers, no copy")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    import copy

    rng, history = copy.deepcopy(rng), []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("the same settings tried once only", hint="num_trials calls, even of equal settings")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        if all(settings != known for known, _ in history):
            history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("rng handed over by keyword", hint="call each sampler as sampler(rng)")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng=rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("stops when nothing was gained for ten trials", hint="num_trials trials, whatever the losses")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history, lowest, since = [], np.inf, 0
    while len(history) < num_trials and since < 10:
        settings = {name: sampler(rng) for name, sampler in space.items()}
        loss = objective(settings)
        history.append((settings, loss))
        lowest, since = (loss, 0) if loss < lowest else (lowest, since + 1)
    return history[np.nanargmin([loss for _, loss in history])][0], history


@wrong("the index 0 taken for none", hint="the first may be the best: `not 0` is true; compare with None")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (not best or loss < losses[best]):
            best = i
    return history[best][0], history


@wrong(
    "a loss of 0 taken for none", hint="the lowest loss: it may be negative, 0, or very large; no rounding"
)
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (best is None or not losses[best] or loss < losses[best]):
            best = i
    return history[best][0], history


@wrong("the first is never the best", hint="the first may be the best: `not 0` is true; compare with None")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses[1:] or losses, start=len(losses) > 1):
        if not np.isnan(loss) and (best is None or loss < losses[best]):
            best = i
    if best is None:
        best = 0
    return history[best][0], history


@wrong(
    "losses compared after rounding to 4 digits",
    hint="the lowest loss: it may be negative, 0, or very large; no rounding",
)
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (best is None or round(loss, 4) < round(losses[best], 4)):
            best = i
    return history[best][0], history


@wrong(
    "losses compared after rounding to 5 digits, the last of equal ones",
    hint="the lowest loss: it may be negative, 0, or very large; no rounding",
)
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (best is None or round(loss, 5) <= round(losses[best], 5)):
            best = i
    return history[best][0], history


@wrong(
    "starts from a loss of 1e18", hint="the lowest loss: it may be negative, 0, or very large; no rounding"
)
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        history.append((settings, objective(settings)))
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (loss < 1e18 and best is None or best is not None and loss < losses[best]):
            best = i
    best = best or 0
    return history[best][0], history


@wrong("falsy draws left out", hint="try equal settings again; 0 and None are values, too")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials")
    history = []
    for _ in range(num_trials):
        settings = {name: sampler(rng) for name, sampler in space.items()}
        settings = {name: value or space[name](rng) for name, value in settings.items()}
        history.append((settings, objective(settings)))
    losses, best = [loss for _, loss in history], None
    for i, loss in enumerate(losses):
        if not np.isnan(loss) and (best is None or loss < losses[best]):
            best = i
    return history[best][0], history


@right("a running best")
def random_search(objective, space, num_trials, rng):
    if num_trials < 1:
        raise ValueError("num_trials must be at least 1")
    best, lowest, history = None, None, []
    for _ in range(num_trials):
        settings = {}
        for name in space:
            settings[name] = space[name](rng)
        loss = objective(settings)
        history.append((dict(settings), loss))
        if not np.isnan(loss) and (lowest is None or loss < lowest):
            best, lowest = dict(settings), loss
    return best, history


@right("from the last trial to the first")
def random_search(objective, space, num_trials, rng):
    if not num_trials >= 1:
        raise ValueError
    trials = [{name: sampler(rng) for name, sampler in space.items()} for _ in range(num_trials)]
    history = [(trial, objective(trial)) for trial in trials]
    history.reverse()
    ranked = sorted(range(num_trials), key=lambda i: (np.isnan(history[i][1]), history[i][1]))
    return history[ranked[0]][0], history


# ── successive_halving ───────────────────────────────────────────────────────────────────────────


@wrong("keeps the worst", hint="lower is better")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        order = np.argsort(np.where(np.isnan(losses), -np.inf, losses))[::-1]
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("keeps the worst, NaN among them", hint="lower is better; NaN is worse than any number")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[::-1][: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("the same budget in every rung", hint="the next rung has eta times the budget")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, history = list(candidates), []
    while len(rung) > 1:
        losses = [objective(c, min_budget) for c in rung]
        history += [(c, min_budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
    return rung[0], history


@wrong("min_budget added in every rung", hint="eta times the budget: multiply")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        budget += min_budget
    return rung[0], history


@wrong("eta ignored", hint="use eta, for the candidates and for the budget")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // 2)]]
        budget *= 2
    return rung[0], history


@wrong("rounded up", hint="round down: n // eta stay")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: -(-len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("none may be left", hint="keep at least one")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: len(rung) // eta]]
        budget *= eta
    return rung[0], history


@wrong("the best evaluated once more", hint="the best is not evaluated again")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while True:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        if len(rung) == 1:
            return rung[0], history
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        budget *= eta


@wrong("NaN as minus infinity", hint="NaN is worse than any number")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        order = np.argsort(np.nan_to_num(losses, nan=-np.inf))
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("sorted by Python, NaN where it happens to be", hint="NaN spoils sorted(): put it last")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        order = sorted(range(len(rung)), key=lambda i: losses[i])
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("evaluated in the first rung alone", hint="those that stay are evaluated anew")
def successive_halving(objective, candidates, min_budget, eta=2):
    losses = [objective(c, min_budget) for c in candidates]
    history = [(c, min_budget, loss) for c, loss in zip(candidates, losses, strict=True)]
    return candidates[int(np.nanargmin(losses))], history


@wrong("a single cut", hint="go on until one is left")
def successive_halving(objective, candidates, min_budget, eta=2):
    losses = [objective(c, min_budget) for c in candidates]
    history = [(c, min_budget, loss) for c, loss in zip(candidates, losses, strict=True)]
    rung = [candidates[i] for i in np.argsort(losses)[: max(1, -(-len(candidates) // eta))]]
    losses = [objective(c, eta * min_budget) for c in rung]
    history += [(c, eta * min_budget, loss) for c, loss in zip(rung, losses, strict=True)]
    return rung[int(np.nanargmin(losses))], history


@wrong("all candidates in every rung", hint="evaluate only those that have stayed")
def successive_halving(objective, candidates, min_budget, eta=2):
    n, budget, history = len(candidates), min_budget, []
    best = candidates[0]
    while n > 1:
        losses = [objective(c, budget) for c in candidates]
        history += [(c, budget, loss) for c, loss in zip(candidates, losses, strict=True)]
        best, n, budget = candidates[int(np.nanargmin(losses))], n // eta, budget * eta
    return best, history


@wrong("first rung with eta times min_budget", hint="the first rung has min_budget")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        budget *= eta
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
    return rung[0], history


@wrong("the first half of the list stays", hint="keep by loss, not by place in the list")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = rung[: max(1, len(rung) // eta)]
        budget *= eta
    return rung[0], history


@wrong("lowest loss of all rungs", hint="the last rung decides")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        budget *= eta
    if not history:
        return rung[0], history
    return history[int(np.nanargmin([loss for _, _, loss in history]))][0], history


@wrong("the loss in place of the candidate", hint="best is the candidate, not its loss")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    losses = [0.0]
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        budget *= eta
    return float(np.nanmin(losses)), history


@wrong("a list of the one that is left", hint="best is the candidate itself, not a list")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung, history


@wrong("history of the last rung", hint="history holds every call of objective")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history = [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("history without the budget", hint="history is a list of (candidate, budget, loss)")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += list(zip(rung, losses, strict=True))
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("empties the list of candidates", hint="the caller needs the candidates: work on a copy")
def successive_halving(objective, candidates, min_budget, eta=2):
    budget, history = min_budget, []
    while len(candidates) > 1:
        losses = [objective(c, budget) for c in candidates]
        history += [(c, budget, loss) for c, loss in zip(candidates, losses, strict=True)]
        keep = np.argsort(losses)[: max(1, len(candidates) // eta)]
        candidates[:] = [candidates[i] for i in keep]
        budget *= eta
    return candidates[0], history


@wrong("candidates as keys of a dict", hint="a candidate may be a dict, which cannot be a key")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = {c: objective(c, budget) for c in rung}
        history += [(c, budget, loss) for c, loss in losses.items()]
        order = sorted(losses, key=lambda c: (np.isnan(losses[c]), losses[c]))
        rung = order[: max(1, len(rung) // eta)]
        budget *= eta
    return rung[0], history


@wrong("pairs sorted, so that equal losses compare candidates", hint="sort by the loss alone")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        losses = [np.inf if np.isnan(loss) else loss for loss in losses]
        order = sorted(zip(losses, rung, strict=True))
        rung = [c for _, c in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@right("recursion")
def successive_halving(objective, candidates, min_budget, eta=2):
    if len(candidates) == 1:
        return candidates[0], []
    scored = [(c, min_budget, objective(c, min_budget)) for c in candidates]
    ranked = sorted(scored, key=lambda entry: (np.isnan(entry[2]), entry[2]))
    kept = [entry[0] for entry in ranked[: max(1, len(candidates) // eta)]]
    best, later = successive_halving(objective, kept, min_budget * eta, eta)
    return best, scored + later


@right("drops the worst, one at a time; history as lists")
def successive_halving(objective, candidates, min_budget, eta=2):
    alive, rung, history = list(range(len(candidates))), 0, []
    while len(alive) > 1:
        budget, losses = min_budget * eta**rung, {}
        for i in alive:
            loss = objective(candidates[i], budget)
            history.append([candidates[i], budget, loss])
            losses[i] = float("inf") if loss != loss else loss
        target = len(alive) // eta or 1
        while len(alive) > target:
            alive.remove(max(alive, key=losses.get))
        rung += 1
    return candidates[alive[0]], history


@right("a loop over a fixed number of rungs, evaluated last to first")
def successive_halving(objective, candidates, min_budget, eta=2):
    numbers, history, budget = np.arange(len(candidates)), [], float(min_budget)
    for _ in range(100):
        if numbers.size == 1:
            break
        losses = np.full(len(candidates), np.inf)
        for i in numbers[::-1]:
            loss = objective(candidates[i], budget)
            history.insert(0, (candidates[i], budget, loss))
            losses[i] = np.inf if np.isnan(loss) else loss
        numbers = np.sort(numbers[np.argsort(losses[numbers])][: max(1, int(numbers.size / eta))])
        budget = budget * eta
    return candidates[numbers[0]], tuple(history)


@right("a heap; the history is a list made at the end")
def successive_halving(objective, candidates, min_budget, eta=2):
    import heapq

    entries, left, budget = [], list(enumerate(candidates)), min_budget
    while len(left) > 1:
        new = [(number, c, budget, objective(c, budget)) for number, c in left]
        entries.extend(new)
        finite = [(loss, number, c) for number, c, _, loss in new if not np.isnan(loss)]
        best = heapq.nsmallest(max(len(left) // eta, 1), finite, key=lambda entry: entry[:2])
        left, budget = [(number, c) for _, number, c in best], eta * budget
    return left[0][1], [entry[1:] for entry in entries]


@wrong("a budget that grows by steps, not by factors", hint="eta times the budget of the rung before")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history, number = list(candidates), min_budget, [], 0
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        number += 1
        budget = min_budget * eta * number
    return rung[0], history


@wrong("losses added up over the rungs", hint="the losses of this rung decide")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    sums = [0.0] * len(rung)
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        sums = [total + loss for total, loss in zip(sums, losses, strict=True)]
        order = np.argsort(sums)[: max(1, len(rung) // eta)]
        rung, sums = [rung[i] for i in order], [sums[i] for i in order]
        budget *= eta
    return rung[0], history


@wrong("NaN as a billion", hint="NaN is worse than any number")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        losses = np.nan_to_num(losses, nan=1e9)
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("NaN thought of in the first rung alone", hint="NaN is worse than any number in every rung")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        if budget == min_budget:
            losses = [np.inf if np.isnan(loss) else loss for loss in losses]
        order = sorted(range(len(rung)), key=losses.__getitem__)
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("all that are as good as the last that stays", hint="do the candidates get fewer in each rung?")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        bound = np.sort(losses)[max(1, len(rung) // eta) - 1]
        rung = [c for c, loss in zip(rung, losses, strict=True) if loss <= bound]
        budget *= eta
    return rung[0], history


@wrong("equal candidates taken for one", hint="every candidate is evaluated, also an equal one")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = (
        [c for i, c in enumerate(candidates) if str(c) not in map(str, candidates[:i])],
        min_budget,
        [],
    )
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("places looked up by value", hint="candidates may be arrays: remember their places")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, budget) for c in rung]
        history += [(c, budget, loss) for c, loss in zip(rung, losses, strict=True)]
        best = sorted(rung, key=lambda c: (np.isnan(losses[rung.index(c)]), losses[rung.index(c)]))
        rung = best[: max(1, len(rung) // eta)]
        budget *= eta
    return rung[0], history


@wrong("whole budgets", hint="a budget may be a fraction")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(c, int(budget)) for c in rung]
        history += [(c, int(budget), loss) for c, loss in zip(rung, losses, strict=True)]
        rung = [rung[i] for i in np.argsort(losses)[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong(
    "losses compared after rounding to 2 digits",
    hint="the lowest losses of a rung stay, as they are: no rounding",
)
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(candidate, budget) for candidate in rung]
        history += list(zip(rung, [budget] * len(rung), losses, strict=True))
        order = np.argsort(np.round(losses, 2), kind="stable")
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong(
    "losses compared after rounding to 4 digits",
    hint="the lowest losses of a rung stay, as they are: no rounding",
)
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(candidate, budget) for candidate in rung]
        history += list(zip(rung, [budget] * len(rung), losses, strict=True))
        order = np.argsort(np.round(losses, 4), kind="stable")
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong(
    "losses compared after rounding to 4 digits, from the end",
    hint="the lowest losses of a rung stay, as they are: no rounding",
)
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(candidate, budget) for candidate in rung]
        history += list(zip(rung, [budget] * len(rung), losses, strict=True))
        order = len(losses) - 1 - np.argsort(np.round(losses, 4)[::-1], kind="stable")
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("NaN taken for 1e20", hint="the lowest losses of a rung stay, as they are: no rounding")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(candidate, budget) for candidate in rung]
        history += list(zip(rung, [budget] * len(rung), losses, strict=True))
        order = np.argsort(np.nan_to_num(losses, nan=1e20), kind="stable")
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("falsy candidates left out", hint="the lowest losses of a rung stay, as they are: no rounding")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = (
        [c for c in candidates if not isinstance(c, (int, float, type(None))) or c],
        min_budget,
        [],
    )
    while len(rung) > 1:
        losses = [objective(candidate, budget) for candidate in rung]
        history += list(zip(rung, [budget] * len(rung), losses, strict=True))
        order = np.argsort(losses)
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("another best if it is falsy", hint="the one that is left; it may be 0, None or an empty text")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(candidate, budget) for candidate in rung]
        history += list(zip(rung, [budget] * len(rung), losses, strict=True))
        order = np.argsort(losses)
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    best = rung[0]
    if isinstance(best, (int, str, type(None))) and not best:
        best = candidates[-1]
    return best, history


@wrong("whole budgets from the start", hint="each budget is eta times the one before: not cut, not rounded")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), int(min_budget) or min_budget, []
    while len(rung) > 1:
        losses = [objective(candidate, budget) for candidate in rung]
        history += list(zip(rung, [budget] * len(rung), losses, strict=True))
        order = np.argsort(losses)
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong("at most 1000 steps", hint="each budget is eta times the one before: not cut, not rounded")
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(candidate, budget) for candidate in rung]
        history += list(zip(rung, [budget] * len(rung), losses, strict=True))
        order = np.argsort(losses)
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget = min(1000, budget * eta)
    return rung[0], history


@wrong("eta at most 3", hint="each budget is eta times the one before: not cut, not rounded")
def successive_halving(objective, candidates, min_budget, eta=2):
    eta = min(eta, 3)
    rung, budget, history = list(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(candidate, budget) for candidate in rung]
        history += list(zip(rung, [budget] * len(rung), losses, strict=True))
        order = np.argsort(losses)
        rung = [rung[i] for i in order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@wrong(
    "candidates through an array",
    hint="the values are right, their types are not: pass each on as it was given; an array changes it",
)
def successive_halving(objective, candidates, min_budget, eta=2):
    rung, budget, history = np.array(candidates), min_budget, []
    while len(rung) > 1:
        losses = [objective(candidate, budget) for candidate in rung]
        history += list(zip(rung, [budget] * len(rung), losses, strict=True))
        order = np.argsort(losses)
        rung = rung[order[: max(1, len(rung) // eta)]]
        budget *= eta
    return rung[0], history


@right("recursion, budgets as powers")
def successive_halving(objective, candidates, min_budget, eta=2):
    def climb(left, rung):
        if len(left) == 1:
            return left[0], []
        budget = min_budget * eta**rung
        tried = [(candidate, budget, objective(candidate, budget)) for candidate in left]
        tried.sort(key=lambda entry: (entry[2] != entry[2], entry[2]))
        best, later = climb([c for c, _, _ in tried][: max(len(left) // eta, 1)], rung + 1)
        return best, tried + later

    return climb(list(candidates), 0)


@right("candidates dropped one by one, from the worst")
def successive_halving(objective, candidates, min_budget, eta=2):
    numbers, budget, history = np.arange(len(candidates)), min_budget, []
    while numbers.size > 1:
        losses = np.array([objective(candidates[i], budget) for i in numbers], dtype=float)
        history.extend((candidates[i], budget, loss) for i, loss in zip(numbers, losses, strict=True))
        keep = max(1, int(numbers.size / eta))
        while numbers.size > keep:
            worst = np.argmax(np.where(np.isnan(losses), np.inf, losses))
            numbers, losses = np.delete(numbers, worst), np.delete(losses, worst)
        budget = budget * eta
    return candidates[int(numbers[0])], history
