"""How a message writes a value: a few numbers in full, large arrays as their shape, no quirks of NumPy."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

FEW = 12  # numbers in what a call is given: so few are written out in full, to repeat the call
SMALL = 8  # numbers in a value that is compared: so few are written out, yours and the expected ones
LONGEST = 80  # characters of a value that is neither
# How NumPy writes a number of its own, such as np.float64(0.5).
NUMPY = re.compile(r"\bnp\.[a-z]+\d*_?\(([^()]*)\)")

ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+\b")  # of an object, another one in every run


def described(args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
    """Return the arguments of a call as a reader would write them, large arrays as their shape."""
    values = [*args, *kwargs.values()]
    whole = sum(size(value) for value in values if not isinstance(value, (int, float, str))) <= FEW
    words = [short(value, whole) for value in args]
    return ", ".join(words + [f"{name}={short(value, whole)}" for name, value in kwargs.items()])


def short(value: Any, whole: bool = False) -> str:
    """Return a short text for a value: numbers in full, arrays and dicts in outline, or `whole`."""
    if isinstance(value, np.random.Generator):
        return "a generator"
    if is_tensor(value):
        few = size(value) <= 6 or whole
        return f"tensor {short(np.asarray(value), whole)}" if few else f"a tensor of shape {np.shape(value)}"
    if isinstance(value, np.ndarray):
        return written_array(value, whole)
    if isinstance(value, np.generic):
        return short(value.item())
    if callable(value):
        return str(getattr(value, "__name__", "a function"))
    text = itemized(value, whole)
    as_it_is = type(value) is dict or (whole and isinstance(value, (list, tuple, set, frozenset)))
    return text if as_it_is or len(text) <= LONGEST else text[: LONGEST - 3] + "..."


def written_array(array: np.ndarray, whole: bool) -> str:
    """Return the entries of an array: all digits if `whole`, four if there are few; or else its shape."""
    if whole:
        return repr(array.tolist())
    if array.size > 6:
        return f"an array of shape {array.shape}"
    return " ".join(np.array2string(array, precision=4, separator=", ").split())


def itemized(value: Any, whole: bool) -> str:
    """Return the items of a dict, list, tuple or set, each in short; of anything else, what Python writes."""
    if type(value) is dict:
        texts = [short(item, True) if whole else outline(item) for item in value.values()]
        as_python = not any(isinstance(item, np.ndarray) or is_tensor(item) for item in value.values())
        keys = map(short if as_python else str, value)  # with arrays it is an outline, and simpler so
        return "{" + ", ".join(f"{key}: {text}" for key, text in zip(keys, texts, strict=True)) + "}"
    if isinstance(value, (list, tuple)) and any(isinstance(item, np.ndarray) for item in value) and not whole:
        return f"a {type(value).__name__} of {len(value)} arrays"
    if type(value) in (set, frozenset) and value:
        return "{" + ", ".join(sorted(map(short, value))) + "}"
    if type(value) in (list, tuple):
        items = ", ".join(short(item, whole) for item in value[:LONGEST])  # what is beyond is cut off
        return f"[{items}]" if type(value) is list else f"({items}{',' * (len(value) == 1)})"
    return ADDRESS.sub("", without_numpy(repr(value)))


def outline(value: Any) -> str:
    """Return the shape of an array, or the short text of anything else."""
    return str(np.shape(value)) if isinstance(value, np.ndarray) or is_tensor(value) else short(value)


def kind(value: Any) -> str:
    """Return the name of a value's type, with its article."""
    name = type(value).__name__
    return f"an {name}" if name.lower().startswith(("a", "e", "i", "o", "nd")) else f"a {name}"


def without_numpy(text: str) -> str:
    """Return a text with NumPy's numbers and strings as Python writes them."""
    return NUMPY.sub(r"\1", text)


def is_tensor(value: Any) -> bool:
    """Tell whether a value is one of TensorFlow's tensors or variables, without asking TensorFlow."""
    return type(value).__module__.startswith("tensorflow.") and hasattr(value, "numpy")


def written(value: Any, digits: int = 6) -> str:
    """Return a value with its numbers to so many digits, an array as a list."""
    if isinstance(value, (np.ndarray, np.generic)) or is_tensor(value):
        return written(np.asarray(value).tolist(), digits)
    if isinstance(value, float):
        return f"{value + 0.0:.{digits}g}"  # -0.0 is 0
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(item, digits)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(written(item, digits) for item in value) + "]"
    return short(value)


def size(value: Any) -> int:
    """Return how many numbers, texts and other single things a value is made of."""
    if isinstance(value, np.ndarray) or is_tensor(value):
        return int(np.prod(np.shape(value)))
    if isinstance(value, dict):
        return sum(map(size, value.values()))
    return sum(map(size, value)) if isinstance(value, (list, tuple, set, frozenset)) else 1
