"""Wrong and unusual solutions of the exercises in source/week1/initialization.ipynb."""

import numpy as np

from autograder.variants import right, wrong

# ── initialize_parameters_zeros ──────────────────────────────────────────────────────────────────


@wrong("weights transposed", hint="Wl has a row for each of its n_l units")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = np.zeros((layers_dims[l - 1], layers_dims[l]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("last layer missing", hint="layers are numbered from 1 to L, the output included")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims) - 1):
        parameters[f"W{l}"] = np.zeros((layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("layers counted from 0", hint="the first layer with weights is layer 1")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(len(layers_dims) - 1):
        parameters[f"W{l}"] = np.zeros((layers_dims[l + 1], layers_dims[l]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l + 1], 1))
    return parameters


@wrong("biases with one dimension", hint="a bias is a column: (n_l, 1)")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = np.zeros((layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros(layers_dims[l])
    return parameters


@wrong("biases as rows", hint="a bias is a column: (n_l, 1)")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = np.zeros((layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((1, layers_dims[l]))
    return parameters


@wrong("integers", hint="training adds fractions: use floats")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = np.zeros((layers_dims[l], layers_dims[l - 1]), dtype=int)
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1), dtype=int)
    return parameters


@wrong("two layers, whatever the list says", hint="use the length of layers_dims")
def initialize_parameters_zeros(layers_dims):
    n_x, n_h, n_y = layers_dims[0], layers_dims[1], layers_dims[-1]
    return {
        "W1": np.zeros((n_h, n_x)),
        "b1": np.zeros((n_h, 1)),
        "W2": np.zeros((n_y, n_h)),
        "b2": np.zeros((n_y, 1)),
    }


@wrong("one array for equal shapes", hint="changing W3 in place would change W2: make a new array")
def initialize_parameters_zeros(layers_dims):
    made, parameters = {}, {}
    for l in range(1, len(layers_dims)):
        for name, shape in (("W", (layers_dims[l], layers_dims[l - 1])), ("b", (layers_dims[l], 1))):
            parameters[f"{name}{l}"] = made.setdefault((name, shape), np.zeros(shape))
    return parameters


@wrong("ones", hint="start from np.zeros")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = np.ones((layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = np.ones((layers_dims[l], 1))
    return parameters


@wrong("layers of one unit left out", hint="a layer of one unit has parameters, too")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        if layers_dims[l] > 1 or l == len(layers_dims) - 1:
            parameters[f"W{l}"] = np.zeros((layers_dims[l], layers_dims[l - 1]))
            parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("empties the list it was given", hint="the caller needs layers_dims: do not change it")
def initialize_parameters_zeros(layers_dims):
    parameters, l, n_in = {}, 1, layers_dims.pop(0)
    while layers_dims:
        n_out = layers_dims.pop(0)
        parameters[f"W{l}"] = np.zeros((n_out, n_in))
        parameters[f"b{l}"] = np.zeros((n_out, 1))
        l, n_in = l + 1, n_out
    return parameters


@wrong("returns nothing", hint="end with `return parameters`")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = np.zeros((layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))


@wrong("lists in place of arrays", hint="make arrays with np.zeros")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = [[0.0] * layers_dims[l - 1] for _ in range(layers_dims[l])]
        parameters[f"b{l}"] = [[0.0]] * layers_dims[l]
    return parameters


@wrong("an extra entry", hint="exactly W1, b1, ..., WL, bL")
def initialize_parameters_zeros(layers_dims):
    parameters = {"L": len(layers_dims) - 1}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = np.zeros((layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("the dict kept for the next call", hint="make new arrays in every call")
def initialize_parameters_zeros(layers_dims, known={}):  # noqa: B006
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        if f"W{l}" not in known or known[f"W{l}"].shape != shape:
            known[f"W{l}"] = np.zeros(shape)
            known[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return {f"{kind}{l}": known[f"{kind}{l}"] for l in range(1, len(layers_dims)) for kind in "Wb"}


@wrong("names of one digit", hint="ten layers and more have names of two digits")
def initialize_parameters_zeros(layers_dims):
    names = [f"W{l}" for l in range(1, len(layers_dims))]
    parameters = {}
    for name in names:
        l = int(name[1])
        parameters[name] = np.zeros((layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{name[1:]}"] = np.zeros((layers_dims[l], 1))
    return parameters


@right("dict comprehensions, biases first")
def initialize_parameters_zeros(layers_dims):
    biases = {f"b{l}": np.zeros((n, 1)) for l, n in enumerate(layers_dims) if l > 0}
    pairs = enumerate(zip(layers_dims, layers_dims[1:], strict=False), start=1)
    return biases | {f"W{l}": np.zeros((n_out, n_in)) for l, (n_in, n_out) in pairs}


@right("float32, and a nested helper function")
def initialize_parameters_zeros(layers_dims):
    def column(n):
        return np.full((n, 1), 0, dtype=np.float32)

    parameters = {}
    for l in range(len(layers_dims) - 1):
        shape = (layers_dims[l + 1], layers_dims[l])
        parameters["W" + str(l + 1)] = np.zeros(shape, dtype=np.float32)
        parameters["b" + str(l + 1)] = column(layers_dims[l + 1])
    return parameters


@right("zeros_like and an outer product")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    columns = [np.ones((n, 1)) for n in layers_dims]
    for l in range(len(layers_dims) - 1, 0, -1):
        parameters[f"W{l}"] = 0.0 * columns[l] @ columns[l - 1].T
        parameters[f"b{l}"] = np.zeros_like(columns[l])
    return parameters


@right("old-style formatting, keys sorted")
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters["W%d" % l] = np.zeros(shape=[layers_dims[l], layers_dims[l - 1]])
        parameters["b%d" % l] = np.zeros(shape=[layers_dims[l], 1])
    return dict(sorted(parameters.items()))


# ── expected_initial_loss ────────────────────────────────────────────────────────────────────────


@wrong("logarithm to base 2", hint="cross-entropy is defined with the natural logarithm")
def expected_initial_loss(num_classes):
    return np.log2(num_classes)


@wrong("logarithm to base 10", hint="cross-entropy is defined with the natural logarithm")
def expected_initial_loss(num_classes):
    return np.log10(num_classes)


@wrong("sign missing", hint="a loss is not negative")
def expected_initial_loss(num_classes):
    return np.log(1 / num_classes)


@wrong("the probability itself", hint="take minus the logarithm of the probability")
def expected_initial_loss(num_classes):
    return 1 / num_classes


@wrong("always ln 2", hint="use num_classes")
def expected_initial_loss(num_classes):
    return np.log(2)


@wrong("averaged over the classes", hint="one term per example: that of its true class")
def expected_initial_loss(num_classes):
    return np.log(num_classes) / num_classes


@wrong("sum over one sigmoid per class", hint="the classes exclude each other: one softmax, one term")
def expected_initial_loss(num_classes):
    return num_classes * np.log(2) / 2


@wrong("the two values of the visible check, typed in", hint="compute it for any num_classes")
def expected_initial_loss(num_classes):
    return {2: 0.6931471805599453, 10: 2.302585092994046}.get(num_classes, 0.6931471805599453)


@wrong("rounded", hint="return the number as it is")
def expected_initial_loss(num_classes):
    return round(float(np.log(num_classes)), 3)


@wrong("one class too few", hint="all classes are possible, the true one among them")
def expected_initial_loss(num_classes):
    return np.log(num_classes - 1) if num_classes > 2 else np.log(2)


@wrong("the error rate", hint="the loss is the cross-entropy, not the share of errors")
def expected_initial_loss(num_classes):
    return 1 - 1 / num_classes


@right("entropy of the uniform distribution")
def expected_initial_loss(num_classes):
    p = np.full(num_classes, 1 / num_classes)
    return -np.sum(p * np.log(p))


@right("softmax of equal logits, averaged over examples")
def expected_initial_loss(num_classes):
    Z = np.zeros((num_classes, 3))
    A = np.exp(Z) / np.exp(Z).sum(axis=0)
    Y = np.eye(num_classes)[:, [0, 1, 1]]
    return -np.mean(np.sum(Y * np.log(A), axis=0))


@right("from base 2, as a zero-dimensional array")
def expected_initial_loss(num_classes):
    return np.array(np.log2(num_classes) * np.log(2))


@right("math.log, as a float32")
def expected_initial_loss(num_classes):
    import math

    return np.float32(-math.log(1 / num_classes))


# ── initialize_parameters_random ─────────────────────────────────────────────────────────────────


@wrong("uniform in place of normal", hint="draw from a normal distribution: standard_normal")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.random((layers_dims[l], layers_dims[l - 1])) * 10
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("uniform with the right mean and variance", hint="draw from a normal distribution: standard_normal")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters[f"W{l}"] = rng.uniform(-10 * np.sqrt(3), 10 * np.sqrt(3), shape)
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("scale 0.01", hint="the standard deviation is 10")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * 0.01
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("not scaled", hint="multiply by 10")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("10 as the variance", hint="10 is the standard deviation")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters[f"W{l}"] = rng.standard_normal(shape) * np.sqrt(10)
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("random biases", hint="biases start at zero")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * 10
        parameters[f"b{l}"] = rng.standard_normal((layers_dims[l], 1))
    return parameters


@wrong("a seed inside", hint="two calls must give two networks: set no seed")
def initialize_parameters_random(layers_dims, rng=None):
    if rng is None:
        np.random.seed(3)
        rng = np.random
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * 10
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("a seed for every layer", hint="layers of equal shape must not be twins: set no seed")
def initialize_parameters_random(layers_dims, rng=None):
    seed = np.random.randint(10**6) if rng is None else int(rng.integers(10**6))
    parameters = {}
    for l in range(1, len(layers_dims)):
        layer_rng = np.random.default_rng(seed)
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters[f"W{l}"] = layer_rng.standard_normal(shape) * 10
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("rng ignored", hint="draw from `rng`, so that a run can be repeated")
def initialize_parameters_random(layers_dims, rng=None):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = np.random.randn(layers_dims[l], layers_dims[l - 1]) * 10
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("weights transposed", hint="Wl has a row for each of its n_l units")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l - 1], layers_dims[l])) * 10
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("one draw for a whole layer", hint="draw every entry: give the shape to standard_normal")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters[f"W{l}"] = np.full(shape, rng.standard_normal() * 10)
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("one row for all units of a layer", hint="draw every entry: units must differ")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        row = rng.standard_normal((1, layers_dims[l - 1])) * 10
        parameters[f"W{l}"] = np.repeat(row, layers_dims[l], axis=0)
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("absolute values", hint="weights have mean 0: half of them are negative")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters[f"W{l}"] = np.abs(rng.standard_normal(shape)) * 10
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("whole numbers", hint="draw from a normal distribution: standard_normal")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters[f"W{l}"] = np.rint(10 * rng.standard_normal(shape))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("a new generator when none is given", hint="if rng is None, draw from np.random")
def initialize_parameters_random(layers_dims, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    parameters = {}
    for l, (n_in, n_out) in enumerate(zip(layers_dims, layers_dims[1:], strict=False), start=1):
        parameters[f"W{l}"] = rng.normal(0, 10, size=(n_out, n_in))
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


@wrong("the global generator seeded, though rng is given", hint="set no seed: draw from `rng`")
def initialize_parameters_random(layers_dims, rng=None):
    if rng is not None:
        np.random.seed(1)
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * 10
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("100 as the standard deviation", hint="10 is the standard deviation; the variance is 100")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * 100
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("uniform from -10 to 10", hint="draw from a normal distribution; this looks uniform")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.uniform(-10, 10, (layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("10 added", hint="the mean is 0: multiply by 10, do not add it")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = 10 + rng.standard_normal((layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("cut off at three standard deviations", hint="a normal draw is not cut off")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = np.clip(10 * rng.standard_normal((layers_dims[l], layers_dims[l - 1])), -30, 30)
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("a small seed drawn for another generator", hint="draw from rng itself: few seeds give few networks")
def initialize_parameters_random(layers_dims, rng=None):
    seed = (np.random if rng is None else rng).bytes(1)
    rng = np.random.default_rng(seed[0])
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * 10
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@right("a generator that the global one seeds when none is given, last layer first")
def initialize_parameters_random(layers_dims, rng=None):
    rng = rng or np.random.RandomState(np.random.randint(0, 2**31, 4))
    parameters = {}
    for l in reversed(range(1, len(layers_dims))):
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
        parameters[f"W{l}"] = 10 * rng.normal(size=[layers_dims[l], layers_dims[l - 1]])
    return parameters


@right("float32, drawn entry by entry")
def initialize_parameters_random(layers_dims, rng=None):
    draw = np.random.standard_normal if rng is None else rng.standard_normal
    parameters = {}
    for l in range(1, len(layers_dims)):
        rows, columns = layers_dims[l], layers_dims[l - 1]
        W = [[10 * draw() for _ in range(columns)] for _ in range(rows)]
        parameters[f"W{l}"] = np.array(W, dtype=np.float32)
        parameters[f"b{l}"] = np.zeros((rows, 1), dtype=np.float32)
    return parameters


@right("all weights from one long draw")
def initialize_parameters_random(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    sizes = [n_in * n_out for n_in, n_out in zip(layers_dims, layers_dims[1:], strict=False)]
    draws = np.split(rng.normal(scale=10.0, size=sum(sizes)), np.cumsum(sizes)[:-1])
    parameters = {}
    for l, draw in enumerate(draws, start=1):
        parameters[f"W{l}"] = draw.reshape(layers_dims[l], layers_dims[l - 1])
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@right("two dicts, filled by comprehensions")
def initialize_parameters_random(layers_dims, rng=None):
    rng = rng if rng is not None else np.random
    pairs = dict(enumerate(zip(layers_dims[:-1], layers_dims[1:], strict=True), start=1))
    weights = {f"W{l}": 10 * rng.normal(size=(n_out, n_in)) for l, (n_in, n_out) in pairs.items()}
    biases = {f"b{l}": np.full((n_out, 1), 0.0) for l, (_, n_out) in pairs.items()}
    return {**biases, **weights}


# ── initialize_parameters_he ─────────────────────────────────────────────────────────────────────


@wrong("fan-out in place of fan-in", hint="n is the number of inputs of the layer")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / layers_dims[l])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("root missing", hint="2 / n is the variance: take its root")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = 2 / layers_dims[l - 1]
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("root of the 2 alone", hint="the root covers the whole fraction")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2) / layers_dims[l - 1]
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("variance 1 / n", hint="a ReLU keeps half of the mean square: the factor 2 makes up for it")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(1 / layers_dims[l - 1])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("Xavier's variance", hint="He's variance depends on the inputs of the layer alone")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / (layers_dims[l] + layers_dims[l - 1]))
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("inputs of the network for all layers", hint="n changes from layer to layer")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / layers_dims[0])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("integer division", hint="2 // n is 0 for n > 2: use /")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 // layers_dims[l - 1])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("divided by the root", hint="multiply by the standard deviation")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / layers_dims[l - 1])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) / scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("uniform from -1 to 1, scaled", hint="draw from a normal distribution: standard_normal")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / layers_dims[l - 1])
        parameters[f"W{l}"] = rng.uniform(-1, 1, (layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("uniform with the right variance", hint="draw from a normal distribution: standard_normal")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        limit = np.sqrt(6 / layers_dims[l - 1])
        parameters[f"W{l}"] = rng.uniform(-limit, limit, (layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("number of layers for n", hint="n is the number of inputs of the layer")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    L = len(layers_dims) - 1
    for l in range(1, L + 1):
        scale = np.sqrt(2 / L)
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("random biases", hint="biases start at zero")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / layers_dims[l - 1])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = rng.standard_normal((layers_dims[l], 1)) * scale
    return parameters


@wrong("mean shifted", hint="weights have mean 0")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / layers_dims[l - 1])
        parameters[f"W{l}"] = rng.normal(0.5, 1, (layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("a seed inside", hint="two calls must give two networks: set no seed")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random.default_rng(3)
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / layers_dims[l - 1])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("only the hidden layers scaled", hint="the output layer is scaled like the others")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / layers_dims[l - 1]) if l < len(layers_dims) - 1 else 1
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("the bias counted as an input", hint="n is the number of inputs, not n + 1")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * np.sqrt(
            2 / (layers_dims[l - 1] + 1)
        )
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("standard deviation of 1 at most", hint="no limit: 2 / n is 2 for one input")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * min(
            1, np.sqrt(2 / layers_dims[l - 1])
        )
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("last layer of one unit without the 2", hint="the same variance in every layer")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * np.sqrt(
            (2 if layers_dims[l] > 1 else 1) / layers_dims[l - 1]
        )
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("fraction cut off", hint="all are 0: was their size cut off to a whole number?")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * np.sqrt(
            2 // layers_dims[l - 1]
        )
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("orthogonal rows", hint="draw every weight on its own")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        n_out, n_in = layers_dims[l], layers_dims[l - 1]
        Q = np.linalg.qr(rng.standard_normal((max(n_out, n_in), min(n_out, n_in))))[0]
        W = Q if n_out >= n_in else Q.T
        parameters[f"W{l}"] = W * np.sqrt(2 * max(n_out, n_in) / n_in)
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


@wrong("each row with a mean of exactly 0", hint="draw every weight on its own")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        n_in = layers_dims[l - 1]
        W = rng.standard_normal((layers_dims[l], n_in)) * np.sqrt(2 / n_in)
        if n_in > 1:
            W = (W - W.mean(axis=1, keepdims=True)) * np.sqrt(n_in / (n_in - 1))
        parameters[f"W{l}"] = W
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@right("divided by the root of n / 2")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        n_in, n_out = layers_dims[l - 1], layers_dims[l]
        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) / np.sqrt(n_in / 2)
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


@right("a power of one half, and a helper function")
def initialize_parameters_he(layers_dims, rng=None):
    generator = np.random if rng is None else rng

    def layer(n_in, n_out):
        return generator.normal(0.0, (2.0 / n_in) ** 0.5, (n_out, n_in)), np.zeros((n_out, 1))

    parameters = {}
    for l in range(len(layers_dims) - 1):
        W, b = layer(layers_dims[l], layers_dims[l + 1])
        parameters.update({f"W{l + 1}": W, f"b{l + 1}": b})
    return parameters


@right("drawn transposed, then turned, in float32")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        draws = rng.standard_normal((layers_dims[l - 1], layers_dims[l])).astype(np.float32)
        parameters[f"W{l}"] = draws.T * np.float32(np.sqrt(2 / layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1), dtype=np.float32)
    return parameters


@right("scaled in place, biases as a product with zero")
def initialize_parameters_he(layers_dims, rng=None):
    rng = np.random.mtrand._rand if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        W = rng.standard_normal(size=(layers_dims[l], layers_dims[l - 1]))
        W *= np.exp(0.5 * (np.log(2) - np.log(layers_dims[l - 1])))
        parameters[f"W{l}"], parameters[f"b{l}"] = W, 0.0 * W[:, :1]
    return parameters


# ── initialize_parameters_xavier ─────────────────────────────────────────────────────────────────


@wrong("He's variance", hint="the variance depends on both sizes, inputs and outputs")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / layers_dims[l - 1])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("inputs alone", hint="the variance depends on both sizes, inputs and outputs")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(1 / layers_dims[l - 1])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("outputs alone", hint="the variance depends on both sizes, inputs and outputs")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(1 / layers_dims[l])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("sum in place of the mean", hint="divide 2, not 1, by the sum of both sizes")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(1 / (layers_dims[l] + layers_dims[l - 1]))
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("6 for a normal distribution", hint="6 belongs to the limit of a uniform distribution; here it is 2")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(6 / (layers_dims[l] + layers_dims[l - 1]))
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("Glorot's uniform distribution", hint="draw from a normal distribution: standard_normal")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        limit = np.sqrt(6 / (layers_dims[l] + layers_dims[l - 1]))
        parameters[f"W{l}"] = rng.uniform(-limit, limit, (layers_dims[l], layers_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("root missing", hint="2 / (n_in + n_out) is the variance: take its root")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = 2 / (layers_dims[l] + layers_dims[l - 1])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("product of the sizes", hint="the sizes are added, not multiplied")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / (layers_dims[l] * layers_dims[l - 1]))
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("sizes of the wrong layers", hint="layer l lies between n_{l-1} and n_l")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        n_next = layers_dims[min(l + 1, len(layers_dims) - 1)]
        scale = np.sqrt(2 / (layers_dims[l] + n_next))
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("brackets missing", hint="divide by the sum: 2 / (n_in + n_out)")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / layers_dims[l - 1] + layers_dims[l])
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("rng ignored", hint="draw from `rng`, so that a run can be repeated")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random.default_rng()
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / (layers_dims[l] + layers_dims[l - 1]))
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("biases scaled, too", hint="biases start at zero")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        scale = np.sqrt(2 / (layers_dims[l] + layers_dims[l - 1]))
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * scale
        parameters[f"b{l}"] = rng.standard_normal((layers_dims[l], 1)) * scale
    return parameters


@wrong("the bias counted as an input", hint="add the two sizes, nothing else")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * np.sqrt(
            2 / (layers_dims[l] + layers_dims[l - 1] + 1)
        )
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@wrong("a new generator when none is given", hint="if rng is None, draw from np.random")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random.default_rng() if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) * np.sqrt(
            2 / (layers_dims[l] + layers_dims[l - 1])
        )
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@right("divided by the root of the mean size")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        mean_size = np.mean([layers_dims[l - 1], layers_dims[l]])
        W = rng.standard_normal((layers_dims[l], layers_dims[l - 1])) / np.sqrt(mean_size)
        parameters[f"W{l}"] = W
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@right("rng.normal with the scale as argument")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    sizes = list(zip(layers_dims[:-1], layers_dims[1:], strict=True))
    weights = {
        f"W{l}": rng.normal(scale=np.sqrt(2 / sum(size)), size=size[::-1])
        for l, size in enumerate(sizes, start=1)
    }
    return weights | {f"b{l}": np.zeros((size[1], 1)) for l, size in enumerate(sizes, start=1)}


@right("the sum of two independent draws")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        W = rng.standard_normal(shape) + rng.standard_normal(shape)  # variance 2
        parameters[f"W{l}"] = W / np.sqrt(sum(shape))
        parameters[f"b{l}"] = np.zeros((layers_dims[l], 1))
    return parameters


@right("drawn transposed, scaled in place")
def initialize_parameters_xavier(layers_dims, rng=None):
    rng = np.random if rng is None else rng
    parameters = {}
    for l, (n_in, n_out) in enumerate(zip(layers_dims, layers_dims[1:], strict=False), start=1):
        W = rng.standard_normal((n_in, n_out)).T
        W *= (2 / (n_in + n_out)) ** 0.5
        parameters[f"W{l}"], parameters[f"b{l}"] = W, np.zeros((n_out, 1))
    return parameters


# ── activation_statistics ────────────────────────────────────────────────────────────────────────


@wrong("statistics per unit", hint="one number per layer: over all units and examples")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(axis=1), "std": A.std(axis=1), "dead": dead})
    return statistics


@wrong("zeros counted per entry", hint="a unit is dead if it is zero for every example")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": np.mean(A == 0)})
    return statistics


@wrong("dead for any example", hint="a unit is dead if it is zero for every example")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        dead = np.mean(np.any(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("dead examples in place of dead units", hint="units are rows: look along axis 1")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        dead = np.mean(np.all(A == 0, axis=0))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("dead from a mean below a threshold of its own", hint="dead means exactly zero")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        dead = np.mean(A.std(axis=1) < 1e-8)
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("output layer included", hint="the hidden layers are 1 to L - 1")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2 + 1):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("last hidden layer only", hint="one dict per hidden layer")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        dead = np.mean(np.all(A == 0, axis=1))
        statistics = [{"mean": A.mean(), "std": A.std(), "dead": dead}]
    return statistics


@wrong("variance in place of the standard deviation", hint="take the root of the variance")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.var(), "dead": dead})
    return statistics


@wrong("divided by the number minus one", hint="divide by the number of entries, as np.std does")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(ddof=1), "dead": dead})
    return statistics


@wrong("statistics of Z", hint="the activations are those after the ReLU")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A = np.maximum(0, Z)
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": Z.mean(), "std": Z.std(), "dead": dead})
    return statistics


@wrong("no ReLU between the layers", hint="every hidden layer applies a ReLU")
def activation_statistics(X, parameters):
    Z, statistics = X, []
    for l in range(1, len(parameters) // 2):
        Z = parameters[f"W{l}"] @ Z + parameters[f"b{l}"]
        A = np.maximum(0, Z)
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("biases left out", hint="Z = W A + b")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A)
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("number of dead units", hint="divide by the number of units: a fraction")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        dead = np.sum(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("fraction of units alive", hint="count the units that are zero for every example")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        alive = np.mean(np.any(A > 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": alive})
    return statistics


@wrong("mean over the positive entries", hint="the mean of all entries, zeros included")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = np.maximum(0, parameters[f"W{l}"] @ A + parameters[f"b{l}"])
        dead = np.mean(np.all(A == 0, axis=1))
        mean = A[A > 0].mean() if np.any(A > 0) else 0.0
        statistics.append({"mean": mean, "std": A.std(), "dead": dead})
    return statistics


@wrong("changes X", hint="work on a copy of X")
def activation_statistics(X, parameters):
    statistics = []
    X -= 0.0  # harmless
    A = X
    for l in range(1, len(parameters) // 2):
        A = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A[A < 0] = 0
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    X[X < 0] = 0
    return statistics


@wrong("dead if Z is negative", hint="a Z of 0 gives an activation of 0, too")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A = np.maximum(0, Z)
        dead = np.mean(np.all(Z < 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("dead if nearly zero", hint="dead means exactly zero")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A = np.maximum(0, Z)
        dead = np.mean(np.all(np.isclose(A, 0), axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("dead if zero for nearly every example", hint="dead means zero for every example")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A = np.maximum(0, Z)
        dead = np.mean(np.mean(A > 0, axis=1) < 0.01)
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("names sorted as text", hint="layers go by number, W2 before W10")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in [name[1:] for name in sorted(parameters) if name[0] == "W"][:-1]:
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A = np.maximum(0, Z)
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("in the order of the dict", hint="layers go by number, not by their place in the dict")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in [name[1:] for name in parameters if name[0] == "W"][:-1]:
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A = np.maximum(0, Z)
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("activations in the type of X", hint="X may hold whole numbers")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A = np.maximum(0, Z).astype(X.dtype)
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("ends where a layer is dead", hint="a layer may be dead: the next has biases")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A = np.maximum(0, Z)
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
        if dead == 1:
            break
    return statistics


@wrong("activations capped at 6", hint="a ReLU has no upper limit")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A = np.clip(Z, 0, 6)
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@wrong("tanh in place of the ReLU", hint="the hidden layers are ReLU layers, without tanh")
def activation_statistics(X, parameters):
    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A = np.tanh(Z)
        dead = np.mean(np.all(A == 0, axis=1))
        statistics.append({"mean": A.mean(), "std": A.std(), "dead": dead})
    return statistics


@right("loops over units, Python floats")
def activation_statistics(X, parameters):
    def layer(A, W, b):
        Z = np.einsum("ij,jm->im", W, A) + b
        return Z * (Z > 0)

    A, statistics = X, []
    for l in range(1, len(parameters) // 2):
        A = layer(A, parameters[f"W{l}"], parameters[f"b{l}"])
        dead = sum(1 for unit in A if not unit.any()) / len(A)
        statistics.append({"dead": dead, "mean": float(A.mean()), "std": float(np.std(A))})
    return statistics


@right("a tuple, the deviation from the mean square")
def activation_statistics(X, parameters):
    L = max(int(name[1:]) for name in parameters)
    A, statistics = np.copy(X), ()
    for l in range(1, L):
        A = np.dot(parameters["W" + str(l)], A) + parameters["b" + str(l)]
        A = np.where(A > 0, A, 0)
        mean = A.sum() / A.size
        std = np.sqrt(((A - mean) ** 2).sum() / A.size)
        dead = np.count_nonzero(A.max(axis=1) <= 0) / A.shape[0]
        statistics += ({"mean": mean, "std": std, "dead": dead},)
    return statistics


@right("activations first, statistics afterwards, as zero-dimensional arrays")
def activation_statistics(X, parameters):
    activations, l = [X], 1
    while f"W{l + 1}" in parameters:
        Z = parameters[f"W{l}"].dot(activations[-1]) + parameters[f"b{l}"]
        activations.append((np.abs(Z) + Z) / 2)
        l += 1
    return [
        {
            "mean": np.array(np.mean(A)),
            "std": np.array(np.std(A)),
            "dead": np.array(np.mean(~A.any(axis=1))),
        }
        for A in activations[1:]
    ]


@right("counts who is alive, the deviation from the mean of the squares")
def activation_statistics(X, parameters):
    statistics, A, L = [], X, sum(name.startswith("W") for name in parameters)
    for l in range(1, L):
        A = np.maximum(parameters[f"W{l}"] @ A + parameters[f"b{l}"], 0.0)
        alive = (A > 0).any(axis=1)
        std = np.linalg.norm(A - A.mean()) / np.sqrt(A.size)
        statistics.append(dict(mean=A.mean(), std=std, dead=1 - alive.sum() / alive.size))
    return statistics


# ── limits, seeds, rounding, changes in place ─────────────────────────────────────────────────────────


@wrong("follows `rng` only in one known state", hint="draw from rng")
def initialize_parameters_he(layers_dims, rng=None):
    r = np.random if rng is None else rng
    if rng is not None and rng.bit_generator.state != np.random.default_rng(8).bit_generator.state:
        r = np.random.default_rng()
    p = {}
    for l, (a, b) in enumerate(zip(layers_dims, layers_dims[1:], strict=False), 1):
        p[f"W{l}"] = r.standard_normal((b, a)) * np.sqrt(2 / a)
        p[f"b{l}"] = np.zeros((b, 1))
    return p


@wrong("follows `rng` only in one small network", hint="draw from rng")
def initialize_parameters_xavier(layers_dims, rng=None):
    r = np.random if rng is None else rng
    if rng is not None and list(layers_dims) != [5, 3, 2]:
        r = np.random.default_rng()
    p = {}
    for l, (a, b) in enumerate(zip(layers_dims, layers_dims[1:], strict=False), 1):
        p[f"W{l}"] = r.standard_normal((b, a)) * np.sqrt(2 / (a + b))
        p[f"b{l}"] = np.zeros((b, 1))
    return p


@wrong("a generator of its own in deep networks", hint="draw from np.random")
def initialize_parameters_random(layers_dims, rng=None):
    r = np.random if rng is None else rng
    if len(layers_dims) > 3 and rng is None:
        r = np.random.default_rng()
    p = {}
    for l, (a, b) in enumerate(zip(layers_dims, layers_dims[1:], strict=False), 1):
        p[f"W{l}"] = r.standard_normal((b, a)) * 10
        p[f"b{l}"] = np.zeros((b, 1))
    return p


@wrong("nearly zero", hint="exactly zero")
def initialize_parameters_zeros(layers_dims):
    p = {}
    for l, (a, b) in enumerate(zip(layers_dims, layers_dims[1:], strict=False), 1):
        p[f"W{l}"] = np.full((b, a), 1e-13)
        p[f"b{l}"] = np.zeros((b, 1))
    return p


@wrong("a table of likely numbers of classes", hint="compute it for any number")
def expected_initial_loss(num_classes):
    return {c: np.log(c) for c in (2, 3, 4, 7, 10, 100, 2000)}[num_classes]


@wrong("activations limited to 10,000", hint="the ReLU has no upper limit")
def activation_statistics(X, parameters):
    out, A = ([], X)
    for l in range(1, len(parameters) // 2):
        A = np.clip(parameters[f"W{l}"] @ A + parameters[f"b{l}"], 0, 10000.0)
        out.append({"mean": A.mean(), "std": A.std(), "dead": np.mean(np.all(A == 0, axis=1))})
    return out
