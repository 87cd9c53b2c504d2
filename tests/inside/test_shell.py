"""Where a cell could not continue: each line with its own error, from which the reasons are made."""

import builtins
import sys

import pytest
from traitlets.config import Config

from autograder.inside.candidate import told
from autograder.inside.shell import Shell


@pytest.fixture(scope="module")
def shell():
    config = Config()
    config.HistoryManager.enabled = False
    with pytest.MonkeyPatch.context() as patch:  # a shell takes these places, for good
        patch.setitem(sys.modules, "__main__", sys.modules["__main__"])
        for name in ("__IPYTHON__", "display"):
            patch.setattr(builtins, name, None, raising=False)
        yield Shell(config=config)


@pytest.mark.slow
@pytest.mark.parametrize(
    "source, wanted",
    [
        ("a = 1\n1 / 0", [("1 / 0", "ZeroDivisionError", None)]),
        ("return 5", [("return 5", "SyntaxError", 1)]),  # Python cannot compile it, and has run nothing
        (
            "import nothing_like_it\nyield 5",
            [("import nothing_like_it", "ModuleNotFoundError", None), ("yield 5", "SyntaxError", 2)],
        ),
        ("x = = 3", []),  # the cell as a whole cannot be read: `run` tells
    ],
)
def test_each_line_that_stops_a_cell_is_told_of_with_its_error(shell, source, wanted, capsys):
    shell.stops = []
    shell.run_cell(source)
    found = [told(line, error) for line, error in shell.stops]
    assert [(stop["line"], stop["error"], stop["number"]) for stop in found] == wanted


def test_what_stands_below_a_line_that_cannot_be_compiled_is_defined(shell, capsys):
    shell.run_cell("return 5\nbelow = 2")
    assert shell.user_ns["below"] == 2
