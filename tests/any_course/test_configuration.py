"""What the configuration of another course may say, and what is told where it has no effect."""

from pathlib import Path

import nbformat
import pytest
from any_course.little import CONFIG, little_course, notebook
from test_course import course_command, nbgrader
from traitlets.config import Config
from typer.testing import CliRunner

from autograder.cli import app
from autograder.course import Course
from autograder.errors import CourseError
from autograder.settings import copy_config, places_of, read_config
from autograder.submission.beside import IGNORED, ignored_by

ROWS = [("a0 = 1", "assert a0 == 1")]
DOUBLE = [("def f(x):\n    return 2 * x", "assert f(2) == 4\nassert f(3) == 6")]


@pytest.mark.parametrize(
    "line",
    [
        "c.CourseDirectory.source_directory = '/elsewhere'",
        "c.CourseDirectory.release_directory = '.'",
        "c.CourseDirectory.feedback_directory = 'submitted/../..'",
        "c.CourseDirectory.autograded_directory = 'submitted/autograded'",
        "c.CourseDirectory.directory_structure = '{assignment_id}/{nbgrader_step}/{student_id}'",
        "c.Autograde.sanitize_preprocessors = ['mine.Own']",
        "c.CourseDirectory.root = '/elsewhere'",
    ],
)
def test_a_setting_without_effect_is_named(tmp_path, line):
    (tmp_path / "nbgrader_config.py").write_text(f"c = get_config()\n{line}\n")
    with pytest.raises(CourseError, match="nbgrader_config.py"):
        Course(tmp_path)


@pytest.mark.long
@pytest.mark.slow
def test_folders_have_the_names_that_the_configuration_gives_them(tmp_path):
    # Breaks if anything, ours or nbgrader's, reads or writes a folder under nbgrader's usual name.
    names = {"source": "of us/src", "release": "handed out", "submitted": "in", "autograded": "graded"}
    names["feedback"] = "back"
    config = "".join(f"c.CourseDirectory.{step}_directory = {name!r}\n" for step, name in names.items())
    (tmp_path / "of us/src/ps1").mkdir(parents=True)
    (tmp_path / "nbgrader_config.py").write_text(CONFIG + config)
    nbformat.write(notebook(DOUBLE), tmp_path / "of us/src/ps1/nb.ipynb")
    course = Course(tmp_path)
    assert course_command(course, "release", "ps1").exit_code == 0
    for student, answer in {"ada": "def f(x): return x + x", "bob": "def f(x): return 4"}.items():
        (tmp_path / "in" / student / "ps1").mkdir(parents=True)
        answered = notebook([(answer, DOUBLE[0][1])])
        nbformat.write(answered, tmp_path / "in" / student / "ps1/nb.ipynb")
    for words in ("grade", "report", "similar", "feedback", "check-tests"):
        result = course_command(course, words, "ps1")
        assert result.exit_code == 0, result.output
    for words in (["check", tmp_path / "in/ada/ps1/nb.ipynb"], ["doctor", tmp_path / "in/bob"]):
        assert "ps1/nb" in course_command(course, *map(str, words)).output
    for words in (["autograde", "ps1"], ["generate_feedback", "ps1"], ["export"]):
        ran = nbgrader(course, *words, *(["--force"] if "ps1" in words else []))
        assert ran.returncode == 0, ran.stderr
    assert "ada,,,,1.0" in (tmp_path / "grades.csv").read_text()
    made = {path.parent.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("nb.*")}
    assert made == {
        "of us/src/ps1", "handed out/ps1", "checked/ps1",
        *(f"{folder}/{student}/ps1" for folder in ("in", "graded", "back") for student in ("ada", "bob")),
    }  # fmt: skip
    assert not {path.name for path in tmp_path.iterdir()} & {*names}


def test_a_course_is_found_by_any_path_to_it(tmp_path, monkeypatch):
    # Breaks if `course grade --course ../mine` is taken for a folder outside of the course.
    for name in ("mine", "here"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "nbgrader_config.py").touch()
    monkeypatch.chdir(tmp_path / "here")
    for root in (Path("../mine"), Path(), Path(".."), tmp_path / "mine"):
        assert places_of(root, Config()).source == root / "source"
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["grade", "ps1", "--course", "here/../mine"])
    assert "There is no assignment 'ps1' in source/" in result.output


def test_what_students_hand_in_is_no_folder_of_modules(tmp_path):
    # Breaks if students can read each other's work, or the solutions, because a folder has another name.
    (tmp_path / "in").mkdir()
    config = f"c.Sandbox.modules = {str(tmp_path / 'in')!r}\nc.CourseDirectory.submitted_directory = 'in'\n"
    (tmp_path / "nbgrader_config.py").write_text(f"c = get_config()\n{config}")
    with pytest.raises(CourseError, match="students can read all of it"):
        Course(tmp_path)


def test_a_copy_of_a_course_never_writes_to_its_gradebook(tmp_path):
    config = f"c.CourseDirectory.root = {str(tmp_path / 'real')!r}\n"
    config += f"c.CourseDirectory.db_url = 'sqlite:///{tmp_path}/elsewhere.db'\n"
    config += "c.IncludeHeaderFooter.header = 'source/header.ipynb'\n"
    course = little_course_with_header(tmp_path / "real", config)
    assert course.database == f"sqlite:///{tmp_path}/elsewhere.db" and (tmp_path / "elsewhere.db").exists()
    (tmp_path / "twin").mkdir()
    copy_config(course.root, tmp_path / "twin")
    twin = Course(tmp_path / "twin")
    assert twin.database == f"sqlite:///{tmp_path}/twin/gradebook.db"
    assert twin.config.IncludeHeaderFooter.header == str(course.root / "source/header.ipynb")


def little_course_with_header(root, config):
    (root / "source").mkdir(parents=True)
    (root / "source/header.ipynb").write_text(
        '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    return little_course(root, ROWS, config=config)


def test_what_is_added_to_the_files_that_students_do_not_get_is_added(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.ignore.append('*.h5')\n"
    )
    assert ignored_by(read_config(tmp_path)) == [*IGNORED, "*.h5"]
