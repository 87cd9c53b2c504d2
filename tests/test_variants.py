"""The proof that grades are right: every known solution through the real grading path."""

import nbformat
import pytest
from conftest import ROOT, copy_course, hand_in, released, solved

from autograder.audit import audit
from autograder.submission.cells import by_exercise, exercise_named
from autograder.variants import Variant, with_variant

pytestmark = pytest.mark.slow

NOTEBOOKS = sorted(f"{path.parent.name}/{path.stem}" for path in ROOT.glob("source/*/*.ipynb"))
MUTANTS = 3  # of each exercise: the same ones every time; `make audit` tries all


def exercises_of(name):
    """Return the exercises of a notebook, in order."""
    return list(by_exercise(nbformat.read(ROOT / "source" / f"{name}.ipynb", as_version=4)))


@pytest.mark.long
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_wrong_solutions_lose_their_exercise_and_no_other_and_right_ones_keep_all(name):
    audited = audit(ROOT, name, jobs=1, sample=MUTANTS)
    assert [a.exercise for a in audited] == exercises_of(name)
    assert not [text for a in audited for text in a.survivors]
    assert not [text for a in audited for text in a.rejected]
    assert not [text for a in audited for text in a.unclear]
    assert not [a.exercise for a in audited if a.outdated]  # `course release` mends it
    wrong = sum(a.wrong for a in audited)
    unhinted = [f"{a.exercise}: {text}" for a in audited for text in a.unhinted]
    assert len(unhinted) <= 0.05 * wrong, "\n".join(unhinted)  # students are told what they did
    unseen = [f"{a.exercise}: {text}" for a in audited for text in a.unseen]
    assert len(unseen) <= 0.03 * wrong, "\n".join(unseen)  # no rule is tested behind their backs


# A group shares a worker, and with it a sandbox: see tests/grading/test_traffic.py.
@pytest.mark.long
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in NOTEBOOKS]
)
def test_a_cell_that_cannot_run_costs_its_exercise_and_no_other(tmp_path, name):
    week, stem = name.split("/")
    course = copy_course(tmp_path, stem, week=week)
    course.register(week)
    exercises = exercises_of(name)
    for first in (0, 1):
        broken = exercises[first::2]
        notebook = solved(course, stem, week)
        for exercise in broken:
            notebook = with_variant(notebook, Variant(exercise, False, "", "", f"def {exercise}(:"))
        hand_in(course, f"broken_{first}", notebook, stem, week)
        checks = course.grade_one(week, f"broken_{first}").notebooks[stem].checks
        assert {exercise_named(check.grade_id) for check in checks} == set(exercises)
        for check in checks:
            if exercise_named(check.grade_id) in broken:
                assert (check.score, check.outcome) == (0, "missing")
                assert "cannot be read: SyntaxError" in check.message
            else:
                assert check.score == check.points, check.message


@pytest.mark.parametrize("week", sorted({name.split("/")[0] for name in NOTEBOOKS}))
def test_a_whole_week_is_worth_100_points_and_its_release_none(tmp_path, week):
    stems = [name.split("/")[1] for name in NOTEBOOKS if name.startswith(f"{week}/")]
    course = copy_course(tmp_path, *stems, week=week)
    course.register(week)
    for stem in stems:
        hand_in(course, "reference", solved(course, stem, week), stem, week)
        hand_in(course, "untouched", released(course, stem, week), stem, week)
    reference, untouched = course.grade(week, ["reference", "untouched"])
    assert (reference.score, reference.max_score) == (100, 100)
    assert (untouched.score, untouched.max_score) == (0, 100)
    checks = [check for notebook in untouched.notebooks.values() for check in notebook.checks]
    assert all("not written yet" in check.message and check.outcome == "missing" for check in checks)
