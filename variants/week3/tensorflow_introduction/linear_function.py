"""Wrong and unusual solutions of `linear_function`, in source/week3/tensorflow_introduction.ipynb."""

import numpy as np
import tensorflow as tf

from autograder.variants import right, wrong

wrong(
    "entry by entry",
    hint="* multiplies entry by entry: use @ or tf.matmul",
    change={"matmul(X, W)": "convert_to_tensor(X) * W"},
)
wrong("biases left out", hint="this is X W: the biases are missing", change={"(X, W) + b": "(X, W)"})
wrong("W X in place of X W", hint="this is W X + b: X comes first", change={"(X, W)": "(W, X)"})
wrong(
    "W transposed",
    hint="W is not to be transposed: it is (n_x, n) already",
    change={"(X, W)": "(X, W, transpose_b=True)"},
)
wrong(
    "X transposed",
    hint="X is not to be transposed: examples are rows already",
    change={"(X, W)": "(X, W, transpose_a=True)"},
)
wrong(
    "biases added before the product",
    hint="first the product, then b",
    change={"(X, W) + b": "(tf.add(X, b), W)"},
)
wrong(
    "biases as a column",
    hint="there is one bias for each column of W: b is (n,) and needs no reshaping",
    change={"(X, W) + b": "(X, W) + tf.reshape(b, (-1, 1))"},
)
wrong("biases subtracted", hint="b is added, not subtracted", change={"(X, W) +": "(X, W) -"})
wrong(
    "NumPy's arithmetic",
    hint="for NumPy arrays, too, the result is a tensor: use tf.matmul",
    change={"tf.matmul(X, W)": "X @ W"},
)
wrong(
    "np.dot",
    hint="compute with TensorFlow's functions to the end; NumPy, `.numpy()` and `float()` leave it",
    change={"tf.matmul(X, W) + b": "np.dot(X, W) + np.asarray(b)"},
)
wrong(
    "a NumPy array at the end",
    hint="compute with TensorFlow's functions to the end; NumPy, `.numpy()` and `float()` leave it",
    change={"tf.matmul(X, W) + b": "(tf.matmul(X, W) + b).numpy()"},
)
wrong(
    "cast to float32",
    hint="keep the dtype of the arguments",
    change={"return ": "X, W, b = (tf.cast(value, tf.float32) for value in (X, W, b))\n    return "},
)
wrong(
    "draws its own W and b",
    hint="X W + b, of the arguments as they are",
    change={"return ": "W = tf.random.normal(tf.shape(W), dtype=X.dtype)\n    return "},
)


@wrong("changes b", hint="do not assign to the arguments")
def linear_function(X, W, b):
    if isinstance(b, tf.Variable):
        result = tf.matmul(X, W) + b
        b.assign_add(tf.ones_like(b))
        return result
    return tf.matmul(X, W) + b


@right("tf.add, and @ between tensors")
def linear_function(X, W, b):
    return tf.add(tf.convert_to_tensor(X) @ W, b)


@right("einsum")
def linear_function(X, W, b):
    return tf.einsum("mi,ij->mj", tf.convert_to_tensor(X), tf.convert_to_tensor(W)) + b


@right("np.dot, and back to a tensor")
def linear_function(X, W, b):
    return tf.constant(np.dot(np.asarray(X), np.asarray(W))) + b


@right("the biases as one more row of weights")
def linear_function(X, W, b):
    X, W, b = (tf.convert_to_tensor(value) for value in (X, W, b))
    return tf.concat([X, tf.ones_like(X[:, :1])], axis=1) @ tf.concat([W, b[None, :]], axis=0)


@right("a loop over the examples")
def linear_function(X, W, b):
    X, W = tf.convert_to_tensor(X), tf.convert_to_tensor(W)
    return tf.stack([tf.linalg.matvec(W, x, transpose_a=True) + b for x in X])


@wrong("float32 on the way", hint="it was float32 on the way: keep the dtype of the arguments")
def linear_function(X, W, b):
    dtype = tf.convert_to_tensor(X).dtype
    X, W, b = (tf.cast(value, tf.float32) for value in (X, W, b))
    return tf.cast(X @ W + b, dtype)


wrong(
    "a variable",
    hint="return the tensor itself, not a new tf.Variable",
    change={"matmul(X, W) + b": "Variable(tf.matmul(X, W) + b)"},
)
