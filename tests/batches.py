"""A class that has handed in, and what the gradebook holds of it."""

from conftest import hand_in, released, solved
from nbgrader.api import Gradebook
from test_course import cell_of


def grades(course):
    """Return all that the gradebook holds of the students' grades."""
    with Gradebook(course.database) as gradebook:
        return {
            (s.student_id, g.name): (g.auto_score, g.needs_manual_grade, c)
            for s in gradebook.assignment_submissions("week1")
            for n in s.notebooks
            for g in n.grades
            for c in [tuple(sorted(c.name for c in n.comments if c.auto_comment))]
        }


GAMBLE = "\nright = expected_initial_loss\nexpected_initial_loss = lambda n: right(n) + np.random.rand()"
SLOW = "\nimport time\ntime.sleep(0.3)"


def hand_in_some(course, number, more=""):
    """Every third student has written nothing, every fifth draws at random."""
    for i in range(number):
        notebook = solved(course) if i % 3 else released(course)
        cell_of(notebook, "expected_initial_loss").source += more + GAMBLE * (i % 5 == 1) + f"\n# {i}"
        hand_in(course, f"student_{i:03}", notebook)
    course.register("week1")


def done(course):
    return sorted(path.parts[-3] for path in course.root.glob("autograded/*/week1/.graded"))
