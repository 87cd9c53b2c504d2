"""What a worker may answer: nothing but what an examination can come to, about the checks that there are."""

import base64
import importlib
import json
import math
import subprocess
import sys
import threading

import pytest
from brokers import Broker
from conftest import hand_in, solved

from autograder.errors import CourseError
from autograder.grading.workers import grade_in_parallel
from autograder.outcomes import Outcome
from autograder.queue import broker as keys
from autograder.queue import client
from autograder.queue.messages import (
    MAX_VALUES,
    Malformed,
    examined_in,
    packed,
    read_answer,
    sent,
    sha256,
    unpacked,
)
from autograder.queue.versions import summed_up, versions
from autograder.submission.files import File
from autograder.submission.handed_in import Submitted
from autograder.submission.notebooks import parsed_own

NAME = "initialization"
DEEP = json.loads("[" * 900 + "]" * 900)


@pytest.fixture(scope="module")
def assignment(registered_course):
    with registered_course.gradebook() as gradebook:
        return registered_course.assignment(gradebook, "week1")


@pytest.fixture
def notebooks(registered_course, assignment):
    """A submission as it was sent."""
    hand_in(registered_course, "asked", solved(registered_course))
    path = registered_course.root / "submitted/asked/week1/initialization.ipynb"
    return {NAME: sent(File(path, path.name), assignment.templates[NAME])}


def answer(notebooks, **changes):
    """Return an answer that can be true, but for some changes."""
    cells = notebooks[NAME].notebook.cells
    tests = [c.metadata.nbgrader for c in cells if c.metadata.get("nbgrader", {}).get("points")]
    students = [
        c for c in cells if c.cell_type == "code" and not c.metadata.get("nbgrader", {}).get("points")
    ]
    said = {
        "outcomes": {test.grade_id: ["passed", ""] for test in tests},
        "parts": {},
        "outputs": [[] for _ in students],
    }
    return {"notebooks": {NAME: said | changes}}


def first(notebooks):
    return next(iter(answer(notebooks)["notebooks"][NAME]["outcomes"]))


def test_an_assignment_is_the_same_after_its_way(assignment, tmp_path):
    # Breaks if a worker grades by anything else than the grader would.
    there, _ = unpacked(packed(assignment), tmp_path)
    assert there.templates == assignment.templates and there.key == assignment.key
    assert there.digest(b"") == assignment.digest(b"")


def test_only_outputs_and_outcomes_are_taken_from_an_answer(assignment, notebooks):
    # Breaks if a worker can put a cell of its own into a graded notebook, or change one.
    before = [(cell.cell_type, cell.source) for cell in notebooks[NAME].notebook.cells]
    said = answer(notebooks)
    shown = {"output_type": "display_data", "data": {"text/html": "<script>", "text/plain": "x"}}
    said["notebooks"][NAME]["outputs"][0] = [shown | {"metadata": {"a": "b"}}]
    said["notebooks"][NAME]["outcomes"][first(notebooks)] = ["failed", "f: no."]
    examined = examined_in(said, notebooks, assignment)[NAME]
    graded = parsed_own(examined.text)
    assert [(cell.cell_type, cell.source) for cell in graded.cells] == before
    outputs = [output for cell in graded.cells for output in cell.get("outputs", [])]
    assert [output.get("data") for output in outputs] == [{"text/plain": "x"}, None]
    assert examined.outcomes[first(notebooks)] == (Outcome.FAILED, "f: no.")


