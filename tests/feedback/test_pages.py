"""Pages of feedback: they say what the gradebook says, are small, fetch nothing, and are made when needed."""

import shutil
from datetime import timedelta

import nbformat
import pytest
from browsers import launched, needs_chromium
from bs4 import BeautifulSoup
from conftest import ROOT, hand_in
from gradebook.test_numbers import (
    DOUBLE,
    ESSAY,
    SQUARE,
    ZERO,
    answer,
    change,
    exercise,
    give,
    grade,
    make_course,
    set_time,
    write_source,
)  # fmt: skip
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from nbgrader.api import Gradebook
from test_course import course_command, nbgrader

from autograder.course import Course
from autograder.feedback.page import WORDS, About, page
from autograder.outcomes import Check, Notebook, Outcome
from autograder.submission.cells import is_test
from autograder.submission.notebooks import read_own
from autograder.variants import reference

HOSTILE = (
    '<script src="http://example.org/a.js"></script><img src="http://example.org/a.png">'
    '<div style="position:fixed;inset:0">over all</div><style>@import "http://example.org/a.css"</style>'
    "![a](http://example.org/b.png) $x^2$ [a link](javascript:alert(1))"
)
WIDE = "x = " + " + ".join(["a_long_name"] * 40)


def soup_of(course, student, name="first"):
    text = (course.root / f"feedback/{student}/week1/{name}.html").read_text()
    return BeautifulSoup(text, "html.parser")


