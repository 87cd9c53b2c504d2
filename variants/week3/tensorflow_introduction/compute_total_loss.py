"""Wrong and unusual solutions of `compute_total_loss`, in source/week3/tensorflow_introduction.ipynb."""

import numpy as np
import tensorflow as tf

from autograder.variants import right, wrong

wrong(
    "mean in place of the sum",
    hint="the sum over the examples, not their mean",
    change={"tf.reduce_sum": "tf.reduce_mean"},
)
wrong(
    "transposed",
    hint="examples are rows, here and for Keras: transpose nothing",
    change={"labels, logits, from": "tf.transpose(labels), tf.transpose(logits), from"},
)
wrong(
    "not from logits",
    hint="these are logits: from_logits=True",
    change={
        ", from_logits=True": "",
    },
)
wrong(
    "softmax before from_logits=True",
    hint="from_logits=True is a softmax already: take out the other one",
    change={"labels, logits,": "labels, tf.nn.softmax(logits),"},
)
wrong(
    "softmax over the examples, and from_logits=True",
    hint="from_logits=True is a softmax already: take out yours, over the wrong axis",
    change={"labels, logits,": "labels, tf.nn.softmax(logits, axis=0),"},
)


@wrong("softmax over the wrong axis", hint="a softmax for each example: axis=1, or from_logits=True")
def compute_total_loss(logits, labels):
    A = tf.nn.softmax(logits, axis=0)
    return tf.reduce_sum(tf.keras.losses.categorical_crossentropy(labels, A))


wrong(
    "arguments swapped",
    hint="labels first, then logits",
    change={"labels, logits, from": "logits, labels, from"},
)
wrong(
    "binary cross-entropy",
    hint="binary cross-entropy is for yes or no: take the categorical one",
    change={
        (
            "keras.losses.categorical_crossentropy(\n        labels, logits, from_logits=True\n    )"
        ): "nn.sigmoid_cross_entropy_with_logits(labels, logits)"
    },
)
wrong(
    "Keras' binary cross-entropy",
    hint="binary cross-entropy is for yes or no, and a mean: take the categorical one",
    change={"categorical_crossentropy": "binary_crossentropy"},
)
wrong(
    "a loss per example", hint="add the losses up: tf.reduce_sum", change={"tf.reduce_sum(losses)": "losses"}
)
wrong(
    "a Python number",
    hint="float() leaves the tape: return the tensor",
    change={"tf.reduce_sum(losses)": "float(tf.reduce_sum(losses))"},
)


@wrong("through NumPy", hint="the tape does not see NumPy: use TensorFlow's functions")
def compute_total_loss(logits, labels):
    Z = logits.numpy()
    Z = Z - Z.max(axis=1, keepdims=True)
    return tf.constant(np.sum(np.log(np.exp(Z).sum(axis=1)) - (Z * labels.numpy()).sum(axis=1)))


@wrong(
    "logarithm of the softmax, which overflows",
    hint="an exponential overflows: from the logits in one function, from_logits=True",
)
def compute_total_loss(logits, labels):
    E = tf.exp(logits)
    return -tf.reduce_sum(labels * tf.math.log(E / tf.reduce_sum(E, axis=1, keepdims=True)))


@wrong("a small number in the logarithm", hint="no epsilon: it caps the loss; from_logits=True needs none")
def compute_total_loss(logits, labels):
    return -tf.reduce_sum(labels * tf.math.log(tf.nn.softmax(logits) + 1e-8))


wrong(
    "sign missing",
    hint="a loss is not negative: mind the sign",
    change={
        (
            "tf.keras.losses.categorical_crossentropy(\n        labels, logits, from_logits=True\n    )"
        ): "labels * tf.nn.log_softmax(logits)"
    },
)


@wrong("reduced by Keras, to the mean", hint="the sum over the examples, not their mean")
def compute_total_loss(logits, labels):
    loss = tf.keras.losses.CategoricalCrossentropy(from_logits=True)
    return loss(labels, logits)


@right("tf.nn")
def compute_total_loss(logits, labels):
    return tf.reduce_sum(tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits))


@right("logsumexp")
def compute_total_loss(logits, labels):
    return tf.reduce_sum(tf.reduce_logsumexp(logits, axis=1) - tf.reduce_sum(labels * logits, axis=1))


@right("from class numbers")
def compute_total_loss(logits, labels):
    classes = tf.argmax(labels, axis=1)
    return tf.reduce_sum(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=classes, logits=logits))


@right("Keras' class, told to add up")
def compute_total_loss(logits, labels):
    loss = tf.keras.losses.CategoricalCrossentropy(from_logits=True, reduction="sum")
    return loss(labels, logits)


@right("a loop over the examples")
def compute_total_loss(logits, labels):
    total = tf.constant(0.0)
    for i in range(logits.shape[0]):
        total -= tf.tensordot(labels[i], tf.nn.log_softmax(logits[i]), 1)
    return total


@wrong(
    "shifted by the largest logit of all examples",
    hint="each example is alone: shift each by its own largest logit",
)
def compute_total_loss(logits, labels):
    Z = logits - tf.reduce_max(logits)
    return tf.reduce_sum(tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1)) - tf.reduce_sum(labels * Z, axis=1))


@wrong(
    "exponentials in float64",
    hint="an exponential overflows: from the logits in one function, from_logits=True",
)
def compute_total_loss(logits, labels):
    total = tf.reduce_sum(tf.exp(tf.cast(logits, tf.float64)), axis=1)
    return tf.cast(tf.reduce_sum(tf.math.log(total)), tf.float32) - tf.reduce_sum(labels * logits)


wrong(
    "logits cut off",
    hint="nothing is cut off: from_logits=True takes any logit",
    change={"labels, logits,": "labels, tf.clip_by_value(logits, -500, 500),"},
)


@right("shifted by the largest logit of each example")
def compute_total_loss(logits, labels):
    Z = logits - tf.reduce_max(logits, axis=1, keepdims=True)
    return tf.reduce_sum(tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1)) - tf.reduce_sum(labels * Z, axis=1))


wrong(
    "small losses left out",
    hint="small losses count, too",
    change={"(losses)": "(tf.where(losses < 0.001, 0.0, losses))"},
)
