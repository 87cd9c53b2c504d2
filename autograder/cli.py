"""The `course` command: what an instructor types. Each of its commands is a module of `commands/`."""

from autograder.commands import audit, check, demo, feedback, grade, new, pack, release, report
from autograder.commands.common import app
from autograder.commands.common import new as beginnings

# Importing them registers them.
__all__ = ["app", "audit", "check", "demo", "feedback", "grade", "new", "pack", "release", "report"]

# As `course --help` lists them.
ORDER = ["release", "pack", "grade", "feedback", "report", "audit", "demo", "check"]

app.registered_commands.sort(key=lambda known: ORDER.index(str(getattr(known.callback, "__name__", ""))))
app.add_typer(beginnings, name="new")
