"""How the warm process is started and confined, and what it is asked: the interface, and each way of it."""

import ast
import os
import subprocess
import sys

import psutil
import pytest

from autograder.sandbox import sandbox, warm_process
from autograder.sandbox.environment import environment
from autograder.sandbox.landlock import Landlock
from autograder.sandbox.launcher import Launcher, SandboxUnavailable
from autograder.sandbox.unconfined import Unconfined
from autograder.sandbox.warm_process import WarmProcess

LAUNCHERS = [Landlock, Unconfined]
BOTH = pytest.mark.parametrize("launcher", LAUNCHERS, ids=lambda kind: kind.__name__)


def ran(launcher, source, folder):
    """Return what a few lines of Python print."""
    command = [sys.executable, "-s", "-P", "-c", source]
    process = launcher.launch(command, folder, memory_mb=512, max_processes=8)
    process.stdin.close()
    printed = process.stdout.read().decode()
    process.stdout.close()
    process.wait()
    return printed


@BOTH
def test_a_launcher_has_what_the_interface_says(launcher):
    for name in ("check", "launch", "readable"):
        assert callable(getattr(launcher, name)) and hasattr(Launcher, name)
    assert launcher.confines is (launcher is Landlock)
    assert type(sandbox.launcher_for(launcher is Unconfined)) is launcher
    launcher().check()


@BOTH
def test_what_is_started_runs_in_its_folder_with_nothing_of_the_graders_environment(
    launcher, tmp_path, monkeypatch
):
    monkeypatch.setenv("SECRET", "of the instructor")
    source = "import os; print(os.getcwd()); print(sorted(os.environ))"
    printed = ran(launcher(), source, tmp_path)
    folder, names = printed.splitlines()
    assert folder == str(tmp_path)
    assert set(environment(tmp_path)) <= set(ast.literal_eval(names)) <= {*environment(tmp_path), "LC_CTYPE"}


@BOTH
def test_only_one_of_them_confines(launcher, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "other").write_text("another student's")
    source = f"open('mine', 'w').close(); print(open({str(tmp_path / 'other')!r}).read())"
    printed = ran(launcher(), source, tmp_path / "own")
    assert (tmp_path / "own" / "mine").exists()
    assert printed == ("" if launcher is Landlock else "another student's\n")


def test_what_may_be_read_is_there_and_holds_no_submission():
    paths = Landlock().readable()
    assert all(os.path.exists(path) for path in paths) and len(set(paths)) == len(paths)
    course = os.path.dirname(os.path.dirname(os.path.abspath(sandbox.__file__)))
    assert course in paths and os.path.dirname(course) not in paths
    assert Unconfined().readable() == []


def landlock(found):
    def version():
        if isinstance(found, Exception):
            raise found
        return found

    return version


@pytest.mark.parametrize(
    "machine, found, told",
    [
        ("riscv64", 9, "does not know the system calls of riscv64, only those of x86_64 and aarch64"),
        ("x86_64", 1, "here its interface is version 1, not 6"),
        ("x86_64", RuntimeError("no kernel"), "sandlock does not work here: no kernel"),
    ],
)
def test_a_system_that_cannot_confine_says_so_before_anything_is_started(
    monkeypatch, tmp_path, machine, found, told
):
    monkeypatch.setattr("platform.machine", lambda: machine)
    monkeypatch.setattr("sandlock.landlock_abi_version", landlock(found))
    monkeypatch.setattr("sandlock.min_landlock_abi", lambda: 6)
    monkeypatch.setattr("sandlock.Sandbox", None)  # to start something would be another error
    for start in (Landlock().check, lambda: Landlock().launch(["true"], tmp_path, 512, 8)):
        with pytest.raises(SandboxUnavailable, match=told):
            start()


# ── the warm process ─────────────────────────────────────────────────────────────────────────────

ANSWERS = """
import json, sys
start = json.loads(sys.stdin.readline())
print(json.dumps({"ready": True, "failed": {"import no": "because"}}), flush=True)
for line in sys.stdin:
    print(json.dumps({"first": start, "then": json.loads(line)}), flush=True)
"""


class Fake:
    """A launcher that starts something else in the place of the warm process, and remembers what for."""

    confines = False

    def __init__(self, source=ANSWERS):
        self.source, self.asked = source, None

    def check(self):
        """Nothing is needed."""

    def launch(self, command, folder, memory_mb, max_processes):
        self.asked = command, folder, memory_mb, max_processes
        pipe = subprocess.PIPE
        return subprocess.Popen([sys.executable, "-c", self.source], stdin=pipe, stdout=pipe)

    def readable(self):
        return []


def started(launcher, tmp_path):
    return WarmProcess(launcher, tmp_path, ["import numpy"], ["import no"], 512, 8)


def test_a_launcher_is_asked_for_the_warm_process_and_that_is_told_what_to_import(tmp_path):
    fake = Fake()
    warm = started(fake, tmp_path)
    try:
        assert fake.asked == (warm_process.COMMAND, tmp_path, 512, 8)
        warm.wait()
        warm.wait()  # once is enough
        assert warm.failed_imports == {"import no": "because"}
        warm.tell({"reap": 5})
        assert warm.hear() == {
            "first": {
                "libraries": ["import numpy"],
                "import": ["import no"],
                "modules": "",
                "confine": False,
            },
            "then": {"reap": 5},
        }
        assert not warm.is_worn()
    finally:
        warm.end()


def test_it_is_worn_after_so_many_descriptors(tmp_path, monkeypatch):
    """sandlock keeps one for each candidate: the grader would run out of them."""
    monkeypatch.setattr(warm_process, "MAX_FDS_KEPT", 5)
    warm = started(Fake(), tmp_path)
    kept = [os.open(os.devnull, os.O_RDONLY) for _ in range(5)]
    try:
        assert warm.is_worn()
    finally:
        for fd in kept:
            os.close(fd)
        warm.end()


@pytest.mark.parametrize(
    "source, patience, told",
    [
        ("print('{}')", 60, "did not start"),
        ("", 60, "has ended, or does not answer"),
        ("import time; time.sleep(600)", 0.1, "has ended, or does not answer"),
    ],
    ids=["odd", "ended", "silent"],
)
def test_one_that_does_not_start_is_a_fault_of_the_machine(tmp_path, monkeypatch, source, patience, told):
    monkeypatch.setattr(warm_process, "PATIENCE", patience)
    warm = started(Fake("import sys; sys.stdin.readline()\n" + source), tmp_path)
    try:
        with pytest.raises(SandboxUnavailable, match=told):
            warm.wait()
    finally:
        warm.end()


@pytest.mark.slow
def test_nothing_that_it_has_started_outlives_it(tmp_path):
    source = (
        "import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
    )
    warm = started(Fake(source + ANSWERS), tmp_path)
    warm.wait()
    descendants = warm.descendants()
    assert len(descendants) == 1
    warm.end()
    warm.end()  # a second time does no harm
    _, left = psutil.wait_procs(descendants, timeout=5)
    assert not [process for process in left if process.status() != psutil.STATUS_ZOMBIE]
    assert not psutil.pid_exists(warm.pid)


def test_a_launcher_that_makes_no_pipes_is_named(tmp_path):
    class Deaf(Fake):
        def launch(self, *asked):
            self.process = subprocess.Popen(["true"])
            return self.process

    deaf = Deaf()
    with pytest.raises(TypeError, match=r"Deaf\.launch has made no pipes"):
        started(deaf, tmp_path)
    deaf.process.wait()
