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

pytestmark = pytest.mark.slow

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
        "GroupBy": "argument result variable attribute method comparison item",
        "sklearn estimator, fitted": EVERY,
        "PIL Image": EVERY,
        "ipywidget": EVERY,
        "StringIO": "argument result variable attribute method comparison isinstance",
        "Enum": "argument result variable attribute comparison isinstance",
        "subclass of list": "argument attribute method isinstance",
    },
    "of a function or a class, a test has the values alone": {
        "lambda": "isinstance",
        "closure returned": "attribute",
        "def with docstring, defaults": "result variable attribute comparison isinstance item",
        "builtin function": "result variable comparison",
        "functools.partial": "attribute isinstance item",
        "callable instance": "attribute method isinstance",
        "class (itself)": "attribute method isinstance item",
        "namedtuple": "isinstance",  # of the student's class, which is a function here
    },
    "what is read piece by piece can be read to its end alone": {
        "generator": "argument attribute method isinstance item",
        "list iterator": "argument method isinstance item",
        "zip": "argument attribute method isinstance item",
        "map": "argument attribute method isinstance item",
    },
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


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # files and databases that nobody closes
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


def test_what_a_test_can_do_with_values_of_which_type():
    whole = notebook()
    sandbox = Sandbox()
    try:
        outcomes = Examiner(sandbox, whole, imports_of(whole), b"key").examine()
    finally:
        sandbox.close()
    assert list(outcomes) == ALL
    found: dict[str, str] = {}
    for name, (outcome, _) in outcomes.items():
        if outcome is not Outcome.PASSED:
            kind, use = name.split(": ")
            found[kind] = f"{found.get(kind, '')} {use}".strip()
    assert found == {kind: uses for listed in DIFFERENT.values() for kind, uses in listed.items()}
