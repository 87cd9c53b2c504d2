"""Wrong and unusual solutions of the exercises in source/week3/tensorflow_introduction.ipynb."""

import numpy as np
import tensorflow as tf

from autograder.variants import right, wrong

# ── linear_function ──────────────────────────────────────────────────────────────────────────────


@wrong("entry by entry", hint="* multiplies entry by entry: use @ or tf.matmul")
def linear_function(X, W, b):
    return tf.convert_to_tensor(W) * X + b


@wrong("biases left out", hint="add b")
def linear_function(X, W, b):
    return tf.matmul(W, X)


@wrong("X W in place of W X", hint="W comes first")
def linear_function(X, W, b):
    return tf.matmul(X, W) + b


@wrong("W transposed", hint="W is (n, n_x) already")
def linear_function(X, W, b):
    return tf.matmul(W, X, transpose_a=True) + b


@wrong("X transposed", hint="examples are columns of X already")
def linear_function(X, W, b):
    return tf.matmul(W, X, transpose_b=True) + b


@wrong("biases added before the product", hint="first the product, then b")
def linear_function(X, W, b):
    return tf.matmul(W, tf.add(X, b))


@wrong("biases as a row", hint="b is a column: one bias for each row of W")
def linear_function(X, W, b):
    return tf.matmul(W, X) + tf.transpose(b)


@wrong("biases subtracted", hint="add b")
def linear_function(X, W, b):
    return tf.matmul(W, X) - b


@wrong("NumPy's arithmetic", hint="for NumPy arrays, too, the result is a tensor")
def linear_function(X, W, b):
    return W @ X + b


@wrong("np.dot", hint="np.dot returns an array: use tf.matmul")
def linear_function(X, W, b):
    return np.dot(W, X) + np.asarray(b)


@wrong("a NumPy array at the end", hint="return the tensor")
def linear_function(X, W, b):
    return (tf.matmul(W, X) + b).numpy()


@wrong("cast to float32", hint="keep the dtype of the arguments")
def linear_function(X, W, b):
    X, W, b = (tf.cast(value, tf.float32) for value in (X, W, b))
    return tf.matmul(W, X) + b


@wrong("draws its own W and b", hint="use the arguments")
def linear_function(X, W, b):
    W = tf.random.normal(tf.shape(W), dtype=X.dtype)
    return tf.matmul(W, X) + b


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


@wrong("float32 on the way", hint="it was float32 on the way")
def linear_function(X, W, b):
    dtype = tf.convert_to_tensor(X).dtype
    X, W, b = (tf.cast(value, tf.float32) for value in (X, W, b))
    return tf.cast(W @ X + b, dtype)


@wrong("a variable", hint="return the tensor itself")
def linear_function(X, W, b):
    return tf.Variable(tf.matmul(W, X) + b)


# ── sigmoid ──────────────────────────────────────────────────────────────────────────────────────


@wrong("tanh", hint="the sigmoid goes from 0 to 1")
def sigmoid(z):
    return tf.tanh(tf.cast(z, tf.float32))


@wrong("not cast", hint="tf.cast whole numbers first")
def sigmoid(z):
    return tf.sigmoid(z)


@wrong("softmax", hint="the sigmoid looks at each entry alone")
def sigmoid(z):
    return tf.nn.softmax(tf.reshape(tf.cast(z, tf.float32), tf.shape([z])))[0]


@wrong("a NumPy array at the end", hint="return the tensor")
def sigmoid(z):
    return tf.sigmoid(tf.cast(z, tf.float32)).numpy()


@wrong("float64", hint="cast to float32")
def sigmoid(z):
    return tf.sigmoid(tf.cast(z, tf.float64))


@wrong("sign of z lost", hint="e to the minus z")
def sigmoid(z):
    return 1 / (1 + tf.exp(tf.cast(z, tf.float32)))


@wrong("brackets missing", hint="divide 1 by the sum: 1 / (1 + e^-z)")
def sigmoid(z):
    return 1 / 1 + tf.exp(-tf.cast(z, tf.float32))


@wrong("hard sigmoid", hint="tf.sigmoid, not its approximation by straight lines")
def sigmoid(z):
    return tf.keras.activations.hard_sigmoid(tf.cast(z, tf.float32))


@wrong("rounded", hint="return the number as it is")
def sigmoid(z):
    return tf.round(100 * tf.sigmoid(tf.cast(z, tf.float32))) / 100


@wrong("e^z / (1 + e^z), which overflows", hint="for large z this is inf / inf")
def sigmoid(z):
    e = tf.exp(tf.cast(z, tf.float32))
    return e / (1 + e)


@wrong("cast to whole numbers", hint="cast to tf.float32, not to whole numbers")
def sigmoid(z):
    return tf.sigmoid(tf.cast(tf.cast(z, tf.int32), tf.float32))


@wrong("always a vector", hint="keep the shape of z")
def sigmoid(z):
    return tf.sigmoid(tf.reshape(tf.cast(z, tf.float32), [-1]))


@wrong("its logarithm", hint="return the sigmoid itself")
def sigmoid(z):
    return tf.math.log_sigmoid(tf.cast(z, tf.float32))


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


@wrong("the sign changed before the cast", hint="first cast, then change the sign")
def sigmoid(z):
    return 1 / (1 + tf.exp(tf.cast(-np.asarray(z), tf.float32)))


@wrong("e^z / (1 + e^z) in float64", hint="no exponential may overflow")
def sigmoid(z):
    e = tf.exp(tf.cast(z, tf.float64))
    return tf.cast(e / (1 + e), tf.float32)


@wrong("0 or 1 beyond 4", hint="z is not to be cut off")
def sigmoid(z):
    z = tf.cast(z, tf.float32)
    return tf.where(tf.abs(z) > 4, tf.cast(z > 0, tf.float32), tf.sigmoid(z))


