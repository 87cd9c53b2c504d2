"""Finds what lies beside the notebooks of an assignment: data, and modules that the notebooks import."""

import ast
import contextlib
import hashlib
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib.machinery import all_suffixes
from pathlib import Path

from nbformat.notebooknode import NotebookNode
from traitlets.config import Config
from traitlets.config.loader import LazyConfigValue

from autograder.errors import CourseError
from autograder.submission.cells import is_test
from autograder.submission.python import parsed

# These may not be hidden: the grader needs them. Nobody needs the tests of Python itself.
TAKEN = sys.stdlib_module_names - {"test"}
IGNORED = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback"]  # nbgrader's default


@dataclass(frozen=True)
class Beside:
    """What lies beside the notebooks of an assignment.

    Modules that only test cells import are in none of its files: no submission finds them.
    """

    folder: str = ""  # of the instructor, which no submission may read
    data: tuple[str, ...] = ()  # paths of files that submissions and test cells find where they run
    shown: tuple[str, ...] = ()  # of modules, which submissions find there, too
    modules: frozenset[str] = frozenset()  # that test cells may import, also those that students do not get

    @property
    def given(self) -> tuple[str, ...]:
        """The paths of all files that a submission finds where it runs."""
        return self.data + self.shown

    def digest(self) -> str:
        """Return a digest of it all: if it changes, so may grades."""
        total = hashlib.sha256()
        sources = [path for name in sorted(self.modules) for path in sources_of(Path(self.folder), name)]
        for path in [*(Path(self.folder, name) for name in self.given), *sources]:
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256").digest()
            total.update(str(path.relative_to(self.folder)).encode() + b"\0" + content)
        return total.hexdigest()


NOTHING = Beside()


def find_beside(folder: Path, ignore: Collection[str], notebooks: Iterable[NotebookNode]) -> Beside:
    """Return what lies beside the notebooks of an assignment.

    Arguments:
        folder: the assignment, as in source/
        ignore: patterns of names that students do not get: `CourseDirectory.ignore`
        notebooks: those of the assignment
    """
    cells = code_cells(notebooks)
    modules, there = module_names(folder), released(folder, ignore)
    for name in sorted(needed_modules(folder, [cell.source for cell in cells]) & TAKEN):
        raise CourseError(f"Rename {name} in {folder}: the grader needs another module of that name.")
    needed = needed_modules(folder, [cell.source for cell in cells if not is_test(cell)])
    data = [name for name in there if not name.endswith(tuple(all_suffixes()))]
    shown = [name for name in there if name not in data and module_of(name) in needed]
    return Beside(str(folder), tuple(data), tuple(shown), frozenset(modules - TAKEN))


def released(folder: Path, ignore: Collection[str]) -> list[str]:
    """Return the paths of files that nbgrader gives to students with the notebooks of a folder, in order."""
    return [
        str(path)
        for path in (found.relative_to(folder) for found in beside_notebooks(folder))
        if not any(fnmatch(part, pattern) for part in path.parts for pattern in ignore)
    ]


def beside_notebooks(folder: Path) -> list[Path]:
    """Return the files that lie beside notebooks: data, pictures, modules; no editor's copies."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not path.is_symlink()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and ".ipynb" not in path.name
        and not path.name.endswith(("~", ".bak"))
    ]


def copy_beside(folder: Path, target: Path) -> None:
    """Copy what lies beside notebooks, also what students do not get, into another folder."""
    for path in beside_notebooks(folder):
        place = target / path.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def code_cells(notebooks: Iterable[NotebookNode]) -> list[NotebookNode]:
    """Return the cells of notebooks that hold code."""
    return [cell for notebook in notebooks for cell in notebook.cells if cell.cell_type == "code"]


# ── modules ──────────────────────────────────────────────────────────────────────────────────────


def module_names(folder: Path) -> set[str]:
    """Return the names of the modules and packages in a folder."""
    return {
        name
        for path in folder.glob("*")
        if (name := module_of(path.name)).isidentifier()
        and (path.name.endswith(tuple(all_suffixes())) or path.is_dir() and any(path.rglob("*.py")))
    }


def module_of(path: str) -> str:
    """Return the name under which a file in a folder, or something of it, would be imported."""
    return Path(path).parts[0].partition(".")[0]


def sources_of(folder: Path, module: str) -> list[Path]:
    """Return the files of a module or package, in order."""
    return [path for path in beside_notebooks(folder) if is_source(path) and in_module(path, folder, module)]


def is_source(path: Path) -> bool:
    """Tell whether a file holds Python's code, as text or compiled."""
    return path.name.endswith(tuple(all_suffixes())) and "__pycache__" not in path.parts


def in_module(path: Path, folder: Path, module: str) -> bool:
    """Tell whether a file belongs to a module or package."""
    return module_of(str(path.relative_to(folder))) == module


def needed_modules(folder: Path, sources: Iterable[str]) -> set[str]:
    """Return the modules of a folder that are imported by sources, or by such a module in turn."""
    there, needed = module_names(folder), set[str]()
    waiting = imported_in(sources) & there if there else set()
    while waiting:
        name = waiting.pop()
        needed.add(name)
        waiting |= imported_in(map(text_of, sources_of(folder, name))) & there - needed
    return needed


def module_sources(folder: Path, notebooks: Iterable[NotebookNode]) -> list[str]:
    """Return the sources of the modules beside notebooks that these import, directly or not."""
    names = needed_modules(folder, [cell.source for cell in code_cells(notebooks)])
    return [text_of(path) for name in sorted(names) for path in sources_of(folder, name)]


def text_of(path: Path) -> str:
    """Return what is in a file, whatever its encoding."""
    return path.read_text(encoding="utf-8", errors="replace")


def imported_in(sources: Iterable[str]) -> set[str]:
    """Return the top-level modules that sources import anywhere, in functions as well."""
    return {name for tree in trees(sources) for node in ast.walk(tree) for name in imported_by(node)}


def trees(sources: Iterable[str]) -> Iterator[ast.Module]:
    """Yield what Python makes of sources, as far as it can read them."""
    for source in sources:
        with contextlib.suppress(SyntaxError, ValueError):
            yield parsed(source)


def imported_by(node: ast.AST) -> set[str]:
    """Return the top-level modules that a statement imports."""
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom) and not node.level:
        return {str(node.module).partition(".")[0]}
    return set()


def not_beside(statements: Iterable[str], modules: Collection[str]) -> list[str]:
    """Return the import statements that import none of these modules: what is installed."""
    return [statement for statement in statements if not imported_in([statement]) & set(modules)]


def ignored_by(config: Config) -> list[str]:
    """Return which files beside notebooks a course's configuration keeps from students."""
    ignored = config.CourseDirectory.get("ignore", IGNORED)
    return list(ignored.get_value(IGNORED) if isinstance(ignored, LazyConfigValue) else ignored)
