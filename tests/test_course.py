"""The `course` command, and nbgrader's own commands, on what students really hand in."""

import copy
import json
import os
import re
import subprocess
import sys

import nbformat
import pytest
from conftest import ROOT, copy_course, hand_in, released, solved
from nbformat.v4 import new_code_cell, new_markdown_cell
from typer.testing import CliRunner

from autograder.cli import app

pytestmark = pytest.mark.slow

TESTS = 6  # graded cells of the notebook


def course_command(course, *words):
    return CliRunner().invoke(app, [*words, "--course", str(course.root)], env={"COLUMNS": "200"})


def nbgrader(course, *words):
    command = [sys.executable, "-m", "nbgrader", *words]
    return subprocess.run(command, cwd=course.root, capture_output=True, text=True)


def cell_of(notebook, grade_id):
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


# ── everyday accidents cost nothing ──────────────────────────────────────────────────────────────


def copied_cells(notebook):
    for grade_id in ("initialize_parameters_he", "test_initialize_parameters_he_1", "demo_race"):
        cell = cell_of(notebook, grade_id)
        twin = copy.deepcopy(cell)
        twin.id += "-copy"
        notebook.cells.insert(notebook.cells.index(cell), twin)


def split_answer(notebook):
    cell = cell_of(notebook, "expected_initial_loss")
    twin = copy.deepcopy(cell)
    twin.id, twin.source = "split", "# the second half of a split cell"
    notebook.cells.insert(notebook.cells.index(cell) + 1, twin)


def deleted_cells(notebook):
    tests = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade")]
    for cell in [*tests, cell_of(notebook, "demo_zeros")]:
        notebook.cells.remove(cell)


def test_as_markdown(notebook):
    cell = cell_of(notebook, "test_activation_statistics_1")
    cell.cell_type = "markdown"
    del cell["outputs"], cell["execution_count"]


def tampered_metadata(notebook):
    for cell in notebook.cells:
        meta = cell.metadata.get("nbgrader", {})
        if meta.get("grade"):
            meta.update(points=100, grade=False, locked=False, solution=True)
            cell.source = "pass"
            cell.metadata["tags"] = ["demo"]  # demonstrations are not run
    notebook.cells[1].metadata["nbgrader"] = "nonsense"
    notebook.cells[2].metadata["nbgrader"] = {"grade_id": ["a", "list"], "grade": True}
    notebook.cells[4].metadata["nbgrader"] = {"grade_id": "of_my_own", "grade": True, "points": 50}


def scratch_cell_raises(notebook):
    notebook.cells.insert(3, new_code_cell("1 / 0", id="scratch"))


def warnings_and_progress_bars(notebook):
    """The notebook's answers, and everything that honest code writes to the error stream."""
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            noise = [
                "import logging, os, sys, warnings",
                "from tqdm import tqdm",
                "warnings.warn('deprecated')",
                "logging.warning('a log line')",
                "os.write(2, b'a line from a C library')",
                "print('debugging', file=sys.stderr)",
                "np.float64(1) / np.float64(0)",
                "[_ for _ in tqdm(range(3))]",
            ]
            head, body = cell.source.split('    """\n', 1)
            cell.source = head + '    """\n' + "".join(f"    {line}\n" for line in noise) + body


def prints_a_lot(notebook):
    notebook.cells.insert(3, new_code_cell("for i in range(300_000):\n    print(i)", id="prints"))


ACCIDENTS = [
    prints_a_lot,
    warnings_and_progress_bars,
    copied_cells,
    split_answer,
    deleted_cells,
    test_as_markdown,
    tampered_metadata,
    scratch_cell_raises,
]
test_as_markdown.__test__ = False


@pytest.mark.parametrize("accident", ACCIDENTS, ids=lambda accident: accident.__name__)
def test_an_accident_costs_nothing(registered_course, accident):
    notebook = solved(registered_course)
    accident(notebook)
    hand_in(registered_course, accident.__name__, notebook)
    submission = registered_course.grade_one("week1", accident.__name__)
    assert (submission.score, submission.max_score) == (20, 20)


def test_files_of_the_students_own_stand_in_for_nothing(registered_course):
    hand_in(registered_course, "files", solved(registered_course))
    folder = registered_course.root / "submitted/files/week1"
    (folder / "helpers").mkdir()
    for name in ("numpy.py", "checks.py", "helpers/__init__.py", "helpers/checks.py"):
        (folder / name).write_text("raise ImportError('not the real one')")
    assert registered_course.grade_one("week1", "files").score == 20


