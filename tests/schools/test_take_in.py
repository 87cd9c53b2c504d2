"""What a school's system has zipped reaches the right students' folders, or is listed."""

import zipfile

import pytest
from conftest import copy_course
from typer.testing import CliRunner

from autograder.cli import app
from autograder.errors import CourseError
from autograder.schools import downloads
from autograder.schools.take_in import take_in
from autograder.submission.handed_in import HandedIn

STUDENTS = {
    "ada": ("Ada", "Lovelace", "4711"),
    "zoe": ("Zoë", "Müller", "4713"),
    "ada_l": ("Ada", "Lang", None),
    "tim1": ("Tim", "Fall", None),
    "tim2": ("Tim", "Fall", None),
}
CANVAS = {
    "lovelaceada_LATE_4711_98765_initialization-2.ipynb": "ada",
    "lovelaceada_4711_98766_notes.pdf": "notes",
    "mullerzoe_17_98767_initialization.ipynb": "zoe",
    "falltim_18_98768_initialization.ipynb": "tim",
    "nobody_19_98769_initialization.ipynb": "nobody",
}
MOODLE = {
    "Ada Lovelace_4713_assignsubmission_file_/initialization.ipynb": "ada",
    "Ada Lovelace_4713_assignsubmission_file_/week1/regularization.ipynb": "more",
    "Zoë Müller_5_assignsubmission_file_initialization.ipynb": "zoe",
    "Tim Fall_6_assignsubmission_file_/initialization.ipynb": "tim",
    "Participant_7_assignsubmission_file_/initialization.ipynb": "nobody",
}
BLACKBOARD = {
    "week_1_ada_attempt_2026-11-03-10-00-00_initialization.ipynb": "old",
    "week_1_ada_attempt_2026-11-03-10-00-00.txt": "Name: Ada",
    "week_1_ada_attempt_2026-11-04-10-00-00_initialization.ipynb": "ada",
    "week_1_ada_attempt_2026-11-04-10-00-00.txt": "Name: Ada",
    "week_1_zoe_attempt_2026-11-03-23-59-59_initialization.ipynb": "zoe",
    "week_1_nobody_attempt_2026-11-03-23-59-59_initialization.ipynb": "nobody",
}


@pytest.fixture
def course(tmp_path):
    made = copy_course(tmp_path / "course")
    with made.gradebook() as gradebook:
        for student, (first, last, number) in STUDENTS.items():
            gradebook.add_student(student, first_name=first, last_name=last, lms_user_id=number)
    return made


def archive(folder, files):
    path = folder / "submissions.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


def handed_in(course):
    """Return what is in submitted/."""
    root = course.root / "submitted"
    return {str(p.relative_to(root)): p.read_text() for p in root.rglob("*") if p.is_file()}


def test_canvas(course, tmp_path):
    done = take_in(course, "week1", archive(tmp_path, CANVAS), None)
    assert handed_in(course) == {
        "ada/week1/initialization-2.ipynb": "ada",
        "ada/week1/notes.pdf": "notes",
        "zoe/week1/initialization.ipynb": "zoe",
    }
    assert (done.system, done.new, done.late) == ("Canvas", ["ada", "zoe"], ["ada"])
    assert done.unclear == [("falltim (18)", "tim1 or tim2")] and done.strangers == ["nobody (19)"]


def test_moodle_by_name_alone_as_its_numbers_are_its_own(course, tmp_path):
    done = take_in(course, "week1", archive(tmp_path, MOODLE), None)
    assert handed_in(course) == {
        "ada/week1/initialization.ipynb": "ada",
        "ada/week1/week1/regularization.ipynb": "more",
        "zoe/week1/initialization.ipynb": "zoe",
    }
    assert done.unclear == [("Tim Fall", "tim1 or tim2")] and done.strangers == ["Participant"]


