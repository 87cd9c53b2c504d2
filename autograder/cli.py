"""The `course` command: what an instructor types. Each of its commands is a module of `commands/`."""

from importlib import import_module

from autograder.commands.common import PROOF, app
from autograder.commands.common import new as beginnings

__all__ = ["app"]

MODULES = [  # importing them registers their commands; `course --help` lists them in this order
    "release",
    "pack",
    "grade",
    "watch",
    "worker",
    "feedback",
    "report",
    "similar",
    "undo",
    "roster",
    "deadlines",
    "database",
    "take_in",
    "export",
    "doctor",
    "audit",
    "check_tests",
    "demo",
    "new",
    "check",
]

for module in MODULES:
    import_module(f"autograder.commands.{module}")
app.add_typer(beginnings, name="new", rich_help_panel=PROOF)
