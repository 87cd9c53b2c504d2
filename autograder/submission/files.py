"""Files that were handed in: read within bounds, and told apart by how they begin and end."""

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MAX_FILE = 200 * 2**20  # bytes of a file, or of all that is in an archive; outputs are dropped later
STRAYS = {"__MACOSX", "__pycache__", "node_modules", "desktop.ini", "Thumbs.db"}  # programs leave these
BEGINNINGS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\xd0\xcf\x11\xe0": "an Office document",
    b"version https://git-lfs": "a pointer of git-lfs, which `git lfs pull` turns into the notebook",
}
ENDINGS = {
    "a web page": ".html .htm .xhtml .mhtml",
    "a script": ".py .r .jl .ipy",
    "a PDF": ".pdf",
    "a text document": ".doc .docx .odt .pages .rtf .tex .md .rst",
    "slides": ".ppt .pptx .key .odp",
    "a picture": ".png .jpg .jpeg .heic .gif .svg .webp",
    "a 7z archive": ".7z",
    "a RAR archive": ".rar",
    "an unfinished download": ".crdownload .part .partial .download",
    "a link to the notebook": ".gdoc .gcolab .url .webloc .lnk .desktop",
}


class NotReadable(Exception):
    """What was handed in and cannot be read; the message says why."""


@dataclass(frozen=True)
class File:
    """A file that was handed in.

    Arguments:
        path: where it is, or where the archive is that it is in
        shown: its name as people are told it
        inside: its name in the archive, and in the archive inside that
        notes: what was put right to find it
    """

    path: Path
    shown: str
    inside: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its own name, without folders."""
        return PurePosixPath(self.inside[-1] if self.inside else self.path.name).name

    def digest(self) -> bytes:
        """Return a digest of what is in it, of its name, and of what is told of it."""
        told = repr((self.shown, self.inside, self.notes)).encode()
        return hashlib.sha256(told + hashlib.sha256(read_bounded(self.path)).digest()).digest()


def read_bounded(path: Path) -> bytes:
    """Return what is in a file, if it is a regular file and not too large."""
    if not path.is_file() or not os.access(path, os.R_OK):
        raise NotReadable("it is not a regular file, or you may not read it")
    with path.open("rb") as file:
        data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise NotReadable(f"it is larger than {MAX_FILE // 2**20} MB: clear its outputs")
    return data


def is_stray(name: str) -> bool:
    """Tell whether a program has left a file or folder there, not a person."""
    return name.startswith((".", "~$")) or name in STRAYS


def kind_of(name: str, data: bytes = b"") -> str | None:
    """Return in words what a file is that is not a notebook, or None."""
    ending = PurePosixPath(name.lower()).suffix
    if kind := next((kind for kind, endings in ENDINGS.items() if ending in endings.split()), None):
        return kind
    if b"[Content_Types].xml" in data[:2000] or b"mimetypeapplication/vnd" in data[:100]:
        return "an Office document"
    for beginning, kind in BEGINNINGS.items():
        if data.startswith(beginning):
            return kind
    if re.match(rb"(\xef\xbb\xbf)?\s*<(!doctype|html|head|body|script|\?xml)", data[:200], re.IGNORECASE):
        return "a web page, perhaps of a login"
    return None