def test_input_is_answered_by_a_message(registered_course):
    notebook = solved(registered_course)
    cell_of(
        notebook, "expected_initial_loss"
    ).source = "def expected_initial_loss(n):\n    return float(input())"
    hand_in(registered_course, "asking", notebook)
    submission = registered_course.grade_one("week1", "asking")
    assert submission.score == 18
    (lost,) = [c for c in submission.notebooks["initialization"].checks if c.score == 0]
    assert "nobody can answer input() while grading: write the value into the code" in lost.message


def test_no_accident_earns_a_point(registered_course):
    """The same accidents, all at once, to a notebook in which nothing is solved."""
    notebook = released(registered_course)
    for accident in [copied_cells, scratch_cell_raises, tampered_metadata]:
        accident(notebook)
    hand_in(registered_course, "nothing", notebook)
    submission = registered_course.grade_one("week1", "nothing")
    assert (submission.score, submission.max_score) == (0, 20)


# ── what cannot be graded is said, and costs the others nothing ──────────────────────────────────


HOSTILE = """**bold**, $a<b$ <script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1))
<b onclick=alert(1)>b</b> <div style="position:fixed">20 / 20</div> <iframe src="//evil.example"></iframe>
$\\href{javascript:alert(1)}{y}$"""


in_one_worker = pytest.mark.xdist_group("class")  # it is graded once


@pytest.fixture(scope="module")
def graded_class(tmp_path_factory):
    """A class of honest and of broken submissions, graded once."""
    course = copy_course(tmp_path_factory.mktemp("class"))
    right = solved(course)
    hand_in(course, "ada", right)
    raising = copy.deepcopy(right)
    cell_of(raising, "expected_initial_loss").source = "def expected_initial_loss(n):\n    return [][n]"
    cell_of(raising, "initialize_parameters_he").source = "def initialize_parameters_he(:"
    raising.cells += map(new_markdown_cell, [HOSTILE, "![lost](attachment:lost.png)"])
    hand_in(course, "bob", raising)
    hand_in(course, "conflict", "<<<<<<< HEAD\n" + nbformat.writes(right))
    hand_in(course, "not_a_notebook", '{"cells": 3}')
    hand_in(course, "empty_file", "")
    hand_in(course, "half_a_character", json.dumps(right | {"metadata": {"a": "\ud83d"}}))
    deep = json.loads("[" * 300 + "]" * 300)
    hand_in(course, "deep", json.dumps(right | {"metadata": {"a": deep}}))
    hand_in(course, "pipe", "")
    (course.root / "submitted/pipe/week1/initialization.ipynb").unlink()
    os.mkfifo(course.root / "submitted/pipe/week1/initialization.ipynb")
    hand_in(course, "in_the_way", right)
    (course.root / "autograded/in_the_way").mkdir(parents=True)
    (course.root / "autograded/in_the_way/week1").touch()
    hand_in(course, "renamed", right, name="initialization (1)")
    (course.root / "submitted/no_notebook/week1").mkdir(parents=True)
    hand_in(course, "odd[1]", right)
    hand_in(course, "undated", right)
    (course.root / "submitted/undated/week1/timestamp.txt").write_text("yesterday, I think")
    hand_in(course, "linked", right)
    linked = course.root / "submitted/linked/week1/initialization.ipynb"
    linked.unlink()
    linked.symlink_to(course.root / "source/week1/initialization.ipynb")
    dying = copy.deepcopy(right)
    cell_of(dying, "initialize_parameters_he").source = "import os\nos._exit(1)"
    hand_in(course, "dying", dying)
    result = course_command(course, "grade", "week1", "--json", str(course.root / "grades.json"))
    return course, result, json.loads((course.root / "grades.json").read_text())


@pytest.mark.long
@in_one_worker
def test_the_exit_status_says_that_something_was_not_graded(graded_class):
    _, result, _ = graded_class
    assert result.exit_code == 1
    assert "9 of 15 submissions could not be graded" in result.output


@in_one_worker
@pytest.mark.parametrize(
    "student, told",
    {
        "conflict": "initialization.ipynb is not a notebook that can be read",
        "not_a_notebook": "initialization.ipynb is not a notebook that can be read",
        "empty_file": "initialization.ipynb is not a notebook that can be read",
        "pipe": "initialization.ipynb cannot be read: it is not a regular file",
        "no_notebook": "ask for initialization.ipynb",
        "odd[1]": "rename its folder",
        "undated": "its timestamp.txt does not hold a clear time",
        "linked": "it holds links to other files",
    }.items(),
)
def test_a_problem_is_told_in_one_line_and_is_no_score(graded_class, student, told):
    _, result, grades = graded_class
    submission = next(s for s in grades["submissions"] if s["student"] == student)
    assert told in submission["problem"] and "\n" not in submission["problem"]
    assert submission["score"] is None and submission["max_score"] is None
    assert submission["notebooks"] == {}
    assert student in result.output


