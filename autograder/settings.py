"""Where a course is, and what its configuration says.

Reading it does not import nbgrader, which takes a second: the workers start meanwhile.
"""

import contextlib
from collections.abc import Iterable
from pathlib import Path

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from autograder.errors import CourseError
from autograder.submission.beside import TAKEN, module_names, not_beside
from autograder.submission.cells import imports_of
from autograder.submission.notebooks import read_own

CONFIG = "nbgrader_config.py"


def root_of(folder: Path | None) -> Path:
    """Return a course's folder: the one that is named, or else the one around the working folder."""
    if folder is not None:
        return folder
    start = Path.cwd().resolve()
    for around in (start, *start.parents):
        if (around / CONFIG).is_file():
            return around
    raise CourseError(f"There is no {CONFIG} here or above: go to the course's folder, or use --course.")


def read_config(root: Path) -> Config:
    """Return what a course's configuration says."""
    if not (root / CONFIG).is_file():
        raise CourseError(f"{root} does not contain {CONFIG}: name the course's folder with --course.")
    return PyFileConfigLoader(CONFIG, path=str(root)).load_config()


def imports_in(notebooks: Iterable[Path]) -> list[str]:
    """Return the import statements of notebooks in source/, as `Assignment.imports` has them."""
    statements: set[str] = set()
    for path in notebooks:
        with contextlib.suppress(Exception):  # whoever needs this notebook says what is wrong with it
            modules = module_names(path.parent) - TAKEN
            statements.update(not_beside(imports_of(read_own(path)), modules))
    return sorted(statements)
