"""Which definitions in locked cells run beside the tests, and what becomes of them there."""

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.grading.examiner import Examiner
from autograder.outcomes import Outcome
from autograder.sandbox.sandbox import Sandbox
from autograder.submission.cells import imports_of
from autograder.submission.shared import shared_names
from autograder.submission.support import support_of

pytestmark = pytest.mark.slow

ANSWER = "def f(x): return 2 * x\ndef walk(node): return node.value"
WHERE = {  # a locked cell, and what of it runs beside the tests
    "a function": ("def close(a, b): return abs(a - b) < 1e-9", ["close"]),
    "with what is imported": ("def close(a, b): return np.allclose(a, b)", ["close"]),
    "with another one": (
        "def off(a, b): return abs(a - b)\ndef close(a, b): return off(a, b) < 1",
        ["off", "close"],
    ),
    "one that calls itself": ("def count(n): return n and count(n - 1)", ["count"]),
    "with a student's function": ("def close(a): return f(a) == 4\ndef all_close(a): return close(a)", []),
    "with a variable": ("limit = 3\ndef close(a): return a < limit", []),
    "with a variable that it sets": ("def note():\n    global n\n    n = 1", []),
    "one that asks for all names": ("def there(name): return name in globals()", []),
    "one that is made twice": ("def one(): return 1\ndef one(): return 2", []),
    "one that the student makes": ("def f(x): raise NotImplementedError", []),
    "a class": ("class Near:\n    def check(self, a, b): assert a == b", ["Near"]),
    "a class that the student looks into": ("class Node:\n    def __init__(self, v): self.value = v", []),
    "a class that a student can compute with": ("class V:\n    def __add__(self, other): return 1", []),
    "a class that another cell uses": ("class C:\n    def go(self): pass\nc = C()", []),
}
TEST = "assert close(f(2), 4)"
LOCKED = "def close(a, b): return abs(a - b) < 1e-9"
MARKS = {"grade": False, "solution": False, "locked": True, "points": 1}


def notebook(locked, answer, *tests):
    cells = [
        new_code_cell("import numpy as np"),
        new_code_cell(locked, metadata={"nbgrader": MARKS | {"grade_id": "given"}}),
        new_code_cell(
            answer, metadata={"nbgrader": MARKS | {"solution": True, "locked": False, "grade_id": "f"}}
        ),
    ]
    for number, test in enumerate(tests, 1):
        marks = MARKS | {"grade": True, "grade_id": f"test_f_{number}"}
        cells.append(new_code_cell(test, metadata={"nbgrader": marks}))
    return new_notebook(cells=cells)


@pytest.fixture(scope="module")
def sandbox():
    made = Sandbox()
    yield made
    made.close()


def outcomes(sandbox, locked, answer, *tests):
    own = notebook(locked, ANSWER, *tests)
    examiner = Examiner(
        sandbox,
        notebook(locked, answer, *tests),
        imports_of(own),
        b"key",
        shared=shared_names(own),
        support=support_of(own),
    )
    return [outcome for outcome, _ in examiner.examine().values()]


@pytest.mark.parametrize("name", WHERE)
def test_only_what_needs_nothing_of_the_students_runs_beside_the_tests(name):
    locked, expected = WHERE[name]
    found = {}
    for source in support_of(notebook(locked, ANSWER)):
        exec(source, found)
    assert list(found)[1:] == expected  # the first are Python's own


def test_a_student_cannot_replace_what_a_check_is_written_with(sandbox):
    wrong = "def f(x): return x\ndef close(a, b): return True"
    assert outcomes(sandbox, LOCKED, wrong, TEST) == [Outcome.FAILED]
    assert outcomes(sandbox, LOCKED, ANSWER, TEST) == [Outcome.PASSED]


def test_a_student_does_not_see_what_a_check_compares_with(sandbox):
    spies = "seen = []\ndef close(a, b): seen.append(b)\ndef f(x): return seen[-1] if seen else 1"
    assert outcomes(sandbox, LOCKED, spies, TEST, TEST) == [Outcome.FAILED] * 2


def test_the_notebooks_own_function_looks_into_objects_and_makes_those_for_the_student(sandbox):
    locked = (
        "class Node:\n    def __init__(self, v): self.value = v\n"
        "def value_of(node): return node.value\n"
        "def model():\n    import collections\n    return collections.UserList([7])"
    )
    answer = "def f(x): return Node(x)\ndef walk(things): return things.data[0]"
    tests = ["assert value_of(f(3)) == 3", "assert walk(model()) == 7", "assert walk(model()) == 8"]
    assert outcomes(sandbox, locked, answer, *tests) == [Outcome.PASSED, Outcome.PASSED, Outcome.FAILED]


def test_definitions_that_cannot_be_made_here_stay_in_the_notebook(sandbox):
    locked = "import nowhere\n@nowhere.fast\ndef far(): pass\n" + LOCKED
    assert outcomes(sandbox, locked, ANSWER, TEST) == [Outcome.PASSED]
    assert outcomes(sandbox, locked, "def f(x): return 1", TEST) == [Outcome.FAILED]


def test_a_test_may_replace_them_for_the_student(sandbox):
    uses = "def f(x): return close(x, 0)"
    test = "kept = close\nclose = lambda a, b: 7\nassert f(2) == 7\nclose = kept\nassert f(2) == False"
    assert outcomes(sandbox, LOCKED, uses, test) == [Outcome.PASSED]
    assert outcomes(sandbox, LOCKED, "def f(x): return False", test) == [Outcome.FAILED]
