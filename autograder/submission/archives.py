"""Looks into archives that were handed in, within bounds and in memory; nothing is unpacked to disk."""

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath

from autograder.submission.files import MAX_FILE, File, NotReadable, is_stray, kind_of, read_bounded

MAX_MEMBERS = 5000
MAX_NESTED = 1  # archives in an archive
COMPRESSED = {b"\x1f\x8b": gzip, b"BZh": bz2, b"\xfd7zXZ": lzma}
POSSIBLE = {"", ".json", ".txt", ".bin", ".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz"}  # of a notebook's file


def is_archive(data: bytes) -> bool:
    """Tell whether this is an archive that can be looked into."""
    known = data.startswith((b"PK\x03\x04", *COMPRESSED)) or data[257:262] == b"ustar"
    return known and kind_of("", data) != "an Office document"


class Archive:
    """An archive, and how much of it may still be read."""

    def __init__(self, data: bytes, name: str):
        self.data, self.name = data, name
        self.left, self.opened = MAX_FILE, 0

    def members(self) -> Iterator[tuple[tuple[str, ...], bytes]]:
        """Yield where each file is, and its content: b"" if its name says that it is not a notebook."""
        try:
            yield from self.within(self.data, self.name, ())
        except NotReadable:
            raise
        except Exception as error:  # cut short, locked, or of a kind that Python cannot unpack
            locked = "password" in str(error)
            why = "it is locked with a password" if locked else f"it cannot be unpacked: {error}"
            raise NotReadable(why) from None

    def within(
        self, data: bytes, name: str, outer: tuple[str, ...]
    ) -> Iterator[tuple[tuple[str, ...], bytes]]:
        """Yield the members of an archive, and those of archives in it."""
        for member, read in self.entries(data, name):
            self.opened += 1
            if self.opened > MAX_MEMBERS:
                raise NotReadable(f"it holds more than {MAX_MEMBERS} files")
            if any(is_stray(part) for part in PurePosixPath(member).parts if part != ".."):
                continue
            content = self.bounded(read) if may_be_notebook(member) else b""
            if is_archive(content) and len(outer) < MAX_NESTED:
                yield from self.within(content, member, (*outer, member))
            else:
                yield (*outer, member), content

    def bounded(self, read: Callable[[int], bytes]) -> bytes:
        """Return what is read, unless it is too much together with all before it."""
        content = read(self.left + 1)
        self.left -= len(content)
        if self.left < 0:
            raise NotReadable(f"it unpacks to more than {MAX_FILE // 2**20} MB")
        return content

    def entries(self, data: bytes, name: str) -> Iterator[tuple[str, Callable[[int], bytes]]]:
        """Yield the names in an archive, and for each a function that reads a number of bytes of it."""
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for info in archive.infolist():
                    if not info.is_dir():
                        read = partial(read_member, archive, info)
                        yield info.filename.replace("\\", "/"), read
            return
        for beginning, module in COMPRESSED.items():
            if data.startswith(beginning):
                data = self.bounded(module.open(io.BytesIO(data)).read)
        if data[257:262] != b"ustar":
            yield re.sub(r"\.(gz|bz2|xz)$", "", name, flags=re.IGNORECASE), io.BytesIO(data).read
            return
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for item in archive:
                file = archive.extractfile(item) if item.isfile() else None
                if file is not None:
                    yield item.name, file.read


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, size: int) -> bytes:
    """Return the first bytes of a file in a zip archive."""
    with archive.open(info) as file:
        return file.read(size)


def may_be_notebook(name: str) -> bool:
    """Tell whether a file may be a notebook, or an archive of some, by its name."""
    return ".ipynb" in name.lower() or PurePosixPath(name.lower()).suffix in POSSIBLE


def content_of(file: File) -> bytes:
    """Return what is in a file that was handed in, in an archive or not."""
    data = read_bounded(file.path)
    if not file.inside:
        return data
    return next(content for where, content in Archive(data, file.path.name).members() if where == file.inside)
