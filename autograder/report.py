"""What a class has understood and what it has not: the data of `course report`."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from statistics import mean, median

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from autograder.course import Course
from autograder.gradebook.standings import Standing, Status
from autograder.grading.folders import write_whole
from autograder.outcomes import Check, Outcome, Submission
from autograder.submission.cells import exercise_named
from autograder.variants import load

BINS = 10  # of the distribution of scores
KEPT = [Outcome.PASSED, Outcome.WAITING, Outcome.GRADER_FAULT]  # what says nothing of a mistake
QUOTED = re.compile(r"`[^`]*`|'[^']*'|\"[^\"]*\"")
NUMBER = re.compile(r"(?<![A-Za-z_])[-−+]?\d[\d.,]*(e[-+]?\d+)?")


@dataclass
class Exercise:
    """What became of one exercise in the class."""

    notebook: str
    name: str
    points: float = 0
    outcomes: Counter[str] = field(default_factory=Counter)  # the worst of each student's checks
    earned: list[float] = field(default_factory=list)  # points, of each student who has a score

    @property
    def share(self) -> float:
        """The mean share of its points that was earned; 0 if nobody has a score."""
        return mean(self.earned) / self.points if self.earned and self.points else 0.0

    def count(self, *outcomes: str) -> int:
        """Return how many students it has ended for in one of these ways."""
        return sum(self.outcomes[outcome] for outcome in outcomes)


@dataclass
class Finding:
    """Something that went wrong in the same way for several students."""

    exercise: str
    what: str  # the name of a known mistake, or a message without its numbers
    told: str  # the hint that students are shown, or one of the messages
    students: list[str] = field(default_factory=list)


@dataclass
class Report:
    """What a class has understood of one assignment.

    Attributes:
        course: the name of the course
        week: the assignment
        standings: of everyone on the roster, and of everyone who has handed in
        submissions: what became of those that were graded, by student
        known: the names of the mistakes that have a hint, by exercise and hint
    """

    course: str
    week: str
    standings: list[Standing]
    submissions: dict[str, Submission]
    known: dict[tuple[str, str], list[str]]

    @property
    def most(self) -> float:
        """The points that can be earned."""
        return self.standings[0].most if self.standings else 0.0

    @cached_property
    def scores(self) -> list[float]:
        """The scores of all that handed in and have one, in order."""
        handed_in = [s for s in self.standings if s.status is not Status.NOT_HANDED_IN]
        return sorted(s.score for s in handed_in if s.score is not None)

    @property
    def mean(self) -> float:
        """The mean of the scores."""
        return mean(self.scores)

    @property
    def median(self) -> float:
        """The median of the scores."""
        return median(self.scores)

    @property
    def bins(self) -> list[tuple[float, float, int]]:
        """The distribution of the scores: from, to, and how many; the last one includes its end."""
        width = self.most / BINS if self.most else 1.0
        counts = Counter(max(0, min(BINS - 1, int(score / width))) for score in self.scores)
        return [(i * width, (i + 1) * width, counts[i]) for i in range(BINS)]

    def who(self, *statuses: Status) -> list[str]:
        """Return the students whose status is one of these."""
        return [s.student for s in self.standings if s.status in statuses]

    @property
    def not_handed_in(self) -> list[str]:
        """Who has handed in nothing."""
        return self.who(Status.NOT_HANDED_IN)

    @property
    def late(self) -> list[str]:
        """Who has handed in after the due date."""
        return [s.student for s in self.standings if s.record and s.record.seconds_late > 0]

    @property
    def for_a_person(self) -> dict[str, str]:
        """Whose work needs a person's look, and why."""
        found = dict.fromkeys(self.who(Status.NOT_GRADED), "could not be graded; `course grade` says why")
        for standing in self.standings:
            if standing.status is Status.WAITING:
                found[standing.student] = f"{standing.waiting:g} points wait for a grade given by hand"
        return found

    @property
    def not_on_roster(self) -> list[str]:
        """Who has handed in and is not on the roster."""
        return [s.student for s in self.standings if not s.on_roster]

    @cached_property
    def exercises(self) -> list[Exercise]:
        """What became of each exercise, in the order of the notebooks."""
        found: dict[tuple[str, str], Exercise] = {}
        for submission in self.submissions.values():
            for notebook, graded in submission.notebooks.items():
                parts: dict[str, list[Check]] = {}
                for check in graded.checks:
                    parts.setdefault(exercise_of(check), []).append(check)
                for name, checks in parts.items():
                    exercise = found.setdefault((notebook, name), Exercise(notebook, name))
                    exercise.points = sum(check.points for check in checks)
                    exercise.outcomes[worst(checks)] += 1
                    exercise.earned += [sum(check.score or 0.0 for check in checks)]
        return list(found.values())

    def any(self, *outcomes: str) -> bool:
        """Tell whether any exercise has ended in one of these ways."""
        return any(exercise.count(*outcomes) for exercise in self.exercises)

    @cached_property
    def mistakes(self) -> list[Finding]:
        """The known mistakes, the most frequent first."""
        return ranked(
            (exercise, one_of(self.known[exercise, check.hint]), check.hint, student)
            for student, exercise, check in self.lost()
            if (exercise, check.hint) in self.known
        )

    @cached_property
    def unknown(self) -> list[Finding]:
        """What went wrong otherwise, by message: the next mistakes to describe in variants/."""
        return ranked(
            (exercise, in_outline(check.message), check.message, student)
            for student, exercise, check in self.lost()
            if (exercise, check.hint) not in self.known and check.outcome is not Outcome.MISSING
        )

    def lost(self) -> Iterable[tuple[str, str, Check]]:
        """Yield every check that cost points and says why, with its student and its exercise."""
        for student, submission in self.submissions.items():
            for notebook in submission.notebooks.values():
                for check in notebook.checks:
                    if check.outcome not in KEPT and check.message:
                        yield student, exercise_of(check), check


