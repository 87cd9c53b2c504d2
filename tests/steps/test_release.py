"""release/ is what source/ gives, and gives nothing away."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT
from typer.testing import CliRunner

from autograder.cli import app
from autograder.course import Course

SECRET = re.compile(r"### BEGIN (SOLUTION|HIDDEN TESTS)\n(.*?)### END \1", re.DOTALL)
STRAYS = [
    "initialization-Copy1.ipynb",
    "Untitled.ipynb",
    "solution.py",
    "notes.md",
    "initialization.ipynb~",
    "initialization.ipynb.bak",
    ".hidden",
    ".ipynb_checkpoints/initialization-checkpoint.ipynb",
]


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_release_is_what_source_gives():
    course = Course(ROOT)
    assert course.weeks() == sorted(path.name for path in ROOT.glob("source/*") if path.is_dir())
    assert [name for week in course.weeks() for name in course.release_differences(week)] == []


def test_nothing_of_a_solution_or_a_hidden_test_is_released():
    for source in ROOT.glob("source/*/*.ipynb"):
        release = ROOT / "release" / source.relative_to(ROOT / "source")
        given = {cell.id: cell.source for cell in nbformat.read(release, as_version=4).cells}
        everything = "\n".join(given.values())
        assert "BEGIN" not in everything and "END" not in everything
        secrets = 0
        for cell in nbformat.read(source, as_version=4).cells:
            for _, region in SECRET.findall(cell.source):
                visible = SECRET.sub("", cell.source)
                for line in filter(None, map(str.strip, region.split("\n"))):
                    secrets += 1
                    # a line may also stand in the part of its cell that is given: "return result"
                    assert line in visible or line not in given[cell.id].split("\n"), line
                    assert len(line) < 30 or line in visible or line not in everything, line
        assert secrets > 50
        solutions = source.read_text().count("### BEGIN SOLUTION")
        assert everything.count("raise NotImplementedError()") == solutions


def with_strays(course):
    week = course.root / "source/week1"
    for name in STRAYS:
        (week / name).parent.mkdir(exist_ok=True)
        shutil.copy(week / "initialization.ipynb", week / name)


def test_strays_in_source_are_not_released(course):
    before = (course.root / "release/week1/initialization.ipynb").read_bytes()
    with_strays(course)
    course.release("week1")
    assert files(course.root / "release") == {"week1/initialization.ipynb"}
    assert (course.root / "release/week1/initialization.ipynb").read_bytes() == before


@pytest.mark.long
def test_nbgraders_own_command_gives_the_same_release(course):
    before = (course.root / "release/week1/initialization.ipynb").read_bytes()
    with_strays(course)
    shutil.rmtree(course.root / "release")
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", "week1"]
    subprocess.run(command, cwd=course.root, check=True, capture_output=True)
    assert files(course.root / "release") == {"week1/initialization.ipynb"}
    assert (course.root / "release/week1/initialization.ipynb").read_bytes() == before


@pytest.mark.parametrize("change", ["edited", "missing", "added"])
def test_check_finds_a_difference_and_changes_nothing(course, change):
    path = course.root / "release/week1/initialization.ipynb"
    if change == "edited":
        path.write_text(path.read_text().replace("# Initialization", "# Another title", 1))
    if change == "missing":
        path.unlink()
    if change == "added":
        path = path.with_name("solution.py")
        path.write_text("answer = 42\n")
    before = files(course.root)
    result = CliRunner().invoke(app, ["release", "--check", "--course", str(course.root)])
    assert result.exit_code == 1
    assert f"release/week1/{path.name} differs" in result.output
    assert files(course.root) == before


def test_an_assignment_that_cannot_be_generated_leaves_the_old_release(course):
    source = course.root / "source/week1/initialization.ipynb"
    before = (course.root / "release/week1/initialization.ipynb").read_bytes()
    source.write_text(source.read_text().replace("### END SOLUTION", "### THE SOLUTION", 1))
    result = CliRunner().invoke(app, ["release", "--course", str(course.root)])
    assert result.exit_code == 2
    assert "no end solution statement" in result.output
    assert (course.root / "release/week1/initialization.ipynb").read_bytes() == before
