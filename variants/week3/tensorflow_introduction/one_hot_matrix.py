"""Wrong and unusual solutions of `one_hot_matrix`, in source/week3/tensorflow_introduction.ipynb."""

import numpy as np
import tensorflow as tf

from autograder.variants import right, wrong

wrong(
    "not reshaped",
    hint="a label in an array of length 1 has to give (C,), too: tf.reshape",
    change={"reshape(tf.one_hot(label, C), (C,))": "one_hot(label, C)"},
)
wrong("a column", hint="the shape is (C,), not (C, 1)", change={"(label, C), (C,)": "(label, C), (C, 1)"})
wrong("a row", hint="the shape is (C,), not (1, C)", change={"(label, C), (C,)": "(label, C), (1, C)"})
wrong(
    "always six classes", hint="use C, the number of classes", change={"(label, C), (C,)": "(label, 6), (6,)"}
)
wrong(
    "integers",
    hint="the result is float32, not whole numbers",
    change={"(label, C)": "(label, C, dtype=tf.int32)"},
)
wrong(
    "classes counted from 1",
    hint="classes are counted from 0",
    change={"(label, C)": "(tf.convert_to_tensor(label) - 1, C)"},
)
wrong(
    "one place too far",
    hint="one place too far: the label itself is the place",
    change={"(label, C)": "(tf.convert_to_tensor(label) + 1, C)"},
)
wrong(
    "0 and 1 exchanged",
    hint="the 1 and the 0 have changed places",
    change={"(label, C)": "(label, C, on_value=0.0, off_value=1.0)"},
)
wrong(
    "a NumPy array",
    hint="return a tensor: NumPy's arrays are none",
    change={"tf.reshape(tf.one_hot(label, C), (C,))": "np.eye(C, dtype=np.float32)[np.reshape(label, ())]"},
)
wrong(
    "places up to the label",
    hint="only the place of the label is 1, not all up to it",
    change={
        "reshape(tf.one_hot(label, C), (C,))": (
            "cast(tf.range(C) <= tf.reshape(tf.cast(label, tf.int32), ()), tf.float32)"
        )
    },
)
wrong(
    "counted from the back",
    hint="this is counted from the back: the first place is class 0",
    change={"reshape(tf.one_hot(label, C), (C,))": "reverse(tf.reshape(tf.one_hot(label, C), (C,)), [0])"},
)


@wrong("the label in place of 1", hint="a 1 at the place, not the label")
def one_hot_matrix(label, C=6):
    value = tf.reshape(tf.cast(label, tf.float32), ())
    return tf.reshape(tf.one_hot(label, C), (C,)) * (value + 1)


wrong(
    "float64",
    hint="the result is float32, not float64",
    change={"(label, C)": "(label, C, dtype=tf.float64)"},
)
wrong(
    "labels in arrays only",
    hint="label is a number, or an array with one",
    change={"reshape(tf.one_hot(label, C), (C,))": "one_hot(label[0], C)"},
)


@right("a comparison")
def one_hot_matrix(label, C=6):
    label = tf.reshape(tf.cast(label, tf.int64), ())
    return tf.cast(tf.equal(tf.range(C, dtype=tf.int64), label), tf.float32)


@right("a row of the identity")
def one_hot_matrix(label, C=6):
    return tf.reshape(tf.gather(tf.eye(C), label), [-1])


@right("a NumPy array, made a tensor")
def one_hot_matrix(label, C=6):
    vector = np.zeros(C, dtype=np.float32)
    vector[np.array(label).item()] = 1
    return tf.constant(vector)


@right("along axis 0, then squeezed")
def one_hot_matrix(label, C=6):
    column = tf.one_hot(tf.reshape(label, [1]), depth=C, axis=0)  # (C, 1)
    return tf.squeeze(column, axis=1)


wrong(
    "nearly 0 and 1",
    hint="the entries are exactly 0 and 1: leave on_value and off_value as they are",
    change={"(label, C)": "(label, C, on_value=1.0, off_value=1e-5)"},
)
wrong(
    "the label as a small integer",
    hint="the label may be any number below C: int8 ends at 127",
    change={"(label, C)": "(tf.cast(label, tf.int8), C)"},
)
