"""Hands in more than a notebook: other notebooks, settings, modules, results of a grading run."""

import shutil


def tamper(notebook, folder):
    for name in [
        "nbgrader_config.py",
        "sitecustomize.py",
        "numpy.py",
        "helpers.py",
        "msgpack.py",
        "conftest.py",
    ]:
        (folder / name).write_text("raise SystemExit(0)")
    (folder / ".graded").write_text("0" * 64)
    (folder / "timestamp.txt").write_text("9999-99-99 nonsense \x1b[2J")
    (folder / "gradebook.db").write_bytes(b"SQLite format 3\0")
    for name in ["more.ipynb", "Initialization.ipynb", ".initialization.ipynb.new"]:
        (folder / name).write_text("{}")
    (folder / "autograder").mkdir()
    shutil.copy(__import__("json").__file__, folder / "autograder" / "wire.py")
