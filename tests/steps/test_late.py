"""What handing in late costs, in cases worked out by hand."""

import math

import pytest
from small_class import configured, graded_class, penalties, record, with_copy
from traitlets.config import Config

from autograder.errors import CourseError
from autograder.gradebook.lateness import Lateness
from autograder.gradebook.records import Record
from autograder.steps.late import Policy
from autograder.submission.times import moment

RATE = {"rate": 0.1}
GRACE = {"rate": 0.1, "grace_minutes": 15}
HOURS = {"rate": 0.01, "unit_hours": 1}
FLOOR = {"rate": 0.1, "most": 0.5}
CUT = {"rate": 0.1, "cutoff_days": 7}
SLIP = {"rate": 0.1, "slip_days": 3}

DUE = "2026-11-20 12:00 UTC"
AUTUMN = "2026-10-24 23:59 Europe/Berlin"  # clocks are set back in the night that follows
SPRING = "2027-03-27 23:59 Europe/Berlin"  # and forward in this one

# The policy, when it was due, when it was handed in, and the share that is lost.
ONE = {
    "a minute before": (RATE, DUE, "2026-11-20 11:59 UTC", 0),
    "exactly on time": (RATE, DUE, "2026-11-20 12:00 UTC", 0),
    "in time in another zone": (RATE, DUE, "2026-11-20 04:00 America/Los_Angeles", 0),
    "a minute after": (RATE, DUE, "2026-11-20 12:01 UTC", 0.1),
    "exactly a day after": (RATE, DUE, "2026-11-21 12:00 UTC", 0.1),
    "a day and a minute after": (RATE, DUE, "2026-11-21 12:01 UTC", 0.2),
    "so late that nothing is left": (RATE, DUE, "2026-12-24 12:00 UTC", 1),
    "without a policy": ({}, DUE, "2026-12-24 12:00 UTC", 0),
    "at the end of the grace": (GRACE, DUE, "2026-11-20 12:15 UTC", 0),
    "a minute after the grace": (GRACE, DUE, "2026-11-20 12:16 UTC", 0.1),
    "a day counts from the due date in spite of the grace": (GRACE, DUE, "2026-11-21 12:10 UTC", 0.2),
    "by the hour": (HOURS, DUE, "2026-11-20 14:30 UTC", 0.03),
    "no more than the most": (FLOOR, DUE, "2026-11-30 12:00 UTC", 0.5),
    "at the cut-off": (CUT, DUE, "2026-11-27 12:00 UTC", 0.7),
    "a minute after the cut-off": (CUT, DUE, "2026-11-27 12:01 UTC", 1),
    "the night has an hour more": (RATE, AUTUMN, "2026-10-25 22:59 Europe/Berlin", 0.1),
    "the same time of day is 25 hours later": (RATE, AUTUMN, "2026-10-25 23:59 Europe/Berlin", 0.2),
    "the same time of day is 23 hours later": (RATE, SPRING, "2027-03-28 23:59 Europe/Berlin", 0.1),
    "the night has an hour less": (RATE, SPRING, "2027-03-29 01:00 Europe/Berlin", 0.2),
}

# The policy, how many days late everything was in the order of due dates, and the shares that are lost.
MANY = {
    "enough": (SLIP, [1, 0, 2], [0, 0, 0]),
    "used up half-way": (SLIP, [2, 3, 1], [0, 0.2, 0.1]),
    "a day that has begun takes one": (SLIP, [0.01, 1.01, 1], [0, 0, 0.1]),
    "what is left of a day is a day": (SLIP, [0, 3.5], [0, 0.1]),
    "after the cut-off none is used": ({**SLIP, "cutoff_days": 7}, [8, 3], [1, 0]),
    "within the grace none is used": ({**SLIP, "grace_minutes": 60}, [0.04, 3], [0, 0]),
    "by the hour": ({**HOURS, "slip_days": 1}, [1.25], [0.06]),
}


def policy(settings):
    return Policy(config=Config(Policy=settings))