@wrong("z cut off at 7", hint="z is not to be cut off")
def sigmoid(z):
    return tf.sigmoid(tf.clip_by_value(tf.cast(z, tf.float32), -7.0, 7.0))


@right("a formula for each sign")
def sigmoid(z):
    z = tf.cast(z, tf.float32)
    e = tf.exp(-tf.abs(z))
    return tf.where(z >= 0, 1 / (1 + e), e / (1 + e))


@right("in NumPy, then a tensor")
def sigmoid(z):
    z = np.asarray(z).astype(np.float64)
    return tf.constant((1 + np.tanh(z / 2)) / 2, dtype=tf.float32)


# ── one_hot_matrix ───────────────────────────────────────────────────────────────────────────────


@wrong("not reshaped", hint="a label in a list has to give (C,), too: tf.reshape")
def one_hot_matrix(label, C=6):
    return tf.one_hot(label, C)


@wrong("a column", hint="the shape is (C,)")
def one_hot_matrix(label, C=6):
    return tf.reshape(tf.one_hot(label, C), (C, 1))


@wrong("a row", hint="the shape is (C,)")
def one_hot_matrix(label, C=6):
    return tf.reshape(tf.one_hot(label, C), (1, C))


@wrong("always six classes", hint="use C")
def one_hot_matrix(label, C=6):
    return tf.reshape(tf.one_hot(label, 6), (6,))


@wrong("integers", hint="float32")
def one_hot_matrix(label, C=6):
    return tf.reshape(tf.one_hot(label, C, dtype=tf.int32), (C,))


@wrong("classes counted from 1", hint="classes are counted from 0")
def one_hot_matrix(label, C=6):
    return tf.reshape(tf.one_hot(tf.convert_to_tensor(label) - 1, C), (C,))


@wrong("one place too far", hint="the label itself is the place")
def one_hot_matrix(label, C=6):
    return tf.reshape(tf.one_hot(tf.convert_to_tensor(label) + 1, C), (C,))


@wrong("0 and 1 exchanged", hint="1 at the label, 0 elsewhere")
def one_hot_matrix(label, C=6):
    return tf.reshape(tf.one_hot(label, C, on_value=0.0, off_value=1.0), (C,))


@wrong("a NumPy array", hint="return a tensor")
def one_hot_matrix(label, C=6):
    return np.eye(C, dtype=np.float32)[np.reshape(label, ())]


@wrong("places up to the label", hint="a single 1")
def one_hot_matrix(label, C=6):
    return tf.cast(tf.range(C) <= tf.reshape(tf.cast(label, tf.int32), ()), tf.float32)


@wrong("counted from the back", hint="the first place is class 0")
def one_hot_matrix(label, C=6):
    return tf.reverse(tf.reshape(tf.one_hot(label, C), (C,)), [0])


@wrong("the label in place of 1", hint="a 1 at the label")
def one_hot_matrix(label, C=6):
    value = tf.reshape(tf.cast(label, tf.float32), ())
    return tf.reshape(tf.one_hot(label, C), (C,)) * (value + 1)


@wrong("float64", hint="float32")
def one_hot_matrix(label, C=6):
    return tf.reshape(tf.one_hot(label, C, dtype=tf.float64), (C,))


@wrong("labels in lists only", hint="label is a number, or a list with one")
def one_hot_matrix(label, C=6):
    return tf.one_hot(label[0], C)


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


@wrong("nearly 0 and 1", hint="not exactly 0 or 1")
def one_hot_matrix(label, C=6):
    return tf.reshape(tf.one_hot(label, C, on_value=1.0, off_value=1e-5), (C,))


@wrong("the label as a small integer", hint="for any C, any label below it")
def one_hot_matrix(label, C=6):
    return tf.reshape(tf.one_hot(tf.cast(label, tf.int8), C), (C,))


# ── initialize_parameters ────────────────────────────────────────────────────────────────────────


@wrong("one initializer for all layers", hint="an initializer draws the same numbers whenever it is called")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    initializer = tf.keras.initializers.GlorotNormal(seed=seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters[f"W{l}"] = tf.Variable(initializer(shape))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return parameters


@wrong("the same seed for every layer", hint="give each layer a seed of its own")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    parameters = {}
    seed = np.random.randint(10**6) if seed is None else seed
    for l in range(1, len(layers_dims)):
        draw = tf.keras.initializers.GlorotNormal(seed=seed)
        parameters[f"W{l}"] = tf.Variable(draw((layers_dims[l], layers_dims[l - 1])))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return parameters


@wrong("constants", hint="training changes them: tf.Variable")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed))
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = draw((layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = tf.zeros((layers_dims[l], 1))
    return parameters


@wrong("weights transposed", hint="Wl has a row for each of its n_l units")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed))
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = tf.Variable(draw((layers_dims[l - 1], layers_dims[l])))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return parameters


@wrong("random biases", hint="biases start at zero")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed))
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = tf.Variable(draw((layers_dims[l], layers_dims[l - 1])))
        parameters[f"b{l}"] = tf.Variable(draw((layers_dims[l], 1)))
    return parameters


@wrong("float64", hint="float32, as everything that it meets")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    rng = np.random.default_rng(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        n_in, n_out = layers_dims[l - 1], layers_dims[l]
        parameters[f"W{l}"] = tf.Variable(rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_out, n_in)))
        parameters[f"b{l}"] = tf.Variable(np.zeros((n_out, 1)))
    return parameters


