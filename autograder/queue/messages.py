"""What goes over the broker, as JSON: assignments, units, and answers, which are checked like a candidate's.

A unit is one submission: the cells of its notebooks, and nothing that says whose they are. An answer holds
what became of each check and what the student's cells have shown. Everything else in a graded notebook is put
there by the grader itself.
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from nbformat.notebooknode import NotebookNode

from autograder import modules
from autograder.errors import CourseError
from autograder.grading.examiner import MAX_NOTEBOOK_SHOWS, MAX_TOLD
from autograder.grading.outputs import MAX_ERROR, MAX_OUTPUTS, SHOWN, error_output, show_check, text_of
from autograder.grading.work import Assignment, Examined, Template, Work, written
from autograder.outcomes import Outcome
from autograder.queue.versions import versions_for
from autograder.sandbox.processes import MB
from autograder.submission.beside import Beside, beside_notebooks
from autograder.submission.cells import is_demo, is_test
from autograder.submission.files import File
from autograder.submission.handed_in import Submitted
from autograder.submission.notebooks import parsed_own, read_submitted
from autograder.submission.restore import restore_notebook

MAX_ASSIGNMENT = 200 * MB  # of all that lies beside its notebooks, and of the course's modules
MAX_ANSWER = 64 * MB  # for each notebook
MAX_VALUES = MAX_NOTEBOOK_SHOWS + 2_000_000  # in it: more would need gigabytes to be read
JUDGED = set(Outcome) - {Outcome.GRADER_FAULT, Outcome.BY_HAND}  # what an examination may come to


class Malformed(Exception):
    """What a worker has sent, and what cannot be an answer; the message says why."""


def sha256(data: bytes) -> str:
    """Return the address of some content."""
    return hashlib.sha256(data).hexdigest()


# ── an assignment ────────────────────────────────────────────────────────────────────────────────


def packed(assignment: Assignment) -> bytes:
    """Return all that workers need of an assignment, also the files beside it and the course's modules."""
    limits, beside = dict(assignment.limits), assignment.beside
    own = limits.pop("modules", "")
    places = {f"modules/{path.relative_to(own)}": path for path in modules.files_in(own)}
    if beside.given or beside.modules:
        folder = Path(beside.folder)
        places |= {f"beside/{path.relative_to(folder)}": path for path in beside_notebooks(folder)}
    if (size := sum(path.stat().st_size for path in places.values())) > MAX_ASSIGNMENT:
        raise CourseError(
            f"{size // MB} MB lie beside the notebooks, and at most {MAX_ASSIGNMENT // MB} MB can be sent to "
            f"workers: take out of {beside.folder} what no notebook needs, or grade without --queue."
        )
    content = {
        "templates": {name: vars(template) for name, template in assignment.templates.items()},
        "limits": limits,
        "key": coded(assignment.key),
        "data": beside.data,
        "shown": beside.shown,
        "modules": sorted(beside.modules),
        "own": bool(own),
        "files": {name: coded(path.read_bytes()) for name, path in places.items()},
        "versions": versions_for(assignment),
    }
    return json.dumps(content).encode()


def coded(data: bytes) -> str:
    """Return bytes as JSON can hold them."""
    return base64.b64encode(data).decode()


def unpacked(data: bytes, folder: Path) -> tuple[Assignment, dict[str, str]]:
    """Write an assignment's files into an empty folder; return the assignment, and the versions it needs."""
    content = json.loads(data)
    for name in ("beside", "modules"):
        (folder / name).mkdir()
    for name, text in content["files"].items():
        place = folder / name
        if ".." in PurePosixPath(name).parts or not place.is_relative_to(folder):
            raise ValueError(f"{name} does not lie beside a notebook")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(base64.b64decode(text))
    limits = content["limits"] | ({"modules": str(folder / "modules")} if content["own"] else {})
    beside = Beside(
        str(folder / "beside"), tuple(content["data"]), tuple(content["shown"]), frozenset(content["modules"])
    )
    templates = {name: Template(**about) for name, about in content["templates"].items()}
    return Assignment(templates, limits, base64.b64decode(content["key"]), beside), content["versions"]


