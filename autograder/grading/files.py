"""Files that a check and the student's code have in common: each side has copies in a folder of its own.

What one side writes crosses as data. So the examiner never opens, lists or writes to a candidate's folder.
"""

import contextlib
import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from autograder.grading.wary import wary
from autograder.sandbox.given import UNTOUCHED
from autograder.wire.errors import LineClosed
from autograder.wire.limits import MAX_DEPTH, MAX_FILE_BYTES, MAX_FILES, MAX_PATH
from autograder.wire.peer import Peer


class Files:
    """The folder in which the checks of one notebook run.

    Arguments:
        folder: where it is; nobody else writes to it
        given: paths of the instructor's files in it, which a candidate can neither replace nor remove
    """

    def __init__(self, folder: Path, given: Collection[str] = ()):
        self.folder, self.given = folder, frozenset(given)
        self.common: dict[str, int] = {}  # files that the candidate has, too, and their sizes

    def begin(self, peer: Peer) -> None:
        """Let a new candidate tell from now on what it writes; what another one has sent is removed."""
        for name in list(self.common):
            self.remove(name)
        peer.request("watch_files")

    @contextlib.contextmanager
    def crossing(self, peer: Peer) -> Iterator[None]:
        """Let a check see the candidate's files, and the functions that it calls those of the check."""
        self.fetch(peer)
        before, after = peer.before_call, peer.after_call

        def before_call() -> None:
            before()
            self.lend(peer)

        def after_call(answer: dict[str, Any]) -> None:
            after(answer)
            self.fetch(peer)

        peer.before_call, peer.after_call = before_call, after_call
        try:
            with wary(self.folder, self.common):
                yield
        finally:
            peer.before_call, peer.after_call = before, after

    def guarded(self) -> contextlib.AbstractContextManager[None]:
        """Let a check that has nothing to do with files run beside those that are there already."""
        return wary(self.folder, self.common) if self.common else contextlib.nullcontext()

    # ── from the candidate ───────────────────────────────────────────────────────────────────

    def fetch(self, peer: Peer) -> None:
        """Take over what the candidate has written or removed since it was last asked."""
        answer = peer.request("changed_files")
        try:
            changed, gone = answer["changed"], answer["gone"]
            if len(changed) > MAX_FILES or len(gone) > MAX_FILES:
                raise ValueError("too many files")
            for name, content in changed:
                self.take(relative(name), entries(content))
            for name in gone:
                self.remove(relative(name))
        except Exception:  # it may be anything
            raise LineClosed("malformed files") from None

    def take(self, name: str, content: memoryview) -> None:
        """Write one of the candidate's files, unless its place is taken by something of the instructor's."""
        if self.is_given(name):
            return
        others = sum(size for other, size in self.common.items() if other != name)
        too_many = name not in self.common and len(self.common) >= MAX_FILES
        if too_many or others + len(content) > MAX_FILE_BYTES:
            raise ValueError("too much")
        place = self.folder / name
        with contextlib.suppress(OSError):  # there is a folder of that name, or a file is in the way
            place.parent.mkdir(parents=True, exist_ok=True)
            if place.parent.resolve().is_relative_to(self.folder.resolve()):  # a check may have made links
                fd = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
                with os.fdopen(fd, "wb") as file:
                    file.write(content)
                os.utime(place, (UNTOUCHED, UNTOUCHED))
                self.common[name] = len(content)

    def remove(self, name: str) -> None:
        """Remove a file that the candidate has removed."""
        if self.common.pop(name, None) is not None:
            with contextlib.suppress(OSError):
                (self.folder / name).unlink()

    def is_given(self, name: str) -> bool:
        """Tell whether a file of the instructor's is at a place, or above it."""
        path = PurePosixPath(name)
        return not self.given.isdisjoint(str(place) for place in (path, *path.parents))

    # ── to the candidate ─────────────────────────────────────────────────────────────────────

    def lend(self, peer: Peer) -> None:
        """Give the candidate the files that the check has written, and remove those that it has removed."""
        written = [path for path in self.regular_files() if path.stat().st_mtime != UNTOUCHED]
        gone = [name for name in self.common if not (self.folder / name).exists()]
        if not written and not gone:
            return
        if len(written) > MAX_FILES or sum(path.stat().st_size for path in written) > MAX_FILE_BYTES:
            raise ValueError(
                f"the check has written more than {MAX_FILES} files or {MAX_FILE_BYTES // 2**20} MB"
            )
        contents = {str(path.relative_to(self.folder)): path.read_bytes() for path in written}
        sent = [[name, np.frombuffer(content, np.uint8)] for name, content in contents.items()]
        peer.request("take_files", sent, gone)
        for path in written:
            os.utime(path, (UNTOUCHED, UNTOUCHED))
        for name in gone:
            del self.common[name]
        self.common |= {name: len(content) for name, content in contents.items()}

    def regular_files(self) -> list[Path]:
        """Return what is in the folder: whatever a check has made there, and no links."""
        return [path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink()]


def relative(name: Any) -> str:
    """Return a path that a candidate has sent; raise `ValueError` unless it stays below a folder."""
    if type(name) is not str or not 0 < len(name) <= MAX_PATH or "\0" in name:
        raise ValueError("malformed path")
    os.fsencode(name)
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not 0 < len(path.parts) <= MAX_DEPTH:
        raise ValueError("a path that leads elsewhere")
    return str(path)


def entries(content: Any) -> memoryview:
    """Return what is in a file, as a candidate has sent it."""
    if type(content) is not np.ndarray or content.dtype != np.uint8 or content.ndim != 1:
        raise ValueError("malformed content")
    return content.data
