"""What a failed check says to a student, and how Jupyter shows it."""

import inspect
import re
import textwrap
import traceback
import unicodedata
from pathlib import Path

import numpy as np

# What TensorFlow adds to its messages of its own inner workings.
INNER = re.compile(r"\{\{[^{}]*\}\} |\s*; NodeDef:.*| \[Op:\w+\].*", re.DOTALL)
WIDTH = 100  # of a message's lines
FEW = 12  # numbers in the arrays of a call: so few are written out in full, to repeat the call


class CheckFailed(AssertionError):
    """A student's function returned something else than its exercise asks for."""

    def _render_traceback_(self):
        """Give IPython the message alone: the lines of the test cell would only bury it."""
        return to_read(str(self))


class CallRaised(CheckFailed):
    """A student's function raised `error`."""

    def __init__(self, message, error):
        super().__init__(message)
        self.error = error


class NotWritten(CheckFailed):
    """A student's function is still as it was handed out."""


class NotAFunction(CheckFailed):
    """Something else goes by the name of a student's function."""

    def __init__(self, name, value):
        number = isinstance(value, (int, float, np.number)) and not isinstance(value, bool)
        kind, text = ("number", f"{value:.4g}") if number else (type(value).__name__, short(value))
        it = "None here" if value is None else f"a {kind} here ({text})"
        super().__init__(f"{name} is {it}, not the function: is a value assigned to its name below it?")


def compose(name, problem, called_with="", yours=None, hint=None, where=()):
    """Return the message: the property that failed, the call, how far off, what it looks like."""
    lines = [f"{name}: {problem}"]
    lines += [f"  called with   {called_with}"] if called_with else []
    lines += [f"  your value    {yours}"] if yours else []
    labels = ["in your code"] + [""] * len(where)
    lines += [f"  {label:14}{line}" for label, line in zip(labels, where, strict=False)]
    lines += [f"  hint          {hint}"] if hint else []
    return "\n".join(lines)


def to_read(message):
    """Return the lines of a message as they are shown: long ones go on in the next, indented."""
    words = {"break_long_words": False, "break_on_hyphens": False}
    return [
        part
        for line in message.split("\n")
        for part in (
            textwrap.wrap(line, WIDTH, subsequent_indent=" " * (16 if line[:1] == " " else 4), **words)
            if len(line) > WIDTH
            else [line]
        )
    ]


def describe(args, kwargs):
    """Return the arguments of a call as a reader would write them, large arrays as their shape."""
    whole = count((args, kwargs)) <= FEW
    words = [short(value, whole) for value in args]
    return ", ".join(words + [f"{name}={short(value, whole)}" for name, value in kwargs.items()])


def count(value):
    """Return how many numbers there are in arrays, and in dicts, lists and tuples of them."""
    if isinstance(value, np.ndarray) or is_tensor(value):
        return int(np.prod(value.shape))
    parts = value.values() if isinstance(value, dict) else value
    return sum(map(count, parts)) if isinstance(value, (dict, list, tuple)) else 0


def short(value, whole=False):
    """Return a short text for a value: numbers in full, arrays and dicts in outline, or `whole`."""
    if isinstance(value, np.random.Generator):
        return "a generator"
    if is_tensor(value):
        array = np.asarray(value)
        few = array.size <= 6 or whole
        return f"tensor {short(array, whole)}" if few else f"a tensor of shape {array.shape}"
    if isinstance(value, np.ndarray) and value.size > 6 and not whole:
        return f"an array of shape {value.shape}"
    if isinstance(value, np.ndarray) and whole:
        return repr(value.tolist())
    if isinstance(value, np.ndarray):
        return " ".join(np.array2string(value, precision=4, separator=", ").split())
    if isinstance(value, dict):
        texts = [short(item, True) if whole else shape(item) for item in value.values()]
        return "{" + ", ".join(f"{key}: {text}" for key, text in zip(value, texts, strict=True)) + "}"
    if callable(value):
        return getattr(value, "__name__", "a function")
    if isinstance(value, (tuple, list)) and any(isinstance(item, np.ndarray) for item in value):
        if whole:
            return "[" + ", ".join(short(item, whole) for item in value) + "]"
        return f"a {type(value).__name__} of {len(value)} arrays"
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."


def shape(value):
    """Return the shape of an array, or the short text of anything else."""
    return str(value.shape) if isinstance(value, np.ndarray) or is_tensor(value) else short(value)


def is_tensor(value):
    """Tell whether a value is one of TensorFlow's tensors or variables, without asking TensorFlow."""
    return type(value).__module__.startswith("tensorflow.") and hasattr(value, "numpy")


def said(error):
    """Return the message of an exception, for a student."""
    return INNER.sub("", str(error))


def misfit(name, function, error, args, kwargs):
    """Return how a function is defined that does not take such arguments, or None if it does."""
    if not isinstance(error, TypeError):
        return None
    signature = getattr(error, "signature", None)  # it was raised in another process
    if signature is None and not signature_fits(function, args, kwargs):
        signature = str(inspect.signature(function))
    return signature and f"it is defined as {name}{signature}; keep the arguments it was handed out with"


def signature_fits(function, args, kwargs):
    """Tell whether a function can be called with such arguments, as far as that can be known."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # it does not tell
        return True
    try:
        signature.bind(*args, **kwargs)
    except TypeError:
        return False
    return True


def lookalike(wanted, there):
    """Return what is odd about a key that may be meant by the one that is wanted, or None."""
    for key in there:
        if not isinstance(key, str) or not isinstance(wanted, str):
            if str(key) == str(wanted):
                return f"there is {key!r}, a {type(key).__name__}, not a {type(wanted).__name__}"
            continue
        plain = unicodedata.normalize("NFKC", key)
        if key.strip() == wanted:
            return f"there is {key!r}, with blanks too many"
        if plain.casefold().strip() == wanted.casefold() and key.isascii():
            return f"there is {key!r}: small and capital letters differ"
        odd = [(i, a) for i, (a, b) in enumerate(zip(key, wanted, strict=False), start=1) if a != b]
        if len(key) == len(wanted) and odd and not any(a.isascii() for _, a in odd):
            (place, letter), *_ = odd
            name = unicodedata.name(letter, "another character").lower()
            return f"there is {key!r}, whose character {place} is another: {name}"
        if any(unicodedata.category(a)[0] == "C" for a in key):
            return f"there is {key!r}, with a character that does not show"
    return None


def student_lines(error):
    """Return the lines of the student's own code that led to an exception, outermost first."""
    if hasattr(error, "student_lines"):  # it was raised in another process
        return error.student_lines
    frames = traceback.extract_tb(error.__traceback__)[1:]  # the first is the check's own call
    others = str(Path(traceback.__file__).parent), str(Path(__file__).parent.parent), "<frozen", "<__array"
    own = [f for f in frames if not f.filename.startswith(others)]
    # In an environment of its own, NumPy is in neither; of its compiled parts there are no lines.
    own = [f for f in own if "site-packages" not in f.filename and f.line]
    return [f"{f.name}, line {f.lineno}: {f.line}" for f in own]