@pytest.mark.parametrize(
    "lie",
    {
        "no notebook": lambda n: {"notebooks": {}},
        "another notebook": lambda n: {"notebooks": {**answer(n)["notebooks"], "another": {}}},
        "a list": lambda n: {"notebooks": {NAME: []}},
        "one check less": lambda n: answer(n, outcomes={}),
        "another check": lambda n: answer(n, outcomes={"test_of_mine": ["passed", ""]}),
        "no outcome": lambda n: changed(n, ["splendid", ""]),
        "what only a person says": lambda n: changed(n, ["by_hand", ""]),
        "what only the grader says": lambda n: changed(n, ["grader_fault", ""]),
        "no message": lambda n: changed(n, ["passed"]),
        "a message of the terminal": lambda n: changed(n, ["failed", "\x1b[2J"]),
        "a message without end": lambda n: changed(n, ["failed", "x" * 5001]),
        "a part that is not told": lambda n: changed(n, ["partly", ""]),
        "more than all points": lambda n: answer(n, parts={first(n): 1e9}),
        "less than no points": lambda n: answer(n, parts={first(n): -1}),
        "infinitely many": lambda n: answer(n, parts={first(n): 10**400}),
        "not a number": lambda n: answer(n, parts={first(n): math.nan}),
        "true": lambda n: answer(n, parts={first(n): True}),
        "points of nothing": lambda n: answer(n, parts={"another": 1}),
        "one cell less": lambda n: answer(n, outputs=[]),
        "outputs that are no text": lambda n: shown(n, {"output_type": "stream", "name": "", "text": DEEP}),
        "outputs of no kind": lambda n: shown(n, 7),
    }.items(),
    ids=lambda lie: lie[0],
)
def test_what_cannot_be_is_refused(assignment, notebooks, lie):
    # Breaks if a worker can give more than all points, or end the run with what it sends.
    with pytest.raises(Malformed):
        examined_in(lie[1](notebooks), notebooks, assignment)


def shown(notebooks, output):
    """Return an answer in which a cell shows this."""
    said = answer(notebooks)
    said["notebooks"][NAME]["outputs"][0] = [output]
    return said


