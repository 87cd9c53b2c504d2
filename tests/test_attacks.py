"""Hostile submissions, one per file of `attacks/`, each graded for real and followed by an honest one."""

import ast
import contextlib
import faulthandler
import itertools
import os
import re
import resource
import secrets
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
import numpy as np
import psutil
import pytest
from conftest import ROOT, copy_course, hand_in, released, short_course, solved
from nbformat.v4 import new_code_cell

from autograder.course import Course
from autograder.feedback.page import About, page
from autograder.sandbox.landlock import Landlock
from autograder.sandbox.launcher import SandboxUnavailable
from autograder.sandbox.sandbox import shared
from autograder.submission.notebooks import read_own

pytestmark = pytest.mark.slow

ATTACKS = sorted((ROOT / "tests/attacks").glob("*.py"))
LIMITS = {
    "memory_mb": 512,
    "disk_mb": 20,
    "max_processes": 16,
    "max_open_files": 64,
    "cell_timeout": 2,
    "notebook_timeout": 8,
    "remote_objects": False,
}
VICTIM = "import signal; signal.signal(signal.SIGURG, lambda *_: exit()); print(flush=True); signal.pause()"
OFTEN = 10  # attacks, after which a neighbour with all exercises is graded
MAX_SECONDS = 40  # that one submission may occupy the grader
MAX_MEMORY = 500 * 2**20  # that the grader may have taken more than before all attacks
MAX_DESCRIPTORS = 100  # that the grader may have open more than before


@dataclass(frozen=True)
class World:
    """A course with secrets in it, and what a hostile submission must leave as it is."""

    course: Course
    neighbours: Course  # another one, of quick exercises; the same sandbox serves both
    attacked: itertools.count
    known: dict  # what an attacker is told
    tokens: list[str]  # what must not appear in what a student gets
    canaries: list[Path]  # files outside of the course
    victim: subprocess.Popen  # another process of the same user
    memory: int  # that this process had taken before
    others: set[int]  # processes that tests before have started, such as multiprocessing's own


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    if sys.platform != "linux":
        pytest.skip("submissions are confined on Linux only: this system has no Landlock")
    try:
        Landlock().check()
    except SandboxUnavailable as missing:
        pytest.skip(str(missing))
    others = {process.pid for process in psutil.Process().children(recursive=True)}
    course = copy_course(tmp_path_factory.mktemp("attacked"))
    neighbours = short_course(tmp_path_factory.mktemp("neighbours"))
    for one in (course, neighbours):
        one.config.Sandbox.update(LIMITS)
        one.register("week1")
        hand_in(one, "neighbour", solved(one))
    tokens = [f"token-{secrets.token_hex(8)}" for _ in range(4)]
    for place, token in zip(["source/week1", "submitted/neighbour/week1"], tokens, strict=False):
        (course.root / place / ".secret.txt").write_text(token)  # others there are released
    mark = secrets.token_hex(8)
    canaries = [Path(place, f".canary-{mark}") for place in (Path.home(), tempfile.gettempdir())]
    with contextlib.ExitStack() as stack:
        stack.enter_context(pytest.MonkeyPatch.context()).setenv("COURSE_SECRET", tokens[2])
        for canary in canaries:
            canary.write_text(tokens[3])
            stack.callback(canary.unlink)
        tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        name = f"{stack.enter_context(tempfile.TemporaryDirectory())}/socket"
        for address in (name, f"\0{name}"):
            server = stack.enter_context(socket.socket(socket.AF_UNIX))
            server.bind(address)
            server.listen()
        victim = stack.enter_context(subprocess.Popen([sys.executable, "-c", VICTIM], stdout=subprocess.PIPE))
        stack.callback(victim.kill)
        victim.stdout.readline()  # from now on, a signal ends it
        known = {
            "course": str(course.root),
            "secret": str(course.root / "source/week1/.secret.txt"),
            "home": str(canaries[0]),
            "temporary": str(canaries[1]),
            "grader": os.getpid(),
            "victim": victim.pid,
            "port": tcp.getsockname()[1],
            "socket": name,
            "success": f"got-through-{mark}",
        }
        for course.config.Sandbox.remote_objects in (True, False):
            grade_neighbour(course)  # from now on, the sandboxes are warm, and the secret is there
        grade_neighbour(neighbours)
        sandboxes = len(shared)
        memory = psutil.Process().memory_info().rss
        yield World(course, neighbours, itertools.count(1), known, tokens, canaries, victim, memory, others)
        assert grade_neighbour(course) == (20, 20)
        assert len(shared) == sandboxes  # one for attacks and neighbours, one for those with objects


def exercises_in(tree):
    """Return the names that a module defines at its top level."""
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            targets = [part for target in node.targets for part in ast.walk(target)]
            defined |= {part.id for part in targets if isinstance(part, ast.Name)}
    return defined


