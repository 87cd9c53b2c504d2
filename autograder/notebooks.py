"""Reads and writes notebooks: checked once on the way in, as what students hand in may be anything."""

import re
import warnings
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from nbformat.reader import reads

NOTEBOOK = re.compile(r"[a-z][a-z0-9_]*\.ipynb")  # anything else in source/ is a stray


class NotANotebook(Exception):
    """A file that was handed in and cannot be read; the message says what to do."""


def read_submitted(path: Path) -> NotebookNode:
    """Return the notebook in a file that a student handed in."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cells without ids are put right by nbformat
            notebook = nbformat.convert(reads(path.read_text(encoding="utf-8")), 4)
            nbformat.validate(notebook)
    except Exception as error:
        reason = str(error).strip().splitlines()[0][:120] if str(error).strip() else type(error).__name__
        raise NotANotebook(
            f"{path.name} is not a notebook that can be read ({reason}): ask for it again"
        ) from None
    return notebook


def notebooks_in(folder: Path) -> list[Path]:
    """Return the properly named notebooks of a folder."""
    return sorted(path for path in folder.glob("*.ipynb") if NOTEBOOK.fullmatch(path.name))


def read_own(path: Path) -> NotebookNode:
    """Return a notebook of the instructor's, or one that was graded: in today's format."""
    return nbformat.v4.reads(path.read_text(encoding="utf-8"))


def write_own(notebook: NotebookNode) -> str:
    """Return a notebook as JSON; one that was read by `read_submitted` needs no second validation."""
    return nbformat.v4.writes(notebook) + "\n"
