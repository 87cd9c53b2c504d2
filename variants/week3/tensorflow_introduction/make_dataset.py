"""Wrong and unusual solutions of `make_dataset`, in source/week3/tensorflow_introduction.ipynb."""

import numpy as np
import tensorflow as tf

from autograder.variants import right, same, wrong

same("X and Y have as many examples", change={"shuffle(X.shape[1]": "shuffle(Y.shape[1]"})
wrong(
    "batched before it is shuffled",
    hint="whole batches are shuffled: first `shuffle`, then `batch`",
    change={
        "((X.T, Y.T))": "((X.T, Y.T)).batch(batch_size)",
        "    dataset = dataset.batch(batch_size)  # (size, n_x), (size, rows)\n": "",
    },
)
wrong(
    "a buffer of one",
    hint="call `shuffle` with a buffer for all of them",
    change={
        "X.shape[1]": "1",
        (
            "dataset = dataset.batch(batch_size)  # (size, n_x), (size, rows)\n    return dataset"
        ): "return dataset.batch(batch_size)",
    },
)
wrong(
    "a buffer of one batch",
    hint="the buffer of `shuffle` should hold all examples",
    change={
        "X.shape[1]": "batch_size",
        (
            "dataset = dataset.batch(batch_size)  # (size, n_x), (size, rows)\n    return dataset"
        ): "return dataset.batch(batch_size)",
    },
)
wrong(
    "a buffer of 1000",
    hint="the buffer of `shuffle` should hold all examples",
    change={
        "X.shape[1]": "1000",
        (
            "dataset = dataset.batch(batch_size)  # (size, n_x), (size, rows)\n    return dataset"
        ): "return dataset.batch(batch_size)",
    },
)
wrong(
    "a buffer of 2048",
    hint="the buffer of `shuffle` should hold all examples",
    change={
        "X.shape[1]": "2048",
        (
            "dataset = dataset.batch(batch_size)  # (size, n_x), (size, rows)\n    return dataset"
        ): "return dataset.batch(batch_size)",
    },
)
wrong(
    "a buffer of 10000",
    hint="the buffer of `shuffle` should hold all examples",
    change={
        "X.shape[1]": "10_000",
        (
            "dataset = dataset.batch(batch_size)  # (size, n_x), (size, rows)\n    return dataset"
        ): "return dataset.batch(batch_size)",
    },
)
wrong(
    "the number of features as buffer",
    hint="the buffer of `shuffle` should hold all examples",
    change={
        "X.shape[1]": "X.shape[0]",
        (
            "dataset = dataset.batch(batch_size)  # (size, n_x), (size, rows)\n    return dataset"
        ): "return dataset.batch(batch_size)",
    },
)


@wrong("X and Y shuffled apart", hint="use one permutation, and the same slices, for X and Y")
def make_dataset(X, Y, batch_size, shuffle, seed):
    parts = [tf.data.Dataset.from_tensor_slices(A.T) for A in (X, Y)]
    if shuffle:
        parts = [
            part.shuffle(X.shape[1], seed=k if seed is None else seed + k) for k, part in enumerate(parts)
        ]
    dataset = tf.data.Dataset.zip(tuple(parts)).batch(batch_size)
    return dataset.map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("only X shuffled", hint="use one permutation, and the same slices, for X and Y")
def make_dataset(X, Y, batch_size, shuffle, seed):
    features, labels = (tf.data.Dataset.from_tensor_slices(A.T) for A in (X, Y))
    if shuffle:
        features = features.shuffle(X.shape[1], seed=seed)
    dataset = tf.data.Dataset.zip((features, labels)).batch(batch_size)
    return dataset.map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


