"""`course report`: its numbers are those of the gradebook, mistakes have names, and no student has one."""

import csv
import shutil

import pytest
from browsers import launched, needs_chromium
from conftest import ROOT, hand_in, released, short_course, solved
from nbgrader.api import Gradebook
from test_course import course_command, nbgrader

from autograder.outcomes import Outcome
from autograder.report import in_outline, page, report
from autograder.variants import load, with_variant

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("report")]

DUE, LATE = "2026-11-20 12:00:00", "2026-11-20 18:30:00 UTC"
# How many students have made which mistake, by its name in variants/.
MADE = {"fraction of units alive": 3, "one array for equal shapes": 2}
HOSTILE = "def expected_initial_loss(n):\n    raise ValueError('<script>alert(1)</script> 17')"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A graded class in which every kind of fate occurs."""
    course = short_course(tmp_path_factory.mktemp("report"))
    shutil.copytree(ROOT / "variants/week1/initialization", course.root / "variants/week1/initialization")
    right = solved(course)
    wrong = {v.what: v for v in load(ROOT, "week1/initialization") if not v.right}
    students = [f"z-{what[:3]}{i}" for what, count in MADE.items() for i in range(count)]
    for student, what in zip(students, (w for w, n in MADE.items() for _ in range(n)), strict=True):
        hand_in(course, student, with_variant(right, wrong[what]))
    for student in ("z-ada", "z-late"):
        hand_in(course, student, right)
    (course.root / "submitted/z-late/week1/timestamp.txt").write_text(LATE)
    hand_in(course, "z-untouched", released(course))
    hostile = solved(course)
    cell = next(c for c in hostile.cells if c.source.startswith("def expected_initial_loss"))
    cell.source = HOSTILE
    hand_in(course, "z-hostile", hostile)
    hand_in(course, "z-broken", "{")
    course.config.LateSubmissionPlugin.penalty_method = "zero"
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write("\nc.LateSubmissionPlugin.penalty_method = 'zero'\n")
    course.register("week1")
    with Gradebook(course.database, course.course_id) as gradebook:
        gradebook.update_or_create_assignment("week1", duedate=DUE)
        for student in ("z-ada", "z-absent"):
            gradebook.add_student(student, first_name="Ada", last_name="Lovelace")
    assert course_command(course, "grade", "week1").exit_code == 1  # one cannot be graded
    return course


@pytest.mark.long
def test_numbers_are_those_of_the_gradebook_and_of_the_export(made):
    found = report(made, "week1")
    assert nbgrader(made, "export", "--to", "grades.csv").returncode == 0
    with (made.root / "grades.csv").open() as file:
        exported = {row["student_id"]: row["score"] for row in csv.DictReader(file)}
    assert {s.student: "" if s.score is None else str(s.score) for s in found.standings} == exported
    scores = sorted(float(exported[s]) for s in exported if exported[s] and s != "z-absent")
    assert found.scores == scores and len(scores) == 9
    assert sum(count for *_, count in found.bins) == 9
    assert (found.not_handed_in, found.late, list(found.for_a_person)) == (
        ["z-absent"],
        ["z-late"],
        ["z-broken"],
    )
    assert exported["z-late"] == "0.0"  # the penalty counts
    assert sum(s is None for s in (standing.score for standing in found.standings)) == 1


def test_known_mistakes_are_counted_by_name_and_others_by_message(made):
    found = report(made, "week1")
    assert {m.what: len(m.students) for m in found.mistakes} == MADE
    assert [(u.exercise, u.students) for u in found.unknown] == [("expected_initial_loss", ["z-hostile"])]
    exercise = next(e for e in found.exercises if e.name == "expected_initial_loss")
    assert exercise.outcomes == {Outcome.PASSED: 7, Outcome.RAISED: 1, Outcome.MISSING: 1}
    assert exercise.share == pytest.approx(7 / 9)


def test_a_page_names_nobody_unless_asked_and_shows_what_students_wrote_as_text(made):
    found = report(made, "week1")
    ids = {s.student for s in found.standings}
    without, named = page(found, False, "now"), page(found, True, "now")
    words = set(without.replace(",", " ").replace("<", " ").replace(">", " ").split())
    assert not ids & words and "Lovelace" not in named
    assert "z-fra0, z-fra1, z-fra2" in named and "z-fra0" not in without
    for text in (without, named):
        assert "<script>alert" not in text and "&lt;script&gt;alert(1)" in text
        assert "http" not in text  # it loads nothing


def test_messages_that_differ_in_numbers_and_quotations_are_one():
    one = "f: raised ValueError: 3 rows in 'a', not -2.5e-3\n  hint  x"
    assert in_outline(one) == in_outline("f: raised ValueError: 17 rows in 'bc', not 4")
    assert in_outline(one) != in_outline("f: raised KeyError: 3 rows in 'a', not -2.5e-3")


@needs_chromium
def test_in_a_browser_tables_sort_and_nothing_is_wider_than_a_phone(made):
    result = course_command(made, "report", "week1")
    assert result.exit_code == 0, result.output
    assert "3 of 9  activation_statistics: fraction of units alive" in result.output
    with launched() as browser:
        for width in (390, 1280):
            tab = browser.new_page(viewport={"width": width, "height": 800})
            told = []
            tab.on("console", lambda message, told=told: told.append(message.text))
            tab.on("pageerror", lambda error, told=told: told.append(str(error)))
            tab.on("request", lambda request, told=told: told.append(request.url))
            tab.goto((made.root / "reports/week1.html").as_uri())
            assert len(told) == 1  # the page itself
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
            column = "#exercises tbody tr td:nth-child(3)"
            for _ in range(2):
                tab.get_by_role("button", name="mean share").click()
            shares = [float(text.split()[0]) for text in tab.locator(column).all_inner_texts()]
            assert shares == sorted(shares) and len(set(shares)) > 1
