"""TensorFlow's tensors and variables. It is never imported here: a side without it has no tensors."""

import sys
from types import ModuleType
from typing import Any

import numpy as np

from autograder.wire.kinds.dtypes import can_cross
from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking
from autograder.wire.references import Reference


def tensorflow() -> ModuleType | None:
    """Return TensorFlow, if it is imported and complete."""
    tf = sys.modules.get("tensorflow")
    return tf if hasattr(tf, "Variable") else None


class Tensor(Kind):
    """Tensors that hold numbers; those of a graph that is being traced hold none."""

    tags = ("tensor",)

    def recognises(self, kind: type) -> bool:
        tf = tensorflow()
        return tf is not None and issubclass(kind, tf.Tensor) and hasattr(kind, "numpy")

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        entries = np.asarray(value.numpy())
        if not can_cross(entries.dtype):
            return packing.refer(value, "object")
        return ["tensor", packing.pack(entries.copy(), depth)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        [tree] = parts
        tf, entries = tensorflow(), unpacking.unpack(tree, depth + 1)
        return Reference(0, "object", "Tensor") if tf is None else tf.constant(entries)


class Variable(Kind):
    """Variables: one that comes twice in a message becomes one again, and is changed by assignment."""

    tags = ("variable",)

    def recognises(self, kind: type) -> bool:
        tf = tensorflow()
        return tf is not None and issubclass(kind, tf.Variable) and hasattr(kind, "numpy")

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        key = ("variable", id(value))
        if (number := packing.known(key)) is not None:
            return ["same", number]
        entries = np.asarray(value.numpy())
        if not can_cross(entries.dtype):
            return packing.refer(value, "object")
        packed = ["variable", packing.pack(entries.copy(), depth), bool(value.trainable)]
        packing.keep(value, key)
        return packed

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        tree, trainable = parts
        tf, entries = tensorflow(), unpacking.unpack(tree, depth + 1)
        made = Reference(0, "object", "Variable")
        if tf is not None:
            made = tf.Variable(entries, trainable=bool(trainable))
        unpacking.kept.append(made)
        return made

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if type(theirs) is not type(mine) or (mine.shape, mine.dtype) != (theirs.shape, theirs.dtype):
            return False
        mine.assign(theirs)
        return True
