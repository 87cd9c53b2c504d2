"""PyTorch's tensors, dtypes and devices. It is never imported here: a side without it has no tensors."""

import sys
from typing import Any

import numpy as np

from autograder.wire.kinds.kind import Kind, Merged, Packing, Unpacking, demand, imported
from autograder.wire.kinds.others import referred
from autograder.wire.references import Reference


def pytorch() -> Any:
    """Return PyTorch, if it is imported and complete."""
    return sys.modules["torch"] if imported("torch.nn", "Parameter") is not None else None


class TorchTensor(Kind):
    """Tensors of numbers or truth values, and the gradients of those that gather them.

    Entries cross, not how they were computed: what arrives is a leaf. One that comes twice in a message
    becomes one again.
    """

    tags = ("torch",)

    def recognises(self, kind: type) -> bool:
        torch = pytorch()
        return torch is not None and issubclass(kind, torch.Tensor)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        key = ("torch", id(value))
        if (number := packing.known(key)) is not None:
            return ["same", number]
        gradient = value.grad if value.is_leaf else None
        parts = [part if part is None else entries_of(part) for part in (value, gradient)]
        if parts[0] is None:
            return referred(value, packing, depth)
        torch = pytorch()
        about = [value.dtype == torch.bfloat16, value.requires_grad, isinstance(value, torch.nn.Parameter)]
        packed = ["torch", *(packing.pack(part, depth + 1) for part in parts), *about]
        packing.keep(value, key)
        return packed

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        entries, gradient = (unpacking.unpack(part, depth + 1) for part in parts[:2])
        half, gathers, parameter = parts[2:]
        demand(all(type(about) is bool for about in parts[2:]))
        torch = pytorch()
        made: Any = Reference(0, "object", "Tensor")
        if torch is not None:
            made = as_tensor(torch, entries, half, unpacking)
            made = torch.nn.Parameter(made, gathers) if parameter else made.requires_grad_(gathers)
            made.grad = None if gradient is None else as_tensor(torch, gradient, half, unpacking)
        unpacking.kept.append(made)
        return made

    def update(self, mine: Any, theirs: Any, merged: Merged) -> bool:
        if type(theirs) is not type(mine) or (mine.shape, mine.dtype) != (theirs.shape, theirs.dtype):
            return False
        torch = pytorch()
        with torch.no_grad():
            if not torch.equal(mine, theirs):  # a change in place spoils what was computed from it
                mine.copy_(theirs)
        if mine.is_leaf:
            mine.requires_grad_(theirs.requires_grad)
            mine.grad = theirs.grad
        return True


class TorchConstant(Kind):
    """What says how and where a tensor lies."""

    tags = ("torch_dtype", "torch_device")

    def recognises(self, kind: type) -> bool:
        torch = pytorch()
        return torch is not None and issubclass(kind, torch.dtype | torch.device)

    def pack(self, value: Any, packing: Packing, depth: int) -> Any:
        return [f"torch_{type(value).__name__}", str(value)]

    def unpack(self, tag: str, parts: list[Any], unpacking: Unpacking, depth: int) -> Any:
        [name] = parts
        torch = pytorch()
        demand(type(name) is str and len(name) < 100)
        if torch is None:
            return Reference(0, "object", name)
        if tag == "torch_device":
            return torch.device(name)
        return {str(known): known for known in vars(torch).values() if type(known) is torch.dtype}[name]


def entries_of(value: Any) -> np.ndarray | None:
    """Return a copy of the entries of a tensor; None if it has none, or none that NumPy knows."""
    torch = pytorch()
    try:
        plain = value.detach().cpu().resolve_conj().resolve_neg()
        entries: np.ndarray = (plain.float() if plain.dtype == torch.bfloat16 else plain).numpy().copy()
    except (TypeError, RuntimeError):  # it is sparse, quantized, or only pretends to have entries
        return None
    return entries


def as_tensor(torch: Any, entries: Any, half: bool, unpacking: Unpacking) -> Any:
    """Return the tensor of some entries."""
    demand(type(entries) is np.ndarray)
    unpacking.copies(entries.nbytes)
    made = torch.from_numpy(entries.copy())
    return made.bfloat16() if half else made
