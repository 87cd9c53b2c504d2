"""TensorFlow's values cross as what they are, to and from a candidate in the sandbox."""

import os

import numpy as np
import pytest

from autograder.sandbox.sandbox import Sandbox

pytestmark = pytest.mark.slow

CELL = """
import numpy as np
import tensorflow as tf

optimizer = tf.keras.optimizers.Adam(0.25)

def initialize():
    W = tf.Variable(tf.random.normal((2, 3)))
    return {"W1": W, "W2": W, "W3": tf.Variable(W), "b": tf.Variable(tf.zeros((2, 1)), trainable=False)}

def step(X, parameters):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(parameters["W"] @ X)
    parameters["W"].assign_sub(tape.gradient(loss, parameters["W"]))
    return loss

def make_dataset(n):
    return tf.data.Dataset.from_tensor_slices((np.arange(n), -np.arange(n))).batch(4)

def forever():
    return tf.data.Dataset.range(3).repeat()

def learning_rate(optimizer):
    return float(optimizer.learning_rate.numpy())

@tf.function
def double(x):
    return 2 * x
"""
NAMES = ["optimizer", "initialize", "step", "make_dataset", "forever", "learning_rate", "double"]


@pytest.fixture(scope="module")
def tf():
    os.environ |= {"TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0"}
    return pytest.importorskip("tensorflow", reason="needs the extra `tensorflow`: see pyproject.toml")


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")  # TensorFlow's and Keras's own, when they are imported
def test_tensors_variables_data_sets_and_optimizers_cross(tf):
    sandbox = Sandbox(("import tensorflow as tf",))
    try:
        with sandbox.candidate() as line, line.lasting(120) as peer:
            assert peer.request("run", CELL) == {"outputs": []}
            names = peer.request("look_up", NAMES)

            made = names["initialize"]()
            assert all(isinstance(value, tf.Variable) for value in made.values())
            assert made["W1"] is made["W2"] and made["W1"] is not made["W3"]
            assert np.array_equal(made["W1"], made["W3"])
            assert made["W1"].trainable and not made["b"].trainable

            X, W = tf.ones((3, 1)), tf.Variable(tf.ones((2, 3)))
            loss = names["step"](X, {"W": W})
            assert isinstance(loss, tf.Tensor) and loss.dtype == tf.float32 and loss.shape == ()
            assert float(loss) == 6
            assert np.all(W.numpy() == 0)  # assigned there, and so here

            batches = [[part.numpy().tolist() for part in batch] for batch in names["make_dataset"](6)]
            assert batches == [[[0, 1, 2, 3], [0, -1, -2, -3]], [[4, 5], [-4, -5]]]
            with pytest.raises(ValueError, match="more than 10000 items, or it never ends"):
                list(names["forever"]())

            assert names["learning_rate"](names["optimizer"]) == 0.25
            for kind in (tf.float32, tf.float64, tf.int32):
                doubled = names["double"](tf.constant([1, 0], kind))
                assert (doubled.dtype, doubled.numpy().tolist()) == (kind, [2, 0])
    finally:
        sandbox.close()
