"""Names that tests and a student's functions share: what each side changes, and what is never told."""

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.grading.examiner import Examiner
from autograder.outcomes import Outcome
from autograder.sandbox.sandbox import Sandbox
from autograder.submission.cells import answers_before, imports_of
from autograder.submission.shared import shared_names

pytestmark = pytest.mark.slow

USES = "def a(x): return x * x\ndef b(x): return a(x) + 1"
DOES_NOT = "def a(x): return x * x\ndef b(x): return x * x + 1"
COUNTS = "n = 0\nseen = {}\ndef f(x):\n    global n\n    n += 1\n    seen[x] = n\n    return n"
SAME = "n = 0\nseen = {}\ndef f(x): return 1"
READS = "k = 1\ndef f(x): return x * k"
FIXED = "k = 1\ndef f(x): return x"
WORKS = {  # right answer, wrong answer, the tests
    "through globals()": (USES, DOES_NOT, "globals()['a'] = lambda x: 100\nassert b(2) == 101"),
    "mock.patch": (USES, DOES_NOT, "with mock.patch('__main__.a', return_value=7):\n    assert b(2) == 8"),
    "asserts on a mock": (
        USES,
        DOES_NOT,
        "with mock.patch('__main__.a', side_effect=a) as spy:\n    b(2)\nspy.assert_called_once_with(2)",
    ),
    "mock.patch.dict": (
        READS,
        FIXED,
        "with mock.patch.dict(globals(), {'k': 5}):\n    assert f(2) == 10\nassert f(2) == 2",
    ),
    "mock.patch.dict with a keyword": (
        READS,
        FIXED,
        "with mock.patch.dict(globals(), k=5):\n    assert f(2) == 10",
    ),
    "global in a function of the test": (
        READS,
        FIXED,
        "def use(value):\n    global k\n    k = value\n    return f(2)\nassert use(3) == 6 and use(4) == 8",
    ),
    "a function that must not be used": (DOES_NOT, USES, "a = None\nassert b(2) == 5"),
    "a name that only the test makes": (
        "def f(x): return x + later",
        "def f(x): return x",
        "later = 5\nassert f(2) == 7",
    ),
    "a replacement that stays": (READS, FIXED, "k = 3\nassert f(2) == 6", "assert f(3) == 9"),
    "a counter": (COUNTS, SAME, "f(1)\nf(2)\nassert n == 2 and seen == {1: 1, 2: 2}"),
    "a counter that is set back": (COUNTS, SAME, "f(1)\nn = 0\nf(2)\nassert n == 1 and f(3) == 2"),
    "a dict that is emptied": (COUNTS, SAME, "f(1)\nseen.clear()\nf(2)\nassert list(seen) == [2]"),
    "another name for it": (COUNTS, SAME, "cache = seen\nf(1)\nassert cache == {1: 1} and cache is seen"),
    "an array": (
        "w = np.zeros(2)\ndef f(): w[0] += 1",
        "w = np.zeros(2)\ndef f(): return w + 1",
        "f()\nf()\nassert w[0] == 2",
    ),
    "a variable that must stay": (
        "d = [3, 1]\ndef f(): return sorted(d)",
        "d = [3, 1]\ndef f(): d.sort(); return d",
        "f()\nassert d == [3, 1]",
    ),
}


@pytest.fixture(scope="module")
def sandbox():
    made = Sandbox()
    yield made
    made.close()


def notebook(answer, tests):
    cells = [new_code_cell("from unittest import mock\nimport numpy as np"), new_code_cell(answer)]
    for number, test in enumerate(tests, 1):
        marks = {
            "grade": True,
            "solution": False,
            "locked": True,
            "points": 1,
            "grade_id": f"test_f_{number}",
        }
        cells.append(new_code_cell(test, metadata={"nbgrader": marks}))
    return new_notebook(cells=cells)


