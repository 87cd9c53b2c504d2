"""An exception of one side, told to the other as data and raised there anew."""

import builtins
from typing import Any

import numpy as np

from autograder.wire.errors import LineClosed
from helpers.checks import remote

MAX_TEXT = 4000  # characters of an exception's message
OF_LIBRARIES: dict[str, type[Exception]] = {"LinAlgError": np.linalg.LinAlgError}  # that a check may expect


def describe_error(error: BaseException, shows_lines: bool = False) -> dict[str, Any]:
    """Return an exception as data: its types, its message, the lines of code that led to it."""
    arguments = [a for a in error.args if isinstance(a, (str, int, float)) and len(str(a)) < MAX_TEXT]
    complete = len(arguments) == len(error.args) and (arguments or not str(error))  # TensorFlow's has none
    told = {} if is_known(type(error)) or not isinstance(error, Exception) else {"class": type(error)}
    return told | {
        "name": type(error).__name__[:100],
        "types": [kind.__name__ for kind in type(error).__mro__ if is_known(kind)],
        "arguments": arguments if complete else [str(error)[:MAX_TEXT]],
        "lines": [line[:200] for line in remote.student_lines(error)][-10:] if shows_lines else [],
    }


def is_known(kind: type) -> bool:
    """Tell whether a type of exceptions is the same on both sides."""
    return kind.__module__ == "builtins" or OF_LIBRARIES.get(kind.__name__) is kind


def known_base(names: list[Any]) -> type[Exception]:
    """Return the first type of exceptions that is known here by one of these names."""
    texts = [name for name in names if isinstance(name, str)]
    known = (OF_LIBRARIES.get(name) or getattr(builtins, name, None) for name in texts)
    return next((k for k in known if isinstance(k, type) and issubclass(k, Exception)), Exception)


def rebuild_error(told: Any) -> Exception:
    """Return an exception of the same type as on the other side, or of the builtin type that it is based on.

    Something that is not an `Exception`, such as SystemExit, becomes an `Exception` of that name, because it
    must end the check and not the grader.
    """
    if not isinstance(told, dict) or not isinstance(told.get("types"), list):
        raise LineClosed("malformed exception")
    base = known_base(told["types"])
    name, lines = str(told.get("name"))[:100], told.get("lines")
    arguments = [a for a in told.get("arguments") or [] if isinstance(a, (str, int, float))]
    kind: Any = told.get("class")
    if not (issubclass(type(kind), type) and issubclass(kind, Exception)):
        kind = base if base.__name__ == name else type(name, (base,), {})
    error: Exception
    try:
        error = kind(*arguments)
    except TypeError:  # one of the few that want arguments of their own kind
        error = type(name, (Exception,), {})(*arguments)
    signature = told["signature"][:500] if isinstance(told.get("signature"), str) else None
    lines = [str(line)[:200] for line in lines] if isinstance(lines, list) else []
    remote.tell(error, lines, signature)
    return error
