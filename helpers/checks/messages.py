"""What a failed check says to a student, and how Jupyter shows it."""

import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from helpers.checks.hints import Seen, known, measured, seen
from helpers.checks.writing import kind, short

WIDTH = 100  # of a message's lines


@dataclass(frozen=True)
class Call:
    """What was called, and with what.

    Attributes:
        name: the function's
        args, kwargs: what it was called with
        text: the same as a reader would write it
        shown: whether messages may show what was expected of it: never in a hidden test
    """

    name: str
    args: tuple[Any, ...] = ()
    kwargs: Any = None
    text: str = ""
    shown: bool = False


@dataclass(frozen=True)
class Finding:
    """What is wrong with a result.

    Attributes:
        problem: the property that failed, such as "has the wrong mean."
        subject: what of the result it is about, such as "W1"; None means the whole
        yours: what the student's value is, in short
        hint: what it looks like
        expected: what the value should be, where that may be shown
        measured: of random numbers, what was measured, and how far off it may be by chance
    """

    problem: str
    subject: str | None = None
    yours: str | None = None
    hint: str | None = None
    expected: str | None = None
    measured: tuple[tuple[float, float], ...] = ()


class CheckFailed(AssertionError):
    """A student's function returned something else than its exercise asks for.

    Attributes:
        seen: how it failed, to be compared with known mistakes; None where that says nothing
    """

    seen: Seen | None = None

    def _render_traceback_(self) -> list[str]:
        """Give IPython the message alone: the lines of the test cell would only bury it."""
        return to_read(str(self))


class CallRaised(CheckFailed):
    """A student's function raised `error`."""

    def __init__(self, message: str, error: Exception):
        super().__init__(message)
        self.error = error


class NotWritten(CheckFailed):
    """A student's function is still as it was handed out."""


class NotAFunction(CheckFailed):
    """Something else goes by the name of a student's function."""

    def __init__(self, name: str, value: object):
        number = isinstance(value, (int, float, np.number)) and not isinstance(value, bool)
        what, text = ("a number", f"{value:.4g}") if number else (kind(value), short(value))
        it = "None here" if value is None else f"{what} here ({text})"
        super().__init__(f"{name} is {it}, not the function: is a value assigned to its name below it?")


def failure(call: Call, found: Finding, value: Any = None) -> CheckFailed:
    """Return the exception that says what was found.

    Arguments:
        call: what was called
        found: what is wrong
        value: the value that is wrong; without one, it is known by what messages say of it
    """
    how = how_it_failed(call, found, value)
    error = CheckFailed(composed(call, hinted(found, how)))
    error.seen = how
    return error


def how_it_failed(call: Call, found: Finding, value: Any = None) -> Seen:
    """Return what there is to compare with known mistakes."""
    check = f"{found.subject} {found.problem} {call.text}"
    if found.measured:
        return measured(call.name, check, found.measured)
    return seen(call.name, check, found.yours if value is None else value)


def hinted(found: Finding, how: Seen) -> Finding:
    """Return a finding with the hint of the known mistake that fails alike, if there is one."""
    return replace(found, hint=next(known(how), found.hint))


def composed(call: Call, found: Finding, where: Sequence[str] = ()) -> str:
    """Return the message: the property that failed, the call, how far off, what it looks like.

    Arguments:
        call: what was called
        found: what is wrong
        where: lines of the student's code that led to an exception
    """
    text = f"{found.subject} {found.problem}" if found.subject else found.problem
    lines = [f"{call.name}: {text}"]
    lines += [f"  called with   {call.text}"] if call.text else []
    lines += [f"  your value    {found.yours}"] if found.yours else []
    lines += [f"  expected      {found.expected}"] if found.expected else []
    labels = ["in your code"] + [""] * len(where)
    lines += [f"  {label:14}{line}" for label, line in zip(labels, where, strict=False)]
    lines += [f"  hint          {found.hint}"] if found.hint else []
    return "\n".join(lines)


def to_read(message: str) -> list[str]:
    """Return the lines of a message as they are shown: long ones go on in the next, indented."""
    return [part for line in message.split("\n") for part in wrapped(line)]


def wrapped(line: str) -> list[str]:
    """Return a line in parts of at most `WIDTH`, those after the first indented."""
    if len(line) <= WIDTH:
        return [line]
    indent = " " * (16 if line[:1] == " " else 4)
    return textwrap.wrap(
        line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def lookalike(wanted: object, there: Iterable[object]) -> str | None:
    """Return what is odd about a key that may be meant by the one that is wanted, or None."""
    for key in there:
        if not isinstance(key, str) or not isinstance(wanted, str):
            if str(key) == str(wanted):
                return f"there is {short(key)}, {kind(key)}, not {kind(wanted)}"
        elif oddity := oddity_of(key, wanted):
            return f"there is {short(key)}{oddity}"
    return None


def oddity_of(key: str, wanted: str) -> str | None:
    """Return in which way a key is nearly the one that is wanted, or None."""
    plain = unicodedata.normalize("NFKC", key)
    if key.strip() == wanted:
        return ", with extra spaces"
    if plain.casefold().strip() == wanted.casefold() and key.isascii():
        return ": upper and lower case differ"
    odd = [(i, a) for i, (a, b) in enumerate(zip(key, wanted, strict=False), start=1) if a != b]
    if len(key) == len(wanted) and odd and not any(a.isascii() for _, a in odd):
        (place, letter), *_ = odd
        name = unicodedata.name(letter, "another character").lower()
        return f", whose character {place} is another one: {name}"
    if any(unicodedata.category(a)[0] == "C" for a in key):
        return ", with a character that does not show"
    return None
