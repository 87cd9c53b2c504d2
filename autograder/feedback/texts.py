"""What a student has written, as HTML in which nothing runs, and that takes no longer than it may."""

import functools
import html
import re
import secrets

from nbconvert.filters import Highlight2HTML, ansi2html, markdown2html, strip_ansi
from nbconvert.preprocessors.sanitize import SanitizeHTML

from autograder.feedback.formulas import html_of

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
COLOURLESS = re.compile(r'<span class="(?:w|n|p|o)">([^<]*)</span>')  # which is most of a page
FORMULA = f"formula-{secrets.token_hex(16)}-"
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


class Budget:
    """What the texts of one page may take."""

    def __init__(self, spent: int = 0):
        self.spent = spent

    def affords(self, effort: int) -> bool:
        """Tell whether a text takes little enough to be rendered, and its page has not taken too much yet."""
        if effort > MAX_EFFORT or self.spent + effort > MAX_PAGE_EFFORT:
            return False
        self.spent += effort
        return True

    def markdown(self, source: str, formulas: bool = True) -> str:
        """Return a Markdown cell as HTML; the arguments are those of `safe_markdown`."""
        return safe_markdown(source, formulas) if self.affords(effort(source)) else plain(source)

    def code(self, source: str) -> str:
        """Return code as HTML, in Python's colours, whatever its metadata asks for."""
        longest = max(map(len, source.split("\n")))
        if longest <= MAX_LINE and self.affords(10 + len(source) // 8):
            return coloured(source)
        return f'<div class="highlight">{plain(source)}</div>'

    def output(self, text: str) -> str:
        """Return what a cell has printed as HTML; too many changes of colour are left out."""
        if self.affords(text.count("\x1b")):
            page: str = ansi2html(text)
            return page
        return html.escape(strip_ansi(text))


def plain(source: str) -> str:
    """Return a text as HTML that shows it as it is."""
    return f"<pre>{html.escape(source)}</pre>"


@functools.lru_cache(maxsize=REMEMBERED)
def coloured(source: str) -> str:
    """Return code as HTML in Python's colours; most of it is the same on the pages of all students."""
    page: str = Highlight2HTML(pygments_lexer="ipython3")(source)
    return COLOURLESS.sub(r"\1", page)


@functools.lru_cache(maxsize=REMEMBERED)
def safe_markdown(source: str, formulas: bool = False) -> str:
    """Return Markdown as HTML without what a browser would run, load, or draw over the rest of the page.

    Text that would take too long, and that nobody would write in earnest, becomes plain text. nbconvert has
    the setting `sanitize_html` for this, but nbgrader's pages ignore it.

    Arguments:
        source: what stands in a cell
        formulas: whether to make MathML of formulas; otherwise MathJax makes something of them
    """
    if effort(source) > MAX_EFFORT:
        return plain(source)
    made: list[str] = []
    try:
        if formulas:
            page, made = html_of(source, FORMULA)
        else:  # links in formulas, which MathJax makes
            page = markdown2html(re.sub(r"\\(href|require)\b", r"\\text", source))
    except Exception:  # such as a picture that does not exist
        return plain(source)
    page = SanitizeHTML(tags=TAGS, attributes=ATTRIBUTES, strip=True).sanitize_html_tags(page)
    if depth(page) > MAX_NESTED_ELEMENTS:
        return plain(source)
    return re.sub(rf"{FORMULA}(\d+)\.", lambda mark: made[int(mark[1])], page)
