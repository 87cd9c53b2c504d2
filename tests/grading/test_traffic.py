"""What grading a notebook costs, in numbers that are the same on every machine: a test sees when it grows."""

import pytest
from conftest import copy_course, hand_in, short_course, solved
from sqlalchemy import event
from sqlalchemy.engine import Engine

pytestmark = [pytest.mark.slow, pytest.mark.long]

# When the reference solution is graded: messages that are packed and unpacked (0.05 ms each), KB in them,
# and arrays (0.01 ms; 0.002 where they cross in columns). A check that needs more had better be worth it.
MOST = {
    "week1/data_and_diagnosis": (260, 2_100, 9_900),
    "week1/gradient_checking": (920, 160, 1_900),
    "week1/initialization": (400, 5_800, 52_000),
    "week1/regularization": (260, 2_400, 6_000),
    "week2/adaptive_optimizers": (290, 160, 1_600),
    "week2/fair_race": (1_300, 800, 3_500),
    "week2/gradient_descent": (520, 600, 1_600),
    "week3/batch_normalization": (150, 57, 560),
    "week3/hyperparameter_search": (1_800, 600, 60),
    "week3/softmax": (115, 56, 105),
    "week3/tensorflow_introduction": (540, 2_600, 1_400),
}


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in MOST])
def test_no_more_crosses_between_checks_and_a_solution_than_is_known(tmp_path, name):
    week, stem = name.split("/")
    course = copy_course(tmp_path, stem, week=week)
    course.register(week)
    hand_in(course, "reference", solved(course, stem, week), stem, week)
    with course.gradebook() as gradebook:
        past = course.assignment(gradebook, week).sandbox().traffic
    before = past.messages, past.bytes, past.arrays
    course.grade_one(week, "reference")
    after = past.messages, past.bytes / 1000, past.arrays
    found = after[0] - before[0], after[1] - before[1] / 1000, after[2] - before[2]
    assert all(number <= most for number, most in zip(found, MOST[name], strict=True)), found


def test_a_submission_that_is_graded_already_asks_the_gradebook_nothing_more(tmp_path):
    course = short_course(tmp_path)
    course.register("week1")
    asked = []

    def note(connection, cursor, statement, *_):
        asked.append(statement)

    def queries(count):
        for number in range(count):
            hand_in(course, f"student_{number}", solved(course))
        counts = []
        event.listen(Engine, "before_cursor_execute", note)
        try:
            for _ in range(2):
                asked.clear()
                assert len(list(course.grade("week1", course.students("week1")))) == count
                counts.append(len(asked))
        finally:
            event.remove(Engine, "before_cursor_execute", note)
        return counts

    first, nothing_left = queries(2)
    more, still_nothing = queries(5)
    assert still_nothing == nothing_left  # however many there are
    assert more - nothing_left <= 3 * 40  # three were new
