"""Wrong and unusual solutions of `linear_function`, in source/week3/tensorflow_introduction.ipynb."""

import numpy as np
import tensorflow as tf

from autograder.variants import right, wrong

wrong(
    "entry by entry",
    hint="* multiplies entry by entry: use @ or tf.matmul",
    change={"matmul(W, X)": "convert_to_tensor(W) * X"},
)
wrong("biases left out", hint="this is W X: the biases are missing", change={"(W, X) + b": "(W, X)"})
wrong("X W in place of W X", hint="this is X W + b: W comes first", change={"(W, X)": "(X, W)"})
wrong(
    "W transposed",
    hint="W is not to be transposed: it is (n, n_x) already",
    change={"(W, X)": "(W, X, transpose_a=True)"},
)
wrong(
    "X transposed",
    hint="X is not to be transposed: examples are columns already",
    change={"(W, X)": "(W, X, transpose_b=True)"},
)
wrong(
    "biases added before the product",
    hint="first the product, then b",
    change={"(W, X) + b": "(W, tf.add(X, b))"},
)
wrong(
    "biases as a row",
    hint="b is a column: one bias for each row of W",
    change={"(W, X) + b": "(W, X) + tf.transpose(b)"},
)
wrong("biases subtracted", hint="b is added, not subtracted", change={"(W, X) +": "(W, X) -"})
wrong(
    "NumPy's arithmetic",
    hint="for NumPy arrays, too, the result is a tensor: use tf.matmul",
    change={"tf.matmul(W, X)": "W @ X"},
)
wrong(
    "np.dot",
    hint="compute with TensorFlow's functions to the end; NumPy, `.numpy()` and `float()` leave it",
    change={"tf.matmul(W, X) + b": "np.dot(W, X) + np.asarray(b)"},
)
wrong(
    "a NumPy array at the end",
    hint="compute with TensorFlow's functions to the end; NumPy, `.numpy()` and `float()` leave it",
    change={"tf.matmul(W, X) + b": "(tf.matmul(W, X) + b).numpy()"},
)
wrong(
    "cast to float32",
    hint="keep the dtype of the arguments",
    change={"return ": "X, W, b = (tf.cast(value, tf.float32) for value in (X, W, b))\n    return "},
)
wrong(
    "draws its own W and b",
    hint="W X + b, of the arguments as they are",
    change={"return ": "W = tf.random.normal(tf.shape(W), dtype=X.dtype)\n    return "},
)


@wrong("changes b", hint="do not assign to the arguments")
def linear_function(X, W, b):
    if isinstance(b, tf.Variable):
        result = tf.matmul(W, X) + b
        b.assign_add(tf.ones_like(b))
        return result
    return tf.matmul(W, X) + b


@right("tf.add, and @ between tensors")
def linear_function(X, W, b):
    return tf.add(tf.convert_to_tensor(W) @ X, b)


@right("einsum")
def linear_function(X, W, b):
    return tf.einsum("ij,jm->im", tf.convert_to_tensor(W), tf.convert_to_tensor(X)) + b


@right("np.dot, and back to a tensor")
def linear_function(X, W, b):
    return tf.constant(np.dot(np.asarray(W), np.asarray(X))) + b


@right("the biases as one more column of weights")
def linear_function(X, W, b):
    X, W, b = (tf.convert_to_tensor(value) for value in (X, W, b))
    return tf.concat([W, b], axis=1) @ tf.concat([X, tf.ones_like(X[:1])], axis=0)


@right("a loop over the examples")
def linear_function(X, W, b):
    X = tf.convert_to_tensor(X)
    columns = [tf.linalg.matvec(W, X[:, i]) + tf.reshape(b, [-1]) for i in range(X.shape[1])]
    return tf.stack(columns, axis=1)


@wrong("float32 on the way", hint="it was float32 on the way: keep the dtype of the arguments")
def linear_function(X, W, b):
    dtype = tf.convert_to_tensor(X).dtype
    X, W, b = (tf.cast(value, tf.float32) for value in (X, W, b))
    return tf.cast(W @ X + b, dtype)


wrong(
    "a variable",
    hint="return the tensor itself, not a new tf.Variable",
    change={"matmul(W, X) + b": "Variable(tf.matmul(W, X) + b)"},
)
