"""Formulas as MathML, which browsers draw themselves: a page needs no script and no network for them."""

import html
import re
from xml.etree.ElementTree import tostring

from latex2mathml.converter import convert_to_element
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

MAX_FORMULA = 300  # characters: such a one takes milliseconds, whatever it says; the course's longest has 277
MACROS = re.compile(r"\\(def|\w*command)")  # a short formula could make a very long one of itself
TAGS = {
    *("math", "menclose", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded", "mphantom"),
    *("mprescripts", "mroot", "mrow", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable"),
    *("mtd", "mtext", "mtr", "munder", "munderover", "none"),
}
ATTRIBUTES = {
    *("accent", "columnalign", "display", "displaystyle", "fence", "form", "linethickness", "lspace"),
    *("mathcolor", "mathvariant", "maxsize", "minsize", "movablelimits", "rspace", "scriptlevel"),
    *("separator", "stretchy", "width"),
}


def mathml(formula: str, block: bool) -> str:
    """Return a formula as MathML, or as it is written if it cannot be drawn, is too long, or makes macros."""
    try:
        if len(formula) > MAX_FORMULA or MACROS.search(formula):
            raise ValueError("not to be tried")
        root = convert_to_element(formula.strip(), display="block" if block else "inline")
        for element in root.iter():  # the library's own text would let HTML in a formula through
            if element.tag not in TAGS:
                raise ValueError(element.tag)
            element.attrib = {name: value for name, value in element.attrib.items() if name in ATTRIBUTES}
            element.text = element.text and html.unescape(element.text)
        return tostring(root, encoding="unicode")
    except Exception:  # there are as many of them as ways to write something else than a formula
        return f"<code>{html.escape(formula)}</code>"


class WithFormulas(IPythonRenderer):
    """Makes HTML of Markdown, with a mark in the place of each formula.

    Attributes:
        mark: what begins a mark; nobody must be able to guess it
        formulas: as MathML, in the order of the marks
    """

    def __init__(self, mark: str) -> None:
        super().__init__(escape=False, exclude_anchor_links=True)
        self.mark, self.formulas = mark, list[str]()

    def heading(self, text: str, level: int, **attributes: object) -> str:
        """Called for each heading: the page has a title of its own, so it goes down by one level."""
        return f"<h{min(level + 1, 6)}>{text}</h{min(level + 1, 6)}>\n"

    def block_math(self, body: str) -> str:
        """Called for each formula that stands by itself."""
        return self.marked(body, block=True)

    def inline_math(self, body: str) -> str:
        """Called for each formula in a line."""
        return self.marked(body, block=False)

    def latex_environment(self, name: str, body: str) -> str:
        """Called for each environment, such as align."""
        return self.marked(f"\\begin{{{name}}}{body}\\end{{{name}}}", block=True)

    def marked(self, body: str, block: bool) -> str:
        """Keep a formula until the text around it has been sanitized."""
        self.formulas.append(mathml(body, block))
        return f"{self.mark}{len(self.formulas) - 1}."


def html_of(source: str, mark: str) -> tuple[str, list[str]]:
    """Return Markdown as HTML with marks in it, and the formulas to put in their places."""
    renderer = WithFormulas(mark)
    return MarkdownWithMath(renderer=renderer).render(source), renderer.formulas
