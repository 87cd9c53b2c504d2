"""A course folder and what can be done with it: release, grade, give feedback. A thin layer over nbgrader."""

import copy
import logging
import re
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbgrader.api import Gradebook, InvalidEntry
from nbgrader.coursedir import CourseDirectory
from traitlets import TraitError
from traitlets.config import Config

from autograder import modules, release
from autograder.errors import CourseError
from autograder.gradebook.database import copy_gradebook, opened, patiently, writing
from autograder.gradebook.lateness import Lateness
from autograder.gradebook.records import Record, cells_of, comments
from autograder.gradebook.registry import Changes, Contents, register
from autograder.gradebook.standings import Standing, standings
from autograder.grading.earlier import bring_back, lowered_or_raised, never_lower, newest, put_aside
from autograder.grading.folders import discard, is_done, mark_done, write_folder
from autograder.grading.record import leave_to_a_person, record
from autograder.grading.results import read_submission
from autograder.grading.work import Assignment, Template, Work
from autograder.grading.workers import Graders, Workers, grade_in_parallel, grade_one_by_one
from autograder.outcomes import Submission
from autograder.quiet import quiet
from autograder.sandbox.launcher import SandboxUnavailable
from autograder.sandbox.sandbox import launcher_for
from autograder.secret import FILE as SECRET_FILE
from autograder.secret import SecretDamaged, secret_in
from autograder.settings import CONFIG, checked, places_of, read_config
from autograder.submission.beside import find_beside, ignored_by, module_sources
from autograder.submission.cells import answers_before, imports_of, in_order
from autograder.submission.files_used import tests_with_files
from autograder.submission.handed_in import HandedIn, Submitted
from autograder.submission.notebooks import notebooks_in, read_own
from autograder.submission.shared import shared_names
from autograder.submission.support import support_of
from autograder.wire.seeding import derived

if TYPE_CHECKING:  # pages are made by one command, and what it takes is not small
    from autograder.feedback.pages import Made, Task

RECEIPT = "submission_secret.txt"  # only submissions that came through the exchange have one


