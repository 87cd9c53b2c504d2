"""Commands run as other users of this system, for tests that root runs."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

# Other users cannot enter root's home, where this Python may lie. So they see another folder in its place,
# with nothing in it but Python: $1 what they need, $2 where it is meanwhile, $3 the folder that is replaced.
THROUGH_A_DOOR = (
    'mount --bind "$1" "$2" && mount -t tmpfs -o mode=755 none "$3" && mkdir -p "$1"'
    ' && mount --move "$2" "$1" && shift 3 && exec "$@"'
)
NAMESPACE = ["unshare", "--mount", "--propagation", "private", "sh", "-c", THROUGH_A_DOOR, "sh"]


def closed_folder(path):
    """Return the first folder on the way to a path that other users cannot enter, or None."""
    return next((str(f) for f in [*reversed(path.parents), path] if not f.stat().st_mode & 0o001), None)


class User:
    """A user of this system, with a home that nobody else can enter."""

    def __init__(self, name, place):
        self.name, self.home, self.door = name, place / name, place / f"door-{name}"
        subprocess.run(["useradd", "--no-create-home", "--home-dir", self.home, name], check=True)
        for folder in (self.home, self.door):
            folder.mkdir(mode=0o700)
        shutil.chown(self.home, name, name)

    def command(self, *words, folder=None):
        """Run a command; return what `subprocess.run` returns."""
        python = Path(sys.base_prefix).resolve()
        closed = closed_folder(python)
        inside = [*NAMESPACE, str(python), str(self.door), closed] if closed else []
        become = ["setpriv", "--reuid", self.name, "--regid", self.name, "--clear-groups"]
        environment = {"HOME": str(self.home), "PATH": "/usr/bin:/bin:/usr/sbin", "LANG": "C.UTF-8"}
        return subprocess.run(
            [*inside, *become, *words],
            cwd=folder or self.home, env=environment, capture_output=True, text=True, umask=0o022,
        )  # fmt: skip

    def python(self, *words, folder=None):
        """Run Python, which must succeed; return what it prints."""
        ended = self.command(sys.executable, *words, folder=folder)
        assert ended.returncode == 0, f"{words}: {ended.stdout}{ended.stderr}"
        return ended.stdout + ended.stderr


@contextmanager
def system_users(*names):
    """Yield new users of these names, and a folder that all can enter; remove everything afterwards."""
    if os.geteuid() != 0 or not all(map(shutil.which, ("useradd", "userdel", "setpriv", "unshare"))):
        pytest.skip(
            "only root can make users of this system, with useradd; setpriv and unshare are needed, too"
        )
    place, mark = Path(tempfile.mkdtemp()), secrets.token_hex(3)
    place.chmod(0o755)
    users = []
    try:
        for name in names:
            users.append(User(f"{name}-{mark}", place))
        if (tried := users[0].command(sys.executable, "-c", "import autograder")).returncode:
            pytest.skip(f"another user cannot run this Python: {tried.stderr.strip()[-200:]}")
        yield [*users, place]
    finally:
        for user in users:
            subprocess.run(["userdel", user.name], capture_output=True)
        shutil.rmtree(place)
