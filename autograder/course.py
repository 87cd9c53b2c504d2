"""A course folder and what can be done with it: release, grade, give feedback. A thin layer over nbgrader."""

import copy
import filecmp
import logging
import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from traitlets import TraitError
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from autograder.batch import Assignment, Template, Work, grade_in_parallel
from autograder.cells import imports_of
from autograder.handed_in import HandedIn
from autograder.notebooks import NOTEBOOK, notebooks_in, read_own
from autograder.outcomes import Submission
from autograder.quiet import quiet
from autograder.record import is_done, leave_to_a_person, record
from autograder.restore import cells_of
from autograder.results import read_submission
from autograder.secret import SecretDamaged, secret_in
from autograder.seeding import derived

CONFIG = "nbgrader_config.py"


class CourseError(Exception):
    """Something the caller has to put right; the message is one line and says what to do."""


class Course:
    """The course in a folder that holds `nbgrader_config.py`."""

    def __init__(self, root: Path):
        self.root = root.resolve()
        if not (self.root / CONFIG).is_file():
            raise CourseError(f"{root} holds no {CONFIG}: name the course's folder with --course.")
        self.config: Config = PyFileConfigLoader(CONFIG, path=str(self.root)).load_config()
        self.config.CourseDirectory.root = str(self.root)
        self.coursedir = CourseDirectory(config=self.config)
        self.database = self.coursedir.db_url
        self.course_id = self.coursedir.course_id
        try:
            self.handed_in = HandedIn(self.root, self.config)
        except TraitError as error:
            raise CourseError(f"{CONFIG}: {error}") from None

    @classmethod
    def find(cls, start: Path) -> "Course":
        """Return the course that a folder lies in."""
        for folder in (start.resolve(), *start.resolve().parents):
            if (folder / CONFIG).is_file():
                return cls(folder)
        raise CourseError(f"No {CONFIG} here or above: go to the course's folder, or use --course.")

    def weeks(self) -> list[str]:
        """Return the names of all assignments, in order."""
        return sorted(folder.name for folder in self.root.glob("source/*") if notebooks_in(folder))

    def check_week(self, week: str) -> None:
        """Raise `CourseError` unless there is such an assignment."""
        if re.search(r"[+*?\[\]]|^[ .]| $", week):
            raise CourseError(
                f"Rename source/{week}: nbgrader takes no + * ? [ ] and no blanks around a name."
            )
        if week not in self.weeks():
            there = ", ".join(self.weeks()) or "none yet"
            raise CourseError(f"There is no assignment {week!r} in source/; there is: {there}.")

    # ── release ──────────────────────────────────────────────────────────────────────────────

    def generate(self, week: str, target: Path, database: bool) -> None:
        """Write the student version of an assignment into the empty folder `target`.

        It is generated in a folder apart, from the proper notebooks alone: so strays in source/ do
        no harm, and release/ is never half written.

        Arguments:
            week: the assignment
            target: where to write
            database: whether to tell the gradebook about its cells, as grading needs it
        """
        with tempfile.TemporaryDirectory() as apart:
            source = Path(apart, "source", week)
            source.mkdir(parents=True)
            for notebook in notebooks_in(self.root / "source" / week):
                shutil.copy(notebook, source)
            config = copy.deepcopy(self.config)
            config.CourseDirectory.root = apart
            config.CourseDirectory.db_url = f"sqlite:///{self.root / 'gradebook.db'}"
            config.SaveCells.enabled = database
            config.GenerateAssignment.no_database = not database
            coursedir = CourseDirectory(config=config)
            coursedir.assignment_id = week
            generator = GenerateAssignment(coursedir=coursedir, config=config)
            with quiet(generator.log) as log:
                try:
                    generator.start()
                except Exception as error:
                    raise CourseError(f"{week} cannot be generated: {log.last() or error}") from error
            shutil.copytree(Path(apart, "release", week), target, dirs_exist_ok=True)

    def release(self, week: str) -> None:
        """Write release/WEEK anew."""
        target = self.root / "release" / week
        with tempfile.TemporaryDirectory() as fresh:
            self.generate(week, Path(fresh), database=False)
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(fresh, target)

    def release_differences(self, week: str) -> list[str]:
        """Return the files in which release/WEEK differs from what would be generated now."""
        target = self.root / "release" / week
        with tempfile.TemporaryDirectory() as fresh:
            self.generate(week, Path(fresh), database=False)
            names = {p.relative_to(top) for top in (target, Path(fresh)) for p in files_in(top)}
            return [
                str(target.relative_to(self.root) / name)
                for name in sorted(names)
                if not (target / name).is_file()
                or not (Path(fresh) / name).is_file()
                or not filecmp.cmp(target / name, Path(fresh) / name, shallow=False)
            ]

    # ── grade ────────────────────────────────────────────────────────────────────────────────

    def students(self, week: str) -> list[str]:
        """Return who has handed in an assignment, in order."""
        return self.handed_in.students(week)

    def register(self, week: str) -> None:
        """Tell the gradebook about the assignment as it stands in source/."""
        with tempfile.TemporaryDirectory() as unused:
            self.generate(week, Path(unused), database=True)

    def grade(
        self, week: str, students: list[str], jobs: int = 0, regrade: bool = False
    ) -> Iterator[Submission]:
        """Grade submissions of a registered assignment; yield each as soon as it is recorded.

        A submission that cannot be graded comes back with the problem and without a score; what the
        gradebook held for it stays. One that is as it was when it was graded is not graded again.
        With `jobs` of 0 they are graded in this process.
        """
        folders = {student: self.root / "autograded" / student / week for student in students}
        with quiet(logging.getLogger("traitlets")), Gradebook(self.database, self.course_id) as gradebook:
            assignment = self.assignment(gradebook, week)
            originals = {name: nbformat.from_dict(t.originals) for name, t in assignment.templates.items()}
            waiting, digests = {}, {}
            for student in students:
                found = self.handed_in.find(week, student, originals)
                if found.problem:
                    yield Submission(student, problem=found.problem)
                    continue
                digests[student] = assignment.digest(found.digest())
                if is_done(folders[student], digests[student]) and not regrade:
                    yield read_submission(gradebook, week, student, folders[student])
                else:
                    waiting[student] = found
            for work in grade_in_parallel(assignment, waiting, min(jobs, len(waiting))):
                time, digest = waiting[work.student].time, digests[work.student]
                yield self.recorded(gradebook, week, work, folders[work.student], time, digest)

    def recorded(
        self, gradebook: Gradebook, week: str, work: Work, folder: Path, time: datetime | None, digest: str
    ) -> Submission:
        """Record what became of a submission and return it; if that fails, no other suffers from it."""
        student, fault = work.student, work.fault
        if work.problem:
            return Submission(student, problem=work.problem)
        if not fault:
            try:
                record(gradebook, week, work, folder, time, digest, self.config)
                return read_submission(gradebook, week, student, folder, work.problems)
            except Exception as error:
                fault = f"it cannot be recorded ({type(error).__name__}: {error})".split("\n")[0]
        try:
            gradebook.db.rollback()
            return leave_to_a_person(gradebook, week, student, fault)
        except Exception:  # the gradebook cannot be written to
            gradebook.db.rollback()
            return Submission(student, problem=f"needs manual grade: {fault}")

    def grade_one(self, week: str, student: str) -> Submission:
        """Grade one submission."""
        return next(self.grade(week, [student]))

    def assignment(self, gradebook: Gradebook, week: str) -> Assignment:
        """Return what grading needs to know of an assignment."""
        templates = {}
        for notebook in gradebook.find_assignment(week).notebooks:
            source = read_own(self.root / "source" / week / f"{notebook.name}.ipynb")
            templates[notebook.name] = Template(list(cells_of(notebook)), imports_of(source))
        try:
            key = derived(secret_in(self.root), week)
        except SecretDamaged as error:
            raise CourseError(str(error)) from None
        return Assignment(templates, dict(self.config.get("Sandbox", {})), key)

    # ── feedback ─────────────────────────────────────────────────────────────────────────────

    def feedback(self, week: str) -> list[Path]:
        """Write feedback/STUDENT/WEEK for every graded submission; return the pages."""
        if not any(self.root.glob(f"autograded/*/{week}/*.ipynb")):
            raise CourseError(f"Nothing of {week} is graded yet: run `course grade {week}` first.")
        with (
            tempfile.TemporaryDirectory() as apart
        ):  # nbgrader takes brackets in the name of a folder for a pattern
            config = copy.deepcopy(self.config)
            config.CourseDirectory.root = str(Path(apart, "course"))
            config.CourseDirectory.db_url = self.database
            Path(apart, "course").symlink_to(self.root)
            api = NbGraderAPI(config=config)
            with quiet(api.log) as log:
                result = api.generate_feedback(week, force=True)
        graded = {p.parts[-3] for p in self.root.glob(f"autograded/*/{week}/.graded")}
        without = sorted(s for s in graded if not any(self.root.glob(f"feedback/{s}/{week}/*.html")))
        if not result["success"]:
            who = f"{', '.join(without)} have no page of {week}: " if without else f"feedback for {week}: "
            raise CourseError(who + (log.last() or result["error"]))
        return sorted(self.root.glob(f"feedback/*/{week}/*.html"))


def leave_out_strays(assignment: str, student: str, notebooks: list[str]) -> None:
    """Called by nbgrader before it generates an assignment, with the list of what it will take."""
    notebooks[:] = [path for path in notebooks if NOTEBOOK.fullmatch(Path(path).name)]


def files_in(folder: Path) -> list[Path]:
    """Return all files below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]