class Course:
    """The course in a folder that holds `nbgrader_config.py`."""

    def __init__(self, root: Path, config: Config | None = None):
        """Read the course's configuration, unless the caller has done so."""
        self.root = root.resolve()
        self.config = checked(config or read_config(root), self.root)
        self.places = places_of(self.root, self.config)
        if own := str(self.config.Sandbox.get("modules", "")):
            modules.check(own, self.root, self.places.tops(self.root))
        self.config.CourseDirectory.root = str(self.root)
        self.coursedir = CourseDirectory(config=self.config)
        self.database = self.coursedir.db_url
        self.course_id = self.coursedir.course_id
        self.autograded = self.written = self.places.autograded  # where to read, and where to write
        self.secret = self.root
        try:
            self.handed_in = HandedIn(self.places.submitted, self.places.source, self.config)
        except TraitError as error:
            raise CourseError(f"{CONFIG}: {error}") from None

    def weeks(self) -> list[str]:
        """Return the names of all assignments, in order."""
        return sorted(folder.name for folder in self.places.source.glob("*") if notebooks_in(folder))

    def notebooks(self, week: str) -> list[str]:
        """Return the notebooks of an assignment, such as week1/initialization, in order."""
        return [f"{week}/{path.stem}" for path in notebooks_in(self.places.source / week)]

    def check_week(self, week: str) -> None:
        """Raise `CourseError` unless there is such an assignment."""
        source = self.places.source.name
        if re.search(r"[+*?\[\]]|^[ .]| $", week):
            raise CourseError(
                f"Rename {source}/{week}: nbgrader accepts no name with + * ? [ ], beginning with a dot "
                "or a space, or ending with a space."
            )
        if week not in self.weeks():
            there = ", ".join(self.weeks()) or "none yet"
            raise CourseError(f"There is no assignment {week!r} in {source}/; available: {there}.")

    def check_machine(self) -> None:
        """Raise `CourseError` unless submissions can be confined here, or need not be."""
        try:
            launcher_for(self.config.Sandbox.get("unsandboxed", False)).check()
        except SandboxUnavailable as error:
            raise CourseError(str(error)) from None

    # ── release ──────────────────────────────────────────────────────────────────────────────

    def generate(self, week: str, target: Path) -> dict[str, Contents]:
        """Write the student version of an assignment into an empty folder; return what it consists of."""
        return release.generate(self.root, self.config, week, target)

    def release(self, week: str) -> None:
        """Write release/WEEK anew."""
        release.write(self.root, self.config, week)

    def release_differences(self, week: str) -> list[str]:
        """Return the files in which release/WEEK differs from what would be generated now."""
        return release.differences(self.root, self.config, week)

    # ── grade ────────────────────────────────────────────────────────────────────────────────

    def students(self, week: str) -> list[str]:
        """Return who has handed in an assignment, in order."""
        return self.handed_in.students(week)

    def register(self, week: str) -> Changes:
        """Tell the gradebook about the assignment as it stands in source/; return what has changed."""
        with tempfile.TemporaryDirectory() as unused:
            found = self.generate(week, Path(unused))
        with self.gradebook() as gradebook:
            return register(gradebook, week, found, self.root)

    @contextmanager
    def gradebook(self) -> Iterator[Gradebook]:
        """Open the gradebook, and keep nbgrader's log lines about it off the terminal."""
        logs = [logging.getLogger(name) for name in ("traitlets", "tornado.application")]
        with quiet(logs[0]), quiet(logs[1]), opened(self.database, self.course_id) as gradebook:
            yield gradebook

    @contextmanager
    def rehearsal(self) -> Iterator["Course"]:
        """Yield the same course, with a copy of the gradebook and another folder to write to."""
        with tempfile.TemporaryDirectory() as apart:
            twin = copy.copy(self)
            twin.written, twin.database = Path(apart, "autograded"), f"sqlite:///{apart}/gradebook.db"
            copy_gradebook(self.database, Path(apart, "gradebook.db"), self.course_id)
            if not (self.root / SECRET_FILE).exists():
                twin.secret = Path(apart)
            yield twin

    def standings(self, week: str) -> list[Standing]:
        """Return where everyone stands with a registered assignment."""
        with self.gradebook() as gradebook:
            return standings(gradebook, week, Lateness(self.config), self.students(week))

    def submissions(self, week: str) -> dict[str, Submission]:
        """Return what became of each submission that has been graded, as it is recorded."""
        read = {}
        with self.gradebook() as gradebook:
            found = Lateness(self.config).records(gradebook, week)
        for student, held in found.items():
            folder = self.autograded / student / week
            if held.is_graded and folder.is_dir():
                with suppress(Exception):  # `course grade` grades it again, as it is damaged or out of date
                    read[student] = read_submission(student, held, folder)
        return read

    def grade(
        self,
        week: str,
        students: list[str],
        jobs: int = 0,
        regrade: bool = False,
        workers: Graders | None = None,
        keep_higher: bool = False,
    ) -> Iterator[Submission]:
        """Grade submissions of a registered assignment; yield each as soon as it is recorded.

        A submission that cannot be graded comes back with the problem and without a score, and what the
        gradebook held for it stays. A submission that has not changed since it was graded is not graded
        again, but its penalty for lateness is worked out anew. If `jobs` is 0, this process grades; otherwise
        so many workers do, those that are given or else new ones. With `keep_higher`, no check of a student
        whose answers are the same as before earns less than before.
        """
        lateness, replaced = (
            Lateness(self.config),
            self.replaced(week) / f"{datetime.now():%Y-%m-%d-%H%M%S-%f}",
        )
        with self.gradebook() as gradebook:
            assignment = self.assignment(gradebook, week)
            found = lateness.records(gradebook, week)
            originals = {name: nbformat.from_dict(t.originals) for name, t in assignment.templates.items()}
            waiting, digests = {}, {}
            for student in students:
                submitted = self.handed_in.find(week, student, originals)
                if submitted.problem:
                    yield Submission(student, problem=submitted.problem)
                    continue
                digests[student] = assignment.digest(submitted.digest())
                done = None if regrade else self.done(submitted, digests[student], found.get(student))
                if done:
                    yield done
                else:
                    waiting[student] = submitted
            for work in graded(assignment, waiting, jobs, workers):
                submitted, digest = waiting[work.student], digests[work.student]
                before = found.get(work.student)
                if keep_higher:
                    work = never_lower(work, submitted.folder_in(self.autograded), before)
                yield self.recorded(gradebook, submitted, work, digest, lateness, before, replaced)

    def done(self, submitted: Submitted, digest: str, record: Record | None) -> Submission | None:
        """Return a submission that has been graded and recorded already, or None if it has to be graded."""
        folder = submitted.folder_in(self.autograded)
        if record is None or not is_done(folder, digest) or record.timestamp != submitted.time:
            return None
        try:
            return replace(read_submission(submitted.student, record, folder), unchanged=True)
        except Exception:  # what is recorded is damaged, or belongs to another gradebook
            return None

    def recorded(
        self,
        gradebook: Gradebook,
        submitted: Submitted,
        work: Work,
        digest: str,
        lateness: Lateness,
        earlier: Record | None,
        replaced: Path,
    ) -> Submission:
        """Record what became of a submission and return it; a failure does not affect other submissions."""
        student, week, fault = submitted.student, submitted.week, work.fault
        folder, before = submitted.folder_in(self.written), submitted.folder_in(self.autograded)
        if work.problem:
            return Submission(student, problem=work.problem)
        if not fault:
            try:
                files = {f"{name}.ipynb": examined.text.encode() for name, examined in work.notebooks.items()}
                for name in work.problems:
                    if (graded := before / f"{name}.ipynb").is_file():
                        files[graded.name] = graded.read_bytes()

                def attempt() -> Record:
                    with writing(gradebook):
                        record(gradebook, submitted, work)
                        found = lateness.written(gradebook, week, student)[student]
                        in_earnest = self.written == self.autograded
                        aside = replaced / student
                        replaces = in_earnest and before.is_dir() and not aside.exists()
                        if replaces and earlier and lowered_or_raised(earlier, found):
                            put_aside(before, aside, earlier)
                        write_folder(folder, files | self.receipt(submitted))
                    return found

                found = patiently(attempt)
                if not work.problems:
                    mark_done(folder, digest)
                return read_submission(student, found, folder, work.problems)
            except CourseError:  # about the gradebook or the settings: the next submission would meet it, too
                raise
            except Exception as error:
                fault = f"it cannot be recorded ({type(error).__name__}: {error})".split("\n")[0]
        try:
            return patiently(lambda: leave_to_a_person(gradebook, submitted, fault))
        except InvalidEntry as error:  # such as an id of more than 128 characters, on a server
            reason = str(error).split("\n")[0]
            return Submission(student, problem=f"the gradebook cannot take it ({reason}): rename its folder")

    def replaced(self, week: str) -> Path:
        """Return where each run keeps the grades that it replaces, in a folder of its own."""
        return self.root / "replaced" / week

    def undo(self, week: str) -> list[str]:
        """Bring back the grades that the last run has replaced; return whose."""
        kept = newest(self.replaced(week))
        if kept is None:
            raise CourseError(f"No run has replaced grades of {week}, or all of them have been brought back.")
        lateness = Lateness(self.config)
        with self.gradebook() as gradebook, writing(gradebook):
            students = list(bring_back(gradebook, week, kept, self.autograded))
            lateness.written(gradebook, week)
        discard(kept)
        return students

    def receipt(self, submitted: Submitted) -> dict[str, bytes]:
        """Return the files that nbgrader's exchange expects beside the pages of feedback.

        A submission that did not come through the exchange does not have them, and is given some. If they
        were missing for one student, nbgrader could not release feedback to any of them.
        """
        kept = submitted.folder_in(self.autograded) / RECEIPT
        own = kept.read_bytes() if kept.is_file() else secrets.token_hex(64).encode()
        there = submitted.folder_in(self.places.submitted)
        return {
            name: (there / name).read_bytes() if (there / name).is_file() else default
            for name, default in {"timestamp.txt": b"", RECEIPT: own}.items()
        }

    def grade_one(self, week: str, student: str) -> Submission:
        """Grade one submission."""
        return next(self.grade(week, [student]))

    def assignment(self, gradebook: Gradebook, week: str) -> Assignment:
        """Return what grading needs to know about an assignment."""
        folder, templates, sources = self.places.source / week, {}, {}
        for notebook in gradebook.find_assignment(week).notebooks:
            sources[notebook.name] = read_own(folder / f"{notebook.name}.ipynb")
        beside = find_beside(folder, ignored_by(self.config), sources.values())
        texts = module_sources(folder, sources.values())
        for notebook in gradebook.find_assignment(week).notebooks:
            source = sources[notebook.name]
            cells: list[dict[str, Any]] = [*in_order(cells_of(notebook), source)]
            templates[notebook.name] = Template(
                cells,
                imports_of(source),
                answers_before(source),
                shared_names(source),
                support_of(source),
                tests_with_files(source, texts),
            )
        try:
            key = derived(secret_in(self.secret), week)
        except SecretDamaged as error:
            raise CourseError(str(error)) from None
        return Assignment(templates, dict(self.config.get("Sandbox", {})), key, beside)

    # ── feedback ─────────────────────────────────────────────────────────────────────────────

    def graded(self, week: str) -> list[str]:
        """Return whose submissions have graded notebooks, in order; raise `CourseError` if there are none."""
        there = {path.parts[-3] for path in self.places.autograded.glob(f"*/{week}/*.ipynb")}
        if not there:
            raise CourseError(f"Nothing has been graded for {week} yet: run `course grade {week}` first.")
        return sorted(there)

    def feedback(
        self,
        week: str,
        students: list[str] | None = None,
        jobs: int = 0,
        anew: bool = False,
        told: Callable[["Made"], None] = lambda made: None,
    ) -> list[Path]:
        """Write feedback/STUDENT/WEEK for graded submissions; return the pages of their notebooks.

        Arguments:
            week: the assignment
            students: whose; default: everyone's
            jobs: how many students at a time, in processes of their own; 0 for this process
            anew: whether to make even pages that are up to date
            told: called for each student whose pages are written

        Raises:
            CourseError: nothing has been graded, or some notebooks have no page, after all others were made
        """
        from autograder.feedback.pages import made

        tasks = self.feedback_tasks(week, self.graded(week) if students is None else students, anew)
        pages, problems = [], []
        for done in made(tasks, jobs):
            pages += done.pages
            problems += [f"{done.student}: {problem}" for problem in done.problems]
            told(done)
        if problems:
            first = "; ".join(sorted(problems)[:10]) + ("; …" if len(problems) > 10 else "")
            raise CourseError(
                f"{len(problems)} graded notebooks have no page ({first}), all others have one: run "
                f"`course grade {week}` and then this again."
            )
        return sorted(pages)

    def feedback_tasks(self, week: str, students: list[str], anew: bool) -> "list[Task]":
        """Return what there is to do for the feedback of students."""
        from autograder.feedback.pages import Task

        with self.gradebook() as gradebook:
            found = Lateness(self.config).records(gradebook, week)
            written = comments(gradebook, week)
        hiding = dict(self.config.get("ClearHiddenTests", {}))
        tasks = []
        for student in students:
            theirs = {name: told for (who, name), told in written.items() if who == student}
            graded, target = (
                place / student / week for place in (self.places.autograded, self.places.feedback)
            )
            tasks.append(Task(student, week, graded, target, found.get(student), theirs, hiding, anew))
        return tasks


def graded(
    assignment: Assignment, waiting: dict[str, Submitted], jobs: int, workers: Graders | None
) -> Iterator[Work]:
    """Yield what became of each submission; the arguments as in `Course.grade`."""
    if workers is not None:
        yield from grade_in_parallel(assignment, waiting, workers)
    elif jobs and waiting:
        with Workers(assignment.limits, assignment.imports, min(jobs, len(waiting))) as own:
            yield from grade_in_parallel(assignment, waiting, own)
    else:
        yield from grade_one_by_one(assignment, waiting)
