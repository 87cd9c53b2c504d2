"""The archives in which schools' systems hand out submissions: whose each file is, and from when."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from autograder.errors import CourseError
from autograder.schools.gradescope import METADATA, folder_of, metadata, submitters, time_of
from autograder.schools.people import People
from autograder.submission.entries import printable
from autograder.submission.files import MAX_FILE, is_stray

MAX_MEMBERS = 100_000
MAX_TOGETHER = 8 * 2**30  # bytes of all files in an archive
MAX_PARTS = 20  # of a name, at its underscores

CANVAS = re.compile(r"(?P<who>[^_]+)(?P<late>_LATE)?_(?P<number>\d+)_\d+_(?P<name>.+)")
MOODLE = re.compile(r"(?P<who>.+)_\d+_assignsubmission_[a-z]+_?(?P<name>.*)")
BLACKBOARD = re.compile(r"(?P<who>.+)_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:\.txt|_(?P<name>.+))")


@dataclass(frozen=True)
class Item:
    """A file in an archive.

    Arguments:
        member: where it is
        shown: whom the archive names
        who: all students who may be meant
        name: of the file, with the folders that it was handed in in
        time: when it was handed in, as the archive says it: year to second
        zone: of that time, if the archive says it
        late: whether the system calls it late, without saying how late
    """

    member: zipfile.ZipInfo
    shown: str
    who: frozenset[str]
    name: str
    time: str = ""
    zone: str = ""
    late: bool = False


def canvas(path: PurePosixPath, member: zipfile.ZipInfo, people: People) -> Item | None:
    """Read a name such as lovelaceada_LATE_4711_98765_initialization-2.ipynb."""
    match = CANVAS.fullmatch(path.name)
    if not match:
        return None
    who = people.with_number(match["number"]) or people.with_name(match["who"])
    shown = f"{match['who']} ({match['number']})"
    return Item(member, shown, frozenset(who), match["name"], late=bool(match["late"]))


def moodle(path: PurePosixPath, member: zipfile.ZipInfo, people: People) -> Item | None:
    """Read a name such as Ada Lovelace_4711_assignsubmission_file_/initialization.ipynb.

    The number is known to Moodle alone, so only the name is left.
    """
    for i, part in enumerate(path.parts):
        if match := MOODLE.fullmatch(part):
            name = "/".join([*[match["name"]] * bool(match["name"]), *path.parts[i + 1 :]])
            return Item(member, match["who"], frozenset(people.with_name(match["who"])), name)
    return None


def blackboard(path: PurePosixPath, member: zipfile.ZipInfo, people: People) -> Item | None:
    """Read a name such as week1_ada_attempt_2026-11-03-10-00-00_initialization.ipynb.

    The assignment's name and the student's login may both have underscores: any of the last parts may be the
    login. The text that lies beside each attempt has no name of its own.
    """
    match = BLACKBOARD.fullmatch(path.name)
    if not match:
        return None
    parts = match["who"].split("_")[-MAX_PARTS:]
    logins = ["_".join(parts[i:]) for i in range(1, len(parts))]
    who = frozenset(student for login in logins for student in people.with_login(login))
    time = f"{match['time'][:10]} {match['time'][11:].replace('-', ':')}"
    return Item(member, match["who"], who, match["name"] or "", time)


SYSTEMS: dict[str, Callable[[PurePosixPath, zipfile.ZipInfo, People], Item | None]] = {
    "Canvas": canvas,
    "Moodle": moodle,
    "Blackboard": blackboard,
}


def items_in(archive: zipfile.ZipFile, people: People) -> tuple[str, list[Item], list[str]]:
    """Return whose archive it is, its files, and the names of those that no student has handed in."""
    members = [(PurePosixPath(member.filename), member) for member in checked(archive)]
    for path, member in members:
        if path.name == METADATA:
            return "Gradescope", *gradescope(members, metadata(archive, member), people)
    read = {name: [system(*member, people) for member in members] for name, system in SYSTEMS.items()}
    name = max(read, key=lambda name: sum(item is not None for item in read[name]))
    if not any(read[name]):
        raise CourseError(
            "No file in the archive is named as Canvas, Moodle, Blackboard or Gradescope name them: "
            "download all submissions of the assignment, and do not unpack them."
        )
    pairs = list(zip(members, read[name], strict=True))
    strange = [printable(str(path)) for (path, _), item in pairs if item is None]
    return name, [item for _, item in pairs if item is not None], strange


def gradescope(
    members: list[tuple[PurePosixPath, zipfile.ZipInfo]], told: dict[str, Any], people: People
) -> tuple[list[Item], list[str]]:
    """Return the files of an archive of Gradescope, and the names of those that no student has handed in."""
    items, strange = [], []
    for path, member in members:
        if place := folder_of(path, told):
            folder, name = place
            for shown, who in submitters(told[folder], people):
                items.append(Item(member, shown, who, name, time_of(told[folder]), "UTC"))
        elif path.name != METADATA:
            strange.append(printable(str(path)))
    return items, strange


def checked(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the files in an archive; raise `CourseError` if it is too much, or leaves its folder."""
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MAX_MEMBERS:
        raise CourseError(f"The archive holds more than {MAX_MEMBERS} files.")
    if sum(member.file_size for member in members) > MAX_TOGETHER:
        raise CourseError(f"The archive unpacks to more than {MAX_TOGETHER // 2**30} GB: import it in parts.")
    for member in members:
        member.filename = member.filename.replace("\\", "/")
        path = PurePosixPath(member.filename)
        if path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", member.filename):
            raise CourseError(f"The archive names a file outside of itself: {printable(member.filename)}.")
        if member.file_size > MAX_FILE:
            raise CourseError(f"{printable(path.name)} is larger than {MAX_FILE // 2**20} MB.")
        if path.parts and not any(is_stray(part) for part in path.parts):
            yield member


def opened(path: Path) -> zipfile.ZipFile:
    """Open an archive; raise `CourseError` if it is none."""
    if not path.is_file():
        raise CourseError(f"{path} is not a file.")
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise CourseError(f"{path} is not a zip archive, or it is damaged ({error}).") from None