def test_blackboard_newest_attempt_with_its_time(course, tmp_path):
    path = archive(tmp_path, BLACKBOARD)
    with pytest.raises(CourseError, match="name it, as in --zone Europe/Berlin"):
        take_in(course, "week1", path, None)
    with pytest.raises(CourseError, match="There is no zone 'Berlin'"):
        take_in(course, "week1", path, "Berlin")
    done = take_in(course, "week1", path, "Europe/Berlin")
    assert handed_in(course) == {
        "ada/week1/initialization.ipynb": "ada",
        "ada/week1/timestamp.txt": "2026-11-04 10:00:00 Europe/Berlin\n",
        "zoe/week1/initialization.ipynb": "zoe",
        "zoe/week1/timestamp.txt": "2026-11-03 23:59:59 Europe/Berlin\n",
    }
    assert done.strangers == ["week_1_nobody"]
    two = archive(tmp_path, {"week_1_ada_l_attempt_2026-11-03-10-00-00_a.ipynb": ""})
    with course.gradebook() as gradebook:
        gradebook.add_student("l")
    assert take_in(course, "week1", two, "UTC").unclear == [("week_1_ada_l", "ada_l or l")]


METADATA = """---
submission_1:
  :submitters:
  - :name: Somebody
    :sid: ada
    :email: x@example.org
  - :name: Zoe Muller
    :sid:
    :email:
  :created_at: 2026-11-03 10:00:00.512386000 Z
submission_2:
  :submitters:
  - :name: Tim Fall
    :sid: 17
    :email: tim@example.org
  :created_at: 2026-11-03 12:00:00.000000000 +01:00
"""


def test_gradescope_with_its_own_times_and_groups(course, tmp_path):
    files = {
        "assignment_9_export/submission_metadata.yml": METADATA,
        "assignment_9_export/submission_1/initialization.ipynb": "both",
        "assignment_9_export/submission_2/initialization.ipynb": "tim",
        "assignment_9_export/submission_3/initialization.ipynb": "who?",
    }
    done = take_in(course, "week1", archive(tmp_path, files), None)
    assert handed_in(course) == {
        f"{student}/week1/{name}": text
        for student in ("ada", "zoe")
        for name, text in {
            "initialization.ipynb": "both",
            "timestamp.txt": "2026-11-03 10:00:00 UTC\n",
        }.items()
    }
    assert done.unclear == [("Tim Fall, 17, tim@example.org", "tim1 or tim2")]
    assert done.strangers == ["assignment_9_export/submission_3/initialization.ipynb"]


@pytest.mark.parametrize(
    "text", ["- a", "a: !!python/object/apply:os.getcwd []", "[" * 10_000, "{a", "a: 1"], ids=range(5)
)
def test_a_list_of_gradescopes_that_cannot_be_read_is_refused(course, tmp_path, text):
    path = archive(tmp_path, {"submission_metadata.yml": text, "submission_1/a.ipynb": ""})
    with pytest.raises(CourseError, match="cannot be read"):
        take_in(course, "week1", path, None)


def test_nothing_newer_is_replaced_and_what_is_replaced_is_kept(course, tmp_path):
    name = "week1_ada_attempt_2026-11-0{}-10-00-00_initialization.ipynb"
    take_in(course, "week1", archive(tmp_path, {name.format(4): "second"}), "UTC")
    again = take_in(course, "week1", archive(tmp_path, {name.format(4): "second"}), "UTC")
    assert again.same == ["ada"]
    (course.root / "submitted/ada/week1/initialization.ipynb").write_text("repaired by hand")
    before = handed_in(course)
    second = take_in(course, "week1", archive(tmp_path, {name.format(4): "second"}), "UTC")
    older = take_in(course, "week1", archive(tmp_path, {name.format(3): "first"}), "UTC")
    timeless = take_in(course, "week1", archive(tmp_path, CANVAS), None)
    assert second.left == older.left == [timeless.left[0]] and "is newer" in older.left[0][1]
    assert {k: v for k, v in handed_in(course).items() if k.startswith("ada/")} == before
    newer = take_in(course, "week1", archive(tmp_path, {name.format(5): "third"}), "UTC")
    assert newer.replaced == ["ada"] and handed_in(course)["ada/week1/initialization.ipynb"] == "third"
    assert (newer.kept / "ada/week1/initialization.ipynb").read_text() == "repaired by hand"


