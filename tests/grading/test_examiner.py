"""How a notebook is examined: in which order, with how many candidates, and what an error says.

Sandbox and candidate are stand-ins in this process: the notebooks are this file's own.
"""

import contextlib
from typing import ClassVar

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.grading.examiner import MAX_RESTARTS, Examiner, missing_name
from autograder.inside.candidate import told
from autograder.outcomes import Outcome
from autograder.sandbox.line import CandidateLost
from autograder.wire.errors import LineClosed
from helpers.checks.messages import CallRaised, NotWritten


class Candidate:
    """Runs cells as a candidate does, and ends where a source says `ends()` and is run, or names `deadly`."""

    def __init__(self, asked):
        self.names, self.asked, self.kept = {"ends": self.ends}, asked, {}

    remote_objects = False

    def begin_check(self, seeds):
        """No test here prints."""

    def lend_input(self):
        """No test here replaces it."""

    def ends(self):
        raise LineClosed("ended its process")

    def request(self, kind, *arguments):
        self.asked.append((kind, *arguments))
        return getattr(self, kind)(*arguments)

    def begin(self, imports, remote_objects, hiding):
        for statement in imports:
            with contextlib.suppress(ImportError):
                exec(statement, self.names)

    def seed(self, key):
        pass

    def run(self, source, only_definitions):
        if "deadly" in source:
            self.ends()
        if only_definitions:
            source = source.replace("ends()", "")
        try:
            exec(source, self.names)
        except Exception as error:
            return {"outputs": [], "stops": [told(source.splitlines()[-1], error)]}
        return {"outputs": []}

    def look_up(self, names):
        return {name: self.names[name] for name in names if name in self.names}

    def replace(self, name, value, restore):
        self.kept.setdefault(name, self.names[name])
        self.names[name] = self.kept[name] if restore else value


class Sandbox:
    """Hands out candidates; `asked` holds for each of them what it was asked for."""

    cell_timeout, notebook_timeout, max_output = 60, 300, 1000
    failed_imports: ClassVar[dict[str, str]] = {}

    def __init__(self):
        self.asked = []

    @contextlib.contextmanager
    def candidate(self, *given):
        self.asked.append([])
        self.peer = Candidate(self.asked[-1])
        yield self

    @contextlib.contextmanager
    def lasting(self, seconds):
        try:
            yield self.peer
        except LineClosed as closed:
            raise CandidateLost(Outcome.DIED, str(closed)) from None

    def of(self, kind):
        """Return what each candidate was asked for of one kind."""
        return [[rest for asked, *rest in one if asked == kind] for one in self.asked]


def answer(source, **marks):
    return new_code_cell(source, metadata={"nbgrader": {"grade": False, "solution": True, **marks}})


def check(name, source):
    marks = {"grade": True, "solution": False, "locked": True, "points": 1, "grade_id": f"test_{name}_1"}
    return new_code_cell(source, metadata={"nbgrader": marks})


def made(*cells, sandbox=None):
    """Return an examiner of a notebook with these cells."""
    notebook = new_notebook(cells=list(cells))
    return Examiner(sandbox or Sandbox(), notebook, ["from helpers import checks"], b"key")


def examined(*cells, sandbox=None):
    outcomes = made(*cells, sandbox=sandbox).examine()
    return {name.removeprefix("test_").removesuffix("_1"): found for name, found in outcomes.items()}


# ── what an error says ───────────────────────────────────────────────────────────────────────────

CALL = "assert checks.call(f, 2).value == 4"
SAYS = {
    "right": ("def f(x): return 2 * x", Outcome.PASSED, ""),
    "raises": ("def f(x): return 1 / 0", Outcome.RAISED, "f: raised ZeroDivisionError: division by zero"),
    "memory": ("def f(x): raise MemoryError()", Outcome.OUT_OF_MEMORY, "f: raised MemoryError"),
    "not written": ("def f(x): raise NotImplementedError()", Outcome.MISSING, "f: not written yet"),
    "wrong": ("def f(x): return None", Outcome.FAILED, "f: returned None"),
    "overwritten": ("f = 3", Outcome.FAILED, "f: `f` is a number here (3)"),
    "of no use": (
        "def f(x): return 5",
        Outcome.FAILED,
        "f: what the check asserts does not hold.",
    ),
    "nowhere": ("g = 1", Outcome.MISSING, "f: it is not defined: no cell of the notebook defines it."),
    "renamed": ("def ff(x): return 4", Outcome.MISSING, "f: it is not defined: "),
    "uses what is nowhere": (
        "def f(x): return helper(x)",
        Outcome.RAISED,
        "helper: no cell of the notebook defines it",
    ),
    "stopped": ("1 / 0\ndef f(x): return 4", Outcome.MISSING, "stopped at"),
    "deadly": ("deadly\ndef f(x): return 4", Outcome.DIED, "f: its cell ended its process."),
}


