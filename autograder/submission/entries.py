"""Lists all files in a student's folder, also those in archives, with what can be seen of each."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from autograder.submission.archives import Archive, is_archive, may_be_notebook
from autograder.submission.files import File, NotReadable, is_stray, kind_of, read_bounded
from autograder.submission.likeness import MAX_LOOKED_AT, Marks, marks_in, mentions

MAX_FILES_OF_ONE = 5000  # of a student
LINK = "it is a link to another file"
NOTHING = Marks(frozenset(), frozenset())


@dataclass(frozen=True)
class Entry:
    """A file in a student's folder, or in an archive there."""

    file: File
    folders: tuple[str, ...]  # those that it is in, below the student's own; archives count
    changed: float = 0  # time of the last change, in seconds
    content: bytes = field(default=b"", repr=False)  # a digest of the content
    marks: Marks = NOTHING
    kind: str | None = None  # what it is, if it is not a notebook
    error: str | None = None  # why it cannot be read
    is_notebook: bool = False  # as far as one can see

    @property
    def shown(self) -> str:
        """Its name as people are told it."""
        return self.file.shown

    @property
    def stem(self) -> str:
        """Its name without the ending."""
        head, ending, _ = self.file.name.lower().partition(".ipynb")
        return self.file.name[: len(head)] if ending else PurePosixPath(self.file.name).stem

    def within(self, week: str, student: str) -> "Entry":
        """Return it with a name as seen from the folder of an assignment."""
        shown = self.shown.removeprefix(f"{week}/") if self.folders else f"{student}/{self.shown}"
        return replace(self, file=replace(self.file, shown=shown))


def entries_in(folder: Path) -> Iterator[Entry]:
    """Yield what is in a student's folder, except for what programs have left there."""
    number = 0
    for place, inner, names in os.walk(folder, onerror=refuse):
        inner[:] = sorted(name for name in inner if not is_stray(name))
        folders = Path(place).relative_to(folder).parts
        for name in inner + sorted(name for name in names if not is_stray(name)):
            number += 1
            if number > MAX_FILES_OF_ONE:
                raise NotReadable(f"it holds more than {MAX_FILES_OF_ONE} files: ask for only the notebooks")
            yield from look_at(Path(place, name), folders)


def refuse(error: OSError) -> None:
    """Called for a folder that cannot be listed."""
    raise NotReadable(f"{Path(error.filename).name} cannot be opened: {error.strerror}")


def look_at(path: Path, folders: tuple[str, ...]) -> Iterator[Entry]:
    """Yield what is to be known of a file, of those in an archive, of a folder with a notebook's name."""
    file = File(path, printable("/".join((*folders, path.name))))
    notebook = ".ipynb" in path.name.lower()
    if path.is_symlink():
        yield Entry(file, folders, error=LINK)
    elif path.is_dir():
        if notebook:
            yield Entry(file, folders, error="it is a folder", is_notebook=True)
    elif notebook or may_be_notebook(path.name):
        try:
            yield from opened(file, folders, path.stat().st_mtime)
        except NotReadable as error:
            kind = None if notebook else "an archive"
            yield Entry(file, folders, error=str(error), kind=kind, is_notebook=notebook)
    elif kind_of(path.name) and path.is_file() and os.access(path, os.R_OK):
        with path.open("rb") as content:
            yield seen(file, folders, path.stat().st_mtime, content.read(MAX_LOOKED_AT))
    else:
        yield Entry(file, folders)


def opened(file: File, folders: tuple[str, ...], changed: float) -> Iterator[Entry]:
    """Yield what is to be known of a file that may be a notebook, or of those in it if it is an archive."""
    data = read_bounded(file.path)
    if not is_archive(data):
        yield seen(file, folders, changed, data)
        return
    for inside, content in Archive(data, file.path.name).members():
        places = [part for name in inside for part in PurePosixPath(name).parts if part not in ("..", "/")]
        inner = replace(file, shown=printable("/".join((file.shown, *places))), inside=inside)
        yield seen(inner, (*folders, file.path.stem, *places[:-1]), changed, content)


def printable(name: str) -> str:
    """Return a name as one line that can be shown and written anywhere."""
    return "".join(c if c.isprintable() else "?" for c in name)


def seen(file: File, folders: tuple[str, ...], changed: float, data: bytes) -> Entry:
    """Return what is to be known of a file with this content."""
    kind = kind_of(file.name, data)
    marks = mentions(data) if kind else marks_in(data)
    named = ".ipynb" in file.name.lower()
    notebook = not kind and (named or bool(marks.grade_ids) or b"cell_type" in data.replace(b"\0", b""))
    return Entry(file, folders, changed, hashlib.sha256(data).digest(), marks, kind, None, notebook)