def state(course):
    """Return when each page was written."""
    return {path: path.stat().st_mtime_ns for path in course.root.glob("feedback/*/week1/*.html")}


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A graded class of two notebooks: one is right and commented, one wrong and hostile, one late."""
    course = make_course(tmp_path_factory.mktemp("class"), *DOUBLE, *SQUARE, ESSAY, config=ZERO)
    write_source(course, exercise("half", "x / 2", 6, "assert half(4) == 2"), name="second")
    half = answer()
    half.cells[0].source = "def half(x):\n    return x / 2"
    half.cells[0].metadata.nbgrader.grade_id = "half"
    for student in ("ada", "bob"):
        hand_in(course, student, half, name="second")
    hand_in(course, "ada", answer(essay="Because $a < b$."), name="first")
    wrong = answer(square="x / 0", essay=HOSTILE)
    wrong.cells += [new_markdown_cell(HOSTILE), new_code_cell(WIDE)]
    hand_in(course, "bob", wrong, name="first")
    hand_in(course, "eve", answer(double="x"), name="first")
    set_time(course, "eve", "2026-11-20 18:30:00 UTC")
    grade(course)
    change(course, duedate="2026-11-20 12:00:00")
    grade(course)
    give(course, "ada", "essay", 3.5, comment="Well said, <b>Ada</b>.")
    return course


@pytest.fixture
def graded(original, tmp_path):
    shutil.copytree(original.root, tmp_path / "copy", symlinks=True)
    return Course(tmp_path / "copy")


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(ROOT.glob("release/*/*.ipynb")), ids=lambda path: path.stem)
def test_a_page_without_figures_is_light_even_if_nothing_is_right(path):
    notebook = reference(ROOT / "source" / path.parent.name / path.name, path)
    message = "f: it is wrong.\n" + "  called with   numbers and more numbers\n" * 8 + "  hint          look"
    checks = [
        Check(cell.metadata.nbgrader.grade_id, 3, 0, Outcome.FAILED, message)
        for cell in filter(is_test, notebook.cells)
    ]
    graded = Notebook(0, 3 * len(checks), checks)
    made = page(notebook, About("ada", "week1", path.stem, graded, [], {}))
    assert len(made.encode()) < 100_000
    assert len(BeautifulSoup(made, "html.parser").select(".verdict.lost > pre")) == len(checks)


def test_every_outcome_has_words():
    assert set(WORDS) == set(Outcome)


@pytest.mark.slow
def test_the_top_of_a_page_says_what_the_gradebook_says(graded):
    graded.feedback("week1")
    for submission in grade(graded).values():
        for name, notebook in submission.notebooks.items():
            if not (graded.root / f"feedback/{submission.student}/week1/{name}.html").exists():
                assert (submission.student, name) == ("eve", "second")
                continue
            soup = soup_of(graded, submission.student, name)
            assert soup.select_one(".score").text == f"{notebook.score:g} / {notebook.max_score:g} points"
            rows = soup.select(".summary tbody tr")
            assert len(rows) == len(notebook.checks)
            for row, check in zip(rows, notebook.checks, strict=True):
                scored = "–" if check.score is None else f"{check.score:g}"
                assert row.select_one(".number").text == f"{scored} of {check.points:g}"
                assert row.select_one(".outcome").text.split(maxsplit=1)[1] == WORDS[check.outcome]
                place = soup.select_one(row.a["href"])
                assert row.a.text in place.select_one(".outcome").text
            late = "for handing in late" in soup.select_one("header").text
            assert late == (notebook.penalty > 0)
    assert "−7 for exercises" in soup_of(graded, "eve").text
    assert "4 wait for your instructor" in soup_of(graded, "bob").text


@pytest.mark.slow
def test_a_persons_comment_stands_at_its_cell_and_messages_and_folded_checks_at_theirs(graded):
    graded.feedback("week1")
    ada, bob = soup_of(graded, "ada"), soup_of(graded, "bob")
    assert ada.select_one(".answer ~ .comment p").text == "Well said, <b>Ada</b>."
    assert not bob.select(".comment")
    square = next(v for v in bob.select(".verdict") if "square" in v.text)
    assert "ZeroDivisionError" in square.pre.text
    assert "assert square(4) == 16" in square.details.text and not square.details.has_attr("open")
    assert "In [" not in ada.text


@pytest.mark.slow
def test_the_index_names_what_was_not_handed_in_and_adds_up(graded):
    graded.feedback("week1")
    scores = {student: s.score for student, s in grade(graded).items()}
    for student, score in scores.items():
        index = soup_of(graded, student, "index")
        assert index.select_one(".score").text == f"{score:g} / 18 points"
        for link in index.select("a"):
            assert (graded.root / "feedback" / student / "week1" / link["href"]).exists()
    eve = soup_of(graded, "eve", "index").text
    assert "not handed in: −6" in eve and "for handing in late" in eve


@pytest.mark.slow
def test_only_what_has_changed_is_made_again(graded):
    assert "5 of them are new" in " ".join(course_command(graded, "feedback", "week1").output.split())
    before = state(graded)
    assert "; 0 of them are new" in " ".join(course_command(graded, "feedback", "week1").output.split())
    assert state(graded) == before
    give(graded, "bob", "essay", 1, comment="Hm.")
    graded.feedback("week1")
    changed = {path.relative_to(graded.root / "feedback") for path, when in state(graded).items()
               if before[path] != when}  # fmt: skip
    assert {str(path) for path in changed} == {"bob/week1/first.html", "bob/week1/index.html"}
    with Gradebook(graded.database, graded.course_id) as gradebook:
        gradebook.find_submission("week1", "eve").extension = timedelta(days=2)
        gradebook.db.commit()
    result = course_command(graded, "feedback", "week1", "--student", "eve")
    assert " 1 pages of feedback" in f" {' '.join(result.output.split())}"
    assert "late" not in soup_of(graded, "eve").select_one("header").text
    again = course_command(graded, "feedback", "week1", "--all")
    assert "; 5 of them are new" in " ".join(again.output.split())


@pytest.mark.slow
def test_a_damaged_notebook_costs_its_own_page_and_is_named(graded):
    graded.feedback("week1")
    (graded.root / "autograded/ada/week1/first.ipynb").write_text("{")
    result = course_command(graded, "feedback", "week1", "--all")
    assert result.exit_code == 2 and "1 graded notebooks have no page (ada: first: " in result.stderr
    assert len(result.stderr.splitlines()) == 1
    there = {f"{path.parts[-3]} {path.stem}" for path in state(graded) if path.stem != "index"}
    assert there == {"ada second", "bob first", "bob second", "eve first"}
    nobody = course_command(graded, "feedback", "week1", "--student", "../ada")
    assert nobody.exit_code == 2 and "There is no autograded/../ada/week1" in nobody.stderr


@pytest.mark.slow
def test_after_ctrl_c_the_same_command_continues(graded, monkeypatch):
    def interrupt(made):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        graded.feedback("week1", told=interrupt)
    assert {path.parts[-3] for path in state(graded)} == {"ada"}
    before = state(graded)
    graded.feedback("week1")
    assert before.items() < state(graded).items() and len(state(graded)) == 5 + 3


@pytest.mark.long
@pytest.mark.slow
def test_nbgraders_command_and_several_processes_write_the_same_pages(graded, monkeypatch):
    graded.feedback("week1")
    pages = {path: path.read_bytes() for path in state(graded)}
    shutil.rmtree(graded.root / "feedback")
    done = nbgrader(graded, "generate_feedback", "week1")
    assert done.returncode == 0, done.stderr
    assert {path: path.read_bytes() for path in state(graded)} == pages
    shutil.rmtree(graded.root / "feedback")
    monkeypatch.setattr("autograder.feedback.pages.FEW", 1)
    assert len(graded.feedback("week1", jobs=2)) == 5
    assert {path: path.read_bytes() for path in state(graded)} == pages


@pytest.mark.slow
def test_the_lines_of_a_hidden_test_are_on_no_page(graded):
    path = graded.root / "autograded/ada/week1/first.ipynb"
    notebook = read_own(path)
    for cell in filter(is_test, notebook.cells):
        cell.source = f"### BEGIN HIDDEN TESTS\nsecret_check()\n### END HIDDEN TESTS\n{cell.source}"
    nbformat.write(notebook, path)
    graded.feedback("week1")
    made = str(soup_of(graded, "ada"))
    assert "secret_check" not in made and "HIDDEN" not in made


@pytest.mark.slow
@needs_chromium
def test_a_page_fetches_nothing_runs_nothing_and_fits_a_phone(graded):
    picture = new_output("display_data", data={"image/png": "iVBORw0KGgo=", "text/plain": "<Figure>"})
    path = graded.root / "autograded/bob/week1/first.ipynb"
    notebook = read_own(path)
    notebook.cells[-1].outputs = [picture, new_output("stream", text=f"{WIDE}\n")]
    nbformat.write(notebook, path)
    graded.feedback("week1")
    with launched() as browser:
        opened = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
        asked, errors = [], []
        opened.on("request", lambda request: asked.append(request.url))
        opened.on("pageerror", lambda error: errors.append(error))
        pages = sorted(state(graded))
        for path in pages:
            opened.goto(path.as_uri())
            assert opened.evaluate("document.documentElement.scrollWidth") <= 390, path
            assert opened.evaluate("[...document.querySelectorAll('math')].every(m => m.clientHeight > 5)")
        assert [url for url in asked if not url.startswith("data:")] == [path.as_uri() for path in pages]
        assert not errors
