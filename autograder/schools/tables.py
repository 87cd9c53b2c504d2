"""Tables as spreadsheets and schools' systems write them; what is not changed stays as it was."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import CourseError
from autograder.submission.files import NotReadable, kind_of, read_bounded

MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
SEPARATORS = (",", ";", "\t")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # a spreadsheet may take a text that begins so for a formula


@dataclass
class Table:
    """A table whose first row holds the titles of its columns.

    Arguments:
        rows: the cells of each row as they are in the file, quotation marks included
        ends: what ends each row in the file
        separator: what stands between two cells
        encoding: of the file
        mark: the byte order mark at its beginning, if any
    """

    rows: list[list[str]]
    ends: list[str]
    separator: str
    encoding: str
    mark: bytes = b""

    @property
    def header(self) -> list[str]:
        """The titles of the columns."""
        return [value(cell).strip() for cell in self.rows[0]]

    def read(self, row: int, column: int) -> str:
        """Return what a cell says; a row that ends before the column has nothing there."""
        cells = self.rows[row]
        return value(cells[column]).strip() if column < len(cells) else ""

    def write(self, row: int, column: int, text: str) -> None:
        """Let a cell say something else; it stays in quotation marks if it was, or gets some if it must."""
        cells = self.rows[row]
        cells += [""] * (column + 1 - len(cells))
        if cells[column].startswith('"') or re.search(rf'[{self.separator}"\r\n]', text):
            text = '"' + text.replace('"', '""') + '"'
        cells[column] = text

    def content(self) -> bytes:
        """Return the file."""
        lines = (self.separator.join(cells) + end for cells, end in zip(self.rows, self.ends, strict=True))
        return self.mark + "".join(lines).encode(self.encoding)


def value(cell: str) -> str:
    """Return what a cell says, without its quotation marks."""
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


def read_table(path: Path) -> Table:
    """Return the table in a file; raise `CourseError` if there is none."""
    try:
        data = read_bounded(path)
    except NotReadable as error:
        raise CourseError(f"{path} cannot be read: {error}.") from None
    if kind := kind_of("", data):
        raise CourseError(f"{path} is {kind}: save it as CSV, and name that file.")
    text, encoding, mark = decoded(data, path)
    if not text.strip():
        raise CourseError(f"{path} is empty.")
    beginning = re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0]
    separator = max(SEPARATORS, key=lambda s: re.sub(r'"[^"]*"', "", beginning).count(s))
    rows, ends = split(text, separator, path)
    return Table(rows, ends, separator, encoding, mark)


def decoded(data: bytes, path: Path) -> tuple[str, str, bytes]:
    """Return the text of a file, its encoding, and its byte order mark."""
    mark = next((mark for mark in MARKS if data.startswith(mark)), b"")
    wide = {(False, True): "utf-16-le", (True, False): "utf-16-be"}.get(
        (data[:1] == b"\0", data[1:2] == b"\0")
    )
    encodings = [MARKS[mark]] if mark else [wide] if wide else ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            return data[len(mark) :].decode(encoding), encoding, mark
        except UnicodeDecodeError:
            continue
    raise CourseError(f"{path} is not a text in UTF-8, UTF-16 or Windows-1252: save it as CSV in UTF-8.")


def split(text: str, separator: str, path: Path) -> tuple[list[list[str]], list[str]]:
    """Return the cells of each row, and what ends each row."""
    s = re.escape(separator)
    cell = re.compile(rf'("[^"]*+(?:""[^"]*+)*+"|[^"{s}\r\n][^{s}\r\n]*|)({s}|\r\n|\r|\n|\Z)')
    rows: list[list[str]] = [[]]
    ends: list[str] = []
    place = 0
    while place < len(text) or len(rows) > len(ends):
        found = cell.match(text, place)
        if not found:
            raise CourseError(
                f"{path}, row {len(rows)}: a quotation mark is not closed, or stands where none can be."
            )
        rows[-1].append(found[1])
        place = found.end()
        if found[2] != separator:
            ends.append(found[2])
            if place < len(text):
                rows.append([])
    return rows, ends


def harmless(text: str | None) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return "'" + text if text and text.startswith(FORMULA) else text or ""


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> bytes:
    """Return a table of one's own: texts are quoted and harmless, numbers are numbers, None is empty."""
    made = io.StringIO()
    writer = csv.writer(made, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str | None) else round(cell, 2) for cell in row])
    return made.getvalue().encode()
