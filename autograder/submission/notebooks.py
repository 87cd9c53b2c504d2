"""Reads and writes notebooks; one that was handed in is repaired where JupyterLab would open it."""

import codecs
import json
import re
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode, from_dict

from autograder.submission.archives import content_of
from autograder.submission.files import File, NotReadable, kind_of

MAX_SIZE = 20 * 2**20  # characters in all cells of one that was handed in
MAX_VALUES = 10_000_000  # in its file: more would need gigabytes to be read
MAX_CELLS = 10_000
# What an editor leaves in source/ is a stray: copies, checkpoints, notebooks without a name of their own.
NOTEBOOK = re.compile(r"(?!\.|Untitled\d*\.ipynb$).*(?<!-checkpoint)(?<!-Copy\d)(?<!-Copy\d\d)\.ipynb")
MARKS = {  # with which a file may state its encoding; the longer ones first
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
NULLS: dict[tuple[bool, ...], str] = {  # if it does not state it: which of the first four bytes are null
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}
CELL_TYPES = {"code", "markdown", "raw"}
JSON_KINDS = {list: "a list", str: "a text", float: "a number", bool: "a truth value", type(None): "null"}
NOTHING_WRITTEN = "Nothing is written: did the wrong copy arrive?"
UNENDED = "the lines of its cells had no line breaks, which were added"
PUT_RIGHT = "put-right"  # the id of the cell that says what was repaired
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python", "pygments_lexer": "ipython3"},
}


def as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Called for bytes that are not UTF-8: return what they are read as, and where to continue."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("windows-1252", "replace"), error.end


codecs.register_error("windows-1252", as_windows_1252)


class NotANotebook(Exception):
    """A file that was handed in and cannot be read; the message says what to do."""


def read_submitted(file: File) -> tuple[NotebookNode, list[str]]:
    """Return the notebook in a file that a student handed in, and what was put right in it."""
    try:
        text, notes = decoded(content_of(file))
        return rebuilt(parsed(text, file.name), notes), notes
    except Exception as error:
        lines = str(error).strip().splitlines() or [type(error).__name__]
        reason = "".join(filter(str.isprintable, lines[0][:200]))  # it may be shown in a terminal
        raise NotANotebook(
            f"{file.shown} is not a notebook that can be read ({reason}): ask for it again"
        ) from None


def decoded(data: bytes) -> tuple[str, list[str]]:
    """Return the text in a file, whatever its encoding, and notes about the encoding."""
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            how = encoding.upper() if encoding != "utf-8" else "UTF-8 with a byte order mark"
            return data[len(mark) :].decode(encoding, "replace"), [f"its text is in {how}"]
    if wide := NULLS.get(tuple(byte == 0 for byte in data[:4])):
        return data.decode(wide, "replace"), [f"its text is in {wide.upper()}"]
    try:
        return data.decode(), []
    except UnicodeDecodeError:
        pass
    text = data.decode(errors="windows-1252")
    for encoding in ("shift_jis", "gb18030", "big5"):  # in which a byte of a character may be a backslash
        try:
            json.loads(text, strict=False)
            break
        except ValueError:
            other = data.decode(encoding, "replace")
            if is_json(other):
                return other, [f"its text was read as {encoding}, not as UTF-8"]
    return text, ["some of its characters were read as Windows-1252, not as UTF-8"]


def is_json(text: str) -> bool:
    """Tell whether a text is JSON."""
    try:
        json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return True


def parsed(text: str, name: str) -> dict[str, Any]:
    """Return the JSON of a notebook; raise `NotReadable` with what it is instead."""
    text = text.rstrip("\0 \t\r\n")  # a disk may leave null bytes at the end of a file
    if not text.strip():
        raise NotReadable("it is empty")
    if text.count(",") + text.count("[") + text.count("{") > MAX_VALUES:
        raise NotReadable("it holds too much: clear its outputs")
    try:
        content = json.loads(
            text, strict=False, parse_int=float
        )  # numbers may be of any length, and none of them matters
    except RecursionError:
        raise NotReadable("its lists and dicts are nested too deeplyly") from None
    except ValueError as error:
        raise NotReadable(why_no_json(text, name, error)) from None
    if isinstance(content, dict) and isinstance(content.get("worksheets"), list):  # as IPython 3 wrote it
        sheets = [sheet for sheet in content["worksheets"] if isinstance(sheet, dict)]
        content["cells"] = [cell for sheet in sheets for cell in sheet.get("cells") or []]
    if not isinstance(content, dict):
        raise NotReadable(f"it holds {JSON_KINDS[type(content)]} instead of cells")
    if not isinstance(content.get("cells"), list):
        link = {"url", "doc_id", "resource_id", "file_id", "link"} & set(content)
        raise NotReadable(
            "it is a link to a notebook elsewhere" if link else "it is JSON without a list of cells"
        )
    return content


def why_no_json(text: str, name: str, error: ValueError) -> str:
    """Return in words what a text is that is not JSON, or what happened to it."""
    if kind := kind_of(name if ".ipynb" not in name.lower() else "", text[:2000].encode()):
        return f"it is {kind}"
    if re.search(r"^(<<<<<<<|=======|>>>>>>>)", text, re.MULTILINE):
        return "it holds the conflict markers of a merge, <<<<<<< and >>>>>>>"
    if re.match(r"\s*\{\s*'", text):
        return "it is a Python dict, not JSON"
    if re.match(r"\s*(#|import |from |def |%)", text):
        return "it is a script"
    if text.lstrip()[:1] == "{" and text[-1:] != "}":
        return "it ends in the middle, as after an interrupted upload"
    if text.lstrip()[:1] != "{":
        return f"it is text that begins with {text.strip()[:30]!r}"
    return f"it is damaged: {error}"


