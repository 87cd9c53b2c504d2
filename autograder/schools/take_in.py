"""Brings what a school's system hands out into submitted/; nothing that was there is lost."""

import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from autograder.course import Course
from autograder.errors import CourseError
from autograder.grading.folders import discard, write_folder
from autograder.schools.downloads import Item, items_in, opened
from autograder.schools.people import People
from autograder.schools.roster import roster
from autograder.submission.archives import read_member
from autograder.submission.entries import printable
from autograder.submission.files import is_stray
from autograder.submission.handed_in import TIMESTAMP, unfit
from autograder.submission.times import moment

LONGEST = 100  # characters of the name of a file
DEEPEST = 5  # folders and a file


@dataclass
class Taken:
    """What became of an archive."""

    kept: Path  # where what was replaced is kept
    system: str = ""
    new: list[str] = field(default_factory=list)  # students whose files have been written
    same: list[str] = field(default_factory=list)  # students whose files were there already
    replaced: list[str] = field(default_factory=list)  # students of whom there were others, which are kept
    left: list[tuple[str, str]] = field(default_factory=list)  # students whose files were left out, and why
    unclear: list[tuple[str, str]] = field(default_factory=list)  # whom the archive names, who that may be
    strangers: list[str] = field(default_factory=list)  # whom the archive names, and nobody is
    late: list[str] = field(default_factory=list)  # students whom the system calls late, without a time


def take_in(course: Course, week: str, path: Path, zone: str | None, dry_run: bool = False) -> Taken:
    """Write the submissions in an archive to submitted/STUDENT/WEEK.

    Arguments:
        course: whose roster says who is meant
        week: the assignment
        path: the archive
        zone: of the times in the archive, such as Europe/Berlin
        dry_run: write nothing
    """
    people = roster(course)
    if not people:
        raise CourseError("Nobody is on the roster: give it to the course first, with `course roster FILE`.")
    taken = Taken(course.root / "replaced" / "submitted" / f"{datetime.now():%Y-%m-%d-%H%M%S}")
    with opened(path) as archive:
        taken.system, items, taken.strangers = items_in(archive, People(people))
        if not zone and any(item.time and not item.zone for item in items):
            raise CourseError(
                f"{taken.system} writes times without their zone: name it, as in --zone Europe/Berlin."
            )
        check_zone(zone)
        for student, files in sorted(by_student(items, taken).items()):
            try:
                put(course, week, student, contents(archive, files, zone), taken, dry_run)
            except CourseError:
                raise
            except Exception as error:  # of the archive, or of the disk: the others are not affected
                taken.left.append((student, f"it cannot be unpacked: {error}"))
    return taken


def check_zone(zone: str | None) -> None:
    """Raise `CourseError` unless a zone is none, or one that timestamp.txt can name."""
    try:
        moment(f"2026-01-01 12:00:00 {zone or 'UTC'}", "UTC")
    except Exception:  # whatever was written there
        raise CourseError(f"There is no zone {zone!r}: write Europe/Berlin, +01:00 or UTC.") from None


def by_student(items: list[Item], taken: Taken) -> dict[str, list[Item]]:
    """Return the files of each student's newest attempt; note all that are not clearly of one student."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if len(item.who) == 1:
            found[next(iter(item.who))].append(item)
        elif item.who:
            taken.unclear.append((printable(item.shown), " or ".join(sorted(item.who))))
        else:
            taken.strangers.append(printable(item.shown))
    taken.unclear = sorted(set(taken.unclear))
    taken.strangers = sorted(set(taken.strangers))
    for student, files in found.items():
        newest = max(item.time for item in files)
        found[student] = [item for item in files if item.time == newest]
    taken.late = sorted(student for student, files in found.items() if any(item.late for item in files))
    return found


def contents(archive: zipfile.ZipFile, files: list[Item], zone: str | None) -> dict[str, bytes]:
    """Return a student's files by their names, and a timestamp.txt if the archive says the time."""
    found: dict[str, bytes] = {}
    for item in files:
        if not item.name:
            continue
        name = free_name(item.name, found)
        found[name] = read_member(archive, item.member, item.member.file_size)
    if found and files[0].time:
        found[TIMESTAMP] = f"{files[0].time} {files[0].zone or zone}\n".encode()
    return found


def free_name(name: str, taken: dict[str, bytes]) -> str:
    """Return a name that a file can have, and no other file has yet; only the course itself says the time."""
    parts = [printable(part)[-LONGEST:].lstrip(".") or "file" for part in PurePosixPath(name).parts]
    *folders, own = parts[-DEEPEST:]
    if own.lower() == TIMESTAMP or is_stray(own):
        own = f"handed_in_{own}"
    files = {name.casefold() for name in taken}
    used = files | {str(folder).casefold() for name in taken for folder in PurePosixPath(name).parents}
    if any("/".join(folders[: n + 1]).casefold() in files for n in range(len(folders))):
        folders = []  # a file has the name of the folder
    made, number = "/".join([*folders, own]), 1
    while made.casefold() in used:
        number += 1
        made = "/".join([*folders, f"{number}_{own}"])
    return made


def put(
    course: Course, week: str, student: str, files: dict[str, bytes], taken: Taken, dry_run: bool
) -> None:
    """Write a student's files, unless what is there is the same or newer; what they replace is moved away."""
    home = course.places.submitted / student
    folder = home / week
    if not files:
        taken.left.append((student, "there is no file"))
    elif why := unfit(student):
        taken.left.append((student, f"the id cannot be the name of a folder, because of {why}"))
    elif home.is_symlink() or folder.is_symlink() or home.exists() and not home.is_dir():
        taken.left.append((student, "its folder is a link, or no folder"))
    elif folder.exists() and holds(folder, files):
        taken.same.append(student)
    elif is_newer(folder, files, course.handed_in.zone):
        taken.left.append((student, "what is there is newer, or says its time where the archive does not"))
    else:
        there = folder.exists()
        if not dry_run:
            replace(folder, files, taken.kept / student / week)
        (taken.replaced if there else taken.new).append(student)


def replace(folder: Path, files: dict[str, bytes], kept: Path) -> None:
    """Write a folder; what was there goes elsewhere, or comes back if the new one cannot be written."""
    there = folder.exists()
    if there:
        kept.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(kept)
    try:
        write_folder(folder, files)
    except BaseException:
        if there:
            discard(folder)
            kept.rename(folder)
        raise


def holds(folder: Path, files: dict[str, bytes]) -> bool:
    """Tell whether a folder holds exactly these files."""
    there = {str(path.relative_to(folder)): path for path in folder.rglob("*") if not path.is_dir()}
    return there.keys() == files.keys() and all(
        path.is_file()
        and not path.is_symlink()
        and path.stat().st_size == len(files[name])
        and path.read_bytes() == files[name]
        for name, path in there.items()
    )


def is_newer(folder: Path, files: dict[str, bytes], zone: str) -> bool:
    """Tell whether what is in a folder was handed in later, or alone says when it was handed in."""
    try:
        there = moment((folder / TIMESTAMP).read_text(encoding="utf-8-sig"), zone)
    except (OSError, ValueError, KeyError):
        return False  # nothing is there, or it says no clear time
    try:
        return there >= moment(files[TIMESTAMP].decode(), "UTC")
    except (ValueError, KeyError):
        return True
