"""The archive in which Gradescope hands out submissions: a file in it says whose each folder is."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

import yaml

from autograder.errors import CourseError
from autograder.schools.people import People
from autograder.submission.archives import read_member

METADATA = "submission_metadata.yml"
MAX_METADATA = 20 * 2**20  # bytes


def metadata(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> dict[str, Any]:
    """Return what Gradescope says of each folder; its keys are Ruby's symbols, which begin with a colon."""
    if member.file_size > MAX_METADATA:
        raise CourseError(
            f"{METADATA} is larger than {MAX_METADATA // 2**20} MB: import the archive in parts."
        )
    try:
        told = yaml.load(
            read_member(archive, member, MAX_METADATA), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
        return {str(folder): dict(about) for folder, about in told.items()}
    except Exception as error:  # whatever is written there
        raise CourseError(f"{METADATA} cannot be read ({type(error).__name__}): download it again.") from None


def folder_of(path: PurePosixPath, told: dict[str, Any]) -> tuple[str, str] | None:
    """Return the folder of a submission that a file is in, and its name there."""
    for i, part in enumerate(path.parts[:-1]):
        if part in told:
            return part, "/".join(path.parts[i + 1 :])
    return None


def submitters(about: dict[str, Any], people: People) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield everyone who has handed in a folder together: as Gradescope names them, and who may be meant."""
    for one in about.get(":submitters") or []:
        sid, email, name = (str(one.get(key) or "") for key in (":sid", ":email", ":name"))
        who = people.with_login(sid) | people.with_login(email) or people.with_name(name)
        yield ", ".join(part for part in (name, sid, email) if part), frozenset(who)


def time_of(about: dict[str, Any]) -> str:
    """Return when a folder was handed in, in UTC, if that is said."""
    when = about.get(":created_at")
    return f"{when.astimezone(UTC):%Y-%m-%d %H:%M:%S}" if isinstance(when, datetime) and when.tzinfo else ""