wrong(
    "the last batch dropped",
    hint="the last batch holds what is left",
    change={"(batch_size)": "(batch_size, drop_remainder=True)"},
)
wrong(
    "the same order in every epoch",
    hint="`shuffle` reshuffles in each pass, unless it is told not to or its result is kept",
    change={
        "(X.shape[1], seed=seed)": (
            "(\n            X.shape[1], seed=seed, reshuffle_each_iteration=False\n        )"
        )
    },
)
wrong(
    "shuffled once, by NumPy",
    hint="`shuffle` reshuffles in each pass, unless it is told not to or its result is kept",
    change={
        "dataset = tf": (
            "if shuffle:\n"
            "        order = np.random.default_rng(seed).permutation(X.shape[1])\n"
            "        X, Y = X[:, order], Y[:, order]\n"
            "    dataset = tf"
        ),
        "    if shuffle:\n        dataset = dataset.shuffle(X.shape[1], seed=seed)\n": "",
    },
)
wrong(
    "kept in memory after the shuffle",
    hint="`shuffle` reshuffles in each pass, unless it is told not to or its result is kept",
    change={"(X.shape[1], seed=seed)": "(X.shape[1], seed=seed).cache()"},
)
wrong(
    "repeated for ever",
    hint="one pass is one epoch: no repeat",
    change={"dataset.batch": "dataset.repeat().batch"},
)
wrong(
    "batches as rows",
    hint="examples are columns: transpose each batch",
    change={".map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))": ""},
)
wrong(
    "not batched",
    hint="these are single examples: call `batch`",
    change={"dataset = dataset.batch(batch_size)": "return dataset"},
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
        (
            "dataset = dataset.batch(batch_size)  # (size, n_x), (size, rows)\n    return dataset"
        ): "return dataset.batch(batch_size)",
    },
)
wrong(
    "not transposed",
    hint="from_tensor_slices cuts rows: transpose first",
    change={"X.T, Y.T": "X, Y", ".map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))": ""},
)
wrong(
    "a list of batches",
    hint="return the dataset: a list cannot be shuffled anew",
    change={
        "(batch_size)": "(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))",
        "dataset.map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))": "list(dataset)",
    },
)
wrong(
    "Y cast to float32",
    hint="keep the dtypes of X and Y",
    change={
        "(X.T, Y.T)": "(tf.cast(X.T, tf.float32), tf.cast(Y.T, tf.float32))",
        (
            "dataset = dataset.batch(batch_size)  # (size, n_x), (size, rows)\n    return dataset"
        ): "return dataset.batch(batch_size)",
    },
)
wrong(
    "X without Y",
    hint="the dataset holds pairs of X and Y",
    change={"(X.T, Y.T)": "X.T", "lambda X, Y: (tf.transpose(X), tf.transpose(Y))": "tf.transpose"},
)


@right("zipped, with a prefetch")
def make_dataset(X, Y, batch_size, shuffle, seed):
    parts = tuple(tf.data.Dataset.from_tensor_slices(tf.transpose(A)) for A in (X, Y))
    dataset = tf.data.Dataset.zip(parts)
    if shuffle:
        dataset = dataset.shuffle(buffer_size=len(dataset), seed=seed, reshuffle_each_iteration=True)

    def turned(X, Y):
        return tf.transpose(X), tf.transpose(Y)

    return dataset.batch(batch_size).map(turned).prefetch(tf.data.AUTOTUNE)


@right("numbers are shuffled, columns are gathered")
def make_dataset(X, Y, batch_size, shuffle, seed):
    m = X.shape[1]
    numbers = tf.data.Dataset.range(m)
    if shuffle:
        numbers = numbers.shuffle(m, seed=seed)
    X, Y = tf.constant(X), tf.constant(Y)
    return numbers.batch(batch_size).map(lambda i: (tf.gather(X, i, axis=1), tf.gather(Y, i, axis=1)))


@right("kept in memory before the shuffle, a larger buffer")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T)).cache()
    if shuffle:
        dataset = dataset.shuffle(10 * X.shape[1], seed)
    return dataset.batch(batch_size, num_parallel_calls=1).map(
        lambda X, Y: (tf.transpose(X), tf.transpose(Y))
    )


@right("a generator that shuffles in NumPy, anew for each epoch")
def make_dataset(X, Y, batch_size, shuffle, seed):
    rng, m = np.random.default_rng(seed), X.shape[1]

    def batches():
        order = rng.permutation(m) if shuffle else np.arange(m)
        for start in range(0, m, batch_size):
            part = order[start : start + batch_size]
            yield X[:, part], Y[:, part]

    signature = tuple(tf.TensorSpec((A.shape[0], None), A.dtype) for A in (X, Y))
    return tf.data.Dataset.from_generator(batches, output_signature=signature)


wrong(
    "seed 0 taken for 1",
    hint="use all of `seed`; 0 is a seed like any other",
    change={
        "seed=seed": "seed=seed if seed is None else seed or 1",
        (
            "dataset = dataset.batch(batch_size)  # (size, n_x), (size, rows)\n    return dataset"
        ): "return dataset.batch(batch_size)",
    },
)
wrong(
    "shuffled once by NumPy, and then with a small buffer",
    hint="one permutation beforehand is not enough: `shuffle` with a buffer for all examples",
    change={
        "dataset = tf": (
            "if shuffle:\n"
            "        order = np.random.default_rng(seed).permutation(X.shape[1])\n"
            "        X, Y = X[:, order], Y[:, order]\n"
            "    dataset = tf"
        ),
        "X.shape[1]": "batch_size",
    },
)
wrong(
    "a single row of labels without its dimension",
    hint="a single row of labels keeps its dimension: Y_k is (1, size)",
    change={
        "Y.T": "Y.T[:, 0] if len(Y) == 1 else Y.T",
        (
            "dataset = dataset.batch(batch_size)  # (size, n_x), (size, rows)\n    return dataset"
        ): "return dataset.batch(batch_size)",
    },
)
wrong(
    "seed cut to 16 bits",
    hint="use all of `seed`; 0 is a seed like any other",
    change={"seed=seed": "seed=None if seed is None else seed & 65535"},
)
wrong(
    "last digit of the seed",
    hint="use all of `seed`; 0 is a seed like any other",
    change={"seed=seed": "seed=None if seed is None else seed % 10"},
)