def report(course: Course, week: str) -> Report:
    """Return what a class has understood of an assignment that has been graded."""
    known: dict[tuple[str, str], list[str]] = {}
    for name in course.notebooks(week):
        if (course.root / "variants" / name).is_dir():
            for variant in load(course.root, name):
                if not variant.right and variant.hint:
                    known.setdefault((variant.exercise, variant.hint), []).append(variant.what)
    return Report(course.course_id, week, course.standings(week), course.submissions(week), known)


def page(made: Report, names: bool, when: str) -> str:
    """Return the report as a page that loads nothing from elsewhere.

    Arguments:
        made: the report
        names: whether it may name students
        when: when it was made, in words
    """
    folder = Path(__file__).with_name("pages")
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["with_code"] = with_code
    return environment.get_template("report.html").render(r=made, names=names, made=when)


def with_code(text: str) -> Markup:
    """Return a text as HTML, with what stands between backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def write_report(path: Path, text: str) -> None:
    """Write the page, in a folder that may not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode("utf-8", "replace"))


def exercise_of(check: Check) -> str:
    """Return the name of the exercise that a check is about."""
    return exercise_named(check.grade_id) or check.grade_id


def one_of(mistakes: list[str]) -> str:
    """Return mistakes that the same hint is for in words, the first two by name."""
    if len(mistakes) <= 2:
        return ", or ".join(mistakes)
    rest = len(mistakes) - 2
    return f"{mistakes[0]}, or {mistakes[1]}, or {rest} like {'them' if rest > 1 else 'it'}"


def worst(checks: list[Check]) -> str:
    """Return what became of an exercise: what became of the first of its checks that lost points."""
    lost = [check for check in checks if check.score is None or check.score < check.points]
    return str((lost or checks)[0].outcome)


def in_outline(message: str) -> str:
    """Return the first line of a message without its numbers and without what it quotes."""
    first = message.split("\n")[0].partition(": ")
    return NUMBER.sub("#", QUOTED.sub("…", first[2] or first[0]))


def ranked(rows: Iterable[tuple[str, str, str, str]]) -> list[Finding]:
    """Gather rows of exercise, what, told and student; return the most frequent first, each student once."""
    found: dict[tuple[str, str], Finding] = {}
    for exercise, what, told, student in rows:
        finding = found.setdefault((exercise, what), Finding(exercise, what, told))
        if student not in finding.students:
            finding.students.append(student)
    return sorted(found.values(), key=lambda finding: -len(finding.students))
