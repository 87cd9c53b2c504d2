"""Wrong and unusual solutions of `initialize_parameters`, in source/week3/tensorflow_introduction.ipynb."""

import numpy as np
import tensorflow as tf

from autograder.variants import right, wrong

wrong(
    "one initializer for all layers",
    hint="an initializer that is called twice draws the same, and so do two that start from one seed",
    change={"    generator = tf.keras.random.SeedGenerator(seed)\n": "", "seed=generator": "seed=seed"},
)
wrong(
    "the same seed for every layer",
    hint="an initializer that is called twice draws the same, and so do two that start from one seed",
    change={
        (
            "generator = tf.keras.random.SeedGenerator(seed)\n"
            "    initializer = tf.keras.initializers.GlorotNormal(seed=generator)"
        ): "seed = np.random.randint(10**6) if seed is None else seed",
        "initializer((n_in, n_out))": "tf.keras.initializers.GlorotNormal(seed=seed)((n_in, n_out))",
    },
)
wrong(
    "constants",
    hint="training changes them: wrap each tensor in tf.Variable",
    change={
        "seed=generator": "generator",
        "tf.Variable(initializer((n_in, n_out)))": "initializer((n_in, n_out))",
        "Variable(tf.zeros((n_out,)))": "zeros((n_out,))",
    },
)
wrong(
    "weights transposed",
    hint="Wl has a row for each input and a column for each unit: (n_in, n_out)",
    change={"seed=generator": "generator", "((n_in, n_out))": "((n_out, n_in))"},
)
wrong(
    "random biases",
    hint="biases start at zero",
    change={"seed=generator": "generator", "tf.zeros": "initializer"},
)


@wrong("float64", hint="float32, as everything that the variables meet")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    rng = np.random.default_rng(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        n_in, n_out = layers_dims[l - 1], layers_dims[l]
        parameters[f"W{l}"] = tf.Variable(rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out)))
        parameters[f"b{l}"] = tf.Variable(np.zeros((n_out,)))
    return parameters


wrong(
    "one variable for equal biases",
    hint="a step for one moves the other: make a new tf.Variable for each",
    change={
        "parameters = {}": ("parameters, biases = {}, {n: tf.Variable(tf.zeros((n,))) for n in layers_dims}"),
        "tf.Variable(tf.zeros((n_out,)))": "biases[n_out]",
    },
)
wrong(
    "not trainable",
    hint="tf.Variable(...) is trainable: leave `trainable` as it is",
    change={
        "seed=generator": "generator",
        "((n_in, n_out))": "((n_in, n_out)), trainable=False",
        "((n_out,))": "((n_out,)), trainable=False",
    },
)
wrong(
    "ones",
    hint="draw the weights; equal ones would stay equal",
    change={
        (
            "    generator = tf.keras.random.SeedGenerator(seed)\n"
            "    initializer = tf.keras.initializers.GlorotNormal(seed=generator)\n"
        ): "",
        "initializer((n_in, n_out))": "tf.ones((n_in, n_out))",
    },
)
wrong(
    "He's variance",
    hint="this is He's variance: take both sizes, 2 / (n_in + n_out)",
    change={
        (
            "generator = tf.keras.random.SeedGenerator(seed)\n"
            "    initializer = tf.keras.initializers.GlorotNormal(seed=generator)"
        ): (
            "draws = tf.random.Generator.from_seed(seed) if seed is not None else "
            "tf.random.Generator.from_non_deterministic_state()"
        ),
        "initializer((n_in, n_out))": "draws.normal((n_in, n_out)) * np.sqrt(2 / n_in)",
    },
)
wrong(
    "the inputs alone",
    hint="take both sizes, not the inputs alone",
    change={"np.sqrt(2 / n_in)": "np.sqrt(1 / n_in)"},
    of="He's variance",
)
wrong(
    "the outputs alone",
    hint="take both sizes, not the outputs alone",
    change={"np.sqrt(2 / n_in)": "np.sqrt(1 / n_out)"},
    of="He's variance",
)
wrong(
    "1 over the sum of the sizes",
    hint="the variance is 2 over the sum of the sizes, not 1",
    change={"np.sqrt(2 / n_in)": "np.sqrt(1 / (n_in + n_out))"},
    of="He's variance",
)
wrong(
    "the variance for the standard deviation",
    hint="this fraction is the variance; take its root",
    change={"np.sqrt(2 / n_in)": "2 / (n_in + n_out)"},
    of="He's variance",
)
wrong(
    "0.05, the default of other initializers",
    hint="0.05 is the default of other initializers; scale by the sizes",
    change={"np.sqrt(2 / n_in)": "0.05"},
    of="He's variance",
)
wrong(
    "Glorot's uniform distribution",
    hint="draw from a normal distribution: GlorotNormal, not GlorotUniform",
    change={"GlorotNormal(seed=generator)": "GlorotUniform(generator)"},
)
wrong(
    "tails cut off, and not made up for",
    hint="cutting the tails off makes the spread smaller; GlorotNormal makes up for it",
    change={
        "    generator = tf.keras.random.SeedGenerator(seed)\n": "",
        "tf.keras.initializers.GlorotNormal(seed=generator)": (
            "np.random.default_rng(seed).integers(1, 10**6, (len(layers_dims), 2))"
        ),
        "initializer((n_in, n_out))": (
            "tf.random.stateless_truncated_normal((n_in, n_out), initializer[l], stddev=np.sqrt(2 "
            "/ (n_in + n_out)))"
        ),
    },
)
wrong(
    "not scaled",
    hint="the weights are not scaled: the variance is 2 / (n_in + n_out)",
    change={
        "tf.keras.random.SeedGenerator": "np.random.default_rng",
        "    initializer = tf.keras.initializers.GlorotNormal(seed=generator)\n": "",
        "initializer((n_in, n_out))": 'generator.standard_normal((n_in, n_out)).astype("float32")',
    },
)
wrong(
    "seed ignored",
    hint="use `seed`, so that a run can be repeated; 0 is a seed like any other",
    change={
        (
            "    generator = tf.keras.random.SeedGenerator(seed)\n"
            "    initializer = tf.keras.initializers.GlorotNormal(seed=generator)\n"
        ): "",
        "initializer((n_in, n_out))": "tf.keras.initializers.GlorotNormal()((n_in, n_out))",
    },
)
wrong(
    "a seed inside",
    hint="is there a seed inside? without one, two calls differ",
    change={
        "    generator = tf.keras.random.SeedGenerator(seed)\n": "",
        "seed=generator": "tf.keras.random.SeedGenerator(seed or 1)",
    },
)
wrong(
    "seed 0 taken for none",
    hint="use `seed`, so that a run can be repeated; 0 is a seed like any other",
    change={
        "    generator = tf.keras.random.SeedGenerator(seed)\n": "",
        "seed=generator": "tf.keras.random.SeedGenerator(seed if seed else None)",
    },
)


