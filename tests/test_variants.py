"""The proof that grades are right: every known solution through the real grading path."""

from functools import cache

import nbformat
import pytest
from conftest import ROOT, copy_course, hand_in, released, solved

from autograder.variants import Variant, load, with_variant

pytestmark = pytest.mark.slow

NOTEBOOKS = sorted(f"{path.parent.name}/{path.stem}" for path in ROOT.glob("variants/*/*.py"))
VARIANTS = {name: load(ROOT / "variants" / f"{name}.py") for name in NOTEBOOKS}
WRONG = [
    pytest.param(name, number, variant, id=f"{name}: {variant.exercise}: {variant.what}")
    for name, variants in VARIANTS.items()
    for number, variant in enumerate(variants)
    if not variant.right
]


@cache
def points_of(name):
    """Return the points of each exercise, by its name, as the instructor's notebook has them."""
    cells = nbformat.read(ROOT / "source" / f"{name}.ipynb", as_version=4).cells
    tests = [c.metadata.nbgrader for c in cells if c.metadata.get("nbgrader", {}).get("grade")]
    return {test.grade_id.removeprefix("test_").removesuffix("_1"): test.points for test in tests}


def right_of(name, exercise):
    return [v for v in VARIANTS[name] if v.right and v.exercise == exercise]


@pytest.fixture(scope="session")
def course_of(tmp_path_factory):
    """Return the registered course with one notebook, made when it is first asked for."""

    @cache
    def make(name):
        week, stem = name.split("/")
        made = copy_course(tmp_path_factory.mktemp("course"), stem, week=week)
        made.register(week)
        return made

    return make


def graded(course, student, name, notebook):
    """Hand in a notebook and return the score of each exercise, and the checks."""
    week, stem = name.split("/")
    hand_in(course, student, notebook, stem, week)
    submission = course.grade_one(week, student)
    assert submission.problem is None
    assert submission.max_score == sum(points_of(name).values())
    checks = submission.notebooks[stem].checks
    return {c.grade_id.removeprefix("test_").removesuffix("_1"): c.score for c in checks}, checks


def parts(name):
    week, stem = name.split("/")
    return {"name": stem, "week": week}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_reference_has_all_points(course_of, name):
    course = course_of(name)
    scores, checks = graded(course, "reference", name, solved(course, **parts(name)))
    assert scores == points_of(name), [check.message for check in checks if check.message]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_untouched_release_has_none(course_of, name):
    course = course_of(name)
    scores, checks = graded(course, "untouched", name, released(course, **parts(name)))
    assert scores == dict.fromkeys(points_of(name), 0)
    assert all("not written yet" in check.message and check.outcome == "missing" for check in checks)


@pytest.mark.parametrize("name, number, variant", WRONG)
def test_a_wrong_solution_loses_its_exercise_and_no_other(course_of, name, number, variant):
    course = course_of(name)
    notebook = with_variant(solved(course, **parts(name)), variant)
    scores, checks = graded(course, f"wrong_{number}", name, notebook)
    assert scores == points_of(name) | {variant.exercise: 0}
    lost = next(check for check in checks if check.score == 0)
    assert lost.message.startswith(f"{variant.exercise}: ")  # the student learns which function
    assert "Traceback" not in lost.message


EXERCISES = [(name, exercise) for name in NOTEBOOKS for exercise in points_of(name)]


@pytest.mark.parametrize("name, exercise", EXERCISES)
def test_a_cell_that_cannot_run_costs_its_exercise_and_no_other(course_of, name, exercise):
    course = course_of(name)
    broken = Variant(exercise, False, "", "", f"def {exercise}(:")
    scores, checks = graded(
        course, f"broken_{exercise}", name, with_variant(solved(course, **parts(name)), broken)
    )
    assert scores == points_of(name) | {exercise: 0}
    lost = next(check for check in checks if check.score == 0)
    assert lost.outcome == "missing" and "cannot be read: SyntaxError" in lost.message


@pytest.mark.parametrize("row", range(4))
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_right_but_unusual_solutions_keep_all_points(course_of, name, row):
    """Solutions of all exercises at a time: a lost point still tells which."""
    course = course_of(name)
    for start in range(row, max(len(right_of(name, exercise)) for exercise in points_of(name)), 4):
        notebook = solved(course, **parts(name))
        for exercise in points_of(name):
            variants = right_of(name, exercise)
            notebook = with_variant(notebook, variants[start % len(variants)])
        scores, checks = graded(course, f"right_{start}", name, notebook)
        assert scores == points_of(name), [check.message for check in checks if check.message]


def test_every_notebook_has_variants():
    assert sorted(f"{p.parent.name}/{p.stem}" for p in ROOT.glob("source/*/*.ipynb")) == NOTEBOOKS


@pytest.mark.parametrize("week", sorted({name.split("/")[0] for name in NOTEBOOKS}))
def test_a_whole_week_is_worth_100_points(tmp_path, week):
    stems = [name.split("/")[1] for name in NOTEBOOKS if name.startswith(f"{week}/")]
    course = copy_course(tmp_path, *stems, week=week)
    course.register(week)
    for stem in stems:
        hand_in(course, "reference", solved(course, stem, week), stem, week)
        hand_in(course, "untouched", released(course, stem, week), stem, week)
    reference, untouched = course.grade(week, ["reference", "untouched"])
    assert (reference.score, reference.max_score) == (100, 100)
    assert (untouched.score, untouched.max_score) == (0, 100)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_exercise_has_enough_variants(name):
    assert {variant.exercise for variant in VARIANTS[name]} == set(points_of(name))
    for exercise in points_of(name):
        ours = [variant for variant in VARIANTS[name] if variant.exercise == exercise]
        assert sum(not variant.right for variant in ours) >= 8
        assert len(right_of(name, exercise)) >= 3
        assert all(variant.hint for variant in ours if not variant.right)
        assert len({variant.what for variant in ours}) == len(ours)
