"""What a check can demand of gradients, where an exercise leaves a choice of their form."""

from collections.abc import Mapping

import numpy as np

from helpers.checks.result import Result


def in_form_of(
    result: Result, right: Mapping[str, np.ndarray], m: int, others: Mapping[str, np.ndarray] | None = None
) -> dict[str, np.ndarray]:
    """Return the right gradients in the form that a result has chosen.

    Arguments:
        result: gradients in the right shapes
        right: dict of dZ3, dW3, db3, ..., the derivatives of a mean over examples
        m: number of examples; dZ and dA may be m times as large, as 1/m is left to dW and db then
        others: what some of the gradients may be as well

    Returns:
        dict of dZ3, dW3, db3, ..., in the order of `right`
    """
    later = np.allclose(result.value["dZ3"], m * right["dZ3"])
    form = {}
    for name, gradient in right.items():
        times = m if later and name[1] in "ZA" else 1
        other = times * (others or {}).get(name, gradient)
        form[name] = other if np.allclose(result.value[name], other) else times * gradient
    return form
