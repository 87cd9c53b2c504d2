"""What crosses in the place of a value that is not data."""

from typing import Any


class Reference:
    """A function or an object that lives on the other side."""

    def __init__(self, number: int, kind: str, name: str):
        self.number, self.kind = number, kind
        self.name = "".join(filter(str.isprintable, name[:100]))  # it may be shown in a terminal

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name}>"

    def __deepcopy__(self, memo: dict[int, Any]) -> "Reference":
        return self


class Opaque:
    """Wraps a value that is to cross as a reference, whatever it is."""

    def __init__(self, value: Any):
        self.value = value
