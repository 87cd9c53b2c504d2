"""The same notebook, the same grade: whatever draws without a seed draws what the course's secret gives."""

import multiprocessing
import re
import shutil

import numpy as np
import pytest
from conftest import hand_in, short_course, solved

from autograder.course import Course
from autograder.errors import CourseError
from autograder.sandbox.sandbox import Sandbox
from autograder.secret import FILE, secret_in
from autograder.variants import Variant, with_variant

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("seeding")]  # so the class is graded once

DRAWS = """
import random
import numpy as np
from numpy.random import default_rng as fresh, seed
state = np.random.get_state()
drawn = [np.random.rand(), fresh().random(), np.random.RandomState().rand()]
drawn += [np.random.Generator(np.random.Philox()).random(), np.random.SeedSequence().entropy % 2**53]
drawn += [random.random(), random.Random().random()]
random.seed()
seed()
drawn += [random.random(), np.random.rand(), hash("a text")]
print(*drawn, random.Random(5).random(), np.random.default_rng(5).random())
"""
LUCK = Variant("expected_initial_loss", False, "", "", """
def expected_initial_loss(n_classes):
    import random
    lucky = [np.random.default_rng().random() < 0.5, random.random() < 0.5]
    return np.log(n_classes) if lucky[0] else 0.5 + lucky[1]
""")  # fmt: skip


@pytest.fixture(scope="module")
def lucky(tmp_path_factory):
    """A course in which every student has handed in the same gamble."""
    course = short_course(
        tmp_path_factory.mktemp("lucky"), "expected_initial_loss", "initialize_parameters_he"
    )
    course.register("week1")
    secret_in(course.root)
    for student in ("ada", "bob", "cleo"):
        hand_in(course, student, with_variant(solved(course), LUCK))
    return course


def outcomes(course, *students, jobs=0):
    """Return what became of each check, and what its student was told, for each student, or for some."""
    graded = course.grade("week1", students or course.students("week1"), jobs=jobs, regrade=True)
    return {submission.student: submission.notebooks["initialization"].checks for submission in graded}


def test_a_candidate_draws_what_follows_from_its_key():
    sandbox = Sandbox()
    try:
        printed = []
        for key in (b"one", b"one", b"two"):
            with sandbox.candidate() as line, line.lasting(20) as peer:
                peer.request("seed", key)
                printed.append(peer.request("run", DRAWS)["outputs"][0]["text"].split())
    finally:
        sandbox.close()
    one, again, two = printed
    assert one == again
    assert len(set(one)) == len(one)
    assert all(a != b for a, b in zip(one[:9], two[:9], strict=True))
    assert one[9:] == two[9:]  # the hash of a text, and what has a seed


@pytest.mark.long
def test_the_same_notebook_gets_the_same_grade_and_another_secret_another_draw(lucky, tmp_path):
    before = np.random.get_state()[1]
    first = outcomes(lucky)
    assert (np.random.get_state()[1] == before).all()  # who grades is left as he was
    assert first["ada"] == first["bob"] == first["cleo"]
    twin = Course(shutil.copytree(lucky.root, tmp_path / "twin"))
    (twin.root / "gradebook.db").unlink()
    twin.register("week1")
    assert outcomes(twin, jobs=2) == first
    found = set()
    for number in range(8):
        (twin.root / FILE).write_text(f"{number:064x}")
        found |= {check.message for check in outcomes(twin, "ada")["ada"]}
    assert len(found) >= 3


def test_a_changed_secret_grades_again(lucky):
    list(lucky.grade("week1", ["ada"]))
    done = lucky.root / "autograded/ada/week1/.graded"
    before = done.read_text()
    kept = (lucky.root / FILE).read_text()
    (lucky.root / FILE).write_text("0" * 64)
    list(lucky.grade("week1", ["ada"]))
    assert done.read_text() != before
    (lucky.root / FILE).write_text(kept)


def test_the_secret_is_nobody_elses_and_made_once(tmp_path):
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert len(set(pool.map(secret_in, [tmp_path] * 8))) == 1
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize("text", ["", "0" * 63, "no secret", "é" * 64])
def test_a_damaged_secret_is_said_and_not_replaced(lucky, text):
    kept = (lucky.root / FILE).read_text()
    (lucky.root / FILE).write_text(text)
    with pytest.raises(CourseError, match=re.escape(f"{FILE} is damaged: restore it from a backup")):
        list(lucky.grade("week1", ["ada"]))
    assert (lucky.root / FILE).read_text() == text
    (lucky.root / FILE).write_text(kept)
