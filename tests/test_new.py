"""`course new` lays down what can be filled in, and never writes over what is there."""

import nbformat
import pytest
from conftest import ROOT
from nbclient import NotebookClient
from typer.testing import CliRunner

from autograder.cli import app


def lay_down(course, *words):
    (course / "nbgrader_config.py").write_text((ROOT / "nbgrader_config.py").read_text())
    return CliRunner().invoke(app, ["new", "lesson", *words, "--course", str(course)])


@pytest.mark.slow
def test_a_new_lesson_has_the_form_of_the_others_and_runs(tmp_path):
    ended = lay_down(tmp_path, "week2", "3", "Momentum, measured")
    assert ended.exit_code == 0, ended.output
    assert "notebooks/week2/3-momentum-measured.ipynb has been written." in ended.output
    notebook = nbformat.read(tmp_path / "notebooks/week2/3-momentum-measured.ipynb", as_version=4)
    nbformat.validate(notebook)
    first, last = notebook.cells[0].source, notebook.cells[-1].source
    assert first.startswith("# Momentum, measured") and last.startswith("## Key points")
    other = nbformat.read(ROOT / "notebooks/week1/3-normalizing-inputs.ipynb", as_version=4)
    assert notebook.metadata == other.metadata
    NotebookClient(notebook, timeout=60).execute()


def test_a_lesson_that_exists_is_left_alone(tmp_path):
    path = tmp_path / "notebooks/week1/1-mine.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text("a lesson")
    ended = lay_down(tmp_path, "week1", "1", "Mine")
    assert ended.exit_code == 2 and "exists already" in ended.stderr
    assert path.read_text() == "a lesson"
