"""Wrong and unusual solutions of `forward_propagation`, in source/week3/tensorflow_introduction.ipynb."""

import tensorflow as tf

from autograder.variants import right, wrong

wrong(
    "softmax at the end",
    hint="no softmax: return the logits, the loss takes it over",
    change={
        'A2 @ parameters["W3"] + parameters["b3"]': (
            'tf.nn.softmax(A2 @ parameters["W3"] + parameters["b3"])'
        )
    },
)
wrong(
    "softmax at the end, over the examples",
    hint="no softmax: return the logits, the loss takes it over",
    change={
        'A2 @ parameters["W3"] + parameters["b3"]': (
            'tf.nn.softmax(A2 @ parameters["W3"] + parameters["b3"], axis=0)'
        )
    },
)
wrong(
    "ReLU at the end",
    hint="no ReLU after the last layer",
    change={
        'A2 @ parameters["W3"] + parameters["b3"]': 'tf.nn.relu(A2 @ parameters["W3"] + parameters["b3"])'
    },
)
wrong(
    "no ReLU",
    hint="the hidden layers need a ReLU each",
    change={
        "tf.nn.relu(X @": "(X @",
        "tf.nn.relu(A1 @": "(A1 @",
    },
)
wrong(
    "Z1 for A1",
    hint="the ReLU of layer 1 is missing, or Z1 is used for A1",
    change={'tf.nn.relu(X @ parameters["W1"] + parameters["b1"])': 'X @ parameters["W1"] + parameters["b1"]'},
)
wrong(
    "Z2 for A2",
    hint="the ReLU of layer 2 is missing, or Z2 is used for A2",
    change={
        'tf.nn.relu(A1 @ parameters["W2"] + parameters["b2"])': 'A1 @ parameters["W2"] + parameters["b2"]'
    },
)
wrong(
    "biases left out",
    hint="the biases are missing",
    change={' + parameters["b1"]': "", ' + parameters["b2"]': "", ' + parameters["b3"]': ""},
)
wrong(
    "a variable on the way",
    hint="a tf.Variable made on the way cuts the tape",
    change={"(A1 @": "(tf.Variable(A1) @"},
)
wrong(
    ".numpy() on the way",
    hint="the tape has to follow to the end: no NumPy, no `.numpy()`, no stop_gradient",
    change={
        'tf.nn.relu(A1 @ parameters["W2"] + parameters["b2"])': (
            'np.maximum(0, (A1 @ parameters["W2"] + parameters["b2"]).numpy())'
        )
    },
)
wrong(
    "the parameters as arrays",
    hint="the tape has to follow the variables themselves: no `.numpy()`, no copies",
    change={
        "A1 = tf": (
            "parameters = {name: tf.constant(p.numpy()) for name, p in parameters.items()}\n    A1 = tf"
        )
    },
)
wrong(
    "the gradient stopped",
    hint="the tape has to follow to the end: no NumPy, no `.numpy()`, no stop_gradient",
    change={"A2 @": "tf.stop_gradient(A2) @"},
)


@wrong("examples as columns", hint="examples are rows: X W, not W X")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
    A2 = tf.nn.relu(parameters["W2"] @ A1 + parameters["b2"])
    return parameters["W3"] @ A2 + parameters["b3"]


wrong(
    "logits transposed",
    hint="logits are (m, C): do not transpose",
    change={
        'A2 @ parameters["W3"] + parameters["b3"]': ('tf.transpose(A2 @ parameters["W3"] + parameters["b3"])')
    },
)
wrong(
    "the second layer skipped",
    hint="there are three layers: the third works on A2",
    change={"A2 @": "A1 @"},
)
wrong(
    "returns an array",
    hint="return the tensor: no `.numpy()` at the end",
    change={'A2 @ parameters["W3"] + parameters["b3"]': '(A2 @ parameters["W3"] + parameters["b3"]).numpy()'},
)
wrong(
    "sigmoid in place of ReLU",
    hint="the hidden layers have a ReLU, not a sigmoid",
    change={
        "relu(X @": "sigmoid(X @",
        "relu(A1 @": "sigmoid(A1 @",
    },
)
wrong(
    "centres the weights in place",
    hint="leave the parameters as they are",
    change={
        'return A2 @ parameters["W3"] + parameters["b3"]': (
            'logits = A2 @ parameters["W3"] + parameters["b3"]\n'
            '    parameters["b3"].assign_sub(tf.ones_like(parameters["b3"]))\n'
            "    return logits"
        )
    },
)


@right("a loop over any number of layers")
def forward_propagation(X, parameters):
    L, A = len(parameters) // 2, X
    for l in range(1, L + 1):
        Z = tf.add(tf.linalg.matmul(A, parameters[f"W{l}"]), parameters[f"b{l}"])
        A = tf.keras.activations.relu(Z) if l < L else Z
    return A


@right("tf.maximum, a nested function")
def forward_propagation(X, parameters):
    def layer(l, A):
        return tf.einsum("mi,ij->mj", A, parameters[f"W{l}"]) + parameters[f"b{l}"]

    return layer(3, tf.maximum(0.0, layer(2, tf.maximum(0.0, layer(1, X)))))


@right("examples as columns inside")
def forward_propagation(X, parameters):
    A = tf.transpose(X)
    for l in (1, 2, 3):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        Z = tf.matmul(W, A, transpose_a=True) + tf.reshape(b, [-1, 1])
        A = Z * tf.cast(Z > 0, Z.dtype)
    return tf.transpose(Z)


@right("compiled")
def forward_propagation(X, parameters):
    @tf.function
    def run(X):
        A1 = tf.nn.relu(X @ parameters["W1"] + parameters["b1"])
        A2 = tf.nn.relu(A1 @ parameters["W2"] + parameters["b2"])
        return A2 @ parameters["W3"] + parameters["b3"]

    return run(X)


wrong(
    "X as an array",
    hint="the tape has to follow X: what NumPy computes leaves no trace",
    change={"A1 = tf": "X = np.asarray(X)\n    A1 = tf"},
)


@right("X as a tensor first")
def forward_propagation(X, parameters):
    X = tf.convert_to_tensor(X, dtype=tf.float32)
    A1 = tf.nn.relu(tf.matmul(X, parameters["W1"]) + parameters["b1"])
    A2 = tf.nn.relu(tf.matmul(A1, parameters["W2"]) + parameters["b2"])
    return tf.matmul(A2, parameters["W3"]) + parameters["b3"]


wrong(
    "hidden activations limited",
    hint="max(0, Z) has no upper limit",
    change={
        'nn.relu(A1 @ parameters["W2"] + parameters["b2"])': (
            'minimum(tf.nn.relu(tf.minimum(A1, 100.0) @ parameters["W2"] + parameters["b2"]), 1000.0)'
        )
    },
)
