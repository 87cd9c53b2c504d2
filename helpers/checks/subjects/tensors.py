"""What a check can demand of TensorFlow's values: tensors, variables, gradients.

TensorFlow is imported where it is needed only: the rest of the course does without it.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from helpers import checks
from helpers.checks import writing
from helpers.checks.comparison import difference
from helpers.checks.messages import CallRaised
from helpers.checks.result import Result

Shape = tuple[int, ...]

RAISED = {  # a part of an exception's message: the hint
    "No gradients provided": (
        "network and loss belong within the tape's `with` block, without `float()` or `.numpy()`"
    ),
    "_unique_id": "zip(gradients, variables): the gradients come first",
    "Unknown variable": (
        "let the optimizer change the variables of `parameters` themselves, and make no new ones"
    ),
}
UNTRACED = (
    "what NumPy computes, `.numpy()` and `float()` leave no trace on the tape, "
    "and a `tf.Variable` made on the way starts a new one"
)
PARTLY = "the tape finds a way: does a part of the formula bypass it, or is a number cut off or rounded?"


def through(outer: Callable[..., Any], function: Callable[..., Any]) -> Callable[..., Any]:
    """Return `outer` with `function` as its first argument, under the name of `function`.

    For a function of the notebook that calls a student's function: a failed check names the latter.
    """

    def call(*args: Any) -> Any:
        return outer(function, *args)

    call.__name__ = function.__name__
    return call


class Batches(list[Any]):
    """A list of batches, of which messages tell the number."""

    def __repr__(self) -> str:
        return f"{len(self)} batch" + "es" * (len(self) > 1)


def kind(value: Any) -> str:
    """Return in words what a value is."""
    import tensorflow as tf

    if isinstance(value, tf.Variable):
        return "a tf.Variable"
    if tf.is_tensor(value):
        return "a tensor"
    if isinstance(value, (np.ndarray, np.generic)):
        return "a NumPy array" if value.ndim else "a NumPy number"
    return writing.kind(value)


def holds_tensor(
    result: Result,
    wanted: Shape,
    dtype: str = "float32",
    hint: str | None = None,
    dtype_hint: str | None = None,
) -> None:
    """The result is a tensor, not a variable, of this shape and dtype; a hint for another one of each."""
    import tensorflow as tf

    value, subject = result.value, result.subject
    if isinstance(value, tf.Variable):
        hint = "return the tensor itself: no tape follows into a new tf.Variable"
        result.fail("is a tf.Variable; it should be a tensor.", subject, hint=hint)
    if not tf.is_tensor(value):
        stay = "compute with TensorFlow's functions to the end; NumPy, `.numpy()` and `float()` leave it"
        result.fail(f"is {kind(value)}; it should be a tensor.", subject, hint=stay)
    has_form(result, wanted, dtype, hint, dtype_hint)


def has_form(
    result: Result,
    wanted: Shape,
    dtype: str = "float32",
    hint: str | None = None,
    dtype_hint: str | None = None,
) -> None:
    """The result, a tensor or a variable, has this shape and dtype."""
    value, subject = result.value, result.subject
    if tuple(value.shape) != wanted:
        flipped = tuple(value.shape) == wanted[::-1]
        problem = f"has shape {tuple(value.shape)}; it should be {wanted}."
        result.fail(problem, subject, hint="it looks transposed" if flipped else hint)
    if value.dtype.name != dtype:
        problem = f"holds {value.dtype.name}; it should hold {dtype}."
        result.fail(problem, subject, hint=dtype_hint or f"tf.cast(..., tf.{dtype})")


def has_variables(result: Result, shapes: Mapping[str, Shape]) -> None:
    """The result is a dict of trainable float32 variables, each its own, with these keys and shapes."""
    import tensorflow as tf

    result.has_keys(shapes)
    for key, wanted in shapes.items():
        variable = result.value[key]
        if not isinstance(variable, tf.Variable):
            hint = "training changes it: wrap the tensor in tf.Variable"
            result.fail(f"is {kind(variable)}; it should be a tf.Variable.", key, hint=hint)
        has_form(result.about(key, variable), wanted)
        if not variable.trainable:
            result.fail("is not trainable.", key, hint="tf.Variable(...) is, unless told otherwise")
    for other, key in itertools.combinations(shapes, 2):
        if result.value[other] is result.value[key]:
            hint = "a step for one moves the other: make a new tf.Variable for each"
            result.fail("are one and the same variable.", f"{other} and {key}", hint=hint)


def shares_nothing(one: Result, other: Result) -> None:
    """No variable of a result, a dict, is a variable of another one."""
    for key, variable in one.value.items():
        if any(variable is item for item in other.value.values()):
            hint = "training on from one call would change the other: make new variables in each"
            one.fail("is the very same variable in two calls.", key, hint=hint)


def follows_seed(function: Callable[..., Any], layers_dims: Sequence[int], seeds: Iterable[int]) -> None:
    """The same seed gives the same variables, in new ones; another seed gives others, in each weight.

    Arguments:
        function: called as function(layers_dims, seed), returns a dict of variables W1, b1, W2, ...
        layers_dims: units per layer
        seeds: whole numbers, no two of them equal
    """
    runs: list[Result] = []
    for seed in seeds:
        both = checks.calls(function, 2, layers_dims, seed)
        one, other = (both.about(None, value) for value in both.value)
        weights = [key for key in one.value if key[0] == "W"]
        same = not any(difference(one.value[key], other.value[key]) for key in weights)
        if not same:
            hint = "use `seed`, so that a run can be repeated; 0 is a seed like any other"
            one.fail("has other weights with the same seed.", "the result", hint=hint)
        shares_nothing(one, other)
        for earlier in runs:
            hint = "every layer should depend on all of `seed`; 0 is a seed like any other"
            one.differs_from(earlier, weights, "is the same with two seeds.", hint)
        runs.append(one)


def has_gradient(result: Result, expected: Any) -> None:
    """The result is the gradient that a tape has found: a tensor or a dict of them, as expected."""
    names = expected if isinstance(expected, dict) else []
    found = result.value if names else {"": result.value}
    lost = [name for name in names or [""] if found[name] is None]
    if lost:
        where = f" for {', '.join(lost)}" if names else ""
        result.fail(f"finds no gradient{where}.", "the tape", hint=UNTRACED)
    result.about("the gradient", result.value).equals(expected, hint=PARTLY)


def steps(
    run: Callable[..., Any],
    train_step: Callable[..., Any],
    pairs: Sequence[tuple[Any, Any]],
    parameters: Mapping[str, Any],
    *optimizer: Any,
) -> tuple[Result, Result]:
    """Let `run` of the notebook take one training step per batch.

    Arguments:
        run: called with train_step, the batches, the parameters and what its optimizer is made from
        pairs: the batches, a list of (X, Y)
        parameters: where to start, a dict of variables; left unchanged

    Returns:
        losses: the `Result` of the calls, a list
        parameters: the `Result` of what became of them
    """
    try:
        call = through(run, train_step)
        result = checks.call(call, Batches(pairs), parameters, *optimizer, may_change=[1])
    except CallRaised as raised:
        hints = [hint for part, hint in RAISED.items() if part in str(raised.error)]
        if not hints:
            raise
        raise CallRaised(f"{raised}\n  hint          {hints[0]}", raised.error) from None
    if not isinstance(result.value, list) or len(result.value) != len(pairs):
        result.fail("should return one loss per step.")
    for loss in result.value:
        if loss is None:
            result.fail("returned None: does it end with a `return`?")
        holds_tensor(result.about("the loss", loss), (), hint="the total loss is one number")
    return result, result.about("parameters", result.args[1])
