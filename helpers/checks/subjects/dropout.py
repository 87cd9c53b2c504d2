"""What a check can demand of a dropout mask: zeros and ones, the right share, one draw per entry.

Single masks are judged with 40 x 40 entries or more, for a `keep_prob` from 0.2 to 0.9. A judgement of
a right mask is wrong less than once in 10^7: test_helpers_regularization.py, in tests/notebooks/, computes
the rates.
"""

from collections.abc import Callable, Mapping, Sequence
from statistics import NormalDist
from typing import Any

import numpy as np

from helpers import checks
from helpers.checks.distributions import SIGMAS, is_share
from helpers.checks.messages import Finding
from helpers.checks.result import Result
from helpers.checks.writing import kind

NAMES = [f"{name}{l}" for l in "123" for name in "ZDAWb" if name + l != "D3"]  # of the cache's entries
Function = Callable[..., Any]


def fits_together(
    result: Result,
    X: np.ndarray,
    parameters: Mapping[str, np.ndarray],
    keep_prob: float,
    hint: str | None = None,
) -> dict[str, Result]:
    """Fail unless all that a pass with dropout has returned belongs together; return D1 and D2.

    Each entry of the cache is compared with what comes before it there, so that it does not matter
    which masks were drawn.

    Arguments:
        result: the output and the cache
        X: features, (n_0, m)
        parameters: dict of W1, b1, W2, b2, W3, b3
        keep_prob: the probability to keep an entry
        hint: what to say if A1 or A2 is wrong, in place of the known mistakes

    Returns:
        dict of D1 (n_1, m) and D2 (n_2, m), each a `Result` that holds booleans
    """
    output, cache = result.parts("A3", "cache")
    part, drawn, A = dict(zip(NAMES, cache.parts(*NAMES), strict=True)), {}, X
    for name, value in parameters.items():
        part[name].equals(value, hint="this is a parameter, unchanged")
    for l in (1, 2):
        received = (
            "the inputs are not masked: Z1 = W1 X + b1" if l == 1 else "layer 2 receives A1 of the cache"
        )
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        part[f"Z{l}"].equals(Z, hint=received)
        kept = holds_mask(part[f"D{l}"], Z.shape, keep_prob)
        scales_what_is_kept(part[f"A{l}"], np.maximum(0, Z), kept, keep_prob, hint)
        A = np.asarray(part[f"A{l}"].value, dtype=float)
        drawn[f"D{l}"] = result.about(f"D{l}", kept)
    Z = parameters["W3"] @ A + parameters["b3"]
    part["Z3"].equals(Z, hint="layer 3 receives A2 of the cache")
    for last in (part["A3"], output):
        last.equals(1 / (1 + np.exp(-Z)), hint="the output is the sigmoid of Z3, not masked or scaled")
    return drawn


def draws_masks(
    function: Function, X: np.ndarray, parameters: Mapping[str, np.ndarray], *keep_prob: float, calls: int = 6
) -> None:
    """Fail unless both masks look drawn entry by entry, anew for each layer and in each of six calls.

    Arguments:
        function: the pass with dropout
        X: features, (n_0, m)
        parameters: of a network with hidden layers of one size, 40 units or more
        keep_prob: from 0.2 to 0.9; none is the default, 0.5
        calls: how many, six or more
    """
    share, hint = (keep_prob[0], None) if keep_prob else (0.5, "keep_prob is 0.5 if it is not given")
    result = checks.calls(function, calls, X, parameters, *keep_prob)
    drawn = [fits_together(result.about(None, one), X, parameters, share, hint) for one in result.value]
    pairs = [result.about("", {name: mask.value for name, mask in masks.items()}) for masks in drawn]
    for pair, before in zip(pairs[1:], pairs, strict=False):
        pair.differs_from(before, ["D1", "D2"], hint="is there a seed inside?")
    for name in ("D1", "D2"):
        masks = [pair.value[name] for pair in pairs]
        has_share(drawn[0][name], np.array(masks), share)
        for mask in masks:
            looks_drawn(drawn[0][name], mask, share)
    for pair in pairs:
        pair.looks_independent(["D1", "D2"], hint="draw new numbers for each layer, and set no seed")
    for name, mask in drawn[0].items():
        keeps_varying_numbers(mask, [pair.value[name] for pair in pairs])
    keeps_other_numbers(drawn[0]["D2"], [(pair.value["D1"], pair.value["D2"]) for pair in pairs])


