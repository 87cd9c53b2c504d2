"""What becomes of a candidate, in the sandbox: it keeps within its limits, and how it ended is known."""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import psutil
import pytest
from conftest import hand_in, solved
from nbformat.v4 import new_code_cell, new_notebook

from autograder.grading.examiner import Examiner
from autograder.outcomes import Outcome
from autograder.sandbox.line import CandidateLost
from autograder.sandbox.sandbox import Sandbox
from helpers import checks
from helpers.checks import remote
from helpers.checks.messages import CallRaised

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sandbox():
    sandbox = Sandbox(memory_mb=512, disk_mb=20, max_processes=16)
    yield sandbox
    pid = sandbox.warm.pid
    sandbox.close()
    assert not psutil.pid_exists(pid)
    assert not sandbox.folder.exists()


def run(sandbox, source, seconds=20):
    with sandbox.candidate() as line, line.lasting(seconds) as peer:
        return peer.request("run", source)["outputs"]


ENDS = {
    "import os; os._exit(3)": (Outcome.DIED, "exit status 3"),
    "import os; os.kill(os.getpid(), 11)": (Outcome.DIED, "SIGSEGV"),
    "import os; os.kill(os.getpid(), 40)": (Outcome.DIED, "signal 40"),
    "import os; os.kill(os.getpid(), 9)": (Outcome.DIED, "was killed"),
    "import ctypes; ctypes.string_at(0)": (Outcome.DIED, "SIGSEGV"),
    "while True: pass": (Outcome.TIMED_OUT, "took longer than 2 seconds"),
    "import os\nfor fd in range(3, 99):\n    try: os.close(fd)\n    except OSError: pass": (
        Outcome.DIED,
        ".",
    ),
    "import os, time\nfor n in range(99):\n    os.mkdir('d'); os.chdir('d')\ntime.sleep(9)": (
        Outcome.DIED,
        "wrote more than 20 MB",
    ),
    "open('a', 'wb').write(bytes(15 * 2**20))\nopen('b', 'wb').write(bytes(15 * 2**20))\n"
    "import time; time.sleep(9)": (Outcome.DIED, "wrote more than 20 MB"),
}


@pytest.mark.parametrize("source", ENDS, ids=lambda source: source[:40])
def test_how_a_candidate_ended_is_known_and_the_next_one_works(sandbox, source):
    outcome, told = ENDS[source]
    with pytest.raises(CandidateLost, match=told) as lost:
        run(sandbox, source, 2 if outcome is Outcome.TIMED_OUT else 20)
    assert lost.value.outcome is outcome
    assert run(sandbox, "print(6 * 7)") == [{"stream": "stdout", "text": "42\n"}]


def test_processor_time_and_output_of_a_cell_are_limited():
    sandbox = Sandbox(cell_processor_time=1, max_output=1000)
    try:
        with pytest.raises(CandidateLost, match="more than 1 seconds of processor time") as lost:
            run(sandbox, "while True: pass")
        assert lost.value.outcome is Outcome.TIMED_OUT
        run(sandbox, "import time; time.sleep(2)")
        (printed,) = run(sandbox, "print('x' * 5000)")
        assert 1000 < len(printed["text"]) < 1100 and "4001 characters left out" in printed["text"]
    finally:
        sandbox.close()


def errors_of(outputs):
    return [output["name"] for output in outputs if "name" in output]


@pytest.mark.parametrize(
    "source, error",
    {
        "x = bytearray(10**9)": "MemoryError",
        "import numpy as np\nnp.ones(10**8)": "MemoryError",
        "input('name? ')": "RuntimeError",
        "open('/etc/passwd')": "PermissionError",
        "import os; os.listdir(os.path.expanduser('~') + '/..')": "PermissionError",
        "open('/tmp/escaped', 'w')": "PermissionError",
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)": "PermissionError",
        "import socket; socket.socket(type=socket.SOCK_DGRAM)": "PermissionError",
        "import os; os.kill(os.getppid(), 0)": "PermissionError",
        "import os; os.setpriority(0, 0, 5)": "PermissionError",
    }.items(),
)
def test_what_is_not_allowed_is_an_error_of_the_cell(sandbox, source, error):
    assert errors_of(run(sandbox, source)) == [error]


