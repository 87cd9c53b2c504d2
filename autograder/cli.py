"""The `course` command: what an instructor types. Each of its commands is a module of `commands/`."""

from autograder.commands import audit, demo, export, feedback, grade, new, release
from autograder.commands.common import app
from autograder.commands.common import new as beginnings

__all__ = [
    "app",
    "audit",
    "demo",
    "export",
    "feedback",
    "grade",
    "new",
    "release",
]  # importing them registers them

ORDER = ["release", "grade", "feedback", "export", "audit", "demo"]  # as `course --help` lists them

app.registered_commands.sort(key=lambda known: ORDER.index(str(getattr(known.callback, "__name__", ""))))
app.add_typer(beginnings, name="new")