def rebuilt(content: dict[str, Any], notes: list[str]) -> NotebookNode:
    """Return a valid notebook with what counts: kind, source and grade id of each cell.

    Outputs, other metadata and unknown keys, which may be anything, are left behind; ids are made anew.
    """
    if len(content["cells"]) > MAX_CELLS:
        raise NotReadable(f"it has more than {MAX_CELLS} cells")
    cells = [
        rebuilt_cell(cell, n, notes) for n, cell in enumerate(content["cells"]) if isinstance(cell, dict)
    ]
    if lost := len(content["cells"]) - len(cells):
        notes.append(f"{lost} of its cells were damaged, and were left out")
    if sum(len(cell.source) for cell in cells) > MAX_SIZE:
        raise NotReadable(f"its cells hold more than {MAX_SIZE // 2**20} MB")
    metadata = from_dict(METADATA)
    if version := version_in(content.get("metadata")):
        metadata.language_info.version = version
    return NotebookNode(cells=cells, metadata=metadata, nbformat=4, nbformat_minor=5)


def version_in(metadata: Any) -> str | None:
    """Return the version of Python that a notebook says it was run with."""
    language = metadata.get("language_info") if isinstance(metadata, dict) else None
    version = language.get("version") if isinstance(language, dict) else None
    return version if isinstance(version, str) and re.fullmatch(r"\d{1,3}(\.\d{1,3}){0,3}", version) else None


def rebuilt_cell(cell: dict[str, Any], number: int, notes: list[str]) -> NotebookNode:
    """Return a valid cell with the kind, the source and the grade id of one that may be anything."""
    kind = str(cell.get("cell_type")).lower()
    source = next((cell[key] for key in ("source", "input", "code", "text") if key in cell), None)
    if kind not in CELL_TYPES:
        kind = "code" if {"outputs", "execution_count", "input", "code"} & set(cell) else "markdown"
    if isinstance(source, list):
        lines = [line for line in source if isinstance(line, str)]
        ended = len(lines) < 2 or any(line.endswith("\n") for line in lines[:-1])
        source = ("" if ended else "\n").join(lines)
        if not ended and UNENDED not in notes:
            notes.append(UNENDED)
    if not isinstance(source, str):
        source = ""
    source = re.sub("[\ud800-\udfff]", "\ufffd", source)  # halves of surrogate pairs
    made = NotebookNode(cell_type=kind, id=f"cell-{number}", metadata=NotebookNode(), source=source)
    if kind == "code":
        made.update(outputs=[], execution_count=None)
    metadata = cell["metadata"] if isinstance(cell.get("metadata"), dict) else {}
    marks = metadata.get("nbgrader")
    if isinstance(marks, dict) and isinstance(marks.get("grade_id"), str):
        made.metadata["nbgrader"] = NotebookNode(grade_id=marks["grade_id"])
    if isinstance(metadata.get("tags"), list):
        made.metadata["tags"] = [tag for tag in metadata["tags"] if isinstance(tag, str)]
    return made


def note_at_top(notebook: NotebookNode, notes: list[str], untouched: bool) -> None:
    """Say in a graded notebook, to its reader and in its metadata, what one has to know before.

    Arguments:
        notebook: the notebook
        notes: what was put right before it was graded
        untouched: whether nothing is written in it
    """
    notebook.metadata.update(put_right=notes, untouched=untouched)
    parts = [f"**{NOTHING_WRITTEN}**"] if untouched else []
    if notes:
        parts.append("**Repaired before grading**\n\n" + "\n".join(f"* {literal(note)}" for note in notes))
    if parts:
        text = "\n\n".join(parts)
        cell = NotebookNode(cell_type="markdown", id=PUT_RIGHT, metadata=NotebookNode(), source=text)
        notebook.cells.insert(0, cell)


def literal(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]<>#|$~&!])", r"\\\1", "".join(filter(str.isprintable, text)))


def notebooks_in(folder: Path) -> list[Path]:
    """Return the notebooks of a folder, without strays."""
    return sorted(path for path in folder.glob("*.ipynb") if NOTEBOOK.fullmatch(path.name))


def read_own(path: Path) -> NotebookNode:
    """Return a notebook of the instructor's, or one that was graded: in today's format."""
    return parsed_own(path.read_text(encoding="utf-8"))


def parsed_own(text: str) -> NotebookNode:
    """Return a notebook that we have written, from its text."""
    notebook: NotebookNode = nbformat.v4.reads(text)
    return notebook


def write_own(notebook: NotebookNode) -> str:
    """Return a notebook as JSON; one that was read by `read_submitted` needs no second validation.

    Each cell stands in one line: indenting, as nbformat does, would take ten times as long.
    """
    encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
    cells = ",\n".join(map(encode, notebook.cells))
    rest = encode({key: value for key, value in notebook.items() if key != "cells"})
    return f'{{"cells": [\n{cells}\n],\n{rest[1:]}\n'