def test_what_a_notebook_needs_is_allowed(sandbox):
    source = """
import asyncio, multiprocessing, os, resource, shutil, signal, socket, sqlite3
import subprocess, tempfile, threading, warnings
import h5py, joblib
from sklearn.linear_model import LogisticRegression
import matplotlib.pyplot as plt
import numpy as np
from helpers import data
plt.plot([1, 2]); plt.savefig("figure.png"); plt.show()
with tempfile.NamedTemporaryFile("w") as file:
    file.write("text")
thread = threading.Thread(target=print, args=("thread",)); thread.start(); thread.join()
print(subprocess.run(["echo", "process"], capture_output=True, text=True).stdout)
X, Y = data.digits()["train"]
warnings.warn("harmless")
one, other = socket.socketpair(); one.send(b"pair"); print(other.recv(9))
async def later():
    await asyncio.sleep(0.01)
    process = await asyncio.create_subprocess_exec("echo", "awaited", stdout=subprocess.PIPE)
    print(await process.communicate())
await later()
child = multiprocessing.get_context("fork").Process(target=print); child.start(); child.join()
print("child", child.exitcode)
with h5py.File("x.h5", "w") as file:
    file["x"] = np.ones(5)
with h5py.File("x.h5", "r", locking=True) as file:
    print(file["x"][:])
np.save("x.npy", np.linalg.svd(np.random.rand(200, 200))[1]); np.load("x.npy", mmap_mode="r")
db = sqlite3.connect(":memory:"); db.execute("create table t(a)")
os.mkdir("a"); shutil.copy("x.npy", "a"); shutil.copytree("a", "b"); shutil.move("b", "c"); shutil.rmtree("a")
signal.signal(signal.SIGALRM, lambda *_: print("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.01); signal.pause()
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0], tempfile.gettempdir() == os.getcwd())
os.system("ls -la / > listing; cp listing copy; sort copy | uniq | head -1; timeout 5 sleep 0.01")
LogisticRegression().fit(np.random.rand(40, 2), np.arange(40) % 2)
joblib.Parallel(2, prefer="threads")(joblib.delayed(abs)(n) for n in range(4))
"""
    outputs = run(sandbox, source)
    assert errors_of(outputs) == []
    kinds = [kind for output in outputs for kind in output.get("data", {})]
    assert "image/png" in kinds
    text = "".join(output["text"] for output in outputs if output.get("stream") == "stdout")
    for word in (
        "thread",
        "process",
        "pair",
        "awaited",
        "child 0",
        "[1. 1. 1. 1. 1.]",
        "alarm",
        "256 True",
    ):
        assert word in text, word


def test_what_is_too_large_to_send_can_be_handed_back(sandbox):
    cell = "import numpy as np\nlarge = np.ones(9 * 2**20)\ndef size(array):\n    return array.nbytes"
    with sandbox.candidate() as line, line.lasting(20) as peer:
        assert peer.request("run", cell) == {"outputs": []}
        names = peer.request("look_up", ["large", "size"])
        assert names["size"](names["large"]) == 72 * 2**20


def test_many_calls_are_one_request_and_behave_as_many(sandbox):
    """A check of random draws makes a thousand calls: one by one they would take most of the time."""
    cell = "def draw(low, rng):\n    assert low < 2\n    return low + rng.normal()"
    rng, same = np.random.default_rng(3), np.random.default_rng(3)
    with sandbox.candidate() as line, line.lasting(20) as peer:
        peer.request("run", cell)
        draw = peer.request("look_up", ["draw"])["draw"]
        result = checks.calls(draw, 1000, 1.0, rng)
        assert result.value == [1.0 + same.normal() for _ in range(1000)]
        assert rng.normal() == same.normal()
        with pytest.raises(CallRaised) as raised:
            checks.calls(draw, 5, 2.0, rng)
    assert remote.student_lines(raised.value.error) == ["draw, line 2: assert low < 2"]


def test_many_large_figures_cost_no_candidate(sandbox):
    cell = """
import numpy as np
import matplotlib.pyplot as plt
for _ in range(4):
    plt.imshow(np.random.rand(900, 900)); plt.gcf().set_size_inches(9, 9); plt.show()
print("done")
"""
    outputs = run(sandbox, cell)
    assert {"stream": "stdout", "text": "done\n"} in outputs and errors_of(outputs) == []


