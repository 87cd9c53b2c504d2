"""Packs a week for students without a hub: notebooks, what they import, and how to begin."""

import io
import tempfile
import zipfile
from pathlib import Path

import autograder
import helpers
from autograder.course import Course
from autograder.grading.folders import write_whole
from autograder.release import files_in
from autograder.settings import imports_in
from autograder.submission.notebooks import notebooks_in

PACKED = "packed"  # the folder of the zip files, in the course's folder
KERNEL = ["ipykernel>=6.29", "ipywidgets>=8.1"]  # to run notebooks; what they compute with is in helpers/
EXTRA = ' and extra == "tensorflow"'
HELPERS = (".py", ".json", ".h5", ".txt")
START = Path(autograder.__file__).parent / "pages" / "START-HERE.md"


def pack(course: Course, week: str) -> Path:
    """Write packed/WEEK.zip anew, and return its path. The same contents give the same bytes."""
    target = course.root / PACKED / f"{week}.zip"
    with tempfile.TemporaryDirectory() as released:
        course.generate(week, Path(released))
        notebooks = [path.name for path in notebooks_in(Path(released))]
        imports = imports_in(notebooks_in(Path(released)))
        content = {p.relative_to(released).as_posix(): p.read_bytes() for p in files_in(Path(released))}
    tensorflow = any("tensorflow" in statement for statement in imports)
    folder = f"improving-dnn-{week}"
    files = {
        "START-HERE.md": start(week, folder, notebooks, tensorflow).encode(),
        "requirements.txt": requirements(tensorflow).encode(),
        **content,
        **helper_files(),
    }
    target.parent.mkdir(exist_ok=True)
    write_whole(target, zipped({f"{folder}/{name}": content for name, content in files.items()}))
    return target


def helper_files() -> dict[str, bytes]:
    """Return what the notebooks import, and what that needs."""
    top = Path(helpers.__file__).parent
    paths = (path for path in top.rglob("*") if path.suffix in HELPERS and path.is_file())
    return {f"helpers/{path.relative_to(top).as_posix()}": path.read_bytes() for path in paths}


def requirements(tensorflow: bool) -> str:
    """Return a requirements file for students: without the grader, and TensorFlow only if it is needed."""
    text = (Path(helpers.__file__).parent / "requirements.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    wanted = [line.replace(EXTRA, "") for line in lines if tensorflow or EXTRA not in line]
    return "\n".join(["# pip install -r requirements.txt", *wanted, *KERNEL]) + "\n"


def start(week: str, folder: str, notebooks: list[str], tensorflow: bool) -> str:
    """Return the page that says how to begin."""
    words = {
        "week": week,
        "folder": folder,
        "zip": f"{week}.zip",
        "notebooks": ", ".join(f"`{name}`" for name in notebooks),
        "first": notebooks[0],
        "python": ", but not later than 3.13, for which there is TensorFlow" if tensorflow else "",
        "colab": " What uses TensorFlow may need another version than Colab has." if tensorflow else "",
    }
    text = START.read_text(encoding="utf-8")
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", word)
    return text


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip file; no date, no user and no order of a file system is in it."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return content.getvalue()
