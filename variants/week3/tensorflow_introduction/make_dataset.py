"""Wrong and unusual solutions of `make_dataset`, in source/week3/tensorflow_introduction.ipynb."""

import numpy as np
import tensorflow as tf

from autograder.variants import right, same, wrong

same("before it is batched, a dataset is as long as X", change={"shuffle(len(X)": "shuffle(len(dataset)"})
same("X and Y have as many examples", change={"shuffle(len(X)": "shuffle(len(Y)"})
wrong(
    "batched before it is shuffled",
    hint="whole batches are shuffled: first `shuffle`, then `batch`",
    change={
        "((X, Y))": "((X, Y)).batch(batch_size)",
        "dataset.batch(batch_size)": "dataset",
    },
)
wrong(
    "a buffer of one",
    hint="call `shuffle` with a buffer for all of them",
    change={
        "len(X)": "1",
    },
)
wrong(
    "a buffer of one batch",
    hint="the buffer of `shuffle` should hold all examples",
    change={
        "len(X)": "batch_size",
    },
)
wrong(
    "a buffer of 1000",
    hint="the buffer of `shuffle` should hold all examples",
    change={
        "len(X)": "1000",
    },
)
wrong(
    "a buffer of 2048",
    hint="the buffer of `shuffle` should hold all examples",
    change={
        "len(X)": "2048",
    },
)
wrong(
    "a buffer of 10000",
    hint="the buffer of `shuffle` should hold all examples",
    change={
        "len(X)": "10_000",
    },
)
wrong(
    "the number of features as buffer",
    hint="the buffer of `shuffle` should hold all examples",
    change={
        "len(X)": "X.shape[1]",
    },
)


@wrong("X and Y shuffled apart", hint="shuffle pairs of X and Y, not each of them alone")
def make_dataset(X, Y, batch_size, shuffle, seed):
    parts = [tf.data.Dataset.from_tensor_slices(A) for A in (X, Y)]
    if shuffle:
        parts = [part.shuffle(len(X), seed=k if seed is None else seed + k) for k, part in enumerate(parts)]
    return tf.data.Dataset.zip(tuple(parts)).batch(batch_size)


@wrong("only X shuffled", hint="shuffle pairs of X and Y, not each of them alone")
def make_dataset(X, Y, batch_size, shuffle, seed):
    features, labels = (tf.data.Dataset.from_tensor_slices(A) for A in (X, Y))
    if shuffle:
        features = features.shuffle(len(X), seed=seed)
    return tf.data.Dataset.zip((features, labels)).batch(batch_size)


wrong(
    "the last batch dropped",
    hint="the last batch holds what is left",
    change={"(batch_size)": "(batch_size, drop_remainder=True)"},
)
wrong(
    "the same order in every epoch",
    hint="`shuffle` reshuffles in each pass, unless it is told not to or its result is kept",
    change={
        "(len(X), seed=seed)": ("(\n            len(X), seed=seed, reshuffle_each_iteration=False\n        )")
    },
)
wrong(
    "shuffled once, by NumPy",
    hint="`shuffle` reshuffles in each pass, unless it is told not to or its result is kept",
    change={
        "dataset = tf": (
            "if shuffle:\n"
            "        order = np.random.default_rng(seed).permutation(len(X))\n"
            "        X, Y = X[order], Y[order]\n"
            "    dataset = tf"
        ),
        "    if shuffle:\n        dataset = dataset.shuffle(len(X), seed=seed)\n": "",
    },
)
wrong(
    "kept in memory after the shuffle",
    hint="`shuffle` reshuffles in each pass, unless it is told not to or its result is kept",
    change={"(len(X), seed=seed)": "(len(X), seed=seed).cache()"},
)
wrong(
    "repeated for ever",
    hint="one pass is one epoch: no repeat",
    change={"dataset.batch": "dataset.repeat().batch"},
)
wrong(
    "batches turned into columns",
    hint="examples are rows already: do not transpose",
    change={
        "dataset.batch(batch_size)": (
            "dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))"
        )
    },
)
wrong(
    "not batched",
    hint="these are single examples: call `batch`",
    change={"dataset.batch(batch_size)": "dataset"},
)
wrong("always shuffled", hint="leave the order alone without `shuffle`", change={"if shuffle:": "if True:"})
wrong(
    "never shuffled", hint="call `shuffle` with a buffer for all of them", change={"if shuffle:": "if False:"}
)
wrong("seed ignored", hint="use `seed`; 0 is a seed like any other", change={", seed=seed": ""})
wrong(
    "a seed inside",
    hint="is there a seed inside? without one, no two datasets are alike",
    change={
        "seed=seed": "seed=seed or 1",
    },
)
wrong(
    "transposed first",
    hint="from_tensor_slices cuts rows, and examples are rows: do not transpose",
    change={"X, Y))": "X.T, Y.T))", "dataset.shuffle(len(X)": "dataset.shuffle(X.size"},
)
wrong(
    "a list of batches",
    hint="return the dataset: a list cannot be shuffled anew",
    change={"dataset.batch(batch_size)": "list(dataset.batch(batch_size))"},
)
wrong(
    "Y cast to float32",
    hint="keep the dtypes of X and Y",
    change={"((X, Y))": "((tf.cast(X, tf.float32), tf.cast(Y, tf.float32)))"},
)
wrong("X without Y", hint="the dataset holds pairs of X and Y", change={"((X, Y))": "(X)"})


