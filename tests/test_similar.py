"""`course similar`: a copy in disguise comes first, what all write says nothing, and the page is safe."""

import re

import pytest
from conftest import copy_course, hand_in, released, solved
from typer.testing import CliRunner

from autograder.cli import app
from autograder.passages import MAX_ANSWER, RUN, Answer

NAME = "regularization"
HEAD = "def early_stopping(dev_losses, patience):\n"
ORIGINAL = (
    HEAD
    + """
    \"\"\"Decide when to stop.\"\"\"
    losses = np.asarray(dev_losses, dtype=float)  # so that NaN can be looked for
    losses[np.isnan(losses)] = np.inf
    lowest = np.minimum.accumulate(losses)
    improved = np.flatnonzero(losses[1:] < lowest[:-1]) + 1
    marks = np.concatenate(([0], improved, [len(losses) + patience]))
    for before, after in zip(marks[:-1], marks[1:]):
        if after - before > patience:
            return int(before), int(min(before + patience, len(losses) - 1))
"""
)
DISGUISED = (
    HEAD
    + """
    # My own idea: first get rid of NaN!
    arr = np.asarray(dev_losses,
                     dtype=float)
    arr[np.isnan(arr)] = np.inf

    running_min = np.minimum.accumulate(arr)   # best so far
    where_better = np.flatnonzero(arr[1:] < running_min[:-1]) + 1
    stops = np.concatenate( ([0], where_better, [len(arr) + patience]) )
    for a, b in zip(stops[:-1], stops[1:]):
        # too long without a new best
        if b - a > patience:
            return int(a), int(min(a + patience, len(arr) - 1))
"""
)
INDEPENDENT = {
    "ben": """
    best, waited = 0, 0
    for i in range(1, len(dev_losses)):
        if dev_losses[i] < dev_losses[best]:
            best, waited = i, 0
        else:
            waited += 1
        if waited == patience:
            return best, i
    return best, len(dev_losses) - 1
""",
    "cem": """
    i = best = 0
    while i + 1 < len(dev_losses) and i - best < patience:
        i += 1
        best = i if dev_losses[i] < dev_losses[best] else best
    return best, i
""",
    "dee": """
    def stops(t):
        window = dev_losses[t - patience:t + 1]
        return t >= patience and not any(x < min(dev_losses[:t - patience + 1]) for x in window)
    ends = [t for t in range(len(dev_losses)) if stops(t)] + [len(dev_losses) - 1]
    seen = list(dev_losses[:ends[0] + 1])
    return seen.index(min(x for x in seen if x == x)), ends[0]
""",
}


def answered(notebook, source):
    """Return a notebook with another answer to early_stopping."""
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "early_stopping":
            cell.source = source
    return notebook


def similar(course):
    """Return what the command prints, and its page."""
    ended = CliRunner().invoke(
        app, ["similar", "week1", "--course", str(course.root)], env={"COLUMNS": "200"}
    )
    assert ended.exit_code == 0, ended.output
    return ended.output, (course.root / "reports/week1-similar.html").read_text()


def pairs_on(page):
    return re.findall(r'<h2 id="pair-\d+">(.*?)</h2>', page)


@pytest.fixture
def course(tmp_path):
    """A class of which most have the natural solution, and the rest one of their own."""
    made = copy_course(tmp_path / "course", NAME)
    for number in range(6):
        hand_in(made, f"natural{number}", solved(made, NAME), NAME)
    for student, source in INDEPENDENT.items():
        hand_in(made, student, answered(solved(made, NAME), HEAD + source), NAME)
    return made


def test_independent_solutions_are_not_marked(course):
    hand_in(course, "alone", answered(solved(course, NAME), ORIGINAL), NAME)
    printed, page = similar(course)
    assert pairs_on(page) == [] and "<mark>" not in page
    assert "No two of 10 students have a passage that few others have." in printed


def test_a_copy_with_other_names_comments_and_lines_comes_first(course):
    for student, source in {"yves": ORIGINAL, "zoe": DISGUISED}.items():
        hand_in(course, student, answered(solved(course, NAME), source), NAME)
    shared = "    first = [np.nan_to_num(x, nan=np.inf) for x in dev_losses][:patience + 1]"
    for student, like in {"vic": "ben", "wim": "cem"}.items():  # they have one line in common
        source = HEAD + shared + INDEPENDENT[like]
        hand_in(course, student, answered(solved(course, NAME), source), NAME)
    printed, page = similar(course)
    assert pairs_on(page)[0] == "yves and zoe" and "vic and wim" in pairs_on(page)[1:]
    assert re.search(r"yves and zoe +│ +(\d+) +│ +\1 ", printed)  # nobody else has any of it
    first = page.partition('id="pair-1"')[2].partition("</section>")[0]
    marked = " ".join(re.findall(r"<mark>(.*?)</mark>", first, re.DOTALL))
    assert "running_min = np.minimum.accumulate(arr)" in marked
    assert "Decide when to stop" not in marked and "My own idea" not in marked  # docstrings and comments


def test_what_was_handed_out_says_nothing(course):
    for student in ("eva", "fee"):
        hand_in(course, student, released(course, NAME), NAME)
    _, page = similar(course)
    assert pairs_on(page) == []


def test_only_answer_cells_count(course):
    for student in ("eva", "fee"):
        notebook = solved(course, NAME)
        notebook.cells[1].source += "\n" + ORIGINAL
        hand_in(course, student, notebook, NAME)
    _, page = similar(course)
    assert pairs_on(page) == []


def test_the_page_runs_nothing_and_loads_nothing(course):
    hostile = ORIGINAL.replace("# so that", "# </pre><script>alert(1)</script>\x1b[31m\u202e so that")
    hostile = hostile.replace("dtype=float", "dtype='<script>alert(2)</script>'")  # in what is marked
    for student in ("<img src=x onerror=alert(1)>", "zoe"):
        hand_in(course, student, answered(solved(course, NAME), hostile), NAME)
    hand_in(course, "<b>", "{", NAME)
    printed, page = similar(course)
    assert len(pairs_on(page)) == 1 and "not looked at: <b>" in printed
    assert "\x1b" not in page and "\u202e" not in page
    assert set(re.findall(r"<(\w+)", page)) <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "strong", "ul", "ol",
        "li", "a", "section", "div", "figure", "figcaption", "pre", "mark",
    }  # fmt: skip
    assert not re.search(r"https?:|url\(|@import|src=|\bon\w+=", re.sub(r"<h2.*?</h2>|&lt;.*?&gt;", "", page))


def test_without_a_release_the_command_says_what_to_do(course):
    (course.root / f"release/week1/{NAME}.ipynb").unlink()
    ended = CliRunner().invoke(app, ["similar", "week1", "--course", str(course.root)])
    assert ended.exit_code == 2 and "run `course release week1` first" in ended.stderr


@pytest.mark.parametrize("end", ['"""', "'", '"""\\', "\0", "(" * 50, "ß²", ""])
def test_whatever_an_answer_holds_it_becomes_tokens_that_lie_in_it(end):
    answer = Answer("x = [" + "1, " * RUN + end)
    assert len(answer.runs) == len(answer.tokens) - RUN + 1 > RUN
    assert all(0 <= start < stop <= len(answer.source) for _, start, stop in answer.tokens)
    assert len(Answer("x " * MAX_ANSWER).tokens) == MAX_ANSWER / 2
