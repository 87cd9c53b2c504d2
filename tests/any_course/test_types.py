"""Values of every type that tests of other courses look at: what a test can do with them."""

import gc
import linecache

import matplotlib.pyplot as plt
import nbformat.v4
import pytest
from any_course.value_types import STUDENT, TYPES, USES, answers, checks

from autograder.grading.examiner import Examiner
from autograder.outcomes import Outcome
from autograder.sandbox.sandbox import Sandbox
from autograder.submission.cells import imports_of

# Files and databases that nobody closes.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::ResourceWarning")]

ALL = [f"{name}: {use}" for name, *_ in TYPES for use in USES]
EVERY = " ".join(USES)
KEPT = EVERY.removeprefix("argument ")  # the student's own function can use it

DIFFERENT = {  # what a test cannot do, although it is true in one process, and why
    "an object stays on its side, and a test cannot look into it": {
        "dataclass": KEPT,
        "instance of a student's class": KEPT,
        "instance with dunders": KEPT,
        "sqlite3 connection": KEPT,
        "Axes": KEPT,
        "plt.gca() (no variable)": "attribute method item",
        "re.Match": EVERY,
        "open file": EVERY,
        "module": EVERY,
        "Figure": EVERY,
        "GroupBy": EVERY.replace(" isinstance", ""),
        "sklearn estimator, fitted": EVERY,
        "ipywidget": EVERY,
        "Enum": "argument result variable attribute comparison isinstance",
        "subclass of list": "argument attribute method isinstance",
        "functools.partial": "attribute isinstance item",
        "callable instance": "attribute method isinstance",
        "class (itself)": "attribute method isinstance item",
        "namedtuple": "isinstance",  # of the student's class, which is a function here
    },
    "of a function, a test knows what Python's own `inspect` shows": {
        "generator": "attribute",
        "closure returned": "attribute",
        "builtin function": "result variable comparison",
    },
}

EVEN_SO = {  # the same where a course allows tests to look into objects
    "the student's function cannot look into an object of the test": {
        "re.Match": "argument",
        "open file": "argument",
        "GroupBy": "argument",
        "Figure": "argument",
        "sklearn estimator, fitted": "argument",
        "ipywidget": "argument",
    },
    "what both sides have is not one and the same": {
        "builtin function": "result variable comparison",
        "functools.partial": "item",
        "module": "argument result variable comparison",
    },
    "matplotlib's current figure is on the student's side": {
        "plt.gca() (no variable)": "attribute method item"
    },
    "a list inside of an object arrives as a copy": {"instance of a student's class": "item"},
    "a closure's cells stay on its side": {"closure returned": "attribute"},
}


def cell(source, name, **marks):
    kind = {"grade": False, "solution": False, "locked": False, "schema_version": 3, **marks}
    return nbformat.v4.new_code_cell(source, metadata={"nbgrader": {"grade_id": name, **kind}})


def notebook():
    """Return a notebook with all types and uses."""
    cells = [cell(STUDENT, "classes", solution=True)]
    for n, (imports, answer) in enumerate(answers()):
        cells += [nbformat.v4.new_code_cell(imports), cell(answer, f"answer{n}", solution=True)]
        for use, test in checks(n).items():
            cells.append(cell(test, f"{TYPES[n][0]}: {use}", grade=True, locked=True, points=1))
    return nbformat.v4.new_notebook(cells=cells)


def run(source, name, names):
    """Run a cell whose source Python can look up, as in a notebook."""
    linecache.cache[name] = len(source), None, source.splitlines(keepends=True), name
    exec(compile(source, name, "exec"), names)


def test_each_is_true_in_one_process(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = {"__name__": "__main__"}
    run(STUDENT, "classes", names)
    fails = []
    for n, (imports, answer) in enumerate(answers()):
        run(f"{imports}\n{answer}", f"answer{n}", names)
        for use, test in checks(n).items():
            try:
                exec(test, names)
            except Exception as error:
                fails.append((f"{TYPES[n][0]}: {use}", repr(error)))
    plt.close("all")
    names.clear()  # and with it open files
    gc.collect()
    assert fails == []


@pytest.mark.long
@pytest.mark.parametrize(
    "remote_objects, listed", [(False, DIFFERENT), (True, EVEN_SO)], ids=["data", "objects"]
)
def test_what_a_test_can_do_with_values_of_which_type(remote_objects, listed):
    whole = notebook()
    sandbox = Sandbox(remote_objects=remote_objects)
    try:
        outcomes = Examiner(sandbox, whole, imports_of(whole), b"key").examine()
    finally:
        sandbox.close()
        gc.collect()  # and with the examiner its open files
    assert list(outcomes) == ALL
    found: dict[str, str] = {}
    for name, (outcome, _) in outcomes.items():
        if outcome is not Outcome.PASSED:
            kind, use = name.split(": ")
            found[kind] = f"{found.get(kind, '')} {use}".strip()
    assert found == {kind: uses for kinds in listed.values() for kind, uses in kinds.items()}
