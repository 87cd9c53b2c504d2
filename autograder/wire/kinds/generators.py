"""NumPy's random generators: their kind and their state."""

from typing import Any

import numpy as np

from autograder.wire.errors import WireError
from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking
from autograder.wire.random_state import check_state

BIT_GENERATORS = {"MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64"}


class Generator(Kind):
    """What `numpy.random.default_rng` makes."""

    tags = ("generator",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, np.random.Generator)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return ["generator", packing.pack(value.bit_generator.state, depth + 1)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> np.random.Generator:
        [tree] = parts
        state = unpacking.unpack(tree, depth + 1)
        if state["bit_generator"] not in BIT_GENERATORS:
            raise WireError("malformed message (generator)")
        bits = getattr(np.random, state["bit_generator"])(0)
        bits.state = check_state(state)
        return np.random.Generator(bits)

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if not isinstance(theirs, np.random.Generator):
            return False
        if type(mine.bit_generator) is not type(theirs.bit_generator):
            return False
        mine.bit_generator.state = theirs.bit_generator.state
        return True


class OlderGenerator(Kind):
    """What `numpy.random.RandomState` makes."""

    tags = ("random_state",)

    def recognises(self, kind: type) -> bool:
        return issubclass(kind, np.random.RandomState)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return ["random_state", packing.pack(value.get_state(legacy=False), depth + 1)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> np.random.RandomState:
        [tree] = parts
        generator = np.random.RandomState()
        generator.set_state(check_state(unpacking.unpack(tree, depth + 1)))
        return generator

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if not isinstance(theirs, np.random.RandomState):
            return False
        mine.set_state(theirs.get_state())
        return True
