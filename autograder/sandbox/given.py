"""What a candidate is given before it begins: files that lie beside the instructor's notebooks."""

import os
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

LARGE = 4 * 2**20  # bytes; copying so many takes some 5 ms
UNTOUCHED = 10**9  # when each file was changed, in seconds since 1970: who changes it does so later


@dataclass(frozen=True)
class Given:
    """How much was put into a folder, which nobody is charged for."""

    files: int = 0
    size: int = 0  # in bytes, on the disk


def give(source: Path, names: Collection[str], target: Path, shared: Path) -> Given:
    """Copy files of a folder into another one that nobody else can write to yet.

    Large ones are copied once, into the folder `shared`, and linked from there: they can be read, and not
    changed.

    Arguments:
        source: the instructor's folder
        names: paths of files in it
        target: the folder of a candidate, or of a check
        shared: can be read by every candidate of the sandbox, and written to by none
    """
    size = 0
    for name in names:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if (source / name).stat().st_size > LARGE:
            place.symlink_to(shared_copy(source / name, shared))
        else:
            put(source / name, place)
            size += place.stat().st_blocks * 512
    return Given(len(names), size)


def put(source: Path, place: Path) -> None:
    """Copy one file, and note on the copy that nobody has changed it."""
    shutil.copyfile(source, place)
    os.utime(place, (UNTOUCHED, UNTOUCHED))


def shared_copy(source: Path, shared: Path) -> Path:
    """Return the copy of a file in a folder that all share, made or renewed where that is needed."""
    found = source.stat()
    place = shared / f"{found.st_dev}-{found.st_ino}-{found.st_mtime_ns}-{found.st_size}"
    if place.exists():
        copied = place.stat()
        if (copied.st_size, copied.st_mtime) == (found.st_size, UNTOUCHED):
            return place
    put(source, place)
    return place
