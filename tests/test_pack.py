"""`course pack`: a week with which a student can begin anywhere, and which gives nothing away."""

import json
import re
import subprocess
import sys
import tomllib
import zipfile

import nbformat
import pytest
from conftest import ROOT, copy_course, solved
from packaging.requirements import Requirement
from test_course import course_command

from autograder.pack import helper_files, requirements
from helpers import validate
from helpers.environment import NEEDED

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
REGION = re.compile(r"### BEGIN (SOLUTION|HIDDEN TESTS)\n(.*?)### END \1", re.DOTALL)
GRADER = {
    *("nbgrader", "typer", "rich", "sandlock", "msgpack", "psutil", "jupyterlab", "jsonschema"),
    *("jinja2", "latex2mathml", "pyyaml"),
}


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    """A course, and the folder in which its pack was unpacked, as on a student's computer."""
    course = copy_course(tmp_path_factory.mktemp("packing") / "course")
    (course.root / "source/week1/solution.py").write_text("answer = 42")
    result = course_command(course, "pack", "week1")
    assert result.exit_code == 0, result.output
    path = course.root / "packed/week1.zip"
    assert str(path) in result.output
    folder = tmp_path_factory.mktemp("student")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    (unpacked,) = folder.iterdir()
    return course, path, unpacked


def run(folder, notebook):
    """Check a notebook in the unpacked folder, with the helpers that are there."""
    command = [sys.executable, "-m", "helpers.validate", notebook]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_the_same_week_is_packed_into_the_same_bytes(packed):
    course, path, _ = packed
    before = path.read_bytes()
    for source in course.root.glob("source/*/*.ipynb"):
        source.touch()
    assert course_command(course, "pack", "week1").exit_code == 0
    assert path.read_bytes() == before


def test_a_pack_holds_what_is_needed_and_nothing_of_the_instructors(packed):
    course, _, folder = packed
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    top = {name for name in names if not name.startswith("helpers/")}
    assert top == {"START-HERE.md", "requirements.txt", "initialization.ipynb"}
    assert {"helpers/digits.h5", "helpers/checks/known_mistakes.json", "helpers/requirements.txt"} <= names
    assert not [name for name in names if "__pycache__" in name]
    everything = "\n".join(path.read_text() for path in folder.rglob("*") if path.suffix in (".ipynb", ".py"))
    released = nbformat.read(folder / "initialization.ipynb", as_version=4)
    given = "\n".join(cell.source for cell in released.cells)
    hidden = 0
    for cell in nbformat.read(course.root / "source/week1/initialization.ipynb", as_version=4).cells:
        for _, region in REGION.findall(cell.source):
            for line in filter(None, map(str.strip, region.split("\n"))):
                hidden += 1
                assert len(line) < 30 or line in REGION.sub("", cell.source) or line not in given, line
    assert hidden > 50 and "### BEGIN" not in everything


def test_the_page_to_begin_with_has_no_gaps(packed):
    _, _, folder = packed
    text = (folder / "START-HERE.md").read_text()
    assert not re.findall(r"\{\w+\}", text)
    assert "python -m helpers.validate initialization.ipynb" in text and "week1.zip" in text


def test_students_install_what_notebooks_need_with_the_courses_bounds_and_no_grader():
    bounds = {}
    for line in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["tensorflow"]]:
        bounds[Requirement(line).name] = Requirement(line)
    lines = [line for line in requirements(tensorflow=True).splitlines() if not line.startswith("#")]
    wanted = [Requirement(line) for line in lines]
    for one in wanted:
        assert set(one.specifier) <= set(bounds[one.name].specifier), one
    assert {one.name for one in wanted} == set(bounds) - GRADER
    assert "tensorflow" not in requirements(tensorflow=False)
    needed = [Requirement(line).name for line in NEEDED.read_text().splitlines() if not line.startswith("#")]
    assert [one.name for one in wanted if not one.name.startswith("ipy")] == needed


def test_every_file_beside_the_helpers_code_is_packed_and_in_the_wheel():
    tracked = subprocess.run(["git", "ls-files", "helpers"], cwd=ROOT, capture_output=True, text=True)
    if tracked.returncode:
        pytest.skip("this is not a checkout")
    assert set(tracked.stdout.split()) - set(helper_files()) == set()


@pytest.mark.long
@pytest.mark.slow
def test_the_checks_of_a_saved_notebook_run_without_a_button(packed):
    course, _, folder = packed
    nbformat.write(solved(course), folder / "solved.ipynb")
    done = run(folder, "solved.ipynb")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 of 6 exercises pass the checks that you see." in done.stdout
    done = run(folder, "initialization.ipynb")
    assert done.returncode == 1
    assert "initialize_parameters_he: not written yet" in done.stdout and "0 of 6" in done.stdout


@pytest.mark.slow
def test_what_stops_and_what_is_wrong_is_told_for_each_exercise(packed, capsys):
    course, _, folder = packed
    notebook = solved(course)
    for cell in notebook.cells:
        if cell.source.startswith("def initialize_parameters_he"):
            cell.source = "def initialize_parameters_he(:"
        if cell.source.startswith("def expected_initial_loss"):
            cell.source = "def expected_initial_loss(n):\n    return 17"
    nbformat.write(notebook, folder / "wrong.ipynb")
    assert validate.main(folder / "wrong.ipynb") == 1
    told = capsys.readouterr().out
    assert "This cell stopped: def initialize_parameters_he(:: SyntaxError" in told
    assert "NameError: name 'initialize_parameters_he' is not defined" in told
    assert "expected_initial_loss: the result is not right" in told
    assert "4 of 6" in told


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"cells": [3]}', "\xff"])
def test_what_is_not_a_notebook_is_told_in_one_line(tmp_path, capsys, content):
    path = tmp_path / "x.ipynb"
    if content is not None:
        path.write_bytes(content.encode("latin-1"))
    assert validate.main(path) == 2
    told = capsys.readouterr().out
    assert len(told.splitlines()) == 1 and "cannot be read as a notebook" in told


def test_a_notebook_without_checks_does_not_pass(tmp_path, capsys):
    notebook = nbformat.read(ROOT / "release/week1/initialization.ipynb", as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    (tmp_path / "x.ipynb").write_text(json.dumps({"cells": cells}))
    assert validate.main(tmp_path / "x.ipynb") == 2
    assert "There are no checks" in capsys.readouterr().out