@wrong("one variable for equal biases", hint="a new variable for each")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed))
    parameters, biases = {}, {n: tf.Variable(tf.zeros((n, 1))) for n in layers_dims}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = tf.Variable(draw((layers_dims[l], layers_dims[l - 1])))
        parameters[f"b{l}"] = biases[layers_dims[l]]
    return parameters


@wrong("not trainable", hint="leave `trainable` as it is")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed))
    parameters = {}
    for l in range(1, len(layers_dims)):
        W = draw((layers_dims[l], layers_dims[l - 1]))
        parameters[f"W{l}"] = tf.Variable(W, trainable=False)
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)), trainable=False)
    return parameters


@wrong("ones", hint="draw the weights")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = tf.Variable(tf.ones((layers_dims[l], layers_dims[l - 1])))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return parameters


@wrong("He's variance", hint="the variance is 2 over the sum of both sizes")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draws = (
        tf.random.Generator.from_seed(seed)
        if seed is not None
        else tf.random.Generator.from_non_deterministic_state()
    )
    parameters = {}
    for l in range(1, len(layers_dims)):
        n_in, n_out = layers_dims[l - 1], layers_dims[l]
        parameters[f"W{l}"] = tf.Variable(draws.normal((n_out, n_in)) * np.sqrt(2 / n_in))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((n_out, 1)))
    return parameters


@wrong("Glorot's uniform distribution", hint="GlorotNormal, not GlorotUniform")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draw = tf.keras.initializers.GlorotUniform(tf.keras.random.SeedGenerator(seed))
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = tf.Variable(draw((layers_dims[l], layers_dims[l - 1])))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return parameters


@wrong(
    "tails cut off, and not made up for",
    hint="a truncated normal scatters less: GlorotNormal makes up for it",
)
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    seeds = np.random.default_rng(seed).integers(1, 10**6, (len(layers_dims), 2))
    parameters = {}
    for l in range(1, len(layers_dims)):
        n_in, n_out = layers_dims[l - 1], layers_dims[l]
        std = np.sqrt(2 / (n_in + n_out))
        W = tf.random.stateless_truncated_normal((n_out, n_in), seeds[l], stddev=std)
        parameters[f"W{l}"] = tf.Variable(W)
        parameters[f"b{l}"] = tf.Variable(tf.zeros((n_out, 1)))
    return parameters


@wrong("not scaled", hint="scale by the root of 2 / (n_in + n_out)")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    rng = np.random.default_rng(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters[f"W{l}"] = tf.Variable(rng.standard_normal(shape).astype("float32"))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return parameters


@wrong("seed ignored", hint="use `seed`, so that a run can be repeated")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    parameters = {}
    for l in range(1, len(layers_dims)):
        draw = tf.keras.initializers.GlorotNormal()
        parameters[f"W{l}"] = tf.Variable(draw((layers_dims[l], layers_dims[l - 1])))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return parameters


@wrong("a seed inside", hint="without a seed, two calls must differ")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed or 1))
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = tf.Variable(draw((layers_dims[l], layers_dims[l - 1])))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return parameters


@wrong("seed 0 taken for none", hint="0 is a seed like any other: compare with None")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed if seed else None))
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = tf.Variable(draw((layers_dims[l], layers_dims[l - 1])))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return parameters


@wrong("three layers, whatever the list says", hint="as many layers as layers_dims has")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed))
    n_0, n_1, n_2, n_3 = (list(layers_dims) * 2)[:4]
    return {
        "W1": tf.Variable(draw((n_1, n_0))),
        "b1": tf.Variable(tf.zeros((n_1, 1))),
        "W2": tf.Variable(draw((n_2, n_1))),
        "b2": tf.Variable(tf.zeros((n_2, 1))),
        "W3": tf.Variable(draw((n_3, n_2))),
        "b3": tf.Variable(tf.zeros((n_3, 1))),
    }


@wrong("the sizes of the digits, whatever the list says", hint="use layers_dims")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed))
    parameters = {}
    for l, (n_in, n_out) in enumerate([(64, 25), (25, 12), (12, 10)], start=1):
        parameters[f"W{l}"] = tf.Variable(draw((n_out, n_in)))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((n_out, 1)))
    return parameters


@right("a new initializer for each layer")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    parameters = {}
    for l in range(1, len(layers_dims)):
        draw = tf.keras.initializers.GlorotNormal(seed=None if seed is None else seed + l)
        parameters["W" + str(l)] = tf.Variable(draw(shape=(layers_dims[l], layers_dims[l - 1])))
        parameters["b" + str(l)] = tf.Variable(tf.keras.initializers.Zeros()((layers_dims[l], 1)))
    return parameters


@right("NumPy's generator, a plain normal")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    rng = np.random.default_rng(seed)
    weights, biases = {}, {}
    for l, (n_in, n_out) in enumerate(zip(layers_dims, layers_dims[1:], strict=False), start=1):
        W = rng.normal(scale=np.sqrt(2 / (n_in + n_out)), size=(n_out, n_in))
        weights[f"W{l}"] = tf.Variable(W, dtype=tf.float32, name=f"W{l}")
        biases[f"b{l}"] = tf.Variable(np.zeros((n_out, 1)), dtype=tf.float32)
    return biases | weights


@right("TensorFlow's global seed")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    tf.random.set_seed(np.random.randint(2**31) if seed is None else seed)
    parameters = {}
    for l in range(len(layers_dims) - 1, 0, -1):
        n_in, n_out = layers_dims[l - 1], layers_dims[l]
        W = tf.random.normal((n_out, n_in), stddev=(2 / (n_in + n_out)) ** 0.5)
        parameters[f"b{l}"] = tf.Variable(tf.zeros([n_out, 1]))
        parameters[f"W{l}"] = tf.Variable(W)
    return parameters


