"""Reads and writes notebooks: checked once on the way in, as what students hand in may be anything."""

import re
import warnings
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from nbformat.reader import reads

MAX_SIZE = 20 * 2**20  # bytes of one that was handed in
MAX_DEPTH = 60  # of its JSON; notebooks need ten
NOTEBOOK = re.compile(r"[a-z][a-z0-9_]*\.ipynb")  # anything else in source/ is a stray


class NotANotebook(Exception):
    """A file that was handed in and cannot be read; the message says what to do."""


def read_submitted(path: Path) -> NotebookNode:
    """Return the notebook in a file that a student handed in."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cells without ids are put right by nbformat
            if path.stat().st_size > MAX_SIZE:
                raise ValueError(f"it has more than {MAX_SIZE // 2**20} MB: clear its outputs")
            notebook = nbformat.convert(reads(path.read_text(encoding="utf-8")), 4)
            nbformat.validate(notebook)
            if is_deeper(notebook, MAX_DEPTH):
                raise ValueError("its lists and dicts are nested too deep")
            write_own(notebook).encode()  # not every JSON text can be written again
    except Exception as error:
        reason = str(error).strip().splitlines()[0][:120] if str(error).strip() else type(error).__name__
        reason = "".join(filter(str.isprintable, reason))  # it may be shown in a terminal
        raise NotANotebook(
            f"{path.name} is not a notebook that can be read ({reason}): ask for it again"
        ) from None
    return notebook


def is_deeper(value: object, levels: int) -> bool:
    """Tell whether lists and dicts are nested deeper than this."""
    level = [value]
    for _ in range(levels):
        inner = [item.values() if isinstance(item, dict) else item for item in level]
        level = [item for items in inner for item in items if isinstance(item, (dict, list))]
    return bool(level)


def notebooks_in(folder: Path) -> list[Path]:
    """Return the properly named notebooks of a folder."""
    return sorted(path for path in folder.glob("*.ipynb") if NOTEBOOK.fullmatch(path.name))


def read_own(path: Path) -> NotebookNode:
    """Return a notebook of the instructor's, or one that was graded: in today's format."""
    return nbformat.v4.reads(path.read_text(encoding="utf-8"))


def write_own(notebook: NotebookNode) -> str:
    """Return a notebook as JSON; one that was read by `read_submitted` needs no second validation."""
    return nbformat.v4.writes(notebook) + "\n"
