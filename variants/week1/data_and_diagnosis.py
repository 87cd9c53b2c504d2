"""Wrong and unusual solutions of the exercises in source/week1/data_and_diagnosis.ipynb."""

import numpy as np

from autograder.variants import right, wrong

# ── train_dev_test_split ─────────────────────────────────────────────────────────────────────────


@wrong("not shuffled", hint="draw which examples go where: permute the columns with rng")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    a, b = num_train, num_train + num_dev
    return (X[:, :a], Y[:, :a]), (X[:, a:b], Y[:, a:b]), (X[:, b:], Y[:, b:])


@wrong("shifted by a random number in place of shuffled", hint="neighbours stay together: permute")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.roll(np.arange(m), int(rng.integers(m)))
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("by the last digit of the number", hint="which examples go where is left to chance")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.argsort(np.arange(m) % 10, kind="stable")
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("labels left where they were", hint="use the same permutation for X and for Y")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    X = X[:, rng.permutation(m)]
    a, b = num_train, num_train + num_dev
    return (X[:, :a], Y[:, :a]), (X[:, a:b], Y[:, a:b]), (X[:, b:], Y[:, b:])


@wrong("labels permuted on their own", hint="use the same permutation for X and for Y")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    X, Y = X[:, rng.permutation(m)], Y[:, rng.permutation(m)]
    a, b = num_train, num_train + num_dev
    return (X[:, :a], Y[:, :a]), (X[:, a:b], Y[:, a:b]), (X[:, b:], Y[:, b:])


@wrong("every row of X permuted on its own", hint="an example is a column: move whole columns")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    X = rng.permuted(X, axis=1)
    a, b = num_train, num_train + num_dev
    return (X[:, :a], Y[:, :a]), (X[:, a:b], Y[:, a:b]), (X[:, b:], Y[:, b:])


@wrong("rows permuted", hint="examples are columns: index the second axis")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[0]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    parts = np.split(rng.permutation(m), [num_train, num_train + num_dev])
    return tuple((X[part], Y[part % Y.shape[0]]) for part in parts)


