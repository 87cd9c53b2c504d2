"""Lets test cells import a course's own modules, whatever these are called, and forgets them afterwards."""

import contextlib
import sys
from collections.abc import Iterator

from autograder.modules import Finder, hiding, set_aside
from autograder.submission.beside import Beside


@contextlib.contextmanager
def importable(beside: Beside, folder: str = "") -> Iterator[None]:
    """Let this process import the modules of an assignment, and forget them at the end of the block.

    What is installed under the same name is back then, also this grader's own packages. The modules come from
    the instructor's folders alone: as long as the block lasts, nothing is imported from the working folder,
    where there may be a student's files.

    Arguments:
        beside: what lies beside the notebooks
        folder: of the course's own modules, which can be imported anyway; what is installed goes first, but
            for this grader's packages
    """
    own = hiding(folder) - beside.modules
    names = beside.modules | own
    if not names:
        yield
        return
    finders, flags = [Finder(beside.folder, beside.modules), Finder(folder, own)], sys.dont_write_bytecode
    hidden = set_aside(names)
    sys.meta_path[:0] = finders
    sys.dont_write_bytecode = True  # source/ stays as it is
    try:
        yield
    finally:
        sys.dont_write_bytecode = flags
        for finder in finders:
            sys.meta_path.remove(finder)
        set_aside(names)
        sys.modules.update(hidden)
