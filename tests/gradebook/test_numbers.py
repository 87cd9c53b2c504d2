"""Everyone shows the same score, whoever graded: lateness, manual grades, extensions, what is not graded."""

import csv
import json
import logging
import shutil
import sqlite3
import subprocess
import sys
import threading
from datetime import timedelta

import nbformat
import pytest
from conftest import ROOT, hand_in
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from test_course import course_command, nbgrader

from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook import database
from autograder.quiet import quiet

pytestmark = pytest.mark.slow

DUE, LATE = "2026-11-20 12:00:00", "2026-11-20 18:30:00 UTC"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
CONFIG = "\nc.Sandbox.libraries = ['numpy']\n"
ZERO = "c.LateSubmissionPlugin.penalty_method = 'zero'\n"


def marked(cell, grade_id, **marks):
    """Give a cell nbgrader's marks."""
    cell.metadata.nbgrader = {
        "schema_version": 3, "grade_id": grade_id, "grade": False, "solution": False, "locked": False,
        "task": False, **marks,
    }  # fmt: skip
    return cell


def exercise(name, right, points, check):
    """Return the two cells of an exercise."""
    solution = f"def {name}(x):\n    ### BEGIN SOLUTION\n    return {right}\n    ### END SOLUTION"
    return [
        marked(new_code_cell(solution), name, solution=True),
        marked(new_code_cell(check), f"test_{name}_1", grade=True, locked=True, points=points),
    ]


DOUBLE = exercise("double", "2 * x", 3, "assert double(4) == 8")
SQUARE = exercise("square", "x * x", 5, "assert square(4) == 16")
ESSAY = marked(new_markdown_cell("Why?"), "essay", grade=True, solution=True, points=4)
TASK = marked(new_markdown_cell("Draw it."), "drawing", task=True, locked=True, points=2)


def write_source(course_or_folder, cells, name="first"):
    folder = course_or_folder.root if isinstance(course_or_folder, Course) else course_or_folder
    path = folder / "source/week1" / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=list(cells), metadata=KERNEL), path)


def answer(double="2 * x", square="x * x", essay=None):
    """Return a notebook that somebody hands in."""
    cells = [
        marked(new_code_cell(f"def double(x):\n    return {double}"), "double", solution=True),
        marked(new_code_cell(f"def square(x):\n    return {square}"), "square", solution=True),
    ]
    if essay:
        cells.append(marked(new_markdown_cell(essay), "essay", grade=True, solution=True))
    return new_notebook(cells=cells, metadata=KERNEL)


def make_course(folder, *cells, config=""):
    """Return a small course of one notebook, or of these cells."""
    write_source(folder, cells or DOUBLE + SQUARE)
    (folder / "exchange").mkdir()
    (folder / "nbgrader_config.py").write_text((ROOT / "nbgrader_config.py").read_text() + CONFIG + config)
    return Course(folder)


def grade(course, *students, **options):
    """Grade in this process; return the submissions by student."""
    course = Course(course.root)
    course.register("week1")
    chosen = list(students) or course.students("week1")
    return {s.student: s for s in course.grade("week1", chosen, **options)}


def set_time(course, student, when):
    (course.root / "submitted" / student / "week1/timestamp.txt").write_text(when)


def change(course, **fields):
    """Set fields of the assignment in the gradebook, as Formgrader does."""
    with Gradebook(course.database, course.course_id) as gradebook:
        gradebook.update_or_create_assignment("week1", **fields)


def extend(course, student, **by):
    with Gradebook(course.database, course.course_id) as gradebook:
        gradebook.find_submission("week1", student).extension = timedelta(**by)
        gradebook.db.commit()


def give(course, student, cell, score, comment=None, notebook="first"):
    """Grade a cell by hand, as Formgrader does."""
    with Gradebook(course.database, course.course_id) as gradebook:
        grade = gradebook.find_grade(cell, notebook, "week1", student)
        grade.manual_score, grade.needs_manual_grade = score, False
        if comment:
            gradebook.find_comment(cell, notebook, "week1", student).manual_comment = comment
        gradebook.db.commit()


