"""The notebooks: clean files, whole assignments, and a story that runs."""

import ast
import re
import subprocess
import sys

import nbformat
import pytest
from conftest import ROOT
from nbclient import NotebookClient
from stories import see_its_story, unfounded

from autograder.submission.cells import by_exercise, exercise_of, imports_of, is_test
from autograder.trial import visible

SOURCES = sorted(ROOT.glob("source/*/*.ipynb"))
NOTEBOOKS = SOURCES + sorted(ROOT.glob("release/*/*.ipynb")) + sorted(ROOT.glob("notebooks/*/*.ipynb"))
POINTS = {
    "week1/data_and_diagnosis": 20,
    "week1/initialization": 20,
    "week1/regularization": 35,
    "week1/gradient_checking": 25,
    "week2/gradient_descent": 38,
    "week2/adaptive_optimizers": 35,
    "week2/fair_race": 27,
    "week3/hyperparameter_search": 25,
    "week3/softmax": 17,
    "week3/batch_normalization": 28,
    "week3/tensorflow_introduction": 30,
}
CELL_METADATA = {"nbgrader", "tags", "deletable", "editable", "jupyter"}
NOTEBOOK_METADATA = {"kernelspec", "language_info"}


def name(path):
    return str(path.relative_to(ROOT))


def cells(path, kind=None):
    found = nbformat.read(path, as_version=4).cells
    return [cell for cell in found if kind in (None, cell.cell_type)]


def graded(path):
    return [c for c in cells(path) if c.metadata.get("nbgrader", {}).get("grade")]


LATER = ["pandas", "scipy.special", "scipy.stats", "sklearn", "tensorflow"]  # half a second each, and more


