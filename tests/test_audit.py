"""`course audit` finds what gets through and what is rejected, and says so."""

import json

import nbformat
import pytest
from conftest import copy_course
from typer.testing import CliRunner

from autograder.audit import Solution, in_rows
from autograder.cli import app
from autograder.mutants import mutants, reworded, same_code

pytestmark = pytest.mark.slow

TEST = """
checks.call(expected_initial_loss, 10).equals(np.log(10))
checks.passed(expected_initial_loss)
"""
VARIANTS = """
import numpy as np

from autograder.variants import right, same, wrong

wrong("base 2", hint="what nobody is told", change={"np.log(": "np.log2("})
wrong("the number that the check asks for", hint="compute it", change={"num_classes)\\n": "10)\\n"})
same("a mutant of no consequence", change={"np.log(num_classes)": "np.log10(num_classes) * np.log(10)"})


@right("rejected by a check that is too strict")
def expected_initial_loss(num_classes):
    return np.log(num_classes) + 1e-3
"""


@pytest.mark.long
def test_survivors_and_rejected_solutions_are_shown_with_what_they_do(tmp_path):
    course = copy_course(tmp_path)
    for part in ("source", "release"):  # one exercise, with a weak check
        path = tmp_path / part / "week1/initialization.ipynb"
        notebook = nbformat.read(path, as_version=4)
        kept = ("expected_initial_loss", "test_expected_initial_loss_1")
        notebook.cells = [
            cell
            for cell in notebook.cells
            if not cell.metadata.get("nbgrader", {}) or cell.metadata.nbgrader.grade_id in kept
        ]
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == kept[1]:
                cell.source = TEST
                other = nbformat.from_dict(cell)  # no mistake loses the points of this one
        other.id, other.source = "other", "checks.passed(expected_initial_loss)"
        other.metadata.nbgrader.grade_id = kept[1].replace("_1", "_2")
        notebook.cells.append(other)
        nbformat.write(notebook, path)
    folder = tmp_path / "variants/week1/initialization"
    folder.mkdir(parents=True)
    (folder / "expected_initial_loss.py").write_text(VARIANTS)
    table = tmp_path / "audit.json"
    command = ["audit", "week1", "--mutants", "2", "--jobs", "1", "--json", str(table)]
    ended = CliRunner().invoke(app, [*command, "--course", str(course.root)])
    assert ended.exit_code == 1, ended.output
    assert "gets through expected_initial_loss: the number that the check asks for" in ended.output
    assert "+    return np.log(10)" in ended.output
    assert "is rejected expected_initial_loss: rejected by a check that is too strict" in ended.output
    (found,) = json.loads(table.read_text())["week1/initialization"]
    assert (found["wrong"], found["caught"]) == (2, 1)
    assert found["right"] == 1 + len(list(reworded("def f(x):\n    return x")))
    assert len(found["rejected"]) == 1 and found["mutants"] == found["mutants_caught"]
    assert found["unseen"] == ["the number that the check asks for"]
    assert len(found["unhinted"]) == 1  # nobody has taught this course's checks
    ended = CliRunner().invoke(app, [*command, "--course", str(course.root), "--exercise", "expected_loss"])
    assert ended.exit_code == 2 and "There is no exercise 'expected_loss'" in ended.stderr


def test_every_solution_is_handed_in_once_and_at_first_beside_a_right_one():
    exercises = ["a", "b", "c", "d"]
    wrong = [Solution(e, str(n), "", right=False) for n, e in enumerate("abbbbbccd" + 20 * "a")]
    right = [Solution(e, str(n), "", right=True) for n, e in enumerate("aabd")]
    rows, others_right = zip(*in_rows([*wrong, *right], exercises), strict=True)
    assert sorted(s.what + s.exercise for row in rows for s in row.values()) == sorted(
        s.what + s.exercise for s in [*wrong, *right]
    )
    for row in rows:
        assert all(exercise == solution.exercise for exercise, solution in row.items())
        assert len({solution.right for solution in row.values()}) == 1
    for row, others in zip(rows, others_right, strict=True):
        assert not others or len(row) < len(exercises) or all(s.right for s in row.values())
    assert set(others_right) == {True, False}


def test_a_reworded_solution_does_the_same_and_is_written_otherwise():
    loop = "    total = 0\n    for item in x:\n        total += item * y\n"
    source = f"def f(x, y=2, *, z=1):\n{loop}    return total - z"
    for _, text in reworded(source):
        names: dict = {}
        exec(text, names)
        assert names["f"]([1, 2, 3]) == 11 and names["f"]([1], 5, z=0) == 5
    assert len({text for _, text in reworded(source)}) == 3


def test_mutants_differ_from_the_solution_and_can_be_read():
    source = 'def f(x, axis):\n    """Say what."""\n    return x.sum(axis=axis) / 2 + 1'
    changed = list(mutants(source))
    assert len(changed) == len(set(changed)) > 10
    assert not any(same_code(source, other) for other in changed)
    assert same_code(source, "def f(x, axis):\n    return x.sum(axis=axis) / 2 + 1  # the same")


def test_what_only_prints_is_not_changed():
    """No check sees what a function prints."""
    source = 'def f(x, loud):\n    if loud:\n        print(f"x is {x}")\n    print(x)\n    return x'
    assert all("print(f'x is {x}')\n    print(x)" in changed for changed in mutants(source))
    assert any("return loud" in changed for changed in mutants(source))


def test_a_change_that_can_change_nothing_is_not_made():
    source = "def f(x):\n    return max(0, np.maximum(1, x))"
    assert not any(
        swapped in changed for changed in mutants(source) for swapped in ("1), 0)", "maximum(x, 1)")
    )
