"""The vocabulary that test cells are written in: call a function, then say what its result must be.

    result = checks.call(initialize_parameters_zeros, [3, 2, 1])
    result.has_arrays({"W1": (2, 3), "b1": (2, 1), "W2": (1, 2), "b2": (1, 1)})

A check that fails raises `CheckFailed`, whose message says which property failed, on which call,
and how far off the result is. A check calls functions by their name and compares data; it never
looks inside a function.
"""

import copy
import sys
from contextlib import contextmanager

import numpy as np

from helpers.checks.comparison import change, difference
from helpers.checks.messages import (
    CallRaised,
    NotAFunction,
    NotWritten,
    compose,
    describe,
    misfit,
    said,
    student_lines,
)
from helpers.checks.results import Result

NOTHING = "returned None: does it end with a `return`?"


def call(function, *args, may_change=(), **kwargs):
    """Call a student's function and return its `Result`.

    Fails if the function raises, returns None, or changes an argument (a random generator moves on,
    of course). The arguments at the positions `may_change` are handed over as copies, to write into;
    what became of them is in the result's `args`.
    """
    if not callable(function):
        raise NotAFunction(name_of(function), function)
    args = [copy.deepcopy(arg) if i in may_change else arg for i, arg in enumerate(args)]
    kept = [arg for i, arg in enumerate(args) if i not in may_change]
    before = copy.deepcopy((kept, kwargs))
    name, called_with = getattr(function, "__name__", repr(function)), describe(args, kwargs)
    try:
        value = function(*args, **kwargs)
    except NotImplementedError:
        problem = "not written yet; replace `raise NotImplementedError()` by your solution."
        raise NotWritten(compose(name, problem)) from None
    except Exception as error:
        problem = f"raised {type(error).__name__}: {said(error)}"
        hint = misfit(name, function, error, args, kwargs)
        message = compose(name, problem, called_with, where=student_lines(error), hint=hint)
        raise CallRaised(message, error) from None
    result = Result(name, called_with, value)
    result.args = args
    if difference(before, (kept, kwargs), compare=change):
        result.fail("changes its argument; work on a copy.")
    if value is None:
        result.fail(NOTHING)
    return result


def calls(function, times, *args):
    """Call a student's function many times with the same arguments; return the `Result` of all values."""
    result = call(repeated(function, times), *args)
    if any(value is None for value in result.value):
        result.fail(NOTHING)
    return result


def repeated(function, times):
    """Return a function that calls this one so many times, and returns the list of what it returned.

    When grading, the examiner puts another in its place: the student's process is asked once, not many
    times. What the function is made of decides nothing.
    """

    def often(*args):
        return [function(*args) for _ in range(times)]

    often.__name__ = getattr(function, "__name__", repr(function))
    return often


def raises(exception, function, *args, **kwargs):
    """Fail unless the call raises this exception."""
    try:
        result = call(function, *args, **kwargs)
    except CallRaised as raised:
        if not isinstance(raised.error, exception):
            raise
    else:
        result.fail(f"should raise {exception.__name__} here.")


def smallest_first(cases):
    """Return the cases with the fewest and smallest numbers first: a failure shows the simplest."""
    return sorted(cases, key=lambda case: (np.size(case), np.sum(case)))


@contextmanager
def replaced(name, substitute):
    """Let the notebook's function `name` be `substitute` within a `with` block.

    Shows whether another function really calls `name`, and what it makes of the answer. Where the
    notebook has no such function, as its cell could not run, it has one for so long.
    """
    notebook = names_of_the_notebook()
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


def name_of(value):
    """Return the name that a value has in the notebook."""
    names = (name for name, known in vars(sys.modules["__main__"]).items() if known is value)
    return next((name for name in names if not name.startswith("_")), "The name that is called here")


def names_of_the_notebook():
    """Return the dict in which a notebook's functions are looked up."""
    return vars(sys.modules["__main__"])
