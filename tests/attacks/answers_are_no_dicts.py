"""Answers every request with something of another type."""

import numpy as np

answers = get_ipython()._showtraceback.__self__.peer.answers
odd = iter(
    [None, 1, [], "x", print, np.zeros(3), {"value": 1, "changed": 3}, {"error": 1}, {"random": [1]}] * 9
)
for kind in ["look_up", "call", "run", "replace"]:
    answers[kind] = lambda *arguments: next(odd)
