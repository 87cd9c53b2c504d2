"""A little course of one notebook, made of answers and tests, with files beside it."""

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from autograder.course import Course

CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'little'\nc.Exchange.root = '/nowhere'\n"
CONFIG += "c.Sandbox.libraries = ['numpy']\nc.Sandbox.disk_mb = 20\n"


def cell(source, name, **marks):
    kind = {"grade": False, "solution": False, "locked": False, "schema_version": 3, **marks}
    return new_code_cell(source, id=name, metadata={"nbgrader": {"grade_id": name, **kind}})


def notebook(rows, imports=""):
    """Return a notebook with an answer and a test for each row."""
    cells = [new_code_cell(imports, id="imports")]
    for n, (answer, test) in enumerate(rows):
        solution = f"### BEGIN SOLUTION\n{answer}\n### END SOLUTION"
        cells.append(cell(solution, f"answer{n}", solution=True))
        cells.append(cell(test, f"test{n}", grade=True, locked=True, points=1))
    about = {"name": "python3", "language": "python", "display_name": "Python 3"}
    return new_notebook(cells=cells, metadata={"kernelspec": about})


def little_course(root, rows, files=None, imports="", config="", week="ps1"):
    """Return a course whose own solution one student has handed in."""
    root.mkdir(exist_ok=True)
    (root / "nbgrader_config.py").write_text(CONFIG + config)
    for place in (f"source/{week}", f"submitted/own/{week}"):
        (root / place).mkdir(parents=True)
        nbformat.write(notebook(rows, imports), root / place / "nb.ipynb")
    for name, content in (files or {}).items():
        path = root / "source" / week / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    course = Course(root)
    course.register(week)
    return course


def answered(course, student, rows, answers, imports="", week="ps1"):
    """Hand in other answers to the same tests."""
    folder = course.root / "submitted" / student / week
    folder.mkdir(parents=True)
    tests = [test for _, test in rows]
    nbformat.write(notebook(list(zip(answers, tests, strict=True)), imports), folder / "nb.ipynb")


def outcomes(course, student="own", week="ps1"):
    """Return what became of each test, and what was said."""
    (submission,) = course.grade(week, [student], regrade=True)
    assert submission.problem is None
    return [(str(check.outcome), check.message) for check in submission.notebooks["nb"].checks]
