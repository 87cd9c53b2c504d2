"""What the configuration of another course may say, and what is told where it has no effect."""

import pytest
from any_course.little import little_course

from autograder.course import Course
from autograder.errors import CourseError
from autograder.settings import copy_config, read_config
from autograder.submission.beside import IGNORED, ignored_by

ROWS = [("a0 = 1", "assert a0 == 1")]


@pytest.mark.parametrize(
    "line",
    [
        "c.CourseDirectory.source_directory = 'src'",
        "c.CourseDirectory.directory_structure = '{assignment_id}/{nbgrader_step}/{student_id}'",
        "c.Autograde.sanitize_preprocessors = ['mine.Own']",
        "c.CourseDirectory.root = '/elsewhere'",
    ],
)
def test_a_setting_without_effect_is_named(tmp_path, line):
    (tmp_path / "nbgrader_config.py").write_text(f"c = get_config()\n{line}\n")
    with pytest.raises(CourseError, match="nbgrader_config.py"):
        Course(tmp_path)


def test_a_copy_of_a_course_never_writes_to_its_gradebook(tmp_path):
    config = f"c.CourseDirectory.root = {str(tmp_path / 'real')!r}\n"
    config += f"c.CourseDirectory.db_url = 'sqlite:///{tmp_path}/elsewhere.db'\n"
    config += "c.IncludeHeaderFooter.header = 'source/header.ipynb'\n"
    course = little_course_with_header(tmp_path / "real", config)
    assert course.database == f"sqlite:///{tmp_path}/elsewhere.db" and (tmp_path / "elsewhere.db").exists()
    (tmp_path / "twin").mkdir()
    copy_config(course.root, tmp_path / "twin")
    twin = Course(tmp_path / "twin")
    assert twin.database == f"sqlite:///{tmp_path}/twin/gradebook.db"
    assert twin.config.IncludeHeaderFooter.header == str(course.root / "source/header.ipynb")


def little_course_with_header(root, config):
    (root / "source").mkdir(parents=True)
    (root / "source/header.ipynb").write_text(
        '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    return little_course(root, ROWS, config=config)


def test_what_is_added_to_the_files_that_students_do_not_get_is_added(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.ignore.append('*.h5')\n"
    )
    assert ignored_by(read_config(tmp_path)) == [*IGNORED, "*.h5"]