def changed(notebooks, pair):
    """Return an answer that says this of one check."""
    said = answer(notebooks)
    said["notebooks"][NAME]["outcomes"][first(notebooks)] = pair
    return said


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[]", b"[" * 100_000, b'{"a": 1', b"[" * (MAX_VALUES + 1)], ids=range(6)
)
def test_what_is_no_answer_is_refused(data):
    # Breaks if a worker can make the grader read without end.
    with pytest.raises(Malformed):
        read_answer(data, 1)


def test_a_unit_does_not_say_whose_it_is(registered_course, notebooks):
    # Breaks if workers, or the broker, learn who has written a submission.
    assert "asked" not in json.dumps([notebook.cells for notebook in notebooks.values()])


# ── workers that are not what they say ───────────────────────────────────────────────────────────


class Stranger(threading.Thread):
    """Takes units from a queue as a worker does, and answers whatever it is made to."""

    def __init__(self, broker, name, queue, answers, about=None):
        super().__init__(daemon=True)
        self.broker, self.queue, self.answers, self.name, self.taken = broker.client, queue, answers, name, 0
        self.broker.sadd(keys.WORKERS, name)
        about = about or {"jobs": 1, "versions": versions()}
        self.broker.set(keys.key("worker", name), json.dumps(about))
        self.ended = threading.Event()

    def run(self):
        while not self.ended.is_set():
            if found := self.broker.brpop([self.queue], timeout=0.1):
                message = json.loads(found[1])
                ((text,), _, _) = json.loads(base64.b64decode(message["body"]))
                self.taken += 1
                about = {
                    "worker": self.name,
                    "unit": sha256(text.encode()),
                    "versions": summed_up(versions()),
                }
                said = self.answers(about)
                if said is not None:
                    said = said if isinstance(said, bytes) else json.dumps(said)
                    self.broker.set(keys.key("answer", message["headers"]["id"]), said)


@pytest.fixture
def asked(registered_course, assignment, notebooks, tmp_path, monkeypatch):
    """Return a function that grades one submission with some workers; what it returns, and what was told."""
    for name, seconds in {"LOOK": 0, "ALONE": 0, "LEASE": 0.5}.items():
        monkeypatch.setattr(client, name, seconds)
    broker = Broker(tmp_path)
    strangers, told = [], []
    path = registered_course.root / "submitted/asked/week1/initialization.ipynb"
    submissions = {"asked": Submitted("asked", "week1", {NAME: File(path, path.name)})}

    def ask(*made):
        with client.Queue(broker.url, told.append) as queue:
            places = {"shared": queue.queue}
            for name, where, *more in made:
                place = places.get(where, keys.own_queue(name))
                strangers.append(Stranger(broker, name, place, *more))
            for stranger in strangers:
                stranger.start()
            (work,) = grade_in_parallel(assignment, submissions, queue)
        return work, told

    yield ask
    for stranger in strangers:
        stranger.ended.set()
        stranger.join()
    broker.close()


LIES = {
    "another submission": lambda about: about | {"unit": "0" * 64},
    "another version": lambda about: about | {"versions": "0" * 16},
    "no name": lambda about: about | {"worker": ["x"]},
    "no JSON": lambda about: b"\xff" * 1000,
    "nothing in it": lambda about: about,
    "a fault": lambda about: about | {"fault": "OSError: \x1b no space left on device"},
    "a refusal": lambda about: about | {"refused": "pandas 1 there, 2 here"},
}


@pytest.mark.slow
@pytest.mark.parametrize("lie", LIES)
def test_what_one_worker_does_not_grade_another_does(asked, notebooks, lie):
    # Breaks if a worker that lies, or whose machine is broken, costs a grade or stops the others.
    true = answer(notebooks)
    work, _ = asked(("liar", "shared", LIES[lie]), ("honest", "own", lambda about: about | true))
    assert work.fault is None and work.problem is None
    assert {outcome for outcome, _ in work.notebooks[NAME].outcomes.values()} == {Outcome.PASSED}


@pytest.mark.slow
def test_what_nobody_grades_is_left_to_a_person(asked):
    # Breaks if a worker that takes units and never answers holds up the run for ever, or gives a score.
    work, _ = asked(("silent", "shared", lambda about: None))
    assert work.fault == "the broker has lost it" and not work.notebooks


@pytest.mark.slow
def test_a_worker_with_other_versions_is_named_and_gets_nothing(asked, notebooks):
    # Breaks if two versions of the grader, or of NumPy, grade one class.
    true, other = answer(notebooks), {"jobs": 1, "versions": versions() | {"numpy": "1.0"}}
    work, told = asked(
        ("old", "own", lambda about: about | true, other), ("new", "shared", lambda about: about | true)
    )
    assert not work.fault
    (sentence,) = (one for one in told if "old" in one)
    assert "gets nothing: its versions are others (numpy 1.0 there" in sentence


@pytest.mark.slow
@pytest.mark.parametrize(
    "names", [["x" * 2**20], [f"worker-{n}" for n in range(20_000)]], ids=["long", "many"]
)
def test_names_without_end_are_not_read(tmp_path, names):
    # Breaks if one worker with the broker's password can fill the memory of the instructor's machine.
    broker = Broker(tmp_path)
    try:
        with client.Queue(broker.url, print) as queue:
            queue.broker.sadd(keys.WORKERS, *names)
            with pytest.raises(CourseError, match="without end"):
                queue.found_workers()
            queue.broker.delete(keys.WORKERS)
            assert queue.found_workers() == {}
    finally:
        broker.close()


def test_without_the_extra_the_command_says_what_to_install(monkeypatch):
    # Breaks if an instructor without Celery gets a traceback.
    monkeypatch.setitem(sys.modules, "celery", None)
    monkeypatch.delitem(sys.modules, "autograder.queue.broker")
    with pytest.raises(CourseError, match=r"pip install 'improving-dnn\[queue\]'"):
        importlib.import_module("autograder.queue.broker")


@pytest.mark.slow
def test_who_does_not_use_the_queue_does_not_import_it():
    # Breaks if Celery costs everybody time.
    program = "import sys, autograder.cli, autograder.course; sys.exit('celery' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
