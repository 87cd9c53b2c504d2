"""Lets test cells import the modules beside the instructor's notebook, and forgets them afterwards."""

import contextlib
import sys
from collections.abc import Collection, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

from autograder.submission.beside import Beside


class Finder(MetaPathFinder):
    """Finds the modules of one folder of the instructor's by their names, and nothing else there."""

    def __init__(self, beside: Beside):
        self.beside = beside

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Called by Python for each module that is imported for the first time."""
        if path is None and fullname in self.beside.modules:
            return PathFinder.find_spec(fullname, [self.beside.folder])
        return None


@contextlib.contextmanager
def importable(beside: Beside) -> Iterator[None]:
    """Let this process import the modules of an assignment, and forget them at the end of the block.

    What is installed under the same name is back then. They come from the instructor's folder alone: as long
    as the block lasts, nothing is imported from the working folder, where there may be a student's files.
    """
    if not beside.modules:
        yield
        return
    finder, flags = Finder(beside), sys.dont_write_bytecode
    hidden = {name: sys.modules.pop(name) for name in belonging(beside.modules)}
    sys.meta_path.insert(0, finder)
    sys.dont_write_bytecode = True  # source/ stays as it is
    try:
        yield
    finally:
        sys.dont_write_bytecode = flags
        sys.meta_path.remove(finder)
        for name in belonging(beside.modules):
            del sys.modules[name]
        sys.modules.update(hidden)


def belonging(modules: Collection[str]) -> list[str]:
    """Return the names of all that is imported and belongs to some modules."""
    return [name for name in sys.modules if name.partition(".")[0] in modules]