def exported(course, *words):
    done = nbgrader(course, "export", "--to", "grades.csv", *words)
    assert done.returncode == 0, done.stderr
    with (course.root / "grades.csv").open(newline="") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def test_a_penalty_follows_due_date_extension_and_policy_without_regrading(tmp_path):
    course = make_course(tmp_path)
    hand_in(course, "ada", answer(), name="first")
    set_time(course, "ada", LATE)

    def numbers():
        ada = grade(course)["ada"].as_json()
        return ada["raw_score"], ada["penalty"], ada["score"], ada["seconds_late"]

    assert numbers() == (8, 0, 8, 0)
    change(course, duedate=DUE)
    assert numbers() == (8, 0, 8, 23400)  # late, but there is no policy
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text() + ZERO)
    assert numbers() == (8, 8, 0, 23400)
    told = course_command(course, "grade", "week1").output
    assert "0 / 8" in told and "−8 late  handed in 6 h 30 min too late" in told
    extend(course, "ada", hours=6)
    assert numbers() == (8, 8, 0, 1800)
    extend(course, "ada", days=1)
    assert numbers() == (8, 0, 8, 0)
    extend(course, "ada", hours=0)
    assert numbers() == (8, 8, 0, 23400)
    change(course, duedate="2026-11-25 12:00:00")
    assert numbers() == (8, 0, 8, 0)


def test_manual_cells_wait_for_a_person_and_stop_nobody(tmp_path):
    course = make_course(tmp_path, *DOUBLE, ESSAY, *SQUARE, TASK)
    hand_in(course, "ada", answer(essay="Because."), name="first")
    hand_in(course, "bob", answer(square="x"), name="first")
    first = grade(course)
    checks = {c.grade_id: c for c in first["ada"].notebooks["first"].checks}
    assert (first["ada"].score, first["ada"].max_score) == (8, 14)
    assert {name: (c.outcome, c.score) for name, c in checks.items()} == {
        "test_double_1": ("passed", 3),
        "test_square_1": ("passed", 5),
        "essay": ("waiting", None),
        "drawing": ("waiting", None),
    }
    bob = {c.grade_id: (c.outcome, c.score) for c in first["bob"].notebooks["first"].checks}
    assert bob["essay"] == ("missing", 0)
    told = course_command(course, "grade", "week1")
    assert told.exit_code == 0, told.output
    assert "4 waiting  essay: for your grade" in told.output and "−3 missing  2 exercises" not in told.output
    give(course, "ada", "essay", 3.5, comment="Well said.")
    for options in ({}, {"regrade": True}):
        again = grade(course, **options)["ada"]
        (essay,) = [c for c in again.notebooks["first"].checks if c.grade_id == "essay"]
        assert (again.score, essay.outcome, essay.score) == (11.5, "by_hand", 3.5)
    with Gradebook(course.database) as gradebook:
        assert gradebook.find_comment("essay", "first", "week1", "ada").comment == "Well said."
    row = exported(course)["ada"]
    assert (row["score"], row["status"]) == ("11.5", "2 points wait for a grade given by hand")
    result = course_command(course, "feedback", "week1")
    assert result.exit_code == 0, result.output
    assert "11.5/14" in (course.root / "feedback/ada/week1/first.html").read_text().replace(" ", "")


# ── one path, whoever asks ───────────────────────────────────────────────────────────────────────


def make_class(folder):
    """Return a course with every kind of student that scores can differ for; nothing is graded yet."""
    course = make_course(folder, *DOUBLE, ESSAY, *SQUARE, config=ZERO)
    for student in ("ada", "late", "extended", "by_hand", "Jane Doe", "wrong"):
        hand_in(course, student, answer(square="x" if student == "wrong" else "x * x"), name="first")
    for student in ("late", "extended"):
        set_time(course, student, LATE)
    hand_in(course, "misnamed", answer(), name="first (1)")
    hand_in(course, "broken", "{", name="first")
    course.register("week1")
    change(course, duedate=DUE)
    with Gradebook(course.database, course.course_id) as gradebook:
        for student in ("misnamed", "broken", "absent"):
            gradebook.add_student(student, last_name='O"Brien, B.')
    return course


