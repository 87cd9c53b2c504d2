"""What a call does besides returning: it warns, draws, and raises exceptions of the student's own classes."""

import random
import warnings

import msgpack
import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.grading.examiner import Examiner
from autograder.outcomes import Outcome
from autograder.sandbox.sandbox import Sandbox
from autograder.wire.codec import Codec
from autograder.wire.errors import LineClosed, WireError
from autograder.wire.kinds.errors import error_class
from autograder.wire.python_random import PythonRandom
from autograder.wire.warned import unheard, warn_again

pytestmark = pytest.mark.slow

WARNS = "import warnings\ndef f(): warnings.warn('old', DeprecationWarning)"
QUIET = "def f(): pass"
RECORD = "import warnings\nwith warnings.catch_warnings(record=True) as seen:\n    "
LOG = "import numpy as np\ndef f(): return np.log(0.0)"
OWN = "import warnings\nclass W(RuntimeWarning): pass\ndef f(): warnings.warn(W('w'))"
STRICT = "import pytest, warnings\nwarnings.simplefilter('error')\n"
WARNINGS = {  # right answer, wrong answer, test
    "recorded as by default": (WARNS, QUIET, RECORD + "f()\nassert len(seen) == 1"),
    "pytest.warns": (WARNS, QUIET, "import pytest\nwith pytest.warns(DeprecationWarning, match='old'): f()"),
    "assertWarns": (WARNS, QUIET, "import unittest\nunittest.TestCase().assertWarns(DeprecationWarning, f)"),
    "another category": (WARNS, LOG, RECORD + "f()\nassert seen[0].category is DeprecationWarning"),
    "none": (QUIET, WARNS, RECORD + "f()\nassert not seen"),
    "in each call": (
        WARNS,
        QUIET,
        RECORD + "warnings.simplefilter('always'); f(); f()\nassert len(seen) == 2",
    ),
    "only once": (WARNS, QUIET, RECORD + "f(); f()\nassert len(seen) == 1"),
    "of NumPy": (LOG, WARNS, RECORD + "f()\nassert 'divide' in str(seen[0].message)"),
    "a class of the student's": (OWN, WARNS, RECORD + "f()\nassert seen[0].category is RuntimeWarning"),
    "as an error": (WARNS, QUIET, STRICT + "with pytest.raises(DeprecationWarning): f()"),
}
DRAWS = "import random\ndef f(): return [random.gauss(0, 1), random.random()]"
FIXED = "import random\ndef f(): return [random.gauss(0, 1), 0]"
SHUFFLES = "import random\ndef f(x): random.shuffle(x)"
SEED = "import random\nrandom.seed(3)\n"
DRAWN = "[random.gauss(0, 1), random.random()]"
RANDOM = {
    "two draws": (DRAWS, FIXED, SEED + f"x = f() + f()\nrandom.seed(3)\nassert x == {DRAWN} + {DRAWN}"),
    "by turns": (DRAWS, FIXED, SEED + f"x = f() + {DRAWN}\nrandom.seed(3)\nassert x == {DRAWN} + {DRAWN}"),
    "shuffled": (
        SHUFFLES,
        "def f(x): x.sort()",
        SEED + "x, y = [*range(50)], [*range(50)]\nf(x)\nrandom.seed(3)\nrandom.shuffle(y)\nassert x == y",
    ),
}
BASES = "class Base(Exception): pass\nclass Own(Base, KeyError): pass\n"
RAISES = BASES + "def f(): raise Own('x', 3)"
RAISES_BASE = BASES + "def f(): raise Base('y')"
OTHER = BASES + "def f(): raise KeyError('x', 3)"
LESS = RAISES.replace(", KeyError", "")
CATCHES = BASES + "def f(g):\n    try: g()\n    except Base as e: return e.args[0]"
ALIKE = "class A(Exception): pass\nclass B(Exception): pass\n"
CATCH = "try: f()\nexcept Base as error: assert error.args == ('x', 3)\nelse: assert False"
ERRORS = {
    "as its base": (RAISES, OTHER, CATCH),
    "as what Python knows": (RAISES, RAISES_BASE, "import pytest\nwith pytest.raises(KeyError): f()"),
    "pytest.raises": (RAISES, OTHER, "import pytest\nwith pytest.raises(Own, match='x'): f()"),
    "one of two": (
        ALIKE + "def f(): raise B()",
        ALIKE + "def f(): raise A()",
        "try: f()\nexcept A: assert False\nexcept B: pass",
    ),
    "its bases": (RAISES, LESS, "assert issubclass(Own, Base) and issubclass(Own, KeyError)"),
    "raised by the test": (CATCHES, BASES + "def f(g): g()", "def g(): raise Own(7)\nassert f(g) == 7"),
    "the test's own": (
        "def f(kind): raise kind('x')",
        "def f(kind): raise ValueError('x')",
        "class Mine(Exception): pass\nimport pytest\nwith pytest.raises(Mine): f(Mine)",
    ),
}
HELLO, BYE = "def f(): print('hello', 3)", "def f(): print('bye')"
STDERR = "import sys\ndef f(): print('hello', file=sys.stderr)"
STDOUT = "import sys\ndef f(): sys.stdout.write('hello')"
CATCHES_ERR = "import io, contextlib\nwith contextlib.redirect_stderr(io.StringIO()) as text: f()\n"
CAPTURED = "from IPython.utils.capture import capture_output\nwith capture_output() as text: f()\n"
PATCHED = "from unittest import mock\nwith mock.patch('builtins.print') as spy: f()\n"
PRINTED = {
    "a mock": (
        HELLO,
        BYE,
        PATCHED + "spy.assert_called_once_with('hello', 3)\nf()\nassert spy.call_count == 1",
    ),
    "stderr": (STDERR, HELLO, CATCHES_ERR + "assert text.getvalue() == 'hello\\n'"),
    "stderr that nobody catches": (STDERR, "def f(): return 1", "assert f() is None"),
    "written to stdout": (STDOUT, HELLO, CAPTURED + "assert text.stdout == 'hello'"),
}
WORKS = WARNINGS | RANDOM | ERRORS | PRINTED


