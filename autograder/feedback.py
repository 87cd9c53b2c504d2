"""Keeps out of the feedback pages what does not belong there: hidden tests, and what a browser would run."""

import html
import re

from nbconvert.filters import markdown2html
from nbconvert.preprocessors.sanitize import SanitizeHTML
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests
from nbgrader.utils import is_grade
from traitlets import List

TAGS = [
    *("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "details", "div", "dl", "dt", "em", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "i", "kbd", "li", "ol", "p", "pre", "s", "span", "strong", "sub"),
    *("summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
]
ATTRIBUTES = {"a": ["href", "title"], "td": ["align", "colspan"], "th": ["align", "colspan"]}


def safe_markdown(source: str) -> str:
    """Return Markdown as HTML without what a browser would run, load, or draw over the rest of the page.

    nbconvert has a setting for that, `sanitize_html`, which the pages of nbgrader do not heed.
    """
    source = re.sub(r"\\(href|require)\b", r"\\text", source)  # links in formulas, which MathJax makes
    try:
        page = markdown2html(source)
    except Exception:  # a picture that is not there, for one
        page = f"<pre>{html.escape(source)}</pre>"
    return SanitizeHTML(tags=TAGS, attributes=ATTRIBUTES, strip=True).sanitize_html_tags(page)


class HideTests(ClearHiddenTests):
    """Shows a student what a check says, without the lines of the hidden tests."""

    # nbconvert's page exporter sets this for every step, and complains about a step without it.
    display_data_priority = List(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Called by nbgrader for each graded notebook, before it becomes a page."""
        for cell in filter(is_grade, nb.cells):
            self._remove_hidden_test_region(cell)
        return nb, resources
