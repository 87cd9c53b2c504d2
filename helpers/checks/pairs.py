"""What a check can demand of a collection of pairs: these pairs, each in its order, and no others."""

from helpers.checks.messages import short


def are(result, wanted, mistakes=None, hint=None):
    """Fail unless the result is a list, or tuple or set, of exactly these pairs, in any order.

    Arguments:
        result: a `Result`
        wanted: the pairs, a list of tuples
        mistakes: dict of a hint -> the pairs that this mistake would give
        hint: what to say of any other mistake
    """
    kinds = (list, tuple, set, frozenset)
    if not isinstance(result.value, kinds) or not all(is_pair(pair) for pair in result.value):
        result.fail("should be a list of pairs of names.", result.label, short(result.value))
    found = sorted(tuple(pair) for pair in result.value)
    if found == sorted(wanted):
        return
    likely = [text for text, wrong in (mistakes or {}).items() if found == sorted(wrong)]
    turned = sorted(tuple(sorted(pair)) for pair in wanted)
    if not likely and len(found) > len(wanted) and set(found) == set(wanted):
        likely = ["name each pair once"]
    if not likely and sorted(tuple(sorted(pair)) for pair in found) == turned:
        likely = ["the right pairs, but the higher mean comes first in each"]
    missing = [pair for pair in sorted(wanted) if pair not in found]
    surplus = [pair for pair in found if pair not in wanted]
    yours = f"{len(found)} pairs instead of {len(wanted)}"
    yours += f"; missing: {short(missing)}" if missing else ""
    yours += f"; too many: {short(surplus)}" if surplus else ""
    result.fail("names other pairs.", result.label, yours, likely[0] if likely else hint)


def is_pair(value):
    """Tell whether a value is a pair of names."""
    return isinstance(value, (list, tuple)) and len(value) == 2 and all(isinstance(n, str) for n in value)
