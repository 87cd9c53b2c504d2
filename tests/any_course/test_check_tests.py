"""`course check-tests` names what gives something else here than with nbgrader, and changes nothing."""

import nbformat
import pytest
from any_course.test_styles import CONFIG, cell
from nbformat.v4 import new_notebook
from typer.testing import CliRunner

from autograder.cli import app

pytestmark = pytest.mark.slow

CLASS = "class A:\n    def __init__(self):\n        self.x = 1"
CHECKS = {  # an answer, and a test of it
    "same": ("def f(x): return x + 1", "assert f(2) == 3"),
    "object": (CLASS, "assert A().x == 1"),
    "stderr": ("a = 1", "import sys\nprint('note', file=sys.stderr)\nassert a == 1"),
}


@pytest.fixture
def root(tmp_path):
    cells = []
    for name, (answer, test) in CHECKS.items():
        answer = f"### BEGIN SOLUTION\n{answer}\n### END SOLUTION"
        cells.append(cell(answer, name, solution=True))
        cells.append(cell(test, f"test_{name}_1", grade=True, locked=True, points=2))
    words = cell("Two words, please.", "words", grade=True, solution=True, points=3)
    words = nbformat.v4.new_markdown_cell(words.source, id="words", metadata=words.metadata)
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    made = new_notebook(cells=[*cells, words], metadata={"kernelspec": kernel})
    folder = tmp_path / "other/source/hw"
    folder.mkdir(parents=True)
    nbformat.write(made, folder / "Home work.ipynb")
    (tmp_path / "other/nbgrader_config.py").write_text(CONFIG)
    return tmp_path / "other"


@pytest.mark.long
def test_each_check_that_differs_is_named_with_the_reason(root):
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    ran = CliRunner().invoke(app, ["check-tests", "hw", "--course", str(root)])
    lines = ran.output.splitlines()
    assert ran.exit_code == 1 and "1 of 3 checks give the same." in lines
    assert "With `c.Sandbox.remote_objects = True`, so do test_object_1." in lines
    assert any(
        line.startswith("test_object_1: ") and "'A' object has no attribute 'x'" in line for line in lines
    )
    assert "nbgrader itself gives your solution 0 of 2 points for test_stderr_1 in Home work." in lines
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.long
def test_where_objects_are_allowed_only_what_is_better_here_differs(root):
    config = root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.Sandbox.remote_objects = True\n")
    ran = CliRunner().invoke(app, ["check-tests", "hw", "--course", str(root)])
    assert "2 of 3 checks give the same." in ran.output and "remote_objects" not in ran.output
    assert "test_stderr_1: It passes here." in ran.output