def by_course(course):
    result = course_command(course, "grade", "week1", "--regrade", "--jobs", "1")
    assert result.exit_code == 1, result.output


def by_nbgrader(course):
    result = nbgrader(course, "autograde", "week1", "--force")
    assert result.returncode == 1
    assert "broken: first.ipynb is not a notebook that can be read" in result.stderr
    assert "misnamed: 8 / 12" in result.stderr
    assert "Traceback" not in result.stderr


def by_button(course):
    """Do what Formgrader's button does: within a running loop, some of the time in a thread."""
    program = """
import asyncio, json, sys, threading
from nbgrader.apps import NbGraderAPI
from nbgrader.apps.baseapp import NbGrader

if __name__ == "__main__":
    app = NbGrader()
    app.load_config_file()
    results = {}

    async def press(students):
        api = NbGraderAPI(config=app.config)
        for student in students:
            results[student] = api.autograde("week1", student)

    students = sorted(NbGraderAPI(config=app.config).get_submitted_students("week1"))
    asyncio.run(press(students[2:]))
    thread = threading.Thread(target=lambda: asyncio.run(press(students[:2])))
    thread.start()
    thread.join()
    print(json.dumps(results))
"""
    (course.root / "press.py").write_text(program)
    command = [sys.executable, "press.py"]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)
    assert {s for s, result in results.items() if not result["success"]} == {"broken"}
    assert "is not a notebook that can be read" in results["broken"]["error"]


def dump(course):
    """Return every number, mark and comment that the gradebook holds of students."""
    queries = [
        "SELECT id, last_name FROM student",
        "SELECT student_id, timestamp, extension FROM submitted_assignment",
        "SELECT a.student_id, n.late_submission_penalty FROM submitted_notebook n "
        "JOIN submitted_assignment a ON a.id = n.assignment_id",
        "SELECT a.student_id, c.name, c.type, g.auto_score, g.manual_score, g.extra_credit, "
        "g.needs_manual_grade FROM grade g JOIN base_cell c ON c.id = g.cell_id "
        "JOIN submitted_notebook n ON n.id = g.notebook_id "
        "JOIN submitted_assignment a ON a.id = n.assignment_id",
        "SELECT a.student_id, c.name, k.auto_comment, k.manual_comment FROM comment k "
        "JOIN base_cell c ON c.id = k.cell_id JOIN submitted_notebook n ON n.id = k.notebook_id "
        "JOIN submitted_assignment a ON a.id = n.assignment_id",
    ]
    connection = sqlite3.connect(course.root / "gradebook.db")
    rows = [sorted(connection.execute(query), key=repr) for query in queries]
    connection.close()
    return rows


@pytest.fixture(scope="module")
def three(tmp_path_factory):
    """The same class, graded by each of the three entrances, marked by hand, and graded again.

    The tests that use it are one group, for one worker: it takes half a minute.
    """
    courses = []
    for entrance in (by_course, by_nbgrader, by_button):
        course = make_class(tmp_path_factory.mktemp(entrance.__name__) / "a course")
        entrance(course)
        extend(course, "extended", hours=12)
        give(course, "by_hand", "test_square_1", 2)
        give(course, "by_hand", "essay", 1)
        with sqlite3.connect(course.root / "gradebook.db") as connection:
            connection.execute("UPDATE submitted_notebook SET late_submission_penalty = 1")
        connection.close()
        entrance(course)
        courses.append(course)
    return courses


@pytest.mark.long
@pytest.mark.xdist_group("three")
def test_course_grade_nbgraders_command_and_formgraders_button_write_the_same(three):
    first, *others = map(dump, three)
    assert len(first[3]) == 21
    assert [other == first for other in others] == [True, True]
    files = [sorted(str(p.relative_to(c.root)) for p in c.root.glob("autograded/*/week1/*")) for c in three]
    assert files[0] == files[1] == files[2]


EXPECTED = {  # raw score, penalty, score of 12
    "ada": (8, 0, 8),
    "Jane Doe": (8, 0, 8),
    "by_hand": (6, 0, 6),
    "extended": (8, 0, 8),
    "late": (8, 8, 0),
    "misnamed": (8, 0, 8),
    "wrong": (3, 0, 3),
}


