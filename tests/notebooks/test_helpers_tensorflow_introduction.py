"""The helpers of tensorflow_introduction: what checks demand of tensors, gradients, steps and data sets."""

import math
import subprocess
import sys
from importlib import metadata
from inspect import isfunction

import nbformat
import numpy as np
import pytest
from conftest import ROOT

from helpers import checks, environment, plots
from helpers.checks.comparison import difference
from helpers.checks.messages import CheckFailed
from helpers.checks.subjects import datasets, tensors, toy_model
from helpers.checks.writing import described
from helpers.plots import style

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("tensorflow")]  # one worker, so one import of it
NOTEBOOK = ROOT / "source/week3/tensorflow_introduction.ipynb"
QUIET = """
import helpers.environment
import tensorflow as tf
optimizer, v = tf.keras.optimizers.Adam(), tf.Variable(1.0)
with tf.GradientTape() as tape:
    loss = v**2
optimizer.apply_gradients([(tape.gradient(loss, v), v)])
list(tf.data.Dataset.range(3).shuffle(3).batch(2))
tf.function(lambda x: x + 1)(v)
"""


@pytest.fixture(scope="module")
def tf():
    return pytest.importorskip("tensorflow", reason="needs the extra `tensorflow`: see pyproject.toml")


def result(value):
    def solution():
        return value

    return checks.call(solution)


