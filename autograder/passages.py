"""An answer as the runs of so many tokens that are in it, whatever its variables are called.

This is the method of Moss (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", 2003). Moss keeps only some of the runs, as it searches millions of programs; a class has few
answers, so all of them are kept.
"""

import builtins
import keyword
import re
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

RUN = 20  # tokens: about two lines; shorter passages say nothing
MAX_ANSWER = 10_000  # characters of an answer that are looked at

Run = tuple[str, ...]
LONG = r"(?P<quotes>\"{3}|'{3})(?:\\.|[^\\])*?(?P=quotes)"
STRING = rf"""[bfruBFRU]{{0,2}}(?:{LONG}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')"""
TOKEN = re.compile(
    rf"(?P<space>\s+|\\\n|\#[^\n]*)|(?P<string>{STRING})|(?P<number>\.?\d[\w.]*)|(?P<name>[^\W\d]\w*)"
    r"|(?P<sign>[-+*/%@&|^<>=!:]{1,3}|.)",
    re.DOTALL,
)
FIXED = {*keyword.kwlist, *dir(builtins)}  # names that are not the student's own


@dataclass(frozen=True)
class Answer:
    """What stands in one answer cell."""

    source: str

    @cached_property
    def tokens(self) -> list[tuple[str, int, int]]:
        """The tokens, and where each begins and ends: no comments, no docstrings, no names of its own."""
        found = [m for m in TOKEN.finditer(self.source[:MAX_ANSWER]) if not self.says_nothing(m)]
        texts = ["", *(m[0] for m in found), ""]
        own = {name for word, name in zip(texts, texts[1:], strict=False) if word in ("def", "class")}
        return [(plain(m, texts[i], texts[i + 2], own), m.start(), m.end()) for i, m in enumerate(found)]

    def says_nothing(self, token: re.Match[str]) -> bool:
        """Tell whether a token is white space, a comment or a docstring."""
        before = self.source[self.source.rfind("\n", 0, token.start()) + 1 : token.start()]
        return bool(token["space"] or (token["string"] and not before.strip()))

    @cached_property
    def runs(self) -> list[Run]:
        """All runs of `RUN` tokens, in order."""
        words = [word for word, _, _ in self.tokens]
        return [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]

    def marked(self, common: set[Run]) -> Markup:
        """Return the answer as HTML, with the passages that consist of these runs marked."""
        text = "".join(c if c.isprintable() or c in "\n\t" else "?" for c in self.source[:MAX_ANSWER])
        parts, done = [], 0
        for start, end in self.passages(common):
            parts += [escape(text[done:start]), Markup("<mark>"), escape(text[start:end]), Markup("</mark>")]
            done = end
        return Markup("").join([*parts, escape(text[done:])])

    def passages(self, common: set[Run]) -> list[tuple[int, int]]:
        """Return where the passages that consist of these runs begin and end, without comments in between."""
        inside = {i + n for i, run in enumerate(self.runs) if run in common for n in range(RUN)}
        joined: list[tuple[int, int]] = []
        for i in sorted(inside):
            _, start, end = self.tokens[i]
            if joined and not self.source[joined[-1][1] : start].strip():
                start = joined.pop()[0]
            joined.append((start, end))
        return joined


def plain(token: re.Match[str], before: str, after: str, own: set[str]) -> str:
    """Return what a token is whatever its author calls things; attributes and calls keep their names."""
    if token["string"]:
        return "a string"
    given = token[0] in FIXED or before == "." or (after == "(" and token[0] not in own)
    return token[0] if not token["name"] or given else "a name"
