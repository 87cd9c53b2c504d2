"""The folders of autograded/: whole, or as they were before."""

import os

import pytest
from traitlets.config import Config

from autograder.commands.grade import all_seems_done
from autograder.grading.folders import discard, is_done, mark_done, seems_done, write_folder
from autograder.settings import places_of


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_holds_the_new_files_and_no_others(tmp_path):
    folder = tmp_path / "ada" / "week1"
    write_folder(folder, {"a.ipynb": b"old", "b.ipynb": b"old"})
    mark_done(folder, "digest")
    assert is_done(folder, "digest") and not is_done(folder, "another")
    (folder / "locked").mkdir(mode=0o000)
    (folder / "b.ipynb").chmod(0o400)
    write_folder(folder, {"a.ipynb": b"new"})
    assert contents(folder) == {"a.ipynb": b"new"}
    assert not is_done(folder, "digest")  # what is new is not marked before it is recorded
    assert [path.name for path in folder.parent.iterdir()] == ["week1"]


def test_what_is_newer_than_its_grade_does_not_seem_done(tmp_path):
    """Otherwise grading would begin seconds later than it could."""
    handed_in, folder = tmp_path / "submitted", tmp_path / "autograded"
    write_folder(handed_in, {"a.ipynb": b"an answer"})
    write_folder(folder, {"a.ipynb": b"graded"})
    assert not seems_done(folder, handed_in, 0)
    mark_done(folder, "digest")
    marked = (folder / ".graded").stat().st_mtime
    assert seems_done(folder, handed_in, marked - 1)
    assert not seems_done(folder, handed_in, marked + 1)
    os.utime(handed_in / "a.ipynb", (marked + 1, marked + 1))
    assert not seems_done(folder, handed_in, marked - 1)


@pytest.mark.parametrize("week", ["week1", "**a", "w" * 300, "", "/etc", "empty"])
def test_whether_all_seems_done_can_be_asked_of_any_course(tmp_path, week):
    """Editors keep links to nothing beside an open notebook; of a wrong name, others tell in plain words."""
    places = places_of(tmp_path, Config())
    assert not all_seems_done(places, week)
    (places.source / "week1").mkdir(parents=True)
    (places.source / "empty").mkdir()
    (places.source / "week1/.#first.ipynb").symlink_to("nowhere")
    (places.submitted / "ada/week1").mkdir(parents=True)
    assert not all_seems_done(places, week)


def test_what_an_interrupted_run_has_left_is_no_obstacle(tmp_path):
    for part in (".week1.new", ".week1.old"):
        (tmp_path / part / "inner").mkdir(parents=True)
    write_folder(tmp_path / "week1", {"a.ipynb": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["week1"]


def test_where_the_new_folder_cannot_be_put_the_old_one_is_there_again(tmp_path, monkeypatch):
    folder = tmp_path / "week1"
    write_folder(folder, {"a.ipynb": b"old"})
    rename = os.rename

    def fails(source, target):
        if str(source).endswith(".new"):
            raise OSError("no space left")
        rename(source, target)

    monkeypatch.setattr(os, "rename", fails)
    with pytest.raises(OSError, match="no space left"):
        write_folder(folder, {"a.ipynb": b"new"})
    assert contents(folder) == {"a.ipynb": b"old"}


def test_what_is_discarded_is_the_link_and_not_what_it_leads_to(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "link").symlink_to(tmp_path / "kept")
    for name in ("link", "folder", "not there"):
        discard(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