# ── a unit ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Sent:
    """One notebook of a unit, as the grader keeps it until the answer arrives.

    Attributes:
        cells: what is sent of it, as JSON
        notebook: with the instructor's cells put back
        notes: what was put right
    """

    cells: str
    notebook: NotebookNode
    notes: list[str]


def sent(file: File, template: Template) -> Sent:
    """Return a submitted notebook to be sent; raise `NotANotebook` if it cannot be read."""
    notebook, notes = read_submitted(file)
    cells = json.dumps(notebook)
    put_right = restore_notebook(notebook, template.cells)
    return Sent(cells, notebook, [*file.notes, *notes, *put_right])


def unit_of(run: str, assignment: str, versions: str, notebooks: dict[str, Sent]) -> str:
    """Return a unit.

    Arguments:
        run: which `course grade` waits for the answer
        assignment: the address of the assignment
        versions: see `versions.summed_up`
        notebooks: by name
    """
    cells = {name: notebook.cells for name, notebook in notebooks.items()}
    return json.dumps({"run": run, "assignment": assignment, "versions": versions, "notebooks": cells})


def submitted_in(unit: dict[str, Any], folder: Path) -> Submitted:
    """Write the notebooks of a unit into a folder; return them as a submission of nobody's."""
    notebooks = {}
    for number, (name, cells) in enumerate(unit["notebooks"].items()):
        path = folder / f"{number}.ipynb"
        path.write_text(cells, encoding="utf-8")
        notebooks[name] = File(path, path.name)
    return Submitted("", "", notebooks)


# ── an answer ────────────────────────────────────────────────────────────────────────────────────


def answer_with(work: Work) -> dict[str, Any]:
    """Return what a worker answers: what became of a unit, or why it could not be graded."""
    if why := work.fault or work.problem or "; ".join(work.problems.values()):
        return {"fault": why}
    notebooks = {}
    for name, examined in work.notebooks.items():
        outputs = [cell.outputs for cell in of_student(parsed_own(examined.text))]
        outcomes = {grade_id: [str(what), message] for grade_id, (what, message) in examined.outcomes.items()}
        notebooks[name] = {"outcomes": outcomes, "parts": examined.parts, "outputs": outputs}
    return {"notebooks": notebooks}


def of_student(notebook: NotebookNode) -> list[NotebookNode]:
    """Return the code cells of a notebook that are no checks: what they show is sent back."""
    return [cell for cell in notebook.cells if cell.cell_type == "code" and not is_test(cell)]


def read_answer(data: bytes, most: int) -> dict[str, Any]:
    """Return an answer as it was written, whatever is in it; raise `Malformed` if it is no dict in JSON.

    Arguments:
        data: what was read, which ends one byte after what is allowed, if it is longer
        most: how many notebooks it may be about
    """
    if len(data) > most * MAX_ANSWER:
        raise Malformed("it is too large")
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > most * MAX_VALUES:
        raise Malformed("it holds too much")
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise Malformed("it is not JSON") from None
    if not isinstance(content, dict):
        raise Malformed("it is not a dict")
    return content


def examined_in(
    answer: dict[str, Any], notebooks: dict[str, Sent], assignment: Assignment
) -> dict[str, Examined]:
    """Return what became of the notebooks of a unit; raise `Malformed` unless all of it can be so."""
    found = answer.get("notebooks")
    if not isinstance(found, dict) or found.keys() != notebooks.keys():
        raise Malformed("it is about other notebooks")
    read = {name: Judged(found[name], notebooks[name], assignment.templates[name]) for name in notebooks}
    return {name: judged.examined() for name, judged in read.items()}


