"""What a call does besides returning: it prints, it asks for `input`, it raises a library's exception."""

import contextlib
import copy
import io
from unittest import mock

import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.grading.examiner import Examiner
from autograder.outcomes import Outcome
from autograder.sandbox.sandbox import Sandbox
from autograder.wire.limits import MAX_PRINTED

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sandbox():
    made = Sandbox()
    yield made
    made.close()


@contextlib.contextmanager
def function(sandbox, source):
    """Yield what stands in for a candidate's function `f`."""
    with sandbox.candidate() as line, line.lasting(60) as peer:
        peer.request("run", source)
        peer.may_print = MAX_PRINTED
        yield peer.request("look_up", ["f"])["f"]


def printed_by(f, *args):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        f(*args)
    return printed.getvalue()


def test_a_check_sees_what_a_call_prints_and_nothing_of_what_cells_have_printed(sandbox):
    with function(sandbox, "print('cell')\ndef f(x):\n    print('got', x)\n    print('\\ud800')") as f:
        assert printed_by(f, 3) == "got 3\n?\n"
        assert printed_by(f, "é") == "got é\n?\n"


def test_what_all_calls_print_is_cut(sandbox):
    with function(sandbox, "def f(n):\n    for _ in range(n): print('x' * 49)") as f:
        assert len(printed_by(f, 10_000)) == MAX_PRINTED
        assert printed_by(f, 1) == ""


def test_a_check_may_answer_input_and_only_as_long_as_it_replaces_it(sandbox):
    with function(sandbox, "def f(): return int(input('how many? ')) + 1") as f:
        with mock.patch("builtins.input", side_effect=["4", "7"]) as asked:
            assert (f(), f()) == (5, 8)
        assert asked.call_args.args == ("how many? ",)
        f._remote_peer.lend_input()  # as the examiner does after each check: later cells find nobody, too
        assert f._remote_peer.asks is input
        with pytest.raises(RuntimeError, match="nobody can answer"):
            f()


def test_an_exception_of_numpy_arrives_as_what_it_is(sandbox):
    source = "import numpy as np\ndef f(): return np.linalg.inv(np.zeros((2, 2)))"
    with function(sandbox, source) as f, pytest.raises(np.linalg.LinAlgError, match="Singular"):
        f()


def test_a_check_that_wants_a_module_that_is_not_there_waits_for_a_person(sandbox):
    marks = {"grade": True, "solution": False, "locked": True, "points": 1, "grade_id": "test_f_1"}
    cells = [
        new_code_cell("def f(x):\n    import nowhere\n    return x"),
        new_code_cell("f(1)", metadata={"nbgrader": marks}),
    ]
    for imports, wanted in ((["import nowhere"], Outcome.WAITING), ([], Outcome.FAILED)):
        notebook = new_notebook(cells=copy.deepcopy(cells))
        examiner = Examiner(sandbox, notebook, imports, b"key")
        outcome, message = examiner.examine()["test_f_1"]
        assert outcome is wanted, message
