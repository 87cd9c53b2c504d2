"""What a check can demand of an optimizer: a memory that starts at zero, and right steps."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from helpers import checks
from helpers.checks.parameters import shapes
from helpers.checks.result import Result


def starts_at_zero(function: Callable[..., Any], parameters: Mapping[str, np.ndarray], *labels: str) -> None:
    """Call a function that starts an optimizer's memory twice; fail unless it makes new zeros each time.

    Arguments:
        function: the student's, which is called with `parameters`
        parameters: dict of W1, b1, ..., WL, bL
        labels: what messages call its dicts, if it returns several
    """
    wanted = {f"d{name}": shape for name, shape in shapes(parameters).items()}
    result = checks.calls(function, 2, parameters)
    own: dict[str, np.ndarray] = {}
    for number, value in enumerate(result.value, start=1):
        memory = result.about(None, value)
        for part in memory.parts(*labels) if labels else [memory]:
            part.has_arrays(wanted)
            for key, array in part.value.items():
                if array.any():
                    part.fail("is not zero.", part.entry(key), hint="every average starts at zero")
                own[f"{part.entry(key)} of call {number}"] = array
    result.about(None, own).has_arrays(shapes(own))


def updates(
    call: Callable[..., Result],
    function: Callable[..., Any],
    right: Mapping[str, Mapping[str, np.ndarray] | None],
    parameters: Mapping[str, np.ndarray],
    grads: Mapping[str, np.ndarray],
    *memory: Mapping[str, np.ndarray],
    **others: Any,
) -> None:
    """Call a function that takes an optimizer's step; fail unless it returns the right dicts.

    Arguments:
        call: `checks.example` or `checks.call`
        function: the student's; it may write into `parameters` and `memory`
        right: what each dict that it returns is called, and what is in it, the parameters first; None
            for one that is not looked at
        parameters: dict of W1, b1, ..., WL, bL
        grads: dict of dW1, db1, ..., dWL, dbL; they are handed over in reverse order
        memory: dicts as `grads`
        others: further arguments of the function
    """
    may_change = [0, *range(2, 2 + len(memory))]
    backwards = {key: grads[key] for key in reversed(list(grads))}
    result = call(function, parameters, backwards, *memory, may_change=may_change, **others)
    parts = {str(part.label): part for part in result.parts(*right)}
    wanted = {label: arrays for label, arrays in right.items() if arrays is not None}
    for label, arrays in wanted.items():
        parts[label].has_arrays(shapes(arrays))
    for label in sorted(wanted, key=lambda label: label == "parameters"):  # the averages first
        parts[label].equals(wanted[label])


def steps_by(
    call: Callable[..., Result],
    function: Callable[..., Any],
    parameters: Mapping[str, np.ndarray],
    grads: Mapping[str, np.ndarray],
    *memory: Mapping[str, np.ndarray],
    learning_rate: float | None = None,
    epsilon: float | None = None,
    **others: Any,
) -> None:
    """Call a student's Adam; fail unless the step is the one that its own corrected averages give.

    So a mistake in the averages, which other checks find, is not counted again.

    Arguments:
        call, function, parameters, grads, memory, others: as `updates` has them
        learning_rate, epsilon: of the step; None for the defaults of Adam, 0.01 and 1e-8
    """
    told = {"learning_rate": learning_rate, "epsilon": epsilon}
    others |= {name: value for name, value in told.items() if value is not None}
    result = call(function, parameters, grads, *memory, may_change=[0, 2, 3], **others)
    new, _, _, v, s = result.parts("parameters", "v", "s", "v_corrected", "s_corrected")
    for part in (v, s):
        part.has_arrays(shapes(grads))
    new.has_arrays(shapes(parameters))
    rate, small = learning_rate or 0.01, 1e-8 if epsilon is None else epsilon
    right = {}
    with np.errstate(all="ignore"):
        for name, theta in parameters.items():
            root = np.sqrt(s.value[f"d{name}"]) + small
            right[name] = theta - rate * v.value[f"d{name}"] / root
    new.equals(right, hint="the step is learning_rate * v_corrected / (root of s_corrected + epsilon)")