class Judged:
    """What a worker says about one notebook, checked.

    Arguments:
        said: whatever it is
        sent: the notebook
        template: what it was made from
    """

    def __init__(self, said: Any, sent: Sent, template: Template):
        if not isinstance(said, dict) or said.keys() != {"outcomes", "parts", "outputs"}:
            raise Malformed("it does not say what became of a notebook")
        self.sent, self.template = sent, template
        self.outcomes = dict(self.checked_outcomes(said["outcomes"]))
        self.parts = dict(self.checked_parts(said["parts"]))
        self.outputs = checked_outputs(said["outputs"], len(of_student(sent.notebook)))

    def checked_outcomes(self, said: Any) -> Iterator[tuple[str, tuple[Outcome, str]]]:
        """Yield what became of each check: of those that there are, and of all of them."""
        if not isinstance(said, dict) or said.keys() != self.tests().keys():
            raise Malformed("it is about other checks")
        for grade_id, pair in said.items():
            if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(x, str) for x in pair)):
                raise Malformed("it does not say what became of a check")
            outcome, message = pair
            if outcome not in JUDGED:
                raise Malformed("it says of a check what cannot become of one")
            if len(message) > MAX_TOLD or not all(c.isprintable() or c == "\n" for c in message):
                raise Malformed("it holds a message that no check has")
            yield grade_id, (Outcome(outcome), message)

    def checked_parts(self, said: Any) -> Iterator[tuple[str, float]]:
        """Yield the points that checks give which give a part of theirs."""
        most = {g: cell.metadata.nbgrader.points for g, cell in self.tests().items()}
        if not isinstance(said, dict) or not said.keys() <= most.keys():
            raise Malformed("it gives points for other checks")
        for grade_id, part in said.items():
            if type(part) not in (int, float) or not 0 <= part <= most[grade_id]:
                raise Malformed("it gives points that a check cannot give")
            yield grade_id, float(part)
        if any(what is Outcome.PARTLY and g not in said for g, (what, _) in self.outcomes.items()):
            raise Malformed("it does not say how many points a check gives")

    def tests(self) -> dict[str, NotebookNode]:
        """Return the cells whose checks are made, by their grade ids."""
        cells = [c for c in self.sent.notebook.cells if c.cell_type == "code" and is_test(c)]
        return {cell.metadata.nbgrader.grade_id: cell for cell in cells if not is_demo(cell)}

    def examined(self) -> Examined:
        """Return the notebook with all this in it."""
        notebook = self.sent.notebook
        for cell, outputs in zip(of_student(notebook), self.outputs, strict=True):
            cell.outputs = outputs
        for grade_id, cell in self.tests().items():
            show_check(cell, self.outcomes[grade_id][1])
        return written(notebook, self.template, self.sent.notes, self.outcomes, self.parts)


def checked_outputs(said: Any, cells: int) -> list[list[NotebookNode]]:
    """Return what each of so many cells has shown: texts and pictures, as `outputs` makes them."""
    if not isinstance(said, list) or len(said) != cells:
        raise Malformed("it is about other cells")
    try:
        shown = [[checked_output(output) for output in outputs[:MAX_OUTPUTS]] for outputs in said]
    except (TypeError, KeyError, ValueError, AttributeError):
        raise Malformed("it holds outputs that no cell has") from None
    if sum(len(str(output)) for outputs in shown for output in outputs) > 2 * MAX_NOTEBOOK_SHOWS:
        raise Malformed("it shows too much")
    return shown


def checked_output(said: Any) -> NotebookNode:
    """Return one output; whatever is not text or a picture is left out."""
    kind = said["output_type"]
    if kind == "stream":
        name = "stderr" if said["name"] == "stderr" else "stdout"
        return NotebookNode(output_type=kind, name=name, text=checked_text(said["text"], MAX_NOTEBOOK_SHOWS))
    if kind == "display_data":
        data = {mime: said["data"][mime] for mime in SHOWN if mime in said["data"]}
        shown = {mime: checked_text(text, SHOWN[mime]) for mime, text in data.items()}
        return NotebookNode(output_type=kind, data=NotebookNode(shown), metadata=NotebookNode())
    if kind == "error":
        lines = [checked_text(line, MAX_ERROR) for line in said["traceback"][: MAX_ERROR + 1]]
        return error_output(checked_text(said["ename"], 100), checked_text(said["evalue"], MAX_ERROR), lines)
    raise Malformed("it holds outputs that no cell has")


def checked_text(said: Any, most: int) -> str:
    """Return a text of an output that can be written to a file, and is not too long."""
    if not isinstance(said, str):
        raise Malformed("it holds outputs that no cell has")
    return text_of(said, most)