@right("zipped, with a prefetch")
def make_dataset(X, Y, batch_size, shuffle, seed):
    parts = tuple(tf.data.Dataset.from_tensor_slices(A) for A in (X, Y))
    dataset = tf.data.Dataset.zip(parts)
    if shuffle:
        dataset = dataset.shuffle(buffer_size=len(dataset), seed=seed, reshuffle_each_iteration=True)
    return dataset.batch(batch_size).prefetch(tf.data.AUTOTUNE)


@right("numbers are shuffled, rows are gathered")
def make_dataset(X, Y, batch_size, shuffle, seed):
    m = X.shape[0]
    numbers = tf.data.Dataset.range(m)
    if shuffle:
        numbers = numbers.shuffle(m, seed=seed)
    X, Y = tf.constant(X), tf.constant(Y)
    return numbers.batch(batch_size).map(lambda i: (tf.gather(X, i), tf.gather(Y, i)))


@right("kept in memory before the shuffle, a larger buffer")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X, Y)).cache()
    if shuffle:
        dataset = dataset.shuffle(10 * len(X), seed)
    return dataset.batch(batch_size, num_parallel_calls=1)


@right("a generator that shuffles in NumPy, anew for each epoch")
def make_dataset(X, Y, batch_size, shuffle, seed):
    rng, m = np.random.default_rng(seed), len(X)

    def batches():
        order = rng.permutation(m) if shuffle else np.arange(m)
        for start in range(0, m, batch_size):
            part = order[start : start + batch_size]
            yield X[part], Y[part]

    signature = tuple(tf.TensorSpec((None, *A.shape[1:]), A.dtype) for A in (X, Y))
    return tf.data.Dataset.from_generator(batches, output_signature=signature)


wrong(
    "seed 0 taken for 1",
    hint="use all of `seed`; 0 is a seed like any other",
    change={"seed=seed": "seed=seed if seed is None else seed or 1"},
)
wrong(
    "shuffled once by NumPy, and then with a small buffer",
    hint="one permutation beforehand is not enough: `shuffle` with a buffer for all examples",
    change={
        "dataset = tf": (
            "if shuffle:\n"
            "        order = np.random.default_rng(seed).permutation(len(X))\n"
            "        X, Y = X[order], Y[order]\n"
            "    dataset = tf"
        ),
        "(len(X), seed=seed)": "(batch_size, seed=seed)",
    },
)
wrong(
    "a single column of labels without its dimension",
    hint="a single column of labels keeps its dimension: Y_k is (size, 1)",
    change={"((X, Y))": "((X, Y[:, 0] if Y.shape[1] == 1 else Y))"},
)
