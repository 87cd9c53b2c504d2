"""Inside the sandbox: tells a check which files a student's code has written, and takes those of a check."""

import contextlib
import os
import time
from typing import Any

import numpy as np

from autograder.wire.limits import MAX_DEPTH, MAX_FILE_BYTES, MAX_FILES, MAX_PATH

COARSE = 50_000_000  # nanoseconds within which a file may be changed twice and show the same time
MADE_BY_PYTHON = "__pycache__"
State = tuple[int, int, int]


class Files:
    """The folder of a candidate.

    Arguments:
        folder: where it is
    """

    def __init__(self, folder: str):
        self.folder = folder
        self.known: dict[str, State | None] = {}  # as they were when the check last heard of them
        self.sent: dict[str, int] = {}  # what the check has of them, with sizes

    def watch(self) -> None:
        """Tell from now on what becomes of the files."""
        self.known = dict(self.found())

    def found(self) -> dict[str, State]:
        """Return all files, by their paths in the folder, and what shows that one has changed."""
        states, folders = {}, [""]
        while folders:
            below = folders.pop()
            with contextlib.suppress(OSError), os.scandir(os.path.join(self.folder, below)) as entries:
                for entry in entries:
                    name = os.path.join(below, entry.name)
                    if not may_cross(name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders += [name] if entry.name != MADE_BY_PYTHON else []
                    elif entry.is_file(follow_symlinks=False):
                        about = entry.stat(follow_symlinks=False)
                        states[name] = about.st_mtime_ns, about.st_size, about.st_ino
        return states

    def changed(self) -> dict[str, Any]:
        """Return what has changed since the last time, the newest first, as far as it may cross."""
        found, changed = self.found(), []
        gone = [name for name in self.sent if name not in found][:MAX_FILES]
        for name in gone:
            del self.sent[name]
        for name in sorted(found, key=found.__getitem__, reverse=True):
            if found[name] == self.known.get(name):
                continue
            room = MAX_FILE_BYTES - sum(self.sent.values()) + self.sent.get(name, 0)
            if found[name][1] > room or (len(self.sent) >= MAX_FILES and name not in self.sent):
                continue
            with contextlib.suppress(OSError), open(os.path.join(self.folder, name), "rb") as file:
                content = file.read(room)
                changed.append([name, np.frombuffer(content, np.uint8)])
                self.sent[name] = len(content)
        self.know(found)
        return {"changed": changed, "gone": gone}

    def know(self, found: dict[str, State]) -> None:
        """Remember what the files are like; one that is new may change again without showing it."""
        new = time.time_ns() - COARSE
        self.known = {name: state if state[0] < new else None for name, state in found.items()}

    def take(self, written: list[Any], gone: list[str]) -> None:
        """Write the files that a check has written, and remove those that it has removed."""
        for name, content in written:
            place = os.path.join(self.folder, name)
            with contextlib.suppress(OSError):
                os.unlink(place)  # whatever it is
            with contextlib.suppress(OSError):
                os.makedirs(os.path.dirname(place), exist_ok=True)
                with open(place, "wb") as file:
                    file.write(content.tobytes())
            self.sent[name] = len(content)
            self.known[name] = None
        for name in gone:
            self.sent.pop(name, None)
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(self.folder, name))


def may_cross(name: str) -> bool:
    """Tell whether a path is one that a check takes: a short text."""
    is_text = not any("\ud800" <= character <= "\udfff" for character in name)
    return is_text and len(name) <= MAX_PATH and name.count("/") < MAX_DEPTH
