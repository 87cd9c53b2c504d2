"""Wrong and unusual solutions of `random_search`, in source/week3/hyperparameter_search.ipynb."""

import numpy as np

from autograder.variants import right, wrong

wrong(
    "one draw for all trials",
    hint="draw anew for every trial",
    change={
        (
            "for _ in range(num_trials):\n"
            "        settings = {name: sampler(rng) for name, sampler in space.items()}"
        ): (
            "settings = {name: sampler(rng) for name, sampler in space.items()}\n"
            "    for _ in range(num_trials):\n"
            "        settings = dict(settings)"
        )
    },
)
wrong(
    "one trial too many", hint="num_trials trials, not one more", change={"(num_trials)": "(num_trials + 1)"}
)
wrong(
    "one trial too few", hint="num_trials trials, not one fewer", change={"(num_trials)": "(1, num_trials)"}
)
wrong(
    "the best evaluated once more",
    hint="the best is not evaluated again",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])": (
            "best = history[np.nanargmin([loss for _, loss in history])][0]\n"
            "    history.append((best, objective(best)))"
        ),
        "history[lowest][0]": "best",
    },
)
wrong(
    "NaN is the best, by argmin",
    hint="NaN is never the best; comparing with NaN gives False",
    change={"np.nanargmin": "np.argmin"},
)
wrong(
    "NaN is the best, if it comes first",
    hint="NaN is never the best; comparing with NaN gives False",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])": (
            "best, lowest = history[0]\n"
            "    for settings, loss in history[1:]:\n"
            "        if loss < lowest:\n"
            "            best, lowest = settings, loss"
        ),
        "history[lowest][0]": "best",
    },
)
wrong(
    "sorted, with NaN in between",
    hint="NaN is never the best; comparing with NaN gives False",
    change={
        "lowest = np.nanargmin([loss for _, loss in history])\n    return history[lowest]": (
            "return sorted(history, key=lambda pair: pair[1])[0]"
        )
    },
)
wrong("largest loss", hint="lower is better", change={"np.nanargmin": "np.nanargmax"})
wrong(
    "the last that was tried",
    hint="this is what was tried last; best has the lowest loss",
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
        ): "return min(loss for _, loss in history if loss == loss)"
    },
)
wrong(
    "another generator",
    hint="hand `rng` itself to the samplers, not another generator",
    change={"history = []": "rng, history = np.random.default_rng(), []"},
)
wrong(
    "a seed for each trial",
    hint="is there a seed inside, or a copy of `rng`? hand `rng` itself to the samplers",
    change={
        "for _ in": "for trial in",
        "settings = {name: sampler(rng)": (
            "own = np.random.default_rng(trial)\n        settings = {name: sampler(own)"
        ),
    },
)
wrong(
    "the same seed for every trial",
    hint="call every sampler anew in each trial, with `rng` itself: no copy, no seed",
    change={
        "history = []": "seed, history = int(rng.integers(10**6)), []",
        "settings = {name: sampler(rng)": (
            "own = np.random.default_rng(seed)\n        settings = {name: sampler(own)"
        ),
    },
)
wrong(
    "a copy of rng for each name",
    hint="call every sampler anew in each trial, with `rng` itself: no copy, no seed",
    change={
        "history = []": (
            "import copy\n    generators, history = {name: copy.deepcopy(rng) for name in space}, []"
        ),
        "sampler(rng)": "sampler(generators[name])",
    },
)
wrong(
    "samplers not called",
    hint="call each sampler with rng",
    change={"{name: sampler(rng) for name, sampler in space.items()}": "dict(space)"},
)
wrong("samplers called without rng", hint="call each sampler with rng", change={"sampler(rng)": "sampler()"})
wrong(
    "draws put into space",
    hint="do not change space: its samplers are needed in every trial",
    change={
        "settings = {name: sampler(rng) for name, sampler in space.items()}": (
            "for name in space:\n            space[name] = space[name](rng)"
        ),
        "settings, objective(settings)": "dict(space), objective(dict(space))",
    },
)


@wrong("one dict for all trials", hint="make a new dict for each trial")
def random_search(objective, space, num_trials, rng):
    settings, best, lowest, history = {}, None, np.inf, []
    for _ in range(num_trials):
        settings.update({name: sampler(rng) for name, sampler in space.items()})
        loss = objective(settings)
        history.append((settings, loss))
        if loss < lowest:
            best, lowest = dict(settings), loss
    return best, history


wrong(
    "history without NaN",
    hint="keep every trial in history, NaN as well",
    change={
        "history.append((settings, objective(settings)))": (
            "loss = objective(settings)\n"
            "        if not np.isnan(loss):\n"
            "            history.append((settings, loss))"
        )
    },
)
wrong("settings as keyword arguments", hint="objective takes one dict", change={"(settings)": "(**settings)"})
wrong("always ten trials", hint="use num_trials", change={"(num_trials)": "(10)"})


@wrong("the lowest loss starts at 100", hint="losses may be very large: start from infinity")
def random_search(objective, space, num_trials, rng):
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

    history = [trial()]
    while len(history) < num_trials:
        history.append(trial())
    order = np.argsort([loss for _, loss in history])
    history = [history[i] for i in order]
    return history[0][0], history


@right("a tuple as history")
def random_search(objective, space, num_trials, rng):
    history = ()
    for _ in range(num_trials):
        settings = dict((name, sampler(rng)) for name, sampler in space.items())
        history += ((settings, objective(settings)),)
    return min((pair for pair in history if not np.isnan(pair[1])), key=lambda pair: pair[1])[0], history


wrong(
    "a copy of rng for all trials",
    hint="is there a seed inside, or a copy of `rng`? hand `rng` itself to the samplers",
    change={"history = []": "import copy\n    rng, history = copy.deepcopy(rng), []"},
)
wrong(
    "the same settings tried once only",
    hint="num_trials calls of objective, even of equal settings",
    change={"history.": "if all(settings != known for known, _ in history):\n            history."},
)
wrong(
    "rng handed over by keyword",
    hint="call each sampler as sampler(rng)",
    change={"sampler(rng)": "sampler(rng=rng)"},
)


@wrong("stops when nothing was gained for ten trials", hint="num_trials trials, whatever the losses")
def random_search(objective, space, num_trials, rng):
    history, lowest, since = [], np.inf, 0
    while len(history) < num_trials and since < 10:
        settings = {name: sampler(rng) for name, sampler in space.items()}
        loss = objective(settings)
        history.append((settings, loss))
        lowest, since = (loss, 0) if loss < lowest else (lowest, since + 1)
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
wrong(
    "falsy draws left out",
    hint="a sampler may draw 0, None or an empty text: `or` takes them for none",
    change={"(rng) for": "(rng) or sampler(rng) for"},
)


@right("a running best")
def random_search(objective, space, num_trials, rng):
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
    trials = [{name: sampler(rng) for name, sampler in space.items()} for _ in range(num_trials)]
    history = [(trial, objective(trial)) for trial in trials]
    history.reverse()
    ranked = sorted(range(num_trials), key=lambda i: (np.isnan(history[i][1]), history[i][1]))
    return history[ranked[0]][0], history