def graded(sandbox, right, answer, *tests):
    """Return what becomes of an answer in a course whose own answer is another one."""
    own = notebook(right, tests)
    about = imports_of(own), b"key", answers_before(own), shared_names(own)
    return [*Examiner(sandbox, notebook(answer, tests), *about).examine().values()]


@pytest.mark.parametrize("name", WORKS)
def test_right_answers_pass_and_wrong_ones_do_not(sandbox, name):
    right, wrong, *tests = WORKS[name]
    assert graded(sandbox, right, right, *tests) == [(Outcome.PASSED, "")] * len(tests)
    assert all(outcome is not Outcome.PASSED for outcome, _ in graded(sandbox, right, wrong, *tests))


def test_a_test_that_fails_leaves_the_function_that_it_has_replaced_as_it_was(sandbox):
    tests = ["a = lambda x: 100\nassert b(2) == 101", "assert a(3) == 9", "assert b(3) == 10"]
    outcomes = [outcome for outcome, _ in graded(sandbox, USES, DOES_NOT, *tests)]
    assert outcomes == [Outcome.FAILED, Outcome.PASSED, Outcome.PASSED]


def test_what_tests_have_set_is_there_again_after_a_candidate_was_lost(sandbox):
    own = "k = 1\ndef f(x): return x * k\ndef g(): pass"
    answer = own.replace("pass", "import os; os._exit(1)")
    tests = ["k = 3\nassert f(2) == 6", "g()", "assert f(3) == 9"]
    outcomes = [outcome for outcome, _ in graded(sandbox, own, answer, *tests)]
    assert outcomes == [Outcome.PASSED, Outcome.DIED, Outcome.PASSED]


# ── what a student may try ───────────────────────────────────────────────────────────────────────

TEST = "x, expected, a = 3, 9.25, 4\ndef helper(v): return v\nassert f(x) == helper(expected)"
OWN = "a = 1\ndef f(x): return x * x + 0.25 if a else None"
LISTS = """
peer = get_ipython()._showtraceback.__self__.peer
expected = helper = x = TEST = None
def f(v):
    found = {name: value for name, value in globals().items() if value == 9.25}
    assert a == 4  # which may be told
    return expected or next(iter(found.values()), None)
"""
ASKS = """
peer = get_ipython()._showtraceback.__self__.peer
def f(v):
    for name in ("expected", "helper", "x"):
        try:
            peer.request("look_up", [name])
        except BaseException as error:
            return error
"""
FORGES = """
peer = get_ipython()._showtraceback.__self__.peer
peer.answers["call"] = lambda *call: {{"value": 1, "variables": {}}}
d = [1]
def f(x): return 1
"""
FORGED = ["{'expected': 1}", "{'f': print, 'assert': 1}", "{1: 2}", "[['expected', 1]]", "'expected'", "7"]


def test_no_other_name_of_a_test_reaches_a_candidate(sandbox):
    for answer in (LISTS, ASKS):
        [(outcome, message)] = graded(sandbox, OWN, answer, TEST)
        assert outcome is not Outcome.PASSED and "9.25" not in message
    assert graded(sandbox, OWN, OWN, TEST) == [(Outcome.PASSED, "")]


@pytest.mark.parametrize("forged", FORGED)
def test_variables_that_were_not_asked_for_end_the_candidate(sandbox, forged):
    test = "expected = 2\nassert d == [1]\nassert f(1) == expected - 1"
    [(outcome, message)] = graded(sandbox, "d = [1]\ndef f(x): return 1", FORGES.format(forged), test)
    assert outcome is Outcome.DIED and "disturbed the connection" in message


def test_a_function_of_the_test_in_the_place_of_a_students_shows_nothing_of_it(sandbox):
    answer = "def a(x): return x\ndef b(x): return a.__globals__['secret']"
    test = "secret = 77\na = lambda x: secret\nassert b(2) == 77"
    [(outcome, message)] = graded(sandbox, USES, answer, test)
    assert outcome is Outcome.FAILED and "has no attribute '__globals__'" in message