@right("TensorFlow's generator, and variance scaling by hand")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    if seed is None:
        draws = tf.random.Generator.from_non_deterministic_state()
    else:
        draws = tf.random.Generator.from_seed(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        mean_size = (layers_dims[l] + layers_dims[l - 1]) / 2
        W = draws.normal((layers_dims[l], layers_dims[l - 1])) / tf.sqrt(mean_size)
        parameters[f"W{l}"] = tf.Variable(W)
        parameters[f"b{l}"] = tf.Variable(tf.fill((layers_dims[l], 1), 0.0))
    return parameters


@wrong("only the first layer looks at the seed", hint="every layer should depend on `seed`")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    parameters = {}
    for l in range(1, len(layers_dims)):
        own = None if seed is None else seed if l == 1 else 1000 + l
        draw = tf.keras.initializers.GlorotNormal(own)
        parameters[f"W{l}"] = tf.Variable(draw((layers_dims[l], layers_dims[l - 1])))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return parameters


@wrong("seed 0 taken for 1", hint="0 is a seed like any other")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    seed = None if seed is None else seed or 1
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed))
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = tf.Variable(draw((layers_dims[l], layers_dims[l - 1])))
        parameters[f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return parameters


@wrong("the variables of an earlier call, for the same seed", hint="make new variables in each")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    made = initialize_parameters.__dict__.setdefault("made", {})
    key = tuple(layers_dims), seed
    if seed is None or key not in made:
        draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed))
        made[key] = {}
        for l in range(1, len(layers_dims)):
            made[key][f"W{l}"] = tf.Variable(draw((layers_dims[l], layers_dims[l - 1])))
            made[key][f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l], 1)))
    return dict(made[key])


# ── forward_propagation ──────────────────────────────────────────────────────────────────────────


@wrong("softmax at the end", hint="return the logits: the loss takes the softmax over")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
    A2 = tf.nn.relu(parameters["W2"] @ A1 + parameters["b2"])
    return tf.nn.softmax(parameters["W3"] @ A2 + parameters["b3"], axis=0)


@wrong("softmax at the end, over the rows", hint="return the logits: the loss takes the softmax over")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
    A2 = tf.nn.relu(parameters["W2"] @ A1 + parameters["b2"])
    return tf.nn.softmax(parameters["W3"] @ A2 + parameters["b3"])


@wrong("ReLU at the end", hint="the last layer has no ReLU")
def forward_propagation(X, parameters):
    A = X
    for l in (1, 2, 3):
        A = tf.nn.relu(parameters[f"W{l}"] @ A + parameters[f"b{l}"])
    return A


@wrong("no ReLU", hint="the hidden layers need a ReLU")
def forward_propagation(X, parameters):
    A = X
    for l in (1, 2, 3):
        A = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
    return A


@wrong("Z1 for A1", hint="the second layer works on A1")
def forward_propagation(X, parameters):
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A2 = tf.nn.relu(parameters["W2"] @ Z1 + parameters["b2"])
    return parameters["W3"] @ A2 + parameters["b3"]


@wrong("Z2 for A2", hint="the third layer works on A2")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    return parameters["W3"] @ Z2 + parameters["b3"]


@wrong("biases left out", hint="add the biases")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(parameters["W1"] @ X)
    A2 = tf.nn.relu(parameters["W2"] @ A1)
    return parameters["W3"] @ A2


@wrong("a variable on the way", hint="a tf.Variable made inside cuts the tape")
def forward_propagation(X, parameters):
    A1 = tf.Variable(tf.nn.relu(parameters["W1"] @ X + parameters["b1"]))
    A2 = tf.nn.relu(parameters["W2"] @ A1 + parameters["b2"])
    return parameters["W3"] @ A2 + parameters["b3"]


@wrong(".numpy() on the way", hint=".numpy() cuts the tape")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
    A2 = np.maximum(0, (parameters["W2"] @ A1 + parameters["b2"]).numpy())
    return parameters["W3"] @ A2 + parameters["b3"]


@wrong("the parameters as arrays", hint=".numpy() cuts the tape")
def forward_propagation(X, parameters):
    W1, b1, W2, b2, W3, b3 = (tf.constant(parameters[f"{n}{l}"].numpy()) for l in (1, 2, 3) for n in "Wb")
    return W3 @ tf.nn.relu(W2 @ tf.nn.relu(W1 @ X + b1) + b2) + b3


@wrong("the gradient stopped", hint="the tape has to follow: no stop_gradient")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
    A2 = tf.stop_gradient(tf.nn.relu(parameters["W2"] @ A1 + parameters["b2"]))
    return parameters["W3"] @ A2 + parameters["b3"]


@wrong("examples as rows", hint="examples are columns: W X, not X W")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(tf.transpose(X) @ parameters["W1"] + tf.transpose(parameters["b1"]))
    A2 = tf.nn.relu(A1 @ parameters["W2"] + tf.transpose(parameters["b2"]))
    return A2 @ parameters["W3"] + tf.transpose(parameters["b3"])


@wrong("logits transposed", hint="logits are (C, m)")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
    A2 = tf.nn.relu(parameters["W2"] @ A1 + parameters["b2"])
    return tf.transpose(parameters["W3"] @ A2 + parameters["b3"])


@wrong("the second layer skipped", hint="three layers")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
    return parameters["W3"] @ A1 + parameters["b3"]


@wrong("returns an array", hint="return the tensor")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
    A2 = tf.nn.relu(parameters["W2"] @ A1 + parameters["b2"])
    return (parameters["W3"] @ A2 + parameters["b3"]).numpy()


