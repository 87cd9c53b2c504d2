"""Wrong and unusual solutions of `sigmoid`, in source/week3/tensorflow_introduction.ipynb."""

import numpy as np
import tensorflow as tf

from autograder.variants import right, wrong

wrong("tanh", hint="this is tanh; the sigmoid goes from 0 to 1", change={"tf.sigmoid": "tf.tanh"})
wrong(
    "not cast",
    hint="whole numbers have to be cast first: tf.cast(z, tf.float32)",
    change={"tf.cast(z, tf.float32)": "z"},
)
wrong(
    "softmax",
    hint="a softmax of one number is 1: the sigmoid looks at each entry alone",
    change={
        "sigmoid(tf.cast(z, tf.float32))": (
            "nn.softmax(tf.reshape(tf.cast(z, tf.float32), tf.shape([z])))[0]"
        )
    },
)
wrong(
    "a NumPy array at the end",
    hint="return the tensor: no `.numpy()` at the end",
    change={"(tf.cast(z, tf.float32))": "(tf.cast(z, tf.float32)).numpy()"},
)
wrong("float64", hint="cast to float32", change={"tf.float32": "tf.float64"})
wrong(
    "sign of z lost",
    hint="the sign of z is lost: e to the minus z",
    change={"tf.sigmoid(tf.cast(z, tf.float32))": "1 / (1 + tf.exp(tf.cast(z, tf.float32)))"},
)
wrong(
    "brackets missing",
    hint="divide 1 by the whole sum: 1 / (1 + e^-z)",
    change={"tf.sigmoid(tf": "1 / 1 + tf.exp(-tf"},
)
wrong(
    "hard sigmoid",
    hint="this is made of straight lines; the sigmoid is curved",
    change={"tf.sigmoid": "tf.keras.activations.hard_sigmoid"},
)
wrong(
    "rounded",
    hint="return the number as it is: do not round",
    change={"sigmoid(tf.cast(z, tf.float32))": "round(100 * tf.sigmoid(tf.cast(z, tf.float32))) / 100"},
)


@wrong(
    "e^z / (1 + e^z), which overflows",
    hint="for large z, e^z overflows, and inf / inf is NaN: use e^-z, or tf.sigmoid",
)
def sigmoid(z):
    e = tf.exp(tf.cast(z, tf.float32))
    return e / (1 + e)


wrong(
    "cast to whole numbers",
    hint="cast to tf.float32, not to whole numbers",
    change={"z, tf.": "tf.cast(z, tf.int32), tf."},
)
wrong(
    "always a vector",
    hint="keep the shape of z",
    change={"cast(z, tf.float32)": "reshape(tf.cast(z, tf.float32), [-1])"},
)
wrong(
    "its logarithm", hint="this is the logarithm of the sigmoid", change={"tf.sigmoid": "tf.math.log_sigmoid"}
)


@right("Keras' activation")
def sigmoid(z):
    return tf.keras.activations.sigmoid(tf.cast(z, "float32"))


@right("from the formula")
def sigmoid(z):
    z = tf.cast(tf.convert_to_tensor(z), tf.float32)
    return 1.0 / (1.0 + tf.exp(-z))


@right("from tanh")
def sigmoid(z):
    half = tf.cast(z, tf.float32) / 2
    return (tf.tanh(half) + 1) * 0.5


@right("in float64, then cast")
def sigmoid(z):
    return tf.cast(tf.math.sigmoid(tf.cast(z, tf.float64)), tf.float32)


wrong(
    "the sign changed before the cast",
    hint="first cast, then change the sign: uint8 has no minus",
    change={"tf.sigmoid(tf.cast(z, tf.float32))": "1 / (1 + tf.exp(tf.cast(-np.asarray(z), tf.float32)))"},
)


@wrong(
    "e^z / (1 + e^z) in float64",
    hint="for large z, e^z overflows, and inf / inf is NaN: use e^-z, or tf.sigmoid",
)
def sigmoid(z):
    e = tf.exp(tf.cast(z, tf.float64))
    return tf.cast(e / (1 + e), tf.float32)


wrong(
    "0 or 1 beyond 4",
    hint="z is not to be cut off: no exponential of it may overflow, that is all",
    change={
        "return tf.sigmoid(tf.cast(z, tf.float32))": (
            "z = tf.cast(z, tf.float32)\n"
            "    return tf.where(tf.abs(z) > 4, tf.cast(z > 0, tf.float32), tf.sigmoid(z))"
        )
    },
)
wrong(
    "z cut off at 7",
    hint="z is not to be cut off: no exponential of it may overflow, that is all",
    change={"cast(z, tf.float32)": "clip_by_value(tf.cast(z, tf.float32), -7.0, 7.0)"},
)


@right("a formula for each sign")
def sigmoid(z):
    z = tf.cast(z, tf.float32)
    e = tf.exp(-tf.abs(z))
    return tf.where(z >= 0, 1 / (1 + e), e / (1 + e))


@right("in NumPy, then a tensor")
def sigmoid(z):
    z = np.asarray(z).astype(np.float64)
    return tf.constant((1 + np.tanh(z / 2)) / 2, dtype=tf.float32)
