"""Tells the gradebook what an assignment consists of; grades stay, even if other cells come and go."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Assignment as GradebookAssignment
from nbgrader.api import (
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SolutionCell,
    SourceCell,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import and_, select

from autograder.gradebook.database import add_indexes, copy_gradebook, writing
from autograder.submission.cells import is_grade, is_locked, is_solution, is_task

CELL_KINDS = {"grade": GradeCell, "solution": SolutionCell, "task": TaskCell}


@dataclass(frozen=True)
class Cell:
    """What the gradebook keeps of a cell."""

    name: str
    cell_type: str
    locked: bool
    source: str
    checksum: str | None
    kinds: frozenset[str]  # of CELL_KINDS; a cell that is graded by hand is both grade and solution
    points: float


@dataclass(frozen=True)
class Contents:
    """What the gradebook keeps of a notebook."""

    kernelspec: str
    cells: dict[str, Cell]  # by name; a database may return them in any order


@dataclass(frozen=True)
class Changes:
    """How an assignment differs from what was graded before."""

    added: list[str]  # NOTEBOOK or NOTEBOOK/CELL
    removed: list[str]
    backup: Path | None = None  # the gradebook as it was

    def __str__(self) -> str:
        told = [f"new: {', '.join(self.added)}"] * bool(self.added)
        told += [f"gone: {', '.join(self.removed)}"] * bool(self.removed)
        if self.backup:
            told.append(f"the gradebook as it was is in {self.backup.name}")
        return "; ".join(told)


class Collect:
    """Takes the place of nbgrader's SaveCells, which refuses to add or remove cells later."""

    def __init__(self) -> None:
        self.notebooks: dict[str, Contents] = {}

    def __call__(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Called by nbgrader for each notebook of the assignment, complete with its hidden tests."""
        kernelspec = json.dumps(nb.metadata.get("kernelspec", {}))
        cells = [described(cell) for cell in nb.cells if kinds_of(cell) or is_locked(cell)]
        by_name = {cell.name: cell for cell in cells}
        self.notebooks[resources["nbgrader"]["notebook"]] = Contents(kernelspec, by_name)
        return nb, resources


def kinds_of(cell: NotebookNode) -> frozenset[str]:
    """Return what a cell is to the gradebook, besides its text."""
    tests = {"grade": is_grade, "solution": is_solution, "task": is_task}
    return frozenset(kind for kind, test in tests.items() if test(cell))


def described(cell: NotebookNode) -> Cell:
    """Return what the gradebook keeps of a cell."""
    marks, kinds = cell.metadata.nbgrader, kinds_of(cell)
    points = float(marks.points) if kinds & {"grade", "task"} else 0.0
    locked = bool(is_locked(cell))
    return Cell(marks.grade_id, cell.cell_type, locked, cell.source, marks.get("checksum"), kinds, points)


def contents(notebook: Notebook) -> Contents:
    """Return what the gradebook holds of a notebook now."""
    cells = notebook._base_cells
    kinds = {kind: {c.name: c for c in cells if type(c) is table} for kind, table in CELL_KINDS.items()}
    points = {name: cell.max_score for kind in ("grade", "task") for name, cell in kinds[kind].items()}
    return Contents(
        notebook.kernelspec,
        {
            cell.name: Cell(
                cell.name,
                cell.cell_type,
                cell.locked,
                cell.source,
                cell.checksum,
                frozenset(kind for kind in CELL_KINDS if cell.name in kinds[kind]),
                points.get(cell.name, 0.0),
            )
            for cell in notebook.source_cells
        },
    )


def register(gradebook: Gradebook, week: str, now: dict[str, Contents], root: Path) -> Changes:
    """Bring what the gradebook holds of an assignment up to date; write nothing if it already is.

    Arguments:
        gradebook: open
        week: the assignment
        now: what `Collect` has found in source/
        root: the folder for a copy of the gradebook, if cells are gone that had grades
    """
    before = known(gradebook, week)
    if before == now and not lacking(gradebook, week):
        return Changes([], [])
    graded = submissions(gradebook, week)
    added, removed = sorted(names(now) - names(before)), sorted(names(before) - names(now))
    backup = backed_up(gradebook, root) if graded and removed else None
    with writing(gradebook):
        add_indexes(gradebook)
        gradebook.update_or_create_assignment(week)
        for name in set(known(gradebook, week) or {}) - set(now):
            gradebook.remove_notebook(name, week)
        for name, wanted in now.items():
            notebook = gradebook.update_or_create_notebook(name, week, kernelspec=wanted.kernelspec)
            update(gradebook, notebook, list(wanted.cells.values()))
        complete(gradebook, week)
    return Changes(added, removed, backup) if graded else Changes([], [])


def known(gradebook: Gradebook, week: str) -> dict[str, Contents] | None:
    """Return what the gradebook holds of an assignment; None if it has never heard of it."""
    found = gradebook.db.query(GradebookAssignment).filter(GradebookAssignment.name == week).one_or_none()
    return None if found is None else {notebook.name: contents(notebook) for notebook in found.notebooks}


def names(assignment: dict[str, Contents] | None) -> set[str]:
    """Return the names of an assignment's notebooks and of their cells."""
    notebooks = (assignment or {}).items()
    return {name for name, _ in notebooks} | {f"{n}/{cell}" for n, c in notebooks for cell in c.cells}


def submissions(gradebook: Gradebook, week: str) -> list[SubmittedAssignment]:
    """Return the submissions of an assignment."""
    every = gradebook.db.query(SubmittedAssignment).join(GradebookAssignment)
    found: list[SubmittedAssignment] = every.filter(GradebookAssignment.name == week).all()
    return found


def update(gradebook: Gradebook, notebook: Notebook, wanted: list[Cell]) -> None:
    """Give a notebook these cells; those that stay keep grades and comments, those that go lose them."""
    session = gradebook.db
    for source in list(notebook.source_cells):
        session.delete(source)
    session.flush()
    for cell in wanted:
        fields = {name: getattr(cell, name) for name in ("name", "cell_type", "locked", "source", "checksum")}
        session.add(SourceCell(notebook=notebook, **fields))
    there = {(type(cell), cell.name): cell for cell in notebook._base_cells}
    kept = {(CELL_KINDS[kind], cell.name): cell for cell in wanted for kind in cell.kinds}
    for key in there.keys() - kept.keys():
        for part in (Grade, Comment):
            session.query(part).filter(part.cell_id == there[key].id).delete()
        session.delete(there[key])
    for (kind, name), cell in kept.items():
        worth = {} if kind is SolutionCell else {"max_score": cell.points, "cell_type": cell.cell_type}
        if (kind, name) not in there:
            session.add(kind(name=name, notebook=notebook, **worth))
            continue
        for field, value in worth.items():
            setattr(there[kind, name], field, value)
    session.flush()
    session.expire_all()


def lacking(gradebook: Gradebook, week: str) -> list[tuple[type, dict[str, Any]]]:
    """Return the rows that submissions lack, because something was added after they had been recorded.

    The rows for a notebook's cells can be listed only once the row for the notebook itself exists.
    """
    session = gradebook.db
    rows: list[tuple[type, dict[str, Any]]] = []
    base = BaseCell.__table__.c
    notebooks = (
        select(SubmittedAssignment.id, Notebook.id)
        .join(GradebookAssignment, GradebookAssignment.id == SubmittedAssignment.assignment_id)
        .join(Notebook, Notebook.assignment_id == GradebookAssignment.id)
        .outerjoin(
            SubmittedNotebook,
            and_(
                SubmittedNotebook.assignment_id == SubmittedAssignment.id,
                SubmittedNotebook.notebook_id == Notebook.id,
            ),
        )
        .where(GradebookAssignment.name == week, SubmittedNotebook.id.is_(None))
    )
    for submission, notebook in session.execute(notebooks):
        rows.append((SubmittedNotebook, {"assignment_id": submission, "notebook_id": notebook}))
    for part, kinds in ((Grade, ("GradeCell", "TaskCell")), (Comment, ("SolutionCell", "TaskCell"))):
        cells = (
            select(SubmittedNotebook.id, base.id)
            .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
            .join(GradebookAssignment, GradebookAssignment.id == Notebook.assignment_id)
            .join(BaseCell.__table__, base.notebook_id == Notebook.id)
            .outerjoin(part, and_(part.notebook_id == SubmittedNotebook.id, part.cell_id == base.id))
            .where(GradebookAssignment.name == week, base.type.in_(kinds), part.id.is_(None))
        )
        rows += [
            (part, {"notebook_id": notebook, "cell_id": cell}) for notebook, cell in session.execute(cells)
        ]
    return rows


def complete(gradebook: Gradebook, week: str) -> None:
    """Give submissions the rows that they lack: first those of notebooks, then those of their cells."""
    while rows := lacking(gradebook, week):
        gradebook.db.add_all(part(**fields) for part, fields in rows)
        gradebook.db.flush()


def backed_up(gradebook: Gradebook, root: Path) -> Path:
    """Copy the gradebook to a file beside it, or else in `root`, and return that."""
    url = gradebook.engine.url
    file = Path(str(url.database)) if url.get_backend_name() == "sqlite" else root / "gradebook.db"
    copy = file.with_name(f"{file.name}.{datetime.now():%Y-%m-%d-%H%M%S}")
    copy_gradebook(url, copy, gradebook.course_id)
    return copy