@wrong("sigmoid in place of ReLU", hint="the hidden layers have a ReLU")
def forward_propagation(X, parameters):
    A1 = tf.nn.sigmoid(parameters["W1"] @ X + parameters["b1"])
    A2 = tf.nn.sigmoid(parameters["W2"] @ A1 + parameters["b2"])
    return parameters["W3"] @ A2 + parameters["b3"]


@wrong("centres the weights in place", hint="leave the parameters as they are")
def forward_propagation(X, parameters):
    A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
    A2 = tf.nn.relu(parameters["W2"] @ A1 + parameters["b2"])
    logits = parameters["W3"] @ A2 + parameters["b3"]
    parameters["b3"].assign_sub(tf.ones_like(parameters["b3"]))
    return logits


@right("a loop over any number of layers")
def forward_propagation(X, parameters):
    L, A = len(parameters) // 2, X
    for l in range(1, L + 1):
        Z = tf.add(tf.linalg.matmul(parameters[f"W{l}"], A), parameters[f"b{l}"])
        A = tf.keras.activations.relu(Z) if l < L else Z
    return A


@right("tf.maximum, a nested function")
def forward_propagation(X, parameters):
    def layer(l, A):
        return tf.einsum("ij,jm->im", parameters[f"W{l}"], A) + parameters[f"b{l}"]

    return layer(3, tf.maximum(0.0, layer(2, tf.maximum(0.0, layer(1, X)))))


@right("examples as rows inside")
def forward_propagation(X, parameters):
    A = tf.transpose(X)
    for l in (1, 2, 3):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        Z = tf.matmul(A, W, transpose_b=True) + tf.reshape(b, [1, -1])
        A = Z * tf.cast(Z > 0, Z.dtype)
    return tf.transpose(Z)


@right("compiled")
def forward_propagation(X, parameters):
    @tf.function
    def run(X):
        A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
        A2 = tf.nn.relu(parameters["W2"] @ A1 + parameters["b2"])
        return parameters["W3"] @ A2 + parameters["b3"]

    return run(X)


@wrong("X as an array", hint="what NumPy computes")
def forward_propagation(X, parameters):
    X = np.asarray(X)
    A1 = tf.nn.relu(parameters["W1"] @ X + parameters["b1"])
    A2 = tf.nn.relu(parameters["W2"] @ A1 + parameters["b2"])
    return parameters["W3"] @ A2 + parameters["b3"]


@right("X as a tensor first")
def forward_propagation(X, parameters):
    X = tf.convert_to_tensor(X, dtype=tf.float32)
    A1 = tf.nn.relu(tf.matmul(parameters["W1"], X) + parameters["b1"])
    A2 = tf.nn.relu(tf.matmul(parameters["W2"], A1) + parameters["b2"])
    return tf.matmul(parameters["W3"], A2) + parameters["b3"]


# ── compute_total_loss ───────────────────────────────────────────────────────────────────────────


@wrong("mean in place of the sum", hint="the sum: tf.reduce_sum")
def compute_total_loss(logits, labels):
    losses = tf.keras.losses.categorical_crossentropy(
        tf.transpose(labels), tf.transpose(logits), from_logits=True
    )
    return tf.reduce_mean(losses)


@wrong("not transposed", hint="examples are rows for Keras: transpose both")
def compute_total_loss(logits, labels):
    return tf.reduce_sum(tf.keras.losses.categorical_crossentropy(labels, logits, from_logits=True))


@wrong("not from logits", hint="from_logits=True")
def compute_total_loss(logits, labels):
    return tf.reduce_sum(tf.keras.losses.categorical_crossentropy(tf.transpose(labels), tf.transpose(logits)))


@wrong("softmax before from_logits=True", hint="from_logits=True takes the softmax itself: leave yours out")
def compute_total_loss(logits, labels):
    A = tf.nn.softmax(tf.transpose(logits))
    return tf.reduce_sum(tf.keras.losses.categorical_crossentropy(tf.transpose(labels), A, from_logits=True))


@wrong("softmax over the rows, and from_logits=True", hint="from_logits=True takes the softmax itself")
def compute_total_loss(logits, labels):
    A = tf.transpose(tf.nn.softmax(logits))
    return tf.reduce_sum(tf.keras.losses.categorical_crossentropy(tf.transpose(labels), A, from_logits=True))


@wrong("softmax over the wrong axis", hint="a softmax per example: axis=0, or from_logits=True")
def compute_total_loss(logits, labels):
    A = tf.transpose(tf.nn.softmax(logits))
    return tf.reduce_sum(tf.keras.losses.categorical_crossentropy(tf.transpose(labels), A))


@wrong("arguments swapped", hint="labels first, then logits")
def compute_total_loss(logits, labels):
    return tf.reduce_sum(
        tf.keras.losses.categorical_crossentropy(tf.transpose(logits), tf.transpose(labels), from_logits=True)
    )


@wrong("binary cross-entropy", hint="categorical: the classes exclude each other")
def compute_total_loss(logits, labels):
    return tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels, logits))


@wrong("Keras' binary cross-entropy", hint="categorical: the classes exclude each other")
def compute_total_loss(logits, labels):
    return tf.reduce_sum(
        tf.keras.losses.binary_crossentropy(tf.transpose(labels), tf.transpose(logits), from_logits=True)
    )


@wrong("a loss per example", hint="add them up: tf.reduce_sum")
def compute_total_loss(logits, labels):
    return tf.keras.losses.categorical_crossentropy(
        tf.transpose(labels), tf.transpose(logits), from_logits=True
    )


@wrong("a Python number", hint="float() leaves the tape: return the tensor")
def compute_total_loss(logits, labels):
    losses = tf.nn.softmax_cross_entropy_with_logits(tf.transpose(labels), tf.transpose(logits))
    return float(tf.reduce_sum(losses))


