"""What a check can demand of an optimizer's memory before the first step: zeros, all arrays their own."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from helpers import checks
from helpers.checks.parameters import shapes


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