def draws_small_masks(
    function: Function, layers_dims: Sequence[int], m: int, keep_prob: float, calls: int
) -> None:
    """Fail unless the masks of small layers keep the right share in many calls.

    With a `keep_prob` of 0.5, masks of 40 entries or more must never recur.

    Arguments:
        function: the pass with dropout
        layers_dims: units per layer, [n_0, n_1, n_2, n_3]
        m: number of examples
        keep_prob: the probability to keep an entry
        calls: how many
    """
    parameters = checks.drawn(layers_dims, np.random.default_rng())
    result = checks.calls(function, calls, np.ones((layers_dims[0], m)), parameters, keep_prob)
    for l in (1, 2):
        kept = masks_of_calls(result, NAMES, f"D{l}", (layers_dims[l], m), keep_prob)
        masks = result.about(f"D{l}", kept)
        if keep_prob == 0.5 and layers_dims[l] * m >= 40:
            never_repeats(masks, kept)
        has_share(masks, kept, keep_prob)


def holds_mask(result: Result, shape: tuple[int, ...], keep_prob: float) -> np.ndarray:
    """Fail unless a mask has this shape and holds zeros and ones; return it as booleans."""
    try:
        mask: np.ndarray = np.asarray(result.value, dtype=float)  # an array, or a list of rows
    except (TypeError, ValueError):
        result.fail("should be an array of zeros and ones.", result.label, kind(result.value))
    if mask.shape != shape:
        hints = {
            (shape[0], 1): "draw for every example, or all of them lose the same units",
            (1, shape[1]): "draw for every unit, or an example loses all of them at once",
            shape[::-1]: "it looks transposed",
        }
        problem = f"has shape {mask.shape}; it should be {shape}."
        result.fail(problem, result.label, hint=hints.get(mask.shape))
    other = np.unique(mask[(mask != 0) & (mask != 1)])
    if other.size:
        hint = "compare the random numbers with keep_prob, and keep what this gives"
        if np.allclose(other, 1 / keep_prob, rtol=1e-4):
            hint = "the scaling belongs in A, not in the mask"
        elif np.any((other < 0) | (other > 1)):
            hint = "is the cache in the order that the exercise gives?"
        result.fail("should hold zeros and ones.", result.label, f"holds {other[0]:.4g}", hint)
    kept: np.ndarray = mask != 0
    return kept


def scales_what_is_kept(
    result: Result, full: np.ndarray, kept: np.ndarray, keep_prob: float, hint: str | None = None
) -> None:
    """Fail unless kept activations have grown so that the mean stays, and all others are zero.

    A hint takes the place of the known mistakes.
    """
    right = np.divide(full, keep_prob, where=kept, out=np.zeros(full.shape))
    share = kept.mean()
    mistakes = {
        "the kept activations are not scaled": right * keep_prob,
        "divide by keep_prob, do not multiply": right * keep_prob**2,
        "divide by keep_prob once": right / keep_prob,
        "use the argument keep_prob": right * keep_prob / 0.5,
        "divide by keep_prob, the probability to keep": right * keep_prob / max(1 - keep_prob, 1e-9),
        "divide by keep_prob, not by the share that happens to be kept": right * keep_prob / max(share, 1e-9),
        "a one in the mask means kept, not dropped": (full - right * keep_prob) / keep_prob,
        "the mask is missing, or this is the activation before it": full,
        "the mask is missing": full / keep_prob,
    }
    if kept.all():
        mistakes = {"this layer has no dropout": full}
    if hint:
        mistakes = {}
    result.equals(right, mistakes=mistakes, hint=hint or "it is 0 where the mask is 0; the ReLU comes first")


