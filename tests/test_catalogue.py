"""The catalogue of mistakes: how a change becomes a solution, and what is said where one cannot."""

import nbformat
import pytest
from conftest import ROOT

from autograder.submission.cells import by_exercise
from autograder.variants import changed, load, read

NOTEBOOKS = sorted(f"{path.parent.name}/{path.stem}" for path in ROOT.glob("source/*/*.ipynb"))
SOLUTION = '''
def mean(values):
    """Return the mean of some values."""
    total = sum(values)
    return total / len(values)
'''.strip()


def catalogue(tmp_path, text):
    """Read a file of variants of `mean`."""
    path = tmp_path / "mean.py"
    path.write_text(f'"""Solutions of `mean`."""\n\nfrom autograder.variants import right, wrong\n\n{text}\n')
    return read(path, SOLUTION)


def test_a_change_is_made_to_the_reference(tmp_path):
    (variant,) = catalogue(
        tmp_path, 'wrong("one too many", hint="n", change={"len(values)": "(len(values) + 1)"})'
    )
    assert (variant.exercise, variant.right, variant.hint) == ("mean", False, "n")
    assert variant.source == SOLUTION.replace("len(values)", "(len(values) + 1)")


def test_a_whole_function_comes_without_its_mark(tmp_path):
    (variant,) = catalogue(tmp_path, '@right("by NumPy")\ndef mean(values):\n    return np.mean(values)')
    assert variant.right and variant.hint == ""
    assert variant.source == "def mean(values):\n    return np.mean(values)"


def test_a_change_of_a_change_in_the_order_of_the_file(tmp_path):
    second, first = catalogue(
        tmp_path,
        'wrong("both", hint="", of="sum", change={"total / len(values)": "total"})\n'
        'right("sum", change={"sum(values)": "sum(list(values))"})',
    )
    assert (second.what, first.what) == ("both", "sum")
    assert "total = sum(list(values))\n    return total" in second.source
    assert second.source.endswith("return total")


def test_all_texts_are_replaced_at_once():
    assert changed("a = b", {"a": "b", "b": "a"}) == "b = a"


@pytest.mark.parametrize(
    "text, complaint",
    [
        ('wrong("w", hint="", change={"max": "min"})', "'w': 'max' occurs 0 times, not once"),
        ('wrong("w", hint="", change={"values": "x"})', "'w': 'values' occurs 4 times, not once"),
        (
            'wrong("w", hint="", change={"sum(v": "", "(values)\\n": ""})',
            "'w': two of the texts to be changed overlap",
        ),
        ('wrong("w", hint="", change={"sum(": "sum"})', "'w': it is not valid Python after the change: "),
        ('wrong("w", hint="")', "'w': it has neither a function nor a change"),
        (
            'wrong("w", hint="", of="v", change={"sum": "max"})',
            "'w' is a change of 'v', which does not exist",
        ),
        (
            'wrong("v", hint="", of="w", change={"sum": "max"})\n'
            'wrong("w", hint="", of="v", change={"sum": "min"})',
            "'v' is declared as a change of itself",
        ),
        (
            'wrong("w", hint="", change={"sum": "max"})\nwrong("w", hint="", change={"sum": "min"})',
            "'w' occurs twice",
        ),
        ('@wrong("w", hint="")\ndef median(values): ...', "'w' is a function named median"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_file_and_its_name(tmp_path, text, complaint):
    with pytest.raises(ValueError) as error:
        catalogue(tmp_path, text)
    assert str(error.value).startswith(f"{tmp_path / 'mean.py'}: {complaint}")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_exercise_has_eight_wrong_and_three_right_solutions_and_every_wrong_one_a_hint(name):
    variants = load(ROOT, name)
    exercises = list(by_exercise(nbformat.read(ROOT / "source" / f"{name}.ipynb", as_version=4)))
    assert {variant.exercise for variant in variants} == set(exercises)
    for exercise in exercises:
        right = [variant.what for variant in variants if variant.exercise == exercise and variant.right]
        wrong = [variant for variant in variants if variant.exercise == exercise and not variant.right]
        file = f"variants/{name}/{exercise}.py"
        assert len(wrong) >= 8, f"{file} has {len(wrong)} wrong solutions: it needs 8"
        assert len(right) >= 3, f"{file} has {len(right)} right solutions: it needs 3"
        unhinted = [variant.what for variant in wrong if not variant.hint]
        assert not unhinted, f"{file}: these have no hint: {unhinted}"


def test_every_file_belongs_to_an_exercise():
    for folder in ROOT.glob("variants/*/*/"):
        exercises = [variant.exercise for variant in load(ROOT, f"{folder.parent.name}/{folder.name}")]
        assert sorted(path.stem for path in folder.glob("*.py")) == sorted(set(exercises))
