"""The state of Python's `random`, which both ends of a line have in common if a check sets it."""

import _random
import ctypes
import math
import random
from typing import Any

import numpy as np

from autograder.wire.errors import LineClosed

WORDS = 624  # and a position in them


class PythonRandom:
    """What both ends know of the state, in the way of `RandomState`. It crosses only while it is shared."""

    def __init__(self) -> None:
        self.common: Any = None  # what the state was when it was last the same; None if it is not shared

    def share(self, shared: bool) -> None:
        """Let the state cross from now on, as soon as it changes, or no more."""
        self.common = in_memory() if shared else None

    def to_send(self) -> list[Any] | None:
        """Return the state, or None if the other end has it or need not."""
        if self.common is None or (now := in_memory()) == self.common:
            return None
        self.common = now
        _, words, gauss = random.getstate()
        return [np.array(words, np.uint32), gauss]

    def take_over(self, state: Any) -> None:
        """Make the state what the other end says it is."""
        try:
            words, gauss = state
            sound = type(words) is np.ndarray and words.dtype == np.uint32 and words.shape == (WORDS + 1,)
            drawn = gauss is None or (type(gauss) is float and math.isfinite(gauss))
            # With nothing but zeros, what draws until two numbers differ never ends.
            if not (sound and drawn and words[1:WORDS].any() and words[WORDS] <= WORDS):
                raise ValueError("this is no state")
        except (TypeError, ValueError):
            raise LineClosed("malformed random state") from None
        random.setstate((3, tuple(words.tolist()), gauss))
        self.share(True)


def in_memory() -> tuple[bytes, float | None]:
    """Return the state as it is in memory: reading it as numbers takes longer than most calls."""
    generator: Any = random._inst
    start = object.__basicsize__
    words = ctypes.string_at(id(generator) + start, _random.Random.__basicsize__ - start)
    return words, generator.gauss_next
