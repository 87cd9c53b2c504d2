"""What is read out of a test cell: its code without magics, and the names that it takes from the notebook."""

import ast

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.submission.cells import answers_before, imports_of, prepared
from autograder.submission.names import names_asked_for, names_bound
from autograder.submission.python import parsed

ASKED_FOR = {  # a cell: the names that a candidate is told of it
    "def f(x, y=a):\n    return x + b\nfor i in c:\n    d = f(i)\n[e for e in g(d)]": "a b c g",
    "import h.i as j, k.l\nwith m as n: pass\nlambda o: o + p\n(q := r)": "m p r",
    "try: s\nexcept t as u: u": "s t",
    "a = sorted(a)\nassert a == b": "sorted a b",
    "a += 1": "a",
    "a = 1\na += 1": "",
    "all(map(lambda a: a > 0, [1])); a": "all map a",
    "def g(): return late\nlate = 1\ng()": "",
    "late = 1\nclass C(base):\n    x = late\n    def m(self): return x": "base x",
    "[x for x in xs if x in ys]; x": "xs ys x",
    "def g():\n    global made\n    made = 1\ng()\nmade": "",
    "match a:\n    case [b, *c]: b, c\n    case {'k': d}: d": "a",
    "for a in a: pass": "a",
    "old = f\ndel f\nf = old": "f",
    "assert 'a b' not in dir() and 'wanted' in dir()": "dir wanted",
    "x: int = y": "int y",
    "'name' in f": "f",
}


@pytest.mark.parametrize("cell", ASKED_FOR)
def test_a_candidate_is_told_only_the_names_that_a_test_takes_from_it(cell):
    assert names_asked_for(ast.parse(cell)) == set(ASKED_FOR[cell].split())


def test_what_a_function_makes_is_its_own_unless_it_says_global():
    tree = ast.parse(
        "a = 1\ndef f(b):\n    c = 1\n    global d\n    d = 2\nclass E:\n    g = 1\n[h for h in a]"
    )
    assert names_bound(tree) == {"a", "f", "d", "E"}


AS_PYTHON = {
    "x = 1": "x = 1",
    "%matplotlib inline\nimport numpy": "pass\nimport numpy",
    "%time x = f()\nassert x == 1": "x = f()\nassert x == 1",
    "x = %time f()": "x = f()",
    "%%time\n!ls\nassert x": "pass\nassert x",
    "%%capture out\nf()": "f()",
    "%%bash\nrm x": "pass",
    "if a:\n    !ls\nb": "if a:\n    pass\nb",
    "f?": "pass",
}


@pytest.mark.parametrize("source", AS_PYTHON)
def test_a_cell_with_magics_is_read_as_far_as_it_is_python(source):
    assert ast.unparse(parsed(source)) == AS_PYTHON[source]


def test_a_mistake_in_the_instructors_own_test_is_not_passed_over():
    with pytest.raises(SyntaxError):
        prepared("assert (x")


def test_imports_are_found_beside_and_under_magics():
    cells = [
        new_code_cell(text) for text in ("%%time\nimport numpy as np", "if 1:\n    !ls\nimport h5py", "(")
    ]
    assert imports_of(new_notebook(cells=cells)) == ["import numpy as np", "import h5py"]


def test_only_what_the_instructors_own_answers_make_anew_is_the_students():
    def check(name, source):
        return new_code_cell(
            source, metadata={"nbgrader": {"grade": True, "solution": False, "grade_id": name}}
        )

    cells = [
        check("one", "a = b = 1"),
        new_code_cell("a = 2; c = 3"),
        check("two", "a"),
        check("three", "a = 4"),
    ]
    found = answers_before(new_notebook(cells=[*cells, check("four", "a")]))
    assert found == {"one": [], "two": ["a"], "three": ["a"], "four": []}