@pytest.mark.long
@pytest.mark.xdist_group("three")
def test_table_json_export_feedback_and_gradebook_show_one_score(three):
    course, *_ = three
    result = course_command(course, "grade", "week1", "--json", str(course.root / "grades.json"))
    told = {s["student"]: s for s in json.loads((course.root / "grades.json").read_text())["submissions"]}
    rows = exported(course)
    assert nbgrader(course, "generate_feedback", "week1", "--force").returncode == 0
    with NbGraderAPI(config=course.config).gradebook as gradebook:
        seen = {s["student"]: s["score"] for s in gradebook.submission_dicts("week1")}
    for student, (raw, penalty, score) in EXPECTED.items():
        row, submission = rows[student], told[student]
        assert [submission[part] for part in ("raw_score", "penalty", "score")] == [raw, penalty, score]
        numbers = [
            float(row[part]) for part in ("raw_score", "late_submission_penalty", "score", "max_score")
        ]
        assert numbers == [raw, penalty, score, 12]
        assert f"{score} / 12" in next(line for line in result.output.splitlines() if f" {student} " in line)
        page = (course.root / "feedback" / student / "week1/first.html").read_text()
        assert f">{score} / 12 points<" in page
        assert seen[student] == raw  # Formgrader shows scores before the penalty
    assert "−3 by hand  test_square_1" in result.output
    assert (rows["broken"]["raw_score"], rows["broken"]["score"]) == ("", "")
    assert rows["broken"]["status"] == "not graded" and told["broken"]["score"] is None
    assert (rows["absent"]["score"], rows["absent"]["status"]) == ("0.0", "not handed in")
    assert rows["absent"]["last_name"] == 'O"Brien, B.'


@pytest.mark.long
def test_nbgraders_command_needs_no_registered_assignment_and_takes_patterns(tmp_path):
    course = make_course(tmp_path)
    for student in ("ada", "adam", "bob"):
        hand_in(course, student, answer(), name="first")
    done = nbgrader(course, "autograde", "week1", "--student", "ada*")
    assert done.returncode == 0, done.stderr
    rows = exported(course)
    assert "ada: 8 / 8" in done.stderr and set(rows) == {"ada", "adam", "bob"}
    assert rows["bob"]["status"] == "not graded"
    nobody = nbgrader(course, "autograde", "week1", "--student", "eve")
    assert nobody.returncode == 1 and "submitted/eve/week1 does not exist" in nobody.stderr


@pytest.mark.long
def test_feedback_goes_back_through_the_exchange(tmp_path, monkeypatch):
    course = make_course(tmp_path / "course")
    (course.root / "exchange").chmod(0o777)
    student_side = tmp_path / "student"
    student_side.mkdir()
    monkeypatch.setenv("HOME", str(student_side))  # the exchange keeps a student's receipts there
    (student_side / "nbgrader_config.py").write_text((course.root / "nbgrader_config.py").read_text().replace(
        'str(Path(__file__).parent / "exchange")', repr(str(course.root / "exchange"))
    ))  # fmt: skip

    def run(folder, *words):
        command = [sys.executable, "-m", "nbgrader", *words]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done

    course.release("week1")
    run(course.root, "release_assignment", "week1")
    run(student_side, "fetch_assignment", "week1", "--course", "improving-dnn")
    nbformat.write(answer(square="x"), student_side / "week1/first.ipynb")
    run(student_side, "submit", "week1", "--course", "improving-dnn")
    run(course.root, "collect", "week1")
    hand_in(course, "by_mail", answer(), name="first")  # has no receipt, and is in nobody's way
    for _ in range(2):
        grade(course, regrade=True)
        course.feedback("week1")
        run(course.root, "release_feedback", "week1")
    run(student_side, "fetch_feedback", "week1", "--course", "improving-dnn")
    (page,) = student_side.glob("week1/feedback/*/first.html")
    assert ">3 / 8 points<" in page.read_text()
    assert len(list(course.root.glob("exchange/improving-dnn/feedback/*.html"))) == 4  # a page and an index


