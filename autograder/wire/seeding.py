"""Lets all that is drawn without a seed follow from a key, so that a grading can be repeated to the bit."""

import functools
import hashlib
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.random import bit_generator

from autograder.wire.kinds.torch_tensors import pytorch

Seed = int | float | str | bytes | bytearray | None
SEEDLESS: list[tuple[object, str]] = [  # ask the system
    (bit_generator, "randbits"),
    (random.Random, "seed"),
    (random, "seed"),
]
random_seed = random.Random.seed


class Stream:
    """Numbers that follow from a key, but from which neither the key nor other numbers can be worked out."""

    def __init__(self, key: bytes):
        self.key, self.count = key, 0

    def randbits(self, bits: int) -> int:
        """Return the next number, of so many bits."""
        self.count += 1
        size = -(-bits // 8)
        drawn = hashlib.shake_256(self.key + self.count.to_bytes(8, "big")).digest(size)
        return int.from_bytes(drawn, "big") >> (8 * size - bits)


def derived(key: bytes, *names: str) -> bytes:
    """Return a key for what these names stand for; the key it is made from cannot be worked out from it."""
    return hashlib.sha256(key + "\0".join(names).encode("utf-8", "surrogatepass")).digest()


def seed_everything(key: bytes) -> None:
    """Let NumPy, `random`, TensorFlow and PyTorch draw what follows from a key, wherever no seed is given.

    A generator that is made without a seed asks the system for one: NumPy's by `randbits`, Python's own in
    `Random.seed`. Both get it from here instead.
    """
    stream = Stream(key)

    def seed(generator: random.Random, a: Seed = None, version: int = 2) -> None:
        random_seed(generator, stream.randbits(128) if a is None else a, version)

    ours = stream.randbits, seed, functools.partial(seed, random._inst)
    for (where, name), function in zip(SEEDLESS, ours, strict=True):
        setattr(where, name, function)
    random.seed()
    np.random.seed([stream.randbits(32) for _ in range(4)])
    if (tf := sys.modules.get("tensorflow")) is not None:
        tf.random.set_seed(stream.randbits(31))
    if (torch := pytorch()) is not None:
        torch.manual_seed(stream.randbits(31))


@contextmanager
def drawing_from(key: bytes) -> Iterator[None]:
    """Let everything be drawn from a key within the block, and from the system again afterwards."""
    originals = [(where, name, getattr(where, name)) for where, name in SEEDLESS]
    states = np.random.get_state(), random.getstate()
    seed_everything(key)
    try:
        yield
    finally:
        for where, name, original in originals:
            setattr(where, name, original)
        np.random.set_state(states[0])
        random.setstate(states[1])
