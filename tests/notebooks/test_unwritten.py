"""A cell that needs an exercise says which one, in the kernel that students use."""

import re

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

pytestmark = pytest.mark.slow

STUB = "def answer(x):\n    # Your code here\n    raise NotImplementedError()"


@pytest.fixture(scope="module")
def shown():
    """What is shown of the error in each cell."""
    cells = [
        "from helpers.environment import check_environment\ncheck_environment()",
        STUB + "\nprint('defined')",
        "print(1 + answer(3))",
        "class Loss:\n    def value(self):\n        raise NotImplementedError('a subclass says how')",
        "Loss().value()",
        "undefined",
    ]
    notebook = new_notebook(cells=[new_code_cell(source) for source in cells])
    NotebookClient(notebook, timeout=60, allow_errors=True).execute()
    errors = [[o for o in cell.outputs if o.output_type == "error"] for cell in notebook.cells]
    return [re.sub(r"\x1b\[[\d;]*m", "", "\n".join(e[0].traceback)) if e else "" for e in errors]


def test_an_exercise_that_is_not_written_is_named_in_place_of_a_traceback(shown):
    assert shown[2].startswith("answer is not written yet: replace `raise NotImplementedError()`")
    assert len(shown[2].splitlines()) == 2


def test_every_other_error_is_shown_as_always(shown):
    assert "a subclass says how" in shown[4] and "Traceback" in shown[4]
    assert "NameError: name 'undefined' is not defined" in shown[5]