# ── nothing lost, nothing stuck ──────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def graded_once(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("graded"))
    for student in ("ada", "bob"):
        hand_in(course, student, answer(square="x" if student == "bob" else "x * x"), name="first")
    grade(course)
    return course


@pytest.fixture
def graded(graded_once, tmp_path):
    """A course in which ada has 8 of 8 points and bob 3."""
    shutil.copytree(graded_once.root, tmp_path, dirs_exist_ok=True)
    return Course(tmp_path)


def scores(submissions):
    return {student: submission.score for student, submission in submissions.items()}


def gradebook_of(course):
    return Gradebook(course.database, course.course_id)


def gradebook_deleted(course):
    (course.root / "gradebook.db").unlink()


def gradebook_emptied(course):
    (course.root / "gradebook.db").write_bytes(b"")


def gradebook_from_a_backup_before_grading(course):
    with sqlite3.connect(course.root / "gradebook.db") as connection:
        connection.execute("UPDATE grade SET auto_score = NULL, needs_manual_grade = 1")
    connection.close()


def gradebook_from_a_backup_with_other_scores(course):
    with sqlite3.connect(course.root / "gradebook.db") as connection:
        connection.execute("UPDATE grade SET auto_score = 0")
    connection.close()


def student_removed(course):
    with gradebook_of(course) as gradebook:
        gradebook.remove_student("ada")


def assignment_removed(course):
    with gradebook_of(course) as gradebook:
        gradebook.remove_assignment("week1")


def notebook_cut_short(course):
    path = course.root / "autograded/ada/week1/first.ipynb"
    path.write_text(path.read_text()[:300])


def notebook_without_marks(course):
    path = course.root / "autograded/ada/week1/first.ipynb"
    path.write_text(path.read_text().replace('"check"', '"chuck"'))


def notebook_is_a_folder(course):
    path = course.root / "autograded/ada/week1/first.ipynb"
    path.unlink()
    path.mkdir()


def notebook_gone(course):
    (course.root / "autograded/ada/week1/first.ipynb").unlink()


def marker_gone(course):
    (course.root / "autograded/ada/week1/.graded").unlink()


def marker_garbled(course):
    (course.root / "autograded/ada/week1/.graded").write_bytes(b"\xff\x00")


def marker_is_a_folder(course):
    marker_gone(course)
    (course.root / "autograded/ada/week1/.graded/deep").mkdir(parents=True)


def folder_not_writable(course):
    notebook_cut_short(course)
    (course.root / "autograded/ada/week1").chmod(0o500)


def rows_missing(course):
    with sqlite3.connect(course.root / "gradebook.db") as connection:
        connection.execute("DELETE FROM grade WHERE auto_score = 5")
        connection.execute("DELETE FROM submitted_notebook WHERE rowid = 2")
    connection.close()


ACCIDENTS = [
    gradebook_deleted,
    gradebook_emptied,
    gradebook_from_a_backup_before_grading,
    gradebook_from_a_backup_with_other_scores,
    student_removed,
    assignment_removed,
    notebook_cut_short,
    notebook_without_marks,
    notebook_is_a_folder,
    notebook_gone,
    marker_gone,
    marker_garbled,
    marker_is_a_folder,
    folder_not_writable,
    rows_missing,
]


@pytest.mark.parametrize("accident", ACCIDENTS, ids=lambda accident: accident.__name__)
def test_after_an_accident_all_is_graded_again_and_recorded(graded, accident):
    before = dump(graded)
    accident(graded)
    assert scores(grade(graded)) == {"ada": 8, "bob": 3}
    assert dump(graded) == before
    for path in graded.root.glob("autograded/*/week1/first.ipynb"):
        assert '"check"' in path.read_text()


