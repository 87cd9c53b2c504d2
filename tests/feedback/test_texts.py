"""Students' texts on pages of feedback: they do not hold them up, run nothing, and look as they should."""

import re
import time

import nbformat
import pytest
from conftest import ROOT, hand_in, solved
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from autograder.feedback.formulas import MAX_FORMULA, mathml
from autograder.feedback.page import About, page
from autograder.feedback.texts import MAX_EFFORT, MAX_PAGE_EFFORT, effort, safe_markdown

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


def made_of(*cells):
    """Return the page of a notebook with these cells, and how long it took to make."""
    start = time.monotonic()
    made = page(new_notebook(cells=list(cells)), About("ada", "week1", "first", None, [], {}))
    return made, time.monotonic() - start


@pytest.mark.slow
@pytest.mark.parametrize("piece", SLOW.values(), ids=SLOW)
def test_a_cell_of_any_kind_becomes_html_in_time(piece):
    """At its full length, and cut to the longest that is not shown as it is."""
    source = (piece * (SIZE // len(piece) + 1))[:SIZE]
    longest = source
    while effort(longest) > MAX_EFFORT:
        longest = longest[: int(0.97 * len(longest))]
    for text in (source, longest, f"<p {longest}>"[: len(longest)]):
        for formulas in (False, True):
            start = time.process_time()
            safe_markdown(text, formulas)
            assert time.process_time() - start < 3


def test_what_takes_too_long_is_shown_as_it_is_written():
    shown = safe_markdown("<b>bold</b> & " * 2_000)
    assert shown.startswith("<pre>&lt;b&gt;bold&lt;/b&gt; &amp;")
    assert safe_markdown("<b>bold</b> &") == "<p><b>bold</b> &amp;</p>\n"


@pytest.mark.parametrize("piece", ["<b>", "<div>", "<table><tr><td>", "<ul><li>", "> ", "- ", "*a _b "])
def test_a_page_with_deep_nesting_can_be_made(piece):
    for count in (30, 120, 400):
        made, _ = made_of(new_markdown_cell(piece * count + "text"))
        assert "text" in made


@pytest.mark.slow
def test_a_page_of_many_slow_cells_is_made_in_time():
    slow = [piece * (MAX_EFFORT // effort(piece)) for piece in SLOW.values()] * 10
    code = [
        "\n".join(piece * (450 // len(piece)) for _ in range(30)) for piece in ("a.", "1.", "(", "{")
    ] * 20
    printed = new_output("stream", text="\x1b[31ma" * 15_000)
    made, seconds = made_of(
        *map(new_markdown_cell, slow),
        *map(new_code_cell, code),
        new_code_cell("a." * SIZE),
        *(new_code_cell("1", outputs=[printed]) for _ in range(30)),
        new_markdown_cell("the *end*"),
    )
    assert seconds < 60
    assert "\x1b" not in made
    assert "the <em>end</em>" in made or "the *end*" in made


@pytest.mark.parametrize(
    "formula, shown",
    [
        ("x<y", "<mo>&lt;</mo>"),
        (r"\text{<script>alert(1)</script>}", "<mtext>&lt;script&gt;alert(1)&lt;/script&gt;</mtext>"),
        (r"\href{javascript:alert(1)}{x}", "<mi>x</mi>"),
        (r"\style{position:fixed}{x}", "<mi>x</mi>"),
        (r"\frac{", "<code>\\frac{</code>"),
        ("{" * MAX_FORMULA, "<code>{{{"),
        (r"\def\a{\b\b}\def\b{xx}\a", "<code>"),
        ("x" * (MAX_FORMULA + 1), "<code>xxx"),
        ("<b>" + "x" * MAX_FORMULA, "<code>&lt;b&gt;"),
    ],
)
def test_a_formula_is_drawn_or_shown_as_it_is_written_and_brings_nothing_else_along(formula, shown):
    made = mathml(formula, block=True)
    assert shown in made
    assert not any(bad in made for bad in ("<script", "javascript", "style=", "href"))


def test_what_looks_like_a_mark_for_a_formula_is_text():
    made = safe_markdown("formula-0. $x$ <a title='formula-0.'>a</a>", formulas=True)
    assert made.count("<math") == 1 and 'title="formula-0."' in made


@pytest.mark.parametrize("path", sorted(ROOT.glob("source/*/*.ipynb")), ids=lambda path: path.stem)
def test_every_formula_of_the_course_is_drawn(path):
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown"]
    found = 0
    for cell in cells:
        source = re.sub(r"```.*?```|`[^`\n]*`", "", cell.source, flags=re.DOTALL)
        made = safe_markdown(source, formulas=True)
        found += made.count("<math")
        assert "<code>" not in made.replace("<pre><code>", "") and "$" not in made
        assert not re.search(r"<m[io]>\\", made)  # a command that the library does not know
    assert found


@pytest.mark.parametrize("path", sorted(ROOT.glob("source/*/*.ipynb")), ids=lambda path: path.stem)
def test_every_page_of_the_course_is_far_from_the_limits(path):
    cells = nbformat.read(path, as_version=4).cells
    markdown = [effort(cell.source) for cell in cells if cell.cell_type == "markdown"]
    assert max(markdown) < MAX_EFFORT / 3
    code = sum(10 + len(cell.source) // 8 for cell in cells if cell.cell_type == "code")
    assert sum(markdown) + code < MAX_PAGE_EFFORT / 2


def test_an_ordinary_page_has_its_colours_and_its_markdown():
    red = new_output("stream", text="\x1b[31mred\x1b[0m <b>")
    code = new_code_cell("import numpy", outputs=[red], metadata={"magics_language": "html"})
    made, _ = made_of(code, new_markdown_cell("| a |\n|---|\n| **b** |"))
    assert '<span class="kn">import</span>' in made
    assert '<span class="ansi-red-fg">red</span> &lt;b&gt;' in made
    assert "<td><strong>b</strong></td>" in made


@pytest.mark.long
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


@pytest.mark.slow
def test_formgraders_page_shows_the_same_texts_as_safely_and_leaves_formulas_to_mathjax(course):
    made, _ = HTMLExporter(config=course.config).from_notebook_node(
        new_notebook(
            cells=[
                new_markdown_cell("**a** $x$ <script>alert(1)</script>"),
                new_code_cell("a." * SIZE),
                new_code_cell("import numpy", outputs=[new_output("stream", text="\x1b[31mred")]),
            ]
        )
    )
    assert "<strong>a</strong> $x$" in made and "<script>alert(1)" not in made
    assert f"<pre>{'a.' * SIZE}</pre>" in made and '<span class="kn">import</span>' in made
    assert '<span class="ansi-red-fg">red</span>' in made
