"""Makes a page of one graded notebook: what each exercise earned and why, and below it the notebook."""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from nbformat.notebooknode import NotebookNode

from autograder.feedback.texts import Budget
from autograder.outcomes import Check, Notebook, Outcome
from autograder.submission.cells import exercise_named, is_demo, is_grade, is_solution, is_task
from autograder.submission.notebooks import NOTHING_WRITTEN, PUT_RIGHT

WORDS = {
    Outcome.PASSED: "passed",
    Outcome.PARTLY: "partly right",
    Outcome.FAILED: "not right",
    Outcome.RAISED: "raised an exception",
    Outcome.TIMED_OUT: "took too long",
    Outcome.OUT_OF_MEMORY: "needed too much memory",
    Outcome.DIED: "ended its process",
    Outcome.MISSING: "missing",
    Outcome.GRADER_FAULT: "could not be graded: your instructor looks at it",
    Outcome.WAITING: "waits for your instructor",
    Outcome.BY_HAND: "graded by your instructor",
}
SIGNS = {"full": "✓", "lost": "✗", "open": "…"}  # colour is never the only sign
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+")


def exercise_of(check: Check) -> str:
    """Return the name of a check's exercise."""
    return exercise_named(check.grade_id) or check.grade_id


@dataclass(frozen=True)
class Row:
    """One check, as the page tells it.

    Attributes:
        check: what became of it
        name: of its exercise
        place: the id of the element that shows it
    """

    check: Check
    name: str
    place: str

    @property
    def kind(self) -> str:
        """Whether all points were earned, some were lost, or there is no score yet."""
        if self.check.score is None:
            return "open"
        return "full" if self.check.score >= self.check.points else "lost"

    @property
    def sign(self) -> str:
        """A character that says the same."""
        return SIGNS[self.kind]

    @property
    def words(self) -> str:
        """What became of the check."""
        return WORDS[self.check.outcome]

    @property
    def message(self) -> str:
        """What the student is told, without the name, which stands beside it."""
        return self.check.message.removeprefix(f"{exercise_of(self.check)}: ")

    @property
    def first(self) -> str:
        """The first line of that."""
        return self.message.split("\n")[0]


@dataclass(frozen=True)
class About:
    """What a page says about a notebook, beside the notebook itself.

    Attributes:
        student, week, name: whose it is, and which
        graded: its points and checks; None if nothing is known of them
        notes: what was repaired before it was graded
        comments: what a person has written, by the grade id of the cell
    """

    student: str
    week: str
    name: str
    graded: Notebook | None
    notes: list[str]
    comments: dict[str, str]

    @property
    def rows(self) -> list[Row]:
        """The checks, in the order of the notebook; an exercise with several has its name numbered."""
        checks = self.graded.checks if self.graded else []
        names = [exercise_of(check) for check in checks]
        several = {name for name, count in Counter(names).items() if count > 1}
        seen, rows = Counter[str](), []
        for number, (check, name) in enumerate(zip(checks, names, strict=True), start=1):
            seen[name] += 1
            shown = f"{name} ({seen[name]})" if name in several else name
            rows.append(Row(check, shown, f"exercise-{number}"))
        return rows

    @property
    def waiting(self) -> float:
        """The points that nobody and nothing has given or refused yet."""
        return sum(row.check.points for row in self.rows if row.check.score is None)

    @property
    def lost(self) -> float:
        """The points that checks have cost, before the penalty."""
        if self.graded is None or self.graded.raw_score is None:
            return 0.0
        return max(0.0, self.graded.max_score - self.graded.raw_score - self.waiting)


@functools.cache
def templates() -> Environment:
    """Return the templates, which escape whatever is put into them."""
    made = Environment(
        loader=PackageLoader("autograder.feedback"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    made.globals["nothing"] = NOTHING_WRITTEN
    made.filters["points"] = lambda number: f"{number:g}"
    return made


def page(notebook: NotebookNode, about: About, mark: str = "") -> str:
    """Return the page of a graded notebook, from which the hidden tests have been taken out already.

    Arguments:
        notebook: as it was graded
        about: its points, and what a person has written
        mark: the last words of the page, which nobody sees
    """
    rows = {row.check.grade_id: row for row in about.rows}
    cells = list(shown(notebook, rows, about.comments))
    return (
        templates().get_template("page.html").render(about=about, rows=rows.values(), cells=cells, mark=mark)
    )


def shown(notebook: NotebookNode, rows: dict[str, Row], comments: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Yield what the template shows of each cell."""
    budget = Budget()
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        told = {"row": rows.get(grade_id), "comment": comments.get(grade_id)} if grade_id else {}
        if cell.get("id") == PUT_RIGHT:  # the page says it at the top
            continue
        if is_demo(cell):  # the grader has not run it, and nothing in it is the student's
            yield {"kind": "demo"}
        elif cell.cell_type != "code":
            text = budget.markdown(cell.source)
            own = is_solution(cell) or is_task(cell)
            yield {"kind": "answer" if own else "text", "html": Markup(text), **told}
        elif is_grade(cell) and not is_solution(cell):
            yield {"kind": "check", "html": Markup(budget.code(cell.source)), **told}
        else:
            outputs = [Markup(text) for output in cell.outputs if (text := output_html(output, budget))]
            code = Markup(budget.code(cell.source))
            yield {"kind": "code", "html": code, "outputs": outputs, **told}


def output_html(output: NotebookNode, budget: Budget) -> str:
    """Return as HTML what a cell has shown: text, or a picture, and nothing else."""
    if output.output_type in ("stream", "error"):
        text = output.text if output.output_type == "stream" else "\n".join(output.traceback)
        return f"<pre>{budget.output(text)}</pre>"
    data = output.get("data", {})
    for kind in ("image/png", "image/jpeg"):
        if BASE64.fullmatch(picture := str(data.get(kind, ""))):
            about = Markup.escape(str(data.get("text/plain", "A figure"))[:200])
            return f'<img alt="{about}" src="data:{kind};base64,{"".join(picture.split())}">'
    return f"<pre>{budget.output(str(data.get('text/plain', '')))}</pre>"
