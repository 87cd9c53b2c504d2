"""What people hand in, as files: makers of notebooks, and tables of what is expected of each."""

import bz2
import gzip
import io
import json
import tarfile
import zipfile
from datetime import datetime

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

EXERCISES = {
    "week1/initialization": {"double": "return 2 * x", "negative": "return -x"},
    "week1/gradient_checking": {"square": "return x * x", "successor": "return x + 1"},
    "week2/optimization": {"half": "return x / 2", "cube": "return x**3"},
}
SOURCE = (
    'def {name}(x):\n    """Return a number."""\n    ### BEGIN SOLUTION\n    {body}\n    ### END SOLUTION'
)
STUB = 'def {name}(x):\n    """Return a number."""\n    # Your code here\n    raise NotImplementedError()'
FULL = 20  # points of week1


def marks(name, **rest):
    return {"nbgrader": {"grade_id": name, "schema_version": 3, "locked": False, "solution": False, **rest}}


def instructors(exercises):
    cells = [new_markdown_cell("# A title"), new_code_cell("import math")]
    for name, body in exercises.items():
        answer = SOURCE.format(name=name, body=body)
        check = f"assert {name}(three) == (lambda x: {body.removeprefix('return ')})(3)"
        check = check if "three = 3" in repr(cells) else f"three = 3\n{check}"  # which later checks use
        cells.append(new_code_cell(answer, metadata=marks(name, grade=False, solution=True)))
        graded = marks(f"test_{name}_1", grade=True, locked=True, points=5)
        cells.append(new_code_cell(check, metadata=graded))
    return new_notebook(cells=cells)


def notebook(
    name="initialization", week="week1", answers=("double", "negative", "square", "successor", "half", "cube")
):
    """Return a notebook as a student hands it in, as plain JSON, with some of its exercises answered."""
    exercises = EXERCISES[f"{week}/{name}"]
    made = json.loads(json.dumps(instructors(exercises)))
    for cell in made["cells"]:
        exercise = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if exercise in exercises:
            form = SOURCE if exercise in answers else STUB
            cell["source"] = form.format(name=exercise, body=exercises[exercise])
    return made


def raw(made=None, **changes):
    """Return a notebook as bytes, with some of its entries changed; None takes one away."""
    made = {**(made or notebook()), **changes}
    return json.dumps(
        {key: value for key, value in made.items() if value is not None}, ensure_ascii=False
    ).encode()


def cells(change, made=None):
    """Return a notebook as bytes, each of its cells changed."""
    made = made or notebook()
    for number, cell in enumerate(made["cells"]):
        change(cell, number)
    return raw(made)


