"""Finds the student that a file of a school's system means, by an id, a login, an address or a name."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """What the roster says of a student."""

    student: str  # the id, which is the name of a folder in submitted/
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    lms_user_id: str | None = None  # the id in the school's system

    @property
    def name(self) -> str:
        """First and last name, as far as they are known."""
        return " ".join(part for part in (self.first_name, self.last_name) if part)


class People:
    """A class, to be looked up in. All look-ups return the ids of every student that may be meant."""

    def __init__(self, people: Iterable[Person]):
        self.numbers: dict[str, set[str]] = defaultdict(set)
        self.logins: dict[str, set[str]] = defaultdict(set)
        self.folded: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, set[str]] = defaultdict(set)
        for person in people:
            if person.lms_user_id:
                self.numbers[person.lms_user_id].add(person.student)
            for login in {person.student, person.lms_user_id, person.email} - {None, ""}:
                self.logins[str(login)].add(person.student)
                self.folded[str(login).casefold()].add(person.student)
            first, last = letters(person.first_name or ""), letters(person.last_name or "")
            if first and last:
                for name in (first + last, last + first):
                    self.names[name].add(person.student)

    def with_number(self, text: str) -> set[str]:
        """Look up the id that the school's system itself has given: it is never a student's id here."""
        return self.numbers.get(text, set())

    def with_login(self, text: str) -> set[str]:
        """Look up a student's id, login or e-mail address; capitals matter only between two that differ."""
        return self.logins.get(text) or self.folded.get(text.casefold(), set())

    def with_name(self, text: str) -> set[str]:
        """Look up a full name, with the first or the last name in front, in any spelling of its letters."""
        return self.names.get(letters(text), set())


def letters(name: str) -> str:
    """Return the letters and digits of a name, small and without accents."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\W_]", "", "".join(c for c in apart if not unicodedata.combining(c)))
