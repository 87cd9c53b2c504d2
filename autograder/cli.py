"""The `course` command: what an instructor types. Each of its commands is a module of `commands/`."""

from autograder.commands import audit, demo, doctor, feedback, grade, new, release, report, similar, undo
from autograder.commands.common import app
from autograder.commands.common import new as beginnings

# Importing them registers them.
__all__ = [
    "app",
    "audit",
    "demo",
    "doctor",
    "feedback",
    "grade",
    "new",
    "release",
    "report",
    "similar",
    "undo",
]

ORDER = [
    "release",
    "grade",
    "feedback",
    "report",
    "similar",
    "undo",
    "doctor",
    "audit",
    "demo",
]  # as `course --help` lists them

app.registered_commands.sort(key=lambda known: ORDER.index(str(getattr(known.callback, "__name__", ""))))
app.add_typer(beginnings, name="new")
