"""What the checks know of the catalogue's mistakes, and that a student who makes one is told."""

import json

import nbformat
import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder import hints as teaching
from autograder.hints import as_json, differences, learn_notebook, told_apart
from helpers import checks
from helpers.checks import hints
from helpers.checks.hints import measured, seen
from helpers.checks.messages import CheckFailed

SOLUTION = """
def mean(values):
    ### BEGIN SOLUTION
    return sum(values) / len(values)
    ### END SOLUTION
"""
TEST = """
checks.example(mean, [1.0, 2.0, 6.0]).equals(3.0, hint="the general hint")
### BEGIN HIDDEN TESTS
checks.call(mean, [4.0]).equals(4.0)
### END HIDDEN TESTS
checks.passed(mean)
"""
MISTAKES = """
from autograder.variants import right, wrong

wrong("a sum", hint="divide by the number of values", change={" / len(values)": ""})
wrong("n - 1", hint="divide by n, not by n - 1", change={"len(values)": "(len(values) - 1)"})
wrong("one less", hint="count all values", change={"/ len(values)": "/ len(values[1:])"})
wrong("chance", hint="it is no game", change={"sum(values)": "__import__('random').random()"})
wrong("noticed by hidden tests only", hint="never told", change={"len(values)": "3"})
"""


def marked(source, grade_id, **marks):
    defaults = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
    return new_code_cell(source, metadata={"nbgrader": defaults | marks | {"grade_id": grade_id}})


@pytest.fixture
def course(tmp_path):
    cells = [
        new_code_cell("from helpers import checks"),
        marked(SOLUTION, "mean", solution=True),
        marked(TEST, "test_mean_1", grade=True, locked=True, points=1),
    ]
    (tmp_path / "nbgrader_config.py").touch()
    (tmp_path / "source/week9").mkdir(parents=True)
    nbformat.write(new_notebook(cells=cells), tmp_path / "source/week9/numbers.ipynb")
    (tmp_path / "variants/week9/numbers").mkdir(parents=True)
    (tmp_path / "variants/week9/numbers/mean.py").write_text(MISTAKES)
    return tmp_path


def test_a_student_who_makes_a_known_mistake_is_told_its_hint_and_others_are_not(course, monkeypatch):
    monkeypatch.chdir(course)
    known = learn_notebook(course, "week9/numbers")
    # Two mistakes that fail alike, what is left to chance, and what passes: of these nothing is known.
    assert [hint for _, hint in known["week9/numbers/mean"]] == ["divide by the number of values"]
    monkeypatch.setattr(hints, "known_mistakes", lambda: known)

    def told(function):
        function.__name__ = "mean"
        with pytest.raises(CheckFailed) as failed:
            checks.example(function, [1.0, 2.0, 6.0]).equals(3.0, hint="the general hint")
        return str(failed.value).split("  hint ")[1].strip()

    assert told(lambda values: np.float32(sum(values))) == "divide by the number of values"
    assert told(lambda values: 4.5) == "the general hint"
    assert told(lambda values: 9.001) == "the general hint"
    with pytest.raises(CheckFailed) as failed:  # the same value, at another check
        checks.example(lambda values: 9.0, [1.0, 2.0, 7.0]).equals(3.0, hint="the general hint")
    assert "the general hint" in str(failed.value)


def test_what_is_stored_is_read_as_it_was_and_differences_are_named(course, monkeypatch, tmp_path):
    monkeypatch.chdir(course)
    known = learn_notebook(course, "week9/numbers")
    monkeypatch.setattr(hints, "FILE", tmp_path / "known.json")
    hints.known_mistakes.cache_clear()
    assert differences(known) == ["week9/numbers/mean"]  # nothing is stored yet
    (tmp_path / "known.json").write_text(as_json(known))
    hints.known_mistakes.cache_clear()
    assert hints.known_mistakes() == known and differences(known) == []
    stored = json.loads((tmp_path / "known.json").read_text())
    stored["week9/numbers/mean"][0][2] = [[9.0 + 1e-12, 9.0]]  # another machine's rounding
    (tmp_path / "known.json").write_text(json.dumps(stored))
    hints.known_mistakes.cache_clear()
    assert differences(known) == []
    stored["week9/numbers/mean"][0][3] = "another hint"
    (tmp_path / "known.json").write_text(json.dumps(stored))
    hints.known_mistakes.cache_clear()
    assert differences(known) == ["week9/numbers/mean"]
    hints.known_mistakes.cache_clear()


@pytest.mark.parametrize(
    "one, other, alike",
    [
        (1.0, 1.0 + 1e-12, True),
        (1.0, 1.0 + 1e-5, False),
        (1, 1.0, True),
        ([1.0, 2.0], (1.0, 2.0), True),
        (np.zeros((2, 3)), np.zeros((3, 2)), False),
        ({"W1": np.ones(3)}, {"W1": np.ones(3) * (1 + 1e-11)}, True),
        ({"W1": np.ones(3)}, {"b1": np.ones(3)}, False),
        (np.arange(1000.0), np.arange(1000.0), True),
        (np.arange(1000.0), np.arange(1000.0)[::-1], False),
        (np.arange(1000.0), np.where(np.arange(1000) == 500, 501.0, np.arange(1000.0)), False),
        (np.array([np.nan, 1.0]), np.array([np.nan, 1.0]), True),
        (np.array([np.inf, 1.0]), np.array([np.inf, 2.0]), False),
        ("has shape (2,)", "has shape (2,)", True),
        ("has shape (2,)", "has shape (3,)", False),
        (None, None, True),
        ([np.zeros(2), "x"], [np.zeros(2), "y"], False),
    ],
)
def test_values_are_alike_up_to_rounding(one, other, alike):
    assert seen("f", "check", one).is_like(seen("f", "check", other)) is alike


def test_another_function_and_another_check_are_never_alike():
    assert not seen("f", "check", 1.0).is_like(seen("g", "check", 1.0))
    assert not seen("f", "check", 1.0).is_like(seen("f", "another", 1.0))


def test_measurements_are_alike_up_to_chance():
    half = measured("f", "check", [(0.5, 0.01)])
    assert half.is_like(measured("f", "check", [(0.515, 0.01)]))
    assert not half.is_like(measured("f", "check", [(0.53, 0.01)]))


def test_what_fails_alike_with_different_hints_is_not_told_apart():
    one, two = seen("f", "check", 1.0), seen("f", "check", 2.0)
    assert told_apart([(one, "a"), (two, "b"), (one, "a")]) == [(one, "a"), (two, "b")]
    assert told_apart([(one, "a"), (two, "b"), (one, "c")]) == [(two, "b")]


def test_another_course_does_not_change_what_this_ones_checks_know(course):
    assert teaching.learn(course, ["week9/numbers"]) == {}
