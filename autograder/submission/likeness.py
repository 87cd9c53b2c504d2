"""Recognises which notebook or week a file or folder is meant for, by its name and by what is in it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.submission.notebooks import decoded

GRADE_ID = re.compile(rb'grade_id"\s*:\s*"([\w.-]{1,200})"')
FUNCTION = re.compile(rb"def (\w+)")
MAX_LOOKED_AT = 20 * 2**20  # bytes of a file that is not a notebook


@dataclass(frozen=True)
class Marks:
    """The marks by which a notebook is recognised, whatever its file is called."""

    grade_ids: frozenset[str]
    functions: frozenset[str]


def marks_in(data: bytes) -> Marks:
    """Return the grade ids and the functions in a file: a search for words, as it need not be valid."""
    if b"\0" in data[:4]:
        data = decoded(data)[0].encode("utf-8", "replace")
    ids, functions = GRADE_ID.findall(data), FUNCTION.findall(data)
    return Marks(
        *(frozenset(name.decode("utf-8", "replace") for name in names) for names in (ids, functions))
    )


def own_marks(one: Marks, others: list[Marks]) -> Marks:
    """Return those marks of one of several notebooks that no other notebook has."""
    return Marks(
        one.grade_ids.difference(*(other.grade_ids for other in others)),
        one.functions.difference(*(other.functions for other in others)),
    )


def mentions(data: bytes) -> Marks:
    """Return the names in a file that is not a notebook, as if each were a function's."""
    names = re.findall(rb"[A-Za-z_]\w{4,60}", data[:MAX_LOOKED_AT])
    return Marks(frozenset(), frozenset(name.decode() for name in names))


def held(found: frozenset[str], known: dict[str, frozenset[str]], least: float = 0) -> set[str]:
    """Return the notebooks of which half or more is in a file, or else the one of which there is most.

    Arguments:
        found: what is in the file
        known: what is in each notebook
        least: the share of a notebook that must be there
    """
    shares = {name: len(found & marks) / len(marks) for name, marks in known.items() if found & marks}
    most = max(shares.values(), default=0)
    return {name for name, share in shares.items() if share >= max(least, min(most, 0.5))}


def named_like(name: str, known: Iterable[str]) -> str | None:
    """Return the longest known name that is in another one, as whole words, regardless of case and accents.

    So `initialization` is in `Doe_Jane_12345_Initialization-2`, and `week1` in `Week 1`, not in `week 10`.
    """
    words = words_of(name)
    starts = range(len(words))
    runs = {"".join(words[i:j]) for i in starts for j in range(i + 1, len(words) + 1)}
    return max((one for one in known if "".join(words_of(one)) in runs), key=len, default=None)


def words_of(name: str) -> list[str]:
    """Return the words and numbers in a name, without case and accents."""
    plain = unicodedata.normalize("NFKD", name[:300])
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.findall(r"\d+|[^\W\d_]+", plain)
