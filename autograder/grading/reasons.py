"""Explains to a student why a name that a check needs is missing."""

import difflib
import platform
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from nbformat.notebooknode import NotebookNode

from autograder.sandbox.line import CandidateLost
from autograder.submission.cells import is_grade
from autograder.submission.restore import names_in

MISSING = re.compile(r"name '(\w+)' is not defined")
NOTHING_DEFINED = re.compile(r"\s*(%%(?:timeit|writefile|script|bash|sh|html|javascript|js|latex)\b)")
MAX_SOURCE = 50_000  # characters of a cell that are looked through
MAX_NAMES = 500
ONLY_THE_NOTEBOOK = "only the notebook is graded, without the files beside it"


@dataclass(frozen=True)
class Stop:
    """A line that could not be run, in the words of the student's process."""

    line: str
    error: str  # the exception's type
    message: str
    number: int | None  # of the line, if it is an error of syntax
    name: str  # of the name, or of the module, that was missing

    def __str__(self) -> str:
        said = f"{self.error}: {self.message}" if self.message else self.error
        if self.error in ("ModuleNotFoundError", "FileNotFoundError"):
            said += f" ({ONLY_THE_NOTEBOOK})"
        return said

    @classmethod
    def of(cls, told: Any) -> "Stop":
        """Return what a student's process told; it may be anything, so the caller has to expect errors."""
        number = told["number"] if isinstance(told["number"], int) else None
        texts = {key: str(told[key])[:500] for key in ("line", "error", "message", "name")}
        return cls(number=number, **texts)