def test_a_student_cannot_say_when_it_was_handed_in_nor_leave_the_folder_by_names(course, tmp_path):
    place = "Ada Lovelace_1_assignsubmission_file_/"
    files = {
        f"{place}timestamp.txt": "2020-01-01 00:00:00 UTC",
        f"{place}a/Timestamp.TXT": "2020-01-01 00:00:00 UTC",
        f"{place}first.ipynb": "1",
        f"{place}FIRST.ipynb": "2",
        f"{place}first.ipynb/inner.ipynb": "3",
        f"{place}{'x' * 300}.ipynb": "4",
        f"{place}{'y/' * 300}deep.ipynb": "5",
        f"{place}a\x1b[2J.ipynb": "6",
    }
    take_in(course, "week1", archive(tmp_path, files), None)
    names = {name.removeprefix("ada/week1/"): text for name, text in handed_in(course).items()}
    assert {
        "first.ipynb": "1",
        "2_FIRST.ipynb": "2",
        "inner.ipynb": "3",
        "y/y/y/y/deep.ipynb": "5",
    }.items() <= (names.items())
    assert len(names) == len(files) and all(name.isprintable() for name in names)
    assert not [name for name in names if name.lower().endswith("/timestamp.txt") or name == "timestamp.txt"]


REFUSED = [
    ({"../lovelaceada_4711_1_a.ipynb": ""}, "names a file outside of itself"),
    ({"/tmp/lovelaceada_4711_1_a.ipynb": ""}, "names a file outside of itself"),
    ({"a/..\\..\\lovelaceada_4711_1_a.ipynb": ""}, "names a file outside of itself"),
    ({"C:\\lovelaceada_4711_1_a.ipynb": ""}, "names a file outside of itself"),
    ({"initialization.ipynb": ""}, "No file in the archive is named as Canvas, Moodle, Blackboard"),
    ({f"lovelaceada_4711_{n}_a.ipynb": "" for n in range(60)}, "more than 50 files"),
    ({"lovelaceada_4711_1_a.ipynb": " " * 10**6}, "unpacks to more than"),
    (b"PK\3\4 not really", "is not a zip archive, or it is damaged"),
    (b"", "is not a zip archive"),
]


@pytest.mark.parametrize("content, told", REFUSED, ids=[told for _, told in REFUSED])
def test_an_archive_that_is_too_much_or_no_archive_is_refused(course, tmp_path, monkeypatch, content, told):
    monkeypatch.setattr(downloads, "MAX_TOGETHER", 10**5)
    monkeypatch.setattr(downloads, "MAX_MEMBERS", 50)
    path = tmp_path / "submissions.zip"
    path.write_bytes(content) if isinstance(content, bytes) else archive(tmp_path, content)
    words = ["import", "week1", str(path), "--course", str(course.root)]
    result = CliRunner().invoke(app, words, env={"COLUMNS": "200"})
    assert result.exit_code == 2 and told in result.stderr and len(result.stderr.splitlines()) == 1
    assert not handed_in(course)


def test_a_damaged_file_and_a_link_in_the_way_stop_nobody_else(course, tmp_path):
    path = archive(tmp_path, {name: content * 50 for name, content in CANVAS.items()})
    data = bytearray(path.read_bytes())
    data[data.index(b".ipynb") + 6] ^= 0xFF  # the first file's content
    path.write_bytes(data)
    done = take_in(course, "week1", path, None)
    assert [student for student, _ in done.left] == ["ada"] and done.new == ["zoe"]
    outside = tmp_path / "outside"
    outside.mkdir()
    (course.root / "submitted/ada").symlink_to(outside)
    done = take_in(course, "week1", archive(tmp_path, CANVAS), None)
    assert "is a link" in done.left[0][1] and not list(outside.iterdir())


def test_the_command_shows_what_would_happen_and_the_grader_finds_the_files(course, tmp_path):
    path = archive(tmp_path, CANVAS)
    words = ["import", "week1", str(path), "--course", str(course.root)]
    result = CliRunner().invoke(app, [*words, "--dry-run"], env={"COLUMNS": "200"})
    assert "Canvas, week1: 2 new" in result.output and "falltim (18) (tim1 or tim2)" in result.output
    assert "Nothing was written." in result.output and not handed_in(course)
    assert CliRunner().invoke(app, words).exit_code == 0
    there = HandedIn(course.places.submitted, course.places.source, course.config)
    assert there.students("week1") == ["ada", "zoe"]