@pytest.fixture(scope="module", params=[False, True], ids=["", "remote objects"])
def sandbox(request):
    made = Sandbox(remote_objects=request.param)
    yield made
    made.close()


def graded(sandbox, answer, test):
    marks = {"grade": True, "solution": False, "locked": True, "points": 1, "grade_id": "test_f_1"}
    cells = [new_code_cell(answer), new_code_cell(test, metadata={"nbgrader": marks})]
    return Examiner(sandbox, new_notebook(cells=cells), [], b"key").examine()["test_f_1"]


@pytest.mark.parametrize("name", WORKS)
def test_right_answers_pass_and_wrong_ones_do_not(sandbox, name):
    right, wrong, test = WORKS[name]
    assert graded(sandbox, right, test) == (Outcome.PASSED, "")
    assert graded(sandbox, wrong, test)[0] is Outcome.FAILED


def test_warnings_that_nobody_records_are_not_seen(sandbox, recwarn, capfd):
    assert graded(sandbox, WARNS, "for _ in range(3): f()") == (Outcome.PASSED, "")
    assert not recwarn.list and capfd.readouterr().err == ""


def test_a_generator_that_no_test_seeds_does_not_cross(sandbox):
    test = "import random\nbefore = random.getstate()\nx = f()\nassert random.getstate() == before"
    assert graded(sandbox, DRAWS, test) == (Outcome.PASSED, "")


# ── what a student may try ───────────────────────────────────────────────────────────────────────

PEER = "peer = get_ipython()._showtraceback.__self__.peer\nclass E(Exception): pass\ndef f(): raise E()\n"
ANSWERS = PEER + "peer.answers['call'] = lambda *call: {}\n"
HARMLESS = [  # told as an exception, and what it is taken for
    ("{'name': 'E', 'types': [], 'arguments': [], 'class': f}", "E"),
    ("{'name': 'E', 'types': ['print', 'SystemExit'], 'arguments': [], 'class': 7}", "E"),
    ("{'name': 'E', 'types': ['KeyboardInterrupt'], 'arguments': [], 'class': [E]}", "E"),
    ("{'name': 'E', 'types': [], 'arguments': [], 'class': SystemExit}", "E"),
]


@pytest.mark.parametrize(("told", "name"), HARMLESS)
def test_what_is_no_class_of_exceptions_is_not_raised(sandbox, told, name):
    outcome, message = graded(sandbox, ANSWERS.format("{'error': " + told + "}").replace("{{", "{"), "f()")
    assert outcome is Outcome.FAILED and f"({name}: )" in message


def loaded(codec, tree):
    packed = msgpack.packb(tree)
    return codec.loads(len(packed).to_bytes(4, "big") + packed)


def test_a_chain_of_classes_that_never_ends_is_refused():
    codec, base = Codec(error_class), ["error", 0, "E", ["KeyError"]]
    with pytest.raises(WireError, match="class"):
        for number in range(1, 200):
            assert issubclass(loaded(codec, ["error", number, "E", [base]]), KeyError)
            base = ["error", number, "E", []]  # which is known already


@pytest.mark.parametrize(
    "bases", [["print"], [["function", 9, "f", True]], [["list", [1]]], [7], [["yours", 0]]]
)
def test_bases_that_are_no_exceptions_are_left_out(bases):
    codec = Codec(lambda reference: error_class(reference) if reference.kind == "error" else reference)
    codec.given.append(print)
    assert loaded(codec, ["error", 1, "E", bases]).__bases__ == (Exception,)


LIES = [7, {}, [[]], [["a", "b", 1]], [[[1], "b", 1]], [[["A"], "b", "c"]], [[[], "", 0]] * 999]


@pytest.mark.parametrize("told", LIES)
def test_warnings_that_are_none_are_refused(told):
    with pytest.raises(LineClosed), unheard():
        warn_again(told, {})


def test_a_warning_is_of_a_category_that_is_known_whatever_it_says():
    told = [[["SystemExit", "print", "__import__"], "x", -5], [["Mine", "FutureWarning"], "x" * 9999, 2]]
    with unheard(), warnings.catch_warnings(record=True) as seen:
        warn_again(told, {})
    assert [one.category for one in seen] == [UserWarning, FutureWarning]
    assert len(str(seen[1].message)) < 5000


GOOD = np.arange(625, dtype=np.uint32)
STATES = [
    7, [], [GOOD], [GOOD.tolist(), None], [GOOD.astype(np.int64), None], [GOOD[:624], None], [GOOD * 0, None],
    [np.append(GOOD[:624], 625).astype(np.uint32), None], [GOOD, float("nan")], [GOOD, "x"], [GOOD, 1],
]  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_a_state_from_which_nothing_can_be_drawn_is_refused(state):
    before = random.getstate()
    with pytest.raises(LineClosed, match="malformed random state"):
        PythonRandom().take_over(state)
    assert random.getstate() == before


def test_a_state_arrives_as_it_was():
    generator, kept = PythonRandom(), random.getstate()
    try:
        generator.share(True)
        random.seed(5)
        random.gauss(0, 1)
        state, expected = generator.to_send(), random.getstate()
        assert generator.to_send() is None  # the other side has it
        random.seed(6)
        generator.take_over(state)
        assert random.getstate() == expected
    finally:
        random.setstate(kept)