def submit(world, path):
    """Hand in what a file of `attacks/` describes; return the name of the student."""
    source, student = path.read_text(encoding="utf-8"), path.stem
    defined = exercises_in(ast.parse(source))
    notebook = released(world.course)
    folder = world.course.root / "submitted" / student / "week1"
    if "tamper" in defined:
        names = {"__name__": "attack"}
        exec(compile(source, str(path), "exec"), names)
        hand_in(world.course, student, notebook)
        before = (folder / "initialization.ipynb").read_text()
        names["tamper"](notebook, folder)
        written = folder / "initialization.ipynb"
        if not written.is_symlink() and written.read_text() == before:
            written.write_text(nbformat.writes(notebook), encoding="utf-8")
        return student
    for cell in notebook.cells:
        meta = cell.metadata.get("nbgrader", {})
        if meta.get("solution") and meta["grade_id"] in defined:
            cell.source = ""
    backwards = {k: v[::-1] if isinstance(v, str) else v for k, v in world.known.items()}
    knows = ["KNOWN = {}", *(f"KNOWN[{k!r}] = {v!r}" for k, v in backwards.items())]
    # Backwards, as this cell's source is in the notebook's own history, which an attack may well show.
    knows = "\n".join([*knows, "KNOWN = {k: v[::-1] if isinstance(v, str) else v for k, v in KNOWN.items()}"])
    notebook.cells[:0] = [new_code_cell(knows, id="known"), new_code_cell(source, id="attack")]
    hand_in(world.course, student, notebook)
    return student


@contextlib.contextmanager
def patience():
    """Let the sandboxes, as they are, wait for whoever is honest, however busy the machine is."""
    before = [(sandbox, sandbox.cell_timeout, sandbox.notebook_timeout) for sandbox in shared.values()]
    for sandbox, *_ in before:
        sandbox.cell_timeout = sandbox.notebook_timeout = MAX_SECONDS
    yield
    for sandbox, cell, notebook in before:
        sandbox.cell_timeout, sandbox.notebook_timeout = cell, notebook


def grade_neighbour(course):
    """Grade a right submission in the same process; return its score."""
    with patience():
        (submission,) = course.grade("week1", ["neighbour"], regrade=True)
    assert submission.problem is None
    return submission.score, submission.max_score


def files(world):
    """Return what there is outside of the sandbox, but for what grading itself writes."""
    own = ("autograded", "gradebook.db", "feedback")
    inside = [p for p in world.course.root.rglob("*") if p.relative_to(world.course.root).parts[0] not in own]
    inside = [p for p in inside if not p.name.startswith("gradebook.db")]
    found = {}
    for path in [*inside, *world.canaries]:
        status, kept = path.lstat(), os.listxattr(path, follow_symlinks=False)
        content = (path.read_bytes(), status.st_mtime) if path.is_file() else None
        found[path] = status.st_mode, status.st_uid, status.st_gid, content, kept
    root = world.course.root.stat()
    found[world.course.root] = root.st_mode, root.st_uid, root.st_gid
    return found


def state():
    """Return what of this process must stay as it is."""
    limits = [
        resource.getrlimit(n) for n in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_AS)
    ]
    here = psutil.Process()
    return limits, os.sched_getaffinity(0), here.nice(), os.sched_getscheduler(0), os.getcwd()


def left_behind(world):
    """Return the processes that grading has started, but for the warm ones and those for the next student."""
    expected = {world.victim.pid} | world.others
    for sandbox in shared.values():
        sandbox.spare.greet()
        expected |= {sandbox.warm.pid, sandbox.spare.pid}
    others = [p for p in psutil.Process().children(recursive=True) if p.pid not in expected]
    return [p for p in others if runs(p)]


def runs(process):
    """Tell whether a process is more than a number that waits to be collected."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def told(world, student, submission):
    """Return all that the student gets to see: outputs of cells, and messages of checks."""
    texts = [submission.problem or ""]
    texts += [check.message for n in submission.notebooks.values() for check in n.checks]
    graded = world.course.root / "autograded" / student / "week1/initialization.ipynb"
    if graded.exists():
        cells = nbformat.read(graded, as_version=4).cells
        texts += [str(cell.get("outputs", "")) for cell in cells]
    return texts


def time_of_page(world, student):
    """Return the processor time, in seconds, that it takes to make the student's page of feedback."""
    graded = world.course.root / "autograded" / student / "week1/initialization.ipynb"
    start = time.process_time()
    if graded.exists():
        page(read_own(graded), About(student, "week1", "initialization", None, [], {}))
    return time.process_time() - start


def hidden_names(course):
    """Return identifiers that occur in hidden tests only."""
    source = nbformat.read(course.root / "source/week1/initialization.ipynb", as_version=4)
    text = "\n".join(cell.source for cell in source.cells)
    hidden = "".join(re.findall("### BEGIN HIDDEN TESTS\n(.*?)### END", text, re.DOTALL))
    public = "\n".join(cell.source for cell in released(course).cells)
    return set(re.findall(r"[a-z_]{12,}", hidden)) - set(re.findall(r"[a-z_]{12,}", public))


