"""Wrong and unusual solutions of `train_dev_test_split`, in source/week1/data_and_diagnosis.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same("X and Y have as many examples", change={"m = X.shape[1]": "m = Y.shape[1]"})
wrong(
    "not shuffled",
    hint="permute the columns with rng",
    change={
        (
            "order = rng.permutation(m)\n    parts = np.split(order, [num_train, num_train + num_dev])"
        ): "a, b = num_train, num_train + num_dev",
        "tuple((X[:, part], Y[:, part]) for part in parts)": (
            "(X[:, :a], Y[:, :a]), (X[:, a:b], Y[:, a:b]), (X[:, b:], Y[:, b:])"
        ),
    },
)
wrong(
    "shifted by a random number in place of shuffled",
    hint="permute the columns with rng",
    change={"rng.permutation(m)": "np.roll(np.arange(m), int(rng.integers(m)))"},
)
wrong(
    "by the last digit of the number",
    hint="permute the columns with rng",
    change={"rng.permutation(m)": 'np.argsort(np.arange(m) % 10, kind="stable")'},
)
wrong(
    "labels left where they were",
    hint="use the same permutation for X and for Y",
    change={
        "order = rng.permutation(m)": "X = X[:, rng.permutation(m)]",
        "parts = np.split(order, [num_train, num_train + num_dev])": (
            "a, b = num_train, num_train + num_dev"
        ),
        "tuple((X[:, part], Y[:, part]) for part in parts)": (
            "(X[:, :a], Y[:, :a]), (X[:, a:b], Y[:, a:b]), (X[:, b:], Y[:, b:])"
        ),
    },
)
wrong(
    "labels permuted on their own",
    hint="use the same permutation for X and for Y",
    change={"parts = np": "other = rng.permutation(m)\n    parts = np", "Y[:, part]": "Y[:, other[part]]"},
)
wrong(
    "every row of X permuted on its own",
    hint="an example is a column: move whole columns",
    change={
        "order = rng.permutation(m)": "X = rng.permuted(X, axis=1)",
        "parts = np.split(order, [num_train, num_train + num_dev])": (
            "a, b = num_train, num_train + num_dev"
        ),
        "tuple((X[:, part], Y[:, part]) for part in parts)": (
            "(X[:, :a], Y[:, :a]), (X[:, a:b], Y[:, a:b]), (X[:, b:], Y[:, b:])"
        ),
    },
)
wrong(
    "rows permuted",
    hint="examples are columns: index the second axis",
    change={"X.shape[1]": "X.shape[0]", "[:, part], Y[:, part]": "[part], Y[part % Y.shape[0]]"},
)
wrong(
    "sets drawn with replacement",
    hint="each example goes to exactly one set: cut one permutation in three",
    change={"permutation(m)": "integers(m, size=m)"},
)
wrong(
    "each set drawn from all examples",
    hint="each example goes to exactly one set: cut one permutation in three",
    change={
        "    order = rng.permutation(m)\n": "",
        "np.split(order, [num_train, num_train + num_dev])": (
            "[rng.permutation(m)[:size] for size in (num_train, num_dev, num_test)]"
        ),
    },
)
wrong(
    "dev set taken out of the training set, and left in it",
    hint="an example is in one set only",
    change={
        "np.split(order, [num_train, num_train + num_dev])": (
            "(order[num_test:], order[num_test:][:num_dev], order[:num_test])"
        )
    },
)
wrong(
    "sizes cut off",
    hint="use Python's round; int() and // cut off",
    change={"round(m * dev_fraction), round": "int(m * dev_fraction), int"},
)
wrong(
    "sizes rounded up",
    hint="use Python's round, not ceil",
    change={
        "round(m * dev_fraction), round(m * test_fraction)": (
            "int(np.ceil(m * dev_fraction)), int(np.ceil(m * test_fraction))"
        )
    },
)
wrong(
    "training size rounded, too",
    hint="the training set takes the rest",
    change={
        ", num_test": ", num_train",
        "* test_fraction": "* (1 - dev_fraction - test_fraction)",
        "num_train = m - num_dev - num_test\n    if num_train": (
            "if num_train < 1 or m - num_dev - round(m * test_fraction)"
        ),
    },
)
wrong(
    "dev_fraction of what the test set leaves",
    hint="both are fractions of all m examples",
    change={
        "num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)": (
            "num_test = round(m * test_fraction)\n    num_dev = round((m - num_test) * dev_fraction)"
        ),
        "num_train < 1": "num_train < 1 or m - round(m * dev_fraction) - num_test < 1",
    },
)
wrong(
    "dev and test exchanged",
    hint="the order is train, dev, test",
    change={"in parts": "in (parts[0], parts[2], parts[1])"},
)
wrong(
    "cut from the end, so that an empty set goes wrong",
    hint="-0 is 0: [:, -0:] is everything",
    change={
        "np.split(order, [num_train, num_train + num_dev])": (
            "order[: num_train], order[num_train : m - num_test], order[-num_test:]"
        )
    },
)
wrong(
    "no error if nothing is left to train on",
    hint="raise a ValueError if no training example is left",
    change={'    if num_train < 1:\n        raise ValueError("no training example is left")\n': ""},
)
wrong(
    "an error only if the fractions add up to 1",
    hint="raise a ValueError if rounding leaves no training example, and only then",
    change={
        "m = X.shape[1]": (
            "if dev_fraction + test_fraction >= 1:\n"
            '        raise ValueError("no training example is left")\n'
            "    m = X.shape[1]"
        ),
        '    if num_train < 1:\n        raise ValueError("no training example is left")\n': "",
    },
)
wrong(
    "an error where one training example is left",
    hint="raise a ValueError if rounding leaves no training example, and only then",
    change={"num_train < 1": "num_train <= 1"},
)
wrong(
    "a seed inside",
    hint="draw from rng, and set no seed",
    change={"rng.permutation": "np.random.default_rng(0).permutation"},
)
wrong(
    "rng ignored",
    hint="draw from `rng`, not from another generator",
    change={"rng.permutation": "np.random.permutation"},
)
wrong(
    "X and Y shuffled in place",
    hint="X and Y belong to the caller: work on copies",
    change={
        "parts = np.split(order, [num_train, num_train + num_dev])": (
            "X[:], Y[:] = X[:, order], Y[:, order]\n    a, b = num_train, num_train + num_dev"
        ),
        "tuple((X[:, part], Y[:, part]) for part in parts)": (
            "(X[:, :a], Y[:, :a]), (X[:, a:b], Y[:, a:b]), (X[:, b:], Y[:, b:])"
        ),
    },
)
wrong(
    "one row of labels only",
    hint="Y may have several rows",
    change={"Y[:, part]": "Y[0, part].reshape(1, -1)"},
)
wrong(
    "six arrays in a row",
    hint="return three pairs",
    change={
        "order = rng.permutation(m)\n    parts = np.split(order": (
            "train, dev, test = np.split(rng.permutation(m)"
        ),
        "tuple((X[:, part], Y[:, part]) for part in parts)": (
            "X[:, train], Y[:, train], X[:, dev], Y[:, dev], X[:, test], Y[:, test]"
        ),
    },
)
wrong(
    "the last example always in training",
    hint="take rng.permutation(m): every choice is equally likely then, whatever the place or label",
    change={"rng.permutation(m)": "np.append(m - 1, rng.permutation(m - 1))"},
)
wrong(
    "the first example never in the dev set",
    hint="take rng.permutation(m): every choice is equally likely then, whatever the place or label",
    change={
        "parts = np": (
            "k = num_train + num_dev\n"
            "    if 0 in order[num_train:k]:\n"
            "        order[0], order[num_train + list(order[num_train:k]).index(0)] = 0, order[0]\n"
            "    parts = np"
        )
    },
)
wrong(
    "every example moved from its place",
    hint="take rng.permutation(m): every choice is equally likely then, whatever the place or label",
    change={
        "rng.permutation": "np.arange",
        "parts = np": (
            "for i in range(m - 1, 0, -1):\n"
            "        j = int(rng.integers(i))\n"
            "        order[i], order[j] = order[j], order[i]\n"
            "    parts = np"
        ),
    },
)
wrong(
    "sorted by label, then dealt out in turn",
    hint="take rng.permutation(m): every choice is equally likely then, whatever the place or label",
    change={
        "parts = np": (
            'order = order[np.argsort(Y[0, order], kind="stable")]\n'
            "    order = np.concatenate([order[k::5] for k in rng.permutation(5)])\n"
            "    parts = np"
        )
    },
)
wrong(
    "one of a hundred seeds",
    hint="few seeds give few splits: draw from rng itself",
    change={"rng.permutation": "np.random.default_rng(rng.integers(100)).permutation"},
)
wrong(
    "labels made whole numbers",
    hint="move the columns, and keep their numbers",
    change={"Y[:, part]": "Y[:, part].astype(int)"},
)


@right("lists of pairs, each example given to a set by a shuffled list of names")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = np.shape(X)[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    if num_dev + num_test >= m:
        raise ValueError
    names = np.array([0] * (m - num_dev - num_test) + [1] * num_dev + [2] * num_test)
    rng.shuffle(names)
    return [[X[:, names == k], Y[:, names == k]] for k in range(3)]


@right("test set first, without replacement; order kept within each set")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    if num_dev + num_test > m - 1:
        raise ValueError(f"{m} examples are too few")
    test = rng.choice(m, size=num_test, replace=False)
    rest = np.setdiff1d(np.arange(m), test)
    dev = rng.choice(rest, size=num_dev, replace=False)
    train = np.setdiff1d(rest, dev)
    return tuple((X[:, np.sort(part)], Y[:, np.sort(part)]) for part in (train, dev, test))


@right("X and Y stacked and shuffled as one array, in float32")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    n, m = X.shape
    together = np.vstack([X, Y]).astype(np.float32)
    together = together[:, np.argsort(rng.random(m))]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    a, b = m - num_dev - num_test, m - num_test
    if a <= 0:
        raise ValueError("fractions too large")

    def pair(columns):
        return columns[:n], columns[n:]

    return pair(together[:, :a]), pair(together[:, a:b]), pair(together[:, b:])


@right("one column after the other")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    sizes = [round(m * dev_fraction), round(m * test_fraction)]
    sizes.insert(0, m - sum(sizes))
    if sizes[0] < 1:
        raise ValueError
    order, sets = list(rng.permutation(m)), []
    for size in sizes:
        X_part, Y_part = np.zeros((X.shape[0], size)), np.zeros((Y.shape[0], size))
        for k in range(size):
            j = order.pop()
            X_part[:, k], Y_part[:, k] = X[:, j], Y[:, j]
        sets.append((X_part, Y_part))
    return sets[0], sets[1], sets[2]


@right("np.take, and a generator of its own that rng seeds")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    own = np.random.RandomState(rng.integers(2**31))
    order = own.permutation(m)
    num_dev, num_test = int(round(m * dev_fraction)), int(round(m * test_fraction))
    if m - num_dev - num_test <= 0:
        raise ValueError("nothing left")
    dev, test, train = order[:num_dev], order[num_dev : num_dev + num_test], order[num_dev + num_test :]
    return tuple((np.take(X, i, axis=1), np.take(Y, i, axis=1)) for i in (train, dev, test))


wrong(
    "each example swapped with any other",
    hint="take rng.permutation(m): every choice is equally likely then, whatever the place or label",
    change={
        "rng.permutation": "np.arange",
        "parts = np": (
            "for i in range(m):\n"
            "        j = int(rng.integers(m))\n"
            "        order[i], order[j] = order[j], order[i]\n"
            "    parts = np"
        ),
    },
)
wrong(
    "each example swapped with any other, from the end",
    hint="take rng.permutation(m): every choice is equally likely then, whatever the place or label",
    change={
        "rng.permutation": "np.arange",
        "parts = np": (
            "for i in reversed(range(m)):\n"
            "        j = int(rng.integers(m))\n"
            "        order[i], order[j] = order[j], order[i]\n"
            "    parts = np"
        ),
    },
)
wrong(
    "m random swaps",
    hint="permute the columns with rng",
    change={
        "rng.permutation": "np.arange",
        "parts = np": (
            "for _ in range(m):\n"
            "        i, j = rng.integers(m, size=2)\n"
            "        order[[i, j]] = order[[j, i]]\n"
            "    parts = np"
        ),
    },
)
wrong(
    "each example swapped with another one before it",
    hint="take rng.permutation(m): every choice is equally likely then, whatever the place or label",
    change={
        "rng.permutation": "np.arange",
        "parts = np": (
            "for i in range(m - 1, 0, -1):\n"
            "        j = int(rng.integers(i))\n"
            "        order[[i, j]] = order[[j, i]]\n"
            "    parts = np"
        ),
    },
)
wrong(
    "sorted by random whole numbers with ties",
    hint="take rng.permutation(m): every choice is equally likely then, whatever the place or label",
    change={"rng.permutation(m)": 'np.argsort(rng.integers(0, m, m), kind="stable")'},
)
wrong(
    "a shuffle by Fisher and Yates that ends too early",
    hint="take rng.permutation(m): every choice is equally likely then, whatever the place or label",
    change={
        "rng.permutation": "np.arange",
        "parts = np": (
            "for i in range(m - 1, 1, -1):\n"
            "        j = int(rng.integers(i + 1))\n"
            "        order[[i, j]] = order[[j, i]]\n"
            "    parts = np"
        ),
    },
)


@right("a shuffle by Fisher and Yates, inside out")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.zeros(m, dtype=int)
    for i in range(m):
        j = int(rng.integers(i + 1))
        order[i], order[j] = order[j], i
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


right(
    "one by one out of a list",
    change={
        "order = rng.permutation(m)": (
            "left, order = list(range(m)), []\n"
            "    while left:\n"
            "        order.append(left.pop(int(rng.integers(len(left)))))\n"
            "    order = np.array(order, dtype=int)"
        )
    },
)


@right("rng.choice for dev, then for test")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    if m - num_dev - num_test < 1:
        raise ValueError("too few examples")
    dev = rng.choice(m, num_dev, replace=False)
    rest = np.setdiff1d(np.arange(m), dev)
    test = rng.choice(rest, num_test, replace=False)
    train = np.setdiff1d(rest, test)
    return (X[:, train], Y[:, train]), (X[:, dev], Y[:, dev]), (X[:, test], Y[:, test])


wrong(
    "test_fraction of what the dev set leaves",
    hint="both are fractions of all m examples",
    change={
        "round(m * test_fraction)": "round((m - round(m * dev_fraction)) * test_fraction)",
    },
)
wrong(
    "cut from the end, dev set first, so that an empty set goes wrong",
    hint="-0 is 0: the slices [:, :-0] and [:, -0:] go wrong",
    change={
        "np.split(order, [num_train, num_train + num_dev])": (
            "order[:num_train], order[num_train:-num_test], order[-num_test:]"
        )
    },
)
