"""Several machines: the same grades as on one, whatever becomes of a worker, the broker or the grader."""

import os
import shutil
import signal

import psutil
import pytest
from batches import SLOW, done, grades, hand_in_some
from brokers import PASSWORD, Broker, children, wait_for
from conftest import short_course

from autograder.course import Course

pytestmark = pytest.mark.slow


@pytest.fixture
def broker(tmp_path):
    made = Broker(tmp_path)
    yield made
    made.close()


def some_course(folder, students=8, more=""):
    course = short_course(folder, "expected_initial_loss", "initialize_parameters_he")
    hand_in_some(course, students, more)
    return course


def copied(course, folder):
    """Return a copy of a course, with the same secret: whatever is drawn is the same."""
    shutil.copytree(course.root, folder)
    return Course(folder)


def told(run):
    return run.log.read_text()


def grade(broker, course, *words):
    return broker.command("grade", "week1", "--course", str(course.root), *words)


def graded_files(course):
    return {
        path.relative_to(course.root): path.read_bytes()
        for path in course.root.glob("autograded/*/*/*.ipynb")
    }


def test_one_two_and_eight_at_a_time_give_the_gradebook_and_the_notebooks_of_this_machine(tmp_path, broker):
    # Breaks if an assignment, a submission or an answer is not the same after its way over the broker.
    here = some_course(tmp_path / "here", 9)
    assert len({s.score for s in here.grade("week1", here.students("week1")[:2])}) == 2  # makes the secret
    courses = [copied(here, tmp_path / name) for name in ("one", "two", "eight")]
    list(here.grade("week1", here.students("week1")))
    for course, workers in zip(courses, ([1], [1], [6]), strict=True):  # they are added to those before
        for jobs in workers:
            broker.worker(jobs)
        run = grade(broker, course, "--regrade")
        assert run.wait() == 0, told(run)
        assert grades(course) == grades(here)
        assert graded_files(course) == graded_files(here)
    assert not broker.client.keys("autograder:answer:*") + broker.client.keys("autograder:lease:*")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    course = some_course(tmp_path_factory.mktemp("undisturbed"), 12, SLOW)
    (first, *rest) = course.students("week1")
    list(course.grade("week1", [first]))  # makes the secret
    twin = copied(course, tmp_path_factory.mktemp("twins") / "twin")
    list(course.grade("week1", rest))
    return twin, grades(course)


@pytest.mark.parametrize("victim", ["worker", "child", "writer", "broker"])
def test_what_is_killed_in_the_middle_changes_nothing(undisturbed, tmp_path, broker, victim):
    # Breaks if a unit is lost with its worker or its broker, or if a second run does not go on.
    before, expected = undisturbed
    course = copied(before, tmp_path / "course")
    workers = [broker.worker(), broker.worker()]
    run = grade(broker, course)
    wait_for(lambda: len(done(course)) >= 4, run, *workers)
    if victim == "worker":
        family = children(workers[0].pid)
        workers[0].kill()
        assert not psutil.wait_procs(family, timeout=20)[1]
    elif victim == "child":
        psutil.Process(workers[0].pid).children()[0].kill()
    elif victim == "writer":
        run.kill()
        run.wait()
        assert len(done(course)) < 12
        run = grade(broker, course)
    else:
        broker.kill()
        wait_for(lambda: "The broker is away" in told(run), run)
        broker.start()
    assert run.wait() == 0, told(run)
    assert ("The broker is back." in told(run)) == (victim == "broker")
    assert len(done(course)) == 12
    assert grades(course) == expected


def test_ctrl_c_leaves_nothing_in_the_queue_for_long(tmp_path, broker):
    # Breaks if workers go on grading for nobody, or if Ctrl-C ends in a traceback.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # see test_batch
    course = some_course(tmp_path / "course", 8, SLOW)
    worker, run = broker.worker(), grade(broker, course)
    wait_for(lambda: done(course), run, worker)
    signal.signal(signal.SIGINT, before)
    os.killpg(run.pid, signal.SIGINT)
    assert run.wait() == 130
    assert "The same command continues from there." in told(run) and "Traceback" not in told(run)
    wait_for(lambda: not broker.client.keys("autograder:units:*"), worker)
    wait_for(lambda: not broker.client.keys("autograder:lease:*"), worker)
    assert len(done(course)) < 8


def test_a_wrong_password_is_refused_without_being_shown(tmp_path, broker):
    # Breaks if a password is printed where others may read it.
    broker.url = broker.url.replace(PASSWORD, "opensesame")
    for words in (["worker"], ["grade", "week1", "--course", str(some_course(tmp_path / "course", 1).root)]):
        run = broker.command(*words)
        assert run.wait() == 2
        assert "refuses the user or the password" in told(run) and "opensesame" not in told(run)