@pytest.fixture
def watchdog():
    """End a test that hangs where no exception reaches it; the report names it."""
    faulthandler.dump_traceback_later(6 * MAX_SECONDS, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.mark.filterwarnings("default")  # as outside of the tests: a warning is no error
@pytest.mark.parametrize("path", ATTACKS, ids=lambda path: path.stem)
def test_an_attack_gains_nothing_and_harms_no_one(world, path, watchdog):
    student = submit(world, path)
    world.course.config.Sandbox.remote_objects = path.stem.startswith("objects_")
    files_before, state_before, open_before = files(world), state(), psutil.Process().num_fds()
    start = time.monotonic()
    (submission,) = world.course.grade("week1", [student])
    took = time.monotonic() - start
    assert not left_behind(world)
    assert submission.problem or (submission.score, submission.max_score) == (0, 20)
    assert world.victim.poll() is None
    assert state() == state_before
    files_after = files(world)
    changed = [p for p in files_before | files_after if files_before.get(p) != files_after.get(p)]
    assert not changed
    texts = told(world, student, submission)
    secret = [*world.tokens, world.known["success"], *hidden_names(world.course)]
    assert not [word for word in secret if any(word in text for text in texts)]
    messages = [check.message for n in submission.notebooks.values() for check in n.checks]
    for message in [submission.problem or "", *messages]:
        assert len(message) < 20_000
        assert message.replace("\n", "").isprintable()
    assert sum(map(len, texts)) < 10**7
    assert np.isfinite(np.random.standard_normal(3)).all()
    assert grade_neighbour(world.neighbours) == (9, 9)
    if next(world.attacked) % OFTEN == 0:
        assert grade_neighbour(world.course) == (20, 20)
    assert took < MAX_SECONDS
    assert time_of_page(world, student) < MAX_SECONDS
    assert psutil.Process().memory_info().rss < world.memory + MAX_MEMORY
    assert psutil.Process().num_fds() < open_before + MAX_DESCRIPTORS
    for sandbox in shared.values():
        left = sandbox.folder.glob("*-[0-9]*")
        assert not [path for path in left if not path.name.endswith(sandbox.spare.scratch.name)]


AS_ORDINARY_USER = """
if [ -n "$1" ]; then  # a folder on the way to Python that is closed to others: here, it holds nothing else
    mount --bind "$2" "$3" && mount -t tmpfs -o mode=755 none "$1" && mkdir -p "$2" && mount --bind "$3" "$2"
fi
user=$4
shift 4
exec setpriv --reuid "$user" --regid "$user" --clear-groups "$@"
"""
NOBODY = 45678  # and those after it: limits on processes count all those of a user
PARTS = 2
SYSTEM = {  # what asks the kernel for more than memory and time, and the kernel looks at who asks
    "ctypes", "fcntl", "glob", "mmap", "multiprocessing", "os", "pathlib", "resource", "shutil", "signal",
    "socket", "subprocess", "tempfile", "threading",
}  # fmt: skip


def closed_to_others():
    """Return the first folder on the way to this Python that others may not enter, and the one below it."""
    way = [*reversed(Path(sys.base_prefix).resolve().parents), Path(sys.base_prefix).resolve()]
    for folder, below in itertools.pairwise(way):
        if not folder.stat().st_mode & stat.S_IXOTH:
            return str(folder), str(below)
    return "", ""


def asks_the_system(path):
    """Tell whether an attack has to do with files, processes or limits: all others send and hand in data."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} & {"open", "folder"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            used |= {name.name.split(".")[0] for name in node.names} & SYSTEM
        elif isinstance(node, ast.ImportFrom):
            used |= {str(node.module).split(".")[0]} & SYSTEM
    return bool(used)


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize("part", range(PARTS))
def test_no_attack_succeeds_when_an_ordinary_user_grades(tmp_path, part):
    """Whatever asks the system, once more where the grader is nobody: other rules of the kernel hold then."""
    attacks = [path.stem for path in ATTACKS if asks_the_system(path)][part::PARTS]
    home, user = Path(tempfile.mkdtemp(prefix="ordinary-")), str(NOBODY + part)
    (home / "temporary").mkdir()
    for folder in (home, home / "temporary"):
        folder.chmod(0o777)
    become = [
        "unshare",
        "--mount",
        "sh",
        "-ec",
        AS_ORDINARY_USER,
        "sh",
        *closed_to_others(),
        str(tmp_path),
        user,
    ]
    run = [sys.executable, "-B", "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider"]
    tests = [
        f"{__file__}::{test_an_attack_gains_nothing_and_harms_no_one.__name__}[{name}]" for name in attacks
    ]
    own = {
        "HOME": str(home),
        "TMPDIR": str(home / "temporary"),
        "USER": "ordinary",
        "PATH": os.environ["PATH"],
    }
    try:
        if subprocess.run([*become, sys.executable, "-c", ""], capture_output=True).returncode:
            pytest.skip("nobody else can run this Python here")
        done = subprocess.run([*become, *run, *tests], cwd=ROOT, env=own, capture_output=True, text=True)
    finally:
        shutil.rmtree(home)
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    assert f"{len(attacks)} passed" in done.stdout and "skipped" not in done.stdout


def test_there_are_attacks_of_every_kind():
    assert len(ATTACKS) >= 45
    for path in ATTACKS:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path.name
