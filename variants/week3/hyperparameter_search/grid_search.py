"""Wrong and unusual solutions of `grid_search`, in source/week3/hyperparameter_search.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "lists walked side by side",
    hint="every value of one with every value of the other",
    change={"    from itertools import product\n": "", "product(*grid.values())": "zip(*grid.values())"},
)


@wrong("one name at a time", hint="all combinations, not one name at a time")
def grid_search(objective, grid):
    chosen, history = {name: values[0] for name, values in grid.items()}, []
    for name, values in grid.items():
        for value in values:
            settings = {**chosen, name: value}
            history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


wrong(
    "NaN is the best, by argmin",
    hint="NaN is never the best; comparing with NaN gives False",
    change={"np.nanargmin": "np.argmin"},
)
wrong(
    "NaN is the best, if it comes first",
    hint="NaN is never the best; comparing with NaN gives False",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])\n    return history[lowest]": (
            "return min(history, key=lambda pair: pair[1])"
        )
    },
)
wrong("largest loss", hint="lower is better", change={"np.nanargmin": "np.nanargmax"})
wrong(
    "the last that was tried",
    hint="this is what was tried last; best has the lowest loss (copy it, if the dict changes)",
    change={
        (
            "lowest = np.nanargmin([loss for _, loss in history])\n    return history[lowest][0]"
        ): "return settings"
    },
)
wrong(
    "lowest loss in place of the settings",
    hint="best is the settings, not their loss",
    change={
        (
            "lowest = np.nanargmin([loss for _, loss in history])\n    return history[lowest][0]"
        ): "return np.nanmin([loss for _, loss in history])"
    },
)
wrong(
    "settings and loss as best",
    hint="best is the settings alone, without the loss",
    change={
        (
            "lowest = np.nanargmin([loss for _, loss in history])\n    return history[lowest][0]"
        ): "return history[np.nanargmin([loss for _, loss in history])]"
    },
)
wrong("no history", hint="return best and history", change={"[0], history": "[0]"})
wrong(
    "history first",
    hint="best comes first, then history",
    change={"[lowest][0], history": ", history[lowest][0]"},
)
wrong(
    "history of losses alone",
    hint="history is a list of (settings, loss)",
    change={"[0], history": "[0], [loss for _, loss in history]"},
)
wrong(
    "history without NaN",
    hint="keep every trial in history, NaN as well",
    change={
        "lowest = np.nanargmin": (
            "history = [pair for pair in history if not np.isnan(pair[1])]\n    lowest = np.argmin"
        )
    },
)


@wrong("history of improvements", hint="keep every trial in history, not only those that are better")
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


wrong(
    "one dict for all trials",
    hint="one dict was changed again and again: make a new one for each trial",
    change={
        "history = []": "history, settings, copies = [], {}, []",
        "settings = dict(zip(grid, values))": (
            "settings.update(zip(grid, values))\n        copies.append(dict(settings))"
        ),
        "history[lowest][0]": "copies[lowest]",
    },
)


@wrong(
    "best is the dict that goes on changing",
    hint="this is what was tried last; best has the lowest loss (copy it, if the dict changes)",
)
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


wrong(
    "last value of each list missing",
    hint="the last value of each list is missing",
    change={
        "history = []": (
            "lists = [values[:-1] if len(values) > 1 else values for values in grid.values()]\n"
            "    history = []"
        ),
        "grid.values()": "lists",
    },
)


@wrong("two names, no more and no fewer", hint="there may be any number of names")
def grid_search(objective, grid):
    one, two = grid
    history = []
    for a in grid[one]:
        for b in grid[two]:
            settings = {one: a, two: b}
            history.append((settings, objective(settings)))
    return history[np.nanargmin([loss for _, loss in history])][0], history


wrong(
    "evaluates each combination twice",
    hint="call objective once for each combination, and keep its loss",
    change={"history.": "objective(settings)\n        history."},
)
wrong("settings as keyword arguments", hint="objective takes one dict", change={"(settings)": "(**settings)"})
wrong(
    "values without names",
    hint="settings is a dict of name and value",
    change={"dict(zip(grid, values))": "values"},
)


@wrong("the lowest loss starts at 100", hint="losses may be very large: start from infinity")
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


wrong(
    "smallest absolute value of the loss",
    hint="losses may be negative: lower is better",
    change={"loss for": "abs(loss) for"},
)


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


@wrong("history keyed by the loss", hint="keep every trial in history, equal losses as well")
def grid_search(objective, grid):
    from itertools import product

    every = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    table = {objective(settings): settings for settings in every}
    lowest = np.nanmin(list(table))
    return table[lowest], [(settings, loss) for loss, settings in table.items()]


wrong(
    "pairs compared, so that equal losses compare dicts",
    hint="compare the losses alone, not pairs of loss and settings",
    change={
        (
            "lowest = np.nanargmin([loss for _, loss in history])\n    return history[lowest][0]"
        ): "return min((loss, settings) for settings, loss in history if loss == loss)[1]"
    },
)


@wrong(
    "a best loss of 0 taken for none",
    hint="the lowest loss may be 0: `or` and `not` take it for none; compare with None",
)
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


wrong(
    "values turned into floats",
    hint="the values are right, their types are not: pass each on as it was given; an array changes it",
    change={
        "history = []": (
            "def number(value):\n"
            "        return float(value) if isinstance(value, (int, float)) else value\n"
            "    lists = [[number(value) for value in values] for values in grid.values()]\n"
            "    history = []"
        ),
        "grid.values()": "lists",
    },
)


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


wrong(
    "the index 0 taken for none",
    hint="the first may be the best: `not 0` is true; compare with None",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])": (
            "losses, best = [loss for _, loss in history], None\n"
            "    for i, loss in enumerate(losses):\n"
            "        if not np.isnan(loss) and (not best or loss < losses[best]):\n"
            "            best = i"
        ),
        "[lowest]": "[best]",
    },
)
wrong(
    "a loss of 0 taken for none",
    hint="the lowest loss may be 0: `or` and `not` take it for none; compare with None",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])": (
            "losses, best = [loss for _, loss in history], None\n"
            "    for i, loss in enumerate(losses):\n"
            "        if not np.isnan(loss) and (best is None or not losses[best] or loss < "
            "losses[best]):\n"
            "            best = i"
        ),
        "[lowest]": "[best]",
    },
)
wrong(
    "the first is never the best",
    hint="the first may be the best: `not 0` is true; compare with None",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])": (
            "losses, best = [loss for _, loss in history], None\n"
            "    for i, loss in enumerate(losses[1:] or losses, start=len(losses) > 1):\n"
            "        if not np.isnan(loss) and (best is None or loss < losses[best]):\n"
            "            best = i\n"
            "    if best is None:\n"
            "        best = 0"
        ),
        "[lowest]": "[best]",
    },
)
wrong(
    "the last is never the best",
    hint="the last may be the best, too",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])": (
            "losses, best = [loss for _, loss in history], None\n"
            "    for i, loss in enumerate(losses[:-1] or losses):\n"
            "        if not np.isnan(loss) and (best is None or loss < losses[best]):\n"
            "            best = i\n"
            "    if best is None:\n"
            "        best = len(losses) - 1"
        ),
        "[lowest]": "[best]",
    },
)
wrong(
    "losses compared after rounding to 2 digits, the last of equal ones",
    hint="compare the losses as they are: no rounding",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])": (
            "losses, best = [loss for _, loss in history], None\n"
            "    for i, loss in enumerate(losses):\n"
            "        if not np.isnan(loss) and (best is None or round(loss, 2) <= "
            "round(losses[best], 2)):\n"
            "            best = i"
        ),
        "[lowest]": "[best]",
    },
)
wrong(
    "losses compared after rounding to 4 digits",
    hint="compare the losses as they are: no rounding",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])": (
            "losses, best = [loss for _, loss in history], None\n"
            "    for i, loss in enumerate(losses):\n"
            "        if not np.isnan(loss) and (best is None or round(loss, 4) < "
            "round(losses[best], 4)):\n"
            "            best = i"
        ),
        "[lowest]": "[best]",
    },
)
wrong(
    "losses compared after rounding to 5 digits, the last of equal ones",
    hint="compare the losses as they are: no rounding",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])": (
            "losses, best = [loss for _, loss in history], None\n"
            "    for i, loss in enumerate(losses):\n"
            "        if not np.isnan(loss) and (best is None or round(loss, 5) <= "
            "round(losses[best], 5)):\n"
            "            best = i"
        ),
        "[lowest]": "[best]",
    },
)
wrong(
    "starts from a loss of 1e18",
    hint="losses may be very large: start from infinity",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])": (
            "losses, best = [loss for _, loss in history], None\n"
            "    for i, loss in enumerate(losses):\n"
            "        if not np.isnan(loss) and (loss < 1e18 and best is None or best is not None "
            "and loss < losses[best]):\n"
            "            best = i\n"
            "    best = best or 0"
        ),
        "[lowest]": "[best]",
    },
)


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


wrong(
    "values through a NumPy array",
    hint="the values are right, their types are not: pass each on as it was given; an array changes it",
    change={"product(*grid.values())": "np.array(list(product(*grid.values())))"},
)
wrong(
    "values through meshgrid",
    hint="the values are right, their types are not: pass each on as it was given; an array changes it",
    change={"product(*grid.values())": "np.array(np.meshgrid(*grid.values())).T.reshape(-1, len(grid))"},
)


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
