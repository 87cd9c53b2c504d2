"""nbgrader's exchange among users of one system: what each of them can do, and what none of them can."""

import shutil

import nbformat
import pytest
from system_users import system_users

from autograder.variants import reference

pytestmark = pytest.mark.slow

WRONG = "def average(values):\n    return 'the answer of {student}'"
# Prints what a user can find and read below some folders.
LOOK = """
import os, sys
for top in sys.argv[1:]:
    for folder, inner, names in os.walk(top):
        for name in names:
            path = os.path.join(folder, name)
            print(path)
            try:
                print(open(path, errors="replace").read())
            except OSError:
                pass
"""


def nbgrader(user, *words, folder=None):
    return user.python("-m", "nbgrader", *words, folder=folder)


def write_answers(user, source, released):
    """Put answers into the notebook that a student has fetched."""
    fetched = user.home / "hw1/averages.ipynb"
    assert fetched.read_bytes() == released.read_bytes()
    notebook = reference(source, released)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "average":
            cell.source = WRONG.format(student=user.name)
    fetched.unlink()
    nbformat.write(notebook, fetched)
    shutil.chown(fetched, user.name, user.name)


@pytest.mark.long
def test_three_users_exchange_an_assignment_and_its_feedback_and_see_nothing_of_each_other():
    with system_users("teacher", "ada", "bob") as (teacher, ada, bob, place):
        course, exchange = teacher.home / "stats", place / "exchange"
        exchange.mkdir()
        exchange.chmod(0o777)  # as docs/hub.md says
        teacher.python("-m", "autograder", "new", "course", "stats")
        setting = f"c.Exchange.root = {str(exchange)!r}\n"
        with (course / "nbgrader_config.py").open("a") as file:
            file.write(setting)
        for student in (ada, bob):
            (student.home / ".jupyter").mkdir()
            own = f"c = get_config()\n{setting}c.CourseDirectory.course_id = 'stats'\n"
            (student.home / ".jupyter/nbgrader_config.py").write_text(own)

        teacher.python("-m", "autograder", "release", "hw1", folder=course)
        nbgrader(teacher, "release_assignment", "hw1", folder=course)
        source, released = course / "source/hw1/averages.ipynb", course / "release/hw1/averages.ipynb"
        for student in (ada, bob):
            nbgrader(student, "fetch_assignment", "hw1")
            assert (student.home / "hw1/measurements.py").is_file()  # the course's own module, too
            write_answers(student, source, released)
            nbgrader(student, "submit", "hw1")
        nbgrader(teacher, "collect", "hw1", folder=course)
        printed = teacher.python("-m", "autograder", "grade", "hw1", "--jobs", "1", folder=course)
        assert ada.name in printed and bob.name in printed and printed.count("0 / 7") == 2
        teacher.python("-m", "autograder", "feedback", "hw1", folder=course)
        nbgrader(teacher, "release_feedback", "hw1", folder=course)
        for student, other in ((ada, bob), (bob, ada)):
            nbgrader(student, "fetch_feedback", "hw1")
            (page,) = student.home.glob("hw1/feedback/*/averages.html")
            assert f"the answer of {student.name}" in page.read_text()
            assert f"the answer of {other.name}" not in page.read_text()

            seen = student.python("-c", LOOK, exchange, course, other.home)
            assert "averages.ipynb" in seen and "raise NotImplementedError" in seen  # what was released
            for secret in (
                f"answer of {other.name}",
                "BEGIN HIDDEN",
                "BEGIN SOLUTION",
                "gradebook",
                other.name,
            ):
                assert secret not in seen
            assert student.command("ls", exchange / "stats/inbound").returncode != 0
            assert student.command("ls", exchange / "stats/feedback").returncode != 0