@pytest.mark.long
@pytest.mark.parametrize(
    "content, told",
    [
        ("this is no database, but long enough to be read as one" * 40, "is not a gradebook"),
        (None, "cannot be opened"),
    ],
    ids=["text", "folder"],
)
def test_a_gradebook_that_is_none_is_told_in_one_line(graded, content, told):
    path = graded.root / "gradebook.db"
    path.unlink()
    path.mkdir() if content is None else path.write_text(content)
    for words in (["grade", "week1"], ["feedback", "week1"]):
        result = course_command(graded, *words)
        assert result.exit_code == 2
        assert told in result.stderr and len(result.stderr.splitlines()) == 1
    done = nbgrader(graded, "autograde", "week1")
    assert done.returncode == 1 and told in done.stderr and "Traceback" not in done.stderr


def read_only(path):
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    connection.execute("DELETE FROM student")


def full(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA max_page_count = 1")
    connection.execute("CREATE TABLE more AS SELECT randomblob(1000000)")


def of_another_version(path):
    connection = sqlite3.connect(path)
    connection.execute("SELECT no_such FROM student")


@pytest.mark.parametrize(
    "trouble, told",
    [(read_only, "cannot be written to"), (full, "make room"), (of_another_version, "nbgrader db upgrade")],
    ids=lambda value: getattr(value, "__name__", ""),
)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # connections left open
def test_what_the_database_says_is_told_in_plain_words(graded, trouble, told):
    path = graded.root / "gradebook.db"
    with pytest.raises(sqlite3.Error) as caught:
        trouble(path)
    message = str(database.explained(graded.database, caught.value))
    assert message.startswith("gradebook.db ") and told in message and "\n" not in message


class Locked:
    """Another program that has the gradebook for itself, for a while."""

    def __init__(self, course, how="EXCLUSIVE"):
        self.connection = sqlite3.connect(course.root / "gradebook.db", check_same_thread=False)
        self.connection.execute(f"BEGIN {how}")

    def end(self):
        self.connection.close()


@pytest.mark.parametrize("how", ["EXCLUSIVE", "IMMEDIATE"])
def test_a_locked_gradebook_is_waited_for_and_then_told(graded, monkeypatch, capsys, how):
    monkeypatch.setattr(database, "PATIENCE", 2)
    monkeypatch.setattr(database, "QUIET", 0.2)
    locked = Locked(graded, how)
    with pytest.raises(CourseError, match="gradebook.db is still in use by another program"):
        grade(graded, regrade=True)
    assert capsys.readouterr().err.count("waiting for it") == 1
    timer = threading.Timer(0.5, locked.end)
    timer.start()
    assert scores(grade(graded, regrade=True)) == {"ada": 8, "bob": 3}
    timer.join()


def two_runs(course, students):
    """Grade in two processes at once; both show everyone's points."""
    line = [sys.executable, "-m", "autograder", "grade", "week1", "--jobs", "1", "--course", str(course.root)]
    runs = [subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    for run in runs:
        out, err = run.communicate()
        assert run.returncode == 0, err.decode()
        assert out.decode().count("8 / 8") == students and b"Traceback" not in err


@pytest.mark.long
def test_two_runs_at_once_on_a_fresh_course_both_end_well(tmp_path):
    course = make_course(tmp_path)
    students = [f"student_{i}" for i in range(4)]
    for student in students:
        hand_in(course, student, answer(), name="first")
    two_runs(course, students=4)
    assert {row["score"] for row in exported(course).values()} == {"8.0"}
    assert not list(course.root.glob("gradebook.db.*"))


@pytest.mark.long
def test_cells_and_notebooks_come_and_go_after_grading_began(graded):
    give(graded, "ada", "test_double_1", 2.5)
    third = exercise("cube", "x ** 3", 7, "assert cube(2) == 8")
    fewer = exercise("double", "2 * x", 4, "assert double(4) == 8")
    write_source(graded, [*third, *fewer, ESSAY, *SQUARE])
    write_source(graded, exercise("half", "x / 2", 6, "assert half(4) == 2"), name="second")
    notebook = answer()
    notebook.cells.append(marked(new_code_cell("def cube(x):\n    return x ** 3"), "cube", solution=True))
    hand_in(graded, "ada", notebook, name="first")
    result = course_command(graded, "grade", "week1", "--jobs", "1")
    assert "new: first/cube, first/essay, first/test_cube_1, second, second/half" in result.output
    ada, bob = grade(graded).values()
    assert (ada.score, ada.max_score) == (2.5 + 5 + 7, 26)
    assert (bob.score, bob.max_score) == (4, 26)
    with gradebook_of(graded) as gradebook:
        cells = gradebook.find_notebook("first", "week1").source_cells
        assert [c.name for c in cells] == [
            "cube", "test_cube_1", "double", "test_double_1", "essay", "square", "test_square_1",
        ]  # fmt: skip
        assert gradebook.find_grade("test_double_1", "first", "week1", "ada").manual_score == 2.5
    write_source(graded, DOUBLE)
    (graded.root / "source/week1/second.ipynb").unlink()
    result = course_command(graded, "grade", "week1", "--jobs", "1")
    assert "gone: first/cube" in result.output and result.exit_code == 0
    (backup,) = graded.root.glob("gradebook.db.*")
    assert backup.name in result.output
    with Gradebook(f"sqlite:///{backup}", graded.course_id) as gradebook:
        assert gradebook.find_submission("week1", "ada").score == 14.5
    assert scores(grade(graded)) == {"ada": 2.5, "bob": 3}
    assert nbgrader(graded, "generate_assignment", "week1", "--force").returncode == 0


def test_a_dry_run_shows_whose_score_would_change_and_writes_nothing(graded):
    def state():
        paths = [p for p in graded.root.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
        return {str(p): (p.stat().st_mtime_ns, p.read_bytes()) for p in paths}

    write_source(graded, [*DOUBLE, *exercise("square", "x * x", 5, "assert square(0) == 0")])
    hand_in(graded, "eve", answer(), name="first")
    before = state()
    result = course_command(graded, "grade", "week1", "--dry-run", "--jobs", "1")
    assert result.exit_code == 0, result.output
    told = "Of 3 scores, 1 stay as they are, 1 would be new, 1 would go up. Nothing was written."
    assert told in " ".join(result.output.split())
    assert " eve " in result.output and " bob " in result.output and " ada " not in result.output
    assert state() == before
    assert scores(grade(graded)) == {"ada": 8, "bob": 8, "eve": 8}
    fresh = make_course(graded.root / "fresh")
    hand_in(fresh, "ada", answer(), name="first")
    before = state()
    assert course_command(fresh, "grade", "week1", "--dry-run").exit_code == 0
    assert state() == before


def test_feedback_and_release_may_be_deleted(graded):
    assert course_command(graded, "feedback", "week1").exit_code == 0
    for part in ("feedback", "release"):
        shutil.rmtree(graded.root / part, ignore_errors=True)
    assert scores(grade(graded)) == {"ada": 8, "bob": 3}
    assert course_command(graded, "feedback", "week1").exit_code == 0
    assert len(list(graded.root.glob("feedback/*/week1/first.html"))) == 2


def test_an_error_of_nbgraders_is_told_by_its_cause():
    log = logging.getLogger("told")
    with quiet(log) as errors:
        log.error("There was an error processing assignment: week1")
        log.error(
            "Traceback (most recent call last):\n  File x\nsqlite3.OperationalError: database is locked\n\n"
            "The above exception was the direct cause of the following exception:\n\n"
            "Traceback (most recent call last):\n  File y\n"
            "sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) database is locked\n"
            "[SQL: INSERT INTO x]\n(Background on this error at: https://sqlalche.me/e/20/e3q8)"
        )
        log.error("There was an error accessing the nbgrader database. This may occur if you upgraded.")
    assert errors.cause() == "sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) database is locked"


@pytest.mark.parametrize(
    "policy, told",
    [
        ("c.LateSubmissionPlugin.penalty_method = 'half'", "TraitError"),
        ("c.AssignLatePenalties.plugin_class = 'nowhere.Policy'", "nowhere"),
    ],
    ids=["unknown", "absent"],
)
def test_a_late_policy_that_cannot_be_is_told_in_one_line(graded, policy, told):
    config = graded.root / "nbgrader_config.py"
    config.write_text(config.read_text() + policy)
    result = course_command(graded, "grade", "week1")
    assert result.exit_code == 2 and told in result.stderr and len(result.stderr.splitlines()) == 1
