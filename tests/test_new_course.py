"""A course of one's own: `course new course`, and the modules that its notebooks import."""

import re
import shutil

import nbformat
import pytest
from conftest import ROOT
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell
from typer.testing import CliRunner

from autograder.cli import app
from autograder.course import Course
from autograder.errors import CourseError
from autograder.modules import PRIVATE
from autograder.variants import reference

SETTING = re.compile(r"^c\.([\w.]+) = ", re.MULTILINE)
ITS_OWN = {"Sandbox.modules"}


def course_command(*words):
    return CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "200"})


def new_course(folder):
    ended = course_command("new", "course", folder)
    assert ended.exit_code == 0, ended.output
    return Course(folder)


def solved(course):
    return reference(*(course.root / part / "hw1/averages.ipynb" for part in ("source", "release")))


def answered(course, grade_id, source):
    """Return a notebook that is right but for one answer."""
    notebook = solved(course)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id:
            cell.source = source
    return notebook


def hand_in(course, student, notebook):
    folder = course.root / "submitted" / student / "hw1"
    shutil.copytree(course.root / "release/hw1", folder)  # the modules, too, as an exchange would
    nbformat.write(notebook, folder / "averages.ipynb")


def graded(course):
    """Grade everyone with the command; return what it prints."""
    ended = course_command("grade", "hw1", "--jobs", "1", "--course", course.root)
    assert ended.exit_code == 0, ended.output
    return ended.output


# ── what is laid down ────────────────────────────────────────────────────────────────────────────


def test_a_new_course_is_named_after_its_folder_and_shows_every_kind_of_cell(tmp_path):
    course = new_course(tmp_path / "Statistik I (2027)")
    assert course.course_id == "Statistik-I-2027"
    assert "# Statistik-I-2027" in (course.root / "README.md").read_text()
    assert (course.root / "exchange").is_dir() and (course.root / ".gitignore").is_file()
    notebook = nbformat.read(course.root / "source/hw1/averages.ipynb", as_version=4)
    nbformat.validate(notebook)
    kinds = {
        (cell.cell_type, cell.metadata.nbgrader.grade, cell.metadata.nbgrader.solution)
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
    }
    assert kinds == {
        ("code", False, True),  # an answer
        ("code", True, False),  # a check
        ("code", False, False),  # a demonstration
        ("markdown", True, True),  # graded by a person
    }
    assert any("HIDDEN TESTS" in cell.source for cell in notebook.cells)


@pytest.mark.parametrize("name", ["../elsewhere", "a/b", "", " ", "-x", "a\nb", "x" * 101])
def test_a_name_that_would_be_a_path_is_refused_and_nothing_is_written(tmp_path, name):
    ended = course_command("new", "course", tmp_path / "!!!", "--name", name)
    assert ended.exit_code == 2 and "cannot be the name of a course" in ended.stderr
    assert not (tmp_path / "!!!").exists()


@pytest.mark.parametrize("kind", ["holds a file", "is a file", "links to nowhere"])
def test_a_folder_that_is_not_empty_is_left_alone(tmp_path, kind):
    place = tmp_path / "mine"
    if kind == "holds a file":
        place.mkdir()
        (place / "README.md").write_text("mine")
    elif kind == "is a file":
        place.write_text("mine")
    else:
        place.symlink_to(tmp_path / "nowhere")
    ended = course_command("new", "course", place)
    assert ended.exit_code == 2 and len(ended.stderr.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.rglob("*")) in (["README.md", "mine"], ["mine"])


def test_a_new_course_has_the_settings_of_this_one():
    own, new = (
        set(SETTING.findall((folder / "nbgrader_config.py").read_text()))
        for folder in (ROOT, ROOT / "autograder/beginnings/course")
    )
    assert new - own == ITS_OWN and own <= new


# ── modules of one's own ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("place", [".", "..", "linked", ".git", "modules/inner", *sorted(PRIVATE)])
def test_modules_may_not_lie_where_students_must_not_read(tmp_path, place):
    course = new_course(tmp_path / "course")
    for folder in (".git", "modules/inner", *PRIVATE):
        (course.root / folder).mkdir(exist_ok=True)
    (course.root / "linked").symlink_to(course.root / "source")
    config = course.config
    config.Sandbox.modules = str(course.root / place)
    with pytest.raises(CourseError, match="students can read all of it"):
        Course(course.root, config)


def test_modules_that_are_missing_are_asked_for(tmp_path):
    course = new_course(tmp_path / "course")
    shutil.rmtree(course.root / "modules")
    ended = course_command("release", "--course", course.root)
    assert ended.exit_code == 2 and "modules, which is not a folder: make it" in ended.stderr


@pytest.mark.parametrize("name", ["matplotlib.py", "numpy", "random.py"])
def test_a_module_that_another_one_would_hide_is_refused(tmp_path, name):
    course = new_course(tmp_path / "course")
    place = course.root / "modules" / name
    place.write_text("") if place.suffix else place.mkdir()
    with pytest.raises(CourseError, match=f"Rename {name.removesuffix('.py')} in "):
        Course(course.root)


