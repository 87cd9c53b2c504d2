"""The instructor's cells put back: nothing of a submission counts but its answers, wherever they stand."""

from types import SimpleNamespace

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.gradebook.records import cells_of
from autograder.submission.restore import answered, gives, move_checks, names_in, restore_notebook


def answer(name, source="pass", make=new_code_cell, **marks):
    text = f"def {name}():\n    {source}" if make is new_code_cell else source
    marks = {"grade_id": name, "grade": False, "solution": True, "locked": False, **marks}
    return make(text, metadata={"nbgrader": marks})


def check(name, uses=None, makes=""):
    marks = {"grade_id": f"test_{name}_1", "grade": True, "solution": False, "locked": True}
    return new_code_cell(f"{makes}{uses or name}()", metadata={"nbgrader": marks | {"points": 5}})


def text(name="intro"):
    marks = {"grade_id": name, "grade": False, "solution": False, "locked": True}
    return new_markdown_cell("As it was written", metadata={"nbgrader": marks})


def handed_in(*cells):
    """Return a submission as it is read: of all marks, the grade ids."""
    made = []
    for cell in cells:
        make = new_code_cell if cell.cell_type == "code" else new_markdown_cell
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        made.append(make(cell.source, metadata={"nbgrader": {"grade_id": grade_id}} if grade_id else {}))
    return new_notebook(cells=made)


def changed(cell, source):
    return type(cell)(cell, source=source)


def ids(notebook):
    return [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]


F, G, TEST_F, TEST_G, INTRO = answer("f"), answer("g"), check("f"), check("g"), text()
ORIGINALS = [INTRO, F, TEST_F, G, TEST_G]


def test_locked_cells_are_the_instructors_and_answers_the_students():
    notebook = handed_in(
        changed(INTRO, "Changed"), changed(F, "def f(): return 1"), changed(TEST_F, "pass"), G, TEST_G
    )
    assert restore_notebook(notebook, ORIGINALS) == []
    assert [cell.source for cell in notebook.cells] == [
        INTRO.source,
        "def f(): return 1",
        TEST_F.source,
        G.source,
        TEST_G.source,
    ]
    assert [cell.metadata.nbgrader for cell in notebook.cells] == [c.metadata.nbgrader for c in ORIGINALS]


def test_no_marks_of_a_student_count():
    """Points, locks and ids of cells that the instructor has not written."""
    marks = {"grade_id": "bonus", "grade": True, "points": 99}
    own = new_code_cell("mine = 1", metadata={"nbgrader": marks})
    own.outputs = ["shown"]
    notebook = handed_in(F, TEST_F, G, TEST_G)
    notebook.cells[0].metadata.nbgrader.update(points=99, locked=True, solution=False)
    notebook.cells += [own, new_code_cell("x", metadata={"nbgrader": "odd"})]
    restore_notebook(notebook, ORIGINALS)
    assert notebook.cells[0].metadata.nbgrader == F.metadata.nbgrader
    assert ids(notebook)[4:] == [None, None]
    assert own.source == "mine = 1" and own.outputs == []


def test_a_cell_of_another_kind_becomes_what_it_was_and_keeps_its_tags():
    turned = new_markdown_cell(F.source, metadata={"nbgrader": {"grade_id": "f"}, "tags": ["mine"]})
    notebook = new_notebook(cells=[turned])
    restore_notebook(notebook, ORIGINALS)
    assert notebook.cells[0].cell_type == "code" and notebook.cells[0].metadata.tags == ["mine"]


def test_of_several_with_one_id_the_last_counts():
    first, last = changed(F, "def f(): return 1"), changed(F, "def f(): return 2")
    notebook = handed_in(first, last, TEST_F, G, TEST_G)
    restore_notebook(notebook, ORIGINALS)
    assert ids(notebook) == [None, "f", "test_f_1", "g", "test_g_1"]
    assert notebook.cells[0].source == "def f(): return 1"  # it stays, as a cell of the student's own


def test_checks_that_are_gone_come_back_and_answers_do_not():
    task = answer("draw", "Draw it", make=new_markdown_cell, task=True, solution=False, points=2)
    notebook = handed_in(F)
    restore_notebook(notebook, [*ORIGINALS, task])
    assert ids(notebook) == ["f", "test_f_1", "test_g_1", "draw"]
    assert ids(handed_in()) == []


# ── where checks stand ───────────────────────────────────────────────────────────────────────────


def moved(notebook, originals=ORIGINALS):
    told = restore_notebook(notebook, originals)
    return ids(notebook), told


def test_a_check_above_its_answer_is_moved_below_it_and_that_is_said():
    done = changed(F, "def f(): return 1")
    order, told = moved(handed_in(TEST_F, done, G, TEST_G))
    assert order == ["f", "test_f_1", "g", "test_g_1"]
    assert told == ["the check of f stood above what it needs and was moved below it"]


