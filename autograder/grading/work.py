"""Grades one submission in this process: reads it, puts the instructor's cells back and examines it."""

import contextlib
import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode

import autograder
import helpers
from autograder import modules
from autograder.grading.examiner import Examiner
from autograder.grading.importable import importable
from autograder.outcomes import Outcome
from autograder.sandbox.sandbox import Sandbox, discard_shared, shared_sandbox
from autograder.submission.beside import Beside, not_beside
from autograder.submission.cells import is_solution
from autograder.submission.choice import in_one_line
from autograder.submission.handed_in import Submitted
from autograder.submission.notebooks import NotANotebook, note_at_top, read_submitted, write_own
from autograder.submission.restore import answered, restore_notebook
from autograder.wire.seeding import derived


@dataclass(frozen=True)
class Template:
    """What grading needs to know about one notebook, from the gradebook and from source/."""

    originals: list[dict[str, Any]]  # the cells with a grade id, in order
    imports: list[str]
    answers: dict[str, list[str]]  # see `answers_before`
    shared: list[str]  # see `shared_names`
    support: list[str]  # see `support_of`
    with_files: list[str]  # see `tests_with_files`

    @property
    def cells(self) -> list[NotebookNode]:
        """The cells with a grade id, made anew for each notebook into which they are put."""
        return [nbformat.from_dict(cell) for cell in self.originals]


@dataclass(frozen=True)
class Assignment:
    """What grading needs to know about an assignment."""

    templates: dict[str, Template]
    limits: dict[str, Any]  # the section `Sandbox` of the configuration
    key: bytes  # what checks draw follows from it
    beside: Beside = field(default_factory=Beside)

    def sandbox(self) -> Sandbox:
        """Return this process's sandbox for this assignment; it is kept from submission to submission."""
        return shared_sandbox(self.limits, self.imports)

    @property
    def imports(self) -> list[str]:
        """The import statements of all its notebooks, but for those of modules that lie beside them."""
        statements = {statement for template in self.templates.values() for statement in template.imports}
        return sorted(not_beside(statements, self.beside.modules))

    def digest(self, submitted: bytes) -> str:
        """Return one digest of a submission, its tests, the grader and its limits.

        As long as this digest stays the same, so does the grade. `submitted` is the submission's own digest.
        """
        return hashlib.sha256(self.digest_of_the_rest + submitted).hexdigest()

    @cached_property
    def digest_of_the_rest(self) -> bytes:
        """A digest of all that decides on a grade beside the submission; the same throughout a run."""
        limits = self.limits | {"modules": modules.digest(self.limits.get("modules", ""))}
        total = hashlib.sha256(json.dumps([limits, code_digest()], sort_keys=True).encode())
        total.update(derived(self.key, "digest") + self.beside.digest().encode())
        for name, template in sorted(self.templates.items()):
            total.update(json.dumps([name, *vars(template).values()]).encode())
        return total.digest()


@dataclass(frozen=True)
class Examined:
    """One notebook after its examination."""

    text: str  # the notebook with all outputs, as JSON
    outcomes: dict[str, tuple[Outcome, str]]
    untouched: set[str]  # the exercises whose solution cell is as it was handed out
    kept: dict[str, float] = field(default_factory=dict)  # scores of an earlier grading that count
    parts: dict[str, float] = field(default_factory=dict)  # of the points, that checks give


@dataclass(frozen=True)
class Work:
    """What became of one submission."""

    student: str
    notebooks: dict[str, Examined] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)  # with single notebooks, and what to do
    fault: str | None = None  # of the grader or of the machine, never of the student
    problem: str | None = None  # with what was handed in, and what to do


def code_digest() -> str:
    """Return a digest of the grader's own code and of the helpers that checks are written with."""
    total = hashlib.sha256()
    for folder in (Path(autograder.__file__).parent, Path(helpers.__file__).parent):
        for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.json")]):
            total.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return total.hexdigest()


def examine(assignment: Assignment, submitted: Submitted) -> tuple[dict[str, Examined], dict[str, str]]:
    """Examine the notebooks of one submission; return them, and why some of them cannot be."""
    folder = assignment.limits.get("modules", "")
    modules.make_importable(folder)  # test cells import what notebooks do
    examined, problems = {}, dict(submitted.problems)
    for name, file in submitted.notebooks.items():
        try:
            notebook, notes = read_submitted(file)
        except NotANotebook as problem:
            problems[name] = str(problem)
            continue
        template = assignment.templates[name]
        notes += restore_notebook(notebook, template.cells)
        key = derived(assignment.key, name)
        about = template.imports, key, template.answers, template.shared, template.support
        with importable(assignment.beside, folder):
            examiner = Examiner(
                assignment.sandbox(), notebook, *about, assignment.beside, template.with_files
            )
            outcomes = examiner.examine()
        examined[name] = written(notebook, template, [*file.notes, *notes], outcomes, examiner.parts)
    return examined, problems


def written(
    notebook: NotebookNode,
    template: Template,
    notes: list[str],
    outcomes: dict[str, tuple[Outcome, str]],
    parts: dict[str, float],
) -> Examined:
    """Return a notebook with what became of its checks written into it.

    Arguments:
        notebook: with the instructor's cells and all outputs
        template: what it was made from
        notes: what was put right before it was graded
        outcomes: what became of each check, by the grade id of its cell
        parts: of the points, that checks give
    """
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in outcomes:
            outcome, message = outcomes[grade_id]
            cell.metadata["check"] = {"outcome": str(outcome), "message": message}
            if grade_id in parts:
                cell.metadata["check"]["part"] = parts[grade_id]
    originals = template.cells
    untouched = unanswered(notebook, originals)
    nothing = any(map(is_solution, originals)) and not answered(notebook, originals)
    note_at_top(notebook, notes, nothing)
    return Examined(write_own(notebook), outcomes, untouched, parts=parts)


def unanswered(notebook: NotebookNode, originals: list[NotebookNode]) -> set[str]:
    """Return the exercises whose solution cell is as it was handed out."""
    handed_out = {cell.metadata.nbgrader.grade_id: cell.source for cell in originals}
    answers = {cell.metadata.nbgrader.grade_id: cell.source for cell in notebook.cells if is_solution(cell)}
    return {grade_id for grade_id, source in answers.items() if source == handed_out[grade_id]}


def grade_here(assignment: Assignment, student: str, submitted: Submitted) -> Work:
    """Grade one submission in this process."""
    try:
        examined, problems = examine(assignment, submitted)
        return Work(student, examined, problems, problem=None if examined else in_one_line(problems))
    except Exception as error:
        with contextlib.suppress(
            Exception
        ):  # the sandbox may be broken; the next submission gets a new one anyway
            discard_shared()
        return Work(student, fault=f"{type(error).__name__}: {error}")
