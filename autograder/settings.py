"""Where a course is, and what its configuration says.

Reading it does not import nbgrader, which takes a second: the workers start meanwhile.
"""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from autograder.errors import CourseError
from autograder.submission.beside import TAKEN, module_names, not_beside
from autograder.submission.cells import imports_of
from autograder.submission.notebooks import read_own

CONFIG = "nbgrader_config.py"
# What nbgrader lets a course change, and this grader does not.
FIXED = {"directory_structure": "{nbgrader_step}/{student_id}/{assignment_id}"}
STEPS = ("source", "release", "submitted", "autograded", "feedback")


@dataclass(frozen=True)
class Places:
    """The folders of a course, which may have other names, as `CourseDirectory.source_directory` says."""

    source: Path
    release: Path
    submitted: Path
    autograded: Path
    feedback: Path

    def tops(self, root: Path) -> set[str]:
        """Return the names that these folders, or those around them, have in the course's folder."""
        return {place.relative_to(root).parts[0] for place in vars(self).values()}


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
    config = PyFileConfigLoader(CONFIG, path=str(root)).load_config()
    named = (root / str(config.CourseDirectory.get("root", "."))).resolve()
    if named != root.resolve():
        raise CourseError(f"{root / CONFIG} names {named} as the course's folder: move it there.")
    return config


def places_of(root: Path, config: Config | None = None) -> Places:
    """Return the folders of a course; its configuration is read, unless the caller has done so.

    Raises:
        CourseError: one of them is not a folder of its own within the course
    """
    config = read_config(root) if config is None else config
    names = {step: str(config.CourseDirectory.get(f"{step}_directory", step)) for step in STEPS}
    places = {step: root / name for step, name in names.items()}
    for step, place in places.items():
        own = place.is_relative_to(root) and place != root and ".." not in Path(names[step]).parts
        if not own or any(place.is_relative_to(other) for name, other in places.items() if name != step):
            raise CourseError(
                f"{CONFIG}: CourseDirectory.{step}_directory is {names[step]!r}: name a folder of its own "
                "within the course's folder."
            )
    return Places(**places)


def checked(config: Config, root: Path) -> Config:
    """Return a course's configuration, in which the paths of a header and a footer are whole.

    Raises:
        CourseError: it sets what this grader cannot do otherwise
    """
    for name, only in FIXED.items():
        if str(config.CourseDirectory.get(name, only)) != only:
            raise CourseError(f"{CONFIG}: take out CourseDirectory.{name}: here it can only be {only!r}.")
    for name in ("sanitize_preprocessors", "autograde_preprocessors"):
        if config.Autograde.get(name):
            raise CourseError(f"{CONFIG}: take out Autograde.{name}: here it would not be run.")
    for name in ("header", "footer"):
        if path := config.IncludeHeaderFooter.get(name):
            config.IncludeHeaderFooter[name] = str(root / path)
    return config


def copy_config(root: Path, target: Path) -> None:
    """Copy a course's configuration for a copy of the course, which has a gradebook of its own."""
    config = checked(read_config(root), root.resolve())
    own = {
        "CourseDirectory.root": str(target),
        "CourseDirectory.db_url": f"sqlite:///{target}/gradebook.db",
        **{f"IncludeHeaderFooter.{name}": path for name, path in config.IncludeHeaderFooter.items()},
    }
    lines = ["", "c = get_config()", *(f"c.{name} = {value!r}" for name, value in own.items()), ""]
    text = (root / CONFIG).read_text(encoding="utf-8")
    (target / CONFIG).write_text(text + "\n".join(lines), encoding="utf-8")


def imports_in(notebooks: Iterable[Path]) -> list[str]:
    """Return the import statements of notebooks in source/, as `Assignment.imports` has them."""
    statements: set[str] = set()
    for path in notebooks:
        with contextlib.suppress(Exception):  # whoever needs this notebook says what is wrong with it
            modules = module_names(path.parent) - TAKEN
            statements.update(not_beside(imports_of(read_own(path)), modules))
    return sorted(statements)
