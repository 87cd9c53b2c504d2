"""What may cross between examiner and candidate, and how much of it at once."""

import re
from typing import Any

MAX_MESSAGE = 64 * 2**20  # bytes, most of them entries of arrays
MAX_TREE = 4 * 2**20  # bytes of everything else: unpacked, they may take a hundred times as much
MAX_KEYS = 1000  # of one dict or set: keys that collide take time quadratic in their number
MAX_REFERENCES = 10_000
MAX_DEPTH = 40  # lists within lists
MAX_INT_DIGITS = 4000
DTYPE = re.compile(r"[<>|=]?([?biufcSU])\d*")
BIT_GENERATORS = {"MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64"}
CONTAINERS = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset, "range": range}


class WireError(Exception):
    """A value that cannot cross, or a message that is not what it should be."""


class Reference:
    """A function or an object that lives on the other side."""

    def __init__(self, number: int, kind: str, name: str):
        self.number, self.kind = number, kind
        self.name = "".join(filter(str.isprintable, name[:100]))  # it may be shown in a terminal

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name}>"

    def __deepcopy__(self, memo: dict) -> "Reference":
        return self


class Opaque:
    """Wraps a value that is to cross as a reference, whatever it is."""

    def __init__(self, value: Any):
        self.value = value
