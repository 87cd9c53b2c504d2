"""Keeps out of the feedback pages what does not belong there: hidden tests, and what a browser would run."""

import functools
import html
import re
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.filters import Highlight2HTML, ansi2html, markdown2html, strip_ansi
from nbconvert.preprocessors.sanitize import SanitizeHTML
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests, GetGrades
from traitlets import List

from autograder.gradebook.database import opened
from autograder.gradebook.lateness import Lateness
from autograder.submission.cells import is_grade

TAGS = [
    *("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "details", "div", "dl", "dt", "em", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "i", "kbd", "li", "ol", "p", "pre", "s", "span", "strong", "sub"),
    *("summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
]
ATTRIBUTES = {"a": ["href", "title"], "td": ["align", "colspan"], "th": ["align", "colspan"]}


# The time that it takes to make a page grows with the square of a cell's length, or faster. As `effort`
# counts it, the longest cell of the course comes to 600, and the longest notebook to 12,000.
MAX_EFFORT = 2_000  # of a cell: at most a second
MAX_PAGE_EFFORT = 25_000  # of all cells of a page
MAX_LINE = 500  # characters of a line of code
MAX_NESTED_ELEMENTS = 100  # nbconvert reads a page with a function that calls itself
REMEMBERED = 500  # cells of Markdown, and as many of code, until other pages need them again
IMAGE = re.compile(r"<img(?![^>]*\salt=)")
MARK = re.compile(r"""[^\w\s.,;:?()/%+'"]""")  # what may begin or end something in Markdown or HTML


def effort(source: str) -> int:
    """Return how long it may take, at most, to make HTML of Markdown: a number without a unit."""
    return 10 + len(source) // 5 + len(MARK.findall(source))


def depth(page: str) -> int:
    """Return how deep the elements of sanitized HTML are nested."""
    deepest = now = 0
    for end, name in re.findall(r"<(/?)(\w+)", page):
        if name not in ("br", "hr"):
            now += -1 if end else 1
            deepest = max(deepest, now)
    return deepest


def affordable(context: Context, effort: int) -> bool:
    """Tell whether a cell takes little enough to be rendered, and its page has not taken too much yet."""
    resources = context["resources"]
    before = resources.get("effort") or 0
    if effort > MAX_EFFORT or before + effort > MAX_PAGE_EFFORT:
        return False
    resources["effort"] = before + effort
    return True


def plain(source: str) -> str:
    """Return a text as HTML that shows it as it is."""
    return f"<pre>{html.escape(source)}</pre>"


@pass_context
def page_markdown(context: Context, source: str) -> str:
    """Called for each Markdown cell of a page."""
    return safe_markdown(source) if affordable(context, effort(source)) else plain(source)


@pass_context
def page_code(context: Context, source: str, metadata: dict[str, Any] | None = None) -> str:
    """Called for each code cell of a page; in Python's colours, whatever its metadata asks for."""
    longest = max(map(len, source.split("\n")))
    if longest <= MAX_LINE and affordable(context, 10 + len(source) // 8):
        return coloured(source)
    return f'<div class="highlight hl-ipython3">{plain(source)}</div>'


@functools.lru_cache(maxsize=REMEMBERED)
def coloured(source: str) -> str:
    """Return code as HTML in Python's colours; most of it is the same on the pages of all students."""
    page: str = Highlight2HTML(pygments_lexer="ipython3")(source)
    return page


@pass_context
def page_output(context: Context, text: str) -> str:
    """Called for each text that a cell has printed; too many changes of colour are left out."""
    if affordable(context, text.count("\x1b")):
        page: str = ansi2html(text)
        return page
    return html.escape(strip_ansi(text))


@functools.lru_cache(maxsize=REMEMBERED)
def safe_markdown(source: str) -> str:
    """Return Markdown as HTML without what a browser would run, load, or draw over the rest of the page.

    Text that would take too long, and that nobody would write in earnest, becomes plain text. nbconvert has
    the setting `sanitize_html` for this, but nbgrader's pages ignore it.
    """
    if effort(source) > MAX_EFFORT:
        return plain(source)
    source = re.sub(r"\\(href|require)\b", r"\\text", source)  # links in formulas, which MathJax makes
    try:
        page = markdown2html(source)
    except Exception:  # such as a picture that does not exist
        return plain(source)
    page = SanitizeHTML(tags=TAGS, attributes=ATTRIBUTES, strip=True).sanitize_html_tags(page)
    return page if depth(page) <= MAX_NESTED_ELEMENTS else plain(source)


class PageExporter(HTMLExporter):
    """Makes pages as nbconvert's own does, without reading each page again with Beautiful Soup."""

    def from_notebook_node(  # type: ignore[override]  # as in nbconvert's own
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Called by nbgrader for each graded notebook.

        nbconvert's own method does the same, and then looks in the finished page for pictures without a
        description, and for parts that only other templates have. That takes as long as all the rest.
        """
        page, resources = TemplateExporter.from_notebook_node(self, nb, resources, **kw)
        return IMAGE.sub('<img alt="A figure of this notebook"', page), resources


class HideTests(ClearHiddenTests):
    """Shows a student what a check says, without the lines of the hidden tests."""

    # nbconvert's page exporter sets this for every step, and complains about a step without it.
    display_data_priority: List[Any] = List(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Called by nbgrader for each graded notebook, before it becomes a page."""
        for cell in filter(is_grade, nb.cells):
            self._remove_hidden_test_region(cell)
        return nb, resources


class CurrentGrades(GetGrades):
    """Takes the place of nbgrader's GetGrades, so that a page of feedback shows today's penalty."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Called by nbgrader for each graded notebook, before it becomes a page."""
        names = resources["nbgrader"]
        with opened(names["db_url"]) as gradebook:
            Lateness(self.config).records(gradebook, names["assignment"], names["student"])
        done: tuple[NotebookNode, dict[str, Any]] = super().preprocess(nb, resources)
        return done