def share(settings, lateness):
    """Return the share that the last of these loses."""
    chosen = policy(settings)
    return (chosen.late_submission_penalty("ada", 100, chosen.counted(lateness)) or 0) / 100


@pytest.mark.parametrize("settings, due, handed_in, lost", ONE.values(), ids=ONE)
def test_one_submission_loses_what_the_policy_says(settings, due, handed_in, lost):
    late = Record(moment(handed_in, "UTC"), moment(due, "UTC")).seconds_late
    assert share(settings, [late]) == lost


@pytest.mark.parametrize("settings, days, lost", MANY.values(), ids=MANY)
def test_slip_days_are_used_in_the_order_of_due_dates(settings, days, lost):
    seconds = [86_400 * day for day in days]
    assert [share(settings, seconds[: n + 1]) for n in range(len(seconds))] == lost


@pytest.mark.slow
def test_later_is_never_better_and_slip_days_never_cost():
    for settings in (RATE, GRACE, FLOOR, CUT, HOURS, SLIP):
        losses = [share(settings, [3_600.0 * hours]) for hours in range(0, 24 * 12)]
        assert losses == sorted(losses) and losses[0] == 0 and max(losses) <= 1
        assert all(
            share({**settings, "slip_days": 3}, [3_600.0 * hours]) <= loss
            for hours, loss in enumerate(losses)
        )


@pytest.mark.parametrize(
    "settings",
    [{"rate": 1.5}, {"rate": -0.1}, {"slip_days": -1}, {"slip_days": 2.5}, {"unit_hours": 0}],
    ids=str,
)
def test_a_policy_that_cannot_be_is_told_in_one_line(settings):
    config = Config(Policy=settings, AssignLatePenalties={"plugin_class": "autograder.steps.late.Policy"})
    with pytest.raises(CourseError, match="cannot be worked out: TraitError"):
        Lateness(config)


CONFIG = """
c.AssignLatePenalties.plugin_class = "autograder.steps.late.Policy"
c.Policy.rate = 0.1
c.Policy.slip_days = 2
"""


def due(course, week, when):
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(week, duedate=moment(when, "UTC"))


@pytest.mark.slow
def test_slip_days_follow_the_course_and_extensions_and_due_dates_give_them_back(tmp_path):
    late = {"time": moment("2026-11-21 15:00 UTC", "UTC")}  # two days have begun
    students = {"ada": (20, late), "bob": (20, {**late, "extension": {"days": 7}}), "eve": (20, {})}
    course = with_copy(graded_class(tmp_path, students, config=CONFIG), "week2")
    due(course, "week1", DUE)
    due(course, "week2", "2026-11-27 12:00 UTC")
    for student in students:
        record(course, student, 10, time=moment("2026-11-29 13:00 UTC", "UTC"), week="week2")  # three days
    assert penalties(course) == {"ada": 0, "bob": 0, "eve": 0}
    assert penalties(course, "week2") == {"ada": 3, "bob": 1, "eve": 1}
    due(course, "week1", "2026-11-20 23:00 UTC")  # now one day has begun
    assert penalties(course, "week2") == {"ada": 2, "bob": 1, "eve": 1}
    due(course, "week1", "2026-12-20 23:00 UTC")  # now it is due after week2
    assert penalties(course, "week2") == {"ada": 1, "bob": 1, "eve": 1}
    course = configured(course, "c.Policy.slip_days = 0\n")
    assert penalties(course, "week2") == {"ada": 3, "bob": 3, "eve": 3}


def test_the_parts_of_all_notebooks_add_up_to_the_share_of_the_whole(tmp_path):
    two = ("initialization", "gradient_checking")
    late = {"time": moment("2026-11-22 15:00 UTC", "UTC")}
    course = graded_class(tmp_path, {"ada": (31.25, late)}, notebooks=two, config=CONFIG)
    due(course, "week1", DUE)
    (ada,) = course.standings("week1")
    parts = [notebook.penalty for notebook in ada.record.notebooks.values()]
    assert len(parts) == 2 and all(parts)
    assert math.isclose(sum(parts), 3.125) and math.isclose(ada.score, 31.25 - 3.125)
