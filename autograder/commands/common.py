"""What all commands share: how they are registered, how they find the course, how they say what is wrong."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

from autograder.errors import CourseError
from autograder.settings import root_of

# nbgrader takes a second to import. So what needs it is imported where it is used: `course --help` answers
# at once, and the workers of `course grade` get ready meanwhile.
if TYPE_CHECKING:
    from autograder.course import Course

app = typer.Typer(
    help="Release the course's assignments, grade them, and see what the class has understood.",
    no_args_is_help=True,
)
new = typer.Typer(help="Lay down the beginning of something new.", no_args_is_help=True)
console = Console()
Folder = Annotated[
    Path | None,
    typer.Option("--course", help="The course's folder; default: the one that contains the current folder."),
]
QueueAddress = Annotated[
    str | None,
    typer.Option(
        "--queue",
        envvar="COURSE_QUEUE",
        metavar="redis://…",
        help="The broker of workers on other machines (docs/scale.md).",
    ),
]
Week = Annotated[str, typer.Argument(help="An assignment, such as week1.")]


@contextmanager
def errors_in_one_line() -> Iterator[None]:
    """Turn an error that the caller can put right into one line on the error stream and exit status 2."""
    try:
        yield
    except CourseError as error:  # this includes errors of the gradebook
        print(f"course: {error}", file=sys.stderr)
        raise typer.Exit(2) from None
    except OSError as error:
        print(f"course: {error.strerror}: {error.filename}", file=sys.stderr)
        raise typer.Exit(2) from None


def command(
    name: str | None = None, of: typer.Typer = app, panel: str | None = None
) -> Callable[[Callable[..., None]], Any]:
    """Return a decorator that makes a function a command; what the caller can put right is one line.

    Arguments:
        name: default: the function's
        of: whose command it is
        panel: under which heading `course --help` lists it
    """

    def registered(function: Callable[..., None]) -> Any:
        return of.command(name, rich_help_panel=panel)(errors_in_one_line()(function))

    return registered


WEEKLY = "Every week"
CLASS = "The class"
PROOF = "Assignments and their checks"
LEARNER = "On your own"


def find(folder: Path | None) -> "Course":
    """Return the course in a folder, or the one around the working folder."""
    from autograder.course import Course

    return Course(root_of(folder))


def number(score: float | None) -> str:
    """Return a score as text."""
    return "none" if score is None else f"{score:g}"


def plain(text: str) -> str:
    """Return a text that a terminal shows as it is, without control characters that it would obey."""
    return escape("".join(c if c.isprintable() else "?" for c in text))