@wrong(
    "three layers, whatever the list says", hint="as many layers as layers_dims has, whatever their number"
)
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed))
    n_0, n_1, n_2, n_3 = (list(layers_dims) * 2)[:4]
    return {
        "W1": tf.Variable(draw((n_0, n_1))),
        "b1": tf.Variable(tf.zeros((n_1,))),
        "W2": tf.Variable(draw((n_1, n_2))),
        "b2": tf.Variable(tf.zeros((n_2,))),
        "W3": tf.Variable(draw((n_2, n_3))),
        "b3": tf.Variable(tf.zeros((n_3,))),
    }


wrong(
    "the sizes of the digits, whatever the list says",
    hint="use layers_dims: these are the sizes of its default",
    change={"parameters = {}": "layers_dims, parameters = (64, 25, 12, 10), {}"},
)


@right("a new initializer for each layer")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    parameters = {}
    for l in range(1, len(layers_dims)):
        draw = tf.keras.initializers.GlorotNormal(seed=None if seed is None else seed + l)
        parameters["W" + str(l)] = tf.Variable(draw(shape=(layers_dims[l - 1], layers_dims[l])))
        parameters["b" + str(l)] = tf.Variable(tf.keras.initializers.Zeros()((layers_dims[l],)))
    return parameters


@right("NumPy's generator, a plain normal")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    rng = np.random.default_rng(seed)
    weights, biases = {}, {}
    for l, (n_in, n_out) in enumerate(zip(layers_dims, layers_dims[1:], strict=False), start=1):
        W = rng.normal(scale=np.sqrt(2 / (n_in + n_out)), size=(n_in, n_out))
        weights[f"W{l}"] = tf.Variable(W, dtype=tf.float32, name=f"W{l}")
        biases[f"b{l}"] = tf.Variable(np.zeros((n_out,)), dtype=tf.float32)
    return biases | weights


@right("TensorFlow's global seed")
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    tf.random.set_seed(np.random.randint(2**31) if seed is None else seed)
    parameters = {}
    for l in range(len(layers_dims) - 1, 0, -1):
        n_in, n_out = layers_dims[l - 1], layers_dims[l]
        W = tf.random.normal((n_in, n_out), stddev=(2 / (n_in + n_out)) ** 0.5)
        parameters[f"b{l}"] = tf.Variable(tf.zeros([n_out]))
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
        W = draws.normal((layers_dims[l - 1], layers_dims[l])) / tf.sqrt(mean_size)
        parameters[f"W{l}"] = tf.Variable(W)
        parameters[f"b{l}"] = tf.Variable(tf.fill((layers_dims[l],), 0.0))
    return parameters


wrong(
    "only the first layer looks at the seed",
    hint="every layer should depend on all of `seed`; 0 is a seed like any other",
    change={
        (
            "    generator = tf.keras.random.SeedGenerator(seed)\n"
            "    initializer = tf.keras.initializers.GlorotNormal(seed=generator)\n"
        ): "",
        "initializer((n_in, n_out))": (
            "tf.keras.initializers.GlorotNormal(None if seed is None else seed if l == 1 else 1000 "
            "+ l)((n_in, n_out))"
        ),
    },
)
wrong(
    "seed 0 taken for 1",
    hint="every layer should depend on all of `seed`; 0 is a seed like any other",
    change={
        "generator = tf": "seed = None if seed is None else seed or 1\n    generator = tf",
        "seed=generator": "generator",
    },
)


@wrong(
    "the variables of an earlier call, for the same seed",
    hint="make new variables in each call: training on would change the other",
)
def initialize_parameters(layers_dims=(64, 25, 12, 10), seed=None):
    made = initialize_parameters.__dict__.setdefault("made", {})
    key = tuple(layers_dims), seed
    if seed is None or key not in made:
        draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(seed))
        made[key] = {}
        for l in range(1, len(layers_dims)):
            made[key][f"W{l}"] = tf.Variable(draw((layers_dims[l - 1], layers_dims[l])))
            made[key][f"b{l}"] = tf.Variable(tf.zeros((layers_dims[l],)))
    return dict(made[key])
