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
    right: Mapping[str, Mapping[str, np.ndarray]],
    parameters: Mapping[str, np.ndarray],
    grads: Mapping[str, np.ndarray],
    *memory: Mapping[str, np.ndarray],
    **others: Any,
) -> None:
    """Call a function that takes an optimizer's step; fail unless it returns the right dicts.

    Arguments:
        call: `checks.example` or `checks.call`
        function: the student's; it may write into `parameters` and `memory`
        right: what each dict that it returns is called, and what is in it, the parameters first
        parameters: dict of W1, b1, ..., WL, bL
        grads: dict of dW1, db1, ..., dWL, dbL; they are handed over in reverse order
        memory: dicts as `grads`
        others: further arguments of the function
    """
    may_change = [0, *range(2, 2 + len(memory))]
    backwards = {key: grads[key] for key in reversed(list(grads))}
    result = call(function, parameters, backwards, *memory, may_change=may_change, **others)
    new, *averages = result.parts(*right)
    for part, wanted in zip([new, *averages], right.values(), strict=True):
        part.has_arrays(shapes(wanted))
    for part in [*averages, new]:
        part.equals(right[str(part.label)])
