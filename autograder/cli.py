"""The `course` command: what an instructor types. Each of its commands is a module of `commands/`."""

from autograder.commands import (
    audit,
    deadlines,
    demo,
    export,
    feedback,
    grade,
    new,
    release,
    roster,
    take_in,
)
from autograder.commands.common import app
from autograder.commands.common import new as beginnings

# Importing them registers them.
__all__ = [
    "app", "audit", "deadlines", "demo", "export", "feedback", "grade", "new", "release", "roster", "take_in",
]  # fmt: skip

# As `course --help` lists them.
ORDER = ["release", "grade", "feedback", "roster", "due", "extend", "take_in", "export", "audit", "demo"]

app.registered_commands.sort(key=lambda known: ORDER.index(str(getattr(known.callback, "__name__", ""))))
app.add_typer(beginnings, name="new")