def looks_drawn(result: Result, kept: np.ndarray, keep_prob: float) -> None:
    """Fail unless every entry of a mask looks kept with this probability, whatever the others are.

    Arguments:
        result: the `Result` of the mask
        kept: the mask as booleans, (n_l, m)
        keep_prob: the probability of true
    """
    for axis, lines in ((1, "rows"), (0, "columns")):
        if np.all(kept == kept.take([0], axis)):
            hint = "draw a number for every entry, of every unit and every example"
            result.fail(f"keeps or drops whole {lines} together.", result.label, hint=hint)
    has_share(result, kept, keep_prob)
    for axis, lines in ((1, "rows"), (0, "columns")):
        z = scatter(kept.sum(axis=axis), kept.shape[axis], keep_prob)
        if abs(z) > SIGMAS:
            amount = "less" if z < 0 else "more"
            problem = f"has {lines} whose numbers of ones vary {amount} than they would by chance."
            result.fail(problem, result.label, hint="draw every entry on its own")
    for every, lines in ((kept, "rows"), (kept.T, "columns")):
        if len({line.tobytes() for line in every}) < 0.75 * len(every):
            problem = f"has identical {lines}."
            result.fail(problem, result.label, hint="draw every entry on its own")


def has_share(result: Result, kept: np.ndarray, keep_prob: float) -> None:
    """Fail unless about this share of a mask's entries is kept, or of those of many masks."""
    found = kept.mean()
    if not is_share(found, keep_prob, kept.size):
        mistakes = {
            "this is the share to drop: should it be < in place of >?": 1 - keep_prob,
            "draw uniform numbers, not normal ones": NormalDist().cdf(keep_prob),
            "use the argument keep_prob": 0.5,
        }
        likely = [hint for hint, share in mistakes.items() if is_share(found, share, kept.size)]
        yours = f"keeps {found:.1%} of {kept.size} entries"
        problem = f"should keep {keep_prob:.0%} of its entries."
        measured = ((float(found), SIGMAS / 4 / kept.size**0.5),)
        result.fail_with(
            Finding(problem, result.label, yours, likely[0] if likely else None, measured=measured)
        )


def scatter(counts: np.ndarray, n: int, share: float) -> float:
    """Return by how many standard errors binomial counts scatter more than they should.

    Their squared deviations over their variance add up to nearly a chi-squared number, and its cube
    root is nearly normal (Wilson and Hilferty 1931).
    """
    ratio = np.mean((counts - n * share) ** 2) / (n * share * (1 - share))
    small = 2 / (9 * counts.size)
    return float((np.cbrt(ratio) - (1 - small)) / np.sqrt(small))


def keeps_varying_numbers(result: Result, masks: Sequence[np.ndarray]) -> None:
    """Fail if masks of one layer, drawn in six calls or more, all keep equally many entries."""
    numbers = {int(kept.sum()) for kept in masks}
    if len(numbers) == 1:
        yours = f"keeps {numbers.pop()} of {masks[0].size} entries in each of {len(masks)} calls"
        hint = "draw every entry on its own; do not choose so many of them"
        result.fail("keeps exactly the same number of entries in every call.", result.label, yours, hint)


def keeps_other_numbers(result: Result, pairs: Sequence[Sequence[np.ndarray]]) -> None:
    """Fail if the masks of both layers, of one shape, keep equally many entries in six calls or more."""
    if all(D1.sum() == D2.sum() for D1, D2 in pairs):
        hint = "draw new numbers for the second layer"
        result.fail("keeps exactly as many entries as D1, in every call.", "D2", hint=hint)


def masks_of_calls(
    result: Result, names: Sequence[str], D: str, shape: tuple[int, int], keep_prob: float
) -> np.ndarray:
    """Return the masks that go by the name D in what many calls have returned, (calls, n_l, m) booleans.

    Arguments:
        result: the `Result` of `checks.calls`; each value is A3 and a cache
        names: what the cache's entries are called
        D: the mask
        shape: what its shape should be, (n_l, m)
        keep_prob: the probability to keep an entry
    """
    drawn, place, lists = [], names.index(D), (tuple, list)
    for value in result.value:
        cache = value[1] if isinstance(value, lists) and len(value) == 2 else None
        if not isinstance(cache, lists) or len(cache) != len(names):  # it fails, with a message
            result.about("one of many results", value).parts("A3", "cache")[1].parts(*names)
        else:
            drawn.append(cache[place])
    return holds_mask(result.about(D, drawn), (len(drawn), *shape), keep_prob)


def never_repeats(result: Result, kept: np.ndarray) -> None:
    """Fail if two of these masks, (calls, n_l, m), are equal; each should have 40 entries or more."""
    if len(np.unique(kept.reshape(len(kept), -1), axis=0)) < len(kept):
        problem = f"comes up twice within {len(kept)} calls."
        result.fail(problem, result.label, hint="is there a seed inside?")
