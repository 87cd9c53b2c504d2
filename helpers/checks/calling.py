"""Calls of a student's function: once, many times, with another function in the place of a neighbour."""

import copy
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np

from helpers.checks import remote
from helpers.checks.comparison import is_changed
from helpers.checks.messages import (
    Call,
    CallRaised,
    Finding,
    NotAFunction,
    NotWritten,
    composed,
    hinted,
    how_it_failed,
)
from helpers.checks.result import Result
from helpers.checks.writing import described, without_numpy

NOTHING = "returned None: does it end with a `return`?"
UNWRITTEN = "not written yet; replace `raise NotImplementedError()` with your solution."
# What TensorFlow adds to its messages of its own inner workings.
INNER = re.compile(r"\{\{[^{}]*\}\} |\s*; NodeDef:.*| \[Op:\w+\].*", re.DOTALL)

Function = Callable[..., Any]


def call(function: Function, *args: Any, may_change: Collection[int] = (), **kwargs: Any) -> Result:
    """Call a student's function and return its `Result`.

    Fails if the function raises, returns None, or changes an argument (a random generator moves on,
    of course). The arguments at the positions `may_change` are handed over as copies, to write into;
    what became of them is in the result's `args`.
    """
    return made(function, args, kwargs, may_change, shown=False)


def example(function: Function, *args: Any, may_change: Collection[int] = (), **kwargs: Any) -> Result:
    """Call a student's function as `call` does, with messages that show what should have come out.

    For the checks that students see. In a hidden test it would give away the answer.
    """
    return made(function, args, kwargs, may_change, shown=True)


def made(
    function: Function,
    args: Sequence[Any],
    kwargs: Mapping[str, Any],
    may_change: Collection[int],
    shown: bool,
) -> Result:
    """Make the call of `call` or `example`."""
    if not callable(function):
        raise NotAFunction(name_of(function), function)
    handed = [copy.deepcopy(arg) if i in may_change else arg for i, arg in enumerate(args)]
    kept = [arg for i, arg in enumerate(args) if i not in may_change]
    before = copy.deepcopy((kept, kwargs))
    the_call = Call(called(function), tuple(args), kwargs, described(args, kwargs), shown)
    try:
        value = function(*handed, **kwargs)
    except NotImplementedError:
        raise NotWritten(composed(Call(the_call.name), Finding(UNWRITTEN))) from None
    except Exception as error:
        raise raised(the_call, function, error) from None
    result = Result(the_call, value, args=handed)
    if is_changed(before, (kept, kwargs)):
        result.fail("changes its argument; work on a copy.")
    if value is None:
        result.fail(NOTHING)
    return result


def raised(the_call: Call, function: Function, error: Exception) -> CallRaised:
    """Return the failure of a call that raised an exception."""
    signature = remote.unfit_signature(function, error, the_call.args, the_call.kwargs)
    hint = f"it is defined as {the_call.name}{signature}; keep the arguments it was handed out with"
    problem = f"raised {type(error).__name__}: {without_numpy(INNER.sub('', str(error)))}"
    found = Finding(problem, hint=hint if signature else None)
    how = how_it_failed(the_call, found)
    failed = CallRaised(composed(the_call, hinted(found, how), remote.student_lines(error)), error)
    failed.seen = how
    return failed


def calls(function: Function, times: int, *args: Any) -> Result:
    """Call a student's function many times with the same arguments; return the `Result` of all values."""
    result = call(remote.notebook.repeated(function, times), *args)
    if any(value is None for value in result.value):
        result.fail(NOTHING)
    return result


def raises(exception: type[Exception], function: Function, *args: Any, **kwargs: Any) -> None:
    """Fail unless the call raises this exception."""
    try:
        result = call(function, *args, **kwargs)
    except CallRaised as failed:
        if not isinstance(failed.error, exception):
            raise
    else:
        result.fail(f"should raise {exception.__name__} here.")


def passed(function: Function) -> None:
    """Say that all checks of a function have passed: the last line of a test cell."""
    print(f"{called(function)}: all checks here pass.")


def smallest_first(cases: Iterable[Any]) -> list[Any]:
    """Return the cases with the fewest and smallest numbers first: a failure shows the simplest."""
    return sorted(cases, key=lambda case: (np.size(case), np.sum(case)))


@contextmanager
def replaced(name: str, substitute: Function) -> Iterator[None]:
    """Let the notebook's function `name` be `substitute` within a `with` block.

    Shows whether another function really calls `name`, and what it makes of the answer. Where the
    notebook has no such function, as its cell could not run, it has one for so long.
    """
    notebook = remote.names_of_the_notebook()
    absent = object()
    original = notebook.get(name, absent)
    notebook[name] = substitute
    try:
        yield
    finally:
        if original is absent:
            del notebook[name]
        else:
            notebook[name] = original


@contextmanager
def stand_ins(**substitutes: Function) -> Iterator[None]:
    """Let several functions of the notebook be others within a `with` block, each under its name."""
    with ExitStack() as stack:
        for name, substitute in substitutes.items():
            stack.enter_context(replaced(name, substitute))
        yield


def called(function: Function) -> str:
    """Return what messages call a function."""
    return str(getattr(function, "__name__", repr(function)))


def name_of(value: object) -> str:
    """Return the name that a value has in the notebook."""
    names = (name for name, known in vars(sys.modules["__main__"]).items() if known is value)
    return next((name for name in names if not name.startswith("_")), "The name that is called here")
