"""Grades reach the school's system: in its own file, of which nothing else changes."""

import csv
import io
import random
import re

import pytest
from small_class import graded_class
from typer.testing import CliRunner

from autograder.cli import app
from autograder.errors import CourseError
from autograder.schools import export
from autograder.schools.export import filled
from autograder.schools.tables import read_table

CLASS = {
    "ada": (17.5, {"first_name": "Ada", "last_name": "Lovelace", "email": "Ada@a.eu", "lms_user_id": "4711"}),
    "bob": (20, {"first_name": "=1+1", "last_name": 'O"Brien, Jr.', "email": "bob@example.org"}),
    "zoe": (12, {"first_name": "Zoë", "last_name": "Müller", "email": "zoe@a.eu", "lms_user_id": "4713"}),
    "eve": (None, {"first_name": "@eve", "last_name": "Ng", "email": "eve@example.org"}),
    "dan": (3, {}),
}  # fmt: skip

# For each form, the file and the lines of it that change. Nobody has handed in for `tim`; dan is in no file.
CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,week1 (12345),week1 Final Score
    Points Possible,,,,,20,(read only)
"Lovelace, Ada",4711,s4711,al,A,,
"O""Brien, Jr., =1+1",17,bob,b17,"A, B",20.00,
"Müller, Zoë",4713,,,A,15,
"Ng, @eve",18,,eve,A,8,
Tim,19,tim,tim,A,EX,
"Student, Test",99,,5f3,A,,
"""
CANVAS_LINES = {
    '"Lovelace, Ada",4711,s4711,al,A,,': '"Lovelace, Ada",4711,s4711,al,A,17.5,',
    '"Müller, Zoë",4713,,,A,15,': '"Müller, Zoë",4713,,,A,12,',
}
WORKSHEET = """Identifier,"Full name","ID number","Email address",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"
Participant 4711,"Zoë Müller",zoe,,Submitted,,20.00,Yes,"Tuesday, 3 November 2026, 10:00 AM",-,
Participant 4713,"Ada Lovelace",,ada@A.eu,Submitted,"12.00",20.00,Yes,-,-,"See me."
Participant 17,"=cmd()",bob,,Submitted,20.00,20.00,Yes,-,-,"5 of 6 checks passed."
Participant 18,"@eve",eve,,Submitted,,20.00,Yes,-,-,
Participant 19,Tim,tim,,No submission,,20.00,No,-,-,
"""  # noqa: E501
WORKSHEET_LINES = {
    'zoe,,Submitted,,20.00,Yes,"Tuesday, 3 November 2026, 10:00 AM",-,': (
        'zoe,,Submitted,12,20.00,Yes,"Tuesday, 3 November 2026, 10:00 AM",-,3 of 6 checks passed.'
    ),
    'Submitted,"12.00"': 'Submitted,"17.5"',
    '"5 of 6 checks passed."': '"6 of 6 checks passed."',
}
GRADEBOOK = """email;week1;week1 feedback
zoe@a.eu;"1,25";
ada@a.eu;;Well done.
nobody@example.org;;
"""
GRADEBOOK_LINES = {
    'eu;"1,25";': 'eu;"12";3 of 6 checks passed.',
    ";;Well done.": ";17,5;Well done.",
}
BLACKBOARD = """"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"Last Access"\t"Availability"\t"week1 [Total Pts: 20 Score] |1702852"\t"Feedback to Learner"\t"Feedback Format"
"Lovelace"\t"Ada"\t"ada"\t"s1"\t""\t"Yes"\t"Needs Grading"\t""\t"HTML"
"Müller"\t"Zoë"\t"zm"\t"ZOE"\t""\t"Yes"\t"19"\t""\t"HTML"
"Fall"\t"Tim"\t"tim"\t""\t""\t"Yes"\t""\t""\t"HTML"
"""  # noqa: E501
BLACKBOARD_LINES = {
    '"Needs Grading"\t""': '"17.5"\t"5 of 6 checks passed."',
    '"19"\t""': '"12"\t"3 of 6 checks passed."',
    '\t"Yes"\t""\t""': '\t"Yes"\t"0"\t"Not handed in."',
}
STAFF_GRADED = """user_id,username,full_name,student_uid,enrolled,track,cohort,block_id,title,date_last_graded,who_last_graded,Previous Points,New Points
4711,al,Ada Lovelace,,True,audit,,block-v1:x,week1,,,17.5,
4713,zm,Zoë Müller,,True,audit,,block-v1:x,week1,,,15,
88,bob,=1+1,,True,audit,,block-v1:x,week1,,,,
"""  # noqa: E501
STAFF_GRADED_LINES = {"week1,,,15,": "week1,,,15,12", "week1,,,,": "week1,,,,20"}
OVERRIDES = """user_id,username,student_key,course_id,track,cohort,name-1a2b3c4d,grade-1a2b3c4d,original_grade-1a2b3c4d,previous_override-1a2b3c4d,new_override-1a2b3c4d
4711,al,,course-v1:x,audit,,week1,,12.0,,
4713,zm,,course-v1:x,audit,,week1,,15.0,12.0,
88,,bob,course-v1:x,audit,,week1,,,,
"""  # noqa: E501
OVERRIDES_LINES = {"12.0,,\n": "12.0,,17.5\n", "week1,,,,\n": "week1,,,,20\n"}


def two_names(text):
    """Return a file of Canvas with the names in two columns."""
    text = text.replace("Student,ID", "LastName,FirstName,ID").replace("Tim,19", "Tim,,19")
    text = text.replace("    Points Possible,", "    Points Possible,,")
    return re.sub(r'^("[^,]+), ', r'\1","', text, flags=re.MULTILINE)


FORMS = {
    "canvas": (CANVAS, CANVAS_LINES, "utf-8-sig"),
    "canvas_with_two_names": (
        two_names(CANVAS),
        {two_names(before): two_names(after) for before, after in CANVAS_LINES.items()},
        "utf-8",
    ),
    "moodle_worksheet": (WORKSHEET, WORKSHEET_LINES, "utf-8"),
    "moodle_gradebook": (GRADEBOOK, GRADEBOOK_LINES, "cp1252"),
    "blackboard": (BLACKBOARD, BLACKBOARD_LINES, "utf-16"),
    "blackboard_with_commas": (
        BLACKBOARD.replace("\t", ","),
        {a.replace("\t", ","): b.replace("\t", ",") for a, b in BLACKBOARD_LINES.items()},
        "cp1252",
    ),
    "edx_staff_graded": (STAFF_GRADED, STAFF_GRADED_LINES, "utf-8"),
    "edx_overrides": (OVERRIDES, OVERRIDES_LINES, "utf-8"),
}  # fmt: skip


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    made = graded_class(tmp_path_factory.mktemp("class"), CLASS)
    with made.gradebook() as gradebook:
        gradebook.add_student("tim", first_name="Tim")
    return made


def command(course, *words):
    return CliRunner().invoke(app, [*map(str, words), "--course", str(course.root)], env={"COLUMNS": "200"})


def file_of(folder, text, encoding="utf-8", end="\r\n"):
    path = folder / "downloaded.csv"
    path.write_bytes(text.replace("\n", end).encode(encoding))
    return path


@pytest.mark.slow
@pytest.mark.parametrize("end", ["\r\n", "\n"], ids=["crlf", "lf"])
@pytest.mark.parametrize("form", FORMS)
def test_nothing_but_grades_and_sentences_changes_in_a_systems_file(course, tmp_path, form, end):
    text, lines, encoding = FORMS[form]
    path = file_of(tmp_path, text, encoding, end)
    expected = text
    for before, after in lines.items():
        assert expected.count(before) == 1, before
        expected = expected.replace(before, after)
    content, _, _ = filled(course, "week1", path)
    assert content.decode(encoding) == expected.replace("\n", end)
    assert content[:2] == path.read_bytes()[:2]  # the byte order mark
    again, _, done = filled(course, "week1", file_of(tmp_path, expected, encoding, end))
    assert again == content and not done.changes


def test_who_is_not_found_whose_grade_falls_and_who_has_none_is_listed(course, tmp_path):
    _, _, done = filled(course, "week1", file_of(tmp_path, CANVAS))
    assert [(c.student, c.before, c.after) for c in done.changes if c.is_lower] == [("zoe", "15", "12")]
    assert done.left == [("eve", "not graded"), ("tim", "excused in the file")]
    assert done.strangers == ["Student, Test, 5f3"]
    assert done.absent == ["dan"]
    assert done.same == 1


def test_a_number_of_the_system_is_not_taken_for_a_students_id(tmp_path):
    course = graded_class(tmp_path / "class", {"17": (20, {}), "ada": (5, {"lms_user_id": "18"})})
    text = "Student,ID,SIS User ID,SIS Login ID,Section,week1\nAda,17,,ada,A,\nSeventeen,18,,17,A,\n"
    _, _, done = filled(course, "week1", file_of(tmp_path, text))
    assert [(c.student, c.after) for c in done.changes] == [("ada", "5")]
    assert done.unclear == [("Seventeen, 17", "17 or ada")] and done.absent == ["17"]


def test_two_rows_of_one_student_are_left_alone(course, tmp_path):
    content, _, done = filled(
        course, "week1", file_of(tmp_path, "username,week1\nada,\nADA,\nzoe,\n", end="\n")
    )
    assert content == b"username,week1\nada,\nADA,\nzoe,12\n" and done.unclear == [("2 rows", "ada")]


REFUSED = [
    (CANVAS.replace("Section", "Class"), "Canvas, but lacks the column 'Section'"),
    (CANVAS.replace("week1 (12345)", "week2 (12345)"), "no column for week1"),
    (CANVAS.replace(",,,,,20,", ",,,,,100,"), "for 100 points, and the assignment has 20"),
    (WORKSHEET.replace("20.00,Yes", "100.00,Yes"), "for 100 points, and the assignment has 20"),
    (BLACKBOARD.replace("Pts: 20", "Pts: 40"), "for 40 points, and the assignment has 20"),
    (WORKSHEET.replace("Last modified (grade)", "Changed"), "lacks the column 'Last modified (grade)'"),
    (BLACKBOARD.replace(" |1702852", ""), "no column for week1"),
    (STAFF_GRADED.replace("New Points", "Points"), "lacks the column 'New Points'"),
    (OVERRIDES.replace("new_override-1a2b3c4d", "override"), "no column for week1"),
    (OVERRIDES.replace("cohort", "new_override-ffffffff"), "several columns for week1"),
    ("name,week1\nAda,\n", "none of the files that Canvas"),
    ('email,week1\n"ada@a.eu,\n', "row 2: a quotation mark is not closed"),
    ("", "is empty"),
    ("PK\3\4xl/[Content_Types].xml", "is an Office document: save it as CSV"),
]


@pytest.mark.parametrize("text, told", REFUSED, ids=[told for _, told in REFUSED])
def test_a_file_that_cannot_be_filled_is_refused_in_one_line(course, tmp_path, text, told):
    with pytest.raises(CourseError) as error:
        filled(course, "week1", file_of(tmp_path, text))
    assert told in str(error.value) and "\n" not in str(error.value)


@pytest.mark.slow
def test_nobody_gets_zero_before_anything_is_graded(tmp_path):
    course = graded_class(tmp_path / "class", {"ada": (None, {})})
    with course.gradebook() as gradebook:
        gradebook.add_student("tim")
    result = command(course, "export", "week1", "--into", file_of(tmp_path, CANVAS))
    assert result.exit_code == 2 and "run `course grade week1` first" in result.stderr


def test_the_downloaded_file_stays_and_no_other_is_overwritten(course, tmp_path):
    path = file_of(tmp_path, CANVAS)
    before = path.read_bytes()
    result = command(course, "export", "week1", "--into", path, "--dry-run")
    assert result.exit_code == 0 and "zoe" in result.output and "Nothing was written" in result.output
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    result = command(course, "export", "week1", "--into", path)
    assert result.exit_code == 0, result.output
    assert "Lower than in the file: zoe (from 15 to 12)" in result.output
    assert "Left as it was: eve (not graded); tim (excused in the file)" in result.output
    assert path.read_bytes() == before and b",17.5," in (tmp_path / "downloaded-filled.csv").read_bytes()
    result = command(course, "export", "week1", "--into", path)
    assert result.exit_code == 2 and "exists: name another file" in result.stderr
    result = command(course, "export", "week1", "--into", path, "--output", path)
    assert result.exit_code == 2 and path.read_bytes() == before
    result = command(course, "export", "week1", "--into", path, "--output", path, "--force")
    assert result.exit_code == 0 and b",17.5," in path.read_bytes()


def test_a_file_that_open_edx_would_not_accept_is_not_written(course, tmp_path, monkeypatch):
    monkeypatch.setattr(export, "EDX_LIMIT", 100)
    result = command(course, "export", "week1", "--into", file_of(tmp_path, OVERRIDES))
    assert result.exit_code == 2 and "more than 4 MiB" in result.stderr
    assert len(list(tmp_path.iterdir())) == 1


def test_a_column_with_another_name_can_be_named(course, tmp_path):
    path = file_of(tmp_path, "username,Homework 1\nada,\n", end="\n")
    content, _, _ = filled(course, "week1", path, "Homework 1")
    assert content == b"username,Homework 1\nada,17.5\n"


def test_the_own_table_holds_numbers_and_no_formula(course, tmp_path):
    target = tmp_path / "grades.csv"
    result = command(course, "export", "week1", "--output", target)
    assert result.exit_code == 0, result.output
    with target.open(newline="", encoding="utf-8") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    assert (rows["bob"]["first_name"], rows["bob"]["last_name"]) == ("'=1+1", 'O"Brien, Jr.')
    assert rows["eve"]["first_name"] == "'@eve" and (rows["eve"]["score"], rows["eve"]["status"]) == (
        "",
        "not graded",
    )
    assert (rows["ada"]["score"], rows["ada"]["max_score"]) == ("17.5", "20.0")
    assert (rows["tim"]["score"], rows["tim"]["status"]) == ("0.0", "not handed in")


def test_any_table_is_read_as_pythons_csv_reads_it_and_written_back_as_it_was(tmp_path):
    luck = random.Random(4)
    for separator, encoding in zip(",;\t" * 40, ["utf-8", "utf-8-sig", "utf-16", "cp1252"] * 30, strict=True):
        cells = [
            ["".join(luck.choices('aü"= \n,;\t', k=luck.randrange(5))) for _ in range(3)] for _ in range(4)
        ]
        made = io.StringIO()
        quoting = luck.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
        end = luck.choice(["\n", "\r\n"])
        writer = csv.writer(made, delimiter=separator, quoting=quoting, lineterminator=end)
        writer.writerows([["x", "y", "z"], *cells])
        text = luck.choice([made.getvalue(), made.getvalue().rstrip("\r\n")])
        path = tmp_path / "table.csv"
        path.write_bytes(text.encode(encoding))
        table = read_table(path)
        assert table.content() == path.read_bytes()
        expected = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        assert [[table.read(r, c) for c in range(3)] for r in range(len(expected))] == [
            [cell.strip() for cell in row] for row in expected
        ]
        table.write(1, 1, 'new, "x"')
        path.write_bytes(table.content())
        assert read_table(path).read(1, 1) == 'new, "x"'
