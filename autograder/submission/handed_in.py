"""What each student has handed in: which file answers which notebook, whatever it is called."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from nbformat.notebooknode import NotebookNode
from traitlets import Enum
from traitlets.config import Config, Configurable

from autograder.submission.choice import choose, in_one_line
from autograder.submission.entries import LINK, Entry, entries_in
from autograder.submission.files import File, NotReadable, is_stray, read_bounded
from autograder.submission.likeness import Marks, held, marks_in, named_like, own_marks, words_of
from autograder.submission.notebooks import NotANotebook, decoded, notebooks_in, read_submitted
from autograder.submission.times import moment

TIMESTAMP = "timestamp.txt"
UNOPENED = {"a 7z archive", "a RAR archive", "an unfinished download", "a link to the notebook"}
WRITTEN = "write it as in 2026-03-01 22:30:00 UTC, or +01:00 or Europe/Berlin in place of UTC"


@dataclass(frozen=True)
class Submitted:
    """What one student has handed in for one assignment."""

    student: str
    week: str
    notebooks: dict[str, File] = field(default_factory=dict)  # by the name of the notebook that it answers
    problems: dict[str, str] = field(default_factory=dict)  # why a notebook cannot be graded, and what to do
    problem: str | None = None  # why nothing can be graded, and what to do
    time: datetime | None = None  # when it was handed in, in UTC, if that is said

    def folder_in(self, root: Path) -> Path:
        """Return the folder of this submission in submitted/, autograded/ or feedback/."""
        return root / self.student / self.week

    def digest(self) -> bytes:
        """Return a digest of all that is graded, and of when it was handed in."""
        parts = [name.encode() + file.digest() for name, file in sorted(self.notebooks.items())]
        return hashlib.sha256(b"".join(parts) + str(self.time).encode()).digest()


class HandedIn(Configurable):
    """The folder submitted/ of a course."""

    several = Enum(
        ["ask", "newest", "fullest"],
        "ask",
        help="""
        What to take where several files may answer one notebook: `newest`, the one changed last;
        `fullest`, the one with most exercises answered. `ask` leaves that notebook to you, unless
        the file with the proper name answers all that any other does.
        """,
    ).tag(config=True)

    def __init__(self, submitted: Path, source: Path, config: Config):
        super().__init__(config=config)
        self.root, self.source = submitted, source
        self.zone = str(config.Exchange.get("timezone", "UTC"))

    @cached_property
    def assignments(self) -> dict[str, dict[str, Marks]]:
        """The notebooks of each assignment, with the marks by which each of them alone is recognised."""
        paths = [path for folder in self.source.glob("*") for path in notebooks_in(folder)]
        marks = {path: marks_in(path.read_bytes()) for path in paths}
        known: dict[str, dict[str, Marks]] = {path.parent.name: {} for path in paths}
        for path in paths:
            others = [found for other, found in marks.items() if other != path]
            known[path.parent.name][path.stem] = own_marks(marks[path], others)
        return known

    # ── who ──────────────────────────────────────────────────────────────────────────────────

    def students(self, week: str) -> list[str]:
        """Return who has handed in something that is, or may be, for an assignment, in order."""
        return sorted(path.name for path in self.root.glob("*") if self.is_for(week, path))

    def is_for(self, week: str, path: Path) -> bool:
        """Tell whether what is at a place in submitted/ is, or may be, for an assignment."""
        try:
            return self.holds_something_for(week, path)
        except (OSError, NotReadable):  # so that the instructor will be told about it
            return True

    def holds_something_for(self, week: str, path: Path) -> bool:
        """Tell whether there is an assignment's folder, or a file that belongs, or may belong, to it."""
        if (path / week).exists():
            return True
        if is_stray(path.name):
            return False
        if not path.is_dir():
            return path.suffix.lower() == ".zip" or ".ipynb" in path.name.lower()
        inner = [item for item in path.iterdir() if not is_stray(item.name)]
        weeks = [self.weeks_in((item.name,)) if item.is_dir() else set() for item in inner]
        if {week} in weeks or self.is_named_like(week, path.name):
            return True
        if all(found and week not in found for found in weeks):
            return False
        entries = list(entries_in(path))
        if any(self.answers(entry, week) or self.weeks_in(entry.folders) == {week} for entry in entries):
            return True
        nowhere = [e for e in entries if not self.weeks_in(e.folders) and not self.anywhere(e)]
        return bool(nowhere) and len(nowhere) == len(entries)

    def weeks_in(self, folders: tuple[str, ...]) -> set[str]:
        """Return the assignments that folders are named after."""
        return {week for name in folders if (week := self.week_of(name))}

    def week_of(self, folder: str) -> str | None:
        """Return the assignment that a folder is named after."""
        if folder in self.assignments:
            return folder
        found = named_like(folder, self.assignments)
        return found if found and (not found.isdigit() or self.is_named_like(found, folder)) else None

    def is_named_like(self, week: str, folder: str) -> bool:
        """Tell whether a folder has the name of an assignment, and no more."""
        return words_of(folder) == words_of(week)

    def anywhere(self, entry: Entry) -> set[str]:
        """Return all notebooks that a file answers, each with its assignment."""
        return {f"{week}/{name}" for week in self.assignments for name in self.answers(entry, week)}

    def holds(self, entry: Entry) -> set[str]:
        """Return all notebooks of which a file holds cells, each with its assignment, wherever it lies."""
        every = {
            f"{week}/{name}": m.grade_ids
            for week, of_week in self.assignments.items()
            for name, m in of_week.items()
        }
        return held(entry.marks.grade_ids, every)

    def answers(self, entry: Entry, week: str) -> set[str]:
        """Return the notebooks of an assignment that a file answers: by its content, or else by its name."""
        if self.weeks_in(entry.folders) - {week}:
            return set()
        known = self.assignments[week]
        by_id = held(entry.marks.grade_ids, {name: marks.grade_ids for name, marks in known.items()})
        if by_id:
            return by_id
        if self.holds(entry):
            return set()
        if named := named_like(entry.stem, known):
            return {named}
        return held(
            entry.marks.functions, {name: marks.functions for name, marks in known.items()}, least=0.5
        )

    # ── what ─────────────────────────────────────────────────────────────────────────────────

    def find(self, week: str, student: str, originals: dict[str, list[NotebookNode]]) -> Submitted:
        """Return what a student has handed in for an assignment.

        Arguments:
            week: the assignment
            student: the name of a folder in submitted/
            originals: for each notebook, its cells with a grade id as they were handed out
        """
        try:
            if problem := self.unusable(week, student):
                return Submitted(student, week, problem=problem)
            return self.found(week, student, originals)
        except NotReadable as error:
            return Submitted(student, week, problem=str(error))
        except Exception as error:  # whatever it is, it must not stop the others
            what = f"{type(error).__name__}: {error}".split("\n")[0]
            return Submitted(
                student, week, problem=f"its files cannot be read ({what}): ask for only the notebooks"
            )

    def found(self, week: str, student: str, originals: dict[str, list[NotebookNode]]) -> Submitted:
        """Return what is found in the folder of a student."""
        every = [entry.within(week, student) for entry in entries_in(self.root / student)]
        entries = [entry for entry in every if self.weeks_in(entry.folders) <= {week}]
        if any(entry.error == LINK for entry in entries):
            problem = "it holds links to other files: ask for the files themselves"
            return Submitted(student, week, problem=problem)
        notebooks, problems = {}, {}
        for name in sorted(self.assignments[week]):
            candidates = [e for e in entries if e.is_notebook and name in self.answers(e, week)]
            others = [e for e in entries if not e.is_notebook and e.kind and name in self.answers(e, week)]
            strayed = [e for e in every if e not in entries and f"{week}/{name}" in self.holds(e)]
            others += [replace(entry, kind="in the folder of another assignment") for entry in strayed]
            try:
                if candidates:
                    proper = f"{name}.ipynb"
                    notebooks[name] = choose(proper, candidates, others, originals[name], self.several)
                elif why := self.why_missing(week, name, entries, others):
                    problems[name] = why
            except NotANotebook as error:
                problems[name] = str(error)
        if not notebooks:
            problem = in_one_line(problems) or self.nothing(week, student, every)
            return Submitted(student, week, problem=problem)
        time = self.time(week, student, entries, notebooks)
        return Submitted(student, week, notebooks, problems, time=time)

    def unusable(self, week: str, student: str) -> str | None:
        """Return why the folder of a student cannot be used at all, and what to do."""
        folder = self.root / student
        if not folder.is_dir():
            return "it is not in a student's folder: move it to submitted/STUDENT/ASSIGNMENT/"
        if folder.is_symlink():
            return "it holds links to other files: ask for the files themselves"
        if self.is_named_like(week, student) and not (folder / week).exists():
            return f"submitted/{student} is named after an assignment: it should be submitted/STUDENT/{week}"
        if what := unfit(student):
            return f"rename its folder: nbgrader does not find {student!r}, because of {what}"
        return None

    def why_missing(self, week: str, name: str, entries: list[Entry], others: list[Entry]) -> str | None:
        """Return why there is no file for a notebook, if the files that are there explain it."""
        proper = f"{name}.ipynb"
        if others:
            return f"{others[0].shown} is {others[0].kind}: ask for the notebook, {proper}"
        for entry in entries:
            if named_like(entry.stem, [name]) and (holds := self.holds(entry)):
                return f"{entry.shown} holds {', '.join(sorted(holds))}: ask for {proper}"
        for entry in entries:
            if self.answers(entry, week) or self.holds(entry):
                continue
            if entry.error:
                return f"{entry.shown} cannot be read: {entry.error}"
            if entry.kind in UNOPENED:
                return f"{entry.shown} is {entry.kind}: ask for the notebook itself"
            if entry.is_notebook:
                try:
                    read_submitted(entry.file)
                except NotANotebook as problem:
                    return str(problem)
        return None

    def nothing(self, week: str, student: str, entries: list[Entry]) -> str:
        """Return what to do where there is no notebook at all."""
        place = f"{student}/{week}" if (self.root / student / week).is_dir() else student
        what = {entry.shown: entry.kind or ", ".join(sorted(self.holds(entry))) for entry in entries[:5]}
        there = ", ".join(f"{name} ({kind})" if kind else name for name, kind in what.items())
        wanted = ", ".join(f"{name}.ipynb" for name in sorted(self.assignments[week]))
        return f"no notebook in submitted/{place}{there and f', but only {there}'}: ask for {wanted}"

    def time(
        self, week: str, student: str, entries: list[Entry], notebooks: dict[str, File]
    ) -> datetime | None:
        """Return when a submission was handed in, if it says so; raise `NotReadable` if that is not clear."""
        files = [e for e in entries if e.file.name.lower() == TIMESTAMP and not e.file.inside]
        files = [
            e for e in files if any(f.path.is_relative_to(e.file.path.parent) for f in notebooks.values())
        ]
        files.sort(key=lambda e: (not self.weeks_in(e.folders), e.folders != (week,), len(e.folders)))
        if files and (self.root / student / week).exists() and not files[0].folders:
            return None  # it lies beside the folders of all assignments
        if not files:
            return None
        shown = files[0].shown
        try:
            return moment(decoded(read_bounded(files[0].file.path))[0], self.zone)
        except Exception:  # whatever was written there
            raise NotReadable(f"its {shown} does not hold a clear time: {WRITTEN}, or remove it") from None


def unfit(student: str) -> str | None:
    """Return because of what in it an id cannot be the name of a folder that nbgrader finds, if anything."""
    if taken := sorted(set("[]*?/") & set(student)):
        return " ".join(taken)
    if student.startswith("."):
        return "the dot at its beginning"
    return None if student.isprintable() else "odd characters"