def test_a_check_stays_where_an_answer_stands_above_it_too():
    one, another = changed(F, "def f(): return 1"), new_code_cell("def f(): return 2")
    order, told = moved(handed_in(one, TEST_F, another, G, TEST_G))
    assert order == ["f", "test_f_1", None, "g", "test_g_1"] and told == []


def test_what_was_handed_out_is_no_answer_to_move_for():
    order, told = moved(handed_in(TEST_F, F, G, TEST_G))
    assert order == ["test_f_1", "f", "g", "test_g_1"] and told == []


def test_a_check_is_moved_below_the_check_that_makes_a_name_it_uses():
    makes, uses = check("f", makes="limit = 4\n"), check("g", uses="g() < limit or g")
    done = [changed(F, "def f(): return 1"), changed(G, "def g(): return 1")]
    order, told = moved(handed_in(*done, uses, makes), [F, makes, G, uses])
    assert order == ["f", "g", "test_f_1", "test_g_1"]
    assert told == ["the check of g stood above what it needs and was moved below it"]


def test_nothing_is_moved_where_all_is_in_order():
    notebook = new_notebook(cells=list(ORIGINALS))
    assert move_checks(notebook, ORIGINALS) == [] and notebook.cells == ORIGINALS


# ── answers ──────────────────────────────────────────────────────────────────────────────────────

ESSAY = answer("why", "*Write here.*", make=new_markdown_cell, grade=True)


@pytest.mark.parametrize(
    "cell, of, given",
    [
        (changed(F, "def f():\n    return 1"), F, True),
        (new_code_cell("def f():\n    return 1"), F, True),  # in a cell of the student's own
        (new_code_cell("f: int = 1"), F, True),
        (new_code_cell("async def f(): return 1"), F, True),
        (F, F, False),
        (changed(F, "\n" + F.source.replace("\n", "  \n") + "\n\n"), F, False),  # blanks alone
        (changed(F, "f(1)"), F, False),  # nothing is defined
        (new_code_cell("if 1:\n    def f(): return 1"), F, False),
        (new_markdown_cell("def f(): return 1"), F, False),
        (TEST_F, F, False),
        (changed(ESSAY, "Because."), ESSAY, True),
        (ESSAY, ESSAY, False),
        (changed(ESSAY, "  "), ESSAY, False),
        (new_markdown_cell("Because."), ESSAY, False),  # nothing says what it answers
    ],
)
def test_an_answer_is_what_defines_the_name_and_is_not_what_was_handed_out(cell, of, given):
    assert gives(cell, of) is given


def test_answers_are_counted_once():
    notebook = new_notebook(cells=[new_code_cell("def f(): return 1"), changed(F, "def f(): return 2"), G])
    assert answered(notebook, [*ORIGINALS, ESSAY]) == {"f"}


@pytest.mark.parametrize(
    "source, names",
    [
        ("def f(:\n  x =\nclass  B:", {"f", "B"}),  # right or wrong
        ("a = 1\nb: int = 2\nc == 3\nd += 1\n  e = 4", {"a", "b"}),
        ("", set()),
    ],
)
def test_the_names_of_a_cell_are_those_at_its_left_margin(source, names):
    assert names_in(source) == names


def test_the_gradebook_gives_back_what_the_instructor_wrote():
    """As nbgrader marks cells: a graded answer is both `grade` and `solution`, and has points."""

    def row(name, **more):
        return SimpleNamespace(
            name=name, cell_type="code", source=name, locked=True, checksum="c", max_score=3.0, **more
        )

    rows = {name: row(name) for name in ("f", "test_f_1", "why", "draw", "intro")}
    rows["draw"].cell_type = "markdown"
    gradebook = SimpleNamespace(
        source_cells=list(rows.values()),
        grade_cells=[rows["test_f_1"], rows["why"]],
        solution_cells=[rows["f"], rows["why"]],
        task_cells=[rows["draw"]],
    )
    found = {c.metadata.nbgrader.grade_id: c for c in cells_of(gradebook)}
    kinds = {
        name: [kind for kind in ("grade", "solution", "task") if cell.metadata.nbgrader[kind]]
        for name, cell in found.items()
    }
    assert kinds == {
        "f": ["solution"],
        "test_f_1": ["grade"],
        "why": ["grade", "solution"],
        "draw": ["task"],
        "intro": [],
    }
    points = {name: cell.metadata.nbgrader.get("points") for name, cell in found.items()}
    assert points == {"f": None, "test_f_1": 3.0, "why": 3.0, "draw": 3.0, "intro": None}
    assert found["draw"].cell_type == "markdown" and found["f"].cell_type == "code"
