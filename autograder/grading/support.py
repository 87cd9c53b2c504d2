"""Functions of the instructor's that run beside the tests, although the notebook has them, too."""

import functools
from collections.abc import Callable, Iterable
from types import FunctionType
from typing import Any

from autograder.grading.sharing import crosses
from autograder.wire.references import reference_of
from autograder.wire.stand_ins import StandIn

Function = Callable[..., Any]


def supported(
    definitions: Iterable[str], names: dict[str, Any], in_notebook: Callable[[str], Function | None]
) -> dict[str, Any]:
    """Return what definitions make (`support_of`), by name.

    Arguments:
        definitions: the source of each
        names: what the instructor's notebook imports
        in_notebook: returns what stands in for the notebook's function of a name, if it has one
    """
    own = dict(names)
    exec("", own)  # from now on, Python's own names are there
    before = own.keys() | set()
    try:
        for source in definitions:
            exec(compile(source, "<support>", "exec"), own)
    except Exception:  # what it needs is not installed here, so all stay in the notebook
        return {}
    made = {name: value for name, value in own.items() if name not in before}
    return {n: beside_tests(v, in_notebook) if isinstance(v, FunctionType) else v for n, v in made.items()}


def beside_tests(function: FunctionType, in_notebook: Callable[[str], Function | None]) -> Function:
    """Return a function that runs here, or in the notebook where only that can do what it is asked for.

    An object of the student's can be looked into only there, and an object that a student's function is to
    get must be made there.
    """

    @functools.wraps(function)
    def called(*args: Any, **kwargs: Any) -> Any:
        if not holds_objects([*args, *kwargs.values()]):
            value = function(*args, **kwargs)
            if crosses(value):
                return value
        there = in_notebook(function.__name__)
        return function(*args, **kwargs) if there is None else there(*args, **kwargs)

    return called


def holds_objects(values: Iterable[Any]) -> bool:
    """Tell whether objects of the student's are among these values, or in a list of them."""
    return any(is_object(v) or (type(v) in (list, tuple) and holds_objects(v)) for v in values)


def is_object(value: Any) -> bool:
    """Tell whether a value is an object or a class of the student's, and no function."""
    return reference_of(value) is not None and type(value) is not StandIn