def test_only_the_files_of_modules_are_released(tmp_path, monkeypatch):
    course = new_course(tmp_path / "course")
    modules = course.root / "modules"
    for name in ("package/__init__.py", "package/table.csv", "__pycache__/x.pyc", ".hidden/y.py"):
        (modules / name).parent.mkdir(exist_ok=True)
        (modules / name).write_text("")
    (modules / "peek").symlink_to(course.root / "source")
    (modules / "peek.ipynb").symlink_to(course.root / "source/hw1/averages.ipynb")
    course.release("hw1")
    released = {str(p.relative_to(course.root / "release/hw1")) for p in course.root.glob("release/hw1/**/*")}
    assert released == {
        "averages.ipynb", "measurements.py", "package", "package/__init__.py", "package/table.csv",
    }  # fmt: skip
    (course.root / "__pycache__").mkdir()  # and with the course on Python's path, that is no module
    monkeypatch.syspath_prepend(course.root)
    assert Course(course.root).release_differences("hw1") == []


@pytest.mark.slow
def test_a_course_is_made_released_solved_and_graded_with_a_module_of_its_own(tmp_path):
    course = new_course(tmp_path / "course")
    assert course_command("release", "--course", course.root).exit_code == 0
    here = {"metadata": {"path": str(course.root / "release/hw1")}}
    NotebookClient(solved(course), timeout=60, resources=here).execute()  # as a student would
    hand_in(course, "ada", solved(course))
    hand_in(course, "bob", answered(course, "average", "def average(values):\n    return 3.0"))
    hand_in(course, "eve", answered(course, "average", "def average(values):\n    raise NotImplementedError"))
    uses = "def average(values):\n    assert len(temperatures()) == 24\n    return values.mean()"
    hand_in(course, "fay", answered(course, "average", uses))
    printed = graded(course)
    scores = dict(re.findall(r"│ (\w+) +│ (\d+) / 7", printed))
    assert scores == {"ada": "5", "bob": "0", "eve": "0", "fay": "5"}  # and 2 points wait for a person
    assert "−2 failed  average: the average of -4 and 4 is 0" in printed
    assert "−5 missing  2 exercises: not written yet" in printed


ATTACK = """
import measurements, os
modules = os.path.dirname(measurements.__file__)
print(open(measurements.__file__).read())
for place in ("..", "../source/hw1", "peek/hw1", "../submitted/ada/hw1", "../../../../../.."):
    folder = os.path.join(modules, place)
    print(os.listdir(folder) if os.access(folder, os.R_OK) and os.path.isfile(folder) else folder)
    for name in ("averages.ipynb", "gradebook.db", "gradebook.secret", "nbgrader_config.py"):
        try:
            print(open(os.path.join(folder, name), errors="replace").read())
        except OSError as error:
            print(error.strerror)
    try:
        print("LISTED", os.listdir(folder))
    except OSError as error:
        print(error.strerror)
for attempt in (
    lambda: open(os.path.join(modules, "measurements.py"), "a").write("#"),
    lambda: open(os.path.join(modules, "numpy.py"), "w").write("#"),
    lambda: os.symlink("../source", os.path.join(modules, "way")),
    lambda: os.link(os.path.join(modules, "../source/hw1/averages.ipynb"), "mine"),
    lambda: os.rename(os.path.join(modules, "../source"), os.path.join(modules, "source")),
):
    try:
        print("DONE", attempt())
    except OSError as error:
        print(error.strerror)
"""


@pytest.mark.slow
def test_through_its_modules_a_submission_reads_neither_source_nor_others_and_writes_nothing(tmp_path):
    course = new_course(tmp_path / "course")
    (course.root / "modules/peek").symlink_to("../source")
    source = course.root / "source/hw1/averages.ipynb"
    source.write_text(source.read_text().replace("### BEGIN HIDDEN", "# token-of-source\\n### BEGIN HIDDEN"))
    course.release("hw1")
    hand_in(course, "ada", answered(course, "which_average", "token-of-ada"))
    eve = solved(course)
    eve.cells = [new_code_cell(ATTACK, id="attack")]
    hand_in(course, "eve", eve)
    before = {path: path.stat().st_mode for path in course.root.glob("modules/**/*")}
    graded(course)
    page = nbformat.read(course.root / "autograded/eve/hw1/averages.ipynb", as_version=4)
    (cell,) = [cell for cell in page.cells if cell.source == ATTACK]
    printed = "".join(output.get("text", "") for output in cell.outputs)
    assert "def temperatures" in printed  # what is in modules/, students can read
    assert "token" not in printed and "LISTED" not in printed and "DONE" not in printed
    assert printed.count("Permission denied") >= 10
    assert {p: p.stat().st_mode for p in course.root.glob("modules/**/*") if "cache" not in str(p)} == before


@pytest.mark.long
@pytest.mark.slow
def test_a_changed_module_is_graded_by(tmp_path):
    course = new_course(tmp_path / "course")
    course.release("hw1")
    uses = "def average(values):\n    return values.mean() + (len(temperatures()) - 24)"
    hand_in(course, "ada", answered(course, "average", uses))
    assert "5 / 7" in graded(course)
    module = course.root / "modules/measurements.py"
    module.write_text(module.read_text().replace("arange(24)", "arange(25)"))
    assert "0 / 7" in graded(course)


def test_data_beside_a_notebook_is_released_and_no_copy_of_a_solution(tmp_path):
    course = new_course(tmp_path / "mine")
    folder = course.root / "source/hw1"
    (folder / "data").mkdir()
    (folder / "data/values.csv").write_text("1,2\n")
    for name in ("averages.ipynb~", "averages.ipynb.bak", ".averages.ipynb.swp", "old.bak"):
        shutil.copy(folder / "averages.ipynb", folder / name)
    course.release("hw1")
    released = course.root / "release/hw1"
    there = {str(path.relative_to(released)) for path in released.rglob("*") if path.is_file()}
    assert there == {"averages.ipynb", "data/values.csv", "measurements.py"}  # the last from modules/
    assert course.release_differences("hw1") == []