@wrong("through NumPy", hint="the tape does not see NumPy: use TensorFlow's functions")
def compute_total_loss(logits, labels):
    Z = logits.numpy()
    Z = Z - Z.max(axis=0)
    return tf.constant(np.sum(np.log(np.exp(Z).sum(axis=0)) - (Z * labels.numpy()).sum(axis=0)))


@wrong("logarithm of the softmax, which overflows", hint="from the logits in one go: from_logits=True")
def compute_total_loss(logits, labels):
    E = tf.exp(logits)
    return -tf.reduce_sum(labels * tf.math.log(E / tf.reduce_sum(E, axis=0)))


@wrong("a small number in the logarithm", hint="no epsilon: it caps the loss; from_logits=True")
def compute_total_loss(logits, labels):
    return -tf.reduce_sum(labels * tf.math.log(tf.nn.softmax(logits, axis=0) + 1e-8))


@wrong("sign missing", hint="a loss is not negative")
def compute_total_loss(logits, labels):
    return tf.reduce_sum(labels * tf.nn.log_softmax(logits, axis=0))


@wrong("reduced by Keras, to the mean", hint="CategoricalCrossentropy takes the mean, unless told otherwise")
def compute_total_loss(logits, labels):
    loss = tf.keras.losses.CategoricalCrossentropy(from_logits=True)
    return loss(tf.transpose(labels), tf.transpose(logits))


@right("tf.nn, without a transposition")
def compute_total_loss(logits, labels):
    return tf.reduce_sum(tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits, axis=0))


@right("logsumexp")
def compute_total_loss(logits, labels):
    return tf.reduce_sum(tf.reduce_logsumexp(logits, axis=0) - tf.reduce_sum(labels * logits, axis=0))


@right("from class numbers")
def compute_total_loss(logits, labels):
    classes = tf.argmax(labels, axis=0)
    return tf.reduce_sum(
        tf.nn.sparse_softmax_cross_entropy_with_logits(labels=classes, logits=tf.transpose(logits))
    )


@right("Keras' class, told to add up")
def compute_total_loss(logits, labels):
    loss = tf.keras.losses.CategoricalCrossentropy(from_logits=True, reduction="sum")
    return loss(tf.transpose(labels), tf.transpose(logits))


@right("a loop over the examples")
def compute_total_loss(logits, labels):
    total = tf.constant(0.0)
    for i in range(logits.shape[1]):
        total -= tf.tensordot(labels[:, i], tf.nn.log_softmax(logits[:, i]), 1)
    return total


@wrong("shifted by the largest logit of all examples", hint="each example is alone")
def compute_total_loss(logits, labels):
    Z = logits - tf.reduce_max(logits)
    return tf.reduce_sum(tf.math.log(tf.reduce_sum(tf.exp(Z), axis=0)) - tf.reduce_sum(labels * Z, axis=0))


@wrong("exponentials in float64", hint="nothing overflows")
def compute_total_loss(logits, labels):
    total = tf.reduce_sum(tf.exp(tf.cast(logits, tf.float64)), axis=0)
    return tf.cast(tf.reduce_sum(tf.math.log(total)), tf.float32) - tf.reduce_sum(labels * logits)


@wrong("logits cut off", hint="nothing is cut off")
def compute_total_loss(logits, labels):
    Z = tf.clip_by_value(logits, -500, 500)
    return tf.reduce_sum(tf.nn.softmax_cross_entropy_with_logits(labels, Z, axis=0))


@right("shifted by the largest logit of each example")
def compute_total_loss(logits, labels):
    Z = logits - tf.reduce_max(logits, axis=0)
    return tf.reduce_sum(tf.math.log(tf.reduce_sum(tf.exp(Z), axis=0)) - tf.reduce_sum(labels * Z, axis=0))


# ── train_step ───────────────────────────────────────────────────────────────────────────────────


@wrong("loss outside the tape", hint="the loss belongs within the block of the tape")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        logits = forward_propagation(X, parameters)
    loss = compute_total_loss(logits, Y)
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@wrong("network outside the tape", hint="the forward pass belongs within the block of the tape")
def train_step(X, Y, parameters, optimizer):
    logits = forward_propagation(X, parameters)
    with tf.GradientTape() as tape:
        loss = compute_total_loss(logits, Y)
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@wrong("optimizer rebuilt in every step", hint="use the optimizer that is passed: it has a memory")
def train_step(X, Y, parameters, optimizer):
    optimizer = type(optimizer).from_config(optimizer.get_config())
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@wrong("an optimizer of its own", hint="use the optimizer that is passed")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = list(parameters.values())
    gradients = tape.gradient(loss, variables)
    tf.keras.optimizers.Adam(0.001).apply_gradients(zip(gradients, variables, strict=True))
    return loss


@wrong("gradients not applied", hint="optimizer.apply_gradients")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    tape.gradient(loss, list(parameters.values()))
    return loss


@wrong("weights only", hint="the biases are trained, too")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = [parameters["W1"], parameters["W2"], parameters["W3"]]
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@wrong("zipped in another order", hint="pair each gradient with its variable")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = [parameters[f"{name}{l}"] for name in "Wb" for l in (1, 2, 3)]
    gradients = tape.gradient(loss, variables)
    turned = [gradients[i] for i in (2, 1, 0, 5, 4, 3)]
    optimizer.apply_gradients(zip(turned, variables, strict=True))
    return loss


@wrong("variables and gradients exchanged", hint="zip(gradients, variables): gradients first")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(variables, tape.gradient(loss, variables), strict=True))
    return loss


@wrong("the loss after the step", hint="return the loss as it was before the step")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return compute_total_loss(forward_propagation(X, parameters), Y)


