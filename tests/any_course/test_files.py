"""Files beside a notebook, and files that tests and students' code have in common."""

import pytest
from any_course.little import answered, little_course, outcomes

from autograder.sandbox.given import LARGE
from autograder.wire.peer import Peer

pytestmark = pytest.mark.slow

CSV = "a,b\n1,2\n3,4\n"
FILES = {"data.csv": CSV, "sub/more.txt": "more", "large.bin": b"x" * (LARGE + 1)}
FILES |= {"hidden.pyc": "-", "old~": "-"}  # which students do not get
RIGHT = [
    ("a0 = open('data.csv').read()", "assert a0 == open('data.csv').read()"),
    ("a1 = open('sub/more.txt').read()", "assert a1 == 'more'"),
    ("a2 = len(open('large.bin').read())", "assert a2 == len(open('large.bin').read()) > 1000"),
    ("open('a.txt', 'w').write('1')", "assert open('a.txt').read() == '1'"),
    (
        "import os\nos.makedirs('out')\nopen('out/b.txt', 'w').write('2')",
        "assert open('out/b.txt').read() == '2'",
    ),
    (
        "def a5(path): return open(path).read()",
        "open('t.txt', 'w').write('abc')\nassert a5('t.txt') == 'abc'",
    ),
    (
        "def a6(text): open('c.txt', 'w').write(text)",
        "for text in 'abc':\n    a6(text)\n    assert open('c.txt').read() == text",
    ),
    (
        "def a7():\n    with open('log.txt', 'a') as file: file.write('line\\n')",
        "open('log.txt', 'w').write('')\na7()\na7()\nassert open('log.txt').read() == 'line\\nline\\n'",
    ),
    (
        "open('d.txt', 'w')\ndef a8():\n    import os\n    os.remove('d.txt')",
        "import os\nassert os.path.exists('d.txt')\na8()\nassert not os.path.exists('d.txt')",
    ),
    (
        "open('e.txt', 'w').write('old')\ndef a9(): open('e.txt', 'a').write('new')",
        "import os\nos.remove('e.txt')\na9()\nassert open('e.txt').read() == 'new'",
    ),
    ("open('data.csv', 'a').write('5,6')", "assert open('data.csv').read().endswith('4\\n')"),
    ("import os\na11 = sorted(n for n in os.listdir() if n in ('hidden.pyc', 'old~'))", "assert a11 == []"),
    (
        "import numpy as np\nnp.save('array.npy', np.arange(3))",
        "import numpy as np\nassert np.load('array.npy').sum() == 3",
    ),
]
WRONG = ["pass"] * len(RIGHT)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return little_course(tmp_path_factory.mktemp("files"), RIGHT, FILES)


def test_files_beside_the_notebook_and_those_of_either_side_are_where_the_other_reads_them(course):
    before = {path: path.stat().st_mtime_ns for path in course.root.joinpath("source").rglob("*")}
    for _ in range(2):  # what one submission has changed, the next one finds as it was
        assert outcomes(course) == [("passed", "")] * len(RIGHT)
    assert {path: path.stat().st_mtime_ns for path in course.root.joinpath("source").rglob("*")} == before


def test_a_file_that_no_cell_has_written_costs_its_check_and_the_message_names_it(course):
    answered(course, "wrong", RIGHT, WRONG)
    found = outcomes(course, "wrong")
    assert found[3] == ("failed", "test3: there is no file a.txt: did a cell write it?")
    passed = [n for n, (outcome, _) in enumerate(found) if outcome == "passed"]
    assert passed == [10]  # which only shows that a student cannot change what the test reads


def test_a_large_file_is_copied_once_for_all_and_can_be_read_only(tmp_path):
    answer = "try:\n    a0 = open('large.bin', 'w')\nexcept OSError:\n    a0 = 'refused'"
    rows = [(answer, "assert a0 == 'refused'")]
    course = little_course(tmp_path, rows, FILES)
    assert outcomes(course) == [("passed", "")]
    with course.gradebook() as gradebook:
        sandbox = course.assignment(gradebook, "ps1").sandbox()
    (copy,) = sandbox.shared.iterdir()
    made = copy.stat().st_ctime_ns
    assert outcomes(course) == [("passed", "")]
    assert [path.stat().st_ctime_ns for path in sandbox.shared.iterdir()] == [made]


def test_what_lies_beside_the_notebook_is_not_charged_to_the_student(tmp_path):
    files = {f"part{n}.bin": b"x" * LARGE for n in range(6)}  # 24 MB, where 20 may be written
    rows = [("import time\ntime.sleep(1.2)\na0 = 1", "assert a0 == 1")]
    assert outcomes(little_course(tmp_path, rows, files)) == [("passed", "")]


def test_a_file_that_has_changed_has_submissions_graded_again(tmp_path):
    course = little_course(
        tmp_path, [("a0 = open('data.csv').read()", "assert a0 == '1'")], {"data.csv": "1"}
    )
    (first,) = course.grade("ps1", ["own"])
    assert first.score == 1
    (tmp_path / "source/ps1/data.csv").write_text("2")
    (second,) = course.grade("ps1", ["own"])
    assert second.score == 0


def test_a_notebook_whose_tests_touch_no_files_asks_for_none(tmp_path, monkeypatch):
    asked, request = [], Peer.request

    def noted(peer, kind, *rest):
        asked.append(kind)
        return request(peer, kind, *rest)

    monkeypatch.setattr(Peer, "request", noted)
    rows = [("def a0(): return 1", "assert a0() == 1")]
    assert outcomes(little_course(tmp_path, rows, {"data.csv": "1"})) == [("passed", "")]
    assert asked == ["begin", "seed", "run", "run", "seed", "look_up", "call"]
