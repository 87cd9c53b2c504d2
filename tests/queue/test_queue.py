"""Several machines: the same grades as on one, whatever becomes of a worker, the broker or the grader."""

import os
import shutil
import signal

import psutil
import pytest
from any_course.little import answered, little_course
from batches import done, grades
from brokers import PASSWORD, Broker, children, wait_for

from autograder.course import Course
from autograder.secret import secret_in

pytestmark = pytest.mark.slow


@pytest.fixture
def broker(tmp_path):
    made = Broker(tmp_path)
    yield made
    made.close()


ROWS = [
    (
        "def double(x):\n    return scaled(x, 2)",
        "from aid import known\nassert double(known) == 2 * known, 'naïve: 2 × 21 is 42'",
    ),
    ("def first():\n    return open('data.csv').read()", "assert first() == '1,2', f'{first()}?'"),
    ("def about(n):\n    return n", "import random\nn = random.random()\nround(about(n), 6) / 2"),
]
FILES = {"data.csv": "1,2", "aid.py": "known = 21"}  # the second is for tests alone
WAYS = [
    [
        "def double(x):\n    return x + x",
        "first = 1",
        "def about(n):\n    return n / 2\nprint('né', about(1))",
    ],
    ["import time\ntime.sleep({pause})\ndouble = None", "1 / 0", "about = lambda n: n * np.random.rand()"],
    ["raise NotImplementedError", "def first():\n    return '1,2'", "import os\nos._exit(1)"],
]


def some_course(folder, students=8, pause=0):
    """Return a course whose notebook uses a file, a module of its tests, and one of the whole course."""
    (folder / "modules").mkdir(parents=True)
    (folder / "modules/scaling.py").write_text("def scaled(x, factor):\n    return factor * x\n")
    config = f"c.Sandbox.modules = {str(folder / 'modules')!r}\n"
    imports = "import numpy as np\nfrom scaling import scaled"
    course = little_course(folder, ROWS, FILES, imports, config, "week1")
    for n in range(1, students):
        answers = [answer.format(pause=pause) + f"\n# {n}" for answer in WAYS[n % 3]]
        answered(course, f"student{n}", ROWS, answers, imports, "week1")
    return course


def copied(course, folder):
    """Return a copy of a course, with the same secret: whatever is drawn is the same."""
    secret_in(course.secret)
    shutil.copytree(course.root, folder)
    config = folder / "nbgrader_config.py"
    config.write_text(config.read_text().replace(str(course.root), str(folder)))
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


@pytest.mark.long
def test_one_two_and_eight_at_a_time_give_the_gradebook_and_the_notebooks_of_this_machine(tmp_path, broker):
    # Breaks if an assignment, a submission or an answer is not the same after its way over the broker.
    here = some_course(tmp_path / "here", 9)
    courses = [copied(here, tmp_path / name) for name in ("one", "two", "eight")]
    scores = {submission.score for submission in here.grade("week1", here.students("week1"), jobs=1)}
    assert len(scores) == 4
    for course, more in zip(courses, (1, 1, 6), strict=True):  # workers, added to those before
        broker.worker(more)
        run = grade(broker, course)
        assert run.wait() == 0, told(run)
        assert grades(course) == grades(here)
        assert graded_files(course) == graded_files(here)
    assert not broker.client.keys("autograder:answer:*") + broker.client.keys("autograder:lease:*")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """Return a course in which nothing is graded, and what its gradebook holds when all is."""
    course = some_course(tmp_path_factory.mktemp("undisturbed") / "course", 12, pause=0.5)
    graded = copied(course, tmp_path_factory.mktemp("graded") / "course")
    list(graded.grade("week1", graded.students("week1"), jobs=1))
    return course, grades(graded)


@pytest.mark.long
@pytest.mark.parametrize("victim", ["worker", "child", "hung child", "writer", "broker"])
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
    elif victim == "hung child":
        hung = psutil.Process(workers[0].pid).children()[0]
        hung.suspend()
    elif victim == "writer":
        run.kill()
        run.wait()
        assert len(done(course)) < 12
        run = grade(broker, course)
    else:
        broker.kill()
        wait_for(lambda: "The broker is away" in told(run), run)
        broker.start()
    ended = run.wait()
    if victim == "hung child":
        hung.resume()
    assert ended == 0, told(run)
    assert ("The broker is back." in told(run)) == (victim == "broker")
    assert len(done(course)) == 12
    assert grades(course) == expected


@pytest.mark.long
def test_ctrl_c_leaves_nothing_in_the_queue_for_long(tmp_path, broker):
    # Breaks if workers go on grading for nobody, or if Ctrl-C ends in a traceback.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # see test_batch
    course = some_course(tmp_path / "course", 12, pause=2)
    worker, run = broker.worker(), grade(broker, course)
    wait_for(lambda: done(course), run, worker)
    signal.signal(signal.SIGINT, before)
    os.killpg(run.pid, signal.SIGINT)
    assert run.wait() == 130
    assert "The same command continues from there." in told(run) and "Traceback" not in told(run)
    wait_for(lambda: not broker.client.keys("autograder:units:*"), worker)
    wait_for(lambda: not broker.client.keys("autograder:lease:*"), worker)
    assert len(done(course)) < 12


def test_a_wrong_password_is_refused_without_being_shown(tmp_path, broker):
    # Breaks if a password is printed where others may read it.
    broker.url = broker.url.replace(PASSWORD, "opensesame")
    for words in (["worker"], ["grade", "week1", "--course", str(some_course(tmp_path / "course", 1).root)]):
        run = broker.command(*words)
        assert run.wait() == 2
        assert "refuses the user or the password" in told(run) and "opensesame" not in told(run)


@pytest.mark.long
def test_a_broker_with_tls_is_reached_if_its_certificate_is_known(tmp_path):
    # Breaks if Celery's connection or ours does without TLS, or accepts any certificate.
    course, broker = some_course(tmp_path / "course", 2), Broker(tmp_path, tls=True)
    try:
        broker.worker()
        run = grade(broker, course)
        assert run.wait() == 0, told(run)
        assert len(done(course)) == 2
        broker.url = broker.url.partition("?")[0]
        run = grade(broker, course)
        assert run.wait() == 2 and "certificate verify failed" in told(run)
    finally:
        broker.close()