@wrong("the mean of the loss", hint="step and loss are those of the total")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y) / X.shape[1]
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@wrong("the gradient of the mean", hint="the gradient of the total loss")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
        mean = loss / X.shape[1]
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(mean, variables), variables, strict=True))
    return loss


@wrong("plain gradient descent by hand", hint="leave the step to the optimizer")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = list(parameters.values())
    for variable, gradient in zip(variables, tape.gradient(loss, variables), strict=True):
        variable.assign_sub(optimizer.learning_rate * gradient)
    return loss


@wrong("uphill", hint="the optimizer turns the sign itself")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = list(parameters.values())
    gradients = [-gradient for gradient in tape.gradient(loss, variables)]
    optimizer.apply_gradients(zip(gradients, variables, strict=True))
    return loss


@wrong("two steps", hint="one step")
def train_step(X, Y, parameters, optimizer):
    variables = list(parameters.values())
    for _ in range(2):
        with tf.GradientTape() as tape:
            loss = compute_total_loss(forward_propagation(X, parameters), Y)
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@wrong("the loss as a Python number", hint="return the tensor: tf.function needs it")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return float(loss)


@wrong("a float within the block", hint="float() leaves the tape")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = tf.constant(float(compute_total_loss(forward_propagation(X, parameters), Y)))
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@wrong("returns nothing", hint="return the loss")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))


@wrong("arguments of the loss exchanged", hint="compute_total_loss(logits, labels)")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(Y, forward_propagation(X, parameters))
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@wrong("a softmax of its own", hint="call the two functions, nothing in between")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        logits = tf.nn.softmax(forward_propagation(X, parameters), axis=0)
        loss = compute_total_loss(logits, Y)
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@wrong("copies of the variables", hint="the variables of `parameters` themselves are trained")
def train_step(X, Y, parameters, optimizer):
    copies = {name: tf.Variable(p) for name, p in parameters.items()}
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, copies), Y)
    variables = list(copies.values())
    optimizer = type(optimizer).from_config(optimizer.get_config())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@right("a dict of gradients, Keras' newer method")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    gradients = tape.gradient(loss, parameters)
    optimizer.apply([gradients[name] for name in parameters], [parameters[name] for name in parameters])
    return loss


@right("a persistent tape, one gradient at a time")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape(persistent=True) as tape:
        logits = forward_propagation(X=X, parameters=parameters)
        loss = compute_total_loss(logits=logits, labels=Y)
    pairs = [(tape.gradient(loss, parameters[name]), parameters[name]) for name in sorted(parameters)]
    del tape
    optimizer.apply_gradients(pairs)
    return loss


@right("watched by hand, biases first")
def train_step(X, Y, parameters, optimizer):
    variables = [parameters[name] for name in ("b1", "b2", "b3", "W1", "W2", "W3")]
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch(variables)
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables, strict=True))
    return tf.identity(loss)


@right("all within the block, and flattened")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
        variables = tf.nest.flatten(parameters)
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(list(zip(gradients, variables, strict=True)))
    return loss


@wrong("momentum by hand", hint="leave the step to `optimizer`")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    memory = train_step.__dict__.setdefault("memory", {})
    for name, gradient in tape.gradient(loss, parameters).items():
        key = id(parameters[name])
        momentum = float(getattr(optimizer, "momentum", 0) or 0)
        memory[key] = momentum * memory.get(key, 0) - optimizer.learning_rate * gradient
        parameters[name].assign_add(memory[key])
    return loss


@wrong("steps always counted from the first", hint="leave the step to `optimizer`, as it is")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = list(parameters.values())
    optimizer.iterations.assign(0)
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@wrong("new variables in the dict", hint="let the optimizer change the variables of `parameters` themselves")
def train_step(X, Y, parameters, optimizer):
    for name in parameters:
        parameters[name] = tf.Variable(parameters[name])
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return loss


@wrong("gradients cut off", hint="no variable has moved, or hardly")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    variables = list(parameters.values())
    gradients = [tf.clip_by_value(gradient, -1, 1) for gradient in tape.gradient(loss, variables)]
    optimizer.apply_gradients(zip(gradients, variables, strict=True))
    return loss


# ── make_dataset ─────────────────────────────────────────────────────────────────────────────────


@wrong("batched before it is shuffled", hint="first shuffle, then batch")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T)).batch(batch_size)
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed)
    return dataset.map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("a buffer of one", hint="the buffer holds all examples")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(1, seed=seed)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("a buffer of one batch", hint="the buffer holds all examples")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(batch_size, seed=seed)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("a buffer of 1000", hint="the buffer holds all examples, however many")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(1000, seed=seed)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("a buffer of 2048", hint="the buffer holds all examples, however many")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(2048, seed=seed)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("a buffer of 10000", hint="the buffer holds all examples, however many")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(10_000, seed=seed)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("the number of features as buffer", hint="examples are the columns of X: X.shape[1]")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(X.shape[0], seed=seed)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("X and Y shuffled apart", hint="shuffle the pairs, not X and Y apart")
def make_dataset(X, Y, batch_size, shuffle, seed):
    parts = [tf.data.Dataset.from_tensor_slices(A.T) for A in (X, Y)]
    if shuffle:
        parts = [
            part.shuffle(X.shape[1], seed=k if seed is None else seed + k) for k, part in enumerate(parts)
        ]
    dataset = tf.data.Dataset.zip(tuple(parts)).batch(batch_size)
    return dataset.map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("only X shuffled", hint="shuffle the pairs")
