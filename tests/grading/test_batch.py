"""Many submissions at a time: the same grades, nothing lost when a run is cut short, nothing done twice."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time

import psutil
import pytest
from batches import SLOW, done, grades, hand_in_some
from conftest import hand_in, short_course, solved
from test_course import cell_of, course_command, nbgrader

from autograder.grading import work, workers
from autograder.sandbox.launcher import SandboxUnavailable
from autograder.sandbox.sandbox import Sandbox

pytestmark = pytest.mark.slow


def command(course, *words):
    line = [sys.executable, "-m", "autograder", "grade", "week1", "--course", str(course.root), *words]
    return subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


@pytest.mark.long
def test_one_job_three_jobs_and_nbgraders_own_command_give_the_same_gradebook(tmp_path):
    first = short_course(tmp_path / "first", "expected_initial_loss", "initialize_parameters_he")
    hand_in_some(first, 5)
    shutil.copytree(first.root, tmp_path / "second")
    shutil.copytree(first.root, tmp_path / "third")
    second, third = type(first)(tmp_path / "second"), type(first)(tmp_path / "third")
    students = first.students("week1")
    assert [s.score for s in first.grade("week1", students, jobs=1)] == [0, 5, 7, 0, 7]
    assert sorted(s.student for s in second.grade("week1", students, jobs=3)) == students
    assert nbgrader(third, "autograde", "week1").returncode == 0
    assert len(grades(first)) == 10
    assert grades(first) == grades(second) == grades(third)


def test_a_run_with_nothing_to_do_starts_no_process(tmp_path, monkeypatch):
    course = short_course(tmp_path / "course")
    hand_in(course, "ada", solved(course))
    assert course_command(course, "grade", "week1").exit_code == 0
    monkeypatch.setattr(workers.ProcessPoolExecutor, "submit", None)
    again = course_command(course, "grade", "week1")
    assert again.exit_code == 0, again.output
    assert isinstance(course_command(course, "grade", "week1", "--regrade").exception, TypeError)


@pytest.mark.long
def test_a_killed_run_goes_on_where_it_stopped(tmp_path):
    killed, undisturbed = short_course(tmp_path / "killed"), short_course(tmp_path / "undisturbed")
    for course in (killed, undisturbed):
        hand_in_some(course, 12, more=SLOW)
    run = command(killed, "--jobs", "2")
    while len(done(killed)) < 3:
        assert run.poll() is None
        time.sleep(0.02)
    family = [psutil.Process(run.pid), *psutil.Process(run.pid).children(recursive=True)]
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    run.stderr.close()
    _, left = psutil.wait_procs(family, timeout=20)
    assert not left  # no worker and no candidate outlives the grader
    before = {s: (killed.root / "autograded" / s / "week1/.graded").stat().st_mtime_ns for s in done(killed)}
    assert 3 <= len(before) < 12
    again = command(killed, "--jobs", "2")
    assert again.wait() == 0, again.stderr.read()
    again.stderr.close()
    after = {s: (killed.root / "autograded" / s / "week1/.graded").stat().st_mtime_ns for s in done(killed)}
    assert len(after) == 12
    assert {s: after[s] for s in before} == before  # graded once
    list(undisturbed.grade("week1", undisturbed.students("week1")))
    assert grades(killed) == grades(undisturbed)


@pytest.mark.long
def test_ctrl_c_says_how_far_it_came(tmp_path):
    # In the background of a shell, Ctrl-C is ignored. A command inherits that; it does not inherit a handler.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    course = short_course(tmp_path)
    hand_in_some(course, 12, more=SLOW)
    run = command(course, "--jobs", "2")
    while not done(course):
        assert run.poll() is None
        time.sleep(0.02)
    signal.signal(signal.SIGINT, before)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does
    told = run.stderr.read().decode()
    run.stderr.close()
    assert run.wait() == 130, told
    assert "submissions are graded and recorded. The same command continues from there." in told
    assert "Traceback" not in told


@pytest.mark.long
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=["ended", "killed"])
def test_what_a_submission_has_started_does_not_outlive_the_grader(tmp_path, number):
    course = short_course(tmp_path / "course")
    notebook = solved(course)
    mark = f"outlives-{tmp_path.name}"
    notebook.cells[0].source = ""
    cell_of(notebook, "expected_initial_loss").source = (
        "import os, subprocess, sys, time\n"
        f"command = [sys.executable, '-c', 'import time; time.sleep(600)', {mark!r}]\n"
        "subprocess.Popen(command, start_new_session=True)\ntime.sleep(600)"
    )
    hand_in(course, "hostile", notebook)
    course.register("week1")

    def started():
        found = psutil.process_iter(["cmdline"])
        return [process for process in found if mark in (process.info["cmdline"] or [])]

    run = command(course, "--jobs", "1")
    while not started():
        assert run.poll() is None
        time.sleep(0.02)
    run.send_signal(number)
    run.wait()
    run.stderr.close()
    _, left = psutil.wait_procs(started(), timeout=20)
    assert not left


def test_only_what_has_changed_is_graded_again(registered_course, monkeypatch):
    course = registered_course
    hand_in(course, "changing", solved(course))
    graded = []
    monkeypatch.setattr(work, "grade_here", lambda *a, real=work.grade_here: graded.append(a[1]) or real(*a))

    def grade(**options):
        graded.clear()
        (submission,) = course.grade("week1", ["changing"], **options)
        return submission.score, len(graded)

    assert grade() == (20, 1)
    assert grade() == (20, 0)
    assert grade(regrade=True) == (20, 1)
    path = course.root / "submitted/changing/week1/initialization.ipynb"
    path.write_text(json.dumps(json.loads(path.read_text())))  # other bytes, the same notebook
    assert grade() == (20, 1)
    monkeypatch.setattr(work, "code_digest", lambda: "another grader")
    assert grade() == (20, 1)


@pytest.mark.long
def test_a_fault_of_the_grader_is_tried_again_and_never_a_score(registered_course, monkeypatch):
    course = registered_course
    hand_in(course, "unlucky", solved(course))
    hand_in(course, "lucky", solved(course))
    faults = []

    def failing(assignment, notebooks, real=work.examine):
        if "unlucky" in str(notebooks) and len(faults) < limit:
            faults.append(1)
            raise OSError("no space left on device")
        return real(assignment, notebooks)

    monkeypatch.setattr(work, "examine", failing)
    limit = 2
    unlucky, lucky = course.grade("week1", ["unlucky", "lucky"])
    assert unlucky.problem == "needs manual grade: OSError: no space left on device"
    assert unlucky.score is None and lucky.score == 20
    checks = [check for notebook in unlucky.notebooks.values() for check in notebook.checks]
    assert {(check.outcome, check.score) for check in checks} == {("grader_fault", None)}
    assert len(checks) == 6
    found = {key: value for key, value in grades(course).items() if key[0] == "unlucky"}
    assert all((score, manual) == (None, True) for score, manual, _ in found.values())
    limit = 3
    (once,) = course.grade("week1", ["unlucky"])
    assert once.score == 20


def test_workers_that_are_killed_again_and_again_are_a_fault_and_the_run_ends(registered_course, monkeypatch):
    monkeypatch.setattr(workers, "start_worker", os.abort)  # with arguments that it does not take: an error
    assignment = work.Assignment({}, {}, b"")
    with workers.Workers({}, [], 2) as doomed:
        done = list(workers.grade_in_parallel(assignment, {"a": {}, "b": {}, "c": {}}, doomed))
    assert sorted(work.student for work in done) == ["a", "b", "c"]
    assert all(work.fault == "the grading process was killed, twice" for work in done)


def test_a_system_without_landlock_is_refused_by_name(registered_course, monkeypatch):
    import sandlock

    monkeypatch.setattr(sandlock, "landlock_abi_version", lambda: -1)
    with pytest.raises(SandboxUnavailable, match="Linux 6.12 or later with Landlock is needed"):
        Sandbox().start()
