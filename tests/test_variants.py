"""The proof that grades are right: every known solution through the real grading path."""

import pytest
from conftest import ROOT, hand_in, released, solved

from autograder.variants import load, with_variant

VARIANTS = load(ROOT / "variants/week1/initialization.py")
POINTS = {
    "initialize_parameters_zeros": 3,
    "expected_initial_loss": 2,
    "initialize_parameters_random": 3,
    "initialize_parameters_he": 5,
    "initialize_parameters_xavier": 3,
    "activation_statistics": 4,
}
WRONG = [variant for variant in VARIANTS if not variant.right]
RIGHT = {name: [v for v in VARIANTS if v.right and v.exercise == name] for name in POINTS}


def scores(submission):
    """Return the score of each exercise, by name."""
    assert submission.problem is None
    checks = submission.notebooks["initialization"].checks
    return {check.grade_id.removeprefix("test_").removesuffix("_1"): check.score for check in checks}


def test_the_reference_has_all_points(registered_course):
    hand_in(registered_course, "reference", solved(registered_course))
    submission = registered_course.grade_one("week1", "reference")
    assert scores(submission) == POINTS
    assert (submission.score, submission.max_score) == (20, 20)


def test_the_untouched_release_has_none(registered_course):
    hand_in(registered_course, "untouched", released(registered_course))
    submission = registered_course.grade_one("week1", "untouched")
    assert scores(submission) == dict.fromkeys(POINTS, 0)
    checks = submission.notebooks["initialization"].checks
    assert all("not written yet" in check.message and check.outcome == "missing" for check in checks)


@pytest.mark.parametrize("variant", WRONG, ids=lambda v: f"{v.exercise}: {v.what}")
def test_a_wrong_solution_loses_its_exercise_and_no_other(registered_course, variant):
    student = f"wrong_{WRONG.index(variant)}"
    hand_in(registered_course, student, with_variant(solved(registered_course), variant))
    submission = registered_course.grade_one("week1", student)
    assert scores(submission) == POINTS | {variant.exercise: 0}
    lost = next(c for c in submission.notebooks["initialization"].checks if c.score == 0)
    assert lost.message.startswith(f"{variant.exercise}: ")  # the student learns which function
    assert "Traceback" not in lost.message


@pytest.mark.parametrize("row", range(max(map(len, RIGHT.values()))))
def test_right_but_unusual_solutions_keep_all_points(registered_course, row):
    """One solution of every exercise at a time: a lost point still tells which."""
    notebook = solved(registered_course)
    for variants in RIGHT.values():
        notebook = with_variant(notebook, variants[row % len(variants)])
    hand_in(registered_course, f"right_{row}", notebook)
    assert scores(registered_course.grade_one("week1", f"right_{row}")) == POINTS


def test_every_exercise_has_enough_variants():
    for exercise in POINTS:
        ours = [variant for variant in VARIANTS if variant.exercise == exercise]
        assert sum(not v.right for v in ours) >= 8
        assert len(RIGHT[exercise]) >= 3
        assert all(v.hint for v in ours if not v.right)
        assert len({v.what for v in ours}) == len(ours)