# ── the environment ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.long
def test_tensorflow_prints_nothing(tf):
    done = subprocess.run([sys.executable, "-c", QUIET], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_notebook_asks_for_tensorflow_before_it_imports_it():
    code = [c.source for c in nbformat.read(NOTEBOOK, as_version=4).cells if c.cell_type == "code"]
    assert 'check_environment("tensorflow")' in code[0]
    assert "import tensorflow" not in code[0]
    assert code[1] == "import tensorflow as tf"


def test_either_build_of_tensorflow_will_do(monkeypatch):
    def version(name):
        if name != "tensorflow":
            raise metadata.PackageNotFoundError(name)
        return "2.21.1"

    monkeypatch.setattr(environment, "version", version)
    needed = environment.Requirement("tensorflow-cpu>=2.21,<2.22")
    assert environment.shortcoming(needed) is None
    assert environment.shortcoming(environment.Requirement("other>=1")) == "other is not installed."


# ── tensors ──────────────────────────────────────────────────────────────────────────────────────


def test_tensors_are_compared_and_described_as_arrays_are(tf):
    X = tf.constant([[1.0, 2.0]])
    assert difference(X, tf.Variable(X)) is None
    assert difference({"X": X}, {"X": X + 1})
    assert described([X, tf.zeros((3, 4))], {}) == "tensor [[1., 2.]], a tensor of shape (3, 4)"

    def solution(parameters):
        parameters["W"].assign_add([[1.0, 0.0]])
        return X

    with pytest.raises(CheckFailed, match="changes its argument"):
        checks.call(solution, {"W": tf.Variable(X)})


def test_what_tensorflow_raises_is_told_without_its_inner_workings(tf):
    def solution():
        return tf.zeros((2, 3)) @ tf.zeros((2, 3))

    with pytest.raises(CheckFailed) as failed:
        checks.call(solution)
    first = str(failed.value).split("\n")[0]
    assert first.startswith("solution: raised InvalidArgumentError: Matrix size-incompatible: In[0]: [2,3]")
    assert "{{" not in first and "Op:" not in first
    assert "site-packages" not in str(failed.value) and str(failed.value).count("\n") == 1


def test_is_tensor(tf):
    tensors.holds_tensor(result(tf.zeros((2, 3))), (2, 3))
    tensors.holds_tensor(result(tf.constant(1, tf.int32)), (), "int32")
    wrong = [np.zeros((2, 3), "float32"), 0.0, tf.zeros((2, 3), tf.float64), tf.zeros((3, 2)), "text"]
    wrong += [tf.Variable(tf.zeros((2, 3)))]
    for value in wrong:
        with pytest.raises(CheckFailed):
            tensors.holds_tensor(result(value), (2, 3))
    for value, hint in [(tf.zeros(5), "its shape"), (tf.zeros((2, 3), tf.float64), "its dtype")]:
        with pytest.raises(CheckFailed, match=hint):
            tensors.holds_tensor(result(value), (2, 3), hint="its shape", dtype_hint="its dtype")


def test_two_results_share_no_variable(tf):
    W, b = tf.Variable(1.0), tf.Variable(1.0)
    tensors.shares_nothing(result({"W": W}), result({"W": b}))
    with pytest.raises(CheckFailed, match="W is the very same variable"):
        tensors.shares_nothing(result({"W": W}), result({"b": b, "V": W}))


def test_variables_follow_the_seed(tf):
    def start(layers_dims, seed):
        W = np.random.default_rng(seed).normal(size=layers_dims)
        return {"W1": tf.Variable(W), "b1": tf.Variable(np.zeros(2))}

    tensors.follows_seed(start, (3, 2), (0, 1, 1001))
    for wrong, message in [
        (lambda seed: seed or None, "other weights with the same seed"),
        (lambda seed: seed or 1, "same with two seeds"),
        (lambda seed: seed % 1000, "same with two seeds"),
    ]:
        with pytest.raises(CheckFailed, match=message):
            tensors.follows_seed(lambda dims, seed, w=wrong: start(dims, w(seed)), (3, 2), (0, 1, 1001))


def test_has_variables(tf):
    W, b = tf.Variable(tf.zeros((2, 3))), tf.Variable(tf.zeros((2, 1)))
    shapes = {"W": (2, 3), "b": (2, 1)}
    tensors.has_variables(result({"b": b, "W": W}), shapes)
    fixed = tf.Variable(tf.zeros((2, 1)), trainable=False)
    wrong = [{"W": W}, {"W": W, "b": tf.zeros((2, 1))}, {"W": W, "b": fixed}, {"W": b, "b": b}, [W, b]]
    for value in wrong:
        with pytest.raises(CheckFailed):
            tensors.has_variables(result(value), shapes)
    with pytest.raises(CheckFailed, match="one and the same variable"):
        tensors.has_variables(result({"W": W, "V": W}), {"W": (2, 3), "V": (2, 3)})


def test_a_lost_gradient_has_its_own_message(tf):
    tensors.has_gradient(result({"a": tf.ones(2), "b": None}).only(["a"]), {"a": np.ones(2)})
    with pytest.raises(CheckFailed, match="finds no gradient for b"):
        tensors.has_gradient(result({"a": tf.ones(2), "b": None}), {"a": np.ones(2), "b": np.ones(2)})
    with pytest.raises(CheckFailed, match="finds no gradient"):
        tensors.has_gradient(result(1).about("the gradient", None), np.ones(2))
    with pytest.raises(CheckFailed, match="is not right"):
        tensors.has_gradient(result(tf.ones(2)), np.zeros(2))


@pytest.mark.parametrize("shape", [(150, 50), (90, 90)])
def test_normal_draws_may_have_lost_their_tails(tf, shape):
    draw = tf.keras.initializers.GlorotNormal(tf.keras.random.SeedGenerator(1))
    std = np.sqrt(2 / sum(shape))
    for _ in range(200):
        result(draw(shape)).looks_normal(None, std, truncated=True)
        result(np.random.default_rng().normal(0, std, shape)).looks_normal(None, std, truncated=True)
    uniform = np.random.default_rng().uniform(-std, std, shape) * np.sqrt(3)
    with pytest.raises(CheckFailed, match="not normally distributed"):
        result(uniform).looks_normal(None, std, truncated=True)


# ── a step of training ───────────────────────────────────────────────────────────────────────────


def take_steps(step, pairs, parameters, learning_rate):
    return [step(X, Y, parameters, learning_rate) for X, Y in pairs]


def test_the_toy_is_what_its_words_say_and_holds_no_expected_value(tf):
    X, Y = np.float32([[1, 2], [3, 4]]), np.float32([[-1, 0], [2, 1]])
    parameters = {"a": tf.Variable([3.0, -1.0]), "b": tf.Variable([[2.0]])}
    logits = toy_model.network(tf.constant(X), parameters)
    assert np.allclose(logits, X * (10 + 2 * 4) / 10_000)
    assert float(toy_model.total_loss(tf.constant(X), Y)) == pytest.approx(2 + 4 + 3 + 12)
    functions = {name for name, value in vars(toy_model).items() if isfunction(value)}
    assert functions == {"network", "total_loss"}  # in TensorFlow: no step, no loss in numbers


def test_a_step_beside_the_tape_has_its_own_message(tf):
    def train_step(X, Y, parameters, learning_rate):
        with tf.GradientTape() as tape:
            loss = tf.constant(1.0)
        optimizer = tf.keras.optimizers.SGD(learning_rate)
        optimizer.apply_gradients([(tape.gradient(loss, parameters["W"]), parameters["W"])])
        return loss

    with pytest.raises(CheckFailed, match="train_step: raised ValueError(.*\n)*.*tape's `with` block"):
        tensors.steps(take_steps, train_step, [(0, 0)], {"W": tf.Variable(1.0)}, 0.1)


# ── data sets ────────────────────────────────────────────────────────────────────────────────────

M = 300
X = np.arange(2.0 * M).reshape(M, 2)
Y = -X[:, :1]


def transposed(x):
    import tensorflow as tf

    return tf.transpose(x)


def scattered(rows):
    """Return examples in another order, the same in each epoch."""
    return rows.shuffle(M, reshuffle_each_iteration=False)


def test_a_data_set_has_an_order_that_changes(tf):
    rows = tf.data.Dataset.from_tensor_slices((X, Y))
    order = datasets.order_of(result(rows.batch(32)), X, Y, 32)
    assert np.array_equal(order, np.arange(M))
    for _ in range(20):
        datasets.looks_reshuffled(result(rows.shuffle(M).batch(32)), X, Y, 32)


def test_a_data_set_follows_the_seed(tf):
    def make(X, Y, size, shuffle, seed):
        rows = tf.data.Dataset.from_tensor_slices((X, Y))
        return rows.shuffle(M, seed=seed).batch(size)

    seeds = (0, None, 1, 11)
    datasets.follows_seed(make, X[:30], Y[:30], seeds)
    for wrong, message in [
        (lambda seed: 5 if seed is None else seed, "same order in two datasets"),
        (lambda seed: None, "another order with the same seed"),
        (lambda seed: seed and seed % 10, "same order with two seeds"),
    ]:
        with pytest.raises(CheckFailed, match=message):
            datasets.follows_seed(lambda *args, w=wrong: make(*args[:4], w(args[4])), X[:30], Y[:30], seeds)


def test_a_right_order_is_hardly_ever_taken_for_one_with_a_small_buffer():
    """Of m! orders, those in which none of the last k examples moves forward by m - k: (m - k)^k (m - k)!"""
    for m in (300, 11_000):
        left = datasets.far(m)
        k = m - left
        assert k * math.log10(left) + (math.lgamma(left + 1) - math.lgamma(m + 1)) / math.log(10) < -13
    assert datasets.far(11_000) > 10_000


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda rows: rows.batch(30), "does not shuffle"),
        (lambda rows: rows.batch(30).shuffle(M), "shuffles whole batches"),
        (lambda rows: rows.batch(70).shuffle(M, seed=1), "smaller batch before the last"),
        (lambda rows: rows.shuffle(30).batch(30), "moves no example far forward"),
        (lambda rows: rows.shuffle(M // 2).batch(30), "moves no example far forward"),
        (lambda rows: rows.shuffle(M, reshuffle_each_iteration=False).batch(30), "every epoch"),
        (lambda rows: scattered(rows).shuffle(30).batch(30), "nearly the same order"),
        (lambda rows: rows.shuffle(M).repeat().batch(30), "never ends"),
        (lambda rows: rows.batch(30).map(lambda x, y: (transposed(x), y)), "has shapes"),
        (lambda rows: rows.shuffle(M), "call `batch`"),
        (lambda rows: list(rows.batch(30)), "returned a list"),
        (
            lambda rows: rows.shuffle(M).batch(30, drop_remainder=True).take(9),
            "has 9 batches; it should have 10",
        ),
        (lambda rows: rows.batch(30).map(lambda x, y: x), "should be a pair"),
    ],
)
@pytest.mark.filterwarnings("ignore")  # autograph's, on lambdas that share a line
def test_what_is_wrong_with_a_data_set_is_told(tf, make, message):
    rows = tf.data.Dataset.from_tensor_slices((X, Y))
    with pytest.raises(CheckFailed, match=message):
        datasets.looks_reshuffled(result(make(rows)), X, Y, 30)


def test_batch_contents_draws_short_batches(monkeypatch):
    shown = []
    monkeypatch.setattr(style, "display", lambda data, raw: shown.append(data))
    plots.batch_contents({"one": [np.array([0, 1]), np.array([2])], "two": [[3]]}, alt="two panels")
    assert [image["text/plain"] for image in shown] == ["two panels"]
    assert not style.plt.get_fignums()