class Reasons:
    """What became of a notebook's own cells, and what that says about a name that is missing.

    Arguments:
        notebook: the submission
        cells: those of its cells that are run, tests among them
    """

    def __init__(self, notebook: NotebookNode, cells: list[NotebookNode]):
        self.notebook, self.cells = notebook, cells
        self.stops: dict[int, list[Stop]] = {}  # by the position of the cell
        self.gone: dict[int, set[str]] = {}  # names that a cell has deleted
        self.deadly: dict[int, CandidateLost] = {}  # cells that ended a candidate, and how

    def note(self, index: int, answer: Any) -> None:
        """Remember what a cell's process told; it may be anything, so the caller has to expect errors."""
        self.stops[index] = [Stop.of(told) for told in answer.get("stops", [])[:20]]
        self.gone[index] = {name for name in answer.get("gone", [])[:500] if isinstance(name, str)}

    def binding(self, name: str) -> list[int]:
        """Return the positions of the cells that would define a name, the last first."""
        word = re.escape(name)
        binds = re.compile(
            rf"^[ \t]*(?:async +)?(?:def|class) +{word}\b|^{word} *(?::[^=\n]+)?=(?!=)"
            rf"|^(?:.*, *)?{word}(?: *,.*)?=(?!=)|^[ \t]*(?:from|import) .*\b{word}\b",
            re.MULTILINE,
        )
        own = [(i, c) for i, c in enumerate(self.cells) if not is_grade(c)]
        found = [i for i, c in own if binds.search(c.source[:MAX_SOURCE]) or marks(c).get("grade_id") == name]
        return found[::-1]

    def why(self, name: str, depth: int = 0) -> str:
        """Return why nothing has this name."""
        binding = self.binding(name)
        for index in binding:
            if index in self.deadly:
                return f"its cell {self.deadly[index]}"
            if magic := NOTHING_DEFINED.match(self.cells[index].source):
                return f"its cell starts with {magic[1]}, so it defines nothing"
            if index in self.stops and (reason := self.stopped(index, name, depth)):
                return reason
        deleted = re.compile(rf"^[ \t]*del\b.*\b{re.escape(name)}\b", re.MULTILINE)
        for index, names in self.gone.items():
            if name in names or deleted.search(self.cells[index].source[:MAX_SOURCE]):
                return f"the cell that starts `{first_line(self.cells[index])}` deletes it"
        definition = re.compile(rf"^([ \t]*)(#[ \t#]*)?(?:def|class) +{re.escape(name)}\b", re.MULTILINE)
        for cell in self.notebook.cells:
            if found := definition.search(cell.source[:MAX_SOURCE]):
                if cell.cell_type != "code":
                    return f"its cell is a {cell.cell_type.capitalize()} cell: make it a code cell"
                if found[2]:
                    return "its `def` is commented out"
                if found[1]:
                    return "its `def` is indented, inside something else: begin it at the left margin"
        for stop in (stop for stops in self.stops.values() for stop in stops):
            if "import *" in stop.line:
                return f"`{stop.line}` failed: {stop}"
        if similar := self.similar(name):
            return f"there is `{similar}`: was it renamed?"
        return "no cell of the notebook defines it" if not binding else "did its cell run?"

    def stopped(self, index: int, name: str, depth: int) -> str | None:
        """Return how a cell that would define a name has stopped, if it has."""
        for stop in reversed(self.stops[index]):
            imported = re.match(r"(from|import) ", stop.line)
            if imported and not re.search(rf"\b{re.escape(name)}\b", stop.line):
                continue  # the rest of the cell was run
            if imported:
                return f"`{stop.line}` failed: {stop}"
            where = f"its cell, which starts `{first_line(self.cells[index])}`, "
            if stop.error in ("SyntaxError", "IndentationError", "TabError") or not stop.line:
                return where + f"cannot be read: {self.unreadable(stop, self.cells[index].source)}"
            reason = f"stopped at `{stop.line}`: {stop}"
            missing = MISSING.search(stop.message) if stop.error == "NameError" else None
            if missing and missing[1] != name and depth < 3:
                reason += f"; `{missing[1]}`: {self.why(missing[1], depth + 1)}"
            return where + reason
        return None

    def unreadable(self, stop: Stop, source: str) -> str:
        """Return what is wrong with the syntax of a cell."""
        said = str(stop) + (f", in line {stop.number}: `{stop.line}`" if stop.number else "")
        found = re.search(r"U\+([0-9A-F]{4,5})\b", stop.message)
        odd = chr(int(found[1], 16)) if found else "\0" if "\0" in source else ""
        if odd:
            name = unicodedata.name(odd, "a control character").lower()
            said += f". U+{ord(odd):04X} is {name}: Python cannot read it, so type this part again"
        theirs = str(self.notebook.metadata.get("language_info", {}).get("version", ""))[:20]
        newer = re.match(r"3\.(\d+)", theirs)
        if "f-string" in stop.message or newer and int(newer[1]) > int(platform.python_version_tuple()[1]):
            said += f". The grader runs Python {platform.python_version()} and does not know newer syntax"
        return said

    def similar(self, name: str) -> str | None:
        """Return a name of the notebook that may have been meant by this one, or None."""
        exercises = {marks(cell).get("grade_id") for cell in self.cells}
        defined: dict[str, None] = {}
        for cell in self.cells:
            if not is_grade(cell):
                names = names_in(cell.source[:MAX_SOURCE]) - exercises
                if marks(cell).get("grade_id") == name and names:
                    functions = re.findall(r"^def +(\w+)", cell.source, re.MULTILINE)
                    return next(iter(difflib.get_close_matches(name, functions, 1, 0)), None)
                defined |= dict.fromkeys(names)
        return next(iter(difflib.get_close_matches(name, list(defined)[:MAX_NAMES], 1, 0.75)), None)


def marks(cell: NotebookNode) -> dict[str, Any]:
    """Return what nbgrader has noted about a cell."""
    found: dict[str, Any] = cell.metadata.get("nbgrader", {})
    return found


def first_line(cell: NotebookNode) -> str:
    """Return the first line of a cell, shortened."""
    line = next((line.strip() for line in cell.source.splitlines() if line.strip()), "")
    return line if len(line) <= 60 else line[:57] + "..."
