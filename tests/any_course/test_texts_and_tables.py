"""A course of another subject, from release to feedback: each answer gets what it has earned."""

import shutil

import nbformat
import pytest
from any_course.little import little_course
from any_course.test_styles import CONFIG, cell
from any_course.texts_and_tables import DATA, EXERCISES, IMPORTS, MODULES
from nbformat.v4 import new_code_cell, new_notebook

from autograder.course import Course

pytestmark = pytest.mark.slow

NOTEBOOK = "Texts and tables"
ALL = sum(exercise.points for exercise in EXERCISES)


def notebook(answers):
    """Return the notebook with an answer for each exercise, by its name."""
    cells = [new_code_cell(IMPORTS, id="imports")]
    for exercise in EXERCISES:
        answer = f"### BEGIN SOLUTION\n{answers[exercise.name]}\n### END SOLUTION"
        cells.append(cell(answer, exercise.name, solution=True))
        marks = {"grade": True, "locked": True, "points": exercise.points}
        cells.append(cell(exercise.test, f"test_{exercise.name}_1", **marks))
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    root = tmp_path_factory.mktemp("texts")
    (root / "nbgrader_config.py").write_text(CONFIG + "c.Sandbox.remote_objects = True\n")
    right = {exercise.name: exercise.right for exercise in EXERCISES}
    folders = {"source/ps1": right, "submitted/right/ps1": right}
    for exercise in EXERCISES:
        folders[f"submitted/without {exercise.name}/ps1"] = right | {exercise.name: exercise.wrong}
    for folder, answers in folders.items():
        (root / folder).mkdir(parents=True)
        nbformat.write(notebook(answers), root / folder / f"{NOTEBOOK}.ipynb")
    for name, text in (DATA | MODULES).items():
        (root / "source/ps1" / name).write_text(text)
    made = Course(root)
    made.release("ps1")
    released = root / "release/ps1"
    assert {path.name for path in released.iterdir()} == {f"{NOTEBOOK}.ipynb", *DATA, *MODULES}
    shutil.copytree(released, root / "submitted/untouched/ps1")
    made.register("ps1")
    return made


@pytest.mark.long
def test_every_answer_gets_what_it_earns(course):
    graded = {submission.student: submission for submission in course.grade("ps1", course.students("ps1"))}
    assert not [submission.problem for submission in graded.values() if submission.problem]
    lost = {
        student: {check.grade_id for check in s.notebooks[NOTEBOOK].checks if check.score != check.points}
        for student, s in graded.items()
    }
    every = {f"test_{exercise.name}_1" for exercise in EXERCISES}
    assert lost.pop("right") == set() and lost.pop("untouched") == every
    assert lost == {f"without {exercise.name}": {f"test_{exercise.name}_1"} for exercise in EXERCISES}
    assert graded["right"].score == ALL and graded["untouched"].score == 0
    pages = course.feedback("ps1")
    assert len(pages) == len(graded)
    assert (
        "draw a bar for each city"
        in pages[0].parent.parent.parent.joinpath(f"without plot_cities/ps1/{NOTEBOOK}.html").read_text()
    )


def test_a_library_that_only_a_check_imports_is_there_when_its_names_are_looked_up(tmp_path):
    # Breaks if a table arrives as an object without content where nothing else has imported pandas, even for
    # the first submission of a worker, or for a check before the one that imports it.
    table = 'def table():\n    import pandas\n    return pandas.DataFrame({"a": [1, 2]})\n\ndf = table()'
    rows = [
        (table, "assert list(df['a']) == [1, 2]"),
        ("", "import pandas as pd\npd.testing.assert_frame_equal(df, pd.DataFrame({'a': [1, 2]}))"),
    ]
    course = little_course(tmp_path / "course", rows)
    (submission,) = course.grade("ps1", ["own"], jobs=1)  # by a process that has not imported pandas
    assert [check.message for check in submission.notebooks["nb"].checks] == ["", ""]