def make_dataset(X, Y, batch_size, shuffle, seed):
    features, labels = (tf.data.Dataset.from_tensor_slices(A.T) for A in (X, Y))
    if shuffle:
        features = features.shuffle(X.shape[1], seed=seed)
    dataset = tf.data.Dataset.zip((features, labels)).batch(batch_size)
    return dataset.map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("the last batch dropped", hint="the last batch holds what is left")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed)
    dataset = dataset.batch(batch_size, drop_remainder=True)
    return dataset.map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("the same order in every epoch", hint="each epoch has its own order")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed, reshuffle_each_iteration=False)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("shuffled once, by NumPy", hint="shuffle in the dataset, so that each epoch has its own order")
def make_dataset(X, Y, batch_size, shuffle, seed):
    order = np.arange(X.shape[1])
    if shuffle:
        np.random.default_rng(seed).shuffle(order)
    dataset = tf.data.Dataset.from_tensor_slices((X[:, order].T, Y[:, order].T))
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("kept in memory after the shuffle", hint="cache before the shuffle, or not at all")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed).cache()
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("repeated for ever", hint="one pass is one epoch: no repeat")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed)
    dataset = dataset.repeat().batch(batch_size)
    return dataset.map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("batches as rows", hint="examples are columns: transpose each batch")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed)
    return dataset.batch(batch_size)


@wrong("not batched", hint="call batch")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    return dataset.shuffle(X.shape[1], seed=seed) if shuffle else dataset


@wrong("always shuffled", hint="shuffle only if `shuffle` says so")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T)).shuffle(X.shape[1], seed=seed)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("never shuffled", hint="use `shuffle`")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T)).batch(batch_size)
    return dataset.map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("seed ignored", hint="pass the seed on")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1])
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("a seed inside", hint="without a seed, no two datasets are alike")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed or 1)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("not transposed", hint="from_tensor_slices cuts rows: transpose first")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X, Y))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed)
    return dataset.batch(batch_size)


@wrong("a list of batches", hint="return the dataset: a list cannot be shuffled anew")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed)
    dataset = dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))
    return list(dataset)


@wrong("Y cast to float32", hint="keep the dtypes")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((tf.cast(X.T, tf.float32), tf.cast(Y.T, tf.float32)))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("X without Y", hint="pairs of X and Y")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices(X.T)
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed)
    return dataset.batch(batch_size).map(tf.transpose)


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


@wrong("seed 0 taken for 1", hint="0 is a seed like any other")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed if seed is None else seed or 1)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("shuffled once by NumPy, and then with a small buffer", hint="one permutation beforehand")
def make_dataset(X, Y, batch_size, shuffle, seed):
    order = np.random.default_rng(seed).permutation(X.shape[1]) if shuffle else np.arange(X.shape[1])
    dataset = tf.data.Dataset.from_tensor_slices((X.T[order], Y.T[order]))
    if shuffle:
        dataset = dataset.shuffle(batch_size, seed=seed)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("a single row of labels without its dimension", hint="has batches of other shapes")
def make_dataset(X, Y, batch_size, shuffle, seed):
    dataset = tf.data.Dataset.from_tensor_slices((X.T, Y.T[:, 0] if len(Y) == 1 else Y.T))
    if shuffle:
        dataset = dataset.shuffle(X.shape[1], seed=seed)
    return dataset.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


# ── limits, seeds, rounding, changes in place ─────────────────────────────────────────────────────────


@wrong("weight decay of 1e-4", hint="the gradient of the total loss alone")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
        total = loss + 0.0001 * sum(tf.reduce_sum(p**2) for p in parameters.values())
    v = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(total, v), v, strict=False))
    return loss


@wrong("weights shrunk by 1e-4 after the step", hint="leave the step to the optimizer")
def train_step(X, Y, parameters, optimizer):
    with tf.GradientTape() as tape:
        loss = compute_total_loss(forward_propagation(X, parameters), Y)
    v = list(parameters.values())
    optimizer.apply_gradients(zip(tape.gradient(loss, v), v, strict=False))
    for p in v:
        p.assign(p * (1 - 0.0001))
    return loss


@wrong("seed cut to 16 bits", hint="use all of `seed`")
def make_dataset(X, Y, batch_size, shuffle, seed):
    d = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        d = d.shuffle(X.shape[1], seed=None if seed is None else seed & 65535)
    return d.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("last digit of the seed", hint="use all of `seed`")
def make_dataset(X, Y, batch_size, shuffle, seed):
    d = tf.data.Dataset.from_tensor_slices((X.T, Y.T))
    if shuffle:
        d = d.shuffle(X.shape[1], seed=None if seed is None else seed % 10)
    return d.batch(batch_size).map(lambda X, Y: (tf.transpose(X), tf.transpose(Y)))


@wrong("seed modulo 1000", hint="use all of the seed")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    r = np.random.default_rng(seed if seed is None else seed % 1000)
    p = {}
    for l, (a, b) in enumerate(zip(layers_dims, layers_dims[1:], strict=False), 1):
        p[f"W{l}"] = tf.Variable(np.float32(r.normal(0, np.sqrt(2 / (a + b)), (b, a))))
        p[f"b{l}"] = tf.Variable(tf.zeros((b, 1)))
    return p


@wrong("hidden activations limited", hint="max(0, Z) has no upper limit")
def forward_propagation(X, parameters):
    A1 = tf.minimum(tf.nn.relu(parameters["W1"] @ X + parameters["b1"]), 100.0)
    A2 = tf.minimum(tf.nn.relu(parameters["W2"] @ A1 + parameters["b2"]), 1000.0)
    return parameters["W3"] @ A2 + parameters["b3"]


@wrong("small losses left out", hint="small losses count")
def compute_total_loss(logits, labels):
    l = tf.nn.softmax_cross_entropy_with_logits(tf.transpose(labels), tf.transpose(logits))
    return tf.reduce_sum(tf.where(l < 0.001, 0.0, l))