@in_one_worker
def test_what_cannot_be_recorded_waits_for_a_person_and_ends_nothing(graded_class):
    _, _, grades = graded_class
    submission = next(s for s in grades["submissions"] if s["student"] == "in_the_way")
    assert submission["problem"].startswith("needs manual grade: it cannot be recorded (FileExistsError")
    assert submission["score"] is None


@in_one_worker
def test_the_json_tells_what_became_of_every_check(graded_class):
    _, _, grades = graded_class
    assert grades["assignment"] == "week1"
    by_student = {s["student"]: s for s in grades["submissions"]}
    assert by_student["ada"]["score"] == by_student["ada"]["max_score"] == 20
    bob = by_student["bob"]
    assert (bob["score"], bob["max_score"], bob["problem"]) == (13, 20, None)
    checks = {c["grade_id"]: c for c in bob["notebooks"]["initialization"]["checks"]}
    assert len(checks) == TESTS
    assert set(checks["test_expected_initial_loss_1"]) == {
        "grade_id",
        "points",
        "score",
        "outcome",
        "message",
        "hint",
    }
    raised = checks["test_expected_initial_loss_1"]
    assert (raised["outcome"], raised["score"], raised["points"]) == ("raised", 0, 2)
    assert raised["message"].startswith("expected_initial_loss: raised IndexError: list index out of range")
    assert "return [][n]" in raised["message"]
    missing = checks["test_initialize_parameters_he_1"]
    assert missing["outcome"] == "missing"
    assert "it is not defined: its cell, which starts `def initialize_parameters_he(:`" in missing["message"]
    assert "SyntaxError: invalid syntax, in line 1" in missing["message"]
    assert sum(c["outcome"] == "passed" for c in checks.values()) == 4


@in_one_worker
def test_a_cell_that_ends_its_process_costs_its_exercise_alone(graded_class):
    _, _, grades = graded_class
    dying = next(s for s in grades["submissions"] if s["student"] == "dying")
    assert dying["score"] == 15
    lost = [c for c in dying["notebooks"]["initialization"]["checks"] if c["score"] == 0]
    assert [c["outcome"] for c in lost] == ["died"]
    assert lost[0]["message"] == "initialize_parameters_he: its cell ended its process (exit status 1)."


@in_one_worker
def test_feedback_is_there_for_everyone_graded_and_hides_the_hidden_tests(graded_class):
    course, *_ = graded_class
    result = course_command(course, "feedback", "week1")
    assert result.exit_code == 0
    pages = {p.parts[-3]: p.read_text() for p in course.root.glob("feedback/*/week1/initialization.html")}
    assert set(pages) == {"ada", "bob", "dying", "half_a_character", "deep", "renamed"}
    source = nbformat.read(course.root / "source/week1/initialization.ipynb", as_version=4)
    hidden = re.findall(
        "### BEGIN HIDDEN TESTS\n(.*?)### END", "\n".join(c.source for c in source.cells), re.DOTALL
    )
    names = set(re.findall(r"[a-z_]{12,}", "".join(hidden)))
    names -= set(re.findall(r"[a-z_]{12,}", "\n".join(c.source for c in released(course).cells)))
    assert "expected_statistics" in names and "looks_independent" in names
    for page in pages.values():
        text = re.sub("<[^>]*>", "", page)
        assert not [name for name in names if name in text]
        assert "HIDDEN TESTS" not in text
    assert "list index out of range" in pages["bob"]
    assert "return [][n]" in pages["bob"]
    assert "<strong>bold</strong>" in pages["bob"] and "<mi>a</mi><mo>&lt;</mo><mi>b</mi>" in pages["bob"]
    for hostile in ("alert(1)", "position:fixed", "onerror", "onclick", "javascript:", "evil.example"):
        written = re.findall(f"<[^>]*{re.escape(hostile)}[^<]*", pages["bob"])
        assert not written, hostile


@pytest.mark.long
@in_one_worker
def test_an_earlier_grade_survives_a_broken_second_submission(graded_class):
    course, *_ = graded_class
    path = course.root / "submitted/ada/week1/initialization.ipynb"
    whole = path.read_text()
    path.write_text("not a notebook any more")
    result = course_command(course, "grade", "week1", "--student", "ada")
    path.write_text(whole)
    assert result.exit_code == 1
    exported = nbgrader(course, "export", "--to", "grades.csv")
    assert exported.returncode == 0, exported.stderr
    rows = (course.root / "grades.csv").read_text().split("\n")
    ada = next(row for row in rows if ",ada," in row)
    assert ",20.0,20.0" in ada