@pytest.mark.parametrize("case", SAYS)
def test_an_error_in_a_check_says_what_became_of_the_students_function(case):
    source, outcome, message = SAYS[case]
    found = examined(answer(source), check("f", CALL))["f"]
    assert found[0] is outcome
    assert message in found[1] and bool(message) == bool(found[1])


def test_another_name_than_the_exercise_is_named():
    outcome, message = examined(check("f", "assert f_helper == 1"))["f"]
    assert outcome is Outcome.MISSING and message.startswith("f: `f_helper` is not defined: ")


@pytest.mark.parametrize(
    "error, name",
    [
        (NameError("name 'g' is not defined"), "g"),
        (CallRaised("f: raised", NameError("name 'g' is not defined")), "g"),
        (NotWritten("f: not written yet"), "f"),
        (NameError("name 'g' is not defined, or is it"), None),
        (KeyError("name 'g' is not defined"), None),
        (CallRaised("f: raised", ValueError("name 'g' is not defined")), None),
    ],
)
def test_a_missing_name_is_taken_from_python_and_from_nobody_else(error, name):
    assert missing_name(error, "f") == name


def test_a_message_holds_nothing_that_a_terminal_obeys_and_is_bounded():
    source = "def f(x): raise ValueError('\\x1b[2J' + 'x' * 10**5)"
    _, message = examined(answer(source), check("f", CALL))["f"]
    assert "\x1b" not in message and len(message) <= 5000


def test_an_interrupted_grader_is_no_failed_check():
    with pytest.raises(KeyboardInterrupt):
        examined(answer("def f(x): raise KeyboardInterrupt"), check("f", "f(1)"))


# ── order ────────────────────────────────────────────────────────────────────────────────────────


def test_a_check_above_the_function_is_made_at_the_end():
    sandbox = Sandbox()
    found = examined(
        check("f", CALL), answer("def f(x): return 4"), check("g", "assert f(1) == 4"), sandbox=sandbox
    )
    assert [found[name][0] for name in ("f", "g")] == [Outcome.PASSED] * 2
    assert len(sandbox.asked) == 1
    assert [names for [names] in sandbox.of("look_up")[0]] == [["f"], ["f"], ["f"]]  # f's, g's, f's again


def test_a_check_is_put_off_once():
    found = examined(check("f", CALL), answer("1 / 0\ndef f(x): return 4"))
    assert found["f"][0] is Outcome.MISSING


def test_after_a_restart_no_check_is_made_twice():
    examiner = made(answer("a = 1"), check("f", ""), answer("b = 1"), check("g", ""))
    assert list(examiner.order(0)) == [0, 1, 2, 3]
    assert list(examiner.order(2)) == [0, 2, 3]
    examiner.postponed = [1]
    assert list(examiner.order(4)) == [0, 2, 1]


def test_a_check_may_use_what_an_earlier_one_has_made_and_not_what_a_student_calls_so():
    found = examined(
        answer("def f(x): return 4\nlimit = 9\nlen = 5"),
        check("f", "limit = 4"),
        check("g", "assert f(1) == limit and len([1]) == 1"),
    )
    assert found["g"][0] is Outcome.PASSED


def test_a_replaced_name_is_replaced_for_the_student_and_then_as_it_was():
    found = examined(
        answer("def g(x): return 1\ndef f(x): return g(x)"),
        check("f", "with checks.replaced('g', lambda x: 7):\n    assert checks.call(f, 1).value == 7"),
        check("g", "assert f(1) == 1"),
    )
    assert [outcome for outcome, _ in found.values()] == [Outcome.PASSED] * 2


# ── candidates that end ──────────────────────────────────────────────────────────────────────────


def test_what_was_earned_is_kept_and_the_deadly_cell_only_defines():
    sandbox = Sandbox()
    cells = [
        answer("def f(x): return 4"),
        check("f", CALL),
        answer("def g(x): return 1\nends()"),
        check("g", "assert g(1) == 1"),
    ]
    found = examined(*cells, sandbox=sandbox)
    assert [found[name][0] for name in ("f", "g")] == [Outcome.PASSED] * 2
    assert [[deadly for _, deadly in one] for one in sandbox.of("run")] == [[False, False], [False, True]]
    assert [len(one) for one in sandbox.of("look_up")] == [1, 1]  # the check of f is not made again
    assert cells[2].outputs[0].evalue == "This cell ended its process."


