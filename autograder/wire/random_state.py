"""NumPy's global random state, which both ends of a line have in common."""

import ctypes
import math
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.wire.errors import LineClosed, WireError
from autograder.wire.python_random import PythonRandom
from autograder.wire.torch_random import TorchRandom


class RandomState:
    """What both ends know of the state.

    It crosses only if it has changed, because reading or setting it takes longer than most calls.
    """

    def __init__(self) -> None:
        self.common: dict[str, Any] | None = None  # what crossed last
        self.words: bytes | None = None  # the same as it is in memory; None if that is not all of it
        # These cross if a check seeds one of them.
        self.others: dict[str, PythonRandom | TorchRandom] = {
            "python": PythonRandom(),
            "torch": TorchRandom(),
        }

    def to_send(self) -> dict[str, Any] | None:
        """Return the state, or None if the other end has it; with it those of the others that cross."""
        states = {name: other.to_send() for name, other in self.others.items()}
        states = {name: state for name, state in states.items() if state is not None}
        return {"numpy": self.numpy_to_send(), **states} if states else self.numpy_to_send()

    def share(self, shared: bool) -> None:
        """Let the states of the others cross from now on, or no more."""
        for other in self.others.values():
            other.share(shared)

    def numpy_to_send(self) -> dict[str, Any] | None:
        """Return NumPy's state, or None if the other end has it."""
        words = words_in_memory()
        if words is not None and words == self.words:
            return None
        self.common = np.random.get_state(legacy=False)
        self.words = None if self.common.get("has_gauss") else words
        return self.common

    def take_over(self, state: Any) -> None:
        """Make the state what the other end says it is; None stands for what crossed last."""
        if isinstance(state, dict) and "numpy" in state:
            for name in self.others.keys() & state.keys():
                self.others[name].take_over(state[name])
            state = state["numpy"]
        if state is None:
            if self.words is not None and words_in_memory() == self.words:
                return
            state = self.common
        try:
            np.random.set_state(check_state(state))
            self.common, self.words = state, None if state["has_gauss"] else words_in_memory()
        except (WireError, TypeError, ValueError, LookupError, AttributeError):
            raise LineClosed("malformed random state") from None


def words_in_memory() -> bytes | None:
    """Return the words of NumPy's global generator; None if it is not NumPy's own one.

    A normal number that is drawn already and kept for the next time (`has_gauss`) is not among them.
    """
    generator = np.random.mtrand.get_bit_generator()
    if type(generator) is not np.random.MT19937:
        return None
    return ctypes.string_at(generator.ctypes.state_address, 624 * 4 + 4)  # and the position


def check_state(state: dict[str, Any]) -> dict[str, Any]:
    """Return the state of a random generator, if NumPy can draw from it.

    NumPy itself does not check this: with some states it reads memory that is not its own, and with others it
    never stops drawing.
    """
    kind, inner = state["bit_generator"], state["state"]
    sound: dict[str, Callable[[], bool]] = {
        "MT19937": lambda: len(inner["key"]) == 624 and any(inner["key"][1:]) and 0 <= inner["pos"] <= 624,
        "PCG64": lambda: inner["inc"] % 2 == 1,
        "PCG64DXSM": lambda: inner["inc"] % 2 == 1,
        "Philox": lambda: 0 <= state["buffer_pos"] <= 4,
        "SFC64": lambda: True,
    }
    if not sound[kind]() or not math.isfinite(state.get("gauss", 0)):
        raise WireError("malformed message (generator)")
    return state