@pytest.mark.long
def test_an_endless_loop_costs_its_exercise_alone(registered_course, monkeypatch):
    notebook = solved(registered_course)
    loop = "def expected_initial_loss(num_classes):\n    while True:\n        pass"
    cell_of(notebook, "expected_initial_loss").source = loop
    hand_in(registered_course, "endless", notebook)
    monkeypatch.setattr(registered_course.config.Sandbox, "cell_timeout", 4)
    submission = registered_course.grade_one("week1", "endless")
    assert submission.score == 18
    lost = [c for c in submission.notebooks["initialization"].checks if c.score == 0]
    assert [check.outcome for check in lost] == ["timed_out"]


# ── bad input ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words, told",
    [
        (["grade", "week9"], "There is no assignment 'week9' in source/; available: week1."),
        (["release", "week9"], "There is no assignment 'week9' in source/; available: week1."),
        (["feedback", "week9"], "There is no assignment 'week9' in source/; available: week1."),
        (["grade", "week1"], "Nothing has been handed in: put submissions under submitted/STUDENT/week1/."),
        (["grade", "week1", "--student", "a/b"], "'a/b' is not a student id"),
        (["grade", "week1", "--student", "eve"], "There is no submitted/eve/week1"),
        (["feedback", "week1"], "Nothing has been graded for week1 yet: run `course grade week1` first."),
    ],
)
def test_bad_input_is_answered_in_one_line(course, words, told):
    if "--student" in words:
        hand_in(course, "ada", released(course))
    result = course_command(course, *words)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert told in result.output
    assert not (course.root / "gradebook.db").exists()


def test_outside_a_course_the_command_asks_for_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "There is no nbgrader_config.py here or above" in CliRunner().invoke(app, ["release"]).output
    result = CliRunner().invoke(app, ["release", "--course", str(tmp_path)])
    assert result.exit_code == 2
    assert "does not contain nbgrader_config.py" in result.output


def test_without_its_packages_the_command_says_what_to_run(tmp_path):
    """A Python in which the course is not installed, only its files are there."""
    program = "import sys; sys.path.insert(0, sys.argv[1]); from autograder.__main__ import main; main()"
    # -S leaves out site-packages
    command = [sys.executable, "-S", "-c", program, str(ROOT)]
    result = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr.strip().endswith("run `make .venv`, then use `.venv/bin/course`.")
    assert "is not installed" in result.stderr and "Traceback" not in result.stderr


# ── the demonstration, and nbgrader's own commands ───────────────────────────────────────────────


@pytest.mark.long
def test_the_demo_ends_with_the_scores_that_its_class_deserves(tmp_path):
    result = CliRunner().invoke(
        app, ["demo", "--dir", str(tmp_path / "class"), "--course", str(ROOT)], env={"COLUMNS": "200"}
    )
    assert result.exit_code == 0, result.output
    scores = dict(re.findall(r"│ (\w+) +│ (\d+) / 20", result.output))
    assert scores == {
        "all_right": "20",
        "right_but_unusual": "20",
        "mistake_shared_arrays": "17",
        "mistake_fan_out": "15",
        "mistake_in_bits": "18",
        "untouched": "0",
        "cell_deleted_another_copied": "20",
        "raises_at_once": "20",
        "hostile": "15",
    }
    told = " ".join(result.output.replace("│", " ").split())  # as one line, however wide the terminal is
    assert "−5 died initialize_parameters_he: ended its process (exit status 0)." in told
    pages = list((tmp_path / "class/feedback").glob("*/week1/initialization.html"))
    assert {page.parts[-3] for page in pages} == set(scores)
    again = CliRunner().invoke(app, ["demo", "--dir", str(tmp_path / "class"), "--course", str(ROOT)])
    assert again.exit_code == 2 and "is not empty" in again.output


@pytest.mark.long
def test_nbgraders_own_commands_do_the_same(course):
    hand_in(course, "ada", solved(course))
    for words in (
        ["generate_assignment", "week1", "--force"],
        ["autograde", "week1"],
        ["generate_feedback", "week1"],
        ["export", "--to", "grades.csv"],
    ):
        done = nbgrader(course, *words)
        assert done.returncode == 0, done.stderr
    assert "week1," in (course.root / "grades.csv").read_text()
    assert ",20.0,20.0" in (course.root / "grades.csv").read_text()
    page = (course.root / "feedback/ada/week1/initialization.html").read_text()
    assert "HIDDEN TESTS" not in page


@pytest.mark.long
def test_validate_shows_a_student_the_message_and_not_the_test(course):
    path = os.path.join("release", "week1", "initialization.ipynb")
    done = nbgrader(course, "validate", path)
    assert "VALIDATION FAILED ON 6 CELL(S)" in done.stdout
    assert "initialize_parameters_he: not written yet" in done.stdout
    assert "Traceback" not in done.stdout
    nbformat.write(solved(course), course.root / path)
    assert "Success! Your notebook passes all the tests." in nbgrader(course, "validate", path).stdout