def test_a_cell_whose_definitions_end_it_too_is_left_out():
    sandbox = Sandbox()
    cells = [answer("deadly"), answer("def f(x): return 4"), check("f", CALL)]
    assert examined(*cells, sandbox=sandbox)["f"][0] is Outcome.PASSED
    assert [len(one) for one in sandbox.of("run")] == [1, 1, 1]


def test_a_call_that_ends_the_candidate_costs_its_check_alone():
    sandbox = Sandbox()
    cells = [
        answer("def f(x): ends()\ndef g(x): return 1"),
        check("f", CALL),
        check("g", "assert g(1) == 1"),
    ]
    found = examined(*cells, sandbox=sandbox)
    assert found == {"f": (Outcome.DIED, "f: ended its process."), "g": (Outcome.PASSED, "")}
    assert len(sandbox.asked) == 2


def test_after_so_many_restarts_the_rest_is_given_up():
    sandbox = Sandbox()
    names = [f"f{i}" for i in range(MAX_RESTARTS + 2)]
    cells = [answer("def f(x): ends()"), *(check(name, "f(1)") for name in names)]
    found = examined(*cells, sandbox=sandbox)
    assert len(sandbox.asked) == MAX_RESTARTS
    assert [found[name] for name in names] == [
        *((Outcome.DIED, f"{name}: ended its process.") for name in names[:MAX_RESTARTS]),
        *(
            (Outcome.DIED, f"{name}: the notebook ended its process 10 times.")
            for name in names[MAX_RESTARTS:]
        ),
    ]


def test_when_the_notebooks_time_is_up_what_is_left_is_not_tried():
    sandbox = Sandbox()
    sandbox.notebook_timeout = 0
    found = examined(answer("def f(x): return 4"), check("f", CALL), sandbox=sandbox)
    assert found["f"] == (Outcome.TIMED_OUT, "f: the notebook took longer than 0 seconds.")
    assert sandbox.of("run") == [[]]


@pytest.mark.parametrize(
    "answered", [None, 5, {}, {"outputs": [{"stream": 1}]}, {"outputs": [], "stops": [1]}]
)
def test_outputs_that_are_none_cost_the_cell_and_not_the_grader(answered, monkeypatch):
    monkeypatch.setattr(Candidate, "run", lambda self, source, only_definitions: answered)
    cells = [answer("a = 1"), check("f", CALL)]
    assert examined(*cells)["f"][0] is Outcome.MISSING
    assert cells[0].outputs[0].evalue == "This cell malformed outputs."


# ── an import of the instructor's that fails ─────────────────────────────────────────────────────

NOWHERE = "import nowhere.at_all as lost"
NEEDS = {
    "right all the same": ("def f(x): return x + 1", "assert f(1) == 2", Outcome.PASSED),
    "wrong all the same": ("def f(x): return x", "assert f(1) == 2", Outcome.FAILED),
    "in the test": ("def f(x): return x + 1", "assert lost.same(f(1), 2)", Outcome.WAITING),
    "in the answer": ("def f(x): return lost.f(x)", "assert f(1) == 2", Outcome.WAITING),
    "imported in the answer": (
        "def f(x):\n    import nowhere\n    return nowhere",
        "assert f(1) == 2",
        Outcome.WAITING,
    ),
    "another name": ("def f(x): return found.f(x)", "assert f(1) == 2", Outcome.MISSING),
}


@pytest.mark.parametrize("case", NEEDS)
@pytest.mark.parametrize("where", ["here", "inside"])
def test_an_import_that_fails_costs_nobody_a_point_and_only_checks_that_need_it_wait(case, where):
    source, test, wanted = NEEDS[case]
    sandbox = Sandbox()
    if where == "inside":
        sandbox.failed_imports = {NOWHERE: "ImportError: too little memory"}
    notebook = new_notebook(cells=[answer(source), check("f", test)])
    examiner = Examiner(sandbox, notebook, [NOWHERE] if where == "here" else [], b"key")
    outcome, message = examiner.examine()["test_f_1"]
    assert outcome is wanted
    assert (NOWHERE in message) == (wanted is Outcome.WAITING)


@pytest.mark.parametrize(
    "test, outcome, part",
    [
        ("f(1) / 4", Outcome.PARTLY, 0.5),
        ("0 * f(1)", Outcome.PARTLY, 0),
        ("5", Outcome.PASSED, None),
        ("f(1) / 4;", Outcome.PASSED, None),
        ("f(1) == 3", Outcome.PASSED, None),
        ("part = f(1) / 4\nassert part > 1\npart", Outcome.FAILED, None),
    ],
)
def test_the_last_line_of_a_check_may_give_a_part_of_the_points(test, outcome, part):
    examiner = made(answer("def f(x): return x + 1"), check("f", test))
    assert examiner.examine()["test_f_1"][0] is outcome
    assert examiner.parts == ({} if part is None else {"test_f_1": part})