def test_a_flood_of_output_is_cut(sandbox):
    (output,) = run(sandbox, "for i in range(300_000): print(i)")
    assert len(output["text"]) < 110_000
    assert output["text"].startswith("0\n1\n") and output["text"].endswith("299999\n")
    assert "characters left out" in output["text"]


def test_two_candidates_share_nothing(sandbox):
    source = "print('left' in dir())\nleft = 1\nopen('left', 'w').close()"
    assert [run(sandbox, source)[0]["text"] for _ in range(2)] == ["False\n", "False\n"]
    assert run(sandbox, "import os; print(os.listdir())") == [{"stream": "stdout", "text": "[]\n"}]


def test_nothing_that_a_candidate_has_started_outlives_it(sandbox):
    daemon = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)
"""
    with sandbox.candidate() as line, line.lasting(20) as peer:
        peer.request("run", daemon)
        started = psutil.Process(sandbox.warm.pid).children(recursive=True)
        assert len(started) >= 2
    _, left = psutil.wait_procs(started, timeout=5)
    assert all(process.status() == psutil.STATUS_ZOMBIE for process in left)


STARTS = """
import sys, time
from autograder.sandbox.sandbox import Sandbox
sandbox = Sandbox()
sandbox.start()
print(sandbox.folder, flush=True)
time.sleep(600)
"""


def test_what_a_killed_grader_has_left_is_removed_by_the_next_and_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "grading-by-someone-else").mkdir()
    (tmp_path / "grading-locked-file").touch()
    (tmp_path / "grading-locked-link").symlink_to(tmp_path / "grading-by-someone-else")
    kept = set(tmp_path.iterdir())
    running = Sandbox()
    alive, dead = (
        subprocess.Popen(
            [sys.executable, "-c", STARTS], stdout=subprocess.PIPE, env=os.environ | {"TMPDIR": str(tmp_path)}
        )
        for _ in range(2)
    )
    try:
        used, left = (Path(p.stdout.readline().decode().strip()) for p in (alive, dead))
        warm = psutil.Process(dead.pid).children(recursive=True)
        for process in [*warm, psutil.Process(dead.pid)]:
            process.kill()  # all at once, as a machine that runs out of memory does
        dead.wait()
        assert left.exists()
        another = Sandbox()
        assert {*kept, used, running.folder, another.folder} == set(tmp_path.iterdir())
        running.close()
        another.close()
        assert {*kept, used} == set(tmp_path.iterdir())
    finally:
        for process in (alive, dead):
            for child in (
                psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
            ):
                child.kill()
            process.kill()
            process.communicate()


def test_in_another_thread_nothing_is_graded_without_time_limits(sandbox, course):
    course.register("week1")
    hand_in(course, "student", solved(course))
    with ThreadPoolExecutor(1) as pool:
        with pytest.raises(RuntimeError, match="grade in the main thread"):
            pool.submit(run, sandbox, "1").result()
        with pytest.raises(RuntimeError, match="grade in the main thread"):
            pool.submit(lambda: list(course.grade("week1", ["student"]))).result()
    (graded,) = course.grade("week1", ["student"])
    assert graded.score == graded.max_score


@pytest.mark.long
def test_the_limits_hold_where_a_check_does_not_hear_signals(monkeypatch):
    """One long call into C ends when it ends; then the cell is over, and so is the notebook."""
    monkeypatch.setattr("autograder.sandbox.line.GRACE", 0)
    slow = "assert sum(range(answer())) >= 0"  # no signal is heard before it has its result
    cells = [new_code_cell("def answer():\n    return 2 * 10**8")]
    for name in ("first", "second"):
        marks = {"grade": True, "solution": False, "locked": True, "points": 1, "grade_id": f"test_{name}_1"}
        cells.append(new_code_cell(slow, metadata={"nbgrader": marks}))
    sandbox = Sandbox(cell_timeout=0.3, notebook_timeout=0.6)
    try:
        outcomes = Examiner(sandbox, new_notebook(cells=cells), [], b"").examine()
    finally:
        sandbox.close()
    assert outcomes == {
        "test_first_1": (Outcome.TIMED_OUT, "first: took longer than 0.3 seconds."),
        "test_second_1": (Outcome.TIMED_OUT, "second: the notebook took longer than 0.6 seconds."),
    }