@wrong("sets drawn with replacement", hint="every example goes to exactly one set")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    parts = np.split(rng.integers(m, size=m), [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("each set drawn from all examples", hint="the sets must not overlap: one permutation, cut in three")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    parts = [rng.permutation(m)[:size] for size in (num_train, num_dev, num_test)]
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("dev set taken out of the training set, and left in it", hint="an example is in one set only")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    if m - num_dev - num_test < 1:
        raise ValueError("no training example is left")
    order = rng.permutation(m)
    train, test = order[num_test:], order[:num_test]
    return tuple((X[:, part], Y[:, part]) for part in (train, train[:num_dev], test))


@wrong("sizes cut off", hint="use round, not int")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = int(m * dev_fraction), int(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    parts = np.split(rng.permutation(m), [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("sizes rounded up", hint="use round, not ceil")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = int(np.ceil(m * dev_fraction)), int(np.ceil(m * test_fraction))
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    parts = np.split(rng.permutation(m), [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("training size rounded, too", hint="the training set takes the rest")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_train = round(m * dev_fraction), round(m * (1 - dev_fraction - test_fraction))
    if num_train < 1 or m - num_dev - round(m * test_fraction) < 1:
        raise ValueError("no training example is left")
    parts = np.split(rng.permutation(m), [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("dev_fraction of what the test set leaves", hint="both are fractions of all m examples")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_test = round(m * test_fraction)
    num_dev = round((m - num_test) * dev_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1 or m - round(m * dev_fraction) - num_test < 1:
        raise ValueError("no training example is left")
    parts = np.split(rng.permutation(m), [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("dev and test exchanged", hint="the order is train, dev, test")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    train, test, dev = np.split(rng.permutation(m), [num_train, num_train + num_test])
    assert len(dev) == num_dev
    return tuple((X[:, part], Y[:, part]) for part in (train, test, dev))


@wrong("cut from the end, so that an empty set goes wrong", hint="-0 is 0: [:, -0:] is everything")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    if m - num_dev - num_test < 1:
        raise ValueError("no training example is left")
    order = rng.permutation(m)
    parts = order[: m - num_dev - num_test], order[m - num_dev - num_test : m - num_test], order[-num_test:]
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("no error if nothing is left to train on", hint="raise ValueError")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    parts = np.split(rng.permutation(m), [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("an error only if the fractions add up to 1", hint="rounding can take the last example, too")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    if dev_fraction + test_fraction >= 1:
        raise ValueError("no training example is left")
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    parts = np.split(rng.permutation(m), [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("an error where one training example is left", hint="one is enough")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train <= 1:
        raise ValueError("no training example is left")
    parts = np.split(rng.permutation(m), [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("a seed inside", hint="draw from rng, and set no seed")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    rng = np.random.default_rng(0)
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    parts = np.split(rng.permutation(m), [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("rng ignored", hint="draw from rng, so that a split can be repeated")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    parts = np.split(np.random.permutation(m), [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("X and Y shuffled in place", hint="X and Y belong to the caller: work on copies")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = rng.permutation(m)
    X[:], Y[:] = X[:, order], Y[:, order]
    a, b = num_train, num_train + num_dev
    return (X[:, :a], Y[:, :a]), (X[:, a:b], Y[:, a:b]), (X[:, b:], Y[:, b:])


@wrong("one row of labels only", hint="Y may have several rows")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    parts = np.split(rng.permutation(m), [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[0, part].reshape(1, -1)) for part in parts)


@wrong("six arrays in a row", hint="return three pairs")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    train, dev, test = np.split(rng.permutation(m), [num_train, num_train + num_dev])
    return X[:, train], Y[:, train], X[:, dev], Y[:, dev], X[:, test], Y[:, test]


@wrong("a half rounded up", hint="Python's round takes 2.5 to 2")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = int(m * dev_fraction + 0.5), int(m * test_fraction + 0.5)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = rng.permutation(m)
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("a half rounded down", hint="Python's round takes 3.5 to 4")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = int(np.ceil(m * dev_fraction - 0.5)), int(np.ceil(m * test_fraction - 0.5))
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = rng.permutation(m)
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong(
    "an error where the fractions add up to 1, too",
    hint="5 examples and two halves: 2, 2, and 1 for training",
)
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1 or dev_fraction + test_fraction >= 1:
        raise ValueError("no training example is left")
    order = rng.permutation(m)
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("the last example always in training", hint="each example must be able to come into every set")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.append(m - 1, rng.permutation(m - 1))
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("the first example never in the dev set", hint="each example must be able to come into every set")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = rng.permutation(m)
    k = num_train + num_dev
    if 0 in order[num_train:k]:
        order[0], order[num_train + list(order[num_train:k]).index(0)] = 0, order[0]
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong(
    "every example moved from its place", hint="an example may come to its own place, too: rng.permutation"
)
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.arange(m)
    for i in range(m - 1, 0, -1):
        j = int(rng.integers(i))
        order[i], order[j] = order[j], order[i]
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("sorted by label, then dealt out in turn", hint="the split does not look at labels")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = rng.permutation(m)
    order = order[np.argsort(Y[0, order], kind="stable")]
    order = np.concatenate([order[k::5] for k in rng.permutation(5)])
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("one of a hundred seeds", hint="draw from rng itself: few seeds give few splits")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.random.default_rng(rng.integers(100)).permutation(m)
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("labels made whole numbers", hint="move the columns, and keep their numbers")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = rng.permutation(m)
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part].astype(int)) for part in parts)


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


@wrong(
    "each example swapped with any other",
    hint="each such choice should come about 667 times, whatever the place or label",
)
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.arange(m)
    for i in range(m):
        j = int(rng.integers(m))
        order[i], order[j] = order[j], order[i]
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong(
    "each example swapped with any other, from the end",
    hint="each such choice should come about 667 times, whatever the place or label",
)
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.arange(m)
    for i in reversed(range(m)):
        j = int(rng.integers(m))
        order[i], order[j] = order[j], order[i]
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong("m random swaps", hint="permute the columns with rng")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.arange(m)
    for _ in range(m):
        i, j = rng.integers(m, size=2)
        order[[i, j]] = order[[j, i]]
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong(
    "each example swapped with another one before it",
    hint="each such choice should come about 667 times, whatever the place or label",
)
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.arange(m)
    for i in range(m - 1, 0, -1):
        j = int(rng.integers(i))
        order[[i, j]] = order[[j, i]]
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong(
    "sorted by random whole numbers with ties",
    hint="each such choice should come about 667 times, whatever the place or label",
)
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.argsort(rng.integers(0, m, m), kind="stable")
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


@wrong(
    "a shuffle by Fisher and Yates that ends too early",
    hint="each such choice should come about 667 times, whatever the place or label",
)
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    order = np.arange(m)
    for i in range(m - 1, 1, -1):
        j = int(rng.integers(i + 1))
        order[[i, j]] = order[[j, i]]
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


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


@right("one by one out of a list")
def train_dev_test_split(X, Y, dev_fraction, test_fraction, rng):
    m = X.shape[1]
    num_dev, num_test = round(m * dev_fraction), round(m * test_fraction)
    num_train = m - num_dev - num_test
    if num_train < 1:
        raise ValueError("no training example is left")
    left, order = list(range(m)), []
    while left:
        order.append(left.pop(int(rng.integers(len(left)))))
    order = np.array(order, dtype=int)
    parts = np.split(order, [num_train, num_train + num_dev])
    return tuple((X[:, part], Y[:, part]) for part in parts)


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


# ── normalize_train_dev_test ─────────────────────────────────────────────────────────────────────


@wrong("statistics of all examples", hint="mu and sigma come from the training set alone")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    everything = np.hstack([X_train, X_dev, X_test])
    mu = everything.mean(axis=1, keepdims=True)
    sigma = everything.std(axis=1, keepdims=True)
    return *((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("statistics of training and dev set", hint="mu and sigma come from the training set alone")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    seen = np.hstack([X_train, X_dev])
    mu = seen.mean(axis=1, keepdims=True)
    sigma = seen.std(axis=1, keepdims=True)
    return *((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("sigma of all examples", hint="sigma comes from the training set alone, too")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = np.hstack([X_train, X_dev, X_test]).std(axis=1, keepdims=True)
    return *((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("each set with statistics of its own", hint="use those of the training set for every set")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    sets = []
    for X in (X_train, X_dev, X_test):
        mu, sigma = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
        sets.append((X - mu) / (sigma + epsilon))
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    return *sets, mu, sigma


@wrong("test set with statistics of its own", hint="use those of the training set for every set")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    train, dev = ((X - mu) / (sigma + epsilon) for X in (X_train, X_dev))
    test = (X_test - X_test.mean(axis=1, keepdims=True)) / (X_test.std(axis=1, keepdims=True) + epsilon)
    return train, dev, test, mu, sigma


@wrong("dev and test set left as they are", hint="apply mu and sigma to all three sets")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    return (X_train - mu) / (sigma + epsilon), X_dev, X_test, mu, sigma


@wrong("variance in place of the standard deviation", hint="sigma is the root of the variance")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.var(axis=1, keepdims=True)
    return *((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("divided by the variance, sigma right", hint="divide by the standard deviation")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    return *((X - mu) / (sigma**2 + epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("divided by the number minus one", hint="divide by the number of examples, as np.std does")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = X_train.mean(axis=1, keepdims=True)
    num = max(X_train.shape[1] - 1, 1)
    sigma = np.sqrt(((X_train - mu) ** 2).sum(axis=1, keepdims=True) / num)
    return *((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("mean over features in place of examples", hint="one mean for each feature: axis=1")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=0, keepdims=True), X_train.std(axis=0, keepdims=True)
    sets = [(X - X.mean(axis=0)) / (X.std(axis=0) + epsilon) for X in (X_train, X_dev, X_test)]
    return *sets, mu, sigma


@wrong("one mean and deviation for everything", hint="every feature has its own: axis=1")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(), X_train.std()
    return *((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("mu and sigma with one dimension", hint="keep two: (n_x, 1)")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1), X_train.std(axis=1)
    sets = [((X.T - mu) / (sigma + epsilon)).T for X in (X_train, X_dev, X_test)]
    return *sets, mu, sigma


@wrong("broadcast along the wrong axis", hint="keepdims=True keeps mu a column")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1), X_train.std(axis=1)
    return *((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("no epsilon", hint="a constant feature gives 0 / 0: add epsilon to sigma")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    return *((X - mu) / sigma for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("epsilon typed in", hint="use the epsilon that is given")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    return *((X - mu) / (sigma + 1e-8) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("epsilon under the root", hint="epsilon is added to sigma, not to the variance")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    return *((X - mu) / np.sqrt(sigma**2 + epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("epsilon as a lower limit", hint="add epsilon to sigma")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    return *((X - mu) / np.maximum(sigma, epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("epsilon in the sigma that is returned", hint="return sigma without epsilon")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True) + epsilon
    return *((X - mu) / sigma for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("brackets missing", hint="(X - mu) / (sigma + epsilon): mind both brackets")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        return *((X - mu) / sigma + epsilon for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("centred only", hint="divide by sigma + epsilon, too")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    return X_train - mu, X_dev - mu, X_test - mu, mu, sigma


@wrong("scaled only", hint="subtract mu, too")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    return *(X / (sigma + epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("scaled to the range from 0 to 1", hint="subtract the mean, divide by the standard deviation")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = X_train.min(axis=1, keepdims=True)
    sigma = X_train.max(axis=1, keepdims=True) - mu
    return *((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)), mu, sigma


@wrong("written into the arguments", hint="the arguments belong to the caller: work on copies")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    for X in (X_train, X_dev, X_test):
        X -= mu
        X /= sigma + epsilon
    return X_train, X_dev, X_test, mu, sigma


@wrong("copied, but whole numbers stay whole", hint="X may hold whole numbers: make the result float")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    sets = [X.copy() for X in (X_train, X_dev, X_test)]
    for X in sets:
        X[:] = (X - mu) / (sigma + epsilon)
    return *sets, mu, sigma


@wrong("mu and sigma not returned", hint="return mu and sigma as well: they belong to the classifier")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu, sigma = X_train.mean(axis=1, keepdims=True), X_train.std(axis=1, keepdims=True)
    return tuple((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test))


@wrong("epsilon of 0 replaced", hint="0 is an epsilon, too")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    epsilon = epsilon or 1e-8
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = X_train.std(axis=1, keepdims=True)
    sets = [(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]
    return *sets, mu, sigma


@wrong("another default of epsilon", hint="epsilon is 1e-8 if not given")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-7):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = X_train.std(axis=1, keepdims=True)
    sets = [(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]
    return *sets, mu, sigma


@wrong("mean square minus square of the mean", hint="subtract mu first, then square: no digits are lost")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = np.sqrt(np.maximum(0, (X_train**2.0).mean(axis=1, keepdims=True) - mu**2))
    sets = [(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]
    return *sets, mu, sigma


@wrong("small deviations taken for zero", hint="only epsilon is there for sigma = 0")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = X_train.std(axis=1, keepdims=True)
    divisor = np.where(np.isclose(sigma, 0, atol=1e-5), 1, sigma) + epsilon
    sets = [(X - mu) / divisor for X in (X_train, X_dev, X_test)]
    return *sets, mu, sigma


@wrong("an empty set as a list", hint="an empty set keeps its shape")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = X_train.std(axis=1, keepdims=True)
    sets = [(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]
    sets = [X if X.size else [] for X in sets]
    return *sets, mu, sigma


@wrong("dev and test set cut off to whole numbers", hint="make the result float")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = X_train.std(axis=1, keepdims=True)
    sets = [(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]
    sets[1:] = [x.astype(X.dtype) for x, X in zip(sets[1:], (X_dev, X_test), strict=True)]
    return *sets, mu, sigma


@right("loops over features, a list in return")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    n = X_train.shape[0]
    sets = [np.empty(X.shape) for X in (X_train, X_dev, X_test)]
    mu, sigma = np.zeros((n, 1)), np.zeros((n, 1))
    for i in range(n):
        mu[i, 0] = sum(X_train[i]) / len(X_train[i])
        sigma[i, 0] = np.sqrt(np.mean((X_train[i] - mu[i, 0]) ** 2))
        for normalized, X in zip(sets, (X_train, X_dev, X_test), strict=True):
            normalized[i] = (X[i] - mu[i, 0]) / (sigma[i, 0] + epsilon)
    return [*sets, mu, sigma]


@right("reshaped statistics and a helper function")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = np.mean(X_train, axis=1).reshape(-1, 1)
    sigma = np.var(X_train, axis=1)[:, np.newaxis] ** 0.5

    def apply(X):
        return np.divide(np.subtract(X, mu), sigma + epsilon)

    return apply(X_train), apply(X_dev), apply(X_test), mu, sigma


@right("rows in place of columns within, float32 in return")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    rows = X_train.T
    mu, sigma = rows.mean(axis=0), rows.std(axis=0)
    train, dev, test = (
        ((X.T - mu) * (1 / (sigma + epsilon))).T.astype(np.float32) for X in (X_train, X_dev, X_test)
    )
    return train, dev, test, mu[:, None], sigma[:, None]


@right("copies written into, all sets at once")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    a, b = X_train.shape[1], X_train.shape[1] + X_dev.shape[1]
    everything = np.concatenate([X_train, X_dev, X_test], axis=1).astype(float)
    mu = everything[:, :a].mean(axis=1, keepdims=True)
    everything -= mu
    sigma = np.linalg.norm(everything[:, :a], axis=1, keepdims=True) / np.sqrt(a)
    everything /= sigma + epsilon
    return everything[:, :a], everything[:, a:b], everything[:, b:], mu, sigma


@right("statistics through matrix products, as matrices of lists")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    ones = np.ones((X_train.shape[1], 1)) / X_train.shape[1]
    mu = X_train @ ones
    sigma = np.sqrt((X_train - mu) ** 2 @ ones)
    return *((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)), mu.tolist(), sigma


@wrong("mean of whole numbers is whole", hint="X may hold whole numbers: make the result float")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = X_train.mean(axis=1, keepdims=True).astype(X_train.dtype)
    sigma = X_train.std(axis=1, keepdims=True)
    sets = [(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]
    return *sets, mu, sigma


@wrong("sum // m", hint="X may hold whole numbers: make the result float")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = (
        X_train.sum(axis=1, keepdims=True) // X_train.shape[1]
        if X_train.dtype.kind == "i"
        else X_train.mean(axis=1, keepdims=True)
    )
    sigma = X_train.std(axis=1, keepdims=True)
    sets = [(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]
    return *sets, mu, sigma


@wrong("sets rounded to 8 digits", hint="do not round")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = X_train.std(axis=1, keepdims=True)
    sets = [((X - mu) / (sigma + epsilon)).round(8) for X in (X_train, X_dev, X_test)]
    return *sets, mu, sigma


@wrong("small sigma taken for 0", hint="sigma: subtract mu first, then square")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = X_train.std(axis=1, keepdims=True)
    sigma[sigma < 1e-6] = 0
    sets = [(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]
    return *sets, mu, sigma


@wrong("first 10 examples", hint="use all training examples, divide by m, and cut off nothing")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    mu = X_train.mean(axis=1, keepdims=True)
    sigma = X_train[:, :10].std(axis=1, keepdims=True)
    sets = [(X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)]
    return *sets, mu, sigma


@right("columns by columns")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    m = X_train.shape[1]
    mu = (X_train @ np.ones(m) / m)[:, np.newaxis]
    centred = X_train - mu
    sigma = np.linalg.norm(centred, axis=1, keepdims=True) / np.sqrt(m)
    return tuple((X - mu) / (sigma + epsilon) for X in (X_train, X_dev, X_test)) + (mu, sigma)


@right("copies in float, changed in place")
def normalize_train_dev_test(X_train, X_dev, X_test, epsilon=1e-8):
    sets = [np.array(X, dtype=float) for X in (X_train, X_dev, X_test)]
    mu = np.mean(sets[0], axis=-1).reshape(-1, 1)
    sigma = np.sqrt(np.var(sets[0], axis=-1)).reshape(-1, 1)
    for X in sets:
        X -= mu
        X /= sigma + epsilon
    return [*sets, mu, sigma]


# ── error_report ─────────────────────────────────────────────────────────────────────────────────


@wrong("exactly the threshold counts", hint="a gap of exactly `threshold` does not count as high")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train - bayes >= threshold:
        found.add("high bias")
    if dev - train >= threshold:
        found.add("high variance")
    return found


@wrong("bias measured from zero", hint="subtract the Bayes error")
def error_report(bayes, train, dev, test):
    return {"avoidable_bias": train, "variance": dev - train, "dev_overfitting": test - dev}


@wrong("variance measured from Bayes", hint="variance is dev - train")
def error_report(bayes, train, dev, test):
    return {"avoidable_bias": train - bayes, "variance": dev - bayes, "dev_overfitting": test - dev}


@wrong("dev overfitting measured from the training error", hint="dev_overfitting is test - dev")
def error_report(bayes, train, dev, test):
    return {"avoidable_bias": train - bayes, "variance": dev - train, "dev_overfitting": test - train}


@wrong("dev overfitting measured from Bayes", hint="dev_overfitting is test - dev")
def error_report(bayes, train, dev, test):
    return {"avoidable_bias": train - bayes, "variance": dev - train, "dev_overfitting": test - bayes}


@wrong("variance and dev overfitting exchanged", hint="variance is dev - train")
def error_report(bayes, train, dev, test):
    return {"avoidable_bias": train - bayes, "variance": test - dev, "dev_overfitting": dev - train}


@wrong("variance from the test set", hint="variance is dev - train; the test set comes last")
def error_report(bayes, train, dev, test):
    return {"avoidable_bias": train - bayes, "variance": test - train, "dev_overfitting": test - dev}


@wrong("signs turned round", hint="later minus earlier: train - bayes, dev - train, test - dev")
def error_report(bayes, train, dev, test):
    return {"avoidable_bias": bayes - train, "variance": train - dev, "dev_overfitting": dev - test}


@wrong("per cent", hint="fractions, not per cent")
def error_report(bayes, train, dev, test):
    return {
        "avoidable_bias": 100 * (train - bayes),
        "variance": 100 * (dev - train),
        "dev_overfitting": 100 * (test - dev),
    }


@wrong("absolute values", hint="the differences may be negative: leave them so")
def error_report(bayes, train, dev, test):
    return {
        "avoidable_bias": abs(train - bayes),
        "variance": abs(dev - train),
        "dev_overfitting": abs(test - dev),
    }


@wrong("cut off at zero", hint="the differences may be negative: leave them so")
def error_report(bayes, train, dev, test):
    return {
        "avoidable_bias": max(0, train - bayes),
        "variance": max(0, dev - train),
        "dev_overfitting": max(0, test - dev),
    }


@wrong("rounded", hint="do not round")
def error_report(bayes, train, dev, test):
    return {
        "avoidable_bias": round(train - bayes, 2),
        "variance": round(dev - train, 2),
        "dev_overfitting": round(test - dev, 2),
    }


@wrong("shares of the test error", hint="differences, not shares")
def error_report(bayes, train, dev, test):
    whole = test or 1
    return {
        "avoidable_bias": (train - bayes) / whole,
        "variance": (dev - train) / whole,
        "dev_overfitting": (test - dev) / whole,
    }


@wrong("Bayes error as a fourth entry", hint="exactly the three entries asked for")
def error_report(bayes, train, dev, test):
    return {
        "bayes": bayes,
        "avoidable_bias": train - bayes,
        "variance": dev - train,
        "dev_overfitting": test - dev,
    }


@wrong("another name", hint='the entries are "avoidable_bias", "variance" and "dev_overfitting"')
def error_report(bayes, train, dev, test):
    return {"bias": train - bayes, "variance": dev - train, "dev_overfitting": test - dev}


@wrong("a tuple", hint="return a dict")
def error_report(bayes, train, dev, test):
    return train - bayes, dev - train, test - dev


@wrong("printed in place of returned", hint="end with a return")
def error_report(bayes, train, dev, test):
    print({"avoidable_bias": train - bayes, "variance": dev - train, "dev_overfitting": test - dev})


@wrong("a training error of 0 taken for none", hint="0 is an error, too")
def error_report(bayes, train, dev, test):
    train = train or bayes
    return {"avoidable_bias": train - bayes, "variance": dev - train, "dev_overfitting": test - dev}


@wrong("a dev error of 0 taken for none", hint="0 is an error, too")
def error_report(bayes, train, dev, test):
    dev = dev or train
    return {"avoidable_bias": train - bayes, "variance": dev - train, "dev_overfitting": test - dev}


@wrong("one sign turned round", hint="variance: mind the sign")
def error_report(bayes, train, dev, test):
    return {"avoidable_bias": train - bayes, "variance": train - dev, "dev_overfitting": test - dev}


@wrong("bias and variance exchanged", hint="avoidable_bias is Bayes to train, variance is train to dev")
def error_report(bayes, train, dev, test):
    return {"avoidable_bias": dev - train, "variance": train - bayes, "dev_overfitting": test - dev}


@right("differences of an array")
def error_report(bayes, train, dev, test):
    return dict(
        zip(
            ("avoidable_bias", "variance", "dev_overfitting"),
            np.diff([bayes, train, dev, test]),
            strict=True,
        )
    )


@right("dict(), other order, Python floats")
def error_report(bayes, train, dev, test):
    bias, variance = float(train) - float(bayes), float(dev) - float(train)
    return dict(dev_overfitting=float(test) - float(dev), variance=variance, avoidable_bias=bias)


@right("the whole gap minus the other two, as zero-dimensional arrays")
def error_report(bayes, train, dev, test):
    report = {"avoidable_bias": np.array(train - bayes), "variance": np.array(dev - train)}
    report["dev_overfitting"] = np.array((test - bayes) - sum(report.values()))
    return report


@right("in a loop, float32")
def error_report(bayes, train, dev, test):
    errors, names = [bayes, train, dev, test], ["avoidable_bias", "variance", "dev_overfitting"]
    report = {}
    for i, name in enumerate(names):
        report[name] = np.float32(errors[i + 1] - errors[i])
    return report


@wrong("rounded to 8 digits", hint="do not round, and leave out no difference")
def error_report(bayes, train, dev, test):
    return {
        "avoidable_bias": round(train - bayes, 8),
        "variance": round(dev - train, 8),
        "dev_overfitting": test - dev,
    }


@wrong("dev_overfitting rounded to 8 digits", hint="do not round")
def error_report(bayes, train, dev, test):
    return {
        "avoidable_bias": train - bayes,
        "variance": dev - train,
        "dev_overfitting": round(test - dev, 8),
    }


@wrong("small gaps cut", hint="do not round, and leave out no difference")
def error_report(bayes, train, dev, test):
    return {
        "avoidable_bias": train - bayes,
        "variance": dev - train,
        "dev_overfitting": test - dev if abs(test - dev) > 1e-3 else 0.0,
    }


@wrong("small gaps cut, 1e-2", hint="any error may be 0, and any difference negative or large")
def error_report(bayes, train, dev, test):
    return {
        "avoidable_bias": train - bayes,
        "variance": dev - train if abs(dev - train) > 1e-2 else 0.0,
        "dev_overfitting": test - dev,
    }


@wrong("no error taken for none given", hint="any error may be 0, and any difference negative or large")
def error_report(bayes, train, dev, test):
    return {
        "avoidable_bias": (train or bayes) - bayes,
        "variance": dev - train,
        "dev_overfitting": test - dev,
    }


@right("np.diff")
def error_report(bayes, train, dev, test):
    steps = np.diff(np.array([bayes, train, dev, test], dtype=float))
    return dict(zip(("avoidable_bias", "variance", "dev_overfitting"), steps, strict=True))


# ── diagnose ─────────────────────────────────────────────────────────────────────────────────────


@wrong("bias measured from zero", hint="compare the training error with the Bayes error")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train > threshold:
        found.add("high bias")
    if dev - train > threshold:
        found.add("high variance")
    return found


@wrong("variance measured from Bayes", hint="variance is dev - train")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train - bayes > threshold:
        found.add("high bias")
    if dev - bayes > threshold:
        found.add("high variance")
    return found


@wrong("dev error alone as variance", hint="variance is dev - train")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train - bayes > threshold:
        found.add("high bias")
    if dev > threshold:
        found.add("high variance")
    return found


@wrong("bias from the dev error", hint="bias is seen on the training set")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if dev - bayes > threshold:
        found.add("high bias")
    if dev - train > threshold:
        found.add("high variance")
    return found


@wrong("bias and variance exchanged", hint="bias is train - bayes, variance is dev - train")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train - bayes > threshold:
        found.add("high variance")
    if dev - train > threshold:
        found.add("high bias")
    return found


@wrong("never both", hint="both may hold: two ifs, no elif")
def diagnose(bayes, train, dev, threshold=0.02):
    if train - bayes > threshold:
        return {"high bias"}
    elif dev - train > threshold:
        return {"high variance"}
    return set()


@wrong("never both, variance first", hint="both may hold: two ifs, no elif")
def diagnose(bayes, train, dev, threshold=0.02):
    if dev - train > threshold:
        return {"high variance"}
    if train - bayes > threshold:
        return {"high bias"}
    return set()


@wrong("variance only where the bias is high", hint="the two have nothing to do with each other")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train - bayes > threshold:
        found.add("high bias")
        if dev - train > threshold:
            found.add("high variance")
    return found


@wrong("the larger gap alone", hint="both may hold, or none")
def diagnose(bayes, train, dev, threshold=0.02):
    if max(train - bayes, dev - train) <= threshold:
        return set()
    return {"high bias"} if train - bayes > dev - train else {"high variance"}


@wrong("gaps in per cent", hint="errors and threshold are fractions")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if 100 * (train - bayes) > threshold:
        found.add("high bias")
    if 100 * (dev - train) > threshold:
        found.add("high variance")
    return found


@wrong("threshold in per cent", hint="errors and threshold are fractions")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train - bayes > threshold / 100:
        found.add("high bias")
    if dev - train > threshold / 100:
        found.add("high variance")
    return found


@wrong("threshold typed in", hint="use the threshold that is given")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train - bayes > 0.02:
        found.add("high bias")
    if dev - train > 0.02:
        found.add("high variance")
    return found


@wrong("absolute gaps", hint="a training error below Bayes is not bias")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if abs(train - bayes) > threshold:
        found.add("high bias")
    if abs(dev - train) > threshold:
        found.add("high variance")
    return found


@wrong("relative gaps", hint="compare the difference with the threshold, not the ratio")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train > bayes * (1 + threshold):
        found.add("high bias")
    if dev > train * (1 + threshold):
        found.add("high variance")
    return found


@wrong("smaller in place of larger", hint="a gap is high if it is larger than the threshold")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train - bayes < threshold:
        found.add("high bias")
    if dev - train < threshold:
        found.add("high variance")
    return found


@wrong("a list", hint="return a set")
def diagnose(bayes, train, dev, threshold=0.02):
    found = []
    if train - bayes > threshold:
        found.append("high bias")
    if dev - train > threshold:
        found.append("high variance")
    return found


@wrong("one string", hint="return a set of strings")
def diagnose(bayes, train, dev, threshold=0.02):
    gaps = {"high bias": train - bayes, "high variance": dev - train}
    return " and ".join(name for name, gap in gaps.items() if gap > threshold)


@wrong("an empty dict in place of an empty set", hint="{} is an empty dict; an empty set is set()")
def diagnose(bayes, train, dev, threshold=0.02):
    found = {}
    if train - bayes > threshold:
        found = {"high bias"}
    if dev - train > threshold:
        found = {*found, "high variance"}
    return found


@wrong("letters in place of a string", hint='set("high bias") is a set of letters: use {"high bias"}')
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train - bayes > threshold:
        found |= set("high bias")
    if dev - train > threshold:
        found |= set("high variance")
    return found


@wrong("other words", hint='the words are "high bias" and "high variance"')
def diagnose(bayes, train, dev, threshold=0.02):
    gaps = {"bias": train - bayes, "variance": dev - train}
    return {name for name, gap in gaps.items() if gap > threshold}


@wrong("a word where nothing is high", hint="with nothing high, the set is empty")
def diagnose(bayes, train, dev, threshold=0.02):
    gaps = {"high bias": train - bayes, "high variance": dev - train}
    return {name for name, gap in gaps.items() if gap > threshold} or {"none"}


@wrong("None where nothing is high", hint="with nothing high, return an empty set")
def diagnose(bayes, train, dev, threshold=0.02):
    gaps = {"high bias": train - bayes, "high variance": dev - train}
    return {name for name, gap in gaps.items() if gap > threshold} or None


@wrong("a threshold of 0 replaced", hint="use the threshold that is given, 0, too")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    threshold = threshold or 0.02
    if train - bayes > threshold:
        found.add("high bias")
    if dev - train > threshold:
        found.add("high variance")
    return found


@wrong("gaps rounded to per cent", hint="do not round the gaps")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if round(train - bayes, 2) > threshold:
        found.add("high bias")
    if round(dev - train, 2) > threshold:
        found.add("high variance")
    return found


@wrong("one set for all calls", hint="is the set of an earlier call kept?")
def diagnose(bayes, train, dev, threshold=0.02, found=set()):  # noqa: B006
    if train - bayes > threshold:
        found.add("high bias")
    if dev - train > threshold:
        found.add("high variance")
    return found


@wrong("variance only above the Bayes error", hint="variance is dev - train")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train - bayes > threshold:
        found.add("high bias")
    if dev > bayes and dev - train > threshold:
        found.add("high variance")
    return found


@wrong("words with capitals", hint="the words are")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    if train - bayes > threshold:
        found.add("High bias")
    if dev - train > threshold:
        found.add("High variance")
    return found


@right("a frozenset, made in a loop")
def diagnose(bayes, train, dev, threshold=0.02):
    names, high = ("high bias", "high variance"), np.diff([bayes, train, dev]) > threshold
    return frozenset(names[i] for i in range(2) if high[i])


@right("sums in place of differences")
def diagnose(bayes, train, dev, threshold=0.02):
    bias = {"high bias"} if train > bayes + threshold else set()
    variance = {"high variance"} if dev > threshold + train else set()
    return bias | variance


@right("both assumed, then acquitted")
def diagnose(bayes, train, dev, threshold=0.02):
    found = {"high variance", "high bias"}
    if train - bayes <= threshold:
        found.discard("high bias")
    if not dev - train > threshold:
        found -= {"high variance"}
    return found


@right("what is left above the threshold, through a table")
def diagnose(bayes, train, dev, threshold=0.02):
    high = ((train - bayes) - threshold > 0, (dev - train) - threshold > 0)
    return {
        (False, False): set(),
        (True, False): {"high bias"},
        (False, True): {"high variance"},
        (True, True): {"high bias", "high variance"},
    }[high]


@right("a set made from a list of NumPy strings")
def diagnose(bayes, train, dev, threshold=0.02):
    names = np.array(["high bias", "high variance"])
    return set(names[[train - bayes > threshold, dev - train > threshold]])


@wrong("gaps rounded to 4 digits", hint="do not round the gaps, and take the threshold itself")
def diagnose(bayes, train, dev, threshold=0.02):
    gaps = {"high bias": train - bayes, "high variance": dev - train}
    return {name for name, gap in gaps.items() if round(gap, 4) > threshold}


@wrong(
    "gaps rounded to 5 digits, the threshold counts",
    hint="do not round the gaps, and take the threshold itself",
)
def diagnose(bayes, train, dev, threshold=0.02):
    gaps = {"high bias": train - bayes, "high variance": dev - train}
    return {name for name, gap in gaps.items() if round(gap, 5) >= threshold}


@wrong("1e-6 more", hint="do not round the gaps, and take the threshold itself")
def diagnose(bayes, train, dev, threshold=0.02):
    gaps = {"high bias": train - bayes, "high variance": dev - train}
    return {name for name, gap in gaps.items() if gap > threshold + 1e-6}


@wrong("0.02 at least", hint="compare each gap, as it is, with the threshold that is given")
def diagnose(bayes, train, dev, threshold=0.02):
    gaps = {"high bias": train - bayes, "high variance": dev - train}
    return {name for name, gap in gaps.items() if gap > max(threshold, 0.003)}


@wrong("no Bayes error", hint="an error may be 0 or 1")
def diagnose(bayes, train, dev, threshold=0.02):
    bayes = bayes or train
    gaps = {"high bias": train - bayes, "high variance": dev - train}
    return {name for name, gap in gaps.items() if gap > threshold}


@right("a tolerance for rounding")
def diagnose(bayes, train, dev, threshold=0.02):
    found = set()
    for name, (low, high) in {"high bias": (bayes, train), "high variance": (train, dev)}.items():
        if high - low > threshold and not np.isclose(high - low, threshold, rtol=0, atol=1e-12):
            found.add(name)
    return found
