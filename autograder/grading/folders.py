"""Writes the folders of autograded/, and marks them as done."""

import os
import shutil
import stat
from pathlib import Path

DONE = ".graded"  # in autograded/STUDENT/WEEK: the digest of what was graded, written last


def is_done(folder: Path, digest: str) -> bool:
    """Tell whether exactly this has been graded and recorded."""
    try:
        return (folder / DONE).read_bytes() == digest.encode()
    except OSError:
        return False


def mark_done(folder: Path, digest: str) -> None:
    """Note that exactly this has been graded and recorded."""
    write_whole(folder / DONE, digest.encode())


def seems_done(folder: Path, handed_in: Path, changed: float) -> bool:
    """Tell whether what is handed in has hardly changed since it was graded: only the times of files say so.

    Arguments:
        folder: autograded/STUDENT/WEEK
        handed_in: submitted/STUDENT/WEEK
        changed: when the assignment itself was changed, in seconds
    """
    try:
        times = [path.stat().st_mtime for path in (handed_in, *handed_in.iterdir())]
        return max(changed, *times) <= (folder / DONE).stat().st_mtime
    except OSError:
        return False


def write_folder(folder: Path, files: dict[str, bytes]) -> None:
    """Make a folder hold exactly these files; at any time it is either the old or the complete new one.

    The old folder is removed in any case, even if a file in it is damaged or may not be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    draft, old = (folder.with_name(f".{folder.name}.{part}") for part in ("new", "old"))
    discard(draft)
    discard(old)
    draft.mkdir()
    for name, content in files.items():
        (draft / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(draft / name, content)
    folder.rename(old)
    try:
        draft.rename(folder)
    except BaseException:
        old.rename(folder)
        raise
    discard(old)


def discard(folder: Path) -> None:
    """Remove a folder, if it is there, and all that is in it."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        folder.chmod(stat.S_IRWXU)
        for parent, inner, _ in os.walk(folder):
            for name in inner:
                if not Path(parent, name).is_symlink():
                    Path(parent, name).chmod(stat.S_IRWXU)
        shutil.rmtree(folder)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is either absent or complete, whenever the machine stops."""
    draft = path.with_name(f".{path.name}.new")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
