"""Modules beside a notebook: what tests import, what notebooks import, and who may read which."""

import sys

import pytest
from any_course.little import answered, little_course, outcomes

from autograder.course import Course
from autograder.errors import CourseError

pytestmark = pytest.mark.slow

FILES = {
    "checker.py": "from deeper import right\nSECRET = 'expected'\ndef check(f):\n    assert f(1) == right\n",
    "deeper.py": "right = 2\n",
    "unseen_checks.py": "def check_again(f):\n    assert f(2) == 3\n",  # which students do not get
    "shown.py": "from below import factor\ndef double(x):\n    return factor * x\n",
    "below/__init__.py": "from .inner import factor\n",
    "below/inner.py": "factor = 2\n",
    "data.json": "{}",
}
IGNORE = "c.CourseDirectory.ignore = ['unseen*', '__pycache__']\n"
LOOKS = """
import importlib, os
found = {}
for name in ("checker", "deeper", "unseen_checks", "shown", "below.inner"):
    try:
        found[name] = importlib.import_module(name).__name__
    except ImportError:
        found[name] = "nothing"
a2 = found
"""
ROWS = [
    ("def a0(x): return x + 1", "from checker import check\ncheck(a0)"),
    (
        "def a1(x): return shown.double(x) - 1",
        "import unseen_checks as u\nu.check_again(a1)\nassert shown.double(1) == 2",
    ),
    (
        LOOKS,
        "assert a2 == dict(checker='nothing', deeper='nothing', unseen_checks='nothing', shown='shown', "
        "**{'below.inner': 'below.inner'})",
    ),
]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return little_course(tmp_path_factory.mktemp("modules"), ROWS, FILES, "import shown", IGNORE)


def test_tests_import_what_lies_beside_the_notebook_and_submissions_only_what_other_cells_import(course):
    before = dict(sys.modules)
    for _ in range(2):
        assert outcomes(course) == [("passed", "")] * 3
    own = {"checker", "deeper", "unseen_checks", "shown", "below", "below.inner"}
    assert not own & set(sys.modules)
    assert all(sys.modules[name] is module for name, module in before.items())
    assert not list(course.root.joinpath("source").rglob("__pycache__"))
    course.release("ps1")
    released = {path.name for path in course.root.joinpath("release/ps1").iterdir()}
    assert released == {"nb.ipynb", "checker.py", "deeper.py", "shown.py", "below", "data.json"}


def test_a_module_of_that_name_counts_neither_from_a_student_nor_from_another_course(course, tmp_path):
    answers = ["def a0(x): return 5", "def a1(x): return 3", "a2 = 1"]
    easy = "def check(f): pass\ndef check_again(f): pass\n"
    writes = f"for name in ('checker', 'unseen_checks', 'deeper'): open(name + '.py', 'w').write({easy!r})"
    answered(course, "cheat", ROWS, [f"{writes}\n{answers[0]}", *answers[1:]], "import shown")
    folder = course.root / "submitted/cheat/ps1"
    (folder / "checker.py").write_text(easy)
    (folder / "shown.py").write_text("def double(x): return 2")
    rows = [("a0 = 1", "from checker import check\nassert check(a0) == 7")]
    other = little_course(tmp_path, rows, {"checker.py": "def check(x):\n    return 7\n"})
    for _ in range(2):
        assert [outcome for outcome, _ in outcomes(course, "cheat")] == ["failed", "passed", "failed"]
        assert outcomes(other) == [("passed", "")]


def test_a_module_that_cannot_be_imported_here_waits_for_a_person(tmp_path):
    rows = [("def a0(): return shown.x", "assert a0() == 1"), ("a1 = 1", "assert a1 == 1")]
    course = little_course(
        tmp_path, rows, {"shown.py": "import not_installed_at_all\nx = 1\n"}, "import shown"
    )
    (first, message), second = outcomes(course)
    assert first == "waiting" and "not_installed_at_all" in message
    assert second == ("passed", "")


def test_workers_do_not_look_for_such_a_module_before_it_is_there(course):
    graded = list(course.grade("ps1", ["own"], jobs=1, regrade=True))
    assert [check.score for check in graded[0].notebooks["nb"].checks] == [1, 1, 1]


OWN = {
    "helpers/__init__.py": "",
    "helpers/places.py": "class Town:\n    size = 3\n",
    "autograder.py": "name = 'own'\n",
}
OWN_ROWS = [
    ("def a0(): return helpers.places.Town().size", "import helpers.places as p\nassert a0() == p.Town.size"),
    ("import autograder\na1 = autograder.name", "from autograder import name\nassert a1 == name == 'own'"),
    ("a2 = helpers.places.Town()", "import helpers.places\nassert isinstance(a2, helpers.places.Town)"),
    ("import sys\na3 = [n for n in sys.modules if 'helpers.checks' in n]", "assert a3 == []"),
    ("a4 = 1", "import pytest\nwith pytest.raises(ImportError):\n    import helpers.checks\nassert a4 == 1"),
]


@pytest.mark.parametrize("folder", ["source/ps1", "modules"])
def test_modules_may_have_the_names_of_the_graders_own_packages(tmp_path, folder):
    config = "c.Sandbox.remote_objects = True\nc.Sandbox.libraries = ['numpy', 'helpers.checks']\n"
    if folder == "modules":
        config += f"c.Sandbox.modules = {str(tmp_path / folder)!r}\n"
    (tmp_path / "modules").mkdir()
    little_course(tmp_path, OWN_ROWS, {}, "import helpers.places", config)
    for name, content in OWN.items():
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    before = dict(sys.modules)
    course, rows = Course(tmp_path), [("a0 = 1", "import helpers.checks\nassert a0 == 1")]
    other = little_course(tmp_path / "other", rows)
    for _ in range(2):
        assert outcomes(course) == [("passed", "")] * len(OWN_ROWS)
        assert outcomes(other) == [("passed", "")]
    assert all(sys.modules[name] is module for name, module in before.items())


def test_a_module_that_would_hide_one_of_pythons_has_to_be_renamed(tmp_path):
    course = little_course(tmp_path, [("a0 = 1", "assert a0")], {"random.py": "x = 1"}, "import random")
    with pytest.raises(CourseError, match="Rename random in .*ps1"):
        list(course.grade("ps1", ["own"]))
