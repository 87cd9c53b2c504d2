"""Makes web pages of the lessons, assignments and docs, for reading without Jupyter: `make site`.

What may be on the pages is named here, and nothing else is copied: no solution and no hidden test.
"""

import os
import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import nbformat
from nbformat.v4 import new_markdown_cell
from sphinx.cmd.build import build_main

from helpers.plots.style import PAGES

ROOT = Path(__file__).parent.parent
PARTS = [
    "site/index.md",
    "docs/*.md",
    "notebooks/README.md",
    "notebooks/week*/*.ipynb",
    "release/week*/*.ipynb",
]
PARTS += [
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "LICENSE",
    "benchmarks/README.md",
    "site/_static/*",
]
LINK = re.compile(r"\[([^\]]+)\]\(([^):#]+)\)")
BEGIN = "{link} in JupyterLab ([how to begin](../../docs/student.md))."
NOTES = {
    "notebooks": "The figures and panels of this page were made by running a notebook. "
    "To change something and run it again, open " + BEGIN,
    "release": "This page shows an assignment as it is handed out. "
    "Its figures appear, and its checks answer, when you run " + BEGIN,
}


def stage(folder: Path) -> None:
    """Copy what the pages are made from into an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    for pattern in PARTS:
        for path in sorted(ROOT.glob(pattern)):
            target = folder / path.relative_to(ROOT).as_posix().removeprefix("site/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    for path in folder.rglob("*.md"):
        path.write_text(without_dead_links(path), encoding="utf-8")
    for kind, note in NOTES.items():
        for path in folder.glob(f"{kind}/week*/*.ipynb"):
            add_note(path, folder / "downloads", note)
    mathjax = find_spec("sphinx-mathjax-offline")  # the package is a folder with MathJax in it, no more
    assert mathjax and mathjax.origin
    shutil.copy(Path(mathjax.origin).parent / "static/mathjax/tex-svg.js", folder / "_static/mathjax.js")


def without_dead_links(path: Path) -> str:
    """Return a page's Markdown; links to files that are not on the pages become plain text."""
    return LINK.sub(
        lambda m: m[0] if (path.parent / m[2]).exists() else m[1], path.read_text(encoding="utf-8")
    )


def add_note(path: Path, downloads: Path, note: str) -> None:
    """Say below the title of a notebook where it can be run, and fold its checks.

    The file to download stays as it is.
    """
    copy = downloads / path.parent.name / path.name
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, copy)
    notebook = nbformat.read(path, as_version=4)
    link = "{download}`" + f"{path.name} <../../downloads/{copy.parent.name}/{copy.name}>`"
    text = "```{admonition} Run it yourself\n:class: tip\n" + note.format(link=link) + "\n```"
    notebook.cells.insert(1, new_markdown_cell(text, id="run-it-yourself"))
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.metadata["tags"] = [*cell.metadata.get("tags", []), "hide-input"]
            cell.metadata["mystnb"] = {
                "code_prompt_show": "Show the check",
                "code_prompt_hide": "Hide the check",
            }
    nbformat.write(notebook, path)


def main(build: Path = ROOT / "build") -> int:
    """Make the pages in the folder `site` of `build`, and return 0 if nothing was wrong.

    Every warning is an error.
    """
    sources, pages = build / "site-sources", build / "site"
    stage(sources)
    shutil.rmtree(pages, ignore_errors=True)
    os.environ[PAGES] = str(sources / "_static/figures")  # where the kernels that run the lessons put these
    os.environ |= {
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }  # a kernel for each processor
    options = ["-b", "html", "-W", "--keep-going", "-q", "-E", "-j", "auto", "-c", str(ROOT / "site")]
    options += ["-D", f"html_static_path={sources / '_static'}"]
    failed: int = build_main([*options, "-d", str(build / "doctrees"), str(sources), str(pages)])
    if not failed:
        print(f"Open {pages / 'index.html'} in a browser.")
    return failed


if __name__ == "__main__":
    sys.exit(main(*(Path(folder).resolve() for folder in sys.argv[1:])))