def zipped(files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def tarred(files):
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return target.getvalue()


RIGHT, BLANK = raw(), raw(notebook(answers=()))
OTHER = raw(notebook("gradient_checking"))
PROPER = "week1/initialization.ipynb"
ACCENTED = json.loads(RIGHT)
ACCENTED["cells"][1]["source"] = "# für naïve Größen – “quoted”\n" + ACCENTED["cells"][1]["source"]
TEXT = raw(ACCENTED).decode()
OUTPUT = {"output_type": "display_data", "metadata": {}, "data": {"image/png": "A" * 30_000_000}}


def answer_alone(name, body):
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    return {**cell, "source": f"def {name}(x):\n    {body}"}


def moved(*order):
    """Return a right notebook with its cells in another order."""
    made = notebook()
    made["cells"] = [made["cells"][n] for n in order]
    return raw(made)


def edited(change):
    made = notebook()
    made["cells"] = change(made["cells"])
    return raw(made)


# For each row: what is at the place of week1/initialization.ipynb, and the words that say what was put right.
GRADED = {
    # encodings
    "utf8_bom": (b"\xef\xbb\xbf" + TEXT.encode(), "byte order mark"),
    "utf16": (TEXT.encode("utf-16"), "UTF-16"),
    "utf16_big": (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16-BE"),
    "utf16_unmarked": (TEXT.encode("utf-16-le"), "UTF-16-LE"),
    "utf32": (TEXT.encode("utf-32"), "UTF-32"),
    "utf32_unmarked": (TEXT.encode("utf-32-be"), "UTF-32-BE"),
    "windows": (TEXT.encode("windows-1252"), "Windows-1252"),
    "latin1": (TEXT.replace("–", "-").replace("“", "").replace("”", "").encode("latin-1"), "Windows-1252"),
    "one_byte_wrong": (TEXT.encode().replace("–".encode(), b"\x96"), "Windows-1252"),
    "undefined_bytes": (TEXT.encode().replace("–".encode(), b"\x81\x8d\x9d"), "Windows-1252"),
    "mac_roman": (TEXT.encode("mac-roman"), "Windows-1252"),
    "shift_jis": (
        TEXT.replace("Größen", "").replace("für naïve", "表示ソ").encode("shift_jis", "ignore"),
        "shift_jis",
    ),
    "half_a_character": (RIGHT.replace(b"import math", b"import math # \\ud83d"), ""),
    "null_at_the_end": (RIGHT + b"\0" * 100, ""),
    # formats
    "format_4_4": (raw(nbformat_minor=4), ""),
    "format_4_0": (raw(nbformat_minor=0), ""),
    "format_4_9": (raw(nbformat_minor=9), ""),
    "no_minor": (raw(nbformat_minor=None), ""),
    "no_format": (raw(nbformat_minor=None, nbformat=None), ""),
    "format_as_text": (raw(nbformat="4", nbformat_minor="5"), ""),
    "no_metadata": (raw(metadata=None), ""),
    "metadata_as_list": (raw(metadata=[]), ""),
    "widgets_without_state": (
        raw(metadata={"widgets": {"application/vnd.jupyter.widget-state+json": {"version_major": 2}}}),
        "",
    ),
    "unknown_kernel": (raw(metadata={"kernelspec": {"name": "xr"}, "language_info": {"name": "R"}}), ""),
    "deep_metadata": (raw(metadata=json.loads('{"a":' * 300 + "1" + "}" * 300)), ""),
    "unknown_key": (raw(surplus=[1, 2]), ""),
    "not_a_number": (raw(surplus=float("nan")), ""),
    "twice_a_key": (RIGHT[:-1] + b', "metadata": {}, "nbformat": 4}', ""),
    "ids_with_blanks": (cells(lambda cell, n: cell.update(id=f"a cell {n}")), ""),
    "ids_too_long": (cells(lambda cell, n: cell.update(id="x" * 100)), ""),
    "ids_alike": (cells(lambda cell, n: cell.update(id="same")), ""),
    "ids_as_numbers": (cells(lambda cell, n: cell.update(id=n)), ""),
    "no_ids": (cells(lambda cell, n: cell.pop("id")), ""),
    "unknown_keys_in_cells": (cells(lambda cell, n: cell.update(hidden=True, prompt=n)), ""),
    "no_outputs": (cells(lambda cell, n: cell.pop("outputs", None)), ""),
    "no_count": (cells(lambda cell, n: cell.pop("execution_count", None)), ""),
    "odd_count": (cells(lambda cell, n: cell.update(execution_count="[*]")), ""),
    "no_metadata_in_prose": (
        cells(lambda c, n: c.pop("metadata") if c["cell_type"] == "markdown" else 0),
        "",
    ),
    "no_type": (cells(lambda cell, n: cell.pop("cell_type")), ""),
    "type_in_capitals": (cells(lambda cell, n: cell.update(cell_type=cell["cell_type"].title())), ""),
    "outputs_in_prose": (cells(lambda cell, n: cell.update(outputs=[], execution_count=None)), ""),
    "unknown_outputs": (cells(lambda cell, n: cell.update(outputs=[{"output_type": "hologram"}, 3])), ""),
    "outputs_as_text": (cells(lambda cell, n: cell.update(outputs="none")), ""),
    "sources_as_lists": (cells(lambda c, n: c.update(source=c["source"].splitlines(keepends=True))), ""),
    "lines_without_ends": (
        cells(lambda c, n: c.update(source=c["source"].splitlines())),
        "had no line breaks",
    ),
    "long_number": (RIGHT.replace(b"null", b"9" * 5000, 1), ""),
    "sources_with_null": (cells(lambda c, n: c.update(source=[c["source"], None])), ""),
    "a_source_is_null": (edited(lambda c: [*c, {**c[0], "source": None}, {**c[0], "source": 3}]), ""),
    "tags_as_text": (cells(lambda c, n: c["metadata"].update(tags="demo", collapsed=7)), ""),
    "a_cell_is_null": (edited(lambda cells: [None, *cells, "text"]), "2 of its cells were damaged"),
    "ipython_3": (
        raw(
            {
                "nbformat": 3,
                "nbformat_minor": 0,
                "metadata": {},
                "worksheets": [
                    {
                        "cells": [
                            {**cell, "input": cell["source"], "language": "python"}
                            for cell in notebook()["cells"]
                        ]
                    }
                ],
            }
        ),
        "",
    ),
    "30_mb_of_outputs": (cells(lambda cell, n: cell.update(outputs=[OUTPUT] if n == 1 else [])), ""),
    # cells in another order
    "answer_at_the_end": (moved(0, 1, 3, 4, 5, 2), "check of double stood above what it needs"),
    "check_first": (moved(0, 3, 1, 2, 4, 5), "check of double stood above what it needs"),
    "upside_down": (moved(5, 4, 3, 2, 1, 0), "check of negative stood above what it needs"),
    "answer_in_a_cell_of_its_own_at_the_end": (
        edited(lambda c: [c[0], c[1], c[3], c[4], c[5], answer_alone("double", "return 2 * x")]),
        "check of double stood above what it needs",
    ),
    "stub_left_in_place": (
        edited(
            lambda c: [*json.loads(BLANK)["cells"][:4], c[4], c[5], answer_alone("double", "return 2 * x")]
        ),
        "check of double stood above what it needs",
    ),
    "ipython_1": (
        raw(
            {
                "nbformat": 1,
                "cells": [{"cell_type": "code", "code": cell["source"]} for cell in notebook()["cells"]],
            }
        ),
        "",
    ),
    "a_copy_below": (edited(lambda c: [*c, {**c[2], "source": "# tried something"}]), ""),
}

# For each row: all files of the student, the score, and words of a note or, after "!", of the problem.
FOUND = {
    "capital": ({"week1/Initialization.ipynb": RIGHT}, 10, "Initialization.ipynb was graded as"),
    "capital_ending": ({"week1/initialization.IPYNB": RIGHT}, 10, "was graded as"),
    "json_ending": ({"week1/initialization.ipynb.json": RIGHT}, 10, "was graded as"),
    "txt_ending": ({"week1/initialization.ipynb.txt": RIGHT}, 10, "was graded as"),
    "only_json": ({"week1/initialization.json": RIGHT}, 10, "was graded as"),
    "no_ending": ({"week1/initialization": RIGHT}, 10, "was graded as"),
    "subfolder": (
        {"week1/my work/initialization.ipynb": RIGHT},
        10,
        "my work/initialization.ipynb was graded as",
    ),
    "lms": ({"week1/doejane_12345_678901_initialization-2.ipynb": RIGHT}, 10, "was graded as"),
    "final": ({"week1/initialization-final.ipynb": RIGHT}, 10, "was graded as"),
    "version": ({"week1/initialization_v2.ipynb": RIGHT}, 10, "was graded as"),
    "copy_alone": ({"week1/initialization-Copy1.ipynb": RIGHT}, 10, "was graded as"),
    "number_alone": ({"week1/initialization (1).ipynb": RIGHT}, 10, "initialization (1).ipynb was graded as"),
    "glued": ({"week1/initialization2.ipynb": RIGHT}, 10, "was graded as"),
    "accents": ({"week1/José – initialization.ipynb": RIGHT}, 10, "was graded as"),
    "decomposed": ({"week1/inïtialization.ipynb": RIGHT}, 10, "was graded as"),
    "blanks": ({"week1/ initialization .ipynb": RIGHT}, 10, "was graded as"),
    "by_content": ({"week1/homework.ipynb": RIGHT}, 10, "homework.ipynb was graded as"),
    "untitled_by_content": ({"week1/Untitled.ipynb": RIGHT}, 10, "was graded as"),
    "without_marks_by_content": (
        {"week1/hw.ipynb": cells(lambda c, n: c.update(metadata={}))},
        10,
        "was graded as",
    ),
    "utf16_by_content": ({"week1/hw.ipynb": TEXT.encode("utf-16")}, 10, "was graded as"),
    "exchanged_names": (
        {PROPER: OTHER, "week1/gradient_checking.ipynb": RIGHT},
        20,
        "gradient_checking.ipynb was graded",
    ),
    "all_in_one": (
        {"week1/all.ipynb": edited(lambda c: c + json.loads(OTHER)["cells"])},
        20,
        "all.ipynb was graded",
    ),
    "in_a_zip": (
        {"week1/hand-in.zip": zipped({"initialization.ipynb": RIGHT})},
        10,
        "hand-in.zip/initialization.ipynb",
    ),
    "zip_with_folders": (
        {"week1.zip": zipped({"week1/initialization.ipynb": RIGHT, "__MACOSX/._a.ipynb": b"x"})},
        10,
        "",
    ),
    "zip_in_a_zip": (
        {"week1/a.zip": zipped({"b.zip": zipped({"initialization.ipynb": RIGHT})})},
        10,
        "a.zip/b.zip/",
    ),
    "zip_called_ipynb": ({PROPER: zipped({"initialization.ipynb": RIGHT})}, 10, "was graded as"),
    "zip_that_climbs": ({"week1/a.zip": zipped({"../../initialization.ipynb": RIGHT})}, 10, "was graded as"),
    "tar": ({"week1/a.tar.gz": tarred({"w/initialization.ipynb": RIGHT})}, 10, "was graded as"),
    "gz": ({"week1/initialization.ipynb.gz": gzip.compress(RIGHT)}, 10, "was graded as"),
    "bz2": ({"week1/initialization.ipynb.bz2": bz2.compress(RIGHT)}, 10, "was graded as"),
    "zip_and_unpacked": ({PROPER: RIGHT, "week1/a.zip": zipped({"initialization.ipynb": RIGHT})}, 10, ""),
    # places
    "week_capital": ({"Week1/initialization.ipynb": RIGHT}, 10, "Week1/initialization.ipynb was graded as"),
    "week_blank_after": ({"week1 /initialization.ipynb": RIGHT}, 10, "was graded as"),
    "week_blank_within": ({"week 1/initialization.ipynb": RIGHT}, 10, "was graded as"),
    "week_copy": ({"week1 (1)/initialization.ipynb": RIGHT}, 10, "was graded as"),
    "week_underscore": ({"WEEK_1/initialization.ipynb": RIGHT}, 10, "was graded as"),
    "no_week": ({"initialization.ipynb": RIGHT}, 10, "no_week/initialization.ipynb was graded as"),
    "no_week_other_name": ({"hw.ipynb": RIGHT}, 10, "was graded as"),
    "twice_the_week": ({"week1/week1/initialization.ipynb": RIGHT}, 10, "was graded as"),
    "level_above": ({"submission/week1/initialization.ipynb": RIGHT}, 10, "was graded as"),
    "another_folder": ({"my homework/initialization.ipynb": RIGHT}, 10, "was graded as"),
    # strays
    "mac_files": (
        {PROPER: RIGHT, "week1/._initialization.ipynb": b"\0\5\x16\7", "week1/.DS_Store": b"\0"},
        10,
        "",
    ),
    "checkpoints": (
        {PROPER: RIGHT, "week1/.ipynb_checkpoints/initialization-checkpoint.ipynb": BLANK},
        10,
        "",
    ),
    "untitled": (
        {PROPER: RIGHT, "week1/Untitled.ipynb": raw({"cells": []}), "week1/desktop.ini": b"x"},
        10,
        "",
    ),
    "broken_stray": (
        {PROPER: RIGHT, "week1/gradient_checking.ipynb": OTHER, "week1/Untitled1.ipynb": b"{"},
        20,
        "",
    ),
    "own_files": (
        {PROPER: RIGHT, "week1/utils.py": b"x = 1", "week1/figure.pdf": b"%PDF", "week1/a.zip": b"PK"},
        10,
        "",
    ),
    "blank_copy": (
        {PROPER: RIGHT, "week1/initialization-Copy1.ipynb": BLANK},
        10,
        "initialization-Copy1.ipynb was left out",
    ),
    "same_twice": ({PROPER: RIGHT, "week1/initialization (1).ipynb": RIGHT}, 10, ""),
    "other_week_in_it": ({PROPER: RIGHT, "week1/week2/optimization.ipynb": b"{"}, 10, ""),
    # several
    "blank_and_solved": (
        {PROPER: BLANK, "week1/initialization (1).ipynb": RIGHT, "week1/gradient_checking.ipynb": OTHER},
        10,
        "!initialization.ipynb answers 0 of 2 exercises; initialization (1).ipynb answers 2 of 2 exercises",
    ),
    "blank_and_copy": (
        {PROPER: BLANK, "week1/initialization-Copy1.ipynb": RIGHT},
        None,
        "!initialization-Copy1.ipynb answers 2",
    ),
    "blank_and_untitled": (
        {PROPER: BLANK, "week1/Untitled.ipynb": cells(lambda c, n: c.update(metadata={}))},
        None,
        "!Untitled.ipynb answers 2 of 2",
    ),
    "half_and_half": (
        {
            PROPER: raw(notebook(answers=["double"])),
            "week1/x/initialization.ipynb": raw(notebook(answers=["negative"])),
        },
        None,
        "!x/initialization.ipynb answers 1 of 2 exercises: keep the one that counts",
    ),
    "two_versions": (
        {
            "week1/initialization_v1.ipynb": raw(notebook(answers=["double"])),
            "week1/initialization_v2.ipynb": RIGHT,
        },
        None,
        "!initialization_v2.ipynb answers 2 of 2",
    ),
    "blank_and_script": (
        {PROPER: BLANK, "week1/initialization.py": b"def double(x):\n    return 2 * x\n"},
        None,
        "!initialization.ipynb is as it was handed out, and initialization.py is a script",
    ),
    "blank_and_zip": (
        {PROPER: BLANK, "week1/done.zip": zipped({"initialization.ipynb": RIGHT})},
        None,
        "!done.zip/initialization",
    ),
    "broken_and_right": (
        {PROPER: RIGHT[:300], "week1/initialization (1).ipynb": RIGHT},
        None,
        "!it ends in the middle",
    ),
    "loose_and_in_place": ({PROPER: BLANK, "initialization.ipynb": RIGHT}, None, "!answers 2 of 2"),
    "two_weeks_folders": (
        {PROPER: BLANK, "Week 1/initialization.ipynb": RIGHT},
        None,
        "!Week 1/initialization.ipynb answers 2",
    ),
}

# For each row: what is handed in alone, and what is said of it.
REFUSED = {
    "spreadsheet_inside": (
        {PROPER: zipped({"[Content_Types].xml": b"x"})},
        "initialization.ipynb is an Office document",
    ),
    "not_found": ({PROPER: b"404: Not Found"}, "it is text that begins with '404: Not Found'"),
    "shortcut": ({"week1/initialization.ipynb.webloc": b"<?xml"}, "initialization.ipynb.webloc is a link to"),
    "web_page": (
        {"week1/initialization.html": b"<!DOCTYPE html><html>"},
        "initialization.html is a web page",
    ),
    "script": (
        {"week1/initialization.py": b"x = 1"},
        "initialization.py is a script: ask for the notebook, initialization.ipynb",
    ),
    "pdf": ({"week1/initialization.pdf": b"%PDF-1.4"}, "initialization.pdf is a PDF"),
    "word": (
        {"week1/initialization.docx": zipped({"[Content_Types].xml": b"x"})},
        "initialization.docx is a text document",
    ),
    "picture": ({"week1/initialization.png": b"\x89PNG"}, "is a picture"),
    "web_page_by_content": (
        {"week1/homework.html": b"<html><span>def</span> <span>double</span> <span>negative</span>"},
        "homework.html is a web page",
    ),
    "print_of_ipynb": ({"week1/initialization.ipynb.pdf": b"%PDF-1.4"}, "initialization.ipynb.pdf is a PDF"),
    "login_page": (
        {PROPER: b"<html><body>Please log in</body>"},
        "initialization.ipynb is a web page, perhaps of a login",
    ),
    "pdf_inside": ({PROPER: b"%PDF-1.4"}, "initialization.ipynb is a PDF"),
    "git_lfs": ({PROPER: b"version https://git-lfs.github.com/spec/v1\noid"}, "a pointer of git-lfs"),
    "7z": ({"week1/work.7z": b"7z\xbc\xaf\x27\x1c"}, "work.7z is a 7z archive"),
    "rar": ({"week1/work.rar": b"Rar!\x1a\7"}, "work.rar is a RAR archive"),
    "download": ({"week1/initialization.ipynb.crdownload": RIGHT[:99]}, "is an unfinished download"),
    "drive_link": (
        {"week1/initialization.gdoc": b'{"url": "https://docs.google.com/1"}'},
        "is a link to the notebook",
    ),
    "colab_link": (
        {PROPER: b'{"url": "https://colab.research.google.com/drive/1", "doc_id": "1"}'},
        "it is a link to a notebook",
    ),
    "empty": ({PROPER: b""}, "it is empty"),
    "blank_file": ({PROPER: b" \n\n"}, "it is empty"),
    "nulls": ({PROPER: b"\0" * 5000}, "it is empty"),
    "cut_short": ({PROPER: RIGHT[: len(RIGHT) // 2]}, "it ends in the middle"),
    "null": ({PROPER: b"null"}, "it holds null instead of cells"),
    "list": ({PROPER: b"[]"}, "it holds a list instead of cells"),
    "number": ({PROPER: b"3"}, "it holds a number instead of cells"),
    "json_in_a_text": ({PROPER: json.dumps(RIGHT.decode()).encode()}, "it holds a text instead of cells"),
    "cells_as_number": ({PROPER: b'{"cells": 3}'}, "it is JSON without a list of cells"),
    "cells_as_dict": ({PROPER: b'{"cells": {"0": {}}}'}, "it is JSON without a list of cells"),
    "conflict": ({PROPER: b"{\n<<<<<<< HEAD\n" + RIGHT[1:]}, "conflict markers"),
    "python_dict": ({PROPER: repr(notebook()).encode()}, "it is a Python dict, not JSON"),
    "script_inside": ({PROPER: b"import numpy as np\nx = 1\n"}, "it is a script"),
    "comma_too_many": ({PROPER: RIGHT[:-1] + b",}"}, "it is damaged"),
    "too_deep": ({PROPER: b"[" * 100_000 + b"]" * 100_000}, "nested too deeply"),
    "folder": ({PROPER + "/empty.md": b""}, "initialization.ipynb cannot be read: it is a folder"),
    "in_another_weeks_folder": (
        {PROPER: BLANK, "week2/initialization.ipynb": RIGHT},
        "initialization.ipynb is as it was handed out, and week2/initialization.ipynb is in the folder",
    ),
    "missing_but_in_another_weeks_folder": (
        {"week1/notes.txt": b"", "week2/initialization.ipynb": RIGHT},
        "week2/initialization.ipynb is in the folder of another assignment: ask for the notebook",
    ),
    "folder_in_the_others": (
        {"week1/week2/optimization.ipynb": raw(notebook("optimization", "week2"))},
        "folder_in_the_others/week1, but only week2/optimization.ipynb (week2/optimization)",
    ),
    "other_week": (
        {PROPER: raw(notebook("optimization", "week2"))},
        "initialization.ipynb holds week2/optimization",
    ),
    "nothing": ({"week1/": b""}, "no notebook in submitted/nothing/week1: ask for"),
    "only_report": (
        {"week1/report.pdf": b"%PDF", "week1/notes.txt": b"hi"},
        "only notes.txt, report.pdf (a PDF)",
    ),
    "only_elsewhere": (
        {"stuff/report.pdf": b"%PDF"},
        "no notebook in submitted/only_elsewhere, but only stuff/report.pdf",
    ),
    "broken_zip": (
        {"week1/work.zip": b"PK\3\4" + b"x" * 50},
        "work.zip cannot be read: it cannot be unpacked",
    ),
    "locked_zip": (
        {
            "week1/work.zip": zipped({"a.ipynb": RIGHT}).replace(
                b"PK\1\2\x14\3\x14\0\0\0", b"PK\1\2\x14\3\x14\0\1\0"
            )
        },
        "locked with a password",
    ),
    "misnamed_broken": (
        {"week1/hw.ipynb": b"{"},
        "gradient_checking, initialization: hw.ipynb is not a notebook",
    ),
}

# For each row: the same, under limits that are met in milliseconds.
TOO_MUCH = {
    "bomb": (
        {"week1/work.zip": zipped({"a.ipynb": b" " * 10**6})},
        "work.zip cannot be read: it unpacks to more than",
    ),
    "together": (
        {"week1/work.zip": zipped({f"{n}.ipynb": RIGHT + b" " * 10**5 for n in range(9)})},
        "it unpacks to more",
    ),
    "bomb_in_a_zip": (
        {"week1/a.zip": zipped({"b.zip": zipped({"a.ipynb": b" " * 10**6})})},
        "it unpacks to more than",
    ),
    "gz_bomb": ({"week1/initialization.ipynb.gz": gzip.compress(b" " * 10**6)}, "it unpacks to more than"),
    "tar_bomb": ({"week1/a.tar.gz": tarred({"film.mp4": b" " * 10**6})}, "it unpacks to more than"),
    "members": ({"week1/a.zip": zipped({f"{n}": b"" for n in range(60)})}, "it holds more than 50 files"),
    "files": ({f"week1/{n}.txt": b"" for n in range(60)}, "it holds more than 50 files"),
    "long": ({PROPER: RIGHT + b" " * 10**6}, "initialization.ipynb cannot be read: it is larger than"),
    "values": ({PROPER: raw(metadata={"a": [[]] * 6000})}, "it holds too much: clear its outputs"),
    "cells": ({PROPER: edited(lambda cells: cells * 20)}, "it has more than 100 cells"),
    "sources": (
        {PROPER: edited(lambda c: [*c, {**c[0], "source": "x" * 10**5}])},
        "its cells hold more than",
    ),
}

STUDENTS = [
    *(
        "O'Brien",
        "Doe, Jane",
        "50%",
        "a&b",
        "a#b",
        "Zoë",
        "Zoe\u0308",
        "名前",
        "a;b",
        'say "hi"',
        "a{b}",
        "x=1",
    ),
    *("~me", "a\\b", "a:b", "$HOME", "(c)", "a|b", "<b>"),
]

TIMES = {  # what is in timestamp.txt, and the time in UTC; None where it is said that it is not clear
    "2026-03-01 22:30:00.123456 UTC": datetime(2026, 3, 1, 22, 30, 0, 123456),
    "2026-03-01 22:30:00": datetime(2026, 3, 1, 22, 30),  # as zip_collect writes it
    "2026-03-01T22:30:00+01:00\n": datetime(2026, 3, 1, 21, 30),
    "2026-03-01 22:30 -0530": datetime(2026, 3, 2, 4, 0),
    "2026-07-01 22:30:00 Europe/Berlin": datetime(2026, 7, 1, 20, 30),
    "2026-03-01 22:30:00 EST": datetime(
        2026, 3, 2, 3, 30
    ),  # the course's own zone, as the exchange writes it
    "2026-11-01 01:30:00 EDT": datetime(2026, 11, 1, 5, 30),
    "\ufeff2026-03-01T22:30Z": datetime(2026, 3, 1, 22, 30),
    **dict.fromkeys(
        [
            "01/03/2026",
            "22:30",
            "20260301",
            "",
            " \n",
            "2026-03-01",
            "2026-03-01 10:30 PM",
            "2026-03-01 22:30 PST",
            "2026-03-01 22:30 Berlin",
            "2026-03-01 22:30 CST",
            "2026-03-01 22:30 Europe/Atlantis",
            "yesterday",
            "2026-10-25 02:30 Europe/Berlin",
            "2026-03-29 02:30 Europe/Berlin",
            "2026-02-30 22:30 UTC",
            "1772404200",
            "Sun Mar  1 22:30:00 2026",
            "2026-03-01 22:30 UTC+2",
            "2026-03-01 22:30 UTC\n2026-04-01 22:30 UTC",
        ]
    ),
}

UNUSABLE = {
    "a[1]": "rename its folder: nbgrader does not find 'a[1]', because of [ ]",
    "a*": "rename its folder: nbgrader does not find 'a*', because of *",
    "what?": "rename its folder: nbgrader does not find 'what?', because of ?",
    ".ada": "rename its folder: nbgrader does not find '.ada', because of the dot at its beginning",
    "a\nb": "because of odd characters",
    "week1": "submitted/week1 is named after an assignment: it should be submitted/STUDENT/week1",
    "Week 1": "submitted/Week 1 is named after an assignment",
    "jane.ipynb": "it is not in a student's folder: move it to submitted/STUDENT/ASSIGNMENT/",
    "linked": "it holds links to other files: ask for the files themselves",
}
