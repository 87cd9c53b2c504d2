"""`course doctor` says of each kind of odd file what grading does, and puts it right for good."""

import pytest
from conftest import ROOT
from hand_ins import GRADED, PROPER, REFUSED, RIGHT, STUB, zipped
from test_handed_in import make_course
from typer.testing import CliRunner

from autograder.cli import app
from autograder.doctor import examined, repair

pytestmark = pytest.mark.xdist_group("doctor")
TOLD_OF_GRADED = {n: told for n, (_, told) in GRADED.items()}
ONE_FILE = {n: told for n, (files, told) in REFUSED.items() if list(files) == [PROPER] and n != "other_week"}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    made = make_course(tmp_path_factory.mktemp("doctor"))
    made.release("week1")
    return made


@pytest.mark.parametrize("kind", GRADED)
def test_what_is_graded_is_repaired_once_and_for_all(course, tmp_path, kind):
    path = tmp_path / "initialization.ipynb"
    path.write_bytes(GRADED[kind][0])
    [found] = examined(course, path)
    assert (found.problem, found.meant, found.written) == (None, "week1/initialization", 2)
    told = TOLD_OF_GRADED[kind]
    assert any(told in note for note in found.notes) if told else True
    if found.can_be_repaired:
        assert repair(found).read_bytes() == GRADED[kind][0]
        [again] = examined(course, tmp_path)
        assert (again.problem, again.notes, again.written) == (None, [], 2)


@pytest.mark.parametrize("kind", ONE_FILE)
def test_what_is_refused_is_refused_in_the_same_words(course, tmp_path, kind):
    path = tmp_path / "initialization.ipynb"
    path.write_bytes(REFUSED[kind][0][PROPER])
    [found] = examined(course, path)
    assert ONE_FILE[kind] in found.problem and found.repaired is None


def test_a_folder_is_listed_and_no_backup_is_overwritten(course, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/Jane 2.ipynb").write_bytes(b"\xef\xbb\xbf" + RIGHT)
    (tmp_path / "b.zip").write_bytes(zipped({"initialization.ipynb": RIGHT}))
    (tmp_path / "cut.ipynb").write_bytes(RIGHT[:200])
    (tmp_path / "notes.txt").write_text("hi")

    def doctor(*words):
        return CliRunner().invoke(app, ["doctor", str(tmp_path), *words, "--course", str(course.root)])

    told = doctor().output
    assert "a/Jane 2.ipynb  week1/initialization: 2 of 2 exercises written" in told
    assert "b.zip/initialization.ipynb  week1/initialization" in told and "notes.txt" not in told
    assert "cut.ipynb is not a notebook that can be read (it ends in the middle" in told
    assert "3 files, of which 1 cannot be graded." in told and doctor().exit_code == 1
    assert "repaired; as it was before: .Jane 2.ipynb.before" in doctor("--fix").output
    (tmp_path / "a/Jane 2.ipynb").write_bytes(b"\xef\xbb\xbf" + RIGHT + b" ")
    assert "left as it is: .Jane 2.ipynb.before is there already" in " ".join(doctor("--fix").output.split())
    assert (tmp_path / "a/.Jane 2.ipynb.before").read_bytes() == b"\xef\xbb\xbf" + RIGHT


def test_a_repaired_notebook_gets_back_the_check_that_students_see(tmp_path):
    """And never the hidden one: it comes from release/."""
    from autograder.course import Course

    path = tmp_path / "initialization.ipynb"
    text = (ROOT / "release/week1/initialization.ipynb").read_text()
    path.write_text(text.replace('"test_expected_initial_loss_1"', '"mine"'))
    [found] = examined(Course(ROOT), path)
    assert found.notes == ["the cell test_expected_initial_loss_1 is gone"] and found.written == 0
    repair(found)
    repaired = path.read_text()
    assert "test_expected_initial_loss_1" in repaired and "HIDDEN" not in repaired and STUB not in repaired
