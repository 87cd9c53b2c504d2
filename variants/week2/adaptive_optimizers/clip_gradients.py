"""Wrong and unusual solutions of `clip_gradients`, in source/week2/adaptive_optimizers.ipynb."""

import numpy as np

from autograder.variants import right, same, wrong

same("at max_norm itself, the factor is 1 either way", change={"norm > max_norm": "norm >= max_norm"})
wrong(
    "each array by its own norm",
    hint="one norm for all arrays together, and one factor",
    change={
        "norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))\n"
        "    factor = max_norm / norm if norm > max_norm else 1.0\n"
        "    return {key: factor * g for key, g in grads.items()}": (
            "norm = {k: np.sqrt(np.sum(g**2)) for k, g in grads.items()}\n"
            "    factor = {k: max_norm / n if n > max_norm else 1.0 for k, n in norm.items()}\n"
            "    return {k: factor[k] * g for k, g in grads.items()}"
        )
    },
)
wrong(
    "entries clipped one by one",
    hint="scale all entries by one factor: clipping each of them changes the direction",
    change={
        "norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))\n"
        "    factor = max_norm / norm if norm > max_norm else 1.0\n"
        "    return {key: factor * g for key, g in grads.items()}": (
            "return {key: np.clip(g, -max_norm, max_norm) for key, g in grads.items()}"
        )
    },
)
wrong(
    "no root",
    hint="the norm is the root of the sum of squares",
    change={
        "np.sqrt(sum(np.sum(g**2) for g in grads.values()))": "sum(np.sum(g**2) for g in grads.values())"
    },
)
wrong(
    "sum of the norms",
    hint="add up the squares of all entries first, then take one root",
    change={
        "np.sqrt(sum(np.sum(g**2) for g in grads.values()))": "sum(np.linalg.norm(g) for g in grads.values())"
    },
)
wrong(
    "sum of absolute values",
    hint="the norm is the root of the sum of squares",
    change={
        "np.sqrt(sum(np.sum(g**2) for g in grads.values()))": "sum(np.abs(g).sum() for g in grads.values())"
    },
)
wrong(
    "largest entry",
    hint="the norm is the root of the sum of squares",
    change={
        "np.sqrt(sum(np.sum(g**2) for g in grads.values()))": "max(np.abs(g).max() for g in grads.values())"
    },
)
wrong(
    "mean of the squares",
    hint="add up the squares, do not average them",
    change={"np.sum(g**2)": "np.mean(g**2)"},
)
wrong(
    "weights only in the norm",
    hint="the biases count, too",
    change={"for g in grads.values()": 'for key, g in grads.items() if key[1] == "W"'},
)
wrong(
    "only the first layer in the norm",
    hint="all layers count",
    change={"for g in grads.values()": 'for key, g in grads.items() if key[2:] == "1"'},
)
wrong(
    "always scaled",
    hint="gradients that are short enough stay as they are, zeros included",
    change={"max_norm / norm if norm > max_norm else 1.0": "max_norm / norm if norm else 1.0"},
)
wrong(
    "divides zero by zero",
    hint="gradients that are all zero stay zero: do not divide by their norm",
    change={"max_norm / norm if norm > max_norm else 1.0": "np.minimum(norm, max_norm) / norm"},
)
wrong(
    "scaled to length 1",
    hint="scale to the length max_norm: multiply by max_norm / norm",
    change={"max_norm / norm if": "1 / norm if"},
)
wrong(
    "upside down",
    hint="scale to the length max_norm: multiply by max_norm / norm",
    change={"max_norm / norm if": "norm / max_norm if"},
)
wrong(
    "the wrong way round",
    hint="scale those that are longer than max_norm, and leave the others",
    change={"norm > max_norm": "0 < norm < max_norm"},
)
wrong(
    "never clipped",
    hint="gradients longer than max_norm are scaled down",
    change={"if norm > max_norm": "if False"},
)
wrong(
    "limit of 1",
    hint="use the argument max_norm",
    change={"norm > max_norm": "norm > 1"},
)
wrong(
    "weights only scaled",
    hint="scale the biases, too",
    change={"factor * g for key": '(factor if key[1] == "W" else 1.0) * g for key'},
)
wrong(
    "zeros in place of long gradients",
    hint="long gradients are scaled, not dropped",
    change={"max_norm / norm if": "0.0 if"},
)
wrong(
    "grads overwritten",
    hint="leave grads as they are: make new arrays",
    change={
        "return {key: factor * g for key, g in grads.items()}": (
            "for key in grads:\n        grads[key] = factor * grads[key]\n    return grads"
        )
    },
)
wrong(
    "the norm returned, too",
    hint="return the dict alone",
    change={"for key, g in grads.items()}": "for key, g in grads.items()}, norm"},
)


@right("one long vector")
def clip_gradients(grads, max_norm):
    flat = np.concatenate([np.ravel(g) for g in grads.values()])
    norm = np.linalg.norm(flat)
    if norm <= max_norm:
        return {key: g.copy() for key, g in grads.items()}
    return {key: g / norm * max_norm for key, g in grads.items()}


@right("the smaller of two factors, the norm from norms")
def clip_gradients(grads, max_norm):
    norm = np.linalg.norm([np.linalg.norm(g) for g in grads.values()])
    return {key: np.array(g) * (max_norm / max(norm, max_norm)) for key, g in grads.items()}


@right("loops, with math")
def clip_gradients(grads, max_norm):
    import math

    total = 0.0
    for g in grads.values():
        for x in np.asarray(g).flat:
            total += float(x) * float(x)
    factor = min(1.0, max_norm / math.sqrt(total)) if total > 0 else 1.0
    clipped = {}
    for key in sorted(grads):
        clipped[key] = np.multiply(grads[key], factor)
    return clipped


@right("short gradients handed back as they are")
def clip_gradients(grads, max_norm):
    squares = [np.vdot(g, g) for g in grads.values()]
    norm = float(np.sum(squares)) ** 0.5
    return grads if norm < max_norm else {key: max_norm * g / norm for key, g in grads.items()}
