"""Files that a hostile submission writes, or says that it has: no test reads what it should not."""

import os

import pytest
from any_course.little import answered, little_course, outcomes

pytestmark = pytest.mark.slow

EXPECTED = "the instructor's"
TEST = """
import os
from checker import check
check(open("data.csv").read())
assert open("sub/more.txt").read() == check.__doc__
with open("told.txt", "w") as file:
    file.write("1")
assert f(1) == 2
assert open("out.txt").read() == "right"
"""
CHECKER = f'def check(text):\n    "{EXPECTED}"\n    assert text == "{EXPECTED}"\n'
FILES = {"checker.py": CHECKER, "data.csv": EXPECTED, "sub/more.txt": EXPECTED}
RIGHT = "def f(x):\n    open('out.txt', 'w').write('right')\n    return x + 1"
HONEST = "try:\n    open('out.txt', 'w').write('right')\nexcept OSError: pass\ndef f(x): return x + 1"

# What a student's cell does before an honest answer, and whether that still gets its point.
ATTACKS = {
    "data replaced": ("open('data.csv', 'w').write('mine')", True),
    "data removed": ("import os\nos.remove('data.csv')", True),
    "data replaced by a folder": ("import os\nos.remove('data.csv')\nos.mkdir('data.csv')", True),
    "a file below data": (
        "import os\nos.remove('data.csv')\nos.mkdir('data.csv')\nopen('data.csv/x', 'w')",
        True,
    ),
    "a file in place of a folder": (
        "import shutil\nshutil.rmtree('sub')\nopen('sub', 'w').write('mine')",
        True,
    ),
    "a module as the instructor's": ("open('checker.py', 'w').write('def check(x): pass')", True),
    "modules as libraries": (
        "for name in ('numpy', 'random', 'json', 'os', 'sitecustomize', 'helpers', 'msgpack'):\n"
        "    open(name + '.py', 'w').write('raise SystemExit')",
        True,
    ),
    "a link to what the test reads": ("import os\nos.symlink(SECRET, 'out.txt')", False),
    "a link out of what the test writes": ("import os\nos.symlink(CANARY, 'told.txt')", True),
    "a linked folder": ("import os\nos.symlink(os.path.dirname(CANARY), 'there')", True),
    "a pipe, which is refused": ("import os\ntry: os.mkfifo('out.txt')\nexcept OSError: pass", True),
    "thousands of files": ("for n in range(3000): open(f'f{n}', 'w').write('x')", True),
    "thousands of deep folders": ("import os\nos.makedirs('d/' * 40)\nopen('d/' * 40 + 'x', 'w')", True),
    "a gigabyte of nothing": ("with open('huge', 'wb') as file:\n    file.truncate(19 * 2**20)", True),
    "long names": ("open('n' * 250, 'w')\nopen('b' + chr(0xdc80), 'w')\nopen('line\\nbreak', 'w')", True),
}
FORGE = """
import gc
import numpy as np
from autograder.wire.peer import Peer
def files(changed=(), gone=()):
    changed = [[name, np.frombuffer(content, np.uint8)] for name, content in changed]
    return {"changed": changed, "gone": list(gone)}
def forge(answer):
    for peer in gc.get_objects():
        if type(peer) is Peer:
            peer.answers["changed_files"] = lambda: answer
right = ("out.txt", b"right")
"""
FORGED = {
    "a path upwards": "files([right, ('../evil', b'x')])",
    "a path upwards in the middle": "files([right, ('a/../../evil', b'x')])",
    "an absolute path": "files([right, (CANARY, b'x')])",
    "no path": "files([right, ('', b'x')])",
    "the folder itself": "files([right, ('.', b'x')])",
    "a null character": "files([right, ('a\\0b', b'x')])",
    "a long path": "files([right, ('a/' * 150, b'x')])",
    "a deep path": "files([right, ('a/' * 20 + 'b', b'x')])",
    "a number as a path": "files([right, (5, b'x')])",
    "too many": "files([right, *((str(n), b'') for n in range(1001))])",
    "too much": "files([right, *((str(n), bytes(2**20)) for n in range(33))])",
    "something removed elsewhere": "files([right], ['../../evil'])",
    "text as content": "{'changed': [['out.txt', 'right']], 'gone': []}",
    "numbers as content": "{'changed': [['out.txt', np.zeros(3)]], 'gone': []}",
    "a function as content": "{'changed': [['out.txt', print]], 'gone': []}",
    "no lists": "{'changed': 5, 'gone': None}",
    "no answer": "None",
}
TAKEN = {  # what is no lie about paths, and changes nothing
    "the data": "files([right, ('data.csv', b'mine'), ('data.csv/x', b''), ('sub', b'')])",
    "data in a folder": "files([right, ('sub/more.txt', b'mine'), ('./sub//more.txt', b'mine')])",
    "the data removed": "files([right], ['data.csv', 'sub/more.txt', 'checker.py', 'never sent'])",
    "a module": "files([right, ('checker.py', b'raise SystemExit'), ('numpy.py', b'raise SystemExit')])",
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    made = little_course(tmp_path_factory.mktemp("attacked"), [(RIGHT, TEST)], FILES)
    assert outcomes(made) == [("passed", "")]
    return made


def attack(course, source, answer=HONEST):
    """Return what becomes of an answer after an attack; nothing outside of the sandbox may have changed."""
    canary = course.root.parent / "canary"
    canary.write_text("untouched")
    student = f"s{len(list(course.root.joinpath('submitted').iterdir()))}"
    known = f"SECRET, CANARY = {str(course.root / 'source/ps1/checker.py')!r}, {str(canary)!r}"
    answered(course, student, [(RIGHT, TEST)], [f"{known}\n{source}\n{answer}"])
    before = {path: path.read_bytes() for path in course.root.joinpath("source").rglob("*.*")}
    around = set(course.root.parent.iterdir())
    path = os.getcwd()
    [found] = outcomes(course, student)
    assert before == {path: path.read_bytes() for path in course.root.joinpath("source").rglob("*.*")}
    assert canary.read_text() == "untouched" and set(course.root.parent.iterdir()) == around
    assert os.getcwd() == path
    assert EXPECTED not in found[1]
    return found


@pytest.mark.parametrize("name", ATTACKS)
def test_files_of_every_kind_harm_nobody_and_change_nothing_that_a_test_reads(course, name):
    source, right = ATTACKS[name]
    outcome, message = attack(course, source)
    assert (outcome == "passed") == right, message


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_answer_ends_the_submission_and_not_the_grader(course, name):
    outcome, message = attack(course, FORGE, f"def f(x):\n    forge({FORGED[name]})\n    return x + 1")
    assert outcome == "died" and "disturbed the connection" in message, message


@pytest.mark.parametrize("name", TAKEN)
def test_an_answer_about_the_instructors_files_changes_none_of_them(course, name):
    answer = f"def f(x):\n    forge({TAKEN[name]})\n    return x + 1\nforge({TAKEN[name]})"
    assert attack(course, FORGE, answer) == ("passed", "")


RUNS = {  # tests that would run what is in a file, and a file that would do harm then
    "unpickles": (
        "import pickle, shutil\nclass E:\n    def __reduce__(self): return (shutil.rmtree, (CANARY,))\n"
        "with open('x', 'wb') as file: pickle.dump(E(), file)",
        "import pickle\ntry:\n    pickle.load(open('x', 'rb'))\nexcept Exception: pass",
    ),
    "unpickles an array": (
        "import numpy as np, shutil\nclass E:\n    def __reduce__(self): return (shutil.rmtree, (CANARY,))\n"
        "with open('x', 'wb') as file: np.save(file, np.array([E()], dtype=object))",
        "import numpy as np\nnp.load('x', allow_pickle=True)",
    ),
    "executes": ("open('x.py', 'w').write(f'import os; os.rmdir({CANARY!r})')", "exec(open('x.py').read())"),
    "imports": (
        "open('evil.py', 'w').write(f'import os; os.rmdir({CANARY!r})')",
        "import os, sys\nsys.path.insert(0, os.getcwd())\nimport evil",
    ),
    "runs a module": (
        "open('evil.py', 'w').write(f'import os; os.rmdir({CANARY!r})')",
        "import runpy\nrunpy.run_path('evil.py')",
    ),
    "starts a program": (
        "open('evil.py', 'w').write(f'import os; os.rmdir({CANARY!r})')",
        "import subprocess, sys\nsubprocess.run([sys.executable, 'evil.py'])",
    ),
}


@pytest.mark.parametrize("name", RUNS)
def test_a_test_that_would_run_a_students_file_waits_for_a_person(tmp_path, name):
    hostile, test = RUNS[name]
    canary = tmp_path / "canary"
    canary.mkdir()
    course = little_course(tmp_path / "course", [(f"CANARY = {str(canary)!r}\n{hostile}", f"open\n{test}")])
    [(outcome, message)] = outcomes(course)
    assert outcome == "waiting" and "files of the student's" in message
    assert canary.is_dir()
