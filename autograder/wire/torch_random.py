"""The state of PyTorch's generator, which both ends of a line have in common if a check seeds it."""

from typing import Any

import numpy as np

from autograder.wire.errors import LineClosed
from autograder.wire.kinds.torch_tensors import pytorch


class TorchRandom:
    """What both ends know of the state, in the way of `PythonRandom`."""

    def __init__(self) -> None:
        self.common: bytes | None = None  # what the state was when it was last the same; None if not shared

    def share(self, shared: bool) -> None:
        """Let the state cross from now on, as soon as it changes, or no more."""
        self.common = in_memory() if shared and pytorch() is not None else None

    def to_send(self) -> np.ndarray | None:
        """Return the state, or None if the other end has it or need not."""
        if self.common is None or (now := in_memory()) == self.common:
            return None
        self.common = now
        return np.frombuffer(now, np.uint8)

    def take_over(self, state: Any) -> None:
        """Make the state what the other end says it is. PyTorch itself refuses what is none."""
        torch = pytorch()
        try:
            if torch is None or type(state) is not np.ndarray or state.dtype != np.uint8 or not state.any():
                raise ValueError("this is no state")
            torch.set_rng_state(torch.from_numpy(state.copy()))
        except (TypeError, ValueError, RuntimeError):
            raise LineClosed("malformed random state") from None
        self.share(True)


def in_memory() -> bytes:
    """Return the state, as PyTorch gives it."""
    state: np.ndarray = pytorch().get_rng_state().numpy()
    return state.tobytes()
