"""Pages of feedback: what a student has written does not hold them up, and looks as it should."""

import time

import nbformat
import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, hand_in, solved
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.converters import GenerateFeedback

from autograder.steps.feedback import MAX_EFFORT, MAX_PAGE_EFFORT, PageExporter, effort, safe_markdown

SIZE = 100_000  # characters
SLOW = {
    "tags": "<b>",
    "tags of blocks": "<div>",
    "tags in each other": "<b><a><i>",
    "tags that end nothing": "<b></p>",
    "tables": "<table><tr><td>",
    "tags that do not end": "<b ",
    "attributes": "a=b ",
    "brackets": "[",
    "links": "[a](b) ",
    "pictures": "![a",
    "stars": "*",
    "emphasis": "*a **b _c ",
    "struck out": "~~a",
    "comments": "<!--",
    "character data": "<![CDATA[",
    "less than": "<",
    "entities": "&",
    "dollars": "$a",
    "formulas": "\\begin{a}",
    "backslashes": "\\\\(",
    "backticks": "`a",
    "fences": "```\n",
    "references": '[a]: b "\n',
    "quotations": "> ",
    "lists": "- a\n",
    "headings": "# a\n",
    "rows": "|a|b|\n|-|-|\n",
    "addresses": "<a@b>",
    "lines": "a\n",
    "blanks": " \n",
    "words": "word ",
}


@pytest.fixture
def exporter(course):
    return PageExporter(config=course.config)


def page(exporter, *cells):
    """Return the page of a notebook with these cells, and how long it took to make."""
    start = time.monotonic()
    made, _ = exporter.from_notebook_node(new_notebook(cells=list(cells)))
    return made, time.monotonic() - start


@pytest.mark.parametrize("piece", SLOW.values(), ids=SLOW)
def test_a_cell_of_any_kind_becomes_html_in_time(piece):
    """At its full length, and cut to the longest that is not shown as it is."""
    source = (piece * (SIZE // len(piece) + 1))[:SIZE]
    longest = source
    while effort(longest) > MAX_EFFORT:
        longest = longest[: int(0.97 * len(longest))]
    for text in (source, longest, f"<p {longest}>"[: len(longest)]):
        start = time.process_time()
        safe_markdown(text)
        assert time.process_time() - start < 3


def test_what_takes_too_long_is_shown_as_it_is_written():
    shown = safe_markdown("<b>bold</b> & " * 2_000)
    assert shown.startswith("<pre>&lt;b&gt;bold&lt;/b&gt; &amp;")
    assert safe_markdown("<b>bold</b> &") == "<p><b>bold</b> &amp;</p>\n"


@pytest.mark.parametrize("piece", ["<b>", "<div>", "<table><tr><td>", "<ul><li>", "> ", "- ", "*a _b "])
def test_a_page_with_deep_nesting_can_be_made(exporter, piece):
    for count in (30, 120, 400):
        made, _ = page(exporter, new_markdown_cell(piece * count + "text"))
        assert "text" in made


def test_a_page_of_many_slow_cells_is_made_in_time(exporter):
    slow = [piece * (MAX_EFFORT // effort(piece)) for piece in SLOW.values()] * 10
    code = [
        "\n".join(piece * (450 // len(piece)) for _ in range(30)) for piece in ("a.", "1.", "(", "{")
    ] * 20
    printed = new_output("stream", text="\x1b[31ma" * 15_000)
    made, seconds = page(
        exporter,
        *map(new_markdown_cell, slow),
        *map(new_code_cell, code),
        new_code_cell("a." * SIZE),
        *(new_code_cell("1", outputs=[printed]) for _ in range(30)),
        new_markdown_cell("the *end*"),
    )
    assert seconds < 60
    assert "\x1b" not in made
    assert "the <em>end</em>" in made or "the *end*" in made


@pytest.mark.parametrize("path", sorted(ROOT.glob("source/*/*.ipynb")), ids=lambda path: path.stem)
def test_every_page_of_the_course_is_far_from_the_limits(path):
    cells = nbformat.read(path, as_version=4).cells
    markdown = [effort(cell.source) for cell in cells if cell.cell_type == "markdown"]
    assert max(markdown) < MAX_EFFORT / 3
    code = sum(10 + len(cell.source) // 8 for cell in cells if cell.cell_type == "code")
    assert sum(markdown) + code < MAX_PAGE_EFFORT / 2


def test_an_ordinary_page_has_its_colours_and_its_markdown(exporter):
    red = new_output("stream", text="\x1b[31mred\x1b[0m <b>")
    code = new_code_cell("import numpy", outputs=[red], metadata={"magics_language": "html"})
    made, _ = page(exporter, code, new_markdown_cell("| a |\n|---|\n| **b** |"))
    assert '<span class="kn">import</span>' in made
    assert '<span class="ansi-red-fg">red</span> &lt;b&gt;' in made
    assert "<td><strong>b</strong></td>" in made


def test_a_page_is_what_nbconverts_own_exporter_makes(course):
    """With nbgrader's template for feedback, and a picture: ours only leaves out the second parse."""
    config = GenerateFeedback(coursedir=course.coursedir, config=course.config).config
    notebook = solved(course)
    picture = new_output("display_data", data={"image/png": "iVBORw0KGgo=", "text/plain": "<Figure>"})
    next(cell for cell in notebook.cells if cell.cell_type == "code").outputs = [picture]
    for cell in notebook.cells:
        cell.metadata.get("nbgrader", {}).update(score=1, comment="Well done.")
    about = {"notebook": "first", "score": 1, "max_score": 2, "late_penalty": 1}
    pages = []
    for exporter in (HTMLExporter, PageExporter):
        made, _ = exporter(config=config).from_notebook_node(notebook, {"nbgrader": dict(about)})
        soup = BeautifulSoup(made, "html.parser")
        assert len(soup.select("img[alt]")) == len(soup.select("img")) == 1
        del soup.img["alt"]
        pages.append(str(soup))
    assert pages[0] == pages[1]


@pytest.mark.slow
def test_one_slow_page_holds_up_no_feedback(course):
    notebook = solved(course)
    notebook.cells += [
        new_markdown_cell("<b>" * 8_000 + "x <b " + "a=b " * 30_000),
        new_code_cell("a." * SIZE),
    ]
    hand_in(course, "slow", notebook)
    hand_in(course, "other", solved(course))
    course.register("week1")
    assert [s.score for s in course.grade("week1", ["slow", "other"])] == [20, 20]
    start = time.monotonic()
    pages = course.feedback("week1")
    assert len(pages) == 2
    assert time.monotonic() - start < 30
