"""A course's own modules: what lies in the folder that `Sandbox.modules` names can be imported by notebooks.

The folder is shown to every submission, so it must hold nothing else; students get it with a release.
"""

import hashlib
import importlib.util
import shutil
import sys
from collections.abc import Collection, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

from autograder.errors import CourseError

# Folders of a course that no student may read.
PRIVATE = {"source", "submitted", "autograded", "feedback", "exchange", "variants", "replaced", "reports"}

# The packages of this grader. A course may have modules of these names: for its cells they are the course's.
GRADERS = frozenset({"autograder", "helpers"})


class Finder(MetaPathFinder):
    """Finds the modules of one folder by their names, and what belongs to them; nothing else there.

    Arguments:
        folder: where they are
        names: of the modules
    """

    def __init__(self, folder: str, names: Collection[str]):
        self.folder, self.names = folder, names

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Called by Python for each module that is imported for the first time."""
        top, _, below = fullname.partition(".")
        if top not in self.names:
            return None
        found = PathFinder.find_spec(fullname, path if below else [self.folder])
        if found is None:  # or another finder might take it from an installed package of that name
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return found


def hiding(folder: str) -> set[str]:
    """Return which packages of the grader a course's modules hide from its cells, by their names."""
    if not folder:
        return set()
    return {name for name in GRADERS if Path(folder, name).is_dir() or Path(folder, f"{name}.py").is_file()}


def set_aside(names: Collection[str]) -> dict[str, ModuleType]:
    """Let Python forget that modules have been imported, and all that belongs to them; return these.

    Whoever has imported them keeps them.
    """
    there = [name for name in sys.modules if name.partition(".")[0] in names]
    return {name: sys.modules.pop(name) for name in there}


def check(folder: str, root: Path, private: Collection[str] = ()) -> None:
    """Raise `CourseError` unless students may read the folder, and none of its modules hides another.

    Arguments:
        folder: what the course's configuration names
        root: the course's folder
        private: the names that the folders of solutions and submissions have there
    """
    path = Path(folder)
    if not path.is_dir():
        raise CourseError(f"Sandbox.modules names {folder}, which is not a folder: make it, or unset it.")
    beside = path.parent.resolve() == root.resolve() and not path.is_symlink()
    if not beside or path.name in {*PRIVATE, *private} or path.name.startswith("."):
        raise CourseError(
            f"Sandbox.modules names {folder}, but students can read all of it: make it a folder of its own "
            "beside nbgrader_config.py, such as modules/."
        )
    modules = (entry.stem for entry in path.iterdir() if entry.is_dir() or entry.suffix == ".py")
    names = {name for name in modules if name.isidentifier() and not name.startswith("__")}
    for name in sorted(names - GRADERS):
        found = importlib.util.find_spec(name)
        places = [found.origin or "", *(found.submodule_search_locations or [])] if found else []
        if found and not any(Path(place).resolve().is_relative_to(path.resolve()) for place in places):
            raise CourseError(f"Rename {name} in {folder}: Python has a module of that name already.")


def make_importable(folder: str) -> None:
    """Let this process import the modules in a folder, if there is one; what is installed goes first."""
    place = str(Path(folder).resolve())
    if folder and place not in sys.path:
        sys.path.append(place)


def files_in(folder: str) -> Iterator[Path]:
    """Yield the files of a course's modules, in order: no links, and nothing that Python has made of them."""
    for path in sorted(Path(folder).rglob("*")) if folder else ():
        names = path.relative_to(folder).parts
        hidden = any(name.startswith(".") or name == "__pycache__" for name in names)
        if path.is_file() and not path.is_symlink() and not hidden:
            yield path


def copy(folder: str, target: Path) -> None:
    """Copy a course's modules into the folder of an assignment, where a student's notebook finds them."""
    for path in files_in(folder):
        place = target / path.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def digest(folder: str) -> str:
    """Return a digest of a course's modules: if it changes, so may grades."""
    total = hashlib.sha256()
    for path in files_in(folder):
        total.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()