@pytest.mark.slow
def test_the_helpers_of_an_assignment_load_no_large_library_before_it_is_needed():
    notebooks = (nbformat.read(path, as_version=4) for path in SOURCES if "tensorflow" not in path.stem)
    statements = {line for notebook in notebooks for line in imports_of(notebook) if "helpers" in line}
    assert len(statements) > 5
    program = [*sorted(statements), "import sys", f"print([name for name in {LATER} if name in sys.modules])"]
    done = subprocess.run([sys.executable, "-c", "\n".join(program)], capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_is_clean(path):
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert set(notebook.metadata) == NOTEBOOK_METADATA
    assert notebook.metadata.kernelspec.name == "python3"  # or JupyterLab asks for a kernel
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    for cell in notebook.cells:
        assert set(cell.metadata) <= CELL_METADATA
        folded = cell.metadata.get("jupyter", {}) == {"source_hidden": True}
        is_check = cell.cell_type == "code" and is_test(cell)  # it gives answers away
        assert folded == is_check, f"the cell {cell.id} is {'not ' * is_check}folded"
        if cell.cell_type == "code":
            assert not cell.outputs and cell.execution_count is None
            long = [line for line in cell.source.split("\n") if len(line) > 79]
            assert not long, f"{cell.id}: longer than 79 characters: {long}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_has_one_title_and_says_what_it_teaches(path):
    text = cells(path, "markdown")
    titles = [line for cell in text for line in cell.source.split("\n") if line.startswith("# ")]
    assert len(titles) == 1 and text[0].source.startswith(titles[0])
    assert all(word in text[0].source for word in ("Time:", "You need:", "Afterwards you can"))
    assert text[-1].source.startswith("## Key points") and "Read on" in text[-1].source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_no_formula_is_broken_by_what_would_begin_a_list(path):
    for cell in cells(path, "markdown"):
        for paragraph in re.split(r"\n\s*\n", cell.source):
            for item in re.finditer(r"^\s*[-+*] ", paragraph, re.MULTILINE):
                assert paragraph[: item.start()].count("$") % 2 == 0, cell.id  # a formula is open


@pytest.mark.parametrize("path", sorted(ROOT.glob("release/*/*.ipynb")), ids=name)
def test_no_cell_that_a_student_sees_is_too_long(path):
    lengths = sorted(
        (sum(not line.startswith("checks.passed(") for line in cell.source.split("\n")), cell.id)
        for cell in cells(path, "code")
    )
    assert lengths[-1][0] <= 40, f"the cell {lengths[-1][1]} has {lengths[-1][0]} lines"
    assert lengths[len(lengths) // 2][0] <= 20


def test_the_checks_of_an_exercise_can_be_read():
    tests = [cell for path in SOURCES for cell in cells(path, "code") if is_test(cell)]
    seen = sorted(visible(cell).count("\n") for cell in tests)  # the line that names the check does not count
    assert seen[len(seen) // 2] <= 15
    for cell in tests:
        assert visible(cell).count("\n") <= 25, f"{exercise_of(cell)}: students see more than 25 lines"
        assert cell.source.startswith(f"# Check of {exercise_of(cell)}"), cell.id  # all that is seen of it
        assert cell.source.count("\n") <= 60, cell.id
        assert ".equals(" not in cell.source or "mistakes=" not in cell.source, cell.id  # variants/ has them


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_every_exercise_is_a_solution_and_its_test_and_points_add_up(path):
    marked = [c for c in cells(path) if "nbgrader" in c.metadata]
    ids = [c.metadata.nbgrader.grade_id for c in marked]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z_]+(_\d)?", grade_id) for grade_id in ids)
    for solution, test in zip(marked, marked[1:], strict=False):
        if solution.metadata.nbgrader.solution:
            exercise = solution.metadata.nbgrader.grade_id
            assert f"def {exercise}(" in solution.source, f"the cell {exercise} defines no {exercise}"
            assert test.metadata.nbgrader.grade_id == f"test_{exercise}_1", f"after the cell {exercise}"
    text = "\n".join(cell.source for cell in cells(path, "markdown"))
    for exercise, tests in by_exercise(nbformat.read(path, as_version=4)).items():
        points = sum(test.metadata.nbgrader.points for test in tests)
        for line in (f"| `{exercise}` | {points} |", f"### Exercise: `{exercise}` ({points} points)"):
            assert line in text, f"its text does not contain: {line}"
        for number, test in enumerate(tests, start=1):
            assert test.metadata.nbgrader.grade_id == f"test_{exercise}_{number}"
            assert test.metadata.nbgrader.locked, f"{exercise}: its check is not locked"
            assert "### BEGIN HIDDEN TESTS" in test.source, f"{exercise}: nothing is hidden"
            end = f"\n### END HIDDEN TESTS\nchecks.passed({exercise})"
            assert test.source.endswith(end), f"{exercise}: its check does not end with {end}"
    total = sum(cell.metadata.nbgrader.points for cell in graded(path))
    assert f"| **together** | **{total}** |" in text
    assert ": all checks here pass.` means" in cells(path)[0].source
    assert total == POINTS[f"{path.parent.name}/{path.stem}"]


def test_the_points_of_a_week_add_up_to_100():
    weeks = {notebook.split("/")[0] for notebook in POINTS}
    together = {week: sum(POINTS[n] for n in POINTS if n.startswith(f"{week}/")) for week in weeks}
    assert together == dict.fromkeys(weeks, 100)


RESULTS = re.compile(r"checks\.example|\.(parts|about|at|only)\(|best_and_history")  # where results come from


def made_in(tree):
    """Return, for each name, the lines where it is assigned to, and whether that may be a result."""
    made = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.For):
            value = node.value if isinstance(node, ast.Assign) else node.iter
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in (n for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)):
                is_result = RESULTS.search(ast.unparse(value)) is not None
                made.setdefault(target.id, []).append((node.lineno, is_result))
    return made


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_hidden_test_shows_what_it_expects(path):
    """What is expected of `checks.example` is shown: it stays in the visible part, and so do its results."""
    for cell in graded(path):
        lines, tree = cell.source.split("\n"), ast.parse(cell.source)
        hidden = range(*(1 + lines.index(f"### {end} HIDDEN TESTS") for end in ("BEGIN", "END")))
        made = made_in(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.Lambda):  # a hidden test may call it
                assert "checks.example" not in ast.unparse(node), cell.id
            if isinstance(node, ast.Attribute) and node.attr == "example":
                assert node.lineno not in hidden, cell.id
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.lineno in hidden:
                before = [m for m in made.get(node.id, []) if m[0] <= node.lineno]
                line, is_result = max(before, default=(0, False))
                assert line in hidden or not is_result, (cell.id, node.id)


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_cell_takes_a_name_that_the_first_has_imported(path):
    first, *others = cells(path, "code")
    imports = [node for node in ast.parse(first.source).body if isinstance(node, ast.Import | ast.ImportFrom)]
    imported = {alias.asname or alias.name.split(".")[0] for node in imports for alias in node.names}
    made = set()
    for node in (node for cell in others for node in ast.parse(cell.source).body):
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            names = (n for n in ast.walk(node) if isinstance(n, ast.Name))
            made |= {n.id for n in names if isinstance(n.ctx, ast.Store)}
        else:
            made.add(node.name)
    assert imported & made == set()


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_what_only_shows_something_is_locked_and_tagged(path):
    for cell in cells(path, "code"):
        metadata = cell.metadata.get("nbgrader", {})
        shows = metadata.get("locked", False) and not metadata.grade
        assert shows == ("demo" in cell.metadata.get("tags", [])), cell.id
        assert shows == metadata.get("grade_id", "").startswith("demo_")


@pytest.mark.long
@pytest.mark.slow
@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_an_assignment_runs_and_shows_what_its_text_tells(path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook,
        timeout=60,
        resources={"metadata": {"path": path.parent}},
        extra_arguments=["--log-level=ERROR"],
    ).execute()
    see_its_story(notebook, name(path), figures=3)


def test_a_number_that_nothing_prints_is_found():
    above = nbformat.v4.new_code_cell(
        "x = 0.25", outputs=[nbformat.v4.new_output("stream", text="score 0.9234")]
    )
    below = nbformat.v4.new_markdown_cell("At 0.25 it is 0.92, which is 92 %, and not 0.93.", id="answer")
    assert unfounded([above, below]) == {("answer", "0.93")}
