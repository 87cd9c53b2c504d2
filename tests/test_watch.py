"""`course watch`: what arrives is graded, page included; nothing is said or done twice, nothing is lost."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import nbformat
import psutil
import pytest
from conftest import hand_in
from gradebook.test_numbers import ESSAY, SQUARE, answer, exercise, grade, make_course, write_source
from grading.test_batch import grades

from autograder.commands.watch import Events
from autograder.grading.workers import Workers
from autograder.watch import Watch, state_of

pytestmark = pytest.mark.slow
HIDDEN = "assert double(4) == 8\n### BEGIN HIDDEN TESTS\nassert double(21) == 42\n### END HIDDEN TESTS"


@contextmanager
def watched(course, *words):
    """Run the command; yield the process, and a function that waits for lines and returns all up to the last.

    Who is graded first is not known before.
    """
    line = [sys.executable, "-m", "autograder", "watch", "week1", "--course", str(course.root)]
    run = subprocess.Popen(
        [*line, "--every", "0.2", "--jobs", "1", *words], text=True, stdout=subprocess.PIPE, bufsize=1,
        stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip

    def until(*parts):
        told = ""
        while not all(part in told for part in parts):
            line = run.stdout.readline()
            told += line
            assert line, told
        return told

    try:
        yield run, until
    finally:
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        run.stdout.close()


def page(course, student):
    return course.root / f"feedback/{student}/week1/first.html"


def wait_for(condition):
    while not condition():
        time.sleep(0.05)


@pytest.mark.long
def test_what_arrives_is_graded_and_what_changes_is_graded_again(tmp_path):
    # Breaks if something that arrives has no grade or no page, if the same problem is told at every look, or
    # if a changed exercise is not noticed.
    course = make_course(tmp_path)
    hand_in(course, "bad", "no notebook", name="first")
    with watched(course) as (run, until):
        until("Watching")
        until("bad  not graded")
        hand_in(course, "ada", answer(double="x"), name="first")
        assert "bad" not in until("ada  5 / 8")
        wait_for(page(course, "ada").exists)
        hand_in(course, "ada", answer(), name="first")
        assert "bad" not in until("ada  8 / 8 (before: 5 / 8)")
        wait_for(lambda: "8 / 8 points" in page(course, "ada").read_text())
        (course.root / "source/week1/first.ipynb").write_text('{"cells": [')
        until("the course  week1 cannot be generated")
        write_source(course, exercise("double", "2 * x", 4, "assert double(4) == 8") + SQUARE)
        assert "bad" not in until("ada  9 / 9 (before: 8 / 8)")
        assert course.submissions("week1")["ada"].score == 9
        run.send_signal(signal.SIGTERM)
        assert "began: 3." in until("Ended")
        assert run.wait() == 0
    with watched(course) as (_, until):
        until("not changed since: 1.")


@pytest.mark.long
def test_killed_while_grading_it_goes_on_and_the_gradebook_is_the_same(tmp_path):
    # Breaks if a watch that is killed loses a grade or a page, or leaves a process behind.
    course, undisturbed = make_course(tmp_path / "killed"), make_course(tmp_path / "undisturbed")
    slow = "2 * x\nimport time\ntime.sleep(0.5)"
    for i in range(4):
        for where in (course, undisturbed):
            hand_in(where, f"student_{i}", answer(double=slow if i % 2 else "x"), name="first")
    with watched(course) as (run, until):
        until("student_0")
        family = [psutil.Process(run.pid), *psutil.Process(run.pid).children(recursive=True)]
        run.kill()
        run.wait()
        _, left = psutil.wait_procs(family, timeout=20)
        assert not left
    with watched(course):
        wait_for(lambda: all(page(course, f"student_{i}").exists() for i in range(4)))
    grade(undisturbed)
    assert grades(course) == grades(undisturbed)


def test_what_is_being_copied_is_left_until_it_is_complete(tmp_path):
    # Breaks if a file of which only a part is there is graded, or if a folder without files is complained of.
    course = make_course(tmp_path)
    course.register("week1")
    path = course.root / "submitted/ada/week1/first.ipynb"
    path.parent.mkdir(parents=True)
    text, events = nbformat.writes(answer()), Events()
    with Workers({}, [], 1) as workers:
        watch = Watch(course, "week1", workers, 1, None, lambda: events.trying("feedback"))
        for end in range(0, len(text), 500):
            assert list(watch.grade()) == []
            path.write_text(text[:end])
        path.write_text(text)
        assert list(watch.grade()) == []
        (submission,) = watch.grade()
        assert submission.score == 8
        assert list(watch.grade()) == []


def test_folders_that_are_nested_too_deeply_stop_nobody(tmp_path):
    # Breaks if one student's folders keep the whole class from being looked at.
    (tmp_path / "before").touch()
    deepest = str(tmp_path)
    for _ in range(1500):
        deepest += "/a"
        os.mkdir(deepest)
    assert [Path(name).name for name, *_ in state_of(tmp_path)] == ["before"]
    while deepest != str(tmp_path):  # or pytest could not remove them either
        os.rmdir(deepest)
        deepest = os.path.dirname(deepest)


def test_results_for_gradescope_say_what_the_page_says_and_nothing_of_hidden_tests(tmp_path):
    # Breaks if results.json has other points than the gradebook, tells a hidden test, or if it takes what
    # waits for a person, or could not be graded, for zero points.
    course = make_course(tmp_path, *exercise("double", "2 * x", 3, HIDDEN), *SQUARE, ESSAY)
    notebook = answer(double="x if x > 9 else 2 * x", essay="Because.")
    hand_in(course, "ada", notebook, name="first")
    hand_in(course, "bad", "no notebook", name="first")
    with watched(course, "--results", str(tmp_path / "results")) as (_, until):
        until("ada  5 / 12", "bad  not graded")
        path = tmp_path / "results/ada/results.json"
        wait_for(path.exists)
    text = path.read_text()
    found = json.loads(text)
    assert found["score"] == 5 and "4 points wait" in found["output"]
    told = {test["name"]: (test.get("status"), test.get("score")) for test in found["tests"]}
    assert told == {
        "first: double": ("failed", 0), "first: square": ("passed", 5), "first: essay": (None, None)
    }  # fmt: skip
    assert "21" not in text and "HIDDEN" not in text
    assert not (tmp_path / "results/bad").exists()


def test_what_arrives_in_the_exchange_is_collected_whole(tmp_path):
    # Breaks if a submission is not collected, or if one that cannot be copied keeps others from being.
    course = make_course(tmp_path, config=f"c.Exchange.root = {str(tmp_path / 'shared')!r}\n")
    inbound = tmp_path / "shared/improving-dnn/inbound"
    inbound.mkdir(parents=True)
    (tmp_path / "shared").chmod(0o777)

    def submit(student, when, notebook):
        folder = inbound / f"{student}+week1+{when} UTC+abc"
        hand_in(course, "draft", notebook, name="first")
        (course.root / "submitted/draft/week1/timestamp.txt").write_text(f"{when} UTC")
        shutil.move(course.root / "submitted/draft/week1", folder)
        shutil.rmtree(course.root / "submitted/draft")
        return folder

    submit("ada", "2026-11-20 10:00:00", answer(double="x"))
    (submit("bob", "2026-11-20 10:00:00", answer()) / "link").symlink_to("nowhere")
    with watched(course, "--exchange") as (_, until):
        told = until("ada  5 / 8")
        assert "bob/week1 cannot be collected" in told
        submit("ada", "2026-11-20 11:00:00", answer())
        assert "cannot be collected" not in until("ada  8 / 8")
    assert sorted(path.name for path in (course.root / "submitted/ada").iterdir()) == ["week1"]
