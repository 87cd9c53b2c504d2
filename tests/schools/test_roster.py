"""The roster is read from whatever table a school's system makes, and nobody is lost."""

import pytest
from nbgrader.api import Gradebook
from small_class import graded_class
from typer.testing import CliRunner

from autograder.cli import app
from autograder.schools.people import Person
from autograder.schools.roster import people_in, roster
from autograder.schools.tables import read_table

ADA = Person("ada", "Ada", "Lovelace", "ada@a.eu", "4711")
ZOE = Person("zoe", "Zoë", "Müller", "zoe@a.eu", "4713")

FILES = {
    "nbgrader's own": (
        "id,first_name,last_name,email,lms_user_id\n"
        "ada,Ada,Lovelace,ada@a.eu,4711\nzoe,Zoë,Müller,zoe@a.eu,4713\n",
        "utf-8",
    ),
    "semicolons, Windows-1252": (
        "Username;Full name;E-Mail;LMS user ID\r\n"
        "ada;Lovelace, Ada;ada@a.eu;4711\r\nzoe;Zoë Müller;zoe@a.eu;4713",
        "cp1252",
    ),
    "tabs, UTF-16": (
        'login\t"Last Name"\t"First Name"\te-mail\tuser_id\nada\tLovelace\tAda\tada@a.eu\t4711\n\t\t\t\t\n'
        'zoe\t"Müller"\tZoë\tzoe@a.eu\t4713\n',
        "utf-16",
    ),
    "Canvas": (
        "Student,ID,SIS User ID,SIS Login ID,Section,email,week1 (1)\n    Points Possible,,,,,,20\n"
        '"Lovelace, Ada",4711,s1,ada,A,ada@a.eu,\n"Müller, Zoë",4713,s2,zoe,A,zoe@a.eu,3\n'
        '"Student, Test",9,,5f3e,A,,\n',
        "utf-8-sig",
    ),
}


@pytest.mark.parametrize("text, encoding", FILES.values(), ids=FILES)
def test_columns_are_recognised_by_their_names(tmp_path, text, encoding):
    path = tmp_path / "roster.csv"
    path.write_bytes(text.encode(encoding))
    assert people_in(read_table(path), ["week1"]) == [ADA, ZOE]


def command(course, text, *words):
    words = list(words)
    if text is not None:
        (course.root / "roster.csv").write_text(text, encoding="utf-8")
        words.insert(0, str(course.root / "roster.csv"))
    return CliRunner().invoke(app, ["roster", *words, "--course", str(course.root)], env={"COLUMNS": "200"})


@pytest.fixture
def course(tmp_path):
    """A class in which ada has been graded, and bob and tim are on the roster alone."""
    made = graded_class(tmp_path, {"ada": (20, {"first_name": "Augusta", "email": "ada@a.eu"})})
    with made.gradebook() as gradebook:
        for student in ("bob", "tim"):
            gradebook.add_student(student)
    return made


def test_students_are_added_and_updated_and_nobody_is_removed_unasked(course):
    result = command(course, "id,first_name,email\nada,Ada,\nzoe,Zoë,zoe@a.eu\n", "--dry-run")
    assert result.exit_code == 0 and "Nothing was written" in result.output
    assert {p.student for p in roster(course)} == {"ada", "bob", "tim"}
    result = command(course, "id,first_name,email\nada,Ada,\nzoe,Zoë,zoe@a.eu\n")
    assert "1 new, 1 changed, 0 as they were." in result.output
    assert "ada: first_name Augusta → Ada" in result.output
    assert "Not in the file, and kept; --remove removes them: bob, tim" in result.output
    people = {p.student: p for p in roster(course)}
    assert people.keys() == {"ada", "bob", "tim", "zoe"}
    assert people["ada"] == Person("ada", "Ada", None, "ada@a.eu")  # an empty cell takes nothing away
    assert "zoe@a.eu" in command(course, None).output


def test_only_who_has_handed_in_nothing_is_removed_and_others_when_they_are_named(course):
    (course.root / "submitted/tim/week1").mkdir(parents=True)
    result = command(course, "id\nzoe\n", "--remove")
    assert "Not in the file, and removed: bob" in result.output
    assert "something is there of them; --remove-graded ID removes one: tim, ada" in result.output
    assert {p.student for p in roster(course)} == {"ada", "tim", "zoe"}
    result = command(course, "id\nzoe\n", "--remove-graded", "zoe")
    assert result.exit_code == 2 and "'zoe' is in the file" in result.stderr
    result = command(course, "id\nzoe\n", "--remove-graded", "ada")
    assert result.exit_code == 0, result.output
    assert {p.student for p in roster(course)} == {"tim", "zoe"}
    assert (course.root / "submitted/ada/week1").exists()
    backup = max(course.root.glob("gradebook.db.*"))
    assert backup.name in result.output
    with Gradebook(f"sqlite:///{backup}") as gradebook:
        assert gradebook.find_submission("week1", "ada").score == 20


REFUSED = [
    ("id\nzoe\n../x\n", "Row 3 cannot be used, and nothing has been changed: '../x'"),
    ("id\nzoe\na[1]\n", "because of [ ]"),
    ("id\nzoe\n.zoe\n", "because of the dot at its beginning"),
    ("id\nzoe\n\x1b[2J\n", "Row 3"),
    ("id\nzoe\nweek1\n", "'week1' is the name of an assignment"),
    ("id\nzoe\nada\nZoe\n", "Row 4 cannot be used, and nothing has been changed: 'Zoe' is in row 2, too"),
    ("id,lms_user_id\nzoe,7\neve,7\n", "'7' is in row 2, too"),
    ("id,email\nzoe,\n,eve@a.eu\n", "Row 3 cannot be used, and nothing has been changed: it has no id"),
    (f"id\nzoe\n{'x' * 200}\n", "more than 128 bytes"),
    ('id,last_name\nzoe,"a\nb"\n', "odd characters"),
    ("name\nZoë\n", "No column has the students' ids"),
    ("id,ID\nzoe,zoe\n", "Several columns are called id"),
]


@pytest.mark.parametrize("text, told", REFUSED, ids=[told for _, told in REFUSED])
def test_a_row_that_cannot_be_used_is_named_and_nothing_is_changed(registered_course, text, told):
    before = roster(registered_course)
    result = command(registered_course, text)
    assert result.exit_code == 2 and told in result.stderr and len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr
    assert roster(registered_course) == before
