"""A class of 300 through a queue into a gradebook on a server, while one part after the other is killed."""

import pytest
from batches import done, grades
from brokers import Broker, wait_for
from conftest import hand_in
from gradebook.test_numbers import answer, make_course
from postgres import server
from test_queue import copied, grade, told

from autograder.course import Course

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("postgres")]
WAYS = [{}, {"double": "x + 2"}, {"square": "x ** 3"}, {"double": "exit()"}]


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # of nbgrader; see `quiet`
def test_a_class_of_300_has_the_grades_that_it_has_on_one_machine(tmp_path):
    # Breaks if anything is lost or recorded twice when a worker, the writer, the server or the broker dies.
    here = make_course(tmp_path / "here", config="c.Sandbox.cell_timeout = 10\n")
    for number in range(300):
        hand_in(here, f"student_{number:03}", answer(**WAYS[number % 4]), name="first")
    course = copied(here, tmp_path / "there")
    here.register("week1")
    list(here.grade("week1", here.students("week1"), jobs=2))
    broker = Broker(tmp_path)
    try:
        with server() as postgres:
            config = course.root / "nbgrader_config.py"
            line = f"c.CourseDirectory.db_url = {postgres.new_database()!r}\n"
            config.write_text(config.read_text() + line)
            course = Course(course.root)
            workers = [broker.worker(), broker.worker()]
            run = grade(broker, course)
            wait_for(lambda: len(done(course)) >= 50, run)
            workers[0].kill()
            wait_for(lambda: len(done(course)) >= 100, run)
            postgres.kill()
            postgres.start()
            wait_for(lambda: len(done(course)) >= 150, run)
            run.kill()
            run.wait()
            assert len(done(course)) < 300
            run = grade(broker, course)
            wait_for(lambda: len(done(course)) >= 200, run)
            broker.kill()
            wait_for(lambda: "The broker is away" in told(run), run)
            broker.start()
            assert run.wait() == 0, told(run)
            assert len(done(course)) == 300
            assert grades(course) == grades(here)
    finally:
        broker.close()
