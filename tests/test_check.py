"""`course check`: a learner's notebook gets the points and messages of `course grade`, and nothing moves."""

import json
import re
import shutil

import pytest
from conftest import ROOT
from hand_ins import BLANK, EXERCISES, OTHER, RIGHT, instructors, notebook, raw, zipped
from nbformat.v4 import writes
from test_course import course_command

from autograder.check import check
from autograder.course import Course
from autograder.grading.workers import Workers
from autograder.submission.notebooks import NOTHING_WRITTEN
from autograder.submission.recognised import answers_at

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("check")]

WRONG = RIGHT.replace(b"return 2 * x", b"return 3 * x")


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """A course as a learner has it: nobody has graded anything there."""
    root = tmp_path_factory.mktemp("alone")
    for place, exercises in EXERCISES.items():
        (root / "source" / place).parent.mkdir(parents=True, exist_ok=True)
        (root / "source" / f"{place}.ipynb").write_text(writes(instructors(exercises)))
    config = (ROOT / "nbgrader_config.py").read_text() + "\nc.Sandbox.libraries = ['numpy']\n"
    (root / "nbgrader_config.py").write_text(config)
    return Course(root)


def put(course, name, content):
    path = course.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def files(course):
    found = (path for path in course.root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {str(path.relative_to(course.root)): path.read_bytes() for path in found}


def test_all_points_have_status_0_and_only_a_page_is_written(alone):
    path = put(alone, "week1/initialization.ipynb", RIGHT)
    for name in ("gradebook.db", "submitted/ada/week1/initialization.ipynb", "feedback/1/week1/x.html"):
        put(alone, name, b"of the class")
    before = files(alone)
    result = course_command(alone, "check", str(path))
    assert result.exit_code == 0, result.output
    assert "initialization.ipynb: 10 of 10 points" in result.output
    assert "5 of 5  double: passed" in result.output
    after = files(alone)
    page = after.pop("checked/week1/initialization.html").decode()
    assert after == before
    assert "double" in page and "10 / 10" in page


def test_a_folder_shows_what_each_notebook_lacks_and_what_is_no_part_of_the_course(alone):
    folder = put(alone, "mine/homework [1].ipynb", WRONG).parent
    put(alone, "mine/gradient_checking.ipynb", raw(notebook("gradient_checking", answers=())))
    put(alone, "mine/Untitled.ipynb", json.dumps({"cells": []}).encode())
    put(alone, "mine/optimization.ipynb", raw(notebook("optimization", "week2"))[:400])
    result = course_command(alone, "check", str(folder))
    lines = [line.strip() for line in result.output.splitlines()]
    assert result.exit_code == 1
    assert f"{folder}/gradient_checking.ipynb: nothing is written yet: 0 of 2 exercises." in lines
    assert any(line.startswith("Begin with square: write your solution") for line in lines)
    assert f"{folder}/homework [1].ipynb, graded as initialization: 5 of 10 points" in lines
    place = lines.index("0 of 5  double: failed")
    assert lines[place + 1].startswith("what the check asserts does not hold.")
    assert "5 of 5  negative: passed" in lines
    assert any(line.startswith(f"{folder}/optimization.ipynb: not graded: ") for line in lines)
    assert f"Left out: {folder}/Untitled.ipynb answers no notebook of this course" in result.output
    assert "Together: 5 of 20 points" in lines
    assert (alone.root / "checked/week1/homework [1].html").is_file()


@pytest.mark.long
def test_points_and_messages_are_those_of_course_grade(alone, tmp_path):
    shutil.copytree(alone.root / "source", tmp_path / "source")
    shutil.copy(alone.root / "nbgrader_config.py", tmp_path)
    class_ = Course(tmp_path)
    for name in ("submitted/ada/week1/initialization.ipynb", "own.ipynb"):
        put(class_, name, WRONG)
    class_.register("week1")
    graded = class_.grade_one("week1", "ada").notebooks["initialization"]
    answers, _ = answers_at(class_.handed_in, tmp_path / "own.ipynb")
    with Workers({"libraries": ["numpy"]}, [], 1) as workers:
        (checked,) = check(class_, answers, workers)
    assert checked.result == graded


NOT_GRADED = {
    "absent.ipynb": (None, "There is no "),
    "homework.pdf.ipynb": (b"%PDF-1.4", "is not a notebook: name a file that ends in .ipynb."),
    "notes.txt": (b"hello", "is not a notebook: name a file that ends in .ipynb."),
    "Untitled7.ipynb": (
        raw({"cells": []}),
        "answers no notebook of this course: rename it",
    ),
    "both.ipynb": (
        raw({"cells": json.loads(RIGHT)["cells"] + json.loads(OTHER)["cells"]}),
        "may answer week1/gradient_checking or week1/initialization: rename it",
    ),
    "work.zip": (zipped({"initialization.ipynb": BLANK}), "is not a notebook"),
    "empty/": (None, "There is no notebook in"),
}


@pytest.mark.parametrize("name", NOT_GRADED)
def test_what_cannot_be_checked_is_told_in_one_line(alone, name):
    content, told = NOT_GRADED[name]
    path = alone.root / "bad" / name
    path.parent.mkdir(exist_ok=True)
    if content is not None:
        path.write_bytes(content)
    elif name.endswith("/"):
        path.mkdir()
    result = course_command(alone, "check", str(path))
    assert (result.exit_code, result.output) == (2, result.stderr)
    assert told in result.stderr and len(result.stderr.splitlines()) == 1


def test_a_link_is_not_followed(alone):
    path = alone.root / "linked.ipynb"
    path.symlink_to(alone.root / "source/week1/initialization.ipynb")
    result = course_command(alone, "check", str(path))
    assert result.exit_code == 2 and "it is a link to another file" in result.stderr


@pytest.mark.parametrize("what, found", {"system": "Darwin", "machine": "riscv64"}.items())
def test_a_machine_that_cannot_confine_names_the_option_in_one_line(alone, monkeypatch, what, found):
    monkeypatch.setattr(f"platform.{what}", lambda: found)
    path = put(alone, "week1/initialization.ipynb", RIGHT)
    result = course_command(alone, "check", str(path))
    assert result.exit_code == 2 and "--unsandboxed" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    result = course_command(alone, "check", str(path), "--unsandboxed")
    assert result.exit_code == 0, result.output


def test_a_hand_in_with_nothing_written_is_told_to_the_instructor_and_to_the_student(alone, tmp_path):
    shutil.copytree(alone.root / "source", tmp_path / "source")
    shutil.copy(alone.root / "nbgrader_config.py", tmp_path)
    class_ = Course(tmp_path)
    blank = raw(notebook("gradient_checking", answers=()))
    put(class_, "submitted/wrong_copy/week1/initialization.ipynb", BLANK)
    put(class_, "submitted/wrong_copy/week1/gradient_checking.ipynb", blank)
    put(class_, "submitted/half_done/week1/initialization.ipynb", RIGHT)
    put(class_, "submitted/half_done/week1/gradient_checking.ipynb", blank)
    put(class_, "submitted/in_a_cell_of_its_own/week1/initialization.ipynb", raw(
        {"cells": [*json.loads(BLANK)["cells"], json.loads(WRONG)["cells"][2] | {"metadata": {}}]}
    ))  # fmt: skip
    result = course_command(class_, "grade", "week1", "--json", str(tmp_path / "grades.json"))
    assert result.exit_code == 0, result.output
    assert re.sub(r"[\s│]+", " ", result.output).count(NOTHING_WRITTEN) == 1
    found = {s["student"]: s for s in json.loads((tmp_path / "grades.json").read_text())["submissions"]}
    assert {student: NOTHING_WRITTEN in s["notes"] for student, s in found.items()} == {
        "wrong_copy": True, "half_done": False, "in_a_cell_of_its_own": False,
    }  # fmt: skip
    untouched = {name: one["untouched"] for name, one in found["half_done"]["notebooks"].items()}
    assert untouched == {"gradient_checking": True, "initialization": False}
    pages = {"/".join(page.parts[-3::2]): page.read_text() for page in class_.feedback("week1")}
    assert NOTHING_WRITTEN in pages["wrong_copy/initialization.html"]
    assert NOTHING_WRITTEN not in pages["half_done/initialization.html"]


def test_a_course_without_its_source_says_what_is_missing(tmp_path):
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    (tmp_path / "initialization.ipynb").write_bytes(RIGHT)
    result = course_command(Course(tmp_path), "check", str(tmp_path / "initialization.ipynb"))
    assert result.exit_code == 2 and "There are no notebooks in source/" in result.stderr
