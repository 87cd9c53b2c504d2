"""What a call does besides returning: it changes arguments and the random state, or raises."""

import builtins
import ctypes
import sys
from typing import Any

import numpy as np

from autograder.bounds import WireError
from autograder.unpacking import check_state
from helpers.checks import remote

MAX_TEXT = 4000  # characters of an exception's message


class LineClosed(BaseException):
    """The other end is gone, or what it sent is not an answer.

    Not an `Exception`: a check that expects the student's function to raise must not take it for that.
    """


class RandomState:
    """NumPy's global random state, which both ends of a line have in common.

    It crosses only where it has changed: to read or to set it takes longer than most calls.
    """

    def __init__(self) -> None:
        self.common: dict | None = None  # what crossed last
        self.words: bytes | None = None  # the same as it lies in memory; None where that does not tell all

    def to_send(self) -> dict | None:
        """Return the state, or None if the other end has it."""
        words = words_in_memory()
        if words is not None and words == self.words:
            return None
        self.common = np.random.get_state(legacy=False)
        self.words = None if self.common.get("has_gauss") else words
        return self.common

    def take_over(self, state: Any) -> None:
        """Make the state what the other end says it is; None stands for what crossed last."""
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
    """Return the words of NumPy's global generator; None if it is another one than NumPy's own.

    A normal number that is drawn already and kept for the next time (`has_gauss`) is not among them.
    """
    generator = np.random.get_bit_generator()
    if type(generator) is not np.random.MT19937:
        return None
    return ctypes.string_at(generator.ctypes.state_address, 624 * 4 + 4)  # and the position


def update(mine: Any, theirs: Any) -> None:
    """Change containers and arrays of this side, in place, to what the other side made of them."""
    if isinstance(mine, np.ndarray) and isinstance(theirs, np.ndarray):
        if mine.shape == theirs.shape and mine.dtype == theirs.dtype and mine.flags.writeable:
            mine[...] = theirs
    elif isinstance(mine, np.random.Generator) and isinstance(theirs, np.random.Generator):
        if type(mine.bit_generator) is type(theirs.bit_generator):
            mine.bit_generator.state = theirs.bit_generator.state
    elif isinstance(mine, np.random.RandomState) and isinstance(theirs, np.random.RandomState):
        mine.set_state(theirs.get_state())
    elif isinstance(mine, dict) and isinstance(theirs, dict):
        for key in [key for key in mine if key not in theirs]:
            del mine[key]
        for key, value in theirs.items():
            mine[key] = merged(mine.get(key), value)
    elif isinstance(mine, list) and isinstance(theirs, list):
        old = mine[: len(theirs)] + [None] * (len(theirs) - len(mine))
        mine[:] = [merged(a, b) for a, b in zip(old, theirs, strict=True)]
    elif is_variable(mine) and is_variable(theirs):
        if mine.shape == theirs.shape and mine.dtype == theirs.dtype:
            mine.assign(theirs)
    elif isinstance(mine, tuple) and isinstance(theirs, tuple):
        for a, b in zip(mine, theirs, strict=False):
            update(a, b)


def is_variable(value: Any) -> bool:
    """Tell whether a value is a TensorFlow variable."""
    tf = sys.modules.get("tensorflow")
    return tf is not None and isinstance(value, tf.Variable)


def merged(mine: Any, theirs: Any) -> Any:
    """Return my own container brought up to date, if it is still one of the same kind, or theirs."""
    changeable = (np.ndarray, dict, list, tuple, np.random.Generator, np.random.RandomState)
    if not (isinstance(mine, changeable) or is_variable(mine)) or type(mine) is not type(theirs):
        return theirs
    if (isinstance(mine, np.ndarray) or is_variable(mine)) and (mine.shape, mine.dtype) != (
        theirs.shape,
        theirs.dtype,
    ):
        return theirs
    if isinstance(mine, tuple) and len(mine) != len(theirs):
        return theirs
    update(mine, theirs)
    return mine


def describe_error(error: BaseException, shows_lines: bool = False) -> dict:
    """Return an exception as data: its types, its message, the lines of code that led to it."""
    arguments = [a for a in error.args if isinstance(a, (str, int, float)) and len(str(a)) < MAX_TEXT]
    complete = len(arguments) == len(error.args) and (arguments or not str(error))  # TensorFlow's has none
    return {
        "name": type(error).__name__[:100],
        "types": [kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins"],
        "arguments": arguments if complete else [str(error)[:MAX_TEXT]],
        "lines": [line[:200] for line in remote.student_lines(error)][-10:] if shows_lines else [],
    }


def rebuild_error(told: Any) -> Exception:
    """Return an exception of the same builtin type as on the other side.

    What is not an `Exception`, such as SystemExit, becomes one of that name: it must end a check, not
    the grader.
    """
    if not isinstance(told, dict) or not isinstance(told.get("types"), list):
        raise LineClosed("malformed exception")
    known = (getattr(builtins, name, None) for name in told["types"] if isinstance(name, str))
    base = next((k for k in known if isinstance(k, type) and issubclass(k, Exception)), Exception)
    name, lines = str(told.get("name"))[:100], told.get("lines")
    arguments = [a for a in told.get("arguments") or [] if isinstance(a, (str, int, float))]
    kind = base if base.__name__ == name else type(name, (base,), {})
    try:
        error = kind(*arguments)
    except TypeError:  # one of the few that want arguments of their own kind
        error = type(name, (Exception,), {})(*arguments)
    signature = told["signature"][:500] if isinstance(told.get("signature"), str) else None
    lines = [str(line)[:200] for line in lines] if isinstance(lines, list) else []
    remote.tell(error, lines, signature)
    return error
